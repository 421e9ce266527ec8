"""Tests of how expressions are passed over by the first letters of a text's words."""

import json
import re
from pathlib import Path

import pytest

from panel.evidence.conflicts.qualifiers import one_pattern
from panel.evidence.openings import Openings, finds, openings

DATA = Path(__file__).resolve().parents[1] / "data" / "evidence"


@pytest.mark.parametrize(
    ("expression", "letters"),
    [
        ("idle|standby|at rest", {"id", "st", "at"}),
        ("MIT|a month", {"mi", "a"}),
        ("(?:phone|web)? app", None),
        ("(?:phone|web) app", {"ph", "we"}),
        ("ab?c|de", None),
        ("e-?mail", None),
        (r"\d+ euros", None),
        ("[48]-bit", None),
        (r"pay|(?:a|per) month", None),
        (r"x[|(]y|zoom", None),
    ],
)
def test_what_an_expression_can_begin_with(expression: str, letters: set[str] | None) -> None:
    """Two letters of each alternative, or a word of one; nothing where a find may begin otherwise."""
    found = openings(expression)
    assert found == letters


def test_nothing_that_would_be_found_is_passed_over() -> None:
    """What an expression finds in a text is awake there."""
    expressions = {
        each: each
        for each in (
            "free|gratis",
            "(?:once|twice) a year",
            r"subscri\w+|monthly",
            r"e-?mail|web",
            "MIT|Apache",
            "a (?:day|year)",
        )
    }
    gate = Openings(expressions)
    lines = (DATA / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["statement"] for line in lines] + ["Email is free", "it's MIT's", "a year or so"]
    found = [(text, each) for text in texts for each in expressions if re.search(one_pattern(each), text)]
    assert len(found) > 10
    assert all(each in dict(gate.places(text.lower())) for text, each in found)
    assert any(each not in dict(gate.places(text.lower())) for text in texts for each in expressions)


def test_finds_are_those_of_a_whole_look() -> None:
    """An expression finds at the places where it may begin what it finds in the whole text."""
    expressions = {
        each: one_pattern(each) for each in ("free|gratis", r"subscri\w+|monthly", r"\d+ euros", "a (?:day|year)|a")
    }
    gate = Openings({each: each for each in expressions})
    lines = (DATA / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["statement"].lower() for line in lines]
    texts += ["a-free free gratis_ monthly", "a day a year-a", "semi-monthly é-free, éfree: free", "5 euros - a"]
    for text in texts:
        places = dict(gate.places(text))
        for each, pattern in expressions.items():
            whole = [match.span() for match in pattern.finditer(text)]
            found = [match.span() for match in finds(pattern, text, places[each])] if each in places else []
            assert found == whole
