"""``shipskip compare``."""

from pathlib import Path
from typing import Any

import click

from panel.api import compare as compare_releases
from panel.api import price_comparison
from panel.cli.options import home_of, json_option, panel_options, workspace_option
from panel.cli.show import Watcher, show_comparison, show_quotes


@click.command()
@click.argument("releases", nargs=-1, required=True, metavar="RELEASE RELEASE…")
@panel_options
@click.option(
    "--head-to-head/--no-head-to-head",
    default=True,
    help="Ask every seat which of two it would ship, in both orders, with names and masked (four questions a pair).",
)
@click.option("--write", metavar="MODEL", help="The model that drafts the texts; 'rules' for none. Else the panel's.")
@click.option("--dry-run", is_flag=True, help="Ask nobody; print calls, tokens and a cost range per model.")
@json_option
@workspace_option
def compare(
    releases: tuple[str, ...],
    model: tuple[str, ...],
    seats: str | None,
    samples: int | None,
    adaptive: bool | None,
    head_to_head: bool,
    write: str | None,
    dry_run: bool,
    as_json: bool,
    workspace: Path | None,
) -> int:
    """Put verdicts side by side and say which one to ship with.

    Every seat is also asked head to head, so that neither order nor names decide. Without a model everything is made
    of the verdicts by rules. Writes verdicts/compare/<a>-vs-<b>.json, .md and .html. Exit code 1 if a ballot or a
    head-to-head answer was spoiled.
    """
    home = home_of(workspace)
    asked: dict[str, Any] = {
        "model": model,
        "seats": seats,
        "samples": samples,
        "head_to_head": head_to_head,
        "write": write,
    }
    if dry_run:
        show_quotes(price_comparison(releases, workspace=home.root, **asked), as_json=as_json)
        return 0
    with Watcher(quiet=as_json) as watcher:
        comparison = compare_releases(
            releases,
            adaptive=adaptive,
            **asked,
            workspace=home.root,
            save=True,
            watch=watcher,
            notice=watcher.note,
            told=watcher.tell,
        )
    show_comparison(comparison, home.comparisons_folder, as_json=as_json)
    return 1 if comparison.spoiled else 0
