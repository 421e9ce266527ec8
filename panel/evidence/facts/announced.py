"""The days on which the maker itself, or the host of its code, presents a release."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from panel.domain.release import Source
from panel.evidence.dates import DateMention
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.names import key_of
from panel.evidence.passages import Passage
from panel.evidence.publishers import said_by
from panel.evidence.words import words


@dataclass(frozen=True, slots=True)
class Day:
    """A date on which the release may have come out."""

    iso: str
    """The day, or the month."""
    cite: str
    """The sentence."""
    weight: float
    """How plainly it says that the release came out."""


_HERE = re.compile(
    r"\bwith immediate effect\b|\beffective immediately\b|\bstell(?:t|en) (?:heute|jetzt)\b|\b(?:présente|lance) aujourd['’]hui\b|\b(?:presenta|lanza) hoy\b|\b(?:presenta|lancia) oggi\b|"
    r"\b(?:presenteert|lanceert) vandaag\b|\b(?:presenterar|lanserar) i ?dag\b|\b(?:starts|opens|launches)(?:$|\sin\s[A-Z])|\b(?:ist|sind) (?:jetzt )?(?:da|erhältlich|verfügbar|offen)\b|\bab sofort\b|\best (?:là|disponible)\b|\bya está disponible\b|"
    r"\bis (?:here|out|ready|live|now available|(?:now )?generally available)\b|\b(?:introducing|announcing|meet|say hello to|presenting)\b|"
    r"\bcan now be (?:used|bought|ordered|downloaded)\b|(?<!order )\bfrom today\b|\bin (?:stores|shops) (?:today|now)\b|\bavailable (?:now|today)\b|"
    r"\b(?:starting|as of|beginning) today\b|\bopen to (?:all|every\w+)\b|\bleaves (?:\w+ )?(?:beta|preview)\b|"
    r"\bopen(?:s|ed)? (?:its|our) doors\b|\bopen(?:s|ed)? (?:for business|today|now|to)\b|\bis (?:now )?open\b|\b(?:arrives?|launch(?:es|ing)|starts?|begins?|goes live|ships) today\b|\b(?:was )?tagged (?:this|today)\b|\bhas landed\b|\barrives\b|\bout today\b|\bwe(?:['’]re| are) (?:releas|launch|open-?sourc|introduc|open|publish)ing\b|\bout now\b",
    re.IGNORECASE,
)


_VERSION = re.compile(r"[\w .-]{2,40}?\sv?\d+(?:\.\d+)*(?:\srelease notes)?", re.IGNORECASE)
"""A title that is a name and a version."""


def announcements(evidence: Evidence) -> Iterator[Day]:
    """Yield the days on which the maker itself says, in a title or first sentences, that the release is there."""
    for source in evidence.dossier.release.sources:
        first = list(islice(said_by(source, evidence.passages), 4))
        day = source.date or _dateline(first)
        if day and _is_tagged_release(evidence, source):
            yield Day(day.isoformat(), first[0].cite if first else source.key, 1.8)
            continue
        if not day or not (evidence.is_makers(source.key) or _PRESS.match(source.text)):
            continue
        if (
            _HERE.search(source.title or "")
            or _VERSION.fullmatch(source.title or "")
            or (_LOG.search(source.title or "") and first and _opens_a_log(first))
            or any(_HERE.search(passage.text) and not passage.later for passage in first[:3])
            or any(_has_launched(evidence, passage) for passage in first[:3])
        ):
            yield Day(day.isoformat(), first[0].cite if first else source.key, 1.8)


_PRESS = re.compile(
    r"\W*(?:press release|for immediate release|media release|news release|pressemitteilung|pressmeddelande|persbericht)\b",
    re.IGNORECASE,
)
"""How a maker's word begins that has no publisher."""

_LAUNCHED = re.compile(r"\bhas (?:today |now |just )?(?:launched|released|introduced|opened|unveiled|published)\s")
"""What a maker says of itself as of somebody else: ``Northmost has launched Heron``."""


def _has_launched(evidence: Evidence, passage: Passage) -> bool:
    """Whether a sentence says that the release has been launched."""
    found = _LAUNCHED.search(passage.text)
    if found is None:
        return False
    end = found.end()
    return any(name.span[0] >= end and evidence.subject.is_release(name.key) for name in passage.names)


_CODE_HOSTS = frozenset(words("github gitlab codeberg sourcehut bitbucket gitea pypi npm crates.io hugging"))
_TAG = re.compile(
    r"(?:(?:Release|Tag|Version)\s)?(?:(?P<name>[\w.-]+)\s)?(?:version\s|release\s)?v?(?P<number>\d+(?:\.\d+)*)(?=$|\s[·|—–-]\s)",
    re.IGNORECASE,
)
"""A title that code hosts give a release: ``Release v2.0.0 · owner/name``."""


