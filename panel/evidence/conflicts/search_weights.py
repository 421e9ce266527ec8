"""What two sentences tell at a glance; fitted by ``benchmarks/search_weights.py``, not by hand."""

PROMISE: dict[str, float] = {
    "a number in both": 0.2161,
    "each the other's likest": 1.2416,
    "fewer words": -0.1358,
    "likeness": 1.9675,
    "more words": -0.0495,
    "numbers differ": -0.8758,
    "numbers in both": 1.0594,
    "one denies plainly": 0.0289,
    "rarest shared": 0.4236,
    "rarity shared": 0.1151,
    "words shared": 0.1341,
}
"""Log odds of a contradiction for each unit of a sign."""
