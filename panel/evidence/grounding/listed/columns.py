"""Tables: what another row or column has of what a statement says of the one that it names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from panel.evidence.concepts import concept_of
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity
from panel.evidence.passages import Passage
from panel.evidence.stems import stem

_TURNS = re.compile(
    r"\b(?:than|from|instead of|rather than|unlike|whereas|while|but|against|versus|above|below|no longer|compared)\b",
    re.IGNORECASE,
)
"""What sets two columns of a table against each other."""

_WORD = re.compile(r"[\w.+-]*\w")
_PRICE = re.compile(r"\b(?:price|cost|fee)s?\b", re.IGNORECASE)
_ALONE = frozenset({"month", "year", "day", "week", "hour", "user", "seat"})
"""What a cell's number is per rather than of."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its first row, and the later ones with their places."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    places: Sequence[int]


def check_columns(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check a statement about one row or column of a table against what the others have.

    Contradicted is a number that stands in the row or column of another, where the one that is named has a different
    number in that place, and a word of a list that the other's cell has and the named one's hasn't.

    Args:
        claim: The statement; one that compares or denies is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    if _TURNS.search(claim.text) or any(item.sign < 0 for item in claim.items):
        return
    heads = {head for place in places if (head := evidence.tables.get(place)) is not None}
    heads |= {place for place in places if place in set(evidence.tables.values())}
    for head in sorted(heads):
        table = table_at(evidence, head)
        if table is None:
            continue
        for row, said in (*_by_row(claim, table), *_by_column(claim, evidence, table)):
            yield Finding("contradicted", claim.text, table.places[row], said, fit=1.0)
            return


def table_at(evidence: Evidence, head: int) -> Table | None:
    """Return a table whose rows are as long as its first, the label of which may be empty."""
    places = sorted(place for place, top in evidence.tables.items() if top == head)
    rows = [evidence.passages[place].text.split(" | ") for place in places]
    top = evidence.passages[head].text.split(" | ")
    width = max((len(row) for row in rows), default=0)
    if len(top) == width - 1:
        top = ["", *top]
    if width < 2 or len(rows) < 2 or any(len(row) != len(top) for row in rows):
        return None
    return Table(top, rows, places)


def _by_row(claim: Passage, table: Table) -> Iterator[tuple[int, str]]:
    """Yield rows that a statement names where another has its number: ``Free`` with the minutes of ``Team``."""
    mine = _named(claim, [row[0] for row in table.rows])
    if mine is None:
        return
    for quantity, column in product(claim.quantities, range(1, len(table.head))):
        if _is_about(claim, quantity, table.head[column]) and _is_anothers(
            quantity, [r[column] for r in table.rows], mine
        ):
            if not any(_has(cell, quantity) for cell in table.rows[mine]):
                yield mine, f"{table.rows[mine][0]}: {table.rows[mine][column]}"


def _by_column(claim: Passage, evidence: Evidence, table: Table) -> Iterator[tuple[int, str]]:
    """Yield rows in which another column than the one that a statement names has its number or word."""
    mine = _named(claim, table.head[1:])
    if mine is None:
        return
    for at, (label, *cells) in enumerate(table.rows):
        about = [each for each in claim.quantities if _is_about(claim, each, label)]
        if any(_is_anothers(each, cells, mine) for each in about) or _lists_otherwise(claim, evidence, cells, mine):
            yield at, f"{table.head[1 + mine]}: {cells[mine]}"


def _named(claim: Passage, labels: Sequence[str]) -> int | None:
    """Return which one of some labels a statement names by the words that the others don't have: ``8 GB``, ``Mini``.

    The first is taken where it names several, as in ``Mini does it just as Large does``.
    """
    found = []
    for at, label in enumerate(labels):
        words = _WORD.findall(label)
        others = {word for other in labels if other is not label for word in _WORD.findall(other)}
        own = [word for word in words if word not in others]
        starts = [_start(claim, words, word) for word in own]
        if own and min(starts) >= 0:
            found.append((min(starts), at))
    if not found or (len(found) > 1 and not _LIKE.search(claim.text)):
        return None
    return min(found)[1]


_LIKE = re.compile(r"\b(?:just as|just like|like|as well as|the same as)\b", re.IGNORECASE)


def _start(claim: Passage, words: Sequence[str], word: str) -> int:
    """Return where a statement has a word of a label, a number only with its neighbour; -1 if it hasn't."""
    pattern = rf"\b{re.escape(word)}\b"
    if not word[0].isalpha() and "." not in word:
        at = list(words).index(word)
        beside = [rf"{re.escape(words[at - 1])}[ -]{pattern}"] if at else []
        beside += [rf"{pattern}[ -]{re.escape(words[at + 1])}\b"] if at + 1 < len(words) else []
        pattern = "|".join(beside) or r"(?!)"
    elif word[0].isalpha() and not word[0].isupper():
        return -1
    match = re.search(pattern, claim.text)
    return match.start() if match else -1


def _is_about(claim: Passage, quantity: Quantity, label: str) -> bool:
    """Whether a number of a statement is one of what a label names."""
    if quantity.kind == "money":
        return bool(_PRICE.search(label))
    wanted = {concept_of(stem(word)).name for word in _WORD.findall(label.lower()) if word.isalpha()} - _IDLE
    said = {concept_of(stem(word)).name for word in _WORD.findall(claim.text.lower())}
    return bool(wanted) and len(wanted & said) >= ENOUGH * len(wanted)


ENOUGH = 0.6
"""Share of a label's words that a statement must have."""

_IDLE = frozenset(
    concept_of(stem(word)).name for word in ("max", "maximum", "min", "minimum", "per", "of", "the", "for", "included")
)


def _is_anothers(quantity: Quantity, cells: Sequence[str], mine: int) -> bool:
    """Whether another cell has a number and the one that is named has a different one of its kind."""
    here = _figures(cells[mine])
    if not here or any(_is_same(each, quantity) for each in here):
        return False
    return any(_has(cell, quantity) for at, cell in enumerate(cells) if at != mine)


def _has(cell: str, quantity: Quantity) -> bool:
    return any(_is_same(each, quantity) for each in _figures(cell))


def _figures(cell: str) -> tuple[Quantity, ...]:
    return Passage("", cell).quantities


def _is_same(stated: Quantity, quantity: Quantity) -> bool:
    """Whether a cell has a number, the unit of which may stand in its label."""
    kinds = {stated.kind, quantity.kind}
    slack = 0.004 if kinds == {"percent"} else 0.005 * quantity.value
    return (len(kinds) == 1 or "money" not in kinds) and abs(stated.value - quantity.value) <= slack


def _lists_otherwise(claim: Passage, evidence: Evidence, cells: Sequence[str], mine: int) -> bool:
    """Whether a cell of another column lists a word of the statement that the one of the named column doesn't."""
    if "," not in cells[mine]:
        return False
    words = {stem(word.lower()) for word in _WORD.findall(claim.text)}
    lists = [{stem(word.lower()) for word in _WORD.findall(cell) if not word[0].isdigit()} for cell in cells]
    others = set().union(*(each for at, each in enumerate(lists) if at != mine)) - lists[mine]
    return any(
        word in words and sum(word in passage.line.stems for passage in evidence.passages) <= FEW
        for word in others - _ALONE
    )


FEW = 2
"""Sentences that may have a word by which one cell differs from another."""
