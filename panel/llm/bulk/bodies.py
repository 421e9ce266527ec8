"""Requests in the form in which a provider takes them in bulk: what litellm would have sent, for many at once."""

import json
from collections.abc import Sequence
from functools import partial
from typing import Any

from panel.domain.call import Request
from panel.errors import DeclarationError
from panel.llm.gateway import raw_request
from panel.llm.ladder import Rung
from panel.llm.wire import body

_MARK = "@@text-{}@@"
"""Stands for one of the texts while litellm translates: as many requests as have the same form are translated once."""


class Translator:
    """Makes the bodies of requests to one hosted model.

    Args:
        model: The model as its user named it.
        marks: Whether the provider wants to be told where the shared prefix ends.
    """

    def __init__(self, model: str, *, marks: bool) -> None:
        self._model, self._marks = model, marks
        self._forms: dict[str, tuple[str, dict[str, str]]] = {}

    def translated(self, request: Request, rung: Rung) -> tuple[dict[str, Any], dict[str, str]]:
        """Return the body in the provider's own form, and the headers beyond the usual that it needs.

        Raises:
            DeclarationError: litellm can't say what it would send.
        """
        asked = body(request, rung, marks=self._marks)
        texts: list[str] = []
        form = {**asked, "messages": _marked(asked["messages"], texts)}
        known = json.dumps(form, sort_keys=True)
        if known not in self._forms:
            self._forms[known] = self._translate(form, len(texts))
        outline, headers = self._forms[known]
        return _filled(json.loads(outline), texts), headers

    def _translate(self, form: dict[str, Any], texts: int) -> tuple[str, dict[str, str]]:
        made, headers = raw_request(self._model, form)
        if extra := made.pop("extra_body", None):
            made |= extra
        outline = json.dumps(made)
        if any(outline.count(f'"{_MARK.format(number)}"') != 1 for number in range(texts)):
            raise DeclarationError(
                f"litellm changes the texts that go to {self._model!r}, so they can't be sent in bulk: "
                "use --engine local"
            )
        return outline, headers


def _marked(messages: Sequence[dict[str, Any]], texts: list[str]) -> list[dict[str, Any]]:
    """Return messages with marks in the place of texts, which are collected."""

    def mark(text: str) -> str:
        texts.append(text)
        return _MARK.format(len(texts) - 1)

    marked = []
    for message in messages:
        content = message["content"]
        parts = content if isinstance(content, str) else [{**part, "text": mark(part["text"])} for part in content]
        marked.append({**message, "content": mark(parts) if isinstance(parts, str) else parts})
    return marked


def _filled(value: Any, texts: Sequence[str]) -> Any:  # noqa: ANN401 - anything that JSON holds
    """Return the value with texts in the place of marks."""
    if isinstance(value, dict):
        return {key: _filled(each, texts) for key, each in value.items()}
    if isinstance(value, list):
        return list(map(partial(_filled, texts=texts), value))
    if isinstance(value, str) and value.startswith("@@text-"):
        number = value.removeprefix("@@text-").removesuffix("@@")
        if number.isdigit() and int(number) < len(texts):
            return texts[int(number)]
    return value
