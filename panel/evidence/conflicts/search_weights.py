"""What two sentences tell at a glance; fitted by ``benchmarks/search_weights.py``, not by hand."""

PROMISE: dict[str, float] = {
    "a number in both": 0.2024,
    "each the other's likest": 1.2584,
    "fewer words": -0.1293,
    "likeness": 2.214,
    "more words": -0.0472,
    "numbers differ": -0.8678,
    "numbers in both": 1.0721,
    "one denies plainly": 0.01,
    "rarest shared": 0.4145,
    "rarity shared": 0.1108,
    "words shared": 0.1161,
}
"""Log odds of a contradiction for each unit of a sign."""
