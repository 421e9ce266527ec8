"""One week's digest: what is told of the week, before it becomes a mail or a page."""

import datetime as dt

from panel.community.standing import Standing
from panel.domain.noun import Noun
from panel.publish.changes import Change
from panel.publish.site.listing import Listing, PairListing


class Entry(Noun):
    """A verdict as the digest tells it."""

    about: Listing
    """The release, the simulated panel's count, and its disclosure."""
    readers: Standing | None
    """How readers stood at the end of the week; None if nobody had voted."""
    link: str | None
    """Its page on the site; None while the site has no address."""

    @property
    def draft(self) -> bool:
        """Whether no editor has published it."""
        return self.about.state != "published"

    def voted(self, vote: str) -> tuple[str, ...]:
        """Return the titles of the seats that voted so."""
        return tuple(seat.title for seat in self.about.seats if seat.vote == vote)

    @property
    def gap(self) -> int | None:
        """How many points the panel and readers lie apart; None where one of the two has no percentage."""
        if self.about.percent is None or self.readers is None or self.readers.percent is None:
            return None
        return abs(self.about.percent - self.readers.percent)


class Revisited(Noun):
    """A release before which the panel sat again."""

    entry: Entry
    """The verdict now."""
    was: str
    """The count before, in one line."""
    changes: tuple[Change, ...]
    """Who changed their mind; empty if nobody did."""


class Pair(Noun):
    """A comparison as the digest tells it."""

    about: PairListing
    """Both percentages, the bottom line and the disclosure."""
    link: str | None
    """Its page on the site."""


class Digest(Noun):
    """What there is to tell of one week."""

    week: str
    """Its name, such as ``2026-W16``."""
    days: str
    """From when to when."""
    end: dt.datetime
    """The first moment after it (UTC)."""
    title: str
    """What the site is called."""
    home: str | None
    """Where the site is."""
    new: tuple[Entry, ...]
    """Verdicts that readers got for the first time, the latest first."""
    revisited: tuple[Revisited, ...]
    """Releases that were judged again, those with most changes of mind first."""
    apart: tuple[Entry, ...]
    """Where the simulated panel and readers lie furthest apart."""
    split: tuple[Entry, ...]
    """The week's verdicts on which the panel itself is split most evenly."""
    pairs: tuple[Pair, ...]
    """Head-to-heads, the latest first."""
    drafts: bool = False
    """Whether drafts are told too; such a digest is a preview and isn't sent."""
    over: bool = True
    """Whether the week has ended."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.new or self.revisited or self.apart or self.pairs)

    @property
    def turned(self) -> int:
        """Changes of mind in all."""
        return sum(len(each.changes) for each in self.revisited)

    @property
    def summary(self) -> str:
        """What is in it, in one line without percentages: ``3 new verdicts, 2 changes of mind and 1 head-to-head``."""
        counted = [
            (len(self.new), "new verdict", "new verdicts"),
            (self.turned, "change of mind", "changes of mind"),
            (sum(not each.changes for each in self.revisited), "second look", "second looks"),
            (len(self.pairs), "head-to-head", "head-to-heads"),
            (len(self.apart), "split with readers", "splits with readers"),
        ]
        parts = [f"{count} {one if count == 1 else many}" for count, one, many in counted if count]
        if not parts:
            return "a quiet week"
        return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"

    @property
    def subject(self) -> str:
        """The mail's subject."""
        return f"{'DRAFT: ' if self.drafts else ''}{self.title}, {self.days}: {self.summary}"