def _is_tagged_release(evidence: Evidence, source: Source) -> bool:
    """Whether a source is a code host's page of just this version of the release."""
    title = source.title or ""
    tag = _TAG.match(title)
    name = {word for word in key_of(evidence.dossier.release.name) | evidence.subject.name if word[0].isalpha()}
    if not tag or not (source.publisher or "").lower().startswith(tuple(_CODE_HOSTS)):
        return False
    wanted = _NUMBER.search(evidence.dossier.release.name)
    numbered = not wanted or short_version(tag["number"]) == short_version(wanted[1])
    return numbered and bool(name & set(re.split(r"[^\w]+", title.lower())))


_NUMBER = re.compile(r"\bv?(\d+(?:\.\d+)*)$")


def short_version(number: str) -> str:
    """Return a version without the zeros at its end: ``2.0.0`` is ``2``."""
    return re.sub(r"(?:\.0)+$", "", number)


_LOG = re.compile(r"\b(?:change ?log|release notes|what['’]s new|version history)\b", re.IGNORECASE)


def _opens_a_log(first: Sequence[Passage]) -> bool:
    """Whether a list of versions begins with one and its day: ``1.6.0 — 9 December 2025``."""
    return any(
        VERSION_ONLY.fullmatch(besides(passage, mention)) for passage in first[:3] for mention in passage.dates[:1]
    )


def besides(passage: Passage, mention: DateMention) -> str:
    """Return what a line says besides its date."""
    return (passage.text[: mention.span[0]] + passage.text[mention.span[1] :]).strip("#[]() -–—:,.")


def _dateline(first: Sequence[Passage]) -> dt.date | None:
    """Return the day on which a source says that it was written, in a line of its own or at its head: ``Lisbon, 3 May 2025 –``."""
    for passage in first:
        for mention in passage.dates:
            behind = passage.text[mention.span[1] :].strip(" *_)")
            if (
                mention.precision == "day"
                and mention.span[0] < 24
                and (not behind or behind[0] in "–—-·|:" or behind == ".")
            ):
                return mention.start
    return None


VERSION_ONLY = re.compile(
    r"(?:(?:changes|new|what['’]s new|what is new|change ?log|release notes|news)(?: in| for| of)?:? )?(?:version |release |v)?\d+(?:\.\d+)+",
    re.IGNORECASE,
)
"""What a heading of a changelog is besides its date."""


def previews(evidence: Evidence) -> Iterator[Day]:
    """Yield the days on which the maker says that a preview of the release opens."""
    for passage in evidence.passages:
        opens = _OPENS_PREVIEW.search(passage.text) if evidence.is_makers(passage.cite) else None
        for mention in passage.dates if opens else ():
            if mention.precision == "day" and mention.iso and not mention.relative:
                yield Day(mention.iso, passage.cite, 1.0)


_OPENS_PREVIEW = re.compile(
    r"\b(?:preview|beta|early access|pilot)\b (?:has |have )?(?:open(?:s|ed)|start(?:s|ed)|launch(?:es|ed)|begins|began|begun|is open|has been open)\b|"
    r"\b(?:open(?:s|ed|ing)?|start(?:s|ed|ing)?|launch(?:es|ed|ing)?|begin(?:s|ning)?|began|enters?|entered|releas(?:es|ed|ing))\b[^.;]{0,60}"
    r"\b(?:preview|beta|early access|pilot)\b",
    re.IGNORECASE,
)


def newest_version(evidence: Evidence) -> tuple[Day, ...]:
    """Return the day of the highest version that is told of, where the release's name has no number and no other day is known."""
    if any(word[0].isdigit() for word in evidence.subject.name):
        return ()
    found = [
        (tuple(map(int, version.split("."))), Day(mention.iso, passage.cite, 1.0))
        for passage in evidence.passages
        if not passage.cite.startswith("F.")
        for mention in passage.dates
        if mention.precision == "day" and mention.iso and not mention.relative
        for version in _versions_of(evidence, passage, mention)
    ]
    return (max(found, key=lambda each: each[0])[1],) if found else ()


def _versions_of(evidence: Evidence, passage: Passage, mention: DateMention) -> Iterator[str]:
    """Yield the version of the release that is told to have come out on a day: ``Version 2.0.0 (2 June 2025) adds``."""
    told = _VERSION_OUT.fullmatch(passage.text[: mention.span[0]])
    if told is None or _OF_WHAT.match(passage.text, mention.span[1]):
        return
    name = key_of(told["name"] or "")
    if not name - _CALLED or name - _CALLED <= evidence.subject.name:
        yield told["number"]


_CALLED = frozenset(words("version release v"))
_OF_WHAT = re.compile(r"[)\]]?\s(?:of\s[A-Z]|(?:is|was|are) (?:the |needed|required|supported|recommended))")
"""What stands behind a day whose version isn't the release's: ``Version 3.11 (2 June 2025) of Python``."""
_VERSION_OUT = re.compile(
    r"\W{0,3}(?P<name>(?:[A-Za-z][\w-]* ){0,3})v?(?P<number>\d+(?:\.\d+)+)(?:,? (?:was |has been )?(?:released|tagged|published|out|came out|appeared|shipped)(?: on| in)?)?[\s,:(\[–—-]{1,4}",
    re.IGNORECASE,
)
"""What stands before the day of a version."""
