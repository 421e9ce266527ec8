"""Gold: people's votes on releases, which simulated ones are measured against and never counted among."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from panel.domain.ballot import Vote
from panel.domain.noun import Noun, fingerprint
from panel.errors import DeclarationError
from panel.store.nearest import did_you_mean, listed
from panel.store.texts import read_text

FIELDS = ("release", "annotator", "vote")
OPTIONAL = ("persona", "group", "note")
_VOTES: dict[str, Vote] = {"ship": "ship", "skip": "skip"}


class GoldVote(Noun):
    """One person's vote on one release."""

    release: str
    """Slug of the release."""
    persona: str | None = None
    """The persona in whose place the person voted; None for a vote of their own, which any persona can be held to."""
    annotator: str
    """Who voted, in whatever form the file has."""
    vote: Vote
    """Ship or skip."""
    group: str | None = None
    """What the release belongs to, such as a product family; releases of a group are never torn apart."""
    line: int
    """Where it stands in the file, counted from 1."""


class Gold(Noun):
    """A file of people's votes."""

    file: str
    """Where it was read from."""
    votes: tuple[GoldVote, ...]
    """Every vote, in the file's order."""

    @cached_property
    def releases(self) -> tuple[str, ...]:
        """The releases voted on, by slug."""
        return tuple(sorted({vote.release for vote in self.votes}))

    @cached_property
    def annotators(self) -> tuple[str, ...]:
        """Everybody who voted."""
        return tuple(sorted({vote.annotator for vote in self.votes}))

    @cached_property
    def personas(self) -> tuple[str, ...]:
        """The personas in whose place somebody voted."""
        return tuple(sorted({vote.persona for vote in self.votes if vote.persona is not None}))

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the votes, whatever their order and place."""
        return fingerprint(sorted([v.release, v.persona or "", v.annotator, v.vote] for v in self.votes))

    def only(self, releases: Iterable[str]) -> "Gold":
        """Return the votes on these releases alone."""
        wanted = frozenset(releases)
        return self.model_copy(update={"votes": tuple(vote for vote in self.votes if vote.release in wanted)})

    def humans(self, persona: str | None = None) -> dict[str, dict[str, Vote]]:
        """Return release → annotator → vote, as a persona or the panel is held to it.

        A persona is held to the votes cast in its place if there are any, else to those of nobody's place. The panel
        (None) is held to the votes of nobody's place; if all were cast in some persona's place, to each person's
        majority over them, where there is one.
        """
        own = [vote for vote in self.votes if vote.persona == persona]
        chosen = own or [vote for vote in self.votes if vote.persona is None]
        if chosen:
            return _by_release(chosen)
        return {} if persona is not None else _majorities(self.votes)


def read_gold(path: Path) -> Gold:
    """Read people's votes from a CSV file with a header, or from JSON lines; its first character tells which.

    A line has ``release``, ``annotator`` and ``vote`` (ship or skip), and may have ``persona``, ``group`` and ``note``.

    Raises:
        DeclarationError: It can't be read, a line isn't a vote, or one person voted both ways; names file and line.
    """
    text = read_text(path).removeprefix("﻿")
    if not text.strip():
        raise DeclarationError(f"this file has no votes; a line has {listed(FIELDS)}", file=path)
    rows = _json_rows(text, path) if text.lstrip().startswith("{") else _csv_rows(text, path)
    votes: dict[tuple[str, str | None, str], GoldVote] = {}
    for line, row in rows:
        vote = _vote(row, path, line)
        key = (vote.release, vote.persona, vote.annotator)
        before = votes.setdefault(key, vote)
        if before.vote != vote.vote:
            problem = f"{vote.annotator!r} votes {vote.vote!r} on {vote.release!r} here and {before.vote!r} in line "
            raise DeclarationError(f"{problem}{before.line}; keep one of them", file=path, line=line)
    if not votes:
        raise DeclarationError("this file has a header and no votes under it; add some", file=path)
    gold = Gold(file=path.as_posix(), votes=tuple(votes.values()))
    _check_groups(gold, path)
    return gold


def check_known(gold: Gold, releases: Iterable[str], personas: Iterable[str]) -> None:
    """Refuse votes on releases or in the place of personas that the workspace doesn't have.

    Raises:
        DeclarationError: Names file, line and the nearest known name.
    """
    known, written = frozenset(releases), frozenset(personas)
    for vote in gold.votes:
        if vote.release not in known:
            hint = did_you_mean(vote.release, known) or "; add the release under releases/, or remove the line"
            raise DeclarationError(f"there is no release {vote.release!r}{hint}", file=gold.file, line=vote.line)
        if vote.persona is not None and vote.persona not in written:
            hint = did_you_mean(vote.persona, written) or f"; there are {listed(sorted(written))}"
            raise DeclarationError(f"there is no persona {vote.persona!r}{hint}", file=gold.file, line=vote.line)


def _csv_rows(text: str, path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    head = text.lstrip("\n").partition("\n")[0]
    separator = max(",;\t", key=head.count)
    reader = csv.reader(text.splitlines(), delimiter=separator, strict=True)
    names: list[str] | None = None
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if names is None:
                names = [cell.strip().lower() for cell in cells]
                _check_header(names, path, reader.line_num)
                continue
            if len(cells) != len(names):
                problem = (
                    f"this line has {len(cells)} columns and the header {len(names)}; quote what holds a separator"
                )
                raise DeclarationError(problem, file=path, line=reader.line_num)
            yield reader.line_num, dict(zip(names, cells, strict=True))
    except csv.Error as error:
        raise DeclarationError(
            f"this is no CSV ({error}); correct the quotes", file=path, line=reader.line_num
        ) from None


def _check_header(names: list[str], path: Path, line: int) -> None:
    missing = [name for name in FIELDS if name not in names]
    if missing:
        problem = f"the first line must name the columns {listed(FIELDS)}; {listed(missing)} can't be found"
        raise DeclarationError(problem, file=path, line=line)
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise DeclarationError(f"the column {twice!r} is named twice; keep one", file=path, line=line)


def _json_rows(text: str, path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            raise DeclarationError(f"this line isn't JSON: {line.strip()[:40]!r}", file=path, line=number) from None
        if not isinstance(row, dict):
            raise DeclarationError(f"a line is an object with {listed(FIELDS)}", file=path, line=number)
        yield number, row


def _vote(row: Mapping[str, Any], path: Path, line: int) -> GoldVote:
    for name in row:
        if name not in (*FIELDS, *OPTIONAL):
            hint = did_you_mean(name, (*FIELDS, *OPTIONAL)) or f"; there are {listed((*FIELDS, *OPTIONAL))}"
            raise DeclarationError(f"{name!r} is no column of gold{hint}", file=path, line=line)
    said = {name: _word(row, name, path, line) for name in (*FIELDS, "persona", "group")}
    for name in FIELDS:
        if said[name] is None:
            raise DeclarationError(f"{name!r} is missing; write it", file=path, line=line)
    vote = _VOTES.get(str(said["vote"]).lower())
    if vote is None:
        raise DeclarationError(f"'vote' must be ship or skip, not {said['vote']!r}", file=path, line=line)
    return GoldVote(
        release=str(said["release"]),
        persona=said["persona"],
        annotator=str(said["annotator"]),
        vote=vote,
        group=said["group"],
        line=line,
    )


def _word(row: Mapping[str, Any], name: str, path: Path, line: int) -> str | None:
    value = row.get(name)
    if isinstance(value, int) and not isinstance(value, bool) and name in ("annotator", "group"):
        return str(value)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if not isinstance(value, str) or len(value) > 500:
        raise DeclarationError(f"{name!r} must be a short text, not {str(value)[:40]!r}", file=path, line=line)
    return value.strip()


def _check_groups(gold: Gold, path: Path) -> None:
    groups: dict[str, GoldVote] = {}
    for vote in gold.votes:
        if vote.group is None:
            continue
        before = groups.setdefault(vote.release, vote)
        if before.group != vote.group:
            problem = f"{vote.release!r} is in group {vote.group!r} here and in {before.group!r} in line {before.line}"
            raise DeclarationError(f"{problem}; a release has one group", file=path, line=vote.line)


def _by_release(votes: Iterable[GoldVote]) -> dict[str, dict[str, Vote]]:
    found: dict[str, dict[str, Vote]] = {}
    for vote in votes:
        found.setdefault(vote.release, {})[vote.annotator] = vote.vote
    return found


def _majorities(votes: Iterable[GoldVote]) -> dict[str, dict[str, Vote]]:
    said: dict[tuple[str, str], list[Vote]] = {}
    for vote in votes:
        said.setdefault((vote.release, vote.annotator), []).append(vote.vote)
    found: dict[str, dict[str, Vote]] = {}
    for (release, annotator), cast in said.items():
        ship = cast.count("ship")
        if 2 * ship != len(cast):
            found.setdefault(release, {})[annotator] = "ship" if 2 * ship > len(cast) else "skip"
    return found
