"""Proper names and versions, found in a text."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from panel.evidence.common_words import (
    BODIES,
    ORIGINS,
    SMALL,
    SPECIFIED,
    SPELLED,
    UNCOUNTED,
    VERBS,
    is_calendar,
    is_common_name,
    is_no_name,
    is_usual,
    is_word,
)
from panel.evidence.currencies import currency_of
from panel.evidence.names import Name, key_of, without_possessive
from panel.evidence.units import unit_named
from panel.evidence.version_numbers import is_score

_WORD = r"(?:[A-Z](?:#|\+\+)(?!\w)|[A-Z](?:['’][A-Z])?[\w&+-]*(?:\.\d[\w-]*)*|[a-z]++[A-Z]\w*|r/\w+|[A-Za-z]++[\d]+(?:\.\d+)*[\w-]*)"
_NUMBER = r"(?:v?\d+(?:\.\d+)*[A-Zae]?(?![\w%]|[.,]\d|\s?(?:%|percent|per\b|million|billion|[a-z]{1,3}\b/)))"
_OF = r"(?:(?<=University)|(?<=Institute)|(?<=School)|(?<=Bank)|(?<=Ministry)|(?<=Museum))\sof\s(?:the\s)?"
_ISO = re.compile(r"\s(?:19|20)\d\d-\d\d-\d\d.*$")
_NAME = re.compile(rf"(?<![\w$€£.°]){_WORD}(?:(?:\s(?:&\s)?|{_OF}|-(?=\d))(?:{_WORD}|{_NUMBER}))*")
_OPENS = re.compile(r"(?:^(?:[-*+]\s)?[*_]{0,2}|[.!?:;]\s+|[“\"(–—|•]\s?|\n)$")
_SIZED = ("B", "Hz", "bit", "bps")

_SIZE = re.compile(r"(?:^|\s)\d[\d.,]*\s(?:[KMGTP]i?B|[kMGT]?Hz|[KMG]bit|[KMG]bps)$")
"""A size behind words with a capital letter, which is no part of their name."""


def read_names(text: str, known: Collection[str] = (), named: Collection[str] = ()) -> tuple[Name, ...]:
    """Read the proper names of a text, from left to right.

    Args:
        text: A sentence.
        known: Words in lower case that occur elsewhere as common words: one of these that opens a sentence is none.
        named: Words in lower case that occur as names elsewhere: one of these at the start of a sentence is one.
    """
    found = []
    named = frozenset(named)
    for match in _NAME.finditer(text):
        whole = match.group()
        if (
            whole.endswith(_SIZED)
            and (sized := _SIZE.search(whole))
            and whole[: sized.start()].lower() not in SPECIFIED
        ):
            whole = whole[: sized.start()]  # Needs 24 GB
        if not whole or is_common_name(whole) or text.startswith("$", match.end()):  # US$20
            continue
        start = match.start()
        opens = _opens(text[max(0, start - 3) : start])
        words_ = _ISO.sub("", whole) if "-" in whole else whole
        usual = opens and is_usual(words_.partition(" ")[0], known)
        kept = _trimmed(words_, _behind(text, start, words_), opens=opens, usual=usual)
        if kept is not None:
            name, at, sure = kept
            key = key_of(name)
            span = (start + at, start + at + len(name))
            found.append(Name(name, span, key, sure or key <= named))
    return tuple(found)


def _behind(text: str, start: int, words_: str) -> str:
    """Return what stands behind a name that ends in a number, which may be a figure, or in a word that may be a verb."""
    if words_.endswith(" Works"):
        return text[start + len(words_) :][:2]
    if not words_[-1].isdigit() or " " not in words_:
        return ""
    match = _NEXT.match(text, start + len(words_))
    return match.group() if match else ""


@lru_cache(maxsize=20_000)
def _trimmed(words_: str, behind: str, *, opens: bool, usual: bool) -> tuple[str, int, bool] | None:
    """Return a name without the common words that it was read with, its place among them, and whether it surely is one.

    The same names stand in many sentences, so they are kept.

    Args:
        words_: The words, all with a capital letter or a number.
        behind: What stands behind them, if they end in a number or in ``Works``.
        opens: Whether they open a sentence.
        usual: Whether the first of them occurs elsewhere as a common word.
    """
    parts, start = words_.split(" "), 0
    if len(parts) > 1 and parts[0].lower().removesuffix("s") in SPECIFIED and _NUMERIC.fullmatch(parts[1]):
        return None  # Weight 640 g, Sizes 5 to 13
    first, opening = True, opens
    if len(parts) > 1 and (introduced := _introduced(parts)):
        start = sum(len(part) + 1 for part in parts[:introduced])
        parts, opening = parts[introduced:], False
    if len(parts) > 1 and parts[1][0].isdigit() and currency_of(parts[0]):  # CHF 5
        return None
    if len(parts) > 2 and _NUMERIC.fullmatch(parts[-1]) and parts[-2].isupper() and currency_of(parts[-2]):
        parts = parts[:-2]  # Pay CHF 5
    while parts and (
        parts[0].endswith(ORIGINS)
        or ((is_common_name(parts[0]) or (opening and usual)) and (first or parts[0].lower() in SMALL))
        or is_calendar(parts[0])
        or parts[0][0].isdigit()
        or (opening and SPELLED.fullmatch(parts[0]))
    ):
        start += len(parts[0]) + 1
        parts, opening, first = parts[1:], False, False
    firm = parts[-1:] == ["Works"] and len(parts) > 1 and _GOES_ON.match(behind)
    while parts and not firm and (parts[-1].lower() in UNCOUNTED or is_calendar(parts[-1])):
        parts = parts[:-1]
    if len(parts) > 1 and _NUMERIC.fullmatch(parts[-1]) and _NUMBERED.search(parts[-2]):
        parts = parts[:-1]  # GPT-5.4 40.1
    if len(parts) > 1 and _NUMERIC.fullmatch(parts[-1]):
        if is_score(parts[-1]) or _measures(parts[-1], f"{words_}{behind}"[start + len(" ".join(parts)) :]):
            parts = parts[:-1]
    if not parts or all(map(is_no_name, parts)):
        return None
    name = without_possessive(" ".join(parts))
    sure = len(parts) > 1 or not opening or bool(_SURE.search(name))
    return (name, start, sure) if key_of(name) and not is_word(name) else None


_GOES_ON = re.compile(r"['’.,;:)]|\s[a-z(]")
"""What stands behind a name within a sentence: ``Sundial Works sells`` is a firm, ``How Sundial Works`` a heading."""

_SURE = re.compile(r"[a-z][A-Z]|[\d#+]|^[A-Z]{2,}$")
"""What no common word has that opens a sentence."""


@lru_cache(maxsize=4_096)
def _opens(before: str) -> bool:
    """Whether what stands behind these few letters opens a sentence."""
    return bool(_OPENS.search(before))


def _introduced(parts: Sequence[str]) -> int:
    """Return how many words stand before the name itself."""
    at = 0
    if not BODIES.isdisjoint(parts[:-1]):  # German: Leipziger Firma Hellwerk
        at = 1 + next(n for n, part in enumerate(parts) if part in BODIES)
    if not any("-" in part for part in parts):
        return at
    origin = next((n for n, part in enumerate(parts[at:-1][:3]) if part.endswith(ORIGINS)), None)
    return at if origin is None else at + origin + 1  # Los Angeles-based Fable Motion


_NUMERIC = re.compile(r"v?\d+(?:\.\d+)?")
_NUMBERED = re.compile(r"\d$|^v?\d")
_NEXT = re.compile(r"\s([a-z]+)")


def _measures(number: str, behind: str) -> bool:
    """Whether a unit or a noun stands behind a number, so that it isn't a version: ``Skiffway 5.1 minutes``."""
    match = _NEXT.match(behind)
    if not match or (len(match[1]) < 3 and match[1] not in ("m", "mm", "cm", "km", "kg", "mg", "ms", "ml")):
        return False
    plural = match[1].endswith("s") and match[1] not in VERBS and number.isdigit() and int(number) > 16
    return bool(plural or unit_named(match[1]))
