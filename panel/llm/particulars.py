"""What a ballot says besides vote and quote; whatever is missing or odd is noted as a gap, one sentence each."""

import math
import re
import reprlib
from collections.abc import Iterator
from typing import Any

from panel.domain.ballot import Claim, Step
from panel.domain.persona import Persona
from panel.evidence.visible import visible

MOST_ITEMS = 200
"""Moves, claims, or citations of one claim, beyond which the rest is dropped."""

_CITE = re.compile(
    r"\b[Ss](\d{1,6})[.:](\d{1,6})(?:\s?(?:[-–—]|\.\.|to)\s?(?:[Ss](\d{1,6})[.:])?(\d{1,6})\b)?", re.ASCII
)
"""``S1.4``, or a range of one source: ``S1.4-6``, ``S1.4–S1.6``."""
_FACT = re.compile(r"\bF\.[a-z_]+")
_WHOLE = re.compile(r"\bS[1-9]\d{0,2}\b(?!\s*[.:]\s*\d)")
_BRACKETED = re.compile(r"[\[(]([^\[\]()]{1,300})[\])]")
_WIDEST = 20
"""Sentences of the widest range that is taken for one."""

_NUMBER = re.compile(r"\s*(\d{1,9}(?:[.,]\d{1,9})?)\s*(%|percent|/\s*100|/\s*10)?\s*", re.ASCII | re.IGNORECASE)


def argument(given: Any, persona: Persona, gaps: list[str]) -> tuple[Step, ...]:  # noqa: ANN401 - anything that JSON holds
    """Read the persona's moves; moves that are missing or unknown become gaps."""
    known = {_plain_name(move.name): move.name for move in persona.moves}
    steps: list[Step] = []
    for name, said in _moves(given, gaps):
        move = known.get(_plain_name(name))
        if move is None:
            gaps.append(f"The argument has a move that isn't one of {persona.name}'s: {reprlib.repr(name)}.")
        if said:
            steps.append(Step(move=move or name, text=said))
    made = {step.move for step in steps}
    gaps.extend(f"The move {name!r} is missing from the argument." for name in known.values() if name not in made)
    return tuple(steps)


def _moves(given: Any, gaps: list[str]) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - anything that JSON holds
    """Yield (move, text) of an argument in the form asked for, or as an object from move to text."""
    if isinstance(given, dict):
        given = [{"move": name, "text": said} for name, said in given.items()]
    if not isinstance(given, list):
        gaps.append("The ballot has no argument." if given is None else "The argument isn't a list of moves.")
        return
    for item in given[:MOST_ITEMS]:
        name, said = (item.get("move"), item.get("text")) if isinstance(item, dict) else (None, item)
        if isinstance(name, str) and isinstance(said, str):
            yield visible(name).strip(), visible(said).strip()
        else:
            gaps.append(f"The argument holds something that isn't a move with a text: {reprlib.repr(item)}.")


def _plain_name(name: str) -> str:
    return re.sub(r"[\s_-]+", "_", name.strip().lower())


def claims(given: Any, gaps: list[str]) -> tuple[Claim, ...]:  # noqa: ANN401 - anything that JSON holds
    """Read the claims with their citations in the form ``S1.4``; a claim without any is kept and noted."""
    if not isinstance(given, list):
        gaps.append("The ballot has no claims." if given is None else "The claims aren't a list.")
        return ()
    if len(given) > MOST_ITEMS:
        gaps.append(f"The ballot has {len(given):,} claims; the first {MOST_ITEMS} are kept.")
    read = [claim for item in given[:MOST_ITEMS] if (claim := _claim(item, gaps)) is not None]
    if not given:
        gaps.append("The ballot has no claims.")
    return tuple(read)


def _claim(item: Any, gaps: list[str]) -> Claim | None:  # noqa: ANN401 - anything that JSON holds
    said, cited = (item.get("text"), item.get("cites")) if isinstance(item, dict) else (item, None)
    if not isinstance(said, str) or not said.strip():
        gaps.append(f"There is a claim without a text: {reprlib.repr(item)}.")
        return None
    text = visible(said).strip()
    cites = _cites(cited, gaps) or tuple(dict.fromkeys(c for m in _BRACKETED.finditer(text) for c in named_cites(m[1])))
    if not cites:
        gaps.append(f"A claim cites nothing: {_shortened(text)!r}.")
    return Claim(text=text, cites=cites)


def _cites(given: Any, gaps: list[str]) -> tuple[str, ...]:  # noqa: ANN401 - anything that JSON holds
    """Read citations out of a list or a text, in order, each once."""
    found: dict[str, None] = {}
    for item in (given if isinstance(given, list) else [given])[:MOST_ITEMS]:
        if item is None:
            continue
        named = list(named_cites(item)) if isinstance(item, str) else []
        if not named:
            gaps.append(f"This isn't a citation: {reprlib.repr(item)}.")
        found.update(dict.fromkeys(named))
    return tuple(found)


def named_cites(text: str) -> Iterator[str]:
    """Yield every citation in a text; a range of one source is written out."""
    for mark in _CITE.finditer(text):
        source, first = int(mark[1]), int(mark[2])
        yield f"S{source}.{first}"
        if mark[4] is None:
            continue
        to_source, last = int(mark[3] or source), int(mark[4])
        if to_source == source and first < last <= first + _WIDEST:
            yield from (f"S{source}.{number}" for number in range(first + 1, last + 1))
        else:
            yield f"S{to_source}.{last}"
    yield from (mark.group() for mark in _WHOLE.finditer(text))
    yield from (mark.group() for mark in _FACT.finditer(text))


def confidence(given: Any, gaps: list[str]) -> float | None:  # noqa: ANN401 - anything that JSON holds
    """Read a confidence given as 80, "80%", "80/100" or 0.8, as a number from 0 to 1.

    A plain 1 could mean 1 % or certainty, so it means neither.
    """
    if given is None:
        gaps.append("The ballot states no confidence.")
        return None
    read = _share(given)
    if read is None:
        gaps.append(f"The confidence isn't a number from 0 to 100: {reprlib.repr(given)}.")
    return read


def _share(given: Any) -> float | None:  # noqa: ANN401 - anything that JSON holds
    unit = ""
    if isinstance(given, str):
        number = _NUMBER.fullmatch(given[:60])
        if number is None:
            return None
        unit = (number[2] or "").replace(" ", "").lower()
        value = float(number[1].replace(",", "."))
    elif isinstance(given, (int, float)) and not isinstance(given, bool) and -1 <= given <= 1_000:
        value = float(given)
    else:
        return None
    if not unit and value == 1:
        return None
    whole = 10 if unit == "/10" else 100 if unit or value > 1 else 1
    share = value / whole
    return round(share, 6) if math.isfinite(share) and 0 <= share <= 1 else None


def flips_if(given: Any, gaps: list[str]) -> str | None:  # noqa: ANN401 - anything that JSON holds
    """Read what would change the vote."""
    words = visible(given).strip() if isinstance(given, str) else ""
    if not words:
        gaps.append("The ballot doesn't say what would flip its vote.")
        return None
    return words


def _shortened(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:80]}…"
