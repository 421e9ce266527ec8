"""Whether a ballot holds together: its quote against its vote, and its words against its persona's."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from panel.domain.persona import Persona
from panel.evidence.sentences import cut

_PLAIN = r"\bI(?:['’]d| would|['’]m)? {0}(?:ping)? (?:it|this)\b|\b{0} it\b|\bmy vote is {0}\b"
_SAYS = {vote: re.compile(_PLAIN.format(vote), re.IGNORECASE) for vote in ("ship", "skip")}
_OPPOSITE = {"ship": "skip", "skip": "ship"}
_CONDITION = re.compile(
    r"\b(?:if|unless|until|once|when|not|never|can['’]?t|cannot|don['’]t|won['’]t)\b", re.IGNORECASE
)


class Discord(NamedTuple):
    """Something in a ballot that doesn't go together."""

    kind: str
    """``inconsistent`` or ``out-of-voice``."""
    text: str
    """One sentence."""
    passage: str
    """The words that it is about."""


def discords(vote: str, quote: str, persona: Persona | None = None) -> Iterator[Discord]:
    """Yield what doesn't go together in a ballot: a quote that plainly says the other vote, words never said.

    Args:
        vote: The ballot's vote.
        quote: Its quote.
        persona: Who casts it, for the words that it never says.
    """
    if vote in _OPPOSITE:
        other = _SAYS[_OPPOSITE[vote]]
        for sentence in cut(quote, "S0"):
            if other.search(sentence.text) and not _CONDITION.search(sentence.text):
                yield Discord("inconsistent", f"The vote is {vote}, and the quote says the opposite.", sentence.text)
    for words in persona.never_says if persona else ():
        if re.search(rf"(?<!\w){re.escape(words)}(?!\w)", quote, re.IGNORECASE):
            who = persona.name if persona else "This reviewer"
            yield Discord("out-of-voice", f"{who} never says {words!r}.", words)
