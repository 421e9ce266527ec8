"""From a page's bytes to its text, by what the bytes, the server and the page say about their encoding."""

import codecs
import re
from pathlib import Path

from panel.store.texts import decode

_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w:.-]{1,40})", re.IGNORECASE)

_MEANT = {
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin-1", "latin1"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "x-sjis", "sjis"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "ksc5601"), "cp949"),
    **dict.fromkeys(("iso-8859-9",), "cp1254"),
    **dict.fromkeys(("tis-620", "iso-8859-11"), "cp874"),
    **dict.fromkeys(("big5",), "big5hkscs"),
}
"""What pages mean by the names of encodings, as browsers read them."""

_BAD = 0.01
"""Share of characters that may be broken before a stated encoding isn't believed."""


def decode_page(raw: bytes, place: str, *, charset: str | None = None, html: bool = True) -> str:
    """Return the text of a page; single invalid bytes never fail.

    A byte-order mark decides, then UTF-8 if the bytes are nothing else, then the server's word, then the page's own,
    then what the bytes look like.

    Args:
        raw: The bytes.
        place: Where they come from, for errors.
        charset: Encoding that the server gave.
        html: Whether the page may name its encoding itself.

    Raises:
        DeclarationError: If these bytes are no text.
    """
    if raw.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _is_utf8(raw):
        return decode(raw, Path(place))
    named = [charset] if charset else []
    if html:
        named += [
            found.group(1).decode("ascii", "replace")
            for sought in (_XML, _META)
            if (found := sought.search(raw, 0, 4096))
        ]
    for name in named:
        text = _decoded(raw, name)
        if text is not None:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    return decode(raw, Path(place))


def _is_utf8(raw: bytes) -> bool:
    if raw.isascii():
        return b"\x1b$" not in raw and b"\x1b(" not in raw  # ISO-2022-JP is written in ASCII
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decoded(raw: bytes, name: str) -> str | None:
    """Return the bytes read in a stated encoding; None if that can't be right."""
    encoding = _MEANT.get(name.strip().lower(), name.strip().lower())
    try:
        text = raw.decode(encoding, "replace")
    except (LookupError, ValueError):
        return None
    return text if text.count("�") <= _BAD * len(text) else None
