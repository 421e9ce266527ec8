"""Topics that one page affirms and another denies, known ones by phrases."""

import re
from collections.abc import Iterator
from functools import cache, partial
from typing import NamedTuple

from panel.evidence.conflicts.frames import alike
from panel.evidence.conflicts.grammar import Needed, may_have, needed
from panel.evidence.conflicts.spoken import Spoken
from panel.evidence.conflicts.statements import Clash, Statement, same_subject
from panel.evidence.conflicts.topics import PLATFORMS, REGIONS, TOPICS
from panel.evidence.lowered import word_set
from panel.evidence.phrases import Match, PhraseBook
from panel.evidence.words import words

_HEARSAY = re.compile(
    r"\b(?:some|many|several|users?|reviewers?|people|critics?|customers?)\s(?:\w+\s)?(?:report|complain|say|said"
    r"|claim|think|feel|found|worr)\w*",
    re.IGNORECASE,
)
_SYSTEM = r"(?:the\s)?(?:iOS|iPhones?|iPads?|Android|Windows|macOS|Macs?|Linux|web)(?:\sphones?|\sdevices?)?"
_SYSTEMS = rf"{_SYSTEM}(?:(?:,\s|\sand\s|,\sand\s|\sor\s){_SYSTEM})*"
_ONLY = re.compile(
    r"\b(?:only (?:on|for|with|runs on|works on|available (?:on|for)|supports)|exclusive(?:ly)? (?:to|for|on)"
    r"|limited to)"
    rf"\s(?:an?\s|the\s)?{_SYSTEMS}\b|\b{_SYSTEMS}[- ](?:only|alone|exclusive(?:ly)?)\b",
    re.IGNORECASE,
)
_PLATFORM = frozenset(
    words(
        "ios iphone iphones ipad ipads android windows macos mac macs linux web browser browsers ipados chromeos chromebook"
    )
)
_REGION = re.compile("|".join(rf"\b{pattern}(?!\w)" for pattern in REGIONS.values()))
_IN_REGIONS = frozenset(
    words("u us usa united america eu europe european uk britain china japan india germany france canada australia")
)
_ONLY_IN = re.compile(
    rf"\b(?i:limited to|only (?:available |sold |offered )?(?:in|to users in|for users in)|exclusive(?:ly)? (?:to|in)"
    rf"|restricted to|available only in)\s({'|'.join(REGIONS.values())})(?!\w)"
)
_SOLD = re.compile(
    r"\b(?:available|availability|sold|sells?|offered|limited|restricted|launch\w*|comes?|came|works?|exclusive\w*"
    r"|released|rolls? out|rolled out|can be (?:used|bought|had))\b",
    re.IGNORECASE,
)
_RUNS = re.compile(
    r"\b(?:runs?|works?|available|supports?|comes|out|ships?|pairs?|offered|versions?|apps?|clients?)\b", re.IGNORECASE
)


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


@cache
def _needed() -> Needed:
    return needed(phrase for sides in TOPICS.values() for phrases in sides for phrase in phrases.split(";"))


def features(spoken: Spoken) -> Iterator[Statement]:
    """Yield the topics that a sentence affirms or denies."""
    found = _book().find(spoken.line) if may_have(_needed(), spoken.stems) else []
    if found and not _HEARSAY.search(spoken.text):
        for topic in dict.fromkeys(match.label[0] for match in found):
            stated = [_stated(spoken, match) for match in found if match.label[0] == topic]
            sure = [each for each in stated if each is not None]
            if len({feature.holds for feature, _ in sure}) == 1:
                feature, place = sure[0]
                yield _statement(spoken, feature, place)
    spelt = word_set(spoken.text)
    if not spelt.isdisjoint(_PLATFORM):
        yield from _platforms(spoken)
    if not spelt.isdisjoint(_IN_REGIONS):
        yield from _regions(spoken)


def _stated(spoken: Spoken, match: Match[tuple[str, bool]]) -> tuple[Feature, int] | None:
    topic, side = match.label
    said = spoken.says(match.places)
    if said is None:
        return None
    start, end = spoken.line.spans[match.start][0], spoken.line.spans[match.end - 1][1]
    return Feature(topic, side == said, spoken.text[start:end]), start


