"""The site's templates: the workspace's own in ``templates/`` before the shipped ones."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from jinja2 import (
    ChoiceLoader,
    FileSystemLoader,
    PrefixLoader,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from panel.domain.noun import fingerprint
from panel.errors import DeclarationError
from panel.publish.environment import as_html, page_environment, tidied
from panel.publish.pages import TEMPLATES
from panel.store.nearest import did_you_mean, listed
from panel.store.prompt_errors import complaint
from panel.store.templates import ReadOnce, Reference, references
from panel.store.texts import read_text
from panel.store.workspace import Workspace

FOLDER: Final = "templates"
"""The workspace's folder of its own templates, styles and files."""
LAYOUT: Final = "site.html.j2"
"""The template that every page of the site extends."""
OWN_STYLE: Final = "theme.css"
"""The workspace's style sheet; it comes after the shipped ones."""
STATIC: Final = "static"
"""Folder within the workspace's templates whose files are copied to the site as they are."""

_FAULTS = (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError, RecursionError, OSError)
_SHEETS = ("style.css", "site.css")


class Theme:
    """The templates, styles and static files of one workspace's site; each file is read once.

    Args:
        home: The workspace.
        part: Escapes what a template shows.
    """

    def __init__(self, home: Workspace, part: Callable[[str], Markup] = as_html) -> None:
        self.folder = home.root / FOLDER
        here = FileSystemLoader([self.folder, TEMPLATES])
        shelf = PrefixLoader({"shipped": FileSystemLoader(TEMPLATES)}, delimiter=":")
        self._loader = ReadOnce(ChoiceLoader([here, shelf]))
        self._environment = page_environment(self._loader, part, ImmutableSandboxedEnvironment)
        self._hashes: dict[str, str] = {}
        self._parsed: dict[str, tuple[str, str | None, tuple[Reference, ...]]] = {}

    def render(self, name: str, /, **shown: Any) -> str:  # noqa: ANN401 - a template may be told anything
        """Return a page.

        Raises:
            DeclarationError: If a template has a mistake; names its file and line.
        """
        with self._explained(shown):
            template = self._environment.get_template(name)
            # not render(): it would put frames into the traceback that don't tell the template's line
            return tidied("".join(template.root_render_func(template.new_context(shown))))

    def hash_of(self, name: str) -> str:
        """Return the SHA-256 of a template, of the layout, and of all that the two reach.

        Raises:
            DeclarationError: If one of them is missing or can't be read.
        """
        if name not in self._hashes:
            sources: dict[str, str] = {}
            with self._explained({}):
                self._collect(name, sources)
                self._collect(LAYOUT, sources)
            self._hashes[name] = fingerprint(sorted(sources.items()))
        return self._hashes[name]

    @cached_property
    def style(self) -> str:
        """The site's style sheet: the shipped ones, or the workspace's files of their names, then its ``theme.css``."""
        parts = [self._sheet(name) for name in _SHEETS]
        own = self.folder / OWN_STYLE
        return "\n".join([*parts, *([read_text(own)] if own.is_file() else [])])

    @cached_property
    def script(self) -> str:
        """The script of the search box."""
        return self._sheet("search.js")

    @cached_property
    def mark(self) -> str:
        """The small picture that browsers show beside the site's name."""
        return self._sheet("mark.svg")

    @cached_property
    def static(self) -> dict[str, Path]:
        """The workspace's own files, by their place on the site."""
        root = self.folder / STATIC
        found = sorted(root.rglob("*")) if root.is_dir() else []
        return {
            file.relative_to(root).as_posix(): file
            for file in found
            if file.is_file() and not any(part.startswith(".") for part in file.relative_to(root).parts)
        }

    def standing_alone(self) -> Markup:
        """Return the style sheet, to be put into a page that has nobody to load it from."""
        return Markup(self.style.replace("</", "<\\/"))  # noqa: S704 - a style sheet, kept from ending its element

    def _sheet(self, name: str) -> str:
        own = self.folder / name
        return read_text(own if own.is_file() else TEMPLATES / name)

    def _collect(self, name: str, sources: dict[str, str]) -> None:
        """Put the hashes of a template's source, and of all that it reaches, under their names."""
        sources[name], file, reached = self._read(name)
        for other in reached:
            if other.name is not None and other.name not in sources:
                try:
                    self._collect(other.name, sources)
                except TemplateNotFound:
                    if not other.dispensable:
                        raise self._missing(other.name, file, other.line) from None

    def _read(self, name: str) -> tuple[str, str | None, tuple[Reference, ...]]:
        """Return the hash of a template's source, its file, and what it names; it is parsed once."""
        if name not in self._parsed:
            source, file, _ = self._loader.get_source(self._environment, name)
            digest = hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()
            self._parsed[name] = digest, file, tuple(references(self._environment.parse(source, name, file)))
        return self._parsed[name]

    @contextmanager
    def _explained(self, shown: Mapping[str, Any]) -> Iterator[None]:
        """Turn whatever a template raises into one sentence with its file and line."""
        known = {**self._environment.globals, **shown}
        try:
            yield
        except TemplateSyntaxError as error:
            problem = f"the template can't be read: {error.message}"
            raise DeclarationError(problem, file=error.filename or error.name, line=error.lineno) from None
        except TemplateNotFound as error:
            place = complaint(error, known)
            raise self._missing(str(error.name or ""), place.file, place.line) from None
        except _FAULTS as error:
            raise complaint(error, known) from None

    def _missing(self, name: str, file: Path | str | None, line: int | None) -> DeclarationError:
        folders = (self.folder, TEMPLATES)
        names = sorted({path.name for folder in folders for path in folder.glob("*.html.j2")})
        hint = did_you_mean(name, names) or f"; there are {listed(names)}"
        return DeclarationError(f"there is no template {name!r}{hint}", file=file, line=line)
