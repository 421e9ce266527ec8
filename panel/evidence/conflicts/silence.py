"""What one page says was never told, and another page tells."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, partial
from typing import NamedTuple

from panel.evidence.conflicts.amounts import Amount
from panel.evidence.conflicts.grammar import stems_of
from panel.evidence.conflicts.spoken import Spoken
from panel.evidence.conflicts.statements import Clash, Statement, same_subject
from panel.evidence.lowered import lowered, word_set
from panel.evidence.words import words

_MATTERS: dict[str, str] = {
    "benchmarks": r"benchmark(?:s|ing)?(?: (?:data|numbers?|results?|scores?|figures?))?|(?:test|evaluation) "
    r"(?:results|scores|numbers)|scores",
    "price": r"prices?|pricing|cost",
    "parameters": r"(?:number of )?parameters?(?: count)?|(?:model )?size",
    "context window": r"context (?:window|length|size)",
    "date of the launch": r"(?:release|launch) date",
    "licence": r"licen[cs]e(?: terms)?",
    "battery life": r"battery life",
    "funding": r"funding|investors",
}
_DIGITS = tuple("0123456789")
_MATTER_WORDS = frozenset(
    words(
        "benchmark benchmarks benchmarking test evaluation scores price prices pricing cost parameter parameters size context "
        "date licence license battery funding investors"
    )
)
"""Words of which every matter has one."""

_TOLD_WITH: dict[str, tuple[str, ...]] = {
    "benchmarks": words(
        "bench index scor eval hard verified arena mmlu math swe arc glue exam suite test docvqa refcoco on top lead head"
    ),
    "price": (*_DIGITS, *words("free nothing money dollar euro pound franc yen crown cent")),
    "parameters": words("param size b illi"),
    "context window": words("token context window"),
    "date of the launch": (*_DIGITS, *words("jan feb mar apr may jun jul aug sep oct nov dec")),
    "licence": ("",),
    "battery life": words("batter charge last run standby air flight"),
    "funding": _DIGITS,
}
"""By matter: letters of which a sentence that tells it has some; of the licence any, for it is soon seen."""

TOLD_WITHOUT_NUMBER = frozenset(("date of the launch", "licence"))
"""Matters that a date or a licence tells; all others a number."""

_TELL = (
    r"disclos\w+|publish\w*|releas\w+|shar(?:e|ed|ing)|giv(?:e|es|en|ing)|gave|provid\w+|reveal\w*|report\w*"
    r"|announc\w+|stat(?:e|ed|es)|name[ds]?|mention\w*|show[ns]?|said|available|known|told|offer\w*|public"
)
_BEFORE = re.compile(
    rf"\b(?:(?:{_TELL}) (?:no|neither|nor|no concrete|no further|no official)"  # published no prices
    rf"|(?:not|n't|never|yet to) (?:yet )?(?:{_TELL})(?: any| the| its| a| exact)*"  # didn't disclose the price
    r"|nothing (?:is|was|has been) (?:known|said|told|disclosed|published) (?:about|on|of)(?: the| its)?"
    r"|(?:silent|mum|quiet|tight-lipped) (?:about|on)(?: the| its)?"
    r"|without(?: any| publishing| giving| disclosing| a| a single)*)\s$",
    re.IGNORECASE,
)
"""What makes a matter untold when it stands right before it."""

_NO = re.compile(
    r"(?:\b(?:there (?:is|are|were|was)|has|have|had|comes with|offers) (?:no|not a single)|\black(?:s"
    r"|ing)?(?: any)?)\s$|^no $",
    re.IGNORECASE,
)
"""What makes it untold if nothing follows that it is of."""

_AFTER = re.compile(
    r"(?: (?:data|whatsoever|at all|of any kind))?(?:"
    r" (?:\w+ )?(?:was|were|has|have|is|are|remains?|stays?)(?: been)?(?: not|n't| never)?(?: yet| been| so far)* "
    r"(?:undisclosed|unknown|unpublished|secret|unclear|unstated)"
    rf"|(?: was| were| has| have| is| are)(?: not|n't| never)(?: yet| been| so far)* (?:{_TELL}))\b",
    re.IGNORECASE,
)
"""What makes it untold when it follows."""

_TOLD_NO = re.compile(
    rf"(?: (?:data|whatsoever|at all|of any kind))?(?: was| were| has been| have been| is| are| had been)?(?: yet| "
    rf"ever| so far)? (?:{_TELL})\b",
    re.IGNORECASE,
)
"""What follows it after a ``no``: ``no benchmark data was disclosed``."""

_SCORED = re.compile(r"\bbenchmark|\bindex\b|\bscor\w+ (?!of)", re.IGNORECASE)
_ENDS = re.compile(r"(?: (?:data|numbers))?(?= (?:at launch|yet|so far|at all|on)\b|[.,;!]|$)", re.IGNORECASE)
_THIRD = re.compile(
    r"\b(?:independent|third-party|external|official|detailed|further|new|exact|other|comparable|reproducible|full"
    r"|additional|comparative)\b",
    re.IGNORECASE,
)


_OF_SOMETHING = re.compile(r" for (?!now\b|users\b|everyone\b)\w", re.IGNORECASE)

_ANCHORS = (
    "no not never without nothing unknown undisclosed unclear silent secret lacks lacking yet unpublished unstated "
    "neither nor mum quiet tight-lipped"
)


class Untold(NamedTuple):
    """Something that was told, or that nobody told."""

    matter: str
    """What."""
    told: bool
    """Whether this sentence tells it."""
    words: str
    """The words that do, or that say that nobody did."""


def untold(spoken: Spoken) -> Iterator[Statement]:
    """Yield what a sentence says was not told."""
    if word_set(spoken.text).isdisjoint(_MATTER_WORDS) or spoken.stems.isdisjoint(stems_of(_ANCHORS)):
        return
    for found in _matter().finditer(spoken.text):
        words = _untold_words(spoken.text, found)
        if words is None or _THIRD.search(words) or _OF_SOMETHING.match(spoken.text, found.end()):
            continue
        matter = next(name for name, number in zip(_MATTERS, found.groups(), strict=True) if number)
        silent = Untold(matter, told=False, words=words)
        frame, others = partial(spoken.frame, found.start()), partial(spoken.others, found.start())
        yield Statement("untold", frozenset({f"untold {matter}"}), silent, spoken, frame, others)


@cache
def _matter() -> re.Pattern[str]:
    """Return one expression for all matters, a group for each."""
    return re.compile(rf"\b(?:{'|'.join(f'({words})' for words in _MATTERS.values())})\b", re.IGNORECASE)


def _untold_words(text: str, found: re.Match[str]) -> str | None:
    """Return the words that say that a matter wasn't told; None if nothing does."""
    near = max(0, found.start() - 60)
    before, end = text[near : found.start()], found.end()
    if said := _BEFORE.search(before):
        return text[near + said.start() : end]
    if said := _AFTER.match(text, end):
        return text[found.start() : said.end()]
    denied = re.search(r"\bno (?:\w+ )?$", before, re.IGNORECASE)
    if denied and (said := _TOLD_NO.match(text, end)):
        return text[near + denied.start() : said.end()]
    if (said := _NO.search(before)) and _ENDS.match(text, end):
        return text[near + said.start() : end]
    return None


