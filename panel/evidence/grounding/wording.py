"""How far the words of a statement are those of a sentence, and whether both affirm or deny the same."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from panel.evidence.grounding.evidence import Evidence
from panel.evidence.grounding.swapping import swapped_word
from panel.evidence.names import Name, same_name
from panel.evidence.owners import subject
from panel.evidence.passages import Item, Passage

HELD = 0.5
"""Share of a statement's words that its sentence must have where nothing else is checkable in it."""

_ONLY = frozenset({"only", "exclusively", "solely"})
_REFERS = re.compile(r"(?:It|Its|They|Their|He|She|His|Her|This|These|That|Both|The)\b")
_ONLY_SO_MANY = re.compile(
    r"\bonly\s(?:about\s)?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|half|a\s)", re.I
)
_BYGONE = re.compile(
    r"\b(?:was|were|had been|used to|during the (?:preview|beta)|previously|formerly|"
    r"until)\b",
    re.IGNORECASE,
)
_ALL = frozenset({"every", "all", "both", "each"})
_SOME = re.compile(r"\bone of (?:them|the)|\bsome of|\bexcept\b|\bmost of", re.IGNORECASE)


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


def likenesses(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Likeness]:
    """Compare a statement with sentences of the dossier."""
    for place in places:
        yield _likeness(claim, evidence, place)


def _likeness(claim: Passage, evidence: Evidence, place: int) -> Likeness:
    passage = evidence.passages[place]
    context = evidence.around(place)
    there: dict[str, list[Item]] = {}
    for item in passage.items:
        there.setdefault(item.concept, []).append(item)
    total = got = 0.0
    telling = max((item.weight * evidence.rarity(item.concept) for item in claim.items), default=0.0)
    has_most_telling = False
    shared: list[tuple[Item, list[Item]]] = []
    for item in _distinct(claim.items):
        weight = item.weight * evidence.rarity(item.concept)
        total += weight
        if item.concept in there:
            got += weight
            has_most_telling = has_most_telling or weight >= telling
            shared.append((item, there[item.concept]))
        elif item.concept in context:
            got += 0.35 * weight
    missing = []
    named: set[int] = set()
    mine, theirs = [item.sign for item, _ in shared], _signs([items for _, items in shared])
    for name in claim.names:
        if not name.sure or evidence.subject.is_ours(name.key):
            continue
        total += 1.5
        where = _named(name, passage, evidence, place)
        if where is None:
            missing.append(name.text)
        else:
            got += 1.5
            mine.append(claim.sign_at(name.span))
            theirs.append(where)
            named |= _clauses_of(name, passage)
    denies = min((*mine, *(item.sign for item in claim.items)), default=1) < 0
    promised = bool(passage.later & {*(item.clause for _, items in shared for item in items), *named})
    return Likeness(
        place,
        got / total if total else 1.0,
        bool(shared or len(mine) > len(shared))
        and denies != (min(theirs, default=1) < 0)
        and not (denies and promised),
        tuple(missing),
        _later(claim, passage, named),
        _stranger(claim, passage, evidence),
        _narrower(claim, passage),
        swapped_word(claim, passage, evidence),
        has_most_telling,
        bool(_BYGONE.search(passage.text)) and not _BYGONE.search(claim.text) and not claim.dates,
    )


def _signs(found: Sequence[Sequence[Item]]) -> list[int]:
    """Return the sign of every shared concept where it stands nearest to the one that tells most."""
    if not found:
        return []
    anchor = max(found, key=lambda items: (items[0].weight, -len(items)))[0].span[0]
    return [min(items, key=lambda item: abs(item.span[0] - anchor)).sign for items in found]


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


def _clauses_of(name: Name, passage: Passage) -> set[int]:
    """Return the clauses of a sentence in which a name stands."""
    return {passage.clause_at(other.span) for other in passage.names if same_name(name.key, other.key)}


def _later(claim: Passage, passage: Passage, named: set[int]) -> bool:
    """Whether a sentence promises what a statement says is there."""
    if claim.later or not passage.later or any(item.sign < 0 for item in claim.items):
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
    ours = any(evidence.subject.is_ours(name.key) for name in passage.names)
    return not ours and len(evidence.named_at(theirs.key)) > 1


def _narrower(claim: Passage, passage: Passage) -> bool:
    mine, theirs = set(claim.line.stems), set(passage.line.stems)
    if (
        mine & _ONLY
        and not _ONLY_SO_MANY.search(claim.text)
        and not theirs & (_ONLY | {"just", "alon", "nothing", "no", "not", "without"})
    ):
        return True
    return bool(mine & _ALL) and bool(theirs & _ONLY or _SOME.search(passage.text))
