"""Taking lists of votes in: bad lines are told, the rest is kept, and a second time changes nothing."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from panel.community.books import VoteBooks
from panel.community.casting import Cast, Effect
from panel.community.reading import BadLine, Listed, read_votes
from panel.community.secret import Secret, workspace_secret
from panel.community.standing import vote_place
from panel.domain.noun import Noun
from panel.errors import DeclarationError
from panel.store.nearest import nearest
from panel.store.workspace import Workspace

_AT_ONCE = 1_000
"""Votes of one transaction."""
MOST_TOLD: Final = 1_000
"""Bad lines that are kept to be told one by one; the others are only counted."""


class Unfit(Noun):
    """A line of a list that was left out."""

    line: int
    """Which one, counted from 1."""
    problem: str
    """What is wrong with it."""


class Unknown(Noun):
    """A release that a list names and the workspace doesn't have."""

    release: str
    """The name."""
    votes: int
    """Votes on it, left out."""
    meant: str | None
    """The known release whose name is nearest, if one is near."""


class Imported(Noun):
    """What became of one list of votes."""

    file: str
    """Which list."""
    lines: int
    """Votes and bad lines in it."""
    new: int = 0
    """Votes that are counted from now on."""
    changed: int = 0
    """Votes that replaced the same reader's other one, which is kept as past."""
    earlier: int = 0
    """Votes that are older than the one that counts, kept as past."""
    unchanged: int = 0
    """Votes that were there already."""
    bad: int = 0
    """Lines that were left out because they are no votes."""
    unfit: tuple[Unfit, ...] = ()
    """The first thousand of them."""
    unknown: tuple[Unknown, ...] = ()
    """Releases that the workspace doesn't have."""

    @property
    def whole(self) -> bool:
        """Whether nothing was left out."""
        return not self.bad and not self.unknown


def import_votes(home: Workspace, files: Sequence[Path]) -> list[Imported]:
    """Take lists of votes into the workspace's store.

    Raises:
        DeclarationError: A file can't be read, or the store can't be written to; whole batches that were stored before
            stay, and importing again goes on from there.
    """
    for path in files:
        if not path.is_file():
            raise DeclarationError("it isn't a file; check its path", file=path)
    place = vote_place(home, home.panel_settings().votes)
    secret = workspace_secret(home.votes_file.parent)
    known = known_slugs(home)
    books = VoteBooks(place, secret.mark)
    try:
        return [_import(path, books, secret, known) for path in files]
    finally:
        books.close()


def known_slugs(home: Workspace) -> frozenset[str]:
    """Return the slug of every release that can be voted on: those with a dossier or with a verdict."""
    judged = (path.parent.name for path in home.verdicts_folder.glob("*/verdict.json"))
    return frozenset({*home.release_paths(), *judged})


def _import(path: Path, books: VoteBooks, secret: Secret, known: frozenset[str]) -> Imported:
    effects: Counter[Effect] = Counter()
    unfit: list[Unfit] = []
    unknown: Counter[str] = Counter()
    lines = bad = 0
    found = read_votes(path, dt.datetime.now(dt.UTC))
    for batch in _batches(found):
        lines += len(batch)
        casts: list[Cast] = []
        for each in batch:
            if isinstance(each, BadLine):
                bad += 1
                unfit += [Unfit(line=each.line, problem=each.problem)] if len(unfit) < MOST_TOLD else []
            elif each.release not in known:
                unknown[each.release[:200]] += 1
            else:
                casts.append(_cast(each, secret))
        effects.update(books.cast(casts))
    return Imported(
        file=str(path),
        lines=lines,
        new=effects["new"],
        changed=effects["changed"],
        earlier=effects["earlier"],
        unchanged=effects["unchanged"],
        bad=bad,
        unfit=tuple(unfit),
        unknown=tuple(
            Unknown(release=name, votes=votes, meant=nearest(name, known)) for name, votes in sorted(unknown.items())
        ),
    )


def _cast(listed: Listed, secret: Secret) -> Cast:
    voter = secret.digest("voter", listed.voter)
    return Cast(release=listed.release, voter=voter, vote=listed.vote, at=listed.at)


def _batches(found: Iterator[Listed | BadLine]) -> Iterator[list[Listed | BadLine]]:
    while batch := list(islice(found, _AT_ONCE)):
        yield batch
