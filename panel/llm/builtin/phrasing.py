"""How the builtin reviewer speaks for a persona whose file doesn't say."""

from panel.domain.persona import Closing, Signal, Telling

PLAIN = Telling(pro=("For it: {says}. “{said}”.",), contra=("Against it: {says}. “{said}”.",))
"""Sentences for a move that has none of its own."""

PLAIN_CLOSING = Closing(
    grants=("On the other side, {says}: “{said}”.",),
    silent=("Nothing that I read says whether {says}.",),
    ship=("That makes it a ship.",),
    skip=("That makes it a skip.",),
    flips_to_ship=("It would be a ship if {says}.",),
    flips_to_skip=("It would be a skip if it turned out that {says}.",),
)
"""Last sentences for a persona that has none of its own."""

DISPUTED = "The sources can be read both ways here: “{said}”, and also “{other}”."
"""Where sources say both that a thing is so and that it isn't."""

NOTHING = (
    "I read by rules, and nothing in this dossier bears on what I look for, such as {names}. With nothing to go by, I "
    "vote skip."
)
"""The whole quote where no signal was found."""

NOTHING_FLIPS = "Any source that speaks of {names} could change that."

BARE = "Nothing that I read bears on this step."
"""For a move without any signal."""


def says(signal: Signal, *, holds: bool) -> str:
    """Return as a clause what a signal came to."""
    if holds:
        return signal.if_so or f"it has {signal.name}"
    return signal.if_not or f"it lacks {signal.name}"


def spoken(way: str, **words: str) -> str:
    """Fill a sentence in; only names in braces are replaced, and nothing in what replaces them is."""
    parts = way.split("{")
    filled = [parts[0]]
    for part in parts[1:]:
        name, brace, rest = part.partition("}")
        text = words.get(name.lower()) if brace else None
        if text is None:
            filled.append("{" + part)
        else:
            filled.append((text[:1].upper() + text[1:] if name[:1].isupper() else text) + rest)
    sentence = "".join(filled)
    return sentence[:1].upper() + sentence[1:]
