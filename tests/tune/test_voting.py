"""Votes in tables: reduced before they are counted, correlated as planted, and told apart or not."""

import numpy as np
import pytest

from benchmarks.simulated_panels import gold_of, grouped, panel_of, slugs, table_of
from panel.domain.ballot import Claim, Step
from panel.tune.aggregation import aggregation_report, dawid_skene, seat_weight
from panel.tune.arguments import attribute, essays, overlaps
from panel.tune.compare import AFTER, BEFORE, matchups
from panel.tune.distinct_report import collapse
from panel.tune.estimate import Estimate
from panel.tune.flips import flips
from panel.tune.seats_apart import seats_apart
from panel.tune.sequential import Wager
from panel.tune.votes_table import Cell, VotesTable


def test_repeats_are_one_vote():
    """Three samples are reduced to their majority, two models to theirs, and a tie abstains."""
    table = table_of(np.array([[1, 1, 0], [1, 0, 0]])) + table_of(np.array([[1], [1]]), model="other")
    assert table.reduced("r00000", "skeptic") == "ship"
    assert table.reduced("r00001", "skeptic") == "abstain"
    assert table.ballots("skeptic") == {"r00000": "ship", "r00001": "abstain"}


def test_a_spoiled_sample_has_no_vote():
    """What couldn't be read is counted as such, and reduces to nothing."""
    cell = Cell(release="r", seat="s", model="m", vote=None, reason="unreadable")
    table = VotesTable((cell,))
    assert table.reduced("r", "s") is None
    assert table.spoiled == (cell,)
    assert table.ballots("s") == {}


def test_flip_rates_by_hand():
    """One ship in three flips 2 of 3 pairs; the rate averages releases."""
    table = table_of(np.array([[1, 0, 0], [1, 1, 1]]))
    (found,) = flips(table)
    assert found.over == "samples"
    assert found.rate.value == pytest.approx((2 / 3 + 0) / 2)


def test_a_twin_raises_the_alarm():
    """A seat that copies another is found out, and can be spared first."""
    dice = np.random.default_rng(0)
    first = dice.random(60) < 0.5
    votes = {"a": first, "twin": first.copy(), "other": dice.random(60) < 0.5}
    found = seats_apart(panel_of(votes))
    assert any("a and twin vote alike" in alarm for alarm in collapse(found, (), 3))
    assert found.least in ("a", "twin", "other")
    assert found.pairs[0].beyond.above(0.85)
    assert not found.pairs[1].correlation.above(0.3)


def test_one_voice_raises_the_alarm():
    """Five seats with one opinion are worth one vote; five that toss coins are not."""
    dice = np.random.default_rng(1)
    same = dice.random(50) < 0.5
    alike = seats_apart(panel_of({name: same ^ (dice.random(50) < 0.02) for name in "abcde"}))
    apart = seats_apart(panel_of({name: dice.random(50) < 0.5 for name in "abcde"}))
    assert any("independent votes" in alarm for alarm in collapse(alike, (), 5))
    assert collapse(apart, (), 5) == ()
    assert apart.effective_votes.value > 3


def written(texts, n=12):
    """Return a table in which each seat writes its text about every release."""
    cells = [
        Cell(
            release=slug, seat=seat, model="m", vote="ship", argument=(Step(move="case", text=f"{text} {number}."),),
            claims=(Claim(text="So it is.", cites=cites),), quote="I would ship it.",
        )
        for number, slug in enumerate(slugs(n))
        for seat, (text, cites) in texts.items()
    ]  # fmt: skip
    return VotesTable(tuple(cells))


def test_texts_without_a_difference_raise_the_alarm():
    """Seats that write alike can't be attributed; seats with words of their own can."""
    same = "It has interfaces and a price"
    alike = essays(written({"a": (same, ("S1.1",)), "b": (same, ("S1.1",)), "c": (same, ("S1.1",))}), {})
    apart = essays(written({"a": ("Interfaces and latency", ("S1.1",)), "b": ("Measured proof", ("S1.2", "S1.1"))}), {})
    none = attribute(alike)
    assert none is not None
    assert any("can't tell who wrote what" in alarm for alarm in collapse(seats_apart(VotesTable(())), [none], 3))
    found = attribute(apart)
    assert found is not None
    assert found.right.value == 1
    assert found.chance == 0.5
    (pair,) = overlaps(apart)
    assert pair.evidence.value == pytest.approx(0.5)
    assert overlaps(alike)[0].words.value == pytest.approx(1)


def test_essays_hide_their_writer(planted):
    """The persona's name and its citations are taken out of what a judge reads."""
    from panel.store.workspace import Workspace

    personas = Workspace(planted(releases=1)).personas()
    table = written({"skeptic": ("As The Skeptic I say with S1.2 that a skeptic doubts", ("S1.2",))}, n=1)
    (essay,) = essays(table, personas)
    assert "keptic" not in essay.text
    assert "S1.2" not in essay.text
    assert essay.cites == {"S1.2"}


def test_dawid_skene_finds_the_reliable():
    """Three seats that see, against four that toss coins together with nobody, decide."""
    dice = np.random.default_rng(2)
    truth = dice.random(80) < 0.5
    votes = {f"good{n}": np.where(dice.random(80) < 0.9, truth, ~truth) for n in range(3)}
    votes |= {f"coin{n}": dice.random(80) < 0.5 for n in range(4)}
    ballots = {
        slug: {seat: "ship" if cast[row] else "skip" for seat, cast in votes.items()}
        for row, slug in enumerate(slugs(80))
    }
    said = dawid_skene(ballots)
    right = np.mean([(said[slug] > 0.5) == truth[row] for row, slug in enumerate(slugs(80))])
    plain = np.mean([sum(cast[row] for cast in votes.values()) > 3.5 for row in range(80)] == truth)
    assert right > 0.9
    assert right > plain


