"""Adaptive sampling on a whole panel, from a real ledger."""

import asyncio

from panel.domain.seating import Panel, Seat
from panel.hearing.makers import maker_of, own_maker_findings
from panel.hearing.rounds import poll_panel
from tests.hearing.papers import written


def held(panel, dossier, bench):
    """Poll a panel and close the ledger."""

    async def run():
        try:
            return await poll_panel(panel, dossier, bench)
        finally:
            await bench.ledger.close()

    return asyncio.run(run())


def panel_of(home, votes, samples=5):
    """An adaptive panel on scripted models that always vote the same."""
    seats = [Seat(persona=home.persona(name), models=("m",), samples=samples) for name in votes]
    return Panel(seats=tuple(seats), adaptive=True)


def test_a_clear_panel_casts_one_ballot_a_seat(home, dossier, bench_of):
    """Four seats that agree cast 4 of 20 ballots."""
    votes = dict.fromkeys(("developer", "skeptic", "futurist", "business"), "ship")
    bench, room = bench_of(lambda request: written(votes[request.persona.id]))
    outcomes, sampling = held(panel_of(home, votes), dossier, bench)
    assert [outcome.vote for outcome in outcomes] == ["ship"] * 4
    assert (sampling.cast, sampling.saved, len(room.asked)) == (4, 16, 4)


def test_a_close_panel_stops_when_majorities_are_safe(home, dossier, bench_of):
    """Two against two, each steady: three of five ballots settle every seat."""
    votes = {"developer": "ship", "skeptic": "skip", "futurist": "ship", "business": "skip"}
    bench, room = bench_of(lambda request: written(votes[request.persona.id]))
    outcomes, sampling = held(panel_of(home, votes), dossier, bench)
    assert [len(outcome.samples) for outcome in outcomes] == [3, 3, 3, 3]
    assert (sampling.cast, sampling.saved, len(room.asked)) == (12, 8, 12)


def test_it_reaches_the_votes_of_full_sampling_where_seats_waver(home, dossier, bench_of):
    """A seat that wavers casts on until its majority of five is safe."""
    turns = {"skeptic": ["skip", "ship", "skip", "ship", "skip"]}

    def answer(request):
        return written(turns.get(request.persona.id, ["ship"] * 5)[request.recipe.sample - 1])

    names = ("developer", "skeptic", "futurist", "business")
    outcomes, _ = held(panel_of(home, names), dossier, bench_of(answer)[0])
    assert outcomes[1].vote == "skip"
    assert len(outcomes[1].samples) == 5


def test_the_maker_of_a_judging_model_under_review_is_found(release):
    """A model that judges its own maker's release is a finding; its host's name is not."""
    theirs = release.model_copy(update={"vendor": "Meta AI"})
    assert [f.kind for f in own_maker_findings(theirs, ["groq/llama-3.3-70b", "openai/gpt-5"])] == ["own-maker"]
    assert own_maker_findings(release, ["groq/llama-3.3-70b"]) == ()
    assert own_maker_findings(release.model_copy(update={"vendor": None}), ["openai/gpt-5"]) == ()


def test_makers_are_known_by_the_models_name():
    """The name tells, with or without a provider in front."""
    known = {
        "gpt-4.1-mini": "OpenAI",
        "openrouter/anthropic/claude-sonnet-4-5": "Anthropic",
        "gemini/gemini-2.5-pro": "Google",
        "ollama_chat/qwen3:8b": "Alibaba",
        "gguf:Llama-3.2-1B.gguf@0123": "Meta",
        "azure/o3-mini": "OpenAI",
        "builtin": None,
        "openai/any": None,
    }
    assert {model: maker_of(model) for model in known} == known
