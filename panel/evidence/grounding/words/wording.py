"""How far the words of a statement are those of a sentence, and whether both affirm or deny the same."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from panel.evidence.grounding.denied.opposing import Pair, is_opposed
from panel.evidence.grounding.denied.swapping import swapped_word
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.names import Name, same_name
from panel.evidence.owners import subject
from panel.evidence.passages import Item, Passage, Span

HELD = 0.5
"""Share of a statement's words that its sentence must have where nothing else is checkable in it."""

_ONLY = frozenset({"only", "exclusively", "solely"})
_REFERS = re.compile(r"(?:It|Its|They|Their|He|She|His|Her|This|These|That|Both|The)\b")
_ONLY_SO_MANY = re.compile(
    r"\bonly\s(?:about\s)?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|half|a\s)", re.I
)
_THE_ONLY = re.compile(r"\bthe only\b", re.IGNORECASE)
"""What counts things of a kind rather than limits one."""

_BYGONE = re.compile(
    r"\b(?:was|were|had been|used to|(?:during|in) (?:the|our|its) (?:\w+ )?(?:preview|beta|trial|pilot)|previously|formerly|"
    r"until)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:(?:still|yet) to (?:come|be|appear|arrive|follow)|outstanding|pending|had to wait)\b", re.IGNORECASE
)
"""What says that something isn't there so far."""

_SPEAKS = re.compile(
    r"(?:['’]s)?,?\s(?:who|says?|said|tells?|told|explains?|explained|adds?|added|hopes?|expects?|expected|wrote|writes|estimates?|puts?)\b"
)
"""What a person does, and no product."""

_ALL = frozenset({"every", "all", "both", "each"})
_OF_ALL = re.compile(
    r"\b(?:all|both|(?:every|each)(?!\s?(?:[.,;)]|$|(?:month|year|quarter|fortnight|week|day|hour|minute|second|time)\b)))\b",
    re.IGNORECASE,
)
"""A word for all, other than what comes to so much apiece or every so often."""

