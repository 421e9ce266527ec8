"""Whose number or date it is: the name that a figure belongs to, and the words that stand nearest to it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from panel.evidence.common_words import GENERIC
from panel.evidence.names import Name
from panel.evidence.passages import Item, Passage
from panel.evidence.peoples import PLACES

Key = frozenset[str]
Span = tuple[int, int]

_PREPOSITION = re.compile(
    r"\b(?:on|in|at|of|by|from|with|under|for|to|over|within|through|via|during|since|per|until|"
    r"into)\s(?:(?:its|this|these|his|[a-z-]+(?<!s))\s){0,3}$",
    re.I,
)
_BELONGS = re.compile(r"\s?(?:points?|percent|%)?\s(?:for|by)\s(?:the\s)?(?:[a-z-]+\s){0,4}$")
_PARENTHESIS = re.compile(r"\s?\((?:both\s|each\s|at\s|with\s|about\s|around\s)?[~$€£¥]?$")
_AGAINST = re.compile(r"\b(?:against|versus|vs\.?|compared with|compared to|than|over)\s?$", re.I)
_VERB = re.compile(
    r"^(?:It|They|He|She|We|You|I|There|This)\b|\b(?:is|are|was|were|has|have|had|can|will|does|do|did|came|"
    r"costs?|runs?)\b"
)
"""What shows that a sentence has its subject already."""

_MODIFIES = re.compile(
    r"\s(?!(?:is|are|was|were|has|have|had|does|do|did|can|could|will|would|may|might|must|still|also|now|only|"
    r"just|alone|already|"
    r"itself|both|each|and|or|but|of|by|from|in|on|at|with|for|to|as|than|that|which|who|behind|over|under|took|"
    r"made|ran|sold|got|"
    r"went|gave|came|won|lost|paid|beat|cut|put|set|let|needs?|asks?|stays?|remains?|today|here|there|two|three|"
    r"four|five|six|seven|"
    r"eight|nine|ten|never|always)\b|cost\s(?:about |only |just |some |around )?[$€£¥₹]?\d)[a-z]+(?<!s)(?<!ed)\b"
)
"""A name before a noun that it qualifies: ``a dual-core RISC-V processor``."""

_COUNTRIES = re.compile(
    r"\s(?:countries|states|markets|regions|customers|users|buyers|languages|banks|cities|firms|companies)\b"
)
"""Nouns that a name before them qualifies although they are plural: ``the Nordic countries``."""

_ON = re.compile(r"\s?(?:points?|percent|%)?\s(?:on|in|with)\s(?:the\s)?")
_ALL = re.compile(r"\b(?:both|each|which|who)\b", re.I)
_NOT_SUBJECT = re.compile(
    r"\b(?:is|are|was|were|has|have|had|it|they|he|she|we|you|can|will|does|do|did|costs?|runs?|with|on|in|at|"
    r"of|by|from|for|to|"
    r"the model|the company)\b",
    re.I,
)


def segment(passage: Passage, span: Span) -> Span:
    """Return the stretch between commas, ``and``, ``but`` and the like in which something stands."""
    ends, starts = passage.boundaries
    before = bisect_right(ends, span[0])
    after = bisect_left(starts, span[1])
    return ends[before - 1] if before else 0, starts[after] if after < len(starts) else len(passage.text)


def nearby(passage: Passage, span: Span) -> tuple[Item, ...]:
    """Return the words that stand in the same stretch as a figure."""
    start, end = segment(passage, span)
    return tuple(item for item in passage.items if start <= item.span[0] < end)


def subject(passage: Passage) -> Name | None:
    """Return the name that a sentence is about, if it opens with one."""
    for name in passage.names:
        if not name.sure or _MODIFIES.match(passage.text[name.span[1] :]):
            continue
        before = passage.text[: name.span[0]]
        if ";" in before or _VERB.search(before.partition(",")[0]):
            return None
        opening = before.rpartition(",")[2]
        if opening.count(" ") <= 5 and not _NOT_SUBJECT.search(opening):
            return name
    return None


_PHRASE = re.compile(r"\b(?:in|on|at|for|under|during|within|over|by)\s(?:the\s)?(?:[a-z-]+\s){1,3}$", re.IGNORECASE)
_VERB_NEXT = re.compile(
    r"\s(?:is|was|has|had|can|will|did|does|got|won|lost|ran|came|took|made|beat|led|costs|needs|leads|beats|stays|scores|wins|"
    r"[a-z]{3,}ed)\b"
)


def is_prepositional(text: str, name: Name) -> bool:
    """Whether a name is what a preposition leads to rather than who acts: ``on GitHub``, not ``In mathematics Orion won``."""
    before = text[: name.span[0]]
    if _PHRASE.search(before) and _VERB_NEXT.match(text[name.span[1] :]):
        return False
    return bool(_PREPOSITION.search(before))


def is_modifier(text: str, name: Name) -> bool:
    """Whether a name qualifies the noun behind it: ``PDF export``, ``a RISC-V processor``."""
    return bool(_MODIFIES.match(text[name.span[1] :]))


_MEASURES = re.compile(
    r"\s(?:also\s|has\s|have\s)?(?:measur|found|reports?\b|reported|not(?:ed|es)\b|says?\b|said|stat(?:es|ed)\b|count(?:ed|s)\b|clocked|test(?:ed|s)\b|"
    r"estimat|claim|accord|told|observ|calculat|pric(?:ed|es)|interview|complain)"
)
"""What somebody does whose figure it isn't: ``EvalHouse measured 79.8 percent``."""


