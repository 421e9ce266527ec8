"""Parts and multiples in words: ``two thirds``, ``nine in ten``, ``three quarters of an hour``, ``twice``, ``half the price``."""

import re
from collections.abc import Iterator
from types import MappingProxyType

from panel.evidence.lowered import lowered
from panel.evidence.measures import Quantity
from panel.evidence.units import unit_named
from panel.evidence.words import words

_REACH = 24
"""Characters before a number that are looked at for the words right before it."""

_FEW = MappingProxyType(
    {
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "twenty": 20,
    }
    | {"twelve": 12, "fifteen": 15, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
    | {"a hundred": 100, "hundred": 100, "a thousand": 1_000}
)
SOME = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "1")
_ONE_IN = re.compile(
    r"\b(?P<some>one|two|three|four|five|six|seven|eight|nine|1)(?:\s[a-z-]+){0,3}?\s(?:in|out\sof)\s(?:every\s)?"
    r"(?P<all>\d+|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|a hundred|a thousand)\b"
    r"(?!\s(?:years|months|weeks|days|hours|minutes|seconds|languages|countries|regions)|-)",
    re.IGNORECASE,
)


def one_in(text: str) -> Iterator[Quantity]:
    """Yield ``one citation in 25`` and ``nine in ten`` as the percentage that it is."""
    for match in _ONE_IN.finditer(text):
        some = _FEW.get(match["some"].lower(), 1)
        of = _FEW.get(lowered(match["all"])) or int(match["all"])
        if some < of:
            hedge = "nearly" if _NEARLY.search(text[max(0, match.start() - _REACH) : match.start()]) else ""
            value = 100 * some / of
            yield Quantity(
                match.group(),
                match.span(),
                value,
                value * 0.9,
                value * 1.1,
                "percent",
                "%",
                hedge=hedge,
                exact=not hedge,
            )


_ABOUT = re.compile(r"\b(?:about|around|roughly|approximately|some)\s$", re.IGNORECASE)
_NEARLY = re.compile(r"\b(?:nearly|almost)\s$", re.IGNORECASE)


_PARTS = MappingProxyType(
    {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "sixth": 1 / 6, "eighth": 0.125, "tenth": 0.1}
)
_FRACTION = re.compile(
    r"\b(?:(?P<several>two|three|four)[\s-](?P<parts>third|quarter|fifth|sixth|eighth|tenth)s\b(?!\sof\san?\s(?:thousand|[mb]illion|dozen)\b)(?:\sof\san?\s(?P<units>second|minute|hour|year)\b)?"
    r"|(?P<half>half)(?=\soff\b)"
    r"|(?<=\bby\s)(?:an?\s|one\s)?(?P<by>half|third|quarter|fifth|sixth|eighth|tenth)\b(?!\s(?:an|a|of\s(?:an?|the)\s|past\b|parties|party\b|[a-z]+ly\b))"
    r"|(?:an?|one)\s(?P<part>third|quarter|fifth|sixth|eighth|tenth)(?:\sof\san?\s(?P<unit>second|minute|hour|year)\b"
    r"|(?=\s(?:off|below|above|on average|overall|faster|slower|quicker|lighter|heavier|shorter|longer|smaller|larger|bigger|higher|lower|dearer)\b|\s?[.,;)]|$)|(?=\sof\s(?:whom|which|them)\b)|(?<=fifth|tenth|sixth)(?=\s(?:of|less|fewer|more|cheaper)\b)"
    r"|(?<=eighth)(?=\s(?:of|less|fewer|more|cheaper)\b)))",
    re.IGNORECASE,
)


def fractions(text: str) -> Iterator[Quantity]:
    """Yield ``two thirds`` and ``a fifth`` as percentages, ``a fifth of a second`` as a time."""
    for match in _FRACTION.finditer(text):
        part = _PARTS[lowered(match["parts"] or match["part"] or match["half"] or match["by"])]
        value = part * {"two": 2, "three": 3, "four": 4}.get(lowered(match["several"] or ""), 1)
        if unit := unit_named(match["unit"] or match["units"] or ""):
            value *= unit.factor
            hedge = "about" if _ABOUT.search(text[max(0, match.start() - _REACH) : match.start()]) else ""
            slack = value * (0.1 if hedge else 0.05)
            low, high = value - slack, value + slack
            yield Quantity(
                match.group(), match.span(), value, low, high, unit.kind, unit.name, (), (), hedge, not hedge
            )
        else:
            value *= 100
            hedge = "nearly" if _NEARLY.search(text[: match.start()]) else ""
            low = value * (0.88 if hedge else 0.95)
            yield Quantity(
                match.group(), match.span(), value, low, value * 1.05, "percent", "%", hedge=hedge, exact=not hedge
            )


PART_HINTS = frozenset(_PARTS) | {f"{part}s" for part in _PARTS}
"""Words of which every fraction has one."""


_TIMES = {"twice": 2.0, "double": 2.0, "doubles": 2.0, "doubled": 2.0, "doubling": 2.0, "triple": 3.0, "triples": 3.0}
_TIMES |= {"tripled": 3.0, "thrice": 3.0, "quadruple": 4.0, "half": 0.5, "halves": 0.5, "halved": 0.5, "third": 1 / 3}
_TIMES |= {"quarter": 0.25, "tenfold": 10.0, "twofold": 2.0, "threefold": 3.0, "fivefold": 5.0}


_MULTIPLES = re.compile(
    r"\b(?:(?P<often>once|twice|thrice)(?=\s(?:in\s(?:\d|the\s|[a-z]+(?:teen|ty)\b|t[ew]\w+\b|six\b|seven\b|eight\b|nine\b|f\w+\b)))|(?P<word>twice|thrice|doubl(?:es?|ed|ing)|tripled?s?|quadruple|halve[sd]|(?:two|three|five|ten)fold"
    r"|half(?=\s(?:the|as|of|its|that))|(?:a|one)\s(?:third|quarter)(?=\s(?:the|of|as|less|fewer)))"
    r"|(?P<order>an?\sorder\sof\smagnitude)|(?P<orders>orders\sof\smagnitude))\b",
    re.IGNORECASE,
)
MULTIPLE_HINTS = frozenset(
    words(
        "once twice thrice double doubles doubled doubling triple triples tripled tripleds quadruple halves halved twofold "
        "threefold fivefold tenfold half third quarter magnitude"
    )
)
"""Words of which every multiple has one."""

_NEAR = re.compile(r"\b(?:nearly|almost|about|roughly|around|more than|over)\s$", re.IGNORECASE)


def multiples(text: str) -> Iterator[Quantity]:
    """Yield multiples in words: ``twice``, ``half the price``, ``an order of magnitude``."""
    for match in _MULTIPLES.finditer(text):
        if often := match["often"]:
            times = {"once": 1.0, "twice": 2.0}.get(often.lower(), 3.0)
            yield Quantity(often, match.span(), times, times, times, "count", "time", ("times",))
            continue
        if match["word"]:
            value = _TIMES.get(match["word"].lower().split()[-1], 2.0)
        else:
            value = 10.0 if match["order"] else 100.0
        hedged = _NEAR.search(text[max(0, match.start() - _REACH) : match.start()])
        low, high = (0.85, 1.3) if hedged else (0.95, 1.05)
        yield Quantity(match.group(), match.span(), value, value * low, value * high, "multiple", "×")
