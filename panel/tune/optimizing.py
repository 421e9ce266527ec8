"""One run of the optimiser, from a gold file to a draft with its held-out gain."""

from dataclasses import dataclass
from pathlib import Path

from panel.domain.persona import Persona
from panel.errors import DeclarationError
from panel.llm.quote import Quote
from panel.store.workspace import Workspace
from panel.tune.asking import Watch, price_all
from panel.tune.compare import people_say
from panel.tune.docket import open_docket
from panel.tune.drafts import draft_text, keep_draft, parts_of, with_parts
from panel.tune.gold import Gold, check_known, read_gold
from panel.tune.optimize_report import OptimizeReport, weigh
from panel.tune.search import Search
from panel.tune.splits import Grouping, Split, split

BUILTIN = "builtin"
FOLDER = "drafts"
_FEWEST = 3


@dataclass(frozen=True)
class Plan:
    """What is to be optimised, on what, by whom, for how much."""

    home: Workspace
    """The workspace."""
    persona: Persona
    """Today's text."""
    gold: Gold
    """People's votes."""
    dealt: Split
    """Which releases are learnt from, which chosen by, which held out."""
    models: tuple[str, ...]
    """The models that speak for the panel; empty for what the workspace says."""
    reviser: str
    """The model that revises."""
    ballots: int
    """Ballots after which no new text is tried."""
    budget_usd: float | None
    """US dollars after which no new text is tried."""
    draft: Path
    """Where the draft goes."""

    def part(self, name: str) -> list[str]:
        """Return the releases of a part on which most people agree."""
        wanted = people_say(self.gold, self.persona.id)
        return [slug for slug in self.dealt.releases("all") if self.dealt.parts[slug] == name and slug in wanted]

    def price(self) -> list[Quote]:
        """Return for every model what today's text costs on all releases, as far as it isn't paid for yet.

        Raises:
            DeclarationError: A template or a model's name can't be used.
        """
        docket = open_docket(self.home, self.gold.releases, models=self.models, seats=self.persona.id)
        return price_all(self.home, docket.questions())

    def run(self, watch: Watch | None = None, seed: int = 0) -> OptimizeReport:
        """Search, then weigh the best text on the held-out releases.

        Raises:
            DeclarationError: A template or a model can't be used; a price is unknown under a budget in dollars; or the
                draft can't be written.
        """
        train, choose, held_out = (self.part(name) for name in ("train", "dev", "test"))
        if min(len(train), len(held_out)) < _FEWEST:
            counts = f"{len(train)} to learn from, {len(choose)} to choose by and {len(held_out)} held out"
            problem = f"the votes fall into {counts}; an optimisation needs {_FEWEST} or more of the first and the last"
            raise DeclarationError(f"{problem}; add releases", file=self.gold.file)
        search = Search(
            home=self.home,
            persona=self.persona,
            gold=self.gold.only([*train, *choose]),
            truth=people_say(self.gold, self.persona.id),
            releases={slug: self.home.release(slug) for slug in [*train, *choose]},
            models=self.models,
            reviser=self.reviser,
            most_ballots=self.ballots,
            budget_usd=self.budget_usd,
            watch=watch,
        )
        best, tried = search.run(train, choose or train, seed)
        changed = None if best == parts_of(self.persona) else with_parts(self.persona, best)
        return self._report(search, tried, changed, held_out, watch)

    def _report(
        self, search: Search, tried: int, changed: Persona | None, held_out: list[str], watch: Watch | None
    ) -> OptimizeReport:
        docket = open_docket(self.home, held_out, models=self.models)
        matchup = before = after = None
        text = difference = ""
        if changed is not None:
            text, difference = draft_text(self.home, self.persona, changed)
            gold = self.gold.only(held_out)
            matchup, before, after = weigh(self.home, docket, self.persona, changed, gold, self.dealt, watch)
        kept = keep_draft(self.draft, text) if changed is not None else None
        seat = next(iter(docket.panels.values())).seats[0]
        return OptimizeReport(
            persona=self.persona.id,
            models=self.models or seat.models,
            reviser=self.reviser,
            learnt_from=len(self.part("train")),
            chosen_by=len(self.part("dev")) or len(self.part("train")),
            candidates=tried,
            ballots=search.ballots,
            spent_usd=search.spent,
            held_out=matchup,
            before=before,
            after=after,
            difference=difference,
            draft=None if kept is None else kept.as_posix(),
        )


def plan(
    home: Workspace,
    persona: str,
    gold_file: Path,
    *,
    models: tuple[str, ...] = (),
    reviser: str | None = None,
    ballots: int,
    budget_usd: float | None = None,
    group: Grouping = "release",
    out: Path | None = None,
) -> Plan:
    """Read everything that an optimisation needs and check it, before anything is asked.

    Raises:
        DeclarationError: A file or name can't be used; the builtin reviewer speaks, which doesn't read the text; or the
            draft's file is there already.
    """
    chosen = home.persona(persona)
    gold = read_gold(gold_file)
    check_known(gold, home.release_paths(), home.persona_paths())
    docket = open_docket(home, gold.releases[:1], models=models, seats=persona)
    speaks = models or next(iter(docket.seated.values())).seats[0].models
    if BUILTIN in speaks:
        problem = "the builtin reviewer goes by signals and doesn't read a persona's text, so no text can better it"
        raise DeclarationError(f"{problem}; name a model with --model")
    draft = out or home.root / FOLDER / f"{persona}.yaml"
    if draft.exists():
        raise DeclarationError(
            "there is a draft already, and drafts overwrite nothing; name another by --out", file=draft
        )
    vendors = {slug: home.release(slug).vendor for slug in gold.releases} if group == "vendor" else None
    dealt = split(gold, vendors=vendors)
    return Plan(home, chosen, gold, dealt, models, reviser or speaks[0], ballots, budget_usd, draft)
