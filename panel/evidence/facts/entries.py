"""Lines of a changelog that are a date and the release."""

import re

from panel.evidence.dates import DateMention
from panel.evidence.facts.announced import VERSION_ONLY, besides, short_version
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.names import key_of
from panel.evidence.passages import Passage


def entry_weight(evidence: Evidence, passage: Passage, mention: DateMention) -> float:
    """Return what a line of a changelog is worth that is a date and the release: ``25 August: Osprey 3``, ``2.4.0 (6 May)``."""
    around = besides(passage, mention)
    if VERSION_ONLY.fullmatch(around) and _is_its_version(evidence, around):
        return 2.4
    numbered = any(word[0].isdigit() for word in evidence.subject.name)
    if not numbered and (_FIRST_VERSION.fullmatch(around) or _is_in_a_title(evidence, around)):
        return 2.4
    head = passage.text[: mention.span[0]].strip("#[]() -–—:,•*")
    if VERSION_ONLY.fullmatch(head) and _HEADS.match(passage.text, mention.span[1]) and _is_its_version(evidence, head):
        return 2.1
    entry = passage.text[: mention.span[0]].strip("# -•") == "" and re.match(
        r"\s?[:–—-]\s?", passage.text[mention.span[1] :]
    )
    if entry and _in_small_with_version(evidence.dossier.release.name, around):
        return 2.1
    named = [name for name in passage.names if evidence.subject.is_release(name.key)]
    versions = any(c.isdigit() for name in named for c in name.text)
    return 2.1 if entry and named and versions and len(passage.text) < 80 else 0.0


_HEADS = re.compile(r"[\])]?\s?[:–—-]\s")
"""What stands behind the day in an entry that begins with the version: ``v2.0 (March 12, 2026): new engine``."""


def _is_its_version(evidence: Evidence, told: str) -> bool:
    """Whether a version is the release's own, however many zeros end it: ``3.0.0`` of a Cairnbase 3.0."""
    named = evidence.subject.name | key_of(evidence.dossier.release.name)
    ours = {short_version(word) for word in named if word[0].isdigit()}
    return any(short_version(word) in ours for word in key_of(told) if word[0].isdigit())


_FIRST_VERSION = re.compile(r"(?:version |release |v)?1\.0(?:\.0)?", re.IGNORECASE)
"""What a line says, besides its date, of the first version of something without a number in its name."""


def _is_in_a_title(evidence: Evidence, around: str) -> bool:
    """Whether a heading's version is the one that a source has in its title: ``lathe 3.0.0 release notes``."""
    wanted = f"{evidence.dossier.release.name} {around}".lower()
    return bool(VERSION_ONLY.fullmatch(around)) and any(
        wanted in (source.title or "").lower() for source in evidence.dossier.release.sources
    )


def _in_small_with_version(release: str, around: str) -> bool:
    """Whether a line is a release in small letters and its version: ``hopper 1.0``."""
    return release.islower() and bool(re.fullmatch(rf"{re.escape(release)} v?\d+(?:\.\d+)+", around))
