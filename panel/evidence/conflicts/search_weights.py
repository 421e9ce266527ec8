"""What two sentences tell at a glance; fitted by ``benchmarks/search_weights.py``, not by hand."""

PROMISE: dict[str, float] = {
    "a number in both": 0.2244,
    "each the other's likest": 1.2416,
    "fewer words": -0.1374,
    "likeness": 1.938,
    "more words": -0.0492,
    "numbers differ": -0.8692,
    "numbers in both": 1.0535,
    "one denies plainly": 0.0265,
    "rarest shared": 0.4108,
    "rarity shared": 0.116,
    "words shared": 0.1353,
}
"""Log odds of a contradiction for each unit of a sign."""
