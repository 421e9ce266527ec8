"""The words of a comparison by rules, made of its verdicts and of what was counted: no model writes them."""

from collections.abc import Sequence

from panel.domain.comparison import Lead, Rank, Split
from panel.domain.head_to_head import HeadToHead
from panel.domain.verdict import Verdict
from panel.domain.wording import listed
from panel.hearing.pairs import Calls, PairCall, lead_of, share_of


def bottom_line(verdicts: Sequence[Verdict], ranking: Sequence[Rank], calls: Calls, duels: Sequence[HeadToHead]) -> str:
    """Say which release to ship with, or why it is too close to call.

    Args:
        verdicts: The compared verdicts, in the order of the page.
        ranking: All of them, best first, ties together.
        calls: Who is ahead in every pair, and why.
        duels: Every pair head to head.
    """
    if len(verdicts) == 2:
        return _of_two(verdicts, next(iter(calls.values())), duels[0])
    by_slug = {verdict.slug: verdict for verdict in verdicts}
    names = {slug: verdict.release.name for slug, verdict in by_slug.items()}
    shares = listed([f"{verdict.release.name} {_percent(verdict)}" for verdict in verdicts])
    best = ranking[0].releases
    behind = [names[slug] for each in ranking[1:] for slug in each.releases]
    asked = any(duel.basis == "asked" for duel in duels)
    grounds = f"ship votes: {shares}" + ("; and every pair was put to the seats head to head" if asked else "")
    if len(best) == 1:
        return f"Ship with {names[best[0]]}: it is ahead of every other release ({grounds})."
    shared = listed([names[slug] for slug in best])
    rest = f" {listed(behind)} {'is' if len(behind) == 1 else 'are'} behind." if behind else ""
    why = f" {ranking[0].why}" if "circle" in ranking[0].why else ""
    return f"Too close to call between {shared} ({grounds}).{why}{rest}"


def _of_two(verdicts: Sequence[Verdict], call: PairCall, duel: HeadToHead) -> str:
    first, second = sorted(verdicts, key=lambda verdict: -share_of(verdict))
    names = {verdict.slug: verdict.release.name for verdict in verdicts}
    lead = lead_of(first, second)
    counts = f" {duel.summary}" if duel.basis == "asked" else ""
    if call.torn:
        says = (
            "the choice turns on the names" if call.by_choice is None else f"the seats choose {names[call.by_choice]}"
        )
        alone = _by_verdicts(first, second, lead, decided=False)
        return f"Too close to call: asked head to head, {says}. By the verdicts alone: {alone}{counts}"
    if call.winner is not None and call.winner != call.by_verdicts:
        alone = _by_verdicts(first, second, lead, decided=False)
        start = f"Ship with {names[call.winner]}: asked head to head, the seats choose it."
        return f"{start} By the verdicts alone: {alone}{counts}"
    alone = _by_verdicts(first, second, lead, decided=call.winner is not None)
    if call.winner is not None:
        return f"Ship with {names[call.winner]}: {alone}{counts}"
    if lead.chance is None:
        return f"No call: {alone}{counts}"
    return f"Too close to call: {alone}{counts}"


def _by_verdicts(first: Verdict, second: Verdict, lead: Lead, *, decided: bool) -> str:
    """Return how two verdicts stand, in a sentence without its beginning."""
    if lead.chance is None:
        missing = [each.release.name for each in (first, second) if each.tally.ship_percent is None]
        return f"{listed(missing)} {'has' if len(missing) == 1 else 'have'} no percentage, because too few seats voted."
    times = round(100 * lead.chance)
    odds = f"if both panels sat again, {first.release.name} would stay ahead in {times} of 100 sittings that don't tie"
    if decided:
        return f"{_percent(first)} against {_percent(second)} for {second.release.name}; {odds}."
    if first.tally.ship_percent == second.tally.ship_percent:
        return f"{listed([first.release.name, second.release.name])} stand level at {_percent(first)}."
    return (
        f"{first.release.name} has {_percent(first)} against {_percent(second)} for {second.release.name}"
        f"{';' if lead.decided else ', but'} {odds}."
    )


def _percent(verdict: Verdict) -> str:
    return "—" if verdict.tally.ship_percent is None else f"{verdict.tally.ship_percent} %"


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
