"""What stood before: which verdicts are kept when a panel sits again, and who changed their mind."""

import panel
from panel.publish.changes import changes
from panel.store.workspace import Workspace

CLOSED = "It is closed: there is no API, and no weights are public. It costs 900 dollars a month.\n"
ANNOUNCED = "Larch is a build tool. It was announced in May, and nobody outside has seen it.\n"
OPEN = (
    "It has a public API. It comes under the Apache 2.0 licence, and the weights are open. The documentation is good.\n"
)


def release(home, file, text, **front):
    """Write a source of a release."""
    head = "".join(f"{key}: {value}\n" for key, value in front.items())
    folder = home / "releases" / "larch"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / file).write_text(f"---\n{head}---\n{text}")


def reviewed(home):
    """Review the release and save what came of it."""
    return panel.review(home / "releases" / "larch", workspace=home, save=True)


def test_a_draft_is_kept_when_the_evidence_changes(tmp_path):
    """The old verdict lies in past/, the page tells who changed their mind, and quotes the sentence that did it."""
    release(tmp_path, "release.md", "", name="Larch", vendor="Nord")
    release(tmp_path, "1-note.md", ANNOUNCED, title="First note")
    before = reviewed(tmp_path)
    release(tmp_path, "2-news.md", OPEN, title="Second note", publisher="A site")
    after = reviewed(tmp_path)
    home = Workspace(tmp_path)
    assert home.earlier_verdict("larch") == before
    turned = changes(before, after)
    assert turned, "the panel must have changed its mind for this to show anything"
    by_persona = {change.persona: change for change in turned}
    change = by_persona["developer"]
    assert (change.was, change.now) == ("skip", "ship")
    assert {new.novelty for new in change.because} == {"new-source"}
    assert all(new.cite.startswith("S2.") for new in change.because)
    assert change.because[0].text.rstrip(".") in change.text
    page = (tmp_path / "verdicts" / "larch" / "verdict.html").read_text()
    assert "Changed minds" in page
    assert "from skip to ship" in page
    assert "Changed minds" in (tmp_path / "verdicts" / "larch" / "verdict.md").read_text()


def test_the_same_evidence_keeps_nothing(tmp_path):
    """A review that says nothing new writes nothing, and the page has no history."""
    release(tmp_path, "release.md", "", name="Larch", vendor="Nord")
    release(tmp_path, "1-note.md", OPEN)
    reviewed(tmp_path)
    reviewed(tmp_path)
    assert Workspace(tmp_path).earlier_verdict("larch") is None
    assert "Changed minds" not in (tmp_path / "verdicts" / "larch" / "verdict.html").read_text()


def test_evidence_that_changes_nobodys_mind_is_told_so(tmp_path):
    """The old draft is kept because the dossier changed; the page says that nobody changed their mind."""
    release(tmp_path, "release.md", "", name="Larch", vendor="Nord")
    release(tmp_path, "1-note.md", OPEN)
    reviewed(tmp_path)
    release(tmp_path, "2-note.md", "The office is in Oslo.\n")
    reviewed(tmp_path)
    assert "nobody changed their mind" in (tmp_path / "verdicts" / "larch" / "verdict.html").read_text()


def test_a_vote_that_turns_without_a_new_sentence_is_told_so(tmp_path):
    """The same dossier read differently: no sentence is made responsible."""
    release(tmp_path, "release.md", "", name="Larch", vendor="Nord")
    release(tmp_path, "1-note.md", OPEN)
    before = reviewed(tmp_path)
    flipped = before.ballots[0].model_copy(update={"vote": "skip" if before.ballots[0].vote == "ship" else "ship"})
    after = before.model_copy(update={"ballots": (flipped, *before.ballots[1:])})
    (change,) = changes(before, after)
    assert change.because == ()
    assert change.text.endswith("No new sentence: the same evidence read differently.")
    other = after.model_copy(update={"provenance": after.provenance.model_copy(update={"models": ("another",)})})
    assert "another model was asked" in changes(before, other)[0].text


def test_a_source_that_says_otherwise_today_is_named(tmp_path):
    """A sentence in a source whose text has changed is new; one that stood there before isn't."""
    release(tmp_path, "release.md", "", name="Larch", vendor="Nord")
    release(tmp_path, "1-note.md", CLOSED, title="Note", url="https://example.org/note")
    before = reviewed(tmp_path)
    release(tmp_path, "1-note.md", OPEN, title="Note", url="https://example.org/note")
    after = reviewed(tmp_path)
    novelties = {new.novelty for change in changes(before, after) for new in change.because}
    assert novelties == {"changed-source"}


def test_who_came_and_who_left_the_panel_is_told(tmp_path):
    """Another seating is no change of mind, and is told as what it is."""
    release(tmp_path, "release.md", "", name="Larch", vendor="Nord")
    release(tmp_path, "1-note.md", OPEN)
    before = panel.review(tmp_path / "releases" / "larch", workspace=tmp_path, seats="developer,skeptic")
    after = panel.review(tmp_path / "releases" / "larch", workspace=tmp_path, seats="developer,creator")
    told = {change.persona: change.text for change in changes(before, after)}
    assert set(told) == {"skeptic", "creator"}
    assert "newly seated" in told["creator"]
    assert "no longer seated" in told["skeptic"]
