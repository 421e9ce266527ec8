"""Numbers that follow from a share and its whole: a count, the whole, what is left, a mean, one of a pack, all together."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.concepts import concept_of
from panel.evidence.grounding.numbers.amounts import COUNTS, SECONDS
from panel.evidence.grounding.numbers.comparable import is_margin
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity, same_measure
from panel.evidence.passages import Passage
from panel.evidence.stems import stem

MOST = 12
"""Numbers of a sentence that are tried."""

WHOLE = 100
"""Percent, and the most that a pack has of one thing."""

FEW = 4
"""Numbers of one sentence that may be added up."""


def parted(claim: Passage, quantity: Quantity, place: int, evidence: Evidence) -> Iterator[float]:
    """Yield what the numbers of a sentence come to, of which one is a share, a count of parts or the size of a pack.

    Args:
        claim: The statement.
        quantity: Its number.
        place: Where the sentence stands; the one behind it is read too where it takes up its number.
        evidence: The dossier.
    """
    passage = evidence.passages[place]
    figures = passage.quantities[:MOST]
    yield from _left(claim, quantity, passage)
    yield from _rest(claim, quantity, passage)
    if quantity.kind == "percent":
        yield from _of_those(place, evidence)
    yield from _mean(claim, quantity, figures)
    if quantity.kind == "money":
        yield from _apiece(claim, quantity, passage)
    if quantity.kind not in ("percent", "multiple"):
        yield from _shared(claim, quantity, place, evidence)
        yield from _together(claim, quantity, figures)


_FAILS = re.compile(
    r"\b(?:not|never|no|none|without|miss\w*|fail\w*|wrong\w*|incorrect\w*|late|lost|lose\w*|rest|remain\w*|others?|refus\w*|reject\w*|errors?|"
    r"faulty|dropped|broken?|crash\w*|unanswered|unsolved|unread|(?<!no )longer|slower)\b|n['’]t\b",
    re.IGNORECASE,
)
"""What is said of the part that is left when the other part went well."""

_BEYOND = frozenset({"over", "atleast"})
_WITHIN = frozenset({"under", "upto", "nearly"})


def is_other_part(claim: Passage, passage: Passage) -> bool:
    """Whether of two sentences one says what went well and the other what didn't, or lie on two sides of one bound."""
    if _fails(claim.text) != _fails(passage.text):
        return True
    return any(
        same_measure(one, two) and _are_two_sides(one, two)
        for one in claim.quantities
        if one.hedge in _BEYOND | _WITHIN
        for two in passage.quantities
    )


def _fails(text: str) -> bool:
    """Whether a text says that something went wrong; ``without a single wrong name`` went well."""
    return len(_FAILS.findall(text)) % 2 == 1


def _are_two_sides(one: Quantity, two: Quantity) -> bool:
    """Whether one number is what lies beyond another, or within it: ``more than a minute``, ``within 60 seconds``."""
    if one.value != two.value or one.hedge == two.hedge:
        return False
    return (one.hedge in _BEYOND and two.hedge not in _BEYOND) or (one.hedge in _WITHIN and two.hedge in _BEYOND)


def _left(claim: Passage, quantity: Quantity, passage: Passage) -> Iterator[float]:
    """Yield what is left of a hundred: three in a hundred failed where 97 percent went well, and the other way round."""
    shares = [each for each in passage.quantities[:MOST] if each.kind == "percent"]
    if quantity.kind == "percent" and shares and is_other_part(claim, passage):
        yield from (WHOLE - each.value for each in shares)


_REST = re.compile(r"\bthe (?:rest|remainder|remaining \w+|others)\b", re.IGNORECASE)


def _rest(claim: Passage, quantity: Quantity, passage: Passage) -> Iterator[float]:
    """Yield how many are the rest, where a statement says of so many what a sentence says of them: ``and the rest had none``."""
    match = _REST.search(passage.text)
    if match is None:
        return
    told = {item.concept for item in passage.items if item.span[0] >= match.end() and item.weight >= 1}
    if told.isdisjoint(item.concept for item in claim.items):
        return
    figures = [each for each in passage.quantities[:MOST] if each.span[1] <= match.start()]
    if quantity.kind == "percent" and (shares := [each.value for each in figures if each.kind == "percent"]):
        yield WHOLE - sum(shares)
    if quantity.kind in COUNTS and (counts := [each.value for each in figures if each.kind in COUNTS]):
        yield 2 * max(counts) - sum(counts)


def _of_those(place: int, evidence: Evidence) -> Iterator[float]:
    """Yield which share it is that a sentence begins with the number of, and of which the one before has the whole."""
    figures = evidence.passages[place].quantities[:1]
    before = evidence.before(place)
    if not figures or before is None or figures[0].kind != "number" or figures[0].span[0] > 0:
        return
    wholes = (each.value for each in evidence.passages[before].quantities[:MOST] if each.kind in COUNTS)
    yield from (WHOLE * figures[0].value / whole for whole in wholes if whole > figures[0].value)


_OF_IT = re.compile(r"\bof (?:it|them|these|those|this|that|which|whom)\b", re.IGNORECASE)
_GOAL = re.compile(
    r"\b(?:goals?|targets?|aim(?:s|ed)?|set out|sought|seeking|asked for|hop(?:ed|ing)|plann?ed)\b", re.IGNORECASE
)
_OF_GOAL = re.compile(r"\s?of (?:its|our|the|their|his|her|a)\s(?:[\w-]+\s){0,2}?(?:goal|target|aim)\b", re.IGNORECASE)


