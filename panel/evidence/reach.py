"""How far a word such as ``never`` reaches: which cues of a sentence turn a mention round."""

from collections.abc import Iterator, Sequence

from panel.evidence.phrases import Match
from panel.evidence.stems import Row, row
from panel.evidence.words import words

_VERBAL = frozenset(
    words(
        """
        not never stop withdraw abandon remove drop fail refus declin prevent block forbid prohibit
        """
    )
)

_STOPS_VERBAL = frozenset({"and", "but"})
_AUXILIARIES = frozenset(words("is are was were has have had can could will would may might must does do did"))

_REPORTING = frozenset(words("mean think believ say show prov guarante follow clear sur know imply claim"))
"""Verbs after which a negation goes on into what is reported."""

_RELATIVE = frozenset(words("that which who"))

_FINDING = frozenset(
    row(
        "found measured tested reported confirmed counted timed compared ran repeated reproduced verified checked"
        " rated judged evaluated examined audited benchmarked recorded published concluded observed got scored"
    ).stems
)
"""Verbs of whoever tests something; one of them ends a relative clause before it."""

_SUBJECTS = frozenset(words("it they we you he she i"))
_PURPOSE = frozenset(words("to for so because"))


def paired(cues: list[Match[str]], line: Row) -> list[Match[str]]:
    """Leave out every ``nor`` that only goes on with a ``neither``: together they turn a statement round once."""
    if not cues:
        return cues
    neither = next((cue.start for cue in cues if line.stems[cue.start] == "neither"), len(line.stems))
    return [cue for cue in cues if line.stems[cue.start] != "nor" or cue.start < neither]


def outside(cue: Match[str], own: set[int], line: Row) -> Iterator[Match[str]]:
    """Yield a cue that shares no word with a mention; of one that does, the ``not`` that it doesn't share."""
    if own.isdisjoint(cue.places):
        yield cue
    elif cue.label == "gone":
        for place in cue.places:
            if place not in own and line.stems[place] in ("not", "never"):
                yield Match("not", (place,))


def denies(line: Row, cue: Match[str]) -> bool:
    """Whether a cue turns round what follows it; ``is not available`` does, besides what stands before it."""
    if cue.label == "gone":
        return bool({"not", "never"}.intersection(line.stems[cue.start : cue.end]))
    return cue.label == "not"


def reaches(line: Row, cue: Match[str], place: int) -> bool:
    """Whether a negation still holds when the mention begins."""
    between = line.stems[cue.end : place]
    if _in_relative(line, cue) and _ends_relative(line.stems[cue.end : place + 1]):
        return False
    if line.stems[cue.end - 1] in _VERBAL and _ends_verbal(between):
        return False
    verb = next((at for at, stem in enumerate(between) if stem in _AUXILIARIES), None)
    return verb is None or not _PURPOSE & set(between[verb:])


def _in_relative(line: Row, cue: Match[str]) -> bool:
    """Whether a negation belongs to a relative clause: ``a group that has no ties to the maker``."""
    before = line.stems[max(0, cue.start - 2) : cue.start]
    if before and before[-1] in _AUXILIARIES:
        return before[0] in _RELATIVE
    return bool(before) and before[-1] in _RELATIVE and line.stems[cue.start] in ("never", "lack")


def _ends_verbal(between: Sequence[str]) -> bool:
    """Whether a negated verb's reach is over: after ``and``, or where another subject begins."""
    if _STOPS_VERBAL.intersection(between):
        return True
    return bool(between) and between[0] not in _REPORTING and bool(_SUBJECTS.intersection(between[1:]))


def _ends_relative(after: Sequence[str]) -> bool:
    """Whether somebody's finding begins after a negation, rather than being what is negated: ``has no ties …``."""
    place = next((at for at, stem in enumerate(after) if stem in _FINDING), 0)
    return place > 1 and not {"been", "be", "nor"}.intersection(after[:place])
