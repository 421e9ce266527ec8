"""Rendering the prompts: sandboxed templates, the workspace's own before the shipped ones."""

import hashlib
import json
from collections import deque
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

from panel.domain.call import Message
from panel.domain.persona import Persona
from panel.domain.release import Dossier
from panel.errors import DeclarationError
from panel.evidence.fence import fenced
from panel.store.made_up import sample_dossier, sample_persona
from panel.store.nearest import did_you_mean, listed
from panel.store.prompt_errors import Unknown, complaint, unknown_name, unknown_names
from panel.store.shipped import shipped_folder
from panel.store.templates import ReadOnce, references, run_without_blocks

BALLOT = "ballot.j2"
"""The template that asks for a ballot; its blocks are ``system``, ``dossier`` and ``persona``."""

REPAIR = "repair.j2"
"""The template that shows a model the error in its reply."""

HEAD_TO_HEAD = "head_to_head.j2"
"""The template that sets two releases against each other; its blocks are ``system``, ``dossiers`` and ``persona``."""

COMPARE = "compare.j2"
"""The template that asks for a comparison's texts; its blocks are ``system``, ``dossiers`` and ``record``."""

AGAIN = "again.j2"
"""The template that shows a model the error in an answer that is no ballot."""

_FAULTS = (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError, RecursionError, OSError)
"""What a template's own mistake can raise while it is loaded or runs."""

_SHARED = ("system", "dossier")
_BLOCKS = {
    BALLOT: (*_SHARED, "persona"),
    HEAD_TO_HEAD: ("system", "dossiers", "persona"),
    COMPARE: ("system", "dossiers", "record"),
}
"""What the templates that are asked block by block must have."""

BALLOT_KNOWS = ("persona", "release", "dossier", "fenced", "schema")
"""What a ballot's template is told; outside its block ``persona``, it isn't told the persona."""

REPAIR_KNOWS = ("error", "reply")
"""What the template of a repair turn is told."""

_KNOWS = {
    BALLOT: BALLOT_KNOWS,
    REPAIR: REPAIR_KNOWS,
    HEAD_TO_HEAD: ("persona", "first", "second", "first_fenced", "second_fenced", "schema"),
    COMPARE: ("releases", "fenced", "letters", "record", "schema"),
    AGAIN: ("error", "reply", "keys"),
}
"""What each template is told."""

_Shared = tuple[dict[str, Any], tuple[Message, ...]]


