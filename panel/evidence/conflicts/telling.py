"""What two sentences that contradict each other are about, and why, where no rule says it."""

from panel.evidence.conflicts.denial_signs import LIGHT
from panel.evidence.conflicts.figure_signs import days_told, meeting
from panel.evidence.conflicts.signs import shared_concepts
from panel.evidence.conflicts.statements import Clash
from panel.evidence.dates import may_be_same
from panel.evidence.passages import Passage

UNKNOWN = "what is said"
"""What two sentences are about that have no telling word in common."""

_MOST = 3
"""Words that tell what two sentences are about."""


def clash_told(a: Passage, b: Passage, own: frozenset[str]) -> Clash:
    """Return what two sentences are about and what in them doesn't go together: two figures, two dates, or what is said.

    Args:
        a: One sentence.
        b: The other.
        own: Lower-case words of the release's and its vendor's names.
    """
    topic = about(a, b, own)
    left = meeting(a, b, own).left
    ours, theirs = days_told(a), days_told(b)
    apart = [(one.text, other.text) for one, other in left if one.text.lower() != other.text.lower()]
    if ours and theirs and not any(may_be_same(one, other) for one in ours for other in theirs):
        apart.append((ours[0].text, theirs[0].text))
    if apart:
        one, other = (text.strip(" .,") for text in apart[0])
        return Clash(topic, f"One says {one!r}, the other {other!r}.")
    if topic == UNKNOWN:
        return Clash(topic, "One denies what the other says, or says another thing in its place.")
    return Clash(topic, f"What they say of {topic} doesn't go together.")


def about(a: Passage, b: Passage, own: frozenset[str]) -> str:
    """Return what two sentences are about: the words of the one for what both speak of, at most three."""
    shared = shared_concepts(a, b, own)
    said = {a.text[slice(*item.span)].lower() for item in a.items if item.concept in shared and item.weight > LIGHT}
    return ", ".join(sorted(said, key=lambda each: (-len(each), each))[:_MOST]) or _kind(a, b)


def _kind(a: Passage, b: Passage) -> str:
    kinds = {each.kind for each in a.quantities} & {each.kind for each in b.quantities}
    return "date" if a.dates and b.dates else next(iter(sorted(kinds)), UNKNOWN)
