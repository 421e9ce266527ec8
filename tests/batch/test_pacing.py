"""Pacing: each provider gets what it bears, no more, and none holds up another."""

import asyncio

import pytest

from panel.batch.bucket import Bucket
from panel.batch.pacing import FIRST, Pacing, provider_of
from panel.domain.call import Call, Message, Parameters, Recipe, Request, Usage
from panel.domain.release import Dossier, Release
from panel.errors import DeclarationError, RateLimited
from panel.store.settings import Limits


def request(characters=400):
    """A request with so many characters; about a quarter as many tokens, and 600 for its answer."""
    recipe = Recipe(persona="p", prompt="q", dossier="d", model="a/x", parameters=Parameters())
    dossier = Dossier(release=Release(slug="thing", name="Thing"), sentences=())
    return Request(recipe=recipe, messages=(Message(role="user", content="x" * characters),), dossier=dossier)


class Clock:
    """Seconds that pass only when the test says so."""

    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


def test_a_bucket_never_gives_more_in_a_minute_than_it_may():
    """Whoever takes as fast as may be gets the limit and one second's worth in any minute."""
    bucket, now, taken = Bucket(120, 0.0), 0.0, []
    for _ in range(600):
        now += bucket.wait(1, now)
        bucket.take(1, now)
        taken.append(now)
    most = max(sum(start <= each < start + 60 for each in taken) for start in taken)
    assert 118 <= most <= 122


def test_what_is_larger_than_a_bucket_passes_when_it_is_full():
    """One long prompt isn't held for ever, and what follows waits for it."""
    bucket = Bucket(60, 0.0)
    assert bucket.wait(30, 0.0) == 0
    bucket.take(30, 0.0)
    assert bucket.wait(1, 0.0) == pytest.approx(30)
    bucket.take(-20, 0.0)  # it turned out to be shorter
    assert bucket.wait(1, 0.0) == pytest.approx(10)


def test_no_more_at_once_than_allowed():
    """Neither the run's number nor the provider's own is exceeded."""
    pacing, most = Pacing(6, {"a": Limits(at_once=2)}), {"a": 0, "b": 0, "all": 0}
    now = dict.fromkeys(most, 0)

    async def ask(model):
        async with pacing.place(model, request()):
            for name in (provider_of(model), "all"):
                now[name] += 1
                most[name] = max(most[name], now[name])
            await asyncio.sleep(0.001)
            for name in (provider_of(model), "all"):
                now[name] -= 1

    async def many():
        await asyncio.gather(*(ask(model) for model in ["a/x", "b/x"] * 30))

    asyncio.run(many())
    assert most == {"a": 2, "b": most["b"], "all": 6}
    assert most["b"] >= 4


def test_models_of_one_provider_take_turns():
    """A model with a long queue doesn't keep another one waiting until it is empty."""
    pacing, order = Pacing(1), []

    async def ask(model):
        async with pacing.place(model, request()):
            order.append(model)
            await asyncio.sleep(0)

    async def many():
        await asyncio.gather(*(ask(model) for model in ["a/x"] * 6 + ["a/y"] * 3))

    asyncio.run(many())
    assert order[:7] == ["a/x", "a/x", "a/y", "a/x", "a/y", "a/x", "a/y"] or order[:6] == ["a/x", "a/y"] * 3


def test_a_provider_that_asks_for_pauses_is_asked_less_and_the_others_as_before():
    """After refusals fewer are sent at once, nothing before the pause is over; another provider isn't touched."""
    clock = Clock()
    pacing = Pacing(100, clock=clock)

    async def refused(wait):
        with pytest.raises(RateLimited):
            async with pacing.place("a/x", request()):
                raise RateLimited("later", retry_after=wait)

    async def passes():
        async with pacing.place("a/x", request()):
            pass

    async def story():
        for _ in range(3):
            async with pacing.place("a/x", request()):
                pass
        before = pacing.lanes["a"].allowed
        clock.now += 1
        await refused(5)
        clock.now += 1
        await refused(20)
        lane = pacing.lanes["a"]
        assert lane.allowed < before
        assert lane.closed_until == clock.now + 20
        async with asyncio.timeout(1):
            async with pacing.place("b/x", request()):
                pass
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(passes(), 0.05)
        clock.now += 21
        async with asyncio.timeout(1):
            async with pacing.place("a/x", request()):
                pass
        assert lane.refused == 2

    asyncio.run(story())


