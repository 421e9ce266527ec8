"""What the words right round a price say: its digits, and what it is per, in other languages and short forms too."""

import re
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from panel.evidence.grounding.evidence import Evidence
from panel.evidence.measures import Quantity
from panel.evidence.passages import Passage
from panel.evidence.units import CODES, SYMBOLS
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
        return replace(quantity, per=("month",), span=(start, found.end()))
    if found := _ABROAD.match(text, start):
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

_SHORT = re.compile(r"\s?(?:pm|p\.m\.|p/m|pcm)(?![\w/])")
"""Short for a month, behind a price: ``£9.99 pm``."""

_PERIOD_WORDS = MappingProxyType(
    dict.fromkeys(
        words(
            "monat monate mån månad månaden mois mes mês mese maand måned måneden mnd kk kuukausi miesiąc měsíc hó hónap"
        ),
        "month",
    )
    | dict.fromkeys(words("jahr år året an année año ano anno jaar vuosi rok év"), "year")
    | dict.fromkeys(words("woche vecka semaine semana settimana week uke"), "week")
    | dict.fromkeys(
        words(
            "monatlich monatl mensuel mensuels mensuelle mensual mensuales mensal mensile mensili maandelijks månadsvis månedlig miesięcznie měsíčně"
        ),
        "month",
    )
    | dict.fromkeys(
        words("jährlich jährl annuel annuels anual anuales annuale annuali jaarlijks årligen årlig rocznie ročně"),
        "year",
    )
)
_NOUNS = "|".join(sorted((word for word in _PERIOD_WORDS), key=len, reverse=True))
_ABROAD = re.compile(
    rf"[^\d]{{0,12}}\d[\d.,\s]{{0,14}}?\s?(?:{'|'.join(map(re.escape, sorted((*SYMBOLS, *CODES, 'Euro', 'euros', 'kronor', 'kroner'), key=len, reverse=True)))})?"
    rf"(?:\s?/\s?|\s(?:pro|im|je|i|om|par|al|por|per|a la|all['’]|p[åa]|na|za)\s)(?P<period>{_NOUNS})\b"
    rf"|[^\d]{{0,12}}\d[\d.,\s]{{0,14}}?\s?(?:[^\d\s]{{1,6}}\s)(?P<adverb>{_NOUNS})\b",
    re.IGNORECASE,
)
"""A price with what it is per, in other languages than English: ``4,99 € im Monat``, ``149 kr/mån``."""


def _period(word: str) -> str:
    return _PERIOD_WORDS[word.lower()]


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
_CELL = re.compile(r"\s?\d[\d.,\s]*")


def priced_by_column(evidence: Evidence) -> Iterator[tuple[int, Passage, Quantity]]:
    """Yield the bare numbers of tables whose columns say that they are money: ``Price (EUR/month)``."""
    for place, head in evidence.tables.items():
        passage = evidence.passages[place]
        heads, cells = evidence.passages[head].text.split(" | "), passage.text.split(" | ")
        if place in evidence.priced or len(heads) != len(cells) or not _IN_COLUMN.search(evidence.passages[head].text):
            continue
        for quantity in passage.quantities:
            column = passage.text[: quantity.span[0]].count(" | ")
            sign = _IN_COLUMN.search(heads[column])
            if quantity.kind == "number" and sign and _CELL.fullmatch(cells[column]):
                unit = SYMBOLS.get(sign.group(), sign.group())
                yield place, passage, replace(quantity, kind="money", unit=unit)
