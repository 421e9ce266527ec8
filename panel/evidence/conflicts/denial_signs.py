"""Signs in what two sentences deny: the same thing that the other affirms, a part of it, or something else."""

import re
from collections.abc import Collection, Iterator

from panel.evidence.conflicts.figure_signs import telling
from panel.evidence.conflicts.statements import Signs
from panel.evidence.conflicts.wording import LATER
from panel.evidence.passages import Passage

_DENIAL = re.compile(
    r"\b(?:no|not|never|none|nothing|nobody|neither|nor|without|cannot|lacks?|lacking|missing|absent|"
    r"removed?|dropped|gone|refus\w+|"
    r"blocked|forbid\w*|prohibit\w*|ban\w*|exclud\w+|shuts? out|impossible|unavailable|unsupported|closed|"
    r"proprietary|yet to|fails?|unable)\b|n['’]t\b",
    re.IGNORECASE,
)
_LITTLE = 3
"""Words besides those that both have, of two sentences that say little else."""


def denials(a: Passage, b: Passage, shared: Collection[str], rest: int) -> Signs:
    """Return the signs in what two sentences deny.

    Args:
        a: One sentence.
        b: The other.
        shared: What both speak of.
        rest: How many things only one of them speaks of.
    """
    turned = list(_turned(a, b, shared))
    ours, theirs = (bool(_DENIAL.search(each.text)) for each in (a, b))
    one = ours != theirs
    return {
        "turned": float(min(len(turned), 3)),
        "one denies": float(one),
        "one denies what is shared": one * min(len(shared), 4) / 2,
        "one denies, one promises": float(
            (ours and not theirs and bool(LATER.search(b.text))) or (theirs and not ours and bool(LATER.search(a.text)))
        ),
        "one denies, figures": float(one and (telling(a) or telling(b))),
        "both deny": float(ours and theirs),
        **_denied(a, b, ours, theirs),
        "little else": float(one and bool(shared) and rest <= _LITTLE),
    }


def _denied(a: Passage, b: Passage, ours: bool, theirs: bool) -> Signs:
    """Return how much of what one sentence denies the other speaks of."""
    if ours == theirs:
        return {}
    denier, other = (a, b) if ours else (b, a)
    denied = {item.concept for item in denier.items if item.sign < 0 and item.weight > 0.35}
    told = {item.concept for item in other.items}
    return {
        "denied in part": float(bool(denied & told) and bool(denied - told)),
        "denied in full": float(bool(denied) and denied <= told),
        "denied, untold": float(min(len(denied - told), 2)),
    }


def _turned(a: Passage, b: Passage, shared: Collection[str]) -> Iterator[str]:
    """Yield what one sentence affirms and the other denies."""
    ours, theirs = _signed(a), _signed(b)
    for concept in shared:
        if len(ours.get(concept, ())) == 1 and len(theirs.get(concept, ())) == 1 and ours[concept] != theirs[concept]:
            yield concept


def _signed(passage: Passage) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for item in passage.items:
        found.setdefault(item.concept, set()).add(item.sign)
    return {concept: frozenset(each) for concept, each in found.items()}
