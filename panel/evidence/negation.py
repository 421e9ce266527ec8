"""Which words of a sentence are denied, and which clauses speak of the future, strictly: no hedges, no moods."""

from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from panel.evidence.phrases import PhraseBook
from panel.evidence.stems import Row

_CUES = {
    # turns round what follows, up to the end of its clause
    "forward": """
        no; without; neither; nor; lack; lacking; none of; none for; none on; nothing; nobody; no one; zero; free of; devoid of;
        absence of; except; except for; other than; apart from; but not; instead of; rather than; no longer;
        refus to; fail to; unable to; not; declin to; cannot; never; excluding; hardly; unlike; need not; short
        of; yet to; remain to be; dropped support for; ended support for
    """,
    # turns round its whole clause: what is said before it too
    "whole": """
        is/are/was/were not; is/are/was/were never; do/does/did not; do/does/did never; has/have/had not;
        has/have/had never; can not; can never; could not; will not; would not; must not; may not; should not;
        is/are no longer; missing; overlooked; absent; unsupported; unavailable; discontinued; discontinue;
        was/were/been/is/are removed; was/were/been/is/are dropped; abandoned; impossible; excluded;
        undocumented; is/are off; switched off; turned off; unpublished; undisclosed; left out; withheld; a no;
        is/are gone; nowhere; out of the question; out of reach; out of bounds; off limits; off the table; keep/keeps/kept * to itself/themselves; has/have yet to; is/are yet to; not yet; unknown; unclear;
        is/are/was/were none; rejected; is/are in vain; cancelled; withdrawn; retired;
        is/are beyond it/them/him/her/us; is/are beyond its/their reach
    """,
    # looks like one and is none
    "idle": """
        not only; or not at all; not just; not merely; not simply; no doubt; no matter; not least; no less than; nothing but;
        no other; no more than; no fewer than; no later than; whether or not; not later than; not more than; not
        less than; no strings attached; nothing is sold; nothing is for sale; not for sale;
        costs nothing; cost nothing; costs the user nothing; cost the user nothing; for nothing; no cost; no
        charge; without charge; without internet; without a network; without network; without the cloud; no
        internet; no network; without connection; without a connection; without an account; no account; no joke;
        not so long; not allowed; unless; free of charge; without help; without
        limit; no limit; no limits; no restriction; no restrictions; without restriction; without restrictions; no cap; without a cap; no code; would/d rather not; prefer not to; prefers not to; never * more/less/fewer than;
        never * over/above/below/under/exceed/exceeds <amount>; never exceeds; never exceeded; not exceed; to zero; from zero; zero shot; zero day;
        zero knowledge; zero trust; net zero; ground zero; no more * than; no worse than; no slower than; no lower than; no higher than;
        without fail; without exception; without question; nothing short of; none other than; not to mention; no wonder;
        no surprise; not unlike; not alone; never mind; not far behind/off/from; not a bad;
        not * longer than; not * more than <amount>; not * later than; not so much
    """,
    # said of a time to come
    "later": """
        will; plan to; follows later; comes later; follow later; come later; comes next; is/are coming; arrives later; is/are/was/were planned; is/are to; to follow; expected; coming weeks/months/days; in
        preparation; in development; in the works; has/have to wait; intend to; want to; is/are scheduled; is/are/was/were set for; slated for/to; earmarked for; scheduled for; scheduled to; roadmap;
        road map; under discussion; upcoming; soon; hopes to; aims to; is being tested; in beta; announced for;
        will be; later this year; next year; going to; in private preview; being looked at; being looked into; looking into; under consideration;
        being considered; considered for; being explored; thinking about; on our list; on the list; on our wishlist; on the wishlist; awaiting; await; in the
        making; matter of weeks; matter of months; promised; without a date; under way; underway; pending; in progress; ongoing; not finished; being worked on; postponed; is/are/was/were/been delayed; put off; is/are late; is/are due; due in; due on;
        still outstanding; remains outstanding; remain outstanding; still to come; list/lists/listed it/this/them for
    """,
}
_STOPS = frozenset(".;:?!—–()")
_TURNS = frozenset({"but", "which", "while", "because", "so", "that", "if", "since", "however", "although", "until"})
_KEEPS_ON = frozenset({"nor", "or", ",", "neither"})


