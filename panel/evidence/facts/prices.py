"""What a release costs: the prices of its sources that are its own, and what is free."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from panel.domain.facts import EntryPrice
from panel.evidence.grounding.belonging import owners_at
from panel.evidence.grounding.evidence import Evidence
from panel.evidence.measures import Quantity
from panel.evidence.names import key_of, same_name
from panel.evidence.owners import segment
from panel.evidence.passages import Passage
from panel.evidence.peoples import PLACES
from panel.evidence.quantities import read_quantities
from panel.evidence.units import ROUGH_WORTH
from panel.evidence.words import singular, words

_NOT_A_PRICE = re.compile(
    r"\b(?:rais(?:ed|es|ing)|funding|round|investment|invest\w*|valu(?:ed|ation)|revenue|profit|turnover|"
    r"salar\w+|fined?|lawsuit|training|"
    r"train(?:ed)?|budget|fund(?:ed)?|grant|donor|donat\w+|worth|earn\w*|stake|rebuild|acqui\w+|bought|for it|"
    r"in credits?|credits? (?:of|worth)|refund|"
    r"estimat\w+|rent\w*|shipping|deposit|prize|market (?:value|cap\w*)|savings?|saves?|cost the company|spent|spend|"
    r"sells? for parts|bill of materials|"
    r"card that costs|gpus?|graphics|would cost|compensation|bounty|penalty|spending|spends|turned over|turnover|had spoken of|royalty|foundation|electric\w*|"
    r"quotes? for|gap|difference|membership share|own(?:s)? one share|borrow\w*)\b",
    re.IGNORECASE,
)
_BILL = re.compile(
    r"\b(?:bills?\s?(?::|of|for|came|was)|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|a dozen) of us\b|"
    r"(?:we(?:['’]re| are)|i['’]m|i am|came) (?:now )?(?:at|to)|all in\b|with \d+ (?:people|developers|seats|users|machines)\b|"
    r"we(?:['’]ve| have)? (?:paid|ended up paying)|cost us|invoice)",
    re.IGNORECASE,
)
"""What a customer says of a sum that he paid altogether, for however much he used."""

_RIVAL = re.compile(
    r"\b(?:rivals?|competit\w+|competing|comparable|market leader|alternatives?|konkurrenz|concurrent|elsewhere|"
    r"others|for comparison)\b|\b(?:cheaper|dearer|more expensive)\s\(|\b(?:first|original|old(?:er)?|previous|earlier|last) (?:(?-i:[A-Z])\w+|model|version|generation|one)\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:down from|was|were|used to (?:be|cost)|previously|formerly|instead of|rather than|originally|"
    r"old price|predecessor|forerunner|"
    r"before the|first announced|until (?:last|now|recently)|last year|earlier)\b",
    re.IGNORECASE,
)
_EXTRA = re.compile(
    r"\b(?:separately|kit|bundle|add-?ons?|optional|accessor\w+|overage|above|beyond|on top|additional|extra|"
    r"cached|cache|batch(?:ed)? (?:requests?|api|mode|calls|processing|jobs|pricing|discount|input|output|tokens?)|in batch|"
    r"replacement|spare|further|more costs|setup fee|adds? (?=[$€£¥])|lenses|one-time fee|insurance|extended warranty|upgrad\w+|renew\w+|on its own|(?-i:plus))\b",
    re.IGNORECASE,
)
_ACCESSORY = re.compile(
    r"(?:^|[;,]\s)(?:and\s|while\s)?(?:an?|the|each|extra|spare|its|matching)\s(?:[\w-]+\s){0,4}?"
    r"(?:cases?|covers?|sleeves?|mounts?|chargers?|cables?|batter(?:y|ies)|straps?|stands?|docks?|pens?|stylus|soundtracks?|artbook|expansion|"
    r"refills?|cartridges?|filters?|bags?|nibs?|lens|lenses|adapters?|remotes?|keycaps|second set|tripods?|pods?|tips)\b[^.;$€£]{0,40}$",
    re.IGNORECASE,
)
"""Whose price it is, where it is something that is bought besides: ``A charging case on its own is``."""

_REDUCED = re.compile(
    r"\b(?:until the end|until \w+ \d|for the first|first (?:\w+ )?months?|introductory|promotion\w*|"
    r"launch offer|discount\w*|students?|"
    r"education\w*|non-?profits?|early birds?|black friday|limited time|pre-?orders?|owners of)\b",
    re.IGNORECASE,
)
_VOLUME = re.compile(
    r"\b(?:from|over|above|at least|minimum(?: of)?|more than)\s[\d,.]+\s?(?:k|m|"
    r"million)?\s(?:requests|tokens|seats|users|calls)|\bcommitted[- ]use|\bcommitments?\b|\bor more\)",
    re.I,
)
_ANNUAL = re.compile(
    r"\b(?:billed|paid|with|on)?\s?(?:annual(?:ly)?|yearly)\b(?:\s(?:billing|plan|payment|"
    r"subscription))?|\bby the year\b",
    re.I,
)
_MONTHLY = re.compile(r"\bbilled monthly|monthly billing|month to month|paid monthly\b", re.IGNORECASE)
_SELLS = re.compile(
    r"\b(?:costs?|price[ds]?|pric(?:e|ing)|charges?|sells?|sold|sale|starts? at|starting|from|for|pay|plan|tier|"
    r"subscription|asks?|fee|is|are|at|"
    r"kostet|preis|coûte|bill(?:s|ed)|licence|license|available|purchase|unlocks?|comes? (?:to|at)|runs? you|edition)\b|[:|]",
    re.IGNORECASE,
)
_PERIODS = ("month", "year", "week", "day")
_TIMED = frozenset({*_PERIODS, "hour", "minute", "second"})


_MARGIN = re.compile(
    r"\s(?:(?:dearer|cheaper|more|less|higher|lower|off|discount|saving|extra|credit)\b|(?:below|above|under|over) (?:the|its) )",
    re.IGNORECASE,
)
"""What makes a sum a difference of two prices."""

_LABEL = re.compile(r"(?!Plus:)[^.:;]{3,40}:\s?")

_OF_PLAN = re.compile(r"\s(?:plan|tier|subscription|membership)\b", re.IGNORECASE)
"""What is paid for again and again, though it isn't said how often: ``the $25 plan``."""

