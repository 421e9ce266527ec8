"""Numbers of a sentence with what they are of: counts, sums, sizes, scores, places in a ranking."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial

from panel.evidence.conflicts.amount_topics import ALONE, EXTRAS, OF_EXAMPLES, PLAIN_MODIFIERS, TOPICS, same_unit
from panel.evidence.conflicts.belonging import owner_of, tests_named
from panel.evidence.conflicts.frames import Frame, frame_of
from panel.evidence.conflicts.grammar import stems_of
from panel.evidence.conflicts.spoken import Spoken
from panel.evidence.conflicts.statements import Statement
from panel.evidence.lazily import lazily
from panel.evidence.lowered import lowered, word_set
from panel.evidence.measures import Quantity
from panel.evidence.words import singular, words

_CHANGED_FROM = re.compile(
    r"\b(?:from|instead of|compared (?:with|to)|against|rather than|formerly|previously|than|not|another|extra"
    r"|save[sd]?|saving|adds?|added|"
    r"(?:increas\w*|grew|rose|cut|reduced|down|up|lowered|raised|fell|dropped) by)\s+(?:the\s|its\s|an?\s|just\s"
    r"|only\s)?$",
    re.IGNORECASE,
)
_ALWAYS_BEFORE = (
    *words("from of with to against than formerly previously not another extra save saved saves saving add adds added"),
    *words("by the its a an just only"),
)
"""Words of which one stands right before such a number."""

_BASELINE = re.compile(
    r"\b(?:than|compared (?:with|to)|versus|vs\.?|over|against|relative to)\s([^,.;]{2,60})", re.IGNORECASE
)
_COMPARING = frozenset(words("than compared versus vs over against relative"))
_OF_THEM = re.compile(
    r"\s*(?:of\s(?:its|their|the|them|these|those|our|which)|out of|in (?:five|ten|\d)|(?:points\s)?(?:each|apiece"
    r"|respectively))\b",
    re.IGNORECASE,
)
_EMPLOYS = re.compile(
    r"\bemploy\w*|\bstaff\b|\bteam\b|\bworkforce\b|\bheadcount\b|\bwork(?:s|ing)? (?:for|at|there|in the company)\b"
    r"|\bhires?\b",
    re.IGNORECASE,
)
_TESTS = re.compile(r"\bbeta\b|\btest(?:s|ing|ed)?\b", re.IGNORECASE)
_FREE = re.compile(
    r"\b(?:is|are|costs?|comes|available) (?:(?:completely|entirely|now|also|still|absolutely) )?(?:free(?: of "
    r"charge)?(?=[.,;]|$| for \w+| to use)|nothing|no money)\b",
    re.IGNORECASE,
)
_FOR_FREE = words("free nothing money")
_MACHINES = re.compile(
    r"\b(a single|one|just one|two|three|four|eight|2|4|8|16)\s(?:\d+\s?[GT]B\s|(?:consumer|Nvidia|data cent(?:er"
    r"|re))\s)*(?:[AHBL]\d{2,3}\s|RTX \d{4}\s)?(?:GPUs?|graphics cards?|[AHB]\d{3}s?)\b",
    re.IGNORECASE,
)
_NUMBERS = {"a single": 1.0, "one": 1.0, "just one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "eight": 8.0}
_OF_WHICH = re.compile(r",? of (?:which|these|them)(?: only| about| just| roughly)?\s*")
_ORDER = re.compile(
    r"\bis (?:the |its |the \w+'s |the company's |already the |only the )?(first|second|third|fourth|fifth|sixth"
    r"|seventh|eighth) "
    r"(?:\w+ )?(model|product|version|release|device|app|generation)\b(?! (?:with|that|which|to|in which|able|under))",
    re.IGNORECASE,
)
_ORDINALS = words("first second third fourth fifth sixth seventh eighth")
_TOPS = re.compile(
    r"\b(?:tops|leads|heads)\s(?:the\s)?(?=[^.;]{0,40}(?:leaderboard|ranking|index|arena|list|chart))", re.IGNORECASE
)

_CUTS = re.compile(r",|;|\band\b|\bbut\b|\bwhile\b|\(")

_AT_TOP = words("tops leads heads")
_OPENING = re.compile(
    r"(?:(?:with|without|on|in|at|for|if|when|under|billed|paid|during|after|before|until|by)\b[^,]{2,60},"
    r"|with [^,.;]{2,40}(?= it\b| the\b))",
    re.IGNORECASE,
)


class Amount:
    """A number with what it is of, each part read when it is first asked for: most numbers never meet another.

    Args:
        spoken: The sentence.
        quantity: The number as it stands there.
        stretch: Reads the part of the sentence that speaks of it.
    """

    def __init__(self, spoken: Spoken, quantity: Quantity, stretch: Callable[[], tuple[int, int]]) -> None:
        self.spoken = spoken
        self._given = quantity
        self._stretch = stretch
        unit = _unit(spoken, quantity)
        self.quantity = quantity if unit == quantity.unit else replace(quantity, unit=unit)

    @lazily
    def span(self) -> tuple[int, int]:
        """The part of the sentence that speaks of it."""
        return self._stretch()

    @lazily
    def _clause(self) -> tuple[int, int]:
        """The clause that it stands in, and its own part of the sentence."""
        start, end = self.spoken.clause(self.quantity.span[0])
        return min(start, self.span[0]), max(end, self.span[1])

    @lazily
    def topic(self) -> frozenset[str]:
        """What it measures, where its unit alone doesn't say: by the words of its own part, or else of its clause."""
        family = _family(self.quantity)
        if family not in TOPICS:
            return frozenset()
        start, end = self.span
        matches = _pattern(family).finditer(lowered(self.spoken.text), *self._clause)
        found = [(each.lastgroup or "", each.start()) for each in matches]
        near = {name for name, place in found if start <= place < end} or {name for name, _ in found}
        names = {name.replace("_", " ") for name in near}
        return frozenset(names - {"price", "battery"} or names)

    @lazily
    def bench(self) -> frozenset[str]:
        """Words of the names of the test that a score is of."""
        return tests_named(self.spoken, self.span)

    @lazily
    def words(self) -> frozenset[str]:
        """Concepts of the clause that it stands in."""
        return self.spoken.concepts(*self._clause, self.quantity.span)

    @lazily
    def baseline(self) -> str:
        """What a comparison is with."""
        text = self.spoken.text
        compares = not _COMPARING.isdisjoint(word_set(text))
        found = _BASELINE.search(text, self.quantity.span[1]) if compares else None
        return found.group(1).lower() if found else ""

    @lazily
    def modifiers(self) -> frozenset[str]:
        """What stands between a count and what it counts."""
        quantity = self._given
        if quantity.kind != "count":
            return frozenset()
        counted = (n for n, word in enumerate(quantity.noun) if quantity.unit in (singular(word), word))
        return frozenset(quantity.noun[: next(counted, 0)]) - PLAIN_MODIFIERS


