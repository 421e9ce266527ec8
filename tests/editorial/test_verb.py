"""``shipskip verdict``: the same steps from a terminal."""

import json

import pytest
from click.testing import CliRunner

from panel.cli.root import shipskip
from panel.editorial.editing import ballot_of
from panel.errors import Conflict, DeclarationError


@pytest.fixture
def verb(home):
    """Return a function that calls the verb in the workspace and returns what it prints."""

    def call(name, *argv):
        command = ["verdict", name, *argv, "--workspace", str(home.root)]
        done = CliRunner(env={"SHIPSKIP_EDITOR": "Ann"}).invoke(shipskip, command, standalone_mode=False)
        if done.exception is not None:
            raise done.exception
        return done.output

    return call


def test_a_verdict_goes_its_way_in_a_terminal(verb, home):
    """Edit, overrule, undo, approve, publish, history."""
    said = verb("edit", "larkspur", "skeptic", "--quote", "The paid plan costs $6 per month.", "--why", "shorter")
    assert said.startswith("larkspur: edited, ")
    claim = "It has a public API. [S1.2, F.vendor]"
    verb("edit", "larkspur", "skeptic", "--claim", claim)
    assert ballot_of(home.verdict("larkspur"), "skeptic").claims[0].cites == ("S1.2", "F.vendor")
    verb("edit", "larkspur", "developer", "--vote", "skip", "--why", "Too small.")
    assert "An editor overruled the vote of The Developer." in home.verdict("larkspur").disclosure
    for _ in range(3):
        verb("undo", "larkspur")
    for number in range(1, len(home.verdict("larkspur").findings) + 1):
        verb("waive", "larkspur", str(number), "--why", "seen")
    verb("approve", "larkspur")
    assert json.loads(verb("publish", "larkspur", "--json"))["state"] == "published"
    told = verb("history", "larkspur")
    assert "Ann: published" in told
    assert "Ann: undid" in told
    assert "Revision" in verb("show", "larkspur")


def test_what_is_refused_is_said(verb):
    """No words, no reason, an old revision, an unknown verdict: an error that says so."""
    with pytest.raises(DeclarationError, match="give new words"):
        verb("edit", "larkspur", "skeptic")
    with pytest.raises(DeclarationError, match="needs a reason"):
        verb("edit", "larkspur", "skeptic", "--vote", "abstain")
    with pytest.raises(Conflict):
        verb("edit", "larkspur", "skeptic", "--quote", "x", "--revision", "0" * 16)
    with pytest.raises(DeclarationError, match="there is no verdict on 'nothing'"):
        verb("approve", "nothing")
    with pytest.raises(DeclarationError, match="has no seat here"):
        verb("edit", "larkspur", "nobody", "--quote", "x")
