"""Running an A/B comparison: both texts of each persona before the same releases, at once or as long as it takes."""

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from panel.domain.noun import Noun
from panel.domain.release import Release
from panel.errors import DeclarationError
from panel.llm.quote import Quote
from panel.store.seating import seat_panel
from panel.store.workspace import Workspace
from panel.tune.asking import Asking, Question, Watch, ask_all, asking, price_all
from panel.tune.compare import AFTER, BEFORE, Pairs, matchup, matchups, pairs, people_say
from panel.tune.gold import Gold
from panel.tune.matchup import Matchup
from panel.tune.sequential import Wager
from panel.tune.versions import Version, read_version
from panel.tune.votes_table import VotesTable

BATCH = 10
"""Groups of releases asked together in sequential mode; looking more rarely never errs more often."""


class TrialReport(Noun):
    """What an A/B comparison came to."""

    gold: str | None
    """Hash of people's votes; None without any."""
    models: tuple[str, ...]
    """The models that spoke for the personas."""
    samples: int
    """Most ballots a text cast on a release."""
    sequential: bool
    """Whether it stopped as soon as it could tell."""
    alpha: float
    """Chance of an answer other than "can't tell" where the texts are alike, over all personas."""
    releases: int
    """Releases that there are."""
    asked: int
    """Releases that were asked about."""
    spoiled: int
    """Ballots of which nothing could be read."""
    cost_usd: float | None
    """US dollars of all ballots, whenever they were paid."""
    matchups: tuple[Matchup, ...]
    """One per persona."""
    simulated: str = "The panel's reviewers are simulated; people's votes come from the gold file alone."
    """What must be said beside every percentage."""

    @property
    def worse(self) -> tuple[Matchup, ...]:
        """The personas that have become worse: why a gate fails."""
        return tuple(each for each in self.matchups if each.answer == "worse")


