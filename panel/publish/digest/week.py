"""ISO weeks: what a digest is about."""

import datetime as dt
import re
from typing import NamedTuple

from panel.errors import DeclarationError

_FORM = re.compile(r"(\d{4})-?W(\d{2})", re.IGNORECASE)


class Week(NamedTuple):
    """A week from Monday to Sunday, as ISO 8601 numbers it; days begin and end in UTC."""

    year: int
    """The year that its Thursday lies in."""
    number: int
    """From 1 to 52 or 53."""

    @property
    def name(self) -> str:
        """Its name, such as ``2026-W16``."""
        return f"{self.year:04d}-W{self.number:02d}"

    @property
    def start(self) -> dt.datetime:
        """The first moment of its Monday."""
        return dt.datetime.fromisocalendar(self.year, self.number, 1).replace(tzinfo=dt.UTC)

    @property
    def end(self) -> dt.datetime:
        """The first moment of the Monday after."""
        return self.start + dt.timedelta(days=7)

    @property
    def days(self) -> str:
        """From when to when, as people write it: ``13–19 April 2026``."""
        first, last = self.start.date(), self.end.date() - dt.timedelta(days=1)
        if first.year != last.year:
            return f"{first.day} {first:%B %Y} – {last.day} {last:%B %Y}"
        if first.month != last.month:
            return f"{first.day} {first:%B} – {last.day} {last:%B %Y}"
        return f"{first.day}–{last.day} {last:%B %Y}"

    def holds(self, moment: dt.datetime) -> bool:
        """Whether a moment lies in it."""
        return self.start <= moment < self.end


def read_week(text: str) -> Week:
    """Read a week such as ``2026-W16``.

    Raises:
        DeclarationError: If it isn't one.
    """
    found = _FORM.fullmatch(text.strip())
    if found is None:
        raise DeclarationError(f"{text!r} is no week; write one such as 2026-W16")
    week = Week(int(found.group(1)), int(found.group(2)))
    try:
        last = dt.date(week.year, 12, 28).isocalendar().week  # the 28th of December lies in a year's last week
        if 1 <= week.number <= last and week.year < dt.MAXYEAR:
            return week
    except ValueError:
        raise DeclarationError(f"{text!r} is no week; there is no year {week.year}") from None
    raise DeclarationError(f"{text!r} is no week; {week.year} has the weeks W01 to W{last}")
