"""Head-to-head answers and comparisons' texts read out of what models write: much is forgiven, nothing is guessed."""

import json

import pytest

from panel.errors import Refused, Unreadable
from panel.llm.reading_choice import read_choice
from panel.llm.reading_write_up import read_write_up
from panel.store.made_up import sample_persona

WHO = sample_persona()


def answer(**changed):
    """A sound answer, changed."""
    sound = {
        "argument": [{"move": "first_look", "text": "Both render; the first says how."}],
        "reason": "Lathe tells what it costs, and Gimbal doesn't.",
        "cites": ["A.S1.2", "B.F.pricing"],
        "choice": "first",
        "confidence": 70,
    }
    return json.dumps({**sound, **changed})


def test_a_sound_answer():
    """Everything is read, and nothing is missing."""
    read = read_choice(answer(), WHO)
    assert (read.choice, read.confidence, read.cites, read.gaps) == ("first", 0.7, ("A.S1.2", "B.F.pricing"), ())


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        (f"<think>second? no</think>\n```json\n{answer()}\n```", "first"),
        (f"My answer: {answer(choice='SECOND')} Thanks!", "second"),
        (answer(choice="Tie."), "tie"),
        (answer(choice="**A**"), "first"),
        (json.dumps({"answer": json.loads(answer(choice="second"))}), "second"),
        (answer().replace("}", ",}", 1), "first"),
        (f"{answer()}\n{answer()}", "first"),
    ],
    ids=["thoughts and fence", "prose", "case and full stop", "letter", "wrapped", "trailing comma", "twice the same"],
)
def test_what_is_forgiven(text, choice):
    """Fences, prose, thoughts, wrapping, letters: the choice is plain all the same."""
    assert read_choice(text, WHO).choice == choice


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("I'd take the first one.", "no JSON object"),
        (answer(choice="both"), "must be"),
        (answer(choice=None), "must be"),
        (answer(choice=1), "must be"),
        (answer(choice="first or second"), "must be"),
        (answer(reason=""), "no reason"),
        (answer().replace('"choice": "first"', '"vote": "first"'), "no choice"),
        (f"{answer()}\n{answer(choice='second')}", "two different"),
        (answer()[:-30], "breaks off"),
        (answer().replace('"first"', '"first", "choice": "tie"'), "two different"),
        ("<think>first, I think", "thoughts"),
    ],
    ids=[
        "empty", "prose", "both", "null", "number", "either", "no reason", "no choice", "contradiction", "cut off",
        "key twice", "lost in thought",
    ],
)  # fmt: skip
def test_what_is_never_guessed(text, said):
    """The error says what a repair must mend, and keeps the reply."""
    with pytest.raises(Unreadable, match=said) as error:
        read_choice(text, WHO)
    assert error.value.reply == text


def test_what_is_missing_is_noted():
    """Moves, citations and confidence may be missing; each is a gap."""
    read = read_choice(answer(argument=[], cites=["page 3"], confidence="high"), WHO)
    assert read.cites == ()
    assert len(read.gaps) == 4


def test_citations_may_stand_in_the_reason():
    """Where the list is empty, the reason's own citations count."""
    assert read_choice(answer(cites=[], reason="Lathe says so (A.S1.4; B.S2.1)."), WHO).cites == ("A.S1.4", "B.S2.1")


def test_a_refusal_is_a_refusal():
    """Declined answers aren't repaired."""
    with pytest.raises(Refused):
        read_choice("", WHO, finish_reason="content_filter")


TEXTS = {
    "bottom_line": [{"text": "Too close to call (R.4).", "cites": ["R.4"]}],
    "pricing_read": [{"text": "Both are free.", "cites": ["A.F.pricing, B.F.pricing"]}],
    "reviewer_split": [{"text": "They agree [A.S1.2; R.1].", "cites": []}],
}


def test_texts_are_read_with_their_citations():
    """Citations in lists, in one string, and within the sentence all count; the sentence loses them."""
    read = read_write_up(f"```\n{json.dumps(TEXTS)}\n```")
    assert read.bottom_line[0] == ("Too close to call.", ("R.4",))
    assert read.pricing_read[0].cites == ("A.F.pricing", "B.F.pricing")
    assert read.reviewer_split[0] == ("They agree.", ("A.S1.2", "R.1"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{}", "no JSON object with the texts"),
        (json.dumps({**TEXTS, "pricing_read": []}), "'pricing_read'"),
        (json.dumps(TEXTS)[:-40], "breaks off"),
        ("No.", "no JSON object"),
    ],
    ids=["empty", "one missing", "cut off", "prose"],
)
def test_texts_that_are_missing_are_told(text, said):
    """The error names the text that is missing."""
    with pytest.raises(Unreadable, match=said):
        read_write_up(text)
