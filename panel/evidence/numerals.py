"""Numbers as digits and as words: ``14 300 000 000``, ``1,5``, ``twenty-five``, ``a dozen``."""

import re
from collections.abc import Iterator
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from panel.evidence.lowered import lowered, word_set


class Numeral(NamedTuple):
    """A number as it is written, before anything is known of what it counts."""

    value: float
    """What it says."""
    step: float
    """Value of its last digit that means anything: 0.1 for ``14.3``, 10 for ``120``, 1 for ``7``."""
    span: tuple[int, int]
    """Where it stands."""
    spelled: bool = False
    """Whether it is written in words."""
    grouped: bool = False
    """Whether its digits stand in groups, so that it can't be a year."""


_WORTH = MappingProxyType(
    {"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
    | {"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16}
    | {"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
    | {"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "dozen": 12}
)
_FRACTIONS = MappingProxyType({"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125})
_DIGITS = (
    rf"\d++(?![.,\u00a0\u202f\u2009’' ]\d|[{''.join(_FRACTIONS)}])|"  # 15: nothing goes on behind it
    rf"\d+[{''.join(_FRACTIONS)}]|"  # 1½
    r"(?!0)\d{1,3}(?:(?:,\d{3}){2,}|(?:,\d{2})*,\d{3})(?![\d])(?:\.\d+)?"  # 1,000.5, 1,204,000 and 1,00,000
    r"|0,\d{3}(?!\d)"  # 0,004
    r"|\d{1,3}(?:\.\d{3})+,\d{1,2}(?![\d,])"  # 1.299,00
    r"|\d{1,3}(?:[.\u00a0\u202f\u2009’' ]\d{3}){2,}(?!\d)(?:,\d+)?"  # 14.300.000.000
    r"|\d{1,3}[\u00a0\u202f\u2009’' ]\d{3}(?:[.,]\d{1,2})?(?![\d.,]\d|\d)"  # 14 300 and 1 049,00
    r"|\d+,\d{1,2}(?![\d,])|\d+(?:\.\d+)?(?!\.?\d)|\d+"
)


_PIECES = MappingProxyType({"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1})
"""Parts of a magnitude: ``a quarter of a million``."""

_LONGEST = 24
"""Characters of the longest number that says anything to anyone."""


_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_CONTINENTAL = re.compile(r"\s?(?:€|kr\b|zł|Kč|lei\b|₺|₽|(?:EUR|DKK|NOK|SEK|PLN|CZK|RON|TRY|Euros?|euros?)\b)")
"""Money whose sign stands behind the number: where people write so, a point parts thousands: ``1.049 €``."""

_VERSION = re.compile(r"\.\d+\.\d")
"""What stands behind the first number of a version: ``0.9.3``."""


_LASTING = (
    "after",
    "within",
    "than",
    "for",
    "lasts",
    "lasted",
    "takes",
    "took",
    "nearly",
    "almost",
    "about",
    "under",
    "over",
)
"""Words behind which ``an hour`` is a time that is meant."""


@cache
def _pattern() -> re.Pattern[str]:
    word = "|".join(sorted(_WORTH, key=len, reverse=True))
    spelled = rf"(?:an?\s(?=hundred|dozen|thousand|million|billion|trillion)|half\san?\s)?(?:{word})"
    before = r"(?:(?<![\w.])|(?<=\b[A-Z]{3})(?<=USD|EUR|GBP|JPY|CHF|CAD|AUD|NZD|SGD|HKD|CNY|SEK|NOK|DKK|PLN|CZK|HUF|BRL|MXN|ZAR|MYR)|(?<=\bRs|\bRp|\bkr))(?<!\d,)(?<![A-Za-z]-)(?<![A-Za-z]/)"
    span = "minute|hour|day|week|fortnight|month|year|decade"
    scale = "(?:thousand|million|billion|trillion|dozen)"
    return re.compile(
        rf"{before}(?P<digits>{_DIGITS})"
        rf"|\b(?P<part>(?:an?|one|two|three)[\s-](?P<piece>half|third|quarter|fifth|tenth)s?\sof\san?)(?=\s{scale})"
        rf"|\b(?P<words>(?:{spelled})(?:(?:[\s-]|\sand\s)(?:{word}))*(?:\sand\sa\shalf)?|(?:half\s)?an?\s(?={scale})|half\san?(?=\s[a-z])|half(?=[- ]{scale})"
        rf"|(?:{'|'.join(rf'(?<={word}{chr(92)}s)' for word in _LASTING)})an?(?=\s(?:{span})\b)"
        rf"|an?(?=\s(?:full|whole|entire)\s(?:{span})\b)"
        rf"|an?(?=\s(?:{span})\sand\s(?:an?\s(?:half|quarter)\b|three[\s-]quarters|(?:\d+|[a-z-]+)\s(?:{span}|second)s?\b)))\b",
        re.IGNORECASE,
    )


_NUMBER_WORDS = frozenset(_WORTH) | {"half"}
_ONE_OF = frozenset(
    [
        "hundred",
        "dozen",
        "thousand",
        "million",
        "billion",
        "trillion",
        "minute",
        "hour",
        "day",
        "week",
        "fortnight",
        "month",
        "year",
        "decade",
    ]
)
_FIGURES = re.compile(r"\d+")


@cache
def _starts() -> re.Pattern[str]:
    """Return what finds the beginning of every number, in small letters; quicker than reading at every letter."""
    return re.compile(rf"\d+|\b(?:an?|{'|'.join(sorted(_NUMBER_WORDS))})")


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Yield where numbers stand: they are looked for only where digits or a number's first word begin."""
    found = word_set(text)
    spelt = not found.isdisjoint(_NUMBER_WORDS) or not (found.isdisjoint(_ONE_OF) or found.isdisjoint(("a", "an")))
    pattern, end = _pattern(), 0
    for first in (_starts() if spelt else _FIGURES).finditer(lowered(text)):
        if first.start() >= end and (match := pattern.match(text, first.start())):
            end = match.end()
            yield match


def read_numerals(text: str) -> Iterator[Numeral]:
    """Yield every number of a text, from left to right; parts of names such as ``GPT-5.4`` are left out."""
    for match in _matches(text):
        if digits := match["digits"]:
            if len(digits) > _LONGEST or _VERSION.match(text, match.end()):
                continue
            if _THOUSANDS.fullmatch(digits) and _CONTINENTAL.match(text, match.end()):
                digits = digits.replace(".", ",")
            value, step, grouped = _of_digits(digits)
            yield Numeral(value, step, match.span("digits"), grouped=grouped)
        elif part := match["part"]:
            several = {"two": 2, "three": 3}.get(re.split(r"[\s-]", lowered(part))[0], 1)
            yield Numeral(several * _PIECES[lowered(match["piece"])], 0.1, match.span("part"), spelled=True)
        else:
            start, end = match.span("words")
            end -= len(match["words"]) - len(match["words"].rstrip())
            yield Numeral(_of_words(match["words"]), 1.0, (start, end), spelled=True)


def _of_digits(digits: str) -> tuple[float, float, bool]:
    """Return value, worth of the last digit, and whether digits are grouped."""
    if part := _FRACTIONS.get(digits[-1]):
        return float(digits[:-1]) + part, 0.1, False
    if digits.isdecimal():
        value = float(digits)
        return value, 10.0 ** (len(digits) - len(digits.rstrip("0")) if value else 0), False
    groups = re.split(r"[,.\u00a0\u202f\u2009’' ]", digits)
    marks = re.findall(r"[^\d]", digits)
    fraction = ""
    if marks and (
        (marks[-1] == "." and (len(marks) == 1 or marks[0] != "."))
        or (marks[-1] == "," and (len(groups[-1]) < 3 or groups[0] == "0"))
    ):
        fraction = groups.pop()
    whole = "".join(groups)
    value = float(f"{whole}.{fraction}" if fraction else whole)
    if fraction:
        return value, 10.0 ** -len(fraction), len(groups) > 1
    zeros = len(whole) - len(whole.rstrip("0")) if value else 0
    return value, 10.0**zeros, len(groups) > 1


def _of_words(words: str) -> float:
    small = lowered(words).strip()
    whole = small.removesuffix(" and a half")
    parts = re.split(r"[\s-]+", whole)
    total, current = (0.5 if whole != small else 0.0), 0.0
    if parts[0] == "half":
        return 0.5 * _WORTH.get(parts[-1], 1)
    for part in parts:
        if part in ("a", "an"):
            current = 1.0
        elif part in ("hundred", "dozen"):
            current = (current or 1.0) * _WORTH[part]
        elif part != "and":
            current += _WORTH[part]
    return total + current
