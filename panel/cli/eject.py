"""``shipskip eject``."""

from pathlib import Path

import click

from panel.cli.options import workspace_option
from panel.cli.show import shown_path
from panel.store.workspace import Workspace


@click.command()
@click.argument("kind", type=click.Choice(["persona", "prompt"]))
@click.argument("name")
@workspace_option
def eject(kind: str, name: str, workspace: Path | None) -> int:
    """Copy a shipped persona or prompt into the workspace, where it wins and can be edited; never overwrites."""
    click.echo(f"wrote {shown_path(Workspace.open(workspace).eject(kind, name))}")
    return 0
