"""``shipskip batch RELEASE…``: the run itself, its plan, and Ctrl-C."""

import asyncio
import datetime as dt
import math
import re
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from glob import has_magic
from pathlib import Path

import click

from panel.batch.budget import unknown_price
from panel.batch.docket import count_docket, read_docket
from panel.batch.engines import in_bulk, left_at_providers, on_cluster
from panel.batch.journal import Journal
from panel.batch.journal import Run as Past
from panel.batch.nouns import Caps, Summary, Wanted
from panel.batch.plan import Plan, forecast, plan_batch
from panel.batch.report import report
from panel.batch.run import run_batch
from panel.batch.stop import Stop
from panel.cli.batch_report import show_queue
from panel.cli.batch_show import Display, show_forecast, show_impact, show_plan, show_summary
from panel.cli.options import home_of, json_option, panel_options, workspace_option
from panel.domain.verdict import Verdict
from panel.errors import DeclarationError
from panel.publish.saving import save_verdict
from panel.sitting import Keep
from panel.store.workspace import Workspace


class Dollars(click.FloatRange):
    """An amount: zero or more, and neither infinite nor "nan", which Python takes for numbers."""

    def convert(self, value: float, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the amount."""
        amount = float(super().convert(value, param, ctx))
        if not math.isfinite(amount):
            self.fail(f"'{value}' is no amount.", param, ctx)
        return amount


class Run(click.Command):
    """A command that is called by its group's name."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Leave out the verb that need not be said."""
        formatter.write_usage(ctx.command_path.removesuffix(" run"), " ".join(self.collect_usage_pieces(ctx)))


@click.command("run", cls=Run)
@click.argument("places", nargs=-1, metavar="[RELEASE]…")
@click.option("--budget", type=Dollars(0), metavar="USD", help="Spend no more than this many US dollars.")
@click.option("--token-budget", type=click.IntRange(0), metavar="N", help="Spend no more than this many tokens.")
@click.option("--deadline", metavar="WHEN", help="Begin nothing new after this: 90m, 8h, or a time such as 06:30.")
@click.option("--at-once", type=click.IntRange(1, 10_000), help="Requests under way at the same time.")
@click.option("--workers", type=click.IntRange(0, 64), help="Processes that read the evidence; else one per core.")
@click.option("--engine", type=click.Choice(["local", "ray", "provider"]), help="Who asks; provider is half the price.")
@click.option("--address", help="Where the Ray cluster is; one is started here if not said.")
@click.option("--retry", is_flag=True, help="Ask again for every spoiled ballot, even where the model had its say.")
@click.option("--resume", is_flag=True, help="Go on with the last run, with what it was given.")
@click.option("--plan", "planning", is_flag=True, help="Ask nobody; say what would be touched, why, and at what cost.")
@click.option("--report", "reporting", is_flag=True, help="List afterwards what needs a person.")
@panel_options
@json_option
@workspace_option
def run_command(
    places: tuple[str, ...],
    budget: float | None,
    token_budget: int | None,
    deadline: str | None,
    at_once: int | None,
    workers: int | None,
    engine: str | None,
    address: str | None,
    retry: bool,
    resume: bool,
    planning: bool,
    reporting: bool,
    model: tuple[str, ...],
    seats: str | None,
    samples: int | None,
    adaptive: bool | None,
    as_json: bool,
    workspace: Path | None,
) -> int:
    """Put many releases before the panel: resumable, within a budget, nothing paid for twice.

    RELEASE is a file, a folder, a folder of releases, a pattern such as 'releases/*.md', or a list: .jsonl or .csv with
    a release in each row. Verdicts that say what the panel would be asked today are left alone. Killed or stopped, the
    same command (or --resume) goes on where it ended. Ctrl-C finishes what is under way; twice, it doesn't.

    Further verbs: report lists verdicts in the order in which they need a person; export writes unanswered calls for
    another runner, import takes in its answers.

    Exit codes: 0 every seat voted; 1 some ballots were spoiled or some releases failed; 2 bad input; 3 stopped by the
    budget or the deadline.
    """
    home = home_of(workspace)
    wanted = Wanted(
        places=places,
        folder=str(Path.cwd()),
        models=model,
        seats=seats,
        samples=samples,
        adaptive=adaptive,
        engine=engine or "local",
        at_once=at_once,
        workers=workers,
        retry=retry,
        capped=budget is not None or token_budget is not None,
    )
    wanted = _resumed(home, wanted, engine_named=engine is not None) if resume and not places else wanted
    if not wanted.places:
        raise click.UsageError("name what is to be run: files, folders, patterns, lists; or --resume for the last run")
    caps = Caps(usd=budget, tokens=token_budget, until=_until(deadline) if deadline else None)
    if planning:
        return asyncio.run(_plan(home, wanted, as_json=as_json))
    summary = _run(home, wanted, caps, address, as_json=as_json)
    show_summary(summary, caps, as_json=as_json)
    if reporting:
        show_queue(report(home), as_json=as_json)
    return summary.exit_code


def _run(home: Workspace, wanted: Wanted, caps: Caps, address: str | None, *, as_json: bool) -> Summary:
    total = count_docket(wanted.places, home)
    with Display(total, caps, as_json=as_json) as display:
        try:
            return asyncio.run(_heard(home, wanted, caps, address, total, display))
        except asyncio.CancelledError:
            raise click.Abort from None


async def _heard(
    home: Workspace, wanted: Wanted, caps: Caps, address: str | None, total: int, display: Display
) -> Summary:
    if caps.usd is not None or caps.tokens is not None:
        expected = await forecast(home, read_docket(wanted.places, home), wanted, total)
        if expected.price.unpriced and caps.usd is not None and caps.tokens is None:
            raise DeclarationError(unknown_price(expected.price.unpriced))
        show_forecast(expected, caps, display.say)
    if wanted.engine != "provider" and (left := await asyncio.to_thread(left_at_providers, home)):
        display.say(left)
    stop, task = Stop(), asyncio.current_task()
    assert task is not None
    entries = partial(read_docket, wanted.places, home)
    run = partial(run_batch, home, entries(), wanted, caps, tell=display.tell, say=display.say, watch=display.watch)
    with _ctrl_c(stop, task, display.say):
        if wanted.engine == "ray":
            async with on_cluster(home, wanted, _keeper(home), address) as ear:
                return await run(stop=stop, ear=ear)
        in_turn = partial(in_bulk, home, entries, caps, display.say, stopped=lambda: stop.reason is not None)
        before = in_turn() if wanted.engine == "provider" else None
        return await run(stop=stop, before=before)


@contextmanager
def _ctrl_c(stop: Stop, task: "asyncio.Task[object]", say: Callable[[str], None]) -> Iterator[None]:
    """Let the first Ctrl-C finish what is under way, and the second cancel it; SIGTERM is like the first."""

    def interrupted() -> None:
        if stop.reason is not None:
            task.cancel()
            return
        stop.now("interrupted", "it was interrupted; what was under way is finished and kept")
        say("Finishing what is under way, beginning nothing new; press Ctrl-C again to cancel it.")

    loop = asyncio.get_running_loop()
    heard = []
    with suppress(NotImplementedError, RuntimeError, ValueError):  # not on Windows, nor in a thread
        for each in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(each, interrupted)
            heard.append(each)
    try:
        yield
    finally:
        for each in heard:
            loop.remove_signal_handler(each)


async def _plan(home: Workspace, wanted: Wanted, *, as_json: bool) -> int:
    plan = Plan()
    async with plan_batch(home, read_docket(wanted.places, home), wanted) as impacts:
        async for impact, so_far in impacts:
            plan = so_far
            if impact is not None:
                show_impact(impact, as_json=as_json)
    show_plan(plan, as_json=as_json)
    return 1 if plan.unreadable else 0


def _keeper(home: Workspace) -> Keep:
    async def keep(verdict: Verdict) -> Verdict:
        return await asyncio.to_thread(save_verdict, home, verdict)

    return keep


def _resumed(home: Workspace, now: Wanted, *, engine_named: bool) -> Wanted:
    """Return what the last run was asked for, with what is said anew.

    Raises:
        DeclarationError: There was none, or it had a budget and this one has none.
    """

    async def look() -> Past | None:
        journal = Journal(home.root / ".shipskip" / "batch.db")
        try:
            return journal.last()
        finally:
            await journal.close()

    last = asyncio.run(look())
    if last is None:
        raise DeclarationError("there is no earlier run in this workspace to go on with; name what is to be run")
    then = Wanted.model_validate(last.asked)
    places = tuple(_placed(place, Path(then.folder)) for place in then.places)
    if then.capped and not now.capped:
        problem = "the last run had a budget, and what is left of it isn't kept"
        raise DeclarationError(f"{problem}; say how much more may be spent: --resume with --budget or --token-budget")
    said = {name: value for name, value in now if value not in (None, (), False) and name != "folder"}
    said |= {"adaptive": now.adaptive} if now.adaptive is not None else {}
    said |= {"workers": now.workers} if now.workers is not None else {}
    kept = {name: value for name, value in said.items() if name != "engine" or engine_named}
    return then.model_copy(update={**kept, "capped": now.capped, "places": places})


def _placed(place: str, folder: Path) -> str:
    """Return a place as it is reached from here."""
    there = folder / place
    if Path(place).is_absolute() or folder == Path.cwd() or not (there.exists() or has_magic(place)):
        return place
    return str(there)


_LONGEST_H = 24 * 366
"""Hours of the longest deadline: a year."""


def _until(text: str, now: dt.datetime | None = None) -> dt.datetime:
    """Read a deadline: a span of time from now, or a time of the next 24 hours, or a date and time.

    Raises:
        DeclarationError: It is none of them.
    """
    now = now or dt.datetime.now().astimezone()
    if span := re.fullmatch(r"(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m(?:in)?)?(?:(\d+)s)?", text.strip().lower()):
        hours, minutes, seconds = (float(part or 0) for part in span.groups())
        if 0 < hours + minutes / 60 + seconds / 3600 < _LONGEST_H:
            return now + dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)
    try:
        if clock := re.fullmatch(r"(\d{1,2}):(\d{2})", text.strip()):
            then = now.replace(hour=int(clock[1]), minute=int(clock[2]), second=0, microsecond=0)
            return then if then > now else then + dt.timedelta(days=1)
        then = dt.datetime.fromisoformat(text.strip())
    except ValueError:
        problem = f"--deadline {text!r} is no time: write such as 90m, 8h, 06:30 or 2026-11-21T06:30"
        raise DeclarationError(problem) from None
    return then if then.tzinfo else then.astimezone()
