"""The room of a GGUF file: llama.cpp inside the installation, held to a ballot's grammar."""

import asyncio
import datetime as dt
import importlib.util
import time
from pathlib import Path

from panel.domain.call import Call, Request, Usage
from panel.errors import DeclarationError, Refused, Unreachable
from panel.llm.answer import storable
from panel.llm.embedded.llama import Llama
from panel.llm.embedded.model_file import ModelFile, read_model_file
from panel.llm.embedded.settings import USUAL_ANSWER, settings
from panel.llm.embedded.slot import Prompt, Slot

SCHEME = "gguf:"
USUAL_CONTEXT = 16_384
"""Tokens of context to begin with; its memory is taken at once, so more is taken only when a dossier needs it."""

_STEP = 4_096
_TINY = 64_000_000
"""Bytes of a model below which a second thread costs more than it computes."""


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
        self._slot: Slot | None = None
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
        slot, self._slot = self._slot, None
        if slot is not None:
            slot.llama.stop()

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
        return None if self._slot is None else self._slot.llama.pid

    def _running(self, context: int = 0) -> Slot:
        """Return llama.cpp with at least this much context, as far as the model has it."""
        file = self._file()
        context = min(max(context, self._context), file.context)
        if self._slot is not None and (self._slot.llama.context < context or not self._slot.llama.running):
            self._stop()
        if self._slot is None:
            threads = 1 if file.bytes < _TINY else None
            self._slot = Slot(Llama(file.path, context=context, threads=threads, name=file.name))
        return self._slot

    def _call(self, request: Request) -> Call:
        began = time.monotonic()
        prompt = Prompt.of(request.messages)
        slot = self._roomy(prompt, request.recipe.parameters.max_tokens or USUAL_ANSWER)
        answer, cached = slot.ask(prompt, settings(request, slot.meet(prompt)))
        choice, usage = answer["choices"][0], answer["usage"]
        said = choice["message"].get("content") or choice["message"].get("reasoning_content") or ""
        return Call(
            request=request.id,
            model=request.recipe.model,
            answered_by=f"{SCHEME}{self._file().name}",
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

    def _roomy(self, prompt: Prompt, answer: int) -> Slot:
        """Return llama.cpp with context enough for a prompt and its answer, where the model itself has it."""
        file, slot = self._file(), self._running()
        tokens = slot.tokens(prompt, answer)
        needed = tokens + answer
        if needed <= slot.llama.context:
            return slot
        if needed > file.context:
            raise Refused(
                f"the dossier is too long for {file.name}: the prompt has {tokens:,} tokens, with the answer "
                f"{needed:,}, and the model's context has {file.context:,}; shorten the dossier or take another model"
            )
        return self._running(-(-needed // _STEP) * _STEP)
