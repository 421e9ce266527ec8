"""Versions in which a thing came and from which one works, and names that a list has."""

import pytest

CHANGELOG = "1.4.0 (3 June 2026)\n  Rust blocks.\n\n1.3.0 (2 May 2026)\n  Lua blocks, parallel runs.\n"


def test_a_thing_came_in_the_version_that_lists_it(judge):
    """A changelog's line belongs to the version over it."""
    assert judge("Lua blocks arrived in version 1.4.0.", CHANGELOG).grounded is False
    assert judge("Lua blocks arrived in version 1.3.", CHANGELOG).grounded is not False


@pytest.mark.parametrize(
    "source",
    [
        "Minimum Ruby version is 3.10.",
        "The minimum Ruby version is now 3.10.",
        "Ruby 3.10 is the oldest that it starts with.",
        "Heron 2 needs Ruby 3.10 or newer.",
        "Heron 2 runs on Linux and needs at least Ruby 3.10.",
    ],
)
def test_an_older_version_than_is_asked_for_will_not_do(source, judge):
    """Versions are compared part by part: 3.9 is older than 3.10."""
    assert judge("Heron 2 runs on Ruby 3.9.", source).grounded is False
    assert judge("Heron 2 runs on Ruby 3.11.", source).grounded is not False


def test_a_list_has_the_name_that_a_statement_denies(judge):
    """A name of a list is there, even where another clause denies something else."""
    source = "The binary has no dependencies; builds exist for Linux, macOS and Windows."
    assert judge("There is no Windows build of Heron.", source).grounded is False
    assert judge("There is no FreeBSD build of Heron.", source).grounded is not False


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("There is no ODBC driver any more.", "Removed:\n\n- The ODBC driver (use the other one)"),
        ("The game has Czech subtitles but no Czech voice.", "Czech subtitles, no Czech voice."),
    ],
)
def test_a_denial_that_a_source_shares_is_no_alarm(statement, source, judge):
    """What is gone, denied of one thing only, or said of somebody else refutes no denial."""
    assert judge(statement, source).grounded is not False


def test_the_only_place_is_not_one_of_two(judge):
    """A statement's only place stands beside another in the source."""
    source = "Documents are processed in Lisbon and Porto."
    assert judge("Documents are processed in Lisbon only.", source).grounded is False
    assert judge("Documents are processed in Lisbon and Porto only.", source).grounded is not False


@pytest.mark.parametrize(
    ("statement", "wrong"),
    [
        ("Offline maps are planned for version 2.4.", True),
        ("Offline maps are planned for version 2.5.", False),
        ("Satellite maps are planned for version 2.4.", False),
    ],
    ids=["another version", "the same version", "another thing"],
)
def test_the_version_of_a_plan_is_the_one_that_is_planned(judge, statement, wrong):
    """What is to come is held to what a source says is to come."""
    text = "Offline maps are planned for version 2.5. The present one is 2.3."
    assert (judge(statement, text).kind == "contradicted") is wrong
