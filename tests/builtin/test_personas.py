"""The shipped personas as the builtin reviewer needs them."""

import pytest

from panel.llm.builtin.reader import check_signals

NAMES = ["developer", "skeptic", "futurist", "creator", "business"]


@pytest.mark.parametrize("name", NAMES)
def test_every_signal_can_be_looked_for(name, personas):
    """Families exist, phrases can be read."""
    check_signals(personas[name])


@pytest.mark.parametrize("name", NAMES)
def test_every_move_has_signals_and_words(name, personas):
    """No step of the argument stays mute."""
    persona = personas[name]
    moves = {move.name for move in persona.moves}
    assert {signal.move for signal in persona.signals} == moves
    for move in persona.moves:
        assert move.tells.pro
        assert move.tells.contra


@pytest.mark.parametrize("name", NAMES)
def test_sentences_use_only_what_they_know(name, personas):
    """A misspelt name in braces would be printed as it stands."""
    persona = personas[name]
    told = [way for move in persona.moves for way in (*move.tells.pro, *move.tells.contra)] + [*persona.closing.grants]
    for way in told:
        assert "{says}" in way.lower()
        assert "{said}" in way
        assert way.count("{") == 2
    for way in (*persona.closing.silent, *persona.closing.flips_to_ship, *persona.closing.flips_to_skip):
        assert way.count("{") == way.count("{says}") == 1
    for way in (*persona.closing.ship, *persona.closing.skip):
        assert "{" not in way


@pytest.mark.parametrize("name", NAMES)
def test_every_signal_says_what_it_came_to(name, personas):
    """Both ways, as clauses that fit into a sentence."""
    for signal in personas[name].signals:
        for clause in (signal.if_so, signal.if_not):
            assert clause
            assert not clause.endswith(".")


def test_each_argues_in_its_own_moves(personas):
    """No two personas share a move, a motto or a word on the list of what they never say."""
    moves = [move.name for persona in personas.values() for move in persona.moves]
    assert len(moves) == len(set(moves))
    never = [words for persona in personas.values() for words in persona.never_says]
    assert len(never) == len(set(never))
