"""``shipskip intake``."""

import datetime as dt
from pathlib import Path

import click

from panel.checks.sources import refresh_dossier_page
from panel.cli.options import home_of, json_option, workspace_option
from panel.cli.taken import show_taken
from panel.store.intake.take_in import intake as take_in


@click.command()
@click.argument("places", nargs=-1, required=True, metavar="URL|FILE…")
@click.option("--into", metavar="SLUG", help="The release (else the one that has the page, or a new one by its title).")
@click.option("--allow-private", is_flag=True, help="Fetch from private and loopback addresses too.")
@json_option
@workspace_option
def intake(
    places: tuple[str, ...], into: str | None, allow_private: bool, as_json: bool, workspace: Path | None
) -> int:
    """Take web pages and files in as the sources of a release.

    Reads HTML, Markdown, text, PDF and DOCX. What is there already isn't taken in again; a page that has changed
    becomes a dated revision. Exit code 1 if a document couldn't be taken in.
    """
    home = home_of(workspace)
    said = take_in(places, home, into=into, now=dt.datetime.now(dt.UTC), allow_private=allow_private)
    for slug in dict.fromkeys(each.release for each in said.taken if each.release):
        refresh_dossier_page(home, home.releases_folder / slug)
    if as_json:
        click.echo(said.model_dump_json(indent=2))
    else:
        show_taken(said.taken)
    return 1 if said.failed else 0
