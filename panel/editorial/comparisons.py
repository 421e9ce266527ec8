"""Comparisons from draft to readers: drafted of stored verdicts, edited, approved, published."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from panel.domain.comparison import Comparison
from panel.domain.head_to_head import HeadToHead
from panel.domain.verdict import Event, Verdict
from panel.editorial.revision import revision_of
from panel.editorial.saving import Step, checked_name, needed_reason, one_reason, standing
from panel.errors import Conflict, DeclarationError
from panel.hearing.compare import check_comparable, compare
from panel.publish.pages import comparison_html, comparison_markdown
from panel.store.locks import locked
from panel.store.records import read_record, record_text, write_if_new, write_new_text, write_text_atomically
from panel.store.slugs import checked_slug
from panel.store.workspace import Workspace

_LONGEST = 200
"""Characters of the longest name of a comparison: with an ending it is still a file's name everywhere."""

_OF_TEXTS = frozenset({"no-write-up", "replaced"})
"""Findings about the texts that a draft replaces; the others are about answers that it keeps."""

TEXTS = ("headline", "bottom_line", "pricing_read", "reviewer_split")
"""What an editor may write in a comparison."""
LONGEST_TEXT = 4_000
"""Characters of one of them."""


def comparisons(home: Workspace) -> list[Comparison]:
    """Return every stored comparison, by slug; a damaged one is left out here, opening it says what is wrong."""
    found = []
    for file in sorted(home.comparisons_folder.glob("*.json")):
        try:
            found.append(read_record(file, Comparison))
        except DeclarationError:
            continue
    return found


def standing_comparison(home: Workspace, slug: str) -> Comparison:
    """Return a stored comparison.

    Raises:
        DeclarationError: There is none, or its record is damaged.
    """
    file = _file(home, slug)
    if not file.is_file():
        raise DeclarationError(f"there is no comparison {slug!r}; draft one first")
    return read_record(file, Comparison)


def draft_comparison(home: Workspace, slugs: Sequence[str], step: Step) -> Comparison:
    """Put stored verdicts side by side; nobody is asked.

    A comparison of the same verdicts that an editor has worked on is drafted again only if they have changed; the old
    one is kept beside it.

    Raises:
        DeclarationError: A verdict is missing, or these can't be compared.
    """
    check_comparable(slugs)
    who = checked_name(step.who)
    verdicts = [standing(home, slug) for slug in slugs]
    readers = {
        persona.id: reader for persona in home.personas().values() if (reader := getattr(persona, "reader", None))
    }
    name = "-vs-".join(checked_slug(slug) for slug in slugs)
    with locked(home.comparisons_folder):
        stored = standing_comparison(home, name) if _file(home, name).is_file() else None
        if stored is not None:
            _refuse_overtaken(stored, step)
            if [each.slug for each in stored.verdicts] != list(slugs):
                raise DeclarationError(f"{name!r} is the name of a comparison of other releases; withdraw or remove it")
            if not changed_since(home, stored):
                return stored
        duels = _still_valid(stored, verdicts)
        found = [each for each in stored.findings if each.kind not in _OF_TEXTS] if stored is not None and duels else []
        fresh = compare(verdicts, head_to_head=duels, readers=readers, findings=found)
        past = stored.history if stored is not None else ()
        why = "drafted" if stored is None else "drafted again: a verdict has changed"
        return _write(home, fresh, stored, past, who, why)


def edit_comparison(home: Workspace, slug: str, texts: dict[str, str], step: Step) -> Comparison:
    """Change a comparison's texts; as they were drafted they stay in the record.

    Raises:
        Conflict: Somebody has saved another revision in between.
        DeclarationError: A text can't be used.
    """
    new = {name: _text(name, texts[name]) for name in TEXTS if name in texts}

    def work(now: Comparison) -> Comparison:
        changed = {name: text for name, text in new.items() if getattr(now, name) != text}
        if not changed:
            return now
        original = {**{name: getattr(now, name) for name in changed}, **now.original}
        back = {name for name in original if changed.get(name, getattr(now, name)) == original[name]}
        kept = {name: text for name, text in original.items() if name not in back}
        return now.model_copy(update={**changed, "original": kept, "state": "edited"})

    return _save_step(home, slug, step, work, "edited its texts")


def resolve_comparison(home: Workspace, slug: str, number: int, step: Step) -> Comparison:
    """Waive a finding of a comparison, for a reason.

    Raises:
        Conflict: Somebody has saved another revision in between.
        DeclarationError: There is no such finding, or no reason is given.
    """
    who, why = checked_name(step.who), needed_reason(step.why, "waiving a finding")

    def work(now: Comparison) -> Comparison:
        if not 1 <= number <= len(now.findings):
            raise DeclarationError(f"there is no finding {number}; {slug!r} has {len(now.findings)}")
        findings = list(now.findings)
        waived = findings[number - 1].model_copy(update={"resolution": f"Waived by {who}: {why}"})
        findings[number - 1] = waived
        return now.model_copy(update={"findings": tuple(findings), "state": "edited"})

    return _save_step(home, slug, step, work, f"waived finding {number}")


def approve_comparison(home: Workspace, slug: str, step: Step) -> Comparison:
    """Approve a comparison; refused unless its verdicts are approved, unchanged since, and no finding is open.

    Raises:
        Conflict: Somebody has saved another revision in between.
        DeclarationError: Something stands in the way.
    """

    def work(now: Comparison) -> Comparison:
        if now.state in ("approved", "published"):
            raise DeclarationError(f"{slug!r} is {now.state} already")
        _refuse_unready(home, now)
        return now.model_copy(update={"state": "approved"})

    return _save_step(home, slug, step, work, "approved")