_BY = re.compile(
    r"\b(?:by|gap of|difference of) (?:at least |about |around |roughly |up to |another )?$", re.IGNORECASE
)
"""What stands before a difference."""

_ON_TOP = re.compile(
    r"[^.;|]{0,30}\b(?:on top|extra|refunded|each time|if you extend|in addition|beyond|above that|thereafter)\b",
    re.IGNORECASE,
)
"""What stands behind the price of something that comes on top."""

ACCESSORY = 0.3
"""Share of a device's highest price below which something else is sold, such as its cover."""

ROUGH_LEAST = 1.0
"""Sum below which hardly anything is bought once, so that it is per something that wasn't read."""

MOST = 300
"""Sentences with prices that are read; a dossier with more is no dossier."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A price at which the release, or a plan of it, is sold."""

    price: EntryPrice
    """What it comes to."""
    cite: str
    """The sentence."""
    doubt: int
    """0 for a plain price, more for extras, reductions and bulk."""


def offers(evidence: Evidence) -> Iterator[Offer]:
    """Yield every price in the sources at which the release itself is sold."""
    for place in sorted(evidence.priced)[:MOST]:
        passage = evidence.passages[place]
        if passage.cite.startswith("F.") or len(passage.quantities) > 16:
            continue
        for quantity in passage.quantities:
            if quantity.kind == "money" and 0 < quantity.value < 100_000:
                offer = _offer(evidence, place, passage, quantity)
                if offer is not None:
                    yield offer


