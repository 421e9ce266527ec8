"""``shipskip models``."""

import json
from dataclasses import asdict

import click
from rich.table import Table

from panel.cli.options import json_option
from panel.cli.show import result_console
from panel.llm.reach import reachable


@click.command()
@json_option
def models(as_json: bool) -> int:
    """Show which models can be reached from here; asks none of them and prints no key."""
    ways = reachable()
    if as_json:
        click.echo(json.dumps([asdict(way) for way in ways], indent=2, ensure_ascii=False))
        return 0
    table = Table(box=None, pad_edge=False)
    for column in ("Model", "State", "Why"):
        table.add_column(column, overflow="fold")
    for way in ways:
        table.add_row(way.model, f"[{'green' if way.state == 'ready' else 'dim'}]{way.state}[/]", way.note)
    result_console().print(table)
    return 0
