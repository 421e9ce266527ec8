import json

import jsonschema
import pytest
import yaml

from panel.errors import DeclarationError
from panel.store.persona_lint import lint
from panel.store.personas import persona_schema, read_persona
from panel.store.shipped import shipped_folder

BASE = """\
# yaml-language-server: $schema=../persona.schema.json
id: base
name: The Base
title: Tries things
motto: Try it.
lens: Does it work?
excited_by: [things that work]
tired_of: [things that don't]
moves:
  - {name: first_look, instruction: Say what stands there.}
  - {name: second_look, instruction: Say what is missing.}
ships_when: [it works]
skips_when: [it doesn't]
voice: [short]
signals:
  - {name: boats, phrases: [boat], affirmed: 1, denied: -1, move: first_look}
  - {name: hats, phrases: [hat], affirmed: -2, move: second_look}
"""


@pytest.fixture
def folders(tmp_path):
    """A workspace's folder of personas, and a shipped one with ``base`` in it."""
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    own.mkdir()
    shipped.mkdir()
    (shipped / "base.yaml").write_text(BASE)
    return own, shipped


def refused(path, shipped):
    """Return what reading a persona complains of."""
    with pytest.raises(DeclarationError) as caught:
        read_persona(path, shipped=shipped)
    assert "\n" not in str(caught.value)
    return caught.value


def test_extending_takes_whole_keys(folders):
    """A key that is set replaces the base's; one that isn't is taken from it."""
    own, shipped = folders
    (own / "child.yaml").write_text("$schema: x\nid: child\nextends: shipped:base\nmotto: Mine.\nvoice: [long]\n")
    (own / "grandchild.yaml").write_text("id: grandchild\nextends: child\nweight: 2\n")
    grandchild = read_persona(own / "grandchild.yaml", shipped=shipped)
    assert (grandchild.motto, grandchild.voice, grandchild.weight) == ("Mine.", ("long",), 2.0)
    assert grandchild.moves == read_persona(shipped / "base.yaml").moves


def test_a_file_of_the_same_name_extends_the_shipped_one(folders):
    """A workspace's persona may build on the shipped one that it hides, and takes its id too."""
    own, shipped = folders
    (own / "base.yaml").write_text("extends: shipped:base\nmotto: Mine.\n")
    assert read_persona(own / "base.yaml", shipped=shipped).motto == "Mine."


@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        ("id: child\nextends: shipped:bass\n", "there is no persona 'shipped:bass' to extend; did you mean 'base'?", 2),
        ("id: child\nextends: base\n", "write shipped:base for the one that comes with shipskip", 2),
        ("id: child\nextends: child\n", "child extends child: that never ends", 2),
        ("id: child\nextends: [a]\n", "'extends' must name one persona", 2),
        ("extends: shipped:base\n", "'id' is missing; add: id: child", 1),
        ("id: kid\nextends: shipped:base\n", "'id' is 'kid', but the file is called 'child.yaml'", 1),
        ("id: child\nextends: shipped:base\nmoto: x\n", "did you mean 'motto'?", 3),
        ("", "this persona is empty", None),
        (BASE.replace("id: base", "id: child").replace("move: first_look", "move: first_loop"), "'first_look'?", 16),
        ("id: child\nextends: shipped:base\nmoves: [{name: m, instruction: Say something.}]\n", "unknown move", None),
    ],
)
def test_mistakes(folders, text, words, line):
    """Each mistake in a persona is one sentence with its file and line."""
    own, shipped = folders
    (own / "child.yaml").write_text(text)
    error = refused(own / "child.yaml", shipped)
    assert words in str(error)
    assert error.file == own / "child.yaml"
    if line is not None:
        assert error.line == line


def test_longer_circles_are_found(folders):
    """Two personas that extend each other are an error."""
    own, shipped = folders
    (own / "a.yaml").write_text("id: a\nextends: b\n")
    (own / "b.yaml").write_text("id: b\nextends: a\n")
    assert "a extends b extends a" in str(refused(own / "a.yaml", shipped))


def test_schema_agrees_with_the_reader(folders):
    """Editors accept what the reader accepts, refuse a misspelt key, and show what each key is for."""
    schema = persona_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    validate = jsonschema.Draft202012Validator(schema).is_valid
    whole = yaml.safe_load(BASE)
    assert validate(whole)
    assert validate({"extends": "shipped:base", "motto": "Mine."})
    assert not validate({**whole, "moto": "x"})
    assert not validate({key: value for key, value in whole.items() if key != "lens"})
    assert "motto" in schema["properties"]
    assert "wall" in schema["properties"]["motto"]["description"]
    json.dumps(schema)


def test_shipped_personas_are_valid_and_without_slips():
    """Every persona that comes with shipskip reads, passes its own lint, and fits the editors' schema."""
    files = sorted(shipped_folder("personas").glob("*.yaml"))
    assert {"developer", "skeptic", "futurist", "creator", "business"} <= {path.stem for path in files}
    for path in files:
        assert lint(read_persona(path)) == []
        jsonschema.validate(yaml.safe_load(path.read_text(encoding="utf-8")), persona_schema())
