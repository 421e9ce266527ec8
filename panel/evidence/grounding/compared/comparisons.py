"""Comparisons of a sentence: who is said to be cheaper, faster, better than whom."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from panel.evidence.lookup.evidence import Evidence
from panel.evidence.names import Name
from panel.evidence.owners import Key, is_modifier, is_prepositional, subject
from panel.evidence.passages import Passage

_WORDS = {
    (
        "price",
        1,
    ): "pays? more for|above what|more expensive|pricier|dearer|costlier|costs? more|charges? more|asks? more",
    (
        "price",
        -1,
    ): "pays? less for|below what|cheaper|less expensive|costs? less|undercuts?|undercutting|more affordable|charges? less|lower[- ]priced",
    ("weight", 1): "heavier|weighs? more",
    ("weight", -1): "lighter|weighs? less",
    (
        "speed",
        1,
    ): "half the time|(?:a third|a quarter|a fraction) of the time|faster|quicker|outruns?|outpaces?|sooner|more quickly|snappier|speedier",
    ("speed", -1): "slower|more slowly|(?:took|takes?|taking) longer",
    ("size", 1): "larger|bigger|greater|longer",
    ("size", -1): "smaller|shorter",
    (
        "quality",
        1,
    ): "outperforms?|outperformed|beats?|beat|beaten|outscores?|outscored|surpass(?:es|ed)?|exceeds?|tops|"
    "topped|better|"
    "more accurate|more accurately|more precise|ahead of|higher|leads? over|wins? against|wins? over|tops?|"
    "defeats?|superior to|more reliable|above|"
    "in front|stays? ahead|took the lead|takes the lead|"
    "favou?red over|preferred over|preferred|preferring|trounces?|edges? out|stronger",
    (
        "quality",
        -1,
    ): "trails?|trailed|trailing|behind|worse|less accurate|less precise|lower|loses? to|lost to|inferior to|"
    "lags?|below|weaker|"
    "falls? short of|less reliable|after",
    ("bright", 1): "brighter",
    ("bright", -1): "dimmer|darker",
    ("loud", 1): "louder|noisier",
    ("loud", -1): "quieter",
    ("thick", 1): "thicker",
    ("thick", -1): "thinner|slimmer",
    ("wide", 1): "wider|broader",
    ("wide", -1): "narrower",
    ("amount", 1): "more|over",
    ("amount", -1): "fewer|less",
    (
        "even",
        1,
    ): "match(?:es|ed)?|tie[sd]?|on par with|equals?|equal to|on a level with|level with|on a par with|"
    "as (?:good|fast|accurate|cheap|large) as|"
    "comparable (?:to|with)|the same as|close to",
}
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


@cache
def _patterns() -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    return tuple(
        (aspect, 0 if aspect == "even" else sign, re.compile(rf"\b(?:{phrases})\b", re.IGNORECASE))
        for (aspect, sign), phrases in _WORDS.items()
    )


def read_comparisons(passage: Passage, evidence: Evidence) -> tuple[Comparison, ...]:
    """Read the comparisons of a sentence in which somebody besides the release is named."""
    found: list[Comparison] = []
    taken: list[tuple[int, int]] = []
    hedges = [quantity.span for quantity in passage.quantities]
    for aspect, sign, pattern in _patterns():
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
    if _PAYS.match(match.group()):
        yield from _paid_for(passage, evidence, after, sign, match)
        return
    if _OF_TWO.match(tail):
        others = [name for name in passage.names if name.sure and not evidence.subject.is_ours(name.key)]
        after, than, rights = [], re.match("", tail), others if _is_ours(before, evidence) else []
    if match.group().lower().startswith(("prefer", "favo")):
        yield from _preferred(passage, evidence, before, after, match)
        return
    left = subject(passage) if before else None
    left = (
        left
        if left in before
        else next((name for name in reversed(before) if not _is_condition(passage.text, name)), None)
    )
    if left and _PRONOUN.search(passage.text[left.span[1] : match.start()]):
        left = None
    left_key = _key(_held(passage, left), evidence)
    if not rights and (beside := _WITH.search(passage.text[: match.start()])):
        rights = [name for name in before if 0 <= name.span[0] - beside.end() < 3]
        than = than or (beside if rights else None)
    near = bool(rights) and match.group().lower() in ("above", "below") and rights[0].span[0] - match.end() < 6
    bare = not near and match.group().lower() in (
        "more",
        "less",
        "fewer",
        "over",
        "higher",
        "lower",
        "after",
        "below",
        "above",
        "larger",
        "longer",
    )
    ranked = match.group().lower() == "after" and any(quantity.kind == "rank" for quantity in passage.quantities)
    if rights and (than or ranked or not bare):
        for name in _listed(passage.text, rights):
            if _key(_held(passage, name), evidence) != left_key:
                yield Comparison(left_key, _key(_held(passage, name), evidence), aspect, sign, match.span())
    elif left_key is not None and not rights and not bare:
        yield Comparison(left_key, None, aspect, sign, match.span())


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
