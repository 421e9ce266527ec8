"""From mentions to a balance: what speaks for a ship, what against, and how much."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from panel.domain.persona import Persona, Signal
from panel.evidence.mentions import Mention

FIRST = 0.75
"""Share of a signal's weight that one plain sentence brings; a second brings as much of the rest, and so on."""

FIRST_OF_TOPIC = 0.45
"""The same for families that a dossier speaks of all the time if it is about them."""


LEFT = 0.3
"""Share of all other good points that is left where a needed thing isn't found, or a deal-breaker is met."""


class Weighed(NamedTuple):
    """One signal, with what the dossier says of it."""

    signal: Signal
    """What was looked for."""
    affirmed: tuple[Mention, ...]
    """Mentions that say that it is so, strongest first, one per sentence."""
    denied: tuple[Mention, ...]
    """Mentions that say that it isn't, strongest first, one per sentence."""
    points: float
    """What it adds to the balance."""
    found: float
    """From 0 to 1, how plainly the dossier affirms it."""
    refused: float
    """From 0 to 1, how plainly the dossier denies it, and nothing in it affirms it."""

    @property
    def silent(self) -> bool:
        """Whether the dossier has nothing on it."""
        return not self.affirmed and not self.denied

    @property
    def disputed(self) -> bool:
        """Whether the dossier both affirms and denies it, plainly."""
        return bool(self.affirmed and self.denied) and min(self.affirmed[0].strength, self.denied[0].strength) > 0.5


class Balance(NamedTuple):
    """A persona's reading of a dossier."""

    total: float
    """Above 0 is a ship."""
    weighed: tuple[Weighed, ...]
    """Every signal of the persona, in its order."""

    @property
    def ship(self) -> bool:
        """Whether it comes out as a ship."""
        return self.total > 0

    @property
    def blank(self) -> bool:
        """Whether the dossier has nothing on any signal."""
        return all(each.silent for each in self.weighed)

    @property
    def confidence(self) -> int:
        """From 50 (could be either) to 95, by the margin."""
        return 50 if self.blank else 50 + round(45 * (1 - math.exp(-abs(self.total) / 3)))


def weigh(persona: Persona, mentions: Mapping[str, Sequence[Mention]], topics: Iterable[str] = ()) -> Balance:
    """Weigh what a dossier says of a persona's signals.

    Args:
        persona: Whose signals.
        mentions: Mentions by family; a signal's own phrases stand under its name.
        topics: Families of which one mention says little.
    """
    topics = set(topics)
    weighed = tuple(_weigh(signal, mentions, topics) for signal in persona.signals)
    if all(each.silent for each in weighed):
        return Balance(min(persona.prior, 0.0), weighed)
    weighed = _held_back(weighed)
    return Balance(persona.prior + sum(each.points for each in weighed), weighed)


def _held_back(weighed: Sequence[Weighed]) -> tuple[Weighed, ...]:
    """Let what speaks for a ship count only as far as what is needed was found and no deal-breaker was met."""
    needed = min((each.found for each in weighed if each.signal.needed), default=1.0)
    broken = max((each.refused for each in weighed if each.signal.breaker), default=0.0)
    share = max(LEFT, min(needed, 1 - broken))
    return tuple(
        each._replace(points=each.points * share) if each.points > 0 and not each.signal.needed else each
        for each in weighed
    )


def _weigh(signal: Signal, mentions: Mapping[str, Sequence[Mention]], topics: set[str]) -> Weighed:
    names = families_of(signal)
    every = [mention for name in (*names, signal.name) for mention in mentions.get(name, ())]
    affirmed = _strongest(mention for mention in every if mention.holds)
    denied = _strongest(mention for mention in every if not mention.holds)
    share = FIRST_OF_TOPIC if topics.intersection(names) else FIRST
    yes, no = _saturated(affirmed, share), _saturated(denied, FIRST)
    points = signal.affirmed * yes * (1 - no / 2) + signal.denied * no * (1 - yes / 2)
    points += signal.silent * (1 - max(yes, no))
    return Weighed(signal, affirmed, denied, points, yes, no * (1 - yes))


def families_of(signal: Signal) -> list[str]:
    """Return the families of the vocabulary that a signal's phrases name."""
    return [phrase[1:] for phrase in signal.phrases if phrase.startswith("@")]


def _strongest(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the strongest mention of each sentence, strongest first; a sentence that stands twice counts once."""
    best: dict[str, Mention] = {}
    for mention in mentions:
        key = mention.text.casefold()
        if key not in best or best[key].strength < mention.strength:
            best[key] = mention
    return tuple(sorted(best.values(), key=lambda mention: -mention.strength))


def _saturated(mentions: Sequence[Mention], share: float) -> float:
    """Return from 0 to 1 how plainly mentions say a thing; repetition adds less and less."""
    rest = 1.0
    for mention in mentions:
        rest *= 1 - share * mention.strength
    return 1 - rest
