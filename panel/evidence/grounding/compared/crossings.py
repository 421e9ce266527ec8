"""The same words and numbers put together otherwise: from 10 to 6 for from 6 to 10, in its first week for in its first month."""

import re
from collections.abc import Iterator, Mapping, Sequence

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import Unit, units_of
from panel.evidence.measures import Quantity, agree
from panel.evidence.numerals import read_numerals
from panel.evidence.passages import Passage

_TO = re.compile(
    r",?\s(?:(?:up|down|all the way|a month|a year)\s)?to\s(?:only\s|just\s|about\s|some\s)?", re.IGNORECASE
)
_FROM = re.compile(r"\bfrom\s(?:about\s|some\s|around\s)?$", re.IGNORECASE)
_FIRST = re.compile(
    r"\b(?:first\s(?P<many>two|three|four|five|six|\d+)?\s?(?P<unit>hour|day|week|weekend|month|quarter|year)s?|(?P<one>hour|day|week|month|year) one)\b",
    re.IGNORECASE,
)
_MODEL = re.compile(
    r"\b(?P<kind>[A-Z][A-Za-z]*(?:[ -][A-Z][A-Za-z]*){0,2})(?P<join>[ -])(?P<number>\d+(?:\.\d+)?[A-Za-z]{0,2})\b(?![.,]\d)"
)
_OR_LATER = re.compile(
    r"\s?(?:\+|or (?:later|newer|above|higher|up)|and (?:later|newer|above|up)|upwards?)", re.IGNORECASE
)
_NO_KIND = re.compile(
    r"(?:.*\b)?(?:Version|Release|Step|Day|Week|Chapter|Table|Figure|Page|Issue|No|Part|Section|Article|Phase|Q|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|"
    r"Sep|Sept|Oct|Nov|Dec|January|February|March|April|June|July|August|September|October|November|December|In|At|On|By|The|For|From|Over|"
    r"Under|About|Only|All|Of|With|And|USD|EUR|CHF|NOK|SEK|DKK|GBP|AUD|CAD|INR|JPY|PLN|EU|A|An|Its|It)",
)
"""Words before a number that are no name of a model."""


