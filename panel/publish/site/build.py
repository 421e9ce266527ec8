"""Building the site: what changed is written, what is gone is removed, and nothing else is touched."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from panel.domain.noun import Noun
from panel.errors import DeclarationError
from panel.publish.site.manifest import Planned, Written, held, read_manifest, stands
from panel.publish.site.plan import plan_site
from panel.publish.site.settings import SiteSettings, read_site_settings
from panel.publish.site.shelf import read_shelf
from panel.publish.site.theme import FOLDER
from panel.publish.site.writing import Progress, write_files
from panel.store.workspace import Workspace

DEFAULT_OUT: Final = "site"
"""The site's folder in the workspace, if no other is named."""


class Built(Noun):
    """What a build came to."""

    out: str
    """The site's folder."""
    verdicts: int
    """Verdicts that it shows."""
    comparisons: int
    """Comparisons that it shows."""
    files: int
    """Files that it has."""
    written: int
    """Files that were written now."""
    removed: int
    """Files of earlier builds that were removed now."""
    waiting: int
    """Verdicts that it doesn't show because no editor has published them."""
    notices: tuple[str, ...] = ()
    """What an editor should know, one sentence each."""


def build_site(
    home: Workspace,
    *,
    out: Path | None = None,
    base_url: str | None = None,
    drafts: bool = False,
    force: bool = False,
    fresh: bool = False,
    progress: Progress | None = None,
) -> Built:
    """Build the site of a workspace; a second build writes only what has changed.

    Everything is made before anything is replaced: a mistake leaves the site as it was. A build that is killed leaves
    every file whole, and the next one finishes it.

    Args:
        home: The workspace.
        out: The site's folder; ``site`` in the workspace, if absent.
        base_url: Where readers find it, if not where ``[site]`` says.
        drafts: Whether to show what no editor has published; such a site tells robots to stay away.
        force: Whether files that stand in the way and aren't ours may be replaced.
        fresh: Whether to write every file anew.
        progress: Told how many files are made, of how many.

    Raises:
        DeclarationError: A setting, a template or a record has a mistake, or the folder can't be written to.
    """
    settings = _settings(home, base_url)
    out = _checked(home, out or home.root / DEFAULT_OUT)
    with held(out):
        old = read_manifest(out).files
        shelf = read_shelf(home, drafts=drafts)
        plan, notices = plan_site(home, shelf, settings, drafts=drafts)
        _refuse_foreign(out, plan, old, force=force)
        due = [each for each in plan if fresh or not stands(out, each, old.get(each.path))]
        gone = sorted(set(old) - {each.path for each in plan})
        if due or gone:
            write_files(out, due, gone, old, progress)
    return Built(
        out=str(out),
        verdicts=len(shelf.verdicts),
        comparisons=len(shelf.pairs),
        files=len(plan),
        written=len(due),
        removed=len(gone),
        waiting=shelf.waiting,
        notices=(*notices, *shelf.left_out),
    )


def _settings(home: Workspace, base_url: str | None) -> SiteSettings:
    settings = read_site_settings(home)
    if base_url is None:
        return settings
    try:
        return SiteSettings.model_validate({**settings.model_dump(), "base_url": base_url})
    except ValueError:
        problem = f"{base_url!r} is no address of a site; give one such as https://example.org/verdicts"
        raise DeclarationError(problem) from None


def _checked(home: Workspace, out: Path) -> Path:
    """Return the site's folder, unless something else lives there."""
    out, root = out.resolve(), home.root.resolve()
    own = [home.personas_folder, home.prompts_folder, home.releases_folder, home.verdicts_folder, root / FOLDER]
    taken = [each.resolve() for each in (*own, home.ledger_file.parent)]
    if out in (root, *root.parents) or any(out == each or each in out.parents for each in taken):
        raise DeclarationError("the site can't be built there: the workspace's own files are there", file=out)
    return out


def _refuse_foreign(out: Path, plan: Sequence[Planned], old: dict[str, Written], *, force: bool) -> None:
    """Raise a DeclarationError if a file that is to be written stands there and isn't ours."""
    foreign = next((each.path for each in plan if each.path not in old and (out / each.path).exists()), None)
    if foreign is not None and not force:
        problem = f"{foreign!r} stands there already and isn't of this site; name another folder, or use --force"
        raise DeclarationError(problem, file=out)
