"""Signs that others make together: figures that clash tell less where the two sentences name two tiers.

Each sign counts anew among figures that clash, among dates that clash, and where only words can: that two sentences
share many words tells a lot of two figures, and little of two dates.
"""

from panel.evidence.conflicts.statements import Signs

_SIDES = (
    "turned",
    "turned name",
    "one denies",
    "one denies what the other leaves",
    "denied words left",
    "opposed",
    "denied thing told",
)
_RULED = ("ruled", "ruled on plain sentences")
EXCUSES = {
    "denied elsewhere": (*_SIDES, *_RULED, "other names", "other places"),
    "other parts licensed": (*_SIDES, *_RULED, "licences clash"),
    "other uses": (*_SIDES, *_RULED, "licences clash"),
    "most of all plans": (*_RULED, "one denies what the other leaves"),
    "per another thing": (*_RULED, "one says only"),
    "for some only": (*_RULED, "one says only", "one quotes and differs"),
}
"""Signs that two sentences speak of two things, and the signs of a clash that they explain."""

_CLASHES = ("figures clash", "dates clash", "licences clash")
_APART = (
    "kinds apart",
    "tiers",
    "versions",
    "another version",
    "another update",
    "within the limit",
    "figures told apart",
    "still awaited",
    "other setting",
    "with or without",
    "other subjects",
    "other things",
    "other names",
    "numbered otherwise",
    "newer than asked",
    "only as the other says",
    "codes",
    "one bills by the year",
    "clash in two kinds",
    "opened otherwise",
    "one piece",
    "per another time",
    "grown since",
    "named tier of one",
    *EXCUSES,
)
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
_WITH_A_DENIAL = (
    "figures agree",
    "none apart",
    "other circumstances",
    "part of one",
    "tiers",
    "numbered otherwise",
    "one is of later",
    "only as the other says",
)
_DENIALS = ("one denies", "one denies what the other leaves", "turned", "opposed")
_AMONG = {"figures clash": "among figures", "dates clash": "among dates"}
_WORDS = "among words"
MADE_OF_KINDS = (*_AMONG.values(), _WORDS)
"""How the names of signs end that are counted anew for each kind of clash."""
_MADE = ("only + ", "clash + ", "denial + ", "figures far, unruled", "one relation + other names")


def crossed(found: Signs) -> Signs:
    """Return the signs that others make together."""
    apart = any(found.get(name) for name in _APART)
    clash = any(found.get(name) for name in _CLASHES)
    denial = not clash and any(found.get(name) for name in _DENIALS)
    ruled = found.get("ruled") or found.get("ruled on plain sentences")
    whole = found | {"none apart": float(not apart)}
    made = {
        **{f"clash + {other}": float(clash and bool(whole.get(other))) for other in _WITH_A_CLASH},
        "figures far, unruled": float(bool(found.get("figures far") and not ruled)),
        "one relation + other names": float(bool(found.get("one relation") and found.get("other names"))),
    }
    among = next((where for sign, where in _AMONG.items() if found.get(sign)), _WORDS)
    if found.get("one says only") and found.get("one is of later"):
        made["only + one is of later"] = 1.0
    denied = {f"denial + {other}": float(denial and bool(whole.get(other))) for other in _WITH_A_DENIAL}
    return made | denied | {f"{name}, {among}": strength for name, strength in (found | made).items() if strength}


def completed(found: Signs) -> Signs:
    """Return signs with those that they make together, without the ones that tell nothing or that others explain."""
    explained = {sign for excuse, signs in EXCUSES.items() if found.get(excuse) for sign in signs}
    found = {name: strength for name, strength in found.items() if name not in explained}
    return {name: strength for name, strength in (found | crossed(found)).items() if strength}


def is_crossed(name: str) -> bool:
    """Whether others make a sign together."""
    return name.startswith(_MADE) or name.endswith(MADE_OF_KINDS)
