"""``shipskip doctor``."""

import json
from dataclasses import asdict
from pathlib import Path

import click
from rich.table import Table

from panel.checkup import examine
from panel.cli.options import home_of, json_option, workspace_option
from panel.cli.show import result_console

COLOURS = {"good": "green", "note": "yellow", "bad": "red"}


@click.command()
@click.option("--offline", is_flag=True, help="Ask no model.")
@json_option
@workspace_option
def doctor(offline: bool, as_json: bool, workspace: Path | None) -> int:
    """Check the installation, the workspace and the models. Exit code 2 if a review would stumble.

    Every configured model is asked one small real question, twice: how fast, how structured, what is cached, what it
    costs.
    """
    checks = list(examine(home_of(workspace), offline=offline))
    if as_json:
        click.echo(json.dumps([asdict(check) for check in checks], indent=2, ensure_ascii=False))
    else:
        table = Table(box=None, pad_edge=False, show_header=False)
        for _ in range(3):
            table.add_column(overflow="fold")
        for check in checks:
            table.add_row(check.name, f"[{COLOURS[check.state]}]{check.state}[/]", check.found)
        result_console().print(table)
    return 2 if any(check.state == "bad" for check in checks) else 0
