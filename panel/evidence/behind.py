"""What stands behind a number: magnitude, unit, noun, ``per month``."""

import re
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from panel.evidence.ahead import HEDGES
from panel.evidence.currencies import PEOPLES, currency_of
from panel.evidence.lowered import lowered
from panel.evidence.nounless import NOUNLESS
from panel.evidence.units import SCALES, Unit, money_of, unit_named
from panel.evidence.words import any_of, singular, words

_PERIODS = MappingProxyType(
    dict.fromkeys(("month", "months", "mo", "mth", "monat", "mois", "mes", "mese", "mês", "maand"), "month")
    | dict.fromkeys(("year", "years", "yr", "annum", "jahr", "año", "anno", "ano", "jaar"), "year")
    | {
        "week": "week",
        "wk": "week",
        "woche": "week",
        "day": "day",
        "tag": "day",
        "hour": "hour",
        "hr": "hour",
        "h": "hour",
    }
    | {"minute": "minute", "min": "minute", "second": "second", "sec": "second", "s": "second"}
)
_IRREGULAR = frozenset(words("people children men women staff data media fps"))
_COUNTABLE = frozenset(words("token parameter param core bit layer expert seat pixel language user developer download"))


class After(NamedTuple):
    """What stands behind a number."""

    end: int
    """Where it ends."""
    scale: float | None = None
    """Magnitude, such as 1e9."""
    letter: str = ""
    """The magnitude's letter in lower case, if it is written as one."""
    unit: Unit | None = None
    """What is measured, if it is a known unit."""
    counted: str = ""
    """Singular of what is counted, if it is none."""
    noun: tuple[str, ...] = ()
    """Up to three words that say what it measures, in lower case."""
    per: tuple[str, ...] = ()
    """What it is per."""
    hedge: str = ""
    """A hedge that stands behind: ``1,000+``, ``or more``."""


_SCALE_WORDS = any_of(word for word in SCALES if len(word) > 2)
_SCALE = re.compile(
    rf"\+?(?:(?P<letter>[kKMBT]|m|bn|mn|tn|Mrd|Mio)(?![A-Za-z])|[\s-]?(?P<word>{_SCALE_WORDS})\b)\+?", re.I
)
_PLUS = re.compile(r"\s?(?:\+|(?P<words>or so|or more|or less|and up)\b)|-?ish\b")
_UNIT = re.compile(
    r"(?:,[-–])?[\s-]?(?P<unit>[%‰]|°[CF]|[¢€£₹₽₺₪₴円元]|\$(?!\s?\d)|(?:kilo|mega|giga)?watt[- ]hours?|[A-Za-zÀ-ž×]+\.?)"
)
_TWO_WORDS = re.compile(r"[\s-]?(?:percentage points?|per cent|per mille|degrees? (?:Celsius|Fahrenheit|C|F))\b")
_KELVIN = re.compile(r"(?<![\d.])[1-9],?\d{3}\s?K(?![\w-]|\s(?:tokens?|context|rows|users|lines)\b)")
"""The colour of light, in degrees above the absolute zero: ``2,700 K``."""
_PENCE = re.compile(r"(?<![\d.,])\d{1,2}$")
_CABLES = (
    r"(?:cables?|cords?|leads?|hoses?|straps?|ropes?|tethers?)\b(?!\s(?:users|customers|subscribers|owners|makers))"
)
_LONG = re.compile(rf"m\s(?:(?:long|wide|high|tall|deep|thick|away)\b|(?:[A-Za-z][\w.-]*\s){{0,2}}?{_CABLES})")
"""A number of metres joined to its letter, which would be millions of anything else."""

_METRES = re.compile(
    r"\s?[.,;:)×/]|$|\s(?:long|wide|high|tall|deep|thick|away|apart|of|from|above|below|under|in|at|and|or|to|by|per|x|"
    rf"range|distance|radius|drops?|falls?|depth|height)\b|\s(?:[A-Za-z][\w.-]*\s){{0,2}}?{_CABLES}"
)
"""What follows metres rather than millions."""
_PEOPLES = re.compile(rf"\s({any_of(PEOPLES)})\s([^\W\d_]+)\b", re.IGNORECASE)
_NOUN = re.compile(r"[\s-]*([A-Za-z][\w’'-]*)")
_ATTACHED = re.compile(r"[A-Za-z]")
_SIZES = re.compile(
    r"\s?[x×]\s?\d|K(?:\s(?:(?:video|display|screen|monitor|TV|television|panel|picture|camera|webcam|stream|recording|output|signal)s?|resolution|footage|HDR|OLED|at)\b|[.,;)]|$)"
)
"""``1024 × 768`` and ``4K``: sizes of pictures, not numbers of things."""
_TO = re.compile(r"\s?(?:[–-]|\bto\b)\s?[$€£¥]?\d[\d.,]*(?<![.,])")


_POINTS = frozenset(",.")
_NO_CENTS = re.compile(r"[.,][-–—](?=\s|$)")
"""What stands behind a price without cents in Switzerland, Germany and the Low Countries: ``CHF 3.–``, ``€ 9,-``."""

