"""Signs that others make together: figures that clash tell less where the two sentences name two tiers."""

from panel.evidence.conflicts.statements import Signs

_CLASHES = ("figures clash", "dates clash", "licences clash")
_APART = ("kinds apart", "tiers", "versions")
_WITH_A_CLASH = (
    "other circumstances",
    "circumstances of one",
    "other names",
    "both set a limit",
    "versions",
    "variant of one",
    "one is another's",
    "one sets a bound",
    "none apart",
    "times differ",
)


def crossed(found: Signs) -> Signs:
    """Return the signs that others make together."""
    apart = any(found.get(name) for name in _APART)
    clash = any(found.get(name) for name in _CLASHES)
    whole = found | {"none apart": float(not apart)}
    return {
        **{f"clash + {other}": float(clash and bool(whole.get(other))) for other in _WITH_A_CLASH},
        "one relation + other names": float(bool(found["one relation"] and found["other names"])),
    }
