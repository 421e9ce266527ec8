"""A version that no source knows, of what a sentence says of another one: ``fixed in 3.1.2``, ``fixed in 3.0.4``."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.dates import may_be_same
from panel.evidence.grounding.misplaced.builds import versions_of
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import has_unit
from panel.evidence.passages import Passage

_VERSION = re.compile(
    r"(?:\b(?:[Vv]ersion|[Rr]elease|[Ff]irmware|[Uu]pdate|[Bb]uild)\s(?:to\s)?v?|(?<![\w.,$€£¥/-])v)(?P<named>\d{1,3}(?:\.\d{1,3}){1,3})(?![\w%]|[.,]\d)|"
    r"(?<![\w.,$€£¥/-])(?P<bare>\d{1,3}\.\d{1,3}\.\d{1,3})(?![\w%]|[.,]\d)|"
    r"(?P<name>\b[A-Z][\w-]+)\s(?P<own>\d{1,3}\.\d{1,3}(?:\.\d{1,3})?)(?![\w%]|[.,]\d)"
)
"""The version of a statement: behind a word for it, with two points, or behind the release's name."""

_ROUGHLY = re.compile(
    r"\b(?:before|prior to|older|earlier than|below|up to|until|later|newer|above|onwards?|between|any|next|future|upcoming|coming|not|no|never)\b|\+",
    re.IGNORECASE,
)
"""What says that no single version is meant, or one that is still to come."""


def check_unknown_versions(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check a statement about a version that no source has against a sentence that says it of another.

    Args:
        claim: The statement; one that denies or names a range of versions is left alone. One that looks ahead is held to
            sentences that do so too.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    if claim.denials or _ROUGHLY.search(claim.text):
        return
    found = [match for match in _VERSION.finditer(claim.text) if _is_ours(match, evidence)]
    if len(found) != 1 or _is_known(_number(found[0]), evidence):
        return
    for place in places[:8]:
        if claim.later and not evidence.passages[place].later:
            continue
        if versions_of(evidence.passages[place]) and _tells(claim, found[0], evidence, place):
            yield Finding("contradicted", found[0].group(), place, evidence.passages[place].text, fit=1.0)
            return


def _number(match: re.Match[str]) -> str:
    return match["named"] or match["bare"] or match["own"]


def _is_ours(match: re.Match[str], evidence: Evidence) -> bool:
    """Whether a version is the release's rather than that of a system: ``Driftwood 1.8``, not ``Bluetooth 5.3``."""
    if match["name"]:
        return match["name"].lower() in evidence.subject.name
    return True


def _is_known(number: str, evidence: Evidence) -> bool:
    """Whether a source or its title has a version, in full, in part, or a part of it."""
    short = re.sub(r"(?:\.0)+$", "", number)
    known = re.compile(rf"(?<![\d.]){re.escape(short)}(?!\d)")
    release = evidence.dossier.release
    texts = [release.name, *(source.title or "" for source in release.sources)]
    return any(known.search(text) for text in texts) or any(known.search(each.text) for each in evidence.passages)


def _tells(claim: Passage, version: re.Match[str], evidence: Evidence, place: int) -> bool:
    """Whether a sentence tells what a statement does: all its things but the version, or the same day."""
    passage = evidence.passages[place]
    if any(may_be_same(one, two) for one in claim.dates for two in passage.dates if one.day or two.month):
        return True
    start, end = version.span()
    things = [unit for unit in evidence.parts(claim) if unit.strong and not start <= unit.span[0] < end]
    things = [unit for unit in things if not _EVENT.match(claim.text, unit.span[0])]
    said = (
        evidence.said(place) | evidence.said(max(0, place - 1)) if _BACK.match(passage.text) else evidence.said(place)
    )
    return bool(things) and all(has_unit(said, unit) for unit in things)


_EVENT = re.compile(
    r"(?:fix|came|come|land|arriv|add|introduc|remov|drop|gain|appear|debut|ship|bring|brought|work|support|support|solv|repair|patch|clos|resolv)\w*",
    re.IGNORECASE,
)
"""What happens to a thing in a version, in whatever words."""

_BACK = re.compile(r"(?:It|They|This|These|That|Those|Both|All|Issue|Ticket|Bug)\b")
"""With what a sentence begins that speaks of what the one before it tells."""
