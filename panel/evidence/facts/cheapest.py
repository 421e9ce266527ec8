"""Which of the prices of a release is the cheapest way in."""

import re
from collections import Counter
from dataclasses import dataclass

from panel.domain.facts import EntryPrice
from panel.evidence.currencies import ROUGH_WORTH
from panel.evidence.facts.told import told
from panel.evidence.lookup.evidence import Evidence

ACCESSORY = 0.3
"""Share of a device's highest price below which something else is sold, such as its cover."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A price at which the release, or a plan of it, is sold."""

    price: EntryPrice
    """What it comes to."""
    cite: str
    """The sentence."""
    doubt: int
    """0 for a plain price, more for extras, reductions and bulk."""


_BOUGHT_ONCE = re.compile(
    r"\b(?:bought once|pa(?:ys?|id) (?:for (?:it )?)?(?:just |only )?once(?! (?:a|per|every|each)\b)|pay-once|perpetual licen[cs]e|licen[cs]e\b[^.;]{0,30} is perpetual|buy (?:it )?once|one-(?:time|off) (?:purchase|payment|price))\b",
    re.IGNORECASE,
)


_ONCE = ("once", "one-", "perpetual")
"""Letters of which every one of these has some."""

_LIFETIME = re.compile(r"\b(?:lifetime|alternatively|instead|or|prefer|rather|option)\b|\?", re.IGNORECASE)


def is_bought_once(evidence: Evidence) -> bool:
    """Whether the release is paid for once, so that what is paid by the year comes on top."""
    texts = (evidence.passages[place].text for place in told(evidence).having(_ONCE))
    return any(_BOUGHT_ONCE.search(text) and not _LIFETIME.search(text) for text in texts)


_BY_USE = re.compile(
    r"\bpay[- ]as[- ]you[- ]go\b|\bpay(?:ing)? (?:per|by|for) (?:use|usage|what you use|each)\b|\bonly for what you use\b|\busage[- ]based\b|"
    r"\bno (?:subscription|minimum|monthly fee|commitment|plan)s?\b|\bwithout an? (?:plan|subscription|contract|minimum)\b|\bon[- ]demand\b|\bprepaid\b|"
    r"\b(?:a|one|each) single (?:delivery|ride|trip|ticket|visit|session|order|page|image|parcel|call|lesson|scan|report|entry) (?:costs?|is|comes to)\b|"
    r"\bby the (?:second|minute|hour|call|page|message)\b|\bper[- ]second billing\b",
    re.IGNORECASE,
)

_USE = (
    "pay",
    "for what you use",
    "usage",
    "no ",
    "without a",
    " single ",
    "demand",
    "prepaid",
    "by the ",
    "per-second",
    "per second",
)
"""Letters of which every one of these has some."""


def is_paid_by_use(evidence: Evidence) -> bool:
    """Whether the sources say that one can pay for what one uses, without a plan."""
    return any(_BY_USE.search(evidence.passages[place].text) for place in told(evidence).having(_USE))


def cheapest(found: list[Offer], *, device: bool, once: bool = False, planned: bool = False) -> Offer | None:
    """Return the cheapest plain way in; where nothing is plain, the least doubtful.

    Args:
        found: Prices of the release.
        device: Whether it is a thing that is bought, so that a subscription comes on top.
        once: Whether it is paid for once.
        planned: Whether one needs a plan where plans are sold, so that what is paid by use comes on top.
    """
    if not found:
        return None
    bought = [offer for offer in found if offer.price.period == "once" and offer.doubt < 2]
    if device and bought:
        most = max(worth(offer) for offer in bought)
        found = [offer for offer in bought if worth(offer) > ACCESSORY * most]
    elif once and bought:
        found = bought
    elif any(offer.price.period not in ("once", None) and offer.doubt < 2 for offer in found):
        found = [offer for offer in found if offer.price.period != "once"]
    if planned and _begins_with_a_plan(found):
        found = [offer for offer in found if offer.price.period is not None or not offer.price.unit]
    if any(_is_kept(offer) for offer in found):
        found = [offer for offer in found if offer.price.period or offer.price.unit not in DATA]
    least = min(offer.doubt for offer in found)
    metered = [offer for offer in found if offer.doubt == least and offer.price.period is None and offer.price.unit]
    rest = [offer for offer in found if offer.doubt == least and offer not in metered]
    if len(metered) > len(rest) and all(offer.price.period == "once" for offer in rest):
        found = [offer for offer in metered if offer.price.unit == metered[0].price.unit]
    plain = [offer for offer in found if offer.doubt == least]
    best = min(plain, key=worth)
    usual = Counter(offer.price.currency for offer in plain).most_common(1)[0][0]
    alike = [offer for offer in plain if offer.price.currency == usual and worth(offer) <= ABROAD * worth(best)]
    best = min(alike, key=lambda offer: (worth(offer), _vagueness(offer)), default=best)
    return next((offer for offer in found if _is_same_elsewhere(offer, best)), best)


DATA = ("GB", "TB")
"""Amounts of data, by which keeping it is paid for and moving it."""


def _is_kept(offer: Offer) -> bool:
    """Whether a price is that of keeping data for a month; what moving it costs comes on top of that."""
    return offer.price.unit in DATA and offer.price.period == "month" and offer.doubt < 2


def _begins_with_a_plan(found: list[Offer]) -> bool:
    """Whether a small plan is sold; a big one is for those who are past the usual way."""
    return any(
        not offer.doubt and offer.price.period in ("month", "year") and 0 < worth(offer) <= SMALL_PLAN
        for offer in found
    )


def _vagueness(offer: Offer) -> int:
    """Return how little a price says of what it is for: a time, something by the piece, or nothing."""
    if offer.price.period is None:
        return 1
    return 2 if offer.price.period == "once" else 0


SMALL_PLAN = 200
"""Most that a plan costs with which most people begin."""

ABROAD = 1.35
"""How much dearer the same thing may be in another country."""


def _is_same_elsewhere(offer: Offer, best: Offer) -> bool:
    """Whether a sentence gives a price in one currency first and in that of the best one after: ``£389 or €449``."""
    return (
        offer.cite == best.cite
        and offer.doubt == best.doubt
        and (offer.price.currency != best.price.currency or offer is best)
        and worth(offer) <= ABROAD * worth(best)
    )


def worth(offer: Offer) -> float:
    """Return roughly what a price is worth in dollars, to compare it with others."""
    data = 0.001 if offer.price.unit == "TB" else 1.0  # as if it were told by the gigabyte
    return data * offer.price.amount * ROUGH_WORTH.get(offer.price.currency or "", 1.0)
