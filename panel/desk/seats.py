"""A verdict arranged for its room: seats with their findings and differences, sources with who cites them."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from panel.domain.ballot import Ballot, SpoiledBallot
from panel.domain.release import CITE, Dossier, Sentence
from panel.domain.verdict import CitedSource, Finding, Verdict
from panel.editorial.differences import Difference, differences


@dataclass(frozen=True)
class Numbered:
    """A finding with its number in the verdict's list."""

    number: int
    """Counted from 1."""
    finding: Finding
    """What was found."""

    @property
    def open(self) -> bool:
        """Whether somebody must still see to it."""
        return self.finding.resolution is None


@dataclass(frozen=True)
class SeatView:
    """One seat as the room shows it."""

    persona: str
    """Who sits there."""
    title: str
    """What the page calls it."""
    ballot: Ballot | None
    """Its vote; None if it is spoiled."""
    spoiled: SpoiledBallot | None
    """Why there is none."""
    findings: tuple[Numbered, ...]
    """What was found in its ballot."""
    differences: tuple[Difference, ...]
    """What of it isn't as the reviewer left it."""

    @property
    def vote(self) -> str:
        """Its vote, or ``spoiled``."""
        return self.ballot.vote if self.ballot else "spoiled"


@dataclass(frozen=True)
class SentenceView:
    """One sentence of a source as the room shows it."""

    cite: str
    """Its citation."""
    text: str
    """Its words."""
    kind: str
    """``prose``, ``heading``, ``item`` or ``row``."""
    cited_by: tuple[str, ...]
    """Titles of the seats that cite it."""
    findings: tuple[int, ...]
    """Numbers of the open findings that it bears on."""


@dataclass(frozen=True)
class SourceView:
    """One source as the room shows it."""

    source: CitedSource
    """Its key, title, publisher and date."""
    paragraphs: tuple[tuple[SentenceView, ...], ...]
    """Its sentences, paragraph by paragraph."""


def seat_views(verdict: Verdict) -> list[SeatView]:
    """Return every seat in the order in which the panel seats them."""
    numbered = numbered_findings(verdict)
    ballots = {ballot.persona: ballot for ballot in verdict.ballots}
    spoiled = {each.persona: each for each in verdict.spoiled}
    order = dict.fromkeys([*verdict.titles, *ballots, *spoiled])
    return [
        SeatView(
            persona=persona,
            title=verdict.titles.get(persona, persona),
            ballot=ballots.get(persona),
            spoiled=spoiled.get(persona),
            findings=tuple(each for each in numbered if each.finding.persona == persona),
            differences=differences(ballots[persona]) if persona in ballots else (),
        )
        for persona in order
        if persona in ballots or persona in spoiled
    ]


def numbered_findings(verdict: Verdict) -> list[Numbered]:
    """Return the findings with their numbers."""
    return [Numbered(number, finding) for number, finding in enumerate(verdict.findings, start=1)]


def source_views(verdict: Verdict, dossier: Dossier | None) -> list[SourceView]:
    """Return the sources sentence by sentence; only what is cited, where the sources themselves are out of reach."""
    by_cite, findings = _citing(verdict), _bearing(verdict)

    def view(cite: str, text: str, kind: str) -> SentenceView:
        return SentenceView(cite, text, kind, tuple(by_cite.get(cite, ())), tuple(findings.get(cite, ())))

    if dossier is None:
        return [
            SourceView(source, tuple((view(cite, text, "prose"),) for cite, text in source.cited.items()))
            for source in verdict.release.sources
        ]
    facts = tuple((view(cite, f"{cite.removeprefix('F.')}: {text}", "row"),) for cite, text in dossier.facts.items())
    stated = CitedSource(key="F", title="Facts that the release states")
    return [SourceView(stated, facts), *(_source(each, dossier, view) for each in _listed(dossier))]


def _source(source: CitedSource, dossier: Dossier, view: Callable[[str, str, str], SentenceView]) -> SourceView:
    paragraphs = tuple(
        tuple(view(each.cite, each.text, each.kind) for each in sentences)
        for _, sentences in groupby(dossier.of(source.key), key=_paragraph)
    )
    return SourceView(source, paragraphs)


def _paragraph(sentence: Sentence) -> int:
    return sentence.paragraph


def _listed(dossier: Dossier) -> Iterator[CitedSource]:
    for each in dossier.release.sources:
        yield CitedSource(key=each.key, title=each.title, url=each.url, publisher=each.publisher, date=each.date)


def _citing(verdict: Verdict) -> dict[str, list[str]]:
    """Return by citation the titles of the seats that cite it."""
    by_cite: dict[str, dict[str, None]] = defaultdict(dict)
    for ballot in verdict.ballots:
        cites = {cite for claim in ballot.claims for cite in claim.cites}
        cites |= {cite for step in ballot.argument for cite in CITE.findall(step.text)}
        for cite in cites:
            by_cite[cite][verdict.titles.get(ballot.persona, ballot.persona)] = None
    return {cite: list(titles) for cite, titles in by_cite.items()}


def _bearing(verdict: Verdict) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for each in numbered_findings(verdict):
        if each.open:
            for cite in each.finding.cites:
                found[cite].append(each.number)
    return found
