"""Affirmations against denials, and denials against affirmations."""

import pytest


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("Heron 2 works with Alexa.", "Apple Home is supported, Alexa is not."),
        ("There is an Android app.", "There's no Android app."),
        ("The service can edit videos.", "No plug-ins yet, no video, and no API."),
        ("The vector index works in the browser build.", "The browser build does not support the vector index yet."),
        ("The Linux client is generally available.", "A Linux client is in beta."),
    ],
    ids=["is not", "no app", "list of what isn't", "not yet", "beta"],
)
def test_what_a_source_denies_is_contradicted(judge, statement, text):
    """An affirmation meets a denial of the very thing."""
    found = judge(statement, text)
    assert (found.grounded, found.kind) == (False, "contradicted")
    assert found.cites == ("S1.1",)


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("Heron 2 runs on Linux.", "There is no support for hardware keys on Linux."),
        ("Streaming isn't supported.", "Streaming: no"),
        ("Heron takes no cut of payments.", "Payments go through Stripe; we take no commission."),
        ("The battery lasts 32 hours.", "Without sun the battery lasts 32 hours."),
        (
            "Crash reports are sent with the user's consent.",
            "Heron sends no crash reports unless you press the button.",
        ),
    ],
    ids=["of something else", "label", "in other words", "a condition", "unless"],
)
def test_a_denial_of_something_else_contradicts_nothing(judge, statement, text):
    """What stands near a ``no`` isn't all denied by it."""
    assert judge(statement, text).grounded is not False


def test_a_denial_falls_only_to_a_plain_affirmation(judge):
    """Not to silence, nor to a sentence that plans or doubts."""
    assert judge("Heron 2 isn't waterproof.", "Heron 2 is waterproof.").grounded is False
    assert judge("Heron 2 isn't waterproof.", "A waterproof Heron 2 is promised for summer.").grounded is not False
    assert judge("Heron 2 isn't waterproof.", "Heron 2 weighs 92 grams.").grounded is None
