"""A shelf of prompt templates: the workspace's own before the shipped ones, read once, hashed, run in a sandbox."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from panel.errors import DeclarationError
from panel.store.nearest import did_you_mean, listed
from panel.store.prompt_errors import Unknown, complaint, unknown_name, unknown_names
from panel.store.shipped import shipped_folder
from panel.store.templates import ReadOnce, references, run_without_blocks

_FAULTS = (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError, RecursionError, OSError)
"""What a template's own mistake can raise while it is loaded or runs."""


class PromptShelf:
    """The templates of a workspace.

    A template is read once: what one shelf renders always comes from the same words, and has the same hash.

    Args:
        workspace: Folder of the workspace's own templates; it needn't exist.
        shipped: Folder of the shipped ones, if not shipskip's own.
    """

    def __init__(self, workspace: Path | None = None, shipped: Path | None = None) -> None:
        own = shipped or shipped_folder("prompts")
        self._folders = [folder for folder in (workspace, own) if folder is not None]
        here = FileSystemLoader([str(folder) for folder in self._folders])
        shelf = PrefixLoader({"shipped": FileSystemLoader(str(own))}, delimiter=":")
        self._loader = ReadOnce(ChoiceLoader([here, shelf]))
        self._environment: Environment = ImmutableSandboxedEnvironment(
            loader=self._loader,
            undefined=Unknown,
            autoescape=False,  # these texts are for models, not for browsers
            auto_reload=False,
            cache_size=-1,
        )
        self._hashes: dict[str, str] = {}

    @property
    def names(self) -> list[str]:
        """Names of all templates, the workspace's and the shipped ones."""
        files = {path.relative_to(folder).as_posix() for folder in self._folders for path in folder.rglob("*.j2")}
        return sorted(files)

    def render(self, name: str, /, **known: Any) -> str:  # noqa: ANN401 - templates may be told anything
        """Return a whole template's text.

        Raises:
            DeclarationError: If it has a mistake, or there is no such template.
        """
        with self._explained(name, known):
            return self._environment.get_template(name).render(known).strip()

    def hash_of(self, name: str) -> str:
        """Return the SHA-256 of a template and of all that it extends, includes or imports.

        Raises:
            DeclarationError: If one of them is missing, has a syntax error, or is named by an expression.
        """
        if name not in self._hashes:
            sources: dict[str, str] = {}
            with self._explained(name, {}):
                self._collect(name, sources)
            text = json.dumps(sorted(sources.items()), ensure_ascii=False)
            self._hashes[name] = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return self._hashes[name]

    def path_of(self, name: str) -> Path:
        """Return the file that a template's name stands for.

        Raises:
            DeclarationError: If there is none.
        """
        with self._explained(name, {}):
            _, file, _ = self._source(name)
            return Path(file or name)

    def compile(self, name: str) -> None:
        """Find out whether a template and all that it reaches can be read.

        Raises:
            DeclarationError: If one of them is missing or has a mistake.
        """
        self.hash_of(name)
        with self._explained(name, {}):
            self._environment.get_template(name)

    def refuse_unknown_names(self, name: str, known: Sequence[str]) -> None:
        """Look for misspelt names also where rendering a sample wouldn't come by.

        Raises:
            DeclarationError: If there is one.
        """
        with self._explained(name, {}):
            sources: dict[str, str] = {}
            self._collect(name, sources)
            for each, source in sources.items():
                for unknown, line in unknown_names(self._environment.parse(source, each), known):
                    raise unknown_name(unknown, known, file=self._file(each), line=line)

    def blocks(
        self, name: str, known: Mapping[str, Any], wanted: Sequence[str], needed: Sequence[str], who: str
    ) -> list[str]:
        """Return what single blocks of a template say, with its parents' blocks where it has none of its own.

        Args:
            name: The template.
            known: What it is told.
            wanted: The blocks that are rendered.
            needed: The blocks that it must have.
            who: What a sentence calls a template of its kind.

        Raises:
            DeclarationError: If a block is missing, or has a mistake.
        """
        with self._explained(name, known):
            template = self._environment.get_template(name)
            context = template.new_context(dict(known))
            run_without_blocks(template, context, needed)
            for block in needed:
                if not context.blocks.get(block):
                    raise DeclarationError(f"the block {block!r} is missing; {who} has {listed(needed)}")
            return ["".join(context.blocks[block][0](context)).strip() for block in wanted]

    def _collect(self, name: str, sources: dict[str, str]) -> None:
        """Put a template's source, and those of all that it reaches, under their names."""
        source, file, _ = self._source(name)
        sources[name] = source
        for other in references(self._environment.parse(source, name, file)):
            if other.name is None:
                problem = "a template is named by an expression here; write its name out, so that it can be hashed"
                raise DeclarationError(problem, file=file, line=other.line)
            if other.name in sources:
                continue
            try:
                self._collect(other.name, sources)
            except TemplateNotFound as error:
                if error.name != other.name:
                    raise
                if not other.dispensable:
                    raise self._missing(other.name, file, other.line) from None

    def _source(self, name: str) -> tuple[str, str | None, Any]:
        return self._loader.get_source(self._environment, name)

    @contextmanager
    def _explained(self, name: str, known: Mapping[str, Any]) -> Iterator[None]:
        """Turn whatever a template raises into one sentence with its file and line."""
        try:
            yield
        except DeclarationError as error:
            raise error if error.file else DeclarationError(error.problem, file=self._file(name)) from None
        except TemplateSyntaxError as error:
            problem = f"the template can't be read: {error.message}"
            raise DeclarationError(problem, file=error.filename or error.name, line=error.lineno) from None
        except TemplateNotFound as error:
            place = complaint(error, known)
            raise self._missing(str(error.name or name), place.file, place.line) from None
        except _FAULTS as error:
            raise complaint(error, known) from None

    def _missing(self, name: str, file: Path | str | None, line: int | None) -> DeclarationError:
        hint = did_you_mean(name, self.names) or f"; there are {listed(self.names)}"
        return DeclarationError(f"there is no template {name!r}{hint}", file=file, line=line)

    def _file(self, name: str) -> str:
        return self._source(name)[1] or name
