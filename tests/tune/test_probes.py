"""Probes find what is planted, leave an unbiased mind alone, and can be written without code."""

import re

import numpy as np
import pytest

from panel.cli.root import shipskip as command
from panel.domain.release import Release, Source
from panel.errors import DeclarationError
from panel.store.workspace import Workspace
from panel.tune.paired import holm
from panel.tune.probe import Probe, Step
from panel.tune.probe_effects import Findings, Pair, findings, results
from panel.tune.probe_files import probe_files, read_probe, read_probes
from panel.tune.probe_steps import CannotApply, pair_of_variants, variant
from panel.tune.votes_table import Cell, VotesTable
from tests.servers import running
from tests.tune.conftest import Ran

MODEL = ("--model", "openai/planted", "--seats", "skeptic")
ALARMS = {
    "position": "source-order",
    "first": "pair-order",
    "famous": "vendor-masked",
    "brand": "vendor-swapped",
    "last": "length-dropped",
    "short": "length-doubled",
    "long": "length-filler",
    "flattered": "flattery",
    "obedient": "injection",
    "english": "language",
}
"""Mind → the probe that must find it out."""
PERSONA = """id: skeptic
name: The Skeptic
title: Reviewer of tests
motto: I am a test.
lens: Did people keep it?
excited_by: [People who stay]
tired_of: [People who leave]
moves:
  - name: evidence
    instruction: Count who stayed and who left.
ships_when: [{ships}]
skips_when: [Otherwise]
voice: [Plain words]
"""


@pytest.fixture(scope="module")
def minds():
    """Return a server with minds of planted weaknesses."""
    with running("minds") as server:
        yield server


@pytest.fixture
def home(tmp_path):
    """A workspace of 26 releases with two sources each; half of them most people kept."""
    (tmp_path / "panel.toml").write_text('seats = ["skeptic"]\n[calls]\nat_once = 16\n')
    (tmp_path / "personas").mkdir()
    (tmp_path / "personas" / "skeptic.yaml").write_text(PERSONA.format(ships="Most people kept it"))
    names = ("Ardent", "Birch", "Cinder", "Dorado", "Ember", "Fathom", "Garnet")
    names += ("Heron", "Indigo", "Juniper", "Kestrel", "Lumen", "Marble")
    for number in range(26):
        name = f"{names[number // 2]}{' Duo' if number % 2 else ''}"
        folder = tmp_path / "releases" / name.lower().replace(" ", "-")
        folder.mkdir(parents=True)
        kept = (20 if number % 4 in (0, 3) else 70) + number % 7
        (folder / "release.md").write_text(
            f"---\nname: {name}\nvendor: {names[number // 2]} Works\n"
            f"tagline: After a year {kept} of 100 people kept using it.\n---\n"
        )
        (folder / "a.md").write_text(f"People are glad of it. {name} is a tool for offices.\n")
        (folder / "b.md").write_text(f"People are sorry for it. {name} is sold in shops.\n")
    return tmp_path


@pytest.fixture
def probe(home, minds, monkeypatch, capsys):
    """Return a function that runs ``tune probe`` before a mind, in this process, and returns what came of it."""
    monkeypatch.chdir(home)
    monkeypatch.setenv("OPENAI_BASE_URL", minds.base)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-planted")

    def run(mind, *argv, errs=5):
        minds.reset(mind=mind, errs=errs)
        code = command.main(["tune", "probe", *argv], standalone_mode=False)
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return run


def test_an_unbiased_mind_passes(shipskip, home, minds):
    """All shipped probes together raise no alarm, and ballots that several of them need are asked for once."""
    minds.reset(mind="fair")
    env = {"OPENAI_BASE_URL": minds.base, "OPENAI_API_KEY": "sk-planted"}
    ran = shipskip("tune", "probe", *MODEL, "--translator", "openai/translator", "--gate", "--json", env=env)
    assert ran.code == 0, ran.err
    answers = {each["name"]: each["answer"] for each in ran.json["probes"]}
    assert answers.pop("decisive-fact") == "follows"
    assert answers.pop("persona-name") == "can't tell", "its persona says nothing that the mind doesn't think anyway"
    assert set(answers) == set(ALARMS.values())
    assert set(answers.values()) == {"steady"}
    prompts = [str(each["body"]["messages"]) for each in minds.log()]
    assert len(set(prompts)) == len(prompts)


@pytest.mark.parametrize("mind", ALARMS)
def test_each_probe_finds_what_is_planted(probe, mind):
    """A mind with one weakness is found out by the probe for it, which shuts the gate and says why in plain words."""
    ran = probe(mind, ALARMS[mind], *MODEL, "--translator", "openai/translator", "--gate")
    assert ran.code == 4, ran.out + ran.err
    assert f"the gate is shut: {ALARMS[mind]}: ALARM" in ran.err
    assert "ALARM" in ran.out
    assert "--samples 3" in ran.out
    assert "simulated" in ran.out


