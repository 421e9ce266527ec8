"""A colour, flavour or finish in the place of another: ``red, green and black`` of ``red, green, white``."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.passages import Passage
from panel.evidence.stems import stem

_ITEM = r"[a-z][a-z-]{2,}(?:\s[a-z-]{3,})?"
_LIST = re.compile(rf"{_ITEM}(?:,\s{_ITEM})+,?\s(?:and|or|&)\s{_ITEM}|{_ITEM}(?:,\s{_ITEM}){{2,}}", re.IGNORECASE)
"""Three or more things of a kind, each a word or two."""

_PARTED = re.compile(r",?\s(?:and|or|&)\s|,\s")
_OPEN = re.compile(
    r"\b(?:such as|including|includes?|among|e\.g\.|for example|like|more|others?|etc|also|too|besides)\b",
    re.IGNORECASE,
)
"""What says that a list isn't whole."""

_KINDS = re.compile(
    r"\b(?:colou?rs?|colou?rways?|finish(?:es)?|flavou?rs?|scents?|shades?|fabrics?|(?:comes?|available|sold|offered|made) in)\b",
    re.IGNORECASE,
)
"""Of what lists are by which a thing can be had: their words have no others for the same, as those of other lists have."""


def check_members(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check a list of a statement against one as long that has all of its members but one.

    Args:
        claim: The statement; one that denies is left alone.
        evidence: The dossier; a word that stands anywhere in it is no stranger.
        places: The sentences to look into, the most likely first.
    """
    if claim.text.count(",") < 1 or claim.denials:
        return
    for mine in _lists(claim):
        for place in places:
            passage = evidence.passages[place]
            if not _KINDS.search(passage.text):
                continue
            for theirs in _lists(passage):
                extra = [each for each in mine if each not in theirs]
                if len(extra) != 1 or len(mine) != len(theirs) or len(mine) < FEWEST or _OPEN.search(passage.text):
                    continue
                if not _stands(extra[0], evidence):
                    yield Finding("contradicted", claim.text, place, passage.text, fit=1.0)
                    return


FEWEST = 3
"""Members of a list."""


def _lists(passage: Passage) -> Iterator[tuple[str, ...]]:
    """Yield the lists of a sentence, each member by the stem of its last word, which a first or last one has before or behind it."""
    if "," not in passage.text:
        return
    for match in _LIST.finditer(passage.text):
        parts = _PARTED.split(match.group())
        middle = [stem(each.split()[-1].lower()) for each in parts[1:-1]]
        yield (stem(parts[0].split()[-1].lower()), *middle, stem(parts[-1].split()[0].lower()))


def _stands(word: str, evidence: Evidence) -> bool:
    """Whether a word stands anywhere in the dossier."""
    return any(word in passage.line.stems for passage in evidence.passages)
