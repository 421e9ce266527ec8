"""Statements about what a sheet of data tells by numbers, about plans, and about what isn't said."""

from pathlib import Path

import pytest

from panel.evidence.dossier import read_dossier
from panel.evidence.grounding import ground_statement
from panel.evidence.measures import same_measure
from panel.evidence.passages import Passage
from panel.store.releases import read_release

DATA = Path(__file__).resolve().parents[2] / "data" / "evidence"


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


def test_pictures_a_second_are_no_frequency():
    """What a camera films in a second is never held against what a network sends on."""
    (film,), (network,) = (
        Passage("", each).quantities for each in ("It films at 30 frames per second.", "It is on 5 GHz.")
    )
    assert not same_measure(film, network)


def test_what_a_thing_gives_is_no_price():
    """A denial falls only to a sentence that speaks of what is denied: this dossier's lamp gives 900 lumens."""
    dossier = read_dossier(read_release(DATA / "dossiers" / "brightwell"))
    assert ground_statement("No price has been given so far.", dossier).kind != "contradicted"
