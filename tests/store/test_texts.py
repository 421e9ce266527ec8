import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panel.errors import DeclarationError
from panel.store import texts
from panel.store.texts import decode, read_bytes, read_text

WORDS = "Größe 10 € – naïve “quotes” 東京\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings(tmp_path, encoding):
    """UTF-8 with and without mark, UTF-16 and UTF-32 with theirs, give the same text."""
    path = tmp_path / "x.txt"
    path.write_bytes(WORDS.encode(encoding))
    assert read_text(path) == WORDS


def test_utf_16_big_endian():
    """The byte-order mark decides about the order of bytes."""
    assert decode(codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), "x") == WORDS


def test_western_text_without_mark():
    """Text in Windows-1252 is read as such, or as what it looks the same in."""
    text = "Der Preis beträgt zehn Euro, für größere Büros zwölf. " * 20
    assert decode(text.encode("cp1252"), "x") == text


def test_damaged_utf_8_stays_utf_8():
    """One broken byte doesn't turn a whole UTF-8 text into another encoding."""
    raw = ("Größe für Ärzte, " * 20).encode()
    assert decode(raw[:40] + b"\xff" + raw[40:], "x").count("ö") == 20


def test_line_ends_are_one():
    """Line ends of Windows and of old Macs become line feeds."""
    assert decode(b"a\r\nb\rc\n", "x") == "a\nb\nc\n"


def test_a_single_nul_is_text():
    """One NUL in a text doesn't make it binary."""
    assert "\0" in decode(b"word " * 100 + b"\0", "x")


@pytest.mark.parametrize(
    "raw", [bytes(range(256)), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", "no mark".encode("utf-16-le")]
)
def test_binary_files_are_refused(raw):
    """Many control bytes and no mark are no text."""
    with pytest.raises(DeclarationError, match="binary"):
        decode(raw, "x")


@given(st.binary())
def test_any_bytes_are_read_or_refused(raw):
    """Whatever the bytes, they give text without carriage returns, or a DeclarationError."""
    with contextlib.suppress(DeclarationError):
        assert "\r" not in decode(raw, "x")


def test_missing_folder_and_nul_in_the_path(tmp_path):
    """What isn't a readable file is refused in one sentence."""
    for path, words in (
        (tmp_path / "no", "doesn't exist"),
        (tmp_path, "isn't a file"),
        (tmp_path / "a\0b", "it (doesn't exist|can't be read)"),
    ):
        with pytest.raises(DeclarationError, match=words):
            read_bytes(path)


def test_too_large(tmp_path, monkeypatch):
    """A file above the limit isn't read."""
    path = tmp_path / "big.txt"
    path.write_text("12345")
    monkeypatch.setattr(texts, "LARGEST", 4)
    with pytest.raises(DeclarationError, match="larger than"):
        read_bytes(path)
