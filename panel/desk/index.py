"""The inbox's index: one small summary for each verdict, read again only where its file has changed."""

import datetime as dt
import os
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from pydantic import ValidationError

from panel.domain.verdict import Verdict
from panel.editorial.sources import dossier_of, stale_findings
from panel.errors import DeclarationError
from panel.hearing.attention import Reason, attention, urgency
from panel.publish.inert import inert
from panel.publish.sheet import DASH
from panel.store.records import read_record
from panel.store.workspace import Workspace

STATES = ("draft", "edited", "approved", "published")
"""The states, in order."""


@dataclass(frozen=True, eq=False)
class Summary:
    """One line of the inbox."""

    slug: str
    """Name of the verdict's folder."""
    name: str
    """What its vendor calls the release."""
    about: str
    """Vendor and category."""
    state: str
    """Where it stands; ``damaged`` where the record can't be read."""
    percent: str
    """The panel's ship percentage; a dash below quorum."""
    reasons: tuple[Reason, ...]
    """What it needs a person for, most urgent first."""
    still_open: int
    """Findings that are open."""
    at: dt.datetime | None
    """When it was last changed (UTC)."""
    stale: bool = False
    """Whether its sources have changed since the panel sat."""

    @cached_property
    def urgency(self) -> float:
        """How far up it stands."""
        return urgency(self.reasons) + (2.0 if self.stale else 0.0) + (50.0 if self.state == "damaged" else 0.0)

    @property
    def needs(self) -> tuple[str, ...]:
        """What it needs a person for, as filters name it."""
        stale = ("stale",) if self.stale else ()
        return tuple(dict.fromkeys([*(reason.need for reason in self.reasons), *stale]))

    @cached_property
    def searched(self) -> str:
        """What a search looks through, in lower case."""
        return f"{self.slug} {self.name} {self.about}".lower()


_Stamp = tuple[int, int, int]
_BREATH_S = 0.01
"""Seconds that the search for stale verdicts rests between two of them, so that pages aren't kept waiting."""


class Index:
    """Summaries of all verdicts of a workspace, kept up to date by the times of their files.

    Args:
        home: The workspace.
    """

    def __init__(self, home: Workspace) -> None:
        self._home = home
        self._lock = threading.Lock()
        self._known: dict[str, tuple[_Stamp, Summary]] = {}
        self._compared: dict[str, tuple[_Stamp, object]] = {}

    def summaries(self) -> list[Summary]:
        """Return every verdict's summary, the most urgent first; what has changed on disk is read again."""
        stamps = _stamps(self._home.verdicts_folder)
        with self._lock:
            for slug in self._known.keys() - stamps.keys():
                del self._known[slug]
            for slug, stamp in stamps.items():
                if slug not in self._known or self._known[slug][0] != stamp:
                    self._known[slug] = (stamp, summarised(self._home.verdicts_folder / slug / "verdict.json"))
            found = [summary for _, summary in self._known.values()]
        return sorted(found, key=lambda each: (each.state == "published", -each.urgency, each.slug))

    def look_for_stale(self, stop: threading.Event) -> None:
        """Compare verdicts with their sources where either has changed since the last look.

        This takes a while, so a thread of its own does it, and breathes in between.
        """
        for slug, path in self._home.release_paths().items():
            known = self._known.get(slug)
            if known is None or known[1].state == "damaged":
                continue
            looked_at = (known[0], files_stamp(path))
            if self._compared.get(slug) == looked_at:
                continue
            if stop.wait(_BREATH_S):
                return
            stale = _is_stale(self._home, slug)
            with self._lock:
                self._compared[slug] = looked_at
                if self._known.get(slug, known)[0] == known[0]:
                    self._known[slug] = (known[0], replace(known[1], stale=stale))


def files_stamp(path: Path) -> object:
    """Return what tells whether a release's files have changed: names, times and sizes."""
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    return tuple((str(file), *stamp) for file in files if (stamp := _stamp(file)))


def _stamp(file: Path) -> tuple[int, int] | None:
    try:
        at = file.stat()
    except OSError:  # it went while we looked, or is a link to nowhere, as some editors' locks are
        return None
    return at.st_mtime_ns, at.st_size


def chosen(summaries: Sequence[Summary], *, state: str = "", need: str = "", words: str = "") -> list[Summary]:
    """Return the summaries that filters and a search leave; ``state`` may be ``open`` for what isn't published."""
    wanted = words.lower().split()
    return [
        each
        for each in summaries
        if (not state or each.state == state or (state == "open" and each.state != "published"))
        and (not need or need in each.needs)
        and all(word in each.searched for word in wanted)
    ]


def summarised(file: Path) -> Summary:
    """Return the summary of one record; a damaged one gets a line too, since somebody must see to it."""
    slug = file.parent.name
    try:
        verdict = _read(file)
    except DeclarationError as damaged:
        reason = Reason(need="other", text=inert(damaged.problem))
        return Summary(slug, slug, "This record can't be read", "damaged", DASH, (reason,), 0, None)
    release, percent = verdict.release, verdict.tally.ship_percent
    return Summary(
        slug=slug,
        name=inert(release.name),
        about=inert(" · ".join(part for part in (release.vendor, release.category) if part)),
        state=verdict.state,
        percent=DASH if percent is None else f"{percent} %",
        reasons=attention(verdict),
        still_open=sum(finding.resolution is None for finding in verdict.findings),
        at=verdict.history[-1].at if verdict.history else None,
    )


def _read(file: Path) -> Verdict:
    """Read a record; a sound one without the detour that tells what is wrong with it."""
    try:
        return Verdict.model_validate_json(file.read_bytes())
    except (OSError, ValidationError):
        return read_record(file, Verdict)


def _stamps(folder: Path) -> dict[str, _Stamp]:
    """Return when each verdict's record was written, by slug."""
    stamps = {}
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return {}
    for entry in entries:
        try:
            at = os.stat(f"{entry.path}/verdict.json")  # noqa: PTH116 - a thousand of them, and pathlib takes twice as long
        except OSError:
            continue
        stamps[entry.name] = (at.st_mtime_ns, at.st_size, at.st_ino)
    return stamps


def _is_stale(home: Workspace, slug: str) -> bool:
    try:
        verdict, dossier = home.verdict(slug), dossier_of(home, slug)
        return verdict is not None and dossier is not None and bool(stale_findings(verdict, dossier))
    except DeclarationError:
        return True
