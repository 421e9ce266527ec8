"""Units and magnitudes: what a number with one behind it measures."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from panel.evidence.currencies import CENTS, COINS, PEOPLES
from panel.evidence.lowered import lowered
from panel.evidence.words import singular, words


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number counts or measures."""

    kind: str
    """Family within which numbers compare: ``money``, ``percent``, ``bytes``, ``time``, ``count`` …"""
    name: str
    """Base unit, such as ``byte`` or ``second``; a currency's ISO 4217 code."""
    factor: float = 1.0
    """How many base units one of these is."""


SCALES = MappingProxyType(
    {"thousand": 1e3, "k": 1e3, "tausend": 1e3, "mil": 1e3, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7}
    | dict.fromkeys(words("m mn mln million millions mio millionen millones milioni millioner miljoner miljon"), 1e6)
    | dict.fromkeys(
        words("b bn bln billion billions mrd milliarde milliarden milliard milliards milliarder miljarder"), 1e9
    )
    | dict.fromkeys(words("t tn trillion trillions billionen"), 1e12)
)
"""Magnitudes, as words and as letters behind a number, in lower case."""

_LETTERS = MappingProxyType({"k": 1e3, "m": 1e6, "g": 1e9, "t": 1e12, "p": 1e15})
_LARGE = MappingProxyType({"g": 1e9, "t": 1e12, "p": 1e15})
_SPELT = MappingProxyType({"kilo": 1e3, "mega": 1e6, "giga": 1e9, "tera": 1e12, "peta": 1e15})
_HOURLY = MappingProxyType({"": 1.0, "kilo": 1e3, "mega": 1e6, "giga": 1e9})

_PREFIXED: tuple[tuple[str, str, Mapping[str, float], tuple[str, ...]], ...] = (
    ("bytes", "byte", _LETTERS, ("b", "ib")),
    ("bytes", "byte", _SPELT, ("byte",)),
    ("frequency", "hertz", _LETTERS, ("hz",)),
    ("bandwidth", "bit", _LETTERS, ("bps", "bit")),
    ("energy", "watt hour", _HOURLY, ("watt-hour", "watt hour")),
    ("count", "operation", _LARGE, ("ops", "flops")),
    ("count", "operation", _SPELT, ("flops",)),
)
"""Kind, base unit, and the prefixes that stand before each of some endings."""

