"""Options that several verbs share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from panel.store.workspace import Workspace

F = TypeVar("F", bound=Callable[..., Any])


def home_of(workspace: Path | None) -> Workspace:
    """Return the workspace that was named, or the one that the current folder stands in."""
    return Workspace.find() if workspace is None else Workspace(workspace)


def workspace_option(command: F) -> F:
    """Add ``--workspace DIR``."""
    return click.option(
        "--workspace",
        type=click.Path(file_okay=False, exists=True, path_type=Path),
        envvar="SHIPSKIP_WORKSPACE",
        help="The folder with panel.toml (else found from here upward).",
    )(command)


def json_option(command: F) -> F:
    """Add ``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON only.")(command)


def panel_options(command: F) -> F:
    """Add ``--model``, ``--seats``, ``--samples`` and ``--adaptive``."""
    for add in (
        click.option(
            "--adaptive/--all-samples",
            default=None,
            help="Cast further samples only where the panel is close or a seat wavers, or always cast all of them.",
        ),
        click.option("--samples", type=click.IntRange(1, 99), help="Ballots per seat, reduced to its one vote."),
        click.option(
            "--seats", help="Personas in order, such as developer,skeptic; a|b seats the one that suits; or all."
        ),
        click.option(
            "--model",
            multiple=True,
            help="Any litellm model string, gguf:PATH, builtin, or replay (from the ledger only). Given several times, "
            "the models are a jury on every seat; 'a else b' asks b where a can't answer.",
        ),
    ):
        command = add(command)
    return command