def _offer(evidence: Evidence, place: int, passage: Passage, quantity: Quantity) -> Offer | None:
    start, end = segment(passage, quantity.span)
    before = passage.text[max(start, quantity.span[0] - 40) : quantity.span[0]]
    before = before if len(before) > 14 else passage.text[max(0, quantity.span[0] - 14) : quantity.span[0]]
    if _MARGIN.match(passage.text[quantity.span[1] :]) or _BY.search(passage.text[: quantity.span[0]]):
        return None
    near = passage.text[start:end]
    sentence = passage.text
    if (
        _NOT_A_PRICE.search(sentence[max(0, start - 12) : start] + near)
        or _BILL.search(sentence[max(0, quantity.span[0] - 60) : quantity.span[0]])
        or _PAST.search(before)
        or _is_rivals(evidence, place, passage, quantity)
    ):
        return None
    if not _SELLS.search(sentence) and quantity.span[0] > 2 and not quantity.per and not _NAMED_PERIOD.search(before):
        return None
    behind = _NEXT_PRICE.split(sentence[quantity.span[1] : quantity.span[1] + 60], maxsplit=1)[0]
    near = sentence[start : quantity.span[1]]
    quantity = _completed(evidence, place, passage, quantity)
    row = sentence.partition(" | ")[0] if evidence.tables.get(place) is not None else ""
    extra = (
        _EXTRA.search(near)
        or (_LABEL.fullmatch(sentence[:start]) and _EXTRA.search(sentence[:start]))
        or _EXTRA.search(row)
        or _ACCESSORY.search(sentence[: quantity.span[0]])
        or _ON_TOP.match(sentence[quantity.span[1] :])
    )
    doubt = 2 * bool(extra) + 2 * bool(_REDUCED.search(sentence) and _reduced(passage, quantity))
    doubt += bool(quantity.per and quantity.per[0] in ("gigabyte", "gb", "terabyte", "tb") and "team" not in near)
    doubt += bool(not quantity.per and _OF_PLAN.match(sentence[quantity.span[1] :]))
    doubt += bool(not quantity.per and quantity.value < ROUGH_LEAST)
    doubt += bool(_VOLUME.search(sentence)) + bool(quantity.approx and quantity.hedge in ("about", "nearly"))
    billed = match.group() if (match := _BILLED.search(sentence)) else _column_of(evidence, place, passage, quantity)
    return Offer(_priced(quantity, f"{near} {behind} {billed}"), passage.cite, doubt)


_NEXT_PRICE = re.compile(r"[$€£¥₹;]|\bor\b|\d|\(?\bthe (?:annual|yearly|monthly)\b", re.IGNORECASE)
"""Where what is said of a price ends, as another one is told."""

_NAMED_PERIOD = re.compile(
    r"\b(monthly|month|yearly|year|annual(?:ly)?|weekly|week)(?:\s(?:plan|subscription|price|fee|pass))?\s?[:|–-]?\s?$",
    re.I,
)
"""What stands before a price in a price list: ``Quince Plus Yearly $29.99``."""

_PERIOD_OF = MappingProxyType({"mont": "month", "year": "year", "annu": "year", "week": "week"})


def _completed(evidence: Evidence, place: int, passage: Passage, quantity: Quantity) -> Quantity:
    """Return a price with what it is per where a row's label or the price before it says so: ``Price per month``."""
    quantity = _qualified(passage, quantity)
    behind = _AND_PERIOD.match(passage.text[quantity.span[1] :])
    if quantity.per and behind:
        quantity = replace(quantity, per=(*quantity.per, behind[1].lower()))
    if any(each.rpartition(" ")[2] in _SMALL for each in quantity.per):
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
        return _with_period(quantity, _column_of(evidence, place, passage, quantity))
    return _told_beside(evidence, place, passage, quantity, before)


