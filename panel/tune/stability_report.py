"""How much of a vote is the persona's, and how much is the draw, the model or the wording."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from panel.domain.noun import Noun
from panel.errors import DeclarationError
from panel.store.nearest import did_you_mean, listed
from panel.store.prompts import Prompts
from panel.store.workspace import Workspace
from panel.tune.asking import Question
from panel.tune.calibration import Calibration, calibration
from panel.tune.docket import Docket
from panel.tune.flips import Flips, flips
from panel.tune.gold import Gold
from panel.tune.votes_table import VotesTable

FOLDER = "paraphrases"
"""Where other wordings of the ballot's prompt are, under ``prompts/``: the workspace's own and the shipped ones."""
AS_IS = "as it is"
"""The arm that is asked with the prompt as it is."""


class StabilityReport(Noun):
    """Flip rates and calibration."""

    releases: int
    """Releases asked about."""
    models: tuple[str, ...]
    """The models asked, one after the other."""
    wordings: tuple[str, ...]
    """The wordings asked with."""
    samples: int
    """Ballots per seat, release, model and wording."""
    first: int
    """Number of the first of them."""
    spoiled: int
    """Ballots of which nothing could be read; in no figure."""
    cost_usd: float | None
    """US dollars of all ballots, whenever they were paid."""
    level: float
    """Level of the intervals."""
    flips: tuple[Flips, ...]
    """Flip rates, seat by seat."""
    calibration: tuple[Calibration, ...]
    """How confidence fits what came of it."""
    against: Literal["people", "itself"]
    """What calibration was held to."""
    simulated: str = "The panel's reviewers are simulated; people's votes come from the gold file alone."
    """What must be said beside every percentage."""


def wordings(home: Workspace, named: str) -> dict[str, Prompts | None]:
    """Return arm → templates for the prompt as it is and for other wordings of it.

    Args:
        home: The workspace; its ``prompts/paraphrases/*.j2`` stand beside the shipped ones, and win over them.
        named: ``all``, ``none``, or names by comma.

    Raises:
        DeclarationError: There is no wording of that name.
    """
    prefix = f"{FOLDER}/"
    known = [name.removeprefix(prefix).removesuffix(".j2") for name in home.prompts().names if name.startswith(prefix)]
    wanted = [word.strip() for word in named.split(",") if word.strip()]
    chosen = known if wanted == ["all"] else [] if wanted == ["none"] else wanted
    for name in chosen:
        if name not in known:
            hint = did_you_mean(name, known) or f"; there are {listed(known)}"
            raise DeclarationError(f"there is no wording {name!r} under prompts/{FOLDER}/{hint}")
    own = {name: Prompts(home.prompts_folder, ballot=f"{prefix}{name}.j2") for name in chosen}
    return {AS_IS: None, **own}


def stability_questions(docket: Docket, said: Mapping[str, Prompts | None], first: int = 1) -> list[Question]:
    """Return what is to be asked: every seat, in every wording.

    Args:
        docket: Releases and seats, with their models and samples.
        said: Arm → templates.
        first: Number of the first sample; a higher one asks for replicates that nobody has asked for before.
    """
    return [each for arm, prompts in said.items() for each in docket.questions(arm, prompts, first)]


def stability_report(
    table: VotesTable,
    *,
    gold: Gold | None = None,
    groups: Callable[[str], str] = str,
    level: float = 0.95,
) -> StabilityReport:
    """Return flip rates over whatever varies in a table, and how confidence fits.

    Args:
        table: Several samples, models or wordings.
        gold: People's votes, which calibration is then held to.
        groups: What a release belongs to.
        level: Level of the intervals.
    """
    humans = None if gold is None else {seat: gold.humans(seat) for seat in table.seats}
    numbers: Sequence[int] = [cell.sample for cell in table] or [1]
    return StabilityReport(
        releases=len(table.releases),
        models=table.models,
        wordings=table.arms,
        samples=max(numbers) - min(numbers) + 1,
        first=min(numbers),
        spoiled=len(table.spoiled),
        cost_usd=table.cost_usd,
        level=level,
        flips=tuple(flips(table, groups=groups, level=level)),
        calibration=tuple(calibration(table, humans, groups=groups, level=level)),
        against="itself" if gold is None else "people",
    )
