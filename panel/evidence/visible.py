"""Characters that a reader can't see, made visible, so that no source can hide words or turn them round."""

import re
import unicodedata

_DROPPED = "\u00ad\u200b\u2060\ufeff"
"""Soft hyphen, zero-width space, word joiner, byte-order mark: common on clean pages and without meaning."""

_SUSPECT = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters except tab, line feed, carriage return, NEL
    "\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c"  # bidirectional marks, overrides and isolates
    "\U000e0000-\U000e007f"  # tag characters: invisible ASCII
    "\ud800-\udfff"  # lone surrogates from broken decoding
    "]"
)


def visible(text: str) -> str:
    """Return the text with invisible characters dropped or shown as ``⟨U+202E⟩``; clean text comes back unchanged."""
    if text.isascii() and text.isprintable():
        return text
    for mark in _DROPPED if not text.isascii() else ():
        text = text.replace(mark, "")
    return _SUSPECT.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", text)


def one_line(text: str) -> str:
    """Return the text with every run of white space, line separators included, as one space."""
    return " ".join((text if text.isascii() else unicodedata.normalize("NFC", text)).split())
