"""Figures agree with textbook tables and with libraries that others have written."""

import itertools
import math

import krippendorff
import numpy as np
import pytest
from sklearn.metrics import balanced_accuracy_score, brier_score_loss, cohen_kappa_score, matthews_corrcoef
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests

from benchmarks.simulated_panels import gold_of
from benchmarks.simulated_panels import table_of as votes_table
from panel.tune.agreement import (
    balanced_accuracy,
    cohens_kappa,
    human_alpha,
    krippendorffs_alpha,
    pair_table,
    raw_agreement,
)
from panel.tune.calibration import calibration
from panel.tune.paired import holm, least_difference, mcnemar_exact, power_of_mcnemar, releases_needed, sign_flip_test
from panel.tune.seats_apart import partial_correlation, phi

MEG_AND_OWEN = ([0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0])
"""Krippendorff, Computing Krippendorff's alpha-reliability (2011), section A: α = 0.095."""


def table_of(first, second):
    """Return the summed table of two voters; 1 is ship."""
    name = {0: "skip", 1: "ship"}
    return sum(pair_table(name[int(a)], [name[int(b)]]) for a, b in zip(first, second, strict=True))


def test_alpha_of_its_inventors_example():
    """Krippendorff's own binary example comes out at 0.095."""
    table = table_of(*MEG_AND_OWEN)
    assert krippendorffs_alpha(table) == pytest.approx(0.095, abs=0.0005)
    assert krippendorffs_alpha(table) == pytest.approx(
        krippendorff.alpha(np.array(MEG_AND_OWEN), level_of_measurement="nominal")
    )


def test_kappa_of_a_textbook_table():
    """Fifty proposals read by two people: 20 yes-yes, 5, 10, 15 no-no give κ = 0.40."""
    assert cohens_kappa(np.array([20.0, 5, 10, 15])) == pytest.approx(0.40)
    assert raw_agreement(np.array([20.0, 5, 10, 15])) == pytest.approx(0.70)


@pytest.mark.parametrize("seed", range(5), ids=lambda seed: f"draw {seed}")
def test_agreement_is_what_libraries_say(seed):
    """On random votes, κ, α and balanced accuracy are those of scikit-learn and krippendorff."""
    dice = np.random.default_rng(seed)
    people = dice.random(35) < 0.4
    said = np.where(dice.random(35) < 0.7, people, dice.random(35) < 0.5)
    table = table_of(said, people)
    assert cohens_kappa(table) == pytest.approx(cohen_kappa_score(said, people))
    assert balanced_accuracy(table) == pytest.approx(balanced_accuracy_score(people, said))
    assert phi(table) == pytest.approx(matthews_corrcoef(people, said))
    alpha = krippendorff.alpha(np.array([said, people], dtype=int), level_of_measurement="nominal")
    assert krippendorffs_alpha(table) == pytest.approx(alpha)


def test_alpha_among_people_with_gaps_is_what_the_library_says():
    """Releases with one, two or five people are weighed as Krippendorff weighs them."""
    dice = np.random.default_rng(3)
    matrix = np.where(dice.random((5, 40)) < 0.4, np.nan, (dice.random((5, 40)) < 0.6).astype(float))
    humans = {
        f"r{column}": {
            f"a{row}": "ship" if matrix[row, column] else "skip" for row in range(5) if matrix[row, column] >= 0
        }
        for column in range(40)
    }
    alpha = krippendorff.alpha(matrix, level_of_measurement="nominal")
    assert human_alpha(humans, groups=None, level=0.95).value == pytest.approx(alpha)


@pytest.mark.parametrize(
    ("before", "after"),
    [pytest.param(86, 150, id="Agresti's approval ratings"), pytest.param(121, 59, id="drug and disease"),
     pytest.param(4, 12, id="few"), pytest.param(0, 6, id="one way"), pytest.param(5, 5, id="even")],
)  # fmt: skip
def test_mcnemar_is_what_statsmodels_says(before, after):
    """The exact test of pairs is McNemar's, on textbook tables and at the edges."""
    known = mcnemar([[0, before], [after, 0]], exact=True).pvalue
    assert mcnemar_exact(before, after) == pytest.approx(min(1.0, known), rel=1e-9)


def test_groups_flip_together():
    """With groups, p is the share of all sign settings that are as extreme, counted by hand."""
    differences, groups = [1, 1, 1, -1, 1, 2], ["a", "a", "b", "b", "c", "d"]
    sums = [2, 0, 1, 2]
    totals = [
        abs(sum(s * t for s, t in zip(signs, sums, strict=True))) for signs in itertools.product((1, -1), repeat=4)
    ]
    assert sign_flip_test(differences, groups) == pytest.approx(sum(t >= 5 for t in totals) / 16)


def test_holm_is_what_statsmodels_says():
    """Correction for several personas is Holm's."""
    p_values = {"a": 0.01, "b": 0.04, "c": 0.03, "d": 0.005}
    known = multipletests(list(p_values.values()), method="holm")[1]
    assert list(holm(p_values).values()) == pytest.approx(list(known))


def test_power_by_enumeration():
    """Power is the summed chance of all tables that McNemar's test rejects."""
    n, differing, difference = 14, 0.6, 0.5
    up, down = (differing + difference) / 2, (differing - difference) / 2
    power = 0.0
    for wins in range(n + 1):
        for losses in range(n + 1 - wins):
            same = n - wins - losses
            ways = math.factorial(n) / math.factorial(wins) / math.factorial(losses) / math.factorial(same)
            if mcnemar_exact(losses, wins) <= 0.05:
                power += ways * up**wins * down**losses * (1 - differing) ** same
    assert power_of_mcnemar(n, differing, difference) == pytest.approx(power)


def test_needed_releases_and_least_difference_fit_together():
    """So many releases find so much, and one fewer doesn't."""
    needed = releases_needed(0.3, 0.15)
    assert power_of_mcnemar(needed, 0.3, 0.15) >= 0.8
    assert power_of_mcnemar(needed - 2, 0.3, 0.15) < 0.8
    assert least_difference(needed, 0.3) == pytest.approx(0.15, abs=0.005)
    assert least_difference(4, 0.3) is None
    assert releases_needed(0.3, 0.0) is None


def test_partial_correlation_is_that_of_residuals():
    """Taking z off both and correlating the rest gives the same."""
    dice = np.random.default_rng(0)
    z = dice.random(200)
    a, b = ((dice.random(200) < z).astype(float) for _ in range(2))
    rest = [x - np.polyval(np.polyfit(z, x, 1), z) for x in (a, b)]
    sums = np.stack([np.ones(200), a, b, z, a, b, z * z, a * b, a * z, b * z], axis=-1).sum(0)
    assert partial_correlation(sums) == pytest.approx(np.corrcoef(*rest)[0, 1])


def test_brier_is_what_scikit_learn_says():
    """The Brier score of single ballots against single people is the library's."""
    dice = np.random.default_rng(1)
    sure, right = dice.random(30), dice.random(30) < 0.6
    people = gold_of(np.ones(30, dtype=int), np.ones(30, dtype=int)).humans()
    found = calibration(votes_table(right[:, None], confidence=sure[:, None]), {"skeptic": people})[0]
    assert found.brier.value == pytest.approx(brier_score_loss(right, sure))
