"""Whether a figure of the dossier can belong to the one that a statement speaks of."""

from collections.abc import Sequence

from panel.evidence.grounding.evidence import Evidence
from panel.evidence.names import Name, same_name
from panel.evidence.owners import Key, Span, owners
from panel.evidence.passages import Passage
from panel.evidence.subject import TIERS


def claimed_owners(claim: Passage, span: Span, evidence: Evidence) -> tuple[Key, ...]:
    """Return whose a statement says a figure is; none for the release itself."""
    subject = evidence.subject
    return tuple(key for key in owners(claim, span) if not subject.is_release(key) or key & TIERS - subject.name)


def owners_at(evidence: Evidence, place: int, span: Span) -> tuple[Key, ...]:
    """Return the names that a figure of the dossier belongs to, by its column or row if it stands in a table."""
    passage = evidence.passages[place]
    head = evidence.tables.get(place)
    if head is None:
        return owners(passage, span)
    names = _column(evidence.passages[head], passage, span)
    if not any(_is_product(name, evidence) for name in names):
        first = passage.text.partition(" | ")[0]
        names = tuple(name for name in passage.names if name.span[1] <= len(first))
    return tuple(name.key for name in names if _is_product(name, evidence))


def _column(head: Passage, passage: Passage, span: Span) -> tuple[Name, ...]:
    """Return the names that stand at the head of a figure's column."""
    column = passage.text[: span[0]].count(" | ")
    starts = [0]
    while (at := head.text.find(" | ", starts[-1])) >= 0:
        starts.append(at + 3)
    if column >= len(starts):
        return ()
    end = starts[column + 1] if column + 1 < len(starts) else len(head.text) + 3
    return tuple(name for name in head.names if starts[column] <= name.span[0] < end)


def _is_product(name: Name, evidence: Evidence) -> bool:
    """Whether the head of a column or row names something, rather than a property."""
    return any(c.isdigit() for c in name.text) or name.key <= evidence.named or evidence.subject.is_ours(name.key)


def may_own(claim: Passage, claimed: Sequence[Key], evidence: Evidence, place: int, span: Span) -> bool:
    """Whether a figure at a place can be the one that a statement gives to somebody.

    Args:
        claim: The statement.
        claimed: Whose it says the figure is; none for the release.
        evidence: The dossier.
        place: The sentence with the figure that may be meant.
        span: Where the figure stands there.
    """
    subject = evidence.subject
    stated = owners_at(evidence, place, span)
    others = [key for key in claimed if not subject.is_ours(key) or key & TIERS - subject.name]
    if not others:
        ours = not stated or any(subject.is_ours(key) for key in stated)
        return ours or any(same_name(key, name.key) for key in stated for name in claim.names if name.sure)
    return all(_may_be(key, stated, evidence, place, span) for key in others)


def _may_be(key: Key, stated: Sequence[Key], evidence: Evidence, place: int, span: Span) -> bool:
    """Whether a figure can belong to somebody else: one who is named there and has no figure of his own."""
    tier = key & TIERS - evidence.subject.name
    if any(same_name(key, other) and tier <= other for other in stated):
        return True
    passage = evidence.passages[place]
    names = (*passage.names, *_around(evidence, place, bool(stated)))
    if not any(same_name(key, name.key) and tier <= name.key for name in names):
        return False
    figures = [quantity.span for quantity in passage.quantities] + [mention.span for mention in passage.dates]
    return not any(
        any(same_name(key, other) for other in owners_at(evidence, place, figure))
        for figure in figures
        if figure != span
    )


def _around(evidence: Evidence, place: int, owned: bool) -> list[Name]:
    """Return the names of the heading, of the table's head, and of the sentence before a figure that nobody owns."""
    near = [evidence.headings.get(place), evidence.tables.get(place), None if owned else evidence.before(place)]
    return [name for other in near if other is not None for name in evidence.passages[other].names]
