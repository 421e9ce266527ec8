"""Tables: what a column has in a row, and what a statement says of it."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.concepts import concept_of
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
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
    for place in places:
        head = evidence.tables.get(place)
        if head is None:
            continue
        label, *cells = _cells(evidence.passages[place].text)
        if not _is_row(claim, label):
            continue
        named = {stem(word.lower()) for word in _WORD.findall(label)}  # a private gallery denies nothing
        denies = any(item.sign < 0 and item.word not in named for item in claim.items)
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


_LABEL = re.compile(
    r"(?!(?:There|It|This|That|These|Those|They|He|She|We|You|What|Which|Who|Here|One|Each|Both|All|Everything|Nothing)\b)(?P<label>[A-Z][\w+]{2,14}(?: [A-Z]\w+)?)(?:\splan|\stier)?(?::| is | costs | has )"
)


_PROPERTY = re.compile(
    r"(?:Licen[cs]es?|Prices?|Pricing|Platforms?|Requirements?|Requires|Languages?|Name|Vendor|Tagline|Category|Released?|Date|Author|Developer|Maker|Weight|Size|"
    r"Formats?|Models?|Support|Note|Notes|Features?|Limits?)\b"
)
"""Labels of what is told of the whole, and of no plan."""


def check_labels(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check a statement about one plan against a list in which other plans have what it says: ``Pro: unlimited edits``.

    Args:
        claim: The statement.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    if any(item.sign < 0 for item in claim.items):
        return
    for place in places[:10]:
        match = _LABEL.match(evidence.passages[place].text)
        if match is None or _PROPERTY.match(match["label"]) or re.search(rf"\b{match['label']}\b", claim.text):
            continue
        mine = [
            at
            for at in range(max(0, place - 5), min(len(evidence.passages), place + 6))
            if _has_label(claim, evidence, at, place)
        ]
        counted = [quantity.span for quantity in claim.quantities]
        telling = [
            item for item in claim.items if item.weight >= 1 and not any(a <= item.span[0] < b for a, b in counted)
        ]
        there = [item for item in telling if item.concept in evidence.passages[place].concepts]
        every = _EVERY.search(claim.text) and _PLAN.search(claim.text) and _siblings(evidence, place)
        lacking = mine and any(all(item.concept not in evidence.passages[at].concepts for at in mine) for item in there)
        if there and len(there) == len(telling) and (lacking or every):
            yield Finding("contradicted", claim.text, place, evidence.passages[place].text, fit=1.0)
            return


def _has_label(claim: Passage, evidence: Evidence, at: int, place: int) -> bool:
    """Whether a sentence of the same list is headed by a plan that a statement names."""
    passage = evidence.passages[at]
    match = _LABEL.match(passage.text)
    same = passage.cite.partition(".")[0] == evidence.passages[place].cite.partition(".")[0]
    return bool(at != place and same and match and re.search(rf"\b{match['label']}\b", claim.text))


def _siblings(evidence: Evidence, place: int) -> bool:
    """Whether other plans stand beside one in a list."""
    return any(
        _LABEL.match(evidence.passages[at].text) for at in (place - 1, place + 1) if 0 <= at < len(evidence.passages)
    )


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
            if item.concept in there - here - row
            and item.sign > 0
            and (item.weight >= 1 or any({item.concept} == _concepts(other) for other in others))
        ),
        "",
    )
