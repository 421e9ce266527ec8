"""Statements about what a sheet of data tells by numbers, about plans, and about what isn't said."""

import pytest

from panel.evidence.passages import Passage


@pytest.mark.parametrize(
    "text", ["Weight 640 g.", "Storage 128 GB.", "Battery 5200 mAh.", "Power 65 W.", "Range 40 km."]
)
def test_a_sheet_of_data_names_measures(text):
    """What is measured isn't the name of a thing with a version."""
    passage = Passage("", text)
    assert len(passage.quantities) == 1
    assert passage.names == ()


@pytest.mark.parametrize(
    ("statement", "text", "grounded"),
    [
        ("Its weight is roughly 0.64 kg.", "Specs: 2.4 GHz Wi-Fi only. Weight 640 g.", True),
        ("Its weight is roughly 0.74 kg.", "Specs: 2.4 GHz Wi-Fi only. Weight 640 g.", False),
        ("Audit logs are part of Pro.", "Pro adds audit logs and scheduled rollouts.", True),
    ],
)
def test_what_a_sheet_says(judge, statement, text, grounded):
    """Figures without a verb are read, and a scheduled thing isn't one to come."""
    assert judge(statement, "Heron 2 is a camera for gardens.", text).grounded is grounded


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("It can't be used on a 5 GHz network.", "It films at 30 frames per second."),
        ("No price has been given so far.", "The lamp gives 900 lumens."),
    ],
)
def test_another_measure_contradicts_nothing(judge, statement, text):
    """Pictures per second are no frequency of a network, and what a lamp gives is no price."""
    assert judge(statement, text).kind != "contradicted"
