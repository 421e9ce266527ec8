import pytest

from panel.domain.persona import Persona
from panel.errors import DeclarationError
from panel.store.settle import settle
from panel.store.yaml_lines import read_yaml

GOOD = """\
id: tester
name: The Tester
title: Tries things
motto: Try it.
lens: Does it work?
excited_by: [things that work]
tired_of: [things that don't]
moves:
  - name: first_look
    instruction: Say what stands there.
ships_when: [it works]
skips_when: [it doesn't]
voice: [short]
weight: 2
signals:
  - name: a thing
    phrases: [thing]
    affirmed: 1.5
"""


def test_a_good_declaration_becomes_its_noun(tmp_path):
    """Whole numbers do where a number is expected."""
    persona = settle(Persona, read_yaml(GOOD, tmp_path))
    assert persona.weight == 2.0
    assert persona.signals[0].affirmed == 1.5


@pytest.mark.parametrize(
    ("old", "new", "sentence", "line"),
    [
        ("motto:", "moto:", "unknown key 'moto'; did you mean 'motto'?", 4),
        ("motto:", "xylophone:", "unknown key 'xylophone'; known here: id, name", 4),
        ("motto: Try it.\n", "", "the key 'motto' is missing; add it", 1),
        ("Try it.", "no", "'motto' must be text, but unquoted it is read as yes or no (False); put it in quotes", 4),
        ("Try it.", "1.0", "'motto' must be text, but unquoted it is read as a number (1.0); put it in quotes", 4),
        ("Try it.", "2026-01-02", "'motto' must be text, but unquoted it is read as a date (2026-01-02)", 4),
        ("Try it.", "", "'motto' is empty", 4),
        ("Try it.", "{a: b}", "'motto' must be text, not a mapping", 4),
        ("[short]", "short", "'voice' must be a list (lines that start with '- '), not 'short'", 13),
        ("[short]", "[]", "'voice' needs at least 1 item", 13),
        ("weight: 2", "weight: heavy", "'weight' must be a number, not 'heavy'", 14),
        ("weight: 2", "weight: yes", "'weight' must be a number, not True", 14),
        ("weight: 2", "weight: 0", "'weight' must be above 0, not 0", 14),
        ("weight: 2", "weight: .nan", "'weight' must be", 14),
        ("weight: 2", "weight: 101", "'weight' must be 100 or less, not 101", 14),
        ("first_look", "First Look", "'name' of item 1 of 'moves' must be lower-case letters", 9),
        ("Say what stands there.", "Look", "'instruction' of item 1 of 'moves' needs at least 10 characters", 10),
        ("affirmed: 1.5", "afirmed: 1.5", "unknown key 'afirmed' in item 1 of 'signals'; did you mean 'affirmed'?", 18),
        ("    affirmed: 1.5\n", "  - name: a thing\n    phrases: [b]\n", "'signals' 'a thing' is named twice", 15),
        (
            "  - name: first_look\n    instruction: Say what stands there.\n",
            "  - look\n",
            "must be a mapping of keys",
            9,
        ),
        ("phrases: [thing]", "phrases: [thing, 7]", "item 2 of 'phrases' of item 1 of 'signals' must be text", 17),
    ],
)
def test_each_mistake_is_one_sentence_with_its_line(tmp_path, old, new, sentence, line):
    """A mistake is named in plain words, with the line of the key at fault."""
    assert old in GOOD
    with pytest.raises(DeclarationError) as caught:
        settle(Persona, read_yaml(GOOD.replace(old, new, 1), tmp_path / "tester.yaml"))
    assert sentence in caught.value.problem
    assert caught.value.line == line
    assert "\n" not in caught.value.problem
    assert "Input should" not in caught.value.problem
