"""Do seats argue apart? Overlap of words and of cited evidence, and whether a classifier can tell who wrote what."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
from sklearn.model_selection import GroupKFold  # type: ignore[import-untyped]
from sklearn.pipeline import make_pipeline  # type: ignore[import-untyped]

from panel.domain.noun import Noun
from panel.domain.persona import Persona
from panel.domain.release import CITE
from panel.evidence.stems import row
from panel.tune.bootstrap import SHARE_PRIOR, estimate, mean, mean_share
from panel.tune.estimate import Estimate
from panel.tune.votes_table import VotesTable

FOLDS = 5
"""Parts into which releases are dealt for attribution; a release's texts are never in training and test at once."""


class Essay(NamedTuple):
    """What one seat wrote about one release, with what names its writer taken out."""

    release: str
    """Slug of the release."""
    seat: str
    """Who wrote it."""
    text: str
    """The argument and the quote, without the persona's own name, title and citations."""
    cites: frozenset[str]
    """The sentences that it cites."""


class Overlap(Noun):
    """What two seats' ballots on the same release have in common."""

    seats: tuple[str, str]
    """Who."""
    words: Estimate
    """Mean cosine of their words, weighted by how telling they are (TF-IDF), 0 to 1."""
    evidence: Estimate
    """Mean share of cited sentences that both cite, of those that either cites (Jaccard), 0 to 1."""


class Attribution(Noun):
    """Whether a judge can tell who wrote a text."""

    judge: str
    """``classifier``, or the model asked."""
    seats: tuple[str, ...]
    """Among whom."""
    texts: int
    """Texts judged."""
    right: Estimate
    """Share attributed to whoever wrote it."""
    chance: float
    """What guessing gets."""
    unread: int = 0
    """Answers of a model that couldn't be read; in no figure."""
    taken_for: dict[str, dict[str, int]]
    """Writer → whoever was taken for the writer → texts."""


def essays(table: VotesTable, personas: Mapping[str, Persona]) -> list[Essay]:
    """Return what each seat wrote about each release: its first readable sample, made anonymous."""
    names = {word for persona in personas.values() for word in _names(persona)}
    hidden = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})\b", re.I)
    found = []
    for slug in table.releases:
        for seat in table.seats:
            cell = next((cell for cell in table.cast(slug, seat) if cell.vote is not None), None)
            if cell is not None and cell.text:
                text = hidden.sub(" ", CITE.sub(" ", cell.text))
                found.append(Essay(slug, seat, " ".join(text.split()), cell.cites))
    return found


def overlaps(
    written: Sequence[Essay], *, groups: Callable[[str], str] = str, level: float = 0.95
) -> tuple[Overlap, ...]:
    """Return what every two seats' texts on the same release have in common.

    Args:
        written: The texts.
        groups: What a release belongs to.
        level: Level of the intervals.
    """
    if not written:
        return ()
    matrix = _weights().fit_transform([essay.text for essay in written])
    places = {(essay.release, essay.seat): place for place, essay in enumerate(written)}
    found = []
    for pair in combinations(dict.fromkeys(essay.seat for essay in written), 2):
        shared = [slug for slug in _releases(written) if all((slug, seat) in places for seat in pair)]
        both = [(places[slug, pair[0]], places[slug, pair[1]]) for slug in shared]
        words = [float(matrix[one].multiply(matrix[other]).sum()) for one, other in both]
        cited = [(written[one].cites, written[other].cites) for one, other in both]
        common = {slug: len(a & b) / len(a | b) for slug, (a, b) in zip(shared, cited, strict=True) if a | b}
        found.append(
            Overlap(
                seats=pair,
                words=mean_share(words, [groups(slug) for slug in shared], level),
                evidence=mean_share(list(common.values()), [groups(slug) for slug in common], level),
            )
        )
    return tuple(found)


def attribute(
    written: Sequence[Essay], *, groups: Callable[[str], str] = str, level: float = 0.95
) -> Attribution | None:
    """Let a classifier that knows the seats' texts on other releases say who wrote each one; None if there are too few.

    Args:
        written: The texts.
        groups: What a release belongs to.
        level: Level of the interval.
    """
    seats = tuple(dict.fromkeys(essay.seat for essay in written))
    belongs = [groups(essay.release) for essay in written]
    folds = min(FOLDS, len(set(belongs)))
    if folds < 2 or len(seats) < 2:
        return None
    texts, writers = np.array([essay.text for essay in written], dtype=object), np.array([e.seat for e in written])
    guesses = np.empty(len(written), dtype=object)
    for train, test in GroupKFold(folds).split(texts, writers, belongs):
        if len(set(writers[train])) < 2:
            return None
        judge = make_pipeline(_weights(), LogisticRegression(C=10.0, max_iter=2000))
        guesses[test] = judge.fit(texts[train], writers[train]).predict(texts[test])
    return attributed("classifier", seats, written, [str(guess) for guess in guesses], groups=groups, level=level)


def attributed(
    judge: str,
    seats: tuple[str, ...],
    written: Sequence[Essay],
    guesses: Sequence[str | None],
    *,
    groups: Callable[[str], str] = str,
    level: float = 0.95,
) -> Attribution:
    """Count a judge's guesses; None stands for an answer that couldn't be read.

    Args:
        judge: Who guessed.
        seats: Among whom.
        written: The texts.
        guesses: Whom the judge took for each one's writer.
        groups: What a release belongs to.
        level: Level of the interval.
    """
    taken: dict[str, dict[str, int]] = {seat: dict.fromkeys(seats, 0) for seat in seats}
    sums: dict[str, list[float]] = {}
    for essay, guess in zip(written, guesses, strict=True):
        if guess is not None:
            taken[essay.seat][guess] += 1
            right, texts = sums.get(essay.release, [0.0, 0.0])
            sums[essay.release] = [right + (guess == essay.seat), texts + 1]
    parts = np.array(list(sums.values()), dtype=float).reshape(-1, 2)
    belongs = [groups(slug) for slug in sums]
    return Attribution(
        judge=judge,
        seats=seats,
        texts=int(parts[:, 1].sum()),
        right=estimate(parts, mean, scale="share", prior=SHARE_PRIOR, groups=belongs, level=level),
        chance=1 / len(seats),
        unread=sum(guess is None for guess in guesses),
        taken_for=taken,
    )


def _weights() -> TfidfVectorizer:
    return TfidfVectorizer(tokenizer=_stems, token_pattern=None, lowercase=False, sublinear_tf=True)


def _stems(text: str) -> list[str]:
    """Return a text's words without their endings."""
    cut = row(text)
    return [stem for stem, kind in zip(cut.stems, cut.kinds, strict=True) if kind == "w"]


def _names(persona: Persona) -> Iterable[str]:
    """Return the words by which a persona names itself."""
    return {persona.id, persona.name, persona.name.removeprefix("The "), persona.title}


def _releases(written: Sequence[Essay]) -> list[str]:
    return list(dict.fromkeys(essay.release for essay in written))
