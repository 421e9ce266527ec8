"""What the words right round a price say: its digits, and what it is per, in other languages and short forms too."""

import re
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from panel.evidence.currencies import CODES, SYMBOLS
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lowered import lowered, word_set
from panel.evidence.measures import Quantity
from panel.evidence.passages import Passage
from panel.evidence.words import singular, words


def as_written(passage: Passage, quantity: Quantity) -> Quantity:
    """Return a price with the thousands that a point parts, and the period that short or foreign words name."""
    text, (start, end) = passage.text, quantity.span
    if quantity.value < WHOLE and quantity.unit in _POINTED and not quantity.per and _GROUPED.search(quantity.text):
        value = round(quantity.value * 1000)
        quantity = replace(quantity, value=value, low=value, high=value)
    if quantity.per and (joined := _JOINED.match(text, end)):
        whole = joined[1].lower()
        last = whole if whole in ("month", "year") else None
        per = (*quantity.per, last) if last else (*quantity.per[:-1], f"{quantity.per[-1]}-{whole}")
        return replace(quantity, per=per, span=(start, joined.end()))
    if quantity.per and quantity.per != ("1m token",):
        return _with_second(passage, quantity)
    if quantity.text.endswith("/m"):
        return replace(quantity, per=("month",))
    if found := _SHORT.match(text, end):
        adverb = {"m": "month", "w": "week"}.get((found["adverb"] or "")[:1], "year")
        period = adverb if found["adverb"] else found["period"] or ("year" if "a" in found.group() else "month")
        return replace(quantity, per=(period,), span=(start, found.end()))
    if found := _A_NUMBER.match(text, end):
        return replace(quantity, per=(f"{found['number']} {found['noun']}",), span=(start, found.end()))
    if found := _A_THING.match(text, end):
        return _with_second(passage, replace(quantity, per=(found[1].lower(),), span=(start, found.end())))
    if not word_set(text).isdisjoint(_PERIOD_WORDS) and (found := _ABROAD.match(text, start)):
        return replace(
            quantity, per=(_period(found["period"] or found["adverb"]),), span=(start, max(end, found.end()))
        )
    if (several := _SEVERAL.search(text[:start])) and _EACH.match(text, end):
        return replace(quantity, per=(singular(several[1].lower()),))
    if quantity.text.endswith(" each") and (several := _SEVERAL.search(text[:start])):
        return replace(quantity, per=(singular(several[1].lower()),))
    return quantity


_POINTED = frozenset(words("EUR IDR VND CLP COP ARS BRL TRY DKK NOK SEK ISK PLN CZK HUF RON"))
"""Currencies of countries where a point parts thousands."""

WHOLE = 1_000
"""Less than what is read as thousands already, where the sign stands behind."""

_GROUPED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])")

_JOINED = re.compile(r"[-‑·](hour|minute|second|month|year)s?\b")
"""What is joined to the noun that a price is per: ``per GPU-hour``, ``per GB-month``."""

_SHORT = re.compile(
    r"\s?(?:pm|p\.\s?m\.|p/m|pcm|pa|p\.\s?a\.|p/a)(?![\w/])|(?:\s(?:by|at|for) the |\sfor an? |-an?-|-per-)(?P<period>month|year|week)\b(?!['’-])|"
    r",\s(?P<adverb>monthly|yearly|annually|weekly)\b",
)
"""Short for a month or a year, behind a price: ``£9.99 pm``, ``EUR 19 p.a.``, ``$36 for a year``."""

_A_NUMBER = re.compile(
    r"\s?(?:per|for(?: every| each)?|/)\s?(?P<number>(?!1,?000\b)\d{2,3}(?:,\d{3})*)\s(?P<noun>[a-z]+s)\b(?!\s(?:a|per|each|every)\s)(?<!days)(?<!weeks)(?<!months)(?<!years)(?<!minutes)(?<!hours)"
)
"""How many of something a price is for: ``$7 per 10,000 requests``."""

_A_THING = re.compile(
    r"\s(?:an?|each|every)\s(?:single |further )?(image|picture|page|message|call|request|query|clip|song|parcel|word|person|head|member|"
    r"device|machine|trip|ride|delivery|track|document|run|build|search|transaction|order|ticket|account|mailbox|domain|site|project|"
    r"scan|report|task|video|episode|session|hectare|acre|label|conversation|booking|certificate|signature|envelope|meal|kilometre|mile|cup|load|wash|lookup|listing|invoice|letter|contract|lesson|visit|student|employee|room|flat|night|server|node|instance|team)\b(?!\s[a-z]+s?\b(?<! per)(?<! a)(?<! each)(?<! every))",
    re.IGNORECASE,
)
"""What a price is for one of: ``0.4 cents a message``."""

