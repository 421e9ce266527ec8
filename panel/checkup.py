"""Checks of the installation and the workspace, for ``shipskip doctor``."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

from panel.errors import DeclarationError
from panel.llm.reach import reachable
from panel.llm.rooms import open_gateway, open_ledger
from panel.store.persona_lint import lint
from panel.store.workspace import Workspace


@dataclass(frozen=True)
class Check:
    """What was looked at, and what was found."""

    name: str
    """What was looked at."""
    state: Literal["good", "note", "bad"]
    """``bad`` is something that a review would stumble over."""
    found: str
    """One sentence."""


def examine(home: Workspace) -> Iterator[Check]:
    """Yield what a review would stumble over, and what it would not. Asks no model and writes nothing."""
    yield Check("Python", "good", f"{sys.version.split()[0]} at {sys.prefix}")
    yield _package("litellm")
    yield _workspace(home)
    yield _tried("Settings", lambda: f"default model {home.panel_settings().model!r}")
    yield _tried("Personas", lambda: _personas(home))
    yield _tried("Prompts", lambda: _prompts(home))
    yield _tried("Ledger", lambda: _ledger(home))
    yield _tried("Model", lambda: _model(home))
    ready = [way.model for way in reachable() if way.state == "ready"]
    yield Check("In reach", "good", ", ".join(ready))


def _tried(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name, "good", look())
    except DeclarationError as error:
        return Check(name, "bad", str(error))


def _package(name: str) -> Check:
    try:
        return Check(name, "good", version(name))
    except PackageNotFoundError:
        return Check(name, "bad", f"not installed; run: pip install {name}")


def _workspace(home: Workspace) -> Check:
    file = home.root / "panel.toml"
    if file.is_file():
        return Check("Workspace", "good", str(home.root))
    found = f"no panel.toml from {home.root} upward, so defaults are used; 'shipskip init' makes one"
    return Check("Workspace", "note", found)


def _personas(home: Workspace) -> str:
    known = home.personas()
    warned = sum(bool(lint(each)) for each in known.values())
    aside = f"; {warned} with warnings, see 'shipskip persona lint'" if warned else ""
    return f"{', '.join(known)}{aside}"


def _prompts(home: Workspace) -> str:
    home.prompts().check()
    return "every template renders"


def _ledger(home: Workspace) -> str:
    place: Path | str = home.ledger_file
    if isinstance(place, Path) and not place.exists():
        return f"none yet; the first paid answer makes {place}"
    return f"{place}"


def _model(home: Workspace) -> str:
    settings = home.panel_settings()
    gateway = open_gateway(settings.calls, open_ledger(home.ledger_file))
    gateway.check([settings.model])
    return f"{settings.model!r} can be asked"
