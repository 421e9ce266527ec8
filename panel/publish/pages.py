"""Verdicts and comparisons as Markdown and as HTML pages that stand alone."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from panel.domain.comparison import Comparison
from panel.domain.verdict import Verdict
from panel.publish.escaping import href, markdown
from panel.publish.inert import inert_part
from panel.publish.sheet import DASH, Sheet, long_date, sheets

_TEMPLATES = Path(__file__).parent / "templates"
_SHORT = 12
"""Digits of a hash that a page shows."""
_GAP = re.compile(r"\n{3,}")
_PERCENT = re.compile(r"(?<=\d) %")


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
    environment = _environment(_as_markdown if template.endswith(".md.j2") else _as_html)
    return _GAP.sub("\n\n", environment.get_template(template).render(shown)).strip() + "\n"


@cache
def _environment(part: Callable[[str], Markup]) -> Environment:
    """Return the environment of one kind of page; all that a template shows is escaped by ``part``."""

    def finish(value: object) -> Markup:
        return value if isinstance(value, Markup) else part(str(value).strip())

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,  # in Markdown too: it keeps apart what is escaped already (Markup) and what isn't
        undefined=StrictUndefined,
        finalize=finish,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals |= {"dash": DASH, "style": Markup((_TEMPLATES / "style.css").read_text("utf-8"))}  # noqa: S704 - our own file
    environment.filters |= {
        "href": _linkable,
        "long_date": long_date,
        "part": part,
        "short": lambda text: text[:_SHORT],
    }
    return environment


def _linkable(url: str | None) -> Markup | None:
    address = href(url)
    return None if address is None else escape(address)


def _as_html(text: str) -> Markup:
    return escape(_PERCENT.sub("\N{NO-BREAK SPACE}%", inert_part(text)))


def _as_markdown(text: str) -> Markup:
    return Markup(markdown(text))  # noqa: S704 - escaped for Markdown
