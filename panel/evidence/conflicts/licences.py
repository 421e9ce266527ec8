"""Licence and openness: what the code, the weights or the whole may be used under."""

import re
from collections.abc import Iterator
from functools import cache, partial
from typing import NamedTuple

from panel.evidence.conflicts.frames import alike
from panel.evidence.conflicts.grammar import stems_of
from panel.evidence.conflicts.spoken import Spoken
from panel.evidence.conflicts.statements import Clash, Statement, same_subject

_LICENCES: dict[str, str] = {
    "MIT": r"(?-i:\bMIT\b)(?! (?:media|researchers?|study|professor|lab))",
    "Apache 2.0": r"\bapache(?:[- ]licen[cs]e)?(?:[, -]*(?:version )?2(?:\.0)?)?\b(?! (?:foundation|spark|kafka"
    r"|software))",
    "AGPL": r"(?-i:\bAGPL)",
    "LGPL": r"(?-i:\bLGPL)",
    "GPL": r"(?-i:\bGPL|\bGNU General Public)",
    "BSD": r"(?-i:\bBSD\b)",
    "MPL": r"(?-i:\bMPL\b)|\bmozilla public",
    "CC BY-NC": r"(?-i:\bCC[- ]BY-NC)",
    "CC BY": r"(?-i:\bCC[- ]BY\b(?!-NC))",
    "BSL": r"(?-i:\bBU?SL\b)|\bbusiness source licen",
    "SSPL": r"(?-i:\bSSPL\b)",
    "a custom licence": r"\b(?:custom|own|community|bespoke|research) licen[cs]e\b",
    "non-commercial": r"\bnon-?commercial\b",
    "proprietary": r"\bproprietary(?=$|[\s,.;:]*(?:$|licen|and|,|\.|with|terms|model|software|product|code|;|—))",
}
_OPEN = frozenset(("MIT", "Apache 2.0", "AGPL", "LGPL", "GPL", "BSD", "MPL"))
_FREE_TO_SELL = frozenset((*_OPEN, "CC BY"))
_UNDER = re.compile(
    r"\blicen[cs]\w*|\bunder (?:the |an? )?|\bopen[- ]sourced?\b|\bis (?:fully |entirely |now )?proprietary\b"
    r"|\bpublished\b|\breleased\b",
    re.IGNORECASE,
)
_IS = (
    r"\b(?:is|are|was|were|be|remains?|stays?|goes|went|stayed|:|be(?:came|comes|ing)|released as|published as"
    r"|as)\s(?:\w+ly\s|an?\s|the\s|now\s|still\s|both\s|not\s|never\s|n't\s|no longer\s|neither\s|first\s)*(?:\w+\s)?"
)
_OPENNESS: tuple[tuple[str, bool, str], ...] = (
    (
        "open source",
        True,
        _IS + r"open[- ]sourced?\b|\bsource code (?:is|was|has been) (?:\w+\s)?(?:available|public|published|open|on "
        r"github)|\b(?:has |have )?open-sourced (?:it|the model|the code|its)\b|\bopen[- ]source (?:project|tool"
        r"|software|app)\b",
    ),
    (
        "open source",
        False,
        r"\bclosed[- ]source\b|"
        + _IS
        + r"(?:proprietary|closed)\b(?! (?:to|for|on|at|beta|down))|\bsource code (?:is|was|has) (?:secret|closed"
        r"|private)",
    ),
    (
        "open weights",
        True,
        r"\b(?:weights|checkpoints?) (?:are|were|is|have been|can be) (?:\w+\s)?(?:open|public(?:ly)?|published"
        r"|available|released|downloaded|downloadable|free)\b|"
        + _IS
        + r"open[- ]weights?\b|\b(?:published|released|publishes|releases|opened) (?:its|the|all)(?: model)? "
        r"weights\b|\bweights (?:are |is )?(?:on|from|at) (?:hugging face|github)\b",
    ),
    (
        "open weights",
        False,
        r"\bclosed[- ]weights?\b|\bweights (?:are|remain|stay) (?:\w+\s)?(?:closed|secret|private|unpublished)\b"
        r"|\bwithh[eo]ld\w* (?:its|the) weights",
    ),
)
_SAID = {
    ("open source", True): stems_of("source sourced"),
    ("open source", False): stems_of("source sourced closed proprietary"),
    ("open weights", True): stems_of("weights checkpoints"),
    ("open weights", False): stems_of("weights"),
}
"""Stems of words of which every expression for a side needs one."""

