"""A verdict arranged for showing: what the terminal and the pages have in common."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from panel.domain.ballot import Ballot, Claim, Sample, SpoiledBallot, Step
from panel.domain.call import Usage
from panel.domain.release import CITE
from panel.domain.verdict import CitedSource, Finding, Subject, Verdict
from panel.publish.inert import inert

DASH = "—"
"""Stands for what is unknown, or isn't there yet."""


@dataclass(frozen=True)
class SeatLine:
    """One seat as a scorecard shows it."""

    persona: str
    """Who sits there."""
    title: str
    """What the page calls it."""
    vote: str
    """``ship``, ``skip``, ``abstain`` or ``spoiled``."""
    words: str
    """The quote; the reason, where the ballot is spoiled."""
    model: str
    """The model that answered, or was asked."""
    weight: float
    """Weight of the seat."""
    samples: str
    """How its samples fell; empty where there was one."""
    confidence: str = ""
    """How sure it is, such as ``72 % sure``; empty if unknown."""
    argument: tuple[Step, ...] = ()
    """Its moves, in order."""
    claims: tuple[Claim, ...] = ()
    """What its argument rests on."""
    flips_if: str = ""
    """What would change its vote."""

    @property
    def badge(self) -> str:
        """The vote as a badge shows it."""
        return self.vote.upper()

    @property
    def spoiled(self) -> bool:
        """Whether the seat failed."""
        return self.vote == "spoiled"

    @property
    def cites(self) -> tuple[str, ...]:
        """Every citation of its claims, each once."""
        return tuple(dict.fromkeys(cite for claim in self.claims for cite in claim.cites))


@dataclass(frozen=True)
class Sheet:
    """A verdict with all that a page shows of it."""

    verdict: Verdict
    """What is shown."""
    number: int = 1
    """Its place among the verdicts of one page, counted from 1; keeps their anchors apart."""

    @property
    def release(self) -> Subject:
        """What was judged."""
        return self.verdict.release

    @property
    def percent(self) -> str:
        """The panel's ship percentage; a dash below quorum."""
        percent = self.verdict.tally.ship_percent
        return DASH if percent is None else f"{percent} %"

    @property
    def interval(self) -> str:
        """Where the percentage would lie if the panel sat again; empty below quorum."""
        tally = self.verdict.tally
        if tally.interval is None:
            return ""
        return f"{tally.interval_level * 100:g} % interval {tally.interval[0]}–{tally.interval[1]} %"

    @property
    def effective(self) -> str:
        """How many independent votes the seats are worth; empty while that is unknown."""
        tally = self.verdict.tally
        if tally.effective_votes is None:
            return ""
        return f"{tally.ship + tally.skip} seats ≈ {tally.effective_votes:g} independent votes"

    @property
    def published(self) -> bool:
        """Whether readers may take it as final."""
        return self.verdict.state == "published"

    @cached_property
    def seats(self) -> tuple[SeatLine, ...]:
        """Every seat in the order in which the panel seats them, spoiled ones included."""
        titles = self.verdict.titles
        order = {persona: place for place, persona in enumerate(titles)}
        cast: tuple[Ballot | SpoiledBallot, ...] = (*self.verdict.ballots, *self.verdict.spoiled)
        lines = [_seat(ballot, titles) for ballot in cast]
        return tuple(sorted(lines, key=lambda line: order.get(line.persona, len(order))))

    def seat(self, persona: str) -> SeatLine | None:
        """Return a persona's seat; None where it wasn't seated."""
        return next((line for line in self.seats if line.persona == persona), None)

    def notes(self, seat: SeatLine) -> tuple[str, ...]:
        """Return what a scorecard says about a seat beside its vote."""
        weight = f"weight {seat.weight:g}" if seat.weight != 1 else ""
        model = seat.model if len({line.model for line in self.seats}) > 1 else ""
        return tuple(note for note in (seat.confidence, seat.samples, weight, model) if note)

    @cached_property
    def sources(self) -> tuple[CitedSource, ...]:
        """The sources with their cited sentences, after the release's own cited facts."""
        facts = {cite: value for cite, value in _facts(self.release).items() if cite in self._wanted}
        stated = (CitedSource(key="F", title="Facts that the release states", cited=facts),) if facts else ()
        return (*stated, *self.release.sources)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The citations whose text stands under Sources."""
        return frozenset(cite for source in self.sources for cite in source.cited if CITE.fullmatch(cite))

    def pieces(self, text: str) -> list[tuple[str, bool]]:
        """Cut a text into words and citations; True marks a citation that stands under Sources."""
        cut = re.split(f"({CITE.pattern})", inert(text))
        return [(piece, place % 2 == 1 and piece in self.anchors) for place, piece in enumerate(cut) if piece]

    @cached_property
    def _wanted(self) -> frozenset[str]:
        """Every citation that the page shows."""
        claimed = {cite for line in self.seats for cite in line.cites}
        argued = {cite for line in self.seats for step in line.argument for cite in CITE.findall(step.text)}
        found = {cite for finding in self.verdict.findings for cite in finding.cites}
        return frozenset(claimed | argued | found)

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """What an editor still has to look at."""
        return tuple(finding for finding in self.verdict.findings if finding.resolution is None)

    @property
    def cost(self) -> str:
        """What the panel's calls cost; ``unknown`` where a price is."""
        return cost((*self.verdict.ballots, *self.verdict.spoiled))

    @property
    def cached(self) -> str:
        """How much of the prompts came from providers' caches; empty where none of them says."""
        cast: tuple[Ballot | SpoiledBallot, ...] = (*self.verdict.ballots, *self.verdict.spoiled)
        used = sum((ballot.usage for ballot in cast), Usage())
        if used.cached_tokens is None or used.prompt_tokens is None:
            return ""
        return f"{used.cached_tokens:,} of {used.prompt_tokens:,} prompt tokens cached"


