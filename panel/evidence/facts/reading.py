"""Putting the facts together: front matter first, then what the sources say, and both where they differ."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import eq

from panel.domain.facts import EntryPrice, Fact, Facts
from panel.domain.release import Dossier
from panel.evidence.facts.announced import Day
from panel.evidence.facts.cheapest import Offer
from panel.evidence.facts.days import days_of_release
from panel.evidence.facts.entry_price import entry_price, is_on_request, is_open
from panel.evidence.facts.free import FreeVote, free_votes
from panel.evidence.facts.prices import offers
from panel.evidence.facts.shelves import shelf_votes
from panel.evidence.facts.spelt import as_spelt
from panel.evidence.facts.terms import terms_of_use
from panel.evidence.facts.vendors import vendor_of
from panel.evidence.facts.votes import best_of, once_a_source
from panel.evidence.licences import licence_named, same_licence
from panel.evidence.lookup.evidence import Evidence, prepare
from panel.evidence.names import key_of, same_name
from panel.evidence.undisturbed import undisturbed


@undisturbed
def read_facts(dossier: Dossier) -> Facts:
    """Read vendor, category, release date, licence, entry price and free tier of a release."""
    evidence = prepare(dossier)
    licence = _licence(evidence)
    found = list(offers(evidence))
    category = _category(evidence, found)
    free = list(free_votes(evidence))
    entry = entry_price(evidence, found, free, licence, category.value)
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
    told = once_a_source((day.iso, day.cite, day.weight) for day in days)
    votes = [*_days_within(evidence, days), *_to_the_day(told)]
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
    whole = (terms for terms in terms_of_use(evidence) if not terms.part)
    told = once_a_source((terms.name, terms.cite, terms.weight) for terms in whole)
    normal = licence_named(stated) if stated else None
    names = {name for name, _, weight in told if weight > 0}
    votes = [(_in_full(name, names), cite, weight) for name, cite, weight in told]
    fact = best_of(votes, same_licence, normal, "F.licence", 2.5)
    return fact if stated else as_spelt(evidence, fact)


def _in_full(name: str, names: Collection[str]) -> str:
    """Return a licence with the version that another sentence has: ``CC-BY-NC-4.0`` for ``CC-BY-NC``."""
    exact = [each for each in names if each.startswith(name) and _VERSION_BEHIND.fullmatch(each, len(name))]
    return exact[0] if len(exact) == 1 else name


_VERSION_BEHIND = re.compile(r"[- ]\d(?:\.\d)?")


def _denies_trial(evidence: Evidence, cites: Iterable[str]) -> bool:
    """Whether one of some sentences says that nothing can be tried."""
    return any(_NO_TRIAL.search(evidence.passages[evidence.at[cite]].text) for cite in cites)


_NO_TRIAL = re.compile(r"\bno (?:free )?trial|\bwithout a (?:free )?trial|\btrial: none", re.IGNORECASE)


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
    if is_open(licence) and category != "Hardware" and (whole or not sold):
        return Fact[bool](value=True, cites=licence.cites)
    trials = tuple(vote.cite for vote in free if vote.free is None)
    if trials and (entry.value is not None or (is_on_request(evidence) and _denies_trial(evidence, trials))):
        return Fact[bool](value=False, cites=trials)
    return Fact[bool]()
