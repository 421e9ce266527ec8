"""What a tuning report tells, gathered: agreement, distinctness, steadiness, and what earlier runs found."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, TypeVar

from panel.domain.noun import Noun
from panel.store.records import read_record
from panel.tune.arguments import essays
from panel.tune.calibration import Calibration, calibration
from panel.tune.distinct_report import DistinctReport, distinct_report
from panel.tune.docket import Docket
from panel.tune.flips import Flips, flips
from panel.tune.gold import Gold
from panel.tune.gold_report import GoldReport, gold_report
from panel.tune.optimize_report import OptimizeReport
from panel.tune.probe_result import ProbeReport
from panel.tune.splits import Part, Split
from panel.tune.trial_run import TrialReport
from panel.tune.votes_table import VotesTable

Read = TypeVar("Read", ProbeReport, TrialReport, OptimizeReport)


class Price(Noun):
    """What a change of a persona cost, and what it gained."""

    what: str
    """The change."""
    points: float
    """Percentage points of agreement gained; below 0, lost."""
    cost_usd: float | None
    """US dollars; None where a price is unknown."""
    answer: str
    """Whether the gain can be told from luck."""

    @property
    def per_point(self) -> float | None:
        """US dollars per point gained; None where nothing was gained or the price is unknown."""
        return None if self.cost_usd is None or self.points <= 0 else self.cost_usd / self.points


class TuneReport(Noun):
    """Everything that the report's page shows."""

    gold: GoldReport
    """Agreement with people."""
    distinct: DistinctReport
    """Whether the seats are several reviewers."""
    flips: tuple[Flips, ...]
    """How steady their votes are; empty where each was asked once."""
    calibration: tuple[Calibration, ...]
    """Whether confidence means what it says."""
    probes: ProbeReport | None = None
    """What changes to the dossier do."""
    prices: tuple[Price, ...] = ()
    """What earlier comparisons and optimisations cost and gained."""


def tune_report(
    gold: Gold,
    table: VotesTable,
    docket: Docket,
    split: Split,
    *,
    part: Part | Literal["all"] = "all",
    probes: ProbeReport | None = None,
    trials: Sequence[TrialReport] = (),
    optimized: Sequence[OptimizeReport] = (),
) -> TuneReport:
    """Gather a report from one table of votes and from what earlier runs printed as JSON.

    Args:
        gold: People's votes on the releases of the part.
        table: Simulated votes on them.
        docket: Who sits on the panel.
        split: Which releases belong together.
        part: What the releases are.
        probes: What ``tune probe --json`` printed.
        trials: What ``tune compare --json`` printed.
        optimized: What ``tune optimize --json`` printed.
    """
    personas = {seat.persona.id: seat.persona for panel in docket.seated.values() for seat in panel.seats}

    def belongs(slug: str) -> str:
        return split.groups.get(slug, slug)

    humans = {seat: gold.humans(seat) for seat in table.seats}
    written = essays(table, personas)
    return TuneReport(
        gold=gold_report(gold, table, docket, split, part=part),
        distinct=distinct_report(table, written, personas, gold=gold, groups=belongs),
        flips=tuple(each for each in flips(table, groups=belongs) if each.over == "samples"),
        calibration=tuple(calibration(table, humans, groups=belongs)),
        probes=probes,
        prices=(*_of_trials(trials), *_of_optimized(optimized)),
    )


def read_reports(files: Sequence[Path], noun: type[Read]) -> list[Read]:
    """Read what earlier runs printed with ``--json``.

    Raises:
        DeclarationError: A file isn't such a report.
    """
    return [read_record(file, noun) for file in files]


def _of_trials(trials: Sequence[TrialReport]) -> list[Price]:
    found = []
    for trial in trials:
        for each in trial.matchups:
            if each.held_to == "gold" and each.difference.value is not None:
                what = f"{each.persona}: {each.before} → {each.after}"
                share = None if trial.cost_usd is None else trial.cost_usd / len(trial.matchups)
                found.append(Price(what=what, points=100 * each.difference.value, cost_usd=share, answer=each.answer))
    return found


def _of_optimized(optimized: Sequence[OptimizeReport]) -> list[Price]:
    return [
        Price(
            what=f"{each.persona}: optimised by {each.reviser}",
            points=100 * each.held_out.difference.value,
            cost_usd=each.spent_usd,
            answer=each.held_out.answer,
        )
        for each in optimized
        if each.held_out is not None and each.held_out.difference.value is not None
    ]
