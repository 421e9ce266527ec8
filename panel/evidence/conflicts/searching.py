"""The sentences of a dossier that may contradict each other: those that speak of one thing, and what tells for it."""

from collections.abc import Iterator, Sequence
from functools import cache
from operator import mul

from panel.domain.release import Dossier, Release
from panel.evidence.conflicts.amounts import amounts
from panel.evidence.conflicts.crossed import MADE_OF_KINDS, completed
from panel.evidence.conflicts.events import events
from panel.evidence.conflicts.judging import LONGEST, beside, clash_of, statements
from panel.evidence.conflicts.licences import terms
from panel.evidence.conflicts.names import known_by, own_words
from panel.evidence.conflicts.nearness import GLANCED, Near, nearest
from panel.evidence.conflicts.pair_wordings import PAIR_WORDINGS, pair_wordings, words
from panel.evidence.conflicts.ruling import ruling
from panel.evidence.conflicts.search_weights import PROMISE
from panel.evidence.conflicts.signs import Grounds, grounds, signs
from panel.evidence.conflicts.silence import TOLD_WITHOUT_NUMBER, may_tell, told, untold
from panel.evidence.conflicts.spoken import Spoken
from panel.evidence.conflicts.statements import Clash, Signs, Statement
from panel.evidence.conflicts.telling import clash_told
from panel.evidence.conflicts.weighing import chance
from panel.evidence.lazily import lazily
from panel.evidence.lookup.evidence import prepare
from panel.evidence.passages import Passage
from panel.evidence.trees import Forest, read_forest

MOST = 60
"""Pairs of a dossier that are weighed, the most promising first: a reader of more than that would be a reader of all."""

CROWD = 24
"""Statements of a sentence beyond which the rest is left alone: a table or a dump, not an argument."""

LEAST = 0.5
"""Chance above which two sentences count as a contradiction."""


class Sought:
    """A sentence of a dossier, read both as what is spoken and as a passage.

    Args:
        spoken: The one.
        passage: The other.
    """

    def __init__(self, spoken: Spoken, passage: Passage) -> None:
        self.spoken = spoken
        self.passage = passage

    def telling(self, matters: frozenset[str]) -> list[Statement]:
        """Return what it tells of matters that others say weren't told."""
        if not may_tell(self.spoken, matters):
            return []
        stated = [
            *(self.amounts if not matters <= TOLD_WITHOUT_NUMBER else ()),
            *(self._events if "date of the launch" in matters else ()),
            *(self._terms if "licence" in matters else ()),
        ]
        return list(told(stated))

    @lazily
    def amounts(self) -> list[Statement]:
        """The numbers that it states."""
        return list(amounts(self.spoken))

    @lazily
    def _events(self) -> list[Statement]:
        """The dates that it states."""
        return list(events(self.spoken))

    @lazily
    def _terms(self) -> list[Statement]:
        """The licences that it states."""
        return list(terms(self.spoken))

    @lazily
    def untold(self) -> list[Statement]:
        """What it says wasn't told."""
        return list(untold(self.spoken))

    @lazily
    def stated(self) -> list[Statement]:
        """What it states; of a row of figures only the first."""
        return statements(self.spoken, [*self.amounts, *self._events, *self._terms], self.untold)[:CROWD]


