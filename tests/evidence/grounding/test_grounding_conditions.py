"""Conditions, exceptions and denials that agree: what is denied in one state, of one part or of another thing."""

import pytest

REST = (
    "The lid is oak. Nils Berg built it in Turku. Two shops sell it. It has a hinge of brass. The manual is in Finnish."
)


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("It costs €80 with the stand.", "It costs €80 including the stand. Without the stand it weighs 310 grams."),
        ("With the tripod it weighs 900 g.", "With the tripod it weighs 0.9 kg. It weighs 400 g without the tripod."),
        ("The agent is open source.", "The agent is open source. Heron 2 has no Windows agents."),
        ("Gold customers get a report every day.", "Reports go out every week on Silver and every day on Gold."),
        ("You can use Heron 2 without a login.", "There is no login and no tracking."),
        ("At first it ran on the Pixel with Android 14.", "It came out for the Pixel. It runs on Android 14 or newer."),
        (
            "A tablet can only be synced on the Harbor plan.",
            "Watches aren't synced, nor are tablets, except on Harbor, which can sync one.",
        ),
        ("It opened to everyone on 4 May 2026.", "We opened to the general public on 4 May 2026."),
        ("No order comes to less than €30.", "The smallest order is €30."),
        ("The lamp can't be heard by dogs.", "The lamp is inaudible to dogs."),
        ("Docker images are out of reach for Heron 2.", "Docker images aren't supported."),
        (
            "Its mobile app is MIT-licensed software.",
            "The mobile app is under the MIT licence; the cloud software is not.",
        ),
        ("Heron 2 has no desktop app.", "What is missing? A desktop app. And it's green."),
        ("Oakline keeps its sales to itself.", "Heron 2 does not store card numbers. Oakline doesn't publish sales."),
        (
            "Anyone may use the data commercially: it comes under the MIT licence.",
            "The data is published under the MIT licence, with no extra use restrictions.",
        ),
        ("Nils Berg did not keep his Heron 2.", "By Nils Berg. The screen of the Heron 2 is dull. It went back."),
        ("The Heron E came two years after the Heron C.", "There is no browser, no e-mail and no radio."),
    ],
)
def test_a_condition_or_a_denial_that_agrees_refutes_nothing(statement, source, judge):
    """What holds without a part, but for one plan or of another thing contradicts none of these."""
    assert judge(statement, f"{source} {REST}").kind != "contradicted"


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("It comes with a stand.", "It comes without a stand."),
        ("The agent runs on Windows.", "Heron 2 has no Windows agent."),
        ("Reports go out every hour.", "Reports go out every week on Silver and every day on Gold."),
        ("Watches can be synced.", "Watches aren't synced, nor are tablets, except on Harbor."),
        ("Its cloud software is MIT-licensed.", "The mobile app is under the MIT licence; the cloud software is not."),
        ("Heron 2 has a desktop app.", "What is missing? A desktop app. And it's green."),
        ("Docker images are supported.", "Docker images are out of reach."),
        ("Nils Berg did not build it.", "It has a hinge."),
        ("It ships to Norway.", "It ships everywhere except Norway."),
        ("It came out for the Pixel on Android 15.", "It came out for the Pixel on Android 14."),
        (
            "The ISO 9001 audit was passed in March.",
            "ISO 9001 is next. The tests ended in March. The ISO 9001 audit is planned.",
        ),
    ],
)
def test_a_plain_denial_still_does(statement, source, judge):
    """Without a condition, what one affirms and the other denies can't both be true."""
    assert judge(statement, f"{source} {REST}").grounded is False


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("A monthly subscription opens the archive.", "Do you sell a subscription? No. You pay once."),
        ("It keeps every note in its own cloud.", "There is no account and no cloud."),
        ("We filled it through the API in an hour.", "No API yet. Answers are copied by hand."),
    ],
)
def test_what_does_something_must_be_there(statement, source, judge):
    """What a question asks for in vain, or a sentence denies, opens nothing and holds nothing."""
    assert judge(statement, f"{source} {REST}").kind == "contradicted"


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("A monthly subscription opens the archive.", "Do you sell a subscription? Yes. It opens the archive."),
        ("A monthly plan opens the archive.", "Do you sell gift cards? No. A monthly plan opens the archive."),
        ("It keeps every note in its own folder.", "There is no account and no cloud. Notes are in its folder."),
        ("We filled it through the API in an hour.", "There is an API. We filled it through that in an hour."),
    ],
)
def test_what_is_there_may_do_something(statement, source, judge):
    """An answer counts for its own question only."""
    assert judge(statement, f"{source} {REST}").kind != "contradicted"


LOG = (
    "# Changelog\n\n## 1.3 (2 May 2026)\n\n- Removed the badge printer.\n\n"
    "## 1.2 (9 April 2026)\n\n- Label printer for FreeBSD.\n- Sorting by weight.\n"
)


@pytest.mark.parametrize(
    "statement", ["Release 1.2 brought a label printer for FreeBSD.", "Version 1.2 added sorting by weight."]
)
def test_a_line_of_a_changelog_says_what_its_version_added(statement, judge):
    """The head that a line stands under says of which version it tells."""
    assert judge(statement, LOG, REST).kind == "supported"


@pytest.mark.parametrize(
    "statement", ["Release 1.3 brought a badge printer.", "Release 1.3 brought a label printer for FreeBSD."]
)
def test_what_was_removed_or_came_with_another_version_was_not_added(statement, judge):
    """Neither a line about a removal nor one under another head bears such a statement out."""
    assert judge(statement, LOG, REST).kind != "supported"


def test_a_name_may_be_written_in_another_form(judge):
    """Postgres is PostgreSQL, and MySQL is not."""
    source = f"Both PostgreSQL 16 and 17 are offered. MariaDB 11 is not. {REST}"
    assert judge("You can choose between Postgres 16 and 17.", source).grounded is not False
    assert judge("You can choose between MySQL 16 and 17.", source).grounded is False
