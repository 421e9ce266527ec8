"""Rooms without a model: scripted answers for rehearsals and tests, and a replay from the ledger."""

from collections.abc import Callable, Mapping, Sequence

from panel.domain.call import Call, Request
from panel.errors import CallError, Unreachable
from panel.llm.ledger import Ledger

Line = str | CallError
"""One scripted answer: a reply's text, or the error with which the call fails."""

Script = Mapping[str, Sequence[Line]] | Sequence[Line] | Callable[[Request], Line]
"""What is answered: lines per persona, lines for whoever asks, or a function of the request."""


class Rehearsal:
    """A room that answers from a script, and remembers what it was asked.

    Args:
        script: Lines by persona id, each used once and in order; or lines for all personas together; or a function.
        model: The name by which it answers.
    """

    remembered = True
    rules = None

    def __init__(self, script: Script, *, model: str = "rehearsal") -> None:
        self._script, self._model = script, model
        self._used: dict[str, int] = {}
        self.asked: list[Request] = []
        """Every request, in order."""

    def check(self) -> None:
        """A rehearsal can always be held."""

    async def ask(self, request: Request) -> Call:
        """Return the next line of the script.

        Raises:
            CallError: The script says so, or it has no line left.
        """
        self.asked.append(request)
        line = self._script(request) if callable(self._script) else self._next(self._script, _who(request))
        if isinstance(line, CallError):
            raise line
        return Call(
            request=request.id,
            model=request.recipe.model,
            answered_by=self._model,
            text=line,
            finish_reason="stop",
        )

    async def close(self) -> None:
        """Nothing is held."""

    def _next(self, script: Mapping[str, Sequence[Line]] | Sequence[Line], persona: str) -> Line:
        who, lines = (persona, script.get(persona, ())) if isinstance(script, Mapping) else ("anybody", script)
        used = self._used.get(who, 0)
        if used >= len(lines):
            return Unreachable(f"the script has no line left for {who} after {used}")
        self._used[who] = used + 1
        return lines[used]


class Replay:
    """A room that answers only from the ledger, whichever model answered then.

    Args:
        ledger: Where answered calls are kept.
    """

    remembered = False
    rules = None

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def check(self) -> None:
        """Whether an answer is there shows when it is asked for."""

    async def ask(self, request: Request) -> Call:
        """Return the newest stored answer to this question.

        Raises:
            Unreachable: There is none.
        """
        found = await self._ledger.find_question(request.recipe.question, request.turn)
        if not found:
            who = _who(request)
            raise _Missing(f"{who}'s answer is not in the ledger {self._ledger.name}; run it once with a model")
        return found[0].model_copy(update={"request": request.id})

    async def close(self) -> None:
        """The ledger is closed by whoever opened it."""


def _who(request: Request) -> str:
    return request.persona.id if request.persona else "the fact-checker"


class _Missing(Unreachable):
    """Nothing in the ledger answers; asking again wouldn't help."""

    may_retry = False
