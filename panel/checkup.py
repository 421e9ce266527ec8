"""Checks of the installation and the workspace, for ``shipskip doctor``."""

import asyncio
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

from panel.errors import CallError, DeclarationError
from panel.hearing.poll import Bench
from panel.hearing.trial import try_model
from panel.llm.reach import reachable
from panel.llm.rooms import open_gateway, open_ledger
from panel.store.made_up import sample_dossier, sample_persona
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


def examine(home: Workspace, *, offline: bool = False) -> Iterator[Check]:
    """Yield what a review would stumble over, and what it would not. Writes nothing.

    Args:
        home: The workspace.
        offline: Ask no model; otherwise every configured one gets one small real question, twice.
    """
    yield Check("Python", "good", f"{sys.version.split()[0]} at {sys.prefix}")
    yield _package("litellm")
    yield _workspace(home)
    yield _tried("Settings", lambda: f"default model {home.panel_settings().model!r}")
    yield _tried("Personas", lambda: _personas(home))
    yield _tried("Prompts", lambda: _prompts(home))
    yield _tried("Ledger", lambda: _ledger(home))
    yield from _models(home, offline=offline)
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
    place: Path | str = home.ledger
    if isinstance(place, Path) and not place.exists():
        return f"none yet; the first paid answer makes {place}"
    return f"{place}"


def _models(home: Workspace, *, offline: bool) -> Iterator[Check]:
    try:
        configured = home.panel_settings().speakers | {p.model for p in home.personas().values() if p.model}
    except DeclarationError:
        return  # said above
    for model in sorted(configured):
        yield _tried(f"Model {model}", partial(_asked, home, model, offline=offline))


def _asked(home: Workspace, model: str, *, offline: bool) -> str:
    calls = home.panel_settings().calls
    ledger = open_ledger(home.ledger)
    gateway = open_gateway(calls, ledger)
    gateway.check([model])
    if gateway.rules(model) is not None or offline:
        return "can be asked" if offline else "reads by rules; there is nothing to try"

    async def ask() -> str:
        bench = Bench(home.prompts(), gateway, ledger, calls.parameters)
        try:
            trial = await try_model(model, sample_persona(), sample_dossier(), bench)
        except CallError as failed:
            raise DeclarationError(f"{model} didn't answer ({failed.kind}): {failed}") from None
        finally:
            await gateway.close()
            await ledger.close()
        return trial.told

    return asyncio.run(ask())
