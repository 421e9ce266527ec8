"""What a price is per: the month, seat or million tokens that its sentence, table or neighbours name."""

import re
from collections.abc import Sequence
from dataclasses import replace

from panel.evidence.facts.labels import PERIOD_OF, PERIODS, PREPOSITIONS, column_of, labels, per_in, unit_beside
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lowered import lowered
from panel.evidence.measures import Quantity
from panel.evidence.passages import Passage
from panel.evidence.words import singular, words

_TIMED = frozenset({*PERIODS, "hour", "minute", "second"})


NAMED_PERIOD = re.compile(
    r"\b(?:(?P<plain>monthly|month|yearly|year|annual(?:ly)?|weekly|week)(?:\s(?:plan|subscription|price|fee|pass|one|option|membership|rate|tier))?|"
    r"(?P<plan>monthly|yearly|annual|weekly)\s(?:plan|subscription|price|fee|pass|licen[cs]e|membership|rate)s?\s"
    r"(?:is|are|costs?|comes (?:to|in at|out at)|at|of|for))\)?\s?[:|,–-]?\s?$",
    re.I,
)
"""What stands before a price in a price list: ``Quince Plus Yearly $29.99``."""


def completed(evidence: Evidence, place: int, passage: Passage, quantity: Quantity) -> Quantity:
    """Return a price with what it is per where a row's label or the price before it says so: ``Price per month``."""
    quantity = _qualified(passage, quantity)
    behind = _AND_PERIOD.match(passage.text[quantity.span[1] :])
    if quantity.per and behind:
        quantity = replace(quantity, per=(*quantity.per, behind[1].lower()))
    if any(each.rpartition(" ")[2] in PREPOSITIONS for each in quantity.per):
        quantity = replace(quantity, per=())
    before = [
        each for each in passage.quantities if each.kind == "money" and each.per and each.span[1] <= quantity.span[0]
    ]
    if (
        quantity.per == ("1m token",)
        and "token" not in quantity.text.lower()
        and before
        and before[-1].per[0].startswith("1m")
    ):
        return replace(quantity, per=before[-1].per)
    if quantity.per:
        quantity = _with_period(quantity, column_of(evidence, place, passage, quantity))
        return _with_unit(evidence, place, passage, quantity)
    return _told_beside(evidence, place, passage, quantity, before)


def _with_period(quantity: Quantity, column: str) -> Quantity:
    """Return a price per seat and the like with the period that the head of its column names."""
    if any(each in _TIMED for each in quantity.per):
        return quantity
    return replace(quantity, per=(*quantity.per, *(each for each in per_in(column) if each in PERIODS)))


def _with_unit(evidence: Evidence, place: int, passage: Passage, quantity: Quantity) -> Quantity:
    """Return a price per month with the seat and the like that the label of its row names: ``Per seat, billed annually``."""
    if evidence.tables.get(place) is None or any(each not in PERIODS for each in quantity.per):
        return quantity
    row = per_in(passage.text.partition(" | ")[0])
    return replace(quantity, per=(*quantity.per, *(each for each in row if each not in PERIODS)))


def _told_beside(
    evidence: Evidence, place: int, passage: Passage, quantity: Quantity, before: Sequence[Quantity]
) -> Quantity:
    """Return a bare price with what its label, its table or the price before it says that it is per."""
    if named := NAMED_PERIOD.search(passage.text[: quantity.span[0]]):
        return replace(quantity, per=(PERIOD_OF[lowered(named["plain"] or named["plan"])[:4]],))
    if per := _told_round(passage.text, quantity):
        return replace(quantity, per=per)
    for text in labels(evidence, place, passage, quantity):
        if per := per_in(text):
            return replace(quantity, per=(*per, *unit_beside(evidence, place, text, per)))
    counted = bool(before) and before[-1].per[0].startswith("1")
    between = passage.text[before[-1].span[1] : quantity.span[0]] if before else ""
    if before and _is_of_a_year(passage, quantity, before[-1], between):
        return replace(quantity, per=("year", *before[-1].per[1:]))
    down = _DOWN_TO.fullmatch(between) and _FOR_A_YEAR.match(passage.text[quantity.span[1] :])
    joined = bool(before) and before[-1].per[0] not in PERIODS and _AND.fullmatch(between)
    if before and (counted or down or joined or (_OR.fullmatch(between) and not _OUTRIGHT.search(between))):
        return replace(quantity, per=before[-1].per)
    if (after := _told_after(passage, quantity)) is not None:
        return replace(quantity, per=after)
    last = evidence.before(place)
    earlier = (
        [each for each in evidence.passages[last].quantities if each.kind == "money" and each.per]
        if last is not None
        else []
    )
    if earlier and earlier[0].per[0].startswith("1") and not before:
        return replace(quantity, per=earlier[0].per)
    return quantity


