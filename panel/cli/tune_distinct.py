"""``shipskip tune distinct``."""

from pathlib import Path
from typing import Literal

import click

from panel.cli.options import home_of, json_option, workspace_option
from panel.cli.show import print_json, show_quotes
from panel.cli.tune_show import FILE, AskingBar, asking_options, gold_options, print_lines, print_table
from panel.tune.arguments import essays
from panel.tune.asking import ask_all, price_all
from panel.tune.attribution import attribute_by_model
from panel.tune.distinct_report import DistinctReport, distinct_report
from panel.tune.gold_docket import open_releases
from panel.tune.words import DISTINCT


@click.command()
@click.argument("releases", nargs=-1, metavar="[RELEASE…]")
@click.option("--gold", "gold_file", type=FILE, help="People's votes: they then stand for what a release explains.")
@click.option("--judge", metavar="MODEL", help="Let a model, too, say who wrote what.")
@asking_options
@gold_options
@json_option
@workspace_option
def distinct(
    releases: tuple[str, ...],
    gold_file: Path | None,
    judge: str | None,
    model: tuple[str, ...],
    seats: str | None,
    samples: int | None,
    dry_run: bool,
    part: Literal["train", "dev", "test", "all"],
    group: Literal["release", "vendor"],
    as_json: bool,
    workspace: Path | None,
) -> int:
    """Tell whether several personas make more than one reviewer.

    Exit code 1 if a ballot was spoiled. An alarm is no failure: it is printed, and stands in the JSON.
    """
    home = home_of(workspace)
    votes, docket, belongs = open_releases(
        home, releases, gold_file, part=part, group=group, models=model, seats=seats, samples=samples
    )
    if dry_run:
        show_quotes(price_all(home, docket.questions()), as_json=as_json)
        return 0
    with AskingBar(quiet=as_json) as bar:
        table = ask_all(home, docket.questions(), bar)
    personas = {seat: persona for seat, persona in home.personas().items() if seat in table.seats}
    written = essays(table, personas)
    by_model = None if judge is None else attribute_by_model(home, written, personas, judge, groups=belongs)
    report = distinct_report(table, written, personas, gold=votes, by_model=by_model, groups=belongs)
    if as_json:
        print_json(report)
    else:
        _show(report)
    return 1 if table.spoiled else 0


def _show(report: DistinctReport) -> None:
    models = ", ".join(report.models)
    words = {each.seats: each for each in report.overlaps}
    rows = []
    for pair in report.votes.pairs:
        said = words.get(pair.seats)
        texts = ("–", "–") if said is None else (said.words.shown(), said.evidence.shown())
        figures = (pair.alike.percent(), pair.correlation.shown(), pair.beyond.shown())
        rows.append((" · ".join(pair.seats), *figures, *texts))
    title = f"Every two seats on {report.releases} releases, by {models}"
    print_table(title, ("Seats", "Alike", "Correlation", "Beyond", "Words", "Evidence"), rows)
    print_lines([""])
    spared = [(each.seat, each.shift.percent(), each.turned.percent()) for each in report.votes.spared]
    print_table("The panel without a seat", ("Without", "Percentage shifts by", "Majority turns"), spared)
    lines = ["", f"The seats are worth {report.votes.effective_votes.shown(1)} independent votes."]
    for each in report.attributions:
        lines.append(
            f"Who wrote what, by {each.judge}: {each.right.percent()} of {each.texts} texts right; "
            f"guessing gets {100 * each.chance:.0f} %."
        )
    lines += [f"ALARM: {alarm}" for alarm in report.alarms] or ["No alarm: nothing says that personas have collapsed."]
    explained = f"beyond: correlation with what {report.votes.explained_by} say of the release taken off both"
    print_lines([*lines, report.simulated, "", explained, *DISTINCT.values()])
