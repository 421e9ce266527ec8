"""Putting the facts together: front matter first, then what the sources say, and both where they differ."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import eq

from panel.domain.facts import EntryPrice, Fact, Facts, Reading
from panel.domain.release import Dossier, Pricing
from panel.evidence.facts.announced import Day
from panel.evidence.facts.billing import as_usual, billed
from panel.evidence.facts.cheapest import Offer, cheapest, is_bought_once, is_paid_by_use, worth
from panel.evidence.facts.days import days_of_release
from panel.evidence.facts.free import FreeVote, free_votes
from panel.evidence.facts.prices import offers
from panel.evidence.facts.shelves import shelf_votes
from panel.evidence.facts.spelt import as_spelt
from panel.evidence.facts.tellers import is_makers
from panel.evidence.facts.terms import terms_of_use
from panel.evidence.facts.vendors import vendor_of
from panel.evidence.facts.votes import best_of
from panel.evidence.licences import licence_named, same_licence
from panel.evidence.lookup.evidence import Evidence, prepare
from panel.evidence.names import key_of, same_name
from panel.evidence.quantities import read_quantities
from panel.evidence.undisturbed import undisturbed

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


@undisturbed
def read_facts(dossier: Dossier) -> Facts:
    """Read vendor, category, release date, licence, entry price and free tier of a release."""
    evidence = prepare(dossier)
    licence = _licence(evidence)
    found = list(offers(evidence))
    category = _category(evidence, found)
    free = list(free_votes(evidence))
    entry = _entry_price(evidence, found, free, licence, category.value)
    return Facts(
        vendor=vendor_of(evidence),
        category=category.model_copy(update={"also": ()}),
        release_date=_release_date(evidence),
        licence=licence,
        entry_price=entry,
        free_tier=_free_tier(evidence, free, entry, licence, category.value),
    )


def _category(evidence: Evidence, found: Sequence[Offer]) -> Fact[str]:
    """Return the shelf of a release; what is only paid for by the month is no device, whatever its texts speak of."""
    votes = list(shelf_votes(evidence))
    stated = evidence.dossier.release.category
    fact = best_of(votes, eq, stated, "F.category")
    plain = [offer for offer in found if offer.doubt < 2]
    if (
        stated
        or fact.value != "Hardware"
        or not plain
        or any(offer.price.period not in ("month", "year") for offer in plain)
    ):
        return fact
    rest = [vote for vote in votes if vote[0] in ("Services", "Apps")]
    if rest:
        return best_of(rest, eq, None, "F.category")
    return fact.model_copy(update={"value": "Services", "cites": tuple(dict.fromkeys(offer.cite for offer in plain))})


def _release_date(evidence: Evidence) -> Fact[str]:
    stated = evidence.dossier.release.date
    days = list(days_of_release(evidence))
    best: dict[tuple[str, str], tuple[str, str, float]] = {}
    for day in days:  # a date doesn't become truer by being repeated within a source
        key = (day.cite.partition(".")[0], day.iso)
        if key not in best or day.weight > best[key][2]:
            best[key] = (day.iso, day.cite, day.weight)
    votes = [*_days_within(evidence, days), *_to_the_day(list(best.values()))]
    top = max((weight for _, _, weight in votes), default=0.0)
    return best_of(votes, _same_day, stated.isoformat() if stated else None, "F.date", max(1.9, top - 1.0))


def _to_the_day(votes: Sequence[tuple[str, str, float]]) -> Iterator[tuple[str, str, float]]:
    """Yield readings, those of a month as its likeliest day if any reading has one."""
    for iso, cite, weight in votes:
        within = [(other, day) for day, _, other in votes if day.startswith(f"{iso}-")]
        yield (max(within)[1] if within else iso), cite, weight


def _days_within(evidence: Evidence, days: Sequence[Day]) -> Iterator[tuple[str, str, float]]:
    """Yield the day of the maker's own page within the month in which others, looking back, say that it came out."""
    vendor = evidence.subject.vendor
    for source in evidence.dossier.release.sources:
        own = vendor and source.publisher and same_name(key_of(source.publisher), vendor)
        if not own or not source.date or _reads_ahead(source.text):
            continue
        for day in days:
            told = evidence.written(day.cite)
            if source.date.isoformat().startswith(f"{day.iso}-") and told and told.isoformat()[:7] > day.iso:
                yield source.date.isoformat(), source.key, 0.5
                return


_AHEAD = re.compile(
    r"\b(?:will (?:be (?:available|released|out)|ship|launch|open|come out|go (?:live|on sale))|coming soon|pre-?orders?|waiting list)\b",
    re.IGNORECASE,
)


def _reads_ahead(text: str) -> bool:
    """Whether a source speaks of a release as something to come."""
    return bool(_AHEAD.search(text))


