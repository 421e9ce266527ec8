"""Whether two sentences that somebody put side by side can both be true."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from panel.domain.disagreement import Disagreement
from panel.evidence.conflicts.crossed import completed
from panel.evidence.conflicts.judging import LONGEST, beside, clash_of, statements
from panel.evidence.conflicts.names import known_by, own_words
from panel.evidence.conflicts.pair_wordings import PAIR_WORDINGS, pair_wordings, words
from panel.evidence.conflicts.ruling import ruling
from panel.evidence.conflicts.signs import signs
from panel.evidence.conflicts.spoken import Spoken
from panel.evidence.conflicts.statements import Clash, Signs
from panel.evidence.conflicts.telling import clash_told
from panel.evidence.conflicts.weighing import LEAST, chance
from panel.evidence.passages import Passage

_MAKES = (
    r"^\W*((?:[A-Z][\w&+-]*)(?: [A-Z][\w&+-]*){{0,2}}) (?:has |have )?(?:just |now |also )?"
    r"(?:trained|trains|released|releases|launch(?:ed|es)|built|builds|made|makes|sells|sold|ships|shipped|unveil(?:ed|s)|announced|"
    r"introduce[ds]|offers|offered|developed|develops|open-sourced|published|publishes|created|designed|priced?s?|charges) "
    r"(?:only |just )?(?:the |its |their |a |version )?{0}\b|\b((?:[A-Z][\w&+-]*)(?: [A-Z][\w&+-]*){{0,2}})['’]s? {0}\b"
)
"""Words of whoever makes a release, up to its name."""


def _makers(a: str, b: str, subject: str | None) -> Iterator[str]:
    """Yield whoever one of two sentences says makes the release: ``Oakline trained Pebble``."""
    whole = (subject or "").replace("-", " ").strip()
    if whole:
        makes = re.compile(_MAKES.format(f"(?i:{re.escape(whole)})"))
        yield from (found[1] or found[2] for each in (a, b) if (found := makes.search(each)))


class Pair(NamedTuple):
    """What two sentences come to when they are held against each other."""

    clash: Clash | None
    """Why they can't both be true by the rules; None if the rules see nothing."""
    signs: Signs
    """What tells for a contradiction and against one."""
    terms: frozenset[str]
    """Their words, which tell something too."""
    told: Callable[[], Clash]
    """Reads what both speak of, and what in them doesn't go together if they contradict each other."""


def read_pair(a: str, b: str, subject: str | None) -> Pair:
    """Hold two sentences about one release against each other."""
    own = own_words(subject, *_makers(a, b, subject))
    ours, theirs = Spoken(a, own), Spoken(b, own)
    met = beside(statements(ours), statements(theirs))
    clash = clash_of(met)
    known = {word for text in (a, b) for word in text.split() if word == word.lower()}
    names = known_by(own, subject)
    one, two = Passage("", a, known), Passage("", b, known)
    found = completed(signs(one, two, names) | ruling(ours, theirs, met, clash=clash is not None))
    terms = pair_wordings(one, two)
    found[PAIR_WORDINGS] = words().odds(terms)
    return Pair(clash, found, terms, partial(clash_told, one, two, names))


def judge_pair(a: str, b: str, *, subject: str | None = None, weigh: bool = True) -> Disagreement | None:
    """Judge whether two sentences about one release contradict each other.

    That the two were put side by side says already that they speak of one thing, so more signs are heeded than where
    a whole dossier is searched. What is longer than 1,000 characters is a dump, not a sentence, and isn't judged.

    Args:
        a: A sentence of one source.
        b: A sentence of another.
        subject: Name or slug of the release, so that its own name isn't taken for somebody else's.
        weigh: Whether signs are weighed as well; the rules alone decide otherwise.
    """
    if max(len(a), len(b)) > LONGEST:
        return None
    pair = read_pair(a, b, subject)
    if (chance(pair.signs) <= LEAST) if weigh else pair.clash is None:
        return None
    clash = pair.clash or pair.told()
    return Disagreement(a="a", b="b", about=clash.about, reason=clash.reason)
