"""Proper names and versions in a text, and when two of them mean the same thing."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import NamedTuple

from panel.evidence.calendar_words import DAYS, MONTHS
from panel.evidence.peoples import PEOPLES
from panel.evidence.units import currency_of, unit_named
from panel.evidence.version_numbers import is_score
from panel.evidence.words import words


class Name(NamedTuple):
    """A proper name as a text has it."""

    text: str
    """The words."""
    span: tuple[int, int]
    """Where they stand."""
    key: frozenset[str]
    """Its words in lower case, without possessive endings: what names are compared by."""
    sure: bool = True
    """False for a single capitalised word that opens a sentence and may be any word."""


_COMMON = frozenset(
    words(
        "the a an and but or nor if in on at for to of it its we you he she they i there this that these those no "
        "not as by from with when while after before what who how why where which is are was were has have had "
        "will would can could may might all any some most many few one two three four five six seven eight nine "
        "ten every each both our your their his her my yes so then nothing nobody none neither here now today "
        "unlike because although though however yet still since until unless under over about only even more less "
        "than like compared according also another such between during against without within across per despite "
        "once first second third last next internally inside unofficially outside until let please mr ms mrs dr "
        "die der das und ist ein eine im le la les does did do should must shall instead later earlier meanwhile "
        "among amid around despite following released launched published announced unveiled introduced available "
        "founded licensed priced updated shipping costs works runs users developers people teams there's it's introducing announcing presenting meet hello anyone anybody everyone everybody someone somebody whoever"
    )
)
GENERIC = frozenset(
    words(
        "ai api app ci cli ide llm os sdk tts ui ux pdf csv json gps usb gpu cpu ram url http https html css sql faq rest tv vr"
    )
)
"""Names of kinds of things."""

_BODIES = frozenset(words("Firma Unternehmen Hersteller Start-up Anbieter"))
_ORIGINS = ("-based", "-backed", "-born", "-listed", "-owned")
_SMALL = frozenset(words("the a an and but or if in on at for to of by from with when while after before as its their"))
_COUNTS = frozenset(words("one two three four five six seven eight nine ten first second third last next"))
_UNCOUNTED = _COMMON - _COUNTS
_WORD = r"(?:[A-Z](?:#|\+\+)(?!\w)|[A-Z](?:['’][A-Z])?[\w&+-]*(?:\.\d[\w-]*)*|[a-z]++[A-Z]\w*|r/\w+|[A-Za-z]++[\d]+(?:\.\d+)*[\w-]*)"
_NUMBER = r"(?:v?\d+(?:\.\d+)*[A-Zae]?(?![\w%]|[.,]\d|\s?(?:%|percent|per\b|million|billion|[a-z]{1,3}\b/)))"
_OF = r"(?:(?<=University)|(?<=Institute)|(?<=School)|(?<=Bank)|(?<=Ministry)|(?<=Museum))\sof\s(?:the\s)?"
_ISO = re.compile(r"\s(?:19|20)\d\d-\d\d-\d\d.*$")
_NAME = re.compile(rf"(?<![\w$€£.°]){_WORD}(?:(?:\s(?:&\s)?|{_OF}|-(?=\d))(?:{_WORD}|{_NUMBER}))*")
_POSSESSIVE = re.compile(r"['’]s?$")
_OPENS = re.compile(r"(?:^(?:[-*+]\s)?[*_]{0,2}|[.!?:;]\s+|[“\"(–—|•]\s?|\n)$")


_SIZED = ("B", "Hz", "bit", "bps")
_SIZE = re.compile(r"(?:^|\s)\d[\d.,]*\s(?:[KMGTP]i?B|[kMGT]?Hz|[KMG]bit|[KMG]bps)$")
"""A size behind words with a capital letter, which is no part of their name."""


def read_names(text: str, known: Collection[str] = (), named: Collection[str] = ()) -> tuple[Name, ...]:
    """Read the proper names of a text, from left to right.

    Args:
        text: A sentence.
        known: Words in lower case that occur elsewhere as common words: one of these that opens a sentence is none.
        named: Words in lower case that occur as names elsewhere: one of these at the start of a sentence is one.
    """
    found = []
    named = frozenset(named)
    for match in _NAME.finditer(text):
        whole = match.group()
        if (
            whole.endswith(_SIZED)
            and (sized := _SIZE.search(whole))
            and whole[: sized.start()].lower() not in _SPECIFIED
        ):
            whole = whole[: sized.start()]  # Needs 24 GB
        if not whole or _is_one_common(whole) or text.startswith("$", match.end()):  # US$20
            continue
        start = match.start()
        opens = _opens(text[max(0, start - 3) : start])
        words_ = _ISO.sub("", whole) if "-" in whole else whole
        usual = opens and _is_usual(words_.partition(" ")[0], known)
        kept = _trimmed(words_, _behind(text, start, words_), opens=opens, usual=usual)
        if kept is not None:
            name, at, sure = kept
            key = key_of(name)
            span = (start + at, start + at + len(name))
            found.append(Name(name, span, key, sure or key <= named))
    return tuple(found)


def _behind(text: str, start: int, words_: str) -> str:
    """Return what stands behind a name that ends in a number, which may be a figure, or in a word that may be a verb."""
    if words_.endswith(" Works"):
        return text[start + len(words_) :][:2]
    if not words_[-1].isdigit() or " " not in words_:
        return ""
    match = _NEXT.match(text, start + len(words_))
    return match.group() if match else ""


@lru_cache(maxsize=20_000)
def _trimmed(words_: str, behind: str, *, opens: bool, usual: bool) -> tuple[str, int, bool] | None:
    """Return a name without the common words that it was read with, its place among them, and whether it surely is one.

    The same names stand in many sentences, so they are kept.

    Args:
        words_: The words, all with a capital letter or a number.
        behind: What stands behind them, if they end in a number or in ``Works``.
        opens: Whether they open a sentence.
        usual: Whether the first of them occurs elsewhere as a common word.
    """
    parts, start = words_.split(" "), 0
    if len(parts) > 1 and parts[0].lower().removesuffix("s") in _SPECIFIED and _NUMERIC.fullmatch(parts[1]):
        return None  # Weight 640 g, Sizes 5 to 13
    first, opening = True, opens
    if len(parts) > 1 and (introduced := _introduced(parts)):
        start = sum(len(part) + 1 for part in parts[:introduced])
        parts, opening = parts[introduced:], False
    if len(parts) > 1 and parts[1][0].isdigit() and currency_of(parts[0]):  # CHF 5
        return None
    if len(parts) > 2 and _NUMERIC.fullmatch(parts[-1]) and parts[-2].isupper() and currency_of(parts[-2]):
        parts = parts[:-2]  # Pay CHF 5
    while parts and (
        parts[0].endswith(_ORIGINS)
        or ((_is_common(parts[0]) or (opening and usual)) and (first or parts[0].lower() in _SMALL))
        or _is_calendar(parts[0])
        or parts[0][0].isdigit()
        or (opening and _SPELLED.fullmatch(parts[0]))
    ):
        start += len(parts[0]) + 1
        parts, opening, first = parts[1:], False, False
    firm = parts[-1:] == ["Works"] and len(parts) > 1 and _GOES_ON.match(behind)
    while parts and not firm and (parts[-1].lower() in _UNCOUNTED or _is_calendar(parts[-1])):
        parts = parts[:-1]
    if len(parts) > 1 and _NUMERIC.fullmatch(parts[-1]) and _NUMBERED.search(parts[-2]):
        parts = parts[:-1]  # GPT-5.4 40.1
    if len(parts) > 1 and _NUMERIC.fullmatch(parts[-1]):
        if is_score(parts[-1]) or _measures(parts[-1], f"{words_}{behind}"[start + len(" ".join(parts)) :]):
            parts = parts[:-1]
    if not parts or all(map(_is_no_name, parts)):
        return None
    name = _without_possessive(" ".join(parts))
    sure = len(parts) > 1 or not opening or bool(_SURE.search(name))
    return (name, start, sure) if key_of(name) and not _is_word(name) else None


_GOES_ON = re.compile(r"['’.,;:)]|\s[a-z(]")
"""What stands behind a name within a sentence: ``Sundial Works sells`` is a firm, ``How Sundial Works`` a heading."""

_SURE = re.compile(r"[a-z][A-Z]|[\d#+]|^[A-Z]{2,}$")
"""What no common word has that opens a sentence."""


@lru_cache(maxsize=4_096)
def _opens(before: str) -> bool:
    """Whether what stands behind these few letters opens a sentence."""
    return bool(_OPENS.search(before))


def _introduced(parts: Sequence[str]) -> int:
    """Return how many words stand before the name itself."""
    at = 0
    if not _BODIES.isdisjoint(parts[:-1]):  # German: Leipziger Firma Hellwerk
        at = 1 + next(n for n, part in enumerate(parts) if part in _BODIES)
    if not any("-" in part for part in parts):
        return at
    origin = next((n for n, part in enumerate(parts[at:-1][:3]) if part.endswith(_ORIGINS)), None)
    return at if origin is None else at + origin + 1  # Los Angeles-based Fable Motion


@lru_cache(maxsize=5_000)
def _is_no_name(word: str) -> bool:
    """Whether a word is a day or month, or has no letters."""
    return _is_calendar(word) or not any(map(str.isalpha, word))


def _is_word(name: str) -> bool:
    """Whether what looks like a name is a unit, a currency or an abbreviation that stands for a common word."""
    if " " in name or not (name.isupper() or len(name) < 5):
        return False
    if name[-1].isdigit() and name[:3].isalpha() and name[3:].replace(".", "").isdecimal() and currency_of(name[:3]):
        return True  # EUR45
    return bool((unit_named(name) and not name.islower()) or currency_of(name) or name in _ABBREVIATIONS)


_ABBREVIATIONS = frozenset(
    words("RAM VRAM GPU GPUS CPU CPUS ANC LTE GPS CEO PC OK FAQ TBD TBA DX UX ROI ETA FYI MVP GA AI README CHANGELOG")
)


_SPECIFIED = frozenset(
    words(
        "weight mass height width depth length thickness diameter size volume capacity battery storage memory disk disc price cost display "
        "screen range power voltage current speed bandwidth throughput latency brightness resolution runtime warranty delivery charging "
        "mass rating rated score scored paid age frequency temperature noise accuracy energy consumption output input load reach dose density pressure radius area "
        "old older new newer current recent previous prior former earlier later latest existing"
    )
)
"""What a sheet of data tells by a number, and what qualifies a version: ``Weight 640 g`` and ``Old 4.x`` have no name in them."""

_NUMERIC = re.compile(r"v?\d+(?:\.\d+)?")
_NUMBERED = re.compile(r"\d$|^v?\d")
_NEXT = re.compile(r"\s([a-z]+)")


def _measures(number: str, behind: str) -> bool:
    """Whether a unit or a noun stands behind a number, so that it isn't a version: ``Skiffway 5.1 minutes``."""
    match = _NEXT.match(behind)
    if not match or (len(match[1]) < 3 and match[1] not in ("m", "mm", "cm", "km", "kg", "mg", "ms", "ml")):
        return False
    plural = match[1].endswith("s") and match[1] not in _VERBS and number.isdigit() and int(number) > 16
    return bool(plural or unit_named(match[1]))


