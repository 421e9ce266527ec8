"""``shipskip which``."""

from pathlib import Path
from typing import Literal

import click

from panel.cli.options import home_of, workspace_option
from panel.cli.show import shown_path


@click.command()
@click.argument("kind", type=click.Choice(["persona", "prompt"]))
@click.argument("name")
@workspace_option
def which(kind: Literal["persona", "prompt"], name: str, workspace: Path | None) -> int:
    """Show which persona or prompt file wins, and its hash."""
    path, digest, origin = home_of(workspace).which(kind, name)
    click.echo(f"{shown_path(path)}  {origin}  sha256:{digest}")
    return 0
