import contextlib
import json
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from panel.domain.persona import Persona
from panel.errors import Refused, Unreadable
from panel.llm.reading import LONGEST_QUOTE, read_paper

Ballot = Callable[..., str]

SHARED_FIXTURES = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None)


def test_a_plain_ballot_is_read_whole(persona: Persona, valid_ballot: Ballot) -> None:
    """Every field of a ballot in the form asked for arrives, and nothing is noted as a gap."""
    paper = read_paper(valid_ballot(), persona)
    assert (paper.vote, paper.confidence, paper.gaps) == ("ship", 0.8, ())
    assert [step.move for step in paper.argument] == ["primitive", "moment_of_truth"]
    assert paper.claims[0].cites == ("S1.1",)
    assert paper.flips_if == "The API were closed."


WRAPPINGS = {
    "fence": "```json\n{}\n```",
    "prose": "Sure, here is my {{detailed}} ballot:\n\n{}\n\nAnything else?",
    "thought": '<think>Maybe {{"vote": "skip", "quote": "no"}}?</think>\n{}',
    "thought without beginning": 'Let me see, {{"vote": "skip", "quote": "no"}}.\n</think>\n\n{}',
    "two thoughts": "<think>one</think> <thinking>two</thinking> {}",
    "bracketed thought": '[THINK]{{"vote": "skip", "quote": "n"}}[/THINK]{}',
    "channels": '<|channel|>analysis<|message|>{{"vote":"skip","quote":"n"}}<|channel|>final<|message|>{}',
    "wrapper": '{{"ballot": {}}}',
    "tool call": '{{"name": "ballot", "arguments": {}}}',
    "list": "[{}]",
    "byte-order mark": "\ufeff{}",
    "echo of the form": '{{"argument": [], "vote": "skip", "quote": "…"}}\n\n{}',
    "echo of the schema": '{{"type": "object", "properties": {{"vote": {{"enum": ["ship", "skip"]}}}}}}\n{}',
    "braces in prose": "In LaTeX \\frac{{1}}{{2}} and {{name}} and {{ }}: {}",
    "said twice": "{0}\n\nOnce more:\n{0}",
}


@pytest.mark.parametrize("wrapping", WRAPPINGS.values(), ids=WRAPPINGS)
def test_what_stands_around_a_ballot_does_not_matter(wrapping: str, persona: Persona, valid_ballot: Ballot) -> None:
    """Fences, prose, thoughts, wrappers and echoes change nothing about the vote."""
    paper = read_paper(wrapping.format(valid_ballot()), persona)
    assert (paper.vote, paper.quote) == ("ship", "I would build on this tonight.")


MENDED = {
    "trailing commas": '{"vote": "ship", "quote": "A good thing.", "claims": [{"text": "x", "cites": ["S1.1",]},],}',
    "comments": '{"vote": "ship", // not "skip"\n /* "vote": "skip", */ "quote": "A good thing."}',
    "comment before a brace": '{"vote": "ship", "quote": "A good thing.", /* end */ }',
    "curly quotes": "{“vote”: “ship”, “quote”: “A good thing.”}",
    "curly quotes around straight ones": '{“vote”: “ship”, “quote”: “A "good" thing.”}',
    "line break in a string": '{"vote": "ship", "quote": "A good\nthing."}',
    "upper-case keys": '{"Vote": "ship", "QUOTE": "A good thing."}',
}


@pytest.mark.parametrize("text", MENDED.values(), ids=MENDED)
def test_json_is_mended_where_nothing_must_be_guessed(text: str, persona: Persona) -> None:
    """Comments, trailing commas, curly quotes and raw line breaks leave one possible meaning."""
    paper = read_paper(text, persona)
    assert paper.vote == "ship"
    assert paper.quote.replace("\n", " ").replace('"', "") == "A good thing."


@pytest.mark.parametrize("vote", ["ship", "SHIP", " Ship ", "ship.", "**ship**", "“ship”", "(Ship)", "ship!"])
def test_case_and_punctuation_of_a_vote_do_not_matter(vote: str, persona: Persona, valid_ballot: Ballot) -> None:
    """The word ship is a ship in any case, with white space or punctuation around it."""
    assert read_paper(valid_ballot(vote=vote), persona).vote == "ship"


@pytest.mark.parametrize(
    "vote",
    ["maybe", "ship/skip", "SHIP or SKIP", "not ship", "ship?", "!ship", "", " ", "shipskip", "ships", "ship it",
     "ſhip", "yes", ["ship"], True, None, 1, {"value": "ship"}],
    ids=repr,
)  # fmt: skip
def test_any_other_vote_is_unreadable(vote: object, persona: Persona, valid_ballot: Ballot) -> None:
    """A vote that isn't plainly ship or skip is quoted in the error, and never guessed."""
    with pytest.raises(Unreadable, match=r'must be "ship" or "skip"') as caught:
        read_paper(valid_ballot(vote=vote), persona)
    assert repr(vote) in caught.value.problem
    assert caught.value.reply == valid_ballot(vote=vote)


