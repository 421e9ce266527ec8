"""What a vote that comes in changes: pure, so that a batch of votes is worked out before anything is written."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from panel.domain.ballot import Vote
from panel.domain.noun import Noun

Effect = Literal["new", "changed", "unchanged", "earlier", "used"]
"""What became of a vote: counted, replaced the voter's other one, was there already, is older than the one that counts,
or came over a link that belongs to somebody else."""


class Cast(Noun):
    """One vote on its way into the store; voter, link and holder are keyed hashes."""

    release: str
    """Slug."""
    voter: str
    """Whose vote it is; the holder itself, where neither a link nor a list names a voter."""
    vote: Vote
    """Ship or skip."""
    at: dt.datetime
    """When it was cast (UTC)."""
    link: str | None = None
    """The vote link over which it came."""
    holder: str | None = None
    """Who holds the token with which it came; None for an imported vote."""


@dataclass(frozen=True)
class Held:
    """A vote as it stands."""

    vote: Vote
    """Ship or skip."""
    at: str
    """When it was cast, as the store writes it."""


Key = tuple[str, str]
"""Release and voter."""
Before = tuple[str, str, Vote, str]
"""A vote that was replaced: release, voter, vote, when."""


@dataclass
class Slate:
    """The part of the store that a batch of votes is about, and what the batch changes in it."""

    held: dict[Key, Held]
    """Votes as they stand."""
    bound: dict[str, str]
    """Holder of every used link."""
    through: dict[Key, str]
    """Voter of the link that a holder used on a release, by release and holder."""
    known_past: set[Before]
    """Replaced votes of these voters."""
    written: dict[Key, Held] = field(default_factory=dict)
    """Votes to write."""
    removed: set[Key] = field(default_factory=set)
    """Votes to take away."""
    replaced: list[Before] = field(default_factory=list)
    """Votes to keep as past."""
    links: dict[str, Cast] = field(default_factory=dict)
    """Links that are used for the first time."""

    def take(self, cast: Cast) -> Effect:
        """Work one vote in; return what becomes of it."""
        if cast.holder is None:
            return self._imported(cast)
        voter = cast.voter
        if cast.link is not None:
            if self.bound.get(cast.link, cast.holder) != cast.holder:
                return "used"
            self._bind(cast, cast.link, cast.holder)
        else:  # whoever used a link on this release is its voter here too, so that nobody has two votes
            voter = self.through.get((cast.release, cast.holder), voter)
        key, at = (cast.release, voter), stamp(cast.at)
        standing = self.held.get(key)
        if standing is None:
            self._write(key, Held(cast.vote, at))
            return "new"
        if standing.vote == cast.vote:
            return "unchanged"
        self._keep(key, standing)
        self._write(key, Held(cast.vote, max(at, standing.at)))
        return "changed"

    def _imported(self, cast: Cast) -> Effect:
        """Work in a vote that was cast at its own time: the latest counts, in whatever order they come."""
        key, new = (cast.release, cast.voter), Held(cast.vote, stamp(cast.at))
        standing = self.held.get(key)
        if standing is None:
            self._write(key, new)
            return "new"
        if standing == new or (*key, new.vote, new.at) in self.known_past:
            return "unchanged"
        if new.at < standing.at:
            self._keep(key, new)
            return "earlier"
        self._keep(key, standing)
        self._write(key, new)
        return "changed" if new.vote != standing.vote else "unchanged"

    def _bind(self, cast: Cast, link: str, holder: str) -> None:
        """Note whose a link is now, and let its vote stand for one that its holder cast without a link before."""
        if link not in self.bound:
            self.bound[link] = holder
            self.links[link] = cast
        self.through.setdefault((cast.release, holder), cast.voter)
        own = (cast.release, holder)
        if holder != cast.voter and (standing := self.held.pop(own, None)):
            self._keep(own, standing)
            self.written.pop(own, None)
            self.removed.add(own)

    def _write(self, key: Key, vote: Held) -> None:
        self.held[key] = self.written[key] = vote
        self.removed.discard(key)

    def _keep(self, key: Key, vote: Held) -> None:
        before = (*key, vote.vote, vote.at)
        if before not in self.known_past:
            self.known_past.add(before)
            self.replaced.append(before)


def stamp(at: dt.datetime) -> str:
    """Return a moment as the store writes it: UTC, so that the texts sort as the moments do."""
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
