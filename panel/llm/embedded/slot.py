"""The one slot of a llama.cpp: what it read last, so that the next seat needn't have it read again."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from panel.domain.call import Message
from panel.errors import CallError, Refused, Unreachable
from panel.llm.embedded.llama import Llama
from panel.llm.scrubbing import scrub
from panel.llm.wire import conversation

_MARGIN = 1.1
"""An estimate of tokens may be wrong by this factor; nearer to the limit they are counted."""


@dataclass(frozen=True)
class Prompt:
    """What a seat is asked, as llama.cpp takes it."""

    opening: list[dict[str, Any]]
    """What all seats of the panel are told; all of it where they share nothing."""
    whole: list[dict[str, Any]]
    """Everything."""

    @classmethod
    def of(cls, messages: Sequence[Message]) -> "Prompt":
        """Return the prompt that these messages make."""
        shared = [message for message in messages if message.shared]
        return cls(conversation(shared or messages, marks=False), conversation(messages, marks=False))


@dataclass
class Opening:
    """An opening as this model's tokens cut it."""

    text: str
    """Its words."""
    tokens: int
    """Its length."""
    evaluated: int
    """How many of its tokens weren't known from what was read before."""
    read: bool = False
    """Whether it has been read by itself."""

    @property
    def bytes_a_token(self) -> float:
        """Bytes of text to a token."""
        return len(self.text.encode()) / self.tokens

    @property
    def characters_a_token(self) -> float:
        """Characters of text to a token."""
        return len(self.text) / self.tokens


class Slot:
    """Asks one question after the other, and keeps account of what is really evaluated.

    The opening is read by itself before the first seat's own part: models that carry a state along instead of a cache
    of every token (hybrid and recurrent ones) can only return to where a prompt ended.

    Args:
        llama: Where it is.
    """

    def __init__(self, llama: Llama) -> None:
        self.llama = llama
        self._opening: Opening | None = None

    def meet(self, prompt: Prompt) -> Opening:
        """Return what is known of a prompt's opening; a new one is measured, not read."""
        text = _text(prompt.opening)
        if self._opening is None or self._opening.text != text:
            tokens, known = self._measure(prompt.opening)
            self._opening = Opening(text, tokens, tokens - known)
        return self._opening

    def tokens(self, prompt: Prompt, answer: int) -> int:
        """Return a prompt's tokens: counted, unless it surely fits with an answer of so many."""
        opening = self.meet(prompt)
        guess = int(len(_text(prompt.whole).encode()) / opening.bytes_a_token * _MARGIN)
        return guess if guess + answer <= self.llama.context else self._measure(prompt.whole)[0]

    def ask(self, prompt: Prompt, settings: dict[str, Any]) -> tuple[dict[str, Any], int]:
        """Return llama.cpp's answer, and how many tokens of the prompt needn't be evaluated for it.

        Raises:
            Refused: It is asked for something that it can't do.
            Unreachable: It ended or failed.
        """
        ahead = self._read_ahead(prompt)
        answer = self.llama.ask({"messages": prompt.whole, "cache_prompt": True, **settings})
        if "error" in answer:
            raise self._failure(answer["error"])
        return answer, max(int(answer["usage"]["prompt_tokens_details"]["cached_tokens"]) - ahead, 0)

    def _read_ahead(self, prompt: Prompt) -> int:
        """Have an opening read that is new, and return how many tokens that took."""
        opening = self.meet(prompt)
        if opening.read or prompt.opening == prompt.whole:
            return 0
        opening.read = True
        answer = self.llama.ask({"messages": prompt.opening, "cache_prompt": True, "max_tokens": 1})
        return 0 if "error" in answer else opening.evaluated

    def _measure(self, messages: list[dict[str, Any]]) -> tuple[int, int]:
        """Return how many tokens messages have, and how many of them are known from what was read before."""
        seen = self.llama.measure({"messages": messages, "cache_prompt": True, "max_tokens": 1})
        if "prompt_progress" in seen:
            return int(seen["prompt_progress"]["total"]), int(seen["prompt_progress"]["cache"])
        error = seen.get("error", {})
        if "n_prompt_tokens" in error:
            return int(error["n_prompt_tokens"]), 0
        raise self._failure(error)

    def _failure(self, error: dict[str, Any]) -> CallError:
        said = error.get("message") or "it gives no reason"
        problem = scrub(f"llama.cpp failed with {self.llama.name}: {said}")
        return Unreachable(problem) if int(error.get("code", 500)) >= 500 else Refused(problem)


def _text(messages: Sequence[dict[str, Any]]) -> str:
    return "\n".join(str(message["content"]) for message in messages)
