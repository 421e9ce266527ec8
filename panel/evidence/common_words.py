"""Words that are no names, although they have a capital letter or stand beside one that is."""

import re
from collections.abc import Collection
from functools import lru_cache

from panel.evidence.calendar_words import DAYS, MONTHS
from panel.evidence.currencies import currency_of
from panel.evidence.names import without_possessive
from panel.evidence.units import unit_named
from panel.evidence.words import words

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

_COUNTS = frozenset(words("one two three four five six seven eight nine ten first second third last next"))

UNCOUNTED = _COMMON - _COUNTS
"""Common words that a name doesn't end in; it may in a count."""

SMALL = frozenset(words("the a an and but or if in on at for to of by from with when while after before as its their"))
"""Common words that stand before a name even behind its first word."""

GENERIC = frozenset(
    words(
        "ai api app ci cli ide llm os sdk tts ui ux pdf csv json gps usb gpu cpu ram url http https html css sql faq rest tv vr"
    )
)
"""Names of kinds of things."""

_ABBREVIATIONS = frozenset(
    words("RAM VRAM GPU GPUS CPU CPUS ANC LTE GPS CEO PC OK FAQ TBD TBA DX UX ROI ETA FYI MVP GA AI README CHANGELOG")
)

BODIES = frozenset(words("Firma Unternehmen Hersteller Start-up Anbieter"))
"""Words that stand before the name of a firm in German."""

ORIGINS = ("-based", "-backed", "-born", "-listed", "-owned")
"""How words end that tell where or whose a firm is, before its name."""

SPECIFIED = frozenset(
    words(
        "weight mass height width depth length thickness diameter size volume capacity battery storage memory disk disc price cost display "
        "screen range power voltage current speed bandwidth throughput latency brightness resolution runtime warranty delivery charging "
        "mass rating rated score scored paid age frequency temperature noise accuracy energy consumption output input load reach dose density pressure radius area "
        "old older new newer current recent previous prior former earlier later latest existing"
    )
)
"""What a sheet of data tells by a number, and what qualifies a version: ``Weight 640 g`` and ``Old 4.x`` have no name in them."""

VERBS = frozenset(
    words(
        "costs has is was scores runs weighs lasts beats needs takes supports ships uses comes gets adds makes "
        "works offers reaches sells brings keeps starts wins loses leads trails matches answers arrives does goes "
        "plays flies remains stays"
    )
)
"""What looks like a plural noun behind a version and is what it does."""

SPELLED = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    r"dozens?|hundreds?|thousands?|millions?|half)|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?",
    re.IGNORECASE,
)
"""A number in words."""


def is_common(word: str) -> bool:
    """Whether a word is too common to be a name, whatever its case."""
    return word.lower() in _COMMON


@lru_cache(maxsize=20_000)
def is_common_name(word: str) -> bool:
    """Whether a word is too common to be a name, even as a possessive."""
    return _unpossessive(word) in _COMMON


@lru_cache(maxsize=5_000)
def _unpossessive(word: str) -> str:
    return without_possessive(word).lower()


def is_usual(word: str, known: Collection[str]) -> bool:
    """Whether a word occurs elsewhere as a common one."""
    return word[1:].islower() and _unpossessive(word) in known


@lru_cache(maxsize=5_000)
def is_calendar(word: str) -> bool:
    """Whether a word is a day of the week or a month."""
    plain = word.lower().rstrip(".,")
    return plain in DAYS or (plain in MONTHS and len(plain) > 2)


@lru_cache(maxsize=5_000)
def is_no_name(word: str) -> bool:
    """Whether a word is a day or month, or has no letters."""
    return is_calendar(word) or not any(map(str.isalpha, word))


def is_word(name: str) -> bool:
    """Whether what looks like a name is a unit, a currency or an abbreviation that stands for a common word."""
    if " " in name or not (name.isupper() or len(name) < 5):
        return False
    if name[-1].isdigit() and name[:3].isalpha() and name[3:].replace(".", "").isdecimal() and currency_of(name[:3]):
        return True  # EUR45
    return bool((unit_named(name) and not name.islower()) or currency_of(name) or name in _ABBREVIATIONS)
