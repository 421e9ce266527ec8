"""What of a stream of entries must be heard at all: the rest is known from the journal, without reading a release."""

import json
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from panel.batch.entry import Entry
from panel.batch.journal import Journal, Line, Spoiled, seen
from panel.batch.outcome import PASSING, Outcome

CHUNK = 200
"""Entries that are read and looked up together."""

Sifted = tuple[Entry, Outcome | None]
"""An entry, and what is known of it: None if it must be heard."""


class Sieve:
    """Reads entries and says what is known of them; used from one thread at a time.

    Args:
        entries: What a batch is given.
        journal: What is known of earlier runs.
        panel_hash: Hash of the panel on which these personas sit today; None if they can't.
        record: Where a verdict's record is.
        retry: Whether every verdict with a spoiled ballot is heard again.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        journal: Journal,
        panel_hash: Callable[[tuple[str, ...]], str | None],
        record: Callable[[str], Path],
        *,
        retry: bool = False,
    ) -> None:
        self._entries = iter(entries)
        self._journal, self._panel_hash, self._record, self._retry = journal, panel_hash, record, retry
        self._names: set[int] = set()
        self._met: set[int] = set()

    def next(self) -> list[Sifted]:
        """Return the next entries with what is known of them; none when there are no more.

        A release that is named twice is met once; another one of the same name fails.

        Raises:
            DeclarationError: A list can't be read, or the journal can't.
        """
        while taken := list(islice(self._entries, CHUNK)):
            fresh = [each for entry in taken if (each := self._first(entry)) is not None]
            known = self._journal.known({entry.slug for entry in fresh if entry.content})
            if fresh:
                return [(entry, self._known(entry, known.get(entry.slug))) for entry in fresh]
        return []

    def _first(self, entry: Entry) -> Entry | None:
        if entry.problem is not None or not entry.slug:
            return entry
        name, whole = _number(entry.slug), _number(f"{entry.slug}\0{entry.path}\0{entry.content}")
        if whole in self._met:
            return None
        self._met.add(whole)
        if name in self._names:
            problem = f"{entry.place}: another release of this run is named {entry.slug!r} too; rename one of them"
            return entry.model_copy(update={"problem": problem})
        self._names.add(name)
        return entry

    def _known(self, entry: Entry, line: Line | None) -> Outcome | None:
        if entry.problem is not None:
            return Outcome(
                place=entry.place, slug=entry.slug, state="failed", reason=entry.problem, kind="DeclarationError"
            )
        if line is None or line.content != entry.content or line.panel != self._panel_hash(line.seats):
            return None
        if line.spoiled == "passing" or (line.spoiled and self._retry):
            return None
        if line.record != seen(self._record(entry.slug)):
            return None
        return Outcome.model_validate({**json.loads(line.outcome), "place": entry.place})


def line_of(entry: Entry, outcome: Outcome, panel: str, record: Path) -> Line | None:
    """Return what the journal should know of a release that has a verdict; None if there is nothing to be known."""
    found = seen(record)
    if not entry.content or outcome.state == "failed" or found is None:
        return None
    spoiled: Spoiled = ""
    if outcome.spoiled:
        spoiled = "passing" if PASSING & set(outcome.spoiled_by) else "lasting"
    nothing = {"asked": 0, "from_ledger": 0, "cost_usd": 0.0, "tokens": 0, "seconds": 0.0}
    state = "kept" if outcome.state == "kept" else "unchanged"
    told = outcome.model_copy(update={**nothing, "state": state})
    return Line(
        slug=outcome.slug,
        content=entry.content,
        panel=panel,
        seats=outcome.seated,
        record=found,
        spoiled=spoiled,
        outcome=told.model_dump_json(exclude_defaults=True),
    )


def chunks(sieve: Sieve) -> Iterator[list[Sifted]]:
    """Yield everything that a sieve has."""
    while found := sieve.next():
        yield found


def _number(text: str) -> int:
    """Return 64 bits that stand for a text: a million of them take a few dozen megabytes."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
