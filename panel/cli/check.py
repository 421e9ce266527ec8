"""``shipskip check``."""

import json
from pathlib import Path

import click
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from panel.checks.sources import check_sources
from panel.cli.options import home_of, json_option, workspace_option
from panel.cli.show import print_json, result_console
from panel.domain.judgement import Judgement
from panel.errors import DeclarationError
from panel.hearing.checking import Checked
from panel.publish.inert import inert

QUOTED = 240
"""Characters of a cited sentence that are shown."""

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("release", required=False)
@click.option("--statements", type=FILE, help='Judge the statements of a JSONL file: {"slug", "statement"}.')
@click.option("--pairs", type=FILE, help='Judge pairs of sentences of a JSONL file: {"slug", "a", "b"}.')
@click.option("--verify", metavar="MODEL", help="Ask a model about what the rules leave open.")
@json_option
@workspace_option
def check(
    release: str | None,
    statements: Path | None,
    pairs: Path | None,
    verify: str | None,
    as_json: bool,
    workspace: Path | None,
) -> int:
    """Check a release's sources against each other, or statements against the sources.

    With --statements or --pairs, --json prints one line for each line of the file, in its order.
    """
    home = home_of(workspace)
    if statements is not None and pairs is not None:
        raise DeclarationError("--statements and --pairs can't be checked together; run them one after the other")
    if statements is not None:
        from panel.checks.statements import check_statement_file  # what it needs takes a third of a second to load

        judged = check_statement_file(home, statements, release=release, model=verify)
        _show_judgements(judged, as_json=as_json)
    elif pairs is not None:
        from panel.checks.pairs import check_pair_file

        for found in check_pair_file(home, pairs, release=release):
            click.echo(json.dumps(found, ensure_ascii=False))
    elif release is None:
        raise DeclarationError("name a release to check, or a file with --statements or --pairs")
    else:
        _show_checked(check_sources(home, release, model=verify), as_json=as_json)
    return 0


def _show_judgements(judged: list[Judgement], *, as_json: bool) -> None:
    if as_json:
        for judgement in judged:
            click.echo(json.dumps(judgement.model_dump(mode="json"), ensure_ascii=False))
        return
    console = result_console()
    for judgement in judged:
        _line(console, judgement.kind, judgement.statement, f"{judgement.reason} {_cites(judgement.cites)}")


def _show_checked(checked: Checked, *, as_json: bool) -> None:
    if as_json:
        print_json(checked)
        return
    console = result_console()
    for found in checked.disagreements:
        _line(console, found.kind, found.about, f"{found.reason} [by {found.by}]")
        _quotes(console, checked, found.a, found.b)
    for finding in checked.findings:
        _line(console, finding.kind, finding.text, f"{finding.passage or ''} {_cites(finding.cites)}")
    for judgement in checked.statements:
        _line(console, judgement.kind, judgement.statement, f"{judgement.reason} [by {judgement.by}]")
    for notice in checked.notices:
        _line(console, "notice", notice, "")
    if not (checked.disagreements or checked.findings or checked.notices or checked.statements):
        console.print("Nothing found.")


def _line(console: Console, kind: str, what: str, why: str) -> None:
    console.print(f"{kind}: {inert(what)}", markup=False)
    if why.strip():
        console.print(f"    {inert(why.strip())}", markup=False)


def _quotes(console: Console, checked: Checked, *cites: str) -> None:
    """Show the sentences that stand at some places, one below the other."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for cite in cites:
        said = " ".join(checked.cited.get(cite, "").split())
        table.add_row(Text(cite), Text(inert(said if len(said) <= QUOTED else f"{said[: QUOTED - 2].rstrip()} …")))
    console.print(Padding(table, (0, 0, 0, 4)))


def _cites(cites: tuple[str, ...]) -> str:
    return f"({', '.join(cites)})" if cites else ""