@cache
def _cue_book() -> PhraseBook[str]:
    return PhraseBook((" ".join(cue.split()), kind) for kind, cues in _CUES.items() for cue in cues.split(";"))


class Denied(NamedTuple):
    """What a sentence denies or puts off."""

    turned: tuple[int, ...]
    """How often every token is turned round; an odd number denies it."""
    later: frozenset[int]
    """The clauses that speak of the future."""
    cues: frozenset[int]
    """The tokens that did it, which mean nothing besides."""


def denied(line: Row, clauses: tuple[int, ...], set_phrases: Collection[int] = ()) -> Denied:
    """Read what a sentence denies and what it puts off.

    Args:
        line: The sentence as stems.
        clauses: The number of every token's clause.
        set_phrases: Tokens of phrases that have a meaning of their own, so that a ``no`` in them denies nothing.
    """
    turned = [0] * len(line.stems)
    later: set[int] = set()
    found = _cue_book().find(line)
    idle = {place for cue in found if cue.label == "idle" for place in cue.places} | set(set_phrases)
    spoken: set[int] = set()
    for cue in sorted(found, key=lambda cue: (cue.label != "whole", -len(cue.places), cue.start)):
        if line.text[slice(*line.spans[cue.start])].lower().startswith("note"):  # its stem is that of "not"
            continue
        if cue.label == "idle" or idle & set(cue.places) or spoken & set(cue.places):
            continue
        if cue.label == "later":
            later.add(clauses[cue.start])
            continue
        if line.stems[cue.start] == "nor" and turned[cue.start]:
            continue
        spoken |= set(cue.places)
        if line.stems[cue.start] == "without" and turned[cue.start] % 2:  # can't … without: one needs the other
            for place in _clause(line, clauses, cue.start):
                turned[place] += 1
            continue
        places = _ahead(line, clauses, cue.end) if cue.label == "forward" else _clause(line, clauses, cue.start)
        for place in (*places, *cue.places):
            turned[place] += 1
    for start, end in _labelled(line):
        for place in range(start, end):
            turned[place] = 1
    return Denied(tuple(turned), frozenset(later), frozenset(spoken))


def _labelled(line: Row) -> Iterator[tuple[int, int]]:
    """Yield what stands before ``: no`` and behind ``Missing:``."""
    stems = line.stems
    if ":" not in stems:
        return
    colon = stems.index(":")
    if stems[colon + 1 : colon + 2] and stems[colon + 1] in _NO and len(stems) - colon <= 4:
        yield 0, colon
    elif colon <= 5 and _MISSING & set(stems[:colon]):
        yield colon, len(stems)


_NO = frozenset({"no", "none", "not", "never"})
_MISSING = frozenset({"not", "miss", "missing", "lack", "without", "unsupport", "unsupported", "absent"})


def _ahead(line: Row, clauses: tuple[int, ...], start: int) -> Iterator[int]:
    """Yield what follows a cue, up to the end of its clause or a conjunction that opens a new thought."""
    for place in range(start, len(clauses)):
        if clauses[place] != clauses[start - 1] and line.stems[place] not in _KEEPS_ON:
            return
        if line.stems[place] in _STOPS or line.stems[place] in _TURNS:
            return
        if line.stems[start - 1] == "without" and place > start and line.stems[place] in _DETERMINERS:
            return  # "without sun the battery lasts": a subject begins
        yield place


def _clause(line: Row, clauses: tuple[int, ...], start: int) -> Iterator[int]:
    """Yield the tokens of a cue's clause; of those before it too where its subject stands before an apposition."""
    first = clauses.index(clauses[start])
    relative = next(
        (place for place in range(start - 1, max(first, start - 5), -1) if line.stems[place] in _WHICH), None
    )
    if relative is not None and relative > first:  # "benchmarks that Alibaba did not design": only what is designed
        return (place for place in range(relative, min(start + 4, len(clauses))))
    alone = (
        first > 0
        and all(line.kinds[place] == "," for place in range(first, start))
        and "," in line.stems[first - 1 : start]
    )
    back = {clauses[start], clauses[start] - 1, clauses[start] - 2} if alone else {clauses[start]}
    return (place for place in range(len(clauses)) if clauses[place] in back)


_DETERMINERS = frozenset({"the", "it", "its", "they", "we", "you"})
_WHICH = frozenset({"that", "which", "who"})