def _with_period(quantity: Quantity, column: str) -> Quantity:
    """Return a price per seat and the like with the period that the head of its column names."""
    if any(each in _TIMED for each in quantity.per):
        return quantity
    return replace(quantity, per=(*quantity.per, *(each for each in _per_in(column) if each in _PERIODS)))


def _told_beside(
    evidence: Evidence, place: int, passage: Passage, quantity: Quantity, before: Sequence[Quantity]
) -> Quantity:
    """Return a bare price with what its label, its table or the price before it says that it is per."""
    if named := _NAMED_PERIOD.search(passage.text[: quantity.span[0]]):
        return replace(quantity, per=(_PERIOD_OF[named[1][:4].lower()],))
    told = passage.text[: quantity.span[0]]
    if (label := _LABELLED_PER.search(told)) and (per := _per_in(label.group())):
        return replace(quantity, per=per)
    if metered := _METERED.match(passage.text[quantity.span[1] :]):
        return replace(quantity, per=("1m token" if metered[1][-1] in "nM" else "1k token",))
    for text in _labels(evidence, place, passage, quantity):
        if per := _per_in(text):
            return replace(quantity, per=per)
    counted = bool(before) and before[-1].per[0].startswith("1")
    if before and (counted or _OR.fullmatch(passage.text[before[-1].span[1] : quantity.span[0]])):
        return replace(quantity, per=before[-1].per)
    last = evidence.before(place)
    earlier = (
        [each for each in evidence.passages[last].quantities if each.kind == "money" and each.per]
        if last is not None
        else []
    )
    if earlier and earlier[0].per[0].startswith("1") and not before:
        return replace(quantity, per=earlier[0].per)
    return quantity


_LABELLED_PER = re.compile(r"(?:\bper\s|/\s?)[^$€£:;.]{2,40}:\s?$", re.IGNORECASE)
"""What a price is per, told before it: ``Price per million tokens: $5 input, $25 output``."""

_METERED = re.compile(
    r"(?:\s?(?:in|out|input|output|tokens?|and|or|for|/|,|cached|[$€£]?\d[\d.,]*))+?\s?(?:per|/|an?)\s?(?:1\s?)?(million|M|thousand|K)\b"
)
"""What a price is per, told after the one that it stands beside: ``$0.20 in and $0.60 out per million tokens``."""


def _labels(evidence: Evidence, place: int, passage: Passage, quantity: Quantity) -> Iterator[str]:
    """Yield what may say what a price in a table is per: its row, its column, what stands over the table."""
    head = evidence.tables.get(place)
    if head is not None:
        yield passage.text.partition(" | ")[0]
        yield _column_of(evidence, place, passage, quantity)
        for over in (evidence.before(head), evidence.headings.get(head)):
            if over is not None:
                yield evidence.passages[over].text if _PRICES_PER.search(evidence.passages[over].text) else ""
    if head is not None or len(passage.text) < LISTED:
        yield _told_of_prices(evidence).get(passage.cite.partition(".")[0], "")


LISTED = 60
"""Longest line that is taken for one of a price list."""

_PRICES_PER = re.compile(
    r"\b(?:prices?|pricing|rates?|fees?|costs?|charges|plans|billed|all)\b[^.;$€£]{0,40}(?:\b(?:per|a|an|by the)\s|/)",
    re.IGNORECASE,
)


@lru_cache(maxsize=8)
def _told_of_prices(evidence: Evidence) -> dict[str, str]:
    """Return by source the sentence that says what all its prices are per: ``Prices are per month, without VAT``."""
    return {
        passage.cite.partition(".")[0]: passage.text
        for place, passage in reversed(list(enumerate(evidence.passages)))
        if " per " in passage.text and place not in evidence.priced and _ALL_PRICES.search(passage.text)
    }


_ALL_PRICES = re.compile(
    r"\b(?:prices?|rates|plans) (?:\w+ ){0,3}(?:are|is)?\s?(?:\w+ ){0,3}per\b|\bprices? in \w+ per\b", re.IGNORECASE
)


