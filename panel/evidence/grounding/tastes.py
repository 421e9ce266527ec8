"""An opinion judged by what is a fact in it all the same: a price that no source has, a thing that there isn't."""

import re
from collections.abc import Iterator
from itertools import combinations

from panel.domain.judgement import Judgement
from panel.evidence.concepts import concept_of
from panel.evidence.dates import may_be_same
from panel.evidence.grounding.denied.overclaims import check_overclaims
from panel.evidence.grounding.denied.rebuttals import check_rebuttals
from panel.evidence.grounding.denied.refusals import check_refusals
from panel.evidence.grounding.denied.shortfalls import check_presumed, check_shortfalls
from panel.evidence.grounding.derived.derivations import derivation
from panel.evidence.grounding.derived.derived_cues import cue_of
from panel.evidence.grounding.derived.excuses import is_share
from panel.evidence.grounding.derived.products import reckoned_at
from panel.evidence.grounding.listed.tops import check_tops
from panel.evidence.grounding.misplaced.slots import check_slots
from panel.evidence.grounding.misplaced.terms import check_terms
from panel.evidence.grounding.misplaced.turns import check_turns
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.grounding.opinions.opinions import is_verdict
from panel.evidence.grounding.opinions.supposed import is_guess, is_guessed, is_question, unsupposed
from panel.evidence.grounding.verdicts import judged, of_figure
from panel.evidence.licences import same_licence
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity, agree, same_measure
from panel.evidence.passages import Passage
from panel.evidence.stems import stem

_REGRET = re.compile(r"(?:Sadly|Luckily|Thankfully|Unfortunately|Regrettably|Happily),\s")
"""What opens a statement of fact with a feeling about it."""

_HARD = frozenset({"money", "percent", "bytes"})
"""Kinds of figures that are facts even in an opinion."""

_MEASURED = frozenset({"weight", "length", "frequency", "power", "charge", "light", "energy", "heat", "sound"})
"""Kinds of figures that are facts even in an opinion where a source measures the same."""


_CHECKS = (
    check_refusals,
    check_shortfalls,
    check_rebuttals,
    check_overclaims,
    check_tops,
)
"""What is sure enough to be asked of an opinion."""

_OUTRIGHT = (
    check_slots,
    check_turns,
    check_terms,
)
"""The same of one that waits for nothing."""

_WAITS = re.compile(r"\b(?:until|till|unless|if|once|when|wait|before)\b", re.IGNORECASE)


def judge_opinion(claim: Passage, evidence: Evidence) -> Judgement:
    """Judge a sentence that is an opinion: only a price, share or size in it that no source has at all is wrong."""
    for quantity in claim.quantities:
        if (
            _is_hard(quantity, evidence)
            and not is_guessed(claim, quantity.span)
            and not _is_found(claim, quantity, evidence)
        ):
            said = f"No source has {quantity.text.strip(' .,')!r}."
            return judged(claim, "unsupported", said)
    for said in _unheard(claim, evidence):
        return judged(claim, "unsupported", f"No source has {said!r}.")
    asked = claim if not is_guess(claim) or _REGRET.match(claim.text) else _unsupposed(claim, evidence)
    if asked is not None and not is_verdict(asked):
        places = evidence.candidates(asked)
        for check in _CHECKS if _WAITS.search(asked.text) else (*_CHECKS, *_OUTRIGHT):
            for finding in check(asked, evidence, places):
                if finding.kind != "supported":
                    return of_figure(claim, finding, evidence)
    for finding in check_presumed(claim, evidence):
        return of_figure(claim, finding, evidence)
    return judged(claim, "opinion", "It is an opinion, advice or a question.")


def _unheard(claim: Passage, evidence: Evidence) -> Iterator[str]:
    """Yield the licences and days of an opinion that no source has, where they are no part of a supposition."""
    for licence in claim.licences:
        known = (each.name for passage in evidence.passages for each in passage.licences)
        if not is_guessed(claim, licence.span) and not any(same_licence(licence.name, name) for name in known):
            yield licence.text.strip()
    for mention in claim.dates:
        known_days = [each for passage in evidence.passages for each in passage.dates]
        if mention.start is None or mention.relative or is_guessed(claim, mention.span) or not known_days:
            continue
        if not any(may_be_same(mention, each) for each in known_days):
            yield mention.text.strip(" .,")


def _unsupposed(claim: Passage, evidence: Evidence) -> Passage | None:
    """Return what a supposition says before it supposes anything."""
    if is_question(claim.text) or len((said := unsupposed(claim.text)).split()) < FEW:
        return None
    return evidence.read(said)


FEW = 3
"""Words from which the beginning of a supposition says something."""


def _is_hard(quantity: Quantity, evidence: Evidence) -> bool:
    """Whether a figure is a fact even in an opinion."""
    if quantity.hedge not in _LIMITS and not any(c.isdigit() for c in quantity.text):
        return False
    if quantity.kind in _HARD:
        return True
    if not quantity.exact and quantity.hedge not in _LIMITS:
        return False
    others = (other for passage in evidence.passages for other in passage.quantities)
    if quantity.kind == "count":
        return bool(quantity.unit) and any(_counts_same(quantity, other) for other in others)
    return quantity.kind in _MEASURED and any(same_measure(quantity, other) for other in others)


def _counts_same(quantity: Quantity, other: Quantity) -> bool:
    """Whether two numbers count one thing, and not ten times as many of it: ``12-billion-parameter``, ``7 billion parameters``."""
    if other.kind != "count" or concept_of(stem(quantity.unit)) != concept_of(stem(other.unit)):
        return False
    if quantity.hedge != other.hedge:
        return False
    small, large = sorted((quantity.value, other.value))
    return quantity.per == other.per and large < FAR * max(small, 1.0)


_LIMITS = frozenset({"upto", "atleast"})
"""Hedges that make a number a limit, to be set against limits only."""

FAR = 10
"""How many times another count must be one, to be that of other things."""


def _is_found(claim: Passage, quantity: Quantity, evidence: Evidence) -> bool:
    """Whether a source has a figure, or others from which it follows."""
    others = [other for passage in evidence.passages for other in passage.quantities]
    if quantity.hedge in _LIMITS and (limits := [each for each in others if _counts_same(quantity, each)]):
        others = limits
    if any(agree(quantity, other) for other in others):
        return True
    places = evidence.candidates(claim)
    if reckoned_at(claim, quantity, evidence, places) is not None:
        return True
    missing = Finding("unsupported", quantity.text, quantity=quantity)
    derived = derivation(claim, missing, quantity, evidence, places)
    if derived is not None and derived.follows and cue_of(claim, quantity) != "apart":
        return True
    return quantity.kind == "percent" and (is_share(quantity, evidence, places) or _is_own_share(claim, quantity))


def _is_own_share(claim: Passage, quantity: Quantity) -> bool:
    """Whether a percentage is worked out from two numbers of its own sentence: ``39 right out of 46, roughly 85 percent``."""
    others = [each for each in claim.quantities if each is not quantity]
    shares = [each.value for each in others if each.kind == "percent"]
    numbers = [each.value for each in others if each.kind in ("count", "number") and each.value]
    shares += [100 * min(pair) / max(pair) for pair in combinations(numbers, 2)]
    return any(abs(share - quantity.value) <= (ROUNDED if quantity.exact else ROUGHLY) for share in shares)


ROUNDED, ROUGHLY = 0.6, 2.5
"""How far a percentage may be from what two numbers come to, without and with a hedge."""
