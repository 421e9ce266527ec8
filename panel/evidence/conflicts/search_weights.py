"""What two sentences tell at a glance; fitted by ``benchmarks/search_weights.py``, not by hand."""

PROMISE: dict[str, float] = {
    "a number in both": -0.1992,
    "each the other's likest": 1.2682,
    "fewer words": -0.1385,
    "likeness": 1.0784,
    "more words": -0.0741,
    "numbers differ": 0.3254,
    "numbers in both": 0.6736,
    "one denies plainly": 1.1913,
    "rarest shared": 0.4898,
    "rarity shared": 0.1547,
    "words shared": 0.2201,
}
"""Log odds of a contradiction for each unit of a sign."""
