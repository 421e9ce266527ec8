"""Comparisons of a sentence: who is said to be cheaper, faster, better than whom."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from panel.evidence.grounding.compared.comparatives import comparatives
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.names import Name
from panel.evidence.owners import Key, is_modifier, is_prepositional, subject
from panel.evidence.passages import Passage

CONDITION = re.compile(r"\b(?:on|in|at|for|with|under|by|to|from|of)\s(?:the\s|a\s)?(?:[a-z]+\s)?$", re.IGNORECASE)
"""What stands before the name of a test or place rather than of what is compared."""

_PRICE = re.compile(r"\b(?:price|cost|fee|charge|rate)s?\b[^,;]{0,60}$", re.IGNORECASE)
"""What stands before a ``below`` or ``higher`` that is one of prices."""

_PRONOUN = re.compile(r"\b(?:it|its performance|the (?:model|app|tool|watch|board|device|service|ring))\b", re.I)
_WITH = re.compile(r"(?:compared with|compared to|unlike|against|next to|besides?)\s(?:the\s)?", re.I)
_THAN = re.compile(r"\bthan\s|\b(?:yet|but)\s\w+")
"""What stands between a comparison and a name that belongs to the next one."""

_EXCEPT = re.compile(
    r"\b(?:except|apart from|other than|(?:all|everyone|everything|anyone|every \w+) (?:but|bar|save)|excluding)\b",
    re.I,
)
"""What stands before the one with which something isn't compared."""

_TIMES = re.compile(r"\b(?:times|twice)\s$", re.IGNORECASE)
"""What stands before an ``as fast as`` of what is faster."""

_MORE_THAN = re.compile(r"[^,;.]*\b(?:more|less|better|worse)\b[^,;.]*\bthan\b", re.IGNORECASE)
"""What follows a ``matched`` that is itself compared: ``matched the lab more often than``."""

