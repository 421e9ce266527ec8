"""How a price is billed: as another sentence or the price of a year says, or else as such prices are."""

import re
from collections.abc import Sequence
from dataclasses import replace

from panel.domain.facts import EntryPrice
from panel.domain.release import usual_billing
from panel.evidence.facts.cheapest import Offer
from panel.evidence.lookup.evidence import Evidence


def billed(evidence: Evidence, best: Offer, found: Sequence[Offer]) -> Offer:
    """Return the price of a month with how it is billed: yearly where twelve of it are the price of a year."""
    price = best.price
    if price.period != "month" or price.billing:
        return best
    years = [each.price for each in found if each.cite == best.cite and each.price.period == "year"]
    if any(
        each.currency == price.currency and abs(12 * price.amount - each.amount) < 0.02 * each.amount for each in years
    ):
        return replace(best, price=price.model_copy(update={"billing": "annual"}))
    return replace(best, price=price.model_copy(update={"billing": _told(evidence, best.cite.partition(".")[0])}))


def as_usual(price: EntryPrice) -> EntryPrice:
    """Return a price with how it is billed, as such prices are where no source says it: by the month, by use, once."""
    if price.billing or not price.amount:
        return price
    return price.model_copy(update={"billing": usual_billing(price.period, price.unit)})


def _told(evidence: Evidence, source: str) -> str | None:
    """Return how all plans of a price list are billed, where a sentence of its page says it of all of them."""
    texts = [passage.text for passage in evidence.passages if passage.cite.partition(".")[0] == source]
    found = {
        match[1].lower()
        for text in texts
        if (match := _BILLED.search(text)) and not _EITHER.search(text[: match.start()])
    }
    if len(found) != 1:
        return None
    return "monthly" if found.pop() == "monthly" else "annual"


_BILLED = re.compile(
    r"(?:^(?!\w+ \w+,? [^.;]{0,50}[$€£¥₹]\s?\d)|\b(?:is|are|get|gets) (?:all |always |both )?)(?:billed|paid|charged|invoiced) (monthly|annually|yearly)\b(?! active|,? (?:or|and) (?:monthly|annually|yearly|quarterly))",
    re.IGNORECASE,
)
_EITHER = re.compile(r"\b(?:or|if|when|can be|extra|overage|20|more)\b", re.IGNORECASE)
"""What says before it that one can choose, or that it goes for something else."""