def amounts(spoken: Spoken) -> Iterator[Statement]:
    """Yield the numbers of a sentence that another sentence could give differently."""
    quantities = spoken.quantities
    for number, quantity in enumerate(quantities):
        start, end = quantity.span
        if (
            quantity.kind == "multiple"
            or (quantity.kind == "bytes" and any(each.kind == "money" for each in quantities))
            or _OF_THEM.match(spoken.text, end)
            or _changed_from(spoken.text, max(0, start - 24), start)
        ):
            continue
        if (
            number
            and not quantity.unit
            and quantity.kind == "number"
            and _OF_WHICH.fullmatch(spoken.text, quantities[number - 1].span[1], start)
        ):
            quantity = replace(quantity, kind="count", unit=quantities[number - 1].unit)  # noqa: PLW2901
        yield from _statement(spoken, quantity, partial(_stretch, spoken, number))
    if not spoken.stems.isdisjoint(
        stems_of(
            "first second third fourth fifth sixth seventh eighth free nothing no leads tops heads gpu gpus card "
            "cards h100 a100 b200"
        )
    ):
        yield from _unwritten(spoken)


def _changed_from(text: str, start: int, end: int) -> bool:
    """Whether what stands before a number says that it is what something was, or by how much it changed."""
    ends_so = lowered(text)[start:end].rstrip().endswith(_ALWAYS_BEFORE)
    return ends_so and _CHANGED_FROM.search(text[start:end]) is not None


def _unwritten(spoken: Spoken) -> Iterator[Statement]:
    """Yield numbers that a sentence gives without writing them: free, first on a list, a single graphics card."""
    spelt = word_set(spoken.text)
    if not spelt.isdisjoint(_ORDINALS) and (found := _ORDER.search(spoken.text)):
        number = float(_ORDINALS.index(lowered(found.group(1))) + 1)
        unit = f"nth {found.group(2).lower()}"
        quantity = Quantity(found.group().strip(), found.span(1), number, number, number, "count", unit)
        yield from _statement(spoken, quantity, partial(spoken.clause, found.start()))
    for hints, pattern, kind, value in (
        (_FOR_FREE, _FREE, "money", 0.0),
        (_AT_TOP, _TOPS, "rank", 1.0),
        (None, _MACHINES, "count", None),
    ):
        if (hints is None or not spelt.isdisjoint(hints)) and (found := pattern.search(spoken.text)):
            number = value if value is not None else _NUMBERS.get(lowered(found.group(1))) or float(found.group(1))
            unit = "GPU" if kind == "count" else ""
            quantity = Quantity(found.group().strip(), found.span(), number, number, number, kind, unit)
            yield from _statement(spoken, quantity, partial(spoken.clause, found.start()))


