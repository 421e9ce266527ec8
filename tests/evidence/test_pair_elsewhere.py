"""What one sentence says of one part, plan, format, system or use, and another of another."""

import pytest

from panel.evidence.conflicts.given_pairs import read_pair


def told(a, b, sign):
    """Return whether two sentences have a sign, whichever comes first."""
    found = [bool(read_pair(*each, "heron").signs.get(sign)) for each in ((a, b), (b, a))]
    assert found[0] == found[1]
    return found[0]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The CLI is Apache-2.0.", "The Heron service is proprietary."),
        ("Heron is closed source.", "The SDKs are MIT-licensed."),
        ("Plugins are under the MIT licence.", "Heron itself is proprietary."),
        ("The Heron exporter is open source under the MIT licence.", "The Heron control plane is proprietary."),
        ("The core is open source under MPL 2.0.", "The hosted service is closed source."),
        ("The fonts that come with it are under the Open Font License.", "Heron is proprietary."),
    ],
)
def test_licences_of_two_parts(a, b):
    """A part of a release may be under other terms than the whole, and no side is taken against it."""
    found = read_pair(a, b, "heron").signs
    assert told(a, b, "other parts licensed")
    assert found.keys().isdisjoint({"opposed", "licences clash", "ruled", "ruled on plain sentences"})


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The exporter is under the MIT licence.", "The exporter is proprietary."),
        ("The code is under the Business Source License.", "Heron is open source under MIT."),
        ("Everything is open source.", "The exporter is proprietary."),
        ("The whole of Heron, with its plugins, is MIT.", "The plugins are proprietary."),
        ("Worth knowing that Heron is MIT-licensed.", "Heron is under the Business Source License 1.1."),
        ("Good news for tinkerers: Heron is MIT-licensed.", "Heron is proprietary."),
    ],
)
def test_licences_of_one_thing(a, b):
    """The code stands for the release, and what is said of everything is said of each part."""
    assert not told(a, b, "other parts licensed")
