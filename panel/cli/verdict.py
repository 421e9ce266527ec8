"""``shipskip verdict``: what an editor does with a verdict, without the desk."""

import asyncio
import getpass
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path

import click

from panel.cli.options import home_of, json_option, workspace_option
from panel.cli.show import print_json, result_console, show_verdicts
from panel.domain.ballot import Claim, Step
from panel.domain.verdict import Verdict
from panel.editorial.asking import ask_again
from panel.editorial.editing import Edit, ballot_of, edit, overrule, read_cites, restore_words
from panel.editorial.resolving import reopen, resolve, waive
from panel.editorial.revision import revision_of
from panel.editorial.saving import Step as EditorsStep
from panel.editorial.saving import standing
from panel.editorial.states import approve, publish, withdraw
from panel.editorial.undoing import redo, undo
from panel.errors import DeclarationError
from panel.publish.inert import inert
from panel.store.workspace import Workspace

Slugs = tuple[str, ...]


@click.group()
def verdict() -> None:
    """Edit, approve, publish, withdraw and undo verdicts.

    Every step is recorded with name, time and reason, and the record that it replaces is kept.
    """


@dataclass(frozen=True)
class Asked:
    """What every step is asked with."""

    home: Workspace
    """The workspace."""
    step: EditorsStep
    """Who, why, and on which revision."""
    as_json: bool
    """Whether to print the record."""


def _options(*, why: str) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Add who, why, on which revision, and where; the command gets them as ``asked``."""

    def add(command: Callable[..., int]) -> Callable[..., int]:
        @wraps(command)
        def run(
            *, who: str | None, why: str, revision: str | None, as_json: bool, workspace: Path | None, **own: object
        ) -> int:
            step = EditorsStep(who=who or _system_name(), why=why, expected=revision)
            return command(asked=Asked(home_of(workspace), step, as_json), **own)

        for option in (
            workspace_option,
            json_option,
            click.option("--revision", help="Refuse if the verdict isn't at this revision any more (see 'show')."),
            click.option("--why", default="", help=why),
            click.option("--who", envvar="SHIPSKIP_EDITOR", help="Your name in the history (else the system's)."),
        ):
            run = option(run)
        return run

    return add


@verdict.command()
@click.argument("slug")
@json_option
@workspace_option
def show(slug: str, as_json: bool, workspace: Path | None) -> int:
    """Show a verdict with its state, its revision and its findings by number."""
    home = home_of(workspace)
    found = standing(home, slug)
    show_verdicts([found], [home.verdict_file(slug).parent], as_json=as_json)
    if not as_json:
        for number, each in enumerate(found.findings, start=1):
            click.echo(inert(f"{number:>3} {each.kind}: {each.text} [{each.resolution or 'open'}]"))
        click.echo(f"State {found.state}   Revision {revision_of(found)}")
    return 0


@verdict.command()
@click.argument("slug")
@json_option
@workspace_option
def history(slug: str, as_json: bool, workspace: Path | None) -> int:
    """Show who did what to a verdict, when and why."""
    found = standing(home_of(workspace), slug)
    if as_json:
        print_json(list(found.history))
        return 0
    console = result_console()
    for event in found.history:
        console.print(inert(f"{event.at:%Y-%m-%d %H:%M} {event.state:<9} {event.who}: {event.why}"), markup=False)
    return 0


@verdict.command("edit")
@click.argument("slug")
@click.argument("persona")
@click.option("--quote", help="The paragraph for the scorecard.")
@click.option("--flips-if", help="What would change the vote.")
@click.option("--step", "steps", nargs=2, multiple=True, metavar="MOVE TEXT", help="A step of the argument.")
@click.option(
    "--claim", "claims", multiple=True, metavar="TEXT [S1.2]", help="All claims anew, each with its citations."
)
@click.option("--vote", type=click.Choice(["ship", "skip", "abstain"]), help="Overrule the vote; needs --why.")
@click.option("--restore", is_flag=True, help="Go back to what the reviewer wrote and voted.")
@_options(why="The reason; a vote is overruled only with one.")
def edit_(
    slug: str,
    persona: str,
    quote: str | None,
    flips_if: str | None,
    steps: tuple[tuple[str, str], ...],
    claims: tuple[str, ...],
    vote: str | None,
    restore: bool,
    asked: Asked,
) -> int:
    """Change a ballot's words, or overrule its vote; the words are checked against the sources at once."""
    home, step = asked.home, asked.step
    if sum([vote is not None, restore, any((quote, flips_if, steps, claims))]) != 1:
        raise DeclarationError("give new words (--quote, --flips-if, --step, --claim), or --vote, or --restore")
    if vote is not None:
        return _tell(overrule(home, slug, persona, vote, step), asked)  # type: ignore[arg-type]
    if restore:
        return _tell(restore_words(home, slug, persona, step), asked)
    argument = _argument(standing(home, slug), persona, dict(steps)) if steps else None
    changes = Edit(
        quote=quote, flips_if=flips_if, argument=argument, claims=tuple(map(_claim, claims)) if claims else None
    )
    return _tell(edit(home, slug, persona, changes, step), asked)


