"""A figure that says how far it can be trusted."""

from typing import Self

from pydantic import Field, model_validator

from panel.domain.noun import Noun


class Estimate(Noun):
    """A figure with its interval, and what both rest on."""

    value: float | None
    """The figure; None where it isn't defined."""
    low: float | None = None
    """Lower end of its interval."""
    high: float | None = None
    """Upper end of its interval."""
    level: float = Field(default=0.95, gt=0, lt=1)
    """Share of such intervals that hold the truth."""
    n: int = Field(ge=0)
    """Independent pieces of evidence: releases, or groups of releases that belong together."""
    method: str
    """How the interval was made."""
    why: str | None = None
    """Why there is no figure, or no interval."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if (self.low is None) != (self.high is None):
            raise ValueError("an interval has two ends or none")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"an interval's ends are in order, not {self.low} and {self.high}")
        return self

    @classmethod
    def undefined(cls, why: str, *, n: int = 0, level: float = 0.95) -> Self:
        """Return the estimate of something that the data can't tell."""
        return cls(value=None, n=n, level=level, method="none", why=why)

    @property
    def interval(self) -> tuple[float, float] | None:
        """Both ends, if there is an interval."""
        return None if self.low is None or self.high is None else (self.low, self.high)

    def holds(self, truth: float) -> bool:
        """Whether the interval holds a value; without an interval, nothing is ruled out."""
        return self.low is None or self.high is None or self.low - 1e-12 <= truth <= self.high + 1e-12

    def above(self, line: float) -> bool:
        """Whether the whole interval lies above a value."""
        return self.low is not None and self.low > line

    def below(self, line: float) -> bool:
        """Whether the whole interval lies below a value."""
        return self.high is not None and self.high < line

    def percent(self, digits: int = 0) -> str:
        """Return it in percent as people read it: ``71 % (58–82)``."""
        return self.shown(digits, factor=100, unit=" %")

    def shown(self, digits: int = 2, *, factor: float = 1, unit: str = "") -> str:
        """Return it as people read it: ``0.43 (0.21–0.62)``; a dash where there is no figure."""
        if self.value is None:
            return "–"
        figure = f"{_fixed(factor * self.value, digits)}{unit}"
        if self.low is None or self.high is None:
            return figure
        joint = "…" if self.low < 0 else "–"
        return f"{figure} ({_fixed(factor * self.low, digits)}{joint}{_fixed(factor * self.high, digits)})"


def _fixed(value: float, digits: int) -> str:
    text = f"{value:.{digits}f}"
    return text.removeprefix("-") if float(text) == 0 else text.replace("-", "−")
