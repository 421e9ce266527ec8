"""What stands beside a figure of a sentence, and what beside its other figures instead."""

import re
from collections.abc import Sequence

from panel.evidence.dates import DateMention
from panel.evidence.grounding.numbers.billing import billing
from panel.evidence.grounding.numbers.comparable import Figure, comparable, is_margin
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity, close_enough, same_measure
from panel.evidence.names import Name, same_name
from panel.evidence.owners import nearby, owners, segment
from panel.evidence.passages import Item, Passage

_SECOND = re.compile(r"\b(?:than|before|after|ahead of|behind|unlike|whereas|compared (?:with|to))\s", re.IGNORECASE)
"""What a statement sets beside the thing that its figure is of."""


def second_at(claim: Passage, figure: Figure) -> int | None:
    """Return where the words begin that a statement only sets its figure's owner beside; None if a number follows them."""
    match = _SECOND.search(claim.text, figure.span[1])
    spans = [each.span for each in claim.quantities] + [each.span for each in claim.dates]
    return None if match is None or any(start > match.start() for start, _ in spans) else match.end()


def companions(claim: Passage, figure: Figure, passage: Passage, other: Figure) -> int:
    """Return 1 if the number beside a statement's figure stands beside the other figure too, -1 if it stands elsewhere.

    ``€529 with 128 GB and €589 with 256 GB``: what costs 529 euros has 128 GB. 0 where a figure stands alone.
    """
    mine = _companions(claim, figure)
    theirs = _companions(passage, other)
    found = 0
    for one in mine:
        alike = [two for two in theirs if one.kind == two.kind and same_measure(one, two)]
        if any(close_enough(one, two) for two in alike):
            found = max(found, 1)
        elif alike and any(
            close_enough(one, each) for each in passage.quantities if each.kind == one.kind and same_measure(one, each)
        ):
            return -1
    return found


def _companions(passage: Passage, figure: Figure) -> list[Quantity]:
    """Return the numbers of another kind in the same stretch of a sentence."""
    start, end = segment(passage, figure.span)
    kind = figure.kind if isinstance(figure, Quantity) else ""
    return [
        each
        for each in passage.quantities
        if each is not figure and each.kind not in (kind, "number", "rank") and start <= each.span[0] < end
    ]


def at_odds(
    claim: Passage, figure: Figure, near: Sequence[Item], evidence: Evidence, passage: Passage, other: Figure
) -> bool:
    """Whether what stands beside a statement's figure stands beside another one in the sentence, or bills otherwise."""
    if is_margin(claim, figure) and ";" not in passage.text:
        return False
    one, two = billing(claim, figure), billing(passage, other)
    if one and two and one != two:
        return True
    if evidence.tables.get(evidence.at[passage.cite]) is not None:
        return False  # a row's label is said of all its cells
    of_them = _OF_THEM.search(passage.text[: other.span[0]])
    first = other.span[0] if of_them else min(each.span[0] for each in (other, *_others(passage, other)))
    shared = {item.concept for item in passage.items if item.span[0] < first}  # the subject of all the figures
    apart = beside_others(passage, other) - {item.concept for item in nearby(passage, other.span)} - shared
    counted = [each.span for each in claim.quantities if each is not figure]
    alone = [item for item in near if not any(first <= item.span[0] < last for first, last in counted)]
    start, end = segment(passage, other.span)
    if any(item.weight >= 1 and item.concept in apart for item in alone) and not _ONE.search(passage.text, start, end):
        return True
    ours = evidence.subject.is_ours
    return any(
        name.sure
        and not ours(name.key)
        and (_tied(claim, figure, name) or _opens(claim, name))
        and named_apart(name, passage, other)
        for name in claim.names
    )


_ONE = re.compile(r"\b(?:an?|the)\s[\w-]+\sones?\b")
"""What stands for a noun that was said before: ``11 minutes with an empty cache and 95 seconds with a warm one``."""