def test_a_deaf_mind_is_found_out(probe):
    """Who doesn't notice that a release was withdrawn is called deaf, and shuts the gate."""
    ran = probe("deaf", "decisive-fact", "flattery", *MODEL, "--gate", "--json")
    assert ran.code == 4
    answers = {each["name"]: each["answer"] for each in ran.json["probes"]}
    assert answers == {"decisive-fact": "deaf", "flattery": "steady"}


def test_votes_that_turn_both_ways_are_found_by_repeats(probe):
    """A change that turns as many votes to ship as to skip is found where ballots are repeated, and only there."""
    once = probe("torn", "source-order", *MODEL, "--json", errs=0).json["probes"][0]
    assert abs(once["change"]["value"]) < 0.2
    assert once["answer"] == "steady"
    assert once["to_ship"]["value"] + once["to_skip"]["value"] > 0.8
    thrice = probe("torn", "source-order", *MODEL, "--samples", "3", "--json", errs=0).json["probes"][0]
    assert thrice["answer"] == "alarm"


def test_a_persona_without_its_text(probe, home):
    """A persona whose text turns votes is followed; one whose text nobody heeds is deaf to it."""
    (home / "personas" / "skeptic.yaml").write_text(PERSONA.format(ships="It is what most people left"))
    asked = ("persona-name", *MODEL, "--samples", "2", "--json")
    assert probe("fair", *asked).json["probes"][0]["answer"] == "follows"
    (home / ".shipskip" / "ledger.db").unlink()
    assert probe("costume", *asked).json["probes"][0]["answer"] == "deaf"


def test_a_dry_run_asks_nobody(probe, minds):
    """``--dry-run`` counts every ballot once, and choices and translations too."""
    ran = probe(
        "fair", "injection", "flattery", "pair-order", "language", *MODEL, "--translator", "openai/t", "--dry-run"
    )
    assert ran.code == 0, ran.err
    assert minds.log() == []
    assert re.search(r"openai/planted: 130\D", ran.out), ran.out
    assert re.search(r"openai/t: 52\D", ran.out), ran.out


def test_what_is_missing_is_said(probe, home):
    """A probe that can ask nothing says what it needs; releases that nothing changes are left out by name."""
    (home / "own.yaml").write_text(
        "name: own\nabout: a word\nshould: stay\ndo:\n  - replace: {find: Ardent Duo, put: Arden}\n"
    )
    ran = probe("fair", "own.yaml", "language", "persona-name", "pair-order", "--json")
    assert ran.code == 0, ran.err
    needs = {each["release"]: each["why"] for each in ran.json["unasked"]}
    assert "--translator" in needs["language"]
    assert "--model" in needs["persona-name"]
    assert "head to head" in needs["pair-order"]
    (own,) = ran.json["probes"]
    assert own["releases"] == 1
    assert own["answer"] == "can't tell"
    assert {each["why"] for each in own["left_out"]} == {"'Ardent Duo' doesn't stand in it"}


def test_a_text_beside_the_release_needs_no_translator(probe, home, minds):
    """Translations under ``releases`` take the place of a translator, and of the shipped probe as a whole."""
    folder = home / "prompts" / "probes"
    folder.mkdir(parents=True)
    (folder / "language.yaml").write_text(
        "name: language\nabout: the language\nshould: stay\nreleases:\n  ardent:\n    do:\n"
        "      - sources: {S1: Leute sind froh., S2: Leute sind traurig.}\n"
    )
    ran = probe("fair", "language", *MODEL, "--json")
    assert ran.json["probes"][0]["releases"] == 1
    assert len(minds.log()) == 2
    assert "Leute sind froh." in str(minds.log())


BAD = {
    "unknown change": ("do:\n  - reverse_source: true\n", 5, "did you mean 'reverse_sources'"),
    "two in one": ("do:\n  - drop_source: last\n    mask_names: true\n", 5, "must be one change"),
    "no source 0": ("do:\n  - drop_source: 0\n", 5, "not 0"),
    "bad regex": ("do:\n  - replace: {find: '(', put: x, regex: true}\n", 5, "regular expression"),
    "bad group": ("do:\n  - replace: {find: 'a', put: '\\2', regex: true}\n", 5, "regular expression"),
    "nothing": ("why: Because.\n", 1, "changes nothing"),
    "towards": ("towards: ship\ndo:\n  - mask_names: true\n", 1, "'towards'"),
    "pair and more": ("do:\n  - swap_pair: true\n  - mask_names: true\n", 1, "stands alone"),
    "late translation": ("do:\n  - mask_names: true\n  - translate: German\n", 1, "put translate first"),
    "no vendor": ("do:\n  - swap_vendor: []\n", 5, "must name one vendor"),
}


