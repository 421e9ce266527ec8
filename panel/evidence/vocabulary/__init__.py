"""The builtin reviewer's vocabulary: what the things are called that reviewers look for, in families of phrases."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from itertools import chain
from types import MappingProxyType

from panel.evidence.vocabulary.buying import BUYING
from panel.evidence.vocabulary.failing import FAILING
from panel.evidence.vocabulary.family import Family, spelt_out
from panel.evidence.vocabulary.lasting import LASTING
from panel.evidence.vocabulary.living import LIVING
from panel.evidence.vocabulary.making import MAKING
from panel.evidence.vocabulary.moving import MOVING
from panel.evidence.vocabulary.proving import PROVING
from panel.evidence.vocabulary.reaching import REACHING
from panel.evidence.vocabulary.terms import TERMS

__all__ = ["Family", "families", "nearest_family", "phrases_of"]


@cache
def families() -> Mapping[str, Family]:
    """Return every family by name."""
    every = chain.from_iterable(
        part.items() for part in (REACHING, TERMS, PROVING, FAILING, BUYING, LASTING, MAKING, LIVING, MOVING)
    )
    return MappingProxyType(dict(every))


def phrases_of(family: Family) -> Iterator[tuple[str, bool]]:
    """Yield a family's phrases, each with whether it says that the thing is there."""
    for text, good in ((family.pro, True), (family.contra, False)):
        for phrase in spelt_out(text).split(";"):
            if words := " ".join(phrase.split()):
                yield words, good


def nearest_family(name: str) -> str | None:
    """Return the family whose name is most like a misspelt one."""
    return next(iter(get_close_matches(name, families(), n=1)), None)
