"""Whether what bears a statement out says it of as many as the statement does."""

import re
from collections.abc import Iterable

from panel.domain.judgement import Judgement
from panel.evidence.grounding.verdicts import judged
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.passages import Passage

_ALL = re.compile(
    r"(?<!that is )(?<!that['’]s )(?<!after )(?<!at )(?<!, )\b(?:all(?!\s(?:but|in all|day|night|told|year|along|right|set|there (?:is|was)|(?:that|it|you|they|we) \w+|the \w+ (?:that )?(?:it|you|they|we|I|he|she) (?:need|want|use|ask|have|get)|it takes|over|since|done)\b)|"
    r"every(?!\s(?:month|year|quarter|fortnight|day|week|hour|minute|second|night|time|so|one of|two|three|four|\d+|other|few|user|seat)\b)|"
    r"everyone|everybody|everything|anyone|anybody|fully|completely)\b",
    re.IGNORECASE,
)
"""What a statement says something of all by."""

_UNIVERSAL = re.compile(
    r"\b(?:all|every|everyone|everybody|everything|both|each|any|anyone|anybody|always|whole|entire\w*|full\w*|complete\w*|whatever|whichever|"
    r"no|none|nobody|never|nothing|not|without|same|unlimited|throughout|total\w*|across|100|except|only|(?:the|general) public|publicly|generally available|general availability)\b|n['’]t\b|%|"
    r"\b(\d+)\b(?=[^.;]{0,40}\bout of \1\b)",
    re.IGNORECASE,
)
"""What a source says something of all by, or of all but some."""


def held_back(claim: Passage, ruled: Judgement, evidence: Evidence) -> Judgement:
    """Return a judgement, turned round where a statement speaks of all and what bears it out doesn't."""
    if ruled.kind != "supported" or not _speaks_of_all(claim) or evidence.verbatim(claim.text) is not None:
        return ruled
    if any(_UNIVERSAL.search(text) for text in _told(ruled, evidence)):
        return ruled
    return judged(claim, "unsupported", "No source says so of all.", ruled.cites)


def _speaks_of_all(claim: Passage) -> bool:
    """Whether a statement says something of all; what a price is for says nothing of the kind: ``€9 for every developer``."""
    per = [each.span for each in claim.quantities if each.per]
    return any(not any(start <= match.start() < end for start, end in per) for match in _ALL.finditer(claim.text))


def _told(ruled: Judgement, evidence: Evidence) -> Iterable[str]:
    for cite in ruled.cites:
        place = evidence.at[cite]
        yield evidence.passages[place].text
        if (heading := evidence.headings.get(place)) is not None:
            yield evidence.passages[heading].text