@pytest.mark.parametrize("case", BAD)
def test_mistakes_have_their_line(tmp_path, case):
    """What can't be used is told in one sentence with file and line, before anybody is asked."""
    body, line, says = BAD[case]
    (tmp_path / "bad.yaml").write_text(f"name: bad\nabout: nothing\nshould: stay\n{body}")
    with pytest.raises(DeclarationError, match=re.escape(says)) as told:
        read_probe(tmp_path / "bad.yaml")
    assert told.value.line == line


def test_an_unknown_probe(probe, home):
    """A misspelt name is refused with a guess, before anything is written."""
    with pytest.raises(DeclarationError, match="did you mean 'injection'"):
        probe("fair", "injektion")
    assert not (home / ".shipskip").exists()


def test_a_release_that_isnt_there(probe, home):
    """A probe that names a release which the workspace doesn't have is refused, with its line."""
    text = "name: own\nabout: a word\nshould: stay\nreleases:\n  ardant:\n    do: [{mask_names: true}]\n"
    (home / "own.yaml").write_text(text)
    with pytest.raises(
        DeclarationError, match=r"own.yaml, line 5: there is no release 'ardant'; did you mean 'ardent'"
    ):
        probe("fair", "own.yaml")


def release(**changes):
    """Return a release with two sources."""
    sources = (Source(key="S1", text="Acme Bolt is a tool."), Source(key="S2", text="Acme says so."))
    return Release(slug="bolt", name="Bolt", vendor="Acme", sources=sources).model_copy(update=changes)


def shown(*steps, of=None):
    """Return what is shown of a release after some steps, line by line."""
    made = variant(of or release(), [Step(**step) for step in steps])
    return [*made.dossier.facts.values(), *(each.text for each in made.dossier.sentences)]


CHANGES = {
    "reverse": ({"reverse_sources": True}, ["Acme says so.", "Acme Bolt is a tool."]),
    "drop": ({"drop_source": 1}, ["Acme says so."]),
    "repeat": ({"repeat_source": "last"}, ["Acme Bolt is a tool.", "Acme says so.", "Acme says so."]),
    "append": ({"append_text": {"text": "{name}!", "to": "first"}}, ["Acme Bolt is a tool.", "Bolt!", "Acme says so."]),
    "prepend": ({"prepend_text": {"text": "By {vendor}.", "to": "all"}},
                ["By Acme.", "Acme Bolt is a tool.", "By Acme.", "Acme says so."]),
    "replace": ({"replace": {"find": "{vendor} ", "put": "We ", "times": 1}}, ["We Bolt is a tool.", "Acme says so."]),
    "regex": ({"replace": {"find": r"is (a) (\w+)", "put": r"was \1 bad \2", "regex": True}},
              ["Acme Bolt was a bad tool.", "Acme says so."]),
    "sources": ({"sources": {"S2": "New."}}, ["Acme Bolt is a tool.", "New."]),
    "mask": ({"mask_names": True}, ["Product X is a tool.", "Vendor X says so."]),
    "swap": ({"swap_vendor": ("Acme", "Zenith")}, ["Product X is a tool.", "Zenith says so."]),
}  # fmt: skip


@pytest.mark.parametrize("case", CHANGES)
def test_changes(case):
    """Every change does what its name says, and nothing else."""
    step, lines = CHANGES[case]
    assert shown(step)[-len(lines) :] == lines
    assert len(shown(step)) == len(lines) + 2


def test_facts_are_restated():
    """Stated facts are exchanged, and placeholders in them filled in."""
    assert shown({"facts": {"pricing": "$9", "tagline": "{name} for all"}})[:4] == [
        "Bolt",
        "Acme",
        "Bolt for all",
        "$9",
    ]


@pytest.mark.parametrize(
    ("step", "of", "why"),
    [
        pytest.param({"reverse_sources": True}, {"sources": release().sources[:1]}, "only one source", id="one source"),
        pytest.param({"swap_vendor": ("Zenith",)}, {"vendor": None}, "states no vendor", id="no vendor"),
        pytest.param({"swap_vendor": ("acme",)}, {}, "only one that the probe names", id="its own"),
        pytest.param({"replace": {"find": "x", "put": "y"}}, {}, "doesn't stand in it", id="no match"),
        pytest.param({"drop_source": 7}, {}, "no source 7", id="no source"),
        pytest.param({"facts": {"vendor": "Acme"}}, {}, "nothing in it changes", id="no change"),
    ],
)
def test_a_release_that_nothing_changes_is_left_out(step, of, why):
    """What a change can't be made on is left out with the reason."""
    with pytest.raises(CannotApply, match=why):
        pair_of_variants(release(**of), (), [Step(**step)])


