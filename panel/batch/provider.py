"""``--engine provider``: what is unanswered goes to the providers' batch APIs, and comes back at half the price.

The engine asks for ballots only. It enters every answer into the ledger; the run that follows finds them there, and
asks directly for what is left: repairs, further samples, and calls that a provider refused or failed three times.
"""

import asyncio
import contextlib
import secrets
import shutil
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, NamedTuple

from pydantic import Field

from panel.batch.missing import ByModel, missing
from panel.domain.call import Request
from panel.domain.noun import Noun
from panel.errors import DeclarationError
from panel.hearing.poll import Bench
from panel.llm.bulk.lane import Lane
from panel.llm.bulk.lanes import open_lane
from panel.llm.bulk.post import Pace, Post
from panel.sitting import Case

ROUNDS = 50
"""Most times that the docket is gone through; after the first, only for what failed, had no room, or didn't fit."""


class Returned(Noun):
    """What a run through the providers' batch APIs came to."""

    sent: int = Field(default=0, ge=0)
    """Calls sent, resent ones counted again."""
    answered: int = Field(default=0, ge=0)
    """Answers entered into the ledger, those of an earlier run's batches included."""
    failed: int = Field(default=0, ge=0)
    """Calls that came back without an answer, each time counted: errors, and calls that expired."""
    turned_away: int = Field(default=0, ge=0)
    """Releases of which nothing was sent, because they didn't fit into what may be spent."""
    cost_usd: float = Field(default=0.0, ge=0)
    """US dollars of the answers whose price is known."""
    unpriced: int = Field(default=0, ge=0)
    """Answers whose price isn't."""
    tokens: int = Field(default=0, ge=0)
    """Tokens read and written."""


OUTGOING = "outgoing-"
STALE_S = 86_400
"""Age in seconds at which a folder of files to be uploaded is taken for one that a killed run left."""


class Errand(NamedTuple):
    """What one model is to be asked about one release."""

    model: str
    """The model."""
    in_bulk: tuple[Request, ...]
    """What goes into a batch."""
    directly: tuple[Request, ...]
    """What the run that follows asks at the full price: answers to be repaired, and calls that batches gave up."""


@dataclass
class _Parcel:
    """A file of lines that is being written."""

    file: Path
    content: BinaryIO
    requests: dict[str, None] = field(default_factory=dict)
    size: int = 0


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
        self._folder = folder / f"{OUTGOING}{secrets.token_hex(4)}"
        self._lanes: dict[str, Lane] = {}
        self._most: dict[str, int] = {}
        self._parcels: dict[str, _Parcel] = {}

    @property
    def waiting(self) -> int:
        return self._post.waiting

    async def run(self) -> Returned:
        _sweep(self._folder.parent)
        await self._post.resume(self._lane)
        await self._post.collect()
        self._settle(self._post.cost_usd, self._post.tokens)
        sent = 0
        for number in range(ROUNDS):
            self._turned_away.clear()
            now = await self._send()
            joined = await self._post.join(self._lane)
            crowded = self._post.counts.get("crowded", 0)
            await self._post.collect()
            sent += now
            self._stop_if_cancelled()
            self._settle(self._post.cost_usd, self._post.tokens)
            if not now and not joined and number:
                break
            if self._post.counts.get("crowded", 0) > crowded:
                self._most = {model: max(most // 2, 1) for model, most in self._most.items()}
                await asyncio.sleep(self._pace.longest_s)
        counts = self._post.counts
        failed = counts.get("failed", 0) + counts.get("refused", 0)
        return Returned(
            sent=sent,
            answered=counts.get("answered", 0),
            failed=failed,
            turned_away=len(self._turned_away),
            cost_usd=round(self._post.cost_usd, 10),
            unpriced=self._post.unpriced,
            tokens=self._post.tokens,
        )

    def _stop_if_cancelled(self) -> None:
        if count := self._post.counts.get("cancelled", 0):
            raise DeclarationError(
                f"{count:,} calls were cancelled at the provider; what was answered is kept, and the same command "
                "sends the rest again"
            )

    async def close(self) -> None:
        for parcel in self._parcels.values():
            parcel.content.close()
        shutil.rmtree(self._folder, ignore_errors=True)
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
                    _add(self._parcel(errand.model), request.id, line)
        for model in list(self._parcels):
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
        parcel = self._parcels.pop(model)
        parcel.content.close()
        try:
            return await self._post.submit(self._lanes[model], list(parcel.requests), parcel.file)
        finally:
            parcel.file.unlink(missing_ok=True)

    def _is_full(self, model: str, more: int) -> bool:
        parcel = self._parcels.get(model)
        if parcel is None:
            return False
        return len(parcel.requests) >= self._most[model] or parcel.size + more > self._lanes[model].limits.size

    def _parcel(self, model: str) -> _Parcel:
        if model not in self._parcels:
            self._folder.mkdir(parents=True, exist_ok=True)
            file = self._folder / f"{secrets.token_hex(6)}.jsonl"
            self._parcels[model] = _Parcel(file, file.open("wb"))
        return self._parcels[model]


def _add(parcel: _Parcel, request: str, line: bytes) -> None:
    if request in parcel.requests:
        return
    parcel.content.write(line)
    parcel.requests[request] = None
    parcel.size += len(line)


def _sweep(folder: Path) -> None:
    """Remove what runs that were killed left to be uploaded."""
    for left in folder.glob(f"{OUTGOING}*"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > STALE_S:
                shutil.rmtree(left)
