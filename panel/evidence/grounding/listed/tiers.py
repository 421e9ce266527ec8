"""What a statement gives a plan, and the price list only a dearer one: ``Single sign-on is part of the Crew plan``."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.listed.plans import Plan, plans_named, read_plans
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import Unit, has_unit, said_by, units_of
from panel.evidence.names import Name, same_name
from panel.evidence.passages import Passage

_TURNS = re.compile(
    r"\b(?:than|unlike|whereas|while|but|instead|only|both|either|every|all|not|no|without|never|extra|upgrade\w*|until|before|except|lacks?|missing|cannot|"
    r"stops?|up to|reserved|above|below|compared)\b|n['’]t\b",
    re.IGNORECASE,
)
_LIMITS = re.compile(
    r"\b(?:only|reserved|most expensive|dearest|top|highest|biggest|upgrade|requires?|needs?|upwards?|exclusive\w*|limited to|restricted|not|no|extra|paid)\b|n['’]t\b",
    re.IGNORECASE,
)


_RESERVED = re.compile(
    r"\b(?:(?:is|are|stays?|remains?|comes?)\s)?(?:reserved for|exclusive to|limited to|restricted to|only (?:available )?(?:on|in|with|for|to|from)|needs?|requires?|"
    r"(?:is|are) (?:part of|in|on|(?:only )?included (?:only )?(?:in|with))|(?:starts?|available|begins?) (?:from|with|on)|comes? with)\s(?:the\s)?",
    re.IGNORECASE,
)
_FREE = re.compile(r"\bfree (?:plan|tier|version|edition|package|account)\b", re.IGNORECASE)
_OF_PLAN = re.compile(
    r"['’]?s?\s(?:plan|tier|edition|package|users?|subscribers?|customers?|members?|accounts?|teams?|gets?|includes?|has|comes)\b"
)
ENOUGH = 0.5
"""Share of what a statement speaks of that must stand under the other plan."""


def check_tiers(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check what a statement gives one plan against what stands under a dearer one only.

    Args:
        claim: The statement; one that denies, compares or speaks of several plans is left alone.
        evidence: The dossier.
        places: The sentences that have most in common with it.
    """
    if claim.denials or _TURNS.search(claim.text):
        return
    plans = read_plans(evidence)
    named = list(plans_named(claim, plans))
    if len({plan.key for plan in named}) > 1:
        return
    things = [
        unit for unit in evidence.parts(claim) if unit.strong and not any(unit.stems & plan.key for plan in named)
    ]
    for plan in plans if named else ():
        if plan.key == named[0].key or not any(_is_dearer(plan, mine) for mine in named):
            continue
        if _is_theirs(things, plan, named, evidence):
            place = plan.places[-1]
            yield Finding("contradicted", claim.text, place, evidence.passages[place].text, fit=1.0)
            return
    if named or _FREE.search(claim.text) or any(_OF_PLAN.match(claim.text[name.span[1] :]) for name in claim.names):
        yield from _reserved(claim, evidence, places, plans)


def _reserved(claim: Passage, evidence: Evidence, places: Sequence[int], plans: Sequence[Plan]) -> Iterator[Finding]:
    """Check what a statement gives a plan against sentences that reserve it for another."""
    free = _FREE.search(claim.text)
    mine = next((name for name in claim.names if name.sure and not evidence.subject.is_ours(name.key)), None)
    mine = Name(free.group(), free.span(), frozenset({"free"})) if free and mine is None else mine
    if mine is None:
        return
    keys = [plan.key for plan in plans]
    things = [unit for unit in units_of(claim) if unit.strong and unit.span != mine.span]
    for place in places:
        passage = evidence.passages[place]
        for match in _RESERVED.finditer(passage.text):
            named = [name for name in passage.names if 0 <= name.span[0] - match.end() <= 1]
            if not named or any(same_name(mine.key, name.key) for name in passage.names):
                continue
            key = named[0].key
            if key in keys and mine.key in keys and keys.index(mine.key) > keys.index(key):
                continue
            said = said_by(unit for unit in evidence.units(place) if unit.span[0] < match.start())
            met = [unit for unit in things if has_unit(said, unit)]
            if met and len(met) >= ENOUGH * len(things):
                yield Finding("contradicted", claim.text, place, passage.text, fit=1.0)
                return


def _is_dearer(plan: Plan, mine: Plan) -> bool:
    """Whether a plan of the same list costs more than another."""
    return plan.source == mine.source and plan.price > mine.price


def _is_theirs(things: Sequence[Unit], plan: Plan, named: Sequence[Plan], evidence: Evidence) -> bool:
    """Whether all that a statement speaks of stands under one plan, and nowhere else without a limit."""
    theirs = _said(plan, evidence)
    own = frozenset().union(*(_said(each, evidence) for each in named))
    met = [unit for unit in things if has_unit(theirs, unit)]
    if not met or len(met) < ENOUGH * len(things) or any(has_unit(own, unit) for unit in met):
        return False
    return all(
        place in plan.places or _LIMITS.search(evidence.passages[place].text)
        for unit in met
        for place in (evidence.places(unit.concept) if unit.concept else evidence.with_stems(unit.stems))
    )


def _said(plan: Plan, evidence: Evidence) -> frozenset[str]:
    return said_by(unit for place in plan.places for unit in evidence.units(place) if unit.sign > 0)