_WHOLE = re.compile(
    r"\s(?:full|whole|entire|solid|straight|consecutive)(?=\s(?:second|minute|hour|day|week|month|year)s?\b)"
)
"""What stands between a number and the time that it counts: ``two full days``."""

_WHOLE_ = frozenset("fwesc")
"""With which letters that begins."""

_ENDING = frozenset((*".;:)!?”\"'’]", ""))
_RANGING = frozenset("–-t")
_SCALED = frozenset("+-kKmMbBtTlLcCK")
_MORE = frozenset("+oai-")
_SIZED = frozenset("x×K")
_DOUBLE = frozenset("-pd")
"""With which letter each of these begins, a space aside: most numbers have few of them behind."""

_SHARED = frozenset(words("pe pr pa po ea ev fo im bi th mo ye we da ho"))
_SHARED_MARKS = frozenset("/,aA")
"""With which letters or mark begins what a number is per, a space aside."""


def _ahead(text: str, at: int) -> str:
    """Return the first letter of what stands behind a place, a space aside."""
    letter = text[at : at + 1]
    return text[at + 1 : at + 2] if letter.isspace() else letter


def after(text: str, end: int, *, ranged: bool = True) -> After | None:
    """Read magnitude, unit, noun and ``per …`` behind a number; None if letters stick to it that mean nothing.

    The first number of a range (``3–5 hours``) takes them from the second, if ``ranged``.
    """
    if text[end : end + 1] in _POINTS and _NO_CENTS.match(text, end):
        end += 2
    ahead = _ahead(text, end)
    if ahead in _ENDING:  # nothing can stand behind it
        return After(end)
    if ranged and ahead in _RANGING and (match := _TO.match(text, end)):
        beyond = after(text, match.end(), ranged=False)
        return beyond._replace(end=end) if beyond else None
    start, scale, letter, hedge = end, None, "", ""
    if (
        ahead in _SCALED
        and not _LONG.match(text, end)
        and not _kelvin(text, end)
        and (match := _SCALE.match(text, end))
    ):
        letter = (match["letter"] or "").lower()
        scale = SCALES[lowered(match["letter"] or match["word"])]
        hedge = "atleast" if "+" in match.group() else ""
        end = match.end()
    if _ahead(text, end) in _MORE and (match := _PLUS.match(text, end)):
        hedge = HEDGES.get(match["words"] or "+", "about") if "ish" not in match.group() else "about"
        end = match.end()
    if ahead in _WHOLE_ and (match := _WHOLE.match(text, end)):
        end = match.end()
    unit, end_of_unit = _unit(text, end, attached=end == start)
    if ahead in _SIZED and not (unit and unit.name == "kelvin") and _SIZES.match(text, start):
        return _side(text, start)
    if unit is None and end == start and _ATTACHED.match(text, end):
        return None
    end = end_of_unit
    per, end_of_per = _per(text, end)
    noun, counted, end_of_noun = _noun(text, end) if not per else ((), "", end)
    if unit and unit.kind == "count":
        noun = (unit.name, *noun)
    if unit is None and counted:
        per, end_of_per = _per(text, end_of_noun)
        end = end_of_noun
    return After(max(end, end_of_per), scale, letter, unit, "" if unit else counted, noun, per, hedge)


_SIDES = re.compile(r"(?:\s?[x×]\s?\d[\d.]*)+")


def _side(text: str, end: int) -> After | None:
    """Read the unit of one side of a thing, behind the last of its sides: ``60 × 40 × 35 cm``; None of a picture's."""
    sides = _SIDES.match(text, end)
    unit = _unit(text, sides.end(), attached=False)[0] if sides else None
    return After(end, unit=unit) if unit and unit.kind == "length" else None


def _unit(text: str, end: int, *, attached: bool) -> tuple[Unit | None, int]:
    if _ahead(text, end) in _DOUBLE and (match := _TWO_WORDS.match(text, end)):
        word = match.group().lower()
        if "degree" in word:
            return unit_named("°f" if " f" in word else "°c"), match.end()
        return unit_named("‰" if "mille" in word else "%"), match.end()
    if (match := _PEOPLES.match(text, end)) and (money := money_of(match[1], match[2])):
        return money, match.end()
    if kelvin := _kelvin(text, end):
        return unit_named("kelvin"), kelvin
    match = _UNIT.match(text, end)
    if match is None:
        return None, end
    word = match["unit"]
    if code := currency_of(word):
        return Unit("money", code), match.end()
    if word == "p" and attached and _PENCE.search(text[max(0, end - 3) : end]):
        return unit_named("pence"), match.end()
    if word == "m" and match.group() != word and _METRES.match(text, match.end()):
        return unit_named(word), match.end()
    if len(word) == 1 and word.isalpha() and (word == "G" or (match.group() != word and word not in "gWVhslL")):
        return None, end  # "2 m", "5 v" stand for too much
    if word.lower() in ("min", "times", "time", "real", "pound", "won") and not attached:
        return (unit_named(word), match.end()) if word.lower() in ("min", "times") else (None, end)
    if word == "real" and _NOUN.match(text, match.end()):
        return None, end  # "31 real problems"
    unit = unit_named(word)
    return (unit, match.end()) if unit else (None, end)


