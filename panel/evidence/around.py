"""One number with all that stands round it, read into what it measures."""

import re
from math import inf
from types import MappingProxyType

from panel.evidence.ahead import before
from panel.evidence.behind import After, after
from panel.evidence.lowered import lowered
from panel.evidence.measures import Quantity
from panel.evidence.numerals import Numeral
from panel.evidence.units import Unit, unit_named
from panel.evidence.version_numbers import is_glued, is_named, is_version


def read_quantity(text: str, numeral: Numeral) -> Quantity | None:
    """Read one number with all that stands round it; None if it is part of a name or no quantity at all."""
    ahead = None if is_glued(text, numeral.span[0]) else after(text, numeral.span[1])
    if ahead is None:
        return None
    behind = before(text, numeral.span[0])
    unit = Unit("money", behind.currency) if behind.currency else ahead.unit
    if unit is None and _counts_people(text, numeral.span[0]):
        ahead = After(numeral.span[1], counted="person", noun=("person",))
    if unit and unit.kind == "multiple":
        unit, ahead = _multiplied(text, numeral, unit, ahead)
    if (ahead.unit or ahead.counted) and is_version(text, numeral.span[0]):
        return None
    if unit and unit.kind == "money" and not behind.currency and _POUNDS.search(text, *numeral.span[1:], ahead.end):
        unit = unit_named("lb") if _WEIGHS.search(text) else unit
    bare = unit is None and not ahead.counted and not ahead.scale
    if numeral.spelled and numeral.value == 1 and unit is None and not ahead.scale:
        return None
    if bare and not (_stands_alone(text, numeral, ahead) if numeral.spelled else not is_named(text, numeral.span[0])):
        return None
    kind, name, factor = _measure(unit, ahead)
    if kind in ("time", "months") and (part := _AND_PART.match(text, ahead.end)):
        numeral = numeral._replace(value=numeral.value + _PARTS[lowered(part[1])])
        ahead = ahead._replace(end=part.end())
    if bare and numeral.value >= _FEWEST and is_side(text, numeral.span[0]):
        kind, name = "count", "pixel"  # 2048 × 2048
    per, every = _speed(ahead.per) if kind == "length" else (ahead.per, 1.0)
    scale = (ahead.scale or 1.0) * factor / every
    value = numeral.value * scale
    slack = _slack(numeral, kind, value, scale, scaled=bool(ahead.scale))
    if name == "°F":
        name, value, slack = "°C", (value - 32) / 1.8, slack / 1.8
    low, high = value - slack, value + slack
    if ahead.letter in ("k", "m") and kind in ("count", "number", "bytes"):
        high *= 1.024 if ahead.letter == "k" else 1.0486  # 262K may be 256 × 1,024
    hedge = behind.hedge or ahead.hedge
    low, high = hedged(hedge, value, low, high)
    span = (behind.start, ahead.end)
    return Quantity(text[slice(*span)].strip(), span, value, low, high, kind, name, ahead.noun, per, hedge, not hedge)


_FEWEST = 200
"""Pixels from which a number behind a ``×`` is the side of a picture."""

_SIDE = re.compile(r"\d(?:\s?[x×]\s?|\sby\s)$")


def is_side(text: str, start: int) -> bool:
    """Whether a number is the second side of something: ``2048 × 2048``."""
    return _SIDE.search(text[max(0, start - 8) : start]) is not None


_GROUP = re.compile(
    r"\b(?:teams?|groups?|famil(?:y|ies)|households?|offices?|crews?|compan(?:y|ies)|firms?|agenc(?:y|ies)|studios?|staff) of\s(?:about\s|some\s)?$"
)
"""What is made of as many people as the number behind it says: ``a team of ten pays``."""

_REACH = 24
"""Characters before a number that are looked at for the words right before it, and more."""


def _counts_people(text: str, start: int) -> bool:
    """Whether the words before a number say that a group is made of as many people."""
    near = lowered(text)[max(0, start - _REACH) : start]
    return " of" in near and _GROUP.search(near) is not None


_ELLIPTIC = re.compile(
    r"\b(?:for|takes?|took|pays?|paid|to|than|of|instead of|against|versus|managed|needs?|needed|"
    r"not the|claims|only|says|promises|promised|advertises|got|gets|saw|lasted|lasts|reached|measured|(?:to|of|for)\s\d+\s(?:or|and))\s"
    r"(?:[\w-]+['’]s?\s|a\s(?:bit|little)\s|just\s)?$",
    re.I,
)


def goes_on(text: str, start: int) -> bool:
    """Whether the words before a number ask for a number, even one without a unit."""
    return text[start - 1 : start].isspace() and _ELLIPTIC.search(text[max(0, start - _REACH) : start]) is not None


def _speed(per: tuple[str, ...]) -> tuple[tuple[str, ...], float]:
    """Return a second, for which speeds are kept, and how many of them the time is for which one is given."""
    return (("second",), _SECONDS[per[0]]) if len(per) == 1 and per[0] in _SECONDS else (per, 1.0)


_SECONDS = MappingProxyType({"hour": 3_600.0, "minute": 60.0})
"""Seconds of the times for which a speed may be given."""


