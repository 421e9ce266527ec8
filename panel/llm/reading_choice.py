"""A careful reader of head-to-head answers: it copes with much around the JSON, and never guesses a choice."""

import re
import reprlib
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from panel.domain.head_to_head import Preference
from panel.domain.persona import Persona
from panel.errors import Refused, Unreadable
from panel.evidence.visible import visible
from panel.llm.particulars import MOST_ITEMS, argument, confidence
from panel.llm.reading import DECLINED
from panel.llm.replies import Fields, Reply, inner_objects, take_apart

Side = Literal["first", "second", "tie"]

_SIDES: dict[str, Side] = {
    "first": "first", "a": "first", "the first": "first", "the first one": "first",
    "second": "second", "b": "second", "the second": "second", "the second one": "second",
    "tie": "tie", "a tie": "tie",
}  # fmt: skip
_AROUND = " \t\r\n*_\"'`“”‘’().,;:!"
_ELSEWHERE = re.compile(r'["“]choice["”]\s*:\s*["“]\s*(first|second|tie)\s*["”]\s*(?=[,}\n]|\Z)', re.IGNORECASE)
_CITE = re.compile(r"\b([A-Z])[.:]\s?(S\d{1,6}(?:[.:]\d{1,6})?|F\.[a-z_]+)")
"""``A.S1.4``, ``B.F.pricing``; a whole source is ``A.S1``."""


def read_choice(text: str, persona: Persona, *, finish_reason: str | None = None) -> Preference:
    """Read a reply as a seat's choice between two dossiers.

    Choice and reason are what an answer can't do without; whatever else is missing or odd becomes one of its ``gaps``.

    Args:
        text: The reply, raw.
        persona: Who was asked; its moves are expected in the argument.
        finish_reason: Why the reply ended, if known.

    Raises:
        Unreadable: No choice can be read, or only by guessing; the sentence says what a repair must mend.
        Refused: The finish reason says that the provider or its model declined to answer.
    """
    if finish_reason in DECLINED:
        raise Refused(f"the answer was declined ({finish_reason})", reply=text)
    try:
        return _preference(_chosen(take_apart(text), cut_off=finish_reason == "length"), persona)
    except Unreadable as wrong:
        raise Unreadable(wrong.problem if text.strip() else "the reply is empty", reply=text) from None


def lettered_cites(text: str) -> Iterator[str]:
    """Yield every citation in a text that names its dossier by a letter, as ``A.S1.4``."""
    return (f"{found[1]}.{found[2].replace(':', '.')}" for found in _CITE.finditer(text))


def read_cites(given: Any, gaps: list[str]) -> tuple[str, ...]:  # noqa: ANN401 - anything that JSON holds
    """Read citations of lettered dossiers out of a list or a text, in order, each once."""
    found: dict[str, None] = {}
    for item in (given if isinstance(given, list) else [given])[:MOST_ITEMS]:
        named = list(lettered_cites(item)) if isinstance(item, str) else []
        if item is not None and not named:
            gaps.append(f"This isn't a citation: {reprlib.repr(item)}.")
        found.update(dict.fromkeys(named))
    return tuple(found)


def _chosen(reply: Reply, *, cut_off: bool) -> Fields:
    if reply.lost_in_thought:
        raise Unreadable("the reply ends within its thoughts; an answer must follow them")
    if reply.unfinished or (cut_off and reply.mended):
        limit = ": it reached the limit of tokens (max_tokens)" if cut_off else ""
        raise Unreadable(f"the reply breaks off within its JSON object{limit}")
    answers = _answers(reply)
    sides: set[str] = {_side(each) for each in answers}
    sides |= {found[1].lower() for part in (*reply.broken, reply.prose) for found in _ELSEWHERE.finditer(part)}
    if len(sides) > 1:
        raise Unreadable("the reply makes two different choices; it must make one")
    return next((each for each in reversed(answers) if _reason(each)), answers[-1])


def _answers(reply: Reply) -> Sequence[Fields]:
    seen = [each for found in reply.objects for each in ([found] if "choice" in found else inner_objects(found))]
    filled = [each for each in seen if "choice" in each and not isinstance(each["choice"], dict)]
    if filled:
        return filled
    if reply.broken:
        raise Unreadable(f"the JSON can't be read: {reply.complaint}")
    if reply.objects:
        raise Unreadable("the reply's JSON has no choice; it must say first, second or tie")
    raise Unreadable("there is no JSON object in the reply")


def _side(fields: Fields) -> Side:
    given = fields["choice"]
    if "choice" in fields.disputed:
        raise Unreadable("the answer makes two different choices; it must make one")
    side = _SIDES.get(given.strip(_AROUND).lower()) if isinstance(given, str) else None
    if side is None:
        raise Unreadable(f'the choice is {reprlib.repr(given)}; it must be "first", "second" or "tie"')
    return side


def _reason(fields: Fields) -> str | None:
    given = fields.get("reason")
    words = visible(given).strip() if isinstance(given, str) else ""
    return words if any(c.isalnum() for c in words) else None


def _preference(fields: Fields, persona: Persona) -> Preference:
    reason = _reason(fields)
    if reason is None:
        raise Unreadable("the answer has no reason; it needs the sentences that say what decided it")
    gaps: list[str] = []
    read = Preference(
        argument=argument(fields.get("argument"), persona, gaps),
        choice=_side(fields),
        confidence=confidence(fields.get("confidence"), gaps),
        reason=reason,
        cites=read_cites(fields.get("cites"), gaps) or tuple(dict.fromkeys(lettered_cites(reason))),
    )
    if not read.cites:
        gaps.append("The answer cites nothing.")
    return read.model_copy(update={"gaps": tuple(gaps)})
