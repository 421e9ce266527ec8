"""What becomes of a figure that no source has as it stands: it may follow from others."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from panel.evidence.grounding.derived.derivations import derivation
from panel.evidence.grounding.derived.derived_cues import cue_of
from panel.evidence.grounding.derived.excuses import is_excused
from panel.evidence.grounding.derived.products import is_factor, reckoned_at
from panel.evidence.grounding.derived.rates import headed_at, is_free
from panel.evidence.grounding.derived.reckoning import TOTAL
from panel.evidence.grounding.derived.sums import are_parts, summed_at
from panel.evidence.grounding.numbers.amounts import COUNTS
from panel.evidence.grounding.numbers.bounds import bound
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import agree
from panel.evidence.passages import Passage

LEFT_OPEN: Literal["open"] = "open"
"""What becomes of a number that may follow from others: nobody says so, nor otherwise."""


WORKED_OUT = "by its numbers"
"""What a sentence says of a number that follows from others of it."""


SMALL = 20
"""Counts up to which one soon comes to another by chance."""


def is_worked_out(finding: Finding, settled_: Sequence[Finding | Literal["open"] | None]) -> bool:
    """Whether words are called wrong by the very sentence from whose numbers those of the statement follow.

    Who says that 240 of 8,000 photos were not sorted denies what the sentence affirms of the other 7,760.

    Args:
        finding: What became of a part of the statement.
        settled_: What became of its figures.
    """
    if finding.kind != "contradicted" or finding.place is None or finding.quantity is not None:
        return False
    return finding.place in _worked_out_at(settled_)


def rests_on_worked_out(
    claim: Passage, cites: Sequence[str], settled_: Sequence[Finding | Literal["open"] | None], evidence: Evidence
) -> bool:
    """Whether a judgement rests on nothing but a sentence from whose numbers those of the statement follow.

    Args:
        claim: The statement.
        cites: What the judgement cites.
        settled_: What became of the statement's figures.
        evidence: The dossier.
    """
    places = {evidence.at[each] for each in cites}
    worked_out = set(_worked_out_at(settled_))
    return bool(places) and all(place in worked_out or are_parts(claim, evidence.passages[place]) for place in places)


def _worked_out_at(settled_: Sequence[Finding | Literal["open"] | None]) -> list[int]:
    """Return the places of the sentences from whose numbers figures follow."""
    found = (each for each in settled_ if isinstance(each, Finding) and each.said == WORKED_OUT)
    return [each.place for each in found if each.place is not None]


def _is_outright(finding: Finding, evidence: Evidence) -> bool:
    """Whether a sentence has all of a statement's words beside another price per the very same: none is worked out there."""
    quantity = finding.quantity
    if finding.kind != "contradicted" or finding.place is None or quantity is None or finding.fit < OUTRIGHT:
        return False
    if quantity.kind != "money" or not quantity.per:
        return False
    figures = evidence.passages[finding.place].quantities
    stated = [each for each in figures if each.kind == "money"]
    if any(each.kind in ("percent", "multiple") for each in figures):
        return False  # by how much another thing's price differs
    return len(stated) == 1 and stated[0].unit == quantity.unit and set(stated[0].per) == set(quantity.per)


OUTRIGHT = 0.99
"""Share of a statement's words that a sentence must have beside another figure, for that one to be no base of it."""


def settled(
    claim: Passage, finding: Finding, evidence: Evidence, places: Sequence[int]
) -> Finding | Literal["open"] | None:
    """Return what becomes of a figure: support where it follows from others, None where it is borne out after all.

    By how much two numbers differ is told by both of them, but not which of them is the larger, so that it is open.
    """
    quantity = finding.quantity
    if finding.kind == "supported":
        denied = bound(claim, finding, evidence)
        said = {"same": WORKED_OUT, "wrong": finding.part}.get(denied or "", finding.said)
        return replace(finding, said=said, kind="contradicted" if denied == "wrong" else "supported")
    if quantity is None:
        return None if is_excused(claim, finding, evidence, places) else finding
    if _is_outright(finding, evidence):
        return finding
    if (place := summed_at(claim, quantity, evidence, places)) is not None:
        return Finding("supported", finding.part, place, said=WORKED_OUT, fit=1.0)
    place = headed_at(claim, quantity, evidence)
    place = reckoned_at(claim, quantity, evidence, places) if place is None else place
    if place is not None:
        stands = any(agree(quantity, each) for each in evidence.passages[place].quantities)
        particular = quantity.kind not in COUNTS or quantity.value > SMALL
        said = WORKED_OUT if particular and not stands else ""
        return Finding("supported", finding.part, place, said=said, fit=1.0)
    derived = derivation(claim, finding, quantity, evidence, places)
    if derived is not None and derived.follows and cue_of(claim, quantity) != "apart":
        return Finding("supported", finding.part, derived.place, fit=1.0)
    if derived is not None:
        return LEFT_OPEN
    if is_factor(claim, quantity, evidence, places) or is_free(claim, quantity, evidence):
        return None
    if is_excused(claim, finding, evidence, places):
        return None
    return LEFT_OPEN if TOTAL.search(claim.text) else finding
