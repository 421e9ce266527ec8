"""Comparisons: who is said to be cheaper, faster, better than whom, and whether the dossier bears it out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from panel.evidence.concepts import concept_of
from panel.evidence.grounding.belonging import owners_at
from panel.evidence.grounding.evidence import Evidence
from panel.evidence.grounding.figures import Finding
from panel.evidence.grounding.fitting import is_margin
from panel.evidence.measures import Quantity
from panel.evidence.names import Name, same_name
from panel.evidence.owners import Key, is_modifier, is_prepositional, nearby, subject
from panel.evidence.passages import Item, Passage
from panel.evidence.stems import stem
from panel.evidence.units import ROUGH_WORTH

_WORDS = {
    ("price", 1): "more expensive|pricier|dearer|costlier|costs? more|charges? more|asks? more",
    (
        "price",
        -1,
    ): "cheaper|less expensive|costs? less|undercuts?|undercutting|more affordable|charges? less|lower[- ]priced",
    ("weight", 1): "heavier|weighs? more",
    ("weight", -1): "lighter|weighs? less",
    ("speed", 1): "faster|quicker|outruns?|outpaces?|sooner|more quickly|snappier|speedier",
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
_LESS_IS_MORE = re.compile(
    r"\b(?:deviat|error|wrong|latenc|delay|fault|invent|hallucinat|minutes|seconds|hours|ms\b|milliseconds)", re.I
)
_CONDITION = re.compile(r"\b(?:on|in|at|for|with|under|by|to|from|of)\s(?:the\s|a\s)?(?:[a-z]+\s)?$", re.IGNORECASE)
"""What stands before the name of a test or place rather than of what is compared."""

_PRONOUN = re.compile(r"\b(?:it|its performance|the (?:model|app|tool|watch|board|device|service|ring))\b", re.I)
_WITH = re.compile(r"(?:compared with|compared to|unlike|against|next to|besides?)\s(?:the\s)?", re.I)
_AS_SAID = re.compile(r"\bthan [\w ]{2,40}?\b(?:claim|state|say|said|advertis|promis|announc)\w*", re.IGNORECASE)
_LEADS = re.compile(r"\b(?:of|over|to|against|from|for)$", re.IGNORECASE)
_JOINS = re.compile(r"\b(?:but|and|yet)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_KINDS = {
    "price": ("money",),
    "weight": ("weight",),
    "speed": ("bandwidth", "time", "frequency", "count", "number", "months", "multiple"),
}


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
            turn = -1 if aspect != "even" and passage.sign_at(match.span()) < 0 else 1
            found += _compared(passage, evidence, aspect, sign * turn, match)
    return tuple(_with_one_subject(passage, sorted(found, key=lambda each: each.span)))


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
    after = [name for name in passage.names if name.span[0] >= match.end() and name.sure]
    tail = passage.text[match.end() :]
    than = re.match(r"(?:[^,;.]{0,60}?)\b(?:than|over|of|to|or ties?)\s", tail) if aspect != "even" else None
    reach = match.end() + (than.end() if than else 0)
    rights = [
        name
        for name in after
        if name.span[0] - reach < 30
        and (
            than or (name.span[0] - reach < 6 and _LEADS.search(match.group())) or not _is_condition(passage.text, name)
        )
    ]
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
    left_key = _key(left, evidence)
    if not rights and (beside := _WITH.search(passage.text[: match.start()])):
        rights = [name for name in before if 0 <= name.span[0] - beside.end() < 3]
        than = than or (beside if rights else None)
    bare = match.group().lower() in (
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
        for name in _listed(passage.text, rights, evidence):
            if _key(name, evidence) != left_key:
                yield Comparison(left_key, _key(name, evidence), aspect, sign, match.span())
    elif left_key is not None and not rights and not bare:
        yield Comparison(left_key, None, aspect, sign, match.span())


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
    return bool(_CONDITION.search(text[: name.span[0]])) and is_prepositional(text, name)


def _listed(text: str, names: Sequence[Name], evidence: Evidence) -> list[Name]:
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


def _key(name: Name | None, evidence: Evidence) -> Key | None:
    if name is None or evidence.subject.is_release(name.key):
        return None
    return name.key


def check_comparisons(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check every comparison of a statement against words first, then against figures."""
    for comparison in read_comparisons(claim, evidence):
        if (comparison.left is None and comparison.right is None) or _AS_SAID.search(claim.text):
            continue
        part = claim.text[comparison.span[0] :].strip(" .")
        if comparison.aspect in ("amount", "even") and any(
            quantity.kind == "multiple" for quantity in claim.quantities
        ):
            continue  # "ten times less compute than": the figure itself is checked
        found = _in_words(comparison, claim, evidence, places) or _in_figures(comparison, claim, evidence, places)
        if found is not None:
            place, agrees = found
            said = evidence.passages[place].text
            yield Finding("supported" if agrees else "contradicted", part, place, said, fit=1.0)


