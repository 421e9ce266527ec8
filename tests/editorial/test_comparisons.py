"""Comparisons from draft to readers."""

import pytest

import panel
from panel.editorial.comparisons import (
    approve_comparison,
    draft_comparison,
    edit_comparison,
    publish_comparison,
    resolve_comparison,
    standing_comparison,
    withdraw_comparison,
)
from panel.editorial.editing import Edit, edit
from panel.editorial.resolving import waive
from panel.editorial.revision import revision_of
from panel.editorial.states import approve, publish
from panel.errors import Conflict, DeclarationError

PAIR = "larkspur-vs-quill"
QUILL = "Quill is a spelling checker for code comments. It has a public API. It costs 4 dollars a month."


@pytest.fixture
def drafted(home, by):
    """A workspace with a comparison drafted of two drafts."""
    (home.releases_folder / "quill.md").write_text(f"---\nname: Quill\nvendor: Feather Works\n---\n\n{QUILL}\n")
    panel.review("quill", workspace=home.root, save=True)
    draft_comparison(home, ["larkspur", "quill"], by())
    return home


def ready(home, by, slug, last):
    """Waive what is open on a verdict, then take it as far as asked."""
    for number in range(1, len(home.verdict(slug).findings) + 1):
        waive(home, slug, number, by(why="seen"))
    approve(home, slug, by())
    if last == "published":
        publish(home, slug, by())


def test_the_way_of_a_comparison(drafted, by):
    """Its verdicts go first: approved before it is approved, published before it is published."""
    edit_comparison(drafted, PAIR, {"bottom_line": "Take the one whose job you have."}, by("Ben"))
    for number in range(1, len(standing_comparison(drafted, PAIR).findings) + 1):
        resolve_comparison(drafted, PAIR, number, by(why="seen"))
    with pytest.raises(DeclarationError, match="approve it first"):
        approve_comparison(drafted, PAIR, by())
    for slug in ("larkspur", "quill"):
        ready(drafted, by, slug, "approved")
    with pytest.raises(DeclarationError, match="approve it before"):
        publish_comparison(drafted, PAIR, by())
    assert approve_comparison(drafted, PAIR, by()).state == "approved"
    with pytest.raises(DeclarationError, match="publish it first"):
        publish_comparison(drafted, PAIR, by())
    for slug in ("larkspur", "quill"):
        publish(drafted, slug, by())
    assert publish_comparison(drafted, PAIR, by()).state == "published"
    with pytest.raises(DeclarationError, match="needs a reason"):
        withdraw_comparison(drafted, PAIR, by())
    back = withdraw_comparison(drafted, PAIR, by(why="The price changed."))
    assert [event.state for event in back.history] == ["draft", "edited", "approved", "published", "edited"]
    assert "Take the one whose job" in (drafted.comparisons_folder / f"{PAIR}.html").read_text()


def test_the_draft_of_a_text_stays_beside_it(drafted, by):
    """However often a text is edited, the record has what was drafted; edited back, it has nothing to tell."""
    first = standing_comparison(drafted, PAIR).bottom_line
    edit_comparison(drafted, PAIR, {"bottom_line": "One."}, by())
    again = edit_comparison(drafted, PAIR, {"bottom_line": "Two."}, by())
    assert again.original == {"bottom_line": first}
    assert edit_comparison(drafted, PAIR, {"bottom_line": first}, by()).original == {}
    with pytest.raises(DeclarationError, match="is empty"):
        edit_comparison(drafted, PAIR, {"bottom_line": " "}, by())


def test_a_changed_verdict_asks_for_another_draft(drafted, by):
    """A comparison isn't approved over verdicts that say something else by now; the old one is kept."""
    edit(drafted, "quill", "skeptic", Edit(flips_if="The API goes away."), by())
    with pytest.raises(DeclarationError, match="draft it again"):
        approve_comparison(drafted, PAIR, by())
    old = revision_of(standing_comparison(drafted, PAIR))
    fresh = draft_comparison(drafted, ["larkspur", "quill"], by())
    assert fresh.history[-1].why.startswith("drafted again")
    assert (drafted.comparisons_folder / "edits" / PAIR / f"{old}.json").is_file()


def test_two_editors_on_one_comparison(drafted, by):
    """The second is told, and nothing is written over."""
    seen = revision_of(standing_comparison(drafted, PAIR))
    edit_comparison(drafted, PAIR, {"bottom_line": "Mine."}, by("Ann", expected=seen))
    with pytest.raises(Conflict, match="Ann has saved"):
        edit_comparison(drafted, PAIR, {"bottom_line": "Yours."}, by("Ben", expected=seen))
    assert standing_comparison(drafted, PAIR).bottom_line == "Mine."


@pytest.mark.parametrize("slug", ["../larkspur/verdict", "a-vs-../b", "nothing-vs-quill"], ids=["up", "in", "none"])
def test_names_stay_in_their_folder(drafted, slug):
    """A name that leads out, or nowhere, is refused."""
    with pytest.raises(DeclarationError):
        standing_comparison(drafted, slug)
