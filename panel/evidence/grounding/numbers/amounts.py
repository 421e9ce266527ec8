"""When two numbers are one: one that was worked out and the one that a statement has, or those of two sentences."""

from panel.evidence.measures import Quantity, agree, same_measure

ROUNDED = 0.005
"""How far a number that is meant to the digit may be from what others come to, as a share of it."""

EQUAL = 1e-9
"""How far two equal numbers may be apart."""

BEYOND = 1.3
"""How many times a bound what goes beyond it may be, to be what is meant: ``over 1,000`` of 1,160."""


def comes_to(value: float, quantity: Quantity) -> bool:
    """Whether a value that was worked out is the one stated.

    Args:
        value: What other numbers come to.
        quantity: The number of a statement.
    """
    if not quantity.exact:
        return quantity.low * 0.99 <= value <= min(quantity.high, BEYOND * quantity.value) * 1.01
    if quantity.kind == "money":
        return quantity.low < value < quantity.high or abs(value - quantity.value) <= EQUAL
    whole = quantity.kind in ("count", "number") and int(value) == quantity.value
    slack = max(ROUNDED * abs(quantity.value), EQUAL)
    return whole or abs(value - quantity.value) <= slack or quantity.low <= value < quantity.high


COUNTS = frozenset({"count", "number"})
"""Kinds of numbers that count things."""

SECONDS = {"second": 1.0, "minute": 60.0, "hour": 3_600.0, "day": 86_400.0, "week": 604_800.0}
"""Seconds of the times that prices and rates are per."""


def is_same(one: Quantity, two: Quantity) -> bool:
    """Whether two numbers measure one thing, or count something, and agree."""
    return (same_measure(one, two) or {one.kind, two.kind} <= COUNTS) and agree(one, two)
