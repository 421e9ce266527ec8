"""Phrases that can be looked for all at once, whatever their endings, with gaps, alternatives and optional words."""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Generic, NamedTuple, TypeVar

from panel.evidence.stems import Row, row

Label = TypeVar("Label")

GAP = frozenset({"*"})
"""Stands for up to three words."""

LONGEST_GAP = 3

_CLASSES = {
    "#": ("<number>", "<amount>"),
    "@": ("<year>", "<number>", "<amount>"),
    "$": ("<money>", "<amount>"),
    "%": ("<percent>", "<amount>"),
}
"""What an element such as ``<number>`` stands for, by kind of token."""

Pattern = tuple[frozenset[str], ...]


class Match(NamedTuple, Generic[Label]):
    """A phrase found in a sentence."""

    label: Label
    """What the phrase was filed under."""
    places: tuple[int, ...]
    """The tokens that are the phrase's own words; gaps left out."""

    @property
    def start(self) -> int:
        """The first of its tokens."""
        return self.places[0]

    @property
    def end(self) -> int:
        """The token after its last."""
        return self.places[-1] + 1


class PhraseBook(Generic[Label]):
    """Many phrases, each filed under a label, found in one pass over a sentence.

    In a phrase ``*`` stands for up to three words, ``a/b`` for alternatives, ``word?`` for a word that may be absent,
    ``=word`` for that word in no other form, and ``<number>``, ``<year>``, ``<money>``, ``<percent>`` and ``<amount>``
    (any of these) for figures.

    Args:
        entries: Pairs of phrase and label.
    """

    def __init__(self, entries: Iterable[tuple[str, Label]]) -> None:
        self._index: dict[str, list[tuple[Pattern, Label]]] = {}
        for phrase, label in entries:
            for pattern in patterns(phrase):
                for key in pattern[0]:
                    self._index.setdefault(key, []).append((pattern, label))

    def find(self, line: Row) -> list[Match[Label]]:
        """Return what stands in a sentence, in order; what lies within a longer phrase's own words is left out."""
        return longest(self._all(line))

    def _all(self, line: Row) -> Iterator[Match[Label]]:
        index = self._index
        for place, stem in enumerate(line.stems):
            kind = line.kinds[place]
            keys = (stem, f"={line.word(place)}") if kind == "w" else (stem, *_CLASSES.get(kind, ()))
            for key in keys:
                for pattern, label in index.get(key, ()):
                    places = (place,) if len(pattern) == 1 else _match(line, pattern, 1, place + 1, (place,))
                    if places is not None:
                        yield Match(label, places)


def longest(found: Iterable[Match[Label]]) -> list[Match[Label]]:
    """Return matches in order of place, without those whose words are all part of a longer one's."""
    distinct = list(dict.fromkeys(found))
    if len(distinct) > 1:
        distinct = [each for each in distinct if not any(set(each.places) < set(other.places) for other in distinct)]
    return sorted(distinct, key=lambda each: each.places)


def patterns(phrase: str) -> Iterator[Pattern]:
    """Yield the rows of alternatives that a phrase stands for.

    Raises:
        ValueError: The phrase has no word to begin with.
    """
    variants = [_variants(element) for element in phrase.split()]
    for chosen in product(*variants):
        pattern = tuple(each for part in chosen for each in part)
        while pattern and pattern[-1] == GAP:
            pattern = pattern[:-1]
        if not pattern or pattern[0] == GAP:
            raise ValueError(f"{phrase!r} must begin with a word")
        yield pattern


def _variants(element: str) -> list[Pattern]:
    """Return the ways in which one element of a phrase can be spelt out."""
    if element == "*":
        return [(GAP,)]
    optional = element.endswith("?")
    spelt = [tuple(each) for each in map(_stems, element.rstrip("?").split("/"))]
    single = frozenset(each[0] for each in spelt if len(each) == 1)
    ways: list[Pattern] = [(single,)] if single else []
    ways += [tuple(frozenset({part}) for part in each) for each in spelt if len(each) > 1]
    return [*ways, ()] if optional else ways


def _stems(word: str) -> tuple[str, ...]:
    if (word.startswith("<") and word.endswith(">")) or word.startswith("="):
        return (word,)
    return row(word).stems or (word,)


def _match(line: Row, pattern: Pattern, element: int, place: int, places: tuple[int, ...]) -> tuple[int, ...] | None:
    """Return the tokens that the rest of a pattern takes from a place on, or None."""
    if element == len(pattern):
        return places
    if place >= len(line.stems):
        return None
    wanted = pattern[element]
    if wanted == GAP:
        for skipped in range(LONGEST_GAP + 1):
            taken = _match(line, pattern, element + 1, place + skipped, places)
            if taken is not None:
                return taken
            if place + skipped >= len(line.stems) or line.kinds[place + skipped] == ",":
                return None
        return None
    kind = line.kinds[place]
    if kind == "w":
        fits = line.stems[place] in wanted or f"={line.word(place)}" in wanted
    else:
        fits = line.stems[place] in wanted or any(each in wanted for each in _CLASSES.get(kind, ()))
    return _match(line, pattern, element + 1, place + 1, (*places, place)) if fits else None