@lru_cache(maxsize=512)
def _per_in(text: str) -> tuple[str, ...]:
    """Return what a label says that prices are per: ``Price per 1M tokens``, ``Monthly``, ``€/user/month``."""
    for match in _FROM_PER.finditer(text):
        read = [each.per for each in read_quantities(f"$1 {match.group()}") if each.kind == "money" and each.per]
        if read and not any(each.rpartition(" ")[2] in _SMALL for each in read[0]):
            also = (each[1].lower() for each in _PER.finditer(match.group()))
            return (*read[0], *(each for each in also if each in _PERIODS and each not in read[0]))
        if millions := _PER_MILLION.match(match.group()):
            return ("1m token" if millions[1][-1] in "nM" else "1k token",)
    if _BILLED_LABEL.search(text):
        return ("month",)
    if named := _MONTHLY_LABEL.search(text):
        return (_PERIOD_OF[named[1][:4].lower()],)
    return tuple(match[1].lower() for match in _PER.finditer(text))


_FROM_PER = re.compile(r"(?:\bper\s|/\s?).*", re.IGNORECASE)
_PER_MILLION = re.compile(r"(?:per|/)\s?(?:1\s?)?(million|M|thousand|K)\b")
_BILLED_LABEL = re.compile(r"\b(?:billed|paid|charged|with)\b[^|]{0,12}\b(?:annual|year)", re.IGNORECASE)
"""Head of a column with what a month costs for those who pay for a year."""

_MONTHLY_LABEL = re.compile(r"\b(mont|year|annu|week)(?:h?ly|ally|al)\b", re.IGNORECASE)

_QUALIFIES = frozenset(
    words(
        "active standard registered named individual single additional concurrent paying generated billable licensed "
        "editing contributing full regular normal finished successful processed monthly connected"
    )
)
"""What may stand before the noun that a price is per: ``per active developer``."""

_NEXT_NOUN = re.compile(r"\s(?P<noun>[a-z]+)")


def _qualified(passage: Passage, quantity: Quantity) -> Quantity:
    """Return a price with the noun that it is per, where only the word before it was read: ``per standard image``."""
    noun = _NEXT_NOUN.match(passage.text, quantity.span[1])
    if not quantity.per or quantity.per[-1] not in _QUALIFIES or not noun:
        return quantity
    span = (quantity.span[0], noun.end())
    return replace(quantity, per=(*quantity.per[:-1], singular(noun["noun"])), span=span)


_BILLED = re.compile(
    r",\s(?:both |all )?(?:billed|paid|charged)\s(?:yearly|annually|by the year|monthly)[.;]?$", re.IGNORECASE
)
_AND_PERIOD = re.compile(r"\s(?:and|per|a|an|each|every)\s(?:per\s)?(month|year|week|day)\b", re.IGNORECASE)


def _column_of(evidence: Evidence, place: int, passage: Passage, quantity: Quantity) -> str:
    """Return what stands at the head of a price's column; nothing outside of tables."""
    head = evidence.tables.get(place)
    if head is None:
        return ""
    cells = evidence.passages[head].text.split(" | ")
    column = passage.text[: quantity.span[0]].count(" | ") - (passage.text.count(" | ") >= len(cells))
    return cells[column] if 0 <= column < len(cells) else ""


_SMALL = frozenset({"as", "on", "in", "at", "for", "a"})
_PER = re.compile(r"\b(?:per|an?|and|/)\s?(month|year|week|day|hour|user|seat|member)\b", re.IGNORECASE)
_OR = re.compile(r"\s?\(|[^.;]{0,40}\bor\s|[^.;]{0,60},\s(?:and\s|or\s)?", re.IGNORECASE)


