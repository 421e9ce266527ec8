"""``shipskip tune aggregate``."""

from pathlib import Path
from typing import Literal

import click

from panel.cli.options import home_of, json_option, workspace_option
from panel.cli.show import print_json, show_quotes
from panel.cli.tune_show import FILE, AskingBar, asking_options, gold_options, print_lines, print_table
from panel.tune.aggregation import AggregationReport, Counted, aggregation_report
from panel.tune.asking import ask_all, price_all
from panel.tune.gold_docket import open_gold
from panel.tune.words import AGGREGATION


@click.command()
@click.argument("file", type=FILE, metavar="FILE")
@asking_options
@gold_options
@json_option
@workspace_option
def aggregate(
    file: Path,
    model: tuple[str, ...],
    seats: str | None,
    samples: int | None,
    dry_run: bool,
    part: Literal["train", "dev", "test", "all"],
    group: Literal["release", "vendor"],
    as_json: bool,
    workspace: Path | None,
) -> int:
    """Tell whether weights or Dawid–Skene would beat the plain percentage, on releases that were held out.

    FILE has people's votes, as for tune gold. The plain percentage stays what verdicts show. Exit code 1 if a ballot
    was spoiled.
    """
    home = home_of(workspace)
    votes, docket, split = open_gold(home, file, part=part, group=group, models=model, seats=seats, samples=samples)
    if dry_run:
        show_quotes(price_all(home, docket.questions()), as_json=as_json)
        return 0
    with AskingBar(quiet=as_json) as bar:
        table = ask_all(home, docket.questions(), bar)
    report = aggregation_report(table, votes, groups=split.groups.__getitem__)
    if as_json:
        print_json(report)
    else:
        _show(report)
    return 1 if table.spoiled else 0


def _show(report: AggregationReport) -> None:
    title = f"Ways of counting on {report.releases} releases, by {', '.join(report.models)}"
    print_table(title, ("Way", "Right", "Distance", "Better than plain by"), map(_row, report.counted))
    print_lines([""])
    weights = [(each.seat, f"{100 * each.right:.0f} %", f"{each.weight:.2f}") for each in report.weights]
    print_table("What history would weigh each seat", ("Seat", "Right", "Weight"), weights)
    print_lines(["", report.advice, report.simulated, "", *AGGREGATION.values()])


def _row(each: Counted) -> tuple[str, ...]:
    gain = "" if each.gain is None else each.gain.percent()
    return (each.method, each.right.percent(), each.brier.shown(), gain)
