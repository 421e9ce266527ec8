"""The licence of one part or version told of another: ``The 1.x series stays MIT`` of 2.0, ``the agent is MPL`` of the server."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.licences import read_licences, same_licence
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.passages import Passage
from panel.evidence.stems import stem
from panel.evidence.words import words

_CLAUSE = re.compile(
    r"\s?[;—–]\s|,\s(?=(?:and|but|while|whereas|with)\s)|,?\s(?:while|whereas|but)\s|,\sand\s(?:only\s)?(?=the\s)|(?<=\w):\s"
)
_IS = re.compile(
    r"\s(?:(?:is|are|was|were|remains?|stays?|comes?|continues?|has been|have been)\b|(?:[Ll]icen[cs]e|under)\b|falls? under\b)"
)
"""What stands between a part and its licence."""

_CLOSED = re.compile(
    r"\b(?:closed(?:[ -]source)?|proprietary|not open(?:[ -]source)?|isn['’]t open(?:[ -]source)?|not published|stays? closed)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:open[ -]source|open)\b", re.IGNORECASE)
_MINOR = frozenset(words("the a an its our all of only itself new now both and from on it they this that we here"))
_OF_VERSIONS = frozenset(
    {"version", "versions", "release", "releases", "up", "to", "through", "series", "branch", "including"}
)
"""What may stand beside a version and says no more than that it is one."""

_VERSION = re.compile(r"\b\d{1,3}(?:\.(?:\d{1,3}|x))+")
_EDITION = re.compile(
    r"\b(?:dual|choice|either|or|additional|separate|exception|later|years?|convert\w*|becomes?|turns?|until|will|from .* on)\b",
    re.IGNORECASE,
)
"""What makes a licence more than one, or one for a time."""

MOST = 5
"""Words of a part's name."""


class _Part(NamedTuple):
    """A part of the release and the state of it: its licence, or that it is closed."""

    words: frozenset[str]
    licence: str
    closed: bool


def check_licensed_parts(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check the licence that a statement gives a part or a version against the one that a clause gives it.

    Args:
        claim: The statement; one that denies is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first; licences are looked for in all.
    """
    del places
    if not (claim.licences or _CLOSED.search(claim.text)) or _EDITION.search(claim.text):
        return
    for mine in _parts(claim.text):
        told = [
            (place, part)
            for place, passage in enumerate(evidence.passages)
            if passage.licences or "closed" in passage.text or "open" in passage.text
            for part in _parts(passage.text)
            if part.words == mine.words
        ]
        if told and not any(_agree(mine, part) for _, part in told) and not _is_said(mine, evidence):
            place = told[0][0]
            if not _EDITION.search(evidence.passages[place].text):
                yield Finding("contradicted", claim.text, place, evidence.passages[place].text, fit=1.0)
                return


def licensed_at(claim: Passage, evidence: Evidence) -> int | None:
    """Return the sentence that gives a part the licence that a statement gives it, if the statement says no more.

    Args:
        claim: The statement.
        evidence: The dossier.
    """
    mine = list(_parts(claim.text)) if len(claim.licences) == 1 and not claim.denials else []
    if len(mine) != 1 or not _NO_MORE.fullmatch(claim.text[claim.licences[0].span[1] :]) or _MORE.search(claim.text):
        return None
    told = [
        (place, part)
        for place, passage in enumerate(evidence.passages)
        if passage.licences
        for part in _parts(passage.text)
        if part.words == mine[0].words
    ]
    plain = all(_agree(mine[0], part) and not evidence.passages[place].denials for place, part in told)
    return told[0][0] if told and plain else None


_NO_MORE = re.compile(r"(?:[ -](?:licen[cs]ed?|License|Licence))?\.?")
_MORE = re.compile(r"\b(?:only|both|also|all|every|still|never|always|as well)\b|[,;:]", re.IGNORECASE)
"""What says more than which licence a part has."""


def _parts(text: str) -> Iterator[_Part]:
    """Yield the parts of which a sentence tells the licence."""
    for clause in _CLAUSE.split(text):
        licences = read_licences(clause)
        closed = _CLOSED.search(clause)
        verb = _IS.search(clause)
        if verb is None or not (licences or closed):
            continue
        head = clause[: verb.start()].lower().replace("’s", "").replace("'s", "")
        named = re.findall(r"[\w.]+", head)
        told = [each for each in named if each not in _MINOR]
        if any(map(_VERSION.fullmatch, told)):
            told = [each for each in told if each not in _OF_VERSIONS]
        if 0 < len(told) <= MOST:
            licence = next((each.name for each in licences if each.name != "proprietary"), "")
            yield _Part(frozenset(map(stem, told)), licence, not licence)


def _agree(one: _Part, two: _Part) -> bool:
    """Whether two states are one."""
    if one.closed or two.closed:
        return one.closed == two.closed
    return same_licence(one.licence, two.licence)


def _is_said(mine: _Part, evidence: Evidence) -> bool:
    """Whether a clause with a part's licence speaks of the part elsewhere than at its head."""
    for passage in evidence.passages:
        for clause in _CLAUSE.split(passage.text):
            licensed = (
                any(same_licence(mine.licence, each.name) for each in read_licences(clause))
                if mine.licence
                else _CLOSED.search(clause)
            )
            if licensed and mine.words <= {stem(each) for each in re.findall(r"[\w.]+", clause.lower())}:
                return True
    return False
