"""Sentences that say all that a statement says, but with another figure, or bill the price otherwise."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.comparable import counts_alike, is_margin
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import Unit, has_unit
from panel.evidence.measures import Quantity, agree, same_measure
from panel.evidence.names import same_name
from panel.evidence.passages import Passage

FEW = 2
"""Telling words that a statement must have if a sentence is to be told to say the same."""


def check_clashes(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check a statement's figure against a sentence that has all its telling words, and another figure.

    Args:
        claim: The statement; one that denies, or has several figures, is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    yield from _billed_otherwise(claim, evidence, places)
    yield from _of_other_span(claim, evidence)
    if len(claim.quantities) > MOST or claim.denials or claim.later or _REST.search(claim.text):
        return
    for figure in claim.quantities:
        if figure.kind in ("multiple", "rank") or is_margin(claim, figure):
            continue
        rest = [each for each in claim.quantities if each is not figure]
        every = [unit for unit in evidence.parts(claim) if not any(_is_within(unit, each) for each in claim.quantities)]
        units = [unit for unit in every if unit.strong]
        alike = _with_all(units, rest, evidence, places) if len(units) + len(rest) >= FEW else []
        if any(agree(figure, other) for place in alike for other in evidence.passages[place].quantities):
            continue
        for place in alike:
            passage = evidence.passages[place]
            others = [each for each in passage.quantities if _measures_same(figure, each)]
            if (
                others
                and _is_rest(figure, others[0])
                and not all(has_unit(evidence.said(place), each) for each in every)
            ):
                continue
            if len(others) == 1 and len(passage.quantities) <= MOST and _is_plain(passage, others[0], evidence, place):
                yield Finding("contradicted", figure.text, place, others[0].text.strip(), fit=1.0)
                return


MOST = 2
"""Figures of a sentence, the one that clashes among them."""

_REST = re.compile(
    r"\b(?:rest|other|remaining|remainder|rather than|instead|than|total|altogether|combined|together|each|apiece|twice)\b",
    re.IGNORECASE,
)


def _with_all(
    units: Sequence[Unit], figures: Sequence[Quantity], evidence: Evidence, places: Sequence[int]
) -> list[int]:
    """Return the sentences that have some words and some figures, all of them."""
    return [
        place
        for place in places
        if all(has_unit(evidence.said(place), unit) for unit in units)
        and all(any(agree(each, other) for other in evidence.passages[place].quantities) for each in figures)
    ]


def _is_rest(figure: Quantity, other: Quantity) -> bool:
    """Whether two shares make up the whole: 78% may be gone where 22% are left."""
    return figure.kind == other.kind == "percent" and abs(figure.value + other.value - 100) < 1


def _is_within(unit: Unit, figure: Quantity) -> bool:
    return figure.span[0] <= unit.span[0] < figure.span[1]


def _measures_same(figure: Quantity, other: Quantity) -> bool:
    if figure.kind == "number" or other.kind == "number" or not same_measure(figure, other):
        return False
    if figure.kind == "money" and bool(figure.per) != bool(other.per):
        return False  # a price apiece is another one than that of a box
    if {*figure.per} & _SPANS != {*other.per} & _SPANS:
        return False
    return figure.kind != "count" or counts_alike(figure, other)


_SPANS = frozenset({"day", "week", "month", "year", "hour", "minute", "second"})
"""What a price or a rate may be per."""


def _is_plain(passage: Passage, other: Quantity, evidence: Evidence, place: int) -> bool:
    """Whether a sentence says its figure outright, and of the release."""
    if passage.later or passage.denials or not evidence.is_sentence(place) or passage.text.rstrip().endswith("?"):
        return False
    return not is_margin(passage, other) and not any(
        name.sure and not evidence.subject.is_ours(name.key) for name in passage.names
    )


_MONTHS = {"week": 12 / 52, "month": 1.0, "year": 12.0}
"""How many months a price may be for."""


def _of_other_span(claim: Passage, evidence: Evidence) -> Iterator[Finding]:
    """Yield a price that sources have for another span of time, and that no price of theirs comes to in the statement's."""
    for price in claim.quantities:
        span = next((each for each in price.per if each in _MONTHS), None)
        if price.kind != "money" or span is None or not price.exact or claim.denials:
            continue
        known = [
            (place, each)
            for place in evidence.priced
            for each in evidence.passages[place].quantities
            if each.kind == "money"
        ]
        same = [(place, each) for place, each in known if agree(price, each)]
        spans = [next((one for one in each.per if one in _MONTHS), None) for _, each in same]
        if not same or None in spans or span in spans:
            continue
        rates = [(each, _MONTHS[one]) for _, each in known for one in each.per if one in _MONTHS and each.value]
        if any(_comes_to(price.value, each.value * _MONTHS[span] / months) for each, months in rates):
            continue
        yield Finding("contradicted", price.text.strip(), same[0][0], same[0][1].text.strip(), fit=1.0)


