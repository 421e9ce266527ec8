"""Texts and addresses, escaped for the page that they go to."""

import re
from urllib.parse import quote, urlsplit, urlunsplit

from panel.publish.inert import inert_part

_MARKS = re.compile(r"([\\`*_\[\]<>~|$])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BLOCK = re.compile(r"^(\s*)([-+=#])")
_NUMBER = re.compile(r"^(\s*\d{1,9})([.)])(?=\s|$)")
_AUTOLINK = re.compile(r"(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=@)(?=\w)|(?<=\bmailto:)|(?<=\bxmpp:)", re.IGNORECASE)
_BREAK = "<!-- -->"
"""Shows nothing, and keeps GitHub from making a link or a mention of the words around it."""


def markdown(text: str) -> str:
    """Return a text that Markdown shows as it is: no link, image, mention, HTML or formatting comes of it."""
    text = _MARKS.sub(r"\\\1", inert_part(text))
    text = _NUMBER.sub(r"\1\\\2", _BLOCK.sub(r"\1\\\2", _ENTITY.sub("&amp;", text)))
    return _AUTOLINK.sub(_BREAK, text)


def href(url: str | None) -> str | None:
    """Return an address that is safe to link to, percent-encoded; None unless it is plain http or https.

    An address with a user name in it is refused: ``https://bank.example@other.example`` leads elsewhere than it reads.
    """
    try:
        parts = urlsplit(url or "")
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = "" if parts.port is None else f":{parts.port}"
    except ValueError:  # includes a host that no name server could hold
        return None
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or not re.fullmatch(r"[\w.-]+", host):
        return None
    path, query, fragment = (_encoded(part) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, f"{host}{port}", path, query, fragment))


def _encoded(part: str) -> str:
    """Percent-encode what an address or Markdown can't hold; what is encoded already stays."""
    part = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", part)
    return quote(part, safe="/;:@&=+$,-.!~%?", errors="replace")
