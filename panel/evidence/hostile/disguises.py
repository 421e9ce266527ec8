"""What a passage says when it is read the way a model would: past spelling tricks and codes."""

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from panel.evidence.hostile.asks import asks
from panel.evidence.hostile.ciphers import deciphered, in_cipher
from panel.evidence.hostile.folding import fold, latinised, turned, words_of
from panel.evidence.hostile.payloads import payloads


class Reading(NamedTuple):
    """One way to read a passage."""

    words: str
    """What it says, folded."""
    disguise: str | None = None
    """How that was disguised; None if it wasn't."""
    coded: bool = False
    """Whether the words stood in a code."""
    run: str | None = None
    """The encoded run, if they did."""
    certain: bool = False
    """Whether these words are a command, run together as they are."""


_LEET = str.maketrans("013457@$!|", "oleastasil")
_LEET_SIGNS = r"[0134579@$!|]"
_LEET_WORD = re.compile(
    rf"{_LEET_SIGNS}(?:(?<=[a-z].){_LEET_SIGNS}*[a-z]|(?<![\w.,-].){_LEET_SIGNS}*[a-z]{{2}}"
    rf"|(?<=[a-z]{{2}}.){_LEET_SIGNS}*(?![\w.,%]))"
)
"""Such signs in a word, before it or behind it; begins with the sign rather than with what stands before it, as signs
are few and letters many."""
_SPACED_OUT = re.compile(r"(?:(?<!\w)\w[\W_]{1,4}){7}\w(?!\w)")
_ALONE = re.compile(r"\W\w[\W_]{0,3}\W\w[\W_]")
"""Two letters in a row that stand alone, as the ones in the middle of that do; few sentences have them."""

_MARKS = "-._*~|+^"
_MARKED_OUT = re.compile(r"(?:\w{1,4}[-._*~|+^]){4}\w")
_RUN = re.compile(r"\w{24}")
_BROKEN = re.compile(r"(?<=\w)[-._*~|+^]{1,2}(?=\w)")
_TESTS = re.compile(r"\btest_\w+")
"""Names of tests, which say what is tested."""
_SEPARATORS = re.compile(r"[\W_]+")
_RUN_TOGETHER = re.compile(
    r"(?:ignore|disregard|forget|override)(?:all|any|the|your|my|of){0,3}(?:previous|prior|above|earlier|other|system)?"
    r"(?:instruction|prompt|rule|guideline|directive)|(?:vote|ballot|cast|answer|output|choose)(?:for|is|a|the|only"
    r"|on){0,2}"
    r"(?:ship|skip)(?!with|ping|ment)|systemprompt(?:and|now|above)|(?:youmust|youare(?:now)?|asan)(?:a|an|the)?"
    r"(?:ai|vote|approve|recommend|reviewer|rate|ignore|ship)|rate(?:this|it)?(?:at|as|with)?100"
)
_REVERSED = re.compile(r"snoitcurtsni|erongi|dragersid|pihs\W{0,3}etov|tpmorp|(?:pihs|piks)\b.{0,40}\betov|reweiver")
_ROT13 = re.compile(
    r"\b(?:gur|naq|lbhe?|guvf|gung)\b.*?\b(?:gur|naq|lbhe?|guvf|gung)\b|vafgehpgvba|vtaber\b|qvfertneq|ibgr\W{0,3}fuvc|cebzcg|erivrjre|ibgr\b|ynathntr zbqry"
)
"""What commands are made of, and "the", "and", "your", "this" and "that", which no language has by the pair."""


_PROSE = re.compile(
    r"(?:[\"'(]?(?:[ai] |\d{1,4}(?:[.,]\d{1,3})?%? )?[a-z]{2,15}(?:-[a-z]{3,15})?(?:'[a-z]{1,2})?[,;:.!?\"')]{0,3}(?: |$))+"
)
"""Words of ordinary length with ordinary marks: nothing in which letters could be set apart, or a code could stand."""


def readings(text: str) -> Iterator[Reading]:
    """Yield the readings of a passage, the plain one first; most passages have no other.

    What is said in disguise is a command as soon as it asks for anything that the plain words don't ask for.
    """
    folded = fold(text)
    yield Reading(folded)
    if text.isascii() and _PROSE.fullmatch(folded) and folded.count("-") < 4 and not in_cipher(words_of(folded)):
        return
    for reading in _disguised(text, folded):
        asked = asks(reading.words) and (reading.words == folded or not asks(folded))
        yield reading._replace(certain=True) if asked else reading


def _disguised(text: str, folded: str) -> Iterator[Reading]:
    if (latin := latinised(folded)) is not None:
        yield Reading(latin, "letters that only look Latin")
        folded = latin
    if not text.isascii() and (upright := turned(fold(text))) is not None:
        yield Reading(upright, "upside-down letters")
    if _LEET_WORD.search(folded):
        yield Reading(folded.translate(_LEET), "digits for letters")
        yield Reading(folded.translate(_LEET).replace("l", "i"), "digits for letters")
    if _is_set_apart(folded):
        yield from _closed_up(folded)
    if in_cipher(words_of(folded)):
        yield from _turned_round(folded)
    for name, words in deciphered(text, folded):
        yield Reading(fold(words), name, coded=True)
        if found := _RUN_TOGETHER.search(_SEPARATORS.sub("", fold(words))):
            yield Reading(found.group(), name, coded=True, certain=True)
    for name, run, words in payloads(text):
        plain = fold(words)
        yield Reading(plain, name, coded=True, run=run)
        if _ROT13.search(plain) or _REVERSED.search(plain):
            yield Reading(plain[::-1], name, coded=True, run=run)
            yield Reading(codecs.encode(plain, "rot13"), name, coded=True, run=run)


def _turned_round(folded: str) -> Iterator[Reading]:
    """Yield what is written backwards or in ROT13."""
    if _REVERSED.search(folded):
        yield Reading(folded[::-1], "letters in reverse order")
    if _ROT13.search(folded):
        yield Reading(codecs.encode(folded, "rot13"), "ROT13", coded=True)


def _is_set_apart(folded: str) -> bool:
    """Whether letters are set apart or run together."""
    if sum(map(folded.count, _MARKS)) > 3 and (folded.count("-") > 3 or _MARKED_OUT.search(folded)):
        return True
    if len(folded) > 23 and max(map(len, folded.split()), default=0) > 23 and _RUN.search(folded):
        return True
    return _has_letters_alone(folded) and bool(_ALONE.search(folded) and _SPACED_OUT.search(folded))


def _has_letters_alone(folded: str) -> bool:
    """Whether a letter stands alone, or beside an underscore that may part it from the next."""
    return "_" in folded or 1 in map(len, words_of(folded))


def _closed_up(folded: str) -> Iterator[Reading]:
    """Yield what is left when the signs between letters are taken out."""
    yield Reading(_BROKEN.sub("", folded), "signs between letters")
    yield Reading(_BROKEN.sub(" ", folded), "signs between words")
    if found := _RUN_TOGETHER.search(_SEPARATORS.sub("", _TESTS.sub(" ", folded).translate(_LEET))):
        yield Reading(found.group(), "letters set apart or run together", certain=True)
