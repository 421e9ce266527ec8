"""Who has most or least in a table: ``has the best score of the four`` where another row has a better one."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.concepts import concept_of
from panel.evidence.grounding.listed.columns import Table, table_at
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.owners import Key, subject
from panel.evidence.passages import Passage
from panel.evidence.stems import stem

_MOST = re.compile(r"\b(?:best|highest|most|largest|biggest|greatest|heaviest|dearest|top)\b", re.IGNORECASE)
_LEAST = re.compile(r"\b(?:lowest|smallest|fewest|least|lightest|cheapest)\b", re.IGNORECASE)
_LESS_IS_BETTER = re.compile(
    r"\b(?:errors?|latency|price|cost|weight|time|delay|seconds|ms|deviation|noise|loss)\b", re.IGNORECASE
)
_HEDGED = re.compile(
    r"\b(?:among|one of|second|than|except|apart from|after|but|almost|nearly|at most|at least|most of)\b", re.I
)
_BEST = re.compile(r"\b(?:best|top)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBER = re.compile(r"[$€£]?\s?(\d+(?:,\d{3})*(?:\.\d+)?)\s?(?:%|[A-Za-z]+)?$")


def check_tops(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check who a statement says has most or least against the figures of a table.

    Args:
        claim: The statement; one that hedges or denies is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    most, least = _MOST.search(claim.text), _LEAST.search(claim.text)
    if bool(most) == bool(least) or claim.denials or _HEDGED.search(claim.text):
        return
    about = subject(claim)
    if about is None or not about.sure:
        return
    heads = {evidence.tables.get(place, place) for place in places} & set(evidence.tables.values())
    for head in sorted(heads):
        table = table_at(evidence, head)
        found = _leader(claim, about.key, table, least=least is not None) if table else None
        if table and found:
            place, holds = table.places[found[0]], found[1]
            yield Finding(
                "supported" if holds else "contradicted", claim.text, place, evidence.passages[place].text, fit=1.0
            )
            return


def _leader(claim: Passage, key: Key, table: Table, *, least: bool) -> tuple[int, bool] | None:
    """Return the row that has most, or least, in the column that a statement speaks of, and whether it is the named one."""
    mine = [at for at, row in enumerate(table.rows) if key == _key(row[0])]
    said = {concept_of(stem(word.lower())).name for word in _WORD.findall(claim.text)}
    for column in range(1, len(table.head)):
        label = table.head[column]
        wanted = {concept_of(stem(word.lower())).name for word in _WORD.findall(label)}
        values = [_value(row[column]) for row in table.rows]
        known = [value for value in values if value is not None]
        if len(mine) != 1 or not wanted or not wanted <= said or len(known) < len(values):
            continue
        turned = bool(_BEST.search(claim.text) and _LESS_IS_BETTER.search(label))
        top = min(known) if least or turned else max(known)
        return (mine[0], True) if values[mine[0]] == top else (values.index(top), False)
    return None


def _key(label: str) -> Key:
    return frozenset(re.findall(r"[^\W_]+(?:\.\d+)?", label.lower()))


def _value(cell: str) -> float | None:
    match = _NUMBER.match(cell.strip())
    return float(match[1].replace(",", "")) if match else None
