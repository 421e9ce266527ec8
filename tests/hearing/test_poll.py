"""Polling a seat: nothing paid twice, nothing lost, nothing guessed."""

import asyncio
import json

import pytest

from panel.domain.ballot import Ballot, SpoiledBallot
from panel.domain.seating import Seat
from panel.errors import RateLimited, Refused, Unreachable
from panel.evidence.dossier import read_dossier
from panel.hearing.poll import poll
from tests.hearing.papers import written


def polled(seat, dossier, bench):
    """Poll a seat and close the ledger, as a sitting does."""

    async def run():
        try:
            return await poll(seat, dossier, bench)
        finally:
            await bench.ledger.close()

    return asyncio.run(run())


def test_a_readable_answer_becomes_the_seats_ballot(seat, dossier, bench_of):
    """Vote, quote, claims, confidence and who answered are taken over."""
    bench, room = bench_of([written()])
    ballot = polled(seat, dossier, bench)
    assert isinstance(ballot, Ballot)
    assert (ballot.vote, ballot.confidence, ballot.model) == ("ship", 0.7, "rehearsal")
    assert ballot.claims[0].cites == ("S1.1",)
    assert len(room.asked) == 1


def test_the_second_run_asks_nothing(seat, dossier, bench_of):
    """The same recipe is answered from the ledger, with the same ballot."""
    first = polled(seat, dossier, bench_of([written()])[0])
    bench, room = bench_of([])
    assert polled(seat, dossier, bench) == first
    assert room.asked == []


def test_an_unreadable_answer_gets_one_repair_turn(seat, dossier, bench_of):
    """The model is shown its own reply and the error; what it then says counts."""
    bench, room = bench_of([written(vote="perhaps"), written(vote="skip")])
    ballot = polled(seat, dossier, bench)
    assert ballot.vote == "skip"
    repair = room.asked[1]
    assert repair.turn == "repair"
    assert repair.messages[:-2] == room.asked[0].messages
    assert repair.messages[-2].content == written(vote="perhaps")
    assert "'perhaps'" in repair.messages[-1].content


def test_a_repaired_ballot_is_not_asked_for_again(seat, dossier, bench_of):
    """Both turns are in the ledger: the second run asks neither."""
    first = polled(seat, dossier, bench_of([written(vote="perhaps"), written()])[0])
    bench, room = bench_of([])
    assert polled(seat, dossier, bench) == first
    assert room.asked == []


def test_an_interrupted_repair_goes_on_where_it_stopped(seat, dossier, bench_of):
    """An unreadable answer whose repair never came is repaired, not asked for afresh."""
    spoiled = polled(seat, dossier, bench_of([written(vote="perhaps"), Unreachable("the line went dead")])[0])
    assert isinstance(spoiled, SpoiledBallot)
    bench, room = bench_of([written()])
    assert polled(seat, dossier, bench).vote == "ship"
    assert [request.turn for request in room.asked] == ["repair"]


def test_two_unreadable_answers_spoil_the_ballot_and_keep_the_reply(seat, dossier, bench_of):
    """There is one repair turn, not two; the raw reply stands in the record."""
    bench, room = bench_of([written(vote="perhaps"), written(vote="ship/skip")])
    spoiled = polled(seat, dossier, bench)
    assert isinstance(spoiled, SpoiledBallot)
    assert spoiled.kind == "Unreadable"
    assert spoiled.reply == written(vote="ship/skip")
    assert len(room.asked) == 2


def test_an_unreadable_answer_is_never_replayed_as_good(seat, dossier, bench_of):
    """After a spoiled ballot the next run asks afresh."""
    polled(seat, dossier, bench_of([written(vote="perhaps"), written(vote="perhaps")])[0])
    bench, room = bench_of([written(vote="skip")])
    assert polled(seat, dossier, bench).vote == "skip"
    assert [request.turn for request in room.asked] == ["ballot"]


