"""Where the marks of the charts stand; the templates draw them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from panel.domain.verdict import Tally

LEFT: Final = 10
"""Where 0 % stands, in a chart's own units."""
WIDE: Final = 300
"""Units from 0 to 100 %."""
LOW: Final = 132
"""Height of 0 % in a history."""
TALL: Final = 112
"""Units from 0 to 100 % in a history."""


def across(percent: float) -> float:
    """Return where a percentage stands on a track."""
    return round(LEFT + WIDE * percent / 100, 1)


def upward(percent: float) -> float:
    """Return at which height a percentage stands in a history."""
    return round(LOW - TALL * percent / 100, 1)


@dataclass(frozen=True)
class Moment:
    """How a panel stood at one time."""

    date: dt.date
    """When it sat."""
    percent: int | None
    """Its ship percentage; None below quorum."""
    interval: tuple[int, int] | None
    """Where the percentage would lie if it sat again."""
    now: bool = False
    """Whether it is the verdict that counts."""

    @classmethod
    def of(cls, date: dt.date, tally: Tally, *, now: bool = False) -> "Moment":
        """Return how a tally stood on a day."""
        return cls(date, tally.ship_percent, tally.interval, now)


@dataclass(frozen=True)
class Point:
    """A moment with its place in the drawing."""

    moment: Moment
    """What is drawn."""
    x: float
    """Units from the left."""
    y: float
    """Units from the top: of the percentage."""
    top: float
    """Units from the top: of the interval's upper end."""
    bottom: float
    """Units from the top: of the interval's lower end."""


def history(moments: Sequence[Moment]) -> tuple[Point, ...]:
    """Return the moments that have a percentage, evenly spaced in order of time."""
    drawn = [moment for moment in moments if moment.percent is not None]
    step = (WIDE - 40) / max(len(drawn) - 1, 1)
    first = LEFT + 30 if len(drawn) > 1 else LEFT + WIDE / 2
    return tuple(_point(moment, first + step * number) for number, moment in enumerate(drawn))


def _point(moment: Moment, x: float) -> Point:
    percent = moment.percent or 0
    low, high = moment.interval or (percent, percent)
    return Point(moment, round(x, 1), upward(percent), upward(high), upward(low))
