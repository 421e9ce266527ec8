"""Tests of panel.llm.embedded.grammar."""

import re

from hypothesis import given
from hypothesis import strategies as st

from panel.domain.persona import Persona
from panel.llm.embedded.grammar import PLAIN, WIDE, Ballots, up_to


def _matches(patterns: list[str], number: int) -> bool:
    written = "|".join(pattern.replace(" ", "").replace('"', "") for pattern in patterns)
    return re.fullmatch(written, str(number)) is not None


@given(st.integers(1, 3_000), st.integers(0, 4_000))
def test_up_to_matches_exactly_the_numbers_to_its_own(last: int, number: int) -> None:
    """A citation past the last sentence can't be written, and every one before it can."""
    assert _matches(up_to(last), number) == (1 <= number <= last)


def test_moves_stand_in_the_grammar_in_their_order(persona: Persona) -> None:
    """The model can't leave one out or make one up."""
    grammar = Ballots(persona, ("F.name",)).grammar(2_000, character=PLAIN)
    first, second = (grammar.index(f'\\"{move.name}\\"') for move in persona.moves)
    assert first < second


def test_the_longest_ballot_fits_its_limit(persona: Persona) -> None:
    """Form and texts together never exceed the characters that were allowed."""
    ballots = Ballots(persona, ("F.name", "S1.1", "S1.2", "S12.345"))
    for longest in (ballots.shortest, 1_000, 2_000, 4_000):
        texts = {
            name: int(most) + 1
            for name, most in re.findall(
                r"^([a-z-]+) ::= .*char\{\d+,(\d+)\}", ballots.grammar(longest, character=WIDE), re.M
            )
        }
        form = len('{"argument":[],"claims":[],"vote":"ship","confidence":100,"quote":"","flips_if":""}')
        form += sum(len(f'{{"move":"{move.name}","text":""}},') + texts["move-text"] for move in persona.moves) - 1
        form += 5 * (len('{"text":"","cites":[]},') + 3 * len('"S12.345",') - 1 + texts["claim-text"]) - 1
        assert form + texts["quote"] + texts["flips-if"] <= longest
