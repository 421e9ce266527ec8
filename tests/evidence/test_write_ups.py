"""Sentences of a comparison's texts against dossiers and counts: what stands, and what is cut."""

import pytest

from panel.evidence.accounts import Account, Line, called
from panel.evidence.dossier import read_dossier
from panel.evidence.write_ups import check_sentence
from panel.store.releases import read_release
from tests.cli.conftest import ROOT

RECORD = (
    ("Panel on Helio Large: 25 % ship, 1 of 4 seats (95 % interval 0–75 %).", {"helio-llm"}),
    ("Panel on Peregrine 8B: 75 % ship, 3 of 4 seats (95 % interval 25–100 %).", {"peregrine-8b"}),
    ("The Developer votes ship on Helio Large: “The request format is the familiar one.”", {"helio-llm"}),
    ("The Developer votes ship on Peregrine 8B: “It loads in llama.cpp without patches.”", {"peregrine-8b"}),
    ("The Skeptic votes skip on Helio Large: “Four groups published runs; none put it above fifth.”", {"helio-llm"}),
    ("The Skeptic votes ship on Peregrine 8B: “A newspaper's desk repeated the exercise.”", {"peregrine-8b"}),
    ("The Creator votes skip on Peregrine 8B: “Stories come out flat.”", {"peregrine-8b"}),
    (
        "By rules: Ship with Peregrine 8B: 75 % against 25 % for Helio Large; if both panels sat again, Peregrine 8B "
        "would stay ahead in 88 of 100 sittings that don't tie.",
        {"helio-llm", "peregrine-8b"},
    ),
    (
        "Head to head, Helio Large against Peregrine 8B: With names shown 1 of 4 seats prefers Helio Large and 3 of 4 "
        "seats prefer Peregrine 8B; the same with names hidden. Peregrine 8B is ahead either way.",
        {"helio-llm", "peregrine-8b"},
    ),
    ("The recommendation is to ship with Peregrine 8B.", {"peregrine-8b"}),
)
VOTES = {
    ("The Developer", "helio-llm"): "ship",
    ("The Developer", "peregrine-8b"): "ship",
    ("The Skeptic", "helio-llm"): "skip",
    ("The Skeptic", "peregrine-8b"): "ship",
    ("The Creator", "peregrine-8b"): "skip",
}


@pytest.fixture(scope="module")
def account():
    """Two releases with sources, and what a panel concluded on them; Peregrine 8B is recommended."""
    folder = ROOT / "tests" / "data" / "builtin"
    dossiers = tuple(read_dossier(read_release(folder / f"{slug}.md")) for slug in ("helio-llm", "peregrine-8b"))
    lines = tuple(Line(f"R.{at}", text, frozenset(about)) for at, (text, about) in enumerate(RECORD, start=1))
    names = called([dossier.release for dossier in dossiers])
    return Account(dossiers, lines, VOTES, "peregrine-8b", None, frozenset({"peregrine-8b"}), names)


STANDS = [
    (
        "Ship with Peregrine 8B: 75 % of its panel ship it, against 25 % for Helio Large.",
        ["Panel on Helio", "By rules"],
    ),
    ("Three of four seats ship Peregrine 8B, and one of four ships Helio Large.", ["Panel on Helio", "Panel on Pere"]),
    ("Asked head to head, 3 of 4 seats prefer Peregrine 8B, with names shown and hidden.", ["Head to head"]),
    ("Peregrine 8B would stay ahead in 88 of 100 sittings that don't tie.", ["By rules"]),
    ("The Skeptic skips Helio Large and ships Peregrine 8B.", ["The Skeptic votes skip", "The Skeptic votes ship"]),
    ("The Developer ships both.", ["The Developer votes ship on H", "The Developer votes ship on P"]),
    ("Peregrine 8B runs at 52 tokens a second on a MacBook Air.", ["52 tokens"]),
    ("It declined 71 % of the questions that it would have got wrong.", ["71 %"]),
    ("Since its launch Helio Large has been unreachable for thirty-one hours.", ["thirty-one"]),
    ("Helio Large costs $2.50 in and $10 out per million tokens.", ["$2.50"]),
    ("For Peregrine 8B the collective sells no support and gives no indemnity.", ["Nobody sells", "no indemnity"]),
]
CUT = [
    ("Ship with Helio Large.", ["Panel on Helio"]),
    ("Helio Large is ahead with 75 % against 25 % for Peregrine 8B.", ["By rules"]),
    ("Helio Large gets 75 % of its panel.", ["Panel on Helio"]),
    ("Peregrine 8B gets 60 % of its panel.", ["Panel on Pere"]),
    ("All four seats ship Peregrine 8B, which is 100 % of them.", ["Panel on Pere"]),
    ("3 of 4 seats prefer Helio Large.", ["Head to head"]),
    ("The Skeptic ships Helio Large.", ["The Skeptic votes skip"]),
    ("The Creator backs Peregrine 8B.", ["The Creator votes"]),
    ("Most users prefer Peregrine 8B.", ["Panel on Pere"]),
    ("Helio Large costs €2.50 in and €10 out per million tokens.", ["$2.50"]),
    ("Peregrine 8B is cheaper than Helio Large.", ["$2.50"]),
    ("Peregrine 8B runs at 520 tokens a second.", ["52 tokens"]),
    ("Helio Large runs at 52 tokens a second on a MacBook Air.", ["52 tokens"]),
    ("Helio Large comes with its weights under Apache 2.0.", ["generous"]),
    ("Peregrine 8B was audited by Deloitte.", ["52 tokens"]),
    ("Peregrine 8B will be free for ever.", ["S9.99"]),
    ("It is the best model of the year.", ["nothing has this"]),
]


def cites(account, words):
    """The citations that a sentence gives; words that no line has are given as they are."""
    return [next((key for key, text in account.places.items() if each in text), each) for each in words]


@pytest.mark.parametrize(("text", "words"), STANDS, ids=[text[:40] for text, _ in STANDS])
def test_what_the_lines_say_stands(text, words, account):
    """Sentences that report what they cite are kept."""
    assert check_sentence(text, cites(account, words), account) is None


@pytest.mark.parametrize(("text", "words"), CUT, ids=[text[:40] for text, _ in CUT])
def test_what_the_lines_dont_say_is_cut(text, words, account):
    """Wrong figures, swapped releases, wrong votes, strange names, false advice, converted prices: cut."""
    assert check_sentence(text, cites(account, words), account)


def test_arithmetic_counts_only_where_it_is_written_out(account):
    """A yearly sum stands with its multiplication, and is a strange figure without it."""
    line = cites(account, ["$2.50"])
    assert check_sentence("Helio Large costs 12 × $2.50 = $30 for twelve million tokens in.", line, account) is None
    assert check_sentence("Helio Large costs $30 for twelve million tokens in.", line, account)
    assert check_sentence("Helio Large costs 12 × $2.50 = $40 for twelve million tokens in.", line, account)


def test_where_nothing_is_called_nothing_is_recommended(account):
    """Too close to call: a sentence that advises is cut, one that says so stands."""
    undecided = Account(account.dossiers, account.record[:2], VOTES, None, None, frozenset(), account.names)
    assert check_sentence("Go with Peregrine 8B.", ["R.2"], undecided)
    assert (
        check_sentence("It is too close to call between Helio Large and Peregrine 8B.", ["R.1", "R.2"], undecided)
        is None
    )