def _statement(spoken: Spoken, quantity: Quantity, stretch: Callable[[], tuple[int, int]]) -> Iterator[Statement]:
    amount = Amount(spoken, quantity, stretch)
    keys = _keys(amount)
    if keys and not amount.modifiers & EXTRAS:
        frame, owner = partial(_frame, amount, quantity), partial(_owner, amount, quantity)
        yield Statement("amount", keys, amount, spoken, frame, owner, quantity.span[0])


def _stretch(spoken: Spoken, number: int) -> tuple[int, int]:
    """Return the part of the sentence that speaks of one number: up to what parts it from the next."""
    quantity = spoken.quantities[number]
    start, end = spoken.clause(quantity.span[0])
    if len(spoken.quantities) == 1 and spoken.text[start : quantity.span[0]].strip().lower() in (
        "",
        "for",
        "at",
        "with",
        "from",
        "only",
        "just",
    ):
        return 0, len(spoken.text)  # the clause is the number alone
    if number and (before := spoken.quantities[number - 1].span[1]) > start:
        start = _cut(spoken.text, before, quantity.span[0], last=False) or before
    if number + 1 < len(spoken.quantities) and (after := spoken.quantities[number + 1].span[0]) < end:
        end = _cut(spoken.text, quantity.span[1], after, last=True) or after
    return start, max(end, quantity.span[1])


def _cut(text: str, start: int, end: int, *, last: bool) -> int | None:
    cuts = [found.start() for found in _CUTS.finditer(text[start:end])]
    return start + (cuts[-1] if last else cuts[0]) if cuts else None


def _unit(spoken: Spoken, quantity: Quantity) -> str:
    """Return what a number counts, by the one name that stands for all others."""
    unit = same_unit().get(quantity.unit, quantity.unit)
    if quantity.kind == "count" and unit == "user":
        return "employee" if _EMPLOYS.search(spoken.text) else "tester" if _TESTS.search(spoken.text) else unit
    return unit


def _family(quantity: Quantity) -> str:
    """Return the family of units of whose topics a number may be."""
    return "time" if quantity.kind == "months" else "token" if quantity.unit == "token" else quantity.kind


@cache
def _pattern(family: str) -> re.Pattern[str]:
    """Return one expression for all topics of a family, so that a clause is read once; it reads small letters."""
    topics = (f"(?P<{re.sub(r'[ -]', '_', name)}>{words})" for name, words in TOPICS[family].items())
    return re.compile(rf"(?<!\w)(?:{'|'.join(topics)})(?!\w)")


def _keys(amount: Amount) -> frozenset[str]:
    quantity = amount.quantity
    if quantity.kind == "count":
        counted = quantity.unit and quantity.unit not in OF_EXAMPLES
        return frozenset({f"count {quantity.unit}"}) if counted else frozenset()
    if quantity.kind in ("number", "percent", "rank"):
        scale = scale_of(quantity)
        return frozenset(f"{scale} on {word}" for word in amount.bench) or frozenset(
            f"{scale} of {word}" for word in amount.words
        )
    family = "time" if quantity.kind == "months" else quantity.kind
    if family in ALONE:
        return frozenset({family})
    return frozenset(f"{family} {topic}" for topic in amount.topic) or frozenset(
        f"{family} of {word}" for word in amount.words
    )


def scale_of(quantity: Quantity) -> str:
    """Return on what scale a bare number stands: a place in a ranking, or a score."""
    return "rank" if quantity.kind == "rank" else "score"


def _owner(amount: Amount, quantity: Quantity) -> frozenset[str]:
    return owner_of(amount.spoken, quantity, amount.span)


def _frame(amount: Amount, quantity: Quantity) -> Frame:
    """Return what limits a number; a rank's own words (``second place``) are none of it."""
    spoken = amount.spoken
    words = spoken.unnamed[slice(*amount.span)]
    alone = sum(each.kind == quantity.kind for each in spoken.quantities) == 1
    context = f"{_opening(spoken.text)} {spoken.unnamed[slice(*spoken.clause(quantity.span[0]))]}" if alone else words
    if quantity.kind == "rank" or quantity.unit.startswith("nth "):
        words, context = words.replace(quantity.text, " "), context.replace(quantity.text, " ")
    return frame_of(words, context, spoken.versions(quantity.span[0]))


def _opening(text: str) -> str:
    """Return the phrase before a sentence's first comma, which limits all of it: ``Billed annually, …``."""
    found = _OPENING.match(text)
    return found.group() if found else ""
