"""What a sentence states is checked though the rest of it is taste."""

import pytest

LAMP = (
    "The lamp weighs 340 grams and costs €79. It is waterproof to 5 metres. There is no Android app. It works offline. "
    "Military use is excluded by our terms."
)


@pytest.mark.parametrize(
    ("statement", "grounded"),
    [
        ("It costs €99, so I'd rather keep my old one.", False),
        ("It costs €79, so I'd rather keep my old one.", True),
        ("It costs €99, a bargain for what it does.", False),
        ("I'd buy one at once, but it costs €99.", False),
        ("I like that it weighs 430 grams.", False),
        ("Waterproof to 50 metres and €79: swimmers will be happy.", False),
        ("An Android app is included, which makes my day.", False),
        ("It needs a connection, which makes it useless on a hill.", False),
        ("Its terms allow military customers, and I don't want to be in that company.", False),
        ("Light is a habit, and I'd hang this one over my desk.", None),
        ("The switch has real swagger, and I'd press it all day.", None),
        ("If it cost €99, I'd still be tempted.", None),
        ("It would be worth €99, but nobody will ask me.", None),
    ],
)
def test_the_fact_beside_a_taste_is_checked(judge, statement, grounded):
    """The stated half decides; a sentence that only judges, wishes or supposes is left alone."""
    assert judge(statement, LAMP).grounded is grounded


def test_what_an_opinion_takes_for_there_must_be_there(judge):
    """Nobody can love a free plan that there isn't; what is wished for may well be missing."""
    source = "There's no free plan. There is no SDK. Pro costs €12 a month."
    assert judge("The free plan is enough for my two sites.", source).grounded is False
    assert judge("The SDK got me going within an hour.", source).grounded is False
    assert judge("The free plan would be enough for my two sites.", source).grounded is None
    assert judge("The price is enough to make me smile.", source).grounded is None


def test_a_measure_in_an_opinion_is_one_of_a_source(judge):
    """A figure is a fact though what is made of it is taste; a bound that somebody draws is none."""
    source = "The lamp hums at 52 dB. It weighs 340 grams."
    assert judge("At 38 dB it's quiet enough for a bedroom.", source).grounded is False
    assert judge("At 52 dB it's too loud for a shared room.", source).grounded is None
    assert judge("Under 250 grams is the sweet spot.", source).grounded is None


@pytest.mark.parametrize(
    ("statement", "grounded"),
    [
        ("Trips are free for everyone.", False),
        ("It isn't for everyone.", None),
        ("Everybody will want one.", None),
        ("Only 90 pages could be scanned at a time.", False),
        ("It could become the best of 2027.", None),
        ("Go developers are left out.", False),
        ("Go and see it for yourself.", None),
    ],
)
def test_a_word_of_taste_may_be_none_in_its_place(judge, statement, grounded):
    """``Everyone``, ``could`` or ``go`` make a sentence an opinion in some places only."""
    source = "Trips are free for members only. 60 pages could be scanned at a time. SDKs exist for Python and Go."
    assert judge(statement, source).grounded is grounded


PRINTER = (
    "The printer costs €240 and has a two-year warranty. It is licensed under MIT. There is no Windows app. "
    "The scanner isn't in the Pro kit. You don't have to register an account. Teams get $3 off per seat. "
    "There is a Linux app. The weights are not published."
)


@pytest.mark.parametrize(
    ("statement", "grounded"),
    [
        ("Skip until they add a Linux app.", False),
        ("Wait until the Linux app arrives.", False),
        ("Wait until the Windows app arrives.", True),
        ("Without a Linux app I can't use it at work.", False),
        ("With a four-year warranty, I feel safe.", False),
        ("A four-year warranty makes this an easy choice.", False),
        ("A four-year warranty would make this an easy choice.", None),
        ("I'm wary of the GPL on something that I build on.", False),
        ("Hiding the scanner in the Pro kit is a shame.", False),
        ("Having to register an account is annoying.", False),
        ("Five dollars off per seat is a fair deal.", False),
        ("Leaving out a Linux app is a pity.", False),
        ("No Linux app is a deal-breaker for me.", False),
        ("No app will ever be as charming as a fountain pen.", None),
    ],
)
def test_what_a_verdict_takes_for_granted_is_checked(judge, statement, grounded):
    """Advice to wait for a thing says that it isn't there yet; a wish takes nothing for granted."""
    assert judge(statement, PRINTER).grounded is grounded


