"""Where the tests of bulk asking send to: OpenAI and Anthropic behind a proxy, and a server of one's own."""

import asyncio
import json
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from panel.batch.errands import Returned
from panel.batch.provider import send_and_collect
from panel.hearing.poll import Bench
from panel.llm.books import Books, Spent
from panel.llm.bulk.pace import Pace
from panel.llm.rooms import open_gateway, open_ledger
from panel.sitting import Case, Sitting
from panel.store.workspace import Workspace
from tests.servers import Server, running

QUICK = Pace(first_s=0.05, longest_s=0.1, listed_s=0.3)


@dataclass(frozen=True)
class Place:
    """A provider, or a server of one's own, and a model there."""

    name: str
    server: str
    model: str
    environment: dict[str, str]
    proxied: bool
    creates: str
    """Path that a batch is created at."""


PLACES = {
    place.name: place
    for place in (
        Place(
            "openai",
            "openai_batches",
            "openai/gpt-4.1-mini",
            {"OPENAI_BASE_URL": "http://api.openai.com/v1", "OPENAI_API_KEY": "sk-test-1"},
            True,
            "/v1/batches",
        ),
        Place(
            "anthropic",
            "anthropic_batches",
            "anthropic/claude-sonnet-4-5",
            {"ANTHROPIC_API_BASE": "http://api.anthropic.com", "ANTHROPIC_API_KEY": "sk-test-1"},
            True,
            "/v1/messages/batches",
        ),
        Place("own", "openai_batches", "openai/qwen3", {"OPENAI_BASE_URL": "{base}"}, False, "/v1/batches"),
    )
}


OWN = pytest.mark.parametrize("_running", [PLACES["own"]], ids=["own"], indirect=True)
ANTHROPIC = pytest.mark.parametrize("_running", [PLACES["anthropic"]], ids=["anthropic"], indirect=True)


@dataclass(frozen=True)
class There:
    """A place whose server runs."""

    place: Place
    server: Server

    def environment(self) -> dict[str, str]:
        """Return the variables that lead there."""
        own = {name: value.format(base=self.server.base) for name, value in self.place.environment.items()}
        if not self.place.proxied:
            return own
        proxy = {"HTTP_PROXY": self.server.url, "http_proxy": self.server.url, "NO_PROXY": "", "no_proxy": ""}
        return own | proxy

    def created(self) -> int:
        """Return how many batches were begun."""
        fates = [each for each in self.server.log() if each["path"] == self.place.creates and each["did"] == "POST"]
        return sum(each.get("fate") in ("ok", "lost") for each in fates)

    def answered(self) -> Counter[str]:
        """Return how often each line was answered."""
        lines = [each for each in self.server.log() if each["path"] == "(batch line)" and each["status"] == 200]
        return Counter(json.dumps(each["body"], sort_keys=True) for each in lines)


@contextmanager
def at(place: Place) -> Iterator[There]:
    """Run a place's server."""
    with running(place.server) as server:
        yield There(place, server)


def workspace(folder: Path, releases: int = 3, settings: str = "") -> Workspace:
    """Make a workspace with releases of four seats each."""
    (folder / "releases").mkdir(parents=True, exist_ok=True)
    (folder / "panel.toml").write_text(settings)
    for number in range(releases):
        text = f"Thing {number} has a public API. It costs ${number + 1} a month. It was released in May.\n"
        head = f"---\nname: Thing {number}\nvendor: Acme\n---\n"
        (folder / "releases" / f"thing-{number}.md").write_text(head + text)
    return Workspace(folder)


def sent(
    home: Workspace,
    model: str,
    tell: Callable[[str], None] = lambda _: None,
    *,
    also: str | None = None,
    pace: Pace = QUICK,
    **more: Any,
) -> Returned:
    """Send what is unanswered of a workspace, and collect it."""
    sitting = Sitting(home, models=(model, also) if also else (model,))

    def docket() -> Iterator[Case]:
        return (sitting.summon(slug) for slug in home.release_paths())

    async def run() -> Returned:
        calls = home.panel_settings().calls
        ledger = open_ledger(home.ledger)
        gateway = open_gateway(calls, ledger)
        bench = Bench(home.prompts(), gateway, ledger, calls.parameters)
        try:
            return await send_and_collect(
                docket, bench, home.ledger, home.root / ".shipskip", pace=pace, tell=tell, **more
            )
        finally:
            await gateway.close()
            await ledger.close()

    return asyncio.run(run())


def spent(home: Workspace) -> Spent:
    """Return what a workspace's ledger holds."""
    books = Books(home.ledger)
    try:
        return books.spent()
    finally:
        books.close()
