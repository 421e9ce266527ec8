"""The room of every model that litellm reaches; the only module that knows litellm."""

import asyncio
import contextlib
import copy
import logging
import os
import threading
import warnings
from collections.abc import Mapping
from functools import partial
from typing import Any

from panel.domain.call import Call, Request, Usage
from panel.errors import DeclarationError
from panel.llm.answer import charged_by
from panel.llm.errand import run_errand
from panel.llm.ladder import Ladder, Rung
from panel.llm.pace import Pace
from panel.llm.retrying import Patience
from panel.llm.route import Route, find_route
from panel.llm.wire import body


class LitellmRoom:
    """A room in which a hosted or local model is asked through litellm.

    Args:
        model: A litellm model string, such as ``anthropic/claude-sonnet-4-5``.
        patience: How long an answer is waited for.
        pace: When its provider may be asked; at any time, if not given.
    """

    remembered = True
    rules = None

    def __init__(self, model: str, patience: Patience | None = None, pace: Pace | None = None) -> None:
        self._model = model
        self._patience, self._pace = patience or Patience(), pace
        self._route: Route | None = None
        self._ladder: Ladder | None = None
        self._opening = asyncio.Lock()
        self._asked = False

    @property
    def lead_s(self) -> float:
        """Seconds for which seats wait for the first answer over their shared prefix.

        Hosted models have read a prompt, and so filled their cache, long before a minute is over; a server of one's
        own may need all the time that an answer may take.
        """
        if self._route is None or not self._route.caches:
            return 0
        return self._patience.timeout_s if self._route.own_server else min(60.0, self._patience.timeout_s)

    def warm(self) -> None:
        """Begin to import litellm in the background: it takes seconds."""
        threading.Thread(target=load_litellm, name="import-litellm", daemon=True).start()

    def check(self) -> None:
        """Find out whether this model can be asked, without asking anybody.

        Raises:
            DeclarationError: The provider is unknown, or its key or address is missing.
        """
        if self._route is None:
            route = find_route(load_litellm(), self._model)
            self._ladder = Ladder(route.rungs)
            self._route = route

    async def ask(self, request: Request) -> Call:
        """Return the model's answer, whatever it says; ask again where that may help.

        Raises:
            DeclarationError: The model can't be asked.
            CallError: No answer came.
        """
        if self._route is None:
            async with self._opening:
                await asyncio.to_thread(self.check)
        assert self._ladder is not None
        self._asked = True
        return await run_errand(self._model, request, self, self._ladder, self._patience, self._pace)

    async def send(self, request: Request, rung: Rung) -> Any:  # noqa: ANN401 - litellm's ModelResponse
        """Send a request once; raise what litellm raises."""
        assert self._route is not None
        asked = body(request, rung, marks=self._route.marks)
        if "tools" in asked:
            asked["_skip_mcp_handler"] = True  # else litellm imports the package mcp, which it doesn't bring
        return await load_litellm().acompletion(
            model=self._model,
            **copy.deepcopy(asked),  # litellm rewrites schemas in place for some providers
            **({"api_key": self._route.key} if self._route.key else {}),
            max_retries=0,
            num_retries=0,
        )

    def price(self, completion: Any) -> float | None:  # noqa: ANN401 - litellm's ModelResponse
        """Return what the provider says that it charged, else the price by litellm's map.

        None where the map has none; where a server of one's own answered, whatever name it gave the model; and where
        the map says 0, which it does for free and for unknown alike.
        """
        assert self._route is not None
        if charged := charged_by(completion):
            return charged
        if self._route.own_server:
            return None
        return _by_map(completion, self._model)

    def count(self, text: str) -> int:
        """Return the number of tokens in a text, by the tokenizer that litellm has for this model or one like it."""
        return int(load_litellm().token_counter(model=self._model, text=text))

    def estimate(self, usage: Usage, *, written: int = 0) -> float | None:
        """Return what a call would cost by litellm's map; None where it has no price, and for a server of one's own.

        Args:
            usage: Its tokens.
            written: Tokens that it would put into the cache, which some providers charge for.
        """
        self.check()
        assert self._route is not None
        if self._route.own_server:
            return None
        read, made = usage.prompt_tokens or 0, usage.completion_tokens or 0
        cache = {
            "cache_read_input_tokens": (usage.cached_tokens or 0) if self._route.caches else 0,
            "cache_creation_input_tokens": written if self._route.marks else 0,
        }
        told = load_litellm().Usage(prompt_tokens=read, completion_tokens=made, total_tokens=read + made, **cache)
        with contextlib.suppress(Exception):  # a bare Exception says that the model isn't in the map
            return _tariff(self._model, told) or None
        return None

    async def close(self) -> None:
        """Close litellm's connections."""
        if self._asked:
            await load_litellm().close_litellm_async_clients()
            await asyncio.sleep(0)  # transports that are closing need a turn of the loop


def _by_map(completion: Any, model: str) -> float | None:  # noqa: ANN401 - litellm's ModelResponse
    """Return the price of the model that answered, or of the one asked where litellm's map doesn't know that yet."""
    litellm = load_litellm()
    for price in (partial(litellm.completion_cost, completion, model=model), partial(_tariff, model, completion.usage)):
        with contextlib.suppress(Exception):  # a bare Exception says that the model isn't in the map
            if found := float(price()):
                return found
    return None


def _tariff(model: str, usage: Any) -> float:  # noqa: ANN401 - litellm's Usage
    """Return what tokens of a model cost, which is 0 where litellm's map doesn't know; it may raise anything."""
    read, written = load_litellm().cost_per_token(model=model, usage_object=usage)
    return float(read) + float(written)


def raw_request(model: str, asked: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the body that litellm would send for a chat completion, and the headers it needs beyond the usual ones.

    Raises:
        DeclarationError: litellm wouldn't send it.
    """
    load_litellm()
    from litellm.types.utils import CallTypes
    from litellm.utils import return_raw_request

    given = {"model": model, **copy.deepcopy(asked), **({"_skip_mcp_handler": True} if "tools" in asked else {})}
    made = return_raw_request(CallTypes.completion, given)
    if not made.get("raw_request_body"):
        said = " ".join(str(made.get("error") or "it doesn't say why").split())
        raise DeclarationError(f"{model!r} can't be asked in bulk: {said[:300]}")
    headers = {name: value for name, value in (made.get("raw_request_headers") or {}).items() if "beta" in name}
    return dict(made["raw_request_body"]), headers


def batch_price(model: str, counted: Mapping[str, int]) -> float | None:
    """Return what tokens cost by litellm's map in a provider's batch: its batch price, else half the usual one.

    Args:
        model: The model as its user named it.
        counted: ``prompt_tokens`` and ``completion_tokens``, and what was read from and written to the cache as
            ``cache_read_input_tokens`` and ``cache_creation_input_tokens``.

    Returns:
        US dollars; None where the map has no price.
    """
    litellm = load_litellm()
    from litellm.cost_calculator import batch_cost_calculator

    total = counted.get("prompt_tokens", 0) + counted.get("completion_tokens", 0)
    with contextlib.suppress(Exception):  # a bare Exception says that the model isn't in the map
        read, written = batch_cost_calculator(litellm.Usage(total_tokens=total, **counted), model)
        return float(read) + float(written) or None
    return None


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
        litellm.disable_hf_tokenizer_download = True
        litellm.drop_params = False
        litellm.num_retries = 0
        litellm.suppress_debug_info = True
    return litellm
