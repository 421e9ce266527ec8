"""The digest as a mail: plain text and HTML side by side, the same bytes whenever nothing has changed."""

import datetime as dt
import hashlib
import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Final
from urllib.parse import urlsplit

from panel.errors import DeclarationError
from panel.publish.digest.edition import Digest
from panel.publish.digest.settings import DigestSettings
from panel.publish.inert import inert

NOBODY: Final = "digest@example.invalid"
"""Stands for the sender in a mail that is only looked at."""
POLICY: Final = SMTP
"""Lines end with CR LF and stay short; what isn't ASCII is encoded, so that any server carries it."""


def digest_message(
    digest: Digest, settings: DigestSettings, *, text: str, html: str, date: dt.datetime, to: str | None = None
) -> EmailMessage:
    """Return the mail.

    Args:
        digest: What it tells.
        settings: Whom it is from, and how readers leave.
        text: Its plain text.
        html: Its HTML.
        date: What its Date says.
        to: Whom it is for; a mail for nobody is one to look at.

    Raises:
        DeclarationError: An address isn't one.
    """
    sender = mailbox(settings.sender or f"{_nameable(digest.title)} <{NOBODY}>", "the digest's sender")
    message = EmailMessage(policy=POLICY)
    message["From"] = sender
    message["To"] = sender if to is None else mailbox(to, "the recipient")
    if settings.reply_to:
        message["Reply-To"] = mailbox(settings.reply_to, "the digest's reply_to")
    message["Subject"] = inert(digest.subject)
    message["Date"] = format_datetime(date.astimezone(dt.UTC))
    host = urlsplit(digest.home or "").hostname or sender.domain
    message["Message-ID"] = f"<digest.{digest.week.lower()}@{host}>"
    if settings.unsubscribe:
        message["List-Unsubscribe"] = f"<{settings.unsubscribe}>"
        if settings.one_click and settings.unsubscribe.startswith("https:"):
            message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    mark = hashlib.sha256(f"{digest.week}\0{text}\0{html}".encode()).hexdigest()[:32]
    message.set_boundary(f"=_{mark}")  # the library's own is drawn anew each time
    return message


_NAMED = re.compile(r"([^<>]*)<([^<>]+)>")


def mailbox(text: str, what: str) -> Address:
    """Return a mail address with its name, if it is one.

    Args:
        text: Such as ``Ann <ann@example.org>``.
        what: Whose it is, for the sentence that says it isn't one.

    Raises:
        DeclarationError: If it isn't one.
    """
    named = _NAMED.fullmatch(text.strip())
    name, spec = (_unquoted(named.group(1)), named.group(2)) if named else ("", text.strip())
    try:
        if any(ord(c) < 32 for c in text) or not spec.isascii():
            raise ValueError  # noqa: TRY301 - told as what the library refuses
        found = Address(display_name=name, addr_spec=spec)
        if not found.username or not found.domain or found.domain.startswith("."):
            raise ValueError  # noqa: TRY301
    except (ValueError, IndexError, LookupError):
        raise DeclarationError(f"{what} {text[:100]!r} is no mail address; write one such as ann@example.org") from None
    return found


def _unquoted(name: str) -> str:
    """Return a name without the quotation marks that some put around it."""
    name = name.strip()
    return (
        name[1:-1].replace('\\"', '"').replace("\\\\", "\\") if len(name) > 1 and name[0] == name[-1] == '"' else name
    )


def _nameable(title: str) -> str:
    return re.sub(r"[<>]", " ", inert(title))