class Prompts:
    """The templates of a workspace.

    A template is read once: what one Prompts renders always comes from the same words, and has the same hash.

    Args:
        workspace: Folder of the workspace's own templates; it needn't exist.
        shipped: Folder of the shipped ones, if not shipskip's own.
        ballot: Name of the template that asks for a ballot; another one says the same in other words.
    """

    def __init__(self, workspace: Path | None = None, shipped: Path | None = None, *, ballot: str = BALLOT) -> None:
        self.ballot = ballot
        """Name of the template that asks for a ballot."""
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
        self._kept: deque[_Shared] = deque(maxlen=16)

    @property
    def names(self) -> list[str]:
        """Names of all templates, the workspace's and the shipped ones."""
        files = {path.relative_to(folder).as_posix() for folder in self._folders for path in folder.rglob("*.j2")}
        return sorted(files)

    def render_ballot(self, persona: Persona, dossier: Dossier, schema: Mapping[str, Any]) -> tuple[Message, ...]:
        """Return the conversation that asks a persona for its ballot.

        The first two messages are the same for every persona: their blocks can't see it.

        Args:
            persona: Who is asked.
            dossier: What it is asked about.
            schema: JSON Schema of the answer.

        Raises:
            DeclarationError: If a template has a mistake; names its file and line.
        """
        known, shared = self._shared(dossier, json.dumps(schema, ensure_ascii=False))
        (question,) = self._blocks(self.ballot, {**known, "persona": persona}, ("persona",))
        return (*shared, Message(role="user", content=question))

    def render_repair(self, error: str, reply: str) -> Message:
        """Return the message that shows a model what is wrong with its reply.

        Raises:
            DeclarationError: If the template has a mistake.
        """
        return Message(role="user", content=self.render(REPAIR, error=error, reply=reply))

    def render_choice(
        self, persona: Persona, first: Dossier, second: Dossier, schema: Mapping[str, Any]
    ) -> tuple[Message, ...]:
        """Return the conversation that asks a persona which of two dossiers it would ship.

        The first two messages are the same for every persona that sees the two in this order.

        Args:
            persona: Who is asked.
            first: The dossier that is shown first; its citations begin with ``A.``.
            second: The one that is shown second; its citations begin with ``B.``.
            schema: JSON Schema of the answer.

        Raises:
            DeclarationError: If a template has a mistake; names its file and line.
        """
        known = {
            "first": first.release,
            "second": second.release,
            "first_fenced": fenced(first, "A."),
            "second_fenced": fenced(second, "B."),
            "schema": json.dumps(schema, ensure_ascii=False),
        }
        system, dossiers = self._blocks(HEAD_TO_HEAD, known, ("system", "dossiers"))
        (question,) = self._blocks(HEAD_TO_HEAD, {**known, "persona": persona}, ("persona",))
        return _conversation(system, dossiers, question)

    def render_comparison(
        self, dossiers: Sequence[Dossier], record: Sequence[str], schema: Mapping[str, Any]
    ) -> tuple[Message, ...]:
        """Return the conversation that asks for a comparison's texts.

        Args:
            dossiers: The compared releases, in order; their citations begin with ``A.``, ``B.`` and so on.
            record: What was counted, line by line, each beginning with its key in brackets.
            schema: JSON Schema of the answer.

        Raises:
            DeclarationError: If a template has a mistake; names its file and line.
        """
        letters = [chr(ord("A") + place) for place in range(len(dossiers))]
        known = {
            "releases": [dossier.release for dossier in dossiers],
            "letters": letters,
            "fenced": [fenced(each, f"{letter}.") for each, letter in zip(dossiers, letters, strict=True)],
            "schema": json.dumps(schema, ensure_ascii=False),
        }
        system, shared = self._blocks(COMPARE, known, ("system", "dossiers"))
        (question,) = self._blocks(COMPARE, {**known, "record": list(record)}, ("record",))
        return _conversation(system, shared, question)

    def render_again(self, error: str, reply: str, keys: Sequence[str]) -> Message:
        """Return the message that shows a model what is wrong with an answer that is no ballot.

        Raises:
            DeclarationError: If the template has a mistake.
        """
        return Message(role="user", content=self.render(AGAIN, error=error, reply=reply, keys=list(keys)))

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

    def check(self) -> None:
        """Render everything for a made-up release, so that mistakes appear before the first paid call.

        Raises:
            DeclarationError: If any template has a mistake.
        """
        there = self.names
        for name in there:
            self.hash_of(name)
            with self._explained(name, {}):
                self._environment.get_template(name)
        for name, known in ((self.ballot, BALLOT_KNOWS), (REPAIR, REPAIR_KNOWS)):
            self._refuse_unknown_names(name, known)
        for message in self.render_ballot(sample_persona(), sample_dossier(), {"type": "object"}):
            if not message.content:
                raise DeclarationError("one of its blocks says nothing; write it", file=self.path_of(self.ballot))
        self.render_repair("the vote is missing", '{"argument": []}')
        dossier, schema = sample_dossier(), {"type": "object"}
        if HEAD_TO_HEAD in there:
            self.render_choice(sample_persona(), dossier, dossier, schema)
        if COMPARE in there:
            self.render_comparison([dossier, dossier], ["[R.1] a line"], schema)
        if AGAIN in there:
            self.render_again("the choice is missing", "{}", ["choice"])

    def _refuse_unknown_names(self, name: str, known: Sequence[str]) -> None:
        """Look for misspelt names also where rendering a sample wouldn't come by."""
        with self._explained(name, {}):
            sources: dict[str, str] = {}
            self._collect(name, sources)
            for each, source in sources.items():
                for unknown, line in unknown_names(self._environment.parse(source, each), known):
                    raise unknown_name(unknown, known, file=self._file(each), line=line)

    def _shared(self, dossier: Dossier, schema: str) -> _Shared:
        """Return what a ballot's template is told of a dossier, and the messages that all seats share.

        Every seat of a panel asks for the same ones in turn, so the latest are kept.
        """
        for kept in self._kept:
            if kept[0]["dossier"] is dossier and kept[0]["schema"] == schema:
                return kept
        known = {"release": dossier.release, "dossier": dossier, "fenced": fenced(dossier), "schema": schema}
        system, document = self._blocks(self.ballot, known, _SHARED)
        messages = (
            Message(role="system", content=system, shared=True),
            Message(role="user", content=document, shared=True),
        )
        self._kept.append((known, messages))
        return known, messages

    def _blocks(self, name: str, known: Mapping[str, Any], wanted: tuple[str, ...]) -> list[str]:
        """Return what single blocks of a template say, with its parents' blocks where it has none of its own."""
        with self._explained(name, known):
            template = self._environment.get_template(name)
            context = template.new_context(dict(known))
            blocks = _BLOCKS[BALLOT if name == self.ballot else name]
            run_without_blocks(template, context, blocks)
            for block in blocks:
                if not context.blocks.get(block):
                    who = "a ballot" if name == BALLOT else f"{name!r}"
                    raise DeclarationError(f"the block {block!r} is missing; {who} has {listed(blocks)}")
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


def _conversation(system: str, shared: str, question: str) -> tuple[Message, ...]:
    return (
        Message(role="system", content=system, shared=True),
        Message(role="user", content=shared, shared=True),
        Message(role="user", content=question),
    )
