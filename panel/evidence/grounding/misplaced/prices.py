"""A price that a statement gives the release and that a source gives to another product only."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.belonging import owners_at
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lowered import lowered
from panel.evidence.measures import close_enough, same_measure
from panel.evidence.names import Name, same_name
from panel.evidence.owners import subject
from panel.evidence.passages import Passage

_COSTS = re.compile(
    r"^(?P<who>.{1,40}?)\s(?:costs?|sells for|is sold for|goes for|is priced at|starts at|comes in at)\s", re.IGNORECASE
)
_IT = re.compile(r"(?:It|The (?:app|tool|service|device|reader|watch|board|model|program|software|product))$")


_THE = re.compile(r"^The\s")


def check_prices(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check what a statement says that the release costs against prices that are all another's.

    Args:
        claim: The statement.
        evidence: The dossier.
        places: The sentences to look into; those with a price are looked into as well.
    """
    yield from _per_head(claim, evidence)
    match = _COSTS.match(claim.text)
    who = _THE.sub("", match["who"]) if match else ""
    other = _named(claim, who)
    if match is None or not (other or _is_ours(claim, match["who"], evidence)):
        return
    for price in claim.quantities:
        if price.kind != "money" or not match.end() - 1 <= price.span[0] < match.end() + 12:
            continue
        met = [
            (place, each)
            for place in sorted(evidence.priced.union(places))
            for each in evidence.passages[place].quantities
            if same_measure(price, each) and close_enough(price, each)
        ]
        theirs = [place for place, each in met if _is_anothers(evidence, place, each.span, other)]
        if met and len(theirs) == len(met) and (other or _has_own(evidence)):
            yield Finding("contradicted", claim.text, theirs[0], evidence.passages[theirs[0]].text, fit=1.0)


def _per_head(claim: Passage, evidence: Evidence) -> Iterator[Finding]:
    """Yield prices per user or the like where a source says that they aren't: ``per organisation, not per user``."""
    if claim.denials:
        return
    for price in claim.quantities:
        for head in _HEADS & set(price.per) if price.kind == "money" else ():
            not_per = re.compile(
                rf"\b(?:not|never|instead of|rather than)\s(?:charged\s|billed\s)?(?:per|by the|for each)\s{head}s?\b",
                re.I,
            )
            for place, passage in enumerate(evidence.passages):
                if head in lowered(passage.text) and not_per.search(passage.text):
                    yield Finding("contradicted", claim.text, place, passage.text, fit=1.0)
                    return


_HEADS = frozenset({"user", "seat", "person", "device", "member", "agent", "site", "organisation", "team", "household"})
"""Whom a price may be asked of."""


def _is_ours(claim: Passage, who: str, evidence: Evidence) -> bool:
    """Whether the release, or nothing but ``it``, is what costs something."""
    names = [name for name in claim.names if name.span[1] <= len(who)]
    return bool(_IT.match(who)) or (
        len(names) == 1 and names[0].text == who and evidence.subject.is_release(names[0].key)
    )


def _named(claim: Passage, who: str) -> Name | None:
    """Return the name of what costs something, if it is a name alone."""
    return next((name for name in claim.names[:1] if name.sure and name.text == who), None)


def _is_anothers(evidence: Evidence, place: int, span: tuple[int, int], name: Name | None) -> bool:
    """Whether a price belongs to a product by another name."""
    ours = evidence.subject.is_ours
    whose = owners_at(evidence, place, span)
    if name is not None and not _is_form(name, evidence):
        return bool(whose) and not any(same_name(key, name.key) for key in whose)
    return bool(whose) and not any(ours(key) for key in whose)


_FORMS = frozenset({"api", "app", "service", "model", "software", "platform", "endpoint", "tool", "weights", "sdk"})


def _is_form(name: Name, evidence: Evidence) -> bool:
    """Whether a name is the release's with a word for what it is behind it: ``Stoat API`` of Stoat 8B."""
    return bool(name.key & _FORMS) and evidence.subject.is_ours(name.key)


def _has_own(evidence: Evidence) -> bool:
    """Whether a sentence about the release, or nobody else, has a price."""
    ours = evidence.subject.is_ours
    for place in evidence.priced:
        passage = evidence.passages[place]
        about = subject(passage)
        for quantity in passage.quantities:
            if quantity.kind == "money" and quantity.value and not owners_at(evidence, place, quantity.span):
                return True
            if quantity.kind == "money" and quantity.value and about is not None and ours(about.key):
                return True
    return False
