"""The inbox's index: one small summary for each verdict, read again only where its file has changed."""

import datetime as dt
import os
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

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


@dataclass(frozen=True)
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

    @property
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


class Index:
    """Summaries of all verdicts of a workspace, kept up to date by the times of their files.

    Args:
        home: The workspace.
    """

    def __init__(self, home: Workspace) -> None:
        self._home = home
        self._lock = threading.Lock()
        self._known: dict[str, tuple[_Stamp, Summary]] = {}
        self._stale: dict[str, tuple[_Stamp, bool]] = {}

    def summaries(self) -> list[Summary]:
        """Return every verdict's summary, the most urgent first; what has changed on disk is read again."""
        stamps = _stamps(self._home.verdicts_folder)
        with self._lock:
            for slug in self._known.keys() - stamps.keys():
                del self._known[slug]
            for slug, stamp in stamps.items():
                if slug not in self._known or self._known[slug][0] != stamp:
                    self._known[slug] = (stamp, summarised(self._home.verdicts_folder / slug / "verdict.json"))
            found = [self._with_staleness(stamp, summary) for stamp, summary in self._known.values()]
        return sorted(found, key=lambda each: (each.state == "published", -each.urgency, each.slug))

    def look_for_stale(self, stop: threading.Event) -> None:
        """Compare every verdict with its sources as they are today; takes a while, so a thread of its own does it."""
        for slug, (stamp, summary) in list(self._known.items()):
            if stop.is_set():
                return
            if summary.state == "damaged" or self._stale.get(slug, (None,))[0] == stamp:
                continue
            stale = _is_stale(self._home, slug)
            with self._lock:
                self._stale[slug] = (stamp, stale)

    def forget_staleness(self, slug: str) -> None:
        """Look at a release's sources again: they were changed."""
        with self._lock:
            self._stale.pop(slug, None)

    def _with_staleness(self, stamp: _Stamp, summary: Summary) -> Summary:
        known = self._stale.get(summary.slug)
        if known is None or known[0] != stamp or not known[1]:
            return summary
        return Summary(**{**{name: getattr(summary, name) for name in Summary.__dataclass_fields__}, "stale": True})


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
        verdict = read_record(file, Verdict)
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
        verdict = home.verdict(slug)
        return verdict is not None and bool(stale_findings(verdict, dossier_of(home, slug)))
    except DeclarationError:
        return True
