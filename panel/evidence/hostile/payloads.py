"""Words that a passage carries in code: Base64, hexadecimal, percent signs, entities, escapes, bits, Morse."""

import base64
import binascii
import html
import re
import zlib
from collections.abc import Callable, Iterator
from types import MappingProxyType
from urllib.parse import unquote_plus

from panel.evidence.words import words

_NO_DIGITS = bytes(n for n in range(256) if not 48 <= n <= 57)
"""All bytes but those of the ten digits, which stand for nothing else in UTF-8."""

_LONGEST = 20_000
"""Characters of an encoded run that are decoded; what is longer is data, not a hidden sentence."""

_BASE64 = re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{16,20000}={0,2}(?:\s[A-Za-z0-9+/_-]{16,20000}={0,2}){0,400}")
_BASE32 = re.compile(r"(?<![A-Z0-9])[A-Z2-7]{24,4000}={0,6}")
_HEX = re.compile(r"(?<![0-9A-Za-z])(?:(?:0x|\\x)?[0-9a-fA-F]{2}[\s:,]{0,2}){12,5000}(?![0-9A-Za-z])")
_PERCENT = re.compile(r"(?:[\w.+-]{0,200}%[0-9a-fA-F]{2}){3,500}[\w.+-]{0,200}")
_QUOTED = re.compile(r"(?:=[0-9A-F]{2}[^=\n]{0,3}){6,2000}")
_BASE85 = re.compile(
    r"<~[!-u\s]{12,4000}~>|(?<!\S)(?=\S*[!#$%&()*+;<>?@^`{|}~])[0-9A-Za-z!#$%&()*+;<=>?@^_`{|}~-]{24,4000}(?!\S)"
)
_ENTITIES = re.compile(r"(?:&(?:#\d{2,7}|#x[0-9a-fA-F]{2,6}|[a-z]{2,8});[^&\n]{0,3}){6,2000}")
_ESCAPES = re.compile(r"(?:(?:\\u\{?[0-9a-fA-F]{4,6}\}?|\\x[0-9a-fA-F]{2}|\\[0-7]{3})[^\\\n]{0,2}){6,2000}")
_BITS = re.compile(r"(?<!\d)(?:[01]{7,8}[\s,]{0,2}){8,2000}(?!\d)")
_CODES = re.compile(r"(?<!\d)(?:\d{2,3}[\s,;]{1,2}){11,2000}\d{2,3}(?!\d)")
_MORSE = re.compile(r"(?:[.\-·−•]{1,6}[ /|]{1,3}){10,2000}[.\-·−•]{1,6}")

_MORSE_SIGNS = (
    ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --.. "
    "----- .---- ..--- ...-- ....- ..... -.... --... ---.. ----."
)
_MORSE_LETTERS = MappingProxyType(dict(zip(words(_MORSE_SIGNS), "abcdefghijklmnopqrstuvwxyz0123456789", strict=True)))


_SIGNS = (("%", 3), ("&", 6), ("\\", 6), (".", 4), ("-", 4), ("·", 4), ("−", 4), ("•", 4))
"""Signs of which a passage without long words and digits has so many, if it may be in code; Morse has 20 of five."""


def _has_signs(text: str) -> bool:
    """Whether a passage has enough of one of these signs."""
    return any(text.count(mark) >= most for mark, most in _SIGNS)


