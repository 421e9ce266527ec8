"""Which way it goes: ``€90 cheaper`` of what costs €90 more, ``the slowest`` of what was the quickest."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.evidence import Evidence
from panel.evidence.grounding.figures import Finding
from panel.evidence.grounding.parts import has_unit, units_of
from panel.evidence.measures import agree
from panel.evidence.names import same_name
from panel.evidence.owners import subject
from panel.evidence.passages import Passage

_SCALES = (
    (
        "cheap(?:er|est)|less expensive|least expensive|lowest[- ]priced",
        "dear(?:er|est)|pricier|priciest|costlier|costliest|(?:more|most) expensive",
    ),
    ("fast(?:er|est)|quick(?:er|est)|speed(?:ier|iest)", "slow(?:er|est)"),
    ("light(?:er|est)", "heav(?:ier|iest)"),
    ("small(?:er|est)", "(?:larg|bigg)(?:er|est)"),
    ("short(?:er|est)", "long(?:er|est)"),
    ("low(?:er|est)", "high(?:er|est)"),
    ("fewer|fewest|less|least", "more|most"),
    ("worse|worst", "better|best"),
    ("quiet(?:er|est)", "loud(?:er|est)|nois(?:ier|iest)"),
    ("thin(?:ner|nest)|slim(?:mer|mest)", "thick(?:er|est)"),
    ("dim(?:mer|mest)|dark(?:er|est)", "bright(?:er|est)"),
    ("earl(?:ier|iest)|sooner|soonest|first", "later|latest|last"),
    ("young(?:er|est)|new(?:er|est)", "old(?:er|est)"),
    ("weak(?:er|est)", "strong(?:er|est)"),
    ("narrow(?:er|est)", "wid(?:er|est)|broad(?:er|est)"),
    ("easi(?:er|est)|simpl(?:er|est)", "hard(?:er|est)|more difficult|most difficult"),
    ("cool(?:er|est)|cold(?:er|est)", "hot(?:ter|test)|warm(?:er|est)"),
    ("below|under|behind", "above|over|ahead"),
)
"""Words for the two ends of a scale."""

_ENDS = tuple(re.compile(rf"\b(?:{end})\b", re.IGNORECASE) for scale in _SCALES for end in scale)
_SUPERLATIVE = re.compile(r"\b(?:the\s)?(?:\w{2,}est|(?:most|least)(?:\s\w+)?|best|worst|fewest)\b", re.IGNORECASE)


def check_directions(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check which way a statement says that something differs.

    Args:
        claim: The statement; one that denies is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    if claim.denials:
        return
    for place in places[:8]:
        passage = evidence.passages[place]
        if _margin_turned(claim, passage, evidence) or _top_turned(claim, passage, evidence, place):
            yield Finding("contradicted", claim.text, place, passage.text, fit=1.0)
            return


def _margin_turned(claim: Passage, passage: Passage, evidence: Evidence) -> bool:
    """Whether a sentence has a statement's margin the other way about, of the same thing."""
    for one in claim.quantities:
        mine = _end_behind(claim.text[one.span[1] :])
        if mine is None:
            continue
        for two in passage.quantities:
            theirs = _end_behind(passage.text[two.span[1] :])
            if theirs is not None and agree(one, two) and _opposite(mine, theirs):
                return _same_subject(claim, passage, evidence)
    return False


def _end_behind(text: str) -> int | None:
    """Return the number of the end of a scale that follows a margin."""
    return next((at for at, end in enumerate(_ENDS) if (match := end.search(text[:16])) and match.start() <= 1), None)


def _opposite(one: int, two: int) -> bool:
    price = {one, two} in ({0, 13}, {1, 12})  # cheaper, and costs more
    return price or (one // 2 == two // 2 and one != two)


def _same_subject(claim: Passage, passage: Passage, evidence: Evidence) -> bool:
    """Whether a statement and a sentence are about the same thing: they share a name, or both name the release only."""
    ours = evidence.subject.is_ours
    mine, theirs = ([name for name in each.names if name.sure and not ours(name.key)] for each in (claim, passage))
    if not mine or not theirs:
        return not mine and not theirs
    return any(same_name(one.key, two.key) or one.key <= two.key for one in mine for two in theirs[:2])


def _top_turned(claim: Passage, passage: Passage, evidence: Evidence, place: int) -> bool:
    """Whether a sentence puts the same thing at the other end of a scale."""
    match = _SUPERLATIVE.search(claim.text)
    if match is None or not re.search(r"\b(?:of|among|in|ever|yet)\b", claim.text, re.IGNORECASE):
        return False
    for at, end in enumerate(_ENDS):
        if end.search(match.group()) is None:
            continue
        other = _ENDS[at ^ 1].search(passage.text)
        if other is None or not _SUPERLATIVE.search(passage.text[max(0, other.start() - 5) : other.end() + 12]):
            return False
        about = subject(passage)
        who = subject(claim)
        if about is not None and not evidence.subject.is_ours(about.key):
            return who is not None and same_name(who.key, about.key)
        if who is not None and not evidence.subject.is_ours(who.key):
            return False
        said = evidence.said(place)
        units = [unit for unit in units_of(claim) if not match.start() <= unit.span[0] < match.end()]
        strong = [unit for unit in units if unit.strong]
        met = [unit for unit in strong or units if has_unit(said, unit)]
        mine = end.search(passage.text)
        return bool(met) and 2 * len(met) >= len(strong) and (mine is None or mine.start() > other.start())
    return False
