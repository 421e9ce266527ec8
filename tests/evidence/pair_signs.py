"""What several tests of pairs ask."""

from panel.evidence.conflicts.given_pairs import read_pair


def told(a, b, sign):
    """Return whether two sentences have a sign, whichever comes first."""
    found = [bool(read_pair(*each, "heron").signs.get(sign)) for each in ((a, b), (b, a))]
    assert found[0] == found[1]
    return found[0]
