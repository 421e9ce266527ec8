"""Sentences that can't both be true are found, and those that can are left in peace."""

import json
import time
from pathlib import Path

import pytest

from panel.domain.release import Dossier, Pricing, Release, Source
from panel.evidence.conflicts import disagreements, judge_pair
from panel.evidence.dossier import read_dossier
from panel.store.releases import read_release

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data" / "evidence"


UNFITTED = 15
"""The freely worded set that weights are never fitted to."""


def labelled(name: str) -> list[dict]:
    """Return the labelled pairs of a file."""
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


def judged(name: str, *, weigh: bool) -> dict[tuple[bool, bool], list[str]]:
    """Return the pairs of a file by (contradiction, found)."""
    outcome: dict[tuple[bool, bool], list[str]] = {(a, b): [] for a in (True, False) for b in (True, False)}
    for pair in labelled(name):
        found = judge_pair(pair["a"]["text"], pair["b"]["text"], subject=pair["slug"].replace("-", " "), weigh=weigh)
        outcome[pair["contradiction"], found is not None].append(f"{pair['a']['text']} | {pair['b']['text']}")
    return outcome


def f1(outcome: dict[tuple[bool, bool], list[str]]) -> float:
    """Return the harmonic mean of precision and recall."""
    hits = len(outcome[True, True])
    return 2 * hits / (2 * hits + len(outcome[True, False]) + len(outcome[False, True]))


def one_in_eight(outcome: dict[tuple[bool, bool], list[str]]) -> bool:
    """Whether at most one near miss in eight is alarmed."""
    return len(outcome[False, True]) * 8 <= len(outcome[False, True]) + len(outcome[False, False])


def dossier_of(*texts: str, **stated: object) -> Dossier:
    """Return the dossier of a release with these sources."""
    sources = tuple(Source(key=f"S{n}", text=text) for n, text in enumerate(texts, start=1))
    return read_dossier(Release(slug="heron", sources=sources, **{"name": "Heron", "vendor": "Oakline", **stated}))


@pytest.mark.parametrize(("weigh", "least"), [(True, 0.87), (False, 0.96)])
def test_plainly_worded_pairs(weigh, least):
    """The command and the rules alone reach the F1 asked for, and alarm at most one near miss in eight."""
    outcomes = [judged(name, weigh=weigh) for name in ("pairs.jsonl", "pairs_held_out.jsonl")]
    together = {kind: [pair for each in outcomes for pair in each[kind]] for kind in outcomes[0]}
    assert f1(together) >= least, together[True, False]
    assert one_in_eight(together), together[False, True]


def test_freely_worded_pairs():
    """On the freely worded sets that weights are fitted to, F1 meets its bar, with few near misses alarmed."""
    outcomes = [judged(f"pairs_fresh{number}.jsonl", weigh=True) for number in range(8, 47) if number != UNFITTED]
    together = {kind: [pair for each in outcomes for pair in each[kind]] for kind in outcomes[0]}
    assert f1(together) >= 0.82
    alarms = together[False, True]
    assert len(alarms) * 12 <= len(alarms) + len(together[False, False]), alarms


def test_the_pairs_are_many():
    """There are hundreds of labelled pairs, about half of them contradictions."""
    pairs = [*labelled("pairs.jsonl"), *labelled("pairs_held_out.jsonl")]
    assert len(pairs) > 400
    assert 0.4 < sum(pair["contradiction"] for pair in pairs) / len(pairs) < 0.6


def test_the_order_of_a_pair_makes_no_difference():
    """Whichever sentence comes first, the judgement is the same."""
    for pair in labelled("pairs.jsonl"):
        texts = (pair["a"]["text"], pair["b"]["text"])
        one, other = judge_pair(*texts, subject=pair["slug"]), judge_pair(*reversed(texts), subject=pair["slug"])
        assert (one is None) == (other is None), texts


def test_a_sentence_agrees_with_itself():
    """No sentence contradicts itself."""
    for pair in labelled("pairs.jsonl"):
        text = pair["a"]["text"]
        assert judge_pair(text, text, subject=pair["slug"]) is None, text


