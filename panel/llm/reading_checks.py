"""A careful reader of fact-checkers' answers."""

from collections.abc import Iterator
from typing import Any, NamedTuple, get_args

from panel.domain.judgement import JudgementKind
from panel.errors import Unreadable
from panel.llm.particulars import named_cites
from panel.llm.replies import Fields, take_apart

_READINGS: dict[str, JudgementKind] = {
    **{kind: kind for kind in get_args(JudgementKind)},
    "not_stated": "unsupported",
    "not stated": "unsupported",
}


class Check(NamedTuple):
    """What a model says of one statement."""

    number: int
    """Number of the statement, counted from 1."""
    kind: JudgementKind
    """Its reading."""
    why: str
    """One sentence."""
    cites: tuple[str, ...]
    """The lines that decide."""


class Pair(NamedTuple):
    """Two lines that a model takes for a disagreement."""

    a: str
    """Citation of the one."""
    b: str
    """Citation of the other."""
    about: str
    """What they disagree about."""
    why: str
    """One sentence."""


class Answer(NamedTuple):
    """A fact-checker's answer."""

    checks: tuple[Check, ...]
    """Its readings, one per statement."""
    pairs: tuple[Pair, ...]
    """The disagreements that it names."""


def read_checks(text: str, statements: int, *, finish_reason: str | None = None) -> Answer:
    """Read a fact-checker's answer.

    Args:
        text: The reply, raw.
        statements: How many statements it had to check.
        finish_reason: Why the reply ended, if known.

    Raises:
        Unreadable: It holds no such object, or not exactly one reading for every statement.
    """
    reply = take_apart(text)
    if reply.unfinished or finish_reason == "length":
        raise Unreadable("the reply breaks off within its JSON object", reply=text)
    found = [each for each in reply.objects if isinstance(each.get("checks"), list)]
    if not found:
        raise Unreadable("the reply holds no JSON object with a list 'checks'", reply=text)
    fields = found[-1]
    checks = {check.number: check for check in _checks(fields)}
    missing = [number for number in range(1, statements + 1) if number not in checks]
    if missing:
        raise Unreadable(f"the reply has no readable check of statement {missing[0]}", reply=text)
    return Answer(tuple(checks[number] for number in range(1, statements + 1)), tuple(_pairs(fields)))


def _checks(fields: Fields) -> Iterator[Check]:
    for item in fields["checks"]:
        if isinstance(item, dict):
            kind = _READINGS.get(str(item.get("reading", "")).strip().lower())
            number = item.get("number")
            if kind is not None and isinstance(number, int):
                yield Check(number, kind, _words(item.get("why")), _cites(item.get("cites")))


def _pairs(fields: Fields) -> Iterator[Pair]:
    given = fields.get("disagreements")
    for item in given if isinstance(given, list) else ():
        if isinstance(item, dict):
            a, b = _cites(item.get("a")), _cites(item.get("b"))
            if a and b:
                yield Pair(a[0], b[0], _words(item.get("about")), _words(item.get("why")))


def _cites(given: Any) -> tuple[str, ...]:  # noqa: ANN401 - anything that JSON holds
    items = given if isinstance(given, list) else [given]
    return tuple(dict.fromkeys(cite for item in items if isinstance(item, str) for cite in named_cites(item)))


def _words(given: Any) -> str:  # noqa: ANN401 - anything that JSON holds
    return " ".join(str(given).split()) if isinstance(given, str) else ""
