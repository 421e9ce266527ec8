"""The inbox: every verdict in the order in which somebody should see to it."""

from collections import Counter
from functools import lru_cache
from typing import get_args

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from panel.desk.answers import desk_of, page
from panel.desk.index import STATES, Summary, chosen
from panel.hearing.attention import Need

PAGE = 1_000
"""Lines on one page."""
NEEDS = get_args(Need)
"""What a verdict can need a person for."""
CALLED = {"no-percentage": "no percentage", "disagreement": "sources disagree"}
"""What a need is called on the page, where that isn't its name."""


def inbox_room() -> list[BaseRoute]:
    """Return the inbox's routes."""
    return [Route("/", inbox)]


def called(need: str) -> str:
    """Return what a need is called on the page."""
    return CALLED.get(need, need)


def inbox(request: Request) -> Response:
    """Show what filters and search leave, a thousand lines a page."""
    desk, asked = desk_of(request), request.query_params
    everything = desk.index.summaries()
    state, need, words = asked.get("state", "open"), asked.get("need", ""), asked.get("q", "")[:200]
    state = "" if state == "all" else state if state in (*STATES, "open", "damaged") else "open"
    found = chosen(everything, state=state, need=need if need in NEEDS else "", words=words)
    number = min(max(_number(asked.get("page", "1")), 1), max(-(-len(found) // PAGE), 1))
    shown = found[(number - 1) * PAGE : number * PAGE]
    return page(
        request,
        "inbox.html.j2",
        rows=Markup("\n".join(map(_row, shown))),  # noqa: S704 - each line is escaped
        found=len(found),
        everything=len(everything),
        state=state or "all",
        need=need,
        words=words,
        number=number,
        pages=max(-(-len(found) // PAGE), 1),
        states=Counter(each.state for each in everything),
        needs=[(each, called(each), many) for each, many in _needs(everything, state)],
    )


def _needs(everything: list[Summary], state: str) -> list[tuple[str, int]]:
    counted = Counter(need for each in chosen(everything, state=state) for need in each.needs)
    return [(need, counted[need]) for need in NEEDS if counted[need]]


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else 1


_ROW = Markup(
    '<li class="row {state}"><a href="/verdicts/{slug}"><span class="name" dir="auto">{name}</span>'
    '<span class="about" dir="auto">{about}</span><span class="percent">{percent}</span>'
    '<span class="state {state}">{state}</span><span class="needs">{needs}</span><time>{at}</time></a></li>'
)
_CHIP = Markup('<span class="chip {need}" title="{text}">{called}{many}</span>')


@lru_cache(maxsize=20_000)
def _row(each: Summary) -> Markup:
    """Return one line; it is made once for each summary, since a thousand of them take a tenth of a second."""
    chips = [
        _CHIP.format(
            need=reason.need,
            text=reason.text,
            called=called(reason.need),
            many=f" {reason.count}" if reason.count > 1 else "",
        )
        for reason in each.reasons
    ]
    if each.stale and all(reason.need != "stale" for reason in each.reasons):
        chips.append(_CHIP.format(need="stale", text="Its sources have changed since.", called="stale", many=""))
    at = f"{each.at:%d %b %H:%M}" if each.at else ""
    return _ROW.format(
        slug=each.slug,
        name=each.name,
        about=each.about,
        percent=each.percent,
        state=each.state,
        needs=Markup("").join(chips) or "nothing open",
        at=at,
    )
