"""What a change does to votes, counted pair by pair; several probes corrected together."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from panel.domain.ballot import Choice
from panel.tune.bootstrap import DIFFERENCE_PRIOR, SHARE_PRIOR, Parts, estimate, mean
from panel.tune.estimate import Estimate
from panel.tune.paired import POWER, holm, least_difference, power_of_mcnemar, sign_flip_test
from panel.tune.probe import Probe
from panel.tune.probe_result import Answer, LeftOut, ProbeResult, SeatEffect
from panel.tune.probe_told import told
from panel.tune.votes_table import VotesTable

BASE, CHANGED = "base", "changed"
SHUFFLES = 4_000
"""Draws of the test that shuffles repeats; p is never below one of them."""


@dataclass(frozen=True)
class Pair:
    """One seat's vote on one release, as it is and changed; 1 is ship, 0 skip, ½ a tie."""

    release: str
    """Slug of the release, or both of two."""
    group: str
    """What counts as one piece of evidence."""
    seat: str
    """Id of the persona."""
    before: float
    """As it is."""
    after: float
    """With the change."""

    @property
    def step(self) -> float:
        """Changed minus base."""
        return self.after - self.before


@dataclass(frozen=True)
class Findings:
    """All that a probe has found, before it is known what other probes have."""

    probe: Probe
    """The probe."""
    pairs: tuple[Pair, ...]
    """Every seat on every release."""
    left_out: tuple[LeftOut, ...] = ()
    """Releases in no figure."""
    spoiled: int = 0
    """Ballots of which nothing could be read."""
    shuffled: float | None = None
    """p-value of the test that shuffles repeats between both sides; None where nothing was repeated."""

    @cached_property
    def p(self) -> float:
        """Chance of an effect at least as large if the change did nothing.

        The votes' balance is tested by flipping signs of whole groups. Where ballots were repeated, turning in both
        directions is tested too, by shuffling repeats; the smaller of both counts, twice (Bonferroni).
        """
        balance = sign_flip_test([round(2 * each.step) for each in self.pairs], [each.group for each in self.pairs])
        if self.shuffled is None or self.probe.towards is not None:
            return balance
        return min(1.0, 2 * min(balance, self.shuffled))

    def only(self, keep: Callable[[Pair], bool]) -> "Findings":
        """Return the same with some pairs alone."""
        return replace(self, pairs=tuple(filter(keep, self.pairs)))

    def share(self, of: Callable[[Pair], float], level: float, *, signed: bool = False) -> Estimate:
        """Return the mean of something over the pairs, with its interval by group."""
        parts: Parts = np.array([[of(each), 1.0] for each in self.pairs], dtype=float).reshape(-1, 2)
        groups = [each.group for each in self.pairs]
        if signed:
            return estimate(parts, mean, scale="correlation", prior=DIFFERENCE_PRIOR, groups=groups, level=level)
        return estimate(parts, mean, scale="share", prior=SHARE_PRIOR, groups=groups, level=level)


def findings(
    probe: Probe,
    table: VotesTable,
    left_out: Sequence[LeftOut],
    groups: Callable[[str], str] = str,
) -> Findings:
    """Set both votes of every seat on every release beside each other; repeats are one vote.

    Args:
        probe: The probe.
        table: Votes of the arms ``base`` and ``changed``.
        left_out: Releases that weren't asked about.
        groups: What a release belongs to.
    """
    base, changed = table.arm(BASE), table.arm(CHANGED)
    pairs, gone, apart = [], {}, []
    for slug in table.releases:
        for seat in table.seats:
            if not table.cast(slug, seat):
                continue
            before, after = base.reduced(slug, seat), changed.reduced(slug, seat)
            if before is None or after is None:
                gone[slug] = "a ballot on it was unreadable"
                continue
            pairs.append(Pair(slug, groups(slug), seat, _worth(before), _worth(after)))
            apart.append((slug, seat))
    kept = {pair.release for pair in pairs}
    unread = [LeftOut(release=slug, why=why) for slug, why in gone.items() if slug not in kept]
    return Findings(probe, tuple(pairs), (*left_out, *unread), len(table.spoiled), shuffle_test(base, changed, apart))


def shuffle_test(
    base: VotesTable, changed: VotesTable, places: Sequence[tuple[str, str]], *, shuffles: int = SHUFFLES
) -> float | None:
    """Return the p-value of votes turning in whatever direction, more than repeats do anyway.

    If a change does nothing, all ballots of one seat and model on one release are draws from the same urn, whichever
    side they were cast on. They are shuffled between the sides; what counts is the sum of squared differences of ship
    shares. None unless a seat cast two readable ballots on both sides.

    Args:
        base: Votes on the releases as they are.
        changed: Votes on them changed.
        places: Release and seat of what is compared.
        shuffles: How often they are shuffled; the same seed in every run.

    Source: B. Phipson and G. Smyth, Permutation p-values should never be zero, Statistical Applications in Genetics
    and Molecular Biology 9 (2010).
    """
    urns = np.array([urn for place in places for urn in _urns(base, changed, *place)], dtype=np.int64).reshape(-1, 4)
    urns = urns[(urns[:, 1] > 0) & (urns[:, 3] > 0)]
    if not len(urns) or not ((urns[:, 1] > 1) & (urns[:, 3] > 1)).any():
        return None
    ships, n_base, n_changed = urns[:, 0] + urns[:, 2], urns[:, 1], urns[:, 3]
    seen = ((urns[:, 2] / n_changed - urns[:, 0] / n_base) ** 2).sum()
    dice = np.random.default_rng(0)
    there = dice.hypergeometric(ships, n_base + n_changed - ships, n_changed, size=(shuffles, len(urns)))
    far = (((there / n_changed - (ships - there) / n_base) ** 2).sum(axis=1) >= seen - 1e-9).sum()
    return (int(far) + 1) / (shuffles + 1)


