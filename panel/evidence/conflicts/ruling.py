"""What the rules that search whole dossiers make of two sentences, as signs: a verdict, or a reason for a difference."""

from panel.evidence.conflicts.frames import Frame, frame_of, same_time
from panel.evidence.conflicts.judging import compared
from panel.evidence.conflicts.spoken import Spoken
from panel.evidence.conflicts.statements import Signs, Statement, same_subject

_SHORT, _PLAIN = 7, 8
"""Words of a sentence that says one thing in the plainest way, and of one that says one thing."""


def ruling(a: Spoken, b: Spoken, ours: list[Statement], theirs: list[Statement]) -> Signs:
    """Return what the rules make of two sentences."""
    met = [(one, other) for one in ours for other in theirs if one.kind == other.kind and one.keys & other.keys]
    told = {one.kind for one, other in met if compared(one, other)}
    longest = max(len(a.text.split()), len(b.text.split()))
    amounts = any(one.kind == "amount" for one, _ in met)
    return {
        "ruled": float(bool(told)),
        "ruled on short sentences": float(bool(told) and longest <= _SHORT),
        "ruled on plain sentences": float(bool(told) and longest <= _PLAIN),
        "ruled on an amount": float("amount" in told),
        "silent on short sentences": float(not told and longest <= _SHORT),
        "silent on plain sentences": float(not told and longest <= _PLAIN),
        "met, not ruled": float(bool(met) and not told),
        "an amount met, not ruled": float(amounts and "amount" not in told),
        "one is another's": float(_is_others(a) != _is_others(b)),
        "owners differ": float(bool(met) and not any(same_subject(*each) for each in met)),
        **_limits(frame_of(a.text), frame_of(b.text)),
    }


def _is_others(spoken: Spoken) -> bool:
    """Whether a sentence is about somebody else."""
    return bool(spoken.line.spans) and bool(spoken.whose(0))


def _limits(a: Frame, b: Frame) -> Signs:
    """Return how two sentences are limited."""
    kinds = a.limits.keys() | b.limits.keys()
    apart = [kind for kind in a.limits.keys() & b.limits.keys() if a.limits[kind].isdisjoint(b.limits[kind])]
    one = [kind for kind in kinds if kind not in a.limits or kind not in b.limits]
    alike = [kind for kind in kinds if a.limits.get(kind) == b.limits.get(kind)]
    return {
        "limits differ": float(min(len(apart), 2)),
        "limits of one": float(min(len(one), 3)) / 2,
        "same limits": float(min(len(alike), 2)),
        "one on a condition": float("condition" in one),
        "times differ": float(not same_time(a, b)),
    }
