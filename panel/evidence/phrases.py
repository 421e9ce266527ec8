"""Phrases that can be looked for all at once, whatever their endings, with gaps, alternatives and optional words."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, product
from typing import Generic, NamedTuple, TypeVar

from panel.evidence.stems import Row, row, stem

Label = TypeVar("Label")

GAP = frozenset({"*"})
"""Stands for up to three words."""

WIDE_GAP = frozenset({"**"})
"""Stands for up to eight words."""

_LONGEST = {GAP: 3, WIDE_GAP: 8}
"""Words that a gap may stand for."""

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


class _Entry(NamedTuple, Generic[Label]):
    """The phrases that begin with one word."""

    alone: list[Label]
    """Labels of those that are this word."""
    gapped: list[tuple[Pattern, Label]]
    """Those that go on after a gap."""
    followed: dict[str, list[tuple[Pattern, Label]]]
    """The others, by their second word."""


class PhraseBook(Generic[Label]):
    """Many phrases, each filed under a label, found in one pass over a sentence.

    In a phrase ``*`` stands for up to three words, ``**`` for up to eight, ``a/b`` for alternatives, ``word?`` for a
    word that may be absent, ``=word`` for that word in no other form, and ``<number>``, ``<year>``, ``<money>``,
    ``<percent>`` and ``<amount>`` (any of these) for figures.

    Args:
        entries: Pairs of phrase and label.
    """

    def __init__(self, entries: Iterable[tuple[str, Label]]) -> None:
        self._waiting: dict[str, list[tuple[str, Label]]] = {}
        self._index: dict[str, _Entry[Label]] = {}
        for phrase, label in entries:
            for key in _first_words(phrase):
                self._waiting.setdefault(key, []).append((phrase, label))
        self._first = frozenset(self._waiting)

    def find(self, line: Row) -> list[Match[Label]]:
        """Return what stands in a sentence, in order; what lies within a longer phrase's own words is left out."""
        found = [
            match
            for place, keys in enumerate(line.keys)
            if not self._first.isdisjoint(keys)
            for key in keys
            if key in self._first
            for match in self._from(key, line, place)
        ]
        return longest(found) if len(found) > 1 else found

    def _from(self, key: str, line: Row, place: int) -> Sequence[Match[Label]]:
        """Return the phrases that begin with one key of a token."""
        entry = self._index.get(key) or self._take_up(key)
        candidates = entry.gapped
        if entry.followed and place + 1 < len(line.keys):
            for follower in line.keys[place + 1]:
                if follower in entry.followed:
                    candidates = [*candidates, *entry.followed[follower]]
        if not candidates and not entry.alone:  # ``is`` begins a hundred phrases, and most often none goes on
            return ()
        found = [Match(label, (place,)) for label in entry.alone]
        for pattern, label in candidates:
            places = _match(line, pattern, place)
            if places is not None:
                found.append(Match(label, places))
        return found

    def _take_up(self, key: str) -> _Entry[Label]:
        """Spell out the phrases that begin with a word when it is first met; most never are.

        Several threads may meet it at once: each spells out the same, and the word waits until that can be found.
        """
        phrases = self._waiting.get(key)
        if phrases is None:
            return self._index[key]
        entry: _Entry[Label] = _Entry([], [], {})
        for phrase, label in phrases:
            for pattern in patterns(phrase):
                if key not in pattern[0]:
                    continue
                if len(pattern) == 1:
                    entry.alone.append(label)
                elif pattern[1] in _LONGEST:
                    entry.gapped.append((pattern, label))
                else:
                    for follower in pattern[1]:
                        entry.followed.setdefault(follower, []).append((pattern, label))
        self._index[key] = entry
        self._waiting.pop(key, None)
        return entry


def longest(found: Iterable[Match[Label]]) -> list[Match[Label]]:
    """Return matches in order of place, without those whose words are all part of a longer one's."""
    distinct = list(dict.fromkeys(found))
    if len(distinct) < 2:
        return distinct
    at: dict[int, list[frozenset[int]]] = {}
    for each in distinct:
        if len(each.places) > 1:
            taken = frozenset(each.places)
            for place in each.places:
                at.setdefault(place, []).append(taken)
    kept = (each for each in distinct if not _within(each, at.get(each.start, ())))
    return sorted(kept, key=lambda each: each.places)


def _within(match: Match[Label], others: Iterable[frozenset[int]]) -> bool:
    """Whether all words of a match belong to a longer one."""
    return any(len(other) > len(match.places) and other.issuperset(match.places) for other in others)


def patterns(phrase: str) -> Iterator[Pattern]:
    """Yield the rows of alternatives that a phrase stands for.

    Raises:
        ValueError: The phrase has no word to begin with.
    """
    ways = [_variants(element) for element in phrase.split()]
    for chosen in product(*ways):
        pattern = tuple(chain.from_iterable(chosen))
        while pattern and pattern[-1] in _LONGEST:
            pattern = pattern[:-1]
        if not pattern or pattern[0] in _LONGEST:
            raise ValueError(f"the phrase {phrase!r} must begin with a word")
        yield pattern


def _first_words(phrase: str) -> Iterable[str]:
    """Return the keys of the words with which a phrase may begin.

    Raises:
        ValueError: It begins with a gap, or has no words.
    """
    head = phrase.partition(" ")[0]
    if not head or head in ("*", "**"):
        raise ValueError(f"the phrase {phrase!r} must begin with a word")
    if head.endswith("?"):
        return dict.fromkeys(key for pattern in patterns(phrase) for key in pattern[0])
    return dict.fromkeys(key for way in _variants(head) for key in way[0])


@cache
def _variants(element: str) -> list[Pattern]:
    """Return the ways in which one element of a phrase can be spelt out."""
    if element in ("*", "**"):
        return [(GAP if element == "*" else WIDE_GAP,)]
    if element.isalpha() and element != "cannot":
        return [(frozenset({stem(element)}),)]
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


def _match(line: Row, pattern: Pattern, start: int) -> tuple[int, ...] | None:
    """Return the tokens that a pattern takes if its first is taken already, or None."""
    keys = line.keys
    place, places = start + 1, [start]
    for number, wanted in enumerate(pattern[1:], start=1):
        if wanted in _LONGEST:
            return _match_after_gap(line, pattern[number:], place, places)
        if place >= len(keys) or wanted.isdisjoint(keys[place]):
            return None
        places.append(place)
        place += 1
    return tuple(places)


def _match_after_gap(line: Row, pattern: Pattern, place: int, places: list[int]) -> tuple[int, ...] | None:
    """Try what follows a gap after no word, one word, and so on; a gap doesn't leap over punctuation."""
    longest_gap, wanted = _LONGEST[pattern[0]], pattern[1]
    for at in range(place, min(place + longest_gap + 1, len(line.keys))):
        if not wanted.isdisjoint(line.keys[at]):
            rest = _match(line, pattern[1:], at)
            if rest is not None:
                return (*places, *rest)
        if line.kinds[at] == ",":
            return None
    return None
