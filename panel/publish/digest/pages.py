"""A digest as a web page, as the HTML of a mail, and as its plain text."""

import textwrap
from typing import Final

from markupsafe import Markup

from panel.publish.digest.edition import Digest
from panel.publish.inert import inert_part
from panel.publish.pages import TEMPLATES
from panel.publish.site.theme import Theme
from panel.store.texts import read_text
from panel.store.workspace import Workspace

WIDTH: Final = 72
"""Characters of a line of plain text."""


def digest_page(home: Workspace, digest: Digest) -> str:
    """Return the web page: HTML in one piece, without scripts and without anything to load.

    Raises:
        DeclarationError: A template of the workspace has a mistake.
    """
    style = Markup(read_text(TEMPLATES / "style.css"))  # noqa: S704 - our own file
    return Theme(home).render("digest.html.j2", digest=digest, style=style)


def digest_mail(home: Workspace, digest: Digest, unsubscribe: str | None) -> str:
    """Return the HTML of the mail, with every style where mail programs look for it: on the element.

    Raises:
        DeclarationError: A template of the workspace has a mistake.
    """
    return Theme(home).render("digest_mail.html.j2", digest=digest, unsubscribe=unsubscribe)


def digest_text(home: Workspace, digest: Digest, unsubscribe: str | None) -> str:
    """Return the plain text of the mail.

    Raises:
        DeclarationError: A template of the workspace has a mistake.
    """
    return Theme(home, _plain).render("digest.txt.j2", digest=digest, unsubscribe=unsubscribe, wrap=_wrapped)


def _plain(text: str) -> Markup:
    return Markup(inert_part(text))  # noqa: S704 - plain text


def _wrapped(text: str, indent: int = 0) -> Markup:
    """Return a paragraph in lines; an address that is longer than a line stays whole."""
    margin = " " * indent
    lines = textwrap.wrap(
        inert_part(str(text)).strip(),
        WIDTH,
        initial_indent=margin,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return Markup("\n".join(lines))  # noqa: S704 - plain text
