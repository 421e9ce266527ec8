"""Panel and readers side by side on every release: two figures that are never added up."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from panel.community.standing import Standing, standing, standings
from panel.domain.noun import Noun
from panel.domain.verdict import Tally, Verdict
from panel.errors import DeclarationError
from panel.store.nearest import did_you_mean
from panel.store.workspace import Workspace


class Beside(Noun):
    """A release with what the simulated panel and what readers make of it."""

    release: str
    """Slug."""
    name: str
    """What its vendor calls it; the slug, where there is no verdict yet."""
    panel: Tally | None
    """The simulated panel's count; None where there is no verdict yet."""
    disclosure: str | None
    """That the panel is simulated, and by which model."""
    readers: Standing
    """Readers' votes."""


def side_by_side(home: Workspace, slugs: Sequence[str] = ()) -> list[Beside]:
    """Return panel and readers on these releases; without any, on all with a verdict or a vote.

    Raises:
        DeclarationError: A release is unknown, or a record is damaged.
    """
    settings = home.panel_settings()
    counted = standings(home)
    none = standing(0, 0, settings.votes.threshold, settings.interval_level)
    if not slugs:
        verdicts = {verdict.slug: verdict for verdict in home.verdicts()}
        wanted: Iterable[str] = sorted({*verdicts, *counted})
    else:
        known = {*home.release_paths(), *counted, *(path.parent.name for path in _records(home))}
        for slug in slugs:
            if slug not in known:
                raise DeclarationError(f"there is no release {slug!r}{did_you_mean(slug, known)}")
        wanted = dict.fromkeys(slugs)
        verdicts = {slug: verdict for slug in wanted if (verdict := home.verdict(slug)) is not None}
    return [_beside(slug, verdicts.get(slug), counted.get(slug, none)) for slug in wanted]


def _records(home: Workspace) -> Iterable[Path]:
    return home.verdicts_folder.glob("*/verdict.json")


def _beside(slug: str, verdict: Verdict | None, readers: Standing) -> Beside:
    if verdict is None:
        return Beside(release=slug, name=slug, panel=None, disclosure=None, readers=readers)
    return Beside(
        release=slug, name=verdict.release.name, panel=verdict.tally, disclosure=verdict.disclosure, readers=readers
    )
