"""A sheet for a person with a chat window: prompts to copy, and a place beneath each to paste the answer."""

import json
import re
from collections.abc import Iterator

from panel.domain.call import Request
from panel.llm.bulk.lines import BadLine

HEAD = "<!-- shipskip chat sheet"
_INTRODUCTION = (
    f"{HEAD}: copy each prompt into a chat of its own, paste the whole answer between the two marks beneath it, save, "
    "and give this file to `shipskip batch import`. Leave the marks as they are. -->\n\n"
)
_PASTED = re.compile(
    r"^<!-- answer ([0-9a-f]{64}) begins -->[ \t]*\r?\n(.*?)^<!-- answer \1 ends -->", re.DOTALL | re.MULTILINE
)
_BEGUN = re.compile(r"^<!-- answer ([0-9a-f]{64}) begins -->", re.MULTILINE)


def is_sheet(head: bytes) -> bool:
    """Whether a file begins as a sheet does."""
    return head.lstrip(b"\xef\xbb\xbf \r\n").startswith(HEAD.encode())


def sheet_of(request: Request, number: int) -> str:
    """Return one prompt as part of a sheet.

    Args:
        request: What is asked.
        number: Its place in the sheet, counted from 1; the first one brings the introduction.
    """
    prompt = "\n\n".join(message.content for message in request.messages)
    longest = max((len(run) for run in re.findall(r"`+", prompt)), default=0)
    fence = "`" * max(4, longest + 1)
    who = request.persona.name if request.persona else "the panel"
    title = " ".join(f"{who} on {request.dossier.release.name}".split())
    sample = f", sample {request.recipe.sample}" if request.recipe.sample > 1 else ""
    return (
        f"{_INTRODUCTION if number == 1 else ''}## {number}. {title}{sample}\n\n"
        f"{fence}text\n{prompt}\n{fence}\n\n"
        f"<!-- answer {request.id} begins -->\n\n<!-- answer {request.id} ends -->\n\n"
    )


def read_sheet(text: str) -> Iterator[tuple[int, bytes | BadLine]]:
    """Yield the answers that were pasted into a sheet, as lines of ``{"custom_id", "content"}`` with their numbers.

    Places that are still empty are passed over; one whose end mark is gone is yielded as what is wrong with it.
    """
    whole = {found.start(): found for found in _PASTED.finditer(text)}
    for begun in _BEGUN.finditer(text):
        number = text.count("\n", 0, begun.start()) + 1
        found = whole.get(begun.start())
        if found is None:
            yield number, BadLine("has no end mark after it; put it back")
        elif found[2].strip():
            yield number, json.dumps({"custom_id": found[1], "content": found[2].strip()}).encode()
