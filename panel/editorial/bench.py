"""The bench from which an editor has seats polled."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from panel.hearing.poll import Bench
from panel.llm.rooms import open_gateway, open_ledger
from panel.store.workspace import Workspace


@asynccontextmanager
async def open_bench(home: Workspace, models: Sequence[str]) -> AsyncIterator[Bench]:
    """Open the gateway and the ledger, and make sure that models and prompts can be used before anybody is asked.

    Raises:
        DeclarationError: A model, a prompt or the settings can't be used.
    """
    calls = home.panel_settings().calls
    ledger = open_ledger(home.ledger)
    gateway = open_gateway(calls, ledger)
    try:
        bench = Bench(home.prompts(), gateway, ledger, calls.parameters)
        gateway.warm(models)
        if any(gateway.rules(model) is None for model in models):
            bench.prompts.check()
        gateway.check(models)
        yield bench
    finally:
        await gateway.close()
        await ledger.close()