_VERBS = frozenset(
    words(
        "costs has is was scores runs weighs lasts beats needs takes supports ships uses comes gets adds makes "
        "works offers reaches sells brings keeps starts wins loses leads trails matches answers arrives does goes "
        "plays flies remains stays"
    )
)


def is_common(word: str) -> bool:
    """Whether a word is too common to be a name, whatever its case."""
    return word.lower() in _COMMON


@lru_cache(maxsize=5_000)
def _unpossessive(word: str) -> str:
    return _without_possessive(word).lower()


def _without_possessive(name: str) -> str:
    return _POSSESSIVE.sub("", name) if "'" in name or "’" in name else name


@lru_cache(maxsize=20_000)
def _is_one_common(name: str) -> bool:
    """Whether a name is a single word, too common to be one."""
    return _unpossessive(name) in _COMMON


def _is_common(word: str) -> bool:
    return _unpossessive(word) in _COMMON


def _is_usual(word: str, known: Collection[str]) -> bool:
    """Whether a word occurs elsewhere as a common one."""
    return word[1:].islower() and _unpossessive(word) in known


_SPELLED = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    r"dozens?|hundreds?|thousands?|millions?|half)|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?",
    re.IGNORECASE,
)


@lru_cache(maxsize=5_000)
def _is_calendar(word: str) -> bool:
    plain = word.lower().rstrip(".,")
    return plain in DAYS or (plain in MONTHS and len(plain) > 2)


