"""One side denies or restricts, the other says the same in other words; beside each the statement that is false."""

import pytest


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("You keep your invoices as they are.", "Heron 2 is a ledger. No invoice has to be rewritten."),
        ("All letters stay in Norway.", "Letters are stored in Norway and don't leave Norway."),
        ("Usage tracking is off by default.", "Usage tracking is off unless you switch it on."),
        ("There's no dark mode yet; Oakline lists it for 3.2.", "Dark mode is on the list for 3.2."),
        ("UL certification is still outstanding.", "Certification: CE. UL pending."),
        ("The manual warns against using it for navigation.", "Do not use Heron for navigation."),
        ("Swimming is beyond it.", "It can't swim."),
        ("Royalties are passed on to the village school.", "Royalties go to the village school, not to us."),
        ("You can connect Trello or Asana instead of Jira.", "Trello and Asana can be connected as well as Jira."),
        ("Public boards are free.", "Heron costs $9 per private board per month. Public boards are free."),
        ("The new file format hasn't been audited yet.", "New file format; files of 1.x must be converted (one way)."),
    ],
)
def test_the_same_in_other_words_is_no_alarm(statement, source, judge):
    """A denial on one side is no denial of what the other says."""
    assert judge(statement, source).grounded is not False


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("Letters leave Norway.", "Letters are stored in Norway and don't leave Norway."),
        ("Usage tracking is on by default.", "Usage tracking is off unless you switch it on."),
        ("It can swim.", "Swimming is beyond it."),
        ("Royalties go to us.", "Royalties go to the village school, not to us. Royalties don't go to us."),
        ("You can connect Jira.", "Trello and Asana can be connected; Jira can't be connected."),
        ("Private boards are free.", "Heron costs $9 per private board per month. Public boards are free."),
        ("The new file format hasn't been audited yet.", "The new file format was audited in May."),
        ("It is UL certified.", "UL certification is still outstanding."),
    ],
)
def test_the_opposite_still_is_one(statement, source, judge):
    """What a source denies, or says of something else, is wrong all the same."""
    assert judge(statement, source).grounded is False
