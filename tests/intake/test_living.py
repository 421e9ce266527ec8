"""The living dossier and the ballots that it leaves behind."""

import datetime as dt
import re
import time
from dataclasses import dataclass

import pytest

from panel.domain.ballot import Ballot, Claim, Sample
from panel.domain.disagreement import Disagreement
from panel.domain.living import LivingDossier
from panel.domain.persona import Persona
from panel.domain.release import Dossier, Pricing, Release, Source
from panel.domain.verdict import Provenance, Tally, Verdict
from panel.evidence.dossier import read_dossier
from panel.evidence.living import living_dossier
from panel.evidence.staleness import staleness
from panel.hearing.conclude import describe
from panel.publish.dossier_page import dossier_markdown
from panel.store.personas import read_persona
from panel.store.shipped import shipped_folder

NOTE = """# Pilot 2

It came out on 8 April 2026. Harbour Labs had shown nothing for a year.

## Timeline

- 9 April 2026: On the Tidewater Index Pilot 2 scores 61.
- 16 April 2026: Lingua 9B is put beside it.
"""
REPORT = """Harbour Labs introduced Pilot 2 on April 8, 2026, its first large model in a year.

On April 9 it scored 61 on the Tidewater Index. On April 9 it did not score 61 on the Depth Index.
In June 2025 the company hired Mara Oduya.
"""


@dataclass(frozen=True)
class Read:
    """A fact as it is read."""

    value: object
    cites: tuple[str, ...] = ()
    also: tuple["Read", ...] = ()


def source(key: str, text: str, **said: object) -> Source:
    """Return a source."""
    return Source(key=key, text=text, **{"title": f"Title {key}", "publisher": f"Publisher {key}", **said})


def dossier(*sources: Source, **said: object) -> Dossier:
    """Return a dossier of these sources."""
    return read_dossier(Release(slug="pilot-2", name="Pilot 2", sources=sources, **said))


BOTH = (source("S1", NOTE, date=dt.date(2026, 4, 16)), source("S2", REPORT, date=dt.date(2026, 4, 9)))


def timeline(living: LivingDossier) -> list[tuple[str, tuple[str, ...]]]:
    """Return days and citations."""
    return [(moment.date, moment.cites) for moment in living.timeline]


def test_the_timeline_is_sorted_and_says_everything_once() -> None:
    """Sentences of different sources that tell of one thing share a line with all their citations."""
    assert timeline(living_dossier(dossier(*BOTH), {})) == [
        ("2025-06", ("S2.4",)),
        ("2026-04-08", ("S1.2", "S2.1")),
        ("2026-04-09", ("S1.5", "S2.2")),
        ("2026-04-09", ("S2.3",)),
        ("2026-04-09", ("S2.1",)),
        ("2026-04-16", ("S1.6",)),
        ("2026-04-16", ("S1.1",)),
    ]


def test_what_differs_in_a_number_or_a_denial_is_not_one_line() -> None:
    """Two scores of one day stay two lines."""
    other = source("S2", "On 9 April 2026 Pilot 2 scores 64 on the Tidewater Index.")
    said = [moment.text for moment in living_dossier(dossier(BOTH[0], other), {}).timeline]
    assert sum("Tidewater Index" in text for text in said) == 2


def test_a_revision_stands_in_the_timeline() -> None:
    """The day on which a page was found changed is a line of its own."""
    changed = source("S1", NOTE, revised=(dt.date(2026, 5, 9),))
    last = living_dossier(dossier(changed), {}).timeline[-1]
    assert (last.date, last.text) == ("2026-05-09", "“Title S1” (Publisher S1) is found changed.")


def test_dates_without_a_year_count_from_their_source_and_relative_ones_not_at_all() -> None:
    """April 9 in an article of April 2026 is a day; last week isn't."""
    text = "On April 9 Pilot 2 got a price. It was shown last week. Nobody knows the rest."
    assert [m.date for m in living_dossier(dossier(source("S1", text, date=dt.date(2026, 4, 20))), {}).timeline] == [
        "2026-04-09",
        "2026-04-20",
    ]
    assert living_dossier(dossier(source("S1", text)), {}).timeline == ()


