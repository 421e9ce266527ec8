"""Numbers that follow from two of one sentence: a difference, a share, by how much one is above or below another."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from panel.evidence.grounding.numbers.amounts import COUNTS
from panel.evidence.measures import Quantity, same_measure
from panel.evidence.passages import Passage

MOST = 12
"""Numbers of a sentence that are set against each other."""

NEAR = 35
"""Characters round a number in which the word stands that says what it is reckoned from."""

_APART = re.compile(
    r"\b(?:more|less|fewer|by|gap|lead|ahead|behind|difference|gain\w*|sav(?:e|es|ed|ing)|above|below|all but|short of|"
    r"higher|lower|better|worse|cheaper|dearer|faster|slower|quicker|extra|additional|margin|longer|shorter|later|earlier|than|"
    r"lighter|heavier|dropp?\w*|fell|cut|rose|r[ai]se\w*|shr[aiu]nk\w*|grew|increas\w*|reduc\w*)\b",
    re.IGNORECASE,
)
"""Words that say that a number tells how far two others are apart."""

_SHARE = re.compile(
    r"^\s?of\b|\b(?:share|right|correct\w*|success\w*|answered|passed|solved|in (?:two|three|four|five|six|seven|eight|nine|ten))\b",
    re.I,
)
"""Words in or behind a percentage that say that it is a part of a whole."""

_LEVEL = re.compile(r"\b(?:from|to|at|reach\w*|is|are|was|were|scor\w+)\s(?:about\s|around\s|some\s)?$", re.IGNORECASE)
"""What stands before a number that tells where something is, not how far it moved."""


_BESIDE = re.compile(r"\s(?:below|above|less|more|cheaper|dearer|faster|slower|lighter|heavier|of)\b")


def follows(claim: Passage, quantity: Quantity, figures: Sequence[Quantity]) -> bool:
    """Whether a number of a statement follows from two figures of one sentence.

    Args:
        claim: The statement.
        quantity: Its number.
        figures: The figures of the sentence.
    """
    if not figures or (len(figures) == 1 and quantity.kind != "multiple"):
        return False
    start, end = quantity.span
    near = claim.text[max(0, start - NEAR) : end + NEAR]
    apart = bool(_APART.search(near)) and not (
        _LEVEL.search(claim.text[:start]) and not _BESIDE.match(claim.text[end:])
    )
    share = bool(_SHARE.search(claim.text[end : end + NEAR]) or _SHARE.search(quantity.text))
    if quantity.kind == "multiple":
        inverse = [1 / figure.value for figure in figures if figure.kind == "multiple" and figure.value]
        ratios = [value for one, two in combinations(figures[:MOST], 2) for value in _ratios(one, two)]
        return any(_same(value, quantity) for value in (*inverse, *ratios))
    if quantity.kind == "count" and quantity.hedge:
        wholes = [each.value for each in figures if each.kind == "count"]
        shares = [each.value / 100 for each in figures if each.kind == "percent"]
        if any(_same(whole * part, quantity) for whole in wholes for part in shares):
            return True
    if not apart and not (share and quantity.kind == "percent"):
        return False
    pairs = combinations(figures[:MOST], 2)
    shared = not is_change(claim, quantity)
    return any(
        _same(value, quantity)
        for one, two in pairs
        for value in _between(quantity, one, two, apart=apart, shared=shared)
    )


def is_change(claim: Passage, quantity: Quantity) -> bool:
    """Whether a number says by how much something rose or fell, which isn't the share that is left of it."""
    return bool(_CHANGE.search(claim.text[: quantity.span[0]]))


_CHANGE = re.compile(
    r"\b(?:fell|falls?|fallen|drop\w*|shr[aiu]nk\w*|cuts?|cutting|reduc\w*|decreas\w*|lower\w*|rose|rises?|risen|grew|grows?|grown|climb\w*|increas\w*|rais\w+)\b"
    r"[^,;]{0,40}\bby\s$",
    re.IGNORECASE,
)


def _between(quantity: Quantity, one: Quantity, two: Quantity, *, apart: bool, shared: bool) -> Iterator[float]:
    """Yield what two figures come to, of the kind that is asked for."""
    small, large = sorted((one.value, two.value))
    if not _alike(one, two) or not 0 < small < large:
        return
    if quantity.kind == "percent" and one.kind != "percent":
        if shared:
            yield 100 * small / large
        if apart:
            yield from (100 * (large - small) / large, 100 * (large - small) / small)
    elif apart and (same_measure(quantity, one) or (quantity.kind in COUNTS and one.kind == "percent")):
        yield large - small


def _ratios(one: Quantity, two: Quantity) -> tuple[float, ...]:
    """Return how many times one figure is the other, either way."""
    return (one.value / two.value, two.value / one.value) if _alike(one, two) and one.value and two.value else ()


def is_reckoned(claim: Passage, quantity: Quantity) -> bool:
    """Whether a number says how many times, how far apart, or how much in all: it may follow from more than is read."""
    start, end = quantity.span
    near = claim.text[max(0, start - NEAR) : end + NEAR]
    return (
        quantity.kind == "multiple"
        or "percentage point" in quantity.text
        or bool(_APART.search(near) or TOTAL.search(claim.text))
    )


TOTAL = re.compile(
    r"\b(?:in all|altogether|in total|all told|combined|between them|on average|per head|a head|works? out|"
    r"all but|the rest|remaining|remainder)\b",
    re.IGNORECASE,
)
"""Words that say that a number is made of several."""


def _alike(one: Quantity, two: Quantity) -> bool:
    return same_measure(one, two) or {one.kind, two.kind} <= COUNTS


def _same(value: float, quantity: Quantity) -> bool:
    """Whether a value that was worked out is the one stated."""
    slack = 0.6 if quantity.kind == "percent" else max(0.02 * quantity.value, min(0.051, 0.05 * quantity.value))
    return abs(value - quantity.value) <= slack or (
        not quantity.exact and quantity.low <= value <= min(quantity.high, 2 * quantity.value)
    )
