"""Counting a verdict again after a vote has changed, and saying so beside the percentage."""

from collections.abc import Sequence

from panel.domain.ballot import Ballot
from panel.domain.verdict import Verdict
from panel.domain.wording import listed
from panel.hearing.disclosure import disclose
from panel.stats.effective import mean_correlation
from panel.stats.tally import tally
from panel.store.ballot_history import past_votes
from panel.store.workspace import Workspace


def recounted(home: Workspace, verdict: Verdict) -> Verdict:
    """Return a verdict whose tally, models and disclosure are those of its ballots as they stand.

    Raises:
        DeclarationError: The workspace's settings have a mistake.
    """
    count = tally(
        verdict.ballots,
        verdict.spoiled,
        quorum=home.panel_settings().quorum,
        level=verdict.tally.interval_level,
        correlation=mean_correlation(past_votes(home.verdicts_folder, without=verdict.slug)),
    )
    answered = [sample.model for each in verdict.ballots for sample in each.samples if sample.vote is not None]
    models = tuple(dict.fromkeys(answered)) or verdict.provenance.models
    return verdict.model_copy(
        update={
            "tally": count,
            "provenance": verdict.provenance.model_copy(update={"models": models}),
            "disclosure": " ".join([disclose(models), *_editors_part(verdict.ballots, verdict.titles)]),
        }
    )


def _editors_part(ballots: Sequence[Ballot], titles: dict[str, str]) -> list[str]:
    """Return the sentences that say what of it isn't the reviewers' own."""

    def names(chosen: list[Ballot]) -> str:
        return listed([titles.get(each.persona, each.persona) for each in chosen])

    overruled = [each for each in ballots if each.overruled is not None]
    reworded = [each for each in ballots if each.original is not None and each not in overruled]
    asked = [each for each in ballots if each.note is not None]
    said = []
    if overruled:
        votes = "the vote" if len(overruled) == 1 else "the votes"
        said.append(f"An editor overruled {votes} of {names(overruled)}.")
    if reworded:
        said.append(f"An editor reworded {names(reworded)}.")
    if asked:
        said.append(f"{names(asked)} answered a note from an editor.")
    return said