def publish_comparison(home: Workspace, slug: str, step: Step) -> Comparison:
    """Release an approved comparison to readers; its verdicts must be published.

    Raises:
        Conflict: Somebody has saved another revision in between.
        DeclarationError: It isn't approved, or one of its verdicts isn't published.
    """

    def work(now: Comparison) -> Comparison:
        if now.state != "approved":
            raise DeclarationError(f"{slug!r} is {now.state}; approve it before it is published")
        _refuse_unready(home, now)
        for each in now.verdicts:
            if standing(home, each.slug).state != "published":
                raise DeclarationError(f"the verdict on {each.slug!r} isn't published yet; publish it first")
        return now.model_copy(update={"state": "published"})

    return _save_step(home, slug, step, work, "published")


def withdraw_comparison(home: Workspace, slug: str, step: Step) -> Comparison:
    """Take a comparison back from readers, or its approval.

    Raises:
        Conflict: Somebody has saved another revision in between.
        DeclarationError: There is nothing to withdraw, or no reason is given.
    """
    needed_reason(step.why, "withdrawing a comparison")

    def work(now: Comparison) -> Comparison:
        if now.state not in ("approved", "published"):
            raise DeclarationError(f"{slug!r} is {now.state}; there is nothing to withdraw")
        return now.model_copy(update={"state": "edited"})

    return _save_step(home, slug, step, work, "withdrawn")


def changed_since(home: Workspace, comparison: Comparison) -> tuple[str, ...]:
    """Return the slugs whose verdicts aren't any more what a comparison was drafted of."""
    return tuple(each.slug for each in comparison.verdicts if _said(home.verdict(each.slug)) != _said(each))


def _said(verdict: Verdict | None) -> object:
    """Return what of a verdict a comparison shows: all but its way through the states."""
    return verdict and verdict.model_copy(update={"state": "draft", "history": (), "findings": ()})


def _still_valid(stored: Comparison | None, verdicts: Iterable[Verdict]) -> tuple[HeadToHead, ...]:
    """Return the head-to-head answers of a stored comparison if it was of the same dossiers: they were paid for."""
    if stored is None:
        return ()
    then = [each.provenance.dossier for each in stored.verdicts]
    asked = any(seat.answers for duel in stored.head_to_head for seat in duel.seats)
    return stored.head_to_head if asked and then == [each.provenance.dossier for each in verdicts] else ()


def _refuse_unready(home: Workspace, now: Comparison) -> None:
    left = [
        f"{place} {each.kind}: {each.text}" for place, each in enumerate(now.findings, 1) if each.resolution is None
    ]
    if left:
        raise DeclarationError(f"{len(left)} of its findings are open: {left[0]}; waive each with a reason")
    if changed := changed_since(home, now):
        raise DeclarationError(f"the verdict on {changed[0]!r} has changed since it was drafted; draft it again")
    for each in now.verdicts:
        state = standing(home, each.slug).state
        if state not in ("approved", "published"):
            raise DeclarationError(f"the verdict on {each.slug!r} is {state}; approve it first")


def _save_step(
    home: Workspace, slug: str, step: Step, work: Callable[[Comparison], Comparison], done: str
) -> Comparison:
    who, why = checked_name(step.who), one_reason(step.why)
    with locked(home.comparisons_folder):
        stored = standing_comparison(home, slug)
        _refuse_overtaken(stored, step)
        changed = work(stored)
        if changed == stored:
            return stored
        return _write(home, changed, stored, stored.history, who, f"{done}: {why}" if why else done)


def _write(
    home: Workspace, fresh: Comparison, stored: Comparison | None, past: tuple[Event, ...], who: str, why: str
) -> Comparison:
    replaced = revision_of(stored) if stored is not None else None
    event = Event(at=dt.datetime.now(dt.UTC), who=who, state=fresh.state, why=why, replaced=replaced)
    fresh = fresh.model_copy(update={"history": (*past, event)})
    file = _file(home, fresh.slug)
    if stored is not None:
        write_new_text(file.parent / "edits" / fresh.slug / f"{replaced}.json", record_text(stored))
    write_text_atomically(file, record_text(fresh))
    write_if_new(file.with_name(f"{fresh.slug}.md"), comparison_markdown(fresh))
    write_if_new(file.with_name(f"{fresh.slug}.html"), comparison_html(fresh))
    return fresh


def _refuse_overtaken(stored: Comparison, step: Step) -> None:
    if step.expected is not None and step.expected != revision_of(stored):
        last = stored.history[-1].who if stored.history else "somebody else"
        raise Conflict(f"{last} has saved this comparison since you opened it; look at it, then repeat your step")


def replaced_comparison(home: Workspace, slug: str, revision: str) -> Comparison:
    """Return the record that an editor's step replaced.

    Raises:
        DeclarationError: It isn't kept, or is damaged.
    """
    if not (revision.isalnum() and revision.isascii() and len(revision) <= 64):
        raise DeclarationError(f"{revision[:60]!r} is no revision")
    return read_record(_file(home, slug).parent / "edits" / slug / f"{revision}.json", Comparison)


def _file(home: Workspace, slug: str) -> Path:
    name = slug.split("-vs-")
    for each in name:
        checked_slug(each)
    if len(slug) > _LONGEST:
        raise DeclarationError(f"{slug[:60]!r}… is too long to name a file; compare releases with shorter names")
    return home.comparisons_folder / f"{slug}.json"


def _text(name: str, text: str) -> str:
    line = " ".join(text.split())
    what = name.replace("_", " ")
    if not line:
        raise DeclarationError(f"the {what} is empty; write it, or leave it as it was")
    if len(line) > LONGEST_TEXT:
        raise DeclarationError(f"the {what} has {len(line)} characters; {LONGEST_TEXT} are the most")
    return line
