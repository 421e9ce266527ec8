"""``shipskip tune sentinel``."""

import datetime as dt
from pathlib import Path

import click

from panel.cli.options import home_of, json_option, workspace_option
from panel.cli.root import complain
from panel.cli.show import print_json, show_quotes
from panel.cli.tune_show import AskingBar, asking_options, print_lines, print_table
from panel.errors import DeclarationError
from panel.tune.asking import ask_all, price_all
from panel.tune.docket import open_docket
from panel.tune.mixture import mixture_of
from panel.tune.pins import changed_since, keep_asked, keep_pin, made_from, pin_names, pin_of, read_pin, refuse_taken
from panel.tune.sentinels import Watch, watch

EXIT_GATE = 4


@click.group()
def sentinel() -> None:
    """Notice that a model or its provider changed, before old and new percentages are mixed."""


@sentinel.command()
@click.argument("name")
@click.argument("releases", nargs=-1, required=True, metavar="RELEASE…")
@asking_options
@json_option
@workspace_option
def pin(
    name: str,
    releases: tuple[str, ...],
    model: tuple[str, ...],
    seats: str | None,
    samples: int | None,
    dry_run: bool,
    as_json: bool,
    workspace: Path | None,
) -> int:
    """Keep what the panel says of some releases today, as sentinels/NAME.json.

    Twenty releases with three ballots each notice a change of about a quarter of the votes.
    """
    home = home_of(workspace)
    refuse_taken(home, name)
    docket = open_docket(home, releases, models=model, seats=seats, samples=samples or 3)
    if dry_run:
        show_quotes(price_all(home, docket.questions()), as_json=as_json)
        return 0
    with AskingBar(quiet=as_json) as bar:
        table = ask_all(home, docket.questions(), bar)
    kept = pin_of(home, name, docket, table, seats=seats, now=dt.datetime.now(dt.UTC))
    file = keep_pin(home, kept)
    if as_json:
        print_json(kept)
    else:
        shares = f"{len(table.cells)} ballots on {len(table.releases)} releases by {', '.join(table.models)}"
        print_lines([f"Pinned {name}: {shares}.", f"Commit {file.relative_to(home.root)} with the workspace."])
    return 1 if table.spoiled else 0


@sentinel.command()
@click.argument("names", nargs=-1, metavar="[NAME…]")
@click.option("--model", multiple=True, help="Another model than the pinned one, to see whether it votes alike.")
@click.option("--alpha", type=click.FloatRange(0.0001, 0.5), default=0.05, show_default=True, help="False alarms.")
@click.option("--dry-run", is_flag=True, help="Ask nobody; print calls, tokens and a cost range per model.")
@json_option
@workspace_option
def check(
    names: tuple[str, ...], model: tuple[str, ...], alpha: float, dry_run: bool, as_json: bool, workspace: Path | None
) -> int:
    """Ask the pinned seats about the pinned releases anew, and compare. Exit code 4 if votes have changed."""
    home = home_of(workspace)
    wanted = names or tuple(pin_names(home))
    if not wanted:
        raise DeclarationError("there is no sentinel yet; make one with: shipskip tune sentinel pin NAME RELEASE…")
    found: list[Watch] = []
    for name in wanted:
        kept = read_pin(home, name)
        docket = open_docket(
            home, list(kept.dossiers), models=model or kept.models, seats=kept.seats, samples=kept.samples
        )
        if changed := changed_since(kept, made_from(home, docket)):
            problem = f"besides the model, {', '.join(changed)} changed since it was pinned; pin it anew"
            raise DeclarationError(f"sentinel {name!r} can't be checked: {problem}")
        questions = docket.questions(first=kept.asked + 1)
        if dry_run:
            show_quotes(price_all(home, questions), as_json=as_json)
            continue
        with AskingBar(quiet=as_json) as bar:
            table = ask_all(home, questions, bar)
        keep_asked(home, kept, kept.asked + kept.samples)
        found.append(watch(kept, table, alpha=alpha))
        if as_json:
            print_json(found[-1])
        else:
            _show(found[-1])
    for each in found:
        if each.drifted:
            complain(f"sentinel {each.name}: {each.told}")
    if any(each.drifted for each in found):
        return EXIT_GATE
    return 1 if any(each.spoiled for each in found) else 0


@sentinel.command()
@json_option
@workspace_option
def status(as_json: bool, workspace: Path | None) -> int:
    """Tell by which models and prompts this workspace's verdicts were made. Exit code 4 if they are mixed."""
    mixture = mixture_of(home_of(workspace))
    if as_json:
        print_json(mixture)
    else:
        print_table(f"{mixture.verdicts} verdicts", ("Models", "Verdicts"), _counts(mixture.by_models))
        print_table("", ("Prompt", "Verdicts"), _counts({key[:12]: n for key, n in mixture.by_prompt.items()}))
    if mixture.mixed:
        complain("verdicts here were made by different models or prompts; their percentages can't be set side by side")
        return EXIT_GATE
    return 0


def _counts(counts: dict[str, int]) -> list[tuple[str, str]]:
    return [(name, str(number)) for name, number in counts.items()]


def _show(found: Watch) -> None:
    models = ", ".join(found.models)
    title = f"Sentinel {found.name}: {found.releases} releases, {found.samples} ballots a seat, by {models}"
    rows = []
    for each in found.beyond:
        rows.append((each.who, each.rate.percent(), "–" if each.beyond is None else each.beyond.percent()))
    print_table(title, ("Who", "Votes that differ", "Beyond repetition"), rows)
    if found.turned:
        turned = [(each.release, each.seat, each.then, each.now) for each in found.turned]
        print_table("Turned", ("Release", "Who", "Then", "Now"), turned)
    print_lines(["", found.told, f"p = {found.p:.3f} (exact test over releases). {found.simulated}"])
