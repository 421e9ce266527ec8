"""The room in which no model is asked."""

import asyncio
import json

import pytest

from panel.domain.persona import Signal
from panel.errors import DeclarationError, Refused
from panel.llm.builtin import Builtin


def ask(request):
    """Ask a new reviewer once."""

    async def once():
        room = Builtin()
        room.check()
        try:
            return await room.ask(request)
        finally:
            await room.close()

    return asyncio.run(once())


def test_a_call_says_what_it_is(request_of, personas, dossier_of):
    """It costs nothing, asks nobody and says so."""
    call = ask(request_of(personas["developer"], dossier_of("It has a public API.")))
    assert call.answered_by == "builtin"
    assert call.rung == "rules"
    assert call.cost_usd == 0
    assert call.usage.prompt_tokens is None
    assert json.loads(call.text)["vote"] in ("ship", "skip")
    assert not Builtin.remembered


def test_the_same_question_gets_the_same_answer(request_of, personas, dossier_of):
    """Letter by letter, from different instances."""
    request = request_of(personas["skeptic"], dossier_of("An independent lab tested it. It crashes."))
    assert ask(request).text == ask(request).text


def test_the_rules_have_a_hash():
    """Provenance can name the rules that read a dossier."""
    assert len(Builtin().rules) == 64
    assert Builtin().rules == Builtin().rules


def test_an_unknown_family_is_named_with_a_hint(request_of, plain_persona, dossier_of):
    """The author of a persona is told what to write."""
    persona = plain_persona(Signal(name="a way in", phrases=("@acces_api",), affirmed=1))
    with pytest.raises(DeclarationError, match=r"'@acces_api'.*did you mean '@access_api'"):
        ask(request_of(persona, dossier_of("Text.")))


def test_a_phrase_that_cant_be_found_is_named(request_of, plain_persona, dossier_of):
    """A gap at the beginning of a phrase is a mistake of its author."""
    persona = plain_persona(Signal(name="a way in", phrases=("* api",), affirmed=1))
    with pytest.raises(DeclarationError, match=r"'\* api' must begin with a word"):
        ask(request_of(persona, dossier_of("Text.")))


def test_it_casts_ballots_only(request_of, personas, dossier_of):
    """Whoever asks it to check facts is told to name a model."""
    request = request_of(personas["developer"], dossier_of("Text.")).model_copy(update={"persona": None})
    with pytest.raises(Refused, match="name a model"):
        ask(request)


def test_a_large_dossier_doesnt_stall(request_of, personas, dossier_of):
    """Six thousand words take a fraction of a second, on any machine that runs the tests."""
    text = (
        "The API is public, but it crashes on load. An independent lab measured 40 % more speed for $9 a month. " * 320
    )
    assert ask(request_of(personas["business"], dossier_of(text))).seconds < 5
