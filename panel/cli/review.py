"""``shipskip review``."""

from pathlib import Path

import click

from panel.api import price, review_all
from panel.cli.options import home_of, json_option, panel_options, workspace_option
from panel.cli.show import Watcher, show_quotes, show_verdicts


@click.command()
@click.argument("releases", nargs=-1, required=True, metavar="RELEASE…")
@panel_options
@click.option("--dry-run", is_flag=True, help="Ask nobody; print calls, tokens and a cost range per model.")
@json_option
@workspace_option
def review(
    releases: tuple[str, ...],
    model: tuple[str, ...],
    seats: str | None,
    samples: int | None,
    adaptive: bool | None,
    dry_run: bool,
    as_json: bool,
    workspace: Path | None,
) -> int:
    """Put releases before the panel.

    RELEASE is a file, a folder of sources, or the name of one under releases/. Writes verdicts/<name>/verdict.json,
    .md and .html. Exit code 1 if a ballot was spoiled.
    """
    home = home_of(workspace)
    if dry_run:
        quotes = price(releases, model=model, seats=seats, samples=samples, workspace=home.root)
        show_quotes(quotes, as_json=as_json)
        return 0
    with Watcher(quiet=as_json) as watcher:
        verdicts = review_all(
            releases,
            model=model,
            seats=seats,
            samples=samples,
            adaptive=adaptive,
            workspace=home.root,
            save=True,
            watch=watcher,
            notice=watcher.note,
        )
    show_verdicts(verdicts, [home.verdict_file(verdict.slug).parent for verdict in verdicts], as_json=as_json)
    return 1 if any(verdict.spoiled for verdict in verdicts) else 0
