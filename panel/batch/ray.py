"""``--engine ray``: releases are spread over the nodes of a Ray cluster; the only module that knows ray.

A task hears a few releases at once and returns what became of them with their verdicts; the driver alone writes into
the workspace, so nodes need no shared disk: they get the workspace's own files and each release's with their tasks.
What they share is the ledger. Every answer is in it before it is read, so a task whose node died is run again elsewhere
and finds all that was answered; only the calls that were in flight are asked a second time.
"""

import asyncio
import contextlib
import logging
import os
import secrets
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from panel.batch.entry import Entry
from panel.batch.keeping import kept_here
from panel.batch.luggage import Heard, Luggage, Parcel, Seating, packed, parcel_of
from panel.batch.node import VARIABLE, hear_parcels
from panel.batch.outcome import Outcome
from panel.errors import DeclarationError, NoRoom
from panel.llm.scrubbing import scrub
from panel.sitting import Keep
from panel.store.workspace import Workspace
from panel.version import __version__

if TYPE_CHECKING:
    from types import ModuleType

EACH = 8
"""Releases in one task."""
RETRIES = 20
"""Times that a task is tried again whose node or process died; a release that kills its hearer comes to an end."""
LINGER_S = 0.05
"""Seconds for which a task that isn't full waits for more releases."""


@dataclass
class Cluster:
    """A Ray cluster that hears releases.

    Args:
        home: The workspace.
        seating: Who sits.
        keep: Writes a verdict's record and pages, on this machine.
        each: Releases in one task.
    """

    home: Workspace
    seating: Seating
    keep: Keep
    each: int = EACH
    _waiting: list[tuple[Parcel, "asyncio.Future[Heard]"]] = field(default_factory=list)
    _tasks: set["asyncio.Task[None]"] = field(default_factory=set)
    _luggage: Any = None
    _ray: Any = None

    @contextlib.asynccontextmanager
    async def at(self, address: str | None) -> AsyncIterator["Cluster"]:
        """Connect to a cluster, or start one on this machine alone; leave it with the block.

        Args:
            address: Such as ``10.0.0.1:6379`` or ``ray://…``; None for this machine.

        Raises:
            DeclarationError: Ray isn't installed, the cluster can't be reached, or its nodes can't share the ledger.
        """
        self._ray = ray = await asyncio.to_thread(_connected, address)
        try:
            nodes = sum(bool(node["Alive"]) for node in ray.nodes())
            ledger = shared_ledger(self.home.ledger, nodes)
            self._luggage = ray.put(Luggage(__version__, packed(self.home), self.seating, ledger))
            yield self
        finally:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
            await asyncio.to_thread(ray.shutdown)

    async def hear(self, entry: Entry) -> Outcome:
        """Have one release heard somewhere, write its verdict here, and say what became of it.

        Raises:
            DeclarationError: The ledger, the disk or the workspace fails: no release could be heard.
        """
        try:
            parcel = await asyncio.to_thread(parcel_of, entry, self.home)
        except (DeclarationError, OSError) as error:
            said = str(error) if isinstance(error, DeclarationError) else f"{entry.path}: it can't be read ({error})"
            return Outcome(place=entry.place, slug=entry.slug, state="failed", reason=said, kind="DeclarationError")
        coming: asyncio.Future[Heard] = asyncio.get_running_loop().create_future()
        self._waiting.append((parcel, coming))
        if len(self._waiting) >= self.each:
            self._send()
        elif len(self._waiting) == 1:
            asyncio.get_running_loop().call_later(LINGER_S, self._send)
        heard = await coming
        try:
            if heard.verdict is not None:
                await kept_here(self.home, heard.verdict, self.keep)
        except NoRoom:
            raise
        except DeclarationError as error:  # this one verdict can't be written; what it cost still counts
            failed = {"state": "failed", "reason": str(error), "kind": "DeclarationError"}
            return heard.outcome.model_copy(update=failed)
        return heard.outcome

    def _send(self) -> None:
        some, self._waiting = self._waiting[: self.each], self._waiting[self.each :]
        if some:
            task = asyncio.create_task(self._heard(some))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        if self._waiting:
            self._send()

    async def _heard(self, some: Sequence[tuple[Parcel, "asyncio.Future[Heard]"]]) -> None:
        ray = self._ray
        hear = ray.remote(hear_parcels).options(num_cpus=1, max_retries=RETRIES, scheduling_strategy="SPREAD")
        reference = None
        try:
            reference = hear.remote(self._luggage, [parcel for parcel, _ in some])
            came: list[Heard] | str = await reference
        except asyncio.CancelledError:
            if reference is not None:
                ray.cancel(reference, force=True)
            raise
        except Exception as error:  # noqa: BLE001 - a lost cluster raises what its client likes, ConnectionError among it
            came = f"a task of the Ray cluster failed: {_last_line(error)}"
        for place, (_, coming) in enumerate(some):
            if coming.done():
                continue
            if isinstance(came, str):
                coming.set_exception(DeclarationError(came))
            else:
                coming.set_result(came[place])


def shared_ledger(place: Path | str, nodes: int) -> str:
    """Return the URL by which every node reaches the ledger.

    Args:
        place: The ledger's file or URL.
        nodes: Nodes of the cluster.

    Raises:
        DeclarationError: It is a file, and there are several nodes.
    """
    is_file = isinstance(place, Path) or "://" not in place or place.startswith("sqlite")
    if is_file and nodes > 1:
        raise DeclarationError(
            f"{nodes} nodes can't share the ledger {str(place)!r}, which is a file of this machine: name a PostgreSQL "
            f"database in {VARIABLE}, such as postgresql://panel@db.example.org/panel"
        )
    return str(place) if not is_file or "://" in str(place) else f"sqlite:///{Path(place).absolute()}"


def _connected(address: str | None) -> "ModuleType":
    """Connect to a cluster and return ray, with everything off that it does unasked."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    if address is None and "RAY_AUTH_MODE" not in os.environ:  # a token of this run alone, not one in the home folder
        os.environ["RAY_AUTH_MODE"], os.environ["RAY_AUTH_TOKEN"] = "token", secrets.token_hex(32)
    try:
        import ray
    except ModuleNotFoundError:
        raise DeclarationError("--engine ray needs the package ray: pip install 'shipskip[ray]'") from None
    alone: dict[str, Any] = {"include_dashboard": False, "_node_ip_address": "127.0.0.1"}
    try:
        ray.init(
            address=address or "local",
            log_to_driver=False,
            logging_level=logging.CRITICAL,
            namespace="shipskip",
            **(alone if address is None else {}),
        )
    except (ConnectionError, RuntimeError, ValueError, OSError) as error:
        raise DeclarationError(f"the Ray cluster {address!r} can't be reached: {_last_line(error)}") from None
    return ray


def _last_line(error: BaseException) -> str:
    """Return what an error says at its end, where Ray's have the reason."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return scrub(lines[-1]) if lines else type(error).__name__
