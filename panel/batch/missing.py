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
"""What would have to be asked about one release, by model."""


async def missing(docket: Iterable[Case], bench: Bench) -> AsyncIterator[list[ByModel]]:
    """Yield, a handful of releases at a time, the ballots of which no readable answer is stored.

    Of a chain, it is the first model's. Models that read no prompt are left out. An adaptive panel begins with one
    ballot a seat, so only that is missing.

    Raises:
        DeclarationError: A template or a model's name can't be used.
    """
    for cases in _handfuls(docket, AT_ONCE):
        found = await asyncio.gather(*(_of_release(case, bench) for case in cases))
        if some := [each for each in found if each]:
            yield some


async def by_model(docket: Iterable[Case], bench: Bench) -> AsyncIterator[tuple[str, list[Request]]]:
    """Yield the same as :func:`missing`, model by model, those of a handful of releases together."""
    async for some in missing(docket, bench):
        wanted: ByModel = {}
        for of_release in some:
            for model, requests in of_release.items():
                wanted.setdefault(model, []).extend(requests)
        for model, requests in wanted.items():
            yield model, requests


async def _of_release(case: Case, bench: Bench) -> ByModel:
    dossier = read_dossier(case.release)
    found: ByModel = {}
    for seat in case.panel.seats:
        first = seat.model_copy(update={"samples": 1}) if case.panel.adaptive else seat
        for model, requests in (await unanswered(first, dossier, bench)).items():
            if bench.gateway.rules(model) is None and bench.gateway.remembers(model):
                found.setdefault(links(model)[0], []).extend(requests)
    return found


def _handfuls(cases: Iterable[Case], size: int) -> Iterator[list[Case]]:
    source = iter(cases)
    while some := list(islice(source, size)):
        yield some
