"""Ciphers for whole words: shifted alphabets, mirrored ones, words read backwards, letters spelled by name or in dots."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from panel.evidence.hostile.folding import words_of
from panel.evidence.words import words

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_COMMON_IN_COMMANDS = words(
    "ignore disregard forget instructions instruction previous guidelines reviewer reviewers assistant assistants "
    "approve recommend verdict rating highest praise positive language disclose criteria rubric product system prompt"
)
_SPELLING = dict(
    zip(
        words(
            "alfa bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa quebec "
            "romeo sierra tango uniform victor whiskey xray yankee zulu"
        ),
        _LETTERS,
        strict=True,
    )
) | {"alpha": "a", "juliet": "j", "x-ray": "x", "whisky": "w"}
_SPELLED = re.compile(r"(?:\b(?:" + "|".join(_SPELLING) + r")\b[^\w\n]{0,3}){6,}", re.IGNORECASE)
_BRAILLE = dict(zip("⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵⠀", f"{_LETTERS} ", strict=True))
_DOTS = re.compile("[⠁-⠿]{3}")
_STYLED = re.compile(
    "[\U0001d400-\U0001d7ff\u24b6-\u24e9\U0001f130-\U0001f189\U0001f1e6-\U0001f1ff\uff21-\uff5a](?:[^\\w\n]{0,2}"
    "[\U0001d400-\U0001d7ff\u24b6-\u24e9\U0001f130-\U0001f189\U0001f1e6-\U0001f1ff\uff21-\uff5a]){7}"
)
_SHORT_IN_ROT13 = frozenset(words("gur naq lbh lbhe guvf gung ibgr etov tpmorp"))
"""Short words in ROT13 or backwards, which are too common in themselves for the table of ciphers."""

_OFTEN_SPELLED = frozenset(words("oscar echo romeo tango november india"))


def _shifted(by: int) -> Callable[[str], str]:
    table = str.maketrans(_LETTERS, _LETTERS[by:] + _LETTERS[:by])
    return lambda text: text.translate(table)


def _mirrored(text: str) -> str:
    return text.translate(str.maketrans(_LETTERS, _LETTERS[::-1]))


def _backwards(text: str) -> str:
    return text[::-1]


def _rot47(text: str) -> str:
    return "".join(chr(33 + (ord(c) + 14) % 94) if "!" <= c <= "~" else c for c in text)


def _pig_latin(text: str) -> str:
    """Return pig Latin as English, as far as the first consonants of each word can be told."""
    return re.sub(r"\b(\w+?)(?:w|([b-df-hj-np-tv-z]))ay\b", lambda found: (found[2] or "") + found[1], text)


@cache
def _ciphered() -> dict[str, tuple[str, Callable[[str], str]]]:
    """Return what words of commands look like in each cipher, with its name and how it is undone."""
    found: dict[str, tuple[str, Callable[[str], str]]] = {}
    for word in _COMMON_IN_COMMANDS:
        found[word[::-1]] = ("letters in reverse order", _backwards)
        found[_mirrored(word)] = ("a mirrored alphabet", _mirrored)
        found[word + "way" if word[0] in "aeiou" else word[1:] + word[0] + "ay"] = ("pig Latin", _pig_latin)
        for by in range(1, 26):
            found[_shifted(by)(word)] = ("a shifted alphabet", _shifted(26 - by))
    return found


@cache
def _in_signs() -> frozenset[str]:
    """Return the same in ROT47, for words with an ``o`` or ``n``, which become signs that are quickly looked for."""
    telling = [word for word in _COMMON_IN_COMMANDS if "o" in word or "n" in word]
    return frozenset(_rot47(form(word)) for word in telling for form in (str.lower, str.title))


@cache
def _telling_words() -> frozenset[str]:
    """Return the words of which a passage has one, if it may be in a cipher for letters."""
    return frozenset(_ciphered()) | _OFTEN_SPELLED | _SHORT_IN_ROT13


def in_cipher(said: frozenset[str]) -> bool:
    """Whether one of a passage's words is what a cipher makes of a word that commands have."""
    return not _telling_words().isdisjoint(said)


def deciphered(text: str, folded: str) -> Iterator[tuple[str, str]]:
    """Yield (name of the cipher, words) of what a passage says in letters that stand for other letters."""
    said = words_of(folded)
    if in_cipher(said):
        table = _ciphered()
        for name, undo in dict(table[word] for word in said if word in table).items():
            yield name, undo(folded)
        if not _OFTEN_SPELLED.isdisjoint(said) and (found := _SPELLED.search(folded)):
            yield "letters by name", _by_name(found.group())
    if ("@" in text or "?" in text) and not _in_signs().isdisjoint(text.split()):
        yield "ROT47", _rot47(text)
    if not text.isascii():
        if _DOTS.search(text):
            yield "Braille", "".join(_BRAILLE.get(c, c) for c in text)
        if _STYLED.search(text):
            yield "letters of another kind", folded


def _by_name(run: str) -> str:
    return "".join(_SPELLING[name] for name in re.findall(r"[\w-]+", run.lower()) if name in _SPELLING)
