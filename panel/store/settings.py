"""Reading ``panel.toml``: who sits on the panel, and how models are asked."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import Field

from panel.domain.call import Parameters
from panel.domain.noun import Noun
from panel.errors import DeclarationError
from panel.store.declared import Declared, Where
from panel.store.settle import settle
from panel.store.texts import read_text

ELSEWHERE: Final = ("site", "digest")
"""Tables that publishing reads for itself, with :func:`read_table`."""


class Place(Noun):
    """One seat as it is declared: a persona, or alternatives of which the one takes it that suits the release."""

    personas: tuple[str, ...] = Field(min_length=1)
    """Ids of the personas, in order of preference."""
    model: str | None = None
    """The model that speaks for it, if not the persona's or the panel's."""
    models: tuple[str, ...] = ()
    """A jury of models that speak for it; goes before ``model``."""
    samples: int | None = Field(default=None, ge=1, le=99)
    """How many ballots it casts, if not as many as the panel's."""
    weight: float = Field(default=1.0, gt=0, le=100)
    """Multiplied by the persona's own weight."""


class Limits(Noun):
    """What is known of a provider's limits: ``[calls.limits.openai]``."""

    requests_per_minute: float | None = Field(default=None, gt=0)
    """Requests that it takes in a minute; no limit if absent."""
    tokens_per_minute: float | None = Field(default=None, gt=0)
    """Tokens, read and written, that it takes in a minute; no limit if absent."""
    at_once: int | None = Field(default=None, ge=1, le=10_000)
    """Requests that it takes at the same time; found by trying if absent."""


class Calls(Noun):
    """How models are asked."""

    timeout_s: float = Field(default=120.0, gt=0, le=86_400)
    """Seconds that one request may take."""
    deadline_s: float = Field(default=300.0, gt=0, le=864_000)
    """Seconds that a question may take with all its retries."""
    attempts: int = Field(default=5, ge=1, le=100)
    """Requests sent for one question at most."""
    at_once: int = Field(default=8, ge=1, le=10_000)
    """Requests under way at the same time."""
    temperature: float | None = Field(default=None, ge=0, le=2)
    """Sampling temperature; the provider's own if absent."""
    max_tokens: int | None = Field(default=4000, ge=1)
    """Most tokens in an answer."""
    lane: Literal["fast", "litellm"] = "fast"
    """``fast`` asks OpenAI-compatible servers of one's own directly; ``litellm`` asks everybody through litellm."""
    ledger: str | None = Field(default=None, pattern=r"^[a-z+0-9]+://")
    """URL of a PostgreSQL database that several machines share as their ledger; ``.shipskip/ledger.db`` if absent. A
    password belongs into the variable SHIPSKIP_LEDGER, which goes before this."""
    look_s: float = Field(default=60.0, gt=0, le=3_600)
    """Seconds between two looks at a provider's batch, at most; the first ones come sooner."""
    listed_s: float = Field(default=60.0, ge=0, le=3_600)
    """Seconds within which a provider lists a batch that was begun: so long is one looked for whose id was lost, before
    its calls are sent again."""

    limits: dict[str, Limits] = Field(default_factory=dict)
    """Limits of providers in a batch, by what stands before the slash in their models' names."""

    @property
    def parameters(self) -> Parameters:
        """The part of it that determines an answer."""
        return Parameters(temperature=self.temperature, max_tokens=self.max_tokens)


class Votes(Noun):
    """How readers' votes are taken and shown."""

    threshold: int = Field(default=10, ge=1, le=1_000_000)
    """Votes on a release from which a percentage is shown; below, there is a dash."""
    store: str | None = Field(default=None, pattern=r"^[a-z+0-9]+://")
    """URL of a PostgreSQL database that keeps the votes; ``.shipskip/votes.db`` if absent. A password belongs into the
    variable SHIPSKIP_VOTES_STORE, which goes before this."""
    url: str | None = Field(default=None, pattern=r"^https?://[^\s/@]+(/[^\s?#]*)?$")
    """Where readers reach the votes endpoint, such as ``https://votes.example.org``; links begin with it."""
    origin: str | None = Field(default=None, pattern=r"^https?://[^\s/@]+$")
    """Origin of the site whose pages may ask the endpoint, such as ``https://example.org``."""
    open: bool = False
    """Whether any reader may vote on published verdicts; else only holders of a vote link."""


