"""What a number is for: the price of each of what is counted, by its own words, those before it, or the head of its column."""

import re
from collections.abc import Iterator
from dataclasses import replace

from panel.evidence.currencies import currency_of
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity, agree, same_measure
from panel.evidence.passages import Passage
from panel.evidence.words import singular

MOST = 12
"""Numbers of a sentence that are read."""

_EACH_IS = re.compile(
    r"\b(?:each|every|per|one|an?)\s(?P<noun>[a-z][\w-]*)\s(?:[\w-]+\s){0,4}?(?:costs?|is|uses?|takes|eats|needs|comes? to|sells for)\s$",
    re.IGNORECASE,
)
"""What stands before the price of one: ``each request costs``, ``one second of video uses``."""

_PER = re.compile(r"(?:\bper\s|/\s?)(?P<noun>[a-z]+)\b", re.IGNORECASE)
_CURRENCY = re.compile(r"\((?P<code>[A-Z]{3}|[$€£¥₹])\)")
_GOES_ON = re.compile(r"(?:[;,]|\sand)\s[\w\s-]{1,30}$")
_FIRST = re.compile(r"\b(?:the\s)?first\s$", re.IGNORECASE)
_NOTHING = re.compile(r"\b(?:free|no charge|without charge|included|not charged|nothing)\b", re.IGNORECASE)
_PAYS_NOTHING = re.compile(
    r"\b(?:pays? nothing|costs? nothing|(?:is|are|stays?|remains?) free|for free|free of charge|without (?:paying|charge)|no charge|nothing to pay)\b",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(r"^(?:An?|Any|Anyone|Somebody|Someone|Whoever|With|At|For|If)\b")
"""What opens a statement of an example."""


def rated(evidence: Evidence, place: int) -> tuple[Quantity, ...]:
    """Return the numbers of a sentence, each with what it is per, if that is said anywhere.

    Args:
        evidence: The dossier.
        place: Where the sentence stands.
    """
    passage = evidence.passages[place]
    figures = passage.quantities[:MOST]
    if (head := evidence.tables.get(place)) is not None:
        return tuple(_headed(each, passage.text, evidence.passages[head].text) for each in figures)
    found: list[Quantity] = []
    for each in figures:
        before = passage.text[: each.span[0]]
        if not each.per and each.kind in ("money", "count") and (match := _EACH_IS.search(before)):
            each = replace(each, per=(singular(match["noun"]),))  # noqa: PLW2901
        elif each.kind == "number" and found and found[-1].per and _GOES_ON.search(before[found[-1].span[1] :]):
            last = found[-1]
            each = replace(each, kind=last.kind, unit=last.unit, per=last.per)  # noqa: PLW2901
        found.append(each)
    return tuple(found)


def _headed(figure: Quantity, text: str, head: str) -> Quantity:
    """Return a number of a table with what the head of its column or the label of its row says that it is per."""
    cells, heads = text.split(" | "), head.split(" | ")
    at = text[: figure.span[0]].count(" | ")
    column = heads[at - len(cells)] if 0 < len(cells) - at <= len(heads) else ""
    for label in (column, cells[0]) if at else ():
        per, currency = _PER.search(label), _CURRENCY.search(label)
        code = currency_of(currency["code"]) if currency else None
        if figure.kind == "number" and code:
            figure = replace(figure, kind="money", unit=code)
        if per and not figure.per and figure.kind in ("money", "count", "number"):
            return replace(figure, per=(singular(per["noun"]),))
    return figure


def allowances(evidence: Evidence) -> Iterator[Quantity]:
    """Yield how much of something is free: ``the first 50 hectares are free``."""
    for passage in evidence.passages:
        if "irst" in passage.text and _NOTHING.search(passage.text):
            yield from (each for each in passage.quantities if _FIRST.search(passage.text[: each.span[0]]))


def is_free(claim: Passage, quantity: Quantity, evidence: Evidence) -> bool:
    """Whether a statement's example lies below what is free, and it says that this costs nothing.

    Args:
        claim: The statement.
        quantity: Its number.
        evidence: The dossier.
    """
    if not (_EXAMPLE.match(claim.text) and _PAYS_NOTHING.search(claim.text)):
        return False
    return any(same_measure(quantity, each) and quantity.value <= each.value for each in allowances(evidence))


def headed_at(claim: Passage, quantity: Quantity, evidence: Evidence) -> int | None:
    """Return the row of a table that has a number whose unit stands in its label, under a head that a statement names.

    Args:
        claim: The statement.
        quantity: Its number.
        evidence: The dossier.
    """
    for place, head in evidence.tables.items() if quantity.kind == "money" else ():
        text, heads = evidence.passages[place].text, evidence.passages[head].text.split(" | ")
        if not _CURRENCY.search(text) and not _CURRENCY.search(evidence.passages[head].text):
            continue
        size = text.count(" | ") + 1
        for each in rated(evidence, place):
            at = text[: each.span[0]].count(" | ") - size
            labels = {heads[at] if -at <= len(heads) else "", text.split(" | ")[0]}
            named = any(label and re.search(rf"\b{re.escape(label)}\b", claim.text) for label in labels)
            if named and agree(quantity, each) and _periods(quantity) in (_periods(each), frozenset()):
                return place
    return None


def _periods(price: Quantity) -> frozenset[str]:
    return frozenset({"month", "year", "week", "day", "hour", "minute"} & set(price.per))
