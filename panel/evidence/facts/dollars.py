"""Whose dollars a bare ``$`` stands for, and whose crowns ``kroner`` are, where a source says so."""

import re
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from panel.evidence.facts.told import told
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lowered import lowered
from panel.evidence.measures import Quantity
from panel.evidence.passages import Passage
from panel.evidence.words import words

_CODES = MappingProxyType(
    {
        "canadian": "CAD", "australian": "AUD", "new zealand": "NZD", "singapore": "SGD", "hong kong": "HKD",
        "taiwan": "TWD", "cad": "CAD", "aud": "AUD", "nzd": "NZD", "sgd": "SGD", "hkd": "HKD", "twd": "TWD",
    }
)  # fmt: skip

_ALL_IN = re.compile(
    r"\b(?:prices?|amounts?|figures?|sums?|dollars|everything)\b[^.;$]{0,30}?\b(?:in|are)\s"
    r"(?:(canadian|australian|new zealand|singapore|hong kong|taiwan)\s(?:dollars?|\$)|(cad|aud|nzd|sgd|hkd|twd)\b)|"
    r"\b(?:prices?|pricing|plans?|rates?|fees?|costs?|tariffs?)\s?[(|:,]\s?(?:all )?(?:in )?"
    r"(?:(canadian|australian|new zealand|singapore|hong kong|taiwan)\s(?:dollars?|\$)|(cad|aud|nzd|sgd|hkd|twd)\b)",
    re.IGNORECASE,
)
"""What says it of every price of a source: ``all prices in Canadian dollars``, ``Prices (AUD, with GST)``."""

_BARE = re.compile(r"\$\s?\d|\d\s?dollars?\b")


def in_its_dollars(evidence: Evidence, passage: Passage, quantity: Quantity) -> Quantity:
    """Return a price with the currency that its source says its dollars are."""
    if quantity.unit == "USD" and (code := _named_beside(passage.text, quantity)):
        return replace(quantity, unit=code)
    if quantity.unit == "JPY" and "¥" in quantity.text and _is_yuan(evidence):
        return replace(quantity, unit="CNY")
    if quantity.unit in _SHARED and _IN_WORDS.search(quantity.text):
        return replace(quantity, unit=_of_country(evidence, quantity.unit))
    if quantity.unit in _CROWNS and _KRONE.search(quantity.text):
        return replace(quantity, unit=_crowns(evidence) or quantity.unit)
    if quantity.unit == "USD" and _CENTS.search(quantity.text):
        return replace(quantity, unit=_cents(evidence).get(passage.cite.partition(".")[0], "USD"))
    if quantity.unit != "USD" or not _BARE.match(quantity.text):
        return quantity
    return replace(quantity, unit=_said(evidence).get(passage.cite.partition(".")[0], "USD"))


_DOLLARS = r"(?P<code>CAD|AUD|NZD|SGD|HKD|TWD|MXN|CA|AU|NZ|SG|HK)"
_CODE_BEFORE = re.compile(rf"\b{_DOLLARS}\s?\$?\s?$")
_CODE_IN = re.compile(rf"^\D{{0,16}}?[\d.,]+\s?\(?{_DOLLARS}\b")
_PEOPLE_IN = re.compile(
    r"\b(canadian|australian|new zealand|singapore|hong kong|taiwan)(?:ean)? dollars?\b", re.IGNORECASE
)
_SHORTENED = MappingProxyType({"CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD"})


def _named_beside(text: str, quantity: Quantity) -> str | None:
    """Return whose dollars a price is in that says so itself: ``$12 CAD``, ``AUD $12``, ``12 Canadian dollars``."""
    start, end = quantity.span
    found = _CODE_BEFORE.search(text[max(0, start - 8) : start]) or _CODE_IN.match(text[start : end + 8])
    if found:
        return _SHORTENED.get(found["code"], found["code"])
    people = _PEOPLE_IN.search(text[start : end + 12])
    return _CODES[lowered(people[1])] if people else None


_CHINA = re.compile(
    r"\b(?:China|Chinese|Shanghai|Beijing|Shenzhen|Hangzhou|Guangzhou|Mandarin|RMB|CNY|[Rr]enminbi|[Yy]uan)\b"
)
_JAPAN = re.compile(r"\b(?:Japan|Japanese|Tokyo|Osaka|Kyoto|JPY|[Yy]en)\b")
_OF_THE_EAST = words(
    "china chinese shanghai beijing shenzhen hangzhou guangzhou mandarin rmb cny renminbi yuan japan japanese tokyo osaka kyoto jpy yen"
)
"""What these look for, in small letters."""