def _statement(spoken: Spoken, feature: Feature, place: int) -> Statement:
    keys = frozenset({f"feature {feature.topic}"})
    return Statement(
        "feature",
        keys,
        feature,
        spoken,
        partial(spoken.frame, place),
        partial(spoken.whose, place),
        place,
    )


def _platforms(spoken: Spoken) -> Iterator[Statement]:
    """Yield where it runs: platforms that it is said to run on, and all others where it is limited to some."""
    only = _ONLY.search(spoken.text)
    for name, pattern in _platform_patterns().items():
        if only and not pattern.search(only.group()):
            yield _statement(spoken, Feature(f"running on {name}", holds=False, words=only.group()), only.start())
        elif (found := pattern.search(spoken.text)) and not only and _RUNS.search(spoken.text):
            said = spoken.says((spoken.token(found.start()),))
            if said is not None:
                yield _statement(spoken, Feature(f"running on {name}", said, found.group()), found.start())


@cache
def _platform_patterns() -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile(rf"\b(?:{'|'.join(map(str.strip, phrases.split(';')))})s?\b", re.IGNORECASE)
        for name, phrases in PLATFORMS.items()
    }


def _regions(spoken: Spoken) -> Iterator[Statement]:
    """Yield where it can be had: regions that it is said to be sold in, and the one that it is limited to."""
    if not _REGION.search(spoken.text) or not _SOLD.search(spoken.text):
        return
    only = _ONLY_IN.search(spoken.text)
    for name, pattern in REGIONS.items():
        found = re.search(rf"\b(?:in|to|for|outside(?: of)?)\s{pattern}(?!\w)", spoken.text)
        if found and not only and not found.group().startswith("outside"):
            place = next((n for n, (start, end) in enumerate(spoken.line.spans) if end >= found.end()), 0)
            said = spoken.says((place,))
            if said is not None:
                yield _statement(spoken, Feature(f"availability in {name}", said, found.group()), found.start())
        elif only and not re.fullmatch(pattern, only.group(1)) and not found:
            yield _statement(spoken, Feature(f"availability in {name}", holds=False, words=only.group()), only.start())


def features_clash(a: Statement, b: Statement) -> Clash | None:
    """Return why a topic can't be both so and not so; None if the two don't say that."""
    one, other = a.value, b.value
    if (
        not isinstance(one, Feature)
        or not isinstance(other, Feature)
        or one.topic != other.topic
        or one.holds == other.holds
    ):
        return None
    ignored = _IGNORED.get(one.topic, ("bill",))
    if one.topic.startswith("availability in"):
        ignored = ("place", "bill")
    if one.topic.startswith("running on"):
        ignored = ("platform", "bill", "size")
    if one.topic in ("a public API", "who may sign up") and (a.thing ^ b.thing) - _PEOPLE:
        return None
    if one.topic == "an account" and _purpose(a) != _purpose(b):
        return None
    if not same_subject(a, b) or not alike(a.frame, b.frame, ignoring=ignored, if_both=("part", "kind", "extra")):
        return None
    affirmed, denied = (one, other) if one.holds else (other, one)
    return Clash(
        one.topic, f"One affirms it ({affirmed.words.strip()!r}), the other denies it ({denied.words.strip()!r})."
    )


_PEOPLE = frozenset(("partner", "invit", "select", "anyon", "everyon", "public"))


def _purpose(statement: Statement) -> frozenset[str]:
    """Return what an account is said to be needed for, or not."""
    return frozenset(_FOR.findall(statement.spoken.text))


_FOR = re.compile(
    r"\b(?:account|login|registration|needed|required)\s(?:in order )?(?:to|for)\s(?:the\s)?(\w+)", re.IGNORECASE
)

_IGNORED: dict[str, tuple[str, ...]] = {
    "who gets it": ("tier", "condition", "bill"),
    "where it is sold": ("place", "bill"),
    "free use": ("tier", "bill", "condition"),
    "who may sign up": ("condition", "bill"),
    "offline use": ("condition", "bill"),
    "an account": ("condition", "bill"),
    "a known vulnerability": ("bill",),
}