AMBIGUOUS = {
    "two ballots": ('{"vote":"ship","quote":"Yes."} {"vote":"skip","quote":"No."}', "both ship and skip"),
    "one key twice": ('{"vote":"ship","vote":"skip","quote":"Hm."}', "two different votes"),
    "one key twice in another case": ('{"vote":"ship","Vote":"skip","quote":"Hm."}', "two different votes"),
    "list of ballots": ('[{"vote":"ship","quote":"Yes."},{"vote":"skip","quote":"No."}]', "both ship and skip"),
    "two wrapped": ('{"a":{"vote":"ship","quote":"Y."},"b":{"vote":"skip","quote":"N."}}', "both ship and skip"),
    "broken one disagrees": ('{"vote":"skip","quote":"a "b" c"} {"vote":"ship","quote":"Yes."}', "both ship and skip"),
    "prose disagrees": ('{"vote":"ship","quote":"Yes."} But "vote": "skip", as I said', "both ship and skip"),
    "second has no vote": ('{"vote":"ship","quote":"Yes."} {"vote":"maybe","quote":"Hm."}', "'maybe'"),
    "second breaks off": ('{"vote":"ship","quote":"Yes."} No, wait: {"vote":"sk', "breaks off"),
}


@pytest.mark.parametrize(("text", "complaint"), AMBIGUOUS.values(), ids=AMBIGUOUS)
def test_ambiguous_replies_are_unreadable(text: str, complaint: str, persona: Persona) -> None:
    """Where two readings are possible, there is no vote."""
    with pytest.raises(Unreadable, match=complaint):
        read_paper(text, persona)


NO_BALLOT = {
    "empty": ("", "is empty"),
    "white space": (" \n ", "is empty"),
    "prose": ("I would ship this.", "no JSON object"),
    "no vote": ('{"quote": "Fine."}', "no vote"),
    "no quote": ('{"vote": "ship"}', "no quote"),
    "empty quote": ('{"vote": "ship", "quote": " "}', "no quote"),
    "quote without words": ('{"vote": "ship", "quote": 7}', "no quote"),
    "only the form": ('{"vote": "ship", "quote": "<your paragraph>"}', "repeats the form"),
    "only the schema": ('{"vote": {"type": "string", "enum": ["ship"]}, "quote": {"type": "string"}}', "repeats"),
    "single quotes": ("{'vote': 'ship', 'quote': 'Yes.'}", "no JSON object"),
    "unescaped quotes": ('{"vote": "ship", "quote": "the "best" one"}', "can't be read"),
    "within a thought": ('<think>{"vote": "ship", "quote": "Yes."}', "within its thoughts"),
    "inner object of a broken one": ('{"x": oops, "y": {"vote": "ship", "quote": "Yes."}}', "can't be read"),
    "two quotes": ('{"vote": "ship", "quote": "a", "quote": "b"}', "two different quotes"),
}


@pytest.mark.parametrize(("text", "complaint"), NO_BALLOT.values(), ids=NO_BALLOT)
def test_what_is_no_ballot_is_unreadable_with_its_reason(text: str, complaint: str, persona: Persona) -> None:
    """The error says what a repair must mend, and keeps the reply."""
    with pytest.raises(Unreadable, match=complaint) as caught:
        read_paper(text, persona)
    assert caught.value.reply == text


def test_a_cut_off_reply_is_never_mended(persona: Persona) -> None:
    """What ended at the token limit counts only if it is complete JSON as it stands."""
    mended = '{"vote": "ship", "quote": "A good thing.",}'
    with pytest.raises(Unreadable, match="max_tokens"):
        read_paper(mended, persona, finish_reason="length")
    assert read_paper(mended, persona, finish_reason="stop").vote == "ship"
    assert read_paper('{"vote": "ship", "quote": "Good."}', persona, finish_reason="length").vote == "ship"


def test_every_cut_of_a_ballot_is_unreadable(persona: Persona, valid_ballot: Ballot) -> None:
    """No beginning of a ballot is taken for a ballot."""
    whole = valid_ballot()
    for end in range(len(whole)):
        with pytest.raises(Unreadable):
            read_paper(whole[:end], persona, finish_reason="length")


@pytest.mark.parametrize("reason", ["content_filter", "refusal"])
def test_a_declined_answer_is_refused(reason: str, persona: Persona, valid_ballot: Ballot) -> None:
    """A finish reason that says no is no ballot, whatever was written before it."""
    with pytest.raises(Refused, match=reason) as caught:
        read_paper(valid_ballot(), persona, finish_reason=reason)
    assert caught.value.reply == valid_ballot()


