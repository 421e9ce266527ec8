import pytest

from panel.domain.release import Release, Source
from panel.errors import DeclarationError
from panel.store.made_up import sample_persona
from panel.store.seating import parse_seats, seat_panel
from panel.store.settings import Place, Settings


def persona(name, **changes):
    """Return a persona of that id."""
    return sample_persona().model_copy(update={"id": name, "model": None, **changes})


KNOWN = {
    each.id: each
    for each in (
        persona("business", suits=("infrastructure", "enterprise", "self-hosting")),
        persona("creator", suits=("creative tools", "photo", "consumer")),
        persona("developer"),
        persona("skeptic", model="own/model", weight=2.0),
    )
}
FOURTH = Settings(seats=(Place(personas=("creator", "business")),))


def release(**said):
    """Return a release of which only this is said."""
    return Release(**{"slug": "x", "name": "X", **said})


def chosen(**said):
    """Return who takes the seat of creator or business."""
    return seat_panel(FOURTH, release(**said), KNOWN).seats[0].persona.id


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ({"tags": ("consumer",)}, "creator"),
        ({"tags": ("enterprise", "coding")}, "business"),
        ({"category": "Creative Tools"}, "creator"),
        ({"tagline": "Enterprises host it themselves"}, "business"),
        ({"tags": ("photography",)}, "creator"),
        ({}, "creator"),
        ({"tags": ("consumer",), "tagline": "For the enterprise"}, "creator"),
        ({"sources": (Source(key="S1", text="Infrastructure for enterprises. Photos too."),)}, "business"),
        (
            {"tags": ("photos",), "sources": (Source(key="S1", text="enterprise infrastructure self-hosting " * 99),)},
            "creator",
        ),
    ],
)
def test_the_persona_that_suits_better_is_seated(said, who):
    """Stated facts decide, plural or not; texts decide only between equals, and the first named wins a tie."""
    assert chosen(**said) == who


def test_model_and_weight():
    """Argument, seat, persona and settings name the model in this order; weights of persona and seat multiply."""
    settings = Settings(
        model="panel/model",
        samples=2,
        seats=(
            Place(personas=("developer",)),
            Place(personas=("skeptic",), weight=1.5),
            Place(personas=("creator",), model="seat/model", samples=3),
        ),
    )
    seats = seat_panel(settings, release(), KNOWN).seats
    assert [seat.models for seat in seats] == [("panel/model",), ("own/model",), ("seat/model",)]
    assert [seat.weight for seat in seats] == [1.0, 3.0, 1.0]
    assert [seat.samples for seat in seats] == [2, 2, 3]
    seats = seat_panel(settings, release(), KNOWN, models=("m",), samples=5).seats
    assert {(seat.models, seat.samples) for seat in seats} == {(("m",), 5)}


def test_typed_seats():
    """Seats may be typed; ``all`` seats everyone, those of the settings first."""
    assert parse_seats("developer, creator|business", KNOWN) == (
        Place(personas=("developer",)),
        Place(personas=("creator", "business")),
    )
    settings = Settings(seats=(Place(personas=("skeptic",)), Place(personas=("developer",))))
    panel = seat_panel(settings, release(), KNOWN, seats="all")
    assert [seat.persona.id for seat in panel.seats] == ["skeptic", "developer", "business", "creator"]


@pytest.mark.parametrize(
    ("seats", "words"),
    [
        ("skeptik", "there is no persona 'skeptik'; did you mean 'skeptic'?; there are developer, skeptic"),
        ("developer|nobody", "there is no persona 'nobody'"),
        ("developer,developer", "'developer' would sit twice"),
        ("developer,creator|developer,developer|creator", "would sit twice"),
        (" , ", "no seat is named"),
        ("", "no seat is named"),
        ("a||b", "there is no persona"),
    ],
)
def test_mistakes_in_typed_seats(seats, words):
    """A panel that can't be seated is refused in one sentence."""
    with pytest.raises(DeclarationError) as caught:
        seat_panel(Settings(), release(), KNOWN, seats=seats)
    assert words in str(caught.value)


def test_limits_of_weight_and_samples():
    """Weights and samples beyond their limits are refused, not cut."""
    heavy = Settings(seats=(Place(personas=("skeptic",), weight=90),))
    with pytest.raises(DeclarationError, match="would weigh 180"):
        seat_panel(heavy, release(), KNOWN)
    with pytest.raises(DeclarationError, match="0 samples"):
        seat_panel(Settings(seats=(Place(personas=("skeptic",)),)), release(), KNOWN, samples=0)
