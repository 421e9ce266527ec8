"""The JSON Schemas of what models answer; ballots have one for all personas, so that it can be shared."""

from typing import Any


def ballot_schema() -> dict[str, Any]:
    """Return the schema of a ballot as a model writes it: argument first, then the vote.

    It is flat (no ``$ref``), every property is required and nothing else is allowed, as strict modes demand; limits on
    numbers and lengths are left to the reader, because several providers reject them.
    """
    text = {"type": "string"}
    return _object(
        argument=_list(_object(move=text, text=text)),
        claims=_list(_object(text=text, cites=_list(text))),
        vote={"type": "string", "enum": ["ship", "skip"]},
        confidence={"type": "integer"},
        quote=text,
        flips_if=text,
    )


def checks_schema() -> dict[str, Any]:
    """Return the schema of a fact-checker's answer: reasons before readings, in the same strict style."""
    text = {"type": "string"}
    return _object(
        checks=_list(
            _object(
                number={"type": "integer"},
                why=text,
                reading={"type": "string", "enum": ["supported", "contradicted", "not_stated", "opinion"]},
                cites=_list(text),
            )
        ),
        disagreements=_list(_object(a=text, b=text, about=text, why=text)),
    )


def choice_schema() -> dict[str, Any]:
    """Return the schema of a head-to-head answer: argument first, then the choice, in the same strict style."""
    text = {"type": "string"}
    return _object(
        argument=_list(_object(move=text, text=text)),
        reason=text,
        cites=_list(text),
        choice={"type": "string", "enum": ["first", "second", "tie"]},
        confidence={"type": "integer"},
    )


def write_up_schema() -> dict[str, Any]:
    """Return the schema of a comparison's texts: sentence by sentence, each with its citations."""
    text = {"type": "string"}
    sentences = _list(_object(text=text, cites=_list(text)))
    return _object(bottom_line=sentences, pricing_read=sentences, reviewer_split=sentences)


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}
