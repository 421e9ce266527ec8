"""How llama.cpp is told to answer."""

from typing import Any

from panel.domain.call import Request
from panel.domain.persona import Persona
from panel.errors import Refused
from panel.llm.embedded.grammar import PLAIN, WIDE, Ballots
from panel.llm.embedded.slot import Opening
from panel.llm.schema import ballot_schema

USUAL_ANSWER = 2_000
"""Tokens kept for an answer that nobody limited."""

_BYTE_BY_BYTE = 1.2
"""Bytes of prompt to a token below which a vocabulary knows hardly more than single bytes."""


def settings(request: Request, opening: Opening) -> dict[str, Any]:
    """Return the settings for a request: the same request always gets the same seed.

    Args:
        request: What is asked.
        opening: How its opening became tokens.

    Raises:
        Refused: Too few tokens are allowed for any ballot.
    """
    asked = request.recipe.parameters
    longest = asked.max_tokens or USUAL_ANSWER
    chosen: dict[str, Any] = {
        "max_tokens": longest,
        "seed": int(request.id[:7], 16),
        "reasoning_format": "none",
        "chat_template_kwargs": {"enable_thinking": False},
    }
    if asked.temperature is not None:
        chosen["temperature"] = asked.temperature
    if request.persona is not None and request.schema_ == ballot_schema():
        chosen["grammar"] = _grammar(request, request.persona, opening, longest)
    elif request.schema_:
        chosen["json_schema"] = request.schema_
    return chosen


def _grammar(request: Request, persona: Persona, opening: Opening, longest: int) -> str:
    """Return the grammar of ballots that are complete within so many tokens.

    The opening shows how much text a token holds. Where that is hardly more than a byte, texts are kept to ASCII, with
    a token for each character, so that even noise is a whole ballot. Else half of what the opening promises is
    allowed, in any script.
    """
    byte_by_byte = opening.bytes_a_token < _BYTE_BY_BYTE
    characters = longest - 1 if byte_by_byte else int(longest * opening.characters_a_token / 2)
    ballots = Ballots(persona, tuple(request.dossier.by_cite))
    if characters < ballots.shortest:
        raise Refused(
            f"max_tokens is {longest:,}, which leaves room for {characters:,} characters, and the shortest ballot of "
            f"{persona.name} has {ballots.shortest:,}; allow more tokens"
        )
    return ballots.grammar(characters, character=PLAIN if byte_by_byte else WIDE)