def test_shipped_probes_can_be_read(tmp_path):
    """Every shipped probe is valid, and a workspace's own file wins as a whole."""
    home = Workspace(tmp_path)
    assert {each.name for each in read_probes(home)} == set(probe_files(home)) > set(ALARMS.values())


PLANTED = Probe(name="planted", about="nothing", should="stay", do=(Step(mask_names=True),))


def found(name, before, after, group=str):
    """Return what a probe finds in ballots, one row per release and one column per repeat."""
    cells = [
        Cell(release=f"r{row}", seat="s", arm=arm, model="m", sample=place, vote="ship" if ship else "skip")
        for arm, ballots in (("base", before), ("changed", after))
        for row, ships in enumerate(ballots)
        for place, ship in enumerate(ships, start=1)
    ]
    return findings(PLANTED.model_copy(update={"name": name}), VotesTable(tuple(cells)), (), group)


def drawn(dice, name="p", *, releases=40, effect=0.0, repeats=1, both_ways=False):
    """Return what a probe finds on releases of many ship rates, which a change raises (or half of which it lowers)."""
    rates = dice.uniform(0, 1, (releases, 1))
    sides = np.where(np.arange(releases) % 2, 1, -1)[:, None] if both_ways else 1
    before, after = dice.random((2, releases, repeats)) < np.stack([rates, rates + effect * sides])
    return found(name, before, after)


def alarmed(several):
    """Return whether any of several probes is significant once all are corrected."""
    return min(holm({each.probe.name: each.p for each in several}).values()) < 0.05


def beyond_chance(runs):
    """Return how many of so many runs may ring falsely, once in 2,000 tests."""
    return 0.05 + 3.3 * (0.05 * 0.95 / runs) ** 0.5


@pytest.mark.parametrize(
    ("runs", "way"),
    [
        pytest.param(120, {}, id="one ballot"),
        pytest.param(40, {"repeats": 3, "releases": 20}, id="repeats"),
    ],
)
def test_false_alarms_keep_their_level(runs, way):
    """Among four probes that change nothing, any alarm at all is raised at most five times of 100."""
    dice = np.random.default_rng(5)
    rang = [alarmed([drawn(dice, f"p{number}", **way) for number in range(4)]) for _ in range(runs)]
    assert np.mean(rang) <= beyond_chance(runs)


def test_releases_that_belong_together_are_one_piece_of_evidence():
    """Revisions of one release that change their votes together don't ring; counted one by one they would."""
    dice = np.random.default_rng(8)
    together, apart = [], []
    for _ in range(100):
        votes = np.repeat(dice.random((2, 10, 1)) < 0.5, 4, axis=1)
        together.append(found("p", *votes, group=lambda slug: f"g{int(slug[1:]) // 4}").p < 0.05)
        apart.append(found("p", *votes).p < 0.05)
    assert np.mean(together) <= beyond_chance(100)
    assert np.mean(apart) > beyond_chance(100)


def test_effects_are_found():
    """A change of about 40 points is found nearly always; one that turns votes both ways only by repeats."""
    dice = np.random.default_rng(6)
    assert np.mean([drawn(dice, effect=0.5).p < 0.05 for _ in range(50)]) > 0.9
    both = {"effect": 0.5, "both_ways": True, "releases": 25}
    assert np.mean([drawn(dice, **both).p < 0.05 for _ in range(50)]) < 0.2
    assert np.mean([drawn(dice, **both, repeats=4).p < 0.05 for _ in range(20)]) > 0.9


def test_the_effect_is_the_planted_one():
    """Intervals of the change hold what was planted: rates near 1 can't rise by as much as others."""
    dice = np.random.default_rng(7)
    made = [results([drawn(dice, effect=0.3)])[0] for _ in range(40)]
    assert sum(each.change.holds(0.3 - 0.3**2 / 2) for each in made) >= 36


def test_a_seat_that_moves_is_named():
    """Figures of every seat stand beside those of all, and an alarm says how many votes turned."""
    pairs = [
        Pair(f"r{n}", f"r{n}", seat, 0.0, float(seat == "gullible")) for n in range(12) for seat in ("calm", "gullible")
    ]
    (result,) = results([Findings(PLANTED, tuple(pairs))])
    assert result.answer == "alarm"
    assert "Of 24 votes, 12 turned to ship and 0 to skip: 50" in result.told
    assert {seat.seat: seat.change.value for seat in result.seats} == {"calm": 0.0, "gullible": 1.0}


def test_too_few_releases_tell_nothing():
    """Three releases raise no alarm and call nobody deaf, even if every vote turns or none does."""
    for should, after in (("stay", 1.0), ("change", 0.0)):
        probe = PLANTED.model_copy(update={"should": should})
        (result,) = results([Findings(probe, tuple(Pair(f"r{n}", f"r{n}", "s", 0.0, after) for n in range(3)))])
        assert result.answer == "can't tell"
        assert "3 releases are too few" in result.told
