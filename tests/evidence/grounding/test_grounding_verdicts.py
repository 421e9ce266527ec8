"""What a verdict is about, and what stands beside a wish, is checked like any statement; the taste is left alone."""

import pytest

SENSOR = (
    "Heron 2 is a garden sensor from Oakline. It reads the soil every 12 minutes and weighs 140 grams. "
    "It costs €79. There is no Android app. The firmware is MIT-licensed. "
    "The sensor was built in Porto by a team of 9 people. Apps for Windows are not planned."
)
HUB = (
    "Version 1.4 moved the storage from SQLite to DuckDB. Up to six sensors share one hub. "
    "It cannot be run without our cloud: there is no way of hosting it yourself. "
    "The hub needs Python 3.11 or later. The pump is too loud by a fifth on average."
)
SHOP = (
    "Marta Nunes, head of design at Oakline, wanted a tool that disappears. "
    "On 3 May 2026 sales began in Portugal and Spain; France follows in the autumn. A leather sleeve costs €12 extra. "
    "Founder Rui Alves says that nobody should have to guess when to water. It found 39 of 46 leaks."
)


@pytest.mark.parametrize(
    ("statement", "wrong"),
    [
        ("The leather sleeve for €25 extra is where I'd draw the line.", True),
        ("The leather sleeve for €12 extra is where I'd draw the line.", False),
        ("I'd pay €25 for the sleeve, not more.", False),
        ("€200 would be too much for any sensor.", False),
        ("At 240 grams I don't see it on a stem.", True),
        ("Up to nine sensors on one hub covers my whole allotment.", True),
        ("Up to six sensors on one hub covers my whole allotment.", False),
        ("39 out of 46, roughly 85 percent, beats my nose.", False),
        ("Being too loud by about 20 percent is a nuisance.", False),
        ("Its GPL firmware might scare my lawyers.", True),
        ("Its MIT firmware might please my lawyers.", False),
        ("A GPL firmware would be nicer.", False),
    ],
)
def test_a_figure_is_a_fact_where_it_is_not_supposed_itself(judge, statement, wrong):
    """What somebody would do about a price doesn't make the price a guess; what he would pay is one."""
    assert (judge(statement, SENSOR, HUB, SHOP).grounded is False) is wrong


@pytest.mark.parametrize(
    ("statement", "wrong"),
    [
        ("A proper Android app earns my vote at last.", True),
        ("An Android app would win me over.", False),
        ("Being able to host it myself seals the deal for my school.", True),
        ("That you can host it yourself makes it an easy ship.", True),
        ("Moving the storage from DuckDB to SQLite is the kind of courage I admire.", True),
        ("Moving the storage from SQLite to DuckDB is the kind of courage I admire.", False),
        ("Built in Lyon by nine people, and you can feel the care in it.", True),
        ("Built in Porto by nine people, and you can feel the care in it.", False),
        ("Gardening by graph is a gloomy idea.", False),
    ],
)
def test_what_a_verdict_is_about_is_there(judge, statement, wrong):
    """Nothing earns a vote that there isn't."""
    assert (judge(statement, SENSOR, HUB, SHOP).grounded is False) is wrong


def test_a_figure_repeated_in_wonder_is_no_question(judge):
    """A price with a question mark is said to be the price."""
    assert judge("€99 for a garden sensor? I'd rather use my finger.", SENSOR, HUB, SHOP).grounded is False
    assert judge("€79 for a garden sensor? I'd rather use my finger.", SENSOR, HUB, SHOP).grounded is not False
    assert judge("Would you pay €99 for a garden sensor?", SENSOR, HUB, SHOP).grounded is None


def test_what_was_possible_since_a_day_is_a_fact(judge):
    """``Could`` beside a launch tells what was; ``enough to run it`` names a version."""
    assert judge("French gardeners could buy it at launch.", SENSOR, HUB, SHOP).grounded is False
    assert judge("French gardeners could buy it one day.", SENSOR, HUB, SHOP).grounded is None
    assert judge("Python 3.8 is recent enough to run the hub.", SENSOR, HUB, SHOP).grounded is False


@pytest.mark.parametrize(
    ("statement", "wrong"),
    [
        ("Marta Nunes, chief executive of Oakline, wanted a tool that disappears.", True),
        ("Marta Nunes, head of design at Oakline, wanted a tool that disappears.", False),
        ("Founder Rui Costa says nobody should have to guess when to water.", True),
        ("Founder Rui Alves says nobody should have to guess when to water.", False),
    ],
)
def test_who_speaks_is_a_fact(judge, statement, wrong):
    """What somebody thinks is no fact; who thinks it, and what he is, is one."""
    assert (judge(statement, SENSOR, HUB, SHOP).grounded is False) is wrong
