"""Did a persona get better? Two texts of it, the same releases, pair by pair."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from panel.domain.ballot import Choice, Vote
from panel.stats.reduce import reduce_votes
from panel.tune.bootstrap import Parts, mean_change, mean_share
from panel.tune.estimate import Estimate
from panel.tune.gold import Gold
from panel.tune.matchup import WORTHWHILE, Answer, Matchup
from panel.tune.paired import holm, least_difference, releases_needed, sign_flip_test
from panel.tune.sequential import Wager
from panel.tune.votes_table import VotesTable

BEFORE, AFTER = "before", "after"


@dataclass(frozen=True)
class Pairs:
    """One persona's two votes on each release, and what people say."""

    releases: tuple[str, ...]
    """Releases that can be compared."""
    groups: tuple[str, ...]
    """What each of them belongs to."""
    before: Parts
    """1 where the old text is right (without gold: ships), 0 where not, ½ where its samples tie."""
    after: Parts
    """The same for the new text."""
    votes: tuple[tuple[Choice, Choice], ...]
    """The old and the new text's votes."""
    sure: tuple[tuple[float | None, float | None], ...]
    """The old and the new text's mean confidence; None where none is stated."""
    left_out: int
    """Releases that can't be compared."""

    @property
    def doubled(self) -> list[int]:
        """New minus old, in whole halves."""
        return [round(2 * each) for each in self.after - self.before]


def people_say(gold: Gold, persona: str) -> dict[str, Vote]:
    """Return release → the strict majority of people's votes; a release on which they tie has none."""
    majorities: dict[str, Choice | None] = {
        slug: reduce_votes(votes.values()) for slug, votes in gold.humans(persona).items()
    }
    return {slug: "ship" if vote == "ship" else "skip" for slug, vote in majorities.items() if vote in ("ship", "skip")}


def pairs(table: VotesTable, persona: str, groups: Mapping[str, str], truth: Mapping[str, Vote] | None = None) -> Pairs:
    """Set a persona's old and new votes beside each other.

    Args:
        table: Votes of the arms ``before`` and ``after``.
        persona: Whose.
        groups: Release → what it belongs to.
        truth: What people say; None if nobody was asked.
    """
    old, new = table.arm(BEFORE), table.arm(AFTER)
    slugs = [slug for slug in table.releases if table.cast(slug, persona)]
    kept: dict[str, tuple[Choice, Choice]] = {}
    for slug in slugs:
        was, now = old.reduced(slug, persona), new.reduced(slug, persona)
        if was is not None and now is not None and (truth is None or slug in truth):
            kept[slug] = was, now
    right = {slug: "ship" if truth is None else truth[slug] for slug in kept}
    return Pairs(
        releases=tuple(kept),
        groups=tuple(groups.get(slug, slug) for slug in kept),
        before=np.array([_right(votes[0], right[slug]) for slug, votes in kept.items()], dtype=float),
        after=np.array([_right(votes[1], right[slug]) for slug, votes in kept.items()], dtype=float),
        votes=tuple(kept.values()),
        sure=tuple((_confidence(old, slug, persona), _confidence(new, slug, persona)) for slug in kept),
        left_out=len(slugs) - len(kept),
    )


def matchups(
    table: VotesTable,
    labels: Mapping[str, tuple[str, str]],
    groups: Mapping[str, str],
    gold: Gold | None = None,
    *,
    alpha: float = 0.05,
) -> list[Matchup]:
    """Compare the old and the new text of one or several personas.

    Repeats are reduced to one vote a release before anything is counted; releases that belong together are one piece of
    evidence; several personas are corrected by Holm's procedure.

    Args:
        table: Votes of the arms ``before`` and ``after``.
        labels: Persona → names of its old and new text.
        groups: Release → what it belongs to.
        gold: People's votes, if there are any.
        alpha: Level of the test, between 0 and 1.
    """
    set_side = {
        persona: pairs(table, persona, groups, None if gold is None else people_say(gold, persona))
        for persona in labels
    }
    p_values = {persona: sign_flip_test(each.doubled, each.groups) for persona, each in set_side.items()}
    adjusted = holm(p_values)
    return [
        matchup(
            persona,
            labels[persona],
            each,
            p_values[persona],
            adjusted[persona],
            has_gold=gold is not None,
            alpha=alpha,
        )
        for persona, each in set_side.items()
    ]


