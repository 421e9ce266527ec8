"""Editing a ballot: what the reviewer wrote stays beside it, and the words are checked at once."""

import pytest

from panel.domain.ballot import Claim, Step
from panel.domain.verdict import Verdict
from panel.editorial.differences import differences
from panel.editorial.editing import Edit, ballot_of, edit, overrule, read_cites, restore_words
from panel.errors import DeclarationError
from panel.store.records import record_text
from panel.store.releases import read_release

GROUNDED = "The paid plan costs $6 per month, and there is a public API that anyone can call."
UNGROUNDED = "The paid plan costs $49 per month."


def open_kinds(verdict, persona):
    """The kinds of the open findings about one ballot."""
    return [each.kind for each in verdict.findings if each.persona == persona and each.resolution is None]


def test_a_grounded_edit_raises_no_finding(home, by):
    """Words that the sources bear out pass; the reviewer's own words stay in the record."""
    before = ballot_of(home.verdict("larkspur"), "skeptic")
    after = edit(home, "larkspur", "skeptic", Edit(quote=GROUNDED), by())
    ballot = ballot_of(after, "skeptic")
    assert ballot.quote == GROUNDED
    assert ballot.original.quote == before.quote
    assert ballot.edited_by == ("Ann",)
    assert "ungrounded" not in open_kinds(after, "skeptic")
    assert not {"unsupported", "contradicted"} & set(open_kinds(after, "skeptic"))
    assert after.state == "edited"


def test_an_ungrounded_edit_is_a_finding_until_it_is_mended(home, by):
    """A figure that no source has is found on saving, and is fixed when the words are."""
    wrong = edit(home, "larkspur", "skeptic", Edit(quote=UNGROUNDED), by())
    assert {"unsupported", "contradicted"} & set(open_kinds(wrong, "skeptic"))
    mended = edit(home, "larkspur", "skeptic", Edit(quote=GROUNDED), by())
    assert not {"unsupported", "contradicted"} & set(open_kinds(mended, "skeptic"))
    assert any((each.resolution or "").startswith("Fixed") for each in mended.findings)
    again = edit(home, "larkspur", "skeptic", Edit(quote=UNGROUNDED), by())
    assert {"unsupported", "contradicted"} & set(open_kinds(again, "skeptic"))


def test_a_claim_that_cites_nowhere_is_found(home, by):
    """A citation that leads nowhere is a finding, a malformed one is refused."""
    claims = (Claim(text="It has a public API.", cites=("S7.1",)),)
    after = edit(home, "larkspur", "skeptic", Edit(claims=claims), by())
    assert "unknown-citation" in open_kinds(after, "skeptic")
    with pytest.raises(DeclarationError, match="'page' is no citation"):
        read_cites("page 4")


def test_a_newly_cited_sentence_is_shown(home, by):
    """A sentence that only the editor cites gets into the record with its text."""
    claims = (Claim(text="It syncs through any folder that you choose.", cites=("S1.3",)),)
    after = edit(home, "larkspur", "skeptic", Edit(claims=claims), by())
    assert "syncs through any folder" in after.release.sources[0].cited["S1.3"]


def test_overruling_needs_a_reason_and_counts_again(home, by):
    """Without a reason nothing happens; with one the percentage follows and readers are told."""
    before = home.verdict("larkspur")
    own = ballot_of(before, "skeptic").vote
    other = "ship" if own == "skip" else "skip"
    with pytest.raises(DeclarationError, match="needs a reason"):
        overrule(home, "larkspur", "skeptic", other, by())
    assert home.verdict("larkspur") == before
    after = overrule(home, "larkspur", "skeptic", other, by(why="It misread the licence."))
    ballot = ballot_of(after, "skeptic")
    assert (ballot.vote, ballot.written.vote, ballot.overruled) == (other, own, "It misread the licence.")
    assert after.tally.ship == before.tally.ship + (1 if other == "ship" else -1)
    assert after.tally.ship_percent != before.tally.ship_percent
    assert "An editor overruled the vote of The Skeptic." in after.disclosure
    lifted = overrule(home, "larkspur", "skeptic", own, by(why="No, it was right."))
    assert lifted.tally == before.tally
    assert lifted.disclosure == before.disclosure
    assert ballot_of(lifted, "skeptic").original is None


