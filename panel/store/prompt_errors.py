"""What a template did wrong, in one sentence with its file and line."""

import traceback
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jinja2 import StrictUndefined, Template, meta, nodes
from jinja2.exceptions import SecurityError
from jinja2.utils import missing
from pydantic import BaseModel

from panel.errors import DeclarationError
from panel.store.nearest import did_you_mean, listed


class Unknown(StrictUndefined):
    """A name that a template uses and that nothing stands for; any use of it is an error."""

    @property
    def _undefined_message(self) -> str:
        name = str(self._undefined_name)
        if self._undefined_hint:
            return self._undefined_hint
        if self._undefined_obj is missing:
            return f"{name!r} is unknown"
        if isinstance(self._undefined_obj, BaseModel):
            noun = type(self._undefined_obj)
            hint = did_you_mean(name, noun.model_fields) or f"; it has {listed(noun.model_fields)}"
            return f"a {noun.__name__} has no {name!r}{hint}"
        return f"{type(self._undefined_obj).__name__} has no {name!r}"


_PLAIN: dict[type[Exception], str] = {
    RecursionError: "the template includes itself without end",
    UnicodeDecodeError: "the template isn't UTF-8; save it as UTF-8",
}

_DEFAULTS = ("default", "d")


def complaint(error: Exception, known: Mapping[str, Any]) -> DeclarationError:
    """Return the error to raise for one that a template caused.

    Args:
        error: What was raised while it was loaded or rendered.
        known: The variables that the template was told.
    """
    file, line = _place(error)
    problem = _PLAIN.get(type(error), str(error))
    if isinstance(error, SecurityError):
        problem = f"{problem}; templates run in a sandbox and see only what they are told"
    elif problem.endswith("is unknown"):
        return unknown_name(problem.split("'")[1], known, file=file, line=line)
    return DeclarationError(problem, file=file, line=line)


def unknown_name(name: str, known: Iterable[str], *, file: str | None, line: int | None) -> DeclarationError:
    """Return the error to raise about a name that nothing stands for."""
    known = sorted(known)
    hint = did_you_mean(name, known) or f"; what is known here: {listed(known)}"
    if name == "persona" and "dossier" in known:
        hint = " here: what stands outside the block 'persona' is shared by all seats"
    return DeclarationError(f"{name!r} is unknown{hint}", file=file, line=line)


def unknown_names(template: nodes.Template, known: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Yield every name that a template uses and nobody gives it, with its line; names asked after are left out."""
    asking = [*template.find_all(nodes.Test), *(f for f in template.find_all(nodes.Filter) if f.name in _DEFAULTS)]
    asked = {each.node.name for each in asking if isinstance(each.node, nodes.Name)}
    unknown = meta.find_undeclared_variables(template) - set(known) - asked
    for name in template.find_all(nodes.Name):
        if name.name in unknown:
            yield name.name, name.lineno


def _place(error: Exception) -> tuple[str | None, int | None]:
    """Return the file and line of the innermost template that was running."""
    file, line = None, None
    for frame, lineno in traceback.walk_tb(error.__traceback__):
        template = frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            file, line = template.filename, template.get_corresponding_lineno(lineno)
    return file, line
