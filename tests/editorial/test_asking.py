"""One seat asked again: its note is part of the recipe, and the ledger is used."""

import asyncio

import pytest

from panel.editorial.asking import ask_again
from panel.editorial.editing import ballot_of
from panel.editorial.revision import revision_of
from panel.errors import Conflict, DeclarationError
from tests.servers import running

MODEL = "hosted_vllm/any"


@pytest.fixture(scope="module")
def server():
    """A server that speaks the protocol."""
    with running("chat") as found:
        yield found


@pytest.fixture
def asked(server, monkeypatch):
    """The server with an empty log, and the environment that leads to it."""
    server.reset()
    monkeypatch.setenv("HOSTED_VLLM_API_BASE", server.base)
    return server


def again(home, step, persona="skeptic", models=(MODEL,)):
    """Ask again and return the verdict."""
    return asyncio.run(ask_again(home, "larkspur", persona, step, models))


def test_the_note_reaches_the_model_and_the_recipe(home, by, asked):
    """The model reads the note after its question; another note is another recipe, the same one costs nothing."""
    before = home.verdict("larkspur")
    after = again(home, by(why="Look at the licence once more."))
    sent = asked.log()[-1]["body"]["messages"]
    assert "Look at the licence once more." in sent[-1]["content"]
    assert [message["content"] for message in sent[:2]] == [
        message["content"] for message in asked.log()[0]["body"]["messages"][:2]
    ]
    ballot = ballot_of(after, "skeptic")
    assert ballot.note == "Look at the licence once more."
    assert ballot.replaces == ballot_of(before, "skeptic").asked_by
    assert "answered a note from an editor" in after.disclosure
    assert after.history[-1].why.endswith("with a note: Look at the licence once more.")
    calls = len(asked.log())
    assert ballot_of(again(home, by(why="Look at the licence once more.")), "skeptic") == ballot
    assert len(asked.log()) == calls
    other = ballot_of(again(home, by(why="Look at the price.")), "skeptic")
    assert other.recipe != ballot.recipe
    assert len(asked.log()) > calls


def test_a_seat_asked_again_does_not_unseat_the_verdict(home, by, asked):
    """Reviewing again with the same panel leaves the editor's verdict standing."""
    import panel

    after = again(home, by(why="Look at the price."))
    assert panel.review("larkspur", workspace=home.root, save=True) == after


def test_the_builtin_reviewer_cannot_heed_a_note(home, by, record):
    """It reads by rules, so a note to it is refused, and nothing is written."""
    before = record()
    with pytest.raises(DeclarationError, match="can't heed a note"):
        again(home, by(why="Think."), models=("builtin",))
    assert record() == before


def test_a_failed_answer_leaves_the_old_ballot(home, by, asked, record):
    """A model that gives no ballot costs the seat nothing; the refusal says why, without a key."""
    before = record()
    asked.next("401", "401", "401", "401", "401", "401")
    with pytest.raises(DeclarationError, match="the old one stays") as refused:
        again(home, by(why="Look at the sync."))
    assert "sk-" not in str(refused.value)
    assert record() == before


def test_nobody_is_asked_on_an_old_revision(home, by, asked):
    """A conflict is told before anything is paid for."""
    seen = revision_of(home.verdict("larkspur"))
    again(home, by(why="First."))
    calls = len(asked.log())
    with pytest.raises(Conflict):
        again(home, by(why="Second.", expected=seen))
    assert len(asked.log()) == calls


def test_changed_sources_ask_for_the_whole_panel(home, by, asked):
    """One seat alone isn't asked about sources that the others haven't read."""
    source = home.releases_folder / "larkspur.md"
    source.write_text(source.read_text().replace("$6", "$9"))
    with pytest.raises(DeclarationError, match="convene the whole panel"):
        again(home, by(why="x"))
    assert asked.log() == []
