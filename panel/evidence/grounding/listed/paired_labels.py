"""The number of one of two things told of the other: ``23 on a Pixel and 41 on an iPhone``, ``€379 (Steel) or €479 (Titanium)``."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.grounding.numbers.spelled import is_soft
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity, close_enough, same_measure
from panel.evidence.numerals import read_numerals
from panel.evidence.passages import Passage
from panel.evidence.stems import stem

_LABEL = re.compile(
    r"(?:\s[a-z%][\w%-]*(?:\sper\s[a-z]+)?){0,3}?\s(?P<lead>on|in|with|at|for|under|without|as)\s(?:the\s|an?\s|its\s|our\s)?(?P<label>[\w.+'’-]+(?:\s[\w.+'’-]+){0,3}?)"
    r"(?=[,;.)]|\s(?:and|or|of|but|against|versus|compared|up|down|while|when|to|by|than|is|are|was|were)\b|$)",
    re.IGNORECASE,
)
"""What follows a number: ``23 tokens per second on a Pixel 9``."""

_BRACKET = re.compile(r"(?:\s[a-z%]+){0,2}\s\((?P<label>[A-Za-z][\w +'’-]{1,24})\)")
_OPENED = re.compile(r"(?P<lead>On|In|With|At|For|Under|Without|As)\s(?:the\s|an?\s)?(?P<label>[^,;.]{2,40}),\s")
"""What a sentence opens with and has of its first number."""

_TURNS = re.compile(
    r"\b(?:than|instead|rather|unlike|whereas|while|against|versus|above|below|compared|total|together|altogether|combined|average|both|either|each|every|all|"
    r"up to|between|more|less|fewer|from|other|others)\b",
    re.IGNORECASE,
)
_MINOR = frozenset(
    {"the", "a", "an", "of", "its", "our", "their", "about", "only", "just", "part", "mode", "model", "version"}
)


class _Labelled(NamedTuple):
    """A number and the words that say what it is of."""

    quantity: Quantity
    lead: str
    words: frozenset[str]


def check_paired_labels(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check a statement's number against a sentence that has two of them, each with its own label.

    Args:
        claim: The statement; one that denies or compares is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    if claim.denials or not claim.quantities or _TURNS.search(claim.text):
        return
    said = _words(claim.text)
    for quantity in claim.quantities:
        if is_soft(quantity):
            continue
        found = [
            place for place in places if any(_is_same(quantity, each) for each in evidence.passages[place].quantities)
        ]
        if len(claim.quantities) > 1:
            mine = next((each for each in labelled(claim) if each.quantity is quantity), None)
            words = mine.words if mine else frozenset()
        else:
            words = said
        crossed = [place for place in found if words and _is_crossed(quantity, words, evidence.passages[place])]
        if crossed and len(crossed) == len(found):
            yield Finding("contradicted", quantity.text, crossed[0], evidence.passages[crossed[0]].text, fit=1.0)
            return


def has_its_label(claim: Passage, quantity: Quantity, evidence: Evidence, places: Sequence[int]) -> bool:
    """Whether a sentence has a statement's number without its unit, behind another one that has it, and with its label."""
    said = _words(claim.text)
    for place in places:
        pairs = list(labelled(evidence.passages[place]))
        for one, two in pairwise(pairs):
            bare = two.quantity.kind == "number" and one.lead == two.lead and same_measure(one.quantity, quantity)
            if bare and close_enough(quantity, two.quantity) and two.words <= said and not one.words <= said:
                return True
    return False


def _is_same(one: Quantity, two: Quantity) -> bool:
    return (same_measure(one, two) or "number" in (one.kind, two.kind)) and close_enough(one, two)


def _is_crossed(quantity: Quantity, said: frozenset[str], passage: Passage) -> bool:
    """Whether a number is labelled otherwise in a sentence, and another one there has a statement's label."""
    pairs = list(labelled(passage))
    own = [each for each in pairs if _is_same(quantity, each.quantity)]
    if len(own) != 1 or sum(_is_same(quantity, each) for each in passage.quantities) != 1:
        return False
    for other in pairs:
        if other is own[0] or other.lead != own[0].lead or _is_same(quantity, other.quantity):
            continue
        if not (same_measure(other.quantity, quantity) or "number" in (other.quantity.kind, quantity.kind)):
            continue
        theirs, mine = other.words - own[0].words, own[0].words - other.words
        if theirs and mine and theirs <= said and not mine & said:
            return True
    return False


def labelled(passage: Passage) -> Iterator[_Labelled]:
    """Yield the numbers of a sentence that have a label: behind a preposition, in brackets, or at its opening."""
    text, figures = passage.text, passage.quantities
    for at, quantity in enumerate(figures):
        following = [each for each in figures[at + 1 :] if each.kind == quantity.kind or each.kind == "number"]
        stop = following[0].span[0] if following else len(text)
        match = _BRACKET.match(text, quantity.span[1], stop)
        if match is not None:
            yield _Labelled(quantity, "(", _words(match["label"]))
            continue
        start = quantity.span[1] - (quantity.text.endswith((".", ",")))
        match = _LABEL.match(text, start, stop)
        if match is None and at == 0:
            match = _OPENED.match(text)
        if match is not None and (words := _words(match["label"])):
            yield _Labelled(quantity, match["lead"].lower(), words)


def _words(text: str) -> frozenset[str]:
    """Return the stems of words, numerals as figures."""
    found = {stem(each.lower()) for each in re.findall(r"[^\W_]+(?:\.\d+)*", text) if each.lower() not in _MINOR}
    numerals = {f"{each.value:g}" for each in read_numerals(text)}
    return frozenset(found | numerals | ({"1"} if {"single", stem("single")} & found else set()))
