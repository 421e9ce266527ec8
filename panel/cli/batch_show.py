"""What a batch prints: one progress line on stderr, outcomes and sums on stdout."""

import json
from collections.abc import Callable
from types import TracebackType

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from panel.batch.budget import Price
from panel.batch.nouns import Caps, Summary
from panel.batch.outcome import Outcome
from panel.batch.plan import Forecast, Impact, Plan
from panel.batch.run import Run
from panel.publish.inert import inert


class _Told(ProgressColumn):
    """Says anew with every look what a run came to so far."""

    max_refresh = 0.25

    def __init__(self, told: Callable[[], str]) -> None:
        super().__init__()
        self._words = told

    def render(self, task: Task) -> Text:
        """Return the words."""
        return Text(self._words())


class Display:
    """Shows a run while it goes on: rate, spend, spoiled ballots, time left; nothing of it where nobody watches.

    Args:
        total: Releases in all.
        caps: What it may spend.
        as_json: Print a line of JSON for every outcome, and no words on stdout.
    """

    def __init__(self, total: int, caps: Caps, *, as_json: bool) -> None:
        self._console = Console(stderr=True)
        self._caps, self._json = caps, as_json
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            _Told(self._told),
            TimeRemainingColumn(compact=True),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._task = TaskID(0)
        self._total = total
        self._run: Run | None = None

    def __enter__(self) -> "Display":
        self._progress.start()
        self._task = self._progress.add_task("Batch", total=self._total)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def watch(self, run: Run) -> None:
        """Begin to show a run."""
        self._run = run

    def say(self, sentence: str) -> None:
        """Say something on stderr."""
        self._console.print(inert(sentence), markup=False, highlight=False, soft_wrap=True)

    def tell(self, outcome: Outcome) -> None:
        """Show what became of a release."""
        if self._json:
            click.echo(outcome.model_dump_json())
        elif outcome.state == "failed":
            named = not outcome.slug and (outcome.reason or "").startswith(outcome.place)
            self.say(f"failed: {'' if named else f'{outcome.slug or outcome.place}: '}{outcome.reason}")
        self._progress.update(self._task, advance=1)

    def _told(self) -> str:
        if self._run is None:
            return ""
        summary, seconds = self._run.summary, max(self._run.seconds, 0.001)
        parts = [f"{summary.releases / seconds:,.1f}/s", f"{summary.asked:,} calls", _spend(summary, self._caps)]
        parts += [f"{summary.spoiled} spoiled"] if summary.spoiled else []
        parts += [f"{summary.failed} failed"] if summary.failed else []
        return " · ".join(parts)


def show_summary(summary: Summary, caps: Caps, *, as_json: bool) -> None:
    """Print what a run came to, and how to go on if there is more to do."""
    if as_json:
        click.echo(json.dumps({"summary": summary.model_dump(mode="json")}, ensure_ascii=False))
        return
    parts = [f"{summary.done:,} heard", f"{summary.unchanged + summary.kept:,} unchanged"]
    parts += [f"{summary.failed:,} failed"] if summary.failed else []
    parts += [f"{summary.spoiled:,} ballots spoiled"] if summary.spoiled else []
    click.echo(f"{summary.releases:,} releases in {_time(summary.seconds)}: {', '.join(parts)}")
    click.echo(
        f"{summary.asked:,} calls asked, {summary.from_ledger:,} ballots from the ledger, {_spend(summary, caps)}"
    )
    if summary.comparisons:
        click.echo(f"Comparisons made anew: {', '.join(summary.comparisons)}")
    if summary.pauses:
        told = ", ".join(f"{name} {times:,} times" for name, times in summary.pauses.items())
        click.echo(f"Asked for a pause: {told}", err=True)
    if summary.stopped:
        cap = " --budget USD" if caps.usd is not None else " --token-budget N" if caps.tokens is not None else ""
        on = f"To go on: shipskip batch --resume{cap}"
        click.echo(f"Stopped: {inert(summary.why or summary.stopped)}. {on}", err=True)
    elif summary.failed or summary.spoiled:
        click.echo("What to look at first: shipskip batch report", err=True)


def show_forecast(forecast: Forecast, caps: Caps, say: Callable[[str], None]) -> None:
    """Say before a run what it may cost."""
    sample = "" if forecast.looked_at >= forecast.releases else f", judging by the first {forecast.looked_at}"
    say(f"Before it begins: {_range(forecast.price)}{sample}; budget {_caps(caps)}")


def show_impact(impact: Impact, *, as_json: bool) -> None:
    """Print what a run would do to one release."""
    if as_json:
        click.echo(impact.model_dump_json())
        return
    head = f"{impact.state:<10} {inert(impact.slug or impact.place)}"
    if impact.state == "unreadable":
        click.echo(f"{head}: {inert(impact.reason or '')}")
        return
    click.echo(f"{head}: {_range(impact.price)}")
    by_reason: dict[tuple[str, ...], list[str]] = {}
    for ballot in impact.ballots:
        by_reason.setdefault(ballot.why, []).append(ballot.persona)
    for why, personas in by_reason.items():
        click.echo(f"           ballots of {', '.join(personas)}: {inert(' '.join(why))}")
    if impact.comparisons:
        click.echo(f"           comparisons: {inert(', '.join(impact.comparisons))}")
    click.echo(f"           pages: {inert(', '.join(impact.pages))}")


def show_plan(plan: Plan, *, as_json: bool) -> None:
    """Print what a run would come to."""
    if as_json:
        click.echo(json.dumps({"plan": plan.model_dump(mode="json")}, ensure_ascii=False))
        return
    if not plan.affected and not plan.unreadable:
        click.echo(f"Nothing to do: all {plan.releases:,} verdicts say what the panel would be asked today.")
        return
    click.echo(
        f"{plan.affected:,} of {plan.releases:,} verdicts affected, {plan.ballots:,} ballots, "
        f"{len(plan.comparisons):,} comparisons; {_range(plan.price)}"
        + (f"; {plan.unreadable:,} releases can't be read" if plan.unreadable else "")
    )


def _range(price: Price) -> str:
    if not price.calls:
        return "nothing to ask"
    tokens = f"{price.calls:,} calls, {price.tokens_low:,}–{price.tokens_high:,} tokens"
    if price.usd_low is None or price.usd_high is None:
        return f"{tokens}, price unknown"
    return f"{tokens}, free" if price.usd_high == 0 else f"{tokens}, US$ {price.usd_low:.4f}–{price.usd_high:.4f}"


def _caps(caps: Caps) -> str:
    parts = [f"US$ {caps.usd:g}"] if caps.usd is not None else []
    parts += [f"{caps.tokens:,} tokens"] if caps.tokens is not None else []
    return " and ".join(parts)


def _spend(summary: Summary, caps: Caps) -> str:
    if caps.tokens is not None and caps.usd is None:
        return f"{summary.tokens:,} of {caps.tokens:,} tokens"
    if not summary.cost_usd and summary.unpriced:
        return f"{summary.tokens:,} tokens, price unknown"
    of = f" of {caps.usd:g}" if caps.usd is not None else ""
    unknown = f", {summary.unpriced:,} calls of unknown price" if summary.unpriced else ""
    return f"US$ {summary.cost_usd:.4f}{of}{unknown}"


def _time(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s"
