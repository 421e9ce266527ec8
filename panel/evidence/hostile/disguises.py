"""What a passage says when it is read the way a model would: past spelling tricks and codes."""

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from panel.evidence.hostile.folding import fold, latinised, turned
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
_LEET_WORD = re.compile(
    r"[a-z][0134579@$!|]+[a-z]|(?<![\w.,-])[0134579@$!|]+[a-z]{2}|[a-z]{2}[0134579@$!|]+(?![\w.,%])"
)
_SPACED_OUT = re.compile(r"(?:(?<!\w)\w[\W_]{1,4}){7}\w(?!\w)|(?:\w{1,4}[-._*~|+^]){4}\w|\w{24}")
_BROKEN = re.compile(r"(?<=\w)[-._*~|+^]{1,2}(?=\w)")
_SEPARATORS = re.compile(r"[\W_]+")
_RUN_TOGETHER = re.compile(
    r"(?:ignore|disregard|forget|override)(?:all|any|the|your|my|of){0,3}(?:previous|prior|above|earlier|other|system)?"
    r"(?:instruction|prompt|rule|guideline|directive)|(?:vote|ballot|cast|answer|output|choose)(?:for|is|a|the|only"
    r"|on){0,2}"
    r"(?:ship|skip)(?!with|ping|ment)|systemprompt(?:and|now|above)|(?:youmust|youare(?:now)?|asan)(?:a|an|the)?"
    r"(?:ai|vote|approve|recommend|reviewer|rate|ignore|ship)|rate(?:this|it)?(?:at|as|with)?100"
)
_REVERSED = re.compile(r"snoitcurtsni|erongi|dragersid|pihs\W{0,3}etov|tpmorp|(?:pihs|piks)\b.{0,40}\betov|reweiver")
_ROT13 = re.compile(r"vafgehpgvba|vtaber\b|qvfertneq|ibgr\W{0,3}fuvc|cebzcg|erivrjre|ibgr\b|ynathntr zbqry")


def readings(text: str) -> Iterator[Reading]:
    """Yield the readings of a passage, the plain one first; most passages have no other."""
    folded = fold(text)
    yield Reading(folded)
    if (latin := latinised(folded)) is not None:
        yield Reading(latin, "letters that only look Latin")
        folded = latin
    if (upright := turned(fold(text))) is not None:
        yield Reading(upright, "upside-down letters")
    if not folded.isalpha() and _LEET_WORD.search(folded):
        yield Reading(folded.translate(_LEET), "digits for letters")
        yield Reading(folded.translate(_LEET).replace("l", "i"), "digits for letters")
    if _SPACED_OUT.search(folded) or folded.count("-") > 3:
        yield from _closed_up(folded)
    if _REVERSED.search(folded):
        yield Reading(folded[::-1], "letters in reverse order")
    if _ROT13.search(folded):
        yield Reading(codecs.encode(folded, "rot13"), "ROT13", coded=True)
    for name, run, words in payloads(text):
        plain = fold(words)
        yield Reading(plain, name, coded=True, run=run)
        if _ROT13.search(plain) or _REVERSED.search(plain):
            yield Reading(plain[::-1], name, coded=True, run=run)
            yield Reading(codecs.encode(plain, "rot13"), name, coded=True, run=run)


def _closed_up(folded: str) -> Iterator[Reading]:
    """Yield what is left when the signs between letters are taken out."""
    yield Reading(_BROKEN.sub("", folded), "signs between letters")
    yield Reading(_BROKEN.sub(" ", folded), "signs between words")
    if found := _RUN_TOGETHER.search(_SEPARATORS.sub("", folded.translate(_LEET))):
        yield Reading(found.group(), "letters set apart or run together", certain=True)
