"""Numbers that are made of several of one sentence: what a list of counts adds up to, what is left, what was paid in all."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations

from panel.evidence.concepts import concept_of
from panel.evidence.grounding.numbers.amounts import COUNTS, comes_to
from panel.evidence.grounding.numbers.comparable import counts_alike
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lowered import lowered
from panel.evidence.measures import Quantity, same_measure
from panel.evidence.owners import segment
from panel.evidence.passages import Passage
from panel.evidence.stems import stem
from panel.evidence.words import words

NEAR = 8
"""Sentences whose numbers are added up."""

MOST = 12
"""Numbers of a sentence that are set against each other."""

_WORTH = {
    word: at for at, word in enumerate(words("one two three four five six seven eight nine ten eleven twelve"), 1)
}
_NUMBER = rf"(?:\d{{1,4}}|{'|'.join(_WORTH)})"
_LIST = re.compile(
    rf"\b(?P<some>(?:{_NUMBER}\s[a-z-]+(?:\s[a-z-]+)?(?:,\s(?:and\s)?|\sand\s))+{_NUMBER})\s(?:[a-z-]+\s){{0,3}}?(?P<noun>[a-z]+s)\b",
    re.IGNORECASE,
)
"""Counts of one thing, one by one: ``one high, three medium and six low severity issues``."""

_EACH = re.compile(rf"\b{_NUMBER}(?=\s|$)", re.IGNORECASE)
_FREE = re.compile(r"\b(?:free|available|left|remain\w*|usable|unused|to spare)\b", re.IGNORECASE)
_TAKEN = re.compile(
    r"\b(?:taken|used|occup\w+|gone|spent|reserved|filled|full|eaten|in use|uses?|takes|missing)\b", re.I
)
_FAILS = re.compile(
    r"\b(?:not|never|none|fail\w*|missed|wrong\w*|overlook\w*|un(?:detected|noticed|found|solved|answered)|rest|remain\w*|others?|false\w*|late|lost)\b|n['’]t\b",
    re.IGNORECASE,
)
"""What is said of the part that is left when the other part went well."""

_PAID = re.compile(
    r"\b(?:includ\w+|with|plus|in all|in total|total|altogether|together|paid|spent|comes? to|came to|adds? up|sum)\b",
    re.IGNORECASE,
)
_PLUS = re.compile(r",?\s(?:plus|and|and another|on top of that|with)\s(?:another\s|about\s)?|\s?\+\s?", re.IGNORECASE)


def summed_at(claim: Passage, quantity: Quantity, evidence: Evidence, places: Sequence[int]) -> int | None:
    """Return the place of a sentence whose numbers add up to one, or leave it when they are taken apart; None if none does.

    Args:
        claim: The statement.
        quantity: Its number.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    for place in places[:NEAR]:
        if any(comes_to(value, quantity) for value in _values(claim, quantity, evidence.passages[place])):
            return place
    return None


def _values(claim: Passage, quantity: Quantity, passage: Passage) -> Iterator[float]:
    """Yield what the numbers of a sentence come to together."""
    if quantity.kind == "money":
        if _PAID.search(claim.text):
            yield from _paid(quantity, passage)
    elif quantity.kind in COUNTS:
        yield from _listed(claim, quantity, passage)
        yield from _left(quantity, passage, failed=_is_failed(claim, quantity))
    elif _is_other_part(claim.text, passage.text):
        yield from _left(quantity, passage)


def _paid(quantity: Quantity, passage: Passage) -> Iterator[float]:
    """Yield what two sums come to that a sentence adds to each other: ``¥14,800 plus ¥3,900 in postage``."""
    sums = [each for each in passage.quantities[:MOST] if each.kind == "money" and each.unit == quantity.unit]
    for one, two in pairwise(sums):
        if _PLUS.fullmatch(passage.text[one.span[1] : two.span[0]]) and set(one.per) == set(two.per):
            yield one.value + two.value


def _listed(claim: Passage, quantity: Quantity, passage: Passage) -> Iterator[float]:
    """Yield what the counts of a list add up to, where they count what a statement's number does."""
    said = {concept_of(stem(quantity.unit)).name} if quantity.unit else {item.concept for item in claim.items}
    for match in _LIST.finditer(passage.text):
        if concept_of(stem(match["noun"].lower())).name in said:
            yield sum(_WORTH.get(lowered(each)) or int(each) for each in _EACH.findall(match["some"]))


def _is_failed(passage: Passage, figure: Quantity) -> bool:
    """Whether the stretch in which a number stands says that something went wrong, or didn't happen."""
    start, end = segment(passage, figure.span)
    return bool(_FAILS.search(passage.text, start, end))


def _left(quantity: Quantity, passage: Passage, *, failed: bool | None = None) -> Iterator[float]:
    """Yield what is left of a number of a sentence when another one is taken from it that went otherwise."""
    figures = passage.quantities[:MOST]
    for part, whole in permutations(figures, 2):
        if failed is not None and _is_failed(passage, part) == failed:
            continue
        counts = {part.kind, whole.kind, quantity.kind} <= COUNTS
        if counts and not (_is_part(passage, part, whole) and _counts_some(quantity, part, whole)):
            continue
        if 0 < part.value < whole.value and (counts or (same_measure(part, whole) and same_measure(quantity, whole))):
            yield whole.value - part.value


_OF = re.compile(r"\bof\s(?:(?:the|its|our|their|his|her|my|all|those|these)\s)*$", re.IGNORECASE)


def _is_part(passage: Passage, part: Quantity, whole: Quantity) -> bool:
    """Whether a number counts some of those that another one counts: by the same noun, by none, or by an ``of``."""
    if not part.unit or not whole.unit or counts_alike(part, whole):
        return True
    return bool(_OF.search(passage.text[: whole.span[0]]))


def _counts_some(quantity: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether a statement's number counts what a whole or its part does."""
    return not quantity.unit or any(counts_alike(quantity, each) for each in (part, whole))


def are_parts(claim: Passage, passage: Passage) -> bool:
    """Whether a statement has one part of a whole and a sentence the other: ``missed two of thirty``, ``of thirty it took 28``.

    Args:
        claim: The statement.
        passage: The sentence.
    """
    mine = [each for each in claim.quantities[:MOST] if each.kind in COUNTS]
    theirs = [each for each in passage.quantities[:MOST] if each.kind in COUNTS]
    wholes = {each.value for each in mine} & {each.value for each in theirs}
    return any(
        one.value + two.value in wholes
        and one.value != two.value
        and _is_failed(claim, one) != _is_failed(passage, two)
        for one in mine
        for two in theirs
        if wholes
    )


def _is_other_part(said: str, told: str) -> bool:
    """Whether one text speaks of what is free and the other of what is taken."""
    mine, theirs = ((bool(_FREE.search(text)), bool(_TAKEN.search(text))) for text in (said, told))
    return mine != theirs and any(mine) and any(theirs) and not all(mine) and not all(theirs)
