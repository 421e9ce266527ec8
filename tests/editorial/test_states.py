"""From draft to published, and what stands in the way."""

import pytest

from panel.editorial.editing import Edit, edit
from panel.editorial.resolving import reopen, resolve, waive
from panel.editorial.states import approve, publish, withdraw
from panel.errors import DeclarationError

WRONG = Edit(quote="The paid plan costs $49 per month.")


def number_of(verdict, kinds):
    """Number of the first open finding of one of these kinds."""
    return next(n for n, each in enumerate(verdict.findings, 1) if each.kind in kinds and each.resolution is None)


def test_the_way_to_readers(home, by):
    """Approve, publish, withdraw: each with who, when and why in the history."""
    verdict = home.verdict("larkspur")
    for number, each in enumerate(verdict.findings, 1):
        assert each.resolution is None
        waive(home, "larkspur", number, by(why="seen"))
    assert approve(home, "larkspur", by("Ann")).state == "approved"
    published = publish(home, "larkspur", by("Ben", why="ready"))
    assert published.state == "published"
    assert "Draft." not in (home.verdict_file("larkspur").parent / "verdict.html").read_text()
    with pytest.raises(DeclarationError, match="needs a reason"):
        withdraw(home, "larkspur", by())
    back = withdraw(home, "larkspur", by("Ann", why="The price has changed."))
    assert back.state == "edited"
    told = [(event.who, event.state, event.why) for event in back.history[-3:]]
    assert told == [
        ("Ann", "approved", "approved"),
        ("Ben", "published", "published: ready"),
        ("Ann", "edited", "withdrawn: The price has changed."),
    ]


def test_approval_is_refused_while_a_finding_is_open(home, by):
    """The refusal lists what is open; a waiver needs a reason; then it passes."""
    wrong = edit(home, "larkspur", "skeptic", WRONG, by())
    with pytest.raises(DeclarationError, match=r"open.*49") as refused:
        approve(home, "larkspur", by())
    assert "waive" in str(refused.value)
    number = number_of(wrong, ("unsupported", "contradicted"))
    with pytest.raises(DeclarationError, match="needs a reason"):
        waive(home, "larkspur", number, by())
    with pytest.raises(DeclarationError, match="still found"):
        resolve(home, "larkspur", number, by(why="done"))
    waived = waive(home, "larkspur", number, by(why="The vendor confirmed it by phone."))
    assert waived.findings[number - 1].resolution == "Waived by Ann: The vendor confirmed it by phone."
    for number in [n for n, each in enumerate(waived.findings, 1) if each.resolution is None]:
        waive(home, "larkspur", number, by(why="seen"))
    assert approve(home, "larkspur", by()).state == "approved"
    assert reopen(home, "larkspur", 1, by()).state == "edited"


def test_a_waiver_does_not_cover_other_words(home, by):
    """A waived finding about words that are changed once more comes back for the new words."""
    wrong = edit(home, "larkspur", "skeptic", WRONG, by())
    number = number_of(wrong, ("unsupported", "contradicted"))
    waive(home, "larkspur", number, by(why="fine"))
    worse = edit(home, "larkspur", "skeptic", Edit(quote="The paid plan costs $59 per month."), by())
    assert number_of(worse, ("unsupported", "contradicted")) != number


def test_only_what_is_approved_is_published(home, by):
    """A draft can't jump to readers, and what is approved can't be approved again."""
    with pytest.raises(DeclarationError, match="approve it before"):
        publish(home, "larkspur", by())
    with pytest.raises(DeclarationError, match="nothing to withdraw"):
        withdraw(home, "larkspur", by(why="no"))


def test_an_edit_takes_the_approval_back(home, by):
    """What changes after the approval must be approved anew."""
    for number in range(1, len(home.verdict("larkspur").findings) + 1):
        waive(home, "larkspur", number, by(why="seen"))
    approve(home, "larkspur", by())
    after = edit(home, "larkspur", "skeptic", Edit(flips_if="The API goes away."), by())
    assert after.state == "edited"


def test_changed_sources_stand_in_the_way(home, by):
    """Sources that changed since the panel sat are found at approval, saved as findings, and refused."""
    for number in range(1, len(home.verdict("larkspur").findings) + 1):
        waive(home, "larkspur", number, by(why="seen"))
    source = home.releases_folder / "larkspur.md"
    source.write_text(source.read_text().replace("$6", "$9"))
    with pytest.raises(DeclarationError, match="stale"):
        approve(home, "larkspur", by())
    stale = [each for each in home.verdict("larkspur").findings if each.kind == "stale"]
    assert stale
    assert stale[0].resolution is None
    source.write_text(source.read_text().replace("$9", "$6"))
    assert approve(home, "larkspur", by()).state == "approved"


@pytest.mark.parametrize(("who", "says"), [(" ", "somebody's name"), ("x" * 81, "81")], ids=["nobody", "long"])
def test_every_step_has_a_name(home, by, record, who, says):
    """Nobody's step isn't taken."""
    before = record()
    with pytest.raises(DeclarationError, match=says):
        edit(home, "larkspur", "skeptic", WRONG, by(who))
    assert record() == before


def test_findings_are_known_by_number(home, by):
    """A number that isn't there is named."""
    with pytest.raises(DeclarationError, match="there is no finding 99"):
        waive(home, "larkspur", 99, by(why="x"))
