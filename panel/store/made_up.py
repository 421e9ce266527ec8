"""A made-up release and reviewer, by which templates are tried before anything is paid for."""

import datetime as dt

from panel.domain.persona import Move, Persona, Signal
from panel.domain.release import Dossier, Link, Pricing, Release, Source
from panel.evidence.dossier import read_dossier


def sample_dossier() -> Dossier:
    """Return a small dossier with a heading, a list item and every fact stated."""
    text = "# Made-up tool\n\nIt folds paper boats. It has no public API.\n\n- It costs 3 euros."
    about = {"title": "A made-up note", "url": "https://example.org/note", "publisher": "Nobody", "author": "No one"}
    return read_dossier(
        Release(
            slug="made-up-tool",
            name="Made-up tool",
            vendor="Nobody",
            category="Developer Tools",
            tagline="Boats from paper",
            date=dt.date(2026, 1, 2),
            pricing=Pricing(entry="3 euros"),
            licence="MIT",
            links=(Link(label="Home", url="https://example.org"),),
            tags=("made-up",),
            sources=(Source(key="S1", text=text, date=dt.date(2026, 1, 2), language="en", **about),),
        )
    )


def sample_persona() -> Persona:
    """Return a small persona with every field filled in."""
    return Persona(
        id="tester",
        name="The Tester",
        title="Tries templates",
        motto="Made up, and proud of it.",
        lens="Does the template render?",
        excited_by=("templates that render",),
        tired_of=("names that nobody knows",),
        moves=(Move(name="first_look", instruction="Say what stands there."),),
        ships_when=("it renders",),
        skips_when=("it doesn't",),
        voice=("short sentences",),
        never_says=("synergy",),
        suits=("made-up",),
        model="builtin",
        signals=(Signal(name="paper boats", phrases=("paper boats",), affirmed=1.0, move="first_look"),),
    )
