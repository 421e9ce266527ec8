"""Names in a sentence: whom it speaks of, and which of them is somebody else."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from panel.evidence.lowered import lowered, word_set
from panel.evidence.words import words

_PART = r"(?:[A-Z][\w’'+-]*(?:\.[\w+-]+)*|[a-z]+[A-Z]\w*)"
_NAME = re.compile(
    rf"{_PART}(?:[ -](?:{_PART}|v?\d+(?:\.\d+)*[A-Zae]?\b(?![\w%,]|\s(?:million|billion|percent|per))))*"
)

_NO_NAMES = frozenset(
    words(
        "the a an and or but if in on at for to of it its we you he she they i there this that these those no not as "
        "by "
        "from with "
        "when while after before what who how why where which is are was were has have had will can all any some most "
        "many few one "
        "two three four five six seven eight nine ten every each our your their his her so then nothing nobody none "
        "neither both "
        "here now today unlike because although though however yet still since until only also even just up more less "
        "under over "
        "about around nearly almost according among across during despite instead rather thanks together january "
        "february march "
        "april may june july august september october november december monday tuesday wednesday thursday friday "
        "saturday sunday "
        "api apis sdk gpu gpus cpu ram usb pdf csv json sso sla cli ai llm ceo cto cfo chief executive officer founder "
        "president "
        "pro plus team teams business enterprise premium starter basic free individual mini max ultra lite us usa eu "
        "uk "
        "europe "
        "european china germany japan india america american canada united states kingdom ios iphone iphones ipad "
        "ipads "
        "mac macs android windows macos linux web "
        "mit apache gpl agpl lgpl bsd mpl series version beta english german french spanish chinese japanese users "
        "developers "
        "manufacturer manufacturers maker makers vendor vendors seller supplier publisher customer customers user owner owners buyers "
        "reader readers drivers children parents everyone everybody someone yesterday "
        "licence license licensed mah kwh ghz mhz khz gb mb tb wh fps open source i'm it's i’m it’s"
    )
)
"""Capitalised words that name no product, person or firm."""


_NEVER_A_NOUN = re.compile(r"\d|[a-z][A-Z]")
_GERMAN_WORDS = frozenset(
    words("der die das und ist hat mit für von nicht ein eine den dem auf wird sind kostet im zum pro")
)
_GERMAN = re.compile(rf"\b(?:{'|'.join(sorted(_GERMAN_WORDS))})\b")


class Name(NamedTuple):
    """A name as it stands in a sentence."""

    text: str
    """Its words."""
    start: int
    """Where it starts."""
    end: int
    """Where it ends."""

    @property
    def words(self) -> frozenset[str]:
        """Its words in lower case, without a genitive."""
        return _words_of(self.text)


@lru_cache(maxsize=2_048)
def _words_of(name: str) -> frozenset[str]:
    return frozenset(re.sub(r"['’]s?$", "", word) for word in name.lower().split())


def names_in(text: str) -> Iterator[Name]:
    """Yield the names of a sentence; a lone capitalised word that opens it is one only if it looks like one."""
    german = not _GERMAN_WORDS.isdisjoint(word_set(text))
    capitals_are_nouns = german and len(_GERMAN.findall(lowered(text))) >= 2
    for found in _NAME.finditer(text):
        if capitals_are_nouns and not _NEVER_A_NOUN.search(found.group()):
            continue
        start = found.start()
        skipped, words = _bare(found.group())
        start += skipped
        if len(words) > 1 and not words[0].isdigit() and not (_opens(text, start) and _ordinary(words)):
            yield Name(words, start, start + len(words))


@lru_cache(maxsize=5_000)
def _bare(words: str) -> tuple[int, str]:
    """Return how many letters of common words a name was read with before it, and the name without those behind it."""
    start = 0
    while words and _is_no_name(words.partition(" ")[0]):
        first, _, words = words.partition(" ")
        start += len(first) + 1
    while words and words.split(" ")[-1].lower() in _NO_NAMES and not words.split(" ")[-1].isdigit():
        words = words.rpartition(" ")[0]
    return start, words


@lru_cache(maxsize=5_000)
def _is_no_name(word: str) -> bool:
    return re.sub(r"['’]\w+$", "", word.lower()) in _NO_NAMES


def _opens(text: str, start: int) -> bool:
    """Whether a word opens its sentence, where everything is capitalised."""
    return not text[:start].strip(" \"'“‘«(*-–—•·+>") or text[:start].rstrip()[-1:] in ".!?:"


def _ordinary(words: str) -> bool:
    """Whether a word could be any: one word without digits, inner capitals or hyphens."""
    return " " not in words and words[1:].islower() and words.replace("-", "").isalpha()


def numbered_apart(ours: Collection[frozenset[str]], theirs: Collection[frozenset[str]]) -> bool:
    """Whether two sentences name two of one kind that numbers tell apart, and none in common: ``Pixel 9``, ``Pixel 7a``."""
    met = [(one, other) for one in ours for other in theirs if one & other]
    return bool(met) and all(_numbered_apart(one, other) for one, other in met)


def _numbered_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    mine, others = ({word for word in each if any(map(str.isdigit, word))} for each in (one, other))
    return bool(mine and others) and mine != others and bool((one - mine) & (other - others))


def names_someone(words: str) -> bool:
    """Whether capitalised words name a product, a person or a place rather than merely open a sentence."""
    return any(word.lower() not in _NO_NAMES for word in words.split())


def own_words(*names: str | None) -> frozenset[str]:
    """Return the words by which a release and its vendor are known, and names of several words, in lower case."""
    words = {
        word.strip(":,.!?").lower()
        for name in names
        if name
        for word in re.split(r"[\s_-]+", name)
        if name.islower() or not word.islower()
    }
    known = {word for word in words if len(word) > 1 and word not in _NO_NAMES and not word.isdigit()}
    return frozenset(known | {whole for name in names if name and " " in (whole := name.replace("-", " ").lower())})


def known_by(own: frozenset[str], name: str | None) -> frozenset[str]:
    """Return own words with the version that stands in a release's name, which is nobody else's: ``2.5`` of ``Heron 2.5``."""
    numbers = re.findall(r"\d+", name or "")
    return own | {".".join(numbers)} if numbers else own


def unnamed(text: str, own: frozenset[str]) -> str:
    """Return a text of the same length in which the release's whole name is only its first word.

    What else is in it limits nothing: ``Marlow Mini`` isn't a smaller one of itself.
    """
    wholes = [each for each in own if " " in each]
    for whole in sorted(wholes, key=lambda each: (-len(each), each)):
        if whole in lowered(text):
            text = re.sub(rf"\b{re.escape(whole)}\b", _first_word, text, flags=re.IGNORECASE)
    return text


def _first_word(found: re.Match[str]) -> str:
    return found.group().partition(" ")[0].ljust(len(found.group()))


def is_own(name: Name, own: frozenset[str]) -> bool:
    """Whether a name is the release's or its vendor's."""
    return _belongs(name.text, own)


@lru_cache(maxsize=2_048)
def _belongs(name: str, own: frozenset[str]) -> bool:
    return any(word in own or any(part in own for part in word.split("-")) for word in _words_of(name))
