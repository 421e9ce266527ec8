"""What models are asked: conversations, rendered from prompt templates."""

import json
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from panel.domain.call import Message
from panel.domain.persona import Persona
from panel.domain.release import Dossier
from panel.errors import DeclarationError
from panel.evidence.fence import fenced
from panel.store.made_up import sample_dossier, sample_persona
from panel.store.prompt_shelf import PromptShelf

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

_Shared = tuple[dict[str, Any], tuple[Message, ...]]


class Prompts(PromptShelf):
    """What models are asked with the templates of a workspace.

    Args:
        workspace: Folder of the workspace's own templates; it needn't exist.
        shipped: Folder of the shipped ones, if not shipskip's own.
        ballot: Name of the template that asks for a ballot; another one says the same in other words.
    """

    def __init__(self, workspace: Path | None = None, shipped: Path | None = None, *, ballot: str = BALLOT) -> None:
        self.ballot = ballot
        """Name of the template that asks for a ballot."""
        super().__init__(workspace, shipped)
        self._kept: deque[_Shared] = deque(maxlen=16)

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

    def check(self) -> None:
        """Render everything for a made-up release, so that mistakes appear before the first paid call.

        Raises:
            DeclarationError: If any template has a mistake.
        """
        there = self.names
        for name in there:
            self.compile(name)
        for name, known in ((self.ballot, BALLOT_KNOWS), (REPAIR, REPAIR_KNOWS)):
            self.refuse_unknown_names(name, known)
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
        needed = _BLOCKS[BALLOT if name == self.ballot else name]
        return self.blocks(name, known, wanted, needed, "a ballot" if name == BALLOT else repr(name))


def _conversation(system: str, shared: str, question: str) -> tuple[Message, ...]:
    return (
        Message(role="system", content=system, shared=True),
        Message(role="user", content=shared, shared=True),
        Message(role="user", content=question),
    )