@pytest.mark.parametrize("error", [RateLimited("slow down"), Unreachable("no line"), Refused("no such model")])
def test_a_failed_call_spoils_the_ballot_with_its_reason(error, seat, dossier, bench_of):
    """What the world did is told; it is neither raised nor a skip."""
    spoiled = polled(seat, dossier, bench_of([error])[0])
    assert (spoiled.kind, spoiled.reason) == (type(error).__name__, str(error))
    assert spoiled.cost_usd is None


def test_samples_are_asked_apart_and_reduced_by_majority(seat, dossier, bench_of):
    """Three samples are three recipes; two of three decide and the surest winner is quoted."""
    script = [
        written("ship", confidence=60),
        written("skip", confidence=99),
        written("ship", confidence=80, quote="Yes."),
    ]
    bench, room = bench_of(script)
    ballot = polled(seat.model_copy(update={"samples": 3}), dossier, bench)
    assert (ballot.vote, ballot.quote, ballot.confidence) == ("ship", "Yes.", 0.8)
    assert [sample.vote for sample in ballot.samples] == ["ship", "skip", "ship"]
    assert len({request.id for request in room.asked}) == 3


def test_a_tie_abstains(seat, dossier, bench_of):
    """One ship and one skip are no vote, whichever came first."""
    bench, _ = bench_of([written("skip"), written("ship")])
    assert polled(seat.model_copy(update={"samples": 2}), dossier, bench).vote == "abstain"


def test_spoiled_samples_do_not_count_and_are_kept(seat, dossier, bench_of):
    """One lost sample of three leaves the other two to decide; its reason stands in the record."""
    bench, _ = bench_of([written("skip"), Unreachable("no line"), written("skip")])
    ballot = polled(seat.model_copy(update={"samples": 3}), dossier, bench)
    assert ballot.vote == "skip"
    assert [sample.reason for sample in ballot.samples] == [None, "no line", None]


def test_every_seat_sends_the_same_prefix_first(home, dossier, bench_of):
    """All messages but the last are byte-identical for all personas, and marked as shared."""
    sent = []
    for persona in home.personas().values():
        bench, room = bench_of([written()])
        polled(Seat(persona=persona, models=("scripted",)), dossier, bench)
        sent.append(room.asked[0].messages)
    assert len(sent) == 5
    assert len({messages[:-1] for messages in sent}) == 1
    assert all(message.shared for message in sent[0][:-1])
    assert not sent[0][-1].shared
    assert len({messages[-1] for messages in sent}) == 5


def test_a_changed_word_of_the_dossier_is_a_new_recipe(seat, release, dossier, bench_of):
    """An edited source is asked about anew; the old answer isn't taken for it."""
    polled(seat, dossier, bench_of([written()])[0])
    edited = release.sources[0].model_copy(update={"text": "Good has no public API."})
    bench, room = bench_of([written("skip")])
    assert polled(seat, read_dossier(release.model_copy(update={"sources": (edited,)})), bench).vote == "skip"
    assert len(room.asked) == 1


def test_the_argument_comes_before_the_vote_in_what_is_asked_for(seat, dossier, bench_of):
    """The schema's order makes a model argue first."""
    bench, room = bench_of([written()])
    polled(seat, dossier, bench)
    keys = list(json.loads(json.dumps(room.asked[0].schema_))["properties"])
    assert keys.index("argument") < keys.index("claims") < keys.index("vote")


def test_a_jury_counts_each_model_once(seat, dossier, bench_of):
    """Three models with three samples each: the majority of models decides, and the split is in the record."""
    jury = seat.model_copy(update={"models": ("a", "b", "c"), "samples": 3})
    votes = {"a": "ship", "b": "skip", "c": "skip"}
    bench, room = bench_of(lambda request: written(votes[request.recipe.model]))
    ballot = polled(jury, dossier, bench)
    assert ballot.vote == "skip"
    assert [(juror.model, juror.vote, juror.ship, juror.skip) for juror in ballot.jury] == [
        ("a", "ship", 3, 0),
        ("b", "skip", 0, 3),
        ("c", "skip", 0, 3),
    ]
    assert len(room.asked) == 9


