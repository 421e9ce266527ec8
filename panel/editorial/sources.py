"""The sources that a verdict rests on, as they are today."""

from panel.domain.release import CITE, Dossier
from panel.domain.verdict import Finding, Verdict
from panel.errors import DeclarationError
from panel.evidence.dossier import read_dossier
from panel.evidence.staleness import dossier_changes
from panel.store.releases import read_release
from panel.store.workspace import Workspace


def dossier_of(home: Workspace, slug: str) -> Dossier | None:
    """Return what a panel would be shown of a release today; None if it doesn't lie in the workspace.

    Raises:
        DeclarationError: Its files can't be read.
    """
    path = home.release_paths().get(slug)
    return None if path is None else read_dossier(read_release(path))


def needed_dossier(home: Workspace, slug: str) -> Dossier:
    """Return the dossier that an edit is checked against.

    Raises:
        DeclarationError: There is none, or its files can't be read.
    """
    dossier = dossier_of(home, slug)
    if dossier is None:
        raise DeclarationError(
            f"the sources of {slug!r} don't lie in {home.releases_folder.name}/{slug}, so nothing could be checked; "
            "put them there"
        )
    return dossier


def stale_findings(verdict: Verdict, dossier: Dossier | None) -> tuple[Finding, ...]:
    """Return a finding for everything that has changed in the sources since the panel sat."""
    if dossier is None:
        text = "The release's sources don't lie in the workspace, so what the ballots cite can't be looked up."
        return (Finding(kind="stale", text=text),)
    changes = dossier_changes(verdict, dossier)
    return tuple(Finding(kind="stale", text=f"Changed since the panel sat: {change.sentence}") for change in changes)


def with_cited(verdict: Verdict, dossier: Dossier | None) -> Verdict:
    """Return a verdict whose list of sources has the text of every sentence that is cited by now."""
    if dossier is None:
        return verdict
    wanted = _cited(verdict)
    sources = []
    for source in verdict.release.sources:
        places = [cite for cite in dossier.by_cite if cite in wanted and cite.partition(".")[0] == source.key]
        missing = [cite for cite in places if cite != source.key and cite not in source.cited]
        if not missing:
            sources.append(source)
            continue
        texts = {**source.cited, **{cite: dossier.by_cite[cite] for cite in missing}}
        order = sorted(texts, key=lambda cite: [int(part) for part in cite[1:].split(".")])
        sources.append(
            source.model_copy(update={"cited": {cite: texts[cite] for cite in order}}) if missing else source
        )
    return verdict.model_copy(update={"release": verdict.release.model_copy(update={"sources": tuple(sources)})})


def _cited(verdict: Verdict) -> set[str]:
    claimed = {cite for ballot in verdict.ballots for claim in ballot.claims for cite in claim.cites}
    argued = {cite for ballot in verdict.ballots for step in ballot.argument for cite in CITE.findall(step.text)}
    return claimed | argued | {cite for finding in verdict.findings for cite in finding.cites}
