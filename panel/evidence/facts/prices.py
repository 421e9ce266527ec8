"""What a release costs: the prices of its sources that are its own, and how doubtful each is."""

import re
from collections.abc import Iterator
from types import MappingProxyType

from panel.domain.facts import EntryPrice
from panel.evidence.currencies import ROUGH_WORTH
from panel.evidence.facts.amounts import as_written, priced_by_column
from panel.evidence.facts.besides import comes_on_top
from panel.evidence.facts.cheapest import Offer
from panel.evidence.facts.dollars import in_its_dollars
from panel.evidence.facts.labels import PERIODS, column_of
from panel.evidence.facts.others import is_rivals
from panel.evidence.facts.periods import NAMED_PERIOD, completed
from panel.evidence.facts.reductions import is_reduced
from panel.evidence.facts.tellers import is_of_something_else
from panel.evidence.facts.unasked import is_unasked, right_before
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lowered import lowered
from panel.evidence.measures import Quantity
from panel.evidence.owners import segment
from panel.evidence.passages import Passage
from panel.evidence.words import words

_PAYS = re.compile(
    r"\b(?:I|[Ww]e)(?:['’]re| are| now| still)? (?:pay(?:ing)?|paid) $|\bcost me (?:about |around |some )?$"
)
"""What a customer says of what he pays, who may have more than one of it."""


_ABROAD = re.compile(
    r"(?:^|[;,.]\s)[Ii]n (?:the )?[A-Z]\w+(?: [A-Z]\w+)?,? (?:it|the [a-z]+|[A-Z]\w+) (?:costs?|is|will be|will cost|sells for|goes for|comes to)\s$"
)
"""What stands before the price in one country, where the one at home is told too: ``In Ireland it costs``."""


_ENTERPRISE = re.compile(r"\bEnterprise\b[^$€£¥₹;]{0,80}$")
"""What the dearest plan is called, which is the way in only where no other is told."""


_LATER = re.compile(
    r"\b(?:(?:will|is going to|is set to|is to|are to|due to) (?:then |soon |later )?(?:cost|be(?= (?:about |around )?[$€£¥\d])|rise|go up|increase|climb|be raised|become)|"
    r"(?:rises?|goes up|going up|increases?|climbs?) to)\b"
)
"""What tells of a price that isn't asked yet, where there is one that is."""


_VOLUME = re.compile(
    r"\b(?:from|over|above|at least|minimum(?: of)?|more than)\s(?!\d\s(?:seats|users)\b)[\d,.]+\s?(?:k|m|"
    r"million)?\s(?:requests|tokens|seats|users|calls)|\bfrom\s\d+\s(?!days|weeks|months|years|hours|minutes|seconds)[a-z-]+s\b|\b(?:from|over|above|at least|more than|beyond)\s\d{1,3}(?:,\d{3})+\s[a-z]+|\bupwards\b|"
    r"\b(?:yearly|annual|multi-year|three-year|long-term|framework|volume|enterprise) (?:contracts?|agreements?)\b|\bcommitted[- ]use|\bcommitments?\b|\b(?:orders?|buys?|takes?) (?:\d+|five|ten|twelve|twenty|fifty|a dozen|a hundred) or more\b|\bor more\)"
)


_ANNUAL = re.compile(
    r"\b(?:billed|paid|with|on)?\s?(?:annual(?:ly)?|yearly)\b(?:\s(?:billing|plan|payment|"
    r"subscription))?|\bby the year\b|"
    r"\b(?:pa(?:y|id|ying)|billed|charged|commit\w*|sign\w* up)\b[^.;$€£]{0,24}\b(?:(?:for|by|per) (?:the|a|one|an entire|a whole|a full) year|once a year|"
    r"(?:a|one|the) year (?:up front|upfront|ahead|in advance|at a time|at once)|yearly|annually|12 months)\b|"
    r"\b(?:payable|paid|due|billed) (?:for )?(?:twelve|12) months (?:in advance|ahead|up front|upfront|at once)\b|"
    r"\b(?:annual|yearly|12-month) (?:billing|plan|payment|subscri\w+|commitment|contract|term|customers)\b",
    re.I,
)


