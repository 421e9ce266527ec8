"""Tables: what a column has in a row, and what a statement says of it."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.concepts import concept_of
from panel.evidence.grounding.evidence import Evidence
from panel.evidence.grounding.figures import Finding
from panel.evidence.passages import Passage
from panel.evidence.stems import stem

_WORD = re.compile(r"[^\W\d_]{2,}")
_NO = re.compile(r"\s*(?:no|none|not included|not available|n/a|—|–|-|✗|✕|×|❌|nein)\s*$", re.IGNORECASE)
_YES = re.compile(r"\s*(?:yes|included|✓|✔|✅|•|ja)\s*$", re.IGNORECASE)
_EVERY = re.compile(r"\b(?:every|all|each|any|both)\b", re.IGNORECASE)
_PLAN = re.compile(r"\b(?:plans?|tiers?|editions?|versions?|packages?|subscriptions?)\b", re.IGNORECASE)


def check_cells(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check a statement against the rows of tables that its words lead to.

    Args:
        claim: The statement.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    denies = any(item.sign < 0 for item in claim.items)
    for place in places:
        head = evidence.tables.get(place)
        if head is None:
            continue
        label, *cells = _cells(evidence.passages[place].text)
        if not _is_row(claim, label):
            continue
        columns = _cells(evidence.passages[head].text)
        columns = columns[len(columns) - len(cells) :] if len(columns) > len(cells) else columns
        mine = [at for at, column in enumerate(columns) if at < len(cells) and _names(claim, column)]
        every = not mine and _EVERY.search(claim.text) and _PLAN.search(claim.text)
        for at in mine or (range(len(cells)) if every else ()):
            if (_NO.match(cells[at]) and not denies) or (_YES.match(cells[at]) and denies and mine):
                yield Finding("contradicted", claim.text, place, f"{columns[at]}: {cells[at].strip()}", fit=1.0)
                return
            others = [cell for other, cell in enumerate(cells) if other != at]
            word = _elsewhere(claim, label, cells[at], others) if mine and len(mine) == 1 else ""
            if word:
                yield Finding("contradicted", word, place, f"{columns[at]}: {cells[at].strip()}", fit=1.0)
                return


def _cells(text: str) -> list[str]:
    return text.split(" | ")


def _concepts(text: str) -> set[str]:
    return {concept_of(stem(word.lower())).name for word in _WORD.findall(text)}


def _is_row(claim: Passage, label: str) -> bool:
    """Whether a statement has all the words of a row's label."""
    wanted = _concepts(label)
    said = _concepts(claim.text)
    return bool(wanted) and wanted <= said


def _names(claim: Passage, column: str) -> bool:
    """Whether a statement names a column."""
    column = column.strip()
    if not column:
        return False
    if re.search(rf"\b{re.escape(column)}\b", claim.text):
        return True
    return bool(
        re.search(rf"\b{re.escape(column)}\s(?:plan|tier|edition|version|package|users?|accounts?)\b", claim.text, re.I)
    )


def _elsewhere(claim: Passage, label: str, cell: str, others: Sequence[str]) -> str:
    """Return a word of the statement that other columns of the row have and this one hasn't."""
    row, here = _concepts(label), _concepts(cell)
    there = set().union(*(_concepts(other) for other in others))
    return next(
        (
            item.word
            for item in claim.items
            if item.concept in there - here - row and item.weight >= 1 and item.sign > 0
        ),
        "",
    )
