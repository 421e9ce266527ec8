"""Whether a sentence says that a thing is so."""

import pytest

from panel.evidence.phrases import PhraseBook
from panel.evidence.polarity import Reading
from panel.evidence.stems import row


def read(text):
    """Read one sentence that stands alone."""
    return Reading(row(text), "open" if text.endswith("?") else None)


def stance(text, phrase):
    """Return the stance on the first mention of a phrase."""
    reading = read(text)
    found = PhraseBook([(phrase, "")]).find(reading.line)
    assert found, (text, phrase)
    return reading.stance(found[0].places)


AFFIRMED = [
    ("It has a public API.", "public api"),
    ("Not only an API but also an SDK is offered.", "api"),
    ("Not only an API but also an SDK is offered.", "sdk"),
    ("There is no API, the documentation is good.", "documentation"),
    ("It is not without an API.", "api"),
    ("It needs no account and runs offline.", "runs offline"),
    ("No account is needed to use the API.", "api"),
    ("It doesn't need an account and runs offline.", "runs offline"),
    ("There is no shortage of documentation.", "documentation"),
    ("They publish no prices but the API is public.", "public"),
    ("On benchmarks that the vendor did not design it beats its rivals.", "beats"),
    ("You may keep the weights.", "keep"),
    ("It names no customers and has an API.", "api"),
    ("Without a doubt the API is stable.", "api"),
    ("A university group that has no ties to the developers measured the error rate.", "measured"),
    ("A group which never took a fee tested the latency.", "latency"),
    ("A lab with no commercial interest in the maker reproduced the results.", "reproduced"),
    ("The auditor, not affiliated with the vendor, confirmed the results.", "confirmed"),
    ("There is no plan without API access.", "api access"),
    ("No part of the API is undocumented.", "api"),
    ("It is not true that self-hosting is unavailable.", "self-hosting"),
    ("No customer goes without a signed agreement.", "signed agreement"),
]

DENIED = [
    ("There is no public API.", "public api"),
    ("No public API, SDK or documentation exists.", "documentation"),
    ("The API is not available yet.", "api"),
    ("Documentation is nowhere to be found.", "documentation"),
    ("It has yet to publish benchmarks.", "benchmarks"),
    ("Benchmarks were not published.", "benchmarks"),
    ("Nobody has reproduced the results.", "reproduced"),
    ("Neither the weights nor the architecture are public.", "weights * are public"),
    ("Export: none.", "export"),
    ("You cannot export your work.", "export"),
    ("It fails to export layers.", "export"),
    ("It lacks an export.", "export"),
    ("An API is missing.", "api"),
    ("The absence of documentation is felt.", "documentation"),
    ("It is closed rather than open source.", "open source"),
    ("Cloud accounts instead of local storage.", "local storage"),
    ("It no longer has an API.", "api"),
    ("The vendor has not disclosed prices.", "prices"),
    ("Access without an SDK.", "sdk"),
    ("The API was withdrawn in spring.", "api"),
    ("There is little documentation.", "documentation"),
    ("The documentation is thin on examples.", "examples"),
    ("Unlike the demo, it doesn't run locally.", "run locally"),
    ("Nothing about it is open source.", "open source"),
]


@pytest.mark.parametrize(("text", "phrase"), AFFIRMED)
def test_what_is_affirmed(text, phrase):
    """A thing counts as said to be so, whatever negations stand near it."""
    assert stance(text, phrase).holds
    assert stance(text, phrase).certainty == 1


@pytest.mark.parametrize(("text", "phrase"), DENIED)
def test_what_is_denied(text, phrase):
    """A thing counts as said not to be so, wherever the negation stands."""
    if (text, phrase) == ("The documentation is thin on examples.", "examples"):
        assert not stance(text, phrase).holds
        return
    assert not stance(text, phrase).holds


@pytest.mark.parametrize(
    ("text", "phrase", "why"),
    [
        ("They plan to open-source later versions.", "open-source", "promised"),
        ("An SDK is coming soon.", "sdk", "promised"),
        ("The API will be public.", "api", "promised"),
        ("An API is on the roadmap.", "api", "promised"),
        ("Benchmarks are still to come.", "benchmarks", "promised"),
        ("There might be an API.", "api", "supposed"),
        ("Perhaps an SDK exists.", "sdk", "supposed"),
        ("If it had an API we would use it.", "api", "conditional"),
        ("Until the API is public we wait.", "api", "conditional"),
        ("Users keep asking for an API.", "api", "wanted"),
        ("It used to have an API.", "api", "past"),
        ("Is there an API?", "api", "asked"),
    ],
)
def test_what_is_neither(text, phrase, why):
    """Promises, suppositions, conditions, wishes, memories and questions count little, or against it."""
    said = stance(text, phrase)
    assert said.why == why
    assert said.certainty <= 0.5


def test_a_wish_speaks_for_a_lack():
    """What people ask for isn't there."""
    assert not stance("Users keep asking for an export.", "export").holds


def test_bad_things_are_not_turned_round_by_adjectives_for_good_ones():
    """A bad bug is a bug; a fixed bug is none."""
    reading = read("A bad bug was found")
    assert reading.stance([2], good=False).holds
    reading = read("It fixes a bug")
    assert not reading.stance([3], good=False).holds


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("It never leaves documents unencrypted.", "unencrypted"),
        ("No part of the API is undocumented.", "undocumented"),
        ("It made the fewest mistakes of all.", "mistakes"),
        ("It counted two failed runs, the lowest number of the nine in the test.", "failed"),
    ],
)
def test_what_is_least_or_denied_of_a_bad_thing_is_good(text, phrase):
    """A bad thing that never happens, or happens least of all, isn't held against the release."""
    reading = read(text)
    place = reading.line.stems.index(read(phrase).line.stems[0])
    assert not reading.stance([place], good=False).holds


def test_a_tie_that_is_missing_is_still_a_denial_elsewhere():
    """A relative clause ends its negation only where somebody's finding begins."""
    assert not stance("A product that has no API and no export.", "export").holds
    assert not stance("A model that no lab has ever tested.", "tested").holds
    assert not stance("A company that has never published benchmarks.", "benchmarks").holds


def test_a_phrase_keeps_its_own_negation():
    """``no API`` as a phrase is affirmed by a sentence that says so."""
    assert stance("There is no API.", "no api").holds


def test_a_forecast_can_count_as_a_fact():
    """Where the thing looked for is a forecast, its future tense doesn't weaken it."""
    reading = read("It will be the default by 2028")
    assert reading.stance([5, 6], timeless=True).certainty == 1


def test_claims_are_marked():
    """What is given as somebody's claim is known to be one."""
    assert stance("The company claims that it has an API.", "api").claimed
    assert not stance("It has an API.", "api").claimed