def _reduced(passage: Passage, quantity: Quantity) -> bool:
    """Whether a reduction is said of this price rather than of one after it."""
    sentence = passage.text
    start, end = segment(passage, quantity.span)
    clause = sentence[: quantity.span[0]].rpartition(";")[2].rpartition(". ")[2]
    return bool(_REDUCED.search(sentence[start:end]) or _REDUCED.search(clause))


def _is_rivals(evidence: Evidence, place: int, passage: Passage, quantity: Quantity) -> bool:
    """Whether a price belongs to another product than the release and its plans."""
    subject = evidence.subject
    if _OLD_COLUMN.search(_column_of(evidence, place, passage, quantity)) or _is_attribute(evidence, passage, quantity):
        return True
    if _is_beside(evidence, place, passage, quantity):
        return True
    owned = owners_at(evidence, place, quantity.span)
    start = max(passage.text.rfind(mark, 0, quantity.span[0]) for mark in (";", ". ", ": "))
    clause = passage.text[start + 1 : quantity.span[1]]
    if _RIVAL.search(clause) or _IS_CHEAPER.match(passage.text[quantity.span[1] :]):
        return True
    if owner := _OWNED.search(passage.text[: quantity.span[0]]):
        key = key_of(owner[1])
        if not subject.is_ours(key) and not key & PLANS:
            return True
    opening = _AT.match(passage.text[: quantity.span[0]]) or APPOSED.match(passage.text)
    if opening and not subject.is_ours(key_of(opening[1])) and not key_of(opening[1]) & PLANS:
        return True
    foreign = [
        key
        for key in owned
        if not subject.is_ours(key)
        and not key <= _PLATFORMS
        and not (evidence.tables.get(place) is not None and len(evidence.named_at(key)) < 2)
        and not (key & PLANS and not key - PLANS - subject.name)
        and not _is_plan(passage, key)
        and not _is_variant(evidence, key)
        and not _in_price_list(evidence, place, key)
    ]
    return bool(foreign) and not any(subject.is_ours(key) for key in owned)


def _is_beside(evidence: Evidence, place: int, passage: Passage, quantity: Quantity) -> bool:
    """Whether a price stands in the row or column of something else, in a table where the release has its own."""
    head = evidence.tables.get(place)
    if head is None:
        return False
    labels = [passages.text.partition(" | ")[0] for passages in _rows(evidence, head)]
    for all_, own in (
        (labels, passage.text.partition(" | ")[0]),
        (evidence.passages[head].text.split(" | "), _column_of(evidence, place, passage, quantity)),
    ):
        if not own or _names_release(evidence, own) or not any(_names_release(evidence, each) for each in all_):
            continue
        key = key_of(own)
        if (
            own[:1].isupper()
            and not key <= PLANS | _PLAN
            and not evidence.subject.is_ours(key)
            and not _PROPERTY.search(own)
        ):
            return True
    return False


_PLAN = frozenset({"plan", "tier", "edition", "licence", "license"})
_PROPERTY = re.compile(
    r"[$€£%]|\b(?:price|cost|per|input|output|tokens?|month\w*|year\w*|annual\w*|plan|tier|fee|usd|eur|gbp|value)\b",
    re.I,
)
"""What heads a row or column of figures rather than a product's."""


def _rows(evidence: Evidence, head: int) -> Iterator[Passage]:
    """Yield the rows of a table."""
    place = head + 1
    while evidence.tables.get(place) == head:
        yield evidence.passages[place]
        place += 1


def _names_release(evidence: Evidence, cell: str) -> bool:
    key, name = key_of(cell), evidence.subject.name
    return bool(name) and len(cell) < 50 and name <= key


_OWNED = re.compile(r"\b([A-Z][\w-]+)['’]s\s(?:own\s|new\s|price of\s)?$")
"""Whose price it is, right before it: ``next to Inkwell's $49.99``."""

