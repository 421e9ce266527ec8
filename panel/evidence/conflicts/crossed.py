"""Signs that others make together: figures that clash tell less where the two sentences name two tiers."""

from panel.evidence.conflicts.statements import Signs

_CLASHES = ("figures clash", "dates clash", "licences clash")
_APART = ("any kind apart", "tiers", "codes", "versions", "another version")
_PAIRS = {
    "clash": (
        "modified otherwise",
        "other circumstances",
        "circumstances of one",
        "any kind apart",
        "one opens with a condition",
        "one speaks absolutely",
        "figures agree",
        "apart",
        "names",
        "both set a limit",
        "versions",
        "one is another's",
        "seats of one",
        "none apart",
        "times differ",
    ),
    "ruled": (
        "any apart",
        "one opens with a condition",
        "names",
        "seats of one",
        "limits of one",
        "one is another's",
        "times differ",
    ),
    "one denies": (
        "modified otherwise",
        "other circumstances",
        "any kind apart",
        "one speaks absolutely",
        "silent on short sentences",
        "silent on plain sentences",
        "any apart",
    ),
    "opposed": (
        "any kind apart",
        "one denies",
        "turned",
        "silent on short sentences",
        "silent on plain sentences",
        "any apart",
        "names",
    ),
    "turned": ("apart", "names", "silent on short sentences", "met, not ruled", "any apart", "denied, untold"),
    "one relation": ("other names",),
}
"""By sign: those that tell something else together with it."""


def crossed(found: Signs) -> Signs:
    """Return the signs that others make together."""
    any_apart = any(found.get(name) for name in _APART)
    clash = any(found.get(name) for name in _CLASHES)
    whole = found | {
        "clash": float(clash),
        "names": float(bool(found["other names"] or found["other subjects"])),
        "any apart": float(any_apart),
        "none apart": float(not any_apart),
    }
    together = {
        f"{one} + {other}": float(bool(whole.get(one) and whole.get(other)))
        for one, others in _PAIRS.items()
        for other in others
    }
    return together | {
        "one denies, nothing turned": float(bool(found["one denies"]) and not found["turned"]),
        "one denies, nothing turned or shared": float(
            bool(found["one denies"]) and not found["turned"] and not found["shared"]
        ),
        "agreeing, nothing turned": float(bool(found["figures agree"] or found["dates agree"]) and not found["turned"]),
    }
