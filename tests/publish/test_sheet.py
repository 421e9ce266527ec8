"""Tests of panel.publish.sheet."""

import datetime as dt

from panel.domain.call import Usage
from panel.publish.sheet import Sheet, cost, long_date, sheets
from tests.publish.examples import ballot, lamp, pair, qwen, spark, spoiled_seat, stalled


def test_seats_keep_the_panel_s_order():
    """A spoiled seat stands where it sat, among those that voted."""
    assert [(seat.persona, seat.badge) for seat in Sheet(lamp()).seats] == [
        ("developer", "SHIP"),
        ("skeptic", "SPOILED"),
        ("futurist", "ABSTAIN"),
        ("creator", "SHIP"),
    ]


def test_a_seat_without_title_is_named_after_its_persona():
    """A record without titles can be shown."""
    seats = Sheet(spark().model_copy(update={"titles": {}})).seats
    assert [seat.title for seat in seats] == ["Developer", "Skeptic", "Futurist", "Creator"]


def test_notes_tell_what_is_unusual():
    """Samples, weights and models are told only where they differ from the plain case."""
    plain, mixed = Sheet(spark()), Sheet(lamp())
    assert plain.notes(plain.seats[0]) == ("86 % sure",)
    assert mixed.notes(mixed.seats[2]) == (
        "70 % sure",
        "3 samples: 1 ship · 1 skip · 1 spoiled",
        "ollama_chat/example:4b",
    )
    assert "weight 2" in mixed.notes(mixed.seats[3])


def test_percent_and_interval_fall_away_below_quorum():
    """Below quorum a dash stands for the percentage and no interval is told."""
    assert (Sheet(stalled()).percent, Sheet(stalled()).interval) == ("—", "")
    assert (Sheet(spark()).percent, Sheet(spark()).interval) == ("25 %", "95 % interval 0–75 %")


def test_effective_votes_are_told_if_known():
    """The seats that voted are set against what they are worth."""
    assert Sheet(lamp()).effective == "2 seats ≈ 1.5 independent votes"
    assert Sheet(spark()).effective == ""


def test_cited_facts_become_a_source():
    """A fact that a claim cites is listed with the sources; one that nobody cites isn't."""
    sheet = Sheet(spark())
    assert sheet.sources[0].cited == {"F.licence": "Proprietary"}
    assert {"F.licence", "S1.7"} <= sheet.anchors
    assert "S9.9" not in sheet.anchors
    assert [source.key for source in Sheet(qwen()).sources] == ["S1"]


def test_pieces_mark_the_citations_that_lead_somewhere():
    """A text is cut at its citations, and none of its words is lost."""
    pieces = Sheet(spark()).pieces("Shut (S1.7), or not (S9.9).")
    assert pieces == [("Shut (", False), ("S1.7", True), ("), or not (", False), ("S9.9", False), (").", False)]


def test_cached_tokens_are_told_where_a_provider_tells_them():
    """What the cache gave is set against all that was read; silence isn't shown as 0."""
    verdict = spark()
    first, second, *rest = verdict.ballots
    read = Usage(prompt_tokens=3_000), Usage(prompt_tokens=3_100, cached_tokens=2_800)
    ballots = [seat.model_copy(update={"usage": used}) for seat, used in zip((first, second), read, strict=True)]
    assert Sheet(verdict).cached == ""
    assert Sheet(verdict.model_copy(update={"ballots": (ballots[0], *rest)})).cached == ""
    told = Sheet(verdict.model_copy(update={"ballots": (*ballots, *rest)})).cached
    assert told == "2,800 of 6,100 prompt tokens cached"


def test_cost_is_never_made_up():
    """An unknown price makes the sum unknown; only the builtin reviewer is free."""
    builtin, local = ballot("skeptic", "ship", "q"), ballot("skeptic", "ship", "q", model="ollama/x")
    paid = ballot("skeptic", "ship", "q", model="openai/x", cost_usd=0.25)
    assert cost([builtin]) == "free"
    assert cost([local]) == "US$ 0.0000"
    assert cost([paid, builtin]) == "US$ 0.2500"
    assert cost([paid, spoiled_seat("creator", "r")]) == "at least US$ 0.2500, the rest unknown"
    assert cost([spoiled_seat("creator", "r")]) == "unknown"
    assert cost([]) == "unknown"


def test_sheets_are_numbered():
    """The anchors of one page stay apart."""
    assert [sheet.number for sheet in sheets(pair().verdicts)] == [1, 2]


def test_long_date_has_no_leading_zero():
    """Dates are written out."""
    assert long_date(dt.date(2026, 4, 8)) == "8 April 2026"
