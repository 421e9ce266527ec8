"""What the verdicts and the head-to-head answers say together of each pair, and the ranking that follows."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from panel.domain.comparison import Lead, Rank
from panel.domain.head_to_head import HeadToHead
from panel.domain.verdict import Verdict
from panel.domain.wording import listed
from panel.stats.lead import DECIDED, lead_chance
from panel.stats.ranking import circle, rank
from panel.stats.tally import seat_rates

METHOD = (
    "A release stands above another only where it is ahead of it by more than chance, as is every release that shares "
    "its place (the Smith set, again and again). What can't be told apart shares a place, and so do releases that beat "
    "each other in a circle."
)
"""How the ranking is made, for the page; `panel.stats.ranking` has the sources."""


class PairCall(NamedTuple):
    """Which of two releases is ahead, all things counted."""

    winner: str | None
    """Slug; None if it is too close to call."""
    by_verdicts: str | None
    """Who is ahead by more than chance in the separate verdicts."""
    by_choice: str | None
    """Who wins head to head, with names and without; None also where nobody was asked."""
    torn: bool
    """Whether one of them says the opposite of the other, or names decide: then nothing is called."""


Calls = Mapping[tuple[str, str], PairCall]


def call_pairs(verdicts: Sequence[Verdict], duels: Sequence[HeadToHead]) -> dict[tuple[str, str], PairCall]:
    """Call every pair.

    Two measures count: the separate verdicts, and, where seats were asked, their choice head to head. A release is
    ahead if one of them says so and the other doesn't say the opposite. Where a choice holds only while names are
    shown, nothing is called, whatever the verdicts say: they were cast with names shown.
    """
    by_pair = {frozenset((duel.a, duel.b)): duel for duel in duels if duel.basis == "asked"}
    calls = {}
    for one, other in combinations(verdicts, 2):
        ahead, behind = (one, other) if share_of(one) >= share_of(other) else (other, one)
        lead = lead_of(ahead, behind)
        by_verdicts = ahead.slug if lead.decided else None
        duel = by_pair.get(frozenset((one.slug, other.slug)))
        by_choice = duel.winner if duel else None
        torn = duel is not None and _torn(duel, by_verdicts)
        winner = None if torn else by_choice or by_verdicts
        calls[one.slug, other.slug] = PairCall(winner, by_verdicts, by_choice, torn)
    return calls


def _torn(duel: HeadToHead, by_verdicts: str | None) -> bool:
    """Whether names decide, or the choice without them speaks against the verdicts."""
    named, masked = duel.named.winner, duel.masked.winner if duel.masked else None
    if named is not None and named != masked:
        return True
    return masked is not None and by_verdicts is not None and masked != by_verdicts


def lead_of(ahead: Verdict, behind: Verdict) -> Lead:
    """Return how a release stands against another by their separate verdicts."""
    if ahead.tally.ship_percent is None or behind.tally.ship_percent is None:
        return Lead(ahead=ahead.slug, behind=behind.slug, chance=None, decided=False)
    chance = lead_chance(seat_rates(ahead.ballots), seat_rates(behind.ballots))
    differs = ahead.tally.ship_percent != behind.tally.ship_percent
    return Lead(ahead=ahead.slug, behind=behind.slug, chance=round(chance, 3), decided=differs and chance >= DECIDED)


def share_of(verdict: Verdict) -> int:
    """Return a verdict's percentage for sorting; −1 below quorum."""
    return -1 if verdict.tally.ship_percent is None else verdict.tally.ship_percent


def places(verdicts: Sequence[Verdict], calls: Calls) -> tuple[Rank, ...]:
    """Return the ranking, ties together."""
    winners = {pair: call.winner for pair, call in calls.items()}
    names = {verdict.slug: verdict.release.name for verdict in verdicts}
    ranks, place = [], 1
    for group in rank([verdict.slug for verdict in verdicts], winners):
        ranks.append(Rank(place=place, releases=tuple(group), why=_why(group, winners, names)))
        place += len(group)
    return tuple(ranks)


def _why(group: Sequence[str], winners: Mapping[tuple[str, str], str | None], names: Mapping[str, str]) -> str:
    if len(group) == 1:
        return ""
    round_ = circle(group, winners)
    if round_ is None:
        return "Too close to call between them."
    steps = [f"{names[one]} beats {names[other]}" for one, other in zip(round_, [*round_[1:], round_[0]], strict=True)]
    return f"They go round in a circle: {listed(steps)}."
