"""The room of every model that litellm reaches; the only module that knows litellm."""

import asyncio
import datetime as dt
import logging
import os
import threading
import time
import warnings
from typing import Any

from panel.domain.call import Call, Request
from panel.errors import CallError
from panel.llm.answer import usage_of, words_of
from panel.llm.failures import as_call_error
from panel.llm.ladder import Ladder, Rung, complains_about_structure
from panel.llm.retrying import Patience, ask_patiently
from panel.llm.route import Route, find_route
from panel.llm.wire import body


class LitellmRoom:
    """A room in which a hosted or local model is asked through litellm.

    Args:
        model: A litellm model string, such as ``anthropic/claude-sonnet-4-5``.
        patience: How long an answer is waited for.
    """

    remembered = True
    rules = None

    def __init__(self, model: str, patience: Patience | None = None) -> None:
        self._model = model
        self._patience = patience or Patience()
        self._route: Route | None = None
        self._ladder: Ladder | None = None
        self._opening = asyncio.Lock()
        self._asked = False

    def warm(self) -> None:
        """Begin to import litellm in the background: it takes seconds."""
        threading.Thread(target=load_litellm, name="import-litellm", daemon=True).start()

    def check(self) -> None:
        """Find out whether this model can be asked, without asking anybody.

        Raises:
            DeclarationError: The provider is unknown, or its key or address is missing.
        """
        if self._route is None:
            self._route = find_route(load_litellm(), self._model)
            self._ladder = Ladder(self._route.rungs)

    async def ask(self, request: Request) -> Call:
        """Return the model's answer, whatever it says; ask again where that may help.

        Raises:
            DeclarationError: The model can't be asked.
            CallError: No answer came.
        """
        async with self._opening:
            await asyncio.to_thread(self.check)
        assert self._route is not None
        assert self._ladder is not None
        errand = _Errand(self._model, self._route, self._ladder, request)
        self._asked = True
        return await ask_patiently(errand.attempt, self._patience, turn=self._ladder.turn)

    async def close(self) -> None:
        """Close litellm's connections."""
        if self._asked:
            await load_litellm().close_litellm_async_clients()
            await asyncio.sleep(0)  # transports that are closing need a turn of the loop


class _Errand:
    """One request on its way to an answer."""

    def __init__(self, model: str, route: Route, ladder: Ladder, request: Request) -> None:
        self._model, self._route, self._ladder, self._request = model, route, ladder, request
        self._sent = 0

    async def attempt(self) -> Call:
        """Send the request once; and again, one rung lower, each time that a way to ask for structure is rejected."""
        while True:
            rung = self._ladder.rung if self._request.schema_ else "prompt"
            self._sent += 1
            began = time.monotonic()
            try:
                response = await self._send(rung)
            except Exception as error:  # noqa: BLE001 - every one of them ends as ours
                failed = as_call_error(error, self._model)
                if self._may_step_down(failed, error, rung):
                    continue
                raise failed from None
            self._ladder.settle()
            return self._call(response, rung, time.monotonic() - began)

    async def _send(self, rung: Rung) -> Any:  # noqa: ANN401 - litellm's ModelResponse
        return await load_litellm().acompletion(
            model=self._model,
            **body(self._request, rung, marks=self._route.marks),
            **({"api_key": self._route.key} if self._route.key else {}),
            max_retries=0,
            num_retries=0,
        )

    def _may_step_down(self, failed: CallError, error: Exception, rung: Rung) -> bool:
        rejected = failed.kind == "Refused" and getattr(error, "status_code", None) in (400, 404, 422)
        return rejected and complains_about_structure(str(error)) and self._ladder.step_down(rung)

    def _call(self, response: Any, rung: Rung, seconds: float) -> Call:  # noqa: ANN401 - litellm's ModelResponse
        text, finish_reason = words_of(response)
        return Call(
            request=self._request.id,
            model=self._model,
            answered_by=str(getattr(response, "model", None) or self._model),
            text=text,
            finish_reason=finish_reason,
            rung=rung,
            usage=usage_of(response),
            cost_usd=self._cost(response),
            seconds=seconds,
            attempts=self._sent,
            at=dt.datetime.now(dt.UTC),
        )

    def _cost(self, response: Any) -> float | None:  # noqa: ANN401 - litellm's ModelResponse
        """Return the price by litellm's map.

        None where the map has none; where a server of one's own answered, whatever name it gave the model; and where
        the map says 0, which it does for free and for unknown alike.
        """
        if self._route.own_server:
            return None
        try:
            price = load_litellm().completion_cost(completion_response=response, model=self._model)
        except Exception:  # noqa: BLE001 - a bare Exception says that the model isn't in the map
            return None
        return float(price) or None


def load_litellm() -> Any:  # noqa: ANN401 - a module without types of its own
    """Import litellm with everything off that it does unasked: downloads, telemetry, ``.env`` files, log lines."""
    os.environ.setdefault("LITELLM_LOCAL_MODEL_COST_MAP", "True")
    os.environ.setdefault("LITELLM_LOCAL_ANTHROPIC_BETA_HEADERS", "True")
    os.environ.setdefault("LITELLM_MODE", "PRODUCTION")
    import litellm

    for said in (".*`ReadOnly` qualifier.*", "Pydantic serializer warnings.*"):  # about litellm's own models
        warnings.filterwarnings("ignore", message=said, category=UserWarning)
    if not litellm.suppress_debug_info:
        for name in ("LiteLLM", "LiteLLM Router", "LiteLLM Proxy"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        litellm.telemetry = False
        litellm.drop_params = False
        litellm.num_retries = 0
        litellm.suppress_debug_info = True
    return litellm
