"""``shipskip tune probe``."""

from collections.abc import Sequence
from pathlib import Path

import click

from panel.cli.options import home_of, json_option, workspace_option
from panel.cli.root import complain
from panel.cli.show import print_json, show_quotes
from panel.cli.tune_show import AskingBar, asking_options, print_lines, print_table
from panel.errors import DeclarationError
from panel.tune.docket import open_docket
from panel.tune.estimate import Estimate
from panel.tune.probe import Probe
from panel.tune.probe_files import read_probes
from panel.tune.probe_result import ProbeReport, ProbeResult
from panel.tune.probe_run import Plan, price_probes, run_probes
from panel.tune.probe_told import PROBES

EXIT_GATE = 4
_SHOWN = 3
"""Releases that are named where a reason holds for several."""
_FIRST = ("alarm", "deaf", "can't tell", "follows", "steady")
"""Answers in the order in which they are told."""


@click.command()
@click.argument("named", nargs=-1, metavar="[NAME|FILE.yaml]…")
@click.option("--releases", multiple=True, help="Releases to ask about, by comma; else all.")
@click.option("--translator", metavar="MODEL", help="Who translates, for probes that need another language.")
@click.option(
    "--alpha",
    type=click.FloatRange(0.0001, 0.5),
    default=0.05,
    show_default=True,
    help="Chance of a false alarm, over all probes together.",
)
@click.option("--gate", is_flag=True, help="Leave with exit code 4 on an alarm, or where votes are deaf.")
@click.option("--list", "listing", is_flag=True, help="Ask nobody; list the probes that there are.")
@asking_options
@json_option
@workspace_option
def probe(
    named: tuple[str, ...],
    releases: tuple[str, ...],
    translator: str | None,
    alpha: float,
    gate: bool,
    listing: bool,
    model: tuple[str, ...],
    seats: str | None,
    samples: int | None,
    dry_run: bool,
    as_json: bool,
    workspace: Path | None,
) -> int:
    """Change what the panel reads, and see whether votes move that should stay, or stay that should move.

    Without a name, all probes under prompts/probes/ are run, the shipped ones included; a file of your own needs no
    code. Exit code 1 if a ballot was spoiled; with --gate, 4 on an alarm.
    """
    home = home_of(workspace)
    probes = read_probes(home, named)
    if listing:
        _list(probes, as_json=as_json)
        return 0
    slugs = [slug.strip() for given in releases for slug in given.split(",") if slug.strip()]
    docket = open_docket(home, slugs or list(home.release_paths()), models=model, seats=seats, samples=samples)
    if not docket.releases:
        raise DeclarationError("there is no release to probe with; put some under releases/, or name them")
    plan = Plan(home, probes, docket, translator)
    if dry_run:
        show_quotes(price_probes(plan), as_json=as_json)
        return 0
    with AskingBar(quiet=as_json) as bar:
        report = run_probes(plan, alpha=alpha, watch=bar)
    if as_json:
        print_json(report)
    else:
        _show(report)
    if gate and report.shutting:
        complain(f"the gate is shut: {report.shutting[0].name}: {report.shutting[0].told}")
        return EXIT_GATE
    return 1 if report.spoiled else 0


def _list(probes: Sequence[Probe], *, as_json: bool) -> None:
    if as_json:
        print_json(probes)
        return
    rows = [(each.name, each.should, each.about) for each in probes]
    print_table("Probes", ("Name", "Votes should", "What is changed"), rows)


def _show(report: ProbeReport) -> None:
    many = "1 ballot" if report.samples == 1 else f"{report.samples} ballots"
    who = f"{', '.join(report.seats)} by {', '.join(report.models)}, {many} each"
    columns = ("Probe", "Should", "Releases", "Ship", "Changed", "Change", "To ship", "To skip", "p", "Answer")
    print_table(f"Probes on {report.releases} releases: {who}", columns, map(_row, report.probes))
    print_lines([""])
    for each in sorted(report.probes, key=lambda each: _FIRST.index(each.answer)):
        print_lines([f"{each.name}: {each.told}"])
        if len(report.seats) > 1 and each.shuts:
            moved = (f"{seat.seat} {seat.change.shown(0, factor=100)}" for seat in each.seats)
            print_lines([f"{each.name}, seat by seat: {', '.join(moved)} points."])
    print_lines([f"{each.release}: NOT ASKED, {each.why}." for each in report.unasked])
    print_lines(line for each in report.probes for line in _left_out(each))
    spoiled = [f"{report.spoiled} ballots were unreadable, in no figure."] if report.spoiled else []
    about = dict(PROBES)
    if report.samples > 1:
        del about["repeats"]
    if all(each.unit == "votes" for each in report.probes):
        del about["pairs"]
    print_lines(["", report.simulated, *spoiled, *about.values()])


def _row(each: ProbeResult) -> tuple[str, ...]:
    shares = (_percent(each.base), _percent(each.changed), each.change.shown(0, factor=100))
    turned = (_percent(each.to_ship), _percent(each.to_skip))
    return (each.name, each.should, str(each.releases), *shares, *turned, f"{each.p_adjusted:.3f}", each.answer)


def _percent(figure: Estimate) -> str:
    return "–" if figure.value is None else f"{100 * figure.value:.0f} %"


def _left_out(each: ProbeResult) -> list[str]:
    """Say of every reason which releases it leaves out."""
    by_reason: dict[str, list[str]] = {}
    for release in each.left_out:
        by_reason.setdefault(release.why, []).append(release.release)
    lines = []
    for why, slugs in by_reason.items():
        more = f" and {len(slugs) - _SHOWN} more" if len(slugs) > _SHOWN else ""
        lines.append(f"{each.name} leaves out {', '.join(slugs[:_SHOWN])}{more}: {why}.")
    return lines