def owners(passage: Passage, span: Span) -> tuple[Key, ...]:
    """Return the names that a figure belongs to; none where it belongs to whatever the text is about.

    ``Tern needed 3.2 minutes, Skiffway 5.1``: each has its own. ``GPT-5.4 and Claude (both 57)``: the figure has two.
    """
    text, names = passage.text, passage.names
    if found := _in_parenthesis(text, names, span) or _labelled(text, names, span):
        return found
    start, _ = segment(passage, span)
    against = _AGAINST.search(text[:start])
    dated = any(mention.span == span for mention in passage.dates)
    for name in names:
        between = text[span[1] : name.span[0]]
        if 0 <= name.span[0] - span[1] < 50 and (
            (not dated and _BELONGS.match(between)) or (against and _ON.fullmatch(between))
        ):
            return (name.key,)
    acting = tuple(
        name
        for name in names
        if name.sure
        and not name.key <= PLACES
        and not name.key <= GENERIC
        and not _COUNTRIES.match(text[name.span[1] :])
        and not _MODIFIES.match(text[name.span[1] :])
        and not _MEASURES.match(text[name.span[1] :])
    )
    inside = [name for name in acting if start <= name.span[0] < span[0] and not is_prepositional(text, name)]
    if inside:
        return _joined(text, names, inside[-1])
    if _ALL.search(text[max(0, start - 6) : span[0]]):
        before = [name for name in acting if name.span[1] <= start]
        if before:
            return _joined(text, names, before[-1])
    if (held := _before_which(text, acting, span)) is not None:
        return _joined(text, names, held)
    stop = max(text.rfind(mark, 0, span[0]) for mark in (";", ": ", " — ", " – "))
    clause = [name for name in acting if stop < name.span[0] < span[0] and not is_prepositional(text, name)]
    return _joined(text, names, clause[-1]) if clause else _priced(passage, acting, span)


def _priced(passage: Passage, names: Sequence[Name], span: Span) -> tuple[Key, ...]:
    """Return the name with which a sentence opens as a label of all its figures: ``Team: €12 a year, €15 a month``."""
    first, figure = next(iter(names), None), next(iter(passage.quantities), None)
    if first is None or figure is None or first.span[0] > 0 or figure.span[0] >= span[0]:
        return ()
    if passage.text[figure.span[0]].isalpha():  # somebody speaks
        return ()
    return (first.key,) if _COLON.fullmatch(passage.text[first.span[1] : figure.span[0]]) else ()


_WHICH = re.compile(r"(?:\sof\s(?:19|20)\d\d)?,\s(?:which|who)\s")


def _before_which(text: str, names: Sequence[Name], span: Span) -> Name | None:
    """Return the name of which the end of a sentence speaks: ``A follows B, which had a fan, cost $599 and sold well``."""
    held = [name for name in names if _WHICH.match(text[name.span[1] :])]
    if not held or held[-1] is names[0] or held[-1].span[1] > span[0]:
        return None
    last = held[-1]
    led = _VERB.search(text[names[0].span[1] : last.span[0]])
    turned = ";" in text[last.span[1] : span[0]] or any(last.span[1] < name.span[0] < span[0] for name in names)
    return last if led and not turned else None


def _labelled(text: str, names: Sequence[Name], span: Span) -> tuple[Key, ...]:
    """Return the name before a colon: ``Sparrow 1: 5.6 %``."""
    return next(((name.key,) for name in names if name.sure and _COLON.fullmatch(text[name.span[1] : span[0]])), ())


_COLON = re.compile(r":\s?[$€£¥]?")


def _in_parenthesis(text: str, names: Sequence[Name], span: Span) -> tuple[Key, ...]:
    for name in names:
        if 0 < span[0] - name.span[1] < 10 and _PARENTHESIS.match(text[name.span[1] : span[0]]):
            return _joined(text, names, name) if "both" in text[name.span[1] : span[0]] else (name.key,)
    return ()


def _joined(text: str, names: Sequence[Name], last: Name) -> tuple[Key, ...]:
    """Return a name and those that a list joins to it: ``Gemini 3.1 Pro and GPT-5.4``."""
    found = [last.key]
    at = list(names).index(last)
    for one, two in zip(reversed(names[:at]), reversed(names[1 : at + 1]), strict=True):
        between = text[one.span[1] : two.span[0]]
        if not re.fullmatch(r",\s" if len(found) > 1 else r",?\s(?:and|&)\s", between):
            break
        found.append(one.key)
    for one, two in zip(names[at:], names[at + 1 :], strict=False):
        if not re.fullmatch(r"\s(?:and|&)\s", text[one.span[1] : two.span[0]]):
            break
        found.append(two.key)
    return tuple(found)