def matters_of(silent: Iterable[Statement]) -> frozenset[str]:
    """Return what some statements say wasn't told."""
    return frozenset(each.value.matter for each in silent if isinstance(each.value, Untold))


def may_tell(spoken: Spoken, matters: frozenset[str]) -> bool:
    """Whether a sentence has letters without which it tells none of these matters."""
    small = lowered(spoken.text)
    return any(any(map(small.__contains__, _TOLD_WITH[matter])) for matter in matters)


def told(stated: Iterable[Statement]) -> Iterator[Statement]:
    """Yield what the numbers, dates and licences of a sentence tell of matters that others may say weren't told."""
    for statement in stated:
        matter = _told_by(statement)
        if matter in _MATTERS:
            words = statement.value.quantity.text if isinstance(statement.value, Amount) else statement.spoken.text
            telling = Untold(matter, told=True, words=words)
            frame, whose = partial(getattr, statement, "frame"), partial(getattr, statement, "others")
            keys = frozenset({f"untold {matter}"})
            yield Statement("untold", keys, telling, statement.spoken, frame, whose)


def _told_by(statement: Statement) -> str | None:
    if isinstance(statement.value, Amount):
        amount = statement.value
        if amount.quantity.kind in ("number", "rank", "percent") and (
            amount.bench or _SCORED.search(statement.spoken.text)
        ):
            return "benchmarks"
        if amount.quantity.kind == "money" and "price" in amount.topic:
            return "price"
        if amount.quantity.unit == "parameter":
            return "parameters"
        if amount.quantity.unit == "token" and "context" in amount.topic:
            return "context window"
        if amount.quantity.kind in ("time", "months") and "battery" in amount.topic:
            return "battery life"
        if amount.quantity.kind == "money" and "funding" in amount.topic:
            return "funding"
        return None
    if statement.kind == "event" and "event launch" in statement.keys:
        return "date of the launch"
    if statement.kind == "terms":
        return "licence"
    return None


def untold_clash(a: Statement, b: Statement) -> Clash | None:
    """Return why something can't be both untold and told; None if it needn't be."""
    one, other = a.value, b.value
    if (
        not isinstance(one, Untold)
        or not isinstance(other, Untold)
        or one.told == other.told
        or one.matter != other.matter
    ):
        return None
    if not same_subject(a, b) or ("later" in a.frame.times | b.frame.times and not one.told):
        return None
    silent, telling = (one, other) if other.told else (other, one)
    return Clash(
        f"whether {silent.matter} {'were' if silent.matter.endswith('s') else 'was'} disclosed",
        f"One says {silent.words.strip()!r}, the other gives {telling.words.strip(' .,')!r}.",
    )
