"""Whole dossiers searched for contradictions, on sets by other hands to which the search is fitted."""

import json
from collections import defaultdict
from pathlib import Path

import pytest

from panel.domain.release import Release, Source
from panel.evidence.conflicts import disagreements
from panel.evidence.conflicts.searching import CROWD, MOST, candidates, read_sentences
from panel.evidence.dossier import read_dossier
from panel.store.releases import read_release

DATA = Path(__file__).resolve().parents[1] / "data" / "evidence"


MAKER = """Heron is a pocket recorder for interviews. The case weighs 31 grams. A charge lasts 14 hours.
It has two microphones and a clip. Heron was launched on 3 May 2026. Every file carries an inaudible watermark.
Transcripts can be exported as text."""
REVIEW = """I carried a Heron for a month. The case weighs 45 grams. The clip is sturdy.
The launch of the Heron was on 9 June 2026. The sound of both microphones is clean.
The files carry no watermark of any kind.
It needs an account."""


def dossier_of(*texts: str):
    """The dossier of a release with these sources."""
    sources = tuple(Source(key=f"S{n}", text=text) for n, text in enumerate(texts, start=1))
    return read_dossier(Release(slug="heron", sources=sources, name="Heron", vendor="Oakline"))


@pytest.fixture(scope="module")
def labels():
    """Whether sentences of labelled dossiers contradict each other."""
    known = defaultdict(dict)
    for line in (DATA / "disagreements.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["set"] != "worked examples":
            known[row["slug"]][frozenset((row["a"], row["b"]))] = row["contradiction"]
    return known


def test_half_of_the_contradictions_are_found(labels):
    """Half of them at least, and what is found is mostly right, though what nobody labelled counts as wrong."""
    found = [
        labels[slug].get(frozenset((each.a, each.b)), False)
        for slug in labels
        for each in disagreements(read_dossier(read_release(DATA / "dossiers" / slug)))
    ]
    there = sum(label is True for known in labels.values() for label in known.values())
    assert there > 600
    assert found.count(True) / (len(found) - found.count(None)) >= 0.8
    assert found.count(True) / there >= 0.5


def test_a_reason_names_what_does_not_go_together():
    """Figures and dates are put side by side; where there are none, it says what both speak of."""
    found = disagreements(dossier_of(MAKER, REVIEW))
    reasons = {frozenset((each.a, each.b)): each.reason for each in found}
    assert reasons.keys() == {frozenset(("S1.2", "S2.2")), frozenset(("S1.5", "S2.4")), frozenset(("S1.6", "S2.6"))}
    assert reasons[frozenset(("S1.2", "S2.2"))] == "One says '31 grams', the other '45 grams'."
    assert reasons[frozenset(("S1.5", "S2.4"))] == "One says '3 May 2026', the other '9 June 2026'."
    assert "watermark" in reasons[frozenset(("S1.6", "S2.6"))]


def test_a_crowd_of_sentences_is_cut_to_the_most_promising():
    """However many sentences there are, only so many pairs are weighed, and the plain contradiction is among them."""
    one = " ".join(f"Plan {n} holds {n * 7} boxes of type {chr(65 + n % 26)}{n}." for n in range(200))
    other = " ".join(f"In plan {n} we put {n * 7} boxes of type {chr(65 + n % 26)}{n}." for n in range(200))
    dossier = dossier_of(f"The case weighs 31 grams. {one}", f"The case weighs 45 grams. {other}")
    weighed = candidates(read_sentences(dossier), dossier.release)
    assert len(weighed) == MOST
    assert any("31 grams" in each.reason for each in disagreements(dossier))


def test_what_was_not_told_is_held_against_each_source_that_tells_it():
    """A source that says that no benchmark was disclosed contradicts each of the two that give a score."""
    found = disagreements(
        dossier_of(
            "It scores 52 on the Arena index.",
            "On the Arena index it reaches 52.",
            "Oakline disclosed no benchmark results.",
        )
    )
    assert {(each.a, each.b) for each in found} == {("S1.1", "S3.1"), ("S2.1", "S3.1")}


@pytest.mark.parametrize("others", [1, 5, 13, 20])
def test_what_many_sources_speak_of_is_still_compared(others):
    """However many pages speak of the battery, each that says otherwise is told."""
    filler = "It has a clip and a strap. The sound is clean."
    texts = [f"I had it for {n + 2} days. The battery lasts 14 hours. {filler}" for n in range(others)]
    found = disagreements(dossier_of(f"The battery lasts 9 hours. {filler}", *texts))
    assert len([each for each in found if each.a.startswith("S1.")]) >= others


@pytest.mark.parametrize(
    ("silent", "telling"),
    [
        ("Oakline disclosed no price.", "It costs fifty dollars a month."),
        ("Oakline disclosed no licence.", "It comes under the Apache 2.0 licence."),
        ("The price is not disclosed.", "It costs $50 a month."),
    ],
)
def test_what_was_not_told_is_told_elsewhere(silent, telling):
    """In figures, in words, and whatever it is."""
    found = disagreements(dossier_of(silent, f"I used it for a month. {telling}"))
    assert [each.about.startswith("whether") for each in found] == [True]


def test_rows_of_figures_are_cut():
    """Two tables on one line each have only so many statements."""
    row = "Sizes " + ", ".join(f"{n} mm" for n in range(100, 160)) + "."
    assert all(len(each.stated) <= CROWD for each in read_sentences(dossier_of(row, row.replace("mm", "cm"))))


def test_silence_about_many_things_is_looked_up():
    """A thousand sentences that tell nothing of what wasn't told are no trouble."""
    one = " ".join(f"Oakline has not disclosed the price of unit {n}." for n in range(1_000))
    other = " ".join(f"Room {n} is open." for n in range(1_000))
    assert disagreements(dossier_of(one, other)) == ()