_WEIGHTS_DENIED = re.compile(
    r"\b(?:no (?:open |public |downloadable )?(?:model )?weights|neither (?:the )?(?:model )?weights|neither (?:the "
    r")?code nor (?:the )?weights|(?:can't|cannot|can not) be downloaded|weights (?:are|were|have|had|will) (?:not"
    r"|never)|weights (?:aren't|weren't|haven't))\b",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(code|weights|dataset|documentation|docs|sdk|client|server)\b", re.IGNORECASE)


_ANCHORS = (
    "licence licensed open opened closed proprietary weights source sourced commercial noncommercial mit apache gpl "
    "agpl lgpl bsd checkpoint download downloaded"
)


class Terms(NamedTuple):
    """What a sentence says about the terms of use."""

    licences: frozenset[str]
    """Licences that it says it is under; empty where it names none."""
    stand: tuple[tuple[str, bool], ...]
    """``open source``, ``open weights`` and ``commercial use``, each affirmed or denied."""
    part: str
    """``code``, ``weights`` … if it speaks of a part only."""


def terms(spoken: Spoken) -> Iterator[Statement]:
    """Yield what a sentence says about licence and openness, unless it says both one thing and its opposite."""
    if spoken.stems.isdisjoint(stems_of(_ANCHORS)):
        return
    stand, place = _stand(spoken)
    licences, at = _under(spoken)
    for name, holds in _follows(licences):
        stand.setdefault(name, set()).add(holds)
    licences -= {"proprietary"}
    if (not licences and not stand) or any(len(values) > 1 for values in stand.values()):
        return
    place = place or at
    parts = {found.group(1).lower() for found in _PART.finditer(spoken.text[slice(*spoken.clause(place))])}
    said = Terms(licences, tuple((name, values.pop()) for name, values in stand.items()), "/".join(sorted(parts)))
    frame, whose = partial(spoken.frame, place), partial(spoken.whose, place)
    yield Statement("terms", frozenset({"terms"}), said, spoken, frame, whose, place)


def _stand(spoken: Spoken) -> tuple[dict[str, set[bool]], int]:
    """Return what a sentence affirms and denies of openness, and where it first does."""
    stand: dict[str, set[bool]] = {}
    place = 0
    for name, value, pattern in _openness():
        if _SAID[name, value].isdisjoint(spoken.stems):
            continue
        for found in pattern.finditer(spoken.text):
            holds = _holds(spoken, found.end() - 1)
            if holds is not None:
                stand.setdefault(name, set()).add(value == holds)
                place = place or found.end() - 1
    if denied := _WEIGHTS_DENIED.search(spoken.text):
        stand["open weights"] = {False}
        place = place or denied.start()
    return stand, place


@cache
def _openness() -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    return tuple((name, value, re.compile(pattern, re.IGNORECASE)) for name, value, pattern in _OPENNESS)


@cache
def _licences() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _LICENCES.items())


def _follows(licences: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """Yield what being under these licences comes to."""
    if licences & _OPEN:
        yield "open source", True
    if licences and licences <= _FREE_TO_SELL:
        yield "commercial use", True
    if licences & {"non-commercial", "CC BY-NC"}:
        yield "commercial use", False
    if "proprietary" in licences:
        yield "open source", False


def _holds(spoken: Spoken, place: int) -> bool | None:
    """Whether the sentence affirms the word at a place; None if it isn't sure of it."""
    last = next((n for n, (_, end) in enumerate(spoken.line.spans) if end > place), len(spoken.line.spans) - 1)
    return spoken.says((last,))


def _under(spoken: Spoken) -> tuple[frozenset[str], int]:
    """Return the licences that something is said to be under, and where."""
    if not _UNDER.search(spoken.text) or re.match(
        r"(?:the )?(?:MIT|Apache|[AL]?GPL|BSD)[\w. ]{0,20}\s(?:licen[cs]e )?(?:allows|permits|requires|means|lets|is "
        r"a)\b",
        spoken.text,
    ):
        return frozenset(), 0
    names: set[str] = set()
    place = 0
    for name, pattern in _licences():
        for found in pattern.finditer(spoken.text):
            if _holds(spoken, found.start()):
                names.add(name)
                place = place or found.start()
    return frozenset(names), place


def terms_clash(a: Statement, b: Statement) -> Clash | None:
    """Return why two statements about the terms can't both be true; None if they can."""
    one, other = a.value, b.value
    if not isinstance(one, Terms) or not isinstance(other, Terms) or not same_subject(a, b):
        return None
    if not alike(a.frame, b.frame, ignoring=("part", "bill", "tier", "kind", "condition", "extra")):
        return None
    if one.part and other.part and one.part != other.part:
        return None
    theirs = dict(other.stand)
    for name, holds in one.stand:
        if name in theirs and theirs[name] != holds:
            return Clash(
                name,
                f"One says that it is {name if holds else f'not {name}'}, the other that it is "
                f"{name if not holds else f'not {name}'}.",
            )
    if one.licences and other.licences and one.licences.isdisjoint(other.licences):
        return Clash(
            "licence", f"One says {', '.join(sorted(one.licences))}, the other {', '.join(sorted(other.licences))}."
        )
    return _weights_of_open(one, other)


def _weights_of_open(one: Terms, other: Terms) -> Clash | None:
    """Return the clash between an open model and one without weights, or a closed one with them."""
    mine, theirs = dict(one.stand), dict(other.stand)
    for x, y in ((mine, theirs), (theirs, mine)):
        if (
            "open source" in x
            and "open source" not in y
            and "open weights" in y
            and x["open source"] != y["open weights"]
        ):
            if not x["open source"] and "open weights" in x:
                continue
            return Clash("openness", "One says that it is open, the other that it is closed.")
    return None
