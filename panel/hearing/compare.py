"""Verdicts side by side, with a recommendation that the counts can carry."""

from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

from panel.domain.comparison import Comparison, Split
from panel.domain.head_to_head import HeadToHead
from panel.domain.verdict import Finding, Verdict
from panel.errors import DeclarationError
from panel.evidence.price_read import price_read
from panel.hearing.counting_pairs import read_off_verdicts
from panel.hearing.disclosure import disclose
from panel.hearing.pairs import METHOD, call_pairs, lead_of, places, share_of
from panel.hearing.readers import advise
from panel.hearing.writeup import bottom_line, reviewer_split

RULES = "rules"
"""What stands in the place of a model where none is to write the texts."""
MOST = 12
"""Releases that are compared at most: every pair of them is a question to every seat."""


def compare(
    verdicts: Sequence[Verdict],
    *,
    head_to_head: Sequence[HeadToHead] = (),
    readers: Mapping[str, str] | None = None,
    findings: Sequence[Finding] = (),
) -> Comparison:
    """Put verdicts side by side and say which release to ship with, or that it is too close to call.

    The texts are made by rules. A model's take their place where one was asked (see ``panel.hearing.drafting``).

    Args:
        verdicts: Two or more, in the order of the page.
        head_to_head: What the seats answered about every pair; read off the verdicts where nobody was asked.
        readers: Persona → the reader whom it advises, as a clause.
        findings: What an editor should look at in the head-to-head answers.

    Raises:
        DeclarationError: Fewer than two verdicts, too many, or one release twice.
    """
    check_comparable([verdict.slug for verdict in verdicts])
    splits = _splits(verdicts)
    duels = tuple(head_to_head) or tuple(read_off_verdicts(a, b) for a, b in combinations(verdicts, 2))
    ordered = sorted(verdicts, key=lambda verdict: -share_of(verdict))
    leads = tuple(lead_of(a, b) for a, b in pairwise(ordered))
    calls = call_pairs(verdicts, duels)
    ranking = places(verdicts, calls)
    return Comparison(
        slug="-vs-".join(verdict.slug for verdict in verdicts),
        title=" vs ".join(verdict.release.name for verdict in verdicts),
        headline=_headline(verdicts),
        verdicts=tuple(verdicts),
        splits=splits,
        leads=leads,
        recommendation=ranking[0].releases[0] if len(ranking[0].releases) == 1 else None,
        bottom_line=bottom_line(verdicts, ranking, calls, duels),
        pricing_read=price_read([verdict.release for verdict in verdicts]).text,
        reviewer_split=reviewer_split(verdicts, splits),
        disclosure=disclose(_speakers(verdicts, duels)),
        head_to_head=duels,
        ranking=ranking,
        ranking_method=METHOD if len(verdicts) > 2 else "",
        readers=advise(verdicts, duels, readers or {}),
        findings=tuple(findings),
    )


def check_comparable(slugs: Sequence[str]) -> None:
    """Raise a DeclarationError unless there are two or more different releases to compare, and not too many."""
    if len(slugs) < 2:
        raise DeclarationError(f"a comparison needs two releases or more, and {len(slugs)} was given; name another")
    if len(slugs) > MOST:
        raise DeclarationError(f"a comparison has room for {MOST} releases, and {len(slugs)} were given; name fewer")
    twice = next((slug for slug in slugs if slugs.count(slug) > 1), None)
    if twice is not None:
        raise DeclarationError(f"{twice!r} can't be compared with itself; name two different releases")


def _speakers(verdicts: Sequence[Verdict], duels: Sequence[HeadToHead]) -> list[str]:
    """Return every model that wrote a ballot or an answer."""
    ballots = [model for verdict in verdicts for model in verdict.provenance.models]
    answers = [each.model for duel in duels for seat in duel.seats for each in seat.answers if each.choice is not None]
    return [*ballots, *answers]


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


def _headline(verdicts: Sequence[Verdict]) -> str:
    shown = [
        f"{verdict.release.name} {'—' if verdict.tally.ship_percent is None else f'{verdict.tally.ship_percent} %'}"
        for verdict in verdicts
    ]
    return f"{' · '.join(shown)}: which one should you ship with?"