@lru_cache(maxsize=5_000)
def key_of(name: str) -> frozenset[str]:
    """Return the words that a name is compared by: ``Claude Opus 4.6’s`` → claude, opus, 4.6."""
    plain = name if name.isascii() else _unaccented(name)
    parts = (
        _without_possessive(part).strip(".,'’\"").lower() for part in plain.replace("-", " ").replace("_", " ").split()
    )
    key = frozenset(_part(part) for part in parts if part and part not in ("of", "&"))
    if _ALIASED.isdisjoint(key):
        return key
    return next((key - long | short for long, short in _ALIASES if long <= key), key)


def _unaccented(text: str) -> str:
    """Return a text without accents: a name is often written without them."""
    return "".join(each for each in unicodedata.normalize("NFD", text) if not unicodedata.combining(each))


_ALIASES = (
    (frozenset({"europe", "union"}), frozenset({"eu"})),
    (frozenset({"united", "states"}), frozenset({"us"})),
    (frozenset({"united", "kingdom"}), frozenset({"uk"})),
    (frozenset({"usa"}), frozenset({"us"})),
    (frozenset({"u.s"}), frozenset({"us"})),
    (frozenset({"postgresql"}), frozenset({"postgres"})),
    (frozenset({"k8s"}), frozenset({"kubernetes"})),
    (frozenset({"js"}), frozenset({"javascript"})),
    (frozenset({"visual", "studio", "code"}), frozenset({"vs", "code"})),
    (frozenset({"golang"}), frozenset({"go"})),
)
_ALIASED = frozenset().union(*(long for long, _ in _ALIASES))


def _part(word: str) -> str:
    """Return a word of a name as it is compared: ``v4.0`` → 4.0, ``H100s`` → h100, ``Swedish`` → sweden."""
    if word in PEOPLES:
        return PEOPLES[word]
    if word[0] == "v" and word[1:2].isdigit():
        return word[1:]
    if word[0].isdigit() and "." in word:
        return re.sub(r"(?:\.0)+$", "", word)  # 2.0 and 2.0.0 are one version
    return word[:-1] if word[-1] == "s" and word[-2:-1].isdigit() else word


def same_name(a: Collection[str], b: Collection[str]) -> bool:
    """Whether two names can mean the same thing: one says no more than the other."""
    a, b = frozenset(a), frozenset(b)
    if not a or not b:
        return False
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return small <= large and (any(part[0].isalpha() for part in small) or small == large)
