"""What every way to a model has in common: a Room; and the Gateway, which keeps one room per model."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, runtime_checkable

from panel.domain.call import Call, Request


class Room(Protocol):
    """Where one model is asked."""

    @property
    def remembered(self) -> bool:
        """Whether its answers belong in the ledger; those that cost nothing don't."""

    @property
    def rules(self) -> str | None:
        """Hash of the rules by which it answers, if it reads no prompt; None for a model."""

    def check(self) -> None:
        """Find out whether it can be asked, before anything is spent.

        Raises:
            DeclarationError: The model or its provider is unknown, or its key is missing.
        """

    async def ask(self, request: Request) -> Call:
        """Return the model's answer, whatever it says.

        Raises:
            CallError: No answer came.
        """

    async def close(self) -> None:
        """Give back what it holds."""


@runtime_checkable
class Identified(Protocol):
    """A room whose model string won't do as its model's name in recipes and records."""

    def identity(self) -> str:
        """Return what tells its model from every other, without any path of this machine.

        Raises:
            DeclarationError: It can't be found out.
        """


class CallStore(Protocol):
    """Where answered calls are kept; the Ledger is one."""

    async def record(self, request: Request, call: Call) -> None:
        """Keep an answer; when this returns, it is safe."""

    async def find(self, request: Request) -> Sequence[Call]:
        """Return the stored answers to this very request, newest first."""


class Gateway:
    """The only way to a model: one room per model, opened when it is first named.

    Args:
        opener: Opens the room of a model; raises DeclarationError where there is none.
        at_once: Most requests under way at the same time, over all models.
    """

    def __init__(self, opener: Callable[[str], Room], *, at_once: int = 8) -> None:
        self._open = opener
        self._rooms: dict[str, Room] = {}
        self._places = asyncio.Semaphore(at_once)

    def room(self, model: str) -> Room:
        """Return the room of a model."""
        if model not in self._rooms:
            self._rooms[model] = self._open(model)
        return self._rooms[model]

    def rules(self, model: str) -> str | None:
        """Hash of the rules by which a model's room answers; None where a prompt is read."""
        return self.room(model).rules

    def remembers(self, model: str) -> bool:
        """Whether answers of this model belong in the ledger."""
        return self.room(model).remembered

    def identity(self, model: str) -> str:
        """Return the name by which recipes and records know a model; it can be asked by that name from now on.

        It is the model string itself, except where that says too much or too little, as the path of a file does.

        Raises:
            DeclarationError: It can't be found out.
        """
        room = self.room(model)
        if not isinstance(room, Identified):
            return model
        known = room.identity()
        self._rooms[known] = room
        return known

    def warm(self, models: Iterable[str]) -> None:
        """Begin in the background what makes the first question slow, so that prompts can be rendered meanwhile."""
        for model in models:
            begin = getattr(self.room(model), "warm", None)
            if begin is not None:
                begin()

    def check(self, models: Iterable[str]) -> None:
        """Find out whether every one of these models can be asked.

        Raises:
            DeclarationError: One of them can't.
        """
        for model in dict.fromkeys(models):
            self.room(model).check()

    async def ask(self, request: Request) -> Call:
        """Ask the model that the request's recipe names, as soon as there is a place.

        Raises:
            CallError: No answer came.
        """
        async with self._places:
            return await self.room(request.recipe.model).ask(request)

    async def close(self) -> None:
        """Close every room."""
        rooms, self._rooms = {id(room): room for room in self._rooms.values()}, {}
        await asyncio.gather(*(room.close() for room in rooms.values()))
