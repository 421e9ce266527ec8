"""``shipskip tune gold``."""

from pathlib import Path
from typing import Literal

import click

from panel.cli.options import home_of, json_option, workspace_option
from panel.cli.show import print_json, show_quotes
from panel.cli.tune_show import FILE, AskingBar, asking_options, gold_options, print_lines, print_table
from panel.tune.asking import ask_all, price_all
from panel.tune.gold_docket import open_gold
from panel.tune.gold_report import GoldReport, Voter, gold_report
from panel.tune.words import FIGURES


@click.command()
@click.argument("file", type=FILE, metavar="FILE")
@asking_options
@gold_options
@json_option
@workspace_option
def gold(
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
    """Hold each persona and the panel to people's votes.

    FILE has a line for each vote of a person, as CSV with a header or as JSON lines: release, annotator, vote (ship or
    skip), and persona if the vote was cast in a persona's place. Exit code 1 if a ballot was spoiled.
    """
    home = home_of(workspace)
    votes, docket, split = open_gold(home, file, part=part, group=group, models=model, seats=seats, samples=samples)
    if dry_run:
        show_quotes(price_all(home, docket.questions()), as_json=as_json)
        return 0
    with AskingBar(quiet=as_json) as bar:
        table = ask_all(home, docket.questions(), bar)
    report = gold_report(votes, table, docket, split, part=part)
    if as_json:
        print_json(report)
    else:
        _show(report)
    return 1 if table.spoiled else 0


def _show(report: GoldReport) -> None:
    models = ", ".join(report.models)
    title = f"Agreement with {report.annotators} people on {report.releases} releases ({report.part}), by {models}"
    voters = [*([report.people] if report.people else []), *report.voters]
    print_table(title, ("Who", "Releases", "Ships", "Agreement", "Balanced", "κ", "α"), map(_row, voters))
    lines = ["", report.summary, report.simulated]
    lines += [f"{voter.who}: {_left_out(voter)}" for voter in report.voters if voter.no_vote or voter.spoiled]
    lines += sorted({each.raw.why for each in voters if each.raw.why})
    print_lines([*lines, "", *FIGURES.values()])


def _row(voter: Voter) -> tuple[str, ...]:
    ships = "–" if voter.ship_rate is None else f"{100 * voter.ship_rate:.0f} %"
    figures = (voter.raw.percent(), voter.balanced.percent(), voter.kappa.shown(), voter.alpha.shown())
    return (voter.who, str(voter.releases), ships, *figures)


def _left_out(voter: Voter) -> str:
    return f"{voter.no_vote} releases tied and {voter.spoiled} unreadable, in no figure"
