"""Times of day: ``book before noon`` of what can be booked until four in the afternoon."""

from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.clock_times import clock_times, same_clock
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import has_unit
from panel.evidence.passages import Passage, Span


def check_clocks(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check a statement's time of day against the only ones that a sentence has for the same end or beginning.

    Args:
        claim: The statement; one that denies, or has several such times, is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    mine = list(clock_times(claim.text))
    if (
        len(mine) != 1
        or claim.denials
        or any(same_clock(mine[0], each) for passage in evidence.passages for each in clock_times(passage.text))
    ):
        return
    for place in places:
        theirs = [each for each in clock_times(evidence.passages[place].text) if each.side == mine[0].side]
        if theirs and evidence.is_sentence(place) and _says_rest(claim, place, mine[0].span, evidence):
            yield Finding("contradicted", mine[0].text, place, theirs[0].text, fit=1.0)
            return


def _says_rest(claim: Passage, place: int, beside: Span, evidence: Evidence) -> bool:
    """Whether a sentence has half of a statement's telling words beside its time, or any word of one that has no others."""
    rest = [unit for unit in evidence.parts(claim) if not beside[0] <= unit.span[0] < beside[1]]
    if any(unit.strong for unit in rest):
        return evidence.has_half(claim, place, beside)
    return any(has_unit(evidence.said(place), unit) for unit in rest)