def matchup(
    persona: str,
    labels: tuple[str, str],
    each: Pairs,
    p: float,
    p_adjusted: float,
    *,
    has_gold: bool,
    alpha: float,
    wager: Wager | None = None,
    stopped_early: bool = False,
) -> Matchup:
    """Return what one persona's pairs come to.

    Args:
        persona: Whose.
        labels: Names of its old and new text.
        each: Its pairs.
        p: Of the test.
        p_adjusted: The same, corrected.
        has_gold: Whether the pairs tell what is right, or only what ships.
        alpha: Level of the test.
        wager: What a sequential test has come to; None for a test of all releases at once.
        stopped_early: Whether releases were left unasked.
    """
    level = 1 - alpha
    difference = mean_change(each.after - each.before, each.groups, level)
    if wager is not None:
        why = "votes were counted as they came; the share of differing releases has an interval that allows for it"
        difference = Estimate(value=difference.value, n=difference.n, level=level, method="none", why=why)
    verdict = _verdict(difference.value or 0.0, p_adjusted < alpha) if wager is None else wager.answer(alpha)
    differing, design = _design(each)
    old, new = (mean_share(right, each.groups, level) for right in (each.before, each.after))
    return Matchup(
        persona=persona,
        before=labels[0],
        after=labels[1],
        held_to="gold" if has_gold else "nothing",
        releases=len(each.releases),
        left_out=each.left_out,
        changed=sum(was != now for was, now in each.votes),
        ships=_ships(each),
        right=(old, new) if has_gold else None,
        only_before=float(np.clip(each.before - each.after, 0, None).sum()),
        only_after=float(np.clip(each.after - each.before, 0, None).sum()),
        difference=difference,
        louder=_louder(each, level),
        p=p,
        p_adjusted=p_adjusted,
        alpha=alpha,
        answer=verdict if has_gold else _WITHOUT_GOLD[verdict],
        least=least_difference(int(len(each.releases) / design), differing, alpha) if verdict == "can't tell" else None,
        more=_more(each, difference.value or 0.0, differing, design, alpha) if verdict == "can't tell" else None,
        stopped_early=stopped_early,
        evidence=None if wager is None else wager.favour(level),
    )


_WITHOUT_GOLD: dict[str, Answer] = {"better": "ships more", "worse": "ships less", "can't tell": "can't tell"}


def _verdict(difference: float, shows: bool) -> Literal["better", "worse", "can't tell"]:
    if not shows or difference == 0:
        return "can't tell"
    return "better" if difference > 0 else "worse"


def _right(vote: Choice, right: str) -> float:
    return 0.5 if vote == "abstain" else float(vote == right)


def _design(each: Pairs) -> tuple[float, float]:
    """Return the share of releases that differ, kept off 0, and how many releases one piece of evidence costs."""
    differing = (float(np.abs(each.after - each.before).sum()) + 1) / (len(each.releases) + 2)
    sums: dict[str, float] = {}
    for group, change in zip(each.groups, each.after - each.before, strict=True):
        sums[group] = sums.get(group, 0.0) + change
    alone = float(((each.after - each.before) ** 2).sum())
    together = sum(change**2 for change in sums.values())
    return differing, max(1.0, together / alone) if alone else 1.0


def _more(each: Pairs, seen: float, differing: float, design: float, alpha: float) -> int | None:
    wanted = max(abs(seen), WORTHWHILE)
    needed = releases_needed(max(differing, wanted), wanted, alpha)
    return None if needed is None else max(1, round(needed * design) - len(each.releases))


def _ships(each: Pairs) -> tuple[float, float] | None:
    if not each.votes:
        return None
    old, new = (sum(_right(votes[arm], "ship") for votes in each.votes) / len(each.votes) for arm in (0, 1))
    return old, new


def _louder(each: Pairs, level: float) -> Estimate:
    stated = [
        (now - was, group)
        for (was, now), group in zip(each.sure, each.groups, strict=True)
        if was is not None and now is not None
    ]
    changes = np.array([change for change, _ in stated], dtype=float)
    return mean_change(changes, [group for _, group in stated], level)


def _confidence(table: VotesTable, slug: str, persona: str) -> float | None:
    stated = [cell.confidence for cell in table.cast(slug, persona) if cell.vote and cell.confidence is not None]
    return sum(stated) / len(stated) if stated else None
