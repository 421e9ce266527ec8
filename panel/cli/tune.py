"""``shipskip tune``: knowing whether a persona got better."""

from importlib import import_module

import click

from panel.tune.extra import check_extra

VERBS = {
    "gold": ("tune_gold", "Agreement of each persona and of the panel with people's votes."),
    "stability": ("tune_stability", "How often votes flip over samples, models and wordings."),
    "distinct": ("tune_distinct", "Do several personas make more than one reviewer?"),
    "compare": ("tune_compare", "Did a persona get better? A paired test, and a gate for CI."),
    "optimize": ("tune_optimize", "Search for better persona text, and weigh it on held-out releases."),
    "sentinel": ("tune_sentinel", "Notice that a model changed before percentages are mixed."),
    "probe": ("tune_probe", "Do votes move that should stay, or stay that should move?"),
    "aggregate": ("tune_aggregate", "Would weights or Dawid–Skene beat the plain percentage?"),
    "report": ("tune_report", "One page with pictures, for people who have never heard of κ."),
}
"""Verb → (module in panel.cli, line in ``--help``)."""


class Tools(click.Group):
    """A group that imports a verb only when it is called, and says what to install if it can't."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs in the order in which people need them."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the verb's module and return its command.

        Raises:
            DeclarationError: The packages for tuning aren't installed.
        """
        if cmd_name not in VERBS:
            return None
        check_extra()
        command = getattr(import_module(f"panel.cli.{VERBS[cmd_name][0]}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of verbs without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in VERBS.items()])


@click.command(cls=Tools)
def tune() -> None:
    """Know whether a persona got better, worse, or only louder.

    Measures simulated votes against people's votes, which are never pooled with them. Needs: pip install
    'shipskip[tune]'.
    """
