"""What stands before a number: its currency, and how exactly it is meant."""

import re
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from panel.evidence.currencies import CODES, SYMBOLS, currency_of, currency_pattern
from panel.evidence.lowered import lowered
from panel.evidence.words import any_of, words

_UPWARDS = words("higher longer heavier hotter warmer brighter louder larger bigger older wider taller")
_DOWNWARDS = words("lower shorter lighter cooler colder dimmer quieter smaller younger narrower cheaper")
"""Words behind which a number is a bound: ``hotter than 70 °C``."""

HEDGES = MappingProxyType(
    dict.fromkeys(
        ("about", "around", "roughly", "approximately", "approx.", "approx", "circa", "some", "~", "≈"), "about"
    )
    | dict.fromkeys(("an estimated", "estimated", "ca.", "close to", "or so", "ish", "env.", "etwa", "rund"), "about")
    | dict.fromkeys(("almost", "nearly", "just under", "not quite", "just shy of"), "nearly")
    | dict.fromkeys(("over", "more than", "above", "exceeding", "upwards of", "north of", "greater than", ">"), "over")
    | dict.fromkeys(("just over", "well over", "surpassing", "beyond", "mehr als", "über", "plus de", "más de"), "over")
    | dict.fromkeys(("at least", "no fewer than", "or more", "and up", "+", "≥", "minimum of"), "atleast")
    | dict.fromkeys(("from", "starting at", "starts at", "starting from", "as low as", "as little as", "ab"), "atleast")
    | dict.fromkeys(("under", "less than", "fewer than", "below", "sub-", "<"), "under")
    | {f"{more} than": "over" for more in _UPWARDS}
    | {f"no {more} than": "upto" for more in _UPWARDS}
    | {f"{less} than": "under" for less in _DOWNWARDS}
    | {f"no {less} than": "atleast" for less in _DOWNWARDS}
    | dict.fromkeys(
        (
            "up to",
            "as much as",
            "as many as",
            "as long as",
            "at most",
            "no more than",
            "a maximum of",
            "maximum of",
            "or less",
            "≤",
            "bis zu",
        ),
        "upto",
    )
)
"""How exactly a number is meant, by the words that stand before or behind it."""

_AFTERWARDS = ("or so", "or more", "or less", "and up", "ish")
"""Words that stand behind a number instead."""


class Before(NamedTuple):
    """What stands before a number."""

    start: int
    """Where hedge or currency begin."""
    currency: str | None
    """ISO 4217 code."""
    hedge: str
    """``about``, ``over`` … or nothing."""


@cache
def _before_pattern() -> re.Pattern[str]:
    """Return what reads a text in small letters up to a number; quicker than one that ignores case."""
    hedges = any_of(hedge for hedge in HEDGES if hedge not in (*_AFTERWARDS, "+"))
    return re.compile(
        rf"(?:(?<![\w])(?P<hedge>{hedges})\s?(?:just\s|only\s|an?\s|the\s)?)?"
        rf"(?:(?<![a-z])(?P<currency>{currency_pattern()})\s?)?$"
    )


@cache
def _ends() -> dict[str, tuple[str, ...]]:
    """Return what ends all that can stand before a number, in small letters, by its last letter."""
    ends = [lowered(each) for each in (*HEDGES, *SYMBOLS, *CODES, "just", "only", "a", "an", "the")]
    return {letter: tuple(end for end in ends if end[-1] == letter) for letter in {end[-1] for end in ends}}


def before(text: str, start: int) -> Before:
    """Read hedge and currency that stand before a number."""
    near = max(0, start - 32)
    ahead = lowered(text)[near:start]
    last = ahead[:-1] if ahead[-1:].isspace() else ahead
    if not last.endswith(_ends().get(last[-1:], ())) and "\n" not in ahead:
        return Before(start, None, "")
    match = _before_pattern().search(ahead)
    if match is None or not match.group():
        return Before(start, None, "")
    currency = currency_of(text[near:start][slice(*match.span("currency"))]) if match["currency"] else None
    word = match["hedge"] or ""
    if word == "up to" and _ADDS.search(text[max(0, near + match.start() - 8) : near + match.start()]):
        return Before(start - len(match["currency"] or ""), currency, "")
    if word in ("from", "ab") and (not currency or _UP_TO.match(text, start)):
        return Before(start - len(match["currency"] or ""), currency, "")
    return Before(near + match.start(), currency, HEDGES.get(word, ""))


_ADDS = re.compile(r"\b(?:add|adds|added|adding|sum|sums|tot|tots)\s$", re.IGNORECASE)
"""What makes ``up to`` tell a sum, not a limit."""
_UP_TO = re.compile(r"[\d.,]+(?:\s(?:a|per)\s\w+)?\sto\s[$€£¥]?\d")
