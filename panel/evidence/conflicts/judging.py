"""Whether two sentences can both be true."""

from collections.abc import Sequence

from panel.evidence.conflicts.amount_clashes import amounts_clash
from panel.evidence.conflicts.amounts import amounts
from panel.evidence.conflicts.denials import points, points_clash
from panel.evidence.conflicts.events import events, events_clash
from panel.evidence.conflicts.features import features, features_clash
from panel.evidence.conflicts.licences import terms, terms_clash
from panel.evidence.conflicts.opposites import opposites, opposites_clash
from panel.evidence.conflicts.rivalry import rivalries, rivalries_clash
from panel.evidence.conflicts.roles import roles, roles_clash
from panel.evidence.conflicts.silence import told, untold, untold_clash
from panel.evidence.conflicts.spoken import Spoken
from panel.evidence.conflicts.statements import Clash, Compare, Statement

LONGEST = 1_000
"""Characters of a sentence that are read for disagreements; what is longer is a dump, not a statement."""

_COMPARE: dict[str, Compare] = {
    "untold": untold_clash,
    "amount": amounts_clash,
    "event": events_clash,
    "terms": terms_clash,
    "role": roles_clash,
    "rivalry": rivalries_clash,
    "feature": features_clash,
    "opposite": opposites_clash,
    "point": points_clash,
}
"""How statements of each kind are held against each other, the most telling kind first."""

_ORDER = tuple(_COMPARE)


def statements(
    spoken: Spoken, numbers: Sequence[Statement] | None = None, silent: Sequence[Statement] | None = None
) -> list[Statement]:
    """Return what a sentence states, its clauses that deny or affirm anything last.

    Args:
        spoken: The sentence.
        numbers: Its numbers, dates and licences, if they are already read.
        silent: What it says wasn't told, if that is already read.
    """
    found = [*amounts(spoken), *events(spoken), *terms(spoken)] if numbers is None else numbers
    return [
        *found,
        *(untold(spoken) if silent is None else silent),
        *told(found),
        *roles(spoken),
        *rivalries(spoken),
        *features(spoken),
        *opposites(spoken),
        *points(spoken),
    ]


def beside(ours: Sequence[Statement], theirs: Sequence[Statement]) -> list[tuple[Statement, Statement]]:
    """Return the statements of two sentences that are held against each other: those of one kind about one thing."""
    shelves: dict[str, list[Statement]] = {}
    for each in theirs:
        shelves.setdefault(each.kind, []).append(each)
    return [(a, b) for a in ours for b in shelves.get(a.kind, ()) if not a.keys.isdisjoint(b.keys)]


def clash_of(met: Sequence[tuple[Statement, Statement]]) -> Clash | None:
    """Return the most telling reason why two sentences can't both be true.

    Args:
        met: Their statements that are held against each other.
    """
    return next(
        (clash for a, b in sorted(met, key=lambda pair: _ORDER.index(pair[0].kind)) if (clash := compared(a, b))),
        None,
    )


def compared(a: Statement, b: Statement) -> Clash | None:
    """Return why two statements of one kind can't both be true."""
    return _COMPARE[a.kind](a, b)
