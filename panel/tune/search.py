"""Searching for better persona text with GEPA, against people's votes, under a budget."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from gepa.api import optimize
from gepa.core.adapter import EvaluationBatch, GEPAAdapter, ProposalFn
from gepa.core.result import GEPAResult

from panel.domain.ballot import Vote
from panel.domain.persona import Persona
from panel.domain.release import Release
from panel.errors import DeclarationError
from panel.evidence.dossier import read_dossier
from panel.store.seating import seat_panel
from panel.store.workspace import Workspace
from panel.tune.asking import Question, Watch, ask_all
from panel.tune.drafts import part, parts_of, with_parts
from panel.tune.gold import Gold
from panel.tune.revising import revise
from panel.tune.votes_table import Cell, VotesTable

AT_ONCE = 6
"""Ballots that a revision is made from."""
_EXCERPT = 900
"""Characters of a dossier that a revision sees."""

Parts = dict[str, str]
"""A candidate: a persona's parts by name."""


@dataclass
class Search:
    """One search: the adapter by which GEPA reaches personas, panels and models."""

    home: Workspace
    """The workspace."""
    persona: Persona
    """Whose text is to be improved."""
    gold: Gold
    """People's votes on the releases to learn from and to choose by."""
    truth: Mapping[str, Vote]
    """Release → what most people say."""
    releases: Mapping[str, Release]
    """Slug → release."""
    models: tuple[str, ...]
    """The models that speak for the persona; empty for what the workspace says."""
    reviser: str
    """The model that revises."""
    most_ballots: int
    """Ballots after which no new candidate is tried."""
    budget_usd: float | None = None
    """US dollars after which no new candidate is tried."""
    watch: Watch | None = None
    """Told of every ballot."""
    ballots: int = field(default=0, init=False)
    """Ballots cast so far, those of the ledger included."""
    spent: float = field(default=0.0, init=False)
    """US dollars of everything that was asked so far, whenever it was paid."""

    propose_new_texts: ProposalFn | None = field(default=None, init=False)
    """GEPA asks an adapter for this; ours comes in as ``custom_candidate_proposer``."""

    def run(self, train: Sequence[str], choose: Sequence[str], seed: int = 0) -> tuple[Parts, int]:
        """Return the best parts by the choosing releases, and how many candidates were tried.

        Args:
            train: Releases whose votes the reviser sees.
            choose: Releases by which candidates are ranked; no revision ever sees them.
            seed: Starts the search; the same seed and answers give the same search.

        Raises:
            DeclarationError: A template or a model can't be used, or a price is unknown under a budget in dollars.

        Source: L. A. Agrawal et al., GEPA: Reflective Prompt Evolution Can Outperform Reinforcement Learning (2025).
        """
        found: GEPAResult[str | None, int] = optimize(
            seed_candidate=parts_of(self.persona),
            trainset=list(train),
            valset=list(choose),
            adapter=cast("GEPAAdapter[str, list[Cell], str | None]", self),
            custom_candidate_proposer=self._propose,
            reflection_minibatch_size=min(AT_ONCE, len(train)),
            stop_callbacks=self._exhausted,
            logger=_Silence(),
            seed=seed,
            cache_evaluation=True,
            raise_on_exception=True,
        )
        best = found.best_candidate
        assert isinstance(best, dict)
        return best, len(found.candidates)

    def evaluate(
        self, batch: list[str], candidate: Parts, capture_traces: bool = False
    ) -> EvaluationBatch[list[Cell], str | None]:
        """Put releases before a candidate; 1 for a vote as most people's, one half for a tie, 0 for any other."""
        persona = with_parts(self.persona, candidate)
        if persona is None:
            return EvaluationBatch([None] * len(batch), [0.0] * len(batch), [[] for _ in batch])
        table = ask_all(self.home, [self._question(slug, persona) for slug in batch], self.watch)
        self._charge(len(table.cells), table.cost_usd)
        votes = [table.reduced(slug, persona.id) for slug in batch]
        scores = [
            0.5 if vote == "abstain" else float(vote == self.truth[slug])
            for slug, vote in zip(batch, votes, strict=True)
        ]
        cells = [list(table.cast(slug, persona.id)) for slug in batch] if capture_traces else None
        return EvaluationBatch(list(votes), scores, cells)

    def make_reflective_dataset(
        self,
        candidate: Parts,
        eval_batch: EvaluationBatch[list[Cell], str | None],
        components_to_update: list[str],
    ) -> dict[str, list[dict[str, Any]]]:
        """Return what a reviser is told of each ballot."""
        cells = [each for each in eval_batch.trajectories or [] if each]
        cases = [self._case(VotesTable(tuple(each))) for each in cells]
        return dict.fromkeys(components_to_update, cases)

    def _propose(
        self,
        candidate: Parts,
        reflective_dataset: Mapping[str, Sequence[Mapping[str, Any]]],
        components_to_update: list[str],
    ) -> Parts:
        """Return revised parts; a part of which nothing useful came stays as it is."""
        proposed: Parts = {}
        for name in components_to_update:
            told = part(name, candidate[name])
            revision = revise(self.home, self.persona, told, reflective_dataset[name], self.reviser)
            self._charge(0, revision.cost_usd)
            changed = {**candidate, **proposed, name: revision.text or candidate[name]}
            fits = revision.text is not None and with_parts(self.persona, changed) is not None
            proposed[name] = changed[name] if fits else candidate[name]
        return proposed

    def _case(self, table: VotesTable) -> dict[str, Any]:
        cell = table.cells[0]
        release = self.releases[cell.release]
        people = list(self.gold.humans(self.persona.id).get(cell.release, {}).values())
        vote = table.reduced(cell.release, cell.seat)
        text = " ".join(sentence.text for sentence in read_dossier(release).sentences)
        return {
            "release": release.name,
            "tagline": release.tagline,
            "excerpt": text[:_EXCERPT],
            "vote": vote,
            "argument": cell.text[:_EXCERPT],
            "people_ship": people.count("ship"),
            "people_skip": people.count("skip"),
            "right": vote == self.truth[cell.release],
        }

    def _question(self, slug: str, persona: Persona) -> Question:
        settings, release = self.home.panel_settings(), self.releases[slug]
        panel = seat_panel(settings, release, {persona.id: persona}, models=self.models, seats=persona.id)
        return Question(release, panel.seats[0])

    def _charge(self, ballots: int, cost: float | None) -> None:
        self.ballots += ballots
        if cost is None and self.budget_usd is not None:
            raise DeclarationError(
                "the price of a model here is unknown, so --budget can't be kept; use --ballots alone"
            )
        self.spent += cost or 0.0

    def _exhausted(self, gepa_state: object) -> bool:  # noqa: ARG002, RUF100 - GEPA names what it hands over
        over = self.budget_usd is not None and self.spent >= self.budget_usd
        return over or self.ballots >= self.most_ballots


class _Silence:
    """GEPA's log, unheard: progress is shown ballot by ballot."""

    def log(self, message: str) -> None:
        """Say nothing."""
