"""The table ``[digest]`` of ``panel.toml``: whom the mail is from, and how readers leave."""

from typing import Final

from pydantic import Field

from panel.domain.noun import Noun
from panel.store.settings import read_table
from panel.store.settle import settle
from panel.store.workspace import Workspace

TABLE: Final = "digest"


class DigestSettings(Noun):
    """What ``[digest]`` says."""

    sender: str | None = Field(default=None, min_length=3, max_length=300)
    """Whom the mail is from, such as ``Ship or skip <digest@example.org>``; sending needs it."""
    reply_to: str | None = Field(default=None, min_length=3, max_length=300)
    """Where answers go, if not to the sender."""
    unsubscribe: str | None = Field(default=None, pattern=r"^(https://|mailto:)[!-~]+$", max_length=500)
    """Where readers leave the list: an https or mailto address."""
    one_click: bool = False
    """Whether a POST to that https address is enough (RFC 8058)."""
    most: int = Field(default=3, ge=1, le=20)
    """Splits that are told, of each kind."""


def read_digest_settings(home: Workspace) -> DigestSettings:
    """Return what ``[digest]`` says; the defaults where it says nothing.

    Raises:
        DeclarationError: One sentence with file and line about the first mistake.
    """
    return settle(DigestSettings, read_table(home.settings_file, TABLE))
