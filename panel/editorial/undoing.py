"""Taking steps back, one after the other, and taking them again; history keeps both."""

from collections.abc import Callable

from panel.domain.verdict import Verdict
from panel.editorial.saving import Step, replaced_record, save_step, standing
from panel.editorial.sources import dossier_of
from panel.editorial.states import looked_over
from panel.errors import DeclarationError
from panel.store.workspace import Workspace


def undo(home: Workspace, slug: str, step: Step) -> Verdict:
    """Take back the last editor's step that still counts; repeated, the one before it.

    Raises:
        Conflict: Somebody has saved another revision in between.
        DeclarationError: There is nothing to undo, or what stood there isn't kept any more.
    """
    verdict = _last_made(home, standing(home, slug))
    last = verdict.history[-1] if verdict.history else None
    if last is None or last.replaced is None:
        raise DeclarationError(f"there is nothing to undo on {slug!r}: this is as the panel left it")
    then = replaced_record(home, slug, last.replaced)
    return save_step(home, slug, step, _return_to(home, then), f"undid “{last.why}”", restored=last.replaced)


def redo(home: Workspace, slug: str, step: Step) -> Verdict:
    """Take the last undo back; repeated, the one before it.

    Raises:
        Conflict: Somebody has saved another revision in between.
        DeclarationError: The last step was no undo, or what stood there isn't kept any more.
    """
    verdict = _last_undone(home, standing(home, slug))
    last = verdict.history[-1] if verdict.history else None
    if last is None or last.restored is None or last.replaced is None:
        raise DeclarationError(f"no undo came last on {slug!r}, so there is nothing to do again")
    then = replaced_record(home, slug, last.replaced)
    return save_step(home, slug, step, _return_to(home, then), f"took back: {last.why}", redone=last.replaced)


def can_undo(verdict: Verdict) -> bool:
    """Whether it looks as if a step could be taken back; undo itself says if there is none left."""
    return bool(verdict.history) and verdict.history[-1].replaced is not None


def can_redo(verdict: Verdict) -> bool:
    """Whether it looks as if an undo could be taken back; redo itself says if there is none left."""
    last = verdict.history[-1] if verdict.history else None
    return last is not None and (last.restored is not None or last.redone is not None)


def _last_made(home: Workspace, verdict: Verdict) -> Verdict:
    """Follow undo and redo to the record that they brought back; its last event made what stands there."""
    while verdict.history and (back := verdict.history[-1].restored or verdict.history[-1].redone):
        verdict = replaced_record(home, verdict.slug, back)
    return verdict


def _last_undone(home: Workspace, verdict: Verdict) -> Verdict:
    """Follow redo to the record that it brought back; its last event is the undo before."""
    while verdict.history and (back := verdict.history[-1].redone):
        verdict = replaced_record(home, verdict.slug, back)
    return verdict


def _return_to(home: Workspace, then: Verdict) -> Callable[[Verdict], Verdict]:
    """Return to a record; what was approved then is so again only if nothing new is found in it today."""
    if then.state in ("approved", "published"):
        then = looked_over(then, dossier_of(home, then.slug), home.personas())
    return lambda now: then.model_copy(update={"history": now.history})
