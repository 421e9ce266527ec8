"""What the verbs under ``tune`` share: options, progress on stderr, tables on stdout."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

from panel.cli.show import result_console
from panel.publish.inert import inert
from panel.tune.votes_table import Cell

F = TypeVar("F", bound=Callable[..., Any])

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def asking_options(command: F) -> F:
    """Add ``--model``, ``--seats``, ``--samples`` and ``--dry-run``."""
    for add in (
        click.option("--dry-run", is_flag=True, help="Ask nobody; print calls, tokens and a cost range per model."),
        click.option("--samples", type=click.IntRange(1, 99), help="Ballots per seat and release."),
        click.option("--seats", help="Personas, such as developer,skeptic; else all of them."),
        click.option("--model", multiple=True, help="The model for every seat; several are a jury."),
    ):
        command = add(command)
    return command


def gold_options(command: F) -> F:
    """Add ``--split`` and ``--group``."""
    for add in (
        click.option(
            "--group",
            type=click.Choice(["release", "vendor"]),
            default="release",
            show_default=True,
            help="What is one piece of evidence, and is never torn apart: a release with its revisions, or a vendor.",
        ),
        click.option(
            "--split",
            "part",
            type=click.Choice(["train", "dev", "test", "all"]),
            default="all",
            show_default=True,
            help="Which releases of the gold file; a hash of the release deals them 60:20:20.",
        ),
    ):
        command = add(command)
    return command


class AskingBar:
    """Shows on stderr how many ballots are there; silent where nobody watches.

    Args:
        quiet: Show nothing.
    """

    def __init__(self, *, quiet: bool) -> None:
        console = Console(stderr=True)
        self._progress = Progress(
            TextColumn("[progress.description]{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=quiet or not console.is_terminal,
        )
        self._task = TaskID(0)

    def __enter__(self) -> "AskingBar":
        self._progress.start()
        self._task = self._progress.add_task("Asking", total=None)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def __call__(self, cell: Cell, done: int, most: int) -> None:
        """Note that a ballot is there."""
        said = inert(f"{cell.release}: {cell.seat} {cell.vote or 'spoiled'}")
        self._progress.update(self._task, completed=done, total=most, description=said)


def print_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table under its title; figures stand to the right of their names."""
    table = Table(box=None, pad_edge=False)
    for number, column in enumerate(columns):
        table.add_column(column, overflow="fold", justify="right" if number else "left", no_wrap=number == 0)
    for row in rows:
        table.add_row(*(inert(cell) for cell in row))
    console = result_console()
    console.print(inert(title), style="bold", markup=False)
    console.print(table)


def print_lines(lines: Iterable[str]) -> None:
    """Print sentences, wrapped where the terminal ends."""
    console = result_console()
    for line in lines:
        console.print(inert(line), markup=False)
