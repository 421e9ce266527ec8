"""Signs in the figures and dates of two sentences: whether they measure one thing, and whether they agree."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from panel.evidence.concepts import concept_of
from panel.evidence.conflicts.amount_topics import same_unit
from panel.evidence.conflicts.baselines import was_before
from panel.evidence.conflicts.events import events_named
from panel.evidence.conflicts.figures_agree import figures_agree, ratio_of
from panel.evidence.conflicts.least_versions import named_versions
from panel.evidence.conflicts.quoted import quotes
from panel.evidence.conflicts.spelt_counts import SECONDS, spelt_counts
from panel.evidence.conflicts.statements import Signs
from panel.evidence.conflicts.told_apart import told_apart
from panel.evidence.dates import DateMention, may_be_same
from panel.evidence.lowered import lowered
from panel.evidence.measures import Quantity, same_measure
from panel.evidence.passages import Passage
from panel.evidence.stems import stem
from panel.evidence.words import singular, words

_VARIANT = re.compile(r"[ -](?:models?|boards?|versions?|variants?|editions?|configurations?|kits?)\b", re.IGNORECASE)
"""What follows a figure that tells one of several from the others: ``the 8 GB board``."""
_NAMED = re.compile(r"\b[Vv](?:ersion|\.)?\s?\d[\w.]*\b|\b(?-i:(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten) [A-Z])")
"""A number that is a version's or part of a name: ``Version 2.0 ships …``, ``Two Spoons``."""

_OF_RELEASE = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Ww]ith|[Bb]efore|[Uu]ntil) \d+\.0(?:\.\d+)*\W*$")
"""A version that nothing else names: ``not supported in 2.0``."""

Met = tuple[Quantity, Quantity]
"""A figure of each of two sentences that measure one thing."""


class Meeting(NamedTuple):
    """The figures of two sentences that measure one thing."""

    agreeing: list[Met]
    """Those that agree, and those that needn't clash where no others do."""
    left: list[Met]
    """Those that disagree and agree with no other."""
    apart: list[Met]
    """Those that disagree and are of two times, versions or trials."""
    on_one_side: bool
    """Whether only one of the two has figures."""


def meeting(a: Passage, b: Passage, own: frozenset[str]) -> Meeting:
    """Hold the figures of two sentences against each other.

    Args:
        a: One sentence.
        b: The other.
        own: Lower-case words of the release's and its vendor's names.
    """
    ours, theirs = _telling(a), _telling(b)
    alike = [(one, other) for one, other in product(ours, theirs) if _one_measure(one, other)]
    agreeing = [
        (one, other)
        for one, other in alike
        if figures_agree(one, other)
        and not (_counted_besides(one, other, ours) or _counted_besides(other, one, theirs))
    ]
    settled = {id(quantity) for each in agreeing for quantity in each}
    open_ones = [each for each in alike if settled.isdisjoint(map(id, each))]
    apart = [(one, other) for one, other in open_ones if told_apart(a.text, one, b.text, other, own)]
    left = [each for each in open_ones if each not in apart]
    return Meeting(agreeing if left else agreeing + apart, left, apart, bool(ours) != bool(theirs))


_MANY_PARTS = 10
"""Number from which on it is no part of a count, but another count of the same: ``60 requests on the one tier, 600 on the other``."""


def _counted_besides(bare: Quantity, other: Quantity, beside: list[Quantity]) -> bool:
    """Whether a number alone stands in for a count that its sentence gives besides: ``four ports: three of them small``."""
    alone = (
        bare.kind == "number"
        and not bare.unit
        and other.kind == "count"
        and bool(other.unit)
        and bare.value < _MANY_PARTS
    )
    return alone and any(each.kind == "count" and unit_of(each) == unit_of(other) for each in beside)


def figures(met: Meeting) -> Signs:
    """Return the signs in two sentences' figures, of which some agree and others are left, or that only one of them has."""
    left = met.left
    ratio = min((ratio_of(one.value, other.value) for one, other in left), default=1.0)
    return {
        "figures agree": float(bool(met.agreeing)),
        "figures told apart": float(bool(met.apart)),
        "figures on one side": float(met.on_one_side),
        "figures clash": float(bool(left)),
        "figures near": float(bool(left) and ratio < 2),
        "figures far": float(bool(left) and ratio > 5),
    }


def _telling(passage: Passage) -> list[Quantity]:
    """Return the figures of a sentence that tell anything."""
    found = (*passage.quantities, *_left_out(passage))
    if not found:
        return []
    text = passage.text
    quoted, versions = quotes(text), named_versions(text)
    return [
        _per_one(_timed(_labelled(each, text)), text)
        for each in found
        if each.kind != "rank"
        and not any(first <= each.span[0] < last for first, last in quoted)
        and not _is_named(text, each, versions)
        and not (each.kind in ("count", "number") and each.text.lower().startswith("one "))
        and "-bit" not in each.text
        and not was_before(text, each.span[0])
        and not (each.kind == "bytes" and _VARIANT.match(text, each.span[1]))
    ]


def _is_named(text: str, quantity: Quantity, versions: list[tuple[int, int]]) -> bool:
    """Whether a figure is a version's or part of a name, where versions of something else stand at some places."""
    start, end = quantity.span
    place = start + len(quantity.text) - len(quantity.text.lstrip())
    if any(first <= place < last for first, last in versions):
        return True
    if quantity.kind == "number" and not quantity.unit and _OF_RELEASE.search(text, max(0, start - 8), end):
        return True
    return any(found.end() > start for found in _NAMED.finditer(text[:end], max(0, start - 9)))


