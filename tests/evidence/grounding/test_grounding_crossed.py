"""The words are a source's, but one thing in the statement is another: a number, a list, an order, a time."""

import pytest

LANGUAGES = "It understands Danish, Norwegian and Finnish."
SHARES = "It found 31 of 90 planted faults; Egret found 52."
MOVE = "The queue fell from 940 to 310 tickets."
LICENCE = "Heron 2 is under the Business Source License 1.1. Every version converts to Apache 2.0 after three years."
PLANS = "The free plan holds six boards. Timelines are included in Plus only."
STRAP = "It hangs from a nylon strap of 40 cm, which is not in the box."
SERVICES = "Of the seven services, Heron 2 was the second cheapest and the third most accurate."
APP = "The companion app, for iOS 17 and later, is optional."

WRONG = {
    "more than": ("It connects to more than 60 Spanish banks.", "It connects to 18 Spanish banks."),
    "limit": ("A single licence may be used on six computers.", "One licence is good for up to four computers."),
    "people": ("A family account can have up to nine members.", "An account is limited to a family of four people."),
    "one": ("Heron 2 runs in four regions.", "It runs in one region, eu-west-3."),
    "list": ("It reads Danish, Norwegian, Finnish and Dutch.", LANGUAGES),
    "from to": ("The queue went from 310 to 940 tickets.", MOVE),
    "first week": ("It had 52,000 downloads in its first week.", "We had 52,000 downloads in the first month."),
    "places": (
        "Nine of the offices are in Porto and twenty-one in Braga.",
        "It has 21 offices in Porto and 9 in Braga.",
    ),
    "two": ("Alembic works, Flyway does not.", "Of the two, Flyway works, Alembic does not."),
    "account": ("You must create an account to start it.", "No subscription, no account."),
    "their account": (
        "You need an Oakline account to read the log.",
        "There's no app and no account; the log is a file.",
    ),
    "free plan": ("Timelines come with the free plan.", PLANS),
    "in the box": ("A nylon strap is supplied with Heron 2.", STRAP),
    "later": ("Reports are already sent to Mattermost.", "Reports go to Slack and Zulip; Mattermost follows later."),
    "times": ("It was four times as fast on large folders.", "It is 30 % faster on large folders."),
    "second": ("Heron 2 was the cheapest of the services.", SERVICES),
    "behind": ("The panel scored it above the human reader.", "It averaged 3.9, behind a human reader (4.4)."),
    "dearer": (
        "The Egret tent is lighter and cheaper.",
        "The Egret tent is lighter, at 900 grams, and costs $40 more.",
    ),
    "licence": ("Heron 2 is released under Apache 2.0.", LICENCE),
    "there": ("There is no companion app for Heron 2.", APP),
    "numbers": ("It found more planted faults than Egret.", SHARES),
}


@pytest.mark.parametrize(("statement", "text"), WRONG.values(), ids=WRONG)
def test_one_thing_put_otherwise_is_wrong(judge, statement, text):
    """A sentence with all the words refutes a statement that has one of its things otherwise."""
    assert judge(statement, text).grounded is False


RIGHT = {
    "more than": ("It connects to more than 15 Spanish banks.", "It connects to 18 Spanish banks."),
    "list": ("It reads Danish, Norwegian and Finnish.", LANGUAGES),
    "added": ("It reads Danish, Norwegian, Finnish and Dutch.", f"{LANGUAGES} Dutch was added in May."),
    "from to": ("The queue went from 940 to 310 tickets.", MOVE),
    "for sync": ("You need an account to sync.", "No account is needed for writing. Sync requires an account."),
    "plan": ("Timelines come with Plus.", PLANS),
    "licence": ("Heron 2 becomes Apache 2.0 after three years.", LICENCE),
    "for one": ("There is no companion app for Linux.", APP),
    "numbers": ("It found fewer planted faults than Egret.", SHARES),
}


@pytest.mark.parametrize(("statement", "text"), RIGHT.values(), ids=RIGHT)
def test_the_same_put_right_is_not(judge, statement, text):
    """What agrees with the sentence, or what another sentence bears out, is left alone."""
    assert judge(statement, text).grounded is not False


def test_a_length_that_stands_elsewhere_excuses_none(judge):
    """Days in a table of other things don't bear out how long a trial is."""
    trial = "There's no free plan, but every new account has a 14-day trial without a card."
    table = "Version history | 40 days | 180 days | 1 year"
    assert judge("New accounts can try it for 40 days without a card.", trial, table).grounded is False
