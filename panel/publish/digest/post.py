"""Sending a mail by SMTP, over TLS, with what the environment says; the password is shown nowhere."""

import base64
import os
import smtplib
import ssl
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Final
from urllib.parse import unquote, urlsplit

from panel.community.addresses import is_loopback
from panel.domain.noun import Noun
from panel.errors import DeclarationError
from panel.llm.scrubbing import scrub

URL: Final = "SHIPSKIP_SMTP_URL"
"""Environment variable with the server: ``smtps://user:password@host:465``, or ``smtp://…:587`` for STARTTLS."""
PASSWORD: Final = "SHIPSKIP_SMTP_PASSWORD"  # noqa: S105 - the name of a variable
"""Environment variable with the password, if it isn't in the URL."""
_PATIENCE_S: Final = 30.0
_LOGGED_IN: Final = 235


@dataclass(frozen=True)
class Server:
    """A mail server."""

    host: str
    """Where it is."""
    port: int
    """Its port."""
    tls: bool
    """Whether TLS begins at once; else the connection turns to it (STARTTLS)."""
    user: str | None
    """Who logs in."""
    password: str | None = field(repr=False, default=None)
    """With what; never shown."""

    @property
    def name(self) -> str:
        """What sentences call it."""
        return f"{self.host}:{self.port}"

    @property
    def local(self) -> bool:
        """Whether it stands on this machine, where nobody listens in."""
        return is_loopback(self.host)


class Unsent(Noun):
    """A recipient who didn't get the mail."""

    to: str
    """Who."""
    problem: str
    """Why, in one sentence."""


def mail_server(environment: Mapping[str, str] | None = None) -> Server:
    """Return the server that the environment names.

    Raises:
        DeclarationError: If it names none, or not well.
    """
    variables = os.environ if environment is None else environment
    url = variables.get(URL, "").strip()
    if not url:
        raise DeclarationError(f"no mail server is named; set {URL} to one such as smtps://user@mail.example.org:465")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if host is None or parts.scheme not in ("smtp", "smtps") or parts.path not in ("", "/") or parts.query:
        raise DeclarationError(
            f"{URL} is no mail server's address; write one such as smtps://user@mail.example.org:465"
        )
    tls = parts.scheme == "smtps"
    user = unquote(parts.username) if parts.username else None
    secret = unquote(parts.password) if parts.password else variables.get(PASSWORD) or None
    if user is not None and secret is None:
        raise DeclarationError(f"{URL} names a user and no password; set {PASSWORD}")
    return Server(host, port or (465 if tls else 587), tls, user, secret)


def post(
    server: Server, messages: Iterable[tuple[str, EmailMessage]], sender: str, sent: Callable[[str], None]
) -> list[Unsent]:
    """Send one mail to each recipient; return those who didn't get it.

    Args:
        server: Over which server.
        messages: Recipients' addresses, and what each gets.
        sender: Address that the server may send failures back to.
        sent: Told each recipient as soon as the server has taken the mail.

    Raises:
        DeclarationError: The server can't be reached or spoken to before anything was sent.
    """
    unsent: list[Unsent] = []
    with _connected(server) as link:
        for to, message in messages:
            if link.sock is None:  # it hung up; what is left is told, not tried again and again
                unsent.append(Unsent(to=to, problem=f"{server.name} closed the connection before"))
                continue
            try:
                link.send_message(message, from_addr=sender, to_addrs=[to])
            except smtplib.SMTPRecipientsRefused as error:
                unsent.append(Unsent(to=to, problem=f"{server.name} refused: {_said(error.recipients[to], server)}"))
            except smtplib.SMTPResponseException as error:
                said = _said((error.smtp_code, error.smtp_error), server)
                unsent.append(Unsent(to=to, problem=f"{server.name} refused: {said}"))
            except (smtplib.SMTPException, OSError) as error:
                link.close()
                unsent.append(Unsent(to=to, problem=f"{server.name} broke off: {_clean(str(error), server)}"))
            else:
                sent(to)
    return unsent


@contextmanager
def _connected(server: Server) -> Iterator[smtplib.SMTP]:
    """Connect, turn to TLS, log in; what goes wrong is one sentence."""
    context = ssl.create_default_context()
    link = _reached(server, context)
    try:
        try:
            if not server.tls:
                _secure(link, server, context)
            if server.user is not None and server.password is not None:
                _log_in(link, server.user, server.password)
        except smtplib.SMTPAuthenticationError as error:
            said = _said((error.smtp_code, error.smtp_error), server)
            raise DeclarationError(f"the mail server {server.name} refused user and password: {said}") from None
        except (smtplib.SMTPException, OSError) as error:
            raise DeclarationError(f"the mail server {server.name} failed: {_clean(str(error), server)}") from None
        yield link
    finally:
        try:
            link.quit()
        except (smtplib.SMTPException, OSError):
            link.close()


def _reached(server: Server, context: ssl.SSLContext) -> smtplib.SMTP:
    try:
        if server.tls:
            return smtplib.SMTP_SSL(server.host, server.port, timeout=_PATIENCE_S, context=context)
        return smtplib.SMTP(server.host, server.port, timeout=_PATIENCE_S)
    except (smtplib.SMTPException, OSError) as error:
        said = _clean(str(error), server)
        raise DeclarationError(f"the mail server {server.name} can't be reached: {said}") from None


def _secure(link: smtplib.SMTP, server: Server, context: ssl.SSLContext) -> None:
    """Turn to TLS; do without only on this machine."""
    link.ehlo()
    if link.has_extn("starttls"):
        link.starttls(context=context)
        link.ehlo()
    elif not server.local:
        raise smtplib.SMTPNotSupportedError("it offers no TLS (STARTTLS), and mail isn't sent without")


def _log_in(link: smtplib.SMTP, user: str, password: str) -> None:
    """Log in; the library can't say what isn't ASCII, and RFC 4616 says it in UTF-8."""
    if f"{user}{password}".isascii():
        link.login(user, password)
        return
    link.ehlo_or_helo_if_needed()
    said = base64.b64encode(f"\0{user}\0{password}".encode()).decode("ascii")
    code, answer = link.docmd("AUTH", f"PLAIN {said}")
    if code != _LOGGED_IN:
        raise smtplib.SMTPAuthenticationError(code, answer)


def _said(answer: tuple[int, bytes | str], server: Server) -> str:
    code, text = answer
    words = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return _clean(f"{code} {words}", server)


def _clean(text: str, server: Server) -> str:
    """Return what a server said on one line, without the password."""
    return scrub(text.replace(server.password, "***") if server.password else text)
