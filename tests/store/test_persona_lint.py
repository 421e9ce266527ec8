import pytest

from panel.domain.persona import Signal
from panel.store.made_up import sample_persona
from panel.store.persona_lint import lint


def persona(**changes):
    """Return a persona without slips, but for the changes."""
    base = sample_persona().model_copy(
        update={"signals": (Signal(name="boats", phrases=("paper boats",), affirmed=1, denied=-1),)}
    )
    return base.model_copy(update=changes)


def signal(**said):
    """Return a signal that weighs both ways."""
    return Signal(**{"name": "hats", "phrases": ("paper hats",), "affirmed": 1, "denied": -1, **said})


def test_a_sound_persona_has_no_warnings():
    """Nothing is said where nothing is amiss."""
    assert lint(persona()) == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"motto": "x" * 121}, "121 characters"),
        ({"never_says": ("Short",)}, "'Short' is among never_says, but the voice says it"),
        ({"weight": 10.0}, "a weight of 10"),
        ({"prior": -4.0, "signals": (signal(affirmed=5),)}, "a prior of -4"),
        ({"signals": ()}, "there are no signals"),
        (
            {"moves": (*sample_persona().moves, sample_persona().moves[0].model_copy(update={"name": "idle"}))},
            "'idle' has no",
        ),
        ({"signals": (signal(affirmed=-1),)}, "no signal can earn a ship"),
        ({"signals": (signal(denied=1),), "prior": 0.5}, "no signal can earn a skip"),
        ({"signals": (signal(), signal(name="b", affirmed=0, denied=0, phrases=("b",)))}, "'b' weighs nothing"),
        ({"signals": (signal(), signal(name="b", phrases=("Paper  Hats",)))}, "is of 'hats' and of 'b'"),
        ({"signals": (signal(phrases=("b", "b")),)}, "is of 'hats' twice"),
    ],
)
def test_slips_are_named(changes, words):
    """Each slip gets a sentence of its own."""
    (warning,) = lint(persona(**changes))
    assert words in warning
