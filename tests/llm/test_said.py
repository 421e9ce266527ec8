import json

import pytest

from panel.llm.said import said

ANTHROPIC = {"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}, "request_id": "req_1"}
UPSTREAM = {"error": {"message": "Provider returned error", "code": 429, "metadata": {"raw": "any is busy"}}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("litellm.APIError: OpenAIException - Connection error.", "Connection error."),
        (
            f"litellm.InternalServerError: AnthropicError - {json.dumps(ANTHROPIC)}. Handle with `litellm.X`.",
            "Overloaded",
        ),
        (json.dumps(UPSTREAM), "Provider returned error: any is busy"),
        ('{"error": "model \'x\' not found"}', "model 'x' not found"),
        ("no brace {here", "no brace {here"),
        ("{}", "{}"),
        ("Expecting value\nTraceback (most recent call last):\n  File 'x'", "Expecting value"),
    ],
)
def test_what_is_said_is_for_people(text: str, expected: str) -> None:
    """Class names, JSON, advice for programmers and tracebacks go; the provider's own words stay."""
    assert said(Exception(text)) == expected


def test_deep_json_is_left_alone() -> None:
    """An error body that no parser can take is shown as it is."""
    assert said(Exception('{"a":' * 100_000)).startswith('{"a":')