def test_the_worked_example_disagrees_where_its_pages_do():
    """No benchmarks against a score, two modes against three, and sums easily confused; nothing else."""
    dossier = read_dossier(read_release(ROOT / "releases" / "muse-spark"))
    found = disagreements(dossier)
    assert {each.about for each in found if each.kind == "contradiction"} == {
        "whether benchmarks were disclosed",
        "number of modes",
    }
    assert [(each.about, each.kind) for each in found if each.kind != "contradiction"] == [
        ("spending and stake", "confusable")
    ]
    modes = next(each for each in found if each.about == "number of modes")
    assert "three modes" in dossier.by_cite[modes.a]
    assert "two modes" in dossier.by_cite[modes.b]
    assert modes.reason == "One says 'three modes', the other 'two modes'."


@pytest.mark.parametrize("name", ["qwen3-6-27b", "qwen3-6-35b-a3b"])
def test_the_other_examples_agree(name):
    """The pages of the other worked examples don't contradict each other."""
    assert disagreements(read_dossier(read_release(ROOT / "releases" / name))) == ()


def test_one_source_may_contradict_itself():
    """Only different sources are held against each other."""
    assert disagreements(dossier_of("Heron has two modes. Heron has three modes.")) == ()
    assert len(disagreements(dossier_of("Heron has two modes.", "Heron has three modes."))) == 1


def test_a_matter_is_told_once_for_two_sources():
    """However often two pages repeat their numbers, there is one disagreement about them."""
    dossier = dossier_of("Heron has two modes. It has two modes, I say.", "There are three modes. Yes, three modes.")
    assert [each.about for each in disagreements(dossier)] == ["number of modes"]


def test_citations_are_in_order_of_the_sources():
    """The first citation is the earlier source's, also where the later one denies what the earlier affirms."""
    dossier = dossier_of("Heron supports single sign-on.", "Quiet.", "Heron doesn't support single sign-on.")
    assert [(each.a, each.b) for each in disagreements(dossier)] == [("S1.1", "S3.1")]


@pytest.mark.parametrize(
    ("stated", "sentence", "about"),
    [
        ({"date": "2026-04-08"}, "Heron was launched on 10 April 2026.", "date of the launch"),
        ({"licence": "Apache-2.0"}, "Heron is released under the MIT licence.", "licence"),
        ({"pricing": Pricing(entry="$20/month")}, "Heron costs $30 per month.", "price"),
    ],
)
def test_front_matter_is_held_against_the_sources(stated, sentence, about):
    """A stated date, licence or price that a source contradicts is found, with the fact cited."""
    found = disagreements(dossier_of(sentence, **stated))
    assert [(each.about, each.b) for each in found] == [(about, "S1.1")]
    assert found[0].a.startswith("F.")


def test_front_matter_that_the_sources_bear_out_is_left_alone():
    """Agreeing facts, and prices of other tiers, are no disagreement."""
    text = "Heron was launched on 8 April 2026. It is MIT-licensed. The Team plan costs $40 per month."
    stated = {"date": "2026-04-08", "licence": "MIT", "pricing": Pricing(entry="$20/month")}
    assert disagreements(dossier_of(text, **stated)) == ()


def test_a_rival_s_numbers_are_its_own():
    """What a page says of a competitor isn't held against what another says of the release."""
    dossier = dossier_of("Heron scores 52 on the Open Index.", "Gemini 3.1 Pro scores 57 on the Open Index.")
    assert disagreements(dossier) == ()


def test_ten_thousand_sentences_are_not_paired_each_with_each():
    """Twice the sentences take about twice the time."""

    def seconds(count: int) -> float:
        texts = [
            " ".join(f"The editor has {n % 97 + 2} {word}s and opens file {n}." for n in range(count // 4))
            for word in ("theme", "mode", "panel", "font")
        ]
        dossier = dossier_of(*texts)
        start = time.process_time()
        disagreements(dossier)
        return time.process_time() - start

    seconds(400)
    short, long = seconds(2_500), seconds(10_000)
    assert long < 12 * short + 1


@pytest.mark.parametrize(
    "text", ["\0" * 100_000, "1 " * 100_000, "costs $5 million and " * 10_000, "Abc Def " * 20_000]
)
def test_monstrous_sentences_neither_crash_nor_stall(text):
    """Dumps are passed over."""
    start = time.process_time()
    assert judge_pair(text, "Heron has two modes.") is None
    disagreements(dossier_of(text, "Heron has two modes."))
    assert time.process_time() - start < 5
