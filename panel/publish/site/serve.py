"""Showing a built site on this machine, as a plain web server would."""

import functools
import http.server
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path

from panel.errors import DeclarationError
from panel.publish.site import routes


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files, shows the site's own page for missing ones, and says nothing about it."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def list_directory(self, path: object) -> None:
        """Show no folder's contents."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page where something is missing."""
        own = Path(self.directory, routes.MISSING)
        if code != HTTPStatus.NOT_FOUND or not own.is_file():
            super().send_error(code, message, explain)
            return
        page = own.read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page)


def site_server(folder: Path, port: int) -> http.server.ThreadingHTTPServer:
    """Return a server on the loopback address that shows a built site.

    Raises:
        DeclarationError: Nothing is built there, or the port is taken.
    """
    if not (folder / routes.file("")).is_file():
        raise DeclarationError("no site is built there; run 'shipskip site build' first", file=folder)
    handler = functools.partial(_Quiet, directory=str(folder))
    try:
        return http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise DeclarationError(f"port {port} can't be used ({error.strerror}); name another with --port") from None


def serve_site(folder: Path, port: int, ready: Callable[[str], None]) -> None:
    """Show a built site until Ctrl-C.

    Args:
        folder: The site's folder.
        port: The port on the loopback address; 0 takes a free one.
        ready: Told the address once it answers.
    """
    with site_server(folder, port) as server:
        ready(f"http://127.0.0.1:{server.server_port}/")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return
