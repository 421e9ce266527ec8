"""What a number of a text measures and how exactly it is meant, and when two of them say the same."""

import re
from dataclasses import dataclass, replace
from math import inf


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number of a text with its unit, in base units, and the range that it leaves open."""

    text: str
    """The words, hedge and unit included."""
    span: tuple[int, int]
    """Where they stand in the text."""
    value: float
    """The number, in base units: 14.3e9 for ``14.3bn``, 24e9 for ``24 GB``."""
    low: float
    """Least value that the words allow: rounding and ``about``, ``nearly``, ``over`` included."""
    high: float
    """Greatest value that the words allow; infinite after ``over``."""
    kind: str
    """``money``, ``percent``, ``bytes``, ``time``, ``months``, ``multiple``, ``rank``, ``count``, ``number`` …

    ``count`` counts things that ``unit`` names, ``number`` stands alone (a benchmark score, say).
    """
    unit: str = ""
    """Base unit (``byte``, ``second``, ``USD``) or singular of what is counted (``token``, ``mode``)."""
    noun: tuple[str, ...] = ()
    """The words behind the number that say what it measures, such as ``("active", "parameters")``."""
    per: tuple[str, ...] = ()
    """What it is per: ``("month",)``, ``("seat", "month")``, ``("1m token",)``."""
    hedge: str = ""
    """``about``, ``over``, ``under``, ``upto``, ``atleast`` or nothing."""
    exact: bool = True
    """Whether nothing hedges it."""

    @property
    def approx(self) -> bool:
        """Whether a word such as ``about`` or ``over`` hedges it."""
        return not self.exact


_OPPOSITE = tuple(frozenset((more, less)) for more in ("over", "atleast") for less in ("under", "upto", "nearly"))


def same_measure(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities are of one kind and unit, so that their values can be compared at all."""
    if a.kind in ("count", "number") and b.kind in ("count", "number"):
        return a.unit == b.unit or not a.unit or not b.unit
    if a.kind != b.kind:
        return {a.kind, b.kind} == {"time", "months"}
    return a.kind != "money" or a.unit == b.unit or _may_be_one_currency(a, b)


_SHARED = (
    ("kr", frozenset({"DKK", "NOK", "SEK", "ISK"})),
    ("dollar", frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD"})),
    ("cent", frozenset({"USD", "EUR", "CAD", "AUD", "NZD", "SGD", "HKD", "ZAR"})),
    ("ct", frozenset({"USD", "EUR"})),
    ("¥", frozenset({"JPY", "CNY"})),
    ("peso", frozenset({"MXN", "COP", "CLP", "ARS", "PHP"})),
)
"""Words for the money of several countries."""


def _may_be_one_currency(a: Quantity, b: Quantity) -> bool:
    """Whether one price names its currency by a word that the other's shares: ``49 kr``, ``NOK 49``."""
    return any({a.unit, b.unit} <= codes and (_is_bare(word, a) or _is_bare(word, b)) for word, codes in _SHARED)


def _is_bare(word: str, price: Quantity) -> bool:
    """Whether a price has a word for the money of several countries, and doesn't say of which: no ``Canadian cents``."""
    return word in price.text and not re.search(rf"(?<!\w)[A-Z][\w.]+\s{re.escape(word)}", price.text)


def agree(claimed: Quantity, stated: Quantity) -> bool:
    """Whether a claimed quantity says no more than a stated one of the same measure."""
    return same_measure(claimed, stated) and close_enough(claimed, stated)


def close_enough(claimed: Quantity, stated: Quantity) -> bool:
    """Whether a claimed value says no more than a stated one: rounding and hedges are allowed for."""
    if claimed.kind != stated.kind and {claimed.kind, stated.kind} == {"time", "months"}:
        claimed, stated = _in_seconds(claimed), _in_seconds(stated)
    if claimed.hedge and stated.hedge and {claimed.hedge, stated.hedge} in _OPPOSITE:
        return False
    if claimed.hedge and claimed.hedge == stated.hedge:
        return abs(claimed.value - stated.value) <= 0.05 * stated.value or _is_rounded_bound(claimed, stated)
    near = _rounded_low(claimed) <= stated.value <= _rounded_high(claimed)
    near = near or _rounded_low(stated) <= claimed.value <= _rounded_high(stated)
    if near or claimed.exact or (claimed.kind == "money" and _FROM.match(claimed.text)):
        return near
    generous = claimed.value * 2 if claimed.hedge in ("over", "atleast") else inf
    return claimed.low <= stated.value <= min(claimed.high, generous)


def _is_rounded_bound(claimed: Quantity, stated: Quantity) -> bool:
    """Whether a bound is a rounder one that another goes beyond: ``over two thousand`` of ``more than 2,300``."""
    small, large = sorted((claimed.value, stated.value))
    beyond = claimed.value < stated.value if claimed.hedge == "over" else claimed.value > stated.value
    if claimed.hedge not in ("over", "under") or not beyond or large > _ROUNDLY * small:
        return False
    return digits_of(claimed.value) < digits_of(stated.value)


_ROUNDLY = 1.25
"""How many times a bound another one may be that it rounds."""


def digits_of(value: float) -> int:
    """Return how many digits of a value say anything: two of 2,300."""
    return len(f"{value:.6g}".split("e")[0].replace(".", "").strip("0"))


_FROM = re.compile(r"(?:from|start(?:s|ing) (?:at|from)|as (?:low|little) as)\b", re.IGNORECASE)
"""What stands before the least price that there is, which isn't any lower one."""


def _rounded_low(quantity: Quantity) -> float:
    return min(quantity.value, quantity.low) if quantity.exact else quantity.value * 0.995


def _rounded_high(quantity: Quantity) -> float:
    return max(quantity.value, quantity.high) if quantity.exact else quantity.value * 1.005


def _in_seconds(quantity: Quantity) -> Quantity:
    if quantity.kind != "months":
        return quantity
    month = 30.44 * 86400
    low, high = quantity.low * month * 0.98, quantity.high * month * 1.02
    return replace(quantity, kind="time", unit="second", value=quantity.value * month, low=low, high=high)