def test_an_editors_vote_is_not_taken_for_the_seats_own(home, by):
    """What seats have in common is estimated from their own votes."""
    from panel.store.ballot_history import past_votes

    before = list(past_votes(home.verdicts_folder, without=""))
    own = before[0]["skeptic"]
    overrule(home, "larkspur", "skeptic", "ship" if own == "skip" else "skip", by(why="No."))
    assert list(past_votes(home.verdicts_folder, without="")) == before


def test_the_difference_to_the_reviewers_words_is_always_there(home, by):
    """Two editors later it is still the difference to what the reviewer wrote."""
    move = ballot_of(home.verdict("larkspur"), "skeptic").argument[0].move
    argument = tuple(
        Step(move=each.move, text="It has a public API." if each.move == move else each.text)
        for each in ballot_of(home.verdict("larkspur"), "skeptic").argument
    )
    edit(home, "larkspur", "skeptic", Edit(argument=argument), by("Ann"))
    after = edit(home, "larkspur", "skeptic", Edit(quote=GROUNDED, flips_if=""), by("Ben"))
    ballot = ballot_of(after, "skeptic")
    assert [each.part for each in differences(ballot)] == ["quote", move, "flips_if"]
    assert ballot.edited_by == ("Ann", "Ben")
    back = restore_words(home, "larkspur", "skeptic", by("Ben"))
    assert differences(ballot_of(back, "skeptic")) == ()
    assert ballot_of(back, "skeptic").edited_by == ()


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        (Edit(quote="  "), "the quote is empty"),
        (Edit(quote="x" * 6001), "6001 characters"),
        (Edit(argument=(Step(move="weather", text="Sunny."),)), "'weather' is no move"),
        (Edit(claims=tuple(Claim(text=f"Claim {n}.") for n in range(41))), "at most 40 claims"),
    ],
    ids=["empty", "long", "move", "many"],
)
def test_words_that_cannot_be_used_are_refused(home, by, record, changes, says):
    """One sentence, and nothing is written."""
    before = record()
    with pytest.raises(DeclarationError, match=says):
        edit(home, "larkspur", "skeptic", changes, by())
    assert record() == before


def test_without_its_sources_nothing_is_edited(home, by):
    """Words that can't be checked aren't taken."""
    (home.releases_folder / "larkspur.md").rename(home.root / "elsewhere.md")
    with pytest.raises(DeclarationError, match="nothing could be checked"):
        edit(home, "larkspur", "skeptic", Edit(quote=GROUNDED), by())


def test_the_pages_follow_every_step(home, by):
    """``verdict.md`` and ``verdict.html`` say what the record says."""
    edit(home, "larkspur", "skeptic", Edit(quote=GROUNDED), by())
    folder = home.verdict_file("larkspur").parent
    assert "public API that anyone can call" in (folder / "verdict.md").read_text()
    assert "public API that anyone can call" in (folder / "verdict.html").read_text()


def test_older_records_are_read(home):
    """A record without the editors' fields is read, and written again as it was."""
    text = home.verdict_file("larkspur").read_text()
    assert "edited_by" not in text
    assert record_text(Verdict.model_validate_json(text)) == text


def test_an_edited_verdict_stands_when_it_is_reviewed_again(home, by):
    """The same panel on the same sources doesn't replace an editor's work."""
    import panel

    edit(home, "larkspur", "skeptic", Edit(quote=GROUNDED), by())
    after = panel.review("larkspur", workspace=home.root, save=True)
    assert ballot_of(after, "skeptic").quote == GROUNDED
    assert read_release(home.releases_folder / "larkspur.md").name == "Larkspur Notes"
