"""Signs that others make together: figures that clash tell less where the two sentences name two tiers."""

from panel.evidence.conflicts.statements import Signs

_CLASHES = ("figures clash", "dates clash", "licences clash")
_APART = ("kinds apart", "tiers", "versions")
_WITH_A_CLASH = (
    "other circumstances",
    "other names",
    "versions",
    "variant of one",
    "one is another's",
    "none apart",
    "times differ",
    "other places",
    "with or without",
    "part of a whole",
)


def crossed(found: Signs) -> Signs:
    """Return the signs that others make together."""
    apart = any(found.get(name) for name in _APART)
    clash = any(found.get(name) for name in _CLASHES)
    ruled = found.get("ruled") or found.get("ruled on plain sentences")
    whole = found | {"none apart": float(not apart)}
    return {
        **{f"clash + {other}": float(clash and bool(whole.get(other))) for other in _WITH_A_CLASH},
        "figures far, unruled": float(bool(found.get("figures far") and not ruled)),
        "one relation + other names": float(bool(found["one relation"] and found["other names"])),
    }
