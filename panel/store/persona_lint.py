"""What is valid in a persona and still looks like a slip."""

import re
from collections.abc import Iterator

from panel.domain.persona import Persona

LONGEST_MOTTO = 120
"""Characters of a motto that still fits on one line of a page."""


def lint(persona: Persona) -> list[str]:
    """Return one sentence per thing that is worth a second look; an unknown move was an error already."""
    return [*_motto(persona), *_forbidden_words(persona), *_weights(persona), *_signals(persona)]


def _motto(persona: Persona) -> Iterator[str]:
    if len(persona.motto) > LONGEST_MOTTO:
        yield f"the motto has {len(persona.motto)} characters; {LONGEST_MOTTO} fit on one line"


def _forbidden_words(persona: Persona) -> Iterator[str]:
    """Find words that the persona never says, where its own text says them."""
    spoken = [("motto", persona.motto), ("lens", persona.lens), *(("voice", rule) for rule in persona.voice)]
    spoken += [(f"move {move.name}", move.instruction) for move in persona.moves]
    for phrase in persona.never_says:
        pattern = re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", re.IGNORECASE)
        for place, text in spoken:
            if pattern.search(text):
                yield f"{phrase!r} is among never_says, but the {place} says it"


def _weights(persona: Persona) -> Iterator[str]:
    if not 1 / 3 <= persona.weight <= 3:
        yield f"a weight of {persona.weight:g} lets this seat decide much more or much less than the others"
    if abs(persona.prior) > 3:
        yield f"a prior of {persona.prior:g} decides most votes before anything is read"


def _signals(persona: Persona) -> Iterator[str]:
    if not persona.signals:
        yield "there are no signals, so the builtin reviewer has nothing to weigh and votes by the prior alone"
        return
    told = {signal.move or persona.moves[0].name for signal in persona.signals}
    for move in persona.moves:
        if move.name not in told:
            yield f"the move {move.name!r} has no signal, so the builtin reviewer has nothing to say in it"
    gains = [weight for signal in persona.signals for weight in (signal.affirmed, signal.denied)]
    if persona.prior + sum(weight for weight in gains if weight > 0) <= 0:
        yield "no signal can earn a ship: with everything in its favour the balance stays at or below 0"
    if persona.prior + sum(weight for weight in gains if weight < 0) > 0:
        yield "no signal can earn a skip: with everything against it the balance stays above 0"
    for signal in persona.signals:
        if signal.affirmed == signal.denied == 0:
            yield f"the signal {signal.name!r} weighs nothing, affirmed or denied"
    yield from _repeated_phrases(persona)


def _repeated_phrases(persona: Persona) -> Iterator[str]:
    owner: dict[str, str] = {}
    for signal in persona.signals:
        for phrase in signal.phrases:
            plain = " ".join(phrase.lower().split())
            if plain in owner:
                within = (
                    f"of {owner[plain]!r} and of {signal.name!r}"
                    if owner[plain] != signal.name
                    else f"of {signal.name!r} twice"
                )
                yield f"the phrase {phrase!r} is {within}; it is weighed once for each"
            owner.setdefault(plain, signal.name)