def test_one_refusal_among_answers_holds_nobody_else_back():
    """A single 429 lowers what is sent at once, and closes nothing."""
    pacing = Pacing(100)

    async def story():
        async with pacing.place("a/x", request()):
            pass
        with pytest.raises(RateLimited):
            async with pacing.place("a/x", request()):
                raise RateLimited("later", retry_after=60)
        async with asyncio.timeout(1):
            async with pacing.place("a/x", request()):
                pass

    asyncio.run(story())
    assert pacing.lanes["a"].allowed < FIRST + 1


def test_it_finds_what_a_provider_bears():
    """Against a provider that bears 20 at once, hundreds of requests settle near that, and all are answered."""
    pacing, now, sizes = Pacing(200), [0], []

    async def ask():
        while True:
            try:
                async with pacing.place("a/x", request()):
                    now[0] += 1
                    try:
                        full = now[0] > 20
                        await asyncio.sleep(0.002)
                        if full:
                            raise RateLimited("full", retry_after=0.002)
                        sizes.append(now[0])
                        return
                    finally:
                        now[0] -= 1
            except RateLimited:
                await asyncio.sleep(0.002)

    async def many():
        await asyncio.gather(*(ask() for _ in range(800)))

    asyncio.run(many())
    assert len(sizes) == 800
    assert 5 <= sum(sizes[400:]) / 400 <= 30


def test_what_a_call_really_took_is_settled():
    """Tokens that an answer needed beyond the guess are taken from the provider's minute."""
    clock = Clock()
    pacing = Pacing(10, {"a": Limits(tokens_per_minute=60_000)}, clock=clock)

    async def story():
        async with pacing.place("a/x", request(0)):
            pass
        call = Call(request="r", model="a/x", answered_by="x", text="", usage=Usage(completion_tokens=2_600))
        pacing.settle(request(0), call)
        assert pacing.lanes["a"].tokens.wait(1, clock.now) == pytest.approx(1.6, abs=0.01)

    asyncio.run(story())


def test_shut_nobody_waits_any_more():
    """Where nothing can be stored, whoever waits is told, and what is under way goes on."""
    pacing, ended = Pacing(1), []

    async def ask(name, seconds):
        try:
            async with pacing.place("a/x", request()):
                await asyncio.sleep(seconds)
                ended.append(name)
        except DeclarationError as error:
            ended.append(f"{name}: {error}")

    async def story():
        tasks = [asyncio.create_task(ask(name, 0.05)) for name in ("first", "second")]
        await asyncio.sleep(0.01)
        pacing.shut(DeclarationError("the disk is full"))
        await pacing.come_to_rest()
        await asyncio.gather(*tasks, ask("third", 0))

    asyncio.run(story())
    assert sorted(ended) == ["first", "second: the disk is full", "third: the disk is full"]


def test_whoever_is_cancelled_while_waiting_takes_no_place():
    """A cancelled wait leaves its place to the next."""
    pacing, done = Pacing(1), []

    async def ask(name):
        async with pacing.place("a/x", request()):
            done.append(name)
            await asyncio.sleep(0.02)

    async def story():
        tasks = [asyncio.create_task(ask(number)) for number in range(4)]
        await asyncio.sleep(0.005)
        tasks[1].cancel()
        tasks[2].cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    asyncio.run(story())
    assert done == [0, 3]
