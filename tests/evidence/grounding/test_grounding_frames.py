"""What a statement is built like is one of the signs that are weighed."""

import pytest

from panel.evidence.grounding.weighed.frames import frame_signs


@pytest.mark.parametrize(
    ("statement", "frame"),
    [
        ("Girocard is supported.", "is there"),
        ("You can plug it into a telly.", "one can"),
        ("The crate comes with a lid.", "has"),
        ("Night trains were booked, too.", "also"),
        ("It was certified by a lab.", "was done"),
        ("It has neither wheels nor a lid.", "without"),
    ],
)
def test_a_statement_is_known_by_its_frame(statement, frame):
    """Each frame is seen in its statement, and not in one that is built otherwise."""
    assert frame_signs(statement)[f"frame: {frame}"] == 1.0
    assert frame_signs("Lids cost €4 apiece.")[f"frame: {frame}"] == 0.0
