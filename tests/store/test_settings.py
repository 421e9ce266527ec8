import pytest

from panel.domain.call import Parameters
from panel.errors import DeclarationError
from panel.store.settings import Place, Settings, read_settings


def read(tmp_path, text):
    """Read a panel.toml of this text."""
    path = tmp_path / "panel.toml"
    path.write_text(text)
    return read_settings(path)


def test_defaults(tmp_path):
    """An empty file means the builtin reviewer and the four default seats."""
    settings = read(tmp_path, "")
    assert settings == Settings()
    assert settings.model == "builtin"
    assert [place.personas for place in settings.seats] == [
        ("developer",),
        ("skeptic",),
        ("futurist",),
        ("creator", "business"),
    ]


def test_seats_as_a_list_and_as_tables_mean_the_same(tmp_path):
    """Both ways of declaring seats are read into the same places."""
    short = read(tmp_path, 'seats = ["skeptic", "a|b"]')
    long = read(tmp_path, '[[seat]]\npersona = "skeptic"\n[[seat]]\npersona = "a | b"\n')
    assert short == long
    assert read(tmp_path, '[[seat]]\npersona = "x"\nmodel = "m"\nsamples = 3\nweight = 2\n').seats == (
        Place(personas=("x",), model="m", samples=3, weight=2.0),
    )


def test_calls_carry_the_parameters(tmp_path):
    """Temperature and length are what determines an answer; the rest is how it is fetched."""
    settings = read(tmp_path, "[calls]\ntimeout_s = 5\ntemperature = 0\nmax_tokens = 9\n")
    assert settings.calls.timeout_s == 5.0
    assert settings.calls.parameters == Parameters(temperature=0.0, max_tokens=9)


@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        ('modle = "builtin"', "unknown key 'modle'; did you mean 'model'?", 1),
        ("samples = 0", "'samples' must be 1 or more, not 0", 1),
        ('samples = "3"', "'samples' must be a whole number, not '3'", 1),
        ("quorum = 1.0", "'quorum' must be below 1, not 1.0", 1),
        ("\n[calls]\ntimout_s = 5", "unknown key 'timout_s' in 'calls'; did you mean 'timeout_s'?", 3),
        ("[calls]\n\nattempts = 0", "'attempts' of 'calls' must be 1 or more", 3),
        ("seats = []", "'seats' needs at least 1 item", 1),
        ('seats = "skeptic"', "'seats' must be a list", 1),
        ('seats = ["a|"]', "seat 1 must name a persona", 1),
        ("seats = [3]", "seat 1 must name a persona", 1),
        ('[[seat]]\npersona = "a"\n[[seat]]\npersna = "b"\n', "seat 2 names no persona", 3),
        ('[[seat]]\npersona = "a"\n[[seat]]\npersona = "b"\nwieght = 2\n', "did you mean 'weight'?", 5),
        ('[[seat]]\npersona = "a"\nweight = 0\n', "must be above 0", 3),
        ('seats = ["a"]\n[[seat]]\npersona = "b"\n', "keep one", 2),
        ('model = "a"\nmodel = "b"\n', "this isn't valid TOML", 2),
        ("model = \n", "this isn't valid TOML", 1),
    ],
)
def test_mistakes(tmp_path, text, words, line):
    """Each mistake in panel.toml is one sentence with its line."""
    with pytest.raises(DeclarationError) as caught:
        read(tmp_path, text)
    assert words in str(caught.value)
    assert caught.value.line == line
    assert "\n" not in str(caught.value)
