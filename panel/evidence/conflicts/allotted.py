"""Signs that two figures are allotted to two things: to all plans and to one, to a notebook and to a household, to some only."""

import re
from collections.abc import Iterable

from panel.evidence.conflicts.figure_signs import Met
from panel.evidence.conflicts.statements import Signs
from panel.evidence.conflicts.version_signs import tiers_in
from panel.evidence.lowered import word_set
from panel.evidence.measures import Quantity
from panel.evidence.passages import Passage
from panel.evidence.words import words

_MOST = re.compile(r"\b(?:up to|as (?:long|much|many) as|at most|a maximum of|no more than) (?:\w+ )?$", re.IGNORECASE)
_TIMES = frozenset(
    words("second minute hour day week month quarter year user person seat head member request token query call")
)
_PLAN = re.compile(
    r"\b(?:plans?|tiers?|subscriptions?)\b|[$€£]\s?\d|\b(?:famil(?:y|ies)|household|account)s?\b", re.IGNORECASE
)
_ONLY = re.compile(
    r"\b(?:that['’]s|that is|that was|this (?:is|was)|which (?:is|was)|those (?:are|were)|it was) (?:only |just )?"
    r"(?:to|for|on|with|from|in|over|at) ([^,.;]{3,40}?) (?:only|alone)\b|"
    r"\b(?:but|though|although) (?:that['’]s|that is|that was|this (?:is|was)|only|just) (?:only |just )?"
    r"(?:to|for|on|with|from|over) ([^,.;]{3,40})",
    re.IGNORECASE,
)
"""What a sentence says behind its figure, so that this holds for some."""


def allotted(a: Passage, b: Passage, left: Iterable[Met], own: frozenset[str]) -> Signs:
    """Return whether figures that disagree are allotted to two things.

    Args:
        a: One sentence.
        b: The other.
        left: Figures of both that measure one thing and disagree.
        own: Lower-case words of the release's and its vendor's names.
    """
    pairs = [each for one, other in left for each in ((a, one, b, other), (b, other, a, one))]
    found = {
        "most of all plans": any(_of_plans(*each, own) for each in pairs),
        "per another thing": any(_per_thing(x, one, y, other) for x, one, y, other in pairs),
        "for some only": bool(pairs) and _for_some(a.text, b.text) != _for_some(b.text, a.text),
    }
    return {name: 1.0 for name, holds in found.items() if holds}


def _of_plans(a: Passage, most: Quantity, b: Passage, other: Quantity, own: frozenset[str]) -> bool:
    """Whether a figure is the most that any plan has, and the other what a plan has: ``up to 30 days``."""
    if most.kind == "money" or other.value >= most.value:
        return False
    bound = _MOST.search("up to " if most.hedge == "upto" else a.text[: most.span[0]])
    if bound is None and _SERVED.search(b.text) and not _SERVED.search(a.text) and _LIMIT.search(b.text):
        return True
    named = _TIER.search(b.text) or not _TRIED.search(b.text)
    return bool(bound and named) and not tiers_in(a.text, own) and bool(tiers_in(b.text, own))


_SERVED = re.compile(
    r"\bhosted (?:\w+ )?(?:api|endpoint|version|service|model|edition)\b|\b(?:playground|sandbox|free trial|public demo|serving cluster)\b",
    re.IGNORECASE,
)
"""Where less of a thing may be had than there is."""
_LIMIT = re.compile(
    r"\b(?:limit\w*|at most|for now|caps?|capped|restrict\w*|only|maximum|no more than|accepts?|allows?|takes?)\b",
    re.IGNORECASE,
)
_TIER = re.compile(r"\b\w+ (?:plan|tier|edition|users?|accounts?|customers?)s?\b", re.IGNORECASE)
_TRIED = re.compile(r"\b(?:I|we|us|our|my|me)\b", re.IGNORECASE)
"""Words of somebody who tells where a limit was met, whatever plan that was."""


def _per_thing(a: Passage, one: Quantity, b: Passage, other: Quantity) -> bool:
    """Whether a figure is for each thing of a kind, and the other for a plan or things of another kind."""
    things = [each for each in one.per if each not in _TIMES]
    if one.kind != "count" or not things or any(_told(each, b.text) for each in things) or _PLAN.search(a.text):
        return False
    theirs = [each for each in other.per if each not in _TIMES]
    return bool(theirs or _PLAN.search(b.text))


def _told(thing: str, text: str) -> bool:
    return any(word.startswith(thing[:5]) for word in word_set(text))


def _for_some(text: str, other: str) -> bool:
    """Whether a sentence leaves its figure to some of whom the other has no word."""
    found = _ONLY.search(text)
    if not found:
        return False
    some = {word for word in word_set(found[1] or found[2]) if len(word) > _SHORT}
    return bool(some) and some.isdisjoint(word_set(other))


_SHORT = 3
"""Letters of a word that tells nothing."""
