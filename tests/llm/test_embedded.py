"""Tests of panel.llm.embedded.room: real llama.cpp, real GGUF files, weights that know nothing."""

import asyncio
import json
import sys
import time
from pathlib import Path

import pytest

from panel.domain.call import Call, Parameters, Request
from panel.domain.seating import Seat
from panel.errors import DeclarationError, Refused
from panel.hearing.poll import Bench, poll
from panel.llm.embedded import Embedded
from panel.llm.ledger import Ledger
from panel.llm.reading import read_paper
from panel.llm.room import Gateway
from panel.llm.schema import ballot_schema
from tests.llm.tiny_gguf import TEMPLATE, write_tiny_gguf
from tests.llm.tiny_panel import ENGLISH, HOME, JAPANESE, ask, dossier_of, panel_for, prompt_of, write_wordwise


@pytest.fixture(scope="module")
def bytewise(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model to which every byte is a token: the hardest case for a limit of tokens."""
    return write_tiny_gguf(tmp_path_factory.mktemp("models") / "bytewise.gguf", context=16_384)


@pytest.fixture(scope="module")
def wordwise(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model whose tokens are words, as in a real vocabulary."""
    return write_wordwise(tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="module")
def noise(bytewise: Path) -> list[tuple[Request, Call]]:
    """Five ballots of each of five reviewers, cast by the model to which every byte is a token."""
    dossier = dossier_of(ENGLISH)
    requests = [request for sample in range(1, 6) for request in panel_for(dossier, sample=sample)]
    return list(zip(requests, ask(bytewise, requests), strict=True))


def test_random_weights_cast_25_readable_ballots_of_25(noise: list[tuple[Request, Call]]) -> None:
    """Noise in the form of a ballot: complete, with the persona's moves in order and citations that exist."""
    assert len(noise) == 25
    for request, call in noise:
        paper = read_paper(call.text, request.persona, finish_reason=call.finish_reason)
        assert call.finish_reason == "stop"
        assert [step.move for step in paper.argument] == [move.name for move in request.persona.moves]
        assert {cite for claim in paper.claims for cite in claim.cites} <= set(request.dossier.by_cite)
        assert list(json.loads(call.text)) == list(ballot_schema()["properties"])
    assert {json.loads(call.text)["vote"] for _, call in noise} == {"ship", "skip"}


def test_seats_after_the_first_find_the_shared_prefix_read(noise: list[tuple[Request, Call]]) -> None:
    """The first seat reads everything; each further one finds nearly all that the seats share."""
    (first, ahead), *others = noise[:5]
    shared = sum(len(message.content) for message in first.messages if message.shared)
    assert ahead.usage.cached_tokens == 0
    for request, call in others:
        cached, prompt = call.usage.cached_tokens, call.usage.prompt_tokens
        assert cached is not None
        assert prompt is not None
        assert cached > 0.8 * shared
        assert prompt - cached < 1.2 * len(request.messages[-1].content)


def test_a_hybrid_model_finds_the_shared_prefix_read_too(tmp_path: Path) -> None:
    """Models that carry a state along can only return to where a prompt ended, so the shared part is one by itself."""
    requests = panel_for(dossier_of(ENGLISH * 60))
    file = write_tiny_gguf(tmp_path / "hybrid.gguf", prose=prompt_of(requests), hybrid=True)
    first, *others = [call.usage for call in ask(file, requests)]
    assert first.cached_tokens == 0
    assert all((each.cached_tokens or 0) > 0.7 * (each.prompt_tokens or 0) for each in others)


def test_a_call_says_where_it_was_answered_and_that_it_was_free(noise: list[tuple[Request, Call]]) -> None:
    """The file's name without its folder, no cost, and the time."""
    _, call = noise[0]
    assert (call.answered_by, call.cost_usd, call.rung) == ("gguf:bytewise.gguf", 0.0, "schema")
    assert call.usage.completion_tokens
    assert call.at is not None


def test_the_same_request_gets_the_same_answer(bytewise: Path, noise: list[tuple[Request, Call]]) -> None:
    """The seed comes from the recipe, so a ballot can be cast again."""
    request, call = noise[0]
    (again,) = ask(bytewise, [request])
    assert again.text == call.text


@pytest.mark.parametrize("text", [ENGLISH, JAPANESE])
def test_a_vocabulary_of_words_casts_readable_ballots(wordwise: Path, text: str) -> None:
    """Where tokens hold several characters, ballots may be longer and in any script, and are complete too."""
    requests = panel_for(dossier_of(text), max_tokens=2_000)
    for request, call in zip(requests, ask(wordwise, requests), strict=True):
        assert read_paper(call.text, request.persona, finish_reason=call.finish_reason).vote in ("ship", "skip")


def test_a_template_that_begins_with_thoughts_still_yields_a_ballot(tmp_path: Path) -> None:
    """A thinking model's template opens a thought; the answer is read all the same."""
    thinking = TEMPLATE.replace("<assistant>{% endif %}", "<assistant><think>\n{% endif %}")
    requests = panel_for(dossier_of(ENGLISH))[:1]
    file = write_tiny_gguf(tmp_path / "t.gguf", prose=prompt_of(requests), template=thinking)
    (call,) = ask(file, requests)
    assert read_paper(call.text, requests[0].persona, finish_reason=call.finish_reason).quote


def test_a_dossier_beyond_the_models_context_is_refused_with_both_numbers(tmp_path: Path) -> None:
    """Before anything is read or written: what is needed, and what there is."""
    file = write_tiny_gguf(tmp_path / "short.gguf", context=2_048)
    began = time.monotonic()
    with pytest.raises(Refused, match=r"short\.gguf: the prompt has \d,\d{3} tokens, .* context has 2,048"):
        ask(file, panel_for(dossier_of(ENGLISH))[:1])
    assert time.monotonic() - began < 10


def test_context_grows_with_the_dossier(wordwise: Path) -> None:
    """What doesn't fit into the context at hand is asked again with more, as far as the model has it."""
    requests = panel_for(dossier_of(ENGLISH))[:1]
    (call,) = ask(wordwise, requests, context=2_048)
    assert (call.usage.prompt_tokens or 0) + 1_200 > 2_048
    assert read_paper(call.text, requests[0].persona).vote


def test_too_few_tokens_for_any_ballot_are_refused(bytewise: Path) -> None:
    """A limit under which no ballot could be complete is said to be one."""
    with pytest.raises(Refused, match="max_tokens is 200"):
        ask(bytewise, panel_for(dossier_of(ENGLISH), max_tokens=200)[:1])


def test_the_missing_extra_is_named(wordwise: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without xllamacpp the error says what to install."""
    monkeypatch.setitem(sys.modules, "xllamacpp", None)
    with pytest.raises(DeclarationError, match=r"pip install 'shipskip\[local\]'"):
        Embedded(f"gguf:{wordwise}").check()


def test_a_model_string_without_a_file_is_a_declaration_error() -> None:
    """``gguf:`` alone names nothing."""
    with pytest.raises(DeclarationError, match="names no file; write gguf:PATH"):
        Embedded("gguf:").check()


def test_a_file_that_llama_cpp_cannot_load_is_refused(wordwise: Path, tmp_path: Path) -> None:
    """A header in order doesn't mean that llama.cpp knows the model; its refusal names the file and no folder."""
    file = tmp_path / "odd.gguf"
    file.write_bytes(wordwise.read_bytes().replace(b"llama", b"gnome"))
    with pytest.raises(Refused, match=r"llama\.cpp can't load odd\.gguf") as failed:
        ask(file, panel_for(dossier_of(ENGLISH))[:1])
    assert str(tmp_path) not in str(failed.value)


def test_a_seat_is_polled_once_and_no_path_is_recorded(
    wordwise: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Through poll and ledger: the record knows the file's name and digest; a stored answer isn't asked for again."""
    persona, dossier = HOME.persona("skeptic"), dossier_of(ENGLISH)
    seat = Seat(persona=persona, models=(f"gguf:{wordwise}",), samples=2)

    async def polled() -> str:
        ledger, gateway = Ledger(tmp_path / "ledger.db"), Gateway(Embedded)
        bench = Bench(HOME.prompts(), gateway, ledger, Parameters(max_tokens=2_000))
        try:
            return (await poll(seat, dossier, bench)).model_dump_json()
        finally:
            await gateway.close()
            await ledger.close()

    first = asyncio.run(polled())
    assert '"model":"gguf:wordwise.gguf"' in first
    assert str(wordwise.parent) not in first
    _forbid_starting(monkeypatch)
    assert asyncio.run(polled()) == first


def _forbid_starting(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("llama.cpp was started for an answer that is stored")

    monkeypatch.setattr("panel.llm.embedded.room.Llama", refuse)
