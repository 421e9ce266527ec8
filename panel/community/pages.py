"""The pages that readers vote on: HTML in one piece, with nothing to run and nothing to load."""

import base64
import hashlib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from panel.community.casting import Effect
from panel.community.catalogue import Shown
from panel.community.standing import LABEL, Standing
from panel.domain.ballot import Vote

_TEMPLATES = Path(__file__).parent / "templates"


class Pages:
    """The templates, and the policy under which browsers show them."""

    def __init__(self) -> None:
        style = (_TEMPLATES / "vote.css").read_text("utf-8")
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        self.policy = (
            f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'self'; base-uri 'none'; "
            "frame-ancestors 'none'"
        )
        """The content security policy: our own style, our own form, nothing else."""
        self._environment = Environment(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals |= {"style": Markup(style), "label": LABEL}  # noqa: S704 - our own file

    def ballot(
        self, release: Shown, path: str, holder: str, vote: Vote | None, effect: Effect | None, readers: Standing | None
    ) -> str:
        """Return the page with the two buttons and, after the vote, how readers and the panel see it.

        Args:
            release: What is voted on.
            path: Where the form posts to.
            holder: Token of whoever got the page; the form carries it, for browsers that keep no cookies.
            vote: How that reader votes now; None before the vote.
            effect: What the vote just cast came to; None if the page was only opened.
            readers: How the release stands with readers; only after the vote, so that nobody follows the others.
        """
        shown = {"release": release, "path": path, "holder": holder, "vote": vote, "effect": effect, "readers": readers}
        return self._environment.get_template("ballot.html.j2").render(shown)

    def refusal(self, sentence: str, advice: str) -> str:
        """Return the page that says no, and what to do instead."""
        return self._environment.get_template("refusal.html.j2").render(sentence=sentence, advice=advice)