@lru_cache(maxsize=8)
def _is_yuan(evidence: Evidence) -> bool:
    """Whether ``¥`` stands for the yuan: the dossier speaks more of China than of Japan."""
    texts = [evidence.passages[place].text for place in told(evidence).with_words(_OF_THE_EAST)]
    china, japan = (sum(len(found.findall(text)) for text in texts) for found in (_CHINA, _JAPAN))
    return china > japan


_CENTS = re.compile(r"\bcents?\b", re.IGNORECASE)


@lru_cache(maxsize=8)
def _cents(evidence: Evidence) -> dict[str, str]:
    """Return by source the currency of its prices besides cents, where that isn't the dollar."""
    found: dict[str, set[str]] = {}
    for place in evidence.priced:
        passage = evidence.passages[place]
        for quantity in passage.quantities:
            if quantity.kind == "money" and not _CENTS.search(quantity.text):
                found.setdefault(passage.cite.partition(".")[0], set()).add(quantity.unit)
    return {source: "EUR" for source, units in found.items() if units == {"EUR"}}


_IN_WORDS = re.compile(r"\b(?:Rs\b|rupees?|pesos?)", re.IGNORECASE)
_SHARED = MappingProxyType(
    {
        "INR": {"INR": r"India|Indian|Mumbai|Delhi|Bengaluru|Bangalore|Chennai|Pune", "PKR": r"Pakistan|Pakistani|Karachi|Lahore|Islamabad",
                "LKR": r"Sri Lanka|Colombo", "NPR": r"Nepal|Nepali|Kathmandu", "MUR": r"Mauritius"},
        "MXN": {"MXN": r"Mexic\w+|Guadalajara|Monterrey", "ARS": r"Argentin\w+|Buenos Aires", "CLP": r"Chile\w*|Santiago",
                "COP": r"Colombia\w*|Bogotá|Medellín", "PHP": r"Philippine\w*|Filipin\w+|Manila", "UYU": r"Urugua\w+|Montevideo"},
    }
)  # fmt: skip
"""Currencies that share a word, each with what names its country."""


@lru_cache(maxsize=8)
def _of_country(evidence: Evidence, unit: str) -> str:
    """Return which country's money a word stands for, where a dossier names but one."""
    texts = [passage.text for passage in evidence.passages]
    texts += [source.publisher or "" for source in evidence.dossier.release.sources]
    named = {
        code for code, names in _SHARED[unit].items() if any(re.search(rf"\b(?:{names})\b", text) for text in texts)
    }
    return named.pop() if len(named) == 1 else unit


_CROWNS = ("NOK", "SEK", "DKK", "ISK")
_KRONE = re.compile(r"\b(?:kr|kroner|kronor|krone|krona|crowns)\b", re.IGNORECASE)
_WHICH = re.compile(
    r"\b(?:(NOK|Norw(?:ay|egian)|Oslo|Bergen|Trondheim|Stavanger|Troms[øo])|"
    r"(SEK|Swed(?:en|ish)|Stockholm|Gothenburg|Göteborg|Malmö|Uppsala|Linköping|(?<=\w )AB)|"
    r"(DKK|Denmark|Danish|Copenhagen|København|Aarhus|Odense|Aalborg|ApS|A/S)|(ISK|Iceland(?:ic)?|Reykjav[ií]k|ehf))\b"
)
_OF_THE_NORTH = words(
    "nok norway norwegian oslo bergen trondheim stavanger tromsø tromso sek sweden swedish stockholm gothenburg göteborg malmö uppsala linköping "
    "ab dkk denmark danish copenhagen københavn aarhus odense aalborg aps isk iceland icelandic reykjavik reykjavík ehf"
)
"""What this looks for besides ``A/S``, in small letters."""


@lru_cache(maxsize=8)
def _crowns(evidence: Evidence) -> str | None:
    """Return which country's crowns a dossier speaks of, where it names but one."""
    near = {*told(evidence).with_words(_OF_THE_NORTH), *told(evidence).having(("a/s",))}
    texts = [evidence.passages[place].text for place in near]
    texts += [source.publisher or "" for source in evidence.dossier.release.sources]
    found = {_CROWNS[(match.lastindex or 1) - 1] for text in texts for match in _WHICH.finditer(text)}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=8)
def _said(evidence: Evidence) -> dict[str, str]:
    """Return by source whose dollars its prices are in, for those that say so."""
    found: dict[str, str] = {}
    for place in told(evidence).having(tuple(_CODES)):
        passage = evidence.passages[place]
        if match := _ALL_IN.search(passage.text):
            found.setdefault(passage.cite.partition(".")[0], _CODES[lowered(next(filter(None, match.groups())))])
    return found
