"""How often the intervals of ``shipskip tune`` hold the truth, how often its gate rings falsely, how often it finds.

    python -m benchmarks.coverage [--runs 1000] [--only kappa] [--json FILE]

Every line simulates panels whose truth is known and counts the simulations whose 95 % interval holds it; or, for
tests, the simulations in which they answer. The figures stand in docs/tuning.md.
"""

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path

import numpy as np

from benchmarks.simulated_panels import (
    Reading,
    appeals,
    gold_of,
    grouped,
    panel_of,
    people,
    seat_votes,
    slugs,
    table_of,
)
from panel.stats.effective import effective_votes
from panel.tune.agreement import (
    agreement,
    alpha_of,
    balanced_accuracy,
    cohens_kappa,
    coincidences,
    human_alpha,
    human_tables,
    krippendorffs_alpha,
    raw_agreement,
)
from panel.tune.arguments import Essay, attributed
from panel.tune.calibration import calibration
from panel.tune.compare import AFTER, BEFORE, matchups, pairs
from panel.tune.flips import flips
from panel.tune.gold_report import gain_over_constant
from panel.tune.paired import mcnemar_exact, power_of_mcnemar, releases_needed
from panel.tune.seats_apart import seats_apart
from panel.tune.sequential import Wager

MANY = 200_000
SCENES = {
    "even": {"mean": 0.5, "spread": 2.0, "reading": Reading(0.6, 0.5)},
    "lopsided": {"mean": 0.75, "spread": 4.0, "reading": Reading(0.5, 0.7)},
    "near-perfect": {"mean": 0.5, "spread": 0.3, "reading": Reading(0.95, 0.5)},
}
FIGURES = {
    "raw": raw_agreement,
    "balanced": balanced_accuracy,
    "kappa": cohens_kappa,
    "alpha": krippendorffs_alpha,
}


def persona_and_people(dice, n, scene, size=1):
    """Draw a persona's votes and people's on the same releases, as tables of two times two."""
    appeal = appeals(dice, n, mean=scene["mean"], spread=scene["spread"], size=size)
    voters, ship = people(dice, appeal)
    said = seat_votes(dice, appeal, scene["reading"])
    return said, voters, ship


def as_tables(said, voters, ship):
    """Return the tables that ``tables`` makes of the same votes, for many releases at once."""
    share = ship / voters
    first = np.stack([said * share, said * (1 - share), ~said * share, ~said * (1 - share)], axis=-1)
    return first.astype(float)


def agreements(dice, n, scene_name, size=1):
    """Yield which agreement figures' intervals hold the truth."""
    scene = SCENES[scene_name]
    big = as_tables(*persona_and_people(dice, MANY, scene))
    truths = {name: float(figure(big.sum(0))) for name, figure in FIGURES.items()}
    gained = float((big[:, 3] - big[:, 2]).mean())
    groups = list(grouped(n, size).values())
    while True:
        rows = as_tables(*persona_and_people(dice, n, scene, size))
        held = {name: agreement(rows, figure, groups=groups).holds(truths[name]) for name, figure in FIGURES.items()}
        if scene["mean"] > 0.5:
            held["gain over a constant vote"] = gain_over_constant(rows, groups, 0.95).holds(gained)
        yield held


