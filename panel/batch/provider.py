"""``--engine provider``: what is unanswered goes to the providers' batch APIs, and comes back at half the price.

The engine asks for ballots only. It enters every answer into the ledger; the run that follows finds them there, and
asks directly for what is left: repairs, further samples, and calls that a provider refused or failed three times.
"""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from panel.batch.errands import Errand, Returned
from panel.batch.missing import ByModel, missing
from panel.batch.parcels import Parcels, sweep
from panel.errors import DeclarationError
from panel.hearing.poll import Bench
from panel.llm.bulk.lane import Lane
from panel.llm.bulk.lanes import open_lane
from panel.llm.bulk.pace import Pace
from panel.llm.bulk.post import Post
from panel.sitting import Case

ROUNDS = 50
"""Most times that the docket is gone through; after the first, only for what failed, had no room, or didn't fit."""


async def send_and_collect(
    docket: Callable[[], Iterable[Case]],
    bench: Bench,
    place: Path | str,
    folder: Path,
    *,
    pace: Pace | None = None,
    tell: Callable[[str], None] = lambda _: None,
    fits: Callable[[Sequence[Errand]], bool] = lambda errands: True,
    settle: Callable[[float, int], None] = lambda usd, tokens: None,
) -> Returned:
    """Have every unanswered ballot of a docket answered in bulk, and enter the answers into the ledger.

    Batches of an earlier run, interrupted or killed, are found again and collected first. Cancelled (Ctrl-C), it leaves
    what is under way to the providers.

    Args:
        docket: Gives the releases and their panels, each time anew.
        bench: Prompts, gateway and ledger.
        place: The ledger's file or URL.
        folder: Where files wait to be uploaded; those of this run are removed.
        pace: How often providers are asked.
        tell: Told of what happens, in sentences.
        fits: Asked once before the calls about one release are sent, to whichever models: whether all of them may be.
        settle: Told, when nothing is under way, what the answers came to so far: US dollars and tokens. What didn't fit
            while the answers were awaited at their upper cost is then asked about again.

    Raises:
        DeclarationError: A model has no batch API here, or a provider rejected a batch.
        CallError: A provider can't be reached, or refuses.
    """
    engine = _Engine(docket, bench, place, folder, pace or Pace(), tell, fits, settle)
    try:
        return await engine.run()
    except asyncio.CancelledError:
        if engine.waiting:
            tell(
                f"{engine.waiting} batches go on at their providers, paid for as they are answered: "
                "the same command collects them."
            )
        raise
    finally:
        await engine.close()


class _Engine:
    def __init__(
        self,
        docket: Callable[[], Iterable[Case]],
        bench: Bench,
        place: Path | str,
        folder: Path,
        pace: Pace,
        tell: Callable[[str], None],
        fits: Callable[[Sequence[Errand]], bool],
        settle: Callable[[float, int], None],
    ) -> None:
        self._docket, self._bench, self._pace, self._fits, self._settle = docket, bench, pace, fits, settle
        self._turned_away: set[str] = set()
        self._post = Post(place, pace, tell)
        self._folder, self._parcels = folder, Parcels(folder)
        self._lanes: dict[str, Lane] = {}
        self._most: dict[str, int] = {}

    @property
    def waiting(self) -> int:
        return self._post.waiting

    async def run(self) -> Returned:
        sweep(self._folder)
        await self._post.resume(self._lane)
        await self._post.collect()
        self._settle_up()
        sent, takings = 0, self._post.takings
        for number in range(ROUNDS):
            self._turned_away.clear()
            now = await self._send()
            joined = await self._post.join(self._lane)
            crowded = takings.of("crowded")
            await self._post.collect()
            sent += now
            self._stop_if_cancelled()
            self._settle_up()
            if not now and not joined and number:
                break
            if takings.of("crowded") > crowded:
                self._most = {model: max(most // 2, 1) for model, most in self._most.items()}
                await asyncio.sleep(self._pace.longest_s)
        return Returned(
            sent=sent,
            answered=takings.of("answered"),
            failed=takings.of("failed", "refused"),
            turned_away=len(self._turned_away),
            cost_usd=round(takings.cost_usd, 10),
            unpriced=takings.unpriced,
            tokens=takings.tokens,
        )

    def _settle_up(self) -> None:
        self._settle(self._post.takings.cost_usd, self._post.takings.tokens)

    def _stop_if_cancelled(self) -> None:
        if count := self._post.takings.of("cancelled"):
            raise DeclarationError(
                f"{count:,} calls were cancelled at the provider; what was answered is kept, and the same command "
                "sends the rest again"
            )

    async def close(self) -> None:
        self._parcels.close()
        await self._post.close()
        await asyncio.gather(*(lane.close() for lane in self._lanes.values()))

    def _lane(self, model: str) -> Lane:
        if model not in self._lanes:
            self._lanes[model] = lane = open_lane(model)
            self._most[model] = lane.limits.requests
        return self._lanes[model]

    async def _send(self) -> int:
        """Go through the docket once; send whatever may be sent, in files as large as a provider takes them."""
        sent = 0
        async for releases in missing(self._docket(), self._bench):
            fitting: list[Errand] = []
            for errands in await self._errands(releases):
                fitting += await self._fitting(errands)
            await self._post.note([request for errand in fitting for request in errand.in_bulk])
            for errand in fitting:
                for request in errand.in_bulk:
                    line = self._lanes[errand.model].line(request) + b"\n"
                    if self._is_full(errand.model, len(line)):
                        sent += await self._dispatch(errand.model)
                    self._parcels.of(errand.model).add(request.id, line)
        for model in self._parcels.models:
            sent += await self._dispatch(model)
        return sent

    async def _errands(self, releases: Sequence[ByModel]) -> list[list[Errand]]:
        """Return for each release what its models are to be asked: in bulk, or directly once the batches are back."""
        for model in {model for release in releases for model in release}:
            await asyncio.to_thread(self._lane, model)
        requests = [each for release in releases for its in release.values() for each in its]
        stored = await asyncio.gather(*(self._bench.ledger.find(each) for each in requests))
        unread = [each for each, calls in zip(requests, stored, strict=True) if calls]
        free, given_up = await self._post.free(
            [each for each, calls in zip(requests, stored, strict=True) if not calls]
        )
        in_bulk, directly = {each.id for each in free}, {each.id for each in (*unread, *given_up)}
        return [
            [
                Errand(
                    model,
                    tuple(each for each in its if each.id in in_bulk),
                    tuple(each for each in its if each.id in directly),
                )
                for model, its in release.items()
            ]
            for release in releases
        ]

    async def _fitting(self, errands: Sequence[Errand]) -> Sequence[Errand]:
        """Return what may be sent about a release; nothing if it doesn't fit, nor of any that comes after it.

        A release goes as a whole or not at all, and in the order of the docket, so that what is paid is complete.
        """
        asked = [request for errand in errands for request in (*errand.in_bulk, *errand.directly)]
        if not asked:
            return []
        if not self._turned_away and await asyncio.to_thread(self._fits, errands):
            return errands
        self._turned_away.add(asked[0].dossier.release.slug)
        return []

    async def _dispatch(self, model: str) -> int:
        with self._parcels.dispatched(model) as parcel:
            return await self._post.submit(self._lanes[model], list(parcel.requests), parcel.file)

    def _is_full(self, model: str, more: int) -> bool:
        return self._parcels.is_full(model, more, requests=self._most[model], size=self._lanes[model].limits.size)
