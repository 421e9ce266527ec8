"""The room of a GGUF file: llama.cpp inside the installation, held to a ballot's grammar."""

import asyncio
import datetime as dt
import importlib.util
import time
from pathlib import Path
from typing import Any

from panel.domain.call import Call, Request, Usage
from panel.errors import CallError, DeclarationError, Refused, Unreachable
from panel.llm.answer import storable
from panel.llm.embedded.grammar import PLAIN, WIDE, Ballots
from panel.llm.embedded.llama import Llama
from panel.llm.embedded.model_file import ModelFile, read_model_file
from panel.llm.schema import ballot_schema
from panel.llm.scrubbing import scrub
from panel.llm.wire import conversation

SCHEME = "gguf:"
USUAL_CONTEXT = 16_384
"""Tokens of context to begin with; its memory is taken at once, so more is taken only when a dossier needs it."""

_STEP = 4_096
_ANSWER = 2_000
"""Tokens kept for an answer that nobody limited."""
_TINY = 64_000_000
"""Bytes of a model below which a second thread costs more than it computes."""
_BYTE_BY_BYTE = 1.2
"""Bytes to a token of prompt below which a vocabulary knows hardly more than single bytes."""


class Embedded:
    """A room in which a GGUF file is asked by llama.cpp, in a child process without a network port.

    One seat is asked after the other over the same slot, so that what they share is read once. The model is loaded at
    the first question, or by ``warm``. Its cost is 0: electricity isn't counted.

    Args:
        model: ``gguf:PATH``.
        context: Tokens of context to begin with; a dossier that needs more gets it, as far as the model was trained.
    """

    remembered = True
    rules = None

    def __init__(self, model: str, *, context: int = USUAL_CONTEXT) -> None:
        self._model = model
        self._context = context
        self._known: ModelFile | None = None
        self._llama: Llama | None = None
        self._turn = asyncio.Lock()

    def check(self) -> None:
        """Find out whether the file can be asked, without loading it.

        Raises:
            DeclarationError: The extra is missing, or the file is, or it is no whole GGUF file of a language model.
        """
        if importlib.util.find_spec("xllamacpp") is None:
            raise DeclarationError(
                f"{self._model!r} needs llama.cpp inside shipskip: run pip install 'shipskip[local]'"
            )
        self._file()

    def identity(self) -> str:
        """Return the model's name in recipes and records: the file's name without its folder, and a digest.

        Raises:
            DeclarationError: The file can't be read.
        """
        return self._file().identity

    def warm(self) -> None:
        """Begin to load the model in the background, if it can be asked at all; ``check`` says why if not."""
        try:
            self.check()
        except DeclarationError:
            return
        self._running()

    async def ask(self, request: Request) -> Call:
        """Return the model's answer; one question at a time.

        Raises:
            DeclarationError: The file can't be asked.
            Refused: The model can't be loaded, or the dossier is too long for it.
            Unreachable: llama.cpp ended, or failed.
        """
        async with self._turn:
            await asyncio.to_thread(self.check)
            try:
                return await asyncio.to_thread(self._call, request)
            except (asyncio.CancelledError, Unreachable):
                self._stop()
                raise

    async def close(self) -> None:
        """End llama.cpp; nothing of it is left."""
        self._stop()

    def _stop(self) -> None:
        llama, self._llama = self._llama, None
        if llama is not None:
            llama.stop()

    def _file(self) -> ModelFile:
        if self._known is None:
            place = self._model.removeprefix(SCHEME)
            if not place.strip():
                raise DeclarationError(f"the model {self._model!r} names no file; write gguf:PATH")
            self._known = read_model_file(Path(place).expanduser())
        return self._known

    @property
    def pid(self) -> int | None:
        """Number of llama.cpp's process, while there is one."""
        return None if self._llama is None else self._llama.pid

    def _running(self, context: int = 0) -> Llama:
        """Return llama.cpp with at least this much context, as far as the model has it."""
        file = self._file()
        context = min(max(context, self._context), file.context)
        if self._llama is not None and (self._llama.context < context or not self._llama.running):
            self._stop()
        if self._llama is None:
            threads = 1 if file.bytes < _TINY else None
            self._llama = Llama(file.path, context=context, threads=threads, name=file.name)
        return self._llama

    def _call(self, request: Request) -> Call:
        began = time.monotonic()
        file = self._file()
        messages = conversation(request.messages, marks=False)
        prompt = {"messages": messages, "cache_prompt": True}
        llama = self._running()
        tokens, cached = self._measure(llama, prompt)
        needed = tokens + (request.recipe.parameters.max_tokens or _ANSWER)
        if needed > llama.context:
            llama, cached = self._wider(tokens, needed), 0
        answer = llama.ask({**prompt, **_settings(request, messages, tokens)})
        if "error" in answer:
            raise _failure(answer["error"], file.name)
        choice, usage = answer["choices"][0], answer["usage"]
        said = choice["message"].get("content") or choice["message"].get("reasoning_content") or ""
        return Call(
            request=request.id,
            model=request.recipe.model,
            answered_by=f"{SCHEME}{file.name}",
            text=storable(said),
            finish_reason=choice.get("finish_reason"),
            rung="schema" if request.schema_ else "prompt",
            usage=Usage(
                prompt_tokens=usage["prompt_tokens"], completion_tokens=usage["completion_tokens"], cached_tokens=cached
            ),
            cost_usd=0.0,
            seconds=time.monotonic() - began,
            at=dt.datetime.now(dt.UTC),
        )

    def _measure(self, llama: Llama, prompt: dict[str, Any]) -> tuple[int, int]:
        """Return a prompt's tokens, and how many of them llama.cpp has read already.

        Counted before the prompt is read: measuring reads a first stretch of it, which the answer then finds done.
        """
        seen = llama.measure({**prompt, "max_tokens": 1})
        if "prompt_progress" in seen:
            return int(seen["prompt_progress"]["total"]), int(seen["prompt_progress"]["cache"])
        error = seen.get("error", {})
        if "n_prompt_tokens" in error:
            return int(error["n_prompt_tokens"]), 0
        raise _failure(error, self._file().name)

    def _wider(self, tokens: int, needed: int) -> Llama:
        """Return llama.cpp with more context, where the model itself has it."""
        file = self._file()
        if needed > file.context:
            raise Refused(
                f"the dossier is too long for {file.name}: the prompt has {tokens:,} tokens, with the answer "
                f"{needed:,}, and the model's context has {file.context:,}; shorten the dossier or take another model"
            )
        return self._running(-(-needed // _STEP) * _STEP)


def _settings(request: Request, messages: list[dict[str, Any]], tokens: int) -> dict[str, Any]:
    """Return how llama.cpp is to answer: the same request always gets the same seed."""
    asked = request.recipe.parameters
    longest = asked.max_tokens or _ANSWER
    settings: dict[str, Any] = {
        "max_tokens": longest,
        "seed": int(request.id[:7], 16),
        "reasoning_format": "none",
        "chat_template_kwargs": {"enable_thinking": False},
    }
    if asked.temperature is not None:
        settings["temperature"] = asked.temperature
    if request.schema_ == ballot_schema():
        settings["grammar"] = _grammar(request, "".join(str(each["content"]) for each in messages), tokens, longest)
    elif request.schema_:
        settings["json_schema"] = request.schema_
    return settings


def _grammar(request: Request, prompt: str, tokens: int, longest: int) -> str:
    """Return the grammar of ballots that are complete within so many tokens.

    The prompt itself shows how much text a token holds. Where that is hardly more than a byte, texts are kept to ASCII
    with a token for each character, so that even noise is a whole ballot. Else half of what the prompt promises is
    allowed, in any script.
    """
    byte_by_byte = len(prompt.encode()) < _BYTE_BY_BYTE * tokens
    characters = longest - 1 if byte_by_byte else int(longest * len(prompt) / tokens / 2)
    ballots = Ballots(request.persona, tuple(request.dossier.by_cite))
    if characters < ballots.shortest:
        raise Refused(
            f"max_tokens is {longest:,}, which leaves room for {characters:,} characters, and the shortest ballot of "
            f"{request.persona.name} has {ballots.shortest:,}; allow more tokens"
        )
    return ballots.grammar(characters, character=PLAIN if byte_by_byte else WIDE)


def _failure(error: dict[str, Any], name: str) -> CallError:
    problem = scrub(f"llama.cpp failed with {name}: {error.get('message') or 'it gives no reason'}")
    return Unreachable(problem) if int(error.get("code", 500)) >= 500 else Refused(problem)
