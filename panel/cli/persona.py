"""``shipskip persona``: list, show and lint the personas."""

import json
from pathlib import Path

import click
from rich.table import Table

from panel.cli.options import home_of, json_option, workspace_option
from panel.cli.show import print_json, result_console
from panel.domain.persona import Persona
from panel.store.persona_lint import lint as lint_persona
from panel.store.personas import persona_schema


@click.group()
def persona() -> None:
    """List, show and lint the personas."""


@persona.command("list")
@json_option
@workspace_option
def list_(as_json: bool, workspace: Path | None) -> int:
    """List every persona that can be seated."""
    known = home_of(workspace).personas()
    if as_json:
        print_json(list(known.values()))
        return 0
    table = Table(box=None, pad_edge=False)
    for column in ("Persona", "Name", "Motto", "Moves"):
        table.add_column(column, overflow="fold")
    for each in known.values():
        table.add_row(each.id, each.name, each.motto, ", ".join(move.name for move in each.moves))
    result_console().print(table)
    return 0


@persona.command()
@click.argument("name")
@json_option
@workspace_option
def show(name: str, as_json: bool, workspace: Path | None) -> int:
    """Show one persona whole."""
    found = home_of(workspace).persona(name)
    if as_json:
        print_json(found)
    else:
        click.echo(_card(found))
    return 0


@persona.command()
@click.argument("names", nargs=-1)
@workspace_option
def lint(names: tuple[str, ...], workspace: Path | None) -> int:
    """Check personas: errors with their line, and warnings about style. Without names, all of them."""
    home = home_of(workspace)
    chosen = [home.persona(name) for name in names] or list(home.personas().values())
    warned = False
    for each in chosen:
        warnings = lint_persona(each)
        warned = warned or bool(warnings)
        for warning in warnings:
            click.echo(f"{each.id}: {warning}")
        if not warnings:
            click.echo(f"{each.id}: good")
    return 1 if warned else 0


@persona.command()
def schema() -> int:
    """Print the JSON Schema of a persona file, for editors."""
    click.echo(json.dumps(persona_schema(), indent=2, ensure_ascii=False))
    return 0


def _card(persona: Persona) -> str:
    lists = {
        "Excited by": persona.excited_by,
        "Tired of": persona.tired_of,
        "Ships when": persona.ships_when,
        "Skips when": persona.skips_when,
        "Voice": persona.voice,
        "Never says": persona.never_says,
    }
    lines = [f"{persona.name}, {persona.title}", f"“{persona.motto}”", "", persona.lens.strip(), "", "Moves"]
    lines += [f"  {move.name}: {' '.join(move.instruction.split())}" for move in persona.moves]
    for title, entries in lists.items():
        if entries:
            lines += [title, *(f"  · {' '.join(entry.split())}" for entry in entries)]
    lines.append(f"Suits {', '.join(persona.suits) or 'any release'} · weight {persona.weight:g}")
    lines.append(f"{len(persona.signals)} signals for the builtin reviewer · {persona.hash[:12]}")
    return "\n".join(lines)
