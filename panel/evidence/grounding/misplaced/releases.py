"""In which version a thing came, and from which version of another thing it works: what a changelog and requirements say."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import Unit, has_unit, units_of
from panel.evidence.passages import Passage
from panel.evidence.version_numbers import version_numbers

Version = tuple[int, ...]

_ARRIVES = re.compile(
    r"\b(?:arriv\w+|add(?:s|ed)?|introduc\w+|came|comes?|new|appear\w*|landed|debut\w*|brought|gained|gets?|got|joined|remov\w+|dropped|went|gone|deprecat\w+|"
    r"fix(?:es|ed)?|shipped|since|part of|available|supported)\b",
    re.IGNORECASE,
)
"""What a statement says happened to a thing in a version."""

_IN = re.compile(
    r"\b(?:in|with|since|as of|from|by)\s(?:the\s)?(?:(?:version|release|v)\s?)?v?(?P<number>\d+(?:\.\d+){1,2})\b(?!\s?(?:%|percent\b|[a-z]{3,}))",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"\W*(?:[Vv]ersion\s|[Rr]elease\s|v)?(?P<number>\d+(?:\.\d+){1,2})(?=\s*(?:$|[(–—:\[-]|(?:19|20)\d\d\b|\d{1,2}\s[A-Z]))"
)
"""How a part of a changelog begins."""

_NAME = r"(?P<name>[A-Z][\w+#]*(?:\.js)?|[a-z]{1,4}OS|python|node|kernel)"
_NUMBER = r"v?(?P<number>\d+(?:\.\d+)*)(?![\w%]|\.\d|\s?(?:%|GB|MB|TB|[GM]Hz|per\b|million|billion|users?\b|people\b))"
_WITH_VERSION = re.compile(
    rf"\b{_NAME}\s(?:version\s)?{_NUMBER}(?P<up>\+|,?\s(?:or|and)\s(?:any\s)?(?:later|newer|higher|above|up|upwards?)\b|\sis\s(?:now\s)?the\s(?:minimum|oldest|lowest)\b)?"
)
_LEAST = re.compile(
    rf"\b(?:[Mm]inimum|[Oo]ldest|[Ll]owest)\s(?:supported\s)?{_NAME}(?:\sversion)?(?:\sis(?:\s(?:now|currently|still))?|:)?\s{_NUMBER}"
)
_ASKS = re.compile(
    r"\b(?:requires?|requiring|required|needs?|needed|minimum|at least|demands?|no older than)\b[^.;]{0,40}$", re.I
)
_WORKS = re.compile(
    r"\b(?:runs?|works?|installs?|supports?|supported|compatible|enough|will do|suffic\w+|starts?|usable|builds?|compiles?)\b",
    re.I,
)
_HINT = re.compile(r"\d")


def check_releases(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check in which version a statement says that a thing came, and which version of another thing it says will do.

    Args:
        claim: The statement; one that denies is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    if claim.denials or not _HINT.search(claim.text):
        return
    place = _arrived_at(claim, evidence, places)
    if place is None:
        place = _asked_at(claim, evidence)
    if place is None:
        place = _since_at(claim, evidence, places)
    if place is not None:
        yield Finding("contradicted", claim.text, place, evidence.passages[place].text, fit=1.0)


def _arrived_at(claim: Passage, evidence: Evidence, places: Sequence[int]) -> int | None:
    """Return the line of a changelog that has under another version what a statement says came with one."""
    said, arrives = list(_IN.finditer(claim.text)), _ARRIVES.search(claim.text)
    if len(said) != 1 or arrives is None:
        return None
    start, end = said[0].span()
    things = [
        unit
        for unit in evidence.parts(claim)
        if unit.strong and not start <= unit.span[0] < end and not _ARRIVES.match(claim.text, unit.span[0])
    ]
    having = [place for place in places if things and _has_all(evidence, place, things)]
    listed = {place: version for place in having if (version := _section(evidence, place)) is not None}
    mine = _version(said[0]["number"])
    if not listed or mine in listed.values() or any(_speaks_of(evidence.passages[place], mine) for place in having):
        return None
    return next(iter(listed))


def _has_all(evidence: Evidence, place: int, things: Sequence[Unit]) -> bool:
    said = evidence.said(place)
    return all(has_unit(said, unit) for unit in things)


def _section(evidence: Evidence, place: int) -> Version | None:
    """Return the version under which a line stands in a changelog."""
    source = evidence.passages[place].cite.partition(".")[0]
    for at in range(place, -1, -1):
        passage = evidence.passages[at]
        if passage.cite.partition(".")[0] != source:
            return None
        if match := _HEAD.match(passage.text):
            return _version(match["number"])
        if at != place and not evidence.is_sentence(at) and at in evidence.headings.values():
            return None
    return None


def _speaks_of(passage: Passage, version: Version) -> bool:
    return any(_version(match) == version for match in re.findall(r"\d+(?:\.\d+)+", passage.text))


def _asked_at(claim: Passage, evidence: Evidence) -> int | None:
    """Return the sentence that asks for a later version of a thing than a statement, or for another one."""
    for match in _WITH_VERSION.finditer(claim.text):
        asks = bool(match["up"] or _ASKS.search(claim.text[: match.start()]))
        if not asks and not _WORKS.search(claim.text):
            continue
        name, mine = match["name"].lower(), _version(match["number"])
        least = {place: each for place, passage in enumerate(evidence.passages) for each in _least(passage, name)}
        known = re.compile(
            rf"\b{re.escape(name)}\s(?:version\s)?v?{re.escape(match['number'])}\b(?!\.\d)", re.IGNORECASE
        )
        if not least or any(known.search(passage.text) for passage in evidence.passages):
            continue
        if all(mine < each or (asks and mine != each) for each in least.values()):
            return next(iter(least))
    return None


_FROM = re.compile(
    r"\b(?:from|on|with|since)\s(?:[Vv]ersions?\s)?v?(?P<number>\d+\.\d+(?:\.\d+)?)(?![\w%]|\.\d|\s(?:to|[a-z]+s)\b)(?P<up>\+|,?\s(?:or|and)\s(?:later|newer|higher|above|up|upwards?)\b|\s(?:on|onwards?|upwards?)\b)?"
)
"""From which version of itself something works: ``upgrades from 1.8 or later``."""


def _since_at(claim: Passage, evidence: Evidence, places: Sequence[int]) -> int | None:
    """Return the sentence by which what a statement says works from one version does so only from a later one."""
    said = list(_FROM.finditer(claim.text))
    if len(said) != 1 or any(_speaks_of(passage, _version(said[0]["number"])) for passage in evidence.passages):
        return None
    mine = _version(said[0]["number"])
    for place in places[:8]:
        passage = evidence.passages[place]
        least = [match for match in _FROM.finditer(passage.text) if match["up"]]
        if len(least) != 1 or passage.denials or mine >= _version(least[0]["number"]):
            continue
        own = frozenset().union(*(unit.stems | {unit.concept} for unit in evidence.parts(claim)))
        told = [unit for unit in units_of(passage) if unit.span[0] < least[0].start() and unit.strong]
        if told and all(has_unit(own, unit) for unit in told):
            return place
    return None


def will_do(text: str, evidence: Evidence) -> bool:
    """Whether a name is a version of a thing of which the sources ask for an older one or a later: ``Python 3.12``."""
    match = _WITH_VERSION.fullmatch(text)
    if match is None:
        return False
    name, mine = match["name"].lower(), _version(match["number"])
    return any(each <= mine for passage in evidence.passages for each in _least(passage, name))


def _least(passage: Passage, name: str) -> Iterator[Version]:
    """Yield the oldest version of a thing that a sentence says will do."""
    if name not in passage.text.lower():
        return
    for match in _LEAST.finditer(passage.text):
        if match["name"].lower() == name:
            yield _version(match["number"])
    for match in _WITH_VERSION.finditer(passage.text):
        if match["name"].lower() == name and (match["up"] or _ASKS.search(passage.text[: match.start()])):
            yield _version(match["number"])


def _version(text: str) -> Version:
    """Return a version without the zeros at its end: ``0.9`` and ``0.9.0`` are one."""
    parts = version_numbers(text)
    while len(parts) > 1 and not parts[-1]:
        parts = parts[:-1]
    return parts
