import hashlib

import pytest

from panel.domain.release import Release, Source
from panel.errors import DeclarationError
from panel.evidence.dossier import read_dossier
from panel.store.made_up import sample_dossier, sample_persona
from panel.store.prompts import Prompts
from panel.store.shipped import shipped_folder

BALLOT = """\
{% block system %}Judge. {% block rules %}Be fair.{% endblock %} {{ schema }}{% endblock %}
{% block dossier %}{{ fenced }}{% endblock %}
{% block persona %}You are {{ persona.name }}.{% endblock %}
"""


@pytest.fixture
def folders(tmp_path):
    """A workspace's folder of templates, empty, and a shipped one with both templates."""
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    own.mkdir()
    shipped.mkdir()
    (shipped / "ballot.j2").write_text(BALLOT)
    (shipped / "repair.j2").write_text("{{ error }}\n{{ reply }}\n")
    return own, shipped


def rendered(folders):
    """Render the made-up ballot."""
    return Prompts(*folders).render_ballot(sample_persona(), sample_dossier(), {"type": "object"})


def refused(folders):
    """Return what the check complains of."""
    with pytest.raises(DeclarationError) as caught:
        Prompts(*folders).check()
    assert "\n" not in str(caught.value)
    return caught.value


def test_a_ballot_is_three_messages_with_the_persona_last(folders):
    """System and dossier are shared by all seats; only the last message knows the persona."""
    system, dossier, persona = rendered(folders)
    assert (system.role, system.shared) == ("system", True)
    assert system.content == 'Judge. Be fair. {"type": "object"}'
    assert (dossier.role, dossier.shared) == ("user", True)
    assert "[S1.2] It folds paper boats." in dossier.content
    assert (persona.role, persona.shared, persona.content) == ("user", False, "You are The Tester.")


def test_shared_messages_are_the_same_for_every_persona(folders):
    """Two personas get byte-identical first messages, also when the dossier object is another one."""
    prompts = Prompts(*folders)
    other = sample_persona().model_copy(update={"id": "other", "name": "Other"})
    one = prompts.render_ballot(sample_persona(), sample_dossier(), {})
    two = prompts.render_ballot(other, sample_dossier(), {})
    assert one[:2] == two[:2]
    assert one[2] != two[2]


def test_another_schema_or_dossier_is_rendered_anew(folders):
    """What is kept for the next seat is never shown for another question."""
    prompts = Prompts(*folders)
    dossier = sample_dossier()
    other = read_dossier(dossier.release.model_copy(update={"name": "Other name"}))
    assert "one" in prompts.render_ballot(sample_persona(), dossier, {"one": 1})[0].content
    assert "two" in prompts.render_ballot(sample_persona(), dossier, {"two": 2})[0].content
    assert "Other name" in prompts.render_ballot(sample_persona(), other, {"two": 2})[1].content


def test_a_workspace_template_extends_the_shipped_one_that_it_hides(folders):
    """Single blocks are replaced, nested ones too, and super() is the shipped text."""
    own, _ = folders
    (own / "ballot.j2").write_text(
        '{% extends "shipped:ballot.j2" %}{% set greeting = "Hail" %}{% macro shout(x) %}{{ x | upper }}{% endmacro %}'
        "{% block rules %}Be harsh.{% endblock %}"
        "{% block persona %}{{ greeting }}! {{ super() }} {{ shout('now') }}{% endblock %}"
    )
    system, dossier, persona = rendered(folders)
    assert system.content.startswith("Judge. Be harsh.")
    assert "paper boats" in dossier.content
    assert persona.content == "Hail! You are The Tester. NOW"


def test_repair_shows_error_and_reply(folders):
    """The repair turn is one message from the user."""
    message = Prompts(*folders).render_repair("no vote", "{{ 7 * 7 }}")
    assert (message.role, message.content) == ("user", "no vote\n{{ 7 * 7 }}")


def test_nothing_in_a_dossier_runs_as_a_template(folders):
    """Template syntax in a source, a title or a name is text."""
    attack = "{{ 7 * 7 }} {% for x in y %} {# gone #} {{ persona.id }}"
    source = Source(key="S1", text=f"Words {attack}", title=attack)
    dossier = read_dossier(Release(slug="x", name=attack, sources=(source,)))
    _, message, _ = Prompts(*folders).render_ballot(sample_persona(), dossier, {})
    assert message.content.count(attack) == 3