class Candidate:
    """Two sentences of two sources that speak of one thing.

    Args:
        glance: What is seen of them at a glance.
        sides: The two, in the order of their sources.
        own: Lower-case words of the release's and its vendor's names.
    """

    def __init__(self, glance: Signs, sides: tuple[Sought, Sought], own: frozenset[str]) -> None:
        self.glance = glance
        self.a, self.b = sides
        self._own = own

    @lazily
    def clash(self) -> Clash | None:
        """Why they can't both be true by the rules."""
        return clash_of(self._met)

    @lazily
    def _met(self) -> list[tuple[Statement, Statement]]:
        """Their statements that are held against each other."""
        return beside(self.a.stated, self.b.stated)

    @lazily
    def signs(self) -> Signs:
        """What tells for a contradiction and against one."""
        a, b = self.a, self.b
        found = signs(a.passage, b.passage, self._own, self._grounds) | ruling(
            a.spoken, b.spoken, self._met, clash=self.clash is not None
        )
        told = completed(found)
        told[PAIR_WORDINGS] = words().odds(pair_wordings(a.passage, b.passage))
        return self.glance | {
            **{name: strength for name, strength in told.items() if not name.endswith(MADE_OF_KINDS)},
            "clash by rules": float(self.clash is not None),
            "chance side by side": chance(told),
        }

    @lazily
    def _grounds(self) -> Grounds:
        return grounds(self.a.passage, self.b.passage, self._own)

    @lazily
    def clashes(self) -> bool:
        """Whether anything in them clashes: figures, dates, licences, what one denies, or what the rules hold against each other."""
        return self._grounds.are_any or self.clash is not None

    @lazily
    def chance(self) -> float:
        """The chance, from 0 to 1, that they contradict each other; none where nothing in them clashes."""
        return forest().chance(self.signs) if self.clashes else 0.0

    @property
    def told(self) -> Clash:
        """What they are about, and why they can't both be true."""
        return self.clash or clash_told(self.a.passage, self.b.passage, self._own)


@cache
def forest() -> Forest:
    """Return what each sign tells; fitted by ``benchmarks/search_weights.py``."""
    return read_forest(__package__ or "", "trees.json")


def read_sentences(dossier: Dossier) -> list[Sought]:
    """Return the sentences that may state something, each text once for each source."""
    passages = {passage.cite: passage for passage in prepare(dossier).passages}
    return [Sought(spoken, passages[spoken.cite]) for spoken in _spoken(dossier)]


def candidates(read: Sequence[Sought], release: Release, most: int | None = MOST) -> list[Candidate]:
    """Return the pairs of sentences that are worth weighing, the most promising first.

    Args:
        read: The sentences of a dossier, in its order.
        release: What they are about.
        most: How many at most; None for all.
    """
    own = known_by(own_names(release), release.name)
    return [
        Candidate(dict(zip(GLANCED, near.strengths, strict=True)), (read[near.a], read[near.b]), own)
        for near in _promising(read)[:most]
    ]


def own_names(release: Release) -> frozenset[str]:
    """Return the lower-case words of a release's and its vendor's names."""
    return own_words(release.name, release.vendor, release.slug.replace("-", " "))


def _spoken(dossier: Dossier) -> Iterator[Spoken]:
    """Yield the sentences of a dossier, and whom "it" is in them."""
    own = own_names(dossier.release)
    seen: set[tuple[str, str]] = set()
    place: tuple[str, int] | None = None
    previous: Spoken | None = None
    for sentence in dossier.sentences:
        if place != (sentence.source, sentence.paragraph):
            place, previous = (sentence.source, sentence.paragraph), None
        key = (sentence.source, sentence.text)
        if len(sentence.text) > LONGEST or key in seen:
            continue
        seen.add(key)
        previous = Spoken(sentence.text, own, sentence.cite, previous)
        yield previous


def _promising(read: Sequence[Sought]) -> list[Near]:
    """Return the pairs of sentences of two sources that speak of one thing in other words, the most promising first."""
    spoken = [each.spoken for each in read]
    found = [near for near in nearest(spoken) if spoken[near.a].text != spoken[near.b].text]
    return sorted(found, key=lambda near: (-_promise(near), spoken[near.a].cite, spoken[near.b].cite))


_WEIGHTS = tuple(PROMISE.get(name, 0.0) for name in GLANCED)


def _promise(near: Near) -> float:
    """Return how likely two sentences contradict each other at a glance, on a scale of its own."""
    return float(sum(map(mul, _WEIGHTS, near.strengths)))
