"""A sentence's words and names, each as one part that is affirmed or denied."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from panel.evidence.owners import Span
from panel.evidence.passages import Passage
from panel.evidence.stems import stem
from panel.evidence.words import words

ROOT = 5
"""Letters that two words of one family share."""


COMPONENTS = frozenset(
    stem(word)
    for word in words(
        "weights client clients server backend agent agents cli command-line library libraries sdk sdks firmware hardware board boards circuit "
        "circuits schematics docs documentation data dataset app apps plugin plugins extension core indexer adapter adapters runtime kernel "
        "scripts bindings protocol format tokenizer engine frontend interface compiler runner runners driver drivers cable case files examples"
    )
)
"""Stems of words for what a release has several of, each perhaps with a licence of its own."""


class Unit(NamedTuple):
    """One word or name of a clause."""

    concept: str
    """What a word stands for; empty for a name."""
    stems: frozenset[str]
    """The stem of the word, or those of the name's words."""
    span: Span
    """Where it stands."""
    strong: bool
    """Whether it tells much."""
    clause: int
    """Number of its clause."""
    sign: int
    """1 where it is affirmed, -1 where it is denied."""
    key: frozenset[str]
    """A name's words as they are written, in small letters; a word's stem."""


def units_of(passage: Passage) -> Iterator[Unit]:
    """Yield the words and names of a sentence."""
    for item in passage.items:
        sign = -item.sign if item.denying else item.sign
        stems = frozenset((item.word,))
        yield Unit(item.concept, stems, item.span, item.weight >= 1, item.clause, sign, stems)
    for name in passage.names:
        if name.sure:
            stems = frozenset(stem(word) for word in name.key)
            yield Unit("", stems, name.span, True, passage.clause_at(name.span), passage.sign_at(name.span), name.key)


def said_by(units: Iterable[Unit]) -> frozenset[str]:
    """Return what parts stand for: their concepts and stems, and of long ones the family."""
    found: set[str] = set()
    for unit in units:
        found |= unit.stems
        if unit.concept:
            found.add(unit.concept)
    return frozenset(found | {_family(each) for each in found if len(each) > ROOT})


def _family(word: str) -> str:
    return f"{word[:ROOT]}…"


def has_unit(said: frozenset[str], unit: Unit) -> bool:
    """Whether a word, or one of its family, is among what ``said_by`` returns."""
    if (unit.concept and unit.concept in said) or unit.stems <= said:
        return True
    return bool(unit.concept) and any(len(each) > ROOT and _family(each) in said for each in unit.stems)


def are_of_two_components(a: Passage, b: Passage) -> bool:
    """Whether two sentences speak of different components of a release: one of its app, one of its server."""
    ours, theirs = ({each for each in passage.line.stems if each in COMPONENTS} for passage in (a, b))
    return bool(ours and theirs) and ours.isdisjoint(theirs)
