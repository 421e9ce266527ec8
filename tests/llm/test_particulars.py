import pytest

from panel.domain.persona import Persona
from panel.llm.particulars import argument, claims, confidence, flips_if

CITES = {
    "as asked": (["S1.4"], ("S1.4",)),
    "bracketed": (["[S1.4]"], ("S1.4",)),
    "round brackets": (["(S1.4)"], ("S1.4",)),
    "lower case": (["s1.4"], ("S1.4",)),
    "several in one": (["S1.4, S2.3"], ("S1.4", "S2.3")),
    "text, not a list": ("S1.4; S2.3", ("S1.4", "S2.3")),
    "short range": (["S1.4-6"], ("S1.4", "S1.5", "S1.6")),
    "long range": (["S1.4–S1.6"], ("S1.4", "S1.5", "S1.6")),
    "range in words": (["S1.4 to S1.5"], ("S1.4", "S1.5")),
    "range over two sources": (["S1.4-S2.6"], ("S1.4", "S2.6")),
    "endless range": (["S1.1-S1.900"], ("S1.1", "S1.900")),
    "fact": (["F.licence"], ("F.licence",)),
    "fact in brackets": (["[F.pricing]", "[S1.1]"], ("F.pricing", "S1.1")),
    "twice": (["S1.4", "[S1.4]"], ("S1.4",)),
}


@pytest.mark.parametrize(("given", "expected"), CITES.values(), ids=CITES)
def test_citations_are_brought_into_one_form(given: object, expected: tuple[str, ...]) -> None:
    """Citations in any shape that leaves no doubt become S1.4, each once, in order."""
    gaps: list[str] = []
    (claim,) = claims([{"text": "It says so.", "cites": given}], gaps)
    assert (claim.cites, gaps) == (expected, [])


def test_a_citation_within_the_text_of_a_claim_counts() -> None:
    """A claim that cites in brackets in its own words cites."""
    gaps: list[str] = []
    (claim,) = claims([{"text": "It has an API [S1.4, S2.1].", "cites": []}], gaps)
    assert (claim.cites, gaps) == (("S1.4", "S2.1"), [])


def test_claims_without_citations_are_kept_and_noted() -> None:
    """A claim that cites nothing stands in the paper and in its gaps."""
    gaps: list[str] = []
    found = claims(["Just words.", {"text": "More words.", "cites": ["page 4", 7]}], gaps)
    assert [(each.text, each.cites) for each in found] == [("Just words.", ()), ("More words.", ())]
    assert [gap.partition(":")[0] for gap in gaps] == [
        "A claim cites nothing",
        "This isn't a citation",
        "This isn't a citation",
        "A claim cites nothing",
    ]


@pytest.mark.parametrize("given", [None, [], "text", 5, [{}], [None]], ids=repr)
def test_missing_claims_are_a_gap(given: object) -> None:
    """Whatever stands in place of claims, something is said about it."""
    gaps: list[str] = []
    assert claims(given, gaps) == ()
    assert gaps


CONFIDENCES = [
    (80, 0.8), (0, 0.0), (100, 1.0), (0.8, 0.8), (80.5, 0.805), ("80", 0.8), ("80%", 0.8), (" 80 % ", 0.8),
    ("0.8", 0.8), ("0,8", 0.8), ("1%", 0.01), ("0.5%", 0.005), ("80/100", 0.8), ("8/10", 0.8), ("80 percent", 0.8),
]  # fmt: skip


@pytest.mark.parametrize(("given", "expected"), CONFIDENCES, ids=repr)
def test_confidence_is_read_in_every_usual_form(given: object, expected: float) -> None:
    """Whole numbers, percentages, fractions and texts of them mean the same."""
    gaps: list[str] = []
    assert confidence(given, gaps) == pytest.approx(expected)
    assert gaps == []


@pytest.mark.parametrize(
    "given",
    [
        None,
        1,
        1.0,
        "1",
        101,
        -1,
        "150%",
        "high",
        "",
        True,
        [80],
        float("nan"),
        float("inf"),
        10**400,
        "12/10",
        "8 of 10",
    ],
    ids=lambda value: repr(value)[:20],
)
def test_a_confidence_in_doubt_is_none_and_a_gap(given: object) -> None:
    """Out of range, no number, or a 1 that could be one percent or certainty: nothing is guessed."""
    gaps: list[str] = []
    assert confidence(given, gaps) is None
    assert len(gaps) == 1


def test_moves_are_matched_and_missing_ones_noted(persona: Persona) -> None:
    """A move's name may be written with spaces, hyphens and capitals; missing, unknown and empty ones are noted."""
    gaps: list[str] = []
    given = [{"move": "Moment-of Truth", "text": "It runs."}, {"move": "vibe", "text": "Nice."}, "loose words"]
    steps = argument(given, persona, gaps)
    assert [(step.move, step.text) for step in steps] == [("moment_of_truth", "It runs."), ("vibe", "Nice.")]
    assert any("'vibe'" in gap for gap in gaps)
    assert any("'loose words'" in gap for gap in gaps)
    assert "The move 'primitive' is missing from the argument." in gaps


def test_an_argument_as_an_object_is_read(persona: Persona) -> None:
    """An object from move to text says the same as a list of moves."""
    gaps: list[str] = []
    steps = argument({"primitive": "An API.", "moment_of_truth": "It runs."}, persona, gaps)
    assert [step.move for step in steps] == ["primitive", "moment_of_truth"]
    assert gaps == []


def test_what_would_flip_the_vote_may_be_missing() -> None:
    """A missing flips_if is a gap."""
    gaps: list[str] = []
    assert flips_if(" If it cost less. ", gaps) == "If it cost less."
    assert flips_if(None, gaps) is None
    assert flips_if(["x"], gaps) is None
    assert len(gaps) == 2