def check_crossings(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check how a statement puts together what stands in a sentence in another order, or of another model or time.

    Args:
        claim: The statement.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    moved, first, held = list(moves(claim)), _FIRST.search(claim.text), _held(claim)
    models = list(_unknown_models(claim, evidence)) if claim.quantities and not claim.denials else []
    if not (moved or first or len(held) > 1 or models or claim.denials):
        return
    for place in places[:8]:
        passage = evidence.passages[place]
        if (
            (moved and any(_is_turned(one, two) for one in moved for two in moves(passage)))
            or (first and _is_of_other_time(claim, passage, first))
            or (len(held) > 1 and _is_crossed(held, _held(passage)))
            or (claim.denials and not _UNLIKE.search(claim.text) and _is_denied_of_other(claim, evidence, place))
            or any(_has_other_model(claim, evidence, place, each) for each in models)
        ):
            yield Finding("contradicted", claim.text, place, passage.text, fit=1.0)
            return


def moves(passage: Passage) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield the two numbers of every ``from 10 to 6``."""
    for one, two in zip(passage.quantities, passage.quantities[1:], strict=False):
        if _TO.fullmatch(passage.text[one.span[1] : two.span[0]]) and _FROM.search(passage.text[: one.span[0]]):
            yield one, two


def _is_turned(mine: tuple[Quantity, Quantity], theirs: tuple[Quantity, Quantity]) -> bool:
    """Whether something went from one number to another here, and the other way there."""
    if mine[0].value == mine[1].value:
        return False
    return agree(mine[0], theirs[1]) and agree(mine[1], theirs[0]) and not agree(mine[0], theirs[0])


def _is_of_other_time(claim: Passage, passage: Passage, first: re.Match[str]) -> bool:
    """Whether a sentence has a statement's number of another first time: of a month, not of a week."""
    theirs = _FIRST.search(passage.text)
    if theirs is None or _length(first) == _length(theirs):
        return False
    if any(_length(each) == _length(first) for each in _FIRST.finditer(passage.text)):
        return False
    return any(agree(one, two) for one in claim.quantities for two in passage.quantities if one.value > FEW)


FEW = 20
"""Numbers up to this stand for too many things."""


def _length(match: re.Match[str]) -> tuple[str, str]:
    return (match["many"] or "").lower(), (match["unit"] or match["one"]).lower()


def _held(passage: Passage) -> dict[str, float]:
    """Return the number that stands before every name, tied to it by ``in`` and the like."""
    if len(passage.names) < 2:
        return {}
    numerals = list(read_numerals(passage.text))
    found: dict[str, float] = {}
    for name in passage.names:
        before = [each for each in numerals if each.span[1] <= name.span[0]]
        if before and _TIED.fullmatch(passage.text[before[-1].span[1] : name.span[0]]):
            found[name.text] = before[-1].value
    return found


_TIED = re.compile(r"[^,;.:A-Z]{0,40}\s(?:in|on|for|at|with|from)\s(?:the\s)?")


def _is_crossed(mine: Mapping[str, float], theirs: Mapping[str, float]) -> bool:
    """Whether two names have each other's numbers."""
    both = [name for name in mine if name in theirs]
    return any(
        mine[one] != mine[two] and mine[one] == theirs[two] and mine[two] == theirs[one] for one in both for two in both
    )


_UNLIKE = re.compile(r"\b(?:unlike|than|compared|instead|rather)\b", re.IGNORECASE)


def _is_denied_of_other(claim: Passage, evidence: Evidence, place: int) -> bool:
    """Whether a sentence affirms of one of two things what a statement denies of it, and denies it of the other."""
    mine = [unit for unit in units_of(claim) if unit.strong]
    theirs = [unit for unit in evidence.units(place) if unit.strong]
    turned = {(one.sign, one.clause) for one in mine if (sign := _sign(one, theirs)) and sign != one.sign}
    kept = [one for one in mine if one.sign == _sign(one, theirs) and one.sign < 0]
    affirmed, denied = ({clause for sign, clause in turned if sign == each} for each in (1, -1))
    return bool(affirmed and denied) and affirmed.isdisjoint(denied) and not kept


def _sign(unit: Unit, among: Sequence[Unit]) -> int:
    """Return how a word or name stands among those of a sentence: affirmed, denied, or 0 for not or both."""
    signs = {each.sign for each in among if each.stems == unit.stems}
    return signs.pop() if len(signs) == 1 else 0


def _unknown_models(claim: Passage, evidence: Evidence) -> Iterator[re.Match[str]]:
    """Yield the names with a number behind that no source has: ``RTX 3090``."""
    taken = [each.span for each in claim.dates] + [each.span for each in claim.licences]
    for match in _MODEL.finditer(claim.text):
        start, end = match.span()
        if _NO_KIND.fullmatch(match["kind"]) or any(one < end and start < two for one, two in taken):
            continue
        spelt = re.compile(rf"\b{re.escape(match['kind'])}[ -]?{re.escape(match['number'])}(?![\w.]*\d)", re.IGNORECASE)
        if not any(spelt.search(passage.text) for passage in evidence.passages):
            yield match


def _has_other_model(claim: Passage, evidence: Evidence, place: int, mine: re.Match[str]) -> bool:
    """Whether a sentence says of another model of the same name what a statement says of one: the same number."""
    passage = evidence.passages[place]
    others = [each for each in _MODEL.finditer(passage.text) if each["kind"] == mine["kind"]]
    if not others or any(_OR_LATER.match(passage.text[each.end() :]) for each in others):
        return False
    for one in claim.quantities:
        if mine.start() <= one.span[0] < mine.end() or one.value <= FEW or not any(c.isdigit() for c in one.text):
            continue
        if any(agree(one, two) for two in passage.quantities):
            return True
    return False
