"""Whether a price has the tax in it: ``€149 plus VAT`` of €149 including VAT."""

import re
from collections.abc import Iterator

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity, close_enough, same_measure
from panel.evidence.passages import Passage

_TAX = r"(?:VAT|GST|HST|(?:sales |value[- ]added )?tax(?:es)?|MwSt\.?|TVA|IVA|duty|duties|shipping|postage|delivery)"
_MARK = re.compile(
    rf"\b(?:(?P<without>plus|excluding|excl\.?|exclusive of|before|without|net of|ex|not (?:including|counting)|(?:doesn['’]t|does not|don['’]t) include)|"
    rf"(?P<within>including|incl\.?|inclusive of|with|includes?|after))\s(?:the\s|all\s|any\s|local\s)?(?P<tax>{_TAX})\b"
    rf"|\b(?P<after>{_TAX})\s(?:(?:is|are)\s)?(?:(?P<in>included|inclusive|in)|(?P<out>not included|excluded|extra|on top|comes? on top|to be added))\b",
    re.IGNORECASE,
)
NEAR = 40
"""Characters behind a price within which its tax is spoken of."""


def _taxed(passage: Passage) -> Iterator[tuple[Quantity, str, bool]]:
    """Yield the prices of a sentence that are said to be with or without a tax."""
    for match in _MARK.finditer(passage.text):
        prices = [each for each in passage.quantities if each.kind == "money" and each.span[1] <= match.start()]
        if prices and match.start() - prices[-1].span[1] <= NEAR:
            tax = (match["tax"] or match["after"]).lower()[:3]
            yield prices[-1], tax, bool(match["within"] or match["in"])


def check_taxes(claim: Passage, evidence: Evidence) -> Iterator[Finding]:
    """Check whether a statement's price is with a tax where every source has the same one without it, or the other way.

    Args:
        claim: The statement.
        evidence: The dossier.
    """
    for price, tax, within in _taxed(claim):
        found = [
            (place, theirs)
            for place in sorted(evidence.priced)
            for each, other, theirs in _taxed(evidence.passages[place])
            if other == tax and same_measure(price, each) and close_enough(price, each)
        ]
        if found and all(theirs != within for _, theirs in found):
            place = found[0][0]
            yield Finding("contradicted", claim.text, place, evidence.passages[place].text, fit=1.0)
            return
