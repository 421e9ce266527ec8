import asyncio

import pytest

from panel.llm.ladder import RUNGS, Ladder, complains_about_structure

COMPLAINTS = [
    "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
    "This model does not support response format `json_schema`.",
    'Invalid JSON payload received. Unknown name "response_schema"',
    "This model does not support tools.",
    "No endpoints found that support tool use.",
    "output_format: Extra inputs are not permitted",
    "Failed to parse grammar",
    "Function calling is not enabled for models/gemma",
    "JSON mode is not enabled for this model",
    "guided decoding backend failed",
]


@pytest.mark.parametrize("text", COMPLAINTS)
def test_complaints_about_structure_are_known(text: str) -> None:
    """What providers say of response formats, schemas, grammars and tools."""
    assert complains_about_structure(text)


@pytest.mark.parametrize(
    "text",
    [
        "This model's maximum context length is 8192 tokens.",
        "The model `gpt-9` does not exist.",
        "Invalid 'temperature': must be between 0 and 2",
        "Incorrect API key provided",
    ],
)
def test_other_complaints_are_none_about_structure(text: str) -> None:
    """Stepping down wouldn't mend them."""
    assert not complains_about_structure(text)


def test_a_rung_is_left_once() -> None:
    """Several calls whose rung was rejected step down together, not one below the other."""
    ladder = Ladder(RUNGS)
    assert ladder.step_down("schema")
    assert ladder.step_down("schema")
    assert ladder.rung == "tool"
    assert ladder.step_down("tool")
    assert ladder.rung == "prompt"
    assert not ladder.step_down("prompt")


def test_until_the_first_answer_one_call_goes_ahead() -> None:
    """Calls wait for the one that finds the rung, then go all together."""
    ladder = Ladder(RUNGS)
    under_way, most_before, most_after = 0, 0, 0

    async def call(number: int) -> None:
        nonlocal under_way, most_before, most_after
        async with ladder.turn(5):
            under_way += 1
            if number < 3:
                most_before = max(most_before, under_way)
            else:
                most_after = max(most_after, under_way)
            await asyncio.sleep(0.02)
            under_way -= 1
            if number == 2:
                ladder.settle()

    async def all_calls() -> None:
        await asyncio.gather(*(call(number) for number in range(8)))

    asyncio.run(all_calls())
    assert (most_before, most_after) == (1, 5)


def test_nobody_waits_for_ever() -> None:
    """A first call that hangs holds the others up no longer than they are willing to wait."""
    ladder = Ladder(RUNGS)

    async def scenario() -> float:
        loop = asyncio.get_running_loop()
        async with ladder.turn(5):
            began = loop.time()
            async with ladder.turn(0.05):
                return loop.time() - began

    assert 0.04 < asyncio.run(scenario()) < 1


def test_a_single_rung_is_settled() -> None:
    """Where there is no choice there is no waiting."""

    async def scenario() -> None:
        ladder = Ladder(("prompt",))
        async with ladder.turn(5), ladder.turn(5):
            pass

    asyncio.run(asyncio.wait_for(scenario(), 1))
