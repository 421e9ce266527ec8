"""Verdicts side by side, with a recommendation that the counts can carry."""

from collections.abc import Sequence
from itertools import pairwise

from panel.domain.comparison import Comparison, Lead, Split
from panel.domain.verdict import Verdict
from panel.errors import DeclarationError
from panel.hearing.disclosure import disclose
from panel.hearing.writeup import bottom_line, pricing_read, reviewer_split
from panel.stats.lead import DECIDED, lead_chance
from panel.stats.tally import seat_rates


def compare(verdicts: Sequence[Verdict]) -> Comparison:
    """Put verdicts side by side and say which release to ship with, or that it is too close to call.

    The texts are made of the verdicts alone, by rules.

    Raises:
        DeclarationError: Fewer than two verdicts, or one release twice.
    """
    check_comparable([verdict.slug for verdict in verdicts])
    splits = _splits(verdicts)
    ranking = sorted(verdicts, key=lambda verdict: -(_percent(verdict)))
    leads = tuple(_lead(a, b) for a, b in pairwise(ranking))
    winner = ranking[0].slug if leads[0].decided else None
    return Comparison(
        slug="-vs-".join(verdict.slug for verdict in verdicts),
        title=" vs ".join(verdict.release.name for verdict in verdicts),
        headline=_headline(verdicts),
        verdicts=tuple(verdicts),
        splits=splits,
        leads=leads,
        recommendation=winner,
        bottom_line=bottom_line(ranking, leads),
        pricing_read=pricing_read([verdict.release for verdict in verdicts]),
        reviewer_split=reviewer_split(verdicts, splits),
        disclosure=disclose(model for verdict in verdicts for model in verdict.provenance.models),
    )


def check_comparable(slugs: Sequence[str]) -> None:
    """Raise a DeclarationError unless there are two or more different releases to compare."""
    if len(slugs) < 2:
        raise DeclarationError(f"a comparison needs two releases or more, and {len(slugs)} was given; name another")
    twice = next((slug for slug in slugs if slugs.count(slug) > 1), None)
    if twice is not None:
        raise DeclarationError(f"{twice!r} can't be compared with itself; name two different releases")


def _splits(verdicts: Sequence[Verdict]) -> tuple[Split, ...]:
    """Return every persona's votes, in the order in which the panels seat them."""
    titles = {persona: title for verdict in verdicts for persona, title in verdict.titles.items()}
    return tuple(
        Split(persona=persona, title=titles[persona], votes=tuple(_vote(verdict, persona) for verdict in verdicts))
        for persona in titles
    )


def _vote(verdict: Verdict, persona: str) -> str | None:
    for ballot in verdict.ballots:
        if ballot.persona == persona:
            return ballot.vote
    return "spoiled" if any(spoiled.persona == persona for spoiled in verdict.spoiled) else None


def _lead(ahead: Verdict, behind: Verdict) -> Lead:
    if ahead.tally.ship_percent is None or behind.tally.ship_percent is None:
        return Lead(ahead=ahead.slug, behind=behind.slug, chance=None, decided=False)
    chance = lead_chance(seat_rates(ahead.ballots), seat_rates(behind.ballots))
    differs = ahead.tally.ship_percent != behind.tally.ship_percent
    return Lead(ahead=ahead.slug, behind=behind.slug, chance=round(chance, 3), decided=differs and chance >= DECIDED)


def _percent(verdict: Verdict) -> int:
    return -1 if verdict.tally.ship_percent is None else verdict.tally.ship_percent


def _headline(verdicts: Sequence[Verdict]) -> str:
    shown = [
        f"{verdict.release.name} {'—' if verdict.tally.ship_percent is None else f'{verdict.tally.ship_percent} %'}"
        for verdict in verdicts
    ]
    return f"{' · '.join(shown)}: which one should you ship with?"
