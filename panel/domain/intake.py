"""What came of taking documents in, and of watching feeds."""

from typing import Literal

from panel.domain.noun import Noun


class Taken(Noun):
    """What became of one document."""

    place: str
    """The address or the file's name that was given."""
    outcome: Literal["added", "revised", "unchanged", "failed"]
    """Whether it is a new source, a new text of one, one that was there, or none."""
    release: str | None = None
    """Slug of the release that it belongs to."""
    source: str | None = None
    """Name of its file among the release's sources."""
    title: str | None = None
    """Its headline."""
    words: int = 0
    """Words of its main text."""
    hidden: int = 0
    """Words that it says without showing them."""
    problem: str | None = None
    """Why it failed, in one sentence."""


class Intake(Noun):
    """What came of taking documents in."""

    release: str | None
    """Slug of the release; None if nothing could be taken in."""
    taken: tuple[Taken, ...]
    """Every document, in the order given."""

    @property
    def failed(self) -> bool:
        """Whether a document couldn't be taken in."""
        return any(each.outcome == "failed" for each in self.taken)


class FeedRead(Noun):
    """What came of reading one feed."""

    url: str
    """Its address."""
    outcome: Literal["read", "unchanged", "failed"]
    """Whether it was read, hasn't changed since, or couldn't be read."""
    title: str | None = None
    """What it calls itself."""
    taken: tuple[Taken, ...] = ()
    """The new items."""
    seen: int = 0
    """Items that were known."""
    passed_over: int = 0
    """Items that the feed's patterns leave out."""
    left: int = 0
    """New items beyond the most that are taken at once; they come next time."""
    problem: str | None = None
    """Why it failed, in one sentence."""


class Watched(Noun):
    """What came of reading all feeds once."""

    feeds: tuple[FeedRead, ...]
    """Every feed, in the order declared."""

    @property
    def failed(self) -> bool:
        """Whether a feed or one of its items couldn't be read."""
        return any(f.outcome == "failed" or any(t.outcome == "failed" for t in f.taken) for f in self.feeds)
