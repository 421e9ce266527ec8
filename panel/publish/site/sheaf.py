"""A long list, cut into pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from panel.publish.site import routes

Item = TypeVar("Item")


@dataclass(frozen=True)
class Sheaf(Generic[Item]):
    """One page of a list, with the way to the others."""

    items: tuple[Item, ...]
    """What stands on it."""
    number: int
    """Its number, counted from 1."""
    count: int
    """How many pages there are."""
    total: int
    """How many items stand on all of them."""
    base: str
    """Address of the first page."""

    @property
    def place(self) -> str:
        """Address of this page."""
        return routes.numbered(self.base, self.number)

    @property
    def newer(self) -> str | None:
        """Address of the page before; None on the first."""
        return None if self.number == 1 else routes.numbered(self.base, self.number - 1)

    @property
    def older(self) -> str | None:
        """Address of the page after; None on the last."""
        return None if self.number == self.count else routes.numbered(self.base, self.number + 1)

    @property
    def near(self) -> tuple[tuple[int, str | None], ...]:
        """Numbers and addresses of the first, the last and the neighbouring pages; None stands for a gap."""
        wanted = sorted({1, self.count, *range(max(1, self.number - 1), min(self.count, self.number + 1) + 1)})
        found: list[tuple[int, str | None]] = []
        for number in wanted:
            if found and number > found[-1][0] + 1:
                found.append((number - 1, None))
            found.append((number, routes.numbered(self.base, number)))
        return tuple(found)


def sheaves(items: Sequence[Item], per_page: int, base: str) -> Iterator[Sheaf[Item]]:
    """Yield the pages of a list; an empty list has one empty page."""
    count = max(1, -(-len(items) // per_page))
    for number in range(1, count + 1):
        start = (number - 1) * per_page
        yield Sheaf(tuple(items[start : start + per_page]), number, count, len(items), base)
