"""A figure, or a thing, that a sentence has otherwise though it says all the rest alike."""

import pytest

TEAM = "Team: €14 per seat, billed annually, or €17 billed monthly."
MEMORY = "It runs for 400 hours. Its memory holds 60 hours of readings."
UP = "The reader knows 24 alphabets, up from 9 in the first Heron."


@pytest.mark.parametrize(
    ("statement", "source", "wrong"),
    [
        ("Billed annually, Team costs €17 per seat.", TEAM, True),
        ("Billed annually, Team costs €14 per seat.", TEAM, False),
        ("Team costs €14 per seat if you pay month to month.", TEAM, True),
        ("Team costs €17 per seat if you pay month to month.", TEAM, False),
        ("Its memory holds 400 hours of readings.", MEMORY, True),
        ("Its memory holds 60 hours of readings.", MEMORY, False),
        ("After a night the battery still had 78%.", "After a night the battery still had 22%.", True),
        ("The first Heron knew 24 alphabets.", UP, True),
        ("Support is sold from €1,500 a year.", "Support contracts start at €1,800 a year.", True),
        ("Support is sold from €1,800 a year.", "Support contracts start at €1,800 a year.", False),
        ("Paying for a year saves 20%.", "Paying for a year takes 15% off.", True),
        ("Offline maps are supported.", "Offline maps: not yet.", True),
        ("An electrocardiogram can be taken.", "The band doesn't have an ECG.", True),
        ("The server is open source.", "Our agent is open source; the server isn't.", True),
        ("The agent is open source.", "Our agent is open source; the server isn't.", False),
        ("It carries advertising and stops after five scans.", "Five scans a day. No advertising.", True),
    ],
)  # fmt: skip
def test_the_like_said_otherwise_contradicts(judge, statement, source, wrong):
    """The same words with another figure, way of billing, time or denial are another thing."""
    assert (judge(statement, source).grounded is False) is wrong


def test_a_complaint_is_the_complainers(judge):
    """Whoever complains in a statement must be who says so in the source."""
    source = '"They shut the door on us," says Mikko Salo. "We had to," says Clara Nyst.'
    assert judge('Clara Nyst complains: "They shut the door on us."', source).grounded is False
    assert judge('Mikko Salo complains: "They shut the door on us."', source).grounded is True
