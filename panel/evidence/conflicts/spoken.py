"""A sentence read once for everything that it may be held against."""

import re
from functools import cached_property

from panel.evidence.conflicts.names import Name, is_own, names_in
from panel.evidence.dates import DateMention, read_dates
from panel.evidence.measures import Quantity
from panel.evidence.polarity import Reading
from panel.evidence.quantities import read_quantities
from panel.evidence.stems import Row, row

_OPENER = re.compile(r"(?:at|on|in|with|for|since|after|before|by|until|during|from|under|to|as|billed|unlike|like|according)\b", re.IGNORECASE)
_RIVAL = re.compile(r"\b(?:competitors?|rivals?|predecessors?|siblings?|companions?|others?|alternatives?|another (?:model|tool|app))\b", re.IGNORECASE)

VERBS = frozenset(
    "is are was were be been has have had do does did can could will would may might must shall should scor reach achiev get hit post cost sell "
    "charg offer support launch releas ship rank com came plac climb weigh last run run hold employ rais clos tak found begin open start becom ship "
    "includ provid need requir work let giv gave buy bought acquir reced support accept export us lack miss remain stay ar lead head own beat "
    "outperform trail match exceed powers power serv handl translat store contain featur begin began appear debut arriv introduc unveil announc "
    "publish disclos forbid allow permit show report say said mean bring make mak fix come go went stand sit use gain grow grew rose fell drop cut "
    "train costs sold priced pric licens host written built bas base develop made creat design".split()
)
"""Stems that may be a clause's verb; what stands before the first of them is its subject."""


class Spoken:
    """One sentence with its clauses, names, dates and quantities, each read when it is first asked for.

    Args:
        text: The sentence.
        own: Words of the release's and its vendor's names, in lower case.
        cite: Its citation, or whatever else tells it from others.
    """

    def __init__(self, text: str, own: frozenset[str] = frozenset(), cite: str = "") -> None:
        self.text = text
        self.own = own
        self.cite = cite

    @cached_property
    def line(self) -> Row:
        """The sentence as stems."""
        return row(self.text)

    @cached_property
    def reading(self) -> Reading:
        """What it affirms and denies."""
        return Reading(self.line, "open" if self.text.rstrip(" \"'”’)").endswith("?") else None)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Its dates."""
        return read_dates(self.text)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Its numbers with what they measure."""
        return read_quantities(self.text, self.dates)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Its names."""
        return tuple(names_in(self.text))

    def clause(self, place: int) -> tuple[int, int]:
        """Return where the clause around a place of the text starts and ends."""
        spans, numbers = self.line.spans, self.reading.clauses
        if not spans:
            return 0, len(self.text)
        token = next((n for n, (_, end) in enumerate(spans) if end > place), len(spans) - 1)
        within = [n for n, number in enumerate(numbers) if number == numbers[token]]
        return spans[within[0]][0], spans[within[-1]][1]

    def subject(self, place: int) -> tuple[int, int]:
        """Return where the subject of the clause around a place stands; an opening phrase is left out."""
        start, end = self.clause(place)
        if opener := _OPENER.match(self.text, start):
            comma = self.text.find(",", opener.end(), end)
            start = comma + 1 if comma >= 0 else start
        verb = next((span[0] for span, each in zip(self.line.spans, self.line.stems, strict=True) if start <= span[0] < end and each in VERBS), end)
        return start, verb

    def others(self, place: int) -> frozenset[str]:
        """Return the words of names that aren't the release's, in the subject of the clause around a place."""
        start, end = self.subject(place)
        found = [name for name in self.names if start <= name.start < max(end, start + 1)]
        if any(is_own(name, self.own) for name in found):
            return frozenset()
        return frozenset(word for name in found for word in name.words)

    def about_rival(self, place: int) -> bool:
        """Whether the clause's subject is called a rival, a predecessor or the like."""
        return bool(_RIVAL.search(self.text[slice(*self.subject(place))]))
