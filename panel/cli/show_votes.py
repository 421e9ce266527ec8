"""What ``shipskip votes`` prints."""

from collections.abc import Sequence

import click

from panel.community.importing import Imported, Unknown
from panel.publish.inert import inert

_MOST_TOLD = 20


def show_imported(imported: Sequence[Imported]) -> None:
    """Print what became of every list of votes: counts on stdout, what was left out on stderr."""
    for each in imported:
        parts = [f"{each.new} new", f"{each.changed} changed", f"{each.unchanged} there already"]
        parts += [f"{each.earlier} older than the one that counts"] if each.earlier else []
        click.echo(f"{each.file}: {', '.join(parts)}")
        for unfit in each.unfit[:_MOST_TOLD]:
            click.echo(f"{each.file}, line {unfit.line}: {inert(unfit.problem)}; left out", err=True)
        if each.bad > _MOST_TOLD:
            click.echo(f"{each.file}: {each.bad - _MOST_TOLD} more bad lines left out (--json lists them)", err=True)
        for unknown in each.unknown[:_MOST_TOLD]:
            click.echo(f"{each.file}: {_unknown(unknown)}", err=True)
        if len(each.unknown) > _MOST_TOLD:
            more = len(each.unknown) - _MOST_TOLD
            click.echo(f"{each.file}: {more} more unknown releases left out (--json lists them)", err=True)


def _unknown(unknown: Unknown) -> str:
    meant = f" (did you mean {unknown.meant!r}?)" if unknown.meant else ""
    votes = f"{unknown.votes} vote{'' if unknown.votes == 1 else 's'}"
    return f"there is no release {inert(unknown.release)!r}{meant}: {votes} left out"
