"""What the rules that search whole dossiers make of two sentences, as signs: a verdict, or a reason for a difference."""

from collections.abc import Sequence

from panel.evidence.conflicts.frames import same_times, times_of
from panel.evidence.conflicts.spoken import Spoken
from panel.evidence.conflicts.statements import Signs, Statement, same_subject
from panel.evidence.lowered import word_set

_PLAIN = 17
"""Words and marks of two sentences that say one thing each in a plain way: rules were written for these."""


def ruling(a: Spoken, b: Spoken, met: Sequence[tuple[Statement, Statement]], *, clash: bool) -> Signs:
    """Return what the rules make of two sentences.

    Args:
        a: One sentence.
        b: The other.
        met: Their statements that are held against each other.
        clash: Whether any of these can't both be true.
    """
    plain = len(a.line.stems) + len(b.line.stems) <= _PLAIN
    return {
        "ruled": float(clash and not plain),
        "ruled on plain sentences": float(clash and plain),
        "silent on plain sentences": float(not clash and plain),
        "one is another's": float(_is_others(a, b) != _is_others(b, a)),
        "owners differ": float(bool(met) and not any(same_subject(*each) or _named_in_both(*each) for each in met)),
        "other things": float(_other_things(a, b)),
        "times differ": float(not same_times(times_of(a.text), times_of(b.text))),
    }


def _other_things(a: Spoken, b: Spoken) -> bool:
    """Whether two sentences are about two of one kind: run logs, audit logs."""
    one, other = a.thing(0), b.thing(0)
    return bool(one & other and one - b.all_concepts and other - a.all_concepts)


def _is_others(spoken: Spoken, other: Spoken) -> bool:
    """Whether a sentence is about somebody else, whom the other doesn't name."""
    whose = spoken.whose(0) if spoken.line.spans else frozenset()
    return bool(whose) and not whose <= word_set(other.text)


def _named_in_both(a: Statement, b: Statement) -> bool:
    """Whether somebody else whom one statement is about is named in the other's sentence too."""
    return any(one.others and one.others <= word_set(other.spoken.text) for one, other in ((a, b), (b, a)))
