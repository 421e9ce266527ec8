"""Two or more verdicts side by side."""

from typing import Literal

from panel.domain.noun import Noun
from panel.domain.verdict import SCHEMA_VERSION, Verdict


class Split(Noun):
    """One persona's votes across the compared releases."""

    persona: str
    """Who."""
    title: str
    """What the page calls it."""
    votes: tuple[str | None, ...]
    """Its vote on each release: ``ship``, ``skip``, ``abstain``, ``spoiled``; None where it wasn't seated."""


class Lead(Noun):
    """How one release stands against another."""

    ahead: str
    """Slug of the release with the higher percentage (the first one, if equal)."""
    behind: str
    """Slug of the other."""
    chance: float | None
    """Probability that the order would hold if both panels sat again and didn't tie; None below quorum."""
    decided: bool
    """Whether that chance reaches the level at which shipskip recommends."""


class Comparison(Noun):
    """Verdicts side by side, with a recommendation."""

    schema_version: Literal[1] = SCHEMA_VERSION
    """Version of this record's form."""
    slug: str
    """``<a>-vs-<b>``."""
    title: str
    """``A vs B``."""
    headline: str
    """``A 25 % · B 100 %: which one should you ship with?``"""
    verdicts: tuple[Verdict, ...]
    """The verdicts, in the order asked for."""
    splits: tuple[Split, ...]
    """Who voted how on which, seat by seat."""
    leads: tuple[Lead, ...]
    """The ranking: each release against the next."""
    recommendation: str | None
    """Slug of the release to ship with; None if it is too close to call."""
    bottom_line: str
    """The recommendation in a sentence or two."""
    pricing_read: str
    """What the ways in cost, like with like."""
    reviewer_split: str
    """Who splits from whom."""
    written_by: str = "rules"
    """Who wrote the texts: ``rules``, or a model."""
    disclosure: str
    """That the reviewers are simulated, and by which models."""