_LEADS = re.compile(r"\b(?:of|over|to|against|from|for)$", re.IGNORECASE)
_JOINS = re.compile(r"\b(?:but|and|yet)\s(?:\w+\s){0,2}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One thing set above or below another; None stands for the release."""

    left: Key | None
    """What is compared."""
    right: Key | None
    """What it is compared with."""
    aspect: str
    """``price``, ``weight``, ``speed``, ``size``, ``quality``, ``amount``, or ``even`` where both are equal."""
    sign: int
    """1 if the left one has more, -1 if it has less, 0 if they are equal."""
    span: tuple[int, int]
    """Where the word stands that compares."""


def read_comparisons(passage: Passage, evidence: Evidence) -> tuple[Comparison, ...]:
    """Read the comparisons of a sentence in which somebody besides the release is named."""
    found: list[Comparison] = []
    taken: list[tuple[int, int]] = []
    hedges = [quantity.span for quantity in passage.quantities]
    for aspect, sign, pattern in comparatives():
        for match in pattern.finditer(passage.text):
            if any(match.start() < end and start < match.end() for start, end in (*taken, *hedges)):
                continue
            taken.append(match.span())
            if _is_attribute(passage, match) or (aspect == "even" and _MORE_THAN.match(passage.text, match.end())):
                continue
            if aspect == "even" and _TIMES.search(passage.text[: match.start()]):
                found += _compared(passage, evidence, "quality", 1, match)
                continue
            of_price = aspect in ("quality", "amount") and _PRICE.search(passage.text[: match.start()])
            turn = -1 if aspect != "even" and _is_denied(passage, match) else 1
            found += _compared(passage, evidence, "price" if of_price else aspect, sign * turn, match)
    return tuple(_with_one_subject(passage, sorted(found, key=lambda each: each.span)))


def _is_attribute(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a comparative only tells which one is meant: ``against the bigger Stoat 12B``."""
    named = any(0 < name.span[0] - match.end() < 2 for name in passage.names)
    return named and passage.text[: match.start()].lower().endswith("the ")


def _is_denied(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a comparison is denied by what stands before it."""
    return passage.sign_at(match.span()) < 0 and any(at < match.end() for at in passage.denials)


def _with_one_subject(passage: Passage, found: Sequence[Comparison]) -> Iterator[Comparison]:
    """Yield comparisons, those that a ``but`` joins to one before them with its subject."""
    last: Comparison | None = None
    for each in found:
        joined = (
            last is not None and each.span != last.span and _JOINS.search(passage.text[last.span[1] : each.span[0]])
        )
        now = replace(each, left=last.left) if last is not None and joined and each.right != last.left else each
        yield now
        last = now


def _compared(
    passage: Passage, evidence: Evidence, aspect: str, sign: int, match: re.Match[str]
) -> Iterator[Comparison]:
    """Yield what one comparative compares: people's choices aside, what stands before it with what follows."""
    before = [
        name
        for name in passage.names
        if name.span[1] <= match.start() and name.sure and not is_modifier(passage.text, name)
    ]
    after = [
        name
        for name in passage.names
        if name.span[0] >= match.end() and name.sure and not passage.text[: name.span[0]].endswith("-")
    ]
    word = match.group().lower()
    of_two = _OF_TWO.match(passage.text, match.end())
    if _PAYS.match(word):
        yield from _paid_for(passage, evidence, after, sign, match)
    elif word.startswith(("prefer", "favo")):
        yield from _preferred(passage, evidence, before, [] if of_two else after, match)
    else:
        rights, than = _rights(passage, after, aspect, match)
        if of_two:
            others = [name for name in passage.names if name.sure and not evidence.subject.is_ours(name.key)]
            rights, than = others if _is_ours(before, evidence) else [], True
        for left, right in _set_beside(passage, evidence, before, rights, than, match):
            yield Comparison(left, right, aspect, sign, match.span())


def _rights(passage: Passage, after: Sequence[Name], aspect: str, match: re.Match[str]) -> tuple[list[Name], bool]:
    """Return with whom a comparative compares, of the names behind it, and whether a ``than`` or the like says so."""
    tail = passage.text[match.end() :]
    than = re.match(r"(?:[^,;.]{0,60}?)\b(?:than|over|of|to|or ties?)\s", tail) if aspect != "even" else None
    reach = match.end() + (than.end() if than else 0)
    rights = [
        name
        for name in after
        if name.span[0] - reach < 30
        and not _THAN.search(passage.text[reach : name.span[0]])
        and not _EXCEPT.search(passage.text[match.end() : name.span[0]])
        and (
            than or (name.span[0] - reach < 6 and _LEADS.search(match.group())) or not _is_condition(passage.text, name)
        )
    ]
    return rights, than is not None


def _set_beside(
    passage: Passage, evidence: Evidence, before: Sequence[Name], rights: list[Name], than: bool, match: re.Match[str]
) -> Iterator[tuple[Key | None, Key | None]]:
    """Yield what stands before a comparative with each of those it is compared with, ``than`` or the like or not."""
    word = match.group().lower()
    left_key = _key(_held(passage, _left(passage, before, match)), evidence)
    if not rights and (beside := _WITH.search(passage.text[: match.start()])):
        rights = [name for name in before if 0 <= name.span[0] - beside.end() < 3]
        than = than or bool(rights)
    near = bool(rights) and word in ("above", "below") and rights[0].span[0] - match.end() < 6
    bare = not near and word in _BARE
    ranked = word == "after" and any(quantity.kind == "rank" for quantity in passage.quantities)
    if rights and (than or ranked or not bare):
        for name in _listed(passage.text, rights):
            right_key = _key(_held(passage, name), evidence)
            if right_key != left_key:
                yield left_key, right_key
    elif left_key is not None and not rights and not bare:
        yield left_key, None


_BARE = frozenset({"more", "less", "fewer", "over", "higher", "lower", "after", "below", "above", "larger", "longer"})
"""Words that compare only where what they compare with is named."""


def _left(passage: Passage, before: Sequence[Name], match: re.Match[str]) -> Name | None:
    """Return what is compared: the subject, or the last name before a comparative; None where a pronoun stands behind it."""
    about = subject(passage) if before else None
    if about not in before:
        about = next((name for name in reversed(before) if not _is_condition(passage.text, name)), None)
    return None if about and _PRONOUN.search(passage.text[about.span[1] : match.start()]) else about


def _is_ours(before: Sequence[Name], evidence: Evidence) -> bool:
    """Whether the release itself stands before a comparison, or nobody."""
    return not before or evidence.subject.is_ours(before[-1].key)


_PAYS = re.compile(r"pays? (?:more|less) for", re.IGNORECASE)
_OF_TWO = re.compile(r"\sof the (?:two|pair|both|three|lot)\b", re.IGNORECASE)
"""What follows a comparison with another that is named elsewhere: ``the cheaper of the two``."""


def _paid_for(
    passage: Passage, evidence: Evidence, after: Sequence[Name], sign: int, match: re.Match[str]
) -> Iterator[Comparison]:
    """Yield for what people pay more or less than for what: ``pay less for A than for B``."""
    left = next((name for name in after if name.span[0] - match.end() < 8), None)
    if left is None:
        return
    than = re.search(r"\bthan\b", passage.text[left.span[1] :])
    right = next((name for name in after if than and name.span[0] >= left.span[1] + than.end()), None)
    if _key(left, evidence) != _key(right, evidence):
        yield Comparison(_key(left, evidence), _key(right, evidence), "price", sign, match.span())


def _preferred(
    passage: Passage, evidence: Evidence, before: Sequence[Name], after: Sequence[Name], match: re.Match[str]
) -> Iterator[Comparison]:
    """Yield whom people prefer to whom: ``preferred A over B``, ``A was preferred over B``."""
    over = re.compile(r"\b(?:over|to)\b")
    if re.search(r"\b(?:is|are|was|were|been)\s$", passage.text[: match.start()]) and before:
        left, right = before[-1], after[0] if after else None
    elif after:
        left = after[0]
        right = next((name for name in after[1:] if over.search(passage.text[left.span[1] : name.span[0]])), None)
    else:
        return
    yield Comparison(_key(left, evidence), _key(right, evidence), "quality", 1, match.span())


def _is_condition(text: str, name: Name) -> bool:
    """Whether a name is a test or place under which things are compared, rather than one of them."""
    return bool(CONDITION.search(text[: name.span[0]])) and is_prepositional(text, name)


def _listed(text: str, names: Sequence[Name]) -> list[Name]:
    """Return the first of some names and those that a list joins to it."""
    found = [names[0]]
    for one, two in pairwise(names):
        between = text[one.span[1] : two.span[0]]
        if not re.fullmatch(
            r"(?:\s?\([^)]*\))?(?:,|\sand|,\sand|\sor)?\s(?:and\s)?|,?\s?which have [\d.]+ each, and\s", between
        ):
            break
        found.append(two)
    return found


def _held(passage: Passage, name: Name | None) -> Name | None:
    """Return what a name has, where another follows it: ``Sense 2`` of ``Airwell's Sense 2``."""
    if name is None or not _HAS.match(passage.text[name.span[1] :]):
        return name
    following = (other for other in passage.names if 0 < other.span[0] - name.span[1] <= 3)
    return next(following, name)


_HAS = re.compile(r"['’]s\s")


def _key(name: Name | None, evidence: Evidence) -> Key | None:
    if name is None or evidence.subject.is_release(name.key):
        return None
    return name.key
