"""What the figures mean, for people who have never heard their names."""

from typing import Final

FIGURES: Final = {
    "raw": "agreement: share of releases on which it votes as people do; 100 % is always",
    "balanced": "balanced: the same, with people's ships and people's skips counting alike; 50 % is what a coin gets",
    "kappa": "κ (Cohen): agreement beyond what chance would give; 1 is full, 0 is none, below 0 is worse than chance",
    "alpha": "α (Krippendorff): the same for any number of voters; above 0.8 is called reliable, below 0.67 is not",
    "interval": "in brackets: where the figure would lie for other releases of this kind, 95 times of 100; it rests on "
    "whole releases, so that many votes on one release count as one piece of evidence",
    "baseline": "always ship, always skip: what somebody gets who reads nothing",
}
"""Figure → its sentence."""

TRIAL: Final = {
    "gold": "old, new: share of releases on which that text votes as most people do",
    "no gold": "old, new: share of releases that text ships; nobody says which vote is right, so no text is better",
    "difference": "difference: new minus old in points of 100, with the range in which it would lie for other releases",
    "p": "p: how often releases would differ this much if the two texts were alike; only releases on which they differ "
    "tell anything (McNemar's exact test; corrected by Holm's where several personas are compared)",
    "answer": "answer: can't tell doesn't mean alike; it means that these releases are too few",
    "sequential": "votes were looked at as they came; the level holds all the same (betting against a fair coin)",
}
"""The figures of an A/B comparison."""

STABILITY: Final = {
    "rate": "flip rate: chance that two answers to the same question differ; 0 % never, 50 % is a coin",
    "beyond": "beyond repetition: what another model or wording adds to what asking twice does anyway",
    "brier": "Brier: how far stated confidence lies from what came of it; 0 is perfect, 0.25 is what a constant "
    "'50 % sure' gets",
    "over": "surer than right: mean confidence minus share right, in percent; above 0 it is overconfident",
    "ece": "ECE: mean gap between confidence and share right over ten equal bins; 'by chance' is what perfect "
    "confidence would get with so few ballots",
}
"""The figures of stability."""

DISTINCT: Final = {
    "alike": "alike: share of releases on which both vote the same; good and bad releases alone make that high",
    "correlation": "correlation: 1 always together, 0 unrelated, −1 always opposed",
    "words": "words, evidence: what their texts on a release, and the sentences they cite, have in common; 0 nothing, "
    "1 everything",
    "without": "without a seat: who moves the percentage least can be spared first",
    "worth": "independent votes: seats that agree anyway count for less than their number",
}
"""The figures of distinctiveness."""

AGGREGATION: Final = {
    "right": "right: share of releases on which the count falls on the side of most people; a tie counts half",
    "brier": "distance: mean squared distance between the ship share and people's; 0 is perfect",
    "weighted": "weighted panel: seats that voted as people did on other releases weigh more",
    "skene": "Dawid-Skene: seats that agree with the others in a reliable way weigh more; it never sees people's "
    "votes, and takes seats that share a mistake for reliable",
}
"""The figures of counting."""
