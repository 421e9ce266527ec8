import asyncio
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from panel.domain.call import Call, Request, Usage
from panel.llm.ledger import Ledger
from tests.servers.postgres import running_postgres


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """A PostgreSQL server of our own."""
    with running_postgres() as address:
        yield address


WRITER = """
import asyncio, sys
from panel.domain.call import Call, Request
from panel.llm.ledger import Ledger

async def main():
    ledger = Ledger(sys.argv[1])
    request = Request.model_validate_json(sys.stdin.read())
    for number in range(20):
        call = Call(request=request.id, model="m", answered_by=sys.argv[2], text=str(number), cost_usd=0.25)
        await ledger.record(request, call)
    await ledger.close()

asyncio.run(main())
"""


def test_several_machines_share_one_ledger(
    url: str, request_for: Callable[..., Request], answer: Callable[..., Call]
) -> None:
    """Processes that begin together on an empty database all get everything in, and it is found and added up."""
    request = request_for()
    given = request.model_dump_json(by_alias=True)
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, url, str(n)], stdin=subprocess.PIPE, text=True)
        for n in range(3)
    ]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write(given)
        writer.stdin.close()
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0, 0]

    async def look() -> None:
        ledger = Ledger(url)
        odd = answer(request, usage=Usage(prompt_tokens=5)).model_copy(update={"text": "a\x00b"})
        await ledger.record(request, odd)
        found = await ledger.find(request)
        assert (len(found), found[0].text) == (61, "a\ufffdb")
        assert len(await ledger.find_question(request.recipe.question)) == 61
        spent = await ledger.spent()
        assert (spent.calls, spent.unpriced, spent.cost_usd) == (61, 1, 15.0)
        await ledger.close()

    asyncio.run(look())
