"""One of several that exclude each other: ``made of aluminium`` where the sources have titanium and no aluminium."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.evidence import Evidence
from panel.evidence.grounding.figures import Finding
from panel.evidence.grounding.parts import has_unit, units_of
from panel.evidence.names import same_name
from panel.evidence.owners import subject
from panel.evidence.passages import Passage

_CLASSES = tuple(
    re.compile(rf"(?<![\w-])(?:{members})(?![\w])", re.IGNORECASE)
    for members in (
        r"alumini?um|titanium|(?:stainless )?steel|magnesium|plastic|polycarbonate|abs|nylon|carbon[ -]fib(?:re|er)|wood(?:en)?|oak|walnut|beech|bamboo|"
        r"ceramic|leather|brass|copper|bronze|cast iron|zinc|silicone|rubber|cardboard|concrete|marble|cork|wool|cotton|linen|felt",
        r"oled|amoled|lcd|ips|mini-?led|micro-?led|e-?ink|e-?paper|electronic paper|plasma",
        r"lithium[- ]ion|lithium[- ]polymer|nimh|alkaline|coin cells?|button cells?|aaa? (?:batteries|cells)|d cells?|lead[- ]acid|lifepo4|sodium[- ]ion",
        r"usb-?c|micro-?usb|mini-?usb|lightning (?:port|connector|socket)|magsafe|barrel (?:jack|plug)",
        r"yaml|toml|json5?|xml|ini file|hcl|\w*\.ya?ml|\w*\.toml|\w*\.json|\w*\.xml|\w*\.ini",
        r"co-?operative|foundation|non-?profit|charity|association|university|limited company|sole trader|government agency|partnership",
    )
)
"""Members of classes of which a thing mostly has just one."""

_TURNS = re.compile(
    r"\b(?:than|unlike|instead|rather|or|no|not|without|never|nor|neither|except|besides|like|as|would|could|should|if)\b|n['’]t\b",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\b(?:made|built|machined|milled|cast|printed|carved|moulded|molded|consists?) (?:out )?(?:of|from|in)\b",
    re.IGNORECASE,
)
LONGEST = 14
"""Words of a statement that says one plain thing."""

ENOUGH = 0.5
"""Share of a statement's other telling words that a sentence must have."""


def check_classes(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check a member of a class that no source has against sentences that have another one of it.

    Args:
        claim: The statement; a long one, or one that denies or compares, is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    if len(claim.line.stems) > LONGEST or claim.denials or _TURNS.search(claim.text):
        return
    for members in _CLASSES:
        mine = list(members.finditer(claim.text))
        if len(mine) != 1 or any(_is_inside(claim, match) for match in mine):
            continue
        if _occurs(mine[0].group(), evidence):
            continue
        for place in places:
            passage = evidence.passages[place]
            theirs = list(members.finditer(passage.text))
            if (
                len(theirs) == 1
                and not passage.denials
                and not passage.later
                and _is_same(claim, mine[0], place, evidence)
            ):
                yield Finding("contradicted", mine[0].group(), place, theirs[0].group(), fit=1.0)
                return


def _is_inside(claim: Passage, match: re.Match[str]) -> bool:
    """Whether a word is part of a name."""
    return any(name.span[0] <= match.start() < name.span[1] and len(name.key) > 1 for name in claim.names)


def _occurs(word: str, evidence: Evidence) -> bool:
    """Whether any sentence has a word, spelt in whatever way."""
    plain = re.sub(r"[^a-z]", "", word.lower()).replace("aluminium", "aluminum").removesuffix("s")
    return any(
        plain in re.sub(r"[^a-z]", "", passage.text.lower()).replace("aluminium", "aluminum")
        for passage in evidence.passages
    )


def _is_same(claim: Passage, mine: re.Match[str], place: int, evidence: Evidence) -> bool:
    """Whether a sentence has most of what a statement says beside a word."""
    said = evidence.said(place)
    rest = [
        unit
        for unit in units_of(claim)
        if unit.strong and not mine.start() <= unit.span[0] < mine.end() and not evidence.subject.is_ours(unit.stems)
    ]
    foreign = [name for name in claim.names if name.sure and not evidence.subject.is_ours(name.key)]
    if not all(any(same_name(name.key, other.key) for other in evidence.passages[place].names) for name in foreign):
        return False
    if not rest:
        return bool(_MADE.search(claim.text)) and _is_ours(evidence, place)
    return sum(has_unit(said, unit) for unit in rest) >= ENOUGH * len(rest)


def _is_ours(evidence: Evidence, place: int) -> bool:
    """Whether a sentence isn't about somebody else than the release."""
    about = subject(evidence.passages[place])
    return about is None or not about.sure or evidence.subject.is_ours(about.key)
