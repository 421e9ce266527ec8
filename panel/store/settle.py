"""From what an author declared to a noun, or to one sentence that says what is wrong with it."""

import datetime as dt
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from panel.errors import DeclarationError
from panel.store.declared import Declared
from panel.store.nearest import did_you_mean, listed

Model = TypeVar("Model", bound=BaseModel)


def settle(model: type[Model], declared: Declared) -> Model:
    """Make a noun of a declaration, strictly: a number is no text, and a text no number.

    Raises:
        DeclarationError: One sentence about the first mistake, with its line; a misspelt key goes before the missing
            key that it stands for.
    """
    try:
        return model.model_validate(declared.data, strict=True)
    except ValidationError as error:
        raise _complaint(error, model, declared) from None


def _complaint(error: ValidationError, model: type[BaseModel], declared: Declared) -> DeclarationError:
    details = [each for each in error.errors(include_url=False) if not _only_follows(each)]
    first = next((each for each in details if each["type"] == "extra_forbidden"), details[0])
    where = first["loc"]
    if first["type"] == "extra_forbidden":
        known = _keys(model, where[:-1])
        hint = did_you_mean(str(where[-1]), known) or f"; known here: {listed(known)}"
        return declared.error(f"unknown key {str(where[-1])!r}{_within(where[:-1])}{hint}", *where)
    if first["type"] == "missing":
        return declared.error(f"the key {str(where[-1])!r} is missing{_within(where[:-1])}; add it", *where[:-1])
    return declared.error(f"{_named(where)} {_expectation(first)}", *where)


def _only_follows(each: ErrorDetails) -> bool:
    """Whether this error only says that a list is too short because an item of it is wrong."""
    return each["type"] == "too_short" and len(each["input"]) >= each["ctx"]["min_length"]


def _keys(model: type[BaseModel], where: tuple[str | int, ...]) -> list[str]:
    """Return the keys of the noun that stands at a place within another."""
    for step in where:
        if isinstance(step, str) and step in model.model_fields:
            inner = _noun_in(model.model_fields[step].annotation)
            if inner is None:
                return []
            model = inner
    return [field.alias or name for name, field in model.model_fields.items()]


def _noun_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - any type annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_noun_in(each) for each in getattr(annotation, "__args__", ()))
    return next((each for each in inner if each is not None), None)


def _within(where: tuple[str | int, ...]) -> str:
    return f" in {_named(where)}" if where else ""


def _named(where: tuple[str | int, ...]) -> str:
    """Return a place as its author would name it: ``the name of moves, item 3``."""
    if not where:
        return "this"
    *around, last = where
    if isinstance(last, int):
        return f"item {last + 1} of {_named(tuple(around))}"
    return f"{last!r} of {_named(tuple(around))}" if around else repr(last)


def _expectation(each: ErrorDetails) -> str:
    kind, given, limits = each["type"], each["input"], each.get("ctx", {})
    if kind in _LIMITS:
        return _LIMITS[kind].format(given=_shown(given), **limits)
    if kind == "string_pattern_mismatch":
        pattern = str(limits["pattern"])
        return f"must be {_PATTERNS.get(pattern, f'of the form {pattern}')}, not {_shown(given)}"
    if kind == "string_type":
        return _text_expected(given)
    if kind == "value_error":
        return str(limits["error"])
    return f"must be {_TYPES.get(kind, each['msg'].lower())}, not {_shown(given)}"


def _text_expected(given: object) -> str:
    if given is None:
        return "is empty; write something after the colon"
    if isinstance(given, bool | int | float | dt.date):
        read_as = "yes or no" if isinstance(given, bool) else "a date" if isinstance(given, dt.date) else "a number"
        return f"must be text, but unquoted it is read as {read_as} ({_shown(given)}); put it in quotes"
    return f"must be text, not {_shown(given)}"


def _shown(given: object) -> str:
    """Return a value as a sentence quotes it; lists and mappings only by their kind."""
    if given is None:
        return "nothing"
    if isinstance(given, dict):
        return "a mapping (is there a colon too many?)" if given else "an empty mapping"
    if isinstance(given, list | tuple):
        return "a list"
    if isinstance(given, dt.date):
        return given.isoformat()
    text = repr(given)
    return text if len(text) <= 80 else f"{text[:77]}…"


_LIMITS = {
    "greater_than": "must be above {gt:g}, not {given}",
    "greater_than_equal": "must be {ge:g} or more, not {given}",
    "less_than": "must be below {lt:g}, not {given}",
    "less_than_equal": "must be {le:g} or less, not {given}",
    "string_too_short": "needs at least {min_length} characters, not {given}",
    "string_too_long": "may have at most {max_length} characters",
    "too_short": "needs at least {min_length} item(s)",
    "too_long": "may have at most {max_length} items",
    "literal_error": "must be {expected}, not {given}",
}

_TYPES = {
    "tuple_type": "a list (lines that start with '- ')",
    "list_type": "a list (lines that start with '- ')",
    "model_type": "a mapping of keys to values",
    "dict_type": "a mapping of keys to values",
    "float_type": "a number",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "finite_number": "a finite number",
    "bool_type": "true or false",
    "date_type": "a date such as 2026-04-02",
}

_PATTERNS = {
    "^[a-z][a-z0-9_]*$": "lower-case letters, digits and _ with a letter first",
    "^[a-z][a-z0-9_-]*$": "lower-case letters, digits, - and _ with a letter first",
    "^[a-z0-9][a-z0-9._-]*$": "lower-case letters, digits, '.', '-' and '_'",
}
