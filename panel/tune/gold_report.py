"""How far each persona and the panel agree with people, beside what people agree among themselves."""

from collections.abc import Mapping, Sequence
from typing import Literal

from panel.domain.ballot import Choice, Vote
from panel.domain.noun import Noun
from panel.tune.agreement import (
    agreement,
    balanced_accuracy,
    cohens_kappa,
    human_alpha,
    human_tables,
    krippendorffs_alpha,
    raw_agreement,
    tables,
)
from panel.tune.bootstrap import Parts, mean_change
from panel.tune.docket import Docket
from panel.tune.estimate import Estimate
from panel.tune.gold import Gold
from panel.tune.splits import Split
from panel.tune.votes_table import VotesTable

PANEL = "panel"
PEOPLE = "people"
BASELINES: dict[str, Vote] = {"always ship": "ship", "always skip": "skip"}


class Voter(Noun):
    """One voter held to people's votes."""

    who: str
    """A persona, ``panel``, ``people`` (one person held to another), ``always ship`` or ``always skip``."""
    held_to: Literal["own place", "nobody's place", "all places", "each other"]
    """Whose votes it is held to: those cast in its place, those cast in nobody's, where there are none the majority of
    what each person cast in all personas' places, or other people's."""
    releases: int
    """Releases on which both it and people voted."""
    no_vote: int = 0
    """Releases on which its samples or seats tied; counted here, and in no figure."""
    spoiled: int = 0
    """Releases on which nothing of it could be read; counted here, and in no figure."""
    ship_rate: float | None
    """Share of the releases that it ships."""
    raw: Estimate
    """Share of equal votes."""
    balanced: Estimate
    """The same, with people's ships and skips counting alike."""
    kappa: Estimate
    """Cohen's κ."""
    alpha: Estimate
    """Krippendorff's α."""
    gain: Estimate | None = None
    """Raw agreement beyond the better of always ship and always skip, on the same releases; None for those two."""


class GoldReport(Noun):
    """Agreement with people, of everybody."""

    file: str
    """Where people's votes were read from."""
    gold: str
    """Hash of people's votes."""
    part: Literal["train", "dev", "test", "all"]
    """The releases that it is about."""
    releases: int
    """How many they are."""
    groups: int
    """How many independent groups they form."""
    annotators: int
    """How many people voted."""
    human_votes: int
    """How many votes they cast; none of them is counted among simulated ones."""
    models: tuple[str, ...]
    """The models that spoke for the simulated seats."""
    level: float
    """Level of the intervals."""
    cost_usd: float | None
    """US dollars of the simulated votes, whenever they were paid."""
    voters: tuple[Voter, ...]
    """The panel, each persona, the two baselines."""
    people: Voter | None
    """One person held to another; None where no release has two."""
    simulated: str = "The panel's reviewers are simulated; people's votes come from the gold file alone."
    """What must be said beside every percentage."""

    @property
    def summary(self) -> str:
        """What it comes to, in plain words."""
        panel = next(voter for voter in self.voters if voter.who == PANEL)
        constant = max((v for v in self.voters if v.who in BASELINES), key=lambda v: v.raw.value or 0.0)
        said = [f"The panel votes as people do on {panel.raw.percent()} of {panel.releases} releases"]
        if self.people is not None:
            said.append(f"two people agree on {self.people.raw.percent()}")
        said.append(f"voting {constant.who.removeprefix('always ')} without reading gets {constant.raw.percent()}")
        if panel.gain is not None and panel.gain.interval is not None:
            beats = panel.gain.above(0)
            said.append("reading pays" if beats else "that reading pays can't be told from this many releases")
        return "; ".join(said) + "."


