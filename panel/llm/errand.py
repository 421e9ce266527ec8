"""One request on its way to an answer: the same errand, whichever transport carries it."""

import datetime as dt
import time
from typing import Any, Protocol

from panel.domain.call import Call, Request
from panel.errors import CallError
from panel.llm.answer import answered_by, usage_of, words_of
from panel.llm.failures import as_call_error
from panel.llm.ladder import Ladder, Rung, complains_about_structure
from panel.llm.pace import Pace, Unpaced
from panel.llm.retrying import Patience, ask_patiently


class Transport(Protocol):
    """What carries a request to a server and its answer back."""

    async def send(self, request: Request, rung: Rung) -> Any:  # noqa: ANN401 - see below
        """Send a request once and return the chat completion, as mappings or as objects; raise whatever went wrong."""

    def price(self, completion: Any) -> float | None:  # noqa: ANN401 - as sent back
        """Return what an answer cost in US dollars; None if that isn't known."""


async def run_errand(
    model: str, request: Request, transport: Transport, ladder: Ladder, patience: Patience, pace: Pace | None = None
) -> Call:
    """Return a model's answer, whatever it says; ask again where that may help.

    Args:
        model: The model asked, as its user named it.
        request: What is asked.
        transport: What carries it.
        ladder: Where the model stands on the ladder.
        patience: How long an answer is waited for.
        pace: When its provider may be asked; at any time, if not given.

    Raises:
        CallError: No answer came.
    """
    pace = pace or Unpaced()
    errand = _Errand(model, request, transport, ladder)
    return await ask_patiently(errand.attempt, patience, turn=ladder.turn, place=lambda: pace.place(model, request))


class _Errand:
    """One request on its way to an answer."""

    def __init__(self, model: str, request: Request, transport: Transport, ladder: Ladder) -> None:
        self._model, self._request, self._transport, self._ladder = model, request, transport, ladder
        self._sent = 0

    async def attempt(self) -> Call:
        """Send the request once; and again, one rung lower, each time that a way to ask for structure is rejected."""
        while True:
            rung = self._ladder.rung if self._request.schema_ else "prompt"
            self._sent += 1
            began = time.monotonic()
            try:
                completion = await self._transport.send(self._request, rung)
            except Exception as error:  # noqa: BLE001 - every one of them ends as ours
                failed = as_call_error(error, self._model)
                if self._may_step_down(failed, error, rung):
                    continue
                raise failed from None
            self._ladder.settle()
            return self._call(completion, rung, time.monotonic() - began)

    def _may_step_down(self, failed: CallError, error: Exception, rung: Rung) -> bool:
        rejected = failed.kind == "Refused" and getattr(error, "status_code", None) in (400, 404, 422)
        return rejected and complains_about_structure(str(error)) and self._ladder.step_down(rung)

    def _call(self, completion: Any, rung: Rung, seconds: float) -> Call:  # noqa: ANN401 - as sent back
        text, finish_reason = words_of(completion)
        return Call(
            request=self._request.id,
            model=self._model,
            answered_by=answered_by(completion) or self._model,
            text=text,
            finish_reason=finish_reason,
            rung=rung,
            usage=usage_of(completion),
            cost_usd=self._transport.price(completion),
            seconds=seconds,
            attempts=self._sent,
            at=dt.datetime.now(dt.UTC),
        )
