"""Signs by which a freely worded statement is seen to be borne out, or not: no single one decides, ``weighing`` adds them up."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from panel.evidence.conflicts.statements import Signs
from panel.evidence.dates import may_be_same
from panel.evidence.grounding.derived.reckoning import follows
from panel.evidence.lazily import lazily
from panel.evidence.licences import same_licence
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import Unit, has_unit, units_of
from panel.evidence.measures import Quantity, agree, same_measure
from panel.evidence.names import Name, same_name
from panel.evidence.passages import Passage

FIGURE = 1.2
"""What a figure, date, licence or name counts beside a word that tells much."""

DENIAL = re.compile(
    r"\b(?:no|not|never|none|nothing|nobody|neither|nor|without|cannot|lacks?|lacking|missing|absent|removed?|dropped|gone|refus\w+|"
    r"out of luck|left (?:out|behind)|rul(?:e|es|ed) out|to (?:itself|themselves)|withh[eo]ld\w*|separately|elsewhere|undisclosed|unpublished|unreleased|"
    r"blocked|forbid\w*|prohibit\w*|ban\w*|exclud\w+|impossible|unavailable|unsupported|closed|proprietary|yet to|fails?|unable|discourag\w+|(?:warn|advis|caution|recommend)\w*\s(?:\w+\s){0,2}against|beyond (?:it|them|its reach))\b|n['’]t\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sight:
    """What one sentence has of a statement."""

    place: int
    """Where it stands."""
    words: tuple[float, ...]
    """Whether it has each of the statement's words, 0 or 1."""
    figures: tuple[bool, ...]
    """Whether it has each of its figures, dates and licences."""
    names: tuple[bool, ...]
    """Whether it has each of its names."""
    cover: float
    """Share of all of them, by weight."""
    word_cover: float
    """Share of the words alone."""


class Seen:
    """A statement beside the sentences that have most in common with it.

    Args:
        claim: The statement.
        evidence: The dossier.
        places: The sentences.
    """

    def __init__(self, claim: Passage, evidence: Evidence, places: Sequence[int]) -> None:
        self.claim = claim
        self.evidence = evidence
        self.places = places
        ours = evidence.subject.is_ours
        self.words = [unit for unit in _distinct(units_of(claim)) if unit.concept]
        self.names: list[Name] = [name for name in claim.names if name.sure and not ours(name.key)]
        self.figures = [*claim.quantities, *claim.dates, *claim.licences]
        self.weights = [
            (1.0 if unit.strong else 0.35) * (0.5 + 0.5 * min(evidence.rarity(unit.concept), 2.0))
            for unit in self.words
        ]

    @lazily
    def sights(self) -> list[Sight]:
        """What each sentence has of the statement, the one that has most first."""
        return sorted((self._sight(place) for place in self.places), key=lambda sight: (-sight.cover, sight.place))

    def _sight(self, place: int) -> Sight:
        passage, said = self.evidence.passages[place], self.evidence.said(place)
        words = tuple(float(has_unit(said, unit)) for unit in self.words)
        figures = tuple(
            [self._has_figure(passage, each) for each in self.claim.quantities]
            + [any(may_be_same(each, other) for other in passage.dates) for each in self.claim.dates]
            + [any(same_licence(each.name, other.name) for other in passage.licences) for each in self.claim.licences]
        )
        names = tuple(any(same_name(name.key, other.key) for other in passage.names) for name in self.names)
        got = sum(weight * has for weight, has in zip(self.weights, words, strict=True))
        total = sum(self.weights)
        rest = FIGURE * (len(figures) + len(names))
        return Sight(
            place,
            words,
            figures,
            names,
            (got + FIGURE * (sum(figures) + sum(names))) / (total + rest or 1.0),
            got / (total or 1.0),
        )

    def _has_figure(self, passage: Passage, figure: Quantity) -> bool:
        said = passage.quantities
        return any(agree(figure, other) for other in said) or follows(self.claim, figure, said)

    def around(self, sight: Sight) -> float:
        """Return the share of a statement that a sentence and what stands round it have."""
        near = self.evidence.around(sight.place)
        got = sum(
            weight * max(has, float(unit.concept in near))
            for weight, has, unit in zip(self.weights, sight.words, self.words, strict=True)
        )
        rest = FIGURE * (len(sight.figures) + len(sight.names))
        return (got + FIGURE * (sum(sight.figures) + sum(sight.names))) / (sum(self.weights) + rest or 1.0)


