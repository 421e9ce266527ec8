"""The prompts as text."""

import re

import pytest

from tests.builtin.conftest import ROOT

BALLOT = (ROOT / "prompts" / "ballot.j2").read_text(encoding="utf-8")
REPAIR = (ROOT / "prompts" / "repair.j2").read_text(encoding="utf-8")


def block(name):
    """The text of a block."""
    return re.search(rf"{{% block {name} -?%}}(.*?){{%-? endblock %}}", BALLOT, re.DOTALL).group(1)


def test_nothing_of_the_persona_stands_in_the_shared_part():
    """What all seats share must be the same bytes for all of them."""
    assert "persona" not in block("system")
    assert "persona" not in block("dossier")


def test_nothing_from_a_source_stands_outside_the_fence():
    """The persona's part comes after the dossier and takes no word from it."""
    assert "release." not in block("persona")
    assert "dossier." not in block("persona")
    assert "fenced" not in block("persona")


def test_the_argument_is_asked_for_before_the_vote():
    """A vote cast first would only be defended."""
    system = block("system")
    keys = ["argument", "claims", "vote", "confidence", "quote", "flips_if"]
    places = [system.index(f'- "{key}"') for key in keys]
    assert places == sorted(places)


@pytest.mark.parametrize("text", [BALLOT, REPAIR])
def test_prompts_hold_no_logic(text):
    """Only loops and conditions; filters only to join."""
    assert set(re.findall(r"{%-?\s*(\w+)", text)) <= {"block", "endblock", "for", "endfor", "if", "endif"}
    assert set(re.findall(r"\|\s*(\w+)", text)) <= {"join"}


def test_the_shared_part_is_small():
    """A local model of four billion parameters has room for it."""
    assert len(block("system").split()) < 600


def test_a_repair_shows_error_and_reply():
    """And asks to keep the vote."""
    assert "{{ error }}" in REPAIR
    assert "{{ reply }}" in REPAIR
    assert "keep the vote" in " ".join(REPAIR.split())
