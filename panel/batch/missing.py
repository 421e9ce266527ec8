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


ByModel = dict[str, list[Request]]
"""What one or more releases would have to be asked, model by model."""


async def missing_by_release(docket: Iterable[Case], bench: Bench) -> AsyncIterator[list[ByModel]]:
    """Yield for some releases at a time, in order, the ballots of each of which no readable answer is stored.

    Of a chain it is the first model's. Models that read no prompt are left out. An adaptive panel begins with one
    ballot a seat, so only that is missing.

    Raises:
        DeclarationError: A template or a model's name can't be used.
    """
    for cases in _handfuls(docket, AT_ONCE):
        yield [together([each]) for each in await asyncio.gather(*(_of_release(case, bench) for case in cases))]


async def missing(docket: Iterable[Case], bench: Bench) -> AsyncIterator[tuple[str, list[Request]]]:
    """Yield the same model by model, for whom it doesn't matter where one release ends.

    Raises:
        DeclarationError: A template or a model's name can't be used.
    """
    async for releases in missing_by_release(docket, bench):
        for model, requests in together(each.items() for each in releases).items():
            yield model, requests


def together(found: Iterable[Iterable[tuple[str, list[Request]]]]) -> ByModel:
    """Return requests by model, those of one model in their order."""
    wanted: ByModel = {}
    for each in found:
        for model, requests in each:
            wanted.setdefault(model, []).extend(requests)
    return wanted


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