def human_figures(dice, n):
    """Yield whether people's agreement among themselves is recovered."""
    big = gold_of(*people(dice, appeals(dice, MANY // 10))).humans()
    summed = human_tables(big)[1].sum(0)
    truths = {name: float(figure(summed)) for name, figure in FIGURES.items() if name in ("raw", "kappa")}
    alpha = float(alpha_of(*coincidences(big).sum(0)))
    while True:
        humans = gold_of(*people(dice, appeals(dice, n))).humans()
        shared, rows = human_tables(humans)
        held = {name: agreement(rows, FIGURES[name]).holds(truth) for name, truth in truths.items()}
        yield held | {"alpha": human_alpha(humans, groups=shared, level=0.95).holds(alpha)}


def flip_rates(dice, n, samples=4):
    """Yield whether flip rates are recovered: ship rates follow Beta distributions, so the truth is a formula."""
    a, b, kept = 0.6, 0.9, 0.5
    mean, square = a / (a + b), a * (a + 1) / ((a + b) * (a + b + 1))
    within = 2 * (mean - square)
    across = kept * within + (1 - kept) * 2 * mean * (1 - mean)
    while True:
        rate = dice.beta(a, b, size=n)
        other = np.where(dice.random(n) < kept, rate, dice.beta(a, b, size=n))
        one, two = (dice.random((n, samples)) < rates[:, None] for rates in (rate, other))
        held = {"samples": flips(table_of(one))[0].rate.holds(within)}
        for over, how in (("models", {"model": "other"}), ("wordings", {"arm": "other"})):
            found = next(each for each in flips(table_of(one) + table_of(two, **how)) if each.over == over)
            held |= {over: found.rate.holds(across), f"{over}, beyond": found.beyond.holds(across - within)}
        yield held


def confidences(dice, n):
    """Yield whether Brier score and overconfidence are recovered: reviewers are 10 points surer than right."""
    bias, samples = 0.1, 2

    def drawn(many):
        sure = dice.uniform(0.5, 1.0, size=many)
        return sure, dice.random(many) < sure - bias

    sure, right = drawn(MANY * 5)
    brier = float(((sure - right) ** 2).mean())
    gold = gold_of(np.ones(n, dtype=int), np.ones(n, dtype=int))
    while True:
        sure, right = drawn(n * samples)
        table = table_of(right.reshape(n, samples), confidence=sure.reshape(n, samples))
        found = calibration(table, {"skeptic": gold.humans()})[0]
        yield {"Brier": found.brier.holds(brier), "overconfidence": found.overconfident.holds(bias)}


def correlated(dice, n, copies=0.4):
    """Draw three seats that read the same releases; the second copies the first now and then."""
    appeal = appeals(dice, n)
    first, second, third = (seat_votes(dice, appeal, Reading(0.5, 0.5)) for _ in range(3))
    second = np.where(dice.random(n) < copies, first, second)
    return appeal, {"a": first, "b": second, "c": third}


def correlations(dice, n):
    """Yield whether correlations between seats, and what they make of the number of votes, are recovered."""
    appeal, votes = correlated(dice, MANY)
    a, b, c = (votes[seat].astype(float) for seat in "abc")

    def plain(x, y):
        return float(np.corrcoef(x, y)[0, 1])

    def beyond(by):
        return plain(*(x - np.polyval(np.polyfit(by, x, 1), by) for x in (a, b)))

    mean = (plain(a, b) + plain(a, c) + plain(b, c)) / 3
    by_people, by_seats = beyond(dice.binomial(3, appeal) / 3), beyond(c)
    shift = float(np.abs((a + b + c) / 3 - (a + b) / 2).mean())
    while True:
        appeal, votes = correlated(dice, n)
        table = panel_of(votes)
        found = seats_apart(table)
        said = dict(zip(slugs(n), dice.binomial(3, appeal) / 3, strict=True))
        yield {
            "correlation": found.pairs[0].correlation.holds(plain(a, b)),
            "mean correlation": found.correlation.holds(mean),
            "effective votes": found.effective_votes.holds(effective_votes(3, mean)),
            "beyond the other seats": found.pairs[0].beyond.holds(by_seats),
            "beyond people": seats_apart(table, people=said).pairs[0].beyond.holds(by_people),
            "shift without a seat": next(each.shift for each in found.spared if each.seat == "c").holds(shift),
        }


def attributions(dice, n):
    """Yield whether the share of rightly attributed texts is recovered, where some releases give everybody away."""
    seats = ("a", "b", "c", "d", "e")
    while True:
        hard = dice.beta(1.2, 1.8, size=n)
        written, guesses = [], []
        for slug, chance in zip(slugs(n), hard, strict=True):
            for seat in seats:
                written.append(Essay(slug, seat, "", frozenset()))
                guesses.append(seat if dice.random() < chance else next(each for each in seats if each != seat))
        yield attributed("simulated", seats, written, guesses).right.holds(0.4)


def two_texts(dice, n, before, after, *, samples=1, size=1, spread=None):
    """Draw how often two texts are right: each sample with its rate, which groups of releases may shift together."""

    def drawn(rate, arm):
        if spread is None:
            rates = np.full(n, rate)
        else:
            rates = np.repeat(dice.beta(rate * spread, (1 - rate) * spread, size=-(-n // size)), size)[:n]
        return table_of(dice.random((n, samples)) < rates[:, None], arm=arm)

    table = drawn(before, BEFORE) + drawn(after, AFTER)
    gold = gold_of(np.ones(n, dtype=int), np.ones(n, dtype=int))
    return table, gold


def differences(dice, n, size=1):
    """Yield whether a drift of ten points is recovered."""
    while True:
        spread = None if size == 1 else 4.0
        table, gold = two_texts(dice, n, 0.65, 0.75, size=size, spread=spread)
        (found,) = matchups(table, {"skeptic": ("old", "new")}, grouped(n, size), gold)
        yield found.difference.holds(0.10)


def loudness(dice, n, rise=0.1):
    """Yield whether a rise of confidence is recovered."""
    gold = gold_of(np.ones(n, dtype=int), np.ones(n, dtype=int))
    while True:
        votes = dice.random((n, 2)) < 0.7
        sure = 0.2 + 0.5 * dice.beta(4, 4, size=n)
        surer = sure + rise + dice.uniform(-0.1, 0.1, size=n)
        old = table_of(votes[:, :1], arm=BEFORE, confidence=sure[:, None])
        (found,) = matchups(
            old + table_of(votes[:, 1:], arm=AFTER, confidence=surer[:, None]), {"skeptic": ("old", "new")}, {}, gold
        )
        yield found.louder.holds(rise)


def favours(dice, pairs_at_most=300, favour=0.6):
    """Yield whether the interval of a test that stopped as soon as it could holds the truth."""
    while True:
        wager = Wager()
        for won in dice.random(pairs_at_most) < favour:
            wager = wager.told(1 if won else -1)
            if wager.answer(0.05) != "can't tell":
                break
        yield wager.favour().holds(favour)


def gate(dice, n, answer, before, after, **how):
    """Yield whether the comparison gives an answer."""
    size = how.get("size", 1)
    while True:
        table, gold = two_texts(dice, n, before, after, **how)
        (found,) = matchups(table, {"skeptic": ("old", "new")}, grouped(n, size), gold)
        yield found.answer == answer if answer != "any" else found.answer != "can't tell"


def ungrouped(dice, n, before, after, **how):
    """Yield whether a test that forgets the groups would answer, for comparison."""
    while True:
        table, _ = two_texts(dice, n, before, after, **how)
        each = pairs(table, "skeptic", {}, dict.fromkeys(slugs(n), "ship"))
        changes = each.after - each.before
        yield mcnemar_exact(int((changes < 0).sum()), int((changes > 0).sum())) < 0.05


def pooled(dice, n, samples, spread):
    """Yield whether a test that counts every repeat as a pair of its own would answer, for comparison."""
    while True:
        old, new = (dice.beta(0.7 * spread, 0.3 * spread, size=n) for _ in range(2))
        votes = [dice.random((n, samples)) < rate[:, None] for rate in (old, new)]
        changes = votes[1].astype(int) - votes[0].astype(int)
        yield mcnemar_exact(int((changes < 0).sum()), int((changes > 0).sum())) < 0.05


def sequential(dice, n, before, after, answer):
    """Yield whether a test that looks after every release gives an answer."""
    while True:
        wager = Wager()
        for old, new in zip(dice.random(n) < before, dice.random(n) < after, strict=True):
            wager = wager.told(int(new) - int(old))
            if wager.answer(0.05) != "can't tell":
                break
        said = wager.answer(0.05)
        yield said != "can't tell" if answer == "any" else said == answer


def several(dice, n, personas):
    """Yield whether any of several unchanged personas gets an answer: what Holm's correction is there to prevent."""
    while True:
        cells, gold = [], None
        for number in range(personas):
            table, gold = two_texts(dice, n, 0.7, 0.7)
            cells += [cell.model_copy(update={"seat": f"p{number}"}) for cell in table]
        assert gold is not None
        labels = {f"p{number}": ("old", "new") for number in range(personas)}
        found = matchups(type(table)(tuple(cells)), labels, {}, gold)
        yield any(each.answer != "can't tell" for each in found)


def coverage_lines():
    """Return name → generator function, for intervals that should hold 95 times of 100."""
    lines = {}
    for scene in SCENES:
        for n in (30, 100):
            lines[f"persona and people ({scene}), {n} releases"] = lambda d, n=n, s=scene: agreements(d, n, s)
    lines["persona and people (even), 120 releases of 40 vendors"] = lambda d: agreements(d, 120, "even", size=3)
    lines["people among themselves, 60 releases"] = lambda d: human_figures(d, 60)
    lines["flips, 40 releases"] = lambda d: flip_rates(d, 40)
    lines["confidence, 60 releases"] = lambda d: confidences(d, 60)
    lines["seats, 60 releases"] = lambda d: correlations(d, 60)
    lines["attribution, 40 releases"] = lambda d: attributions(d, 40)
    lines["difference of two texts, 60 releases"] = lambda d: differences(d, 60)
    lines["difference of two texts, 90 releases of 30 vendors"] = lambda d: differences(d, 90, 3)
    lines["louder, 40 releases"] = lambda d: loudness(d, 40)
    lines["favour, however early one stops"] = favours
    return lines


def rate_lines():
    """Return name → (generator function, what its share should be)."""
    differing = 0.7 * 0.15 + 0.3 * 0.85
    enough = releases_needed(differing, 0.15)
    power = f"{100 * power_of_mcnemar(enough, differing, 0.15):.0f} %"
    alike = "texts alike, 80 releases"
    by_vendor = {"size": 4, "spread": 1.0}
    return {
        f"an answer: {alike}": (lambda d: gate(d, 80, "any", 0.7, 0.7), "at most 5 %"),
        f"gate shut: {alike}": (lambda d: gate(d, 80, "worse", 0.7, 0.7), "at most 2.5 %"),
        f"an answer: {alike}, 5 repeats": (
            lambda d: gate(d, 80, "any", 0.7, 0.7, samples=5, spread=2.0),
            "at most 5 %",
        ),
        "the same with repeats pooled, which isn't done": (lambda d: pooled(d, 80, 5, 2.0), "too much"),
        "an answer: texts alike, 120 releases of 30 vendors": (
            lambda d: gate(d, 120, "any", 0.7, 0.7, **by_vendor),
            "at most 5 %",
        ),
        "the same with vendors forgotten, which isn't done": (
            lambda d: ungrouped(d, 120, 0.7, 0.7, **by_vendor),
            "too much",
        ),
        f"any answer: 3 personas, {alike}": (lambda d: several(d, 80, 3), "at most 5 %"),
        f"better by 15 points, {enough} releases": (lambda d: gate(d, enough, "better", 0.7, 0.85), power),
        f"worse by 15 points, {enough} releases": (lambda d: gate(d, enough, "worse", 0.85, 0.7), power),
        "sequential, an answer: texts alike, up to 500 releases": (
            lambda d: sequential(d, 500, 0.7, 0.7, "any"),
            "at most 5 %",
        ),
        "sequential: better by 15 points, up to 500 releases": (
            lambda d: sequential(d, 500, 0.7, 0.85, "better"),
            "above 80 %",
        ),
    }


def share_of(line, runs, seed=0):
    """Return figure → share of simulations that say yes; a line of one figure calls it by an empty name."""
    drawn, said = line(np.random.default_rng(seed)), Counter()
    names = []
    for _ in range(runs):
        each = next(drawn)
        each = each if isinstance(each, dict) else {"": each}
        names = list(each)
        said.update(name for name, yes in each.items() if yes)
    return {name: said[name] / runs for name in names}


def main():
    """Print a line for each figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--only", default="")
    parser.add_argument("--json", type=Path)
    wanted = parser.parse_args()
    lines = {name: (line, "95 %") for name, line in coverage_lines().items()} | rate_lines()
    found = {}
    for name, (line, should) in lines.items():
        if wanted.only not in name:
            continue
        start = time.perf_counter()
        for figure, share in share_of(line, wanted.runs).items():
            whole = f"{name}: {figure}" if figure else name
            found[whole] = share
            print(f"{100 * share:5.1f} %  (should be {should})  {whole}")
        print(f"         {time.perf_counter() - start:.0f} s", file=sys.stderr, flush=True)
        sys.stdout.flush()
    if wanted.json:
        wanted.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
