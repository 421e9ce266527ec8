"""What two sentences tell at a glance; fitted by ``benchmarks/search_weights.py``, not by hand."""

PROMISE: dict[str, float] = {
    "a number in both": -0.2131,
    "each the other's likest": 1.257,
    "fewer words": -0.139,
    "likeness": 1.071,
    "more words": -0.0744,
    "numbers differ": 0.2827,
    "numbers in both": 0.7157,
    "one denies plainly": 1.1869,
    "rarest shared": 0.4974,
    "rarity shared": 0.1534,
    "words shared": 0.2252,
}
"""Log odds of a contradiction for each unit of a sign."""
