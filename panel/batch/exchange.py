"""``batch export`` and ``batch import``: what is unanswered goes out as a file, answers come back as one.

The file is for any other runner: a provider's own console, vLLM's run_batch, a colleague's cluster, or a person with a
chat window. What goes out is noted in the ledger's database, so an answer is recognised by its custom id whenever it
comes back, and whoever brings it.
"""

import asyncio
import contextlib
import json
import os
import secrets
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Literal, TypeVar

from pydantic import Field

from panel.batch.chat_sheet import is_sheet, read_sheet, sheet_of
from panel.batch.missing import by_model as missing_by_model
from panel.domain.call import Call, Request
from panel.domain.noun import Noun
from panel.errors import DeclarationError
from panel.hearing.poll import Bench
from panel.llm.answer import charged_by
from panel.llm.bulk.bodies import Translator
from panel.llm.bulk.books import BulkBooks
from panel.llm.bulk.calls import call_of
from panel.llm.bulk.lines import BadLine, read_line
from panel.llm.bulk.nouns import Answer
from panel.llm.bulk.openai import batch_line
from panel.llm.own_server import find_own_server
from panel.llm.room import links
from panel.llm.wire import body
from panel.sitting import Case

Format = Literal["openai", "anthropic", "chat"]
Item = TypeVar("Item")

HANDFUL = 500
"""Lines that are looked up and entered together."""
MOST_TOLD = 50
"""Bad lines that are kept to be told one by one."""


class Exported(Noun):
    """What went out."""

    calls: int = 0
    """Lines written."""
    models: dict[str, int] = Field(default_factory=dict)
    """The same by model."""


class Trouble(Noun):
    """A line that brought nothing."""

    line: int = Field(ge=1)
    """Its number in the file, counted from 1."""
    said: str
    """What is the matter with it."""


class Imported(Noun):
    """What came in."""

    entered: int = 0
    """Answers that are new in the ledger."""
    known: int = 0
    """Answers that stood there already."""
    failed: int = 0
    """Lines that say that their call failed; they stay unanswered."""
    unknown: int = 0
    """Lines with ids that this workspace never asked for."""
    bad: int = 0
    """Lines that can't be read."""
    troubles: tuple[Trouble, ...] = ()
    """The first of those that brought nothing."""


async def export(
    docket: Iterable[Case], bench: Bench, place: Path | str, file: Path, *, form: Format = "openai"
) -> Exported:
    """Write a file of everything that is unanswered; a file that stands there is replaced when the new one is whole.

    Args:
        docket: The releases and their panels.
        bench: Prompts, gateway and ledger; nobody is asked.
        place: The ledger's file or URL.
        file: Where to write.
        form: ``openai`` batch lines, ``anthropic`` batch lines, or a ``chat`` sheet to be filled in by a person.

    Raises:
        DeclarationError: The file can't be written, or there is no model to ask.
    """
    books, by_model, number = BulkBooks(place), dict[str, int](), 0
    beside = file.with_name(f".{file.name[:100]}.{secrets.token_hex(4)}.tmp")
    writer = _Writer(form)
    try:
        with _writing(beside, file) as out:
            async for model, requests in missing_by_model(docket, bench):
                await asyncio.to_thread(books.note, requests)
                for request in requests:
                    number += 1
                    out.write(writer.written(model, request, number))
                    by_model[model] = by_model.get(model, 0) + 1
            out.flush()
            os.fsync(out.fileno())
        beside.replace(file)
    except OSError as error:
        raise DeclarationError(f"it can't be written ({error.strerror})", file=file) from None
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()
        await asyncio.to_thread(books.close)
    return Exported(calls=number, models=by_model)


def bring_in(file: Path, place: Path | str, *, expect: Callable[[BulkBooks], None] | None = None) -> Imported:
    """Enter the answers of a file into the ledger; what is there already isn't entered again.

    Args:
        file: Batch output of OpenAI, vLLM or Anthropic, lines of ``{"custom_id", "content"}``, or a filled-in sheet.
        place: The ledger's file or URL.
        expect: Notes what the workspace would ask; called once, when the file has an id that nobody exported from here.

    Raises:
        DeclarationError: The file can't be read, or the ledger can't be used.
    """
    books = BulkBooks(place)
    try:
        with file.open("rb") as raw:
            head = raw.read(4_096)
            raw.seek(0)
            lines = read_sheet(raw.read().decode("utf-8", "replace")) if is_sheet(head) else _lines(raw)
            return _Reader(books, expect).read(lines)
    except OSError as error:
        raise DeclarationError(f"it can't be read ({error.strerror})", file=file) from None
    finally:
        books.close()


