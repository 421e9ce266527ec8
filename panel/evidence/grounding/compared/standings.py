"""Where something came in a test: ``won the test`` where a source has ``came second of seven``."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.grounding.opinions.supposed import FIRST_PERSON
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import has_unit, units_of
from panel.evidence.lowered import lowered
from panel.evidence.owners import Span, is_prepositional
from panel.evidence.passages import Passage
from panel.evidence.stems import stem
from panel.evidence.words import words

_RANKS = words("last first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
_NUMBERS = dict(zip(words("two three four five six seven eight nine ten eleven twelve"), range(2, 13), strict=True))
_ORDINAL = rf"(?:{'|'.join(_RANKS)}|\d{{1,2}}(?:st|nd|rd|th))"
_SUPER = r"(?:\w{3,}est|best|most\s(?!of\b)\w+)"
_FIELD = rf"(?:all\s)?(?:the\s|its\s|their\s|our\s)?(?P<field>\d{{1,2}}|{'|'.join(_NUMBERS)})\b"
_CONTEST = r"(?:test|tests|comparison|benchmark|roundup|round-up|trials?|race|review|ranking|shoot-?out|bake-?off|evaluation|contest|vote|duel)"
_WHOSE = r"(?:the|our|its|their|a|(?:the\s)?[A-Z][\w&.]*(?:\s(?:[A-Z][\w&.]*|&|and|of)){0,3}['’]s?)"
_HINT = re.compile(r"st\b|second|third|th\b|\bw[io]n|runner|topp|\bmost\b|ahead of (?:all|every)", re.IGNORECASE)
_RANKED = re.compile(
    r"\b(?:c[ao]mes?|coming|finish(?:ed|es|ing)?|rank(?:s|ed|ing)?|plac(?:es|ed|ing)|land(?:s|ed|ing)|end(?:s|ed|ing)|t[oa]kes?|took|taking|puts?)\s"
    r"(?:(?:it|them|(?:the\s)?[A-Z][\w.-]*(?:\s[A-Z\d][\w.-]*){0,3})\s)?(?:(?:up|out|a|in|at|the|only|just|\w+ly|(?:close|distant|joint|good|clear))\s){0,3}"
    rf"(?P<rank>{_ORDINAL})\b(?!-)(?!\s(?:to|step|time|year|month|week|day|version|release|round|half|quarter|place\sit)\b)"
    rf"|\b(?:is|was|were|are)\s(?:(?:only|just|a|the|close|distant)\s){{0,2}}(?P<rank2>{_ORDINAL})(?=\s(?:of|among|overall|place|behind|out of)\b|,|$|\.$)"
    rf"|\b(?P<rank3>second|third|fourth|fifth|sixth)[-\s](?P<by>{_SUPER})\b"
    r"|\b(?:second (?:only )?to|(?P<runner>runner-up))\b"
    rf"|\b(?P<top>c[ao]mes? out on top|topp(?:ed|ing)\s{_WHOSE}\s(?:[\w-]+\s){{0,4}}?{_CONTEST}|[Ww](?:on|ins|inning)\s{_WHOSE}\s(?:[\w-]+\s){{0,4}}?{_CONTEST})\b"
)
"""What says where something came."""

_TOP = re.compile(
    rf"\b(?P<by>{_SUPER})\b(?P<what>(?:\s[a-z-]+){{0,4}}?)\s(?:of|among|out of|in the)\s(?:{_FIELD}|all\b|everything\b|field\b|test\b|those\b|the \w+s\b)",
    re.IGNORECASE,
)
"""What says that something is at the top of a field."""

_IS_TOP = re.compile(rf"\b(?:was|is|were|are|proved)\sthe\s(?P<by>{_SUPER})(?=\s(?:at|in|on|for|by)\b|[,.])")
"""What says so of no particular field, so that it is held against the same word only."""

_BEFORE_ALL = re.compile(r"\b(?:ahead of|above)\s(?:all|every|everyone|everything)\b")
_OF_FIELD = re.compile(rf"\s(?:out of|of|among)\s{_FIELD}")
_HEDGED = re.compile(
    r"\b(?:one of|among the|except|apart from|bar|but one|almost|nearly|tied?|joint(?:ly)?|if|would|could|not)\b", re.I
)
_BROAD = frozenset(words("best highest lowest fewest smallest largest most least"))
_LOW = frozenset(words("lowest fewest smallest least"))
_LESS_IS_BETTER = re.compile(
    r"\b(?:errors?|mistakes?|latency|delays?|lag|noise|price|cost|weight|deviation|loss|failures?|false|crashes|hallucinations?)\b",
    re.I,
)
_BESIDE = frozenset(
    stem(word) for word in words("test tests comparison place rank trial overall result rival service win won")
)


class Standing(NamedTuple):
    """One rank that a sentence gives to the release."""

    rank: int
    """1 for who came first, 0 for who came last."""
    field: int | None
    """Of how many."""
    span: Span
    """Where it stands."""
    by: str
    """The superlative by which it is ranked, if any."""
    alone: bool = False
    """Whether nothing but the superlative says that others were compared."""


def check_standings(claim: Passage, evidence: Evidence) -> Iterator[Finding]:
    """Check where a statement says that the release came against where sentences say that it did.

    Args:
        claim: The statement; one that hedges or denies is left alone.
        evidence: The dossier.
    """
    mine = next(_claimed(claim, evidence), None)
    if mine is None or claim.denials or _HEDGED.search(claim.text) or FIRST_PERSON.search(claim.text):
        return
    met = [
        (place, theirs)
        for place in evidence.candidates(claim)
        for theirs in _standings(evidence.passages[place], evidence)
        if _is_of_one(claim, mine, theirs, evidence, place)
    ]
    shared = {place: sum(has_unit(evidence.said(place), unit) for unit in units_of(claim)) for place, _ in met}
    met = [each for each in met if shared[each[0]] == max(shared.values())]
    if met and not any(_agrees(claim, mine, theirs, evidence.passages[place], evidence) for place, theirs in met):
        place = met[0][0]
        yield Finding("contradicted", claim.text, place, evidence.passages[place].text, fit=1.0)


def _claimed(claim: Passage, evidence: Evidence) -> Iterator[Standing]:
    """Yield the ranks that a statement gives to the release."""
    yield from _standings(claim, evidence)
    for pattern in (_TOP, _IS_TOP, _BEFORE_ALL):
        for match in pattern.finditer(claim.text):
            if _is_ours(claim, match.start(), evidence) and not _ORDINAL_BEFORE.search(claim.text[: match.start()]):
                groups = match.groupdict()
                by = (groups.get("by") or "").lower()
                yield Standing(1, _number(groups.get("field")), match.span(), by, alone=pattern is _IS_TOP)


_ORDINAL_BEFORE = re.compile(r"\b(?:second|third|fourth|fifth|last|next)[-\s]$", re.IGNORECASE)


def _standings(passage: Passage, evidence: Evidence) -> Iterator[Standing]:
    """Yield the ranks that a sentence gives to the release."""
    if not _HINT.search(passage.text) or passage.later:
        return
    for match in _RANKED.finditer(passage.text):
        if " it " not in match.group() and not _is_ours(passage, match.start(), evidence):
            continue
        word = (match["rank"] or match["rank2"] or match["rank3"] or "second").lower()
        rank = 1 if match["top"] else _RANKS.index(word) if word in _RANKS else int(re.sub(r"\D", "", word))
        field = _OF_FIELD.match(passage.text, match.end())
        yield Standing(rank, _number(field["field"]) if field else None, match.span(), (match["by"] or "").lower())


def _number(word: str | None) -> int | None:
    if word is None:
        return None
    return int(word) if word.isdigit() else _NUMBERS[lowered(word)]


def _is_ours(passage: Passage, at: int, evidence: Evidence) -> bool:
    """Whether what acts before a rank is the release, or nobody who is named."""
    start = max(passage.text.rfind(mark, 0, at) for mark in (";", ", but ", ", while ", ", and ")) + 1
    acting = [
        name
        for name in passage.names
        if name.sure
        and start <= name.span[0] < at
        and not is_prepositional(passage.text, name)
        and not passage.text.startswith(("'", "’"), name.span[1])
    ]
    return not acting or evidence.subject.is_release(acting[-1].key)


def _is_of_one(claim: Passage, mine: Standing, theirs: Standing, evidence: Evidence, place: int) -> bool:
    """Whether two ranks are of one contest, by one measure."""
    if mine.field and theirs.field and mine.field != theirs.field:
        return False
    if theirs.by and mine.by != theirs.by and not (mine.by in ("", "best") and theirs.by == "best"):
        return False
    if mine.alone and mine.by != theirs.by:
        return False
    if mine.by and not theirs.by and not _is_good(mine.by, claim.text):
        return False
    said = evidence.said(place) | evidence.around(place)
    if mine.by and mine.by not in _BROAD and mine.by != theirs.by:
        word = mine.by.removeprefix("most ")
        if not any(each[:5] == word[:5] for each in said if len(each) > 4):
            return False
    told = [
        unit
        for unit in units_of(claim)
        if not evidence.subject.is_ours(unit.key)
        and (unit.concept or not evidence.publishes(unit.key, place))
        and not unit.stems & _BESIDE
        and (unit.strong or mine.span[0] <= unit.span[0] < mine.span[1])
        and not unit.stems <= _ORDINALS
        and unit.stems.isdisjoint(stem(word) for word in mine.by.split())
    ]
    missing = [unit for unit in told if not has_unit(said, unit) and unit.concept not in said]
    if mine.by and mine.by in _BROAD and not theirs.by and len(missing) == len(told):
        return False
    here = evidence.said(place)  # "into Icelandic" isn't "into Faroese"
    named = any(claim.text[unit.span[0]].isupper() and not has_unit(here, unit) for unit in told if unit.span[0])
    return not named and 2 * len(missing) <= len(told) and len(missing) <= 1


def _is_good(by: str, text: str) -> bool:
    """Whether who has most, or least, of something did best: ``the lowest error rate``, not ``the lowest score``."""
    if by in ("worst", "slowest", "weakest", "noisiest", "loudest", "heaviest", "dearest"):
        return False
    return by not in _BROAD - {"best"} or (by in _LOW) == bool(_LESS_IS_BETTER.search(text))


_ORDINALS = frozenset(stem(word) for word in (*_RANKS, *_NUMBERS))


def _agrees(claim: Passage, mine: Standing, theirs: Standing, passage: Passage, evidence: Evidence) -> bool:
    """Whether two ranks are one, or a sentence gives the statement's rank too, for something else."""
    if mine.rank == theirs.rank or (theirs.rank == 0 and mine.rank == mine.field):
        return True
    word = _RANKS[mine.rank] if mine.rank < len(_RANKS) else ""
    both = "overall" in claim.text and passage.text.startswith(" overall", theirs.span[1])
    if both or not word:
        return False
    return any(_is_ours(passage, match.start(), evidence) for match in re.finditer(rf"(?i)\b{word}\b", passage.text))
