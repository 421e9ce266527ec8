"""The words of a pair's result, by rules."""

from collections.abc import Mapping, Sequence

from panel.domain.head_to_head import HeadToHead, PairCount
from panel.domain.wording import listed


def summed_up(result: HeadToHead, names: Mapping[str, str]) -> str:
    """Return a pair's result in a few sentences: both counts, whether it is called, order and brand.

    Args:
        result: The counts and seats.
        names: What the two releases are called, by slug.
    """
    counts = _counts(result, names)
    if result.basis == "verdicts":
        return f"Nobody was asked head to head; read off the two verdicts, seat by seat, {counts}."
    return " ".join(
        part for part in (f"{counts}.", _call(result, names), _order(result), _brand(result, names)) if part
    )


def _counts(result: HeadToHead, names: Mapping[str, str]) -> str:
    named = _count(result.named, result, names)
    if result.basis == "verdicts" or result.masked is None:
        return named
    same = (result.named.a, result.named.tie, result.named.b) == (result.masked.a, result.masked.tie, result.masked.b)
    hidden = "the same with names hidden" if same else f"with names hidden {_count(result.masked, result, names)}"
    return f"With names shown {named}; {hidden}"


def _count(count: PairCount, result: HeadToHead, names: Mapping[str, str]) -> str:
    seats = count.a + count.tie + count.b
    if not seats:
        return "no seat has a result"
    parts = [(count.a, names[result.a]), (count.b, names[result.b])]
    said = [f"{number} of {seats} seats prefer{'s' if number == 1 else ''} {name}" for number, name in parts if number]
    if count.tie:
        said.append(
            f"{count.tie if said else f'{count.tie} of {seats} seats'} prefer{'s' if count.tie == 1 else ''} neither"
        )
    missing = f" ({count.missing} without a result)" if count.missing else ""
    return f"{listed(said)}{missing}"


def _call(result: HeadToHead, names: Mapping[str, str]) -> str:
    masked = result.masked
    if result.winner is not None:
        return f"{names[result.winner]} is ahead either way."
    if masked is None or (result.named.winner is None and masked.winner is None):
        return "That is too close to call."
    if result.named.winner and masked.winner:
        shown, hidden = names[result.named.winner], names[masked.winner]
        return f"Names decide it: {shown} with them, {hidden} without, so it isn't called."
    if result.named.winner:
        return f"{names[result.named.winner]} is ahead only while its name is shown, so it isn't called."
    assert masked.winner is not None
    return f"{names[masked.winner]} is ahead only while names are hidden, so it isn't called."


def _order(result: HeadToHead) -> str:
    turned = [seat.title for seat in result.seats if seat.turned_by_order]
    if not turned:
        return ""
    who = _seats(turned, result)
    rest = (
        "changes its answer with the order of the two and counts"
        if len(turned) == 1
        else ("change their answer with the order of the two and count")
    )
    return f"{who} {rest} as a tie there."


def _brand(result: HeadToHead, names: Mapping[str, str]) -> str:
    parts = []
    for slug in (result.a, result.b):
        pulled = [seat.title for seat in result.seats if seat.brand_pull == slug]
        if pulled:
            parts.append(f"{_seats(pulled, result)} move{'s' if len(pulled) == 1 else ''} towards {names[slug]}")
    return f"Brand pull: once names are shown, {listed(parts)}." if parts else ""


def _seats(titles: Sequence[str], result: HeadToHead) -> str:
    """Return whom a sentence is about: up to two by name, else how many of the seats that were asked."""
    asked = sum(seat.basis == "asked" for seat in result.seats)
    return listed(titles) if len(titles) < 3 else f"{len(titles)} of {asked} seats"
