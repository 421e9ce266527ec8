"""Whether the dossier bears a statement's comparisons out, in words or by its figures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from panel.evidence.currencies import ROUGH_WORTH
from panel.evidence.grounding.compared.comparisons import CONDITION, Comparison, read_comparisons
from panel.evidence.grounding.compared.topics import is_within, topic_of
from panel.evidence.grounding.numbers.comparable import is_margin
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.grounding.numbers.paired_figures import apart, is_of, literal, measure_alike, tells_speed
from panel.evidence.lookup.belonging import owners_at
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity
from panel.evidence.names import same_name
from panel.evidence.owners import Key, nearby
from panel.evidence.passages import Passage

LESS_IS_MORE = re.compile(
    r"\b(?:deviat|error|wrong|latenc|delay|fault|invent|hallucinat|minutes|seconds|hours|ms\b|milliseconds)", re.I
)
_LITERAL = re.compile(
    r"(?:lower|higher|above|below)\s[^,;]{0,30}?\b(?:deviat|error|latenc|delay|fault|hallucinat|minutes|seconds|hours|ms\b|milliseconds)",
    re.I,
)
_PLAIN = re.compile(
    r"(?:higher|lower|more|fewer|less|smaller|larger|shorter|longer|greater|above|below)\b", re.IGNORECASE
)
_LASTS = re.compile(r"\b(?:battery|lasts?|lasted|endurance|runtime|charge)\b", re.IGNORECASE)
_AS_SAID = re.compile(r"\bthan [\w ]{2,40}?\b(?:claim|state|say|said|advertis|promis|announc)\w*", re.IGNORECASE)
_PRICED = re.compile(r"\b(?:costs?|charges?|priced?|asks?)\s(?:(?:about|exactly|just)\s)?the same\b", re.IGNORECASE)
_KINDS = {
    "price": ("money",),
    "weight": ("weight",),
    "loud": ("sound",),
    "bright": ("light",),
    "thick": ("length",),
    "wide": ("length",),
    "speed": ("bandwidth", "time", "frequency", "frame rate", "count", "number", "months", "multiple"),
}


def check_comparisons(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check every comparison of a statement against words first, then against figures."""
    for comparison in read_comparisons(claim, evidence):
        ours = evidence.subject.is_ours
        if all(key is None or ours(key) for key in (comparison.left, comparison.right)) or _AS_SAID.search(claim.text):
            continue
        if comparison.aspect == "even" and _PRICED.search(claim.text):
            comparison = replace(comparison, aspect="price")  # noqa: PLW2901
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
            if turn is None or not _same_aspect(asked, other) or _counts_others(asked, other, claim, passage):
                continue
            if _is_of_other_part(asked, other, claim, passage):
                continue
            fit = topic_of(asked, claim, passage, evidence, place) - 0.5 * _elsewhere(asked, claim, passage, evidence)
            agrees = (other.sign * turn == asked.sign) != _is_turned(asked, other, claim, passage)
            if fit > 0.5 and (best is None or (fit, agrees) > (best[0], best[2])):
                best = (fit, place, agrees)
    return best[1:] if best else None


def _is_turned(asked: Comparison, other: Comparison, claim: Passage, passage: Passage) -> bool:
    """Whether of two comparisons one says who is better and the other has less of what is bad: ``a lower latency``."""
    plain = [bool(_PLAIN.match(each.text, at.span[0])) for each, at in ((claim, asked), (passage, other))]
    if plain[0] == plain[1] or 0 in (asked.sign, other.sign) or {asked.aspect, other.aspect} == {"price"}:
        return False
    text = f"{claim.text} {passage.text}"
    return bool(LESS_IS_MORE.search(text)) and not _LASTS.search(text)


def _counts_others(asked: Comparison, other: Comparison, claim: Passage, passage: Passage) -> bool:
    """Whether two comparisons count different things: ``more fixes than``, ``more bugs than``."""
    mine, theirs = _counted(asked, claim), _counted(other, passage)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


_TO_THAN = re.compile(r"[^,;.]{0,40}?\bthan\b")


def _counted(comparison: Comparison, passage: Passage) -> frozenset[str]:
    """Return what stands between ``more`` and ``than``."""
    end = comparison.span[1]
    than = _TO_THAN.match(passage.text, end)
    if comparison.aspect != "amount" or than is None:
        return frozenset()
    return frozenset(item.concept for item in passage.items if end <= item.span[0] < than.end())


def _is_of_other_part(asked: Comparison, other: Comparison, claim: Passage, passage: Passage) -> bool:
    """Whether what a statement compares stands in another part of a sentence than a comparison: ``in retrieval …; in …``."""
    topics = {item.concept for item in claim.items if item.weight >= 1 and not is_within(item, asked)}
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
        and CONDITION.search(passage.text[: name.span[0]])
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


