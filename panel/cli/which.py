"""``shipskip which``."""

from pathlib import Path

import click

from panel.cli.options import workspace_option
from panel.cli.show import shown_path
from panel.store.workspace import Workspace


@click.command()
@click.argument("kind", type=click.Choice(["persona", "prompt"]))
@click.argument("name")
@workspace_option
def which(kind: str, name: str, workspace: Path | None) -> int:
    """Show which persona or prompt file wins, and its hash."""
    path, digest, origin = Workspace.open(workspace).which(kind, name)
    click.echo(f"{shown_path(path)}  {origin}  sha256:{digest}")
    return 0
