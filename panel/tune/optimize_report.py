"""What an optimised text is worth on releases that the search never saw, and what it does to the rest of the panel."""

from collections.abc import Callable

from panel.domain.noun import Noun
from panel.domain.persona import Persona
from panel.store.workspace import Workspace
from panel.tune.arguments import attribute, essays
from panel.tune.asking import Watch, ask_all
from panel.tune.compare import AFTER, BEFORE, matchups
from panel.tune.distinct_report import collapse
from panel.tune.docket import Docket
from panel.tune.estimate import Estimate
from panel.tune.gold import Gold
from panel.tune.matchup import Matchup
from panel.tune.seats_apart import seats_apart
from panel.tune.splits import Split
from panel.tune.votes_table import VotesTable


class Standing(Noun):
    """How apart a panel's seats are with one text of a persona."""

    effective_votes: Estimate
    """How many independent votes the seats are worth."""
    correlation: Estimate
    """Mean correlation of the seats' votes."""
    alarms: tuple[str, ...]
    """Why personas have collapsed into one; empty if they haven't."""


class OptimizeReport(Noun):
    """What a search for better persona text came to."""

    persona: str
    """Id of the persona."""
    models: tuple[str, ...]
    """The models that spoke for it."""
    reviser: str
    """The model that revised its text."""
    learnt_from: int
    """Releases whose votes the reviser saw."""
    chosen_by: int
    """Releases by which candidates were ranked."""
    candidates: int
    """Texts that were good enough to be ranked, today's among them."""
    ballots: int
    """Ballots that the search needed, those of the ledger included."""
    spent_usd: float
    """US dollars of the search, whenever they were paid; prices that are unknown count as 0."""
    held_out: Matchup | None
    """Today's text against the draft on releases that the search never saw; None where no better text was found."""
    before: Standing | None
    """How apart the seats are today, on the same releases."""
    after: Standing | None
    """How apart they would be with the draft."""
    difference: str
    """What the draft changes, line by line."""
    draft: str | None
    """Where the draft was written; the persona's own file is never touched."""
    simulated: str = "The panel's reviewers are simulated; people's votes come from the gold file alone."
    """What must be said beside every percentage."""

    @property
    def told(self) -> str:
        """What it comes to, in a sentence or two."""
        if self.held_out is None:
            return f"{self.persona}: no better text was found within the budget; today's stays the best."
        said = self.held_out.told
        if self.after is not None and self.after.alarms:
            said += f" Side effect: {' '.join(self.after.alarms)}"
        return said


def weigh(
    home: Workspace,
    docket: Docket,
    persona: Persona,
    draft: Persona,
    gold: Gold,
    split: Split,
    watch: Watch | None = None,
) -> tuple[Matchup, Standing, Standing]:
    """Put today's text and the draft before releases that the search never saw, beside the other seats.

    Args:
        home: The workspace.
        docket: The held-out releases and everybody who is asked about them, the persona as it is today among them.
        persona: Today's text.
        draft: The other one.
        gold: People's votes on these releases.
        split: What each release belongs to.
        watch: Told of every ballot.

    Raises:
        DeclarationError: A template or a model's name can't be used.
    """
    questions = docket.questions(BEFORE)
    for question in docket.questions(AFTER):
        if question.seat.persona.id == persona.id:
            seat = question.seat.model_copy(update={"persona": draft})
            questions.append(type(question)(question.release, seat, AFTER))
    table = ask_all(home, questions, watch)

    def belongs(slug: str) -> str:
        return split.groups.get(slug, slug)

    (matchup,) = matchups(table, {persona.id: ("today", "draft")}, split.groups, gold)
    others = table.where(lambda cell: cell.arm == BEFORE and cell.seat != persona.id)
    then = VotesTable((*others.cells, *table.where(lambda c: c.arm == BEFORE and c.seat == persona.id).cells))
    now = VotesTable((*others.cells, *table.where(lambda c: c.arm == AFTER).cells))
    personas = {seat.persona.id: seat.persona for panel in docket.seated.values() for seat in panel.seats}
    before = _standing(then, personas, belongs)
    after = _standing(now, {**personas, persona.id: draft}, belongs)
    return matchup, before, after


def _standing(table: VotesTable, personas: dict[str, Persona], belongs: Callable[[str], str]) -> Standing:
    weights = {seat: personas[seat].weight for seat in table.seats}
    apart = seats_apart(table, weights=weights, groups=belongs)
    by_words = attribute(essays(table, personas), groups=belongs)
    alarms = collapse(apart, () if by_words is None else (by_words,), len(table.seats))
    return Standing(effective_votes=apart.effective_votes, correlation=apart.correlation, alarms=alarms)
