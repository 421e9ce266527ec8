"""From declared seats to the Panel that sits for one release."""

import re
from collections.abc import Iterable, Mapping, Sequence

from panel.domain.persona import Persona
from panel.domain.release import Release
from panel.domain.seating import Panel, Seat
from panel.errors import DeclarationError
from panel.store.nearest import did_you_mean, listed
from panel.store.settings import Place, Settings, places

HEAVIEST = 100
"""Weight of a seat at most."""

MOST_SAMPLES = 99
"""Ballots of a seat at most."""


def seat_panel(
    settings: Settings,
    release: Release,
    personas: Mapping[str, Persona],
    *,
    models: Sequence[str] = (),
    seats: str | Sequence[Place] | None = None,
    samples: int | None = None,
) -> Panel:
    """Decide who sits for a release, and which model speaks for whom.

    Args:
        settings: What ``panel.toml`` says.
        release: What is to be judged; it decides between a seat's alternatives.
        personas: Every persona that may be seated, by id.
        models: Speak for all seats, whatever they and their personas name; several are a jury.
        seats: Who sits, if not the settings' seats: ``"a,b|c"``, ``"all"``, or places.
        samples: Ballots per seat, whatever the settings say.

    Raises:
        DeclarationError: If a persona is unknown or would sit twice.
    """
    if seats is None or isinstance(seats, str):
        seats = declared_places(settings, personas, seats)
    taken: list[Seat] = []
    for place in seats:
        persona = _choose(place, release, personas)
        if any(seat.persona.id == persona.id for seat in taken):
            raise DeclarationError(f"{persona.id!r} would sit twice; seat every persona once (use samples for more)")
        taken.append(_seat(place, persona, settings, tuple(models), samples))
    if not taken:
        raise DeclarationError(f"nobody is seated; name at least one of {listed(personas)}")
    return Panel(
        seats=tuple(taken), quorum=settings.quorum, interval_level=settings.interval_level, adaptive=settings.adaptive
    )


def declared_places(settings: Settings, personas: Mapping[str, Persona], seats: str | None) -> tuple[Place, ...]:
    """Return the seats with their alternatives: those that someone typed, else the settings'.

    Raises:
        DeclarationError: If a persona that was typed is unknown.
    """
    if seats is None:
        return settings.seats
    named = [each for place in settings.seats for each in place.personas if each in personas]
    return parse_seats(seats, dict.fromkeys([*named, *personas]))


def parse_seats(text: str, known: Iterable[str]) -> tuple[Place, ...]:
    """Read the seats that someone typed: ``developer,creator|business``, or ``all``.

    Args:
        text: What was typed.
        known: Ids of all personas; ``all`` seats them in this order.

    Raises:
        DeclarationError: If a persona is unknown, or none is named.
    """
    known = list(known)
    if text.strip().lower() == "all" and "all" not in known:
        return tuple(Place(personas=(each,)) for each in known)
    named = [places(part) for part in text.split(",") if part.strip()]
    for name in (each for alternatives in named for each in alternatives):
        _refuse_unknown(name, known)
    if not named:
        raise DeclarationError(f"no seat is named in {text!r}; name some of {listed(known)}, or all")
    return tuple(Place(personas=alternatives) for alternatives in named)


def suitability(persona: Persona, release: Release) -> float:
    """Return how well a persona suits a release: what is stated of it counts, and its texts only between equals."""
    wanted = dict.fromkeys(_words(each) for each in persona.suits)
    stated = [_words(tag) for tag in release.tags] + [_words(release.category or "")]
    said = [_words(release.name), _words(release.tagline or "")]
    score = 0.0
    for each in wanted:
        score += 3.0 * any(_times(each, words) for words in stated) + 1.0 * any(_times(each, words) for words in said)
    texts = [_words(source.text) for source in release.sources]
    counts = [sum(_times(each, words) for words in texts) for each in wanted]
    breadth = sum(count / (count + 2) for count in counts)
    return score + breadth / (breadth + 1)


def _seat(place: Place, persona: Persona, settings: Settings, models: tuple[str, ...], samples: int | None) -> Seat:
    weight = persona.weight * place.weight
    if weight > HEAVIEST:
        problem = f"{persona.id!r} would weigh {weight:g}; lower its own weight or its seat's, to {HEAVIEST} at most"
        raise DeclarationError(problem)
    ballots = next(each for each in (samples, place.samples, settings.samples) if each is not None)
    if not 1 <= ballots <= MOST_SAMPLES:
        raise DeclarationError(f"{ballots} samples can't be cast; ask for 1 to {MOST_SAMPLES}")
    named = (models, place.models, _one(place.model), _one(persona.model), settings.models, (settings.model,))
    speakers = next(each for each in named if each)
    twice = next((each for each in speakers if speakers.count(each) > 1), None)
    if twice is not None:
        raise DeclarationError(f"the model {twice!r} is named twice for {persona.id!r}; use samples for more ballots")
    return Seat(persona=persona, models=speakers, samples=ballots, weight=weight)


def _one(model: str | None) -> tuple[str, ...]:
    return () if model is None else (model,)


def _choose(place: Place, release: Release, personas: Mapping[str, Persona]) -> Persona:
    for name in place.personas:
        _refuse_unknown(name, personas)
    alternatives = [personas[name] for name in place.personas]
    if len(alternatives) == 1:
        return alternatives[0]
    return max(alternatives, key=lambda persona: suitability(persona, release))  # the first of equals


def _refuse_unknown(name: str, known: Iterable[str]) -> None:
    known = list(known)
    if name not in known:
        raise DeclarationError(f"there is no persona {name!r}{did_you_mean(name, known)}; there are {listed(known)}")


def _words(text: str) -> tuple[str, ...]:
    """Return a text's words in lower case and in the singular."""
    return tuple(_singular(word) for word in re.findall(r"[^\W_]+", text.lower()))


def _singular(word: str) -> str:
    if len(word) < 4 or word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("sses", "xes", "ches", "shes")) else word[:-1]


def _times(phrase: tuple[str, ...], words: tuple[str, ...]) -> int:
    """Count how often a phrase stands in a text, word by word."""
    if not phrase:
        return 0
    if len(phrase) == 1:
        return words.count(phrase[0])
    return sum(words[start : start + len(phrase)] == phrase for start in range(len(words) - len(phrase) + 1))