def test_another_count_is_recommended_only_where_held_out_data_says_so():
    """Equal seats keep the plain percentage; with one that sees among coins, weights are recommended."""
    dice = np.random.default_rng(3)
    truth = dice.random(90) < 0.5
    gold = gold_of(np.ones(90, dtype=int), truth.astype(int))
    equal = {name: np.where(dice.random(90) < 0.75, truth, ~truth) for name in "abc"}
    unequal = {"a": np.where(dice.random(90) < 0.95, truth, ~truth)} | {name: dice.random(90) < 0.5 for name in "bc"}
    keep, weigh = (aggregation_report(panel_of(votes), gold) for votes in (equal, unequal))
    assert not any(each.recommended for each in keep.counted)
    assert keep.advice.startswith("Keep the plain percentage")
    assert next(each for each in weigh.counted if each.method == "weighted panel").recommended
    assert keep.counted[0].method == "plain percentage"
    assert seat_weight(0, 10)[1] == 0


def test_few_releases_recommend_nothing():
    """However large the gain on a handful of releases, the plain percentage stays."""
    truth = np.arange(12) % 2 == 0
    votes = {"a": truth, "b": ~truth, "c": ~truth}
    report = aggregation_report(panel_of(votes), gold_of(np.ones(12, dtype=int), truth.astype(int)))
    assert not any(each.recommended for each in report.counted)
    assert "too few" in report.advice


def test_a_better_text_is_better_with_gold_and_other_without():
    """The same votes are better where people say so, and only more ships where nobody does; ties count half."""
    old = np.zeros((30, 2), dtype=bool)
    new = np.ones((30, 2), dtype=bool)
    old[:15] = new[:15]
    new[29] = (True, False)
    table = table_of(old, arm=BEFORE) + table_of(new, arm=AFTER)
    gold = gold_of(np.ones(30, dtype=int), np.ones(30, dtype=int))
    (found,) = matchups(table, {"skeptic": ("old", "new")}, {}, gold)
    assert found.answer == "better"
    assert (found.only_before, found.only_after, found.changed) == (0, 14.5, 15)
    assert found.told.startswith("skeptic: BETTER. The new text votes as most people do 48 points more often")
    (blind,) = matchups(table, {"skeptic": ("old", "new")}, {})
    assert blind.answer == "ships more"
    assert blind.right is None


def test_louder_is_not_better():
    """A text that is only surer of itself is told to be louder, and how many releases it takes to say more."""
    dice = np.random.default_rng(4)
    votes = dice.random((30, 1)) < 0.7
    table = table_of(votes, arm=BEFORE, confidence=np.full((30, 1), 0.6)) + table_of(
        votes, arm=AFTER, confidence=np.full((30, 1), 0.9)
    )
    (found,) = matchups(table, {"skeptic": ("old", "new")}, {}, gold_of(np.ones(30, dtype=int), np.ones(30, dtype=int)))
    assert found.answer == "can't tell"
    assert found.changed == 0
    assert "louder: " in found.told
    assert "more releases" in found.told


def test_groups_cost_evidence():
    """Ten releases of one vendor that turn together are one piece of evidence, not ten."""
    old, new = np.zeros((10, 1), dtype=bool), np.ones((10, 1), dtype=bool)
    table = table_of(old, arm=BEFORE) + table_of(new, arm=AFTER)
    gold = gold_of(np.ones(10, dtype=int), np.ones(10, dtype=int))
    (alone,) = matchups(table, {"skeptic": ("old", "new")}, {}, gold)
    (together,) = matchups(table, {"skeptic": ("old", "new")}, grouped(10, 10), gold)
    assert alone.answer == "better"
    assert together.answer == "can't tell"
    assert together.p == 1


def test_betting_by_hand():
    """Six wins in a row: the wealth is that of an even spread of bets over win rates above one half."""
    wager = Wager()
    for _ in range(6):
        wager = wager.told(2)
    assert wager == Wager(after=6)
    wealth = 2 * 2**6 * (1 - 0.5**7) / 7
    assert np.exp(wager.evidence_for) == pytest.approx(wealth)
    assert wager.told(0) == wager
    assert wager.answer(0.05) == "can't tell"
    assert Wager(after=12).answer(0.05) == "better"
    assert Wager(before=12).answer(0.05) == "worse"


@pytest.mark.parametrize(
    ("estimate", "shown"),
    [
        pytest.param(Estimate(value=0.4, low=-0.1, high=0.6, n=9, method="m"), "0.40 (−0.10…0.60)", id="below 0"),
        pytest.param(Estimate(value=-0.001, low=-0.001, high=0.6, n=9, method="m"), "0.00 (0.00…0.60)", id="no −0"),
        pytest.param(Estimate.undefined("nobody voted"), "–", id="undefined"),
        pytest.param(Estimate(value=0.5, n=2, method="none"), "0.50", id="no interval"),
    ],
)
def test_estimates_in_words(estimate, shown):
    """A figure is shown with its interval, a dash where there is none."""
    assert estimate.shown() == shown
