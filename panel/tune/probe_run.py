"""Running probes: what is asked on both sides, once for all probes that need it, and the report."""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from panel.domain.call import Request
from panel.domain.persona import Persona
from panel.domain.release import Release
from panel.domain.seating import Seat
from panel.llm.quote import Quote, quote
from panel.store.prompts import Prompts
from panel.store.workspace import Workspace
from panel.tune.asking import Asking, Question, Watch, asking
from panel.tune.docket import Docket
from panel.tune.probe import Probe
from panel.tune.probe_effects import BASE, CHANGED, Findings, findings, results
from panel.tune.probe_pairs import Table
from panel.tune.probe_result import LeftOut, ProbeReport
from panel.tune.probe_steps import CannotApply, Translated, Variant, pair_of_variants
from panel.tune.probe_translate import jobs, stand_ins, translated, unread
from panel.tune.splits import family
from panel.tune.votes_table import Cell, VotesTable

BARE = "probes/bare.j2"
"""The ballot's template for a persona without its text."""
RULES = "builtin"
"""The reviewer that is nothing but what is written about its persona."""

Place = tuple[str, str, str]
"""Release, seat, and what was shown: what is asked once, however many probes need it."""


@dataclass
class Plan:
    """What several probes ask, and whom."""

    home: Workspace
    """The workspace."""
    probes: tuple[Probe, ...]
    """The probes."""
    docket: Docket
    """Releases, and who sits for each."""
    translator: str | None = None
    """Who translates, whatever a probe says."""
    groups: Callable[[str], str] = family
    """What a release belongs to."""
    questions: dict[Place, Question] = field(default_factory=dict)
    """Everything that is asked about single releases."""
    sides: dict[str, list[tuple[Place, Place]]] = field(default_factory=dict)
    """Probe → what is asked without and with the change."""
    left_out: dict[str, list[LeftOut]] = field(default_factory=dict)
    """Probe → releases that it doesn't ask about."""

    @property
    def seats(self) -> tuple[str, ...]:
        """Everybody who is asked, in order."""
        return tuple(dict.fromkeys(seat.persona.id for panel in self.docket.panels.values() for seat in panel.seats))

    def lay_out(self, texts: Translated) -> None:
        """Decide what is asked about single releases.

        Args:
            texts: Translations.
        """
        self.questions.clear()
        bare = Prompts(self.home.prompts_folder, ballot=BARE)
        for probe in self.probes:
            self.sides[probe.name], self.left_out[probe.name] = [], []
            if probe.in_pairs:
                continue
            for slug, release in self.docket.releases.items():
                try:
                    self._lay_out(probe, release, texts, bare)
                except CannotApply as reason:
                    self.left_out[probe.name].append(LeftOut(release=slug, why=str(reason)))

    def _lay_out(self, probe: Probe, release: Release, texts: Translated, bare: Prompts) -> None:
        steps = probe.steps(release)
        if not steps:
            raise CannotApply("the probe says nothing of it")
        before, after = pair_of_variants(release, probe.base, steps, texts)
        seats = self.docket.panels[release.slug].seats
        if (before.bare or after.bare) and any(RULES in seat.models for seat in seats):
            raise CannotApply("the builtin reviewer is nothing but its persona's text; ask a model with --model")
        for seat in seats:
            one, other = (self._place(release, seat, variant, bare) for variant in (before, after))
            self.sides[probe.name].append((one, other))

    def _place(self, release: Release, seat: Seat, variant: Variant, bare: Prompts) -> Place:
        place = (release.slug, seat.persona.id, f"{variant.dossier.hash}{' bare' if variant.bare else ''}")
        asked = seat.model_copy(update={"persona": without_text(seat.persona)}) if variant.bare else seat
        prompts = bare if variant.bare else None
        self.questions[place] = Question(release, asked, place[2], prompts=prompts, dossier=variant.dossier)
        return place

    def tables(self, asked: VotesTable) -> Iterator[tuple[Probe, VotesTable]]:
        """Yield every probe with its votes on both sides."""
        cells: dict[Place, list[Cell]] = {}
        for cell in asked:
            cells.setdefault((cell.release, cell.seat, cell.arm), []).append(cell)
        for probe in self.probes:
            if not probe.in_pairs:
                yield (
                    probe,
                    VotesTable(
                        tuple(
                            cell.model_copy(update={"arm": arm})
                            for pair in self.sides[probe.name]
                            for arm, place in zip((BASE, CHANGED), pair, strict=True)
                            for cell in cells[place]
                        )
                    ),
                )


