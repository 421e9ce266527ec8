"""``shipskip prompt``: exactly what a model would get."""

from pathlib import Path

import click

from panel.api import prompt_for
from panel.cli.options import json_option, workspace_option
from panel.cli.show import print_json


@click.group()
def prompt() -> None:
    """Show what a model would get."""


@prompt.command()
@click.argument("release")
@click.option("--seat", required=True, help="The persona whose prompt is shown.")
@json_option
@workspace_option
def render(release: str, seat: str, as_json: bool, workspace: Path | None) -> int:
    """Print the messages that a seat's model would get for a release."""
    messages = prompt_for(release, seat, workspace=workspace)
    if as_json:
        print_json(messages)
        return 0
    for message in messages:
        click.echo(f"=== {message.role} ===")
        click.echo(message.content)
    return 0
