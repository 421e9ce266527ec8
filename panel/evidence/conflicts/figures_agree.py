"""Whether two figures of two sentences say the same, each as roughly as it is put."""

import re

from panel.evidence.measures import Quantity, close_enough, digits_of

_LOOSE = frozenset(("nearly", "under", "over", "atleast"))


def figures_agree(one: Quantity, other: Quantity) -> bool:
    """Whether two figures say the same; a word such as ``about`` lets them be a twentieth apart."""
    if one.kind == other.kind != "money" and (_rounded(one, other) or _rounded(other, one)):
        return True
    if _bounds(one, other) or _bounds(other, one) or _rounded_off(one, other) or _rounded_off(other, one):
        return True
    if _is_a_twelfth(one, other) or _is_a_twelfth(other, one) or _in_stretch(one, other) or _in_stretch(other, one):
        return True
    if one.value and other.value and {one.kind, other.kind} != {"time", "months"}:
        if (
            one.kind == other.kind == "percent"
            and _NEARLY_ALL <= min(one.value, other.value) <= max(one.value, other.value) <= 100
        ):
            return ratio_of(100 - one.value, 100 - other.value) < _ROUND
        near = 1.1 if {one.hedge, other.hedge} & _LOOSE or any(map(_roughly, (one, other))) else 1.05
        return ratio_of(one.value, other.value) < near and (close_enough(one, other) or close_enough(other, one))
    return close_enough(one, other) or close_enough(other, one)


def _bounds(loose: Quantity, exact: Quantity) -> bool:
    """Whether one figure is the round bound of the other: less than 0.2 seconds are 180 ms."""
    within = exact.value < loose.value if loose.hedge in ("under", "nearly") else exact.value > loose.value
    loosely = loose.hedge in _LOOSE and exact.hedge in ("", loose.hedge) and loose.kind == exact.kind != "money"
    return loosely and within and ratio_of(loose.value, exact.value) < _ROUND


def _in_stretch(loose: Quantity, exact: Quantity) -> bool:
    """Whether a time lies in a stretch of a day that isn't told by the clock: five hours in an afternoon."""
    wide = loose.hedge == "about" and loose.high > 2 * loose.low
    return wide and loose.kind == exact.kind == "time" and loose.low <= exact.value <= loose.high


def _rounded_off(rough: Quantity, fine: Quantity) -> bool:
    """Whether a rough figure is the other in round numbers: about 40 KB are 38."""
    if rough.hedge != "about" or fine.hedge not in ("", "about") or rough.kind != fine.kind or rough.kind == "money":
        return False
    if rough.value <= 0 or fine.value <= 0 or ratio_of(rough.value, fine.value) >= _ROUNDED:
        return False
    digits = digits_of(rough.value)
    return digits < digits_of(fine.value) and float(f"{fine.value:.{digits}g}") == float(f"{rough.value:.6g}")


_ROUNDED = 1.09
"""How far a figure in round numbers is from the other at most."""


def _is_a_twelfth(monthly: Quantity, yearly: Quantity) -> bool:
    """Whether a price by the month is what another by the year comes to: about €2.50 of €29.99."""
    if monthly.kind != "money" or yearly.kind != "money" or monthly.unit != yearly.unit:
        return False
    if "month" not in monthly.per or "year" not in yearly.per or not monthly.value or not yearly.value:
        return False
    return ratio_of(monthly.value * 12, yearly.value) < _CENTS


_CENTS = 1.02
"""How far twelve months' price may be from a year's, for the cents."""


def _roughly(quantity: Quantity) -> bool:
    """Whether a figure is rounded to a half or a quarter: ``about one and a half gigabytes``."""
    return quantity.hedge == "about" and _FRACTION.search(quantity.text) is not None


_FRACTION = re.compile(r"\b(?:half|quarters?|thirds?)\b", re.IGNORECASE)
_NEARLY_ALL = 99.0
"""Percents from which on what is left over counts: 99.9 are ten times as far from all as 99.99."""
_ROUND = 1.12
"""How far a round bound is from the figure that it stands for at most."""


def ratio_of(one: float, other: float) -> float:
    """Return how many times the smaller of two values the larger is."""
    return max(one, other) / max(min(one, other), 1e-9)


def _rounded(fine: Quantity, coarse: Quantity) -> bool:
    """Whether one figure is the other, given with fewer decimals: 2.9 grams are 3."""
    one, other = _DECIMALS.search(fine.text), _DECIMALS.search(coarse.text)
    if not one or not other or not fine.value or fine.unit != coarse.unit:
        return False
    decimals = len(other[2] or "")
    if decimals >= len(one[2] or ""):
        return False
    factor = fine.value / float(one[0].replace(",", ""))
    return round(fine.value / factor, decimals) == round(coarse.value / factor, 6)


_DECIMALS = re.compile(r"(\d[\d,]*)(?:\.(\d+))?")
