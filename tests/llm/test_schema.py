import json
from collections.abc import Iterator
from typing import Any

from panel.llm.schema import ballot_schema


def _objects(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if schema["type"] == "object":
        yield schema
        for inner in schema["properties"].values():
            yield from _objects(inner)
    elif schema["type"] == "array":
        yield from _objects(schema["items"])


def test_the_argument_comes_before_the_vote() -> None:
    """A model that writes in the schema's order argues first and votes then."""
    order = list(ballot_schema()["properties"])
    assert order == ["argument", "claims", "vote", "confidence", "quote", "flips_if"]


def test_strict_modes_accept_the_schema() -> None:
    """Every object requires all its properties and allows no others; there is nothing that providers reject."""
    objects = list(_objects(ballot_schema()))
    assert len(objects) == 3
    for each in objects:
        assert each["required"] == list(each["properties"])
        assert each["additionalProperties"] is False
    text = json.dumps(ballot_schema())
    assert not [word for word in ("$ref", "anyOf", "minimum", "maxLength", "pattern", "default") if word in text]


def test_the_schema_is_small() -> None:
    """It stands in every prompt."""
    assert len(json.dumps(ballot_schema())) < 1_000
