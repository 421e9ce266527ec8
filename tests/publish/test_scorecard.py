"""Tests of panel.publish.scorecard."""

import io
import re
import subprocess
import sys

import pytest
from inline_snapshot import snapshot
from rich.console import Console

from panel.publish.scorecard import print_comparison, print_verdict
from tests.publish.examples import four, lamp, pair, qwen, spark, stalled
from tests.publish.hostile import HOSTILE, carrying


def printed(show, shown, **how) -> str:
    """Return what a terminal or a pipe gets."""
    out = io.StringIO()
    show(Console(file=out, **how), shown)
    return out.getvalue()


def test_a_scorecard_reads_like_this():
    """A verdict with a spoiled seat, an abstention and effective votes, as it goes through a pipe."""
    assert printed(print_verdict, lamp()) == snapshot("""\
Arc Lamp
Hardware

No percentage: 2 of 4 seats voted, 3 are needed
2 seats ≈ 1.5 independent votes
Simulated panel: the reviewers are written personas, and no person voted. ollama_chat/example:4b
wrote their ballots.

Entry EUR 129 per device   State edited

SHIP     The Developer · 70 % sure · ollama_chat/example:4b
         “The firmware is open and the hub speaks Matter.”

SPOILED  The Skeptic · openai/example-mini
         The reply names two votes, ship and skip; none was guessed.

ABSTAIN  The Futurist · 70 % sure · 3 samples: 1 ship · 1 skip · 1 spoiled ·
         ollama_chat/example:4b
         “Half of me sees it.”

SHIP     The Creator · 70 % sure · weight 2 · ollama_chat/example:4b
         “Light is a material, and this one can be played.”

Model ollama_chat/example:4b, openai/example-mini   Cost unknown
""")


def test_the_count_and_its_disclosure_stand_together():
    """The headline, its interval on a track, and who really voted are told before any seat."""
    text = printed(print_verdict, spark())
    head, _, seats = text.partition("SKIP ")
    assert "25 % ship: 1 of 4 seats (95 % interval 0–75 %)" in head
    assert re.search(r"0 ━+◆━+·+ 100", head)
    assert "no person voted" in head
    assert "The Developer" in seats


@pytest.mark.parametrize("made", [spark, qwen, lamp, stalled])
def test_every_seat_is_shown(made):
    """No seat is dropped: votes with their quotes and grounds, spoiled ones with their reason."""
    verdict = made()
    text = " ".join(printed(print_verdict, verdict).split())
    for ballot in verdict.ballots:
        assert f"{ballot.vote.upper()} {verdict.titles[ballot.persona]}" in text
        assert f"“{ballot.quote}”" in text
        assert ballot.flips_if is None or f"what would flip it: {ballot.flips_if}" in text
    for spoiled in verdict.spoiled:
        assert f"SPOILED {verdict.titles[spoiled.persona]}" in text
        assert spoiled.reason in text
    for finding in verdict.findings:
        assert finding.text in text


def test_resolved_findings_say_so():
    """The count tells how many are still open."""
    verdict = spark()
    resolved = verdict.findings[0].model_copy(update={"resolution": "claim removed"})
    text = printed(print_verdict, verdict.model_copy(update={"findings": (resolved, verdict.findings[1])}))
    assert "2 findings for the editor (1 open)" in text
    assert "resolved: claim removed" in text


def test_no_track_without_a_percentage():
    """Below quorum nothing looks like a percentage."""
    text = printed(print_verdict, stalled())
    assert "No percentage: 1 of 4 seats voted, 3 are needed" in text
    assert "◆" not in text


def test_a_comparison_tells_every_seat_of_every_release():
    """Different fourth seats stay readable: who wasn't seated is said."""
    text = printed(print_comparison, pair())
    assert re.search(r"Muse Spark +25 % \(0–75 %\) +— +Free +Proprietary +AI Models", text)
    assert "Qwen3.6-27B · not seated" in text
    assert "Muse Spark · not seated" in text
    assert text.count("· splits") == 3
    assert " ".join(pair().bottom_line.split()) in " ".join(text.split())
    assert text.count("“") == 8


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize(("show", "made"), [(print_verdict, lamp), (print_verdict, spark), (print_comparison, four)])
def test_a_screen_is_never_exceeded(show, made, width):
    """Every line fits a screen, and no more than 100 columns are used of a wide one."""
    text = printed(show, made(), width=width, force_terminal=True, color_system=None)
    assert max(map(len, text.splitlines())) <= min(width, 100)


def test_colours_are_for_terminals_only():
    """A pipe gets plain text; a terminal gets the same words in colour, and none where NO_COLOR asks for that."""
    plain = printed(print_verdict, spark())
    colour = printed(print_verdict, spark(), width=100, force_terminal=True, color_system="truecolor", no_color=False)
    uncoloured = printed(
        print_verdict, spark(), width=100, force_terminal=True, color_system="truecolor", no_color=True
    )
    assert "\x1b" not in plain
    assert "\x1b[1;37;41m SKIP \x1b[0m" in colour
    assert not re.search(r"\x1b\[[0-9;]*(3|4)[0-7]m", uncoloured)
    assert re.sub(r"\x1b\[[0-9;]*m", "", colour).split() == plain.split()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_does_not_act(text):
    """A text that is full of escapes and markup is shown, and the page around it stays as it is."""
    shown = printed(print_verdict, carrying(text))
    assert not [c for c in shown if (ord(c) < 32 and c != "\n") or 0x7F <= ord(c) <= 0x9F]
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", shown)
    assert shown.count("SHIP ") == 1
    assert "\nModel " in shown


def test_needs_no_templates():
    """A scorecard in the terminal doesn't pay for Jinja, nor a page for rich."""
    asked = "import sys; import {0}; sys.exit({1!r} in sys.modules)"
    for module, other in (("panel.publish.scorecard", "jinja2"), ("panel.publish.pages", "rich")):
        assert subprocess.run([sys.executable, "-c", asked.format(module, other)], check=False).returncode == 0