_YEARLY = re.compile(r"[^,;.]{0,30}\b(?:annual|annually|yearly|year)\b", re.IGNORECASE)
"""What stands behind the price of a month for those who pay for a year, which is no reduction."""


_MONTHLY = re.compile(
    r"\bbilled monthly|(?:invoiced|charged) monthly|billed by the month|monthly billing|month to month|paid monthly\b",
    re.IGNORECASE,
)


_SELLS = re.compile(
    r"\b(?:it|that|this)['’]s\b|\b(?:The|the|This|this|Our|our)\s(?=[$€£¥₹]\s?\d[\d.,]*\s[a-z])|\b(?:costs?|sets? (?:you|me|us|one|buyers) back|retails?|rrp|msrp|list price|koste[rn]?|kost|kostar|cuesta[n]?|costa[no]?|custa|kosztuje|stojí|maksaa|price[ds]?|pric(?:e|ing)|charges?|sells?|sold|sale|starts? at|starting|from|for|pay|wants?|plan|tier|"
    r"subscription|asks?|fee|is|are|at|"
    r"kostet|preis|coûte|bill(?:s|ed)|licence|license|available|purchase|unlocks?|now|only|yours|comes? (?:to|at)|runs? you|edition)\b|[:|]|\s[–—-]\s",
    re.IGNORECASE,
)


_OF_PLAN = re.compile(r"\s(?:plan|tier|subscription|membership)\b", re.IGNORECASE)
"""What is paid for again and again, though it isn't said how often: ``the $25 plan``."""


DATA = ("gigabyte", "gb", "terabyte", "tb")
"""Amounts of data that are often paid for besides."""


ROUGH_LEAST = 1.0
"""Sum below which hardly anything is bought once, so that it is per something that wasn't read."""


MOST = 300
"""Sentences with prices that are read; a dossier with more is no dossier."""


DEAREST = 100_000
"""Dollars beyond which a sum is no price of anything that is reviewed."""


def offers(evidence: Evidence) -> Iterator[Offer]:
    """Yield every price in the sources at which the release itself is sold."""
    for place, passage, quantity in (*_sums(evidence), *priced_by_column(evidence)):
        if 0 < quantity.value * ROUGH_WORTH.get(quantity.unit, 1.0) < DEAREST:
            offer = _offer(evidence, place, passage, quantity)
            if offer is not None:
                yield offer


def _sums(evidence: Evidence) -> Iterator[tuple[int, Passage, Quantity]]:
    """Yield the sums of money of the sources."""
    for place in sorted(evidence.priced)[:MOST]:
        passage = evidence.passages[place]
        if not passage.cite.startswith("F.") and len(passage.quantities) <= 16:
            yield from ((place, passage, quantity) for quantity in passage.quantities if quantity.kind == "money")


def _offer(evidence: Evidence, place: int, passage: Passage, quantity: Quantity) -> Offer | None:
    sentence, (at, stop) = passage.text, quantity.span
    if is_unasked(passage, quantity) or is_rivals(evidence, place, passage, quantity):
        return None
    before = right_before(passage, quantity)
    told = _SELLS.search(sentence) or at <= 2 or quantity.per or NAMED_PERIOD.search(before)
    if not told and not _is_right_behind_ours(evidence, place, passage, at):
        return None
    start = segment(passage, quantity.span)[0]
    behind = _NEXT_PRICE.split(sentence[stop : stop + 60], maxsplit=1)[0]
    near = sentence[start:stop]
    quantity = in_its_dollars(evidence, passage, completed(evidence, place, passage, as_written(passage, quantity)))
    doubt = 2 * comes_on_top(evidence, place, passage, quantity, start)
    doubt += 2 * bool(is_reduced(passage, quantity) and not _YEARLY.match(behind))
    doubt += _doubt(evidence, passage, quantity, start) + bool(_PAYS.search(before))
    row = sentence.partition(" | ")[0] if evidence.tables.get(place) is not None else ""
    billed = match.group() if (match := _BILLED.search(sentence)) else column_of(evidence, place, passage, quantity)
    billed = (
        f"{billed} {row} {'yearly' if _WORKS_OUT.search(sentence[:at]) or _WITH_ANNUAL.match(sentence[:at]) else ''}"
    )
    return Offer(_priced(quantity, f"{near} {behind} {billed}"), passage.cite, doubt)


