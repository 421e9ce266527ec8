"""The process in which strangers' documents are read: what stalls or floods it is ended, and nothing else with it.

It reads requests from stdin and writes answers to stdout: one line of JSON each, a request's followed by its bytes.
"""

import datetime as dt
import json
import sys
from typing import Any

from panel.errors import DeclarationError
from panel.store.intake.feed_items import read_feed
from panel.store.intake.reading import Arrival, read_arrival

MOST_MEMORY = 3 * 1024**3
"""Bytes of address space."""


def main() -> None:
    """Read documents until stdin ends."""
    _limit_memory()
    source, answers = sys.stdin.buffer, sys.stdout
    sys.stdout = sys.stderr  # what a library prints must not stand among the answers
    while line := source.readline():
        request = json.loads(line)
        raw = source.read(request.pop("size"))
        answers.write(json.dumps(_answer(raw, request)) + "\n")
        answers.flush()


def _answer(raw: bytes, request: dict[str, Any]) -> dict[str, Any]:
    today, task = dt.date.fromisoformat(request.pop("today")), request.pop("task")
    arrival = Arrival(raw=raw, **request)
    try:
        if task == "feed":
            url = arrival.url or arrival.place
            return {"read": read_feed(raw, url, arrival.mime, arrival.charset, today).as_json()}
        return {"read": read_arrival(arrival, today).as_json()}
    except DeclarationError as error:
        return {"problem": str(error)}
    except (MemoryError, RecursionError):
        return {"problem": f"{arrival.place!r} is too large or too deeply nested to read; save its text as a file"}


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    main()