def sheets(verdicts: Iterable[Verdict]) -> tuple[Sheet, ...]:
    """Arrange verdicts for one page."""
    return tuple(Sheet(verdict, number) for number, verdict in enumerate(verdicts, start=1))


def cost(ballots: Sequence[Ballot | SpoiledBallot]) -> str:
    """Return what ballots cost together: ``US$ 0.0123``, ``free`` where no model was asked, else ``unknown``."""
    prices = [ballot.cost_usd for ballot in ballots]
    known = [price for price in prices if price is not None]
    total = f"US$ {sum(known):.4f}"
    if len(known) < len(prices) or not prices:
        return f"at least {total}, the rest unknown" if sum(known) else "unknown"
    return "free" if not sum(known) and all(ballot.model == "builtin" for ballot in ballots) else total


def long_date(date: dt.date) -> str:
    """Return a date as people write it: ``8 April 2026``."""
    return f"{date.day} {date:%B %Y}"


def _seat(ballot: Ballot | SpoiledBallot, titles: dict[str, str]) -> SeatLine:
    title = titles.get(ballot.persona) or ballot.persona.replace("_", " ").title()
    samples = _samples(ballot.samples)
    if isinstance(ballot, SpoiledBallot):
        return SeatLine(ballot.persona, title, "spoiled", ballot.reason, ballot.model, ballot.weight, samples)
    return SeatLine(
        persona=ballot.persona,
        title=title,
        vote=ballot.vote,
        words=_nested(ballot.quote),
        model=ballot.model,
        weight=ballot.weight,
        samples=samples,
        confidence="" if ballot.confidence is None else f"{ballot.confidence:.0%} sure".replace("%", " %"),
        argument=ballot.argument,
        claims=ballot.claims,
        flips_if=ballot.flips_if or "",
    )


def _samples(samples: Sequence[Sample]) -> str:
    if len(samples) < 2:
        return ""
    fell = [sample.vote or "spoiled" for sample in samples]
    parts = (f"{fell.count(vote)} {vote}" for vote in ("ship", "skip", "spoiled") if vote in fell)
    return f"{len(samples)} samples: {' · '.join(parts)}"


def _facts(release: Subject) -> dict[str, str]:
    """Return the facts that a panel may cite, as the dossier names them."""
    facts = {
        "F.name": release.name,
        "F.vendor": release.vendor,
        "F.category": release.category,
        "F.tagline": release.tagline,
        "F.date": release.date.isoformat() if release.date else None,
        "F.pricing": release.pricing.entry,
        "F.licence": release.licence,
    }
    return {cite: value for cite, value in facts.items() if value}


def _nested(quote: str) -> str:
    """Return a quote as it stands within quotation marks: those in it become single ones."""
    return quote.translate({ord("“"): "‘", ord("”"): "’"})