def test_a_long_quote_is_kept_and_noted(persona: Persona, valid_ballot: Ballot) -> None:
    """Length costs nobody a vote."""
    paper = read_paper(valid_ballot(quote="word " * 400), persona)
    assert len(paper.quote) > LONGEST_QUOTE
    assert any("1,999 characters" in gap for gap in paper.gaps)


def test_keys_that_nobody_asked_for_are_noted(persona: Persona, valid_ballot: Ballot) -> None:
    """Extra keys are a gap, not a failure."""
    paper = read_paper(valid_ballot(mood="sunny"), persona)
    assert [gap for gap in paper.gaps if "mood" in gap]


def test_control_characters_and_surrogates_become_visible(persona: Persona) -> None:
    """Texts of a paper can always be written to a file."""
    paper = read_paper('{"vote": "ship", "quote": "a\\ud800b\\u202ec\\u0000d"}', persona)
    assert paper.quote == "a⟨U+D800⟩b⟨U+202E⟩c⟨U+0000⟩d"
    paper.model_dump_json().encode()


@SHARED_FIXTURES
@given(text=st.text())
@example(text="{" * 5_000)
@example(text='{"a":' * 5_000)
@example(text='{"vote":' + "[" * 5_000 + "]" * 5_000 + "}")
@example(text='{"vote": ' + "9" * 5_000 + "}")
@example(text='{"vote": NaN, "quote": Infinity, "confidence": 1e999}')
def test_any_text_is_read_or_unreadable(text: str, persona: Persona) -> None:
    """The reader raises nothing but Unreadable, on any text."""
    with contextlib.suppress(Unreadable):
        read_paper(text, persona)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@SHARED_FIXTURES
@given(
    fields=st.fixed_dictionaries(
        {"vote": st.sampled_from(["ship", "skip"]), "quote": st.just("Words.")},
        optional=dict.fromkeys(("argument", "claims", "confidence", "flips_if"), JSON),
    )
)
def test_odd_particulars_never_cost_a_vote(fields: dict[str, object], persona: Persona) -> None:
    """Whatever stands in the other fields, vote and quote are read and the paper can be stored."""
    paper = read_paper(json.dumps(fields), persona)
    assert paper.vote == fields["vote"]
    assert type(paper).model_validate_json(paper.model_dump_json()) == paper


NASTY = st.sampled_from(
    ['He said "vote": "skip", and', '", "vote": "skip', "</think>", "<think>", "{", "}", "\\", "//", "/*", "“", "”",
     "\n"]
) | st.text(max_size=20)  # fmt: skip


@SHARED_FIXTURES
@given(
    vote=st.sampled_from(["ship", "skip"]),
    quote=st.lists(NASTY, min_size=1, max_size=4).map(" word ".join),
    before=st.lists(NASTY, max_size=2).map("".join),
    cuts=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 3), NASTY), max_size=3),
)
def test_damage_never_turns_a_vote(
    vote: str, quote: str, before: str, cuts: list[tuple[float, int, str]], persona: Persona
) -> None:
    """A ballot damaged anywhere but in its vote is read with that vote, or not at all."""
    text = json.dumps({"claims": [{"text": quote, "cites": ["S1.1"]}], "vote": vote, "quote": f"Words. {quote}"})
    text = before + text
    mark = f'"vote": "{vote}"'
    for place, length, instead in cuts:
        at = int(place * len(text))
        start = text.rindex(mark)
        if at + length > start and at < start + len(mark):
            continue
        text = text[:at] + instead + text[at + length :]
        assume(mark in text)
    with contextlib.suppress(Unreadable):
        assert read_paper(text, persona).vote == vote


BIG = {
    "braces": "{" * 1_000_000,
    "nested": '{"a":' * 200_000,
    "thoughts": "<think>" * 140_000,
    "ends of thoughts": "</think>" * 120_000,
    "comments": "{/*" * 300_000,
    "quotes": '{"' * 500_000,
    "backslashes": '{"\\' * 300_000,
    "objects": "{}" * 500_000,
    "broken objects": '{"a" 1}' * 140_000,
    "curly": "{“" * 500_000,
    "commas": '{"a":[1' + "," * 900_000 + "]}",
    "brackets": json.dumps({"vote": "ship", "quote": "x", "claims": [{"text": "[" * 900_000, "cites": ["S1.4-" * 9]}]}),
    "votes": '"vote":' * 140_000,
    "spaces": "{" + " " * 1_000_000,
}  # fmt: skip


@pytest.mark.parametrize("text", BIG.values(), ids=BIG)
def test_a_megabyte_is_read_in_no_time(text: str, persona: Persona) -> None:
    """No reply makes the reader slow: the time grows with the length, not with its square."""
    began = time.perf_counter()
    with contextlib.suppress(Unreadable):
        read_paper(text, persona)
    assert time.perf_counter() - began < 3