def _multiplied(text: str, numeral: Numeral, unit: Unit, ahead: After) -> tuple[Unit | None, After]:
    """Return unit and what follows of a number with ``times`` or a sign for it, which counts rather than multiplies at times."""
    if numeral.value * (ahead.scale or 1.0) >= 1000:
        return None, ahead  # "1.2 billion times" counts, "ten times" multiplies
    often = numeral.value > _SELDOM and not _COMPARES.match(text, ahead.end)
    if (often and not _BY.search(text[: numeral.span[0]])) or _OFTEN.match(text, ahead.end) or _SPANS & set(ahead.per):
        return None, ahead._replace(counted="time", unit=None)  # "14 times out of 20" counts
    if times := _EACH.match(text, numeral.span[1]):
        return None, ahead._replace(unit=None, counted=times[1].lower(), noun=(times[1].lower(), *ahead.noun[1:]))
    return unit, ahead


_SELDOM = 20
"""Times from which a number with nothing behind it counts: ``pulled the plug 200 times``."""

_BY = re.compile(r"\b(?:by|up|grew|grown|rose|risen|worth|to)\s(?:\w+\s)?$")
"""What stands before a number of times that multiplies."""

_SPANS = frozenset({"day", "week", "month", "year", "hour", "minute", "second"})

_EACH = re.compile(r"\s?×\s([A-Z][\w-]*)")
"""A sign between a number and what it counts: ``2 × USB-A``."""

_OFTEN = re.compile(
    r"\s(?:out of|in (?:a row|\d+|the\s\w+|[a-z]+(?:teen|ty)|two|three|four|five|six|seven|eight|nine|ten|twelve))\b"
)

_COMPARES = re.compile(r"\s(?:as|the|that|what|its|their|more|less|fewer|over|[a-z]+er|[A-Z]\S+)\b")
_AND_PART = re.compile(r"\sand\s(?:an?\s)?(half|quarter|three[ -]quarters)\b(?!\s(?:of|the|a)\b)", re.IGNORECASE)

_PARTS = MappingProxyType({"half": 0.5, "quarter": 0.25, "three quarters": 0.75, "three-quarters": 0.75})
"""What a time is longer by, behind its unit: ``an hour and a half``."""

_POUNDS = re.compile(r"\bpounds?\b", re.IGNORECASE)

_WEIGHS = re.compile(
    r"\b(?:weigh\w*|heav\w+|scales?|light(?:er|est)?|heft\w*|lift\w*|kilos?|kilograms?|grams?|ounces?)\b", re.IGNORECASE
)
"""Words of a sentence whose pounds are no money."""


def _stands_alone(text: str, numeral: Numeral, ahead: After) -> bool:
    """Whether a number in words that counts nothing known is one all the same: ``Sable two.``, ``thirty-one of 48``."""
    if text[slice(*numeral.span)].lower().startswith("half"):
        return False
    if ahead.noun or re.match(
        r"\sof\s(?:(?:(?:the|its|our|their|his|her|my|all)\s)*(?:\d|(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+(?:teen|ty)|a hundred)\b)|them\b|these\b|those\b)",
        text[numeral.span[1] :],
    ):
        return True
    opens = numeral.span[0] == 0 or text[max(0, numeral.span[0] - 2) : numeral.span[0]] == "; "
    if numeral.value > 1 and opens and _DID.match(text, numeral.span[1]):
        return True
    ends = re.match(r"[.,;)]|$", text[numeral.span[1] :])
    if ends and numeral.value > 1 and (text.startswith(("Of ", "Out of ")) or goes_on(text, numeral.span[0])):
        return True
    return bool(
        numeral.value > 1 and ends and re.search(r"[A-Z]\w+\s(?:managed\s|has\s|had\s)?$", text[: numeral.span[0]])
    )


_DID = re.compile(r"\s(?:were|are|had|have|did|could|would)(?:n['’]t)?\b")
"""What follows a number with which a sentence begins, and whose noun the one before has: ``Forty-five were scanned.``"""


def _measure(unit: Unit | None, ahead: After) -> tuple[str, str, float]:
    """Return kind, base unit and factor."""
    if unit:
        return unit.kind, unit.name, unit.factor
    if ahead.counted == "frame" and "second" in ahead.per:
        return "frame rate", "frame", 1.0
    if ahead.counted in ("minute", "hour") and (spent := unit_named(ahead.counted)):  # "10,000 build minutes"
        return spent.kind, spent.name, spent.factor
    if ahead.counted in ("", "point"):
        return "number", "", 1.0
    return "count", ahead.counted, 1.0


def _slack(numeral: Numeral, kind: str, value: float, scale: float, *, scaled: bool) -> float:
    """Return how far off a number may be that is rounded like this one."""
    if scaled or (kind == "count" and numeral.step >= 100):
        return min(numeral.step * scale / 2, value * 0.05)
    if kind == "money":
        return min(value * 0.005, 1.0)  # $19.99 is called $20
    return min(numeral.step, 1.0) * scale / 2 if numeral.step < 1 or value >= 20 * scale else 0.02 * scale


_HEDGED = MappingProxyType(
    {"about": (0.9, 1.1), "over": (1, 0), "atleast": (1, 0), "nearly": (0.9, 1), "under": (0, 1), "upto": (0.8, 1)}
)
"""The least and the most that a hedge leaves of a value, as its multiples; 0 for no upper bound."""


def hedged(hedge: str, value: float, low: float, high: float) -> tuple[float, float]:
    """Return the least and the most that a hedge leaves of a value, or what rounding leaves if there is none."""
    if hedge not in _HEDGED:
        return low, high
    least, most = _HEDGED[hedge]
    return value * least, value * most if most else inf
