"""``shipskip tune compare``."""

from pathlib import Path
from typing import Literal

import click

from panel.cli.options import home_of, json_option, workspace_option
from panel.cli.root import complain
from panel.cli.show import print_json, show_quotes
from panel.cli.tune_show import FILE, AskingBar, gold_options, print_lines, print_table
from panel.errors import DeclarationError
from panel.store.nearest import did_you_mean
from panel.store.workspace import Workspace
from panel.tune.gold import check_known, read_gold
from panel.tune.matchup import Matchup
from panel.tune.splits import family, split
from panel.tune.trial_run import Trial, TrialReport, versions_of
from panel.tune.words import TRIAL

EXIT_GATE = 4


@click.command()
@click.option(
    "--persona",
    "named",
    nargs=2,
    multiple=True,
    required=True,
    metavar="BEFORE AFTER",
    help="Two texts of one persona: skeptic@HEAD~1 (git), skeptic (now), drafts/skeptic.yaml. May be given again.",
)
@click.option("--releases", multiple=True, help="Releases to ask about, by comma; else the gold file's, else all.")
@click.option("--gold", "gold_file", type=FILE, help="People's votes: without them, better can't be told from other.")
@gold_options
@click.option("--model", multiple=True, help="The model for both texts; several are a jury.")
@click.option("--samples", type=click.IntRange(1, 99), help="Ballots per text and release, reduced to one vote.")
@click.option("--alpha", type=click.FloatRange(0.0001, 0.5), default=0.05, show_default=True, help="Level of the test.")
@click.option("--sequential", is_flag=True, help="Stop asking as soon as the answer is there, the level kept.")
@click.option("--gate", is_flag=True, help="Leave with exit code 4 if a persona has become worse.")
@click.option("--dry-run", is_flag=True, help="Ask nobody; print calls, tokens and a cost range per model.")
@json_option
@workspace_option
def compare(
    named: tuple[tuple[str, str], ...],
    releases: tuple[str, ...],
    gold_file: Path | None,
    part: Literal["train", "dev", "test", "all"],
    group: Literal["release", "vendor"],
    model: tuple[str, ...],
    samples: int | None,
    alpha: float,
    sequential: bool,
    gate: bool,
    dry_run: bool,
    as_json: bool,
    workspace: Path | None,
) -> int:
    """Tell whether a persona got better, worse, or can't be told, on the same releases pair by pair.

    Exit code 1 if a ballot was spoiled; with --gate, 4 if a persona has become worse.
    """
    if gate and gold_file is None:
        raise DeclarationError("a gate needs people's votes to tell worse from other; add --gold FILE")
    home = home_of(workspace)
    trial = _trial(home, named, releases, gold_file, part, group, model, samples, alpha)
    if dry_run:
        show_quotes(trial.price(), as_json=as_json)
        return 0
    with AskingBar(quiet=as_json) as bar:
        report = trial.run_until_told(bar) if sequential else trial.run(bar)
    if as_json:
        print_json(report)
    else:
        _show(report)
    if gate and report.worse:
        complain(f"the gate is shut: {report.worse[0].told}")
        return EXIT_GATE
    return 1 if report.spoiled else 0


def _trial(
    home: Workspace,
    named: tuple[tuple[str, str], ...],
    releases: tuple[str, ...],
    gold_file: Path | None,
    part: Literal["train", "dev", "test", "all"],
    group: Literal["release", "vendor"],
    model: tuple[str, ...],
    samples: int | None,
    alpha: float,
) -> Trial:
    versions = versions_of(home, named)
    gold = None if gold_file is None else read_gold(gold_file)
    slugs = [slug for given in releases for slug in given.split(",") if slug.strip()]
    if gold is not None:
        check_known(gold, home.release_paths(), home.persona_paths())
        vendors = {slug: home.release(slug).vendor for slug in gold.releases} if group == "vendor" else None
        dealt = split(gold, vendors=vendors)
        for slug in slugs:
            if slug not in gold.releases:
                hint = did_you_mean(slug, gold.releases) or "; add one, or leave --gold out"
                raise DeclarationError(f"nobody's vote on {slug!r} is there{hint}", file=gold_file)
        wanted = [slug for slug in dealt.releases(part) if not slugs or slug in slugs]
        gold, groups = gold.only(wanted), dealt.groups
    else:
        wanted = slugs or list(home.release_paths())
        groups = {}
    read = {release.slug: release for release in map(home.release, wanted)}
    if not read:
        raise DeclarationError("there is no release to compare on; name some with --releases, or add votes to the gold")
    if not groups:
        vendor = {slug: release.vendor for slug, release in read.items() if group == "vendor" and release.vendor}
        groups = {slug: vendor.get(slug) or family(slug) for slug in read}
    return Trial(home, versions, read, groups, gold, model, samples, alpha)


def _show(report: TrialReport) -> None:
    models = ", ".join(report.models)
    title = f"Old and new text on {report.asked} of {report.releases} releases, by {models}"
    columns = ("Persona", "Releases", "Old", "New", "Difference", "Only old", "Only new", "p", "Answer")
    print_table(title, columns, map(_row, report.matchups))
    print_lines(["", *(each.told for each in report.matchups), report.simulated])
    left_out = sum(each.left_out for each in report.matchups)
    if left_out:
        print_lines([f"{left_out} pairs in no figure: a ballot was unreadable, or people's votes tie."])
    key = "gold" if report.gold else "no gold"
    print_lines(["", TRIAL[key], *(TRIAL[name] for name in ("difference", "p", "answer"))])
    if report.sequential:
        print_lines([TRIAL["sequential"]])


def _row(each: Matchup) -> tuple[str, ...]:
    if each.right is not None:
        before, after = (figure.percent() for figure in each.right)
    else:
        before, after = (f"{100 * share:.0f} %" for share in each.ships or (0, 0))
    difference = each.difference.shown(0, factor=100)
    counts = (f"{each.only_before:g}", f"{each.only_after:g}", f"{each.p_adjusted:.3f}")
    return (each.persona, str(each.releases), before, after, difference, *counts, each.answer)
