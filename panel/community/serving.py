"""Running the votes endpoint until somebody stops it."""

import asyncio
import os
import signal
from collections.abc import Callable

from aiohttp import web

from panel.community.box import BallotBox
from panel.community.catalogue import Catalogue
from panel.community.endpoint import Endpoint
from panel.community.secret import workspace_secret
from panel.community.standing import vote_place
from panel.community.terms import Terms
from panel.errors import DeclarationError
from panel.store.workspace import Workspace

_PATIENCE_S = 5.0
"""Seconds that requests under way get when it is stopped."""


async def serve(
    home: Workspace,
    terms: Terms,
    host: str,
    port: int,
    ready: Callable[[str], None],
    until: asyncio.Event | None = None,
) -> None:
    """Take votes until the process is told to stop; what was taken by then is on the disk.

    Args:
        home: The workspace.
        terms: On which terms votes are taken.
        host: Address to listen at.
        port: Port; 0 for any free one.
        ready: Told the endpoint's address once it listens.
        until: Set to stop it; without one, SIGINT or SIGTERM does.

    Raises:
        DeclarationError: It can't listen there, or the store can't be used.
    """
    settings = home.panel_settings()
    secret = workspace_secret(home.votes_file.parent)
    place = vote_place(home, settings.votes)
    box = BallotBox(place, secret.mark, settings.votes.threshold, settings.interval_level)
    await box.open()
    app = Endpoint(box, Catalogue(home), secret, terms).application()
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=_PATIENCE_S)  # no log: it would hold addresses
    try:
        await runner.setup()
        try:
            await web.TCPSite(runner, host, port, backlog=1024).start()
        except (OSError, OverflowError) as error:
            reason = os.strerror(error.errno).lower() if isinstance(error, OSError) and error.errno else str(error)
            raise DeclarationError(f"the votes endpoint can't listen at {host}:{port} ({reason})") from None
        ready(f"http://{_shown(*runner.addresses[0][:2])}")
        await (_told_to_stop() if until is None else until.wait())
    finally:
        await runner.cleanup()
        await box.close()


async def _told_to_stop() -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for kind in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(kind, stop.set)
        except NotImplementedError:  # Windows: Ctrl-C interrupts the loop itself
            continue
    await stop.wait()


def _shown(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
