"""``shipskip eject``."""

from pathlib import Path
from typing import Literal

import click

from panel.cli.options import home_of, workspace_option
from panel.cli.show import shown_path


@click.command()
@click.argument("kind", type=click.Choice(["persona", "prompt"]))
@click.argument("name")
@workspace_option
def eject(kind: Literal["persona", "prompt"], name: str, workspace: Path | None) -> int:
    """Copy a shipped persona or prompt into the workspace, where it wins and can be edited; never overwrites."""
    click.echo(f"wrote {shown_path(home_of(workspace).eject(kind, name))}")
    return 0