def _comes_to(value: float, other: float) -> bool:
    return abs(value - other) <= 0.05 * value


_BILLED = re.compile(
    r"\b(?P<annual>(?:billed |paid |pay |paying |charged |invoiced )?(?:annually|yearly|by the year)|annual (?:billing|plan|payment|subscription|contract)|"
    r"(?:paid |billed |pay |paying )(?:for a|once a|every|per) year|(?:pay|paid|paying) (?:a|one|twelve months|a full) (?:year )?(?:up ?front|in advance|ahead)|with an annual \w+)\b|"
    r"\b(?P<monthly>month[- ](?:to|by)[- ]month|(?:billed|paid|pay|paying|charged|invoiced) (?:monthly|by the month|every month|each month|per month)|"
    r"monthly (?:billing|plan|payment|subscription|contract)|on a monthly \w+|by the month)\b",
    re.IGNORECASE,
)
"""How a price is billed."""


def _billed_otherwise(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Yield a price that a sentence has for the other way of billing."""
    prices = [each for each in claim.quantities if each.kind == "money"]
    ways = {match.lastgroup for match in _BILLED.finditer(claim.text)}
    if not prices and len(ways) == 1 and not claim.denials:
        yield from _billed_never(claim, ways.pop(), evidence)
        return
    if len(prices) != 1 or len(ways) != 1 or claim.denials:
        return
    way, price = ways.pop(), prices[0]
    met: list[tuple[int, str]] = []
    for place in places:
        passage = evidence.passages[place]
        met += [
            (place, how) for each, how in _ways(passage) if agree(price, each) and _is_same(claim, passage, evidence)
        ]
    against = [place for place, how in met if how and how != way]
    if against and not any(how in (way, "") for _, how in met):
        yield Finding("contradicted", price.text, against[0], evidence.passages[against[0]].text, fit=1.0)


_UNLIKE = re.compile(
    r"\b(?:than|instead|rather|unlike|if|unless|only|once|would|wish|want|could|should|prefer)\b|[?]", re.IGNORECASE
)


def _billed_never(claim: Passage, way: str | None, evidence: Evidence) -> Iterator[Finding]:
    """Yield a way of billing that no sentence has, and that the maker denies, or bills the same thing or all otherwise."""
    if _UNLIKE.search(claim.text):
        return
    told = [
        (place, match.lastgroup == way, passage.sign_at(match.span()) > 0)
        for place, passage in enumerate(evidence.passages)
        for match in _BILLED.finditer(passage.text)
    ]
    if any(same and affirmed for _, same, affirmed in told):
        return
    for place, same, affirmed in told:
        passage = evidence.passages[place]
        about = same or _is_same(claim, passage, evidence) or _EVERY.search(passage.text)
        if same != affirmed and about and evidence.is_makers(passage.cite):
            yield Finding("contradicted", claim.text, place, passage.text, fit=1.0)
            return


_EVERY = re.compile(r"\b(?:every|each|all|both|any|either)\b", re.IGNORECASE)


def _ways(passage: Passage) -> Iterator[tuple[Quantity, str]]:
    """Yield the prices of a sentence that has two ways of billing, each with its own."""
    prices = [each for each in passage.quantities if each.kind == "money"]
    ways = list(_BILLED.finditer(passage.text))
    both = len({way.lastgroup for way in ways}) == 2 and len(prices) == 2
    for at, price in enumerate(prices):
        stop = prices[at + 1].span[0] if at + 1 < len(prices) else len(passage.text)
        start = prices[at - 1].span[1] if at else 0
        behind = next((way for way in ways if price.span[0] <= way.start() < stop), None)
        before = next((way for way in ways if start <= way.start() < price.span[0]), None)
        found = behind or before
        yield price, (found.lastgroup or "") if both and found else ""


def _is_same(claim: Passage, passage: Passage, evidence: Evidence) -> bool:
    """Whether no name of a statement is missing from a sentence."""
    mine = [name for name in claim.names if name.sure and not evidence.subject.is_ours(name.key)]
    return all(any(same_name(name.key, other.key) for other in passage.names) for name in mine)
