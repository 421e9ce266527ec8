"""Whether two figures can be set one beside the other, and whose they are."""

import re
from collections.abc import Sequence

from panel.evidence.currencies import ROUGH_WORTH
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity
from panel.evidence.names import same_name
from panel.evidence.owners import Key


def tells_speed(quantity: Quantity) -> bool:
    """Whether a figure is how long something takes or how much is done in a time, not any number."""
    return quantity.kind not in ("count", "number") or bool({"second", "minute", "hour"} & set(quantity.per))


def apart(a: Quantity, b: Quantity) -> float:
    """Return how far apart two figures of a sentence stand, as a share of a point."""
    return 0.001 * abs(a.span[0] - b.span[0])


def is_of(key: Key | None, whose: Sequence[Key], evidence: Evidence) -> bool:
    """Whether a figure with these owners is one of the name's; None stands for the release."""
    if key is None or evidence.subject.is_ours(key):
        return not whose or any(evidence.subject.is_ours(other) for other in whose)
    return any(same_name(key, other) for other in whose)


def measure_alike(a: Quantity, b: Quantity, *, together: bool) -> bool:
    """Whether two figures can be compared; in one sentence the second may leave out its unit."""
    if a.kind == b.kind and a.unit == b.unit and same_per(a, b):
        return True
    if a.kind == b.kind == "money" and {a.unit, b.unit} <= set(ROUGH_WORTH) and same_per(a, b):
        one, two = sorted((a.value * ROUGH_WORTH[a.unit], b.value * ROUGH_WORTH[b.unit]))
        return a.unit == b.unit or two > 1.3 * one
    return together and "number" in (a.kind, b.kind) and "money" not in (a.kind, b.kind)


def same_per(a: Quantity, b: Quantity) -> bool:
    """Whether two prices are per the same; one may leave a part of it out."""
    return set(a.per) <= set(b.per) or set(b.per) <= set(a.per)


def literal(quantity: Quantity) -> float:
    """Return a number as its digits have it, whatever its unit."""
    match = re.search(r"\d+(?:\.\d+)?", quantity.text.replace(",", ""))
    return float(match.group()) if match else quantity.value