@verdict.command("ask")
@click.argument("slug")
@click.argument("persona")
@click.option("--model", multiple=True, help="The model to ask (else the workspace's); several are a jury.")
@_options(why="A note to the reviewer; part of what it is asked.")
def ask(slug: str, persona: str, model: tuple[str, ...], asked: Asked) -> int:
    """Ask one seat again, with --why as a note to it."""
    home, step = asked.home, asked.step
    return _tell(asyncio.run(ask_again(home, slug, persona, step, model)), asked)


@verdict.command("resolve")
@click.argument("slug")
@click.argument("number", type=int)
@_options(why="How it was fixed.")
def resolve_(slug: str, number: int, asked: Asked) -> int:
    """Mark a finding as fixed; refused while it is still found."""
    home, step = asked.home, asked.step
    return _tell(resolve(home, slug, number, step), asked)


@verdict.command("waive")
@click.argument("slug")
@click.argument("number", type=int)
@_options(why="The reason; a finding is waived only with one.")
def waive_(slug: str, number: int, asked: Asked) -> int:
    """Let a finding stand, for a reason."""
    home, step = asked.home, asked.step
    return _tell(waive(home, slug, number, step), asked)


@verdict.command("reopen")
@click.argument("slug")
@click.argument("number", type=int)
@_options(why="The reason.")
def reopen_(slug: str, number: int, asked: Asked) -> int:
    """Take a finding's resolution back."""
    home, step = asked.home, asked.step
    return _tell(reopen(home, slug, number, step), asked)


def _over_many(name: str, work: Callable[[Workspace, str, EditorsStep], Verdict], about: str, why: str) -> None:
    """Add a verb that takes one step on every verdict that is named."""

    @verdict.command(name, help=about)
    @click.argument("slugs", nargs=-1, required=True, metavar="SLUG…")
    @_options(why=why)
    def command(slugs: Slugs, asked: Asked) -> int:
        home, step = asked.home, asked.step
        if len(slugs) > 1 and step.expected is not None:
            raise DeclarationError("--revision is one verdict's; name one")
        for slug in slugs:
            _tell(work(home, slug, step), asked)
        return 0


_over_many("approve", approve, "Approve verdicts; refused while a finding is open.", "The reason, if there is one.")
_over_many("publish", publish, "Release approved verdicts to readers.", "The reason, if there is one.")
_over_many("withdraw", withdraw, "Take verdicts back from readers.", "The reason; it is needed.")
_over_many("undo", undo, "Take the last step back; repeated, the one before it.", "The reason, if there is one.")
_over_many("redo", redo, "Take the last undo back.", "The reason, if there is one.")


def _system_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        raise DeclarationError("the system doesn't know your name; give it with --who") from None


def _tell(now: Verdict, asked: Asked) -> int:
    if asked.as_json:
        print_json(now)
        return 0
    left = sum(finding.resolution is None for finding in now.findings)
    open_ = "1 open finding" if left == 1 else f"{left} open findings"
    last = now.history[-1].why if now.history else ""
    click.echo(inert(f"{now.slug}: {now.state}, {open_}, revision {revision_of(now)} ({last})"))
    return 0


def _argument(now: Verdict, persona: str, changed: dict[str, str]) -> tuple[Step, ...]:
    ballot = ballot_of(now, persona)
    unknown = [move for move in changed if move not in {step.move for step in ballot.argument}]
    new = (Step(move=move, text=changed[move]) for move in unknown)
    return (*(Step(move=each.move, text=changed.get(each.move, each.text)) for each in ballot.argument), *new)


def _claim(text: str) -> Claim:
    found = re.fullmatch(r"(.*?)\s*\[([^\]]*)\]\s*", text, re.DOTALL)
    return Claim(text=found.group(1), cites=read_cites(found.group(2))) if found else Claim(text=text)