class _Writer:
    """Writes requests in one of the forms."""

    def __init__(self, form: Format) -> None:
        self._form = form
        self._translators: dict[str, Translator] = {}

    def written(self, model: str, request: Request, number: int) -> bytes:
        if self._form == "chat":
            return sheet_of(request, number).encode("utf-8", "backslashreplace")
        if self._form == "anthropic":
            params, _ = self._translator(model, marks=True).translated(request, "schema")
            line = json.dumps({"custom_id": request.id, "params": params}, ensure_ascii=False)
            return f"{line}\n".encode("utf-8", "backslashreplace")
        provider, _, name = model.partition("/")
        if provider == "openai" and name and find_own_server(model) is None:
            asked, _ = self._translator(model, marks=False).translated(request, "schema")
        else:
            asked = {"model": name or model, **body(request, "schema", marks=False)}
        return batch_line(request.id, asked) + b"\n"

    def _translator(self, model: str, *, marks: bool) -> Translator:
        return self._translators.setdefault(model, Translator(model, marks=marks))


class _Reader:
    """Enters lines, a handful at a time."""

    def __init__(self, books: BulkBooks, expect: Callable[[BulkBooks], None] | None) -> None:
        self._books, self._expect = books, expect
        self._entered = self._known = self._failed = self._unknown = self._bad = 0
        self._troubles: list[Trouble] = []

    def read(self, lines: Iterable[tuple[int, bytes | BadLine]]) -> Imported:
        for some in _handfuls(lines, HANDFUL):
            self._enter({number: answer for number, line in some if (answer := self._answer(number, line))})
        return Imported(
            entered=self._entered,
            known=self._known,
            failed=self._failed,
            unknown=self._unknown,
            bad=self._bad,
            troubles=tuple(sorted(self._troubles, key=lambda each: each.line)),
        )

    def _answer(self, number: int, line: bytes | BadLine) -> Answer | None:
        try:
            if isinstance(line, BadLine):
                raise line
            answer = read_line(line, "the model")
        except BadLine as bad:
            self._bad += 1
            self._tell(number, str(bad))
            return None
        if answer.completion is None:
            self._failed += 1
            self._tell(number, answer.reason or "its call failed")
            return None
        return answer

    def _enter(self, answers: dict[int, Answer]) -> None:
        ids = [answer.request for answer in answers.values()]
        rows = self._books.asked(ids)
        if self._expect is not None and any(each not in rows for each in ids):
            expect, self._expect = self._expect, None
            expect(self._books)
            rows = self._books.asked(ids)
        brought: list[Call] = []
        for number, answer in answers.items():
            if answer.request not in rows:
                self._unknown += 1
                self._tell(number, f"nobody here asked for {answer.request[:80]!r}")
                continue
            brought.append(_call(answer, str(rows[answer.request]["model"])))
        fresh = self._books.bring(brought)
        self._entered += len(fresh)
        self._known += len(brought) - len(fresh)

    def _tell(self, number: int, said: str) -> None:
        if len(self._troubles) < MOST_TOLD:
            self._troubles.append(Trouble(line=number, said=said))


def _call(answer: Answer, model: str) -> Call:
    """Return an answer as a call; what it cost elsewhere is known only if it says so."""
    person = not (answer.completion or {}).get("usage")
    cost = charged_by(answer.completion)
    return call_of(answer, links(model)[0], rung="prompt" if person else "schema", cost_usd=cost)


def _lines(raw: BinaryIO) -> Iterator[tuple[int, bytes]]:
    return ((number, line) for number, line in enumerate(raw, start=1) if line.strip())


def _writing(beside: Path, file: Path) -> BinaryIO:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return beside.open("xb")
    except OSError as error:
        raise DeclarationError(f"it can't be written ({error.strerror})", file=file) from None


def _handfuls(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    source = iter(items)
    while some := list(islice(source, size)):
        yield some
