"""Plans, models and the like that stand in one list: what a statement gives one of them and the list another."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.grounding.numbers.spelled import is_soft
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import Unit, has_unit
from panel.evidence.measures import agree
from panel.evidence.passages import Passage

_LABEL = re.compile(
    r"(?:[Tt]he\s|[Oo]n\s(?:the\s|an?\s)?|[Ww]ith\s(?:the\s)?)?(?P<label>[A-Z][\w+'’&-]*(?:\s[\w+'’&.-]+){0,3}?)"
    r"(?:\s(?:plan|tier|edition|version|model|package|subscription|licence|license))?"
    r"(?:\s\([^)]{1,40}\))?"
    r"(?::\s|\s[–—|-]\s|,\s(?=[$€£¥]|from\s[$€£¥]|CHF|[A-Z]{0,2}\$)|"
    r"\s(?=(?:costs?|is|starts?|has|adds?|includes?|comes|gets?|gives|allows)\s))"
)
"""With what a line of a list opens: ``Crew: €23``, ``Crew – from €23``, ``The Crew plan costs``."""

_TURNS = re.compile(
    r"\b(?:than|unlike|whereas|while|but|instead|both|either|every|all|not|from|up to|between|also|too|as well|whichever|any|and up|or (?:higher|above))\b",
    re.IGNORECASE,
)
_ALL = re.compile(r"\b(?:[Ee]verything|[Aa]ll (?:of|the|that)|[Ss]ame|plus)\b")
_EVERY = re.compile(
    r"\b(?:every|each|both|all (?:the\s|our\s|three\s|four\s)?(?:plans|tiers|users|customers|editions|models|versions|accounts))\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\b(?:it|that|this|they|we|is|are|was|were|has|have|who|which|says?|said|not)\b", re.IGNORECASE)
"""What no label has."""

REACH = 5
"""Sentences between those that stand in one list."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list."""

    place: int
    """Where it stands."""
    label: tuple[str, ...]
    """The words that it opens with."""


@lru_cache(maxsize=8)
def lines_of(evidence: Evidence) -> tuple[Line, ...]:
    """Return the lines that open with a label, its words in lower case, those of the release left out."""
    ours = {word.lower() for word in evidence.subject.name} | {
        word.lower() for word in evidence.dossier.release.name.split()
    }
    found = []
    for place, passage in enumerate(evidence.passages):
        match = _LABEL.match(passage.text)
        if match is None or passage.cite.startswith("F."):
            continue
        span = match.span("label")
        if _SENTENCE.search(match["label"]):
            continue
        named = any(name.sure and name.span[1] == span[1] for name in passage.names)
        named = named and all(not word[0].islower() for word in match["label"].split())
        if not named and not re.search(r"[:–—|,-]\s$|\s(?:plan|tier|edition|package|subscription)\s$", match.group()):
            continue
        label = tuple(word for word in re.findall(r"[\w+-]+", match["label"].lower()) if word not in ours)
        if label:
            found.append(Line(place, label))
    return tuple(found)


def check_siblings(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check what a statement gives one line of a list against what stands in another line only.

    Args:
        claim: The statement; one that denies, compares or speaks of several is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    if claim.denials or _TURNS.search(claim.text):
        return
    said = tuple(re.findall(r"[\w+-]+", re.sub(r"['’]s\b", "", claim.text.lower())))
    lines = lines_of(evidence)
    words = frozenset(said)
    mine = [line for line in lines if line.label[0] in words and _has(said, line.label) and _is_capital(claim, line)]
    if len({line.label for line in mine}) != 1:
        return
    for own in mine:
        others = [
            line
            for line in lines
            if line.label != own.label
            and abs(line.place - own.place) <= REACH
            and evidence.passages[line.place].cite.partition(".")[0]
            == evidence.passages[own.place].cite.partition(".")[0]
        ]
        for other in others:
            if _is_moved(claim, own, other, mine, evidence):
                yield Finding("contradicted", claim.text, other.place, evidence.passages[other.place].text, fit=1.0)
                return


def _has(said: Sequence[str], label: Sequence[str]) -> bool:
    """Whether words have those of a label in a row."""
    size = len(label)
    return any(tuple(said[at : at + size]) == tuple(label) for at in range(len(said) - size + 1))


def _is_capital(claim: Passage, line: Line) -> bool:
    """Whether a statement writes a label as a name."""
    return re.search(rf"\b{re.escape(line.label[0])}", claim.text, re.IGNORECASE) is not None and any(
        word[:1].isupper() and re.sub(r"['’]s$", "", word.strip(".,;:()")).lower() == line.label[0]
        for word in claim.text.split()
    )


def _is_moved(claim: Passage, own: Line, other: Line, mine: Sequence[Line], evidence: Evidence) -> bool:
    """Whether a number or thing of a statement stands in another line, and not in its own."""
    here = [evidence.passages[line.place] for line in mine]
    there = evidence.passages[other.place]
    for quantity in claim.quantities:
        if is_soft(quantity):
            continue
        stated = [each for passage in here for each in passage.quantities]
        rival = any(each.kind == quantity.kind and each.unit == quantity.unit for each in stated)
        if (
            rival
            and not any(agree(quantity, each) for each in stated)
            and any(agree(quantity, each) for each in there.quantities)
        ):
            return True
    if other.place < own.place or any(_ALL.search(passage.text) for passage in here):
        return False
    head = evidence.tables.get(own.place)
    titles = evidence.said(head) if head is not None else frozenset()
    units = [
        unit
        for unit in evidence.parts(claim)
        if unit.strong and not _is_label(unit, own) and not (titles and has_unit(titles, unit))
    ]
    moved = [
        unit
        for unit in units
        if has_unit(evidence.said(other.place), unit)
        and not any(has_unit(evidence.said(line.place), unit) for line in mine)
    ]
    return bool(moved) and not any(_is_elsewhere(unit, own, other, evidence) for unit in moved)


def _is_label(unit: Unit, own: Line) -> bool:
    """Whether a word is part of a line's label."""
    return bool(unit.stems & set(own.label))


def _is_elsewhere(unit: Unit, own: Line, other: Line, evidence: Evidence) -> bool:
    """Whether another sentence has a thing and the label too, or says it of all."""
    known = evidence.places(unit.concept) if unit.concept else evidence.with_stems(unit.stems)
    return any(
        at != other.place
        and (
            _has(tuple(re.findall(r"[\w+-]+", evidence.passages[at].text.lower())), own.label)
            or _EVERY.search(evidence.passages[at].text)
        )
        for at in known
    )
