"""``shipskip init``."""

from pathlib import Path

import click

from panel.cli.show import shown_path
from panel.store.scaffold import init as start


@click.command()
@click.argument("folder", default=".", type=click.Path(file_okay=False, path_type=Path))
def init(folder: Path) -> int:
    """Start a workspace in FOLDER (else here); never overwrites."""
    written, kept = start(folder)
    for path in written:
        click.echo(f"wrote {shown_path(path)}")
    for path in kept:
        click.echo(f"kept  {shown_path(path)} (it was there)")
    return 0
