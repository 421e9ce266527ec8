"""Topics that one page affirms and another denies, known ones by phrases."""

import re
from collections.abc import Iterator
from functools import cache, partial
from typing import NamedTuple

from panel.evidence.conflicts.frames import alike
from panel.evidence.conflicts.spoken import Spoken, stems_of
from panel.evidence.conflicts.statements import Clash, Statement, same_subject
from panel.evidence.conflicts.topics import ANCHORS, PLATFORMS, TOPICS
from panel.evidence.phrases import Match, PhraseBook

SURE = 0.9
"""Certainty from which a sentence counts as saying that something is or isn't so."""

_HEARSAY = re.compile(r"\b(?:some|many|several|users?|reviewers?|people|critics?|customers?)\s(?:\w+\s)?(?:report|complain|say|said|claim|think|feel|found|worr)\w*", re.IGNORECASE)
_ONLY = re.compile(
    r"\b(?:only (?:on|for|runs on|works on|available (?:on|for)|supports)|exclusive(?:ly)? (?:to|for|on)|limited to)\s(?:the\s)?(iOS|iPhones?|iPads?|Android|Windows|macOS|Macs?|Linux|web)\b|"
    r"\b(iOS|iPhone|Android|Windows|macOS|Mac|Linux|web)[- ](?:only|exclusive)\b",
    re.IGNORECASE,
)
_PLATFORM = re.compile(r"\b(?:ios|iphone|ipad|android|windows|macos|macs?|linux|web|browsers?|ipados|chromeos|chromebook)\b", re.IGNORECASE)
_RUNS = re.compile(r"\b(?:runs?|works?|available|supports?|comes|out|ships?|offered|versions?|apps?|clients?)\b", re.IGNORECASE)


class Feature(NamedTuple):
    """A topic and whether it is so."""

    topic: str
    """Its name."""
    holds: bool
    """Whether the sentence affirms it."""
    words: str
    """The words that do."""


@cache
def _book() -> PhraseBook[tuple[str, bool]]:
    return PhraseBook(
        (" ".join(phrase.split()), (topic, holds))
        for topic, sides in TOPICS.items()
        for phrases, holds in zip(sides, (True, False), strict=True)
        for phrase in phrases.split(";")
    )


def features(spoken: Spoken) -> Iterator[Statement]:
    """Yield the topics that a sentence affirms or denies."""
    found = [] if spoken.stems.isdisjoint(stems_of(ANCHORS)) else _book().find(spoken.line)
    if found and not _HEARSAY.search(spoken.text):
        for topic in {match.label[0] for match in found}:
            stated = [_stated(spoken, match) for match in found if match.label[0] == topic]
            sure = [each for each in stated if each is not None]
            if len({feature.holds for feature, _ in sure}) == 1:
                feature, place = sure[0]
                yield _statement(spoken, feature, place)
    yield from _platforms(spoken)


def _stated(spoken: Spoken, match: Match[tuple[str, bool]]) -> tuple[Feature, int] | None:
    topic, side = match.label
    stance = spoken.reading.stance(match.places)
    if stance.certainty < SURE:
        return None
    start, end = spoken.line.spans[match.start][0], spoken.line.spans[match.end - 1][1]
    inside = [cue for cue in spoken.reading.cues if cue.label == "not" and match.start < cue.start < match.end and cue.start not in match.places]
    holds = side == (stance.holds == (len(inside) % 2 == 0))
    return Feature(topic, holds, spoken.text[start:end]), start


def _statement(spoken: Spoken, feature: Feature, place: int) -> Statement:
    keys = frozenset({f"feature {feature.topic}"})
    return Statement("feature", keys, feature, spoken, partial(spoken.frame, place), partial(spoken.whose, place))


def _platforms(spoken: Spoken) -> Iterator[Statement]:
    """Yield where it runs: platforms that it is said to run on, and the one that it is limited to."""
    if not _PLATFORM.search(spoken.text):
        return
    only = _ONLY.search(spoken.text)
    for name, phrases in PLATFORMS.items():
        pattern = "|".join(rf"{re.escape(phrase.strip())}" for phrase in phrases.split(";"))
        found = re.search(rf"\b(?:{pattern})\b", spoken.text, re.IGNORECASE)
        if not found or not _RUNS.search(spoken.text):
            continue
        place = next((n for n, (start, end) in enumerate(spoken.line.spans) if start <= found.start() < end), 0)
        stance = spoken.reading.stance((place,))
        if stance.certainty >= SURE:
            yield _statement(spoken, Feature(f"running on {name}", stance.holds, found.group()), found.start())
    if only:
        limited = (only.group(1) or only.group(2)).lower().rstrip("s")
        for name, phrases in PLATFORMS.items():
            if limited not in [phrase.strip() for phrase in phrases.split(";")]:
                yield _statement(spoken, Feature(f"running on {name}", holds=False, words=only.group()), only.start())


def features_clash(a: Statement, b: Statement) -> Clash | None:
    """Return why a topic can't be both so and not so; None if the two don't say that."""
    one, other = a.value, b.value
    if not isinstance(one, Feature) or not isinstance(other, Feature) or one.topic != other.topic or one.holds == other.holds:
        return None
    ignored = _IGNORED.get(one.topic, ("bill",))
    if one.topic.startswith("running on"):
        ignored = ("platform", "bill")
    if not same_subject(a, b) or not alike(a.frame, b.frame, ignoring=ignored, if_both=("part", "kind", "extra")):
        return None
    affirmed, denied = (one, other) if one.holds else (other, one)
    return Clash(one.topic, f"One affirms it ({affirmed.words.strip()!r}), the other denies it ({denied.words.strip()!r}).")


_IGNORED: dict[str, tuple[str, ...]] = {
    "who gets it": ("tier", "condition", "bill"),
    "where it is sold": ("place", "bill"),
    "free use": ("tier", "bill", "condition"),
    "who may sign up": ("condition", "bill"),
    "offline use": ("condition", "bill"),
    "an account": ("condition", "bill"),
    "a known vulnerability": ("bill",),
}
