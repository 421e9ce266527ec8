"""An opinion judged by what is a fact in it all the same: a price that no source has, a thing that there isn't."""

import re

from panel.domain.judgement import Judgement
from panel.evidence.grounding.evidence import Evidence
from panel.evidence.grounding.excuses import is_share
from panel.evidence.grounding.opinions import is_guess, is_verdict
from panel.evidence.grounding.overclaims import check_overclaims
from panel.evidence.grounding.products import reckoned_at
from panel.evidence.grounding.rebuttals import check_rebuttals
from panel.evidence.grounding.refusals import check_refusals
from panel.evidence.grounding.shortfalls import check_presumed, check_shortfalls
from panel.evidence.grounding.tops import check_tops
from panel.evidence.grounding.verdicts import judged, of_figure
from panel.evidence.measures import Quantity, agree, same_measure
from panel.evidence.passages import Passage

_REGRET = re.compile(r"(?:Sadly|Luckily|Thankfully|Unfortunately|Regrettably|Happily),\s")
"""What opens a statement of fact with a feeling about it."""

_HARD = frozenset({"money", "percent", "bytes"})
"""Kinds of figures that are facts even in an opinion."""

_MEASURED = frozenset({"weight", "length", "frequency", "power", "charge", "light", "energy", "heat", "sound"})
"""Kinds of figures that are facts even in an opinion where a source measures the same."""


def judge_opinion(claim: Passage, evidence: Evidence) -> Judgement:
    """Judge a sentence that is an opinion: only a price, share or size in it that no source has at all is wrong."""
    if not is_guess(claim):
        for quantity in claim.quantities:
            if (
                _is_hard(quantity, evidence)
                and any(c.isdigit() for c in quantity.text)
                and not any(agree(quantity, other) for passage in evidence.passages for other in passage.quantities)
                and reckoned_at(claim, quantity, evidence, evidence.candidates(claim)) is None
                and not (quantity.kind == "percent" and is_share(quantity, evidence, evidence.candidates(claim)))
            ):
                said = f"No source has {quantity.text.strip(' .,')!r}."
                return judged(claim, "unsupported", said)
    if not is_verdict(claim) and (not is_guess(claim) or _REGRET.match(claim.text)):
        places = evidence.candidates(claim)
        for check in (check_refusals, check_shortfalls, check_rebuttals, check_overclaims, check_tops):
            for finding in check(claim, evidence, places):
                if finding.kind != "supported":
                    return of_figure(claim, finding, evidence)
    for finding in check_presumed(claim, evidence):
        return of_figure(claim, finding, evidence)
    return judged(claim, "opinion", "It is an opinion, advice or a question.")


def _is_hard(quantity: Quantity, evidence: Evidence) -> bool:
    """Whether a figure is a fact even in an opinion."""
    measured = (
        quantity.exact
        and quantity.kind in _MEASURED
        and any(same_measure(quantity, other) for passage in evidence.passages for other in passage.quantities)
    )
    return measured or quantity.kind in _HARD