def _told_round(text: str, quantity: Quantity) -> tuple[str, ...]:
    """Return what the words right before or behind a price say that it is per."""
    told, stop = text[: quantity.span[0]], quantity.span[1]
    if _YEAR_AT_ONCE.search(told):
        return ("year",)
    if found := _CODED.match(text, stop) or _BOTH.match(text, stop) or _BY_THE.search(told):
        return (found[1],)
    if (label := _LABELLED_PER.search(told)) and (per := per_in(label.group())):
        return per
    if (one := _ONE_COSTS.search(told)) and (per := per_in(f"per {one[1]}")):
        return per
    if million := _MILLION_COSTS.search(told):
        return ("1m token" if million[1].lower() == "million" else "1k token",)
    if metered := _METERED.match(text[stop:]):
        return ("1m token" if metered[1][-1] in "nM" else "1k token",)
    return ()


def _is_of_a_year(passage: Passage, quantity: Quantity, last: Quantity, between: str) -> bool:
    """Whether a price is that of a whole year beside one of a month: ``€3.99 a month, or €29.99 if you pay for the year``."""
    dearer = last.per[0] == "month" and last.unit == quantity.unit and quantity.value > 3 * last.value
    return bool(dearer and _OR.fullmatch(between) and _FOR_A_YEAR.match(passage.text, quantity.span[1]))


_YEAR_AT_ONCE = re.compile(
    r"\b(?:[Pp]ay(?:ing)?|[Pp]aid) (?:for (?:an?|the|one|a whole|a full) year(?: at once| up front| in advance)?|by the year)\b[^.;$€£¥₹\d]{0,50}$"
)
"""What stands before the price of a year: ``Pay by the year and the Writer plan is``."""

_CODED = re.compile(r"\s?\([A-Z]{3}\)\s?(?:per|an?|each|every|/)\s?([a-z]+)")
"""What stands behind a price whose currency is told twice: ``39 kr (SEK) per month``."""

_BOTH = re.compile(r"[^.;]{0,60},?\s(?:both|all|each)\s(?:by the|per|every|an?)\s(month|year|week|day)\b")
"""What stands behind the prices of a list: ``Pebble for €9 and Rock for €19, both by the month``."""

_BY_THE = re.compile(
    r"\b(?:pay|billed|charged|priced|sold|metered) by the (second|minute|hour|day|page|call|image|message|token|seat|gigabyte)\b(?:[^.;]|\.\d)*$"
)
"""What a price is per, told before all of a list: ``you pay by the minute: $0.006 on Linux``."""

_LABELLED_PER = re.compile(r"(?:\bper\s|/\s?)[^$€£:;.]{2,40}:\s?(?:[A-Z][\w+]*\s)?$")
"""What a price is per, told before it: ``Price per million tokens: $5 input, $25 output``."""


_ONE_COSTS = re.compile(
    r"(?<!\ds )\b(?:an?|each|every|one|per) (?:single |simple |standard |normal |(?:Linux|Windows|macOS|GPU|ARM) )?(image|pickup|collection|picture|page|minute|hour|call|request|query|clip|second|song|message|parcel|word|user|seat|device|trip|"
    r"delivery|track|document|run|build|search|transaction|order|ticket|month|year|session|visit|hectare|acre|label|conversation|booking|certificate|signature|envelope|meal|kilometre|mile|cup|load|wash|lookup|listing|invoice|letter|contract)(?::|\s(?:(?:[a-z\d]+|on [A-Z]\w+)\s){0,6}?(?:costs?|comes to|is|at|for|sets you back))\s"
    r"(?:about |just |only )?$",
    re.IGNORECASE,
)
"""What a price is per, told before its verb: ``an image costs 4 cents``."""


_MILLION_COSTS = re.compile(
    r"\b(?:an?|one|1|each|every|per) (million|thousand) (?:[a-z]+ ){0,2}?tokens? (?:costs?|is|are|comes? to|goes for|at|for)\s(?:about |just |only )?$",
    re.IGNORECASE,
)
"""How many tokens a price is for, told before its verb: ``One million tokens costs``."""


_METERED = re.compile(
    r"(?:\s?(?:in|out|input|output|tokens?|and|or|for|at|is|are|billed|costs?|priced|with|/|,|cached|[$€£]?\d[\d.,]*+)){0,24}?\s?(?:per|/|an?)\s?(?:1\s?)?(million|M|thousand|K)\b"
)
"""What a price is per, told after the one that it stands beside: ``$0.20 in and $0.60 out per million tokens``."""


_QUALIFIES = frozenset(
    words(
        "active standard registered named individual single additional concurrent paying generated billable licensed "
        "resolved unresolved signed filed submitted delivered verified approved hosted editing contributing full regular normal finished successful processed monthly connected private public"
    )
)
"""What may stand before the noun that a price is per: ``per active developer``."""


