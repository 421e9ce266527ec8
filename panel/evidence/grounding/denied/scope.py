"""How far a statement reaches: ``every plan`` where a source says ``only``, ``all 20`` where it says ``14 of 20``."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.denied.opposing import has_opposite
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lowered import lowered, word_set
from panel.evidence.measures import agree
from panel.evidence.names import same_name
from panel.evidence.passages import Passage

_EVERYWHERE = re.compile(
    r"\b(?:(?:every|each)(?!\s?(?:[.,;)]|$|(?:month|year|quarter|fortnight|week|day|hour|minute|second|time)\b))|all|any(?! (?:moment|time|one time|given|more|case))|both(?! [^,;.]{1,40} and )|always|worldwide|everywhere|anywhere|globally|around the world|in any country)\b",
    re.I,
)
_LIMITED = re.compile(
    r"(?<!the )(?<!The )(?<!-)\b(?:only(?! (?:\d|an? |about|some|one|two|three))|limited to|restricted to|reserved for|exclusive to|exclusively|except|apart from|nowhere else)\b",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(r"\b(?:all|every|each)\s(?:of\s)?(?:the\s|its\s)?(\d+|[a-z]+)\b", re.IGNORECASE)
_OUT_OF = re.compile(
    r"(?<!every )(?<!each )(?<!any )\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?|some|most|half|few|none|several|many)\s(?:out\s)?of\s(?:the\s|its\s)?(\d+|[a-z]+)\b",
    re.IGNORECASE,
)
_INCLUDED = re.compile(
    r"\b(?:included?s?|comes? with|free of charge|for free|at no (?:extra |additional )?(?:cost|charge)|costs? nothing|(?:is|are) free|"
    r"without (?:extra|additional) (?:cost|charge)|built[- ]in|in the box|supplied|preinstalled|thrown in)\b",
    re.IGNORECASE,
)
_EXTRA = re.compile(
    r"\b(?:separately|extra (?:cost|charge|fee)|costs? extra|(?:charged|billed|sold) (?:for|extra|separately)|add-on|surcharge|"
    r"not included|for an? (?:extra|additional) fee)\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"\b(?:nothing extra|no (?:extra|additional) (?:cost|charge|fee)|free|included|comes? with|costs? nothing)\b", re.I
)


def check_scope(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check how far a statement says that something holds, and whether it is paid for.

    Args:
        claim: The statement.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    for place in places[:8]:
        passage = evidence.passages[place]
        if passage.text.rstrip().endswith("?"):
            continue
        if (
            _falls_short(claim, passage)
            or _is_left_out(claim, passage, evidence)
            or _how_often(claim, passage)
            or ((_is_narrower(claim, passage) or _charges_otherwise(claim, passage)) and _shares(claim, passage))
        ):
            yield Finding("contradicted", claim.text, place, passage.text, fit=1.0)
            return


def _shares(claim: Passage, passage: Passage) -> bool:
    """Whether a sentence has what a statement is about: its first telling word or its first number."""
    first = next((item for item in claim.items if item.weight >= 1), None)
    numbers = {quantity.value for quantity in claim.quantities[:1]}
    return (
        first is not None and any(item.concept == first.concept and item.weight >= 1 for item in passage.items)
    ) or bool(numbers & {quantity.value for quantity in passage.quantities})


def _is_narrower(claim: Passage, passage: Passage) -> bool:
    """Whether a sentence limits what a statement says of all."""
    if not _EVERYWHERE.search(claim.text) or _LIMITED.search(claim.text) or any(item.sign < 0 for item in claim.items):
        return False
    if not _LIMITED.search(passage.text):
        return False
    telling = [item.concept for item in claim.items if item.weight >= 1]
    here = {item.concept for item in passage.items} | passage.name_concepts
    shared = sum(concept in here for concept in telling)
    return shared >= 2 or shared == len(telling) or bool(claim.quantities)


_ONLY_LAST = re.compile(r"\bonly(?=\s?[.;)]|$)|\bonly (?:on|in|for|with|from)\b", re.IGNORECASE)
_LEADS = re.compile(r"\b(?:on|in|for|with|from|to)\s(?:the\s)?$", re.IGNORECASE)
_OFTEN = {
    "hourly": 1 / 24,
    "daily": 1,
    "nightly": 1,
    "weekly": 7,
    "fortnightly": 14,
    "monthly": 30,
    "yearly": 365,
    "annually": 365,
}
_EVERY_SO = re.compile(
    r"\b(?:every|each|once a|once an|once per)\s(?:(?P<many>two|three|four|five|six|\d+)\s)?(?P<unit>hour|day|night|week|month|year)s?\b",
    re.I,
)
_EVERY = frozenset({"every", "each", "once"})
"""One of these words says how often, if no adverb does."""

_ADVERB = re.compile(rf"\b(?:{'|'.join(_OFTEN)})\b", re.IGNORECASE)
_DAYS = {"hour": 1 / 24, "day": 1, "night": 1, "week": 7, "month": 30, "year": 365}
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def _is_left_out(claim: Passage, passage: Passage, evidence: Evidence) -> bool:
    """Whether a sentence says ``on macOS and Linux only`` of what a statement says of another place or system."""
    if (
        "only" not in word_set(passage.text)
        or not _ONLY_LAST.search(passage.text)
        or any(item.sign < 0 for item in claim.items)
    ):
        return False
    names = [name for name in claim.names if name.sure and _LEADS.search(claim.text[: name.span[0]])]
    names = [name for name in names if not evidence.subject.is_ours(name.key)]
    here = [name for name in passage.names if name.sure and not evidence.subject.is_ours(name.key)]
    listed = len(here) >= 1 and not any(same_name(name.key, other.key) for name in names for other in here)
    telling = [item.concept for item in claim.items if item.weight >= 1] + [
        word for name in claim.names if name not in names for word in name.key
    ]
    said = passage.concepts | {word for name in here for word in name.key}
    return bool(names and listed and telling) and all(each in said for each in telling)


def _how_often(claim: Passage, passage: Passage) -> bool:
    """Whether a sentence says that something happens more or less often than a statement says."""
    mine = next(_days_between(claim), None)
    theirs = [] if mine is None else list(_days_between(passage))
    if mine is None or not theirs:
        return False
    if any(0.7 <= mine / each <= 1.4 for each in theirs):  # "every six hours on Starter and every hour on Team"
        return False
    return any(item.weight >= 1 and item.concept in passage.concepts for item in claim.items)


def _days_between(passage: Passage) -> Iterator[float]:
    """Yield how many days lie between two times that something happens, other than being paid."""
    said = word_set(passage.text)
    for match in () if said.isdisjoint(_EVERY) else _EVERY_SO.finditer(passage.text):
        if not _is_billed(passage, match):
            many = match["many"]
            yield _DAYS[lowered(match["unit"])] * (_NUMBERS.get(lowered(many)) or float(many) if many else 1)
    for match in () if said.isdisjoint(_OFTEN) else _ADVERB.finditer(passage.text):
        if not _is_billed(passage, match):
            yield _OFTEN[lowered(match.group())]


_BILLED = re.compile(
    r"(?:bill|invoic|pa(?:y|id|ys|ying)\b|charg|renew|subscri|pric|cost|fee|bought|committ?)[^.;]{0,30}$", re.IGNORECASE
)
_COUNTED = re.compile(
    r"\s(?:active\s)?(?:users?|visitors?|plans?|fees?|subscri\w+|prices?|rates?|pa(?:y|id)\w*|bill\w*|charge|option|tier|membership)\b",
    re.IGNORECASE,
)


NEAR_PRICE = 30
"""Characters between a price and a word for how often it is paid."""


def _is_billed(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a word for how often is one of paying or counting: ``billed yearly``, ``monthly users``, ``$9 every month``."""
    start, end = match.span()
    of_price = any(
        quantity.kind == "money" and -NEAR_PRICE < quantity.span[0] - end < NEAR_PRICE
        for quantity in passage.quantities
    )
    of_figure = any(quantity.span[0] <= start < quantity.span[1] for quantity in passage.quantities)
    return of_price or of_figure or bool(_BILLED.search(passage.text[:start]) or _COUNTED.match(passage.text[end:]))


