"""``shipskip desk``."""

import getpass
import os
import sys
from importlib.util import find_spec
from pathlib import Path

import click

from panel.cli.options import home_of, workspace_option
from panel.errors import DeclarationError

PASSWORD = "SHIPSKIP_DESK_PASSWORD"  # noqa: S105 - the name of a variable
FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.option("--port", type=click.IntRange(0, 65_535), default=8765, show_default=True, help="0 for any free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--tls-cert", type=FILE, help="Certificate chain (PEM), to speak TLS.")
@click.option("--tls-key", type=FILE, help="Its private key (PEM).")
@click.option("--behind-proxy", is_flag=True, help="A proxy in front speaks TLS.")
@click.option("--public-url", help="The address that editors type, if it isn't the host's.")
@click.option("--allow-private", is_flag=True, help="Fetch documents from private and loopback addresses too.")
@click.option("--hash-password", is_flag=True, help="Ask for a password, print its hash, and stop.")
@click.option("--no-browser", is_flag=True, help="Open no browser.")
@workspace_option
def desk(
    port: int,
    host: str,
    tls_cert: Path | None,
    tls_key: Path | None,
    behind_proxy: bool,
    public_url: str | None,
    allow_private: bool,
    hash_password: bool,
    no_browser: bool,
    workspace: Path | None,
) -> int:
    """Open the editors' desk in a browser.

    On loopback a one-time link signs you in. Elsewhere the desk opens only with a password, in
    SHIPSKIP_DESK_PASSWORD or asked for, and with TLS.
    """
    missing = [name for name in ("starlette", "uvicorn", "python_multipart") if find_spec(name) is None]
    if missing:
        raise DeclarationError(f"the desk needs {missing[0]}; run: pip install 'shipskip[desk]'")
    from panel.desk.access import Wish, is_loopback
    from panel.desk.passwords import hashed
    from panel.desk.serve import serve

    if hash_password:
        click.echo(hashed(_asked_password(confirm=True)))
        return 0
    open_to_others = behind_proxy or not is_loopback(host)
    password = os.environ.get(PASSWORD) if open_to_others else None
    if open_to_others and not password and sys.stdin.isatty():
        password = _asked_password(confirm=True)
    wish = Wish(host, password or None, tls_cert, tls_key, behind_proxy, public_url)
    quiet = no_browser or open_to_others
    serve(
        home_of(workspace),
        wish,
        port,
        system_name=_name(),
        open_browser=not quiet,
        allow_private=allow_private,
        say=_say,
    )
    return 0


def _asked_password(*, confirm: bool) -> str:
    return str(click.prompt("Password for the desk", hide_input=True, confirmation_prompt=confirm, err=True))


def _name() -> str:
    """Return what histories call an editor until they give another name."""
    try:
        return os.environ.get("SHIPSKIP_EDITOR") or getpass.getuser()
    except (OSError, KeyError):
        return "editor"


def _say(line: str) -> None:
    click.echo(line)
    sys.stdout.flush()