_OF_THEM = re.compile(r"\bof (?:which|whom|these|those|them)\s(?:only\s|about\s|just\s|some\s)?$", re.IGNORECASE)
"""What stands before a part of a number that was said before."""


def _opens(claim: Passage, name: Name) -> bool:
    """Whether a statement begins with a name, if only with ``on the``, and has no other."""
    return bool(_LED.fullmatch(claim.text[: name.span[0]])) and sum(each.sure for each in claim.names) == 1


_LED = re.compile(r"(?:(?:On|In|With|For|Under|At|Using)\s(?:the\s|an?\s)?|The\s|An?\s)?")
"""What may stand before a name with which a statement begins."""


def _tied(claim: Passage, figure: Figure, name: Name) -> bool:
    """Whether a preposition ties a name to a figure: ``54 percent of the duels against Vellum 4``."""
    return bool(_TIE.fullmatch(claim.text[figure.span[1] : name.span[0]])) if name.span[0] > figure.span[1] else False


_TIE = re.compile(r"[^,;]{0,40}\b(?:against|on|in|with|for|to|from)\s(?:the\s|a\s)?")


def named_apart(name: Name, passage: Passage, figure: Figure) -> bool:
    """Whether a sentence has a name beside another figure of the same measure rather than beside this one."""
    here = [other for other in passage.names if same_name(name.key, other.key)]
    figures = sorted([figure, *_others(passage, figure)], key=lambda each: each.span)
    if not here or len(figures) < 2:
        return False
    found = [_beside(other, passage, figures) for other in here]
    return all(each is not None and each is not figure for each in found)


def _beside(name: Name, passage: Passage, figures: Sequence[Figure]) -> Figure | None:
    """Return the figure that a name stands beside: in its stretch, or behind it and before the next one's."""
    first = figures[0]
    if name.span[1] <= first.span[0] and name.key not in owners(passage, first.span):
        return None  # it stands before all of them, and is said of all
    for figure in figures:
        start, end = segment(passage, figure.span)
        if start <= name.span[0] < end:
            return figure
    for figure, following in zip(figures, [*figures[1:], None], strict=True):
        stop = segment(passage, following.span)[0] if following else len(passage.text)
        if figure.span[1] <= name.span[0] < stop and ";" not in passage.text[figure.span[1] : name.span[0]]:
            return figure
    return None


def _others(passage: Passage, figure: Figure) -> list[Figure]:
    """Return the other figures of a sentence that could be taken for one."""
    if isinstance(figure, Quantity):
        rivals = (each for each in passage.quantities if each is not figure and comparable(each, figure))
        return [each for each in rivals if not _is_same_by_other_span(passage, figure, each)]
    kind = passage.dates if isinstance(figure, DateMention) else passage.licences
    return [each for each in kind if each is not figure]


_OR_ELSE = re.compile(r",?\s(?:or\s|and\s)?(?:\()?|\s?/\s?")
_SPANS = frozenset({"month", "year", "week", "day"})


def _is_same_by_other_span(passage: Passage, one: Quantity, two: Quantity) -> bool:
    """Whether two prices are one thing's, by the month and by the year: ``$2.99 per month or $24.99 per year``."""
    if one.kind != "money" or two.kind != "money" or not {*one.per} & _SPANS or not {*two.per} & _SPANS:
        return False
    first, last = sorted((one, two), key=lambda each: each.span)
    apart = {*one.per} & _SPANS != {*two.per} & _SPANS
    return apart and bool(_OR_ELSE.fullmatch(passage.text[first.span[1] : last.span[0]]))


def beside_others(passage: Passage, figure: Figure) -> set[str]:
    """Return the concepts that stand beside other figures of the same measure in a sentence."""
    others = _others(passage, figure)
    beside = {item.concept for each in others for item in nearby(passage, each.span)}
    return beside - _PERIODS if isinstance(figure, Quantity) and not figure.per else beside


_PERIODS = frozenset({"monthly", "annual"})
"""What is said of one price and meant of those that follow it: ``€3 a month for one and €5 for a family``."""
