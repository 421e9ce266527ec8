"""Verdicts and comparisons as Markdown and as HTML pages that stand alone."""

from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from panel.domain.comparison import Comparison
from panel.domain.verdict import Verdict
from panel.publish.environment import as_html, page_environment, tidied
from panel.publish.escaping import markdown
from panel.publish.sheet import Sheet, sheets

TEMPLATES: Final = Path(__file__).parent / "templates"
"""The shipped templates of pages and write-ups."""


def verdict_markdown(verdict: Verdict) -> str:
    """Return a verdict's write-up in Markdown."""
    return _page("verdict.md.j2", sheet=Sheet(verdict))


def verdict_html(verdict: Verdict) -> str:
    """Return a verdict's page: HTML in one piece, without scripts and without anything to load."""
    return _page("verdict.html.j2", sheet=Sheet(verdict))


def comparison_markdown(comparison: Comparison) -> str:
    """Return a comparison's write-up in Markdown."""
    return _page("comparison.md.j2", comparison=comparison, sheets=sheets(comparison.verdicts))


def comparison_html(comparison: Comparison) -> str:
    """Return a comparison's page: HTML in one piece, without scripts and without anything to load."""
    return _page("comparison.html.j2", comparison=comparison, sheets=sheets(comparison.verdicts))


def _page(template: str, **shown: object) -> str:
    return tidied(_environment(markdown=template.endswith(".md.j2")).get_template(template).render(shown))


@cache
def _environment(*, markdown: bool) -> Environment:
    environment = page_environment(FileSystemLoader(TEMPLATES), _as_markdown if markdown else as_html)
    environment.globals["style"] = Markup((TEMPLATES / "style.css").read_text("utf-8"))  # noqa: S704 - our own file
    return environment


def _as_markdown(text: str) -> Markup:
    return Markup(markdown(text))  # noqa: S704 - escaped for Markdown
