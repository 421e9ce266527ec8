"""Whether two sentences can both be true, and all pairs of a dossier that can't."""

from collections.abc import Iterator

from panel.domain.disagreement import Disagreement
from panel.evidence.conflicts.amounts import amounts, amounts_clash
from panel.evidence.conflicts.denials import points, points_clash
from panel.evidence.conflicts.events import events, events_clash
from panel.evidence.conflicts.features import features, features_clash
from panel.evidence.conflicts.licences import terms, terms_clash
from panel.evidence.conflicts.names import own_words
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
    "point": points_clash,
}
"""How statements of each kind are held against each other, the most telling kind first."""


def statements(spoken: Spoken) -> list[Statement]:
    """Return everything that a sentence states."""
    numbers = list(amounts(spoken)) if any(c.isdigit() for c in spoken.text) or spoken.quantities else []
    dated = [*events(spoken), *terms(spoken)]
    return [*numbers, *dated, *untold(spoken), *told(numbers, dated), *roles(spoken), *rivalries(spoken), *features(spoken), *points(spoken)]


def clash_of(ours: list[Statement], theirs: list[Statement]) -> Clash | None:
    """Return the most telling reason why two sentences can't both be true."""
    order = list(_COMPARE)
    pairs = [(a, b) for a in ours for b in theirs if a.kind == b.kind and not a.keys.isdisjoint(b.keys)]
    return next((clash for a, b in sorted(pairs, key=lambda pair: order.index(pair[0].kind)) if (clash := compared(a, b))), None)


def compared(a: Statement, b: Statement) -> Clash | None:
    """Return why two statements of one kind can't both be true."""
    return _COMPARE[a.kind](a, b)


def judge_pair(a: str, b: str, *, subject: str | None = None) -> Disagreement | None:
    """Judge whether two sentences about one release contradict each other.

    Args:
        a: A sentence of one source.
        b: A sentence of another.
        subject: Name or slug of the release, so that its own name isn't taken for somebody else's.
    """
    own = own_words(subject)
    clash = clash_of(statements(Spoken(a[:LONGEST], own)), statements(Spoken(b[:LONGEST], own)))
    return Disagreement(a="a", b="b", about=clash.about, reason=clash.reason) if clash else None


def read_all(sentences: Iterator[tuple[str, str]], own: frozenset[str]) -> Iterator[Statement]:
    """Yield everything that (citation, text) pairs state."""
    for cite, text in sentences:
        if len(text) <= LONGEST:
            yield from statements(Spoken(text, own, cite))
