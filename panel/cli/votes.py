"""``shipskip votes``: readers' votes are imported, taken, counted, and held against the panel's."""

import asyncio
from pathlib import Path

import click

from panel.cli.options import home_of, json_option, workspace_option
from panel.cli.show import print_json
from panel.cli.show_votes import show_beside, show_calibration, show_imported
from panel.community.addresses import is_loopback
from panel.community.beside import side_by_side
from panel.community.calibration import calibration as calibrate
from panel.community.importing import import_votes
from panel.community.inviting import invite
from panel.community.plot import calibration_svg
from panel.community.serving import serve as serve_votes
from panel.community.standing import standings
from panel.community.terms import Terms
from panel.store.records import write_text_atomically


@click.group()
def votes() -> None:
    """Take readers' votes and show them beside the panel's, never pooled with them."""


@votes.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@json_option
@workspace_option
def import_(files: tuple[Path, ...], as_json: bool, workspace: Path | None) -> int:
    """Import lists of votes.

    CSV or JSON lines with release, voter, vote and at. Bad lines and unknown releases are told and left out; importing
    twice changes nothing. Exit code 1 if something was left out.
    """
    imported = import_votes(home_of(workspace), files)
    if as_json:
        print_json(imported)
    else:
        show_imported(imported)
    return 0 if all(each.whole for each in imported) else 1


@votes.command()
@click.argument("releases", nargs=-1, metavar="[RELEASE…]")
@json_option
@workspace_option
def show(releases: tuple[str, ...], as_json: bool, workspace: Path | None) -> int:
    """Show panel and readers side by side.

    Without a release, on all of them.
    """
    found = side_by_side(home_of(workspace), releases)
    if as_json:
        print_json(found)
    else:
        show_beside(found)
    return 0


@votes.command()
@click.option("--svg", type=click.Path(dir_okay=False, path_type=Path), help="Also write the plot into this file.")
@json_option
@workspace_option
def calibration(svg: Path | None, as_json: bool, workspace: Path | None) -> int:
    """Show how often the panel sides with readers.

    Month by month and seat by seat, with intervals; says so where there is too little to tell.
    """
    home = home_of(workspace)
    found = calibrate(home.verdicts(), standings(home), home.panel_settings().interval_level)
    if svg is not None:
        write_text_atomically(svg, calibration_svg(found))
    if as_json:
        print_json(found)
    else:
        show_calibration(found)
    return 0


@votes.command()
@click.argument("release")
@click.option("--voter", help="Whom the link is for, as you know readers; kept as a keyed hash only.")
@click.option("--count", type=click.IntRange(1, 1_000_000), default=1, show_default=True, help="Links to make.")
@click.option("--days", type=click.IntRange(0, 3650), default=90, show_default=True, help="How long; 0 for ever.")
@click.option("--url", help="Where readers reach the endpoint (else votes.url of panel.toml).")
@workspace_option
def link(release: str, voter: str | None, count: int, days: int, url: str | None, workspace: Path | None) -> int:
    """Make signed vote links.

    One line each; a link is for one reader, one vote, on one release, and may be changed by its holder only.
    """
    for each in invite(home_of(workspace), release, voter=voter, count=count, days=days, url=url):
        click.echo(each)
    return 0


@votes.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option("--port", type=click.IntRange(0, 65_535), default=8321, show_default=True, help="0 for any free one.")
@click.option("--url", help="Where readers reach it (else votes.url of panel.toml).")
@click.option("--origin", help="Origin of the site whose pages may ask it (else votes.origin of panel.toml).")
@click.option("--rate", default="30/m", show_default=True, help="Votes from one address: 5/s, 30/m, 500/h, or off.")
@click.option("--open/--links-only", "is_open", default=None, help="Let any reader vote, or only holders of a link.")
@click.option("--proxied", is_flag=True, help="A proxy in front puts the reader's address into X-Forwarded-For.")
@workspace_option
def serve(
    host: str,
    port: int,
    url: str | None,
    origin: str | None,
    rate: str,
    is_open: bool | None,
    proxied: bool,
    workspace: Path | None,
) -> int:
    """Take votes over HTTP until stopped.

    Put a proxy with TLS in front of it. A vote is acknowledged when it is on the disk.
    """
    home = home_of(workspace)
    declared = home.panel_settings().votes
    terms = Terms.of(declared, url=url, origin=origin, is_open=is_open, rate=rate, proxied=proxied)
    if not (terms.secure or is_loopback(host)):
        click.echo(
            f"{host} is open to others: put a proxy with TLS in front, and name it with --url https://…", err=True
        )
    asyncio.run(serve_votes(home, terms, host, port, lambda at: click.echo(f"Taking votes at {at}")))
    return 0
