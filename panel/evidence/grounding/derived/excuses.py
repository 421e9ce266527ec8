"""Figures that seem missing or contradicted, and that the dossier bears out in another shape after all."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from panel.evidence.dates import DateMention, may_be_same
from panel.evidence.grounding.derived.dated import lies_away
from panel.evidence.grounding.derived.discounts import same_discount
from panel.evidence.grounding.derived.lapses import lies_between
from panel.evidence.grounding.derived.reckoning import follows, is_change
from panel.evidence.grounding.listed.paired_labels import has_its_label
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.licences import LicenceMention, same_licence
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity, close_enough
from panel.evidence.names import same_name
from panel.evidence.passages import Passage
from panel.evidence.words import words

MOST = 12
"""Numbers of a sentence that are set against each other."""

_BARE = re.compile(r"\d+(?:\.\d+)?")
_YEAR = re.compile(r"(?:over the |under the |above the |below the |from the )?((?:19|20)\d\d)")
_CHANGE = re.compile(
    r"\b(?:from|instead of|rather than|no longer|used to|was|were|replac\w+|until|turns?|becomes?)\b", re.I
)
_PERIODS = frozenset({"month", "year", "week", "day", "hour", "minute", "second"})


def is_excused(claim: Passage, finding: Finding, evidence: Evidence, places: Sequence[int]) -> bool:
    """Whether a figure that was called missing or contradicted stands in the dossier after all, or follows from it.

    Args:
        claim: The statement.
        finding: What became of its figure.
        evidence: The dossier.
        places: The sentences that have most in common with the statement.
    """
    if finding.quantity is not None:
        return _is_number_excused(claim, finding.quantity, finding, evidence, places)
    for mention in claim.dates:
        if mention.text.strip() == finding.part:
            return _is_date_excused(claim, mention, finding, evidence)
    return any(
        mention.text.strip() == finding.part and _is_licence_excused(claim, mention, evidence)
        for mention in claim.licences
    )


def _is_number_excused(
    claim: Passage, quantity: Quantity, finding: Finding, evidence: Evidence, places: Sequence[int]
) -> bool:
    start, end = quantity.span
    if re.match(r"\.\d", claim.text[end:]):
        return True  # the first part of a version: 4.0.0
    if _is_denominator(claim, quantity):
        return True
    if lies_between(claim, quantity, evidence) or has_its_label(claim, quantity, evidence, places[:NEAR]):
        return True
    digits = quantity.text.strip(" .,")
    if quantity.kind == "number" and (year := _YEAR.fullmatch(digits)):
        return any(year[1] in passage.text for passage in evidence.passages)
    if _BARE.fullmatch(digits) and _ELLIPTIC.search(claim.text[:start]):
        return any(_has_value(evidence.passages[place], float(digits)) for place in places)
    if finding.place is not None:
        passage = evidence.passages[finding.place]
        if _same_amount(quantity, finding.said, passage) or _stands_bare(claim, quantity, passage):
            return True
    if any(follows(claim, quantity, evidence.passages[place].quantities) for place in places[:NEAR]):
        return True
    if quantity.kind != "percent":
        return False
    if any(same_discount(claim, evidence.passages[place]) for place in places[:NEAR]):
        return True
    changed = is_change(claim, quantity)
    return _is_some_of(quantity, evidence) or is_share(quantity, evidence, places, changed=changed)


_FEW = {word: at for at, word in enumerate(words("one two three four five six seven eight nine"), 1)}
_SOME_OF = re.compile(r"(?P<some>[a-z]+|\d+)\b.*\b(?:in|of)\s(?:every\s)?(?P<all>[a-z]+|\d+)$", re.IGNORECASE)


def _is_some_of(quantity: Quantity, evidence: Evidence) -> bool:
    """Whether both numbers of ``five failures in 64`` stand in two sentences that follow each other."""
    match = _SOME_OF.fullmatch(quantity.text)
    if match is None or not match["all"].isdigit():
        return False
    some = match["some"].lower()
    written = {some, *(word for word, at in _FEW.items() if str(at) == some), str(_FEW.get(some, some))}
    part, whole = re.compile(rf"\b(?:{'|'.join(written)})\b", re.IGNORECASE), re.compile(rf"\b{match['all']}\b")
    for place, passage in enumerate(evidence.passages):
        if whole.search(passage.text):
            following = evidence.passages[place + 1].text if place + 1 < len(evidence.passages) else ""
            if part.search(f"{passage.text} {following}"):
                return True
    return False


def is_share(quantity: Quantity, evidence: Evidence, places: Sequence[int], *, changed: bool = False) -> bool:
    """Whether a percentage is the share that one number of the dossier is of another, or how far two are apart.

    Args:
        quantity: The percentage.
        evidence: The dossier.
        places: The sentences that have most in common with its statement.
        changed: Whether it says by how much something changed, so that only the distance of two counts.
    """
    near = (share for place in places[:NEAR] for share in _shares(evidence.passages[place].quantities))
    if changed:
        return any(
            _same_share(share, quantity)
            for passage in evidence.passages
            for share in _shares(passage.quantities, apart=True)
        )
    if not quantity.exact and any(_same_share(share, quantity) for share in near):
        return True
    for place, passage in enumerate(evidence.passages):
        figures = passage.quantities
        if _OUT_OF.search(passage.text) and any(_same_share(share, quantity) for share in _shares(figures)):
            return True
        before = evidence.before(place)
        if before is not None and not quantity.exact:
            prices = [
                each
                for each in (*evidence.passages[before].quantities, *figures)
                if each.kind == "money" and each.value >= LARGE
            ]
            if any(_same_share(share, quantity) for share in _shares(prices)):
                return True
    return False


NEAR = 8
"""Sentences whose numbers are set against each other."""

LARGE = 100
"""Prices from which one sum is soon set against another in percent."""

_OUT_OF = re.compile(r"\bof\b", re.IGNORECASE)


def _stands_bare(claim: Passage, quantity: Quantity, passage: Passage) -> bool:
    """Whether a number follows without its unit, behind a name of the statement's: ``on an iPhone, 44``; no other cell of a row."""
    if " | " in passage.text:
        return False
    for each in passage.quantities if quantity.kind != "number" else ():
        if each.kind == "number" and each.value == quantity.value:
            before = [name for name in passage.names if name.span[1] <= each.span[0]]
            if before and any(same_name(before[-1].key, name.key) for name in claim.names):
                return True
    return False


