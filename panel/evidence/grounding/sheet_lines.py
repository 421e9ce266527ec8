"""Short statements that a line of a log or a sheet bears out whole: on which day it came out, which version it needs."""

import re

from panel.evidence.dates import may_be_same
from panel.evidence.grounding.misplaced.builds import versions_of
from panel.evidence.grounding.misplaced.licensed_parts import licensed_at
from panel.evidence.grounding.people.alone import alone_at
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import has_unit
from panel.evidence.passages import Passage
from panel.evidence.version_numbers import version_numbers

LONGEST = 120
"""Characters of a statement that one line can bear out."""

_VERB = (
    r"(?:(?:was|were|has been|is|are|has|have)\s)?(?:first\s|officially\s|publicly\s)?(?:came out|come out|comes out|released|published|launched|appeared|out|available|on sale|"
    r"went on sale|started|began|came|shipped|arrived|opened|issued|announced|in stock)"
)
_CAME = re.compile(
    rf"(?P<what>[\w.’' -]{{1,48}}?)\s{_VERB}(?:\s(?:to (?:everyone|the public|all)|by [A-Z][\w&. ]{{1,30}}))?\s(?:on|in|at|since|from|as of)?\s?(?:the (?:end|start|beginning) of\s)?$"
)
"""A statement up to the day on which it says that something came out."""

_ANOTHER = re.compile(
    r"\b(?:beta|preview|alpha|candidate|trial|pilot|review|test|report|article|study|paper|podcast|company|firm|app|version for|android|ios|windows|pre-?orders?)\b",
    re.IGNORECASE,
)
_IT = re.compile(
    r"(?:it|(?:the|this) (?:app|model|release|device|tool|service|product|program|library|version))|(?:version )?v?\d[\d.]*",
    re.IGNORECASE,
)
"""What a statement may call the release, or its version, by."""

_OPENS = re.compile(
    r"(?:Released|Published|Launched|In stock|On sale|Available|Generally available|Out|Shipping|Sales began|Sales started)\b[\w ,]{0,24}\s(?:on|since|from|as of|in)\s$"
)
"""What a line begins with that says since when something is there."""

_PUNCTUATION = re.compile(r"[\W_]+")
_WORDS = re.compile(r"\b(?:[Vv]ersion|[Rr]elease[ds]?|v(?=\d)|on|of|date)\b")


def stands_at(claim: Passage, evidence: Evidence) -> int | None:
    """Return the line that bears a short statement out whole, if there is one.

    Args:
        claim: The statement.
        evidence: The dossier.
    """
    if len(claim.text) > LONGEST:
        return None
    for read in (dated_at, asked_at, added_at, alone_at, licensed_at):
        if (place := read(claim, evidence)) is not None:
            return place
    return None


def dated_at(claim: Passage, evidence: Evidence) -> int | None:
    """Return the line that has the release, or its version, and the day on which a statement says that it came out.

    Args:
        claim: The statement; it must say no more than that.
        evidence: The dossier.
    """
    if len(claim.dates) != 1 or claim.denials or claim.later:
        return None
    day = claim.dates[0]
    match = _CAME.fullmatch(claim.text[: day.span[0]])
    if match is None or claim.text[day.span[1] :].strip(" .") or _ANOTHER.search(match["what"]):
        return None
    foreign = [name for name in claim.names if name.sure and not evidence.subject.is_ours(name.key)]
    if any(not name.text.lower().startswith(("version", "v")) for name in foreign):
        return None
    if not claim.names and not _IT.fullmatch(match["what"]):
        return None
    mine = versions_of(claim)
    for place, passage in enumerate(evidence.passages):
        for other in passage.dates:
            if not may_be_same(day, other) or (day.day and not other.day):
                continue
            if _is_line(passage, other.span, evidence) and _is_version(mine, evidence, place, whole=True):
                return place
            opening = passage.text[: other.span[0]]
            if (
                _OPENS.fullmatch(opening)
                and not _ANOTHER.search(opening)
                and _is_version(mine, evidence, place, whole=False)
            ):
                return place
    return None


def _is_line(passage: Passage, span: tuple[int, int], evidence: Evidence) -> bool:
    """Whether a line has nothing but a date and the release or a version of it."""
    rest = f"{passage.text[: span[0]]} {passage.text[span[1] :]}"
    for name in sorted(passage.names, key=lambda each: -len(each.text)):
        if evidence.subject.is_ours(name.key):
            rest = rest.replace(name.text, " ")
    rest = re.sub(r"\d+(?:\.\d+)+", " ", _WORDS.sub(" ", rest))
    named = bool(versions_of(passage)) or any(evidence.subject.is_release(name.key) for name in passage.names)
    return named and not _PUNCTUATION.sub("", rest)


