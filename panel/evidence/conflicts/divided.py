"""A sentence cut into tokens, clauses and their subjects."""

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

from panel.evidence.clauses import clauses
from panel.evidence.conflicts.grammar import VERBS
from panel.evidence.lazily import lazily
from panel.evidence.stems import Row, row

_OPENER = re.compile(
    r"(?:at|on|in|with|for|since|after|before|by|until|during|from|under|to|as|billed|unlike|like|according)\b",
    re.IGNORECASE,
)


class Divided:
    """A sentence with the places of its clauses, each found when it is first asked for."""

    text: str
    """Its words."""

    @lazily
    def line(self) -> Row:
        """The sentence as stems."""
        return row(self.text)

    @lazily
    def bounds(self) -> tuple[int, ...]:
        """The number of the clause that each of its tokens stands in."""
        return clauses(self.line)

    def token(self, place: int) -> int:
        """Return the number of the token that holds a place of the text; 0 if none does."""
        starts = self._starts
        number = bisect_right(starts, place) - 1
        if number < 0 or self.line.spans[number][1] <= place:
            return 0
        return bisect_left(starts, starts[number])

    def clause(self, place: int) -> tuple[int, int]:
        """Return where the clause around a place of the text starts and ends."""
        if not self.line.spans:
            return 0, len(self.text)
        ends = self._ends
        return self._clauses[min(bisect_right(ends, place), len(ends) - 1)]

    @lazily
    def _ends(self) -> list[int]:
        """Where the clauses end."""
        return [end for _, end in self._clauses]

    @lazily
    def _clauses(self) -> list[tuple[int, int]]:
        """Where the clauses start and end, in order."""
        spans = self.line.spans
        starts = [n for n, number in enumerate(self.bounds) if n == 0 or number != self.bounds[n - 1]]
        return [(spans[start][0], spans[end - 1][1]) for start, end in pairwise([*starts, len(spans)])]

    def subject(self, place: int) -> tuple[int, int]:
        """Return where the subject of the clause around a place stands; an opening phrase is left out."""
        clause = self.clause(place)
        found = self._subjects.get(clause)
        if found is None:
            found = self._subjects[clause] = self._subject(*clause)
        return found

    @lazily
    def _subjects(self) -> dict[tuple[int, int], tuple[int, int]]:
        """The subjects of the clauses that were asked for."""
        return {}

    def _subject(self, start: int, end: int) -> tuple[int, int]:
        if opener := _OPENER.match(self.text, start):
            comma = self.text.find(",", opener.end(), end)
            start = comma + 1 if comma >= 0 else start
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        stems = self.line.stems
        verb = next((n for n in range(first, last) if stems[n] in VERBS), None)
        if verb == first and first + 2 < last and stems[first + 2] in VERBS:
            verb = first + 2  # Run logs are kept
        return start, start if verb is None else self._starts[verb]

    @lazily
    def _starts(self) -> list[int]:
        """Where its tokens start."""
        return [start for start, _ in self.line.spans]
