"""``shipskip prompt``: exactly what a model would get."""

from pathlib import Path

import click

from panel.api import head_to_head_prompt_for, prompt_for
from panel.cli.options import json_option, workspace_option
from panel.cli.show import print_json


@click.group()
def prompt() -> None:
    """Show what a model would get."""


@prompt.command()
@click.argument("release")
@click.option("--seat", required=True, help="The persona whose prompt is shown.")
@click.option("--against", metavar="RELEASE", help="Show the head-to-head question, this release second.")
@click.option("--masked", is_flag=True, help="With --against: show it with names hidden.")
@json_option
@workspace_option
def render(release: str, seat: str, against: str | None, masked: bool, as_json: bool, workspace: Path | None) -> int:
    """Print the messages that a seat's model would get for a release, or for two of them."""
    if masked and against is None:
        raise click.UsageError("--masked needs --against: only head-to-head questions hide names")
    if against is None:
        messages = prompt_for(release, seat, workspace=workspace)
    else:
        messages = head_to_head_prompt_for(release, against, seat, masked=masked, workspace=workspace)
    if as_json:
        print_json(messages)
        return 0
    for message in messages:
        click.echo(f"=== {message.role} ===")
        click.echo(message.content)
    return 0
