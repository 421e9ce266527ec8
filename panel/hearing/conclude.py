"""From counted ballots to the verdict as it is kept."""

import re
from collections.abc import Iterable, Sequence

from panel.domain.ballot import Ballot, SpoiledBallot
from panel.domain.noun import fingerprint
from panel.domain.release import CITE, Dossier
from panel.domain.seating import Panel
from panel.domain.verdict import CitedSource, Finding, Provenance, Sampling, Subject, Tally, Verdict
from panel.hearing.disclosure import disclose
from panel.hearing.poll import BALLOT, Bench
from panel.version import __version__

_DESCRIPTION = 600
"""Most characters of the description on a page."""


def conclude(
    dossier: Dossier,
    panel: Panel,
    count: Tally,
    ballots: Sequence[Ballot],
    spoiled: Sequence[SpoiledBallot],
    findings: Sequence[Finding],
    bench: Bench,
    sampling: Sampling | None = None,
) -> Verdict:
    """Return the verdict: what was judged, how it was counted, what it was made from."""
    asked = [bench.gateway.identity(model) for seat in panel.seats for model in seat.models]
    answered = [sample.model for ballot in ballots for sample in ballot.samples if sample.vote is not None]
    return Verdict(
        release=describe(dossier, _cited(ballots, findings)),
        tally=count,
        ballots=tuple(ballots),
        spoiled=tuple(spoiled),
        findings=tuple(findings),
        provenance=Provenance(
            dossier=dossier.hash,
            personas={seat.persona.id: seat.persona.hash for seat in panel.seats},
            prompt=_prompt_hash(asked, bench),
            models=tuple(dict.fromkeys(answered or asked)),
            shipskip=__version__,
            sampling=sampling,
        ),
        disclosure=disclose(answered or asked),
        titles={seat.persona.id: seat.persona.name for seat in panel.seats},
    )


def describe(dossier: Dossier, cites: Iterable[str] = ()) -> Subject:
    """Return the release as a verdict shows it, with the text of the sentences that are cited."""
    release, wanted = dossier.release, set(cites)
    return Subject(
        slug=release.slug,
        name=release.name,
        vendor=release.vendor,
        category=release.category,
        tagline=release.tagline,
        description=_description(dossier),
        date=release.date,
        pricing=release.pricing,
        licence=release.licence,
        links=release.links,
        tags=release.tags,
        sources=tuple(
            CitedSource(
                key=source.key,
                title=source.title,
                url=source.url,
                publisher=source.publisher,
                date=source.date,
                hash=source.hash,
                cited={s.cite: s.text for s in dossier.of(source.key) if s.cite in wanted},
            )
            for source in release.sources
        ),
    )


def _description(dossier: Dossier) -> str | None:
    """Return the opening prose of the first source that has any, cut at a sentence."""
    for source in dossier.release.sources:
        taken: list[str] = []
        for sentence in dossier.of(source.key):
            if sentence.kind != "prose" or not re.search(r"[.!?。！？…]['\"”’)]*$", sentence.text):
                continue
            if taken and sum(map(len, taken)) + len(sentence.text) > _DESCRIPTION:
                break
            taken.append(sentence.text)
        if taken:
            return " ".join(taken)
    return None


def _cited(ballots: Iterable[Ballot], findings: Iterable[Finding]) -> set[str]:
    cites = {cite for ballot in ballots for claim in ballot.claims for cite in claim.cites}
    cites |= {cite for ballot in ballots for cite in CITE.findall(" ".join(step.text for step in ballot.argument))}
    return cites | {cite for finding in findings for cite in finding.cites}


def _prompt_hash(models: Iterable[str], bench: Bench) -> str:
    """Hash what the seats read by: the prompt, the rules of the builtin reviewer, or both."""
    read_by = {bench.gateway.rules(model) or bench.prompts.hash_of(BALLOT) for model in models}
    return read_by.pop() if len(read_by) == 1 else fingerprint(sorted(read_by))