def _falls_short(claim: Passage, passage: Passage) -> bool:
    """Whether a sentence says of some what a statement says of all of as many."""
    mine = {match[1].lower() for match in _NOT_ALL.finditer(claim.text)}
    return (
        bool(mine)
        and "of" in word_set(passage.text)
        and any(
            match[2].lower() in mine and match[1].lower() != match[2].lower()
            for match in _OUT_OF.finditer(passage.text)
        )
        and bool({item.concept for item in claim.items if item.weight >= 0.5} & passage.concepts)
    )


def _charges_otherwise(claim: Passage, passage: Passage) -> bool:
    """Whether a statement says that something is included which a sentence puts a price on, or the other way about."""
    thing = _thing(claim)
    if thing is None or _has_other_figures(claim, passage) or has_opposite(claim, passage):
        return False
    at = next((item for item in passage.items if item.concept == thing), None)
    if at is None:
        return False
    start, end = _stretch(passage.text, at.span)
    stretch = passage.text[start:end]
    priced = any(
        quantity.kind == "money" and quantity.value and start <= quantity.span[0] < end
        for quantity in passage.quantities
    )
    if _INCLUDED.search(claim.text) and not any(item.sign < 0 for item in claim.items):
        return (priced and not _NOTHING.search(stretch)) or bool(_EXTRA.search(stretch) and not priced)
    return bool(_EXTRA.search(claim.text) and _NOTHING.search(stretch) and not priced)


_IN_PRICE = re.compile(
    r"\bincluded (?:in|with|at|for) (?:(?:the|its|that)\s)?(?:(?:full|base|list|retail|starting)\s)?(?:pric\w+|cost|[$€£¥]|[A-Z]{3}\b)"
)


def _has_other_figures(claim: Passage, passage: Passage) -> bool:
    """Whether a statement has figures beside the price in which it says that something is included, or a sentence has that price."""
    if not claim.quantities:
        return False
    if not _IN_PRICE.search(claim.text) or any(each.kind != "money" for each in claim.quantities):
        return True
    return any(agree(mine, each) for mine in claim.quantities for each in passage.quantities)


def _thing(claim: Passage) -> str | None:
    """Return what a statement says is included or charged for: its telling words before the verb."""
    match = _INCLUDED.search(claim.text) or _EXTRA.search(claim.text)
    if match is None:
        return None
    before = [item.concept for item in claim.items if item.span[1] <= match.start() and item.weight >= 1]
    return before[-1] if before else None


def _stretch(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return where the part of a sentence between semicolons or commas lies in which something stands."""
    start = max(text.rfind(mark, 0, span[0]) for mark in (";", ", ", " and ")) + 1
    ends = [at for mark in (";", ", ", " and ") if (at := text.find(mark, span[1])) >= 0]
    return start, min(ends, default=len(text))
