"""What a machine of a cluster does: it unpacks a few releases, hears them at once, and sends their verdicts back."""

import asyncio
import os
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from panel.batch.hear import hear_one, open_hearings
from panel.batch.luggage import Heard, Luggage, Parcel, top_of, unpack, unpacked
from panel.batch.outcome import Outcome
from panel.domain.verdict import Verdict
from panel.errors import DeclarationError
from panel.llm.rooms import open_gateway
from panel.sitting import Sitting
from panel.store.workspace import Workspace
from panel.version import __version__

VARIABLE = "SHIPSKIP_LEDGER"
"""Where a node is told the ledger's address."""


def hear_parcels(luggage: Luggage, parcels: Sequence[Parcel]) -> list[Heard] | str:
    """Hear releases on a node; return what became of each, or the sentence about why none could be heard."""
    if luggage.version != __version__:
        return f"a node of the Ray cluster has shipskip {__version__}, and this is {luggage.version}: install the same"
    os.environ[VARIABLE] = luggage.ledger
    try:
        with tempfile.TemporaryDirectory(prefix="shipskip-") as folder:
            return asyncio.run(_hear(luggage, parcels, Path(folder)))
    except DeclarationError as error:
        return str(error)


async def _hear(luggage: Luggage, parcels: Sequence[Parcel], folder: Path) -> list[Heard]:
    home = Workspace(folder / "home")
    home.root.mkdir()
    unpack(luggage.files, home.root)
    who = luggage.seating
    sitting = Sitting(home, models=who.models, seats=who.seats, samples=who.samples, adaptive=who.adaptive)
    kept: dict[str, Verdict] = {}

    async def keep(verdict: Verdict) -> Verdict:
        kept[verdict.slug] = verdict
        return verdict

    calls = sitting.settings.calls
    calls = calls.model_copy(update={"at_once": who.at_once or calls.at_once})
    way = partial(open_gateway, calls)
    async with open_hearings(sitting, gateway=way, keep=keep, correlation=who.correlation, retry=who.retry) as hearings:
        entries = [unpacked(each, folder / str(number), home) for number, each in enumerate(parcels)]
        outcomes = await asyncio.gather(*(hear_one(entry, hearings) for entry in entries))
    return [
        Heard(
            outcome=_renamed(outcome, parcel, folder / str(number)),
            verdict=kept.get(outcome.slug) if outcome.state == "done" else None,
        )
        for number, (parcel, outcome) in enumerate(zip(parcels, outcomes, strict=True))
    ]


def _renamed(outcome: Outcome, parcel: Parcel, folder: Path) -> Outcome:
    """Return an outcome whose reason names the release's file as the driver knows it, not where a node put it."""
    if outcome.reason is None or parcel.entry.path is None:
        return outcome
    theirs = str(top_of(parcel.entry.path).parent)
    return outcome.model_copy(update={"reason": outcome.reason.replace(str(folder), theirs)})
