"""Simulated votes in a table: release × seat × arm × model × sample."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pydantic import Field

from panel.domain.ballot import Choice, Claim, Step, Vote
from panel.domain.noun import Noun
from panel.stats.reduce import reduce_jury, reduce_votes


class Cell(Noun):
    """One sample: what one model, in the place of one persona, made of one release, once."""

    release: str
    """Slug of the release."""
    seat: str
    """Id of the persona."""
    arm: str = ""
    """What was done differently from elsewhere in the table, such as ``after``; empty where nothing was."""
    model: str
    """The model asked."""
    answered_by: str | None = None
    """The model that says it answered; None if nobody did."""
    sample: int = Field(default=1, ge=1)
    """Number of the sample, counted from 1."""
    vote: Vote | None
    """What it says; None if it was spoiled."""
    confidence: float | None = Field(default=None, ge=0, le=1)
    """How sure it is, from 0 to 1."""
    argument: tuple[Step, ...] = ()
    """Its moves, in order."""
    claims: tuple[Claim, ...] = ()
    """What it rests on."""
    quote: str = ""
    """Its paragraph for the scorecard."""
    reason: str | None = None
    """Why it was spoiled."""
    recipe: str = ""
    """Id of its recipe."""
    cost_usd: float | None = None
    """US dollars of its calls, whenever they were paid; None where a price is unknown."""

    @property
    def text(self) -> str:
        """All that it says in its own words: the argument, then the quote."""
        return "\n".join([*(step.text for step in self.argument), self.quote]).strip()

    @property
    def cites(self) -> frozenset[str]:
        """The sentences that it cites."""
        return frozenset(cite for claim in self.claims for cite in claim.cites)


@dataclass(frozen=True)
class VotesTable:
    """Cells that belong together."""

    cells: tuple[Cell, ...]
    """Every sample, in the order asked."""

    @cached_property
    def releases(self) -> tuple[str, ...]:
        """The releases, by slug."""
        return tuple(sorted({cell.release for cell in self.cells}))

    @cached_property
    def seats(self) -> tuple[str, ...]:
        """The personas, in the order in which they were first asked."""
        return tuple(dict.fromkeys(cell.seat for cell in self.cells))

    @cached_property
    def arms(self) -> tuple[str, ...]:
        """The arms, in the order in which they were first asked."""
        return tuple(dict.fromkeys(cell.arm for cell in self.cells))

    @cached_property
    def models(self) -> tuple[str, ...]:
        """The models asked, in order."""
        return tuple(dict.fromkeys(cell.model for cell in self.cells))

    @property
    def spoiled(self) -> tuple[Cell, ...]:
        """The samples of which nothing could be read."""
        return tuple(cell for cell in self.cells if cell.vote is None)

    @property
    def cost_usd(self) -> float | None:
        """US dollars of all samples, whenever they were paid; None where a price is unknown."""
        costs = [cell.cost_usd for cell in self.cells]
        known = [cost for cost in costs if cost is not None]
        return sum(known) if len(known) == len(costs) else None

    def where(self, keep: Callable[[Cell], bool]) -> "VotesTable":
        """Return the cells that a question picks."""
        return VotesTable(tuple(cell for cell in self.cells if keep(cell)))

    def arm(self, name: str) -> "VotesTable":
        """Return the cells of one arm."""
        return self.where(lambda cell: cell.arm == name)

    def cast(self, release: str, seat: str) -> Sequence[Cell]:
        """Return every sample of a seat on a release."""
        return self._by_place.get((release, seat), ())

    def votes(self, release: str, seat: str) -> list[Vote]:
        """Return the votes among a seat's samples on a release; spoiled ones have none."""
        return [cell.vote for cell in self.cast(release, seat) if cell.vote is not None]

    def reduced(self, release: str, seat: str) -> Choice | None:
        """Return a seat's one vote on a release: each model's samples are reduced first, then the models' votes.

        A tie abstains; None if nothing could be read. Repeats are never votes of their own.
        """
        return self._reduced.get((release, seat))

    def ballots(self, seat: str) -> dict[str, Choice]:
        """Return release → a seat's one vote, where one could be read."""
        said = {release: self.reduced(release, seat) for release in self.releases}
        return {release: vote for release, vote in said.items() if vote is not None}

    def __iter__(self) -> Iterator[Cell]:
        return iter(self.cells)

    def __len__(self) -> int:
        return len(self.cells)

    def __add__(self, other: "VotesTable") -> "VotesTable":
        return VotesTable((*self.cells, *other.cells))

    @cached_property
    def _by_place(self) -> dict[tuple[str, str], list[Cell]]:
        found: dict[tuple[str, str], list[Cell]] = {}
        for cell in self.cells:
            found.setdefault((cell.release, cell.seat), []).append(cell)
        return found

    @cached_property
    def _reduced(self) -> dict[tuple[str, str], Choice | None]:
        return {place: _one_vote(cells) for place, cells in self._by_place.items()}


def _one_vote(cells: Iterable[Cell]) -> Choice | None:
    by_model: dict[str, list[Vote | None]] = {}
    for cell in cells:
        by_model.setdefault(cell.model, []).append(cell.vote)
    return reduce_jury(reduce_votes(votes) for votes in by_model.values())