@dataclass(frozen=True)
class Trial:
    """What is to be compared, on which releases."""

    home: Workspace
    """The workspace."""
    versions: dict[str, tuple[Version, Version]]
    """Persona → its old and its new text."""
    releases: dict[str, Release]
    """Slug → release."""
    groups: dict[str, str]
    """Slug → what it belongs to."""
    gold: Gold | None = None
    """People's votes on these releases."""
    models: tuple[str, ...] = ()
    """The models; empty for what the workspace says."""
    samples: int | None = None
    """Ballots a text casts on a release; None for what the workspace says."""
    alpha: float = 0.05
    """Level of the test."""

    @property
    def labels(self) -> dict[str, tuple[str, str]]:
        """Persona → names of its old and new text."""
        return {persona: (old.label, new.label) for persona, (old, new) in self.versions.items()}

    def questions(self, slugs: Sequence[str] | None = None, personas: Sequence[str] | None = None) -> list[Question]:
        """Return what is to be asked about some releases, or about all."""
        found = []
        for slug in self.releases if slugs is None else slugs:
            for persona in self.versions if personas is None else personas:
                for arm, version in zip((BEFORE, AFTER), self.versions[persona], strict=True):
                    found.append(self._question(self.releases[slug], version, arm))
        return found

    def price(self) -> list[Quote]:
        """Return for every model what asking about all releases would cost.

        Raises:
            DeclarationError: A template or a model's name can't be used.
        """
        return price_all(self.home, self.questions())

    def run(self, watch: Watch | None = None) -> TrialReport:
        """Ask about all releases, then compare.

        Raises:
            DeclarationError: A template or a model's name can't be used.
        """
        table = ask_all(self.home, self.questions(), watch)
        found = matchups(table, self.labels, self.groups, self.gold, alpha=self.alpha)
        return self._report(table, found, sequential=False)

    def run_until_told(self, watch: Watch | None = None, batch: int = BATCH) -> TrialReport:
        """Ask group after group, in an order that only a hash decides, and stop as soon as every answer is there.

        Several personas share the level by halves or thirds (Bonferroni).

        Raises:
            DeclarationError: A template or a model's name can't be used.
        """

        async def run() -> tuple[VotesTable, dict[str, Wager]]:
            async with asking(self.home, watch) as desk:
                return await self._until_told(desk, batch)

        table, wagers = asyncio.run(run())
        share = self.alpha / len(self.versions)
        found = []
        for persona, wager in wagers.items():
            each = self._pairs(table, persona)
            early = len({cell.release for cell in table if cell.seat == persona}) < len(self.releases)
            p = wager.p
            found.append(
                matchup(
                    persona,
                    self.labels[persona],
                    each,
                    p,
                    min(1.0, p * len(self.versions)),
                    has_gold=self.gold is not None,
                    alpha=share,
                    wager=wager,
                    stopped_early=early,
                )
            )
        return self._report(table, found, sequential=True)

    async def _until_told(self, desk: Asking, batch: int) -> tuple[VotesTable, dict[str, Wager]]:
        share = self.alpha / len(self.versions)
        table, wagers = VotesTable(()), dict.fromkeys(self.versions, Wager())
        order = self._order()
        for start in range(0, len(order), batch):
            open_yet = [persona for persona, wager in wagers.items() if wager.answer(share) == "can't tell"]
            if not open_yet:
                break
            slugs = [slug for group in order[start : start + batch] for slug in group]
            fresh = await desk.ask(self.questions(slugs, open_yet))
            table += fresh
            for persona in open_yet:
                wagers[persona] = _bet(wagers[persona], self._pairs(fresh, persona))
        return table, wagers

    def _order(self) -> list[list[str]]:
        members: dict[str, list[str]] = {}
        for slug in self.releases:
            members.setdefault(self.groups.get(slug, slug), []).append(slug)
        return [members[group] for group in sorted(members, key=_shuffled)]

    def _pairs(self, table: VotesTable, persona: str) -> Pairs:
        truth = None if self.gold is None else people_say(self.gold, persona)
        return pairs(table, persona, self.groups, truth)

    def _question(self, release: Release, version: Version, arm: str) -> Question:
        persona = version.persona
        panel = seat_panel(
            self.home.panel_settings(),
            release,
            {persona.id: persona},
            models=self.models,
            seats=persona.id,
            samples=self.samples,
        )
        return Question(release, panel.seats[0], arm)

    def _report(self, table: VotesTable, found: Sequence[Matchup], *, sequential: bool) -> TrialReport:
        return TrialReport(
            gold=None if self.gold is None else self.gold.hash,
            models=table.models,
            samples=max((cell.sample for cell in table), default=0),
            sequential=sequential,
            alpha=self.alpha,
            releases=len(self.releases),
            asked=len(table.releases),
            spoiled=len(table.spoiled),
            cost_usd=table.cost_usd,
            matchups=tuple(found),
        )


def versions_of(home: Workspace, named: Sequence[tuple[str, str]]) -> dict[str, tuple[Version, Version]]:
    """Return the old and new texts that were named, by persona.

    Raises:
        DeclarationError: One can't be read, two texts are of different personas, or a persona is named twice.
    """
    found: dict[str, tuple[Version, Version]] = {}
    for old, new in named:
        pair = read_version(home, old), read_version(home, new)
        ids = [version.persona.id for version in pair]
        if ids[0] != ids[1]:
            problem = f"{old!r} is a text of {ids[0]!r} and {new!r} one of {ids[1]!r}; compare two texts of one persona"
            raise DeclarationError(problem)
        if ids[0] in found:
            raise DeclarationError(f"{ids[0]!r} is compared twice; name every persona once")
        if pair[0].persona.hash == pair[1].persona.hash:
            raise DeclarationError(f"{old!r} and {new!r} are the same text; there is nothing to compare")
        found[ids[0]] = pair
    return found


def _bet(wager: Wager, each: Pairs) -> Wager:
    for group in dict.fromkeys(each.groups):
        wager = wager.told(sum(step for own, step in zip(each.groups, each.doubled, strict=True) if own == group))
    return wager


def _shuffled(group: str) -> str:
    return hashlib.sha256(f"order\n{group}".encode("utf-8", "surrogatepass")).hexdigest()