_SOME = re.compile(r"(?<!every )(?<!each )\bone of (?:them|the)|\bsome of|\bexcept\b|\bmost of", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a statement compares with one sentence."""

    place: int
    """Where the sentence stands."""
    cover: float
    """Share of the statement's words that it has, by weight, from 0 to 1."""
    opposed: bool
    """Whether one affirms what the other denies."""
    missing: tuple[str, ...]
    """Names that it lacks."""
    later: bool
    """Whether it speaks of the future where the statement doesn't, or the other way about."""
    stranger: bool
    """Whether it is about somebody else."""
    narrower: bool
    """Whether one says ``only`` or ``every`` and the other doesn't."""
    swapped: str = ""
    """A word that it has in the place of one of the statement's: ``licensed recordings`` for ``pirated`` ones."""
    telling: bool = True
    """Whether it has the word of the statement that tells most."""
    bygone: bool = False
    """Whether it tells of the past what the statement says of today."""

    @property
    def strength(self) -> float:
        """How well it speaks to the statement at all."""
        return self.cover - 0.25 * len(self.missing) - 0.3 * self.stranger - 0.15 * self.bygone

    @property
    def agrees(self) -> bool:
        """Whether nothing in it contradicts the statement."""
        wrong = self.opposed or self.missing or self.stranger or self.later or self.narrower or self.swapped
        return not wrong


def likenesses(
    claim: Passage, evidence: Evidence, places: Sequence[int], figures: Mapping[int, Span]
) -> Iterator[Likeness]:
    """Compare a statement with sentences of the dossier.

    Args:
        claim: The statement.
        evidence: The dossier.
        places: The sentences.
        figures: Where a figure of the statement was found in some of them; only its clause can deny anything then.
    """
    for place in places:
        span = figures.get(place)
        clause = evidence.passages[place].clause_at(span) if span else None
        yield _likeness(claim, evidence, place, clause)


def _likeness(claim: Passage, evidence: Evidence, place: int, clause: int | None) -> Likeness:
    passage = evidence.passages[place]
    words = _compare_words(claim, evidence, place)
    names = _compare_names(claim, evidence, place)
    total = words.total + names.total
    return Likeness(
        place,
        (words.got + names.got) / total if total else 1.0,
        is_opposed(claim, passage, words.shared, names.pairs, clause),
        tuple(names.missing),
        _later(claim, passage, {each.clause for each in names.pairs}),
        _stranger(claim, passage, evidence),
        _narrower(claim, passage),
        swapped_word(claim, passage),
        words.telling,
        bool(_BYGONE.search(passage.text)) and not _BYGONE.search(claim.text) and not claim.dates,
    )


class _Words(NamedTuple):
    """How the words of a statement and a sentence compare."""

    total: float
    """Weight of the statement's words."""
    got: float
    """Weight of those that the sentence has; of those around it a part."""
    shared: tuple[tuple[Item, tuple[Item, ...]], ...]
    """Every word that both have, with its places in the sentence."""
    telling: bool
    """Whether the word that tells most is among them."""


class _Names(NamedTuple):
    """How the names of a statement and a sentence compare."""

    total: float
    """Weight of the statement's names."""
    got: float
    """Weight of those that the sentence has."""
    missing: tuple[str, ...]
    """Those that it lacks."""
    pairs: tuple[Pair, ...]
    """Those that it has."""


def _compare_words(claim: Passage, evidence: Evidence, place: int) -> _Words:
    passage, context = evidence.passages[place], evidence.around(place)
    there: dict[str, list[Item]] = {}
    for item in passage.items:
        there.setdefault(item.concept, []).append(item)
    weights = {item.concept: item.weight * evidence.rarity(item.concept) for item in _distinct(claim.items)}
    shared = tuple((item, tuple(there[item.concept])) for item in _distinct(claim.items) if item.concept in there)
    got = sum(weights[item.concept] for item, _ in shared)
    named = {concept for concept in weights if concept not in there and concept in passage.name_concepts}
    got += sum(weights[concept] for concept in named)
    further = context.difference(there, named)
    got += 0.35 * sum(weight for concept, weight in weights.items() if concept in further)
    most = max(weights.values(), default=0.0)
    telling = not weights or any(weights[concept] >= most for concept in {item.concept for item, _ in shared} | named)
    return _Words(sum(weights.values()), got, shared, telling)


def _compare_names(claim: Passage, evidence: Evidence, place: int) -> _Names:
    passage = evidence.passages[place]
    missing: list[str] = []
    pairs: list[Pair] = []
    for name in claim.names:
        if not name.sure or evidence.subject.is_ours(name.key):
            continue
        sign = _named(name, passage, evidence, place)
        if sign is None:
            missing.append(name.text)
            continue
        here = next((other.span for other in passage.names if same_name(name.key, other.key)), None)
        pairs.append(
            Pair(claim.sign_at(name.span), sign, passage.clause_at(here) if here else -1, here[0] if here else -1)
        )
    got = 1.5 * len(pairs)
    return _Names(got + 1.5 * len(missing), got, tuple(missing), tuple(pairs))


def _distinct(items: Sequence[Item]) -> list[Item]:
    return list({item.concept: item for item in reversed(items)}.values())


def _named(name: Name, passage: Passage, evidence: Evidence, place: int) -> int | None:
    """Return how a sentence has a name: 1 affirmed, -1 denied, None not at all."""
    for other in passage.names:
        if same_name(name.key, other.key):
            return passage.sign_at(other.span)
    if name.key <= {word.strip(".,;:()").lower() for word in passage.text.split()}:
        return 1
    near = [evidence.headings.get(place), evidence.tables.get(place)]
    if _REFERS.match(passage.text):
        near.append(evidence.before(place))
    for other_place in near:
        if other_place is not None and any(
            same_name(name.key, each.key) for each in evidence.passages[other_place].names
        ):
            return 1
    source = passage.cite.partition(".")[0]
    publisher = next((each.publisher or "" for each in evidence.dossier.release.sources if each.key == source), "")
    return 1 if name.key <= frozenset(publisher.lower().split()) else None


def _later(claim: Passage, passage: Passage, named: set[int]) -> bool:
    """Whether a sentence promises what a statement says is there."""
    if claim.later or _TO_COME.search(claim.text) or not passage.later or any(item.sign < 0 for item in claim.items):
        return False
    if named & passage.later and not named - passage.later:
        return True
    shared = {item.concept for item in claim.items} & passage.concepts
    clauses = {item.clause for item in passage.items if item.concept in shared}
    return bool(clauses) and clauses <= passage.later


def _stranger(claim: Passage, passage: Passage, evidence: Evidence) -> bool:
    """Whether a sentence is about another product than the statement."""
    theirs = subject(passage)
    if theirs is None or not theirs.sure or evidence.subject.is_ours(theirs.key):
        return False
    if any(same_name(name.key, other.key) for name in claim.names for other in passage.names):
        return False
    if _SPEAKS.match(passage.text[theirs.span[1] :]):
        return False
    ours = any(evidence.subject.is_ours(name.key) for name in passage.names)
    return not ours and len(evidence.named_at(theirs.key)) > 1


def _narrower(claim: Passage, passage: Passage) -> bool:
    mine, theirs = set(claim.line.stems), set(passage.line.stems)
    if (
        mine & _ONLY
        and not _ONLY_SO_MANY.search(claim.text)
        and theirs & {"also", "both", "all", "every", "each", "any", "well", "besid", "too"}
        and not theirs & (_ONLY | {"just", "alon", "nothing", "no", "not", "without", "els"})
    ):
        return True
    return bool(mine & _ALL and _OF_ALL.search(claim.text)) and bool(
        (theirs & _ONLY and not _THE_ONLY.search(passage.text)) or _SOME.search(passage.text)
    )
