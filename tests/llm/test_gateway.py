import asyncio
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from panel.domain.call import Request
from panel.errors import DeclarationError
from panel.llm.gateway import LitellmRoom
from tests.servers import Server

Make = Callable[..., Request]


def test_a_model_that_cannot_be_asked_asks_nobody(
    server: Server, request_for: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a key the check fails, and so does asking; no request goes out."""
    monkeypatch.delenv("OPENAI_BASE_URL")
    with pytest.raises(DeclarationError, match="set OPENAI_API_KEY"):
        LitellmRoom("openai/any").check()
    with pytest.raises(DeclarationError, match="set OPENAI_API_KEY"):
        asyncio.run(LitellmRoom("openai/any").ask(request_for()))
    assert server.log() == []


PROGRAM = """
import asyncio, sys
from panel.domain.call import Request
from panel.llm.gateway import LitellmRoom
from panel.llm.retrying import Patience

request = Request.model_validate_json(sys.stdin.read())

async def main():
    room = LitellmRoom("openai/any", Patience(attempts=2, timeout_s=5, first_pause_s=0))
    room.warm()
    for _ in range(3):
        try:
            print((await room.ask(request)).finish_reason)
        except Exception as error:
            print(type(error).__name__)
    await room.close()

asyncio.run(main())
asyncio.run(main())
"""


def test_stderr_stays_silent(server: Server, request_for: Make, tmp_path: Path) -> None:
    """Answers, retries and refusals print nothing, not even at the end; event loops may follow each other."""
    server.next("ok", "500", "ok", "401", "ok", "html", "reset", "ok")
    given = request_for().model_dump_json(by_alias=True)
    told = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "LITELLM_LOG": "DEBUG"}
    done = subprocess.run(
        [sys.executable, "-W", "default::ResourceWarning", "-c", PROGRAM],
        input=given, capture_output=True, text=True, env=told, cwd=tmp_path, timeout=90, check=True,
    )  # fmt: skip
    assert done.stderr == ""
    assert done.stdout.split() == ["stop", "stop", "Refused", "stop", "Unreachable", "stop"]


def test_importing_the_house_does_not_import_litellm() -> None:
    """Seconds are paid when a model is asked, not before."""
    modules = sorted(f"panel.llm.{path.stem}" for path in Path("panel/llm").glob("*.py") if path.stem != "__init__")
    assert "panel.llm.gateway" in modules
    program = f"import sys, importlib\nfor m in {modules}: importlib.import_module(m)\nprint('litellm' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_reading_and_rehearsing_import_no_database() -> None:
    """A review by the builtin reviewer pays for neither SQLAlchemy nor tenacity nor asyncio's clients."""
    program = (
        "import sys, panel.llm.rooms, panel.llm.reading, panel.llm.schema, panel.llm.rehearsal\n"
        "print([m for m in ('sqlalchemy', 'tenacity', 'litellm', 'aiohttp', 'httpx') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