def payloads(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield (name of the code, the run as it stands, its words) of every run that decodes to readable text."""
    digits = len(text.encode(errors="replace").translate(None, _NO_DIGITS))
    long = len(text) > 15 and max(map(len, text.split()), default=0) > 15
    if not long and digits < 8 and not _has_signs(text):
        return
    for name, worth, pattern, decode in _CODINGS:
        if not worth(text, digits, long):
            continue
        for found in pattern.finditer(text):
            run = found.group()
            if len(run) <= _LONGEST and (plain := decode(run)) and _readable(plain):
                yield name, run, plain


def _readable(text: str) -> bool:
    """Whether a decoded run is writing rather than chance: letters and spaces nearly throughout."""
    if len(text) < 8:
        return False
    fit = sum(c.isalpha() or c.isspace() or c in ".,:;!?'\"-–()%0123456789" for c in text)
    return fit >= 0.9 * len(text) and sum(c.isalpha() for c in text) >= 0.6 * len(text)


def _text(raw: bytes) -> str | None:
    for encoding in ("utf-8", "utf-16-le"):
        try:
            words = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _readable(words):
            return words
    return None


def _base64(run: str) -> str | None:
    chunks = [chunk for chunk in run.split() if len(chunk) >= 16]
    for candidate in ("".join(run.split()), *chunks):
        if words := _unpacked(candidate):
            return words
    return None


def _unpacked(candidate: str) -> str | None:
    compact = candidate.translate(str.maketrans("-_", "+/")).rstrip("=")
    try:
        words = _text(_inflated(base64.b64decode(compact + "=" * (-len(compact) % 4))))
    except (binascii.Error, ValueError):
        return None
    inner = words and _BASE64.fullmatch(words.strip())  # a code within a code
    return (inner and _base64(inner.group())) or words


def _inflated(raw: bytes) -> bytes:
    """Return bytes unpacked if they are packed, by gzip or zlib."""
    if raw[:2] not in (b"\x1f\x8b", b"x\x9c", b"x\xda"):
        return raw
    try:
        return zlib.decompressobj(wbits=47).decompress(raw, _LONGEST)
    except zlib.error:
        return raw


def _base85(run: str) -> str | None:
    try:
        return _text(base64.a85decode(run, adobe=True) if run.startswith("<~") else base64.b85decode(run))
    except ValueError:
        return None


def _base32(run: str) -> str | None:
    compact = run.rstrip("=")
    try:
        return _text(base64.b32decode(compact + "=" * (-len(compact) % 8)))
    except (binascii.Error, ValueError):
        return None


def _hex(run: str) -> str | None:
    digits = re.sub(r"0x|\\x|[\s:,]", "", run)
    return _text(bytes.fromhex(digits)) if len(digits) % 2 == 0 else None


def _escapes(run: str) -> str | None:
    def letter(found: re.Match[str]) -> str:
        code = int(found.group(1) or found.group(2), 16) if not found.group(3) else int(found.group(3), 8)
        return chr(code) if code < 0x110000 else ""

    return re.sub(r"\\u\{?([0-9a-fA-F]{4,6})\}?|\\x([0-9a-fA-F]{2})|\\([0-7]{3})", letter, run)


def _bits(run: str) -> str | None:
    groups = re.findall(r"[01]{7,8}", run)
    return "".join(chr(int(bits, 2)) for bits in groups)


def _codes(run: str) -> str | None:
    codes = [int(code) for code in re.findall(r"\d+", run)]
    if any(code > 126 for code in codes) and not re.search("[89]", run):
        codes = [int(code, 8) for code in re.findall(r"\d+", run)]
    return "".join(map(chr, codes)) if all(31 < code < 127 for code in codes) else None


def _morse(run: str) -> str | None:
    signs = run.translate(str.maketrans("·−•|", ".-./"))
    words = [[_MORSE_LETTERS.get(sign, "�") for sign in word.split()] for word in re.split(r"\s*/\s*|\s{2,}", signs)]
    return " ".join("".join(word) for word in words)


def _percent(run: str) -> str | None:
    if run.startswith("="):
        run = run.replace("=", "%")
    return unquote_plus(unquote_plus(run)).replace("_", " ")


_Worth = Callable[[str, int, bool], bool]
_CODINGS: tuple[tuple[str, _Worth, re.Pattern[str], Callable[[str], str | None]], ...] = (
    ("Base64", lambda _, __, long: long, _BASE64, _base64),
    ("Base32", lambda _, __, long: long, _BASE32, _base32),
    ("hexadecimal", lambda _, digits, __: digits > 7, _HEX, _hex),
    ("Base85", lambda _, __, long: long, _BASE85, _base85),
    ("quoted-printable", lambda text, _, __: text.count("=") > 5, _QUOTED, _percent),
    ("percent encoding", lambda text, _, __: text.count("%") > 2, _PERCENT, _percent),
    ("HTML entities", lambda text, _, __: text.count("&") > 5, _ENTITIES, html.unescape),
    ("escapes", lambda text, _, __: text.count("\\") > 5, _ESCAPES, _escapes),
    ("binary digits", lambda _, digits, __: digits > 55, _BITS, _bits),
    ("character codes", lambda _, digits, __: digits > 23, _CODES, _codes),
    ("Morse code", lambda text, _, __: sum(map(text.count, ".-·−•")) > 19, _MORSE, _morse),
)
"""Name, whether a passage (its digits counted, a long word in it or not) is worth looking through, pattern, decoder."""