def _urns(base: VotesTable, changed: VotesTable, slug: str, seat: str) -> list[tuple[int, int, int, int]]:
    """Return ships and ballots of both sides, model by model."""
    counts: dict[str, list[int]] = {}
    for offset, table in ((0, base), (2, changed)):
        for cell in table.cast(slug, seat):
            if cell.vote is not None:
                urn = counts.setdefault(cell.model, [0, 0, 0, 0])
                urn[offset] += cell.vote == "ship"
                urn[offset + 1] += 1
    return [(urn[0], urn[1], urn[2], urn[3]) for urn in counts.values()]


def results(found: Sequence[Findings], *, alpha: float = 0.05) -> tuple[ProbeResult, ...]:
    """Return what several probes come to, each corrected for the others (Holm).

    Args:
        found: One per probe, names all different.
        alpha: Chance of a false alarm over all of them, between 0 and 1.
    """
    adjusted = holm({each.probe.name: each.p for each in found})
    return tuple(_result(each, adjusted, alpha) for each in found)


def _result(found: Findings, adjusted: Mapping[str, float], alpha: float) -> ProbeResult:
    level, share = 1 - alpha, alpha / len(adjusted)
    probe, p = found.probe, adjusted[found.probe.name]
    least = _least(found, share)
    answer = _answer(found, p, least, alpha, share)
    change = found.share(lambda pair: pair.step, level, signed=True)
    base, changed = found.share(lambda pair: pair.before, level), found.share(lambda pair: pair.after, level)
    return ProbeResult(
        name=probe.name,
        about=probe.about,
        should=probe.should,
        towards=probe.towards,
        unit="choices" if probe.in_pairs else "votes",
        releases=len({pair.release for pair in found.pairs}),
        left_out=found.left_out,
        votes=len(found.pairs),
        base=base,
        changed=changed,
        change=change,
        to_ship=found.share(lambda pair: max(pair.step, 0.0), level),
        to_skip=found.share(lambda pair: max(-pair.step, 0.0), level),
        p=found.p,
        p_adjusted=p,
        alpha=alpha,
        least=least,
        answer=answer,
        told=told(probe, answer, found.pairs, change, p, least, share, repeated=found.shuffled is not None),
        seats=tuple(_seat(found, seat, level) for seat in dict.fromkeys(pair.seat for pair in found.pairs)),
        spoiled=found.spoiled,
    )


def _answer(found: Findings, p: float, least: float | None, alpha: float, share: float) -> Answer:
    probe, shows = found.probe, p < alpha
    if probe.should == "stay":
        return "alarm" if shows else "can't tell" if least is None else "steady"
    if probe.towards is not None:
        return _towards(found, probe.towards, shows=shows, share=share)
    if shows:
        return "follows"
    moved = found.share(lambda pair: abs(pair.step), 1 - alpha)
    restless = found.shuffled is None and any(pair.step for pair in found.pairs)
    return "deaf" if least is not None and not restless and moved.below(0.5) else "can't tell"


def _towards(found: Findings, towards: str, *, shows: bool, share: float) -> Answer:
    """Say whether votes went where they should, as far as there were any that could go there."""
    sign = 1 if towards == "ship" else -1
    total = sum(pair.step for pair in found.pairs)
    if shows:
        return "follows" if sign * total > 0 else "deaf"
    could = found.only(lambda pair: pair.before != (1.0 if towards == "ship" else 0.0))
    groups = len({pair.group for pair in could.pairs})
    if groups == 0 or 2.0 ** (1 - groups) >= share:
        return "can't tell"
    went = could.share(lambda pair: max(sign * pair.step, 0.0), 0.95)
    return "deaf" if went.below(0.5) else "can't tell"


def _least(found: Findings, alpha: float) -> float | None:
    """Return the smallest change of the ship share that these releases find four times of five."""
    sums: dict[str, list[float]] = {}
    for pair in found.pairs:
        sums.setdefault(pair.group, []).append(pair.step)
    n = len(sums)
    if power_of_mcnemar(n, 1.0, 1.0, alpha) < POWER:
        return None
    moved = [abs(sum(steps)) / len(steps) for steps in sums.values() if sum(steps)]
    size = sum(moved) / len(moved) if moved else 1 / max(map(len, sums.values()))
    differing = (len(moved) + 1) / (n + 2)
    least = least_difference(n, differing, alpha)
    if least is None:
        low, high = differing, 1.0
        for _ in range(12):
            middle = (low + high) / 2
            low, high = (low, middle) if power_of_mcnemar(n, middle, middle, alpha) >= POWER else (middle, high)
        least = high
    return least * size


def _seat(found: Findings, seat: str, level: float) -> SeatEffect:
    own = found.only(lambda pair: pair.seat == seat)
    count = len(own.pairs)
    return SeatEffect(
        seat=seat,
        votes=count,
        base=sum(pair.before for pair in own.pairs) / count,
        changed=sum(pair.after for pair in own.pairs) / count,
        change=own.share(lambda pair: pair.step, level, signed=True),
        to_ship=sum(pair.step > 0 for pair in own.pairs),
        to_skip=sum(pair.step < 0 for pair in own.pairs),
    )


def _worth(vote: Choice) -> float:
    return 0.5 if vote == "abstain" else float(vote == "ship")
