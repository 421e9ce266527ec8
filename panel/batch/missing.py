"""What a docket would have to be asked, release by release, without holding more than a handful of them."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from itertools import islice

from panel.domain.call import Request
from panel.evidence.dossier import read_dossier
from panel.hearing.poll import Bench, unanswered
from panel.llm.room import links
from panel.sitting import Case

AT_ONCE = 32
"""Releases whose questions are rendered and looked up together."""


async def missing(docket: Iterable[Case], bench: Bench) -> AsyncIterator[tuple[str, list[Request]]]:
    """Yield model by model the ballots of which no readable answer is stored; of a chain, the first model's.

    Models that read no prompt are left out. An adaptive panel begins with one ballot a seat, so only that is missing.

    Raises:
        DeclarationError: A template or a model's name can't be used.
    """
    for cases in _handfuls(docket, AT_ONCE):
        wanted: dict[str, list[Request]] = {}
        for found in await asyncio.gather(*(_of_release(case, bench) for case in cases)):
            for model, requests in found:
                wanted.setdefault(model, []).extend(requests)
        for model, requests in wanted.items():
            yield model, requests


async def _of_release(case: Case, bench: Bench) -> list[tuple[str, list[Request]]]:
    dossier = read_dossier(case.release)
    found: list[tuple[str, list[Request]]] = []
    for seat in case.panel.seats:
        first = seat.model_copy(update={"samples": 1}) if case.panel.adaptive else seat
        for model, requests in (await unanswered(first, dossier, bench)).items():
            if bench.gateway.rules(model) is None and bench.gateway.remembers(model):
                found.append((links(model)[0], requests))
    return found


def _handfuls(cases: Iterable[Case], size: int) -> Iterator[list[Case]]:
    source = iter(cases)
    while some := list(islice(source, size)):
        yield some