_ELLIPTIC = re.compile(r"\b(?:against|versus|vs\.?|than|(?:up |down )?from|instead of)\s(?:the\s)?$", re.IGNORECASE)
"""What stands before a number whose unit was said before: ``26 ms against 38``."""


def _has_value(passage: Passage, value: float) -> bool:
    """Whether a sentence has these digits, or as many cents, whatever they measure."""
    return any(
        (number := _BARE.search(each.text)) is not None and value in (float(number.group()), round(each.value * 100, 2))
        for each in passage.quantities
    )


def _is_denominator(claim: Passage, quantity: Quantity) -> bool:
    """Whether a number says per how many a price is: ``buys a million tokens``."""
    round_ = quantity.kind in ("count", "number") and quantity.value in (1.0, 1e3, 1e6)
    return round_ and any(each.kind == "money" for each in claim.quantities)


def _same_amount(quantity: Quantity, said: str, passage: Passage) -> bool:
    """Whether the other price is the very same, though its words don't say the same of what it is per."""
    if quantity.kind != "money":
        return False
    mine = _PERIODS & set(quantity.per)
    alike = [each for each in passage.quantities if each.text.strip() == said and each.unit == quantity.unit]
    return any(
        close_enough(quantity, each) and (not mine or not _PERIODS & set(each.per) or mine & set(each.per))
        for each in alike
    )


def _shares(figures: Sequence[Quantity], *, apart: bool = False) -> Iterator[float]:
    """Yield the share that one number is of its neighbour unless only ``apart``, and by how much the two differ, in percent."""
    for one, other in pairwise(figures[:MOST]):
        small, large = sorted((one.value, other.value))
        alike = one.kind == other.kind or {one.kind, other.kind} <= {"count", "number"}
        if alike and 0 < small < large:
            if not apart:
                yield 100 * small / large
            yield 100 * (large - small) / large
            if apart:
                yield 100 * (large - small) / small


def _same_share(share: float, quantity: Quantity) -> bool:
    slack = 0.6 if quantity.exact else 2.5
    return abs(share - quantity.value) <= slack


_OF = re.compile(r"\b(?:from|of|since|in|by|the|an?)\s$", re.IGNORECASE)
_LAUNCH = re.compile(r"\b(?:from today|starting today|since today|as of today)\b", re.IGNORECASE)


def _is_date_excused(claim: Passage, mention: DateMention, finding: Finding, evidence: Evidence) -> bool:
    """Whether a date stands anywhere, if only over a list, or lies as far from another one as a sentence says."""
    if mention.precision == "year" and finding.kind == "unsupported" and _OF.search(claim.text[: mention.span[0]]):
        year = mention.text.strip()[-4:]
        if any(year in passage.text for passage in evidence.passages):
            return True  # "a laptop from 2019" of "a 2019 laptop"
    if finding.kind == "unsupported":
        written = evidence.days_written
        if any(may_be_same(mention, each) for passage in evidence.passages for each in passage.dates):
            return True
        if mention.start is None and mention.month and any(day.month == mention.month for day in written):
            return True
    elif "available" in claim.concepts and any(
        may_be_same(mention, each) and each.precision == "day"
        for passage in evidence.passages
        if _LAUNCH.search(passage.text)
        for each in passage.dates
    ):
        return True
    return lies_away(claim, mention, evidence)


def _is_licence_excused(claim: Passage, mention: LicenceMention, evidence: Evidence) -> bool:
    """Whether a licence is one of two that a change is between, and both stand in the dossier."""
    if len(claim.licences) < 2 or not _CHANGE.search(claim.text):
        return False
    return any(same_licence(mention.name, each.name) for passage in evidence.passages for each in passage.licences)