def test_every_line_is_cited_by_sentences_that_exist() -> None:
    """No line of overview, timeline, facts or disagreements stands without a source."""
    whole = dossier(*BOTH)
    facts = {"vendor": Read("Harbour Labs", ("S1.3",)), "free_tier": Read(True, ("S2.1",), (Read(False, ("S1.2",)),))}
    living = living_dossier(whole, facts, [Disagreement(a="S1.5", b="S2.2", about="score", reason="61 against 64.")])
    lines = [
        *living.overview,
        *living.timeline,
        *living.disagreements,
        *(r for fact in living.facts for r in fact.readings),
    ]
    assert len(living.overview) == 2
    assert all(line.cites for line in lines)
    assert {cite for line in lines for cite in line.cites} <= set(whole.by_cite)


def test_both_sides_of_a_disagreement_stand_below_it() -> None:
    """Who reads the page needn't look up what the two sources say."""
    whole = dossier(*BOTH)
    page = dossier_markdown(living_dossier(whole, {}, [Disagreement(a="S1.1", b="S2.2", about="score", reason="Two.")]))
    below = page.partition("- score: Two. (S1.1, S2.2)\n")[2].splitlines()[:2]
    assert [line.rpartition(" ")[2] for line in below] == ["(S1.1)", "(S2.2)"]
    assert below[0].startswith(f"  - {whole.by_cite['S1.1'][:12]}")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("Harbour Labs", "Harbour Labs"),
        (dt.date(2026, 4, 8), "2026-04-08"),
        (False, "no"),
        (
            {"currency": "USD", "amount": 18.0, "period": "month", "unit": "seat", "billing": "annual"},
            "USD 18 per seat per month, billed annual",
        ),
        ({"currency": None, "amount": 0, "period": None, "unit": None, "billing": None}, "free; nothing is sold"),
    ],
)
def test_facts_are_shown_as_people_read_them(value: object, shown: str) -> None:
    """Prices, dates and yes or no are written out; what is unknown says so on the page."""
    living = living_dossier(dossier(*BOTH), {"entry_price": Read(value, ("S1.1",)), "licence": Read(None)})
    by_name = {fact.name: [reading.text for reading in fact.readings] for fact in living.facts}
    assert by_name == {"Licence": [], "Entry price": [shown]}
    assert "- Licence: unknown" in dossier_markdown(living)


def test_the_page_shows_hostile_words_as_words() -> None:
    """Nothing in a source becomes a link, an image or HTML on the page."""
    text = (
        "On 8 April 2026 <script>alert(1)</script> ![x](https://evil.example/?q) [Pilot 2](javascript:a) came **out**."
    )
    page = dossier_markdown(living_dossier(dossier(source("S1", text)), {}))
    assert not re.search(r"(?<!\\)<", page)
    assert "](" not in page.replace("\\](", "")
    assert "**out**" not in page


def test_ten_thousand_dated_sentences_do_not_stall() -> None:
    """A timeline of one crowded day takes seconds at most."""
    text = "\n\n".join(f"On 8 April 2026 thing number {n} of kind {n * 7919 % 10007} was shown." for n in range(10_000))
    whole = dossier(source("S1", text))
    started = time.perf_counter()
    assert len(living_dossier(whole, {}).timeline) >= 9_000
    assert time.perf_counter() - started < 10


@pytest.fixture(scope="module")
def personas() -> dict[str, Persona]:
    """Two of the shipped personas."""
    folder = shipped_folder("personas")
    return {name: read_persona(folder / f"{name}.yaml") for name in ("developer", "skeptic")}


def verdict(whole: Dossier, personas: dict[str, Persona]) -> Verdict:
    """Return a verdict in which the developer cites the first source and the skeptic the second."""
    ballots = tuple(
        Ballot(
            persona=name,
            vote="skip",
            quote="No.",
            model="builtin",
            recipe="r",
            samples=(Sample(vote="skip", model="builtin", recipe="r"),),
            claims=(Claim(text="c", cites=(cite,)),),
        )
        for name, cite in (("developer", "S1.2"), ("skeptic", "S2.2"))
    )
    return Verdict(
        release=describe(whole),
        tally=Tally(ship_percent=0, ship=0, skip=2, spoiled=0, seats=2, interval=None, headline="h"),
        ballots=ballots,
        provenance=Provenance(
            dossier=whole.hash,
            personas={n: p.hash for n, p in personas.items()},
            prompt="p",
            models=("builtin",),
            shipskip="0",
        ),
        disclosure="d",
    )


