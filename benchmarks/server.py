"""A chat-completions server lean enough not to be what is measured; a process of its own.

    python benchmarks/server.py --latency 0.1 answers.json

``answers.json`` maps a text to a reply: a request that contains the text gets the reply, one that contains none gets
the last. ``GET /faults/0.2`` lets a fifth of the requests fail from then on, in turn by a 500, a 429 with Retry-After,
a dropped connection, silence beyond any deadline, half a reply, and an empty one. Answers are made beforehand, and
nothing is checked: tests have a server that does. It prints its port, and ``GET /`` returns how many requests it
answered, how many of them failed and how, and what CPU seconds it used.
"""

import argparse
import asyncio
import contextlib
import json
import re
import time
from pathlib import Path

_LENGTH = re.compile(rb"\r\nContent-Length: *(\d+)", re.IGNORECASE)


_EMPTY = b"Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
_FAILED = b"HTTP/1.1 500 Internal Server Error\r\n" + _EMPTY
_TOO_MANY = b"HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1\r\n" + _EMPTY
_FAULTS = ("500", "429", "drop", "silence", "half", "empty")
"""How requests fail, in turn."""


class Server:
    """What all connections share."""

    def __init__(self, replies: dict[str, str], latency: float) -> None:
        self.latency = latency
        self.answered = 0
        self.faults = 0.0
        self.failed = dict.fromkeys(_FAULTS, 0)
        self.answers = [(text.encode(), _response(_completion(reply))) for text, reply in replies.items()]
        self.halves = {
            text.encode(): _response(_completion(reply[: len(reply) // 2])) for text, reply in replies.items()
        }
        self.nothing = _response(_completion(""))

    def answer(self, request: bytes) -> bytes | None:
        """Return the answer to a request, None for a dropped connection; a share of them fails, evenly spread."""
        self.answered += 1
        text, answer = next((each for each in self.answers if each[0] in request), self.answers[-1])
        if self.answered * 7_919 % 1_000 >= 1_000 * self.faults:
            return answer
        fault = _FAULTS[sum(self.failed.values()) % len(_FAULTS)]
        self.failed[fault] += 1
        failures = {"500": _FAILED, "429": _TOO_MANY, "silence": b"", "half": self.halves[text], "empty": self.nothing}
        return failures.get(fault)

    def account(self) -> bytes:
        """Return the account of the work done so far."""
        return _response({"answered": self.answered, "failed": self.failed, "cpu_s": time.process_time()})


class Connection(asyncio.Protocol):
    """One kept-alive connection; a client sends the next request when it has the answer to the last one."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._parts: list[bytes] = []
        self._missing = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Collect a request; answer it once it is whole."""
        if not self._parts:
            self._missing = _size(data)
        self._parts.append(data)
        self._missing -= len(data)
        if self._missing <= 0:
            request, self._parts = b"".join(self._parts), []
            loop = asyncio.get_running_loop()
            if request.startswith(b"GET /faults/"):
                self._server.faults = float(request.split()[1].rpartition(b"/")[2])
            if request.startswith(b"GET"):
                self._transport.write(self._server.account())
            else:
                loop.call_later(self._server.latency, self._say, self._server.answer(request))

    def _say(self, answer: bytes | None) -> None:
        if answer is None:
            self._transport.abort()
        else:
            self._transport.write(answer)


def _size(start: bytes) -> int:
    """Return the bytes of a request, head and body; its head comes in one piece from the clients measured here."""
    length = _LENGTH.search(start)
    return start.index(b"\r\n\r\n") + 4 + (int(length[1]) if length else 0)


def _completion(reply: str) -> dict[str, object]:
    message = {"role": "assistant", "content": reply, "refusal": None}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1_790_000_000,
        "model": "bench",
        "choices": [{"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}],
        "usage": {
            "prompt_tokens": 4_000,
            "completion_tokens": 300,
            "total_tokens": 4_300,
            "prompt_tokens_details": {"cached_tokens": 3_500},
        },
    }


def _response(body: dict[str, object]) -> bytes:
    written = json.dumps(body).encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(written)}\r\n\r\n"
    return head.encode() + written


async def serve() -> None:
    """Serve until the process is ended."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("answers", type=Path)
    parser.add_argument("--latency", type=float, default=0.1, help="seconds before an answer")
    given = parser.parse_args()
    server = Server(json.loads(given.answers.read_text(encoding="utf-8")), given.latency)
    listening = await asyncio.get_running_loop().create_server(lambda: Connection(server), "127.0.0.1", 0, backlog=512)
    print(listening.sockets[0].getsockname()[1], flush=True)
    await listening.serve_forever()


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt, asyncio.CancelledError):
        asyncio.run(serve())