def _same_day(a: str, b: str) -> bool:
    return a.startswith(b) or b.startswith(a)


def _licence(evidence: Evidence) -> Fact[str]:
    stated = evidence.dossier.release.licence
    best: dict[tuple[str, str], tuple[str, str, float]] = {}
    for terms in terms_of_use(evidence):
        if terms.part:
            continue
        key = (terms.cite.partition(".")[0], terms.name)
        if key not in best or terms.weight > best[key][2]:
            best[key] = (terms.name, terms.cite, terms.weight)
    normal = licence_named(stated) if stated else None
    names = {name for name, _, weight in best.values() if weight > 0}
    votes = [(_in_full(name, names), cite, weight) for name, cite, weight in best.values()]
    fact = best_of(votes, same_licence, normal, "F.licence", 2.5)
    return fact if stated else as_spelt(evidence, fact)


def _in_full(name: str, names: Collection[str]) -> str:
    """Return a licence with the version that another sentence has: ``CC-BY-NC-4.0`` for ``CC-BY-NC``."""
    exact = [each for each in names if each.startswith(name) and _VERSION_BEHIND.fullmatch(each, len(name))]
    return exact[0] if len(exact) == 1 else name


_VERSION_BEHIND = re.compile(r"[- ]\d(?:\.\d)?")


def _entry_price(
    evidence: Evidence, found: list[Offer], free: Sequence[FreeVote], licence: Fact[str], category: str | None
) -> Fact[EntryPrice]:
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
    open_ = bool(licence.value and _OPEN.match(licence.value)) and any(vote.free for vote in free)
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
    asked = _is_on_request(evidence)
    if any(not vote.sold for vote in free) or (cites and not asked):
        return Fact[EntryPrice](value=NOTHING_SOLD, cites=tuple(cites)[:6])
    if not asked and licence.value and _OPEN.match(licence.value):
        return Fact[EntryPrice](value=NOTHING_SOLD, cites=licence.cites)
    return Fact[EntryPrice]()


def _denies_trial(evidence: Evidence, cites: Iterable[str]) -> bool:
    """Whether one of some sentences says that nothing can be tried."""
    return any(_NO_TRIAL.search(evidence.passages[evidence.at[cite]].text) for cite in cites)


_NO_TRIAL = re.compile(r"\bno (?:free )?trial|\bwithout a (?:free )?trial|\btrial: none", re.IGNORECASE)


def _is_on_request(evidence: Evidence) -> bool:
    """Whether a source says that one has to ask for the price."""
    return any(_ON_REQUEST.search(passage.text) for passage in evidence.passages)


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

_A_PART = re.compile(
    r"\b(?:firmware|client|sdk|cli|command-line|drawings?|schematics?|board files|enclosure|drivers?|plug-?ins?|extensions?|app)\b",
    re.IGNORECASE,
)
"""Parts of what is sold that are often open, though the whole isn't given away."""


def _free_tier(
    evidence: Evidence, free: Sequence[FreeVote], entry: Fact[EntryPrice], licence: Fact[str], category: str | None
) -> Fact[bool]:
    pricing = evidence.dossier.release.pricing
    votes = [(vote.free, vote.cite, 2.0) for vote in free if vote.free is not None]
    stated = pricing.free_tier
    if stated is None and re.search(r"\bfree\b", pricing.entry or "", re.IGNORECASE):
        stated = True
    yes = [vote for vote in votes if vote[0]]
    no = [vote for vote in votes if not vote[0]]
    if stated is not None:
        return best_of([*yes, *no], eq, stated, "F.pricing")
    if category == "Hardware" and entry.value is not None and entry.value.period == "once" and entry.value.amount:
        return Fact[bool](value=False, cites=tuple(cite for value, cite, _ in no) or entry.cites)
    if yes or no:
        best = bool(yes) if not no else len(yes) > len(no)
        return best_of([*yes, *no], eq, best, "").model_copy(
            update={"cites": tuple(cite for value, cite, _ in votes if value is best)}
        )
    if entry.value is not None and entry.value.amount == 0:
        return Fact[bool](value=True, cites=entry.cites)
    whole = not any(
        _A_PART.search(evidence.passages[evidence.at[cite]].text) for cite in licence.cites if cite in evidence.at
    )
    sold = entry.value is not None and entry.value.period == "once"
    if licence.value and _OPEN.match(licence.value) and category != "Hardware" and (whole or not sold):
        return Fact[bool](value=True, cites=licence.cites)
    trials = tuple(vote.cite for vote in free if vote.free is None)
    if trials and (entry.value is not None or (_is_on_request(evidence) and _denies_trial(evidence, trials))):
        return Fact[bool](value=False, cites=trials)
    if category == "Hardware" and entry.value is not None and entry.value.period == "once":
        return Fact[bool](value=False, cites=entry.cites)
    return Fact[bool]()
