"""``shipskip tune stability``."""

from pathlib import Path
from typing import Literal

import click

from panel.cli.options import home_of, json_option, workspace_option
from panel.cli.show import print_json, show_quotes
from panel.cli.tune_show import FILE, AskingBar, asking_options, gold_options, print_lines, print_table
from panel.tune.asking import ask_all, price_all
from panel.tune.calibration import Calibration
from panel.tune.gold_docket import open_releases
from panel.tune.stability_report import StabilityReport, stability_questions, stability_report, wordings
from panel.tune.words import STABILITY

REPEATS = 3
"""Ballots per seat, release, model and wording, if nobody says how many."""


@click.command()
@click.argument("releases", nargs=-1, metavar="[RELEASE…]")
@click.option("--gold", "gold_file", type=FILE, help="People's votes: confidence is then held to them.")
@click.option(
    "--wordings", "named", default="all", show_default=True, help="Wordings under prompts/paraphrases/, none, or all."
)
@click.option("--first", type=click.IntRange(1), default=1, help="Number of the first ballot; a higher one asks anew.")
@asking_options
@gold_options
@json_option
@workspace_option
def stability(
    releases: tuple[str, ...],
    gold_file: Path | None,
    named: str,
    first: int,
    model: tuple[str, ...],
    seats: str | None,
    samples: int | None,
    dry_run: bool,
    part: Literal["train", "dev", "test", "all"],
    group: Literal["release", "vendor"],
    as_json: bool,
    workspace: Path | None,
) -> int:
    """Tell how often votes flip over samples, models and wordings, and whether confidence means what it says.

    Every ballot is asked for anew; only the very same one, paid for already, comes from the ledger. Exit code 1 if one
    was spoiled.
    """
    home = home_of(workspace)
    votes, docket, belongs = open_releases(
        home, releases, gold_file, part=part, group=group, models=model, seats=seats, samples=samples or REPEATS
    )
    questions = stability_questions(docket, wordings(home, named), first)
    if dry_run:
        show_quotes(price_all(home, questions), as_json=as_json)
        return 0
    with AskingBar(quiet=as_json) as bar:
        table = ask_all(home, questions, bar)
    report = stability_report(table, gold=votes, groups=belongs)
    if as_json:
        print_json(report)
    else:
        _show(report)
    return 1 if table.spoiled else 0


def _show(report: StabilityReport) -> None:
    title = f"Flips on {report.releases} releases, {report.samples} ballots each, by {', '.join(report.models)}"
    rows = [(e.who, e.over, e.rate.percent(), "" if e.beyond is None else e.beyond.percent()) for e in report.flips]
    print_table(title, ("Who", "Over", "Flip rate", "Beyond repetition"), rows)
    if report.calibration:
        title = f"Confidence against {'people' if report.against == 'people' else 'its own other ballots'}"
        print_lines([""])
        columns = ("Who", "Ballots", "Brier", "Surer than right", "ECE", "ECE by chance")
        print_table(title, columns, map(_row, report.calibration))
        print_lines([""])
        print_table("Reliability, all seats", ("Confidence", "Ballots", "Right"), _bins(report.calibration[-1]))
    lines = ["", report.simulated, f"{report.spoiled} ballots were unreadable, in no figure." if report.spoiled else ""]
    print_lines([*lines, *STABILITY.values()])


def _row(each: Calibration) -> tuple[str, ...]:
    figures = (each.brier.shown(), each.overconfident.percent(), f"{each.ece:.2f}", f"{each.ece_by_chance:.2f}")
    return (each.who, str(each.ballots), *figures)


def _bins(each: Calibration) -> list[tuple[str, ...]]:
    return [(f"{100 * b.low:.0f}–{100 * b.high:.0f} %", str(b.ballots), b.right.percent()) for b in each.bins]
