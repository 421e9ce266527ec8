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
    odds = f"if both panels sat again, {first.release.name} would stay ahead in {_in_ten(lead.chance)} that don't tie"
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
    both = [split for split in splits if all(vote in ("ship", "skip") for vote in split.votes)]
    changed = [split for split in both if len(set(split.votes)) > 1]
    parts = [_changes(split, verdicts) for split in changed]
    for vote in ("ship", "skip"):
        same = [split.title for split in both if set(split.votes) == {vote}]
        if same:
            parts.append(f"{listed(same)} {vote}{'s' if len(same) == 1 else ''} {_all(len(verdicts))}")
    for split in splits:
        if None in split.votes:
            parts.append(_partial(split, verdicts))
    return f"{'; '.join(parts)}." if parts else "No seat voted on all of them."


def _changes(split: Split, verdicts: Sequence[Verdict]) -> str:
    def side(vote: str) -> str:
        return listed([v.release.name for v, cast in zip(verdicts, split.votes, strict=True) if cast == vote])

    return f"{split.title} ships {side('ship')} and skips {side('skip')}"


def _partial(split: Split, verdicts: Sequence[Verdict]) -> str:
    said = {"ship": "ships", "skip": "skips", "abstain": "abstains on", "spoiled": "spoiled its ballot on"}
    votes = [
        f"{said[vote]} {verdict.release.name}"
        for verdict, vote in zip(verdicts, split.votes, strict=True)
        if vote is not None
    ]
    away = [v.release.name for v, vote in zip(verdicts, split.votes, strict=True) if vote is None]
    return f"{split.title} {listed(votes)} (not seated for {listed(away)})"


def _in_ten(chance: float) -> str:
    return f"{round(100 * chance)} of 100 sittings"


def _all(count: int) -> str:
    return "both" if count == 2 else f"all {count}"
