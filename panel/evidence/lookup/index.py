"""Which words and names stand where in a dossier, and which of its sentences have most in common with a statement."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import log

from panel.evidence.concepts import concept_of, phrases_of
from panel.evidence.lazily import lazily
from panel.evidence.lookup.layout import Layout
from panel.evidence.lookup.parts import Unit, said_by, units_of
from panel.evidence.lowered import word_set
from panel.evidence.names import Name, key_of, same_name
from panel.evidence.passages import Passage
from panel.evidence.stems import stem

CANDIDATES = 24
"""Sentences that a statement is compared with."""

_WORD = re.compile(r"[^\W_]+(?:\.\d+)*")
_POINT = re.compile(r"\.\d")
_BEFORE = re.compile(r"([A-Za-z][\w-]*)\s$")
_RELEASE = re.compile(r"(?:firmware|version|release|update|build|software|app)", re.IGNORECASE)
_DIGITS = re.compile(r"\d+(?:\.\d+)*")
_VERSIONED = re.compile(r"\b(?:[Vv]ersion|[Rr]elease|[Ff]irmware|[Bb]uild|v)\s?(\d+(?:\.\d+)+)")


class Index(Layout):
    """The sentences of a dossier with an index of their words."""

    at: dict[str, int]
    """The place of every citation."""

    @lazily
    def _postings(self) -> dict[str, set[int]]:
        """The places of every word."""
        return _inverted(self._stems)

    @lazily
    def _stems(self) -> list[set[str]]:
        """The stems of the words of every sentence."""
        return [_words(passage.text) for passage in self.passages]

    @lazily
    def _meant(self) -> dict[str, set[int]]:
        """The places of every concept that a single word stands for."""
        return _inverted(self._concepts)

    @lazily
    def _concepts(self) -> list[set[str]]:
        """The concepts of the words of every sentence."""
        return [{concept_of(word).name for word in stems} for stems in self._stems]

    def is_known(self, key: frozenset[str]) -> bool:
        """Whether the dossier has a name, in full or as a part of one."""
        places = set().union(*(self._named_words.get(word, ()) for word in key))
        return any(key <= other for place in places for other in self._keys[place])

    def around(self, place: int) -> frozenset[str]:
        """Return the concepts of what a sentence stands under and between: heading, table head, neighbours."""
        following = place + 1
        near = [self.headings.get(place), self.tables.get(place), self.before(place)]
        if following < len(self.passages) and self.before(following) == place:
            near.append(following)
        return frozenset().union(*(self._concepts[other] for other in near if other is not None))

    def rarity(self, concept: str) -> float:
        """Return how much sharing a concept tells: 1 for one that a tenth of the sentences have, more for rare ones."""
        return _rarity(len(self.places(concept)), len(self.passages))

    def places(self, concept: str) -> set[int]:
        """Return where the words of a concept occur."""
        found = self._places.get(concept)
        if found is None:
            found = set(self._meant.get(concept, ()))
            for phrase in phrases_of(concept):
                found |= set.intersection(*(self._postings.get(each, set()) for each in phrase))
            self._places[concept] = found
        return found

    def said(self, place: int) -> frozenset[str]:
        """Return what the words and names of a sentence stand for: concepts and stems."""
        found = self._said.get(place)
        if found is None:
            found = self._said[place] = said_by(self.units(place))
        return found

    def units(self, place: int) -> tuple[Unit, ...]:
        """Return the words and names of a sentence, each affirmed or denied."""
        found = self._units.get(place)
        if found is None:
            found = self._units[place] = tuple(units_of(self.passages[place]))
        return found

    @lazily
    def _units(self) -> dict[int, tuple[Unit, ...]]:
        return {}

    @lazily
    def _said(self) -> dict[int, frozenset[str]]:
        return {}

    def with_stems(self, stems: Iterable[str]) -> set[int]:
        """Return where all of some stems occur."""
        return set.intersection(*(self._postings.get(each, set()) for each in stems))

    @lazily
    def _places(self) -> dict[str, set[int]]:
        return {}

    def has_family(self, root: str) -> bool:
        """Whether any word of the dossier begins with these letters."""
        at = bisect_right(self._sorted, root)
        return root in self._postings or (at < len(self._sorted) and self._sorted[at].startswith(root))

    @lazily
    def _sorted(self) -> list[str]:
        return sorted(self._postings)

    def named_at(self, key: Iterable[str]) -> frozenset[int]:
        """Return where a name occurs, in full or in part."""
        key = frozenset(key)
        found = self._found.get(key)
        if found is None:
            near = set().union(*(self._named_words.get(word, ()) for word in key))
            places = {place for place in near if any(same_name(key, name) for name in self._keys[place])}
            postings = [self._postings.get(stem(word), set()) | self._postings.get(word, set()) for word in key]
            found = frozenset(places | (set.intersection(*postings) if postings else set()))
            self._found[key] = found
        return found

    def names_with(self, key: frozenset[str]) -> Iterator[Name]:
        """Yield the names that have all of some words."""
        for place in set.intersection(*(self._named_words.get(word, set()) for word in key)):
            yield from (name for name in self.passages[place].names if key <= name.key)

    def is_version(self, text: str, start: int) -> bool:
        """Whether a number ends a name that the dossier has: ``Hub 2 owners``."""
        match = _BEFORE.search(text[:start])
        number = _DIGITS.match(text[start:])
        if not match or not number:
            return False
        if _RELEASE.fullmatch(match[1]) and "." in number.group():
            return any(number.group() in passage.text for passage in self.passages)
        return match[1][0].isupper() and self.is_known(key_of(f"{match[1]} {number.group()}"))

    def has_version(self, text: str) -> bool:
        """Whether a bare number is a version that the dossier names."""
        return text in self._versions

    @lazily
    def _versions(self) -> frozenset[str]:
        """The numbers with a point that the dossier has as versions: at the end of names, or behind the word."""
        numbers = _VERSIONED.findall("\n".join(passage.text for passage in self.passages))
        ends = {name.text.rpartition(" ")[2] for passage in self.passages for name in passage.names}
        return frozenset(numbers) | {part for part in ends if "." in part and _DIGITS.fullmatch(part)}

    @lazily
    def _found(self) -> dict[frozenset[str], frozenset[int]]:
        return {}

    @lazily
    def _keys(self) -> list[list[frozenset[str]]]:
        return [[name.key for name in passage.names] for passage in self.passages]

    @lazily
    def _named_words(self) -> dict[str, set[int]]:
        found: dict[str, set[int]] = defaultdict(set)
        for place, keys in enumerate(self._keys):
            for key in keys:
                for word in key:
                    found[word].add(place)
        return found

    def candidates(self, claim: Passage, cites: Iterable[str] = ()) -> list[int]:
        """Return the places of the sentences that have most in common with a statement, the cited ones first."""
        points: dict[int, float] = defaultdict(float)
        for worth, places in self._worths(claim):
            for place in places:
                points[place] += worth
        cited = [self.at[cite] for cite in cites if cite in self.at]
        best = sorted(points, key=lambda place: (-points[place], place))[:CANDIDATES]
        return [*cited, *(place for place in best if place not in cited)]

    def _worths(self, claim: Passage) -> Iterator[tuple[float, Iterable[int]]]:
        """Yield what each part of a statement is worth, and the places that have it."""
        for item in claim.items:
            yield self.rarity(item.concept) * item.weight, self.places(item.concept)
        for name in claim.names:
            for word in {*name.key, *name.text.lower().split()}:
                posting = self._postings.get(stem(word), set()) | self._postings.get(word, set())
                yield 0.7 * _rarity(len(posting), len(self.passages)), posting
        for text in [quantity.text for quantity in claim.quantities] + [mention.text for mention in claim.dates]:
            for word in _words(text):
                if any(c.isdigit() for c in word):
                    yield 1.0, self._postings.get(word, ())
        for mention in claim.licences:
            for word in _words(mention.text):
                yield 0.7, self._postings.get(word, ())


def _words(text: str) -> set[str]:
    """Return the stems of a text's words; a number with points is one."""
    if text.isascii() and "_" not in text and not _POINT.search(text):
        return set(map(stem, word_set(text)))
    return set(map(stem, _WORD.findall(text)))


def _inverted(kept: Iterable[set[str]]) -> dict[str, set[int]]:
    """Return the numbers of the sets that have each of their members."""
    places: dict[str, set[int]] = defaultdict(set)
    for place, members in enumerate(kept):
        for each in members:
            places[each].add(place)
    return places


def _rarity(found: int, of: int) -> float:
    return log(1 + of / (found + 0.5)) / log(11)