@pytest.mark.parametrize(
    ("old", "new", "words", "line"),
    [
        ("persona.name", "persana.name", "'persana' is unknown; did you mean 'persona'?", 3),
        ("persona.name", "persona.nam", "a Persona has no 'nam'; did you mean 'name'?", 3),
        ("{{ schema }}", "{{ persona.id }}", "'persona' is unknown here: what stands outside the block 'persona'", 1),
        ("{{ schema }}", "{% if false %}{{ shcema }}{% endif %}", "'shcema' is unknown; did you mean 'schema'?", 1),
        ("{{ schema }}", "{% if schema %}", "the template can't be read", None),
        ("{{ schema }}", "{{ schema | shout }}", "No filter named 'shout'", 1),
        ("persona.name", "persona.__class__", "sandbox", 3),
        ("persona.name", "persona.name + 1", "can only concatenate", 3),
        ("persona.name", "1 / 0", "division by zero", 3),
        ("{{ schema }}", '{% include "rulez.j2" %}', "there is no template 'rulez.j2'", 1),
        ("{{ schema }}", '{% include "repare.j2" %}', "did you mean 'repair.j2'?", 1),
        ("{{ schema }}", "{% include schema %}", "named by an expression", 1),
        (
            "block dossier",
            "block dosier",
            "the block 'dossier' is missing; a ballot has system, dossier and persona",
            None,
        ),
        ("{{ fenced }}", "", "one of its blocks says nothing", None),
    ],
)
def test_mistakes_appear_before_anything_is_asked(folders, old, new, words, line):
    """Each mistake in a template is one sentence with its file and line."""
    own, _ = folders
    assert old in BALLOT
    (own / "ballot.j2").write_text(BALLOT.replace(old, new))
    error = refused(folders)
    assert words in str(error)
    assert str(error.file) == str(own / "ballot.j2")
    if line is not None:
        assert error.line == line


def test_mistakes_in_other_templates(folders):
    """The repair turn is tried too, and every other template has to be readable."""
    own, _ = folders
    (own / "compare.j2").write_text("{{ a\n")
    error = refused(folders)
    assert str(error.file) == str(own / "compare.j2")
    (own / "compare.j2").unlink()
    (own / "repair.j2").write_text("{{ error }}\n{{ replay }}")
    error = refused(folders)
    assert ("'replay' is unknown; did you mean 'reply'?" in str(error), error.line) == (True, 2)
    (own / "repair.j2").write_bytes(b"\xff\xfe\xfa")
    assert "isn't UTF-8" in str(refused(folders))


def test_a_template_that_includes_itself(folders):
    """Endless inclusion ends in a sentence."""
    own, _ = folders
    (own / "repair.j2").write_text('{{ error }}{{ reply }}{% include "repair.j2" %}')
    assert "includes itself without end" in str(refused(folders))


def test_names_asked_after_are_no_mistakes(folders):
    """A template may ask whether it was told something."""
    own, _ = folders
    (own / "repair.j2").write_text(
        "{% if hint is defined %}{{ hint }}{% endif %}{{ error }} {{ tone | default('') }}{{ reply }}"
    )
    Prompts(*folders).check()


def test_optional_includes_are_no_mistakes(folders):
    """A template may include what needn't be there."""
    own, _ = folders
    (own / "repair.j2").write_text(
        '{% include "extra.j2" ignore missing %}{% include ["a.j2", "b.j2"] %}{{ error }}{{ reply }}'
    )
    (own / "b.j2").write_text("B ")
    prompts = Prompts(*folders)
    prompts.check()
    assert prompts.render_repair("e", "r").content == "B er"


def test_hash_covers_everything_that_is_reached(folders):
    """A change in a template, in its parent or in what it includes changes the hash; another file doesn't."""
    own, shipped = folders
    (own / "ballot.j2").write_text(
        '{% extends "shipped:ballot.j2" %}{% block rules %}{% include "r.j2" %}{% endblock %}'
    )
    (own / "r.j2").write_text("one")
    first = Prompts(*folders).hash_of("ballot.j2")
    assert len(first) == len(hashlib.sha256().hexdigest())
    (own / "unused.j2").write_text("x")
    assert Prompts(*folders).hash_of("ballot.j2") == first
    (own / "r.j2").write_text("two")
    second = Prompts(*folders).hash_of("ballot.j2")
    (shipped / "ballot.j2").write_text(BALLOT + " ")
    third = Prompts(*folders).hash_of("ballot.j2")
    assert len({first, second, third}) == 3


def test_what_is_hashed_is_what_is_rendered(folders):
    """An edit during a run neither changes what is rendered nor its hash."""
    own, _ = folders
    prompts = Prompts(*folders)
    (own / "repair.j2").write_text("old {{ error }}{{ reply }}")
    before = prompts.hash_of("repair.j2")
    (own / "repair.j2").write_text("new {{ error }}{{ reply }}")
    assert prompts.render_repair("e", "r").content == "old er"
    assert prompts.hash_of("repair.j2") == before


def test_templates_stay_in_their_folders(folders):
    """A template can't include a file outside the folders of templates."""
    own, _ = folders
    (own.parent / "secret.txt").write_text("secret")
    (own / "repair.j2").write_text('{{ error }}{{ reply }}{% include "../secret.txt" %}')
    assert "there is no template '../secret.txt'" in str(refused(folders))


def test_shipped_prompts_pass_their_check():
    """What comes with shipskip renders, and puts the persona last."""
    prompts = Prompts(shipped=shipped_folder("prompts"))
    prompts.check()
    *shared, last = prompts.render_ballot(sample_persona(), sample_dossier(), {"type": "object"})
    assert "The Tester" in last.content
    assert all("The Tester" not in message.content for message in shared)
