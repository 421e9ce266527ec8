"""Where statements end."""

import pytest

from panel.evidence.clauses import clauses
from panel.evidence.stems import row


def parts(text):
    """Return the clauses of a sentence as lists of stems without punctuation."""
    line = row(text)
    numbers = clauses(line)
    found = {}
    for stem, number, kind in zip(line.stems, numbers, line.kinds, strict=True):
        if kind != ",":
            found.setdefault(number, []).append(stem)
    return [" ".join(each) for each in found.values()]


def test_a_list_of_things_stays_together():
    """So that a negation before it reaches its last member."""
    assert len(parts("There is no API, SDK or documentation.")) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("There is no API, the docs are thin.", 2),
        ("It has no export but the API is public.", 2),
        ("It needs no account and it runs offline.", 2),
        ("It names no customers and gives no figures.", 2),
        ("Licence: closed; price: none.", 4),
        ("If it had an API, we would use it.", 2),
    ],
)
def test_statements_are_told_apart(text, count):
    """A comma splice, a conjunction and a second verb each begin a statement of their own."""
    assert len(parts(text)) == count


def test_yet_to_doesnt_split():
    """``has yet to`` is a negation, not a conjunction."""
    assert len(parts("It has yet to publish an API.")) == 1
