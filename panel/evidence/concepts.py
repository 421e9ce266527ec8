"""Words that mean the same in a launch report, so that a paraphrase can be recognised."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from panel.evidence.concept_table import CONCEPTS
from panel.evidence.phrases import PhraseBook
from panel.evidence.stems import row, stem
from panel.evidence.words import words


class Concept(NamedTuple):
    """What a word or phrase stands for."""

    name: str
    """Name of the concept."""
    sign: int
    """1 if the phrase affirms it, -1 if it denies it."""


@cache
def _read() -> tuple[dict[str, Concept], dict[str, Concept]]:
    """Return the concepts of single stems and those of phrases."""
    single: dict[str, Concept] = {}
    phrases: dict[str, Concept] = {}
    for entry in " ".join(CONCEPTS.split()).rstrip(";").split(";"):
        name, _, rest = entry.strip().partition(":")
        affirming, _, denying = rest.partition("|")
        for sign, side in ((1, affirming), (-1, denying)):
            for phrase in filter(None, (each.strip() for each in side.split(","))):
                if " " in phrase:
                    phrases.setdefault(phrase, Concept(name, sign))
                else:
                    single.setdefault(stem(phrase), Concept(name, sign))
    return single, phrases


@lru_cache(maxsize=5_000)
def concept_of(stemmed: str) -> Concept:
    """Return the concept of a single stem; a word that is in no table stands for its own root."""
    table = _read()[0]
    roots = [stemmed, *_roots(stemmed)]
    return next((table[root] for root in roots if root in table), Concept(roots[-1], 1))


_ENDINGS = words(
    "isation ization ation ition ion ment ness ities ity abl ibl anc enc ancy ency ical ally ful ous iv ist ism "
    "iz at al er or ic ly y"
)

_ENDINGS_BY_LAST = {
    last: tuple(each for each in _ENDINGS if each[-1] == last) for last in {each[-1] for each in _ENDINGS}
}


def _roots(word: str) -> Iterator[str]:
    """Yield what a noun, verb and adjective of one family have in common: deployment → deploy."""
    for _ in range(2):
        for ending in _ENDINGS_BY_LAST.get(word[-1:], ()):
            if word.endswith(ending) and len(word) - len(ending) >= 4:
                word = word[: -len(ending)]
                yield word
                break


@cache
def concept_phrases() -> PhraseBook[Concept]:
    """Return the phrases of several words, to be found in a sentence."""
    return PhraseBook(_read()[1].items())


@cache
def phrases_of(name: str) -> tuple[frozenset[str], ...]:
    """Return the stems of every phrase that stands for a concept."""
    return tuple(frozenset(row(phrase).stems) for phrase, concept in _read()[1].items() if concept.name == name)
