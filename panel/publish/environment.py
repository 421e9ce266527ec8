"""How templates become pages: everything that they show is escaped, and a name that nothing stands for is an error."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from jinja2 import BaseLoader, Environment
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from panel.publish.duel_sheet import duel_sheets
from panel.publish.escaping import href
from panel.publish.inert import inert_part
from panel.publish.sheet import DASH, long_date
from panel.store.prompt_errors import Unknown

SHORT: Final = 12
"""Digits of a hash that a page shows."""
_PERCENT = re.compile(r"(?<=\d) %")
_GAP = re.compile(r"\n{3,}")


def page_environment(loader: BaseLoader, part: Callable[[str], Markup]) -> Environment:
    """Return an environment for one kind of page; its templates run in a sandbox.

    Args:
        loader: Where its templates are.
        part: Escapes what a template shows.
    """

    def finish(value: object) -> Markup:
        if isinstance(value, Markup):
            return value
        if isinstance(value, int | float):  # charts are full of them, and no digit needs escaping
            return Markup(value)  # noqa: S704 - a number
        return part(str(value).strip())

    environment = ImmutableSandboxedEnvironment(
        loader=loader,
        autoescape=True,  # in Markdown too: it keeps apart what is escaped already (Markup) and what isn't
        undefined=Unknown,
        finalize=finish,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    environment.globals |= {"dash": DASH, "site": None, "layout": "base.html.j2"}
    environment.filters |= {
        "duels": duel_sheets,
        "href": _linkable,
        "long_date": long_date,
        "part": part,
        "short": lambda text: text[:SHORT],
    }
    return environment


@lru_cache(maxsize=1_024)
def as_html(text: str) -> Markup:
    """Return a text escaped for HTML, its percentages kept on one line."""
    return escape(_PERCENT.sub("\N{NO-BREAK SPACE}%", inert_part(text)))


def tidied(page: str) -> str:
    """Return a page without the gaps that templates leave."""
    return _GAP.sub("\n\n", page).strip() + "\n"


def _linkable(url: str | None) -> Markup | None:
    address = href(url)
    return None if address is None else escape(address)
