"""Prices that follow from another one: with what comes on top, at a share of the rate, in a pack."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from panel.evidence.grounding.derived.lapses import has_part
from panel.evidence.grounding.derived.parts import packed
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity
from panel.evidence.passages import Passage

NEAR = 10
"""Sentences that may have what comes on top."""

MOST = 12
"""Numbers of a sentence that are tried."""

_ON_TOP = re.compile(
    r"\b(?:extra|additional(?:ly)?|on top|add-on|adds?|surcharge|plus|another|optional|sold separately|costs? [$€£¥]?[\d,.]+ more)\b",
    re.IGNORECASE,
)
"""What says that a price comes on top of another."""

_WITH = re.compile(r"\b(?:with|including|includes?|included|plus|and|together|add|added)\b", re.IGNORECASE)


def surcharged(
    claim: Passage,
    quantity: Quantity,
    passage: Passage,
    figures: Sequence[Quantity],
    evidence: Evidence,
    places: Sequence[int],
) -> Iterator[float]:
    """Yield what the prices of a dossier come to by what a sentence says: with an extra, at a share, in a pack.

    Args:
        claim: The statement.
        quantity: Its sum of money.
        passage: The sentence.
        figures: The numbers of the sentence.
        evidence: The dossier.
        places: The sentences that have most in common with the statement.
    """
    if _SAVES.search(claim.text):
        yield from _saved_by_pack(quantity, passage, figures)
    if _ON_TOP.search(passage.text) and (_WITH.search(claim.text) or has_part(claim, passage)):
        yield from _on_top(claim, quantity, figures, evidence, places)
    if (match := _SHARE.search(passage.text)) and has_part(claim, passage):
        yield from _of_rate(quantity, _SHARES[match.lastgroup or ""], evidence)


_SHARE = re.compile(
    r"\b(?:at|for|pays?|paying|costs?|charged|only)\s(?:(?P<half>half)|(?P<twice>twice|double)|an?\s(?P<third>third)|an?\s(?P<quarter>quarter))\b"
    r"(?!\san?\s(?:hour|year|day|month|million|dozen))",
    re.IGNORECASE,
)
"""What says that a price is a part or a multiple of the usual one: ``at half the rate``, ``clinics pay half``."""

_SHARES = {"half": 0.5, "twice": 2.0, "third": 1 / 3, "quarter": 0.25}


def _of_rate(quantity: Quantity, share: float, evidence: Evidence) -> Iterator[float]:
    """Yield the prices of the dossier as many times as a sentence says that something costs."""
    for place in sorted(evidence.priced)[:PRICED]:
        yield from (share * price for price in _sums(quantity, evidence.passages[place].quantities))


_SAVES = re.compile(r"\b(?:sav(?:es?|ed|ing)|cheaper|less)\b", re.IGNORECASE)


def _saved_by_pack(quantity: Quantity, passage: Passage, prices: Sequence[Quantity]) -> Iterator[float]:
    """Yield what several in a pack cost less than one by one."""
    for many in packed(passage.text):
        for one, pack in permutations(prices, 2):
            if one.kind == pack.kind == "money" and one.unit == pack.unit == quantity.unit:
                yield many * one.value - pack.value


def _on_top(
    claim: Passage, quantity: Quantity, figures: Sequence[Quantity], evidence: Evidence, places: Sequence[int]
) -> Iterator[float]:
    """Yield the prices of the dossier with what comes on top of them, and with another thing that a statement speaks of."""
    extras = _sums(quantity, figures)
    priced = sorted(evidence.priced)[:PRICED]
    told = {item.concept for item in claim.items if item.weight >= 1}
    near = [evidence.passages[place] for place in sorted({*places[:NEAR], *priced})]
    met = [
        (said, sums) for each in near if (said := told & each.concepts) and (sums := _sums(quantity, each.quantities))
    ]
    for place in priced:
        base = evidence.passages[place]
        more = {one for said, sums in met if not said <= base.concepts for one in sums}
        for price in dict.fromkeys(_sums(quantity, base.quantities)):
            dear = [extra for extra in extras if extra < price]
            yield from (price + extra for extra in dear)
            yield from (
                price + one + two for one, two in combinations(sorted(more)[:MOST], 2) if price not in (one, two)
            )


PRICED = 40
"""Sentences with prices that are added up; a catalogue has thousands."""


def _sums(quantity: Quantity, figures: Sequence[Quantity]) -> list[float]:
    """Return the sums of money among some numbers, of one currency."""
    return [each.value for each in figures[:MOST] if each.kind == "money" and each.unit == quantity.unit]