def _shared(claim: Passage, quantity: Quantity, place: int, evidence: Evidence) -> Iterator[float]:
    """Yield how many a share of a number is, and the number of which another is so much: 85% of CHF 61,000."""
    passage = evidence.passages[place]
    shares = [each for each in passage.quantities[:MOST] if each.kind == "percent" and not is_margin(passage, each)]
    wholes = list(passage.quantities[:MOST])
    if shares and _OF_IT.search(passage.text) and (before := evidence.before(place)) is not None:
        wholes += evidence.passages[before].quantities[:MOST]
    other = bool(shares) and is_other_part(claim, passage)
    for share in shares:
        goal = _OF_GOAL.match(passage.text, share.span[1]) and _GOAL.search(claim.text)
        for whole in wholes:
            if whole.value <= 0 or not _is_of_sort(quantity, whole):
                continue
            if goal and share.value > 0:
                yield WHOLE * whole.value / share.value
            elif 0 < share.value < WHOLE:
                yield _rounded(quantity, whole.value * share.value / WHOLE)
                if other:
                    yield _rounded(quantity, whole.value * (WHOLE - share.value) / WHOLE)


def _is_of_sort(quantity: Quantity, whole: Quantity) -> bool:
    return same_measure(quantity, whole) or {quantity.kind, whole.kind} <= COUNTS


def _rounded(quantity: Quantity, value: float) -> float:
    """Return a count as a whole number: nobody counts half a household."""
    return float(round(value)) if quantity.kind in COUNTS else value


_MEAN = re.compile(r"\b(?:averag\w+|mean|typical(?:ly)?|per head|a head|apiece|each)\b", re.IGNORECASE)


def _mean(claim: Passage, quantity: Quantity, figures: Sequence[Quantity]) -> Iterator[float]:
    """Yield what each has, on average, of a sum that many have together: CHF 61,000 of 1,900 donors."""
    if quantity.kind in ("percent", "multiple") or not _MEAN.search(claim.text):
        return
    for total in figures:
        counts = (each for each in figures if each is not total and each.kind in COUNTS and each.value > 1)
        if _is_of_sort(quantity, total) and total.value > 0:
            yield from (total.value / each.value for each in counts if each.value < total.value)


_TOGETHER = re.compile(
    r"\b(?:together|combined|in all|in total|altogether|all told|added up|adds? up|sum|between them|both)\b", re.I
)


def _together(claim: Passage, quantity: Quantity, figures: Sequence[Quantity]) -> Iterator[float]:
    """Yield what the numbers of a sentence come to that are of one sort, the last without their unit at times."""
    if not _TOGETHER.search(claim.text):
        return
    alike = [each for each in figures if _is_of_sort(quantity, each) and set(each.per) == set(quantity.per)]
    bare = [each for each in figures if each.kind == "number" and each not in alike]
    for some in (alike, [*alike, *bare] if alike else []):
        if 1 < len(some) <= FEW:
            factor = alike[0].value / literal if (literal := _literal(alike[0])) else 1.0
            yield sum(each.value * (factor if each in bare else 1.0) for each in some)


def _literal(quantity: Quantity) -> float:
    match = re.search(r"\d[\d,]*(?:\.\d+)?", quantity.text)
    return float(match.group().replace(",", "")) if match else 0.0


_PACK = re.compile(
    r"\b(?:pack|set|box|bundle|case|kit)\sof\s(?P<many>two|three|four|five|six|eight|ten|twelve|\d{1,2})\b|"
    r"\b(?P<pack>two|three|four|five|six|eight|ten|twelve|\d{1,2})[- ](?:pack|set|bundle)\b|\b(?P<pair>pair|twin[- ]pack|duo)\b",
    re.IGNORECASE,
)
_MANY = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12}


def packed(text: str) -> Iterator[int]:
    """Yield how many a pack has of which a text speaks: ``a pack of three``, ``the three-pack``, ``a pair``."""
    for match in _PACK.finditer(text):
        word = (match["many"] or match["pack"] or "two").lower()
        yield _MANY.get(word) or int(word)


_APIECE = re.compile(r"\b(?:each|apiece|per (?!month|year|week|day|hour|minute)\w+)\b", re.IGNORECASE)
_ONE = re.compile(r"\b(?:an?|one|per|each|every)\s(?:single\s)?(?P<noun>[a-z]+)\b", re.IGNORECASE)
"""What says that a price is for one of something: ``a minute of audio``, ``per page``."""


def _apiece(claim: Passage, quantity: Quantity, passage: Passage) -> Iterator[float]:
    """Yield what one costs of several that have one price: 99 francs for a set of three, $45 for 600 minutes."""
    figures = passage.quantities[:MOST]
    prices = [each.value for each in figures if each.kind == "money" and same_measure(quantity, each)]
    if not prices:
        return
    sizes: list[float] = []
    if _APIECE.search(claim.text):
        sizes += [each.value for each in figures if each.kind in COUNTS and 1 < each.value <= WHOLE]
        sizes += packed(passage.text)
    nouns = {match["noun"].lower() for match in _ONE.finditer(claim.text)} | set(quantity.per)
    sizes += [size for noun in nouns for each in figures if (size := _many(noun, each)) > 1]
    yield from (price / size for price in prices for size in sizes)


def _many(noun: str, figure: Quantity) -> float:
    """Return how many of what a noun names a number is; 0 if it counts something else."""
    if figure.kind == "time" and noun in SECONDS:
        return figure.value / SECONDS[noun]
    if figure.kind == "count" and figure.unit and concept_of(stem(noun)) == concept_of(stem(figure.unit)):
        return figure.value
    return 0.0
