"""What becomes of a figure that no source has as it stands: it may follow from others."""

from collections.abc import Sequence
from typing import Literal

from panel.evidence.grounding.derivations import derivation
from panel.evidence.grounding.derived_cues import cue_of
from panel.evidence.grounding.excuses import is_excused
from panel.evidence.grounding.figures import Finding
from panel.evidence.grounding.products import is_factor, reckoned_at
from panel.evidence.grounding.rates import is_free
from panel.evidence.grounding.reckoning import TOTAL
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.passages import Passage

LEFT_OPEN: Literal["open"] = "open"
"""What becomes of a number that may follow from others: nobody says so, nor otherwise."""


def settled(
    claim: Passage, finding: Finding, evidence: Evidence, places: Sequence[int]
) -> Finding | Literal["open"] | None:
    """Return what becomes of a figure: support where it follows from others, None where it is borne out after all.

    By how much two numbers differ is told by both of them, but not which of them is the larger, so that it is open.
    """
    quantity = finding.quantity
    if finding.kind == "supported":
        return finding
    if quantity is None:
        return None if is_excused(claim, finding, evidence, places) else finding
    if (place := reckoned_at(claim, quantity, evidence, places)) is not None:
        return Finding("supported", finding.part, place, fit=1.0)
    derived = derivation(claim, finding, quantity, evidence, places)
    if derived is not None and derived.follows and cue_of(claim, quantity) != "apart":
        return Finding("supported", finding.part, derived.place, fit=1.0)
    if derived is not None:
        return LEFT_OPEN
    if is_factor(claim, quantity, evidence, places) or is_free(claim, quantity, evidence):
        return None
    return None if is_excused(claim, finding, evidence, places) or TOTAL.search(claim.text) else finding