def _is_right_behind_ours(evidence: Evidence, place: int, passage: Passage, at: int) -> bool:
    """Whether a sum stands right behind the release's name, as in a list: ``Heron 2 $3.00``."""
    listed = _VARIANTS.fullmatch(passage.text) and not (place and _RIVALS.search(evidence.passages[place - 1].text))
    return bool(listed) or any(
        evidence.subject.is_release(name.key) and _LISTED.fullmatch(passage.text[name.span[1] : at])
        for name in passage.names
    )


_LISTED = re.compile(r"\s*|,\s|,\s[^.;:$€£¥]{3,40},\s")
"""What stands between the release's name and its price in a list: ``Heron Ring, sizes 5 to 13, $249``."""

_RIVALS = re.compile(r"\b(?:rivals?|competitors?|competition|alternatives?|others)\b", re.IGNORECASE)
"""What a list of prices follows that is none of the release's."""

_VARIANTS = re.compile(r"(?:[A-Z][\w-]*(?: [\w-]+){0,2} [$€£¥]\s?\d[\d.,]*(?:\s?[·|/]\s?|$)){2,}")
"""A line that holds nothing but variants with their prices: ``Titanium $249 · Ceramic $329``."""


def _doubt(evidence: Evidence, passage: Passage, quantity: Quantity, start: int) -> int:
    """Return how many signs there are that a price is that of a part, of later, of much, or of the few."""
    sentence, (at, stop) = passage.text, quantity.span
    near, told, small = sentence[start:stop], sentence[:at], lowered(sentence)
    signs = (
        quantity.per
        and quantity.per[0] in DATA
        and "team" not in near
        and not (_is_about_data(evidence) and not _MORE.search(near)),
        not quantity.per and _OF_PLAN.match(sentence[stop:]),
        not quantity.per and quantity.value < ROUGH_LEAST,
        _LATER.search(small[start:at]),
        _ABROAD.search(sentence[:at]),
        _ENTERPRISE.search(told),
        set(quantity.per) <= set(PERIODS) and is_of_something_else(evidence, sentence, at),
        _VOLUME.search(small),
        _ABOVE.search(small[start:stop]),
        _NET.match(sentence[stop:]) and sum(each.kind == "money" for each in passage.quantities) > 1,
        quantity.approx and quantity.hedge in ("about", "nearly"),
    )
    return sum(map(bool, signs))


_WORKS_OUT = re.compile(
    r"\b(?:yearly|annual) (?:price|plan|rate|subscription|fee)\b(?:[^.;]|\.\d){0,40}\b(?:works out|comes out|comes|amounts|breaks down) (?:at|to) (?:about |just |only )?$",
    re.IGNORECASE,
)
"""What stands before the month's part of a year's price."""

_WITH_ANNUAL = re.compile(
    r"(?:(?:With|On|Under) (?:an? |the )?(?:annual|yearly) (?:billing|payment|plan|contract)s?\b[^.;$€£]*|(?:Billed|Paid) (?:annually|yearly)\b(?!.*\bmonthly\b).*)$"
)
"""How a sentence begins on the price for those who pay for a year: ``With annual billing, Heron costs``."""


