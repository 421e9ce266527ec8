"""Releases, statements and pairs checked against their sources, as ``shipskip check`` asks for it."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict

from panel.domain.disagreement import Disagreement
from panel.domain.facts import Facts
from panel.domain.judgement import Judgement
from panel.domain.release import Dossier
from panel.errors import CallError, DeclarationError
from panel.evidence.conflicts import disagreements, judge_pair
from panel.evidence.dossier import read_dossier
from panel.evidence.facts import read_facts
from panel.evidence.living import living_dossier
from panel.hearing.checking import Checked, check_release, check_statements, verify_release, verify_statements
from panel.hearing.poll import Bench
from panel.llm.rooms import open_gateway, open_ledger
from panel.publish.dossier_page import PAGE, dossier_markdown
from panel.store.lines import read_lines
from panel.store.records import write_if_new
from panel.store.workspace import Workspace

Result = TypeVar("Result")


class _Row(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class StatementRow(_Row):
    """A line of a file of statements."""

    slug: str | None = None
    """Whose dossier it is checked against; the named release's if absent."""
    statement: str
    """What is said."""


class SaidRow(_Row):
    """One side of a pair."""

    source: str = ""
    """Where it stands, in any words."""
    text: str
    """The sentence."""


class PairRow(_Row):
    """A line of a file of pairs."""

    slug: str | None = None
    """The release that both speak of."""
    a: SaidRow
    """The one sentence."""
    b: SaidRow
    """The other."""


def check(home: Workspace, release: str | Path, *, model: str | None = None) -> Checked:
    """Check one release's sources, by rules and, if a model is named, by that model over what they leave open.

    The dossier's page is brought up to date.

    Raises:
        DeclarationError: The release, its verdict or the model can't be used.
    """
    dossier = read_dossier(home.release(release))
    found = disagreements(dossier)
    save_dossier_page(home, dossier, found)
    checked = check_release(dossier, found, home.verdict(dossier.release.slug))
    if model is None:
        return checked
    return _with_model(home, model, lambda bench: verify_release(checked, dossier, model, bench))


def refresh_dossier_page(home: Workspace, release: str | Path) -> Path:
    """Read a release's sources and write its dossier's page; return the page's path.

    Raises:
        DeclarationError: The release can't be read, or the page can't be written.
    """
    dossier = read_dossier(home.release(release))
    return save_dossier_page(home, dossier, disagreements(dossier))


def save_dossier_page(home: Workspace, dossier: Dossier, found: tuple[Disagreement, ...]) -> Path:
    """Write what is known of a release by now, each line cited, beside its verdict; return the page's path.

    Args:
        home: The workspace.
        dossier: What is known.
        found: Its disagreements.

    Raises:
        DeclarationError: It can't be written.
    """
    read = read_facts(dossier)
    facts = {name: getattr(read, name) for name in Facts.model_fields}
    page = home.verdict_file(dossier.release.slug).parent / PAGE
    write_if_new(page, dossier_markdown(living_dossier(dossier, facts, found)))
    return page


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
    judged = check_statements([(row.statement, dossier) for (_, row), dossier in zip(rows, dossiers, strict=True)])
    if model is None:
        return judged
    return _with_model(home, model, lambda bench: verify_statements(judged, dossiers, model, bench))


def check_pair_file(home: Workspace, file: Path, *, release: str | Path | None = None) -> Iterator[dict[str, Any]]:
    """Yield for every pair of a file, in its order, whether the two contradict each other and about what.

    Raises:
        DeclarationError: The file or a line can't be read.
    """
    named = home.release(release).name if release is not None else None
    known = home.release_paths()
    for _, row in read_lines(file, PairRow):
        subject = named or (home.release(row.slug).name if row.slug in known else row.slug)
        found = judge_pair(row.a.text, row.b.text, subject=subject)
        yield {"contradiction": found is not None, "about": found.about if found else None}


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


def _with_model(home: Workspace, model: str, work: Callable[[Bench], Coroutine[Any, Any, Result]]) -> Result:
    calls = home.panel_settings().calls

    async def run() -> Result:
        ledger = open_ledger(home.ledger)
        gateway = open_gateway(calls, ledger)
        bench = Bench(home.prompts(), gateway, ledger, calls.parameters)
        try:
            gateway.warm([model])
            bench.prompts.check()
            gateway.check([model])
            return await work(bench)
        except CallError as failed:
            raise DeclarationError(f"{model} didn't check it ({failed.kind}): {failed}") from None
        finally:
            await gateway.close()
            await ledger.close()

    return asyncio.run(run())
