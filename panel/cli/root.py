"""The ``shipskip`` command: finds the verb, turns errors into one sentence and an exit code."""

import gc
import io
import os
import sys
from importlib import import_module

import click

from panel.errors import DeclarationError
from panel.version import __version__

VERBS = {
    "init": ("init", "Start a workspace; never overwrites."),
    "review": ("review", "Put releases before the panel."),
    "batch": ("batch", "Put many releases before the panel: resumable, within a budget."),
    "compare": ("compare", "Put verdicts side by side and say which one to ship with."),
    "check": ("check", "Check sources against each other, or statements against sources."),
    "facts": ("facts", "Read vendor, date, licence and price from the sources, each cited."),
    "intake": ("intake", "Take web pages and files in as sources of a release."),
    "watch": ("watch", "Turn the new items of feeds into releases."),
    "votes": ("votes", "Take readers' votes; show them beside the panel's."),
    "site": ("site", "Build the site of published verdicts."),
    "verdict": ("verdict", "Edit, approve, publish, withdraw and undo verdicts."),
    "desk": ("desk", "Open the editors' desk in a browser."),
    "digest": ("digest", "Write the weekly mail and its page; send it when asked."),
    "persona": ("persona", "List, show and lint the personas."),
    "prompt": ("prompt", "Show what a model would get."),
    "tune": ("tune", "Know whether a persona got better: gold, stability, A/B tests."),
    "models": ("models", "Show which models can be reached from here."),
    "doctor": ("doctor", "Check the installation and the workspace."),
    "which": ("which", "Show which persona or prompt file wins, and its hash."),
    "eject": ("eject", "Copy a shipped persona or prompt into the workspace."),
}
"""Verb → (module in panel.cli, line in ``--help``)."""

EXIT_DECLARATION = 2


class Verbs(click.Group):
    """A group that knows its verbs by name and imports one only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs in the order in which people meet them."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the verb's module and return its command."""
        if cmd_name not in VERBS:
            return None
        command = getattr(import_module(f"panel.cli.{VERBS[cmd_name][0]}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of verbs without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in VERBS.items()])


@click.command(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="shipskip")
def shipskip() -> None:
    """A panel of simulated reviewers votes ship or skip on new releases.

    Every verdict shows its evidence, its uncertainty, and that no person voted. Without configuration the builtin
    reviewer reads the sources by rules: no key, no network. Results go to stdout, progress to stderr.

    Exit codes: 0 all seats voted; 1 some ballots were spoiled or some releases failed; 2 bad input.
    """


def main() -> None:
    """Run the command line and leave with its exit code."""
    gc.set_threshold(50_000)  # start-up makes many objects that live on; looking for garbage among them costs a tenth
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that can't show a character shows a question mark
    try:
        code = shipskip.main(standalone_mode=False)
    except DeclarationError as error:
        code = complain(str(error))
    except click.ClickException as error:
        code = complain(error.format_message())
    except (click.Abort, KeyboardInterrupt):
        click.echo(
            "shipskip: stopped; answered calls are kept, so the same command goes on where this one ended", err=True
        )
        code = 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code if isinstance(code, int) else 0)


def complain(sentence: str) -> int:
    """Say on stderr what is wrong, in one sentence, and return the exit code for it."""
    click.echo(f"shipskip: {' '.join(sentence.split())}", err=True)
    return EXIT_DECLARATION