def gold_report(
    gold: Gold,
    table: VotesTable,
    docket: Docket,
    split: Split,
    *,
    part: Literal["train", "dev", "test", "all"] = "all",
    level: float = 0.95,
) -> GoldReport:
    """Hold every seat of a table, and the panel, to people's votes.

    Args:
        gold: People's votes on the releases of the part.
        table: Simulated votes on them.
        docket: Who sits on the panel.
        split: Which releases belong together.
        part: What the releases are, for the record.
        level: Level of the intervals, between 0 and 1.
    """
    said: dict[str, Mapping[str, Choice | None]] = {
        PANEL: {slug: docket.verdict(table, slug) for slug in docket.panels},
        **{seat: {slug: table.reduced(slug, seat) for slug in table.releases} for seat in table.seats},
    }
    voters = [_voter(who, votes, gold, split, level) for who, votes in said.items()]
    for who, vote in BASELINES.items():
        voters.append(_voter(who, dict.fromkeys(gold.releases, vote), gold, split, level))
    groups = {split.groups[slug] for slug in gold.releases}
    return GoldReport(
        file=gold.file,
        gold=gold.hash,
        part=part,
        releases=len(gold.releases),
        groups=len(groups),
        annotators=len(gold.annotators),
        human_votes=len(gold.votes),
        models=table.models,
        level=level,
        cost_usd=table.cost_usd,
        voters=tuple(voters),
        people=_people(gold, split, level),
    )


def _voter(who: str, said: Mapping[str, Choice | None], gold: Gold, split: Split, level: float) -> Voter:
    persona = None if who in (PANEL, *BASELINES) else who
    humans = gold.humans(persona)
    shared, rows = tables(said, humans)
    groups = [split.groups[slug] for slug in shared]
    raw, balanced, kappa, alpha = _four(rows, groups, level)
    return Voter(
        who=who,
        held_to=_held_to(persona, gold),
        releases=len(shared),
        no_vote=sum(said.get(slug) == "abstain" for slug in humans),
        spoiled=sum(slug in said and said[slug] is None for slug in humans),
        ship_rate=sum(said[slug] == "ship" for slug in shared) / len(shared) if shared else None,
        raw=raw,
        balanced=balanced,
        kappa=kappa,
        alpha=alpha,
        gain=None if who in BASELINES else gain_over_constant(rows, groups, level),
    )


def _held_to(persona: str | None, gold: Gold) -> Literal["own place", "nobody's place", "all places"]:
    if persona in gold.personas:
        return "own place"
    return "nobody's place" if any(vote.persona is None for vote in gold.votes) or persona else "all places"


def _people(gold: Gold, split: Split, level: float) -> Voter | None:
    humans = gold.humans()
    shared, rows = human_tables(humans)
    if not shared:
        return None
    groups = [split.groups[slug] for slug in shared]
    raw, balanced, kappa, _ = _four(rows, groups, level)
    return Voter(
        who=PEOPLE,
        held_to="each other",
        releases=len(shared),
        ship_rate=float(rows[:, :2].sum() / len(rows)),
        raw=raw,
        balanced=balanced,
        kappa=kappa,
        alpha=human_alpha(humans, groups=groups, level=level),
    )


def _four(rows: Parts, groups: Sequence[str], level: float) -> tuple[Estimate, ...]:
    figures = (raw_agreement, balanced_accuracy, cohens_kappa, krippendorffs_alpha)
    return tuple(agreement(rows, figure, groups=groups, level=level) for figure in figures)


def gain_over_constant(rows: Parts, groups: Sequence[str] | None, level: float) -> Estimate:
    """Return raw agreement beyond that of whoever always casts the more frequent vote of people, on the same releases.

    Args:
        rows: Each release's table of the voter beside people.
        groups: What each release belongs to.
        level: Level of the interval.
    """
    if not len(rows):
        return Estimate.undefined("there is no release to count", level=level)
    people_ship = rows[:, 0] + rows[:, 2]
    constant = people_ship if people_ship.mean() >= 0.5 else 1 - people_ship
    return mean_change(rows[:, 0] + rows[:, 3] - constant, groups, level)
