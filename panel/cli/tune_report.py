"""``shipskip tune report``."""

from pathlib import Path
from typing import Literal

import click

from panel.cli.options import home_of, json_option, workspace_option
from panel.cli.show import print_json, show_quotes
from panel.cli.tune_show import FILE, AskingBar, asking_options, gold_options, print_lines
from panel.store.records import write_text_atomically
from panel.tune.asking import ask_all, price_all
from panel.tune.gold_docket import open_gold
from panel.tune.optimize_report import OptimizeReport
from panel.tune.probe_result import ProbeReport
from panel.tune.report_data import read_reports, tune_report
from panel.tune.report_page import headlines, report_html
from panel.tune.trial_run import TrialReport


@click.command()
@click.argument("gold_file", type=FILE, metavar="GOLD")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default="tuning.html", show_default=True)
@click.option("--probes", type=FILE, help="What 'tune probe --json' printed.")
@click.option("--trial", "trials", type=FILE, multiple=True, help="What 'tune compare --json' printed; repeatable.")
@click.option("--optimized", type=FILE, multiple=True, help="What 'tune optimize --json' printed; repeatable.")
@asking_options
@gold_options
@json_option
@workspace_option
def report(
    gold_file: Path,
    out: Path,
    probes: Path | None,
    trials: tuple[Path, ...],
    optimized: tuple[Path, ...],
    model: tuple[str, ...],
    seats: str | None,
    samples: int | None,
    dry_run: bool,
    part: Literal["train", "dev", "test", "all"],
    group: Literal["release", "vendor"],
    as_json: bool,
    workspace: Path | None,
) -> int:
    """Write one self-contained page with pictures, for people who have never heard of κ.

    Agreement with people, distinctness and calibration come from ballots (those paid for already are free); probes and
    costs from what earlier commands printed. Exit code 1 if a ballot was spoiled.
    """
    home = home_of(workspace)
    probed = read_reports([probes], ProbeReport)[0] if probes else None
    tried, improved = read_reports(trials, TrialReport), read_reports(optimized, OptimizeReport)
    votes, docket, split = open_gold(
        home, gold_file, part=part, group=group, models=model, seats=seats, samples=samples
    )
    if dry_run:
        show_quotes(price_all(home, docket.questions()), as_json=as_json)
        return 0
    with AskingBar(quiet=as_json) as bar:
        table = ask_all(home, docket.questions(), bar)
    told = tune_report(votes, table, docket, split, part=part, probes=probed, trials=tried, optimized=improved)
    write_text_atomically(out, report_html(told))
    if as_json:
        print_json(told)
    else:
        print_lines([*headlines(told), "", f"Report: {out}"])
    return 1 if table.spoiled else 0