_PLAIN: tuple[tuple[str, str, Mapping[str, float]], ...] = (
    ("bytes", "byte", {"byte": 1}),
    ("frequency", "hertz", {"hz": 1, "hertz": 1}),
    ("frame rate", "frame", {"fps": 1}),
    ("time", "second", {"microsecond": 1e-6, "ms": 1e-3, "millisecond": 1e-3}),
    ("time", "second", dict.fromkeys(("s", "sec", "second", "sekunde"), 1)),
    ("time", "second", {"min": 60, "minute": 60, "h": 3600, "hr": 3600, "hour": 3600, "stunde": 3600}),
    ("time", "second", {"day": 86400, "tag": 86400, "week": 604_800, "woche": 604_800, "fortnight": 1_209_600}),
    ("months", "month", {"month": 1, "mo": 1, "monat": 1, "year": 12, "yr": 12, "jahr": 12, "decade": 120}),
    ("length", "metre", dict.fromkeys(("mm", "millimetre", "millimeter"), 1e-3)),
    ("length", "metre", dict.fromkeys(("cm", "centimetre", "centimeter"), 1e-2)),
    ("length", "metre", dict.fromkeys(("m", "metre", "meter"), 1)),
    ("length", "metre", dict.fromkeys(("km", "kilometre", "kilometer"), 1e3)),
    ("length", "metre", {"inch": 0.0254, "inche": 0.0254, "mile": 1609.344}),
    ("length", "metre", dict.fromkeys(("foot", "feet", "ft"), 0.3048)),
    ("weight", "gram", {"mg": 1e-3, "g": 1, "gram": 1, "kg": 1e3, "kilogram": 1e3, "kilo": 1e3, "tonne": 1e6}),
    ("weight", "gram", {"lb": 453.6, "oz": 28.35, "ounce": 28.35}),
    ("volume", "litre", {"ml": 1e-3, "millilitre": 1e-3, "milliliter": 1e-3, "cl": 1e-2, "centilitre": 1e-2}),
    ("volume", "litre", {"l": 1, "litre": 1, "liter": 1}),
    ("power", "watt", {"w": 1, "kw": 1e3, "mw": 1e6, "gw": 1e9}),
    ("power", "watt", {"watt": 1, "kilowatt": 1e3, "megawatt": 1e6, "gigawatt": 1e9}),
    ("energy", "watt hour", {"wh": 1, "kwh": 1e3, "mwh": 1e6, "gwh": 1e9, "twh": 1e12}),
    ("charge", "mAh", {"mah": 1}),
    ("volts", "volt", {"v": 1, "volt": 1, "kv": 1e3}),
    ("pixels", "pixel", {"mp": 1e6, "megapixel": 1e6}),
    ("light", "nit", {"nit": 1}),
    ("flux", "lumen", {"lumen": 1, "lm": 1}),
    ("illuminance", "lux", {"lux": 1, "lx": 1}),
    ("area", "square metre", {"hectare": 1e4, "ha": 1e4, "acre": 4046.86}),
    ("sound", "dB", {"db": 1, "decibel": 1}),
    ("colour temperature", "kelvin", {"kelvin": 1}),
    ("current", "ampere", {"ma": 1e-3, "milliamp": 1e-3, "milliampere": 1e-3, "amp": 1, "ampere": 1}),
    ("turning", "turn a minute", {"rpm": 1}),
    ("pressure", "pascal", {"hpa": 1e2, "kpa": 1e3, "mbar": 1e2, "psi": 6894.8}),
    ("energy drunk", "kilocalorie", {"kcal": 1, "calorie": 1, "kilocalorie": 1}),
    ("percent", "%", {"percent": 1, "pct": 1, "prozent": 1, "%": 1, "percentage point": 1, "per cent": 1}),
    ("percent", "%", {"‰": 0.1, "per mille": 0.1}),
    ("heat", "°C", {"°c": 1, "degree": 1}),
    ("heat", "°F", {"°f": 1}),
    ("multiple", "×", {"x": 1, "fold": 1, "time": 1, "×": 1}),
)
"""Kind, base unit, and how many of it are one of each of these."""


@cache
def _units() -> dict[str, Unit]:
    """Return every unit by its singular in lower case."""
    table = {word: Unit(kind, base, factor) for kind, base, factors in _PLAIN for word, factor in factors.items()}
    for kind, base, prefixes, endings in _PREFIXED:
        table |= {prefix + end: Unit(kind, base, factor) for prefix, factor in prefixes.items() for end in endings}
    table |= {word: Unit("money", code) for word, code in COINS.items()}
    return table | {word: Unit("money", code, 0.01) for word, code in CENTS.items()}


_VERBS = frozenset({"tops", "pops"})
"""Small words that are units in capitals only."""


def unit_named(word: str) -> Unit | None:
    """Return the unit that a word names, singular or plural; None for a word that is just a noun."""
    word = word.rstrip(".")
    if word in _VERBS:
        return None
    word = word.lower()
    table = _units()
    return table.get(word) or table.get(singular(word))


_COINS = frozenset(
    words(
        "dollar shilling pound rupee peso franc yen yuan rand sol sole real reai zloty lira leu lei forint shekel rouble ruble won "
        "baht ringgit rupiah riyal dirham naira cedi hryvnia dinar tenge lari lev leva dong crown koruna krona kronor krone kroner"
    )
)
"""Coins that several peoples have, each by their own name for them."""

_HUNDREDTHS = frozenset(("cent", "cents", "pence"))


def money_of(people: str, coin: str) -> Unit | None:
    """Return the money that a people and a coin of theirs come to: ``Czech crowns``, ``Canadian cents``.

    Args:
        people: Whose it is, as in ``PEOPLES``, whatever its case.
        coin: The word behind it.
    """
    code, small = PEOPLES[lowered(people)], lowered(coin)
    if small in _HUNDREDTHS:
        return Unit("money", code, 0.01)
    known = small in _COINS or small.removesuffix("s") in _COINS
    return Unit("money", code) if known and people.lower() != "euro" else None
