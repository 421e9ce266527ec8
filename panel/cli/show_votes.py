"""What ``shipskip votes`` prints."""

from collections.abc import Sequence

import click

from panel.cli.show import result_console
from panel.community.beside import Beside
from panel.community.calibration import Calibration, Sided
from panel.community.importing import Imported, Unknown
from panel.community.standing import Standing
from panel.domain.verdict import Tally
from panel.publish.inert import inert
from panel.publish.lines import Lines
from panel.publish.scorecard import styled
from panel.publish.sheet import DASH

_MOST_TOLD = 20
_APART = "The two are never pooled."


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


def show_beside(found: Sequence[Beside]) -> None:
    """Print panel and readers side by side, each under its own name."""
    if not found:
        click.echo("No verdict and no vote yet.")
        return
    lines = Lines(result_console())
    rows = [
        (styled(each.name, "bold"), _panel(each.panel), _readers(each.readers), str(each.readers.n)) for each in found
    ]
    lines.table(("Release", "Panel ship (simulated)", "Readers ship", "Readers"), rows)
    lines.gap()
    for disclosure in dict.fromkeys(each.disclosure for each in found if each.disclosure):
        lines.add(styled(disclosure, "dim"))
    threshold = found[0].readers.threshold
    lines.add(
        styled(f"Readers are people, one vote each; their share is shown from {threshold} votes on. {_APART}", "dim")
    )
    lines.print()


def show_calibration(found: Calibration) -> None:
    """Print how often the panel sided with readers."""
    lines = Lines(result_console())
    lines.add(styled(found.headline, "bold"))
    if found.enough:
        lines.add(f"Their ship percentages lie {found.overall.gap:g} points apart on average.")
    for head, rows in (("Month", found.months), ("Seat", found.personas)):
        if rows:
            lines.gap()
            lines.table((head, "Releases", "Same side", "Share", "Interval"), [_sided(each) for each in rows])
    lines.gap()
    left = f"{found.waiting} without enough readers' votes or without a panel percentage, {found.ties} at 50 %"
    lines.add(styled(f"Left out: {left}. A share is shown from {found.fewest} releases on.", "dim"))
    lines.add(styled(f"The panel is simulated; readers are people. {_APART}", "dim"))
    lines.print()


def _panel(tally: Tally | None) -> str:
    if tally is None or tally.ship_percent is None:
        return DASH
    spread = f" ({tally.interval[0]}–{tally.interval[1]} %)" if tally.interval else ""
    return f"{tally.ship_percent} %{spread}"


def _readers(readers: Standing) -> str:
    if readers.interval is None:
        return DASH
    return f"{readers.percent} % ({readers.interval[0]}–{readers.interval[1]} %)"


def _sided(each: Sided) -> tuple[str, ...]:
    share = DASH if each.percent is None else f"{each.percent} %"
    interval = DASH if each.interval is None else f"{each.interval[0]}–{each.interval[1]} %"
    return (each.title, str(each.compared), str(each.sided), share, interval)


def _unknown(unknown: Unknown) -> str:
    meant = f" (did you mean {unknown.meant!r}?)" if unknown.meant else ""
    votes = f"{unknown.votes} vote{'' if unknown.votes == 1 else 's'}"
    return f"there is no release {inert(unknown.release)!r}{meant}: {votes} left out"