def _in_words(asked: Comparison, claim: Passage, evidence: Evidence, places: Sequence[int]) -> tuple[int, bool] | None:
    """Find the sentence that compares the same two, and say whether it agrees."""
    best: tuple[float, int, bool] | None = None
    for place in places:
        passage = evidence.passages[place]
        for other in read_comparisons(passage, evidence):
            turn = _turn(asked, other)
            if turn is None or not _same_aspect(asked, other) or _is_of_other_part(asked, other, claim, passage):
                continue
            fit = _topic(asked, claim, passage, evidence, place) - 0.5 * _elsewhere(asked, claim, passage, evidence)
            agrees = other.sign * turn == asked.sign
            if fit > 0.5 and (best is None or (fit, agrees) > (best[0], best[2])):
                best = (fit, place, agrees)
    return best[1:] if best else None


def _is_of_other_part(asked: Comparison, other: Comparison, claim: Passage, passage: Passage) -> bool:
    """Whether what a statement compares stands in another part of a sentence than a comparison: ``in retrieval …; in …``."""
    topics = {item.concept for item in claim.items if item.weight >= 1 and not _within(item, asked)}
    start = max(passage.text.rfind(mark, 0, other.span[0]) for mark in (";", " whereas ", " while ", " but ")) + 1
    ends = [at for mark in (";", " whereas ", " while ") if (at := passage.text.find(mark, other.span[1])) >= 0]
    end = min(ends, default=len(passage.text))
    found = [item for item in passage.items if item.concept in topics]
    return bool(found) and not any(start <= item.span[0] < end for item in found)


def _elsewhere(asked: Comparison, claim: Passage, passage: Passage, evidence: Evidence) -> bool:
    """Whether a sentence compares under a condition that the statement doesn't name: ``on a Raspberry Pi``."""
    known = [asked.left or frozenset(), asked.right or frozenset(), *(name.key for name in claim.names)]
    known += [key for each in read_comparisons(passage, evidence) for key in (each.left, each.right) if key]
    return any(
        name.sure
        and _CONDITION.search(passage.text[: name.span[0]])
        and not evidence.subject.is_ours(name.key)
        and not any(same_name(name.key, key) for key in known)
        for name in passage.names
    )


def _turn(asked: Comparison, other: Comparison) -> int | None:
    """Return 1 where two comparisons are of the same pair in the same order, -1 in the other order, None otherwise."""
    if _same(asked.left, other.left) and _same(asked.right, other.right):
        return 1
    if _same(asked.left, other.right) and _same(asked.right, other.left):
        return -1
    return None


def _same(a: Key | None, b: Key | None) -> bool:
    return a is b if a is None or b is None else same_name(a, b)


def _same_aspect(asked: Comparison, other: Comparison) -> bool:
    if asked.aspect == other.aspect or {asked.aspect, other.aspect} <= {"quality", "amount", "even", "size"}:
        return True
    return "amount" in (asked.aspect, other.aspect) and {asked.aspect, other.aspect} <= {"amount", "price", "weight"}


def _near(evidence: Evidence, place: int, passage: Passage) -> tuple[int | None, ...]:
    """Return the heading of a sentence, and the sentence before if it is gone on with."""
    goes_on = re.match(r"(?:It|They|There|This|Both)\b", passage.text)
    return evidence.headings.get(place), evidence.before(place) if goes_on else None


def _within(item: Item, asked: Comparison) -> bool:
    """Whether a word is the one that compares, or an adverb beside it."""
    return asked.span[0] - 1 <= item.span[0] < asked.span[1] + 1


def _topic(asked: Comparison, claim: Passage, passage: Passage, evidence: Evidence, place: int) -> float:
    """Return how many of a statement's further names a sentence has, or 1 if there are none."""
    pair = [key for key in (asked.left, asked.right) if key]
    others = [
        name
        for name in claim.names
        if name.sure and not evidence.subject.is_ours(name.key) and not any(same_name(name.key, key) for key in pair)
    ]
    near = [
        passage,
        *(evidence.passages[at] for at in _near(evidence, place, passage) if at is not None),
    ]
    topics = [item.concept for item in claim.items if item.weight >= 1 and not _within(item, asked)]
    heads = [evidence.headings.get(place), evidence.tables.get(place)]
    said = passage.concepts.union(*(evidence.passages[head].concepts for head in heads if head is not None))
    said |= {concept_of(stem(word)).name for name in passage.names for word in name.key}
    names = [name for name in claim.names if name.sure and not any(same_name(name.key, key) for key in pair)]
    if topics and len(names) < 2 and not any(topic in said for topic in topics):
        return 0.0
    got = [name for name in others if any(same_name(name.key, each.key) for one in near for each in one.names)]
    return len(got) / len(others) if others else 1.0


