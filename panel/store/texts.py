"""Reading a file's text, whatever its encoding."""

import codecs
from pathlib import Path

from panel.errors import DeclarationError

LARGEST = 20 * 1024 * 1024
"""Bytes of the largest file that is read."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_CONTROL = bytes(c for c in range(32) if c not in b"\t\n\r\f\v\b\x1b")


def read_text(path: Path) -> str:
    """Return a file's text.

    Raises:
        DeclarationError: If it is no text, too large, or can't be read.
    """
    return decode(read_bytes(path), path)


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes.

    Raises:
        DeclarationError: If it is missing, is no regular file, is larger than 20 MB, or can't be read.
    """
    try:
        if not path.is_file():
            missing = "isn't a file" if path.exists() else "doesn't exist"
            raise DeclarationError(f"it {missing}; check its path", file=path)
        if path.stat().st_size > LARGEST:
            raise DeclarationError(f"it is larger than {LARGEST // 1024**2} MB; cut it down", file=path)
        return path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
        reason = getattr(error, "strerror", None) or str(error)
        raise DeclarationError(f"it can't be read ({reason})", file=path) from None


def decode(raw: bytes, file: Path) -> str:
    r"""Return the text of a file's bytes with ``\n`` at line ends; never fails on single invalid bytes.

    A byte-order mark decides; without one it is UTF-8, or what charset-normalizer (if installed) takes it for, or
    Windows-1252.

    Raises:
        DeclarationError: If these bytes are no text.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _lines(raw[len(mark) :].decode(encoding, "replace"))
    if _is_binary(raw):
        raise DeclarationError("this is a binary file; give the text of it", file=file)
    return _lines(_decode_unmarked(raw))


def _is_binary(raw: bytes) -> bool:
    """Whether more than one byte in a hundred of the beginning is a control character that no text has."""
    head = raw[:65536]
    return len(head) - len(head.translate(None, _CONTROL)) > len(head) / 100


def _decode_unmarked(raw: bytes) -> str:
    text = raw.decode("utf-8", "replace")
    broken = text.count("�")
    if not broken:
        return text
    sound = sum(not c.isascii() for c in text) - broken
    if sound > broken * 10:  # UTF-8 that was damaged somewhere
        return text
    return _detected(raw) or raw.decode("cp1252", "replace")


def _detected(raw: bytes) -> str | None:
    try:
        import charset_normalizer  # a dependency of our dependencies, not ours
    except ImportError:
        return None
    best = charset_normalizer.from_bytes(raw).best()
    return None if best is None else str(best)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