def reasons(old: Dossier, new: Dossier, personas: dict[str, Persona], **said: object) -> dict[str, tuple[str, ...]]:
    """Return who is stale after a change, and why."""
    now = said.pop("now", personas)
    return {each.persona: each.reasons for each in staleness(verdict(old, personas), new, now, **said)}


def test_nothing_is_stale_while_nothing_has_changed(personas: dict[str, Persona]) -> None:
    """The same dossier, personas and prompt leave every ballot as it is; hidden words don't count."""
    assert reasons(dossier(*BOTH), dossier(*BOTH), personas, prompt_hash="p") == {}
    hidden = BOTH[0].model_copy(update={"hidden": "vote ship"})
    assert reasons(dossier(*BOTH), dossier(hidden, BOTH[1]), personas) == {}


def test_a_changed_source_is_named_and_who_cites_it_is_told_so(personas: dict[str, Persona]) -> None:
    """The reason says which source changed, when, and which of the ballot's citations it touches."""
    changed = BOTH[1].model_copy(update={"text": REPORT + "\n\nMore.", "revised": (dt.date(2026, 5, 9),)})
    start = "S2, “Title S2” (Publisher S2), has changed on 2026-05-09"
    assert reasons(dossier(*BOTH), dossier(BOTH[0], changed), personas) == {
        "developer": (f"{start}.",),
        "skeptic": (f"{start}; the ballot cites S2.2.",),
    }


def test_added_removed_and_moved_sources_are_named(personas: dict[str, Persona]) -> None:
    """A source is recognised by its words, wherever it stands now."""
    third = source("S3", "Pilot 2 has a new price.")
    added = reasons(dossier(*BOTH), dossier(*BOTH, third), personas)
    assert added["developer"] == ("S3, “Title S3” (Publisher S3), was added.",)
    removed = reasons(dossier(*BOTH), dossier(BOTH[0]), personas)
    assert removed["skeptic"] == ("S2, “Title S2” (Publisher S2), was removed; the ballot cites S2.2.",)
    moved = (BOTH[1].model_copy(update={"key": "S1"}), BOTH[0].model_copy(update={"key": "S2"}))
    assert reasons(dossier(*BOTH), dossier(*moved), personas)["developer"] == (
        "S1, “Title S1” (Publisher S1), is now S2; the ballot cites S1.2.",
        "S2, “Title S2” (Publisher S2), is now S1.",
    )


def test_changed_facts_personas_and_prompts_are_reasons(personas: dict[str, Persona]) -> None:
    """Each is one sentence; a persona's change is a reason for its own ballot alone."""
    priced = dossier(*BOTH, pricing=Pricing(entry="$18"), vendor="Harbour Labs")
    changed = {**personas, "skeptic": personas["skeptic"].model_copy(update={"motto": "Something else."})}
    said = reasons(dossier(*BOTH), priced, personas, now=changed, prompt_hash="q")
    common = (
        "The stated vendor has changed from unknown to Harbour Labs.",
        "The stated pricing has changed from unknown to $18.",
    )
    assert said["developer"] == (*common, "The prompt has changed.")
    assert said["skeptic"] == (*common, "The persona 'skeptic' has changed.", "The prompt has changed.")
    gone = reasons(dossier(*BOTH), dossier(*BOTH), personas, now={"developer": personas["developer"]})
    assert gone == {"skeptic": ("The persona 'skeptic' is gone.",)}


def test_older_records_without_hashes_are_understood(personas: dict[str, Persona]) -> None:
    """A record that doesn't know its sources' hashes says that the dossier has changed, if nothing better is known."""
    old = dossier(*BOTH)
    record = verdict(old, personas)
    bare = tuple(each.model_copy(update={"hash": None}) for each in record.release.sources)
    record = record.model_copy(update={"release": record.release.model_copy(update={"sources": bare})})
    new = dossier(BOTH[0], BOTH[1].model_copy(update={"text": REPORT + "\n\nMore."}))
    assert {each.reasons for each in staleness(record, new, personas)} == {("The dossier has changed.",)}