def _is_about_data(evidence: Evidence) -> bool:
    """Whether a release keeps or searches data, which is then what one pays for."""
    return bool(_KEEPS.search(evidence.dossier.release.tagline or ""))


_KEEPS = re.compile(r"\b(?:gigabytes?|terabytes?|GB|TB|backups?|storage|archiv\w+|logs?|log search)\b", re.IGNORECASE)

_MORE = re.compile(r"\b(?:more|cold|longer|further|extra|retention)\b", re.IGNORECASE)
"""What is said of data that one pays for besides."""

_ABOVE = re.compile(
    r"\b(?:over|above|beyond|past|more than|from) (?:an?|one|two|five|ten|\d+) ?(?:million|thousand|hundred)\b"
)
"""What stands before the price of much: ``over a million a month it's``."""

_NET = re.compile(r"\s?\(?(?:net\b|(?:excl\w*|ex|without|before|plus)\.? (?:VAT|GST|tax)\b)", re.IGNORECASE)
"""What stands behind a price without the tax, where the one with it is told too."""


_NEXT_PRICE = re.compile(r"[$€£¥₹;]|\bor\b|\d|\(?\bthe (?:annual|yearly|monthly)\b", re.IGNORECASE)
"""Where what is said of a price ends, as another one is told."""


_BILLED = re.compile(
    r",\s(?:both |all )?(?:billed|paid|charged)\s(?:yearly|annually|by the year|monthly)[.;]?$", re.IGNORECASE
)


def _priced(quantity: Quantity, near: str) -> EntryPrice:
    period = next((each for each in quantity.per if each in PERIODS), None)
    if period is None and "monthly" in quantity.per:
        period = "month"
    unit = next((_unit(each, near) for each in quantity.per if each not in PERIODS and not each.endswith("ly")), None)
    billing = "annual" if period != "year" and _ANNUAL.search(near) else "monthly" if _MONTHLY.search(near) else None
    return EntryPrice(
        currency=quantity.unit,
        amount=round(quantity.value, 8),
        period=period or (None if unit and unit.startswith("1") else "once" if not unit else None),
        unit=unit,
        billing=billing,
    )


_UNITS = MappingProxyType(
    dict.fromkeys(
        words(
            "person member head people nutzer benutzer utilisateur utilisatrice usuario utente gebruiker användare bruger bruker"
        ),
        "user",
    )
    | {"picture": "image", "bild": "image", "seite": "page", "stunde": "hour", "platz": "seat", "gerät": "device"}
)
"""Other words for what prices are per."""


_OCTETS = MappingProxyType({"go": "gb", "to": "tb", "mo": "mb"})
"""French for amounts of data: ``0,004 € par Go``, hardly ``$5 per go``."""

_TOKENS = MappingProxyType({"mtok": "1m token", "mtoken": "1m token", "ktok": "1k token", "ktoken": "1k token"})
"""Short for how many tokens a price is per: ``$1/MTok``."""


def _unit(per: str, near: str) -> str:
    """Return the unit of a price as records have it, in words near which it stands: ``1m token`` → ``1M tokens``."""
    if per in _OCTETS and re.search(rf"\bpar {per}\b|/ ?{per.title()}\b", near, re.IGNORECASE):
        per = _OCTETS[per]
    scale, _, what = _TOKENS.get(per, per).partition(" ")
    if scale in ("1k", "1m") and what in ("input", "output", "in", "out", "prompt", "completion", "generated"):
        return f"{scale.upper()} tokens"
    if scale in ("1k", "1m") and what:
        return f"{scale.upper()} {what}s"
    if per in DATA:
        return per[0].upper() + "B"
    if (joined := per.partition("-")) and joined[0] in ("gpu", "cpu", "vcpu"):
        return {"gpu": "GPU", "cpu": "CPU", "vcpu": "vCPU"}[joined[0]] + "".join(joined[1:])
    return _UNITS.get(per, per)
