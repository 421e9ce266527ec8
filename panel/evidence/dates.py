"""Dates that a text names, with the days that they may mean, and when two of them can be the same."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Precision = Literal["day", "week", "month", "quarter", "half", "year"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date as a text names it, with the days that it may mean."""

    text: str
    """The words."""
    span: tuple[int, int]
    """Where they stand in the text."""
    precision: Precision
    """How exactly it says when."""
    start: dt.date | None = None
    """First day that it may mean; None while its year, or the day that it counts from, is unknown."""
    end: dt.date | None = None
    """Last day that it may mean."""
    month: int | None = None
    """Its month, if it names one; what is left of a date without a year."""
    day: int | None = None
    """Its day of the month, if it names one."""
    relative: bool = False
    """Whether it counts from the day of writing, such as ``last Tuesday``."""
    swapped: dt.date | None = None
    """The other reading of ``04/08/2026``."""

    @property
    def iso(self) -> str | None:
        """``2026-04-08``, ``2026-04``, ``2026-Q1`` or ``2026``; None while its year is unknown."""
        if self.start is None:
            return None
        by_precision = {
            "day": self.start.isoformat(),
            "week": self.start.isoformat(),
            "month": f"{self.start:%Y-%m}",
            "quarter": f"{self.start.year}-Q{(self.start.month + 2) // 3}",
            "half": f"{self.start.year}-H{(self.start.month + 5) // 6}",
        }
        return by_precision.get(self.precision, f"{self.start.year}")


def may_be_same(a: DateMention, b: DateMention) -> bool:
    """Whether two mentions can mean the same day, month or year; True where too little is known to tell."""
    if a.start and a.end and b.start and b.end:
        if any(x.swapped and y.start and y.end and y.start <= x.swapped <= y.end for x, y in ((a, b), (b, a))):
            return True
        return a.start <= b.end and b.start <= a.end
    if a.month and b.month:
        return a.month == b.month and (a.day is None or b.day is None or a.day == b.day)
    return True
