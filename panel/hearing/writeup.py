"""The words of a comparison, made of its verdicts alone: no model is asked."""

from collections.abc import Sequence

from panel.domain.comparison import Lead, Split
from panel.domain.verdict import Subject, Verdict
from panel.domain.wording import listed


def bottom_line(ranking: Sequence[Verdict], leads: Sequence[Lead]) -> str:
    """Say which release to ship with, or why it is too close to call.

    Args:
        ranking: The verdicts, highest ship % first.
        leads: Each release against the next in the ranking.
    """
    first, second, lead = ranking[0], ranking[1], leads[0]
    if lead.chance is None:
        missing = [v.release.name for v in ranking if v.tally.ship_percent is None]
        return f"No call: {listed(missing)} has no percentage, because too few seats voted."
    times = round(100 * lead.chance)
    odds = f"if both panels sat again, {first.release.name} would stay ahead in {times} of 100 sittings that don't tie"
    if lead.decided:
        return (
            f"Ship with {first.release.name}: {first.tally.ship_percent} % against {second.tally.ship_percent} % "
            f"for {second.release.name}; {odds}."
        )
    if first.tally.ship_percent == second.tally.ship_percent:
        tied = [v.release.name for v in ranking if v.tally.ship_percent == first.tally.ship_percent]
        return f"Too close to call: {listed(tied)} stand level at {first.tally.ship_percent} %."
    return (
        f"Too close to call: {first.release.name} has {first.tally.ship_percent} % against "
        f"{second.tally.ship_percent} % for {second.release.name}, but {odds}."
    )


def pricing_read(releases: Sequence[Subject]) -> str:
    """Set the ways in side by side as they were stated, without converting anything."""
    read = "; ".join(f"{release.name}: {release.pricing.shown}" for release in releases)
    amounts = [release.pricing for release in releases if release.pricing.amount is not None]
    alike = len({(p.currency, p.period, p.unit) for p in amounts}) == 1
    if len(amounts) < 2 or not alike:
        return f"{read}."
    cheapest = min((r for r in releases if r.pricing.amount is not None), key=lambda r: r.pricing.amount or 0)
    if len({p.amount for p in amounts}) == 1:
        return f"{read}. The same price, like for like."
    return f"{read}. Like for like, {cheapest.name} is the cheaper way in."


def reviewer_split(verdicts: Sequence[Verdict], splits: Sequence[Split]) -> str:
    """Say which personas change sides between the releases, which don't, and who was seated on one panel only."""
    parts: list[str] = []
    both = [split for split in splits if all(vote in ("ship", "skip") for vote in split.votes)]
    for votes in dict.fromkeys(split.votes for split in both):
        who = [split.title for split in both if split.votes == votes]
        parts.append(f"{listed(who)} {_sides(votes, verdicts, plural=len(who) > 1)}")
    parts += [_partial(split, verdicts) for split in splits if split not in both]
    return f"{'; '.join(parts)}." if parts else "No seat voted on all of them."


def _sides(votes: Sequence[str | None], verdicts: Sequence[Verdict], *, plural: bool) -> str:
    def names(vote: str) -> str:
        return listed([v.release.name for v, cast in zip(verdicts, votes, strict=True) if cast == vote])

    ending = "" if plural else "s"
    if len(set(votes)) == 1:
        return f"{votes[0]}{ending} {'both' if len(votes) == 2 else f'all {len(votes)}'}"
    return f"ship{ending} {names('ship')} and skip{ending} {names('skip')}"


def _partial(split: Split, verdicts: Sequence[Verdict]) -> str:
    said = {"ship": "ships", "skip": "skips", "abstain": "abstains on", "spoiled": "spoiled its ballot on"}
    votes = [
        f"{said[vote]} {verdict.release.name}"
        for verdict, vote in zip(verdicts, split.votes, strict=True)
        if vote is not None
    ]
    away = [v.release.name for v, vote in zip(verdicts, split.votes, strict=True) if vote is None]
    aside = f" (not seated for {listed(away)})" if away else ""
    return f"{split.title} {listed(votes)}{aside}"