class Settings(Noun):
    """What ``panel.toml`` says."""

    model: str = Field(default="builtin", min_length=1)
    """The model that speaks for every seat which names none; ``a else b`` asks b where a can't answer."""
    models: tuple[str, ...] = ()
    """A jury of models for every seat which names none; goes before ``model``."""
    samples: int = Field(default=1, ge=1, le=99)
    """How many ballots each seat casts."""
    adaptive: bool = False
    """Whether a seat casts its further samples only where the panel is close or the seat wavers."""
    quorum: float = Field(default=0.5, ge=0, lt=1)
    """More than this share of the seats must have voted before there is a percentage."""
    interval_level: float = Field(default=0.95, gt=0, lt=1)
    """Probability that the interval is meant to hold."""
    seats: tuple[Place, ...] = Field(
        default=(
            Place(personas=("developer",)),
            Place(personas=("skeptic",)),
            Place(personas=("futurist",)),
            Place(personas=("creator", "business")),
        ),
        min_length=1,
    )
    """The seats, in order of speaking."""
    calls: Calls = Calls()
    """How models are asked."""
    votes: Votes = Votes()
    """How readers' votes are taken and shown."""

    @property
    def speakers(self) -> set[str]:
        """Every model that is configured for some seat."""
        own = [place.models or ((place.model,) if place.model else ()) for place in self.seats]
        return {model for models in (*own, self.models or (self.model,)) for model in models}


def read_settings(path: Path) -> Settings:
    """Read ``panel.toml``.

    Raises:
        DeclarationError: One sentence with file and line about the first mistake.
    """
    declared = _declared(path)
    own = {key: value for key, value in declared.data.items() if key not in ELSEWHERE}
    return settle(Settings, _in_form(declared.having(own)))


def read_table(path: Path, name: str) -> Declared:
    """Return one table of ``panel.toml``, with the lines of its keys; an empty one if it isn't there.

    Raises:
        DeclarationError: The file isn't valid TOML, or ``name`` is no table in it.
    """
    if not path.exists():
        return Declared({}, path)
    declared = _declared(path)
    table = declared.data.get(name, {})
    if not isinstance(table, dict):
        raise declared.error(f"{name!r} must be a table; write [{name}] on a line of its own", name)
    return Declared(table, path, _under(declared, (name,)))


def _declared(path: Path) -> Declared:
    """Return all that the file declares."""
    text = read_text(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        problem, line = str(error), None
        if found := re.search(r" \(at line (\d+), column \d+\)$", problem):
            problem, line = problem[: found.start()], int(found.group(1))
        problem = f"this isn't valid TOML: {problem[:1].lower()}{problem[1:]}"
        raise DeclarationError(problem, file=path, line=line) from None
    return Declared(_frozen(data), path, dict(_lines(text)))


def places(text: str) -> tuple[str, ...]:
    """Return the alternatives that a seat names: ``"creator | business"``."""
    return tuple(part.strip() for part in text.split("|"))


def _in_form(declared: Declared) -> Declared:
    """Bring both ways of declaring seats into one: ``seats = [...]`` and ``[[seat]]`` tables."""
    data, lines = dict(declared.data), dict(declared.lines)
    if "seat" in data:
        if "seats" in data:
            raise declared.error("'seats' and [[seat]] both declare the seats; keep one", "seat")
        data["seats"] = data.pop("seat")
        lines |= {("seats", *where[1:]): line for where, line in lines.items() if where[:1] == ("seat",)}
    moved = Declared(data, declared.file, lines)
    if isinstance(data.get("seats"), tuple):
        data["seats"] = tuple(_place(moved, number, each) for number, each in enumerate(data["seats"]))
    return moved


def _place(declared: Declared, number: int, value: Any) -> Any:  # noqa: ANN401 - settle() says what it should have been
    where = ("seats", number)
    table = value if isinstance(value, dict) else {"persona": value}
    if "persona" not in table:
        raise declared.error(f'seat {number + 1} names no persona; add: persona = "skeptic"', *where)
    persona = table["persona"]
    if not isinstance(persona, str) or not all(places(persona)):
        problem = f'seat {number + 1} must name a persona, such as "skeptic" or "creator | business", not {persona!r}'
        raise declared.error(problem, *where, "persona")
    rest = {key: each for key, each in table.items() if key != "persona"}
    Declared(rest, declared.file, _under(declared, where)).refuse_unknown(
        ("persona", "model", "models", "samples", "weight"), "a seat"
    )
    return {"personas": places(persona), **rest}


def _under(declared: Declared, where: Where) -> dict[Where, int]:
    """Return the lines of a table within the declaration, as that table's own."""
    inner = {found[len(where) :]: line for found, line in declared.lines.items() if found[: len(where)] == where}
    line = declared.line(*where)
    return {**({} if line is None else {(): line}), **inner}


def _frozen(value: Any) -> Any:  # noqa: ANN401 - anything that TOML can hold
    if isinstance(value, dict):
        return {key: _frozen(each) for key, each in value.items()}
    return tuple(_frozen(each) for each in value) if isinstance(value, list) else value


_HEADER = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.-]+)\s*\]")
_KEY = re.compile(r"\s*([A-Za-z0-9_-]+)\s*=")


def _lines(text: str) -> Iterator[tuple[Where, int]]:
    """Yield where every key of a TOML document stands; good for errors, not for reading."""
    table: Where = ()
    count: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            name = header.group(2)
            table = tuple(name.split("."))
            if header.group(1) == "[[":
                table = (name, count.setdefault(name, 0))
                count[name] += 1
            yield table, number
            yield table[:1], number
        elif key := _KEY.match(line):
            yield (*table, key.group(1)), number
