"""From answers about a pair to its result: seat by seat, counted with names and without."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from panel.domain.call import Usage
from panel.domain.head_to_head import TIE, Answer, HeadToHead, SeatPreference
from panel.domain.seating import Seat
from panel.domain.verdict import Verdict
from panel.hearing.asking import total_cost
from panel.hearing.pair_words import summed_up
from panel.stats.preference import SeatAnswers, count_pair, preferred

Way = Literal["named", "masked"]


class Asked(NamedTuple):
    """An answer, and whose it is."""

    persona: str
    """Who was asked."""
    model: str
    """The model that speaks for it, as it was named."""
    answer: Answer
    """What it said."""


def conclude_pair(
    a: Verdict, b: Verdict, seats: Sequence[Seat], answers: Sequence[Asked], *, quorum: float, level: float
) -> HeadToHead:
    """Return what two releases came to head to head.

    A release wins where it is ahead by more than chance with names shown and with names hidden.

    Args:
        a: The verdict on the one.
        b: The verdict on the other.
        seats: Everyone who sits for this comparison.
        answers: What those of them said for whom a model speaks.
        quorum: More than this share of the seats must have a result.
        level: Level of the intervals.
    """
    asked = {each.persona for each in answers}
    preferences = tuple(
        _asked(seat, [each for each in answers if each.persona == seat.persona.id], a.slug)
        if seat.persona.id in asked
        else _read_off(seat.persona.id, seat.persona.name, seat.weight, a, b)
        for seat in seats
    )
    return _result(a, b, preferences, quorum, level)


def read_off_verdicts(a: Verdict, b: Verdict, *, quorum: float = 0.5, level: float = 0.95) -> HeadToHead:
    """Return what two verdicts say of a pair where nobody was asked head to head."""
    titles = {**b.titles, **a.titles}
    order = dict.fromkeys([*a.titles, *b.titles])
    weights = {each.persona: each.weight for verdict in (b, a) for each in verdict.ballots}
    preferences = tuple(_read_off(each, titles[each], weights.get(each, 1.0), a, b) for each in order)
    return _result(a, b, preferences, quorum, level)


def _result(a: Verdict, b: Verdict, seats: tuple[SeatPreference, ...], quorum: float, level: float) -> HeadToHead:
    asked = [seat for seat in seats if seat.basis == "asked"]
    named = count_pair(a.slug, b.slug, [_answers(each, "named") for each in seats], quorum=quorum, level=level)
    masked = None
    if asked:
        masked = count_pair(a.slug, b.slug, [_answers(each, "masked") for each in asked], quorum=quorum, level=level)
    both = masked is None or masked.winner == named.winner
    pulls = [seat.brand_pull for seat in asked if seat.brand_pull is not None]
    towards = {slug: pulls.count(slug) for slug in (a.slug, b.slug)}
    answers = [answer for seat in asked for answer in seat.answers]
    result = HeadToHead(
        a=a.slug,
        b=b.slug,
        basis="asked" if asked else "verdicts",
        named=named,
        masked=masked,
        seats=seats,
        winner=named.winner if both else None,
        brand_pull=None if towards[a.slug] == towards[b.slug] else max(towards, key=lambda slug: towards[slug]),
        cost_usd=total_cost([answer.cost_usd for answer in answers]),
        usage=sum((answer.usage for answer in answers), Usage()),
    )
    names = {a.slug: a.release.name, b.slug: b.release.name}
    return result.model_copy(update={"summary": summed_up(result, names)})


def _asked(seat: Seat, answers: Sequence[Asked], a: str) -> SeatPreference:
    said = [each.answer for each in answers]
    named, masked = _by_model(answers, masked=False), _by_model(answers, masked=True)
    results: dict[Way, str | None] = {"named": _majority(named), "masked": _majority(masked)}
    by_way: dict[Way, list[list[str | None]]] = {"named": named, "masked": masked}
    turned = tuple(way for way, groups in by_way.items() if any(map(_turns, groups)))
    chosen = max(
        (each for each in said if not each.masked and each.choice == results["named"]),
        key=lambda each: each.confidence or 0.0,
        default=next((each for each in said if each.choice is not None), said[0]),
    )
    return SeatPreference(
        persona=seat.persona.id,
        title=seat.persona.name,
        weight=seat.weight,
        named=results["named"],
        masked=results["masked"],
        turned_by_order=turned,
        brand_pull=_pull(results["named"], results["masked"], a, said),
        reason=chosen.reason,
        cites=chosen.cites,
        answers=tuple(said),
    )


def _by_model(answers: Sequence[Asked], *, masked: bool) -> list[list[str | None]]:
    """Return each model's choices in one way of asking, in order."""
    models = dict.fromkeys(each.model for each in answers)
    return [
        [each.answer.choice for each in answers if each.model == model and each.answer.masked == masked]
        for model in models
    ]


def _turns(choices: Sequence[str | None]) -> bool:
    return len({choice for choice in choices if choice is not None}) > 1


def _majority(by_model: Sequence[Sequence[str | None]]) -> str | None:
    """Return the strict majority of several models' results; a tie where there is none, None where none can be read."""
    results = [result for choices in by_model if (result := preferred(choices)) is not None]
    if not results:
        return None
    most = max(results, key=results.count)
    return most if 2 * results.count(most) > len(results) else TIE


def _pull(named: str | None, masked: str | None, a: str, answers: Sequence[Answer]) -> str | None:
    """Return the release that gains by its name: the seat's result changed, and towards that one."""
    if named is None or masked is None or named == masked:
        return None
    b = next(slug for slug in dict.fromkeys(answer.first for answer in answers) if slug != a)
    value = {a: 1, TIE: 0, b: -1}
    return a if value[named] > value[masked] else b


def _answers(seat: SeatPreference, way: Way) -> SeatAnswers:
    result = seat.named if way == "named" else seat.masked
    said = [each.choice for each in seat.answers if each.masked == (way == "masked") and each.choice is not None]
    return SeatAnswers(seat.weight, result, tuple(said) or ((result,) if result is not None else ()))


def _read_off(persona: str, title: str, weight: float, a: Verdict, b: Verdict) -> SeatPreference:
    """Return what a seat's votes on both releases say: it prefers the one that it ships where it skips the other."""
    votes = {verdict.slug: _vote(verdict, persona) for verdict in (a, b)}
    named = None
    if None not in votes.values():
        ships = [slug for slug, vote in votes.items() if vote == "ship"]
        named = ships[0] if len(ships) == 1 and "skip" in votes.values() else TIE
    return SeatPreference(persona=persona, title=title, weight=weight, basis="verdicts", named=named)


def _vote(verdict: Verdict, persona: str) -> str | None:
    return next((ballot.vote for ballot in verdict.ballots if ballot.persona == persona), None)