def _in_figures(
    asked: Comparison, claim: Passage, evidence: Evidence, places: Sequence[int]
) -> tuple[int, bool] | None:
    """Find a figure of either and compare them."""
    lefts = list(_figures_of(asked.left, asked, claim, evidence, places))
    rights = list(_figures_of(asked.right, asked, claim, evidence, places))
    pairs = [
        (fit_a + fit_b + (0.5 - apart(a, b) if place_a == place_b else 0.0) - 0.1 * abs(at_a - at_b), place_a, a, b)
        for at_a, (fit_a, place_a, a) in enumerate(lefts)
        for at_b, (fit_b, place_b, b) in enumerate(rights)
        if measure_alike(a, b, together=place_a == place_b)
        and (place_a == place_b or a.kind in ("money", "weight") or abs(place_a - place_b) < 3)
    ]
    if asked.aspect == "speed":
        pairs = [pair for pair in pairs if tells_speed(pair[2])] or pairs
    if not pairs:
        return None
    top, place, a, b = max(pairs, key=lambda pair: (pair[0], -pair[1]))
    near = [(one, two) for score, at, one, two in pairs if at == place and score > top - 0.25 and one.kind == two.kind]
    if len({(one.value > two.value) - (one.value < two.value) for one, two in near}) > 1:
        return None  # which figures are meant isn't clear
    one, two = (a.value, b.value) if a.kind == b.kind else (literal(a), literal(b))
    if a.kind == b.kind == "money" and a.unit != b.unit:
        one, two = a.value * ROUGH_WORTH[a.unit], b.value * ROUGH_WORTH[b.unit]
    order = (one > two) - (one < two)
    passage = evidence.passages[place]
    if asked.aspect == "speed" and "time" in (a.kind, b.kind):
        order = -order
    plain = _LITERAL.match(claim.text, asked.span[0])  # a "lower error rate" is a lower figure
    if asked.aspect == "quality" and not plain and LESS_IS_MORE.search(passage.text) and a.kind not in ("number",):
        order = -order
    return place, order == asked.sign


_AT = re.compile(r"\s(?:at|for|with|on|in)\s(?:the\s|an?\s)?$")


def _behind(passage: Passage, quantity: Quantity, asked: Comparison) -> tuple[Key, ...]:
    """Return the one of two that are compared whose name follows a figure: ``6 million at Kobalt's``."""
    keys = [key for key in (asked.left, asked.right) if key]
    return tuple(
        name.key
        for name in passage.names
        if name.span[0] > quantity.span[1]
        and _AT.fullmatch(passage.text[quantity.span[1] : name.span[0]])
        and any(same_name(name.key, key) for key in keys)
    )


def _rows_beside(asked: Comparison, evidence: Evidence) -> list[int]:
    """Return the rows of the tables that have the other of the two."""
    other = asked.right or asked.left
    heads = {evidence.tables.get(place) for place in evidence.named_at(other)} - {None} if other else set()
    return sorted(place for place, head in evidence.tables.items() if head in heads)


def _figures_of(
    key: Key | None, asked: Comparison, claim: Passage, evidence: Evidence, places: Sequence[int]
) -> Iterator[tuple[float, int, Quantity]]:
    """Yield (fit, place, figure) of everything that is measured of one of the two."""
    kinds = _KINDS.get(asked.aspect)
    topic = {"price": "cost", "weight": "weigh", "speed": "speed"}.get(asked.aspect)
    extra = sorted((evidence.named_at(key) if key else set()) | (evidence.places(topic) if topic else set()))
    extra += _rows_beside(asked, evidence) if key is None else []
    extra += sorted(evidence.priced) if asked.aspect == "price" else []
    for place in dict.fromkeys((*places, *extra)):
        passage = evidence.passages[place]
        for order, quantity in enumerate(passage.quantities):
            if (
                quantity.kind in ("rank", "multiple")
                or (quantity.kind == "money" and quantity.hedge == "upto")
                or is_margin(passage, quantity)
                or passage.text[: quantity.span[0]].endswith(" by ")
                or (kinds and quantity.kind not in kinds)
                or (not kinds and quantity.kind == "money")
            ):
                continue
            whose = _behind(passage, quantity, asked) or owners_at(evidence, place, quantity.span)
            mine = is_of(key, whose, evidence)
            if mine:
                topic_fit = topic_of(asked, claim, passage, evidence, place)
                if not topic_fit and kinds is None:
                    continue
                wanted = {item.concept for item in claim.items}
                beside = {item.concept for item in nearby(passage, quantity.span)}
                shared = len(wanted & passage.concepts) + len(wanted & beside)
                yield topic_fit + 0.3 * bool(whose) + 0.2 * shared - 0.01 * order, place, quantity
