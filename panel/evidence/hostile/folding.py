"""Text folded to what it looks like, so that one rule finds every way of writing the same words."""

import re
import unicodedata
from functools import lru_cache

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff"
    "\u0300-\u036f\u0640\u064b-\u0652\u0670\u20d0-\u20ff\x00-\x08\x0e-\x1f\x7f]"
    "|⟨U\\+[0-9A-F]{4,6}⟩"
)
"""Characters without a shape, accents and vowel signs, and what ``visible`` makes of the former."""

_PLAINER = str.maketrans(
    "łøđıħŧæœðþ‘’‛ʼ´`“”„«»", "lodihtaedt''''''\"\"\"\"\""
) | {  # letters in black circles and squares, and the halves of flags
    first + number: chr(ord("a") + number) for first in (0x1F150, 0x1F170, 0x1F1E6) for number in range(26)
}

_LOOK_ALIKE = str.maketrans(
    "абвеёзіїјкмнорсѕтухԁɡһɩոսѵԛԝⅼαβγεηικνορτυχωѡցգզօɑɪʀɴʟʏʜᴀʙᴄᴅᴇғɢᴊᴋᴍᴏᴘǫꜱᴛᴜᴠᴡᴢ",
    "abbeeziijkmhopcstyxdghinuvqwlabyenikvoptuxwwgqqoairnlyhabcdefgjkmopqstuvwz",
)
"""Cyrillic, Greek, Armenian and small capital letters that pass for Latin ones."""

_UPSIDE_DOWN = str.maketrans("ɐɔǝɟƃɥᴉıɾʞɯɹʇʌʍʎbdpqnu", "acefghiijkmrtvwyqpdbun")

_WORDS = re.compile(r"\w+")
_STRANGER = re.compile("[\u01eb\u0250-\u02af\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u1d00-\u1dbf\ua730-\ua7ff]")
_TURNED = re.compile("[ɐɔǝɥɯɹʇʌʍʎ]")


def fold(text: str) -> str:
    """Return the text in lower case without accents, unseen characters and compatibility forms."""
    return text.lower() if text.isascii() and text.isprintable() else _folded(text)


@lru_cache(maxsize=1_024)
def _folded(text: str) -> str:
    """Return the same for a text with other signs than English has; a sentence is folded by several readers."""
    text = _UNSEEN.sub("", unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFC", text).casefold().translate(_PLAINER)


@lru_cache(maxsize=4_096)
def words_of(folded: str) -> frozenset[str]:
    """Return the words of a folded passage, in no order; several readers ask for the same ones."""
    return frozenset(_WORDS.findall(folded))


def latinised(folded: str) -> str | None:
    """Return a folded text with look-alike letters read as Latin ones; None if it has none."""
    if folded.isascii() or not _STRANGER.search(folded):
        return None
    return folded.translate(_LOOK_ALIKE)


def turned(folded: str) -> str | None:
    """Return a folded text that stands on its head the right way up; None if it doesn't."""
    if folded.isascii() or len(_TURNED.findall(folded)) < 4:
        return None
    return folded.translate(_UPSIDE_DOWN)[::-1]
