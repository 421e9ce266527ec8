"""The pictures of the tuning report, as SVG."""

import io
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import matplotlib as mpl
import numpy as np
from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from panel.tune.calibration import Calibration
from panel.tune.estimate import Estimate
from panel.tune.gold_report import BASELINES, PEOPLE, Voter
from panel.tune.probe_result import ProbeResult
from panel.tune.seats_apart import SeatPair

INK, SOFT, LINE, PANEL, HUMAN, WARN = "#1c1c1a", "#5b5a55", "#dcd9d0", "#1f4f8f", "#14693f", "#a12c20"
_STYLE: dict[Any, Any] = {
    "text.parse_math": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "shipskip",
    "font.family": "sans-serif",
    "font.size": 11,
    "text.color": INK,
    "axes.edgecolor": LINE,
    "axes.labelcolor": SOFT,
    "xtick.color": SOFT,
    "ytick.color": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
}


def agreement_plot(voters: Sequence[Voter], people: Voter | None) -> Markup:
    """Draw who votes as people do, each with its interval, beside people's agreement with each other."""
    shown = [*([people] if people else []), *voters]
    shown = [voter for voter in shown if voter.raw.value is not None]

    def draw(axes: Axes) -> None:
        for place, voter in enumerate(reversed(shown)):
            colour = HUMAN if voter.who == PEOPLE else SOFT if voter.who in BASELINES else PANEL
            _whisker(axes, voter.raw, place, colour)
        axes.axvline(0.5, color=LINE, zorder=0)
        _percent(axes, [voter.who for voter in reversed(shown)], "votes as people do")

    return _drawn("agreement", draw, (7.2, 0.9 + 0.42 * len(shown)))


def correlation_plot(seats: Sequence[str], pairs: Iterable[SeatPair]) -> Markup:
    """Draw how much every two seats vote together beyond what the releases explain, as a matrix with its figures."""
    known = {frozenset(pair.seats): pair for pair in pairs}

    def draw(axes: Axes) -> None:
        grid = np.full((len(seats), len(seats)), np.nan)
        for row, one in enumerate(seats):
            for column, other in enumerate(seats):
                pair = known.get(frozenset((one, other)))
                told = None if pair is None else pair.beyond if pair.beyond.value is not None else pair.correlation
                if one == other or told is None or told.value is None:
                    continue
                grid[row, column] = told.value
                colour = "white" if abs(told.value) > 0.55 else INK
                axes.text(column, row, f"{told.value:.2f}".replace("-", "−"), ha="center", va="center", color=colour)
        axes.imshow(grid, vmin=-1, vmax=1, cmap=mpl.colormaps["RdBu_r"])
        axes.set_xticks(range(len(seats)), list(seats), rotation=30, ha="right")
        axes.set_yticks(range(len(seats)), list(seats))
        axes.tick_params(length=0)
        for side in axes.spines.values():
            side.set_visible(False)

    side = 1.6 + 0.75 * len(seats)
    return _drawn("correlation", draw, (side + 1, side))


def reliability_plot(told: Calibration) -> Markup:
    """Draw how often ballots of each confidence were right; on the diagonal, confidence means what it says."""

    def draw(axes: Axes) -> None:
        axes.plot([0, 1], [0, 1], color=LINE, linestyle="--", zorder=0)
        most = max(each.ballots for each in told.bins)
        for each in told.bins:
            if each.right.value is None:
                continue
            if each.right.interval is not None:
                axes.plot([each.confidence] * 2, each.right.interval, color=PANEL, alpha=0.45, linewidth=2)
            size = 30 + 170 * each.ballots / most
            axes.scatter([each.confidence], [each.right.value], s=size, color=PANEL, zorder=3)
        for set_ticks in (axes.set_xticks, axes.set_yticks):
            set_ticks([0, 0.25, 0.5, 0.75, 1], ["0 %", "25 %", "50 %", "75 %", "100 %"])
        axes.set_xlim(-0.02, 1.04)
        axes.set_ylim(-0.02, 1.04)
        axes.set_xlabel("says it is this sure")
        axes.set_ylabel("turned out right")

    return _drawn("reliability", draw, (4.8, 4.4))


def probes_plot(probes: Sequence[ProbeResult]) -> Markup:
    """Draw what each change to the dossier does to the share of ships; alarms in red."""

    def draw(axes: Axes) -> None:
        for place, probe in enumerate(reversed(probes)):
            _whisker(axes, probe.change, place, WARN if probe.shuts else PANEL)
        axes.axvline(0, color=LINE, zorder=0)
        names = [probe.name for probe in reversed(probes)]
        axes.set_yticks(range(len(names)), names)
        axes.set_xticks([-1, -0.5, 0, 0.5, 1], ["−100", "−50", "0", "+50", "+100"])
        axes.set_xlim(-1.03, 1.03)
        axes.set_xlabel("points that the ship share changes by")
        axes.tick_params(axis="y", length=0)

    return _drawn("probes", draw, (7.2, 0.9 + 0.42 * len(probes)))


def _whisker(axes: Axes, told: Estimate, place: int, colour: str) -> None:
    if told.value is None:
        return
    if told.interval is not None:
        axes.plot(told.interval, [place, place], color=colour, alpha=0.45, linewidth=5, solid_capstyle="round")
    axes.scatter([told.value], [place], color=colour, s=60, zorder=3)


def _percent(axes: Axes, names: Sequence[str], label: str) -> None:
    axes.set_yticks(range(len(names)), list(names))
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0 %", "25 %", "50 %", "75 %", "100 %"])
    axes.set_xlim(-0.02, 1.02)
    axes.set_ylim(-0.6, len(names) - 0.4)
    axes.set_xlabel(label)
    axes.tick_params(axis="y", length=0)


def _drawn(name: str, draw: Callable[[Axes], None], size: tuple[float, float]) -> Markup:
    """Return a figure as the SVG that a page holds inline: the same figures give the same bytes."""
    with mpl.rc_context(_STYLE):
        figure = Figure(figsize=size, layout="constrained", facecolor="none")
        axes = figure.subplots()
        axes.set_facecolor("none")
        draw(axes)
        buffer = io.StringIO()
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    svg = buffer.getvalue()
    svg = re.sub(r"<metadata>.*?</metadata>\s*", "", svg[svg.index("<svg") :], flags=re.DOTALL)
    svg = re.sub(r'\s(?:width|height)="[\d.]+pt"', "", svg, count=2)
    svg = re.sub(r'(\bid="|\bhref="#|url\(#)', rf"\g<1>{name}-", svg)  # one page holds several pictures
    return Markup(svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))  # noqa: S704 - matplotlib escapes
