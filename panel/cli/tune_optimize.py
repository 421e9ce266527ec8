"""``shipskip tune optimize``."""

from pathlib import Path
from typing import Literal

import click

from panel.cli.options import home_of, json_option, workspace_option
from panel.cli.show import print_json, result_console, show_quotes
from panel.cli.tune_show import FILE, AskingBar, print_lines, print_table
from panel.publish.inert import inert
from panel.tune.optimize_report import OptimizeReport, Standing
from panel.tune.optimizing import plan
from panel.tune.words import TRIAL

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


@click.command()
@click.argument("persona")
@click.option("--gold", "gold_file", type=FILE, required=True, help="People's votes; the search learns from 60 %.")
@click.option("--model", multiple=True, help="The model for the panel; else the workspace's.")
@click.option("--reviser", help="The model that revises the text; else the panel's.")
@click.option("--ballots", type=click.IntRange(10), default=400, show_default=True, help="Try no new text after these.")
@click.option("--budget", type=click.FloatRange(min=0, min_open=True), help="Try no new text after these US dollars.")
@click.option("--group", type=click.Choice(["release", "vendor"]), default="release", show_default=True)
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="The draft's file; else drafts/PERSONA.yaml."
)
@click.option("--seed", type=int, default=0, help="Starts the search.")
@click.option("--dry-run", is_flag=True, help="Ask nobody; print what today's text costs on all releases.")
@json_option
@workspace_option
def optimize(
    persona: str,
    gold_file: Path,
    model: tuple[str, ...],
    reviser: str | None,
    ballots: int,
    budget: float | None,
    group: Literal["release", "vendor"],
    out: Path | None,
    seed: int,
    dry_run: bool,
    as_json: bool,
    workspace: Path | None,
) -> int:
    """Search for better persona text (GEPA), learning from 60 % of the releases and choosing by 20 %.

    What is best then meets the last 20 %, which the search never saw: that gain counts, and what becomes of the panel's
    distinctness. The persona's own file is never touched. Whole batches are asked, so a limit may be passed by one.
    """
    home = home_of(workspace)
    planned = plan(
        home,
        persona,
        gold_file,
        models=model,
        reviser=reviser,
        ballots=ballots,
        budget_usd=budget,
        group=group,
        out=out,
    )
    if dry_run:
        show_quotes(planned.price(), as_json=as_json)
        return 0
    with AskingBar(quiet=as_json) as bar:
        report = planned.run(bar, seed)
    if as_json:
        print_json(report)
    else:
        _show(report)
    return 0


def _show(report: OptimizeReport) -> None:
    searched = f"{report.candidates} texts ranked, {report.ballots} ballots, {report.spent_usd:.2f} US dollars"
    print_lines([f"{report.persona}, revised by {report.reviser}: {searched}.", ""])
    console = result_console()
    for line in report.difference.splitlines():
        console.print(inert(line), style=_COLOURS.get(line[:1]), markup=False, highlight=False)
    if report.before is not None and report.after is not None:
        rows = [_row("today", report.before), _row("draft", report.after)]
        print_table("The whole panel, on the held-out releases", ("Text", "Independent votes", "Correlation"), rows)
    lines = ["", report.told]
    if report.draft is not None:
        lines += [f"Draft: {report.draft}. To take it over, copy its changes into the persona's file yourself."]
    print_lines([*lines, report.simulated, "", TRIAL["gold"], TRIAL["p"]])


def _row(name: str, standing: Standing) -> tuple[str, ...]:
    return (name, standing.effective_votes.shown(1), standing.correlation.shown())
