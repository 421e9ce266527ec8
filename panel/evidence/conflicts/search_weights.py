"""What two sentences tell at a glance; fitted by ``benchmarks/search_weights.py``, not by hand."""

PROMISE: dict[str, float] = {
    "a number in both": 0.1955,
    "each the other's likest": 1.2476,
    "fewer words": -0.1426,
    "likeness": 1.8489,
    "more words": -0.0526,
    "numbers differ": -0.7742,
    "numbers in both": 0.9689,
    "one denies plainly": 0.0311,
    "rarest shared": 0.433,
    "rarity shared": 0.1309,
    "words shared": 0.1062,
}
"""Log odds of a contradiction for each unit of a sign."""
