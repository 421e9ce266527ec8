"""Starting the desk: what may be reached how, the socket, the one-time link, the server."""

import socket
import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from panel.desk.access import Wish, access_of, check_wish
from panel.desk.app import build_app
from panel.desk.desk import Desk
from panel.errors import DeclarationError
from panel.store.workspace import Workspace

READ_FIRST_S = 3.0
"""Seconds that the link waits at most for the verdicts to be read, so that the first page is there at once."""


def serve(
    home: Workspace,
    wish: Wish,
    port: int,
    *,
    system_name: str,
    open_browser: bool,
    allow_private: bool,
    say: Callable[[str], None],
) -> None:
    """Serve the desk until it is interrupted.

    Args:
        home: The workspace.
        wish: How it is to be reached.
        port: Port to listen on; 0 for any free one.
        system_name: Name of an editor who came by the one-time link, until they give another one.
        open_browser: Whether to open a browser on this machine.
        allow_private: Whether documents may be fetched from private and loopback addresses.
        say: Told, line by line, where the desk is.

    Raises:
        DeclarationError: It wouldn't be safe, or the port can't be had.
    """
    check_wish(wish)
    home.panel_settings()
    home.personas()
    listener = _listen(wish.host, port)
    desk = Desk(home, access_of(wish, listener.getsockname()[1]), allow_private=allow_private)
    reading = threading.Thread(target=desk.index.summaries, name="index", daemon=True)
    reading.start()
    reading.join(READ_FIRST_S)
    address = desk.access.origin
    if desk.access.password is None:
        address = f"{address}/login?link={desk.sessions.new_link()}"
        say("The desk is open. This link signs one browser in, once, within a quarter of an hour:")
    else:
        say("The desk is open; it asks for the password:")
    say(address)
    if open_browser and desk.access.password is None:
        webbrowser.open(address)
    _run(build_app(desk, system_name), wish, listener)


def _run(app: object, wish: Wish, listener: socket.socket) -> None:
    config = uvicorn.Config(
        app,  # type: ignore[arg-type]
        access_log=False,  # addresses may carry a one-time link
        log_level="warning",
        server_header=False,
        date_header=True,
        proxy_headers=False,  # nothing that a proxy says is believed: hosts and origins are known
        ssl_certfile=wish.certificate,
        ssl_keyfile=wish.key,
        h11_max_incomplete_event_size=64 * 1024,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=3,
        limit_concurrency=200,
        ws="none",
    )
    with suppress(KeyboardInterrupt):  # the server has shut down by then
        uvicorn.Server(config).run(sockets=[listener])


def _listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens; known before the server starts, so that the link can be printed."""
    try:
        family, _, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(place[:2], family=family, backlog=128)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DeclarationError(
            f"the desk can't listen on {host}, port {port} ({reason}); choose another --port"
        ) from None