def _in_figures(
    asked: Comparison, claim: Passage, evidence: Evidence, places: Sequence[int]
) -> tuple[int, bool] | None:
    """Find a figure of either and compare them."""
    lefts = list(_figures_of(asked.left, asked, claim, evidence, places))
    rights = list(_figures_of(asked.right, asked, claim, evidence, places))
    pairs = [
        (fit_a + fit_b + (0.5 - _apart(a, b) if place_a == place_b else 0.0) - 0.1 * abs(at_a - at_b), place_a, a, b)
        for at_a, (fit_a, place_a, a) in enumerate(lefts)
        for at_b, (fit_b, place_b, b) in enumerate(rights)
        if _measure_alike(a, b, together=place_a == place_b)
        and (place_a == place_b or a.kind in ("money", "weight") or abs(place_a - place_b) < 3)
    ]
    if not pairs:
        return None
    top, place, a, b = max(pairs, key=lambda pair: (pair[0], -pair[1]))
    near = [(one, two) for score, at, one, two in pairs if at == place and score > top - 0.25 and one.kind == two.kind]
    if len({(one.value > two.value) - (one.value < two.value) for one, two in near}) > 1:
        return None  # which figures are meant isn't clear
    one, two = (a.value, b.value) if a.kind == b.kind else (_literal(a), _literal(b))
    if a.kind == b.kind == "money" and a.unit != b.unit:
        one, two = a.value * ROUGH_WORTH[a.unit], b.value * ROUGH_WORTH[b.unit]
    order = (one > two) - (one < two)
    passage = evidence.passages[place]
    if asked.aspect == "speed" and "time" in (a.kind, b.kind):
        order = -order
    if asked.aspect == "quality" and _LESS_IS_MORE.search(passage.text) and a.kind not in ("number",):
        order = -order
    return place, order == asked.sign


def _apart(a: Quantity, b: Quantity) -> float:
    """Return how far apart two figures of a sentence stand, as a share of a point."""
    return 0.001 * abs(a.span[0] - b.span[0])


def _is_of(key: Key | None, whose: Sequence[Key], evidence: Evidence) -> bool:
    """Whether a figure with these owners is one of the name's; None stands for the release."""
    if key is None:
        return not whose or any(evidence.subject.is_ours(other) for other in whose)
    return any(same_name(key, other) for other in whose)


def _measure_alike(a: Quantity, b: Quantity, *, together: bool) -> bool:
    """Whether two figures can be compared; in one sentence the second may leave out its unit."""
    if a.kind == b.kind and a.unit == b.unit and _same_per(a, b):
        return True
    if a.kind == b.kind == "money" and {a.unit, b.unit} <= set(ROUGH_WORTH) and _same_per(a, b):
        one, two = sorted((a.value * ROUGH_WORTH[a.unit], b.value * ROUGH_WORTH[b.unit]))
        return a.unit == b.unit or two > 1.3 * one
    return together and "number" in (a.kind, b.kind) and "money" not in (a.kind, b.kind)


def _same_per(a: Quantity, b: Quantity) -> bool:
    """Whether two prices are per the same; one may leave a part of it out."""
    return set(a.per) <= set(b.per) or set(b.per) <= set(a.per)


def _literal(quantity: Quantity) -> float:
    match = re.search(r"\d+(?:\.\d+)?", quantity.text.replace(",", ""))
    return float(match.group()) if match else quantity.value


def _figures_of(
    key: Key | None, asked: Comparison, claim: Passage, evidence: Evidence, places: Sequence[int]
) -> Iterator[tuple[float, int, Quantity]]:
    """Yield (fit, place, figure) of everything that is measured of one of the two."""
    kinds = _KINDS.get(asked.aspect)
    topic = {"price": "cost", "weight": "weigh", "speed": "speed"}.get(asked.aspect)
    extra = sorted((evidence.named_at(key) if key else set()) | (evidence.places(topic) if topic else set()))
    extra += sorted(evidence.priced) if asked.aspect == "price" else []
    for place in dict.fromkeys((*places, *extra)):
        passage = evidence.passages[place]
        for order, quantity in enumerate(passage.quantities):
            if (
                quantity.kind in ("rank", "multiple")
                or is_margin(passage, quantity)
                or passage.text[: quantity.span[0]].endswith(" by ")
                or (kinds and quantity.kind not in kinds)
                or (not kinds and quantity.kind == "money")
            ):
                continue
            whose = owners_at(evidence, place, quantity.span)
            mine = _is_of(key, whose, evidence)
            if mine:
                topic_fit = _topic(asked, claim, passage, evidence, place)
                if not topic_fit and kinds is None:
                    continue
                wanted = {item.concept for item in claim.items}
                beside = {item.concept for item in nearby(passage, quantity.span)}
                shared = len(wanted & passage.concepts) + len(wanted & beside)
                yield topic_fit + 0.3 * bool(whose) + 0.2 * shared - 0.01 * order, place, quantity
