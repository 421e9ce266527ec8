"""What two sentences tell at a glance; fitted by ``benchmarks/search_weights.py``, not by hand."""

PROMISE: dict[str, float] = {
    "a number in both": -0.2034,
    "each the other's likest": 1.254,
    "fewer words": -0.1377,
    "likeness": 1.1008,
    "more words": -0.0737,
    "numbers differ": 0.3122,
    "numbers in both": 0.683,
    "one denies plainly": 1.1868,
    "rarest shared": 0.4947,
    "rarity shared": 0.153,
    "words shared": 0.2215,
}
"""Log odds of a contradiction for each unit of a sign."""
