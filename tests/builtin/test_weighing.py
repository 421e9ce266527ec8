"""From mentions to a balance."""

import pytest

from panel.domain.persona import Signal


def weigh(reader, persona, dossier):
    """The balance, and what each signal adds."""
    balance = reader.balance(persona, dossier)
    return balance, {each.signal.name: each.points for each in balance.weighed}


def test_saying_it_twice_adds_less(reader, plain_persona, dossier_of):
    """A long dossier that repeats itself doesn't win by its length."""
    one = reader.balance(plain_persona(), dossier_of("It has a public API.")).total
    ten = reader.balance(plain_persona(), dossier_of(*[f"Number {n}: it has a public API." for n in range(10)])).total
    assert one > 0.7
    assert one < ten <= 1.0


def test_the_same_sentence_in_two_sources_counts_once(reader, plain_persona, dossier_of):
    """A copied announcement isn't a second witness."""
    once = reader.balance(plain_persona(), dossier_of("It has a public API.")).total
    twice = reader.balance(plain_persona(), dossier_of("It has a public API.", "It has a public API.")).total
    assert once == twice


def test_a_denial_weighs_against(reader, plain_persona, dossier_of):
    """``no public API`` is not an API."""
    assert not reader.balance(plain_persona(), dossier_of("There is no public API.")).ship
    assert not reader.balance(plain_persona(), dossier_of("There is a private API.")).ship


def test_disagreeing_sources_are_known(reader, plain_persona, dossier_of):
    """What one source affirms and another denies is told as disputed."""
    balance = reader.balance(plain_persona(), dossier_of("It has a public API.", "There is no public API."))
    assert balance.weighed[0].disputed


def test_a_promise_counts_little(reader, plain_persona, dossier_of):
    """An API on the roadmap doesn't earn what an API earns."""
    promised = reader.balance(plain_persona(), dossier_of("A public API will follow next year.")).total
    assert 0 <= promised < 0.2


def test_nothing_read_is_a_skip_at_fifty(reader, plain_persona, dossier_of):
    """With nothing to go by there is no confidence, and no ship even for a kind persona."""
    balance = reader.balance(plain_persona(prior=3.0), dossier_of("It rained in Leeds on Tuesday."))
    assert balance.blank
    assert not balance.ship
    assert balance.confidence == 50


@pytest.mark.parametrize("weight", [0.1, 1, 3, 5])
def test_confidence_lies_between_fifty_and_ninety_five(reader, plain_persona, dossier_of, weight):
    """The margin decides, and rules never claim to be certain."""
    signal = Signal(name="a public API", phrases=("public api",), affirmed=weight)
    assert 50 <= reader.balance(plain_persona(signal), dossier_of("It has a public API.")).confidence <= 95


def test_silence_can_weigh(reader, plain_persona, dossier_of):
    """What a persona can't do without counts against a release that says nothing of it."""
    signals = (
        Signal(name="music", phrases=("music",), affirmed=2, silent=-1),
        Signal(name="a public API", phrases=("public api",), affirmed=0.5),
    )
    balance, points = weigh(reader, plain_persona(*signals), dossier_of("It has a public API."))
    assert points["music"] == -1
    assert not balance.ship


def test_what_is_needed_holds_the_rest_back(reader, plain_persona, dossier_of):
    """Without the needed thing other good points count for less."""
    needed = Signal(name="music", phrases=("music",), affirmed=1, needed=True)
    other = Signal(name="a public API", phrases=("public api",), affirmed=1)
    _, without = weigh(reader, plain_persona(needed, other), dossier_of("It has a public API."))
    _, with_it = weigh(reader, plain_persona(needed, other), dossier_of("It has a public API and makes music."))
    assert without["a public API"] < with_it["a public API"] / 2


def test_a_deal_breaker_holds_the_rest_back(reader, plain_persona, dossier_of):
    """Where it is denied, other good points count for less."""
    breaker = Signal(name="free use", phrases=("commercial use",), denied=-0.5, breaker=True)
    other = Signal(name="a public API", phrases=("public api",), affirmed=2)
    _, points = weigh(reader, plain_persona(breaker, other), dossier_of("It has a public API. No commercial use."))
    assert points["a public API"] < 1


def test_own_phrases_and_families_go_together(reader, plain_persona, dossier_of):
    """A signal may name a family and phrases of its own."""
    signal = Signal(name="a way in", phrases=("@access_api", "secret handshake"), affirmed=1, denied=-1)
    assert reader.balance(plain_persona(signal), dossier_of("It has a REST API.")).ship
    assert reader.balance(plain_persona(signal), dossier_of("There is a secret handshake.")).ship


def test_a_reader_keeps_nothing_that_changes_an_answer(reader, plain_persona, dossier_of):
    """The same dossier gives the same balance, however many others were read in between."""
    first = reader.balance(plain_persona(), dossier_of("It has a public API.")).total
    for number in range(6):
        reader.balance(plain_persona(), dossier_of(f"Text {number}.", slug=f"r{number}"))
    assert reader.balance(plain_persona(), dossier_of("It has a public API.")).total == first
