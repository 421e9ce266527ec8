"""Sentinels cry when a model has changed, and not when only luck has."""

import datetime as dt
import random

import pytest

from panel.tune.pins import Pin, PinnedVote
from panel.tune.sentinels import watch
from panel.tune.votes_table import Cell, VotesTable

SEATS = ("skeptic", "developer")
MODEL = ("--model", "openai/planted", "--seats", "skeptic,developer")


def pin_of(cells, samples):
    """A pin of simulated ballots."""
    votes = [PinnedVote(**{field: getattr(cell, field) for field in PinnedVote.model_fields}) for cell in cells]
    return Pin(
        name="night",
        at=dt.datetime(2026, 11, 1, tzinfo=dt.UTC),
        models=("m",),
        samples=samples,
        asked=samples,
        dossiers={},
        personas={},
        prompt="",
        votes=tuple(votes),
    )


def cast(rates, samples, dice, first=1):
    """Ballots of seats that ship each release at a rate of its own."""
    return [
        Cell(release=f"r{n}", seat=seat, model="m", sample=first + k, vote="ship" if dice.random() < rate else "skip")
        for n, rate in enumerate(rates)
        for seat in SEATS
        for k in range(samples)
    ]


@pytest.mark.parametrize("samples", [1, 3], ids=["one ballot", "three ballots"])
def test_false_alarms_stay_at_their_level(samples):
    """Where nothing but luck differs, at most one watch in twenty cries (120 simulated ones, binomial tolerance)."""
    dice = random.Random(7)
    cries = 0
    for _ in range(120):
        rates = [dice.random() for _ in range(20)]
        pin = pin_of(cast(rates, samples, dice), samples)
        cries += watch(pin, VotesTable(tuple(cast(rates, samples, dice, samples + 1)))).drifted
    assert cries <= 13  # 99.5 % of binomial(120, 0.05) lies below


def test_a_shift_and_a_reshuffling_are_both_noticed():
    """Votes that lean more to one side are found, and so are votes that turn in both directions at once."""
    dice = random.Random(3)
    rates = [0.1, 0.9] * 12
    pin = pin_of(cast(rates, 3, dice), 3)
    leaning = watch(pin, VotesTable(tuple(cast([min(1, rate + 0.35) for rate in rates], 3, dice, 4))))
    assert leaning.drifted
    assert leaning.change.above(0)
    turned = watch(pin, VotesTable(tuple(cast([1 - rate for rate in rates], 3, dice, 4))))
    assert turned.drifted
    assert turned.p > 0.05, "no more ships than before"
    assert len(turned.turned) > 30


def test_pin_check_and_alarm(shipskip, planted, openai, voters):
    """A check asks anew and stays calm; another model's votes are told, with exit code 4; no pin is overwritten."""
    planted(releases=12)
    releases = [f"thing-{number:03d}" for number in range(12)]
    pinned = shipskip("tune", "sentinel", "pin", "night", *releases, *MODEL, "--samples", "2", env=openai)
    assert pinned.code == 0, pinned.err
    assert len(voters.log()) == 48

    calm = shipskip("tune", "sentinel", "check", "--json", env=openai)
    assert calm.code == 0, calm.err
    assert not calm.json["drifted"]
    assert len(voters.log()) == 96, "asked anew, not replayed"
    shipskip("tune", "sentinel", "check", env=openai)
    assert len(voters.log()) == 144, "and anew again"

    alarm = shipskip("tune", "sentinel", "check", "--model", "openai/turncoat", "--json", env=openai)
    assert alarm.code == 4, alarm.err
    assert alarm.json["renamed"][0]["then"] != alarm.json["renamed"][0]["now"]
    assert "Don't mix percentages" in alarm.err

    again = shipskip("tune", "sentinel", "pin", "night", *releases, *MODEL, env=openai)
    assert again.code == 2
    assert "night.json" in again.err


def test_a_changed_persona_makes_a_pin_void(shipskip, planted, openai):
    """Votes of two texts of a persona aren't held against each other; the sentence says which changed."""
    home = planted(releases=3)
    shipskip("tune", "sentinel", "pin", "night", "thing-000", "thing-001", *MODEL, env=openai)
    file = home / "personas" / "skeptic.yaml"
    file.write_text(file.read_text().replace("90 times", "10 times"))
    ran = shipskip("tune", "sentinel", "check", "night", env=openai)
    assert ran.code == 2
    assert "the persona skeptic" in ran.err


def test_mixed_verdicts_are_told(shipskip, planted, openai):
    """A workspace whose verdicts two models made says so, with exit code 4."""
    planted(releases=2)
    shipskip("review", "thing-000", "--model", "openai/planted", env=openai)
    assert shipskip("tune", "sentinel", "status").code == 0
    shipskip("review", "thing-001", "--model", "openai/other", env=openai)
    ran = shipskip("tune", "sentinel", "status", "--json")
    assert ran.code == 4
    assert len(ran.json["by_models"]) == 2


@pytest.mark.parametrize(
    ("argv", "words"),
    [(("check",), "no sentinel yet"), (("check", "nigth"), "no sentinel 'nigth'"), (("pin", "../x", "a"), "no slug")],
    ids=["none", "unknown", "leaving"],
)
def test_bad_input(shipskip, planted, argv, words):
    """Each mistake gets one sentence."""
    planted(releases=1)
    ran = shipskip("tune", "sentinel", *argv)
    assert (ran.code, "Traceback" in ran.err) == (2, False)
    assert words in ran.err
