"""One word put in the place of another: ``pirated recordings`` where a source has ``licensed recordings``."""

from collections.abc import Iterator

from panel.evidence.passages import Item, Passage
from panel.evidence.words import words

_PREPOSITIONS = frozenset(words("from on in with for by at under of to"))
_SKIPPED = frozenset(words("the a an its their his her our own all any some"))


def swapped_word(claim: Passage, passage: Passage) -> str:
    """Return the word that a sentence has where a statement has another one; nothing if there is none.

    A word counts as swapped where the same noun follows both, or the same noun and preposition stand before both.
    """
    theirs = {item.concept for item in passage.items}
    mine = {item.concept for item in claim.items}
    for item in claim.items:
        if item.weight < 1 or item.concept in theirs or _is_named(item, passage):
            continue
        for place in _slots(claim, item, passage):
            other = next((each for each in passage.items if passage.line.spans[place][0] == each.span[0]), None)
            if other and other.weight >= 1 and other.concept not in mine:
                return other.word
    return ""


def _is_named(item: Item, passage: Passage) -> bool:
    return any(item.word in name.key for name in passage.names)


def _slots(claim: Passage, item: Item, passage: Passage) -> Iterator[int]:
    """Yield the tokens of a sentence that stand where a word of a statement stands."""
    at = _token(claim, item.span[0])
    before, after = _before(claim, at), at + 1
    if before is not None:
        anchor, preposition = before
        for place, stemmed in enumerate(passage.line.stems):
            if stemmed == preposition and _concept_at(passage, place - 1) == anchor and anchor:
                following = place + 1
                while following < len(passage.line.stems) and passage.line.stems[following] in _SKIPPED:
                    following += 1
                if following < len(passage.line.stems):
                    yield following
    noun = _concept_at(claim, after)
    if noun and not claim.text[slice(*item.span)].endswith("s"):
        for each in passage.items:
            place = _token(passage, each.span[0])
            if each.concept == noun and each.weight >= 1 and place > 0:
                yield place - 1


def _before(passage: Passage, at: int) -> tuple[str, str] | None:
    """Return the concept before the preposition that leads to a word, and the preposition."""
    place = at - 1
    while place > 0 and passage.line.stems[place] in _SKIPPED:
        place -= 1
    if place <= 0 or passage.line.stems[place] not in _PREPOSITIONS:
        return None
    return _concept_at(passage, place - 1), passage.line.stems[place]


def _concept_at(passage: Passage, place: int) -> str:
    if not 0 <= place < len(passage.line.spans):
        return ""
    start = passage.line.spans[place][0]
    return next((item.concept for item in passage.items if item.span[0] <= start < item.span[1]), "")


def _token(passage: Passage, start: int) -> int:
    return next(place for place, span in enumerate(passage.line.spans) if span[0] == start)
