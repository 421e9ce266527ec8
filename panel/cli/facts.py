"""``shipskip facts``."""

from pathlib import Path

import click
from rich.table import Table

from panel.cli.options import home_of, json_option, workspace_option
from panel.cli.show import print_json, result_console
from panel.domain.facts import EntryPrice, Facts
from panel.evidence.dossier import read_dossier
from panel.publish.inert import inert
from panel.store.examinations import examined


@click.command()
@click.argument("release")
@json_option
@workspace_option
def facts(release: str, as_json: bool, workspace: Path | None) -> int:
    """Read the facts of a release from its sources, each cited; where they disagree, every reading.

    Front matter goes first and is checked against the sources.
    """
    home = home_of(workspace)
    found = examined(home, read_dossier(home.release(release))).facts
    if as_json:
        print_json(found)
    else:
        result_console().print(_table(found))
    return 0


def _table(found: Facts) -> Table:
    table = Table(box=None, pad_edge=False)
    for column in ("Fact", "Value", "Says", "But also"):
        table.add_column(column, overflow="fold")
    for name in Facts.model_fields:
        fact = getattr(found, name)
        others = "; ".join(f"{_shown(other.value)} ({', '.join(other.cites)})" for other in fact.also)
        cells = (name.replace("_", " "), _shown(fact.value), ", ".join(fact.cites), others)
        table.add_row(*(inert(cell).replace("[", r"\[") for cell in cells))
    return table


def _shown(value: object) -> str:
    if value is None:
        return "unknown"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.shown if isinstance(value, EntryPrice) else str(value)
