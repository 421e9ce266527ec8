"""A careful reader of a comparison's texts, sentence by sentence."""

import re
from typing import Any, NamedTuple

from panel.errors import Refused, Unreadable
from panel.evidence.visible import one_line, visible
from panel.llm.particulars import MOST_ITEMS
from panel.llm.reading import DECLINED
from panel.llm.reading_choice import lettered_cites
from panel.llm.replies import Fields, inner_objects, take_apart

PARTS = ("bottom_line", "pricing_read", "reviewer_split")
"""The texts, in the order in which they are asked for."""

_RECORD = re.compile(r"\bR\.?(\d{1,3})\b")


class Said(NamedTuple):
    """One sentence with what it cites."""

    text: str
    """Its words."""
    cites: tuple[str, ...]
    """``A.S1.4``, ``R.2`` and the like."""


class WriteUp(NamedTuple):
    """A comparison's texts as a model wrote them."""

    bottom_line: tuple[Said, ...]
    """Which one to ship with."""
    pricing_read: tuple[Said, ...]
    """What the ways in cost."""
    reviewer_split: tuple[Said, ...]
    """Who sides with which."""


def read_write_up(text: str, *, finish_reason: str | None = None) -> WriteUp:
    """Read a reply as the texts of a comparison.

    Raises:
        Unreadable: It holds no such object, or one of the texts is missing or empty.
        Refused: The model declined to answer.
    """
    if finish_reason in DECLINED:
        raise Refused(f"the answer was declined ({finish_reason})", reply=text)
    reply = take_apart(text)
    if reply.lost_in_thought or reply.unfinished or (finish_reason == "length" and reply.mended):
        limit = ": it reached the limit of tokens (max_tokens)" if finish_reason == "length" else ""
        raise Unreadable(f"the reply breaks off within its JSON object{limit}", reply=text)
    found = [
        each for one in reply.objects for each in (one, *inner_objects(one)) if any(part in each for part in PARTS)
    ]
    if not found:
        why = f"the JSON can't be read: {reply.complaint}" if reply.broken else "there is no JSON object with the texts"
        raise Unreadable(why, reply=text)
    parts = {part: _sentences(found[-1], part) for part in PARTS}
    empty = next((part for part, said in parts.items() if not said), None)
    if empty is not None:
        raise Unreadable(f"{empty!r} is missing or has no sentence with a text", reply=text)
    return WriteUp(**parts)


def _sentences(fields: Fields, part: str) -> tuple[Said, ...]:
    given = fields.get(part)
    items = given if isinstance(given, list) else [given]
    return tuple(said for item in items[:MOST_ITEMS] if (said := _said(item)) is not None)


def _said(item: Any) -> Said | None:  # noqa: ANN401 - anything that JSON holds
    words, cited = (item.get("text"), item.get("cites")) if isinstance(item, dict) else (item, None)
    if not isinstance(words, str) or not any(c.isalnum() for c in words):
        return None
    text = one_line(visible(words)).strip()
    places = " ".join(each for each in (cited if isinstance(cited, list) else [cited]) if isinstance(each, str))
    return Said(_uncited(text), tuple(dict.fromkeys([*_cites(places), *_cites(text)])))


def _cites(text: str) -> list[str]:
    return [*lettered_cites(text), *(f"R.{number}" for number in _RECORD.findall(text))]


def _uncited(text: str) -> str:
    """Return a sentence without citations in brackets: they stand beside it."""
    return " ".join(
        re.sub(r"\s?[\[(](?:(?:[A-Z]\.(?:S\d+(?:\.\d+)?|F\.[a-z_]+)|R\.\d+)[,;\s]*)+[\])]", "", text).split()
    )
