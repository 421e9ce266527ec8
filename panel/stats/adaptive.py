"""When another ballot of a seat is worth asking for."""

from collections.abc import Sequence
from typing import NamedTuple


class Standing(NamedTuple):
    """Where one seat stands, in ballots of all its models together."""

    weight: float
    """Weight of its vote, above 0."""
    ship: int
    """Ballots that ship."""
    skip: int
    """Ballots that skip."""
    cast: int
    """Ballots cast, spoiled ones included."""
    most: int
    """Ballots that it may cast."""


def wants_more(seats: Sequence[Standing]) -> list[bool]:
    """Say for each seat whether it should cast another ballot.

    A seat is asked again while its majority could still turn with the ballots that it has left, and either its own
    ballots disagree (or none could be read), or the panel is close: one seat's change of mind would level or turn it.
    """
    ships = sum(seat.weight for seat in seats if seat.ship > seat.skip)
    skips = sum(seat.weight for seat in seats if seat.skip > seat.ship)
    return [_open(seat) and (_wavers(seat) or abs(ships - skips) <= 2 * seat.weight) for seat in seats]


def _open(seat: Standing) -> bool:
    left = seat.most - seat.cast
    return left > 0 and abs(seat.ship - seat.skip) <= left


def _wavers(seat: Standing) -> bool:
    return min(seat.ship, seat.skip) > 0 or seat.ship == seat.skip
