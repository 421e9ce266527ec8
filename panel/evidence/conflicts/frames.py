"""What a statement is limited to: which tier, version, part, place and time it speaks of."""

import re
from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from panel.evidence.conflicts.limits import ALL_TIERS, LIMITS, TRIGGERS
from panel.evidence.conflicts.synonyms import synonyms
from panel.evidence.lowered import lowered, word_set
from panel.evidence.stems import stem
from panel.evidence.words import words

_WIDE = frozenset(("bill", "condition", "config"))
"""Classes that hold for the whole sentence, wherever in it they stand."""

_THEN = re.compile(
    r"\b(?:initially|originally|formerly|previously|at first|at (?:launch|release|its debut)|until|no longer|used to"
    r"|back then|in the past|had been|had \w+ed|"
    r"then(?=[ ,-](?!are|is|a\b))|earlier|once (?:was|had)|(?:launched|shipped|debuted|started|opened|began) with"
    r"|was once|during the (?:beta|preview))\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:now|since|currently|today|meanwhile|recently|by now|as of|these days|in the meantime)\b", re.IGNORECASE
)
_LATER = re.compile(
    r"\b(?:will|(?:plans?|planning)(?= (?:to|for)\b)|planned|upcoming|roadmap|future|expected|expects?|later"
    r"|eventually|intends?|aims?|promis\w+|scheduled|slated|due (?:in|next|this|later|out|for)|announced for|being tested|in testing|"
    r"(?:in the )?coming (?:weeks|months|soon|year)|coming soon|soon|wants? to|hopes?|on the way|in the works|some "
    r"day|next (?:year|month|quarter|week))\b",
    re.IGNORECASE,
)
_VERSION = re.compile(r"\b(?:v\.?\s?|version\s)(\d+(?:\.\d+)*)", re.IGNORECASE)


_NEVER = re.compile(r"\b(?:will (?:be no|not|never|have no)|won't)\b", re.IGNORECASE)
"""A denial for ever, which isn't about another time."""

_ALL = re.compile(ALL_TIERS, re.IGNORECASE)
_TIMELY = frozenset(
    words(
        "initially originally formerly previously at until no used back in had then earlier once launched shipped "
        "debuted started opened began was during now since currently "
        "today meanwhile recently by as these will plan plans planning planned upcoming roadmap future expected expect "
        "expects later eventually intends intend aims aim announced being testing "
        "due scheduled slated coming soon want wants hope hopes on some next promise promises promised promising won"
    )
)
_WORD = re.compile(r"\w+")


class Frame(NamedTuple):
    """What limits a statement."""

    limits: dict[str, frozenset[str]]
    """Limiting words by class."""
    times: frozenset[str]
    """``then``, ``now``, ``later``: what it says about when it holds."""
    versions: frozenset[str]
    """Version numbers that it names."""


def frame_of(stretch: str, context: str | None = None, named: frozenset[str] = frozenset()) -> Frame:
    """Read what limits a statement.

    Args:
        stretch: The stretch of a sentence that makes it.
        context: The whole sentence, if it is longer: times and conditions hold for all of it.
        named: Version numbers that stand in the names of its subject.
    """
    whole = stretch if context is None else context
    spelt = frozenset(_WORD.findall(f"{stretch} {whole}".lower()))
    by_word, patterns = _kinds(), _patterns()
    limits = {
        kind: _found(patterns[kind], whole if kind in _WIDE else stretch)
        for kind in dict.fromkeys(kind for word in by_word.keys() & spelt for kind in by_word[word])
    }
    times = frozenset() if _TIMELY.isdisjoint(spelt) else times_of(whole)
    versions = frozenset(_VERSION.findall(stretch)) | named
    if _ALL.search(stretch):
        limits["tier"] = frozenset({"all"})
    return Frame({kind: found for kind, found in limits.items() if found}, times, versions)


