"""Every persona's record on this site: how often it ships, and when it stood alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from panel.domain.persona import Persona
from panel.publish.site import routes
from panel.publish.site.listing import Listing, SeatVote
from panel.stats.proportion import whole_percent

Cast = tuple[tuple[Listing, SeatVote], ...]
"""What a persona sat on, and how it voted."""


@dataclass(frozen=True)
class Reviewer:
    """A persona with its record."""

    id: str
    """Name of its file and of its seat."""
    name: str
    """What the page calls it."""
    place: str
    """Address of its page."""
    persona: Persona | None
    """What is written about it; None if the workspace doesn't have it any more."""
    cast: Cast
    """What it sat on and how it voted, the latest first."""

    @property
    def written(self) -> str | None:
        """Hash of what is written about it."""
        return None if self.persona is None else self.persona.hash

    def count(self, vote: str) -> int:
        """Return how often it voted so."""
        return sum(seat.vote == vote for _, seat in self.cast)

    @property
    def voted(self) -> int:
        """On how many releases it voted ship or skip."""
        return self.count("ship") + self.count("skip")

    @property
    def rate(self) -> tuple[int, tuple[int, int]] | None:
        """How many of them it ships, whole percent, with its interval; None if it never voted."""
        return whole_percent(self.count("ship"), self.voted) if self.voted else None

    @property
    def alone(self) -> Cast:
        """Where it voted against all the others, at least two of them; the latest first."""
        return tuple((listing, seat) for listing, seat in self.cast if _alone(listing, seat))


def reviewers(personas: Mapping[str, Persona], verdicts: Sequence[Listing]) -> tuple[Reviewer, ...]:
    """Return every persona that is written or that sat, in order of how often it sat."""
    cast: dict[str, list[tuple[Listing, SeatVote]]] = {persona: [] for persona in personas}
    for listing in verdicts:
        for seat in listing.seats:
            cast.setdefault(seat.persona, []).append((listing, seat))
    found = [
        Reviewer(persona, _name(persona, personas, sat), routes.reviewer(persona), personas.get(persona), tuple(sat))
        for persona, sat in cast.items()
    ]
    return tuple(sorted(found, key=lambda each: (-len(each.cast), each.id)))


def _name(persona: str, personas: Mapping[str, Persona], sat: Sequence[tuple[Listing, SeatVote]]) -> str:
    return personas[persona].name if persona in personas else sat[0][1].title


def _alone(listing: Listing, seat: SeatVote) -> bool:
    others = [each.vote for each in listing.seats if each.persona != seat.persona and each.vote in ("ship", "skip")]
    return seat.vote in ("ship", "skip") and len(others) > 1 and seat.vote not in others
