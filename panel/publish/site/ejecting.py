"""Copying a shipped template or style sheet into the workspace, where it wins and can be changed."""

from pathlib import Path

from panel.errors import DeclarationError
from panel.publish.pages import TEMPLATES
from panel.publish.site.theme import FOLDER
from panel.store.nearest import did_you_mean, listed
from panel.store.records import write_new_text
from panel.store.texts import read_text
from panel.store.workspace import Workspace


def template_names() -> list[str]:
    """Return the names of everything that a theme can replace."""
    kinds = ("*.html.j2", "*.css", "*.js", "*.svg")
    return sorted(path.name for kind in kinds for path in TEMPLATES.glob(kind))


def eject_template(home: Workspace, name: str) -> Path:
    """Copy a shipped template, style sheet or script into the workspace; return the copy.

    Raises:
        DeclarationError: If there is no such shipped file, or the workspace has its own already.
    """
    names = template_names()
    if name not in names and f"{name}.html.j2" in names:
        name = f"{name}.html.j2"
    if name not in names:
        hint = did_you_mean(name, names) or f"; there are {listed(names)}"
        raise DeclarationError(f"no template {name!r} comes with shipskip{hint}")
    target = home.root / FOLDER / name
    if not write_new_text(target, read_text(TEMPLATES / name)):
        raise DeclarationError(f"the workspace has its own template {name!r} already; change that one", file=target)
    return target
