"""Whether two sentences can both be true."""

from panel.domain.disagreement import Disagreement
from panel.evidence.conflicts.amount_clashes import amounts_clash
from panel.evidence.conflicts.amounts import amounts
from panel.evidence.conflicts.denials import points, points_clash
from panel.evidence.conflicts.events import events, events_clash
from panel.evidence.conflicts.features import features, features_clash
from panel.evidence.conflicts.licences import terms, terms_clash
from panel.evidence.conflicts.names import own_words
from panel.evidence.conflicts.opposites import opposites, opposites_clash
from panel.evidence.conflicts.rivalry import rivalries, rivalries_clash
from panel.evidence.conflicts.roles import roles, roles_clash
from panel.evidence.conflicts.signs import about
from panel.evidence.conflicts.silence import told, untold, untold_clash
from panel.evidence.conflicts.spoken import Spoken
from panel.evidence.conflicts.statements import Clash, Compare, Statement
from panel.evidence.conflicts.weighing import RULED, UNRULED, chance, read_pair

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

ORDER = tuple(_COMPARE)
"""The kinds of statements, the most telling first."""


def statements(spoken: Spoken) -> list[Statement]:
    """Return what a sentence states, but for the plain denials that ``points`` yields."""
    numbers = list(amounts(spoken))
    dated = [*events(spoken), *terms(spoken)]
    told_of = [*untold(spoken), *told(numbers, dated)]
    return [*numbers, *dated, *told_of, *roles(spoken), *rivalries(spoken), *features(spoken), *opposites(spoken)]


def clash_of(ours: list[Statement], theirs: list[Statement]) -> Clash | None:
    """Return the most telling reason why two sentences can't both be true."""
    pairs = [(a, b) for a in ours for b in theirs if a.kind == b.kind and not a.keys.isdisjoint(b.keys)]
    return next(
        (clash for a, b in sorted(pairs, key=lambda pair: ORDER.index(pair[0].kind)) if (clash := compared(a, b))), None
    )


def compared(a: Statement, b: Statement) -> Clash | None:
    """Return why two statements of one kind can't both be true."""
    return _COMPARE[a.kind](a, b)


def judge_pair(a: str, b: str, *, subject: str | None = None, weigh: bool = True) -> Disagreement | None:
    """Judge whether two sentences about one release contradict each other.

    That the two were put side by side says already that they speak of one thing, so more signs are heeded than where
    a whole dossier is searched.

    Args:
        a: A sentence of one source.
        b: A sentence of another.
        subject: Name or slug of the release, so that its own name isn't taken for somebody else's.
        weigh: Whether signs are weighed as well; the rules alone decide otherwise.
    """
    own = own_words(subject)
    a, b = a[:LONGEST], b[:LONGEST]
    ours, theirs = Spoken(a, own), Spoken(b, own)
    clash = clash_of([*statements(ours), *points(ours)], [*statements(theirs), *points(theirs)])
    if not weigh:
        return _told(clash) if clash else None
    one, other = read_pair(a, b)
    if chance(one, other, own) <= (RULED if clash else UNRULED):
        return None
    matter = about(one, other, own)
    return _told(clash or Clash(matter, f"What they say of {matter} doesn't go together."))


def _told(clash: Clash) -> Disagreement:
    return Disagreement(a="a", b="b", about=clash.about, reason=clash.reason)