_IS_CHEAPER = re.compile(r",?\s(?:is|are|was|remains)\s(?:\w+\s)?(?:cheaper|dearer|more expensive)\b")
_AT = re.compile(
    r"(?:And |But |While |Only )?([A-Z][\w-]+)(?:['’]s [A-Z]\w+)?,? (?:at|which (?:costs?|charges|asks))\s?$"
)
"""What opens a sentence on a rival: ``Atlas, at $9 a seat``."""

APPOSED = re.compile(
    r"([A-Z][\w-]+), (?:the|an?|its|which|whose|from)\s[^,;.]{3,40},\s(?:charges|costs|asks|wants|has|is|starts|offers)\b"
)
"""What opens a sentence on somebody who is introduced: ``Mainsail, the incumbent, charges``."""

_PLATFORMS = frozenset(
    words(
        "windows mac macos linux ios ipados android iphone ipad steam app store google play web apple silicon pc switch playstation xbox"
    )
)
"""On what something runs: these don't own its price."""

_OLD_COLUMN = re.compile(r"\((?:19|20)\d\d\)|\b(?:old|previous|predecessor|before|formerly|until now)\b", re.IGNORECASE)
"""Head of a column that tells of what came before: ``Ring (2023)``."""


_SUM = re.compile(r"[$€£¥₹]?\s?\d[\d.,]*[\s-](?:euro\s|dollar\s|pound\s)?")


def _is_attribute(evidence: Evidence, passage: Passage, quantity: Quantity) -> bool:
    """Whether a price stands right before the name of something else: ``the $99 Puffin``."""
    text, start = passage.text, quantity.span[0]
    name = next(
        (
            each
            for each in passage.names
            if each.sure and not each.key <= PLACES and _SUM.fullmatch(text[start : each.span[0]])
        ),
        None,
    )
    return bool(name and not evidence.subject.is_ours(name.key) and not name.key & PLANS and not quantity.per)


PLANS = frozenset(
    words(
        "free pro plus team teams solo starter basic scale enterprise business personal premium standard individual "
        "max ultra lite hobby creator family student growth developer professional"
    )
)
"""Names of plans."""


def _is_plan(passage: Passage, key: frozenset[str]) -> bool:
    """Whether a name is followed by ``plan`` and the like, or opens a line of a price list."""
    for name in passage.names:
        if same_name(name.key, key):
            behind = passage.text[name.span[1] :]
            if re.match(r"\s(?:plan|tier|edition|package|licen[cs]e|subscription|version)\b|\s?[:|]", behind):
                return True
    return False


def _is_variant(evidence: Evidence, key: frozenset[str]) -> bool:
    """Whether a name is the last part of a variant's: ``Mini`` of a Helix Coder 2 Mini."""
    ours = evidence.subject.name
    return any(
        ours < name.key and key <= name.key for at in evidence.named_at(key) for name in evidence.passages[at].names
    )


def _in_price_list(evidence: Evidence, place: int, key: frozenset[str]) -> bool:
    """Whether a single word before a price stands where plans are told: near the word ``plan``, under ``Pricing``."""
    if len(key) != 1 or any(c.isdigit() for word in key for c in word):
        return False
    if any(
        name.key == key and _THEIRS.search(evidence.passages[place].text[: name.span[0]])
        for name in evidence.passages[place].names
    ):
        return False
    heading = evidence.headings.get(place)
    near = [evidence.passages[heading].text] if heading is not None else []
    source = evidence.passages[place].cite.partition(".")[0]
    for at in range(max(0, place - 3), min(len(evidence.passages), place + 3)):
        if evidence.passages[at].cite.partition(".")[0] == source:
            near.append(evidence.passages[at].text)
    return any(_PLAN_WORD.search(text) for text in near)


_THEIRS = re.compile(r"[A-Z]\w+['’]s\s$")
"""Whose it is stands before it: ``Cursor's Bugbot``."""

_PLAN_WORD = re.compile(r"\b(?:plans?|tiers?|pricing|editions?|subscriptions?)\b", re.IGNORECASE)


