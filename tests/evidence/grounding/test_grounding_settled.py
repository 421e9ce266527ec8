"""How sure the signs must be of a statement of which no sentence has much."""

import pytest

from panel.evidence.grounding.weighed import weighing
from panel.evidence.trees import Forest


@pytest.mark.parametrize(
    ("bias", "cover", "wrong"),
    [(0.5, 0.5, True), (0.5, 0.1, False), (0.8, 0.1, True), (-0.1, 0.5, False)],
    ids=["spoken of", "not spoken of", "not spoken of, but sure", "spoken of, but unsure"],
)
def test_what_hardly_any_sentence_speaks_of_takes_more(monkeypatch, bias, cover, wrong):
    """It may be an opinion, so that a small chance isn't enough."""
    monkeypatch.setattr(weighing, "forest", lambda: Forest(bias, []))
    assert weighing.is_wrong({"cover": cover}, ruled=False) is wrong


def test_what_several_things_do_is_no_fragment(judge):
    """``Pupils ride …`` has a verb, which ``Pupils everywhere`` lacks."""
    text = "Heron 2 sends its notes to Slack. Members pay by card."
    assert judge("Notes go straight to Basecamp.", text).grounded is False
    assert judge("Notes go straight to Slack.", text).grounded is not False
    assert judge("Notes galore in every corner.", text).grounded is None
