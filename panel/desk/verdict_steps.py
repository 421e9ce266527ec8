"""What an editor does in the verdict room: every step goes through ``panel.editorial``, none is taken here."""

from collections.abc import Callable
from typing import get_args

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from panel.desk.answers import action, desk_of, field, page, see, session_of
from panel.desk.ballot_form import read_edit
from panel.desk.runs import Progress, Tell, refuse_too_many
from panel.desk.verdict_room import shown
from panel.domain.ballot import Choice
from panel.domain.verdict import Verdict
from panel.editorial.asking import ask_again
from panel.editorial.editing import ballot_of, edit, edited, overrule, restore_words
from panel.editorial.resolving import reopen, resolve, waive
from panel.editorial.revision import revision_of
from panel.editorial.saving import Step, replaced_record, standing
from panel.editorial.states import approve, check_again, publish, withdraw
from panel.editorial.undoing import redo, undo
from panel.errors import Conflict, DeclarationError
from panel.llm.scrubbing import scrub
from panel.store.workspace import Workspace

Taken = Callable[[Workspace, str, Step, FormData], Verdict]

STEPS: dict[str, Taken] = {
    "edit": lambda home, slug, step, form: edit(home, slug, field(form, "persona"), read_edit(form), step),
    "overrule": lambda home, slug, step, form: overrule(home, slug, field(form, "persona"), _vote(form), step),
    "restore": lambda home, slug, step, form: restore_words(home, slug, field(form, "persona"), step),
    "resolve": lambda home, slug, step, form: resolve(home, slug, _number(form), step),
    "waive": lambda home, slug, step, form: waive(home, slug, _number(form), step),
    "reopen": lambda home, slug, step, form: reopen(home, slug, _number(form), step),
    "recheck": lambda home, slug, step, _: check_again(home, slug, step),
    "approve": lambda home, slug, step, _: approve(home, slug, step),
    "publish": lambda home, slug, step, _: publish(home, slug, step),
    "withdraw": lambda home, slug, step, _: withdraw(home, slug, step),
    "undo": lambda home, slug, step, _: undo(home, slug, step),
    "redo": lambda home, slug, step, _: redo(home, slug, step),
}
"""Step → what it does."""

_OWN = ("token", "revision")
"""Fields that a form gets anew when it is sent again."""
_LONG = ("quote", "step", "claim", "flips_if", "why")


def verdict_steps() -> list[BaseRoute]:
    """Return a route for every step, and one for asking a seat again."""
    return [
        *(action(f"/verdicts/{{slug}}/{name}", _route(work)) for name, work in STEPS.items()),
        action("/verdicts/{slug}/ask", ask),
    ]


def _route(work: Taken) -> Callable[[Request, FormData], Response]:
    def take(request: Request, form: FormData) -> Response:
        """Take the step, or say why not and give the words back."""
        home, slug = desk_of(request).home, request.path_params["slug"]
        try:
            work(home, slug, _step(request, form), form)
        except Conflict as conflict:
            return conflicted(request, form, slug, str(conflict))
        except DeclarationError as refused:
            return shown(request, slug, status=422, alert=scrub(str(refused)), kept=kept(form))
        return see(f"/verdicts/{slug}{_anchor(form)}")

    return take


def ask(request: Request, form: FormData) -> Response:
    """Ask a seat again; that takes a while, so it becomes a run."""
    desk, slug, persona = desk_of(request), request.path_params["slug"], field(form, "persona")
    refuse_too_many(desk.runs)
    step, models = _step(request, form), tuple(each.strip() for each in field(form, "model").split(",") if each.strip())
    title = standing(desk.home, slug).titles.get(persona, persona)

    async def work(tell: Tell) -> str:
        now = await ask_again(desk.home, slug, persona, step, models)
        cast = next((each.vote for each in now.ballots if each.persona == persona), "spoiled")
        tell(Progress(title, cast))
        return f"/verdicts/{slug}#seat-{persona}"

    run = desk.runs.start(f"Asking {title} again", (title,), step.who, work)
    return see(f"/runs/{run.id}")


def conflicted(request: Request, form: FormData, slug: str, problem: str) -> Response:
    """Show what stands now beside what somebody wanted to save, so that neither is lost."""
    verdict = standing(desk_of(request).home, slug)
    persona = field(form, "persona")
    ballot = next((each for each in verdict.ballots if each.persona == persona), None)
    return page(
        request,
        "conflict.html.j2",
        status=409,
        problem=scrub(problem),
        verdict=verdict,
        ballot=ballot,
        revision=revision_of(verdict),
        kept=[each for each in kept(form) if each[0] not in _untouched(request, form, slug)],
    )


def _untouched(request: Request, form: FormData, slug: str) -> set[str]:
    """Return the fields of an edit that are as the editor found them: they mustn't go on top of another's work."""
    if "quote" not in form:
        return set()
    try:
        seen = replaced_record(desk_of(request).home, slug, field(form, "revision"))
        before = ballot_of(seen, field(form, "persona"))
        after = edited(before, read_edit(form), "somebody")
    except DeclarationError:
        return set()
    parts = {"quote": ("quote",), "flips_if": ("flips_if",), "claims": ("claim", "cites"), "argument": ("move", "step")}
    return {name for part, names in parts.items() if getattr(before, part) == getattr(after, part) for name in names}


def kept(form: FormData) -> list[tuple[str, str, bool]]:
    """Return what somebody wrote into a form: name, value, and whether it is a longer text."""
    return [
        (name, value, name in _LONG)
        for name, value in form.multi_items()
        if isinstance(value, str) and name not in _OWN
    ]


def _step(request: Request, form: FormData) -> Step:
    return Step(who=session_of(request).who, why=field(form, "why"), expected=field(form, "revision") or "none")


def _vote(form: FormData) -> Choice:
    vote = field(form, "vote")
    if vote not in get_args(Choice):
        raise DeclarationError(f"{vote!r} is no vote; choose ship, skip or abstain")
    return vote  # type: ignore[return-value]


def _number(form: FormData) -> int:
    text = field(form, "number")
    if not (text.isdecimal() and len(text) < 6):
        raise DeclarationError(f"{text!r} is no number of a finding")
    return int(text)


def _anchor(form: FormData) -> str:
    """Return the place in the room to go back to."""
    if persona := field(form, "persona"):
        return f"#seat-{persona}" if persona.replace("-", "").replace("_", "").isalnum() else ""
    return f"#finding-{field(form, 'number')}" if field(form, "number").isdecimal() else ""
