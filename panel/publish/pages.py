"""Verdicts and comparisons as Markdown and as HTML pages that stand alone."""

from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import Final, NamedTuple

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from panel.domain.comparison import Comparison
from panel.domain.verdict import Verdict
from panel.publish.changes import Change, changes
from panel.publish.environment import as_html, page_environment, tidied
from panel.publish.escaping import markdown
from panel.publish.sheet import Sheet, long_date, sheets

TEMPLATES: Final = Path(__file__).parent / "templates"
"""The shipped templates of pages and write-ups."""

_RENDERING = Lock()
"""Threads that render at once would only compile the same templates several times."""


def verdict_markdown(verdict: Verdict, earlier: Verdict | None = None) -> str:
    """Return a verdict's write-up in Markdown; with an earlier verdict it tells who has changed their mind since."""
    return _page("verdict.md.j2", sheet=Sheet(verdict), turned=_turned(earlier, verdict))


def verdict_html(verdict: Verdict, earlier: Verdict | None = None) -> str:
    """Return a verdict's page: HTML in one piece, without scripts and without anything to load.

    Args:
        verdict: What is shown.
        earlier: The verdict before it, if there was one: the page tells who has changed their mind since.
    """
    return _page("verdict.html.j2", sheet=Sheet(verdict), turned=_turned(earlier, verdict))


class Turned(NamedTuple):
    """How a verdict differs from the one before it."""

    before: str
    """The earlier percentage."""
    now: str
    """The percentage now."""
    since: str
    """When the earlier panel last sat, as people write it; empty if unknown."""
    changes: tuple[Change, ...]
    """Who changed their mind, and which sentence did it."""


def _turned(earlier: Verdict | None, verdict: Verdict) -> Turned | None:
    if earlier is None:
        return None
    since = long_date(earlier.history[-1].at.date()) if earlier.history else ""
    return Turned(Sheet(earlier).percent, Sheet(verdict).percent, since, changes(earlier, verdict))


def comparison_markdown(comparison: Comparison) -> str:
    """Return a comparison's write-up in Markdown."""
    return _page("comparison.md.j2", comparison=comparison, sheets=sheets(comparison.verdicts))


def comparison_html(comparison: Comparison) -> str:
    """Return a comparison's page: HTML in one piece, without scripts and without anything to load."""
    return _page("comparison.html.j2", comparison=comparison, sheets=sheets(comparison.verdicts))


def _page(template: str, **shown: object) -> str:
    with _RENDERING:
        return tidied(_environment(markdown=template.endswith(".md.j2")).get_template(template).render(shown))


@cache
def _environment(*, markdown: bool) -> Environment:
    environment = page_environment(FileSystemLoader(TEMPLATES), _as_markdown if markdown else as_html)
    environment.globals["style"] = Markup((TEMPLATES / "style.css").read_text("utf-8"))  # noqa: S704 - our own file
    return environment


@lru_cache(maxsize=1_024)
def _as_markdown(text: str) -> Markup:
    return Markup(markdown(text))  # noqa: S704 - escaped for Markdown
