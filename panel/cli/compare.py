"""``shipskip compare``."""

from pathlib import Path

import click

from panel.api import compare as compare_releases
from panel.cli.options import home_of, json_option, panel_options, workspace_option
from panel.cli.show import Watcher, show_comparison


@click.command()
@click.argument("releases", nargs=-1, required=True, metavar="RELEASE RELEASE…")
@panel_options
@json_option
@workspace_option
def compare(
    releases: tuple[str, ...],
    model: tuple[str, ...],
    seats: str | None,
    samples: int | None,
    adaptive: bool | None,
    as_json: bool,
    workspace: Path | None,
) -> int:
    """Put verdicts side by side and say which one to ship with.

    Writes verdicts/compare/<a>-vs-<b>.json, .md and .html. Exit code 1 if a ballot was spoiled.
    """
    home = home_of(workspace)
    with Watcher(quiet=as_json) as watcher:
        comparison = compare_releases(
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
    show_comparison(comparison, home.comparisons_folder, as_json=as_json)
    return 1 if any(verdict.spoiled for verdict in comparison.verdicts) else 0
