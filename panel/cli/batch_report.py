"""``shipskip batch report``."""

import json
from pathlib import Path

import click
from rich.table import Table

from panel.batch.report import Queue, report
from panel.cli.options import home_of, json_option, workspace_option
from panel.cli.show import result_console
from panel.publish.inert import inert


@click.command("report")
@click.option("--most", type=click.IntRange(1), default=50, show_default=True, help="How many to list.")
@click.option("--all", "every", is_flag=True, help="List all of them.")
@json_option
@workspace_option
def report_command(most: int, every: bool, as_json: bool, workspace: Path | None) -> int:
    """List verdicts in the order in which they need a person, with the reasons.

    First what is attacked or spoiled, then what the sources contradict or don't bear out, what is close, where sources
    disagree, and what has gone stale. Approved and published verdicts are listed only if they are stale.
    """
    show_queue(report(home_of(workspace), most=None if every else most), as_json=as_json)
    return 0


def show_queue(queue: Queue, *, as_json: bool) -> None:
    """Print the queue, as a table or as JSON."""
    if as_json:
        click.echo(json.dumps(queue.model_dump(mode="json"), ensure_ascii=False))
        return
    console = result_console()
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("Release", max_width=24, overflow="fold")
    table.add_column("Ship", justify="right", no_wrap=True)
    table.add_column("State", no_wrap=True)
    table.add_column("Needs a person because", overflow="fold")
    for number, each in enumerate(queue.queue, start=1):
        percent = "–" if each.ship_percent is None else f"{each.ship_percent} %"
        why = "; ".join(reason.text for reason in each.reasons)
        table.add_row(str(number), inert(each.slug), percent, each.state, inert(why))
    if queue.queue:
        console.print(table)
    console.print(
        f"{queue.waiting:,} of {queue.verdicts:,} verdicts need a person"
        + (f"; the first {len(queue.queue):,} are listed" if len(queue.queue) < queue.waiting else ""),
        markup=False,
    )
    for sentence in queue.damaged:
        click.echo(inert(sentence), err=True)
