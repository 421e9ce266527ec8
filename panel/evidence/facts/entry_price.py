"""What a release costs at least: front matter's price, the cheapest of the sources, or nothing."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from panel.domain.facts import EntryPrice, Fact, Reading
from panel.domain.release import Pricing
from panel.evidence.facts.billing import as_usual, billed
from panel.evidence.facts.cheapest import Offer, cheapest, is_bought_once, is_paid_by_use, worth
from panel.evidence.facts.free import FreeVote
from panel.evidence.facts.tellers import is_makers
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.quantities import read_quantities

NOTHING_SOLD = EntryPrice(amount=0)
"""The price of what is given away."""

_ON_REQUEST = re.compile(
    r"\bcontact (?:our |the |us|\w+ for )?\s?sales|\bon request|\b(?:talk|speak|write) to (?:us|(?:our |the )?sales)|\bfor an? (?:price |individual )?(?:quote|offer)\b|"
    r"\b(?:do|does|did)(?:n['’]t| not) (?:publish|list|disclose|state|name|give|quote|share) (?:any |its |our |their |the )?(?:pric\w+|rates)|"
    r"\b(?:has|have|had)(?:n['’]t| not) (?:yet )?(?:settled on|set|fixed|named|decided on|agreed on) (?:a|the|its|our|any) (?:final )?pric|\bcontact (?:us|"
    r"the vendor)|\bprices? (?:is|are) "
    r"not|\b(?:hasn['’]t|has not|haven['’]t) (?:published|announced|disclosed)[^.]{0,20}pric|\bpric(?:e|es|"
    r"ing) (?:has|have)(?:n['’]t| not)|"
    r"\b(?:['’]ll|will|to) announce (?:the |our |its )?pric|\bpric(?:es|e|ing) (?:(?:will|is to|are to) (?:be )?(?:announced|published|set|named|follow|come)|(?:is|are) (?:yet |still )?to be)|"
    r"\bpric(?:es|ing) (?:to )?follows?\b|\b(?:hasn['’]t|has not|haven['’]t|have not) (?:said|decided) what it (?:will )?costs?\b|"
    r"\bpricing is opaque|\bquoted\b|\bcustom pricing|\bto be announced|\bto be called",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"^(?:Apache|MIT|BSD|ISC|[AL]?GPL|MPL|EPL|EUPL|CC|CERN|Unlicense|Modified MIT|OpenRAIL|Llama|Gemma)", re.IGNORECASE
)
"""How the names of licences begin under which a thing may be had for nothing."""


def entry_price(
    evidence: Evidence, found: list[Offer], free: Sequence[FreeVote], licence: Fact[str], category: str | None
) -> Fact[EntryPrice]:
    """Return the cheapest paid way in: front matter's, nothing for what the maker gives away, or the maker's cheapest."""
    device, once = category == "Hardware", is_bought_once(evidence)
    planned = category != "AI Models" and not is_paid_by_use(evidence)
    by_source: dict[str, list[Offer]] = defaultdict(list)
    for offer in found:
        by_source[offer.cite.partition(".")[0]].append(offer)
    bests = [
        billed(evidence, best, found)
        for each in by_source.values()
        if (best := cheapest(each, device=device, once=once, planned=planned))
    ]
    stated = _stated_price(evidence.dossier.release.pricing)
    if stated is not None:
        also = [best for best in bests if stated.amount and not _same_price(best.price, stated)]
        agreeing = [best for best in bests if _same_price(best.price, stated)]
        said = stated.billing or next((best.price.billing for best in agreeing if best.price.billing), None)
        value = as_usual(stated.model_copy(update={"billing": said}))
        cites = ("F.pricing", *(best.cite for best in agreeing))
        return Fact[EntryPrice](value=value, cites=cites, also=_readings(also))
    told = {vote.cite for vote in free if not vote.sold and is_makers(evidence, vote.cite)}
    if told and not any(is_makers(evidence, offer.cite) for offer in found if offer.price.amount):
        return _given_away(evidence, free, licence)
    best = cheapest(_by_the_maker(evidence, found, device), device=device, once=once, planned=planned)
    open_ = is_open(licence) and any(vote.free for vote in free)
    if best is None or (best.doubt >= 2 and (open_ or any(not vote.sold for vote in free))):
        return _given_away(evidence, free, licence)
    best = billed(evidence, best, found)
    also = [each for each in bests if _rival_reading(each.price, best.price)]
    cites = tuple(dict.fromkeys(offer.cite for offer in found if _same_price(offer.price, best.price)))
    return Fact[EntryPrice](value=as_usual(best.price), cites=cites, also=_readings(also))


def _by_the_maker(evidence: Evidence, found: list[Offer], device: bool) -> list[Offer]:
    """Return the plain prices on the maker's own pages, as others also tell what other things cost; all where there are none."""
    own = [offer for offer in found if not offer.doubt and offer.price.amount and is_makers(evidence, offer.cite)]
    if device:
        dearest = max((_worth_once(offer) for offer in found if offer.doubt < 2), default=0.0)
        own = own if any(_worth_once(offer) > dearest / 2 for offer in own) else []
    return own or found


