"""The plot of a calibration: SVG from a template, with nothing to load and nothing to run."""

from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from panel.community.calibration import UNDATED, Calibration, Sided

_TEMPLATES = Path(__file__).parent / "templates"
_LEFT, _RIGHT, _TOP, _BOTTOM = 56.0, 696.0, 64.0, 264.0
_MOST_LABELS = 12


class Point(NamedTuple):
    """One month on the plot."""

    sided: Sided
    """What it shows."""
    x: float
    """Where it stands."""
    y: float | None
    """Height of its share; None where there is too little to show one."""
    low: float | None
    """Height of its interval's lower end."""
    high: float | None
    """Height of its interval's upper end."""
    label: str
    """What stands under it; empty where labels would overlap."""


def calibration_svg(calibration: Calibration) -> str:
    """Return the plot: each month's share with its interval, and the share of all months so far as a line."""
    months = [each for each in calibration.months if each.about != UNDATED]
    points = [_point(each, place, len(months)) for place, each in enumerate(months)]
    dated = [each for each in calibration.so_far if each.about != UNDATED]
    line = [(_x(place, len(dated)), _y(each.percent)) for place, each in enumerate(dated) if each.percent is not None]
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    ticks = [(percent, _y(percent)) for percent in (0, 25, 50, 75, 100)]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in line)
    frame = {"left": _LEFT, "right": _RIGHT, "top": _TOP, "bottom": _BOTTOM}
    template = environment.get_template("calibration.svg.j2")
    return template.render(calibration=calibration, points=points, path=path, ticks=ticks, **frame)


def _point(sided: Sided, place: int, of: int) -> Point:
    step = -(-of // _MOST_LABELS)
    low, high = sided.interval or (None, None)
    return Point(
        sided=sided,
        x=_x(place, of),
        y=None if sided.percent is None else _y(sided.percent),
        low=None if low is None else _y(low),
        high=None if high is None else _y(high),
        label=sided.title if place % step == 0 else "",
    )


def _x(place: int, of: int) -> float:
    return _LEFT + (_RIGHT - _LEFT) * (place + 0.5) / of


def _y(percent: int) -> float:
    return _BOTTOM - (_BOTTOM - _TOP) * percent / 100
