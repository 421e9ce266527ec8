"""Put one release before one panel: the main flow."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from panel.domain.ballot import Ballot, SpoiledBallot
from panel.domain.disagreement import Disagreement
from panel.domain.examination import Examination
from panel.domain.persona import Persona
from panel.domain.release import Dossier, Release
from panel.domain.seating import Panel
from panel.domain.verdict import Finding, Verdict
from panel.evidence.ballot_findings import ground
from panel.evidence.conflicts import disagreements
from panel.evidence.dossier import read_dossier
from panel.evidence.hostile import hostile_findings
from panel.hearing.conclude import conclude
from panel.hearing.makers import own_maker_findings
from panel.hearing.poll import Bench
from panel.hearing.rounds import Progress, poll_panel
from panel.stats.tally import tally

Examine = Callable[[Dossier, Sequence[Ballot], Mapping[str, Persona]], Awaitable[tuple[Finding, ...]]]
"""Finds what an editor should look at; :func:`findings_on` does it, here or in another process."""


async def convene(
    release: Release,
    panel: Panel,
    bench: Bench,
    *,
    correlation: float | None = None,
    progress: Progress | None = None,
    examine: Examine | None = None,
) -> Verdict:
    """Put one release before one panel and return what the panel concluded.

    Args:
        release: What is judged.
        panel: Who judges.
        bench: Prompts, gateway and ledger.
        correlation: Mean correlation between seats over past verdicts, if known.
        progress: Called as each seat has voted.
        examine: Finds what an editor should look at, elsewhere than on this very thread.

    Raises:
        DeclarationError: A template, a persona or a model's name can't be used.
    """
    dossier = read_dossier(release)
    outcomes, sampling = await poll_panel(panel, dossier, bench, progress)
    ballots = tuple(each for each in outcomes if isinstance(each, Ballot))
    spoiled = tuple(each for each in outcomes if isinstance(each, SpoiledBallot))
    personas = {seat.persona.id: seat.persona for seat in panel.seats}
    found = findings_on(dossier, ballots, personas) if examine is None else await examine(dossier, ballots, personas)
    count = tally(ballots, spoiled, quorum=panel.quorum, level=panel.interval_level, correlation=correlation)
    return conclude(dossier, panel, count, ballots, spoiled, found, bench, sampling)


def findings_on(
    dossier: Dossier,
    ballots: Sequence[Ballot],
    personas: Mapping[str, Persona],
    examined: Examination | None = None,
) -> tuple[Finding, ...]:
    """Return what an editor should look at: in the sources, in who judged, and in the ballots. Pure.

    Args:
        dossier: What the panel was shown.
        ballots: The valid votes.
        personas: Those who sat, by id.
        examined: What the rules found in the sources, if that is known.
    """
    judges = [sample.model for ballot in ballots for sample in ballot.samples]
    return (
        *(hostile_findings(dossier) if examined is None else examined.hostile),
        *(_as_finding(each) for each in (disagreements(dossier) if examined is None else examined.disagreements)),
        *own_maker_findings(dossier.release, judges),
        *ground(ballots, dossier, personas=personas),
    )


def _as_finding(found: Disagreement) -> Finding:
    kind = "disagreement" if found.kind == "contradiction" else "confusable"
    return Finding(kind=kind, text=found.reason, passage=found.about, cites=(found.a, found.b))
