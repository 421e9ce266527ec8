"""What a statement is limited to: which tier, version, part, place and time it speaks of."""

import re
from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from panel.evidence.stems import stem

_TIERS = "free|pro|plus|teams?|business|enterprise|premium|starter|basic|individual|students?|hobby|growth|paid|paying|ultimate|essentials|personal|family|education|standard|professional|scale|max|solo"
_PLANS = "plans?|tiers?|subscriptions?|editions?|subscribers?|users?|customers?|accounts?|licen[cs]es?|seats?|members?|prices?|version|package"
_SIZES = "mini|small(?:er|est)?|large[rst]?|larger|big(?:ger)?|base|tiny|nano|micro|max|ultra|lite|flash|medium|xl|turbo|full|quanti[sz]ed|distilled|cheaper|older|newer|previous|top|entry-level|dense|hosted|preview"
_SIZED = "models?|versions?|variants?|editions?|siblings?|configurations?|checkpoints?|generations?|releases?|laptops?|units?|ones?|watch|phone|camera"

_CLASSES: dict[str, str] = {
    "tier": rf"\b(?:{_TIERS})(?=\s(?:and\s\w+\s)?(?:{_PLANS})\b)|(?<=[a-z,] )(?-i:Pro|Plus|Teams?|Business|Enterprise|Premium|Starter|Basic|Max|Ultimate)\b"
    rf"|^(?-i:Pro|Plus|Teams?|Business|Enterprise|Premium|Starter|Basic|Max)\b(?=\s(?:is|costs|starts|includes|has|gets)\b)|\bfor (?:{_TIERS})$",
    "config": r"\bwith \d+\s?[GT]B\b",
    "group": r"\bfor (?:individual |private |all )?(?:consumers?|students?|individuals?|developers?|teachers?|schools?|start-?ups?|researchers?|non-?profits?|companies|journalists)\b|"
    r"^(?:individual |private )?(?:consumers|students|individuals|developers|teachers|schools|start-?ups|researchers|non-?profits|companies)\b(?=\s(?:pay|have to pay|must pay))",
    "size": rf"\b\d+(?:\.\d+)?[BM](?=\s(?:models?|weights|versions?|variants?|checkpoints?|one)\b)|\b(?:{_SIZES})(?=\s(?:{_SIZED})\b)|\b(?!for|with|and|but|from|than|into|about|under|new|latest|first|this|that|the|language|ai|final|current|same|whole|base|public|private|full|test|any|our|its|an?|initial|actual|each|every|open|closed|proprietary|larger|reasoning|foundation|multimodal|frontier|smart|dense|next|experts?|moe|sparse)\w{{3,}}(?=\s(?:model|version|variant|edition)\b)|\b(?:hosted|cloud|managed|self-hosted)(?=\s(?:service|version|offering|edition|platform|api)\b)|(?<=[A-Za-z0-9] )(?-i:Mini|Small|Large|Tiny|Nano|Micro|Lite|Flash|Medium|XL|Turbo|Ultra|Air|Preview)\b",
    "part": r"\b(?:input|output|cached|weights?|code|servers?|clients?|straps?|front-?ends?|back-?ends?|active|activated|total|extension|"
    r"boxe?s?|cable|charger|controllers?|stand|keyboard|lens|documentation|datasets?|librar(?:y|ies)|dashboard|charging case|bundle|shipping|installation|"
    r"hardware|headphones?|dock|adapter|pen|stylus|editor|mobile app|web app|desktop app)\b(?! of\b)",
    "place": r"(?-i:\bU\.?S\.?A?\b(?!\$)|\bEU\b|\bUK\b)|\b(?:united states|europe(?:an)?|united kingdom|china|chinese|german[y]?|japan(?:ese)?|india|america[n]?|canada|korea|"
    r"france|australia|asia|africa|britain|british|global(?:ly)?|worldwide|international(?:ly)?)\b",
    "platform": r"(?-i:\biOS\b|\bWeb\b)|\b(?:android|windows|macos|mac|linux|mobile|ipad|iphone|browser|desktop)\b",
    "extra": r"\b(?:extended|extensible|yarn|remaining|half of|sold separately|separately|optional(?:ly)?|extra charge|add-on)\b",
    "moment": r"\b(?:shortly |\w+ (?:days?|weeks?|months?|years?) )?(?:after|before) (?:the|its|a|it)\b",
    "year": r"\b(?:in|during|for) (?:19|20)\d\d\b",
    "mode": r"\b(?:\d{1,2}K|\d{3,4}p|eco mode|turbo mode)\b",
    "kind": r"\b(?:critical|minor|severe|serious|independent|third-party|daily|monthly|weekly|hourly|natural|programming|physical|partial|peak|"
    r"average|median|minimum|maximum|concurrent|unique|registered|paying|human|in beta|experimental|fully|core|main|internal|external)\b",
    "bill": r"\b(?:billed (?:annually|yearly)|annual(?:ly)?(?: billing)?|paid yearly|(?:on|with) (?:an? )?annual|yearly)\b|(?<=/)ye?a?r\b",
    "condition": r"\b(?:if|unless|by default|opt(?:ional|ionally)?(?: in)?|opt-in|with \w+ (?:on|enabled|off|disabled)|in (?:eco|low-power|standby) mode|"
    r"under (?:load|heavy use)|on (?:battery|wi-?fi)|standby|except|without|at weekends|on weekdays|in our (?:own )?tests?|in (?:the|our) (?:lab\w*|tests?)|by our \w+|(?:we|they|I|reviewers|who) measured|in practice)\b|^with\b(?![^,]*\d)[^,]{2,40}?(?:,|\sit\b|\sthe\b)|"
    r"\b(?:account|login|subscription|connection|key|card)\s(?:in order )?(?:to|for)\s\w+",
}