_PERIOD_NOUNS = (
    dict.fromkeys(
        words(
            "monat monate mån månad månaden mois mes mês mese maand måned måneden mnd kk kuukausi miesiąc měsíc hó hónap"
        ),
        "month",
    )
    | dict.fromkeys(words("jahr år året an année ano año anno jaar vuosi rok év"), "year")
    | dict.fromkeys(words("woche vecka semaine semana settimana week uke"), "week")
)
_PERIOD_ADVERBS = dict.fromkeys(
    words(
        "monatlich monatl mensuel mensuels mensuelle mensual mensuales mensal mensile mensili maandelijks månadsvis månedlig miesięcznie měsíčně"
    ),
    "month",
) | dict.fromkeys(
    words("jährlich jährl annuel annuels anual anuales annuale annuali jaarlijks årligen årlig rocznie ročně"), "year"
)
_PERIOD_WORDS = MappingProxyType(_PERIOD_NOUNS | _PERIOD_ADVERBS)
_NOUNS = "|".join(sorted((word for word in _PERIOD_WORDS), key=len, reverse=True))
_ABROAD = re.compile(
    rf"[^\d]{{0,12}}\d[\d.,\s]{{0,14}}?\s?(?:{'|'.join(map(re.escape, sorted((*SYMBOLS, *CODES, 'Euro', 'euros', 'kronor', 'kroner'), key=len, reverse=True)))})?"
    rf"(?:\s?/\s?|\s(?:pro|im|je|i|om|par|al|por|per|a la|all['’]|p[åa]|na|za)\s)(?P<period>{_NOUNS})\b"
    rf"|[^\d]{{0,12}}\d[\d.,\s]{{0,14}}?\s?(?:[^\d\s]{{1,6}}\s)(?P<adverb>{'|'.join(_PERIOD_ADVERBS)})\b",
    re.IGNORECASE,
)
"""A price with what it is per, in other languages than English: ``4,99 € im Monat``, ``149 kr/mån``."""


def _period(word: str) -> str:
    return _PERIOD_WORDS[lowered(word)]


_SEVERAL = re.compile(
    r"\b(images|pictures|pages|minutes|hours|calls|requests|queries|clips|seconds|songs|messages|parcels|words|users|seats|devices|trips|"
    r"deliveries|tracks|documents|runs|builds|searches|transactions|orders|tickets|accounts|mailboxes|licen[cs]es|domains|sites|projects|"
    r"scans|reports|credits|tasks|videos|episodes|sessions|lessons|visits|members|students|employees)\s"
    r"(?:are|cost|come to|come at|go for|start at|sell for)\s(?:now |just |only |about |from )*$",
    re.IGNORECASE,
)
_EACH = re.compile(r"\s(?:each|apiece|a piece)\b")
"""What a price is per, told before it, with ``each`` behind: ``Images cost 4 cents each``."""

_SECOND = re.compile(
    r"(?:,\s(?:per|a|each|every)\s|\s(?:und|et|y|e|en|och|og)\s(?:pro\s|par\s|por\s)?)(?P<period>month|year|week|day|"
    + _NOUNS
    + r")\b",
    re.IGNORECASE,
)


def _with_second(passage: Passage, quantity: Quantity) -> Quantity:
    """Return a price per seat with the period that follows: ``$6 per user, per month``, ``6 € pro Nutzer und Monat``."""
    found = _SECOND.match(passage.text, quantity.span[1])
    if found is None:
        return quantity
    word = found["period"].lower()
    return replace(quantity, per=(*quantity.per, _PERIOD_WORDS.get(word, word)), span=(quantity.span[0], found.end()))


_IN_COLUMN = re.compile(rf"[$€£¥₹]|\b(?:{'|'.join(sorted(CODES))})\b|zł|Kč")
_PRICED_ROW = re.compile(r"\b(?:price|cost|fee|rate|per month|per year|monthly|yearly)\b", re.IGNORECASE)
_CELL = re.compile(r"\s?\d[\d.,\s]*")


def priced_by_column(evidence: Evidence) -> Iterator[tuple[int, Passage, Quantity]]:
    """Yield the bare numbers of tables whose columns or rows say that they are money: ``Price (EUR/month)``."""
    for place, head in evidence.tables.items():
        passage = evidence.passages[place]
        heads, cells = evidence.passages[head].text.split(" | "), passage.text.split(" | ")
        off = len(cells) - len(heads)  # the corner of a table is often empty
        untold = all(each.kind != "money" for each in passage.quantities)
        if untold and _PRICED_ROW.search(cells[0]) and (sign := _IN_COLUMN.search(cells[0])):
            unit = SYMBOLS.get(sign.group(), sign.group())
            bare = (each for each in passage.quantities if each.kind == "number" and each.span[0] > len(cells[0]))
            yield from ((place, passage, replace(each, kind="money", unit=unit)) for each in bare)
            continue
        if place in evidence.priced or off not in (0, 1) or not _IN_COLUMN.search(evidence.passages[head].text):
            continue
        for quantity in passage.quantities:
            column = passage.text[: quantity.span[0]].count(" | ") - off
            sign = _IN_COLUMN.search(heads[column]) if column >= 0 else None
            if quantity.kind == "number" and sign and _CELL.fullmatch(cells[column + off]):
                unit = SYMBOLS.get(sign.group(), sign.group())
                yield place, passage, replace(quantity, kind="money", unit=unit)
