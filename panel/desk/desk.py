"""What every room of the desk works with."""

import threading
from collections import OrderedDict

from panel.desk.access import Access
from panel.desk.index import Index, files_stamp
from panel.desk.runs import Runs
from panel.desk.sessions import Sessions
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


class Desk:
    """The desk's state: the workspace, who is signed in, what is under way.

    Args:
        home: The workspace.
        access: How the desk is reached.
    """

    def __init__(self, home: Workspace, access: Access) -> None:
        self.home, self.access = home, access
        self.sessions = Sessions()
        self.runs = Runs()
        self.index = Index(home)
        self.dossiers = Dossiers(home)
        self._tried: OrderedDict[str, Tried] = OrderedDict()

    def keep_trial(self, key: str, tried: Tried) -> None:
        """Remember what came of trying a persona; the oldest trial is forgotten."""
        self._tried[key] = tried
        while len(self._tried) > KEPT:
            self._tried.popitem(last=False)

    def trial(self, key: str) -> Tried | None:
        """Return a trial by its key."""
        return self._tried.get(key)
