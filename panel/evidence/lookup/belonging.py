"""Whether a figure of the dossier can belong to the one that a statement speaks of."""

import re
from collections.abc import Sequence

from panel.evidence.lookup.evidence import Evidence
from panel.evidence.names import Name, same_name
from panel.evidence.owners import Key, Span, owners, subject
from panel.evidence.passages import Passage
from panel.evidence.stems import stem
from panel.evidence.subject import TIERS


def claimed_owners(claim: Passage, span: Span, evidence: Evidence) -> tuple[Key, ...]:
    """Return whose a statement says a figure is; none for the release itself."""
    about = evidence.subject
    return tuple(key for key in owners(claim, span) if not about.is_release(key) or key & TIERS - about.name)


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
    column = passage.text[: span[0]].count(" | ") - (passage.text.count(" | ") > head.text.count(" | "))
    starts = [0]
    while (at := head.text.find(" | ", starts[-1])) >= 0:
        starts.append(at + 3)
    if not 0 <= column < len(starts):
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
    about = evidence.subject
    stated = owners_at(evidence, place, span)
    others = [key for key in claimed if not about.is_ours(key) or key & TIERS - about.name]
    if not others:
        ours = not stated or any(about.is_ours(key) for key in stated)
        if ours or any(same_name(key, name.key) for key in stated for name in claim.names if name.sure):
            return True
        if (plan := _PLAN.search(claim.text)) and any(key == {plan[1].lower()} for key in stated):
            return True
        if any(len(key) == 1 and key <= set(claim.line.stems) for key in stated):
            return True  # "the free version" of "Free: three notebooks"
        return _has_role(claim, evidence.passages[place], stated)
    return all(_may_be(key, stated, evidence, place, span) for key in others)


_PLAN = re.compile(
    rf"\b({'|'.join(sorted(TIERS))})\s(?:plan|tier|version|edition|package|subscription|accounts?|users?|customers?)\b",
    re.IGNORECASE,
)
"""A plan that a statement writes in small letters: ``the free version``."""

_ROLE = re.compile(
    r"\b(?P<role>founder|maker|author|developer|creator|inventor|designer|executive|director|chair\w*|president|head|boss|owner|"
    r"maintainer|lead|engineer|curator|editor|scientist|researcher|officer|manager|CEO|CTO|CFO),?\s$"
)
"""What stands before the name of one who is meant by it too."""


def _has_role(claim: Passage, passage: Passage, stated: Sequence[Key]) -> bool:
    """Whether a statement calls one to whom a figure belongs by a role: ``its founder`` for ``the founder, Ada Moe``."""
    return any(
        name.key in stated
        and (role := _ROLE.search(passage.text[: name.span[0]]))
        and stem(role["role"].lower()) in claim.line.stems
        for name in passage.names
    )


def _may_be(key: Key, stated: Sequence[Key], evidence: Evidence, place: int, span: Span) -> bool:
    """Whether a figure can belong to somebody else: one who is named there and has no figure of his own."""
    tier = key & TIERS - evidence.subject.name
    if any(same_name(key, other) and tier <= other for other in stated):
        return True
    passage = evidence.passages[place]
    if stated and not any(mention.span == span for mention in passage.dates):
        return False
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


def ours_at(evidence: Evidence, place: int, span: Span) -> bool:
    """Whether what stands at a place is said of the release: of itself, its vendor or nobody by name."""
    stated = owners_at(evidence, place, span)
    about = subject(evidence.passages[place])
    if about and about.sure and not evidence.subject.is_ours(about.key) and not stated:
        return not _competes(evidence, about.key)
    return not stated or any(evidence.subject.is_ours(key) for key in stated)


def _competes(evidence: Evidence, key: Key) -> bool:
    """Whether a name is spoken of more than once, as rivals are and as cities and standards seldom."""
    return len(evidence.named_at(key)) > 1