def test_a_chain_asks_the_next_model_and_says_who_answered(seat, dossier, bench_of):
    """Where a can't answer, b does; the sample names b."""
    bench, room = bench_of(lambda request: Unreachable("a is down") if len(room.asked) == 1 else written("skip"))
    ballot = polled(seat.model_copy(update={"models": ("a else b",)}), dossier, bench)
    assert ballot.vote == "skip"
    assert len(room.asked) == 2


def test_a_chain_that_fails_whole_tells_all_reasons(seat, dossier, bench_of):
    """The spoiled ballot's reason names what went wrong at every link."""
    bench, _ = bench_of([Unreachable("the line went dead"), Refused("no such model")])
    spoiled = polled(seat.model_copy(update={"models": ("a else b",)}), dossier, bench)
    assert spoiled.kind == "Refused"
    assert "the line went dead" in spoiled.reason


def test_a_dead_model_is_not_asked_for_the_rest_of_a_run(seat, dossier, bench_of):
    """After three failures in a row it fails fast; another model goes on being asked."""
    bench, room = bench_of(lambda request: Unreachable("down") if request.recipe.model == "a" else written())

    async def run():
        spoiled = [
            await poll(seat.model_copy(update={"models": ("a",), "samples": number}), dossier, bench)
            for number in range(1, 5)
        ]
        alive = await poll(seat.model_copy(update={"models": ("b",)}), dossier, bench)
        await bench.ledger.close()
        return spoiled[-1], alive

    dead, alive = asyncio.run(run())
    assert len([request for request in room.asked if request.recipe.model == "a"]) == 3
    assert "wasn't asked again" in dead.reason
    assert alive.vote == "ship"


def test_tuning_signals_asks_no_model_again(seat, dossier, bench_of):
    """What only the builtin reviewer reads isn't part of a paid ballot's recipe; a changed motto is."""
    first = polled(seat, dossier, bench_of([written()])[0])
    tuned = seat.persona.model_copy(update={"signals": (), "prior": 1.0})
    bench, room = bench_of([])
    assert polled(seat.model_copy(update={"persona": tuned}), dossier, bench) == first
    assert room.asked == []
    reworded = seat.persona.model_copy(update={"motto": "Ship it."})
    bench, room = bench_of([written("skip")])
    assert polled(seat.model_copy(update={"persona": reworded}), dossier, bench).vote == "skip"


def test_a_quote_against_the_vote_is_repaired_once(seat, dossier, bench_of):
    """A ballot whose quote says the other vote is shown its contradiction; the repaired one counts, and is kept."""
    script = [written("ship", quote="My vote is skip."), written("skip", quote="My vote is skip.")]
    bench, room = bench_of(script)
    first = polled(seat, dossier, bench)
    assert first.vote == "skip"
    assert [request.turn for request in room.asked] == ["ballot", "repair"]
    bench, room = bench_of([])
    assert polled(seat, dossier, bench) == first
    assert room.asked == []


def test_a_contradiction_that_stays_is_a_ballot_for_the_editor(seat, dossier, bench_of):
    """If the repair changes nothing, or never comes, the ballot stands as it was cast; nothing is asked twice."""
    same = written("ship", quote="My vote is skip.")
    for script in ([same, same], [same, written(vote="perhaps")]):
        bench, room = bench_of(script)
        assert polled(seat.model_copy(update={"models": (str(len(script[1])),)}), dossier, bench).vote == "ship"
        assert len(room.asked) == 2
    bench, _ = bench_of([same, Unreachable("no line")])
    assert polled(seat.model_copy(update={"models": ("other",)}), dossier, bench).vote == "ship"
