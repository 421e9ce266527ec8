"""``shipskip eject``."""

from pathlib import Path
from typing import Literal

import click

from panel.cli.options import home_of, workspace_option
from panel.cli.show import shown_path
from panel.publish.site.ejecting import eject_template


@click.command()
@click.argument("kind", type=click.Choice(["persona", "prompt", "template"]))
@click.argument("name")
@workspace_option
def eject(kind: Literal["persona", "prompt", "template"], name: str, workspace: Path | None) -> int:
    """Copy a shipped persona, prompt or template into the workspace, where it wins; never overwrites."""
    home = home_of(workspace)
    copied = eject_template(home, name) if kind == "template" else home.eject(kind, name)
    click.echo(f"wrote {shown_path(copied)}")
    return 0
