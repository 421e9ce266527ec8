"""``shipskip batch export`` and ``shipskip batch import``."""

import asyncio
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from panel.batch.cases import cases
from panel.batch.docket import read_docket
from panel.batch.exchange import Exported, Format, Imported, bring_in, export
from panel.batch.missing import by_model
from panel.cli.options import home_of, json_option, panel_options, workspace_option
from panel.llm.bulk.books import BulkBooks
from panel.publish.inert import inert
from panel.sitting import Sitting


@click.command("export")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")
@click.argument("releases", nargs=-1, required=True, metavar="RELEASE…")
@click.option(
    "--format",
    "form",
    type=click.Choice(["openai", "anthropic", "chat"]),
    default="openai",
    help="Batch lines in OpenAI's form (vLLM's run_batch takes them too) or in Anthropic's, or a sheet for a person "
    "with a chat window.",
)
@panel_options
@json_option
@workspace_option
def export_command(
    file: Path,
    releases: tuple[str, ...],
    form: Format,
    model: tuple[str, ...],
    seats: str | None,
    samples: int | None,
    adaptive: bool | None,
    as_json: bool,
    workspace: Path | None,
) -> int:
    """Write every unanswered ballot of RELEASE… to FILE, for another runner; nobody is asked.

    RELEASE is what `shipskip batch` takes: files, folders, patterns, lists. What comes back is taken by `shipskip batch
    import`, and the next run finds it in the ledger. Exit code 1 if a release can't be read.
    """
    home = home_of(workspace)
    sitting = Sitting(home, models=model, seats=seats, samples=samples, adaptive=adaptive)
    passed_over: list[str] = []
    exported = asyncio.run(_exported(sitting, releases, file, form, passed_over.append))
    for sentence in passed_over:
        click.echo(inert(sentence), err=True)
    _show_exported(exported, file, as_json=as_json)
    return 1 if passed_over else 0


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE")
@click.argument("releases", nargs=-1, metavar="[RELEASE]…")
@panel_options
@json_option
@workspace_option
def import_command(
    file: Path,
    releases: tuple[str, ...],
    model: tuple[str, ...],
    seats: str | None,
    samples: int | None,
    adaptive: bool | None,
    as_json: bool,
    workspace: Path | None,
) -> int:
    """Enter the answers in FILE into the ledger.

    FILE is batch output of OpenAI, vLLM or Anthropic, lines of {"custom_id": …, "content": …}, or a filled-in chat
    sheet. What was exported with this ledger is recognised; for a file that was exported elsewhere, name the same
    RELEASE… and options. Bad lines are told by their number and skipped. Exit code 1 if a line brought nothing.
    """
    home = home_of(workspace)
    sitting = Sitting(home, models=model, seats=seats, samples=samples, adaptive=adaptive)
    expect = partial(_expected, sitting, releases) if releases else None
    imported = bring_in(file, home.ledger, expect=expect)
    _show_imported(imported, file, as_json=as_json)
    return 1 if imported.troubles else 0


async def _exported(
    sitting: Sitting, releases: tuple[str, ...], file: Path, form: Format, tell: Callable[[str], None]
) -> Exported:
    """Write the file; models aren't checked, since whoever runs it needs no key here."""
    async with sitting.bench() as bench:
        docket = cases(read_docket(releases, sitting.home), sitting, tell)
        return await export(docket, bench, sitting.home.ledger, file, form=form)


def _expected(sitting: Sitting, releases: tuple[str, ...], books: BulkBooks) -> None:
    """Note what would be asked about releases, so that answers to it are recognised."""

    async def note() -> None:
        async with sitting.bench() as bench:
            async for _, requests in by_model(cases(read_docket(releases, sitting.home), sitting), bench):
                await asyncio.to_thread(books.note, requests)

    asyncio.run(note())


def _show_exported(exported: Exported, file: Path, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({"file": str(file), **exported.model_dump(mode="json")}))
        return
    if not exported.calls:
        click.echo(f"Nothing is unanswered, so {inert(str(file))} is empty; the builtin reviewer asks no model.")
        return
    by_model = ", ".join(f"{count:,} for {inert(model)}" for model, count in exported.models.items())
    click.echo(f"{inert(str(file))}: {exported.calls:,} calls ({by_model})")
    click.echo("When they are answered: shipskip batch import ANSWERS", err=True)


def _show_imported(imported: Imported, file: Path, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({"file": str(file), **imported.model_dump(mode="json")}))
        return
    click.echo(
        f"{imported.entered:,} answers entered, {imported.known:,} known already, {imported.failed:,} failed, "
        f"{imported.unknown:,} that nobody asked for, {imported.bad:,} unreadable"
    )
    for trouble in imported.troubles:
        click.echo(f"{inert(str(file))}, line {trouble.line}: {inert(trouble.said)}", err=True)
    more = imported.failed + imported.unknown + imported.bad - len(imported.troubles)
    if more > 0:
        click.echo(f"… and {more:,} more lines that brought nothing", err=True)
