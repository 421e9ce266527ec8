"""What a dossier says of the things that reviewers look for: every mention, and how much it counts."""

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from panel.domain.release import Dossier, Sentence
from panel.evidence.phrases import Match, PhraseBook
from panel.evidence.polarity import Asked, Reading, Why
from panel.evidence.rivals import Away, Cast, about_the_past
from panel.evidence.stems import row

_TAIL = re.compile(
    r"(related|recommended|more|latest|other|popular)( (articles?|stories|news|posts?|reading|from)\b.*)?"
    r"|comments?( \(\d+\))?|see also|read (next|more|also)|further reading|you (may|might) also like"
    r"|subscribe|newsletter|about the author|advertisement|share this|follow us|loading\W*|sign up.*",
    re.IGNORECASE,
)
_ANSWER_NO = re.compile(r"(no|not|none|nobody|nothing|never|hardly|sorry)\b", re.IGNORECASE)
_ANSWER_YES = re.compile(r"(yes|yep|indeed|it is|it does|it has|they do)\b", re.IGNORECASE)
_MAKER = re.compile(r"newsroom|press|announcement|launch post|company blog", re.IGNORECASE)

MOST_IN_SENTENCE = 4
"""Mentions of one family that are read in one sentence."""

Kind = tuple[str, bool]
"""A family and whether the phrase says that its thing is there."""


class Mention(NamedTuple):
    """One place where a dossier speaks of a thing."""

    name: str
    """The family or signal that it belongs to."""
    cite: str
    """The sentence."""
    text: str
    """Its words."""
    span: tuple[int, int]
    """Where in the words the phrase stands."""
    clause: tuple[int, int]
    """Where in the words its clause stands."""
    holds: bool
    """Whether the thing is affirmed."""
    strength: float
    """From 0 (says nothing) to 1 (says so plainly)."""
    why: Why
    """What was decisive."""
    words: int
    """How many words of its own the phrase has; longer phrases are more specific."""


class Line(NamedTuple):
    """A sentence of the dossier, read."""

    cite: str
    """Its citation."""
    reading: Reading
    """What it affirms and denies."""
    weight: float
    """How much it counts: headings less than prose, link lists not at all."""
    maker: bool
    """Whether the release's own maker published it."""


def read_lines(dossier: Dossier) -> list[Line]:
    """Read every stated fact and every sentence of a dossier once."""
    lines = [Line(cite, Reading(row(text)), weight, maker=True) for cite, text, weight in _facts(dossier)]
    makers = {source.key for source in dossier.release.sources if _is_maker(dossier, source.key)}
    tail: set[str] = set()
    for sentence, follower in _pairs(dossier.sentences):
        key = sentence.source
        if sentence.kind == "heading" and _TAIL.fullmatch(sentence.text.strip(" :.#*")):
            tail.add(key)
        weight = 0.0 if key in tail else 0.5 if sentence.kind == "heading" else 1.0
        lines.append(
            Line(sentence.cite, Reading(row(sentence.text), _asked(sentence, follower)), weight, key in makers)
        )
    return lines


def _facts(dossier: Dossier) -> Iterator[tuple[str, str, float]]:
    """Yield the facts that say something, with their label, so that ``MIT`` is read as a licence."""
    for cite, text in dossier.facts.items():
        label = cite.partition(".")[2]
        if label in ("pricing", "licence", "tagline", "category"):
            yield (
                cite,
                text if label == "tagline" else f"{label.capitalize()}: {text}",
                0.4 if label == "tagline" else 1.0,
            )


def _is_maker(dossier: Dossier, key: str) -> bool:
    source = next(each for each in dossier.release.sources if each.key == key)
    published = (source.publisher or "").lower()
    own = [name.lower() for name in (dossier.release.vendor, dossier.release.name) if name]
    return any(name in published or published in name for name in own if published) or bool(_MAKER.search(published))


def _pairs(sentences: tuple[Sentence, ...]) -> Iterator[tuple[Sentence, Sentence | None]]:
    for number, sentence in enumerate(sentences):
        follower = sentences[number + 1] if number + 1 < len(sentences) else None
        yield sentence, follower if follower is not None and follower.source == sentence.source else None


def _asked(sentence: Sentence, follower: Sentence | None) -> Asked | None:
    if not sentence.text.rstrip(" \"'”’)").endswith("?"):
        return None
    if follower is not None and _ANSWER_NO.match(follower.text):
        return "no"
    return "yes" if follower is not None and _ANSWER_YES.match(follower.text) else "open"


