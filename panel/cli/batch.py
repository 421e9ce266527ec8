"""``shipskip batch``: runs releases, and what belongs to it."""

from importlib import import_module

import click

VERBS = {
    "report": ("panel.cli.batch_report", "report_command", "List verdicts in the order in which they need a person."),
    "export": ("panel.cli.batch_exchange", "export_command", "Write unanswered calls for another runner."),
    "import": ("panel.cli.batch_exchange", "import_command", "Take in what another runner answered."),
    "run": ("panel.cli.batch_run", "run_command", "Put many releases before the panel."),
}
"""Verb → (module, command, line in ``--help``); ``run`` is meant where none is named."""


class Verbs(click.Group):
    """A group whose first verb need not be said: ``batch releases/*.md`` runs them."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take whatever is no verb for what is to be run."""
        named = bool(args) and args[0] in VERBS
        return super().parse_args(ctx, args if named else ["run", *args])

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the verb's module and return its command."""
        if cmd_name not in VERBS:
            return None
        module, name, _ = VERBS[cmd_name]
        command = getattr(import_module(module), name)
        assert isinstance(command, click.Command)
        return command


@click.command("batch", cls=Verbs)
def batch() -> None:
    """Put many releases before the panel: resumable, within a budget, nothing paid for twice."""
