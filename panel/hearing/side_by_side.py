"""The main flow of a comparison: every pair before the same seats, then the count, then the texts."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from panel.domain.call import Request
from panel.domain.comparison import Comparison
from panel.domain.head_to_head import HeadToHead
from panel.domain.release import Dossier
from panel.domain.seating import Panel, Seat
from panel.domain.verdict import Finding, Verdict
from panel.hearing.compare import RULES, compare
from panel.hearing.drafting import draft, undrafted
from panel.hearing.face_off import Pairing, Told, all_seats, face_off, unasked
from panel.hearing.makers import own_maker_findings
from panel.hearing.poll import Bench, unanswered


async def set_side_by_side(
    dossiers: Sequence[Dossier],
    panels: Sequence[Panel],
    verdicts: Sequence[Verdict],
    bench: Bench,
    *,
    head_to_head: bool = True,
    writer: str | None = None,
    told: Told | None = None,
) -> Comparison:
    """Compare releases on which there are verdicts.

    Args:
        dossiers: What was read of each, in the order of the page.
        panels: Who sat for each.
        verdicts: What each panel concluded.
        bench: Prompts, gateway and ledger.
        head_to_head: Whether seats for which a model speaks are asked about every pair.
        writer: The model that drafts the texts; ``rules`` for none; the first that speaks for a seat, if not given.
        told: Told of every pair that is through.

    Raises:
        DeclarationError: A template or a model's name can't be used.
    """
    seats = all_seats(panels)
    duels: list[HeadToHead] = []
    findings: list[Finding] = []
    if head_to_head and any(speaking(seats, bench)):
        by_slug = {verdict.slug: verdict for verdict in verdicts}
        for pairing in _pairings(dossiers):
            result, found = await face_off(pairing, seats, by_slug, panels[0], bench)
            duels.append(result)
            findings += found
            models = [answer.model for seat in result.seats for answer in seat.answers]
            findings += [each for side in (pairing.a, pairing.b) for each in own_maker_findings(side.release, models)]
            if told is not None:
                told(f"{pairing.a.release.name} against {pairing.b.release.name}")
    readers = {seat.persona.id: seat.persona.reader for seat in seats if seat.persona.reader}
    comparison = compare(verdicts, head_to_head=duels, readers=readers, findings=tuple(dict.fromkeys(findings)))
    model = writing_model(seats, writer, bench)
    return comparison if model is None else await draft(comparison, dossiers, model, bench)


async def unanswered_comparison(
    dossiers: Sequence[Dossier],
    panels: Sequence[Panel],
    bench: Bench,
    *,
    verdicts: Sequence[Verdict] | None = None,
    head_to_head: bool = True,
    writer: str | None = None,
) -> dict[str, list[Request]]:
    """Return by model what a comparison would have to ask, its panels' ballots left out.

    Args:
        dossiers: As for :func:`set_side_by_side`.
        panels: The same.
        bench: The same.
        verdicts: The verdicts, if they are there: what was counted is a part of what the writer reads.
        head_to_head: As for :func:`set_side_by_side`.
        writer: The same.

    Raises:
        DeclarationError: A template or a model's name can't be used.
    """
    seats = all_seats(panels)
    wanted: dict[str, list[Request]] = {}
    if head_to_head:
        for pairing in _pairings(dossiers):
            for model, requests in (await unasked(pairing, seats, bench)).items():
                wanted.setdefault(model, []).extend(requests)
    drafter = writing_model(seats, writer, bench)
    if drafter is not None:
        comparison = None
        if verdicts and not any(wanted.values()):  # every answer is stored, so nobody is asked
            comparison = await set_side_by_side(
                dossiers, panels, verdicts, bench, head_to_head=head_to_head, writer=RULES
            )
        if (request := await undrafted(comparison, dossiers, drafter, bench)) is not None:
            wanted.setdefault(drafter, []).append(request)
    return wanted


async def unanswered_ballots(
    dossiers: Sequence[Dossier], panels: Sequence[Panel], bench: Bench
) -> dict[str, list[Request]]:
    """Return by model which ballots of several panels would have to be asked for."""
    wanted: dict[str, list[Request]] = {}
    for dossier, panel in zip(dossiers, panels, strict=True):
        for seat in panel.seats:
            for model, requests in (await unanswered(seat, dossier, bench)).items():
                wanted.setdefault(model, []).extend(requests)
    return wanted


def speaking(seats: Sequence[Seat], bench: Bench) -> Iterator[str]:
    """Yield every model that speaks for a seat; rules are none."""
    return (model for seat in seats for model in seat.models if bench.gateway.rules(model) is None)


def writing_model(seats: Sequence[Seat], writer: str | None, bench: Bench) -> str | None:
    """Return the model that drafts the texts; None where rules write them."""
    if writer is None:
        return next(speaking(seats, bench), None)
    return None if writer == RULES or bench.gateway.rules(writer) is not None else writer


def _pairings(dossiers: Sequence[Dossier]) -> list[Pairing]:
    return [Pairing(a, b) for a, b in combinations(dossiers, 2)]