def _kelvin(text: str, end: int) -> int:
    """Return where a ``K`` behind thousands ends that are degrees, no thousands of thousands; 0 if there is none."""
    if _ahead(text, end) != "K":
        return 0
    start = max(0, end - 6)
    match = _KELVIN.search(text[start : end + 10])
    return start + match.end() if match and start + match.end() <= end + 2 else 0


_SIZE = re.compile(r"\s(?:\d{1,2}K|\d{3,4}[pi])(?=\s[a-z])")
"""What tells the size of the pictures that are counted: ``three 4K displays``."""

_SMALL_NUMBERS = frozenset(words("two three four five six seven eight nine ten eleven twelve"))
"""Numbers that begin a quantity of their own: ``Apache 2.0 two years later``."""


def _noun(text: str, end: int) -> tuple[tuple[str, ...], str, int]:
    """Return up to three words behind a number, the singular of the one that is counted, and where that ends."""
    found: list[tuple[str, int]] = []
    size = _SIZE.match(text, end)
    at = end = size.end() if size else end
    while len(found) < 3 and (match := _NOUN.match(text, at)):
        word = match[1].lower()
        if word in NOUNLESS or (not found and word in _SMALL_NUMBERS):
            break
        found.append((word, match.end()))
        at = match.end()
    hyphenated = bool(found) and text[end : end + 1] == "-"
    for word, stop in found:
        plural = word in _IRREGULAR or (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s")))
        if plural or (hyphenated and word.isalpha()) or word in _COUNTABLE:
            return tuple(each for each, _ in found), _counted(word), stop
    return tuple(each for each, _ in found), "", end


def _counted(word: str) -> str:
    return {"param": "parameter", "tok": "token"}.get(singular(word), singular(word))


@cache
def _per_pattern() -> re.Pattern[str]:
    periods = "|".join(sorted(_PERIODS, key=len, reverse=True))
    scale = r"(?P<scale>(?:1|one)?\s?(?:million|thousand|[MmKk](?![a-z]))|1,000(?:,000)?|1000)\s?(?P<what>(?!(?:and|or|as|on|in|at|for|with|if)\b)[a-z]+(?:\s(?!(?:and|or|as|on|in|at|for|with|if|a|an|the|after|when|beyond|to|of|from|by|per|through|via|under|over|above|is|are|was|plus|then|but|which|that|you|we|it)\b)[a-z]+)?)?"
    device = r"[A-Z]+\d+[A-Z]*"
    return re.compile(
        rf"\s?(?:/\s?|\bper\s|\beach\s|\bevery\s|\bfor\s(?:each|every)\s|\bpro\s|\bim\s(?=monat|jahr)|\bpar\s|\bal\s|\bpor\s|,?\s?\bbilled\s(?=month|annual))"
        rf"(?:(?:{device}[\s-])?(?P<period>{periods})(?![a-z\d])|{scale}(?![a-z])|(?P<noun>[A-Za-z]+)\b)"
        rf"|\s(?:an?|the)\s(?P<a_period>month|year|week|day|hour|seat|user|minute|second|piece|pop)\b"
        rf"|\s(?P<adverb>monthly|yearly|annually|weekly|daily|hourly)\b(?!\s[a-z]+s\b)",
        re.IGNORECASE,
    )


_ADVERBS = MappingProxyType(
    {"monthly": "month", "yearly": "year", "annually": "year", "weekly": "week", "daily": "day", "hourly": "hour"}
)


def _may_share(text: str, end: int) -> bool:
    """Whether what stands behind a place begins like what a number can be per."""
    at = end + text[end : end + 1].isspace()
    first, second = text[at : at + 1], text[at + 1 : at + 2]
    if first in _SHARED_MARKS or first.isspace() or (first.isascii() and not second.isascii()):
        return True
    return f"{first}{second}".lower() in _SHARED


def _per(text: str, end: int) -> tuple[tuple[str, ...], int]:
    """Return what a number is per, in order of the text: ``per seat per month`` → seat, month."""
    if not _may_share(text, end):
        return (), end
    found: list[str] = []
    while len(found) < 3 and (match := _per_pattern().match(text, end)):
        parts = match.groupdict()
        if parts["scale"]:
            thousands = "1k" if parts["scale"].lower().strip("1 one") in ("k", "thousand", ",000", "000") else "1m"
            found.append(f"{thousands} {_counted((parts['what'] or 'token').split()[-1])}")
        elif parts["adverb"]:
            found.append(_ADVERBS[lowered(parts["adverb"])])
        else:
            word = (parts["period"] or parts["a_period"] or parts["noun"]).lower()
            found.append(_PERIODS.get(word, _counted(word)))
        end = match.end()
    return tuple(found), end
