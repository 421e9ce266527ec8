"""Which room a model string leads to, and the gateway and ledger that a review works with."""

from pathlib import Path

from panel.errors import DeclarationError
from panel.llm.ledger import Ledger
from panel.llm.pace import Pace
from panel.llm.room import Gateway, Room
from panel.store.settings import Calls

UNBOUNDED = 1_000_000
"""Requests under way at the same time, where a pace decides how many may be."""


def open_gateway(calls: Calls, ledger: Ledger, pace: Pace | None = None) -> Gateway:
    """Return the way to every model; nothing is imported or asked before one is named.

    Args:
        calls: How models are asked.
        ledger: Where ``replay`` looks for answers.
        pace: Decides when each provider may be asked, instead of one number for all; waits out what it is asked to.
    """
    at_once = calls.at_once if pace is None else UNBOUNDED
    return Gateway(lambda model: open_room(model, calls, ledger, pace), at_once=at_once)


def open_ledger(place: Path | str) -> Ledger:
    """Return the ledger at a place; no file is made before the first call is recorded.

    Args:
        place: An SQLite file, or the URL of a PostgreSQL database.
    """
    return Ledger(place)


def open_room(model: str, calls: Calls, ledger: Ledger, pace: Pace | None = None) -> Room:
    """Return the room of a model.

    Args:
        model: ``builtin``, ``replay``, ``gguf:PATH``, or a litellm model string.
        calls: How a model is asked.
        ledger: Where ``replay`` looks for answers.
        pace: Decides when the provider may be asked; at any time, if not given.

    Raises:
        DeclarationError: There is no such room.
    """
    name = model.strip()
    if not name or name != model:
        raise DeclarationError(f"the model {model!r} isn't a name: write such as 'builtin' or 'openai/gpt-4.1-mini'")
    if name == "builtin":
        from panel.llm.builtin import Builtin

        return Builtin()
    if name == "replay":
        from panel.llm.rehearsal import Replay

        return Replay(ledger)
    if name.startswith("gguf:"):
        from panel.llm.embedded import Embedded

        return Embedded(name)
    return _model_room(name, calls, pace)


def _model_room(name: str, calls: Calls, pace: Pace | None) -> Room:
    """Return the room of a hosted or local model: asked directly where nothing need be translated, else by litellm."""
    from panel.llm.retrying import Patience

    patience = Patience(
        attempts=calls.attempts,
        timeout_s=calls.timeout_s,
        deadline_s=calls.deadline_s,
        forgiving=pace is not None,
    )
    if calls.lane == "fast":
        from panel.llm.own_server import find_own_server

        server = find_own_server(name)
        if server is not None:
            from panel.llm.plain import PlainRoom

            return PlainRoom(name, server, patience, pace)
    from panel.llm.gateway import LitellmRoom

    return LitellmRoom(name, patience, pace)
