"""What two sentences tell at a glance; fitted by ``benchmarks/search_weights.py``, not by hand."""

PROMISE: dict[str, float] = {
    "a number in both": 0.1936,
    "each the other's likest": 1.2547,
    "fewer words": -0.1422,
    "likeness": 1.8727,
    "more words": -0.0517,
    "numbers differ": -0.7625,
    "numbers in both": 0.9598,
    "one denies plainly": 0.0313,
    "rarest shared": 0.4417,
    "rarity shared": 0.129,
    "words shared": 0.1078,
}
"""Log odds of a contradiction for each unit of a sign."""