def _worth_once(offer: Offer) -> float:
    """Return what a thing costs that is bought, to tell it from what belongs to it."""
    return worth(offer) if offer.price.period == "once" else 0.0


def _readings(found: Iterable[Offer]) -> tuple[Reading[EntryPrice], ...]:
    return tuple(Reading[EntryPrice](value=as_usual(offer.price), cites=(offer.cite,)) for offer in found)


def _same_price(a: EntryPrice, b: EntryPrice) -> bool:
    return a.currency == b.currency and abs(a.amount - b.amount) < 0.005 and (a.period or "") == (b.period or "")


def _rival_reading(a: EntryPrice, b: EntryPrice) -> bool:
    """Whether two sources give other amounts for what is sold in the same way."""
    alike = (a.currency, a.period, a.unit) == (b.currency, b.period, b.unit)
    return alike and abs(a.amount - b.amount) >= max(0.005, 0.003 * b.amount)


def _given_away(evidence: Evidence, free: Sequence[FreeVote], licence: Fact[str]) -> Fact[EntryPrice]:
    """Return 0 where nothing is sold, nothing where no price is known."""
    cites = [vote.cite for vote in free if vote.free]
    asked = is_on_request(evidence)
    if any(not vote.sold for vote in free) or (cites and not asked):
        return Fact[EntryPrice](value=NOTHING_SOLD, cites=tuple(cites)[:6])
    if not asked and is_open(licence):
        return Fact[EntryPrice](value=NOTHING_SOLD, cites=licence.cites)
    return Fact[EntryPrice]()


def _stated_price(pricing: Pricing) -> EntryPrice | None:
    """Return front matter's price; its entry tier is read where that is all there is."""
    if pricing.amount is not None:
        return EntryPrice(
            currency=pricing.currency if pricing.amount else None,
            amount=pricing.amount,
            period=pricing.period,
            unit=pricing.unit,
            billing=pricing.billing,
        )
    entry = pricing.entry or ""
    for quantity in read_quantities(entry):
        if quantity.kind == "money":
            from_passage = [each for each in quantity.per if each in ("month", "year", "week", "day")]
            return EntryPrice(
                currency=quantity.unit,
                amount=quantity.value,
                period=from_passage[0] if from_passage else None if quantity.per else "once",
                unit=next((each for each in quantity.per if each not in ("month", "year", "week", "day")), None),
                billing="annual" if _BY_THE_YEAR.search(entry) else None,
            )
    return NOTHING_SOLD if re.match(r"\s*(?:free|gratis|open source)\b", entry, re.IGNORECASE) else None


_BY_THE_YEAR = re.compile(r"\bannual|\b(?:billed|paid|invoiced) (?:yearly|by the year)\b", re.IGNORECASE)


def is_on_request(evidence: Evidence) -> bool:
    """Whether a source says that one has to ask for the price."""
    return any(_ON_REQUEST.search(passage.text) for passage in evidence.passages)


def is_open(licence: Fact[str]) -> bool:
    """Whether a release is under a licence under which it may be had for nothing."""
    return bool(licence.value and _OPEN.match(licence.value))