def run_probes(plan: Plan, *, alpha: float = 0.05, watch: Watch | None = None) -> ProbeReport:
    """Ask everything that the probes need, and return what they come to.

    Args:
        plan: Probes, releases, seats.
        alpha: Chance of a false alarm over all probes, between 0 and 1.
        watch: Told of every ballot.

    Raises:
        DeclarationError: A template, a model's name or the settings can't be used; nothing was asked.
    """

    async def run() -> ProbeReport:
        async with asking(plan.home, watch) as desk:
            return await _run(plan, alpha, desk)

    return asyncio.run(run())


def price_probes(plan: Plan) -> list[Quote]:
    """Return for every model what the probes would cost, without asking anybody; what is stored is free.

    Raises:
        DeclarationError: As for :func:`run_probes`.
    """

    async def run() -> list[Quote]:
        async with asking(plan.home) as desk:
            wanted = jobs(plan.probes, plan.docket.releases.values(), plan.translator)
            plan.lay_out(stand_ins(wanted))
            missing = [await desk.missing(plan.questions.values()), await unread(wanted, desk)]
            if any(probe.in_pairs for probe in plan.probes):
                missing.append(await _table(plan).missing(desk))
            requests: dict[str, list[Request]] = {}
            for each in missing:
                for model, asked in each.items():
                    requests.setdefault(model, []).extend(asked)
            return [quote(asked, model, desk.bench.gateway) for model, asked in requests.items()]

    return asyncio.run(run())


async def _run(plan: Plan, alpha: float, desk: Asking) -> ProbeReport:
    texts = await translated(jobs(plan.probes, plan.docket.releases.values(), plan.translator), desk)
    plan.lay_out(texts)
    asked = await desk.ask(plan.questions.values())
    found = {
        probe.name: findings(probe, table, plan.left_out[probe.name], plan.groups)
        for probe, table in plan.tables(asked)
    }
    costs = [asked.cost_usd]
    for probe in plan.probes:
        if probe.in_pairs:
            found[probe.name], cost = await _table(plan).asked(probe, desk)
            costs.append(cost)
    return _report(plan, [found[probe.name] for probe in plan.probes], asked, costs, alpha)


def _report(
    plan: Plan, found: Sequence[Findings], asked: VotesTable, costs: Sequence[float | None], alpha: float
) -> ProbeReport:
    known = [cost for cost in costs if cost is not None]
    chosen = {model for panel in plan.docket.panels.values() for seat in panel.seats for model in seat.models}
    return ProbeReport(
        models=asked.models or tuple(sorted(chosen)),
        seats=plan.seats,
        samples=max((cell.sample for cell in asked), default=1),
        releases=len(plan.docket.releases),
        alpha=alpha,
        probes=results([each for each in found if each.pairs], alpha=alpha),
        unasked=tuple(LeftOut(release=each.probe.name, why=_needs(each)) for each in found if not each.pairs),
        spoiled=len(asked.spoiled) + sum(each.spoiled for each in found if each.probe.in_pairs),
        cost_usd=sum(known) if len(known) == len(costs) else None,
    )


def _needs(found: Findings) -> str:
    """Return why a probe could ask nothing, reason by reason."""
    by_reason: dict[str, list[str]] = {}
    for each in found.left_out:
        by_reason.setdefault(each.why, []).append(each.release)
    if len(by_reason) == 1:
        return f"on every release: {next(iter(by_reason))}"
    return "; ".join(f"{', '.join(slugs)}: {why}" for why, slugs in by_reason.items()) or "no ballot could be read"


def _table(plan: Plan) -> Table:
    return Table(list(plan.docket.releases.values()), plan.docket.panels, plan.groups)


def without_text(persona: Persona) -> Persona:
    """Return a persona of which only the name and the title are left, and one move without words of its own."""
    nothing: Mapping[str, object] = {
        **dict.fromkeys(("motto", "lens"), ""),
        **dict.fromkeys(("excited_by", "tired_of", "ships_when", "skips_when", "voice", "never_says", "suits"), ()),
        "moves": (persona.moves[0].model_copy(update={"name": "case", "instruction": ""}),),
        "signals": (),
        "prior": 0.0,
    }
    return persona.model_copy(update=nothing)
