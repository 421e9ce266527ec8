"""A file of statements, each judged against the sources of its release."""

from collections.abc import Callable
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from panel.domain.judgement import Judgement
from panel.domain.release import Dossier
from panel.errors import DeclarationError
from panel.evidence.dossier import read_dossier
from panel.evidence.grounding import ground_statement
from panel.store.lines import read_lines
from panel.store.workspace import Workspace


class StatementRow(BaseModel):
    """A line of a file of statements."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    slug: str | None = None
    """Whose dossier it is checked against; the named release's if absent."""
    statement: str
    """What is said."""


def check_statement_file(
    home: Workspace, file: Path, *, release: str | Path | None = None, model: str | None = None
) -> list[Judgement]:
    """Judge every statement of a file, in its order.

    Raises:
        DeclarationError: The file, a line, a release or the model can't be used.
    """
    rows = list(read_lines(file, StatementRow))
    find = _finder(home, release)
    dossiers = [find(row.slug, file, number) for number, row in rows]
    judged = [ground_statement(row.statement, dossier) for (_, row), dossier in zip(rows, dossiers, strict=True)]
    if model is None:
        return judged
    from panel.checks.by_model import verify_statements  # needed only where a model is asked

    return verify_statements(home, judged, dossiers, model)


def _finder(home: Workspace, release: str | Path | None) -> Callable[[str | None, Path, int], Dossier]:
    """Return a function that finds a line's dossier: the named release's, one beside it, or the workspace's."""
    named = read_dossier(home.release(release)) if release is not None else None
    beside = home.release_path(release).resolve().parent if release is not None else None
    found: dict[str, Dossier] = {}

    def find(slug: str | None, file: Path, line: int) -> Dossier:
        if named is not None and slug in (None, "", named.release.slug):
            return named
        if not slug:
            raise DeclarationError("this line names no 'slug', and no release was given", file=file, line=line)
        if slug not in found:
            sibling = _sibling(beside, slug)
            try:
                found[slug] = read_dossier(home.release(sibling or slug))
            except DeclarationError as error:
                raise DeclarationError(str(error), file=file, line=line) from None
        return found[slug]

    return find


def _sibling(folder: Path | None, slug: str) -> Path | None:
    if folder is None or "/" in slug or "\\" in slug or slug.startswith("."):
        return None
    return next(
        (path for path in (folder / slug, folder / f"{slug}.md", folder / f"{slug}.txt") if path.exists()), None
    )