@pytest.mark.parametrize(
    ("statement", "grounded"),
    [
        ("Ship: with a four-year warranty it's the one I'd buy.", False),
        ("It costs €200, so why wait?", False),
        ("It's GPL-licensed, so fork it if they go bad.", False),
        ("Since the weights are published, I'd run it at home.", False),
        ("Its warranty lasts four years, useless for a printer.", False),
        ("It cost me €200 a piece.", False),
        ("I must pay €200 for it.", False),
        ("It costs €240, so Canon and Epson should worry.", True),
        ("It costs €240, if the rumour is to be believed.", None),
    ],
)
def test_the_fact_is_found_wherever_it_stands_in_a_verdict(judge, statement, grounded):
    """A vote, a question, a condition beside it or who tells it take nothing from a fact; a conclusion is none."""
    assert judge(statement, PRINTER).grounded is grounded


MIXER = (
    "The mixer costs €240. Hearing aids pair with it over Bluetooth. There is no desktop app and no web version. "
    "Screen sharing is not supported. Studio is €9 per month and includes stem export to your own bucket. "
    "Solo is free. It runs on Windows and macOS."
)


@pytest.mark.parametrize(
    ("statement", "grounded"),
    [
        ("I'd take it on tour, because screen sharing is supported.", False),
        ("I'd take it on tour, because hearing aids pair with it over Bluetooth.", True),
        ("I can forgive a lot, since there's a web version for the nights I'm away from my own desk.", False),
        ("I can forgive a lot, because nobody will ask me.", None),
        ("Since there is a web version, I don't see why I'd carry a laptop.", False),
        ("Since it runs on Windows and macOS, I don't see why I'd wait.", True),
        ("Since my band split up, I don't see why I'd wait.", None),
        ("My bassist loathes phones, so I was glad that there is a desktop app.", False),
        ("My bassist loathes phones, so I was glad that it runs on Windows.", True),
        ("My bassist loathes phones, so I was glad that she came along.", None),
    ],
)
def test_a_reason_for_a_taste_is_checked(judge, statement, grounded):
    """What somebody gives as his reason, or is glad of, is a statement; why he minds is his own affair."""
    found = judge(statement, MIXER).grounded
    assert (found is False) is (grounded is False)


@pytest.mark.parametrize(
    ("statement", "grounded"),
    [
        ("I'd put my whole choir on the web version.", False),
        ("The desktop app alone is worth it to me.", False),
        ("I'd put my whole choir on a web version, if they built one.", None),
        ("I'm waiting for the web version.", None),
        ("The Bluetooth pairing alone is worth it to me.", None),
        ("The thought alone makes me smile.", None),
    ],
)
def test_what_an_opinion_points_at_must_be_there(judge, statement, grounded):
    """Who would use the web version says that there is one; who wishes for one doesn't."""
    assert judge(statement, MIXER).grounded is grounded


def test_a_share_that_strikes_somebody_is_one_of_a_source(judge):
    """What a discount is said to be like doesn't make it a supposition."""
    source = "Teams get 25% off. Pro costs €12 a month."
    assert judge("A 35% discount strikes me as bold.", source).grounded is False
    assert judge("A 25% discount strikes me as bold.", source).grounded is None
    assert judge("A 35% discount would strike me as bold.", source).grounded is None


def test_praise_takes_nothing_from_a_fact(judge):
    """What reads beautifully in nine languages reads in nine languages."""
    source = "It reads aloud in four languages. It has six faders."
    assert judge("It reads beautifully aloud in nine languages, and I'd listen all day.", source).grounded is False
    assert judge("It reads beautifully aloud in four languages, and I'd listen all day.", source).grounded is not False
    assert judge("It has a lovely colour, and I'd hang it over my desk.", source).grounded is None