def _priced(quantity: Quantity, near: str) -> EntryPrice:
    period = next((each for each in quantity.per if each in _PERIODS), None)
    unit = next((_unit(each) for each in quantity.per if each not in _PERIODS and not each.endswith("ly")), None)
    billing = "annual" if period != "year" and _ANNUAL.search(near) else "monthly" if _MONTHLY.search(near) else None
    return EntryPrice(
        currency=quantity.unit,
        amount=round(quantity.value, 8),
        period=period or (None if unit and unit.startswith("1") else "once" if not unit else None),
        unit=unit,
        billing=billing,
    )


def _unit(per: str) -> str:
    """Return the unit of a price as records have it: ``1m token`` → ``1M tokens``."""
    scale, _, what = per.partition(" ")
    if scale in ("1k", "1m") and what:
        return f"{scale.upper()} {what}s"
    return {"person": "user", "member": "user", "head": "user", "people": "user", "picture": "image"}.get(per, per)


_BOUGHT_ONCE = re.compile(
    r"\b(?:bought once|pays? (?:for (?:it )?)?(?:just |only )?once|pay-once|buy (?:it )?once|one-(?:time|off) (?:purchase|payment|price))\b",
    re.IGNORECASE,
)
_LIFETIME = re.compile(r"\b(?:lifetime|alternatively|instead|or|prefer|rather|option)\b|\?", re.IGNORECASE)


def is_bought_once(evidence: Evidence) -> bool:
    """Whether the release is paid for once, so that what is paid by the year comes on top."""
    return any(
        _BOUGHT_ONCE.search(passage.text) and not _LIFETIME.search(passage.text) for passage in evidence.passages
    )


def cheapest(found: list[Offer], *, device: bool, once: bool = False) -> Offer | None:
    """Return the cheapest plain way in; where nothing is plain, the least doubtful.

    Args:
        found: Prices of the release.
        device: Whether it is a thing that is bought, so that a subscription comes on top.
        once: Whether it is paid for once.
    """
    if not found:
        return None
    bought = [offer for offer in found if offer.price.period == "once" and offer.doubt < 2]
    if device and bought:
        most = max(_worth(offer) for offer in bought)
        found = [offer for offer in bought if _worth(offer) > ACCESSORY * most]
    elif once and bought:
        found = bought
    elif any(offer.price.period not in ("once", None) and offer.doubt < 2 for offer in found):
        found = [offer for offer in found if offer.price.period != "once"]
    least = min(offer.doubt for offer in found)
    metered = [offer for offer in found if offer.doubt == least and offer.price.period is None and offer.price.unit]
    rest = [offer for offer in found if offer.doubt == least and offer not in metered]
    if len(metered) > len(rest) and all(offer.price.period == "once" for offer in rest):
        found = [offer for offer in metered if offer.price.unit == metered[0].price.unit]
    plain = [offer for offer in found if offer.doubt == least]
    best = min(plain, key=_worth)
    usual = Counter(offer.price.currency for offer in plain).most_common(1)[0][0]
    alike = [offer for offer in plain if offer.price.currency == usual and _worth(offer) <= ABROAD * _worth(best)]
    best = min(alike, key=_worth, default=best)
    return next((offer for offer in found if _is_same_elsewhere(offer, best)), best)


ABROAD = 1.35
"""How much dearer the same thing may be in another country."""


def _is_same_elsewhere(offer: Offer, best: Offer) -> bool:
    """Whether a sentence gives a price in one currency first and in that of the best one after: ``£389 or €449``."""
    return (
        offer.cite == best.cite
        and offer.doubt == best.doubt
        and (offer.price.currency != best.price.currency or offer is best)
        and _worth(offer) <= ABROAD * _worth(best)
    )


def _worth(offer: Offer) -> float:
    return offer.price.amount * ROUGH_WORTH.get(offer.price.currency or "", 1.0)
