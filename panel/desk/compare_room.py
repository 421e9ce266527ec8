"""The compare room: two or three verdicts side by side, edited, approved, shown as the site will."""

from collections.abc import Callable

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from panel.desk.answers import action, desk_of, field, fields, page, see, session_of
from panel.desk.verdict_steps import kept
from panel.domain.comparison import Comparison
from panel.editorial.comparisons import (
    TEXTS,
    approve_comparison,
    changed_since,
    comparisons,
    draft_comparison,
    edit_comparison,
    publish_comparison,
    replaced_comparison,
    resolve_comparison,
    standing_comparison,
    withdraw_comparison,
)
from panel.editorial.differences import compared
from panel.editorial.revision import revision_of
from panel.editorial.saving import Step
from panel.errors import Conflict, DeclarationError
from panel.llm.scrubbing import scrub
from panel.store.workspace import Workspace

Taken = Callable[[Workspace, str, Step, FormData], Comparison]

STEPS: dict[str, Taken] = {
    "edit": lambda home, slug, step, form: edit_comparison(
        home, slug, {name: field(form, name) for name in TEXTS if name in form}, step
    ),
    "waive": lambda home, slug, step, form: resolve_comparison(home, slug, _number(form), step),
    "approve": lambda home, slug, step, _: approve_comparison(home, slug, step),
    "publish": lambda home, slug, step, _: publish_comparison(home, slug, step),
    "withdraw": lambda home, slug, step, _: withdraw_comparison(home, slug, step),
    "redraft": lambda home, slug, step, _: draft_comparison(
        home, [each.slug for each in standing_comparison(home, slug).verdicts], step
    ),
}
"""Step → what it does."""


def compare_room() -> list[BaseRoute]:
    """Return the room's routes."""
    return [
        Route("/compare", choose),
        action("/compare", draft),
        Route("/comparisons/{slug}", show),
        *(action(f"/comparisons/{{slug}}/{name}", _route(work)) for name, work in STEPS.items()),
    ]


def choose(request: Request) -> Response:
    """Show the comparisons that are there, and the releases that can be compared."""
    return _choose(request)


def draft(request: Request, form: FormData) -> Response:
    """Draft a comparison of the releases that were chosen, in the order of the fields."""
    slugs = [slug for slug in fields(form, "release") if slug]
    try:
        made = draft_comparison(desk_of(request).home, slugs, Step(who=session_of(request).who))
    except DeclarationError as wrong:
        return _choose(request, status=422, alert=scrub(str(wrong)), chosen=slugs)
    return see(f"/comparisons/{made.slug}")


def show(request: Request) -> Response:
    """Show a comparison with its texts in a form, and as the site will show it."""
    return _shown(request, request.path_params["slug"])


def _choose(request: Request, *, status: int = 200, chosen: list[str] | None = None, alert: str = "") -> Response:
    desk = desk_of(request)
    return page(
        request,
        "compare.html.j2",
        status=status,
        alert=alert,
        chosen=[*(chosen or []), "", "", ""][:3],
        summaries=[each for each in desk.index.summaries() if each.state != "damaged"],
        comparisons=comparisons(desk.home),
    )


def _shown(request: Request, slug: str, *, status: int = 200, **more: object) -> Response:
    home = desk_of(request).home
    comparison = standing_comparison(home, slug)
    texts = [(name, name.replace("_", " ").capitalize(), getattr(comparison, name)) for name in TEXTS]
    return page(
        request,
        "comparison_room.html.j2",
        status=status,
        comparison=comparison,
        revision=revision_of(comparison),
        texts=texts,
        differences=[
            (name.replace("_", " ").capitalize(), compared(text, getattr(comparison, name)))
            for name, text in comparison.original.items()
        ],
        changed=changed_since(home, comparison),
        **more,
    )


def _route(work: Taken) -> Callable[[Request, FormData], Response]:
    def take(request: Request, form: FormData) -> Response:
        home, slug = desk_of(request).home, request.path_params["slug"]
        step = Step(who=session_of(request).who, why=field(form, "why"), expected=field(form, "revision") or "none")
        try:
            work(home, slug, step, form)
        except Conflict as conflict:
            own = _changed_by(home, slug, form)
            return _shown(request, slug, status=409, alert=scrub(str(conflict)), kept=own)
        except DeclarationError as refused:
            return _shown(request, slug, status=422, alert=scrub(str(refused)), kept=kept(form))
        return see(f"/comparisons/{slug}")

    return take


def _changed_by(home: Workspace, slug: str, form: FormData) -> list[tuple[str, str, bool]]:
    """Return what somebody wrote, to be seen and sent again, without the texts that were left as they were found."""
    try:
        found = replaced_comparison(home, slug, field(form, "revision"))
    except DeclarationError:
        found = None
    return [
        (name, value, long or name in TEXTS)
        for name, value, long in kept(form)
        if found is None or name not in TEXTS or value != getattr(found, name)
    ]


def _number(form: FormData) -> int:
    text = field(form, "number")
    return int(text) if text.isdecimal() and len(text) < 6 else 0
