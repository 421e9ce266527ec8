"""``shipskip site``."""

from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from panel.cli.options import home_of, json_option, workspace_option
from panel.cli.show import print_json, result_console, shown_path
from panel.publish.inert import inert
from panel.publish.site.build import DEFAULT_OUT, Built, build_site
from panel.publish.site.serve import serve_site


@click.group()
def site() -> None:
    """Build the site that readers see: pages, feed, search, cards."""


@site.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="The site's folder; else site/.")
@click.option("--base-url", help="Where readers find it; else base_url in [site] of panel.toml.")
@click.option("--drafts", is_flag=True, help="Show drafts too, marked as such; robots are told to stay away.")
@click.option("--fresh", is_flag=True, help="Write every file anew, not only what has changed.")
@click.option("--force", is_flag=True, help="Replace files that stand in the way and weren't written by a build.")
@json_option
@workspace_option
def build(
    out: Path | None,
    base_url: str | None,
    drafts: bool,
    fresh: bool,
    force: bool,
    as_json: bool,
    workspace: Path | None,
) -> int:
    """Write the site of all published verdicts; a second build writes only what has changed.

    An interrupted build leaves every file whole, and the next one finishes it.
    """
    home = home_of(workspace)
    with _progress(quiet=as_json) as progress:
        task = progress.add_task("Writing", total=None)
        built = build_site(
            home,
            out=out,
            base_url=base_url,
            drafts=drafts,
            fresh=fresh,
            force=force,
            progress=lambda done, due: progress.update(task, completed=done, total=due),
        )
    for notice in built.notices:
        click.echo(inert(notice), err=True)
    if as_json:
        print_json(built)
    else:
        _show(built)
    return 0


@site.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="The site's folder; else site/.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
@workspace_option
def serve(out: Path | None, port: int, workspace: Path | None) -> int:
    """Show the built site on this machine only, until Ctrl-C."""
    folder = out or home_of(workspace).root / DEFAULT_OUT
    serve_site(folder, port, lambda address: click.echo(f"{address}  (Ctrl-C ends)"))
    return 0


def _progress(*, quiet: bool) -> Progress:
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console, transient=True, disable=quiet or not console.is_terminal)


def _show(built: Built) -> None:
    """Print what was built, in a few lines."""
    console = result_console()
    counted = [
        f"{built.verdicts} verdict{'' if built.verdicts == 1 else 's'}",
        f"{built.comparisons} comparison{'' if built.comparisons == 1 else 's'}",
        f"{built.files} files: {built.written} written, {built.removed} removed",
    ]
    console.print(f"{' · '.join(counted)}", markup=False, highlight=False, soft_wrap=True)
    if built.waiting:
        waits = f"{built.waiting} verdict{' waits' if built.waiting == 1 else 's wait'} for an editor"
        console.print(f"{waits}; --drafts shows them too", markup=False, highlight=False, soft_wrap=True)
    console.print(f"Site: {shown_path(Path(built.out))}/index.html", markup=False, highlight=False, soft_wrap=True)
