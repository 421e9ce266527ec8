"""Entries of a docket as cases, for what only asks or prices: what can't be read is passed over and told."""

from collections.abc import Callable, Iterable, Iterator

from panel.batch.entry import Entry
from panel.batch.hear import case_of
from panel.errors import DeclarationError
from panel.sitting import Case, Sitting


def cases(entries: Iterable[Entry], sitting: Sitting, tell: Callable[[str], None] = lambda _: None) -> Iterator[Case]:
    """Yield the case of every entry that can be read; why another can't is told in a sentence.

    Args:
        entries: What a batch was given.
        sitting: Seats the panels.
        tell: Told of each entry that is passed over.
    """
    for entry in entries:
        try:
            yield case_of(entry, sitting)
        except DeclarationError as error:
            tell(str(error))
