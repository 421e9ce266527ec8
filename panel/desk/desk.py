"""What every room of the desk works with."""

import secrets
import threading
from collections import OrderedDict
from typing import Generic, TypeVar

from panel.desk.access import Access
from panel.desk.index import Index, files_stamp
from panel.desk.runs import Runs
from panel.desk.sessions import Sessions
from panel.domain.intake import Intake
from panel.domain.release import Dossier
from panel.editorial.personas import Trial
from panel.editorial.sources import dossier_of
from panel.store.workspace import Workspace

KEPT = 24
"""Dossiers that are kept in memory, the last ones looked at."""


class Dossiers:
    """Dossiers as they are today; one is read again only if a file of its release has changed.

    Args:
        home: The workspace.
    """

    def __init__(self, home: Workspace) -> None:
        self._home = home
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, tuple[object, Dossier | None]] = OrderedDict()

    def of(self, slug: str) -> Dossier | None:
        """Return a release's dossier; None if the release doesn't lie in the workspace.

        Raises:
            DeclarationError: Its files can't be read.
        """
        path = self._home.release_paths().get(slug)
        stamp = None if path is None else files_stamp(path)
        with self._lock:
            kept = self._kept.get(slug)
            if kept is not None and kept[0] == stamp:
                self._kept.move_to_end(slug)
                return kept[1]
        dossier = dossier_of(self._home, slug)
        with self._lock:
            self._kept[slug] = (stamp, dossier)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return dossier


Tried = tuple[str, str, list[Trial]]
"""A trial of a persona: the revision that it started from, the changed text, what came of it."""
Result = TypeVar("Result")


class Results(Generic[Result]):
    """What runs have brought, for the pages that show it; the oldest are forgotten."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, Result] = OrderedDict()

    def keep(self, result: Result) -> str:
        """Remember a result and return its key."""
        key = secrets.token_hex(8)
        with self._lock:
            self._kept[key] = result
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return key

    def find(self, key: str) -> Result | None:
        """Return a result, if it is still remembered."""
        return self._kept.get(key)


class Desk:
    """The desk's state: the workspace, who is signed in, what is under way.

    Args:
        home: The workspace.
        access: How the desk is reached.
        allow_private: Whether documents may be fetched from private and loopback addresses.
    """

    def __init__(self, home: Workspace, access: Access, *, allow_private: bool = False) -> None:
        self.home, self.access, self.allow_private = home, access, allow_private
        self.sessions = Sessions()
        self.runs = Runs()
        self.index = Index(home)
        self.dossiers = Dossiers(home)
        self.trials: Results[Tried] = Results()
        self.taken: Results[Intake] = Results()
