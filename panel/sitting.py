"""A sitting: releases come before their panels, one after the other, and verdicts are saved as they are reached."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from panel.domain.ballot import Ballot, Choice, SpoiledBallot
from panel.domain.call import Parameters
from panel.domain.comparison import Comparison
from panel.domain.release import Dossier, Release
from panel.domain.seating import Panel, Seat
from panel.domain.verdict import Event, Verdict
from panel.evidence.dossier import read_dossier
from panel.hearing.convene import convene
from panel.hearing.poll import Bench, ballot_request
from panel.llm.rooms import open_bench
from panel.publish.pages import comparison_html, comparison_markdown, verdict_html, verdict_markdown
from panel.stats.effective import mean_correlation
from panel.store.records import write_text_atomically
from panel.store.seating import seat_panel
from panel.store.workspace import Workspace

Watch = Callable[[Release, Seat, Ballot | SpoiledBallot], None]
"""Told of every seat that has voted."""


@dataclass(frozen=True)
class Case:
    """A release and the panel that is seated for it."""

    release: Release
    """What is judged."""
    panel: Panel
    """Who judges it."""