def _distinct(units: Iterable[Unit]) -> list[Unit]:
    return list({(unit.concept, unit.stems): unit for unit in units}.values())


def word_signs(seen: Seen) -> Signs:
    """Return how far a statement's words, figures and names are found, and together."""
    sights = seen.sights
    best = sights[0]
    strong = [at for at, unit in enumerate(seen.words) if unit.strong]
    absent = sum(not seen.evidence.places(seen.words[at].concept) for at in strong)
    top = [max(sight.words[at] for sight in sights[:3]) for at in range(len(seen.words))]
    return {
        "absent": min(absent, 4) / 2,
        "share absent": absent / max(1, len(strong)),
        "cover": best.cover,
        "second cover": sights[1].cover if len(sights) > 1 else 0.0,
        "cover with what stands round": max(seen.around(sight) for sight in sights[:6]),
        "words in three": sum(w * has for w, has in zip(seen.weights, top, strict=True)) / (sum(seen.weights) or 1.0),
        "words not in three": min(sum(not top[at] for at in strong), 6) / 2,
        "telling words": min(len(strong), 10) / 3,
        "figures": min(len(seen.claim.quantities), 4) / 2,
        "dates": float(len(seen.claim.dates) > 0),
        "names": min(len(seen.names), 4) / 2,
        "licences": float(len(seen.claim.licences) > 0),
        "length": min(len(seen.claim.line.stems), 30) / 10,
        **_figure_signs(seen, best),
        **_name_signs(seen, best),
    }


def _figure_signs(seen: Seen, best: Sight) -> Signs:
    if not seen.figures:
        return {}
    rests = [
        max(
            (sight.word_cover + 0.3 * sum(sight.names) for sight in seen.sights if sight.figures[at]),
            default=-1.0,
        )
        for at in range(len(seen.figures))
    ]
    most = max(sight.word_cover for sight in seen.sights)
    clash = any(
        not best.figures[at]
        and any(same_measure(each, other) for other in seen.evidence.passages[best.place].quantities)
        for at, each in enumerate(seen.claim.quantities)
    )
    return {
        "figures not found": float(sum(rest < 0 for rest in rests)),
        "words beside figures": min(rests),
        "words apart from figures": max(most - rest for rest in rests),
        "figures in the best": sum(best.figures) / len(best.figures),
        "another figure in the best": float(clash),
    }


def _name_signs(seen: Seen, best: Sight) -> Signs:
    if not seen.names:
        return {}
    worths = [(sight.word_cover + 0.25 * sum(sight.figures), sight) for sight in seen.sights]
    rests = [max((worth for worth, sight in worths if sight.names[at]), default=-1.0) for at in range(len(seen.names))]
    most, told = max(worths, key=lambda each: each[0])
    others = [
        other
        for other in seen.evidence.passages[told.place].names
        if other.sure
        and not seen.evidence.subject.is_ours(other.key)
        and not any(same_name(other.key, name.key) for name in seen.names)
    ]
    instead = bool(others) and not all(told.names)
    return {
        "words beside names": min(rests),
        "words apart from names": max(most - rest for rest in rests),
        "other names instead": float(instead),
        "words beside other names": most if instead else 0.0,
        "names in the best": sum(best.names) / len(best.names),
        "names together": float(len(seen.names) > 1 and any(all(sight.names) for sight in seen.sights)),
    }