_NEXT_NOUN = re.compile(r"\s(?P<noun>[a-z]+)")


def _qualified(passage: Passage, quantity: Quantity) -> Quantity:
    """Return a price with the noun that it is per, where only the word before it was read: ``per standard image``."""
    noun = _NEXT_NOUN.match(passage.text, quantity.span[1])
    if quantity.per and (german := _GERMAN.match(passage.text, quantity.span[1])) and _PRO.search(quantity.text):
        per = (*quantity.per[:-1], german["noun"].lower())
        return replace(quantity, per=per, span=(quantity.span[0], german.end()))
    if quantity.per and (metered := _METER.match(f"{quantity.per[-1]}{passage.text[quantity.span[1] :]}")):
        span = (quantity.span[0], quantity.span[1] + metered.end() - len(quantity.per[-1]))
        return replace(quantity, per=(*quantity.per[:-1], metered.group()), span=span)
    if not quantity.per or quantity.per[-1] not in _QUALIFIES or not noun or noun["noun"] in PREPOSITIONS:
        return quantity
    span = (quantity.span[0], noun.end())
    return replace(quantity, per=(*quantity.per[:-1], singular(noun["noun"])), span=span)


_METER = re.compile(r"(?:compute|audio|video|machine|build|node|server|instance|core|agent) (?:hour|minute|second)\b")
"""Time of what a price is per, in two words: ``per compute hour``."""

_PRO = re.compile(r"\b(?:pro|je)\s[a-zäöüß]+(?:er|en|em|e)$")
_GERMAN = re.compile(r"\s(?P<noun>[A-ZÄÖÜ][\wäöüß]+)")
"""A German adjective and the noun behind it that a price is per: ``pro abgegebener Steuererklärung``."""

_AND_PERIOD = re.compile(
    r"\s(?:(?:[a-z]+ed|kept|held|sent|of (?:[a-z]+\s)?[a-z]+)\s)?(?:and|per|a|an|each|every)\s(?:per\s)?(month|year|week|day)\b",
    re.IGNORECASE,
)


def _told_after(passage: Passage, quantity: Quantity) -> tuple[str, ...] | None:
    """Return what the last price of a list is per: ``Solo at $25, Team at $60 and Agency at $150 a month``."""
    following = next(
        (each for each in passage.quantities if each.kind == "money" and each.span[0] >= quantity.span[1]), None
    )
    if (
        following
        and _RANGE.search(passage.text[: quantity.span[0]])
        and passage.text[quantity.span[1] : following.span[0]] in _UP_TO
    ):
        return following.per or None
    last = quantity
    for each in passage.quantities:
        if each.kind != "money" or each.span[0] <= last.span[0] or not last.span[1] <= each.span[0]:
            continue
        told = passage.text[: last.span[0]], passage.text[last.span[1] : each.span[0]]
        if not _ITEM.search(told[0]) or not _ITEM.search(told[1]) or not _LIST.match(told[1]):
            return None
        if each.per:
            return each.per
        last = each
    return None


_RANGE = re.compile(r"\b(?:between|from)\s$", re.IGNORECASE)
_UP_TO = (" and ", " to ", "–", "-", " up to ")
"""What stands before the lower of two prices, and between them: ``between $6 and $60 a month``."""

_OUTRIGHT = re.compile(r"\b(?:buy|buys|bought|purchase|outright|once|one-time|lifetime)\b", re.IGNORECASE)
"""What parts a price that is paid once from one that is paid by the month."""

_ITEM = re.compile(
    r"(?:^|\s)(?:[A-Z][\w+-]*|[Ii]nput|[Oo]utput)(?: tokens?)?(?:\s(?:is (?:priced )?at|at|for|is|costs|from)|:)?\s$"
)
_LIST = re.compile(r",?\s(?:and\s|or\s)?[\w+:-]+(?:\s[\w+:-]+){0,3}\s$")
"""What stands before each price of a list, and between two of them."""

_AND = re.compile(r"[^.;,$€£]{0,40}\band\s")


_DOWN_TO = re.compile(r"[^.;]{0,40}\b(?:to|at|only|just)\s")
_FOR_A_YEAR = re.compile(r"[^.;]{0,30}\b(?:annual|annually|yearly|year)\b", re.IGNORECASE)
"""What stands between the price of a month and the lower one, and behind that: ``$20 monthly, discounted to $16 for annual``."""


_OR = re.compile(
    r"\s?\(|[^.;]{0,40}\bor\s|[^.;]{0,60},\s(?:(?:and|or|but)\s)?(?:(?:everybody|everyone) else\s(?:pays\s)?|(?:all )?others\s(?:pay\s)?)?",
    re.IGNORECASE,
)
