"""What tells two given sentences apart, and what only seems to."""

import pytest

from panel.evidence.conflicts.given_pairs import read_pair


@pytest.mark.parametrize(
    ("a", "b", "sign"),
    [
        ("It ran on H100 cards for 9 days.", "It hums in MP3 for 7 days.", "codes"),
        ("On the day of the release 31 people sang.", "40 people sang.", "version of one"),
        ("It sings 90 songs.", "I tried it, and by the sound of it it sings 40 songs.", "one figure used"),
        ("It has 9 accelerators by now.", "It has 7 accelerators by now.", "figures of a crowd"),
        ("It sings 90 songs.", "It sings 40 songs, behind some rivals.", "relative of one"),
        ("It sings 90 songs.", "The new one sings 40 songs.", "relative of one"),
        ("Heron 2 sings 90 songs.", "Oakline trained Heron 2 on 40 songs.", "one is another's"),
        ("A Heron 2 song lasts 90 days.", "Elm Loft's Heron 2 sings 40 songs.", "other subjects"),
        ("- Songs: 90 in all", "Heron 2 sings 40 songs.", "other subjects"),
        ("Songs play without a pause.", "It comes with 40 songs.", "kinds apart"),
    ],
)
def test_no_signs(a, b, sign):
    """Codes of two makes, a number after a release, a passing mention and the maker tell nothing apart."""
    assert not read_pair(a, b, "heron 2").signs.get(sign)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("A song costs a dollar.", "A song costs $3."),
        ("Songs last a week.", "Songs last 20 days."),
        ("Heron has a payroll of 45.", "31 people work on Heron."),
    ],
)
def test_figures_in_words(a, b):
    """A dollar, a week and a payroll are figures."""
    assert read_pair(a, b, "heron 2").signs.get("figures clash")


def test_events_in_other_words():
    """Orders that open and a release that lands have a date."""
    for a, b in (
        ("Orders open on 3 May 2026.", "Pre-orders began on 9 June 2026."),
        ("It was released on 3 May 2026.", "Heron landed on 9 June 2026."),
    ):
        assert read_pair(a, b, "heron 2").signs.get("dates of one event")


def test_rules_tell_two_of_one_kind_apart():
    """Logs of runs and of audits, and two phones, have figures of their own."""
    assert not read_pair("Run logs are kept for 90 days.", "Audit logs are kept for 400 days.", "heron 2").clash
    phones = "It makes 24 tokens per second on a Lark 9.", "On our Lark 7a it makes 15 tokens per second."
    assert not read_pair(*phones, "heron 2").clash
