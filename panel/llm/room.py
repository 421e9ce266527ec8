"""What every way to a model has in common: a Room; and the Gateway, which keeps one room per model."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Protocol, runtime_checkable

from panel.domain.call import Call, Request
from panel.errors import CallError
from panel.llm.breaker import Breaker
from panel.llm.scout import Prefixes

ELSE = " else "
"""What stands between the links of a chain of models."""


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
class Caching(Protocol):
    """A room whose model reads a prompt faster or cheaper once it has answered another that begins with the same."""

    @property
    def lead_s(self) -> float:
        """Seconds for which requests wait for the first answer over the prefix that they share; 0: not at all."""


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


@runtime_checkable
class Claiming(Protocol):
    """A store of calls that several runs use at once, and that lets only one of them ask a request."""

    def claimed(self, request: Request, known: int) -> AbstractAsyncContextManager[Call | None]:
        """Return what to hold while a request is asked; entering it waits for whoever holds it.

        It gives the answer that came meanwhile, if there are now more than the known ones: then nothing is to be asked.
        """


class Gateway:
    """The only way to a model: one room per model, opened when it is first named.

    A model string ``a else b`` is a chain: b is asked where a can't answer.

    Args:
        opener: Opens the room of a model; raises DeclarationError where there is none.
        at_once: Most requests under way at the same time, over all models.
    """

    def __init__(self, opener: Callable[[str], Room], *, at_once: int = 8) -> None:
        self._open = opener
        self._rooms: dict[str, Room] = {}
        self._breakers: dict[str, Breaker] = {}
        self._places = asyncio.Semaphore(at_once)
        self._prefixes = Prefixes()

    def room(self, model: str) -> Room:
        """Return the room of one model, not of a chain."""
        if model not in self._rooms:
            self._rooms[model] = self._open(model)
        return self._rooms[model]

    def rules(self, model: str) -> str | None:
        """Hash of the rules by which a model's room answers; None where a prompt is read."""
        rules = {self.room(link).rules for link in links(model)}
        return rules.pop() if len(rules) == 1 else None

    def remembers(self, model: str) -> bool:
        """Whether answers of this model belong in the ledger."""
        return any(self.room(link).remembered for link in links(model))

    def identity(self, model: str) -> str:
        """Return the name by which recipes and records know a model; it can be asked by that name from now on.

        It is the model string itself, except where that says too much or too little, as the path of a file does.

        Raises:
            DeclarationError: It can't be found out.
        """
        return ELSE.join(self._identity(link) for link in links(model))

    def _identity(self, link: str) -> str:
        room = self.room(link)
        if not isinstance(room, Identified):
            return link
        known = room.identity()
        self._rooms[known] = room
        return known

    def warm(self, models: Iterable[str]) -> None:
        """Begin in the background what makes the first question slow, so that prompts can be rendered meanwhile."""
        for link in _links(models):
            begin = getattr(self.room(link), "warm", None)
            if begin is not None:
                begin()

    def check(self, models: Iterable[str]) -> None:
        """Find out whether every one of these models can be asked.

        Raises:
            DeclarationError: One of them can't.
        """
        for link in _links(models):
            self.room(link).check()

    async def ask(self, request: Request) -> Call:
        """Ask the model that the request's recipe names, as soon as there is a place; along a chain, until one answers.

        Raises:
            CallError: No answer came; the last one's error, with what went wrong before it.
        """
        before: list[str] = []
        *first, last = links(request.recipe.model)
        for link in first:
            try:
                return await self._ask(link, request)
            except CallError as error:
                before.append(f"{link}: {error.problem}")
        try:
            return await self._ask(last, request)
        except CallError as error:
            if before:
                error.problem = f"{error.problem} (before that, {'; '.join(before)})"
                error.args = (error.problem,)
            raise

    async def _ask(self, link: str, request: Request) -> Call:
        room = self.room(link)
        lead_s = room.lead_s if isinstance(room, Caching) else 0
        if lead_s <= 0:
            return await self._ask_in(room, link, request)
        scout = self._prefixes.scout(link, request)
        async with scout.turn(lead_s):
            call = await self._ask_in(room, link, request)
            scout.settle()
            return call

    async def _ask_in(self, room: Room, link: str, request: Request) -> Call:
        breaker = self._breakers.setdefault(link, Breaker(link))
        async with self._places:
            breaker.enter()
            try:
                call = await room.ask(request)
            except CallError as error:
                breaker.note(error)
                raise
            breaker.note(None)
            return call

    async def close(self) -> None:
        """Close every room."""
        rooms, self._rooms = {id(room): room for room in self._rooms.values()}, {}
        await asyncio.gather(*(room.close() for room in rooms.values()))


def links(model: str) -> tuple[str, ...]:
    """Return the models of a chain ``a else b``, in the order in which they are asked; of a single model, itself."""
    return tuple(model.split(ELSE))


def _links(models: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(link for model in models for link in links(model))