class Traits(NamedTuple):
    """What has to be known of a family to weigh its mentions."""

    timeless: bool = False
    """Whether a forecast counts like a fact."""
    elsewhere: bool = False
    """Whether what is said of others counts."""
    past: bool = False
    """Whether what is said of the vendor's earlier products counts."""
    ahead: bool = False
    """Whether a year in its phrases must lie after the release."""


def _nearness(reading: Reading, match: Match[Kind], away: Mapping[int, Away], traits: Traits, *, holds: bool) -> float:
    """Return from 0 (about a rival) to 1 (about the release itself) how much a mention is to the point."""
    about = {away[place] for place in match.places if place in away}
    if "rival" in about:
        return 1.0 if traits.elsewhere else 0.0
    if traits.past or traits.elsewhere:
        return 1.0
    if "former" in about:
        return 0.1
    if "past" in about or about_the_past(reading.line, match.start):
        return 0.1 if holds else 0.8
    return 1.0


def find_mentions(
    dossier: Dossier, lines: Iterable[Line], book: PhraseBook[Kind], traits: Mapping[str, Traits]
) -> list[Mention]:
    """Return every mention in a dossier of what a book of phrases names.

    Args:
        dossier: What is read.
        lines: Its lines, read.
        book: Phrases by family.
        traits: What is particular about some families.
    """
    lines = list(lines)
    release = dossier.release
    cast = Cast([name for name in (release.name, release.vendor) if name], (line.reading for line in lines))
    found: list[Mention] = []
    for line in lines:
        if line.weight:
            matches = _one_of_overlapping(book.find(line.reading.line))
            away = cast.elsewhere(line.reading) if matches else {}
            for match in matches:
                trait = traits.get(match.label[0], Traits())
                if trait.ahead and _bygone(line.reading, match, release.date):
                    continue
                if not trait.elsewhere or not cast.names_own(line.reading.line, match.places):
                    found.append(_mention(line, match, away, trait))
    return [mention for mention in found if mention.strength > 0]


def _bygone(reading: Reading, match: Match[Kind], released: dt.date | None) -> bool:
    """Whether a phrase names a year that was over when the release came out."""
    years = [int(reading.line.stems[place]) for place in match.places if reading.line.kinds[place] == "@"]
    return released is not None and any(year <= released.year for year in years)


REFUTED = 0.25
"""What is left of a test's strength as evidence for a release if the same sentence tells that it came out badly."""


def tempered(mentions: Iterable[Mention], tests: Collection[str], outcomes: Collection[str]) -> list[Mention]:
    """Return mentions with those of tests weakened where the same sentence says that a test came out badly.

    Args:
        mentions: Every mention in a dossier.
        tests: Families that are about tests.
        outcomes: Families that are about what a test may find.
    """
    mentions = list(mentions)
    bad = {each.cite for each in mentions if each.name in outcomes and not each.holds and each.strength > 0.5}
    return [
        each._replace(strength=each.strength * REFUTED)
        if each.name in tests and each.holds and each.cite in bad
        else each
        for each in mentions
    ]


def _one_of_overlapping(matches: list[Match[Kind]]) -> list[Match[Kind]]:
    """Keep, of phrases of one family that share words, the longest, and no more than a few of each family.

    The same words may speak of several families.
    """
    taken: dict[str, list[Match[Kind]]] = {}
    for match in sorted(matches, key=lambda each: -len(each.places)):
        mine = taken.setdefault(match.label[0], [])
        if len(mine) < MOST_IN_SENTENCE and not any(set(each.places) & set(match.places) for each in mine):
            mine.append(match)
    return [match for mine in taken.values() for match in mine]


def _mention(line: Line, match: Match[Kind], away: Mapping[int, Away], traits: Traits) -> Mention:
    name, pro = match.label
    reading = line.reading
    stance = reading.stance(match.places, good=pro, timeless=traits.timeless)
    holds = stance.holds == pro
    strength = line.weight * stance.certainty
    strength *= _nearness(reading, match, away, traits, holds=holds)
    if holds and (stance.claimed or line.maker):
        strength *= 0.6 if stance.claimed else 0.8
    if stance.why == "negated" and not pro:
        strength *= 0.7  # "not slow" says less than "fast"
    spans = reading.line.spans
    clause = [spans[at] for at, number in enumerate(reading.clauses) if number == reading.clauses[match.start]]
    return Mention(
        name=name,
        cite=line.cite,
        text=reading.line.text,
        span=(spans[match.start][0], spans[match.end - 1][1]),
        clause=(clause[0][0], clause[-1][1]),
        holds=holds,
        strength=strength,
        why=stance.why,
        words=len(match.places),
    )
