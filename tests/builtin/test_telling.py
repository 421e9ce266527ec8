"""Ballots in a persona's voice."""

import json
import re

import pytest

from panel.domain.persona import Signal
from panel.llm.builtin.telling import Teller
from panel.llm.reading import read_paper

GOOD = (
    "It has a public REST API with keys issued on sign-up. The licence is MIT. An independent lab measured its speed."
)
BAD = "There is no public API. The beta crashes daily. No benchmark was published, and pricing is on request."


def tell(reader, persona, dossier):
    """The ballot as a dictionary."""
    return Teller(persona, reader.balance(persona, dossier), dossier.release.slug).ballot()


@pytest.mark.parametrize("text", [GOOD, BAD, f"{GOOD} {BAD}", "It rained."])
def test_the_careful_reader_finds_no_gap(reader, personas, dossier_of, text):
    """Every ballot is complete: moves in order, claims with citations, vote, confidence, quote, flips_if."""
    for persona in personas.values():
        paper = read_paper(json.dumps(tell(reader, persona, dossier_of(text))), persona)
        assert paper.gaps in ((), ("The ballot has no claims.",) if text == "It rained." else ())
        assert [step.move for step in paper.argument] == [move.name for move in persona.moves]
        assert all(claim.cites for claim in paper.claims)


def test_what_is_quoted_stands_in_the_sentence_that_is_cited(reader, personas, dossier_of):
    """Claims are words of the dossier, not about it."""
    dossier = dossier_of(GOOD, BAD)
    for persona in personas.values():
        for claim in tell(reader, persona, dossier)["claims"]:
            said = re.sub(r"^“|”$|^… | …$", "", claim["text"]).strip("“” …")
            if not claim["cites"][0].startswith("F."):
                assert said in dossier.by_cite[claim["cites"][0]].replace('"', "'")


def test_no_sentence_is_quoted_twice_in_a_paragraph(reader, personas, dossier_of):
    """A paragraph that repeats itself isn't worth reading."""
    for persona in personas.values():
        said = re.findall(r"“([^”]+)”", tell(reader, persona, dossier_of(GOOD, BAD))["quote"])
        assert len(said) == len(set(said))


def test_personas_dont_sound_alike(reader, personas, dossier_of):
    """Without the quoted words no two share a sentence."""
    dossier = dossier_of(GOOD, BAD)
    quotes = {name: tell(reader, persona, dossier)["quote"] for name, persona in personas.items()}
    spoken = {
        name: {part.strip() for part in re.split(r"“[^”]*”\)?\.?", quote) if part.strip()}
        for name, quote in quotes.items()
    }
    names = list(spoken)
    for number, one in enumerate(names):
        for other in names[number + 1 :]:
            assert not spoken[one] & spoken[other]


def test_two_releases_arent_told_in_the_same_words(reader, personas, dossier_of):
    """The release decides between several ways to say the same."""
    told = {tell(reader, personas["skeptic"], dossier_of(BAD, slug=f"release-{n}"))["quote"] for n in range(12)}
    assert len(told) > 2


def test_no_word_that_a_persona_never_says(reader, personas, dossier_of):
    """Not even where the sources use it."""
    text = "This game-changing, seamless, impressive, disruptive API is public. It is free."
    for persona in personas.values():
        ballot = json.dumps(tell(reader, persona, dossier_of(text)))
        assert not [words for words in persona.never_says if words in ballot.lower()]


def test_nothing_read_is_said_plainly(reader, personas, dossier_of):
    """The reviewer says that it reads by rules and found nothing."""
    ballot = tell(reader, personas["business"], dossier_of("It rained in Leeds."))
    assert ballot["vote"] == "skip"
    assert ballot["confidence"] == 50
    assert "rules" in ballot["quote"]
    assert ballot["claims"] == []


def test_a_skip_for_want_of_something_says_what(reader, personas, dossier_of):
    """Where nothing speaks against it, the paragraph names what is missing."""
    ballot = tell(reader, personas["creator"], dossier_of("The database is free. It is fast."))
    assert ballot["vote"] == "skip"
    assert "whether" in ballot["quote"]


def test_both_readings_are_told(reader, personas, dossier_of):
    """A disagreement of the sources stands in the argument with both sentences."""
    ballot = tell(
        reader, personas["developer"], dossier_of("It offers a public REST API.", "There is no public API at all.")
    )
    assert "both ways" in " ".join(step["text"] for step in ballot["argument"])


def test_a_persona_without_a_voice_still_speaks(reader, plain_persona, dossier_of):
    """Neutral sentences stand in for those that its file doesn't give."""
    ballot = tell(reader, plain_persona(), dossier_of("It has a public API."))
    assert "it has a public API" in ballot["quote"]
    assert ballot["vote"] == "ship"


def test_braces_in_a_source_stay_braces(reader, plain_persona, dossier_of):
    """Words from a dossier are never filled in."""
    signal = Signal(name="a public API", phrases=("public api",), affirmed=1)
    assert (
        "{said}" in tell(reader, plain_persona(signal), dossier_of("A public API with {said} and {{ 7*7 }}."))["quote"]
    )
