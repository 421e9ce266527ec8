"""What follows for which reader: each persona's own preference, told to the reader who shares its question."""

from collections.abc import Collection, Mapping, Sequence

from panel.domain.comparison import ReaderAdvice
from panel.domain.head_to_head import TIE, HeadToHead, SeatPreference
from panel.domain.verdict import Verdict
from panel.domain.wording import listed
from panel.stats.ranking import rank


def advise(
    verdicts: Sequence[Verdict], duels: Sequence[HeadToHead], readers: Mapping[str, str]
) -> tuple[ReaderAdvice, ...]:
    """Return the advice for every reader of whom a persona of the comparison speaks, in the order of the seats.

    A persona's pick is the release that it prefers to every other: head to head where it was asked (and only if the
    names don't change it), else by its votes. Where it ships none of them, the advice is neither.

    Args:
        verdicts: The compared verdicts.
        duels: Every pair.
        readers: Persona → its reader as a clause, such as ``you build``.
    """
    titles = {persona: title for duel in duels for persona, title in _titles(duel)}
    return tuple(
        _advice(persona, title, readers[persona], verdicts, duels)
        for persona, title in titles.items()
        if persona in readers
    )


def _titles(duel: HeadToHead) -> list[tuple[str, str]]:
    return [(seat.persona, seat.title) for seat in duel.seats]


def _advice(
    persona: str, title: str, reader: str, verdicts: Sequence[Verdict], duels: Sequence[HeadToHead]
) -> ReaderAdvice:
    seats = {(duel.a, duel.b): seat for duel in duels for seat in duel.seats if seat.persona == persona}
    names = {verdict.slug: verdict.release.name for verdict in verdicts}
    votes = {verdict.slug: _vote(verdict, persona) for verdict in verdicts}
    groups = rank(list(names), {pair: _pick(seat) for pair, seat in seats.items()})
    best = groups[0][0] if len(groups[0]) == 1 else None
    shipped = [slug for slug, vote in votes.items() if vote == "ship"]
    skipped = [slug for slug, vote in votes.items() if vote == "skip"]
    told = _told(title, groups[0], names, shipped, skipped, seats.values())
    release = best if best is not None and votes[best] != "skip" else None
    answer = names[release] if release else _undecided(groups[0], names, votes, seats.values())
    return ReaderAdvice(
        persona=persona, title=title, reader=reader, release=release, text=f"If {reader}: {answer}. {told}"
    )


def _undecided(
    best: Sequence[str],
    names: Mapping[str, str],
    votes: Mapping[str, str | None],
    seats: Collection[SeatPreference],
) -> str:
    """Say why a reader gets no name: all are skipped, vote and choice differ, nothing parts them, nobody was seated."""
    if set(votes.values()) == {"skip"}:
        return "neither" if len(votes) == 2 else "none of them"
    if len(best) == 1:
        return "no clear pick"
    if all(seat.named is None for seat in seats):
        return "no call"
    between = f" between {listed([names[slug] for slug in best])}" if len(best) < len(names) else ""
    return f"too close to call{between}"


def _pick(seat: SeatPreference) -> str | None:
    """Return which of a pair a seat prefers, if names don't change it."""
    if seat.named in (None, TIE):
        return None
    return seat.named if seat.basis == "verdicts" or seat.masked == seat.named else None


def _told(
    title: str,
    best: Sequence[str],
    names: Mapping[str, str],
    shipped: Sequence[str],
    skipped: Sequence[str],
    seats: Collection[SeatPreference],
) -> str:
    parts = []
    every = "both" if len(names) == 2 else "all of them"
    for verb, slugs in (("ships", shipped), ("skips", skipped)):
        if slugs:
            parts.append(f"{verb} {every if len(slugs) == len(names) else listed([names[slug] for slug in slugs])}")
    unseated = [name for slug, name in names.items() if slug not in (*shipped, *skipped)]
    if unseated:
        parts.append(f"has no vote on {listed(unseated)}")
    said = f"{title} {listed(parts)}"
    pairs = [seat for seat in seats if seat.basis == "asked"]
    if not pairs:
        return f"{said}."
    if len(best) < len(names):
        return f"{said}; head to head it prefers {listed([names[slug] for slug in best])}, with names and without."
    if any(seat.brand_pull for seat in pairs):
        return f"{said}; head to head its answer changes with the names."
    if any(seat.turned_by_order for seat in pairs):
        return f"{said}; head to head its answer changes with the order."
    return f"{said}; head to head it has no clear favourite."


def _vote(verdict: Verdict, persona: str) -> str | None:
    return next((ballot.vote for ballot in verdict.ballots if ballot.persona == persona), None)