_WIDE = frozenset(("bill", "condition", "config"))
"""Classes that hold for the whole sentence, wherever in it they stand."""

_THEN = re.compile(
    r"\b(?:initially|originally|formerly|previously|at first|at (?:launch|release|its debut)|until|no longer|used to|back then|in the past|had been|had \w+ed|"
    r"then(?=[ ,-](?!are|is|a\b))|earlier|once (?:was|had)|(?:launched|shipped|debuted|started|opened|began) with|was once|during the (?:beta|preview))\b",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:now|since|currently|today|meanwhile|recently|by now|as of|these days|in the meantime)\b", re.IGNORECASE)
_LATER = re.compile(
    r"\b(?:will|(?:plans?|planning)(?= (?:to|for)\b)|planned|upcoming|roadmap|future|expected|expects?|later|eventually|intends?|aims?|promis\w+|scheduled|slated|"
    r"(?:in the )?coming (?:weeks|months|soon|year)|coming soon|soon|wants? to|hopes?|on the way|in the works|some day|next (?:year|month|quarter|week))\b",
    re.IGNORECASE,
)
_VERSION = re.compile(r"\b(?:v\.?\s?|version\s)(\d+(?:\.\d+)*)", re.IGNORECASE)


_NEVER = re.compile(r"\b(?:will (?:be no|not|never|have no)|won't)\b", re.IGNORECASE)
"""A denial for ever, which isn't about another time."""

_ALL = re.compile(rf"\b(?:every|all|each|any)\s(?:\w+\s)?(?:{_PLANS})\b", re.IGNORECASE)
"""All tiers: what holds for them holds for each."""


class Frame(NamedTuple):
    """What limits a statement."""

    limits: dict[str, frozenset[str]]
    """Limiting words by class."""
    times: frozenset[str]
    """``then``, ``now``, ``later``: what it says about when it holds."""
    versions: frozenset[str]
    """Version numbers that it names."""


def frame_of(words: str, context: str | None = None, named: frozenset[str] = frozenset()) -> Frame:
    """Read what limits a statement.

    Args:
        words: The stretch of a sentence that makes it.
        context: The whole sentence, if it is longer: times and conditions hold for all of it.
        named: Version numbers that stand in the names of its subject.
    """
    whole = words if context is None else context
    limits = {kind: _found(pattern, whole if kind in _WIDE else words) for kind, pattern in _patterns().items()}
    whole = _NEVER.sub(" ", whole)
    times = {name for name, pattern in (("then", _THEN), ("now", _NOW), ("later", _LATER)) if pattern.search(whole)}
    versions = frozenset(_VERSION.findall(words)) | named
    if _ALL.search(words):
        limits["tier"] = frozenset({"all"})
    return Frame({kind: found for kind, found in limits.items() if found}, frozenset(times), versions)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _CLASSES.items()}


def _found(pattern: re.Pattern[str], words: str) -> frozenset[str]:
    return frozenset(_alike(found.group().lower()) for found in pattern.finditer(words))


_GROUP = re.compile(r"(?:for )?(?:individual |private |all )?(\w+)")
_SAME = {
    "u.s.": "us", "usa": "us", "u.s": "us", "united states": "us", "america": "us", "american": "us", "european": "europe", "eu": "europe",
    "united kingdom": "uk", "britain": "uk", "british": "uk", "chinese": "china", "german": "germany", "japanese": "japan", "mac": "macos",
    "paying": "paid", "big": "large", "bigger": "large", "larger": "large", "smaller": "small", "smallest": "small", "largest": "large",
    "activated": "active", "iphone": "ios", "globally": "worldwide", "global": "worldwide",
}  # fmt: skip


def _alike(word: str) -> str:
    """Return what a limiting word comes to: one word for all spellings and names of the same limit."""
    if found := _GROUP.fullmatch(word):
        word = found.group(1)
    word = _SAME.get(word, word)
    return stem(word) if word.isalpha() else word


def alike(a: Frame, b: Frame, *, ignoring: Collection[str] = (), if_both: Collection[str] = (), strictly: Collection[str] = ()) -> bool:
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
        if kind not in ignoring and mine != theirs and ((kind not in if_both and kind != "year") or (mine and theirs)):
            return False
    if "version" not in ignoring and a.versions and b.versions and a.versions.isdisjoint(b.versions):
        return False
    return "time" in ignoring or same_time(a, b)


def same_time(a: Frame, b: Frame) -> bool:
    """Whether nothing says that the two speak of different times."""
    if "later" in a.times or "later" in b.times:
        return "later" in a.times and "later" in b.times
    return ("then" in a.times) == ("then" in b.times)