def _is_version(mine: frozenset[str], evidence: Evidence, place: int, *, whole: bool) -> bool:
    """Whether a line, or what it stands under, is about a statement's version, if it names one."""
    near = [place, evidence.headings.get(place), None if whole else evidence.before(place)]
    theirs = frozenset().union(*(versions_of(evidence.passages[at]) for at in near if at is not None))
    ours = evidence.subject.versions
    if mine:
        return bool(mine & theirs) or (not theirs and mine <= {re.sub(r"(?:\.0)+$", "", each) for each in ours})
    return not theirs or not ours or bool(theirs & {re.sub(r"(?:\.0)+$", "", each) for each in ours})


_NEEDS = re.compile(
    r"(?:It|You|They|You['’]ll|The (?:app|tool|program|client|server|plugin|[a-z-]+)|[A-Z][\w-]+)\s(?:needs?|requires?|will need|have to have|must have|asks? for)\s(?:at least\s)?"
    r"(?P<name>[a-z]{0,3}[A-Z][\w+#.-]*(?:\s[A-Z][\w+#-]*)?)\s(?:version\s)?v?(?P<number>\d+(?:\.\d+)*)(?:\+|,?\s(?:or|and)\s(?:later|newer|higher|above|up|upwards?|better))?\.?"
)
"""A statement of the version that something needs."""


def asked_at(claim: Passage, evidence: Evidence) -> int | None:
    """Return the sentence that asks for the very version that a short statement says is needed.

    Args:
        claim: The statement; it must say no more than that.
        evidence: The dossier.
    """
    match = _NEEDS.fullmatch(claim.text)
    if match is None:
        return None
    name = re.escape(match["name"])
    asks = re.compile(
        rf"\b(?:[Rr]equires?|[Nn]eeds?|[Mm]inimum|[Oo]ldest|at least)\b[^.;]{{0,40}}\b{name}(?:\sversion)?\s(?:[\w ]{{0,20}}\s)?v?(?P<one>\d+(?:\.\d+)*)(?![\d.]*\d)|"
        rf"\b{name}\s(?:version\s)?v?(?P<two>\d+(?:\.\d+)*)(?:\+|,?\s(?:or|and)\s(?:later|newer|higher|above|up)\b)"
    )
    mine = version_numbers(match["number"])
    for place, passage in enumerate(evidence.passages):
        if not passage.denials and any(
            version_numbers(each["one"] or each["two"]) == mine for each in asks.finditer(passage.text)
        ):
            return place
    return None


_ADDS = re.compile(
    r"(?:[Vv]ersion\s|[Rr]elease\s|v)?(?P<number>\d+(?:\.\d+)+)\s"
    r"(?:brought|brings|added|adds|introduced|introduces|gained|came with|comes with|shipped with|ships with)\s(?P<what>[^,;:]{3,70}?)\.?"
)
"""A statement of what a version added."""

_OTHERWISE = re.compile(
    r"\b(?:remov\w*|drop\w*|fix\w*|deprecat\w*|discontinu\w*|gone|longer|known|planned|will|beta|preview|experimental|crash\w*|bugs?|changed?)\b",
    re.IGNORECASE,
)
"""What a line of a changelog, or its head, tells other than that a thing was added."""


def added_at(claim: Passage, evidence: Evidence) -> int | None:
    """Return the line of a changelog by which a version added what a statement says that it did.

    Args:
        claim: The statement; it must say no more than that.
        evidence: The dossier.
    """
    match = _ADDS.fullmatch(claim.text)
    if match is None or claim.denials:
        return None
    mine = version_numbers(match["number"])
    start, end = match.span("what")
    things = [unit for unit in evidence.parts(claim) if start <= unit.span[0] < end]
    if not any(unit.strong for unit in things):
        return None
    for place, passage in enumerate(evidence.passages):
        near = [place, evidence.headings.get(place)]
        heads = [_HEAD.match(evidence.passages[at].text) for at in near if at is not None]
        if not any(head and version_numbers(head["number"]) == mine for head in heads):
            continue
        said = evidence.said(place)
        plain = not any(at is not None and _OTHERWISE.search(evidence.passages[at].text) for at in near)
        if plain and not passage.denials and not passage.later and all(has_unit(said, unit) for unit in things):
            return place
    return None


_HEAD = re.compile(
    r"\W*(?:[Vv]ersion\s|[Rr]elease\s|v)?(?P<number>\d+(?:\.\d+)+)(?=\s*(?:$|[(–—:\[-]|(?:19|20)\d\d\b|\d{1,2}\s[A-Z]))"
)
"""How a part of a changelog begins."""