def _left_out(passage: Passage) -> Iterator[Quantity]:
    """Yield the counts that only pairs are read for, where none is read for statements too."""
    read = [each.span for each in passage.quantities]
    for each in spelt_counts(passage.text):
        if not any(start < each.span[1] and each.span[0] < end for start, end in read):
            yield each


_LABEL = re.compile(r"^\W*([A-Za-z]+s)\W{0,2}:\W*$")


def _labelled(quantity: Quantity, text: str) -> Quantity:
    """Return the number behind a label as a count of what it names: ``Parameters: 560 million``."""
    label = _LABEL.search(text[: quantity.span[0]]) if quantity.kind == "number" and not quantity.unit else None
    if not label:
        return quantity
    noun = singular(label[1].lower())
    return replace(quantity, kind="count", unit=noun, noun=(noun,))


def _timed(quantity: Quantity) -> Quantity:
    """Return ``build minutes`` as minutes, and a quarter as 25 percent."""
    if quantity.kind == "multiple" and quantity.value < 1:
        value, low, high = quantity.value * 100, quantity.low * 100, quantity.high * 100
        return replace(quantity, kind="percent", unit="%", value=value, low=low, high=high)
    if quantity.kind != "count" or quantity.unit not in SECONDS:
        return quantity
    factor = SECONDS[quantity.unit]
    value, low, high = quantity.value * factor, quantity.low * factor, quantity.high * factor
    return replace(quantity, kind="time", unit="second", value=value, low=low, high=high)


_OF_MANY = re.compile(r"(\d+)([km]?) (\w+)")


_FOR_MANY = re.compile(
    r"\s(?:for|per) (?:every |each )?(?:a |one |1 ?)?(thousand|million|hundred|1,?000) ([a-z]+)", re.IGNORECASE
)
_MANY = {"hundred": 1e2, "thousand": 1e3, "1000": 1e3, "1,000": 1e3, "million": 1e6}


def _per_one(quantity: Quantity, text: str) -> Quantity:
    """Return ``$3 per million characters`` as a price per character."""
    told = _FOR_MANY.match(text, quantity.span[1]) if quantity.kind == "money" and not quantity.per else None
    if told:
        factor = _MANY[lowered(told[1])]
        value, low, high = quantity.value / factor, quantity.low / factor, quantity.high / factor
        return replace(quantity, value=value, low=low, high=high, per=(singular(told[2].lower()),))
    many = _OF_MANY.fullmatch(quantity.per[0]) if quantity.kind == "money" and quantity.per else None
    if many is None:
        return quantity
    factor = float(many[1]) * {"": 1.0, "k": 1e3, "m": 1e6}[many[2]]
    value, low, high = quantity.value / factor, quantity.low / factor, quantity.high / factor
    return replace(quantity, value=value, low=low, high=high, per=(many[3], *quantity.per[1:]))


def _one_measure(a: Quantity, b: Quantity) -> bool:
    if "count" in (a.kind, b.kind) and {a.kind, b.kind} <= {"count", "number"}:
        return not a.unit or not b.unit or bool(_nouns(a) & _nouns(b)) or _one_unit(unit_of(a), unit_of(b))
    return same_measure(a, b) or {a.kind, b.kind} == {"percent", "number"}


_PERSONS = frozenset(
    words(
        "user person people member volunteer employee worker staff developer engineer maintainer contributor founder "
        "researcher scientist programmer author human colleague partner participant subject patient listener"
    )
)
_PIECES = frozenset(words("unit piece device copy item"))
_MACHINES = frozenset(words("computer machine device pc laptop desktop mac"))


def _one_unit(one: str, other: str) -> bool:
    """Whether two nouns may count the same: people under any name, or things that one calls units."""
    if one == other:
        return True
    if "user" in (one, other):  # what people are called by ``unit_of``
        return {one, other} <= _PERSONS
    if {one, other} <= _MACHINES:
        return True
    return bool({one, other} & _PIECES) and not {one, other} & _PERSONS


def unit_of(quantity: Quantity) -> str:
    """Return what a figure counts, by the one name that stands for all others."""
    return same_unit().get(quantity.unit, quantity.unit)


def _nouns(quantity: Quantity) -> set[str]:
    found = {concept_of(stem(word)).name for word in quantity.noun}
    return found | ({unit_of(quantity)} if quantity.kind == "count" and quantity.unit else set())


def days(a: Passage, b: Passage) -> Signs:
    """Return the signs in two sentences' dates."""
    met = list(product(days_told(a), days_told(b)))
    clash = bool(met) and not any(may_be_same(one, other) for one, other in met)
    if not clash:
        return dict.fromkeys(_DATED, 0.0)
    gaps = [abs((one.start - other.start).days) for one, other in met if one.start and other.start]
    ours, theirs = events_named(a.text), events_named(b.text)
    return {
        "dates clash": 1.0,
        "dates of one event": float(bool(ours & theirs)),
        "dates of other events": float(bool(ours and theirs) and not ours & theirs),
        "date of no event": float(not (ours and theirs)),
        "dates near": float(bool(gaps) and min(gaps) < 100),
    }


_DATED = ("dates clash", "dates of one event", "dates of other events", "date of no event", "dates near")
"""The signs in two sentences' dates."""


def days_told(passage: Passage) -> list[DateMention]:
    """Return the dates of a sentence; ``today`` only where nothing says what day that is."""
    exact = [each for each in passage.dates if each.month or each.start]
    return exact or list(passage.dates)
