"""The answers of probes in plain words, for people who have never heard of p-values."""

from collections.abc import Sequence
from typing import Final, Protocol

from panel.tune.estimate import Estimate
from panel.tune.paired import releases_needed
from panel.tune.probe import Probe
from panel.tune.probe_result import Answer

PROBES: Final = {
    "change": "change: share of ships with the change minus without it, in points of 100, with the range in which it "
    "would lie for other releases",
    "flipped": "to ship, to skip: share of votes that turned that way; a tie between repeats counts half",
    "p": "p: how often releases would differ this much if the change did nothing (exact test on pairs; where ballots "
    "are repeated, turning in both directions is looked for too); corrected by Holm's procedure for all probes",
    "answer": "alarm: votes moved that should stay; deaf: votes stayed that should move; steady and follows: as it "
    "should be; can't tell: too few releases",
    "repeats": "with one ballot each, votes that turn in both directions can't be told from chance; --samples 3 "
    "repeats them",
    "pairs": "where two releases are set against each other, ship means: the one that is shown first",
}
"""The figures of probes."""

_WORTHWHILE = 0.2
"""Change of the ship share that releases are counted for where they are too few."""


class Moved(Protocol):
    """A pair of votes, as far as it is told."""

    @property
    def before(self) -> float:
        """The vote as it is."""

    @property
    def step(self) -> float:
        """Changed minus base."""

    @property
    def group(self) -> str:
        """What counts as one piece of evidence."""


def told(
    probe: Probe,
    answer: Answer,
    pairs: Sequence[Moved],
    change: Estimate,
    p: float,
    least: float | None,
    alpha: float,
    *,
    repeated: bool,
) -> str:
    """Return a probe's answer in a few sentences.

    Args:
        probe: The probe.
        answer: Its answer.
        pairs: What it rests on.
        change: Change of the ship share.
        p: Corrected p-value.
        least: Smallest change that would have been found.
        alpha: Level that this probe has left after its correction.
        repeated: Whether ballots were repeated.
    """
    parts = [f"{_headline(probe, answer)}.", _counts(probe, pairs, change, p)]
    if answer in ("alarm", "deaf") and probe.why:
        parts.append(probe.why.strip())
    if answer == "can't tell":
        parts.append(_too_few(probe, pairs, alpha, repeated=repeated, least=least))
    if answer == "steady" and least is not None:
        parts.append(f"A change of {100 * least:.0f} points or more would have been found four times of five.")
    return " ".join(parts)


def _headline(probe: Probe, answer: Answer) -> str:
    choices = "choices" if probe.in_pairs else "votes"
    return {
        "alarm": f"ALARM: {choices} depend on {probe.about}",
        "steady": f"STEADY: no sign that {choices} depend on {probe.about}",
        "follows": f"FOLLOWS: {choices} depend on {probe.about}, as they should",
        "deaf": f"DEAF: {choices} don't follow {probe.about}, and should",
        "can't tell": f"CAN'T TELL whether {choices} depend on {probe.about}",
    }[answer]


def _counts(probe: Probe, pairs: Sequence[Moved], change: Estimate, p: float) -> str:
    up, down = sum(pair.step > 0 for pair in pairs), sum(pair.step < 0 for pair in pairs)
    points = change.shown(0, factor=100)
    if probe.in_pairs:
        what = f"Of {len(pairs)} choices made in both orders, {up} went to what was shown first and {down} to what was "
        return f"{what}shown second, whatever it was: {points} points for the first place, p = {p:.3f}."
    if not up and not down:
        return f"None of {len(pairs)} votes turned."
    said = f"Of {len(pairs)} votes, {up} turned to ship and {down} to skip: {points} points, p = {p:.3f}."
    if probe.towards is not None:
        target = 1.0 if probe.towards == "ship" else 0.0
        could = sum(pair.before != target for pair in pairs)
        went = up if probe.towards == "ship" else down
        said += f" {went} of the {could} that could turn to {probe.towards} did."
    return said


def _too_few(probe: Probe, pairs: Sequence[Moved], alpha: float, *, repeated: bool, least: float | None) -> str:
    if probe.towards is not None and not any(pair.before != (probe.towards == "ship") for pair in pairs):
        return f"Every vote is {probe.towards} already; take releases on which some aren't."
    if least is not None and probe.should == "change" and not repeated and any(pair.step for pair in pairs):
        return "Whether these turned by more than chance takes repeats (--samples 3) or more releases."
    groups: dict[str, float] = {}
    for pair in pairs:
        groups[pair.group] = groups.get(pair.group, 0.0) + pair.step
    differing = (sum(bool(step) for step in groups.values()) + 1) / (len(groups) + 2)
    needed = releases_needed(max(differing, _WORTHWHILE), _WORTHWHILE, alpha)
    many = "more than 20,000" if needed is None else f"about {needed}"
    what = "pairs of releases" if probe.in_pairs else "releases"
    return f"{len(groups)} {what} are too few: to find a change of 20 points four times of five takes {many}."