def times_of(text: str) -> frozenset[str]:
    """Return what a sentence says about when it holds: ``then``, ``now``, ``later``."""
    spelt = word_set(text)
    if _TIMELY.isdisjoint(spelt):
        return frozenset()
    awake = [name for name, cues in _CUES.items() if not cues.isdisjoint(spelt)]
    if "later" not in awake and "promis" in lowered(text):
        awake.append("later")
    if not awake:
        return frozenset()
    text = _NEVER.sub(" ", text)
    return frozenset(name for name in awake if _TIMES[name].search(text))


_TIMES = {"then": _THEN, "now": _NOW, "later": _LATER}
_CUES = {
    "then": frozenset(
        words(
            "initially originally formerly previously first launch release debut until longer used back past had then earlier once "
            "launched shipped debuted started opened began during"
        )
    ),
    "now": frozenset(words("now since currently today meanwhile recently by as these meantime")),
    "later": frozenset(
        words(
            "will plan plans planning planned upcoming roadmap future expected expect expects later eventually intend intends aim aims "
            "scheduled slated due announced being testing coming soon want wants hope hopes way works some next"
        )
    ),
}
"""By time: words of which a sentence has one that speaks of it; ``promis…`` speaks of what is to come too."""


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    """Return the classes that each word may belong to."""
    found: dict[str, list[str]] = {}
    for kind, triggers in TRIGGERS.items():
        for word in words(triggers):
            found.setdefault(word, []).append(kind)
    return {word: tuple(kinds) for word, kinds in found.items()}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return each class's expression."""
    return {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in LIMITS.items()}


def _found(pattern: re.Pattern[str], words: str) -> frozenset[str]:
    return frozenset(_alike(found.group().lower()) for found in pattern.finditer(words))


_GROUP = re.compile(r"(?:for )?(?:individual |private |all )?(\w+)")
_SAME = """
    us: u.s., usa, u.s, united states, america, american; europe: european, eu; uk: united kingdom, britain,
    british; china: chinese; germany: german; japan: japanese; macos: mac; paid: paying; large: big, bigger, larger,
    largest; small: smaller, smallest; active: activated; ios: iphone; worldwide: globally, global
"""
"""Limits with several names: the one that stands for all, and the others."""


@cache
def _same() -> dict[str, str]:
    return synonyms(_SAME)


def _alike(word: str) -> str:
    """Return what a limiting word comes to: one word for all spellings and names of the same limit."""
    if found := _GROUP.fullmatch(word):
        word = found.group(1)
    word = _same().get(word, word)
    return stem(word) if word.isalpha() else word


def alike(
    a: Frame, b: Frame, *, ignoring: Collection[str] = (), if_both: Collection[str] = (), strictly: Collection[str] = ()
) -> bool:
    """Whether two statements are limited alike, so that both can't be true if they differ.

    Args:
        a: One frame.
        b: The other.
        ignoring: Classes of limits that make no difference here; ``time`` and ``version`` are classes too.
        if_both: Classes that make a difference only where both statements have one.
        strictly: Classes that usually make none and do here.
    """
    for kind in a.limits.keys() | b.limits.keys():
        if kind == "moment" and kind not in strictly:
            continue
        mine, theirs = a.limits.get(kind), b.limits.get(kind)
        if kind == "tier" and "all" in (mine or frozenset()) | (theirs or frozenset()):
            continue
        if kind not in ignoring and mine != theirs and (kind not in (*if_both, "year", "period") or (mine and theirs)):
            return False
    if "version" not in ignoring and a.versions and b.versions and a.versions.isdisjoint(b.versions):
        return False
    return "time" in ignoring or same_time(a, b)


def same_time(a: Frame, b: Frame) -> bool:
    """Whether nothing says that the two speak of different times."""
    return same_times(a.times, b.times)


def same_times(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two sentences speak of one time by what they say of when they hold."""
    if "later" in ours or "later" in theirs:
        return "later" in ours and "later" in theirs
    return ("then" in ours) == ("then" in theirs)
