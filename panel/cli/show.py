"""What the verbs print: progress on stderr, results on stdout."""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from panel.domain.ballot import Ballot, SpoiledBallot
from panel.domain.comparison import Comparison
from panel.domain.noun import Noun
from panel.domain.release import Release
from panel.domain.seating import Seat
from panel.domain.verdict import Verdict
from panel.llm.quote import Quote
from panel.publish.inert import inert
from panel.publish.scorecard import print_comparison, print_verdict

PIPED_WIDTH = 100


class Watcher:
    """Shows on stderr who has voted; silent where nobody watches.

    Args:
        quiet: Show nothing but notes.
    """

    def __init__(self, *, quiet: bool) -> None:
        self._console = Console(stderr=True)
        self._progress = Progress(
            TextColumn("[progress.description]{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=self._console,
            transient=True,
            disable=quiet or not self._console.is_terminal,
        )
        self._task = TaskID(0)

    def __enter__(self) -> "Watcher":
        self._progress.start()
        self._task = self._progress.add_task("Asking the panel", total=None)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def note(self, sentence: str) -> None:
        """Say something on stderr that is worth knowing."""
        self._console.print(inert(sentence), markup=False, highlight=False, soft_wrap=True)

    def tell(self, words: str) -> None:
        """Say what has just been done."""
        self._progress.update(self._task, advance=1, description=words)

    def __call__(self, release: Release, seat: Seat, outcome: Ballot | SpoiledBallot) -> None:
        """Note that a seat has voted."""
        said = outcome.vote if isinstance(outcome, Ballot) else "spoiled"
        self._progress.update(self._task, advance=1, description=f"{release.name}: {seat.persona.name} {said}")


def print_json(value: Noun | Sequence[Noun]) -> None:
    """Print one record as an object, several as an array."""
    many = not isinstance(value, Noun)
    records = [record.model_dump(mode="json") for record in (value if many else [value])]  # type: ignore[union-attr]
    click.echo(json.dumps(records if many else records[0], ensure_ascii=False, indent=2))


def result_console() -> Console:
    """Return a console on stdout: coloured in a terminal, plain and of a fixed width when piped."""
    terminal = sys.stdout.isatty()
    return Console(width=None if terminal else PIPED_WIDTH, highlight=False, soft_wrap=False)


def shown_path(path: Path) -> str:
    """Return a path as it is shortest to type from here."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else relative


def show_verdicts(verdicts: Sequence[Verdict], folders: Sequence[Path], *, as_json: bool) -> None:
    """Print scorecards and where each verdict lies, or the records as JSON."""
    if as_json:
        print_json(verdicts[0] if len(verdicts) == 1 else verdicts)
        return
    console = result_console()
    for verdict, folder in zip(verdicts, folders, strict=True):
        print_verdict(console, verdict)
        console.print(f"Files: {shown_path(folder)}/verdict.json, verdict.md, verdict.html\n", markup=False)


def show_comparison(comparison: Comparison, folder: Path, *, as_json: bool) -> None:
    """Print a comparison and where it lies, or the record as JSON."""
    if as_json:
        print_json(comparison)
        return
    console = result_console()
    print_comparison(console, comparison)
    name = comparison.slug
    console.print(f"Files: {shown_path(folder)}/{name}.json, {name}.md, {name}.html\n", markup=False)


def show_quotes(quotes: Sequence[Quote], *, as_json: bool) -> None:
    """Print what a review would cost, a line for each model."""
    if as_json:
        print_json(quotes)
        return
    console = result_console()
    for each in quotes:
        calls = f"{each.calls}–{each.calls_high}" if each.calls_high > each.calls else f"{each.calls}"
        read = f"{each.prompt_tokens:,}–{each.prompt_tokens_high:,}"
        written = f"{each.completion_tokens_low:,}–{each.completion_tokens_high:,}"
        console.print(
            f"{each.model}: {calls} calls, {read} tokens read, {written} written, {_range(each)}", markup=False
        )
    if not quotes:
        console.print("Nothing to ask: every answer is stored.")


def _range(quote: Quote) -> str:
    low, high = quote.cost_usd_low, quote.cost_usd_high
    if low is None or high is None:
        return "price unknown"
    return "free" if high == 0 else f"US$ {low:.4f}–{high:.4f}"
