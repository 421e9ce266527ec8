"""What was hoped, planned or agreed, and a statement tells as done: ``hopes to sell 50,000``, ``has sold 50,000``."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.amounts import is_same
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.grounding.numbers.spelled import is_soft
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import has_unit
from panel.evidence.measures import Quantity
from panel.evidence.names import same_name
from panel.evidence.passages import Passage

_DONE = re.compile(
    r"\b(?:sold|shipped|delivered|raised|reached|hired|signed|earned|won|gained|attracted|produced|built|made|recorded|posted|passed|topped|hit|"
    r"saved|expanded|grew|added|trained|installed|opened|moved|converted|enrolled|served|printed|planted|invested|spent|received|"
    r"(?:has|have|had)\s(?:already\s|now\s|so far\s)?[a-z]{3,}(?:ed|en|wn|ne))\b",
    re.IGNORECASE,
)
"""What a statement tells as done."""

_HOPE = (
    r"(?:hop(?:es?|ed|ing)|expect(?:s|ed|ing)?|plan(?:s|ned|ning)?|aim(?:s|ed|ing)?|want(?:s|ed)?|intend(?:s|ed)?|would like|target(?:s|ed|ing)?|"
    r"forecast(?:s|ed)?|predict(?:s|ed)?|project(?:s|ed)|reckon(?:s|ed)? (?:on|with)|ambition|goal|counts? on|counting on|set out|budget(?:s|ed)? for)"
)
_HOPED = re.compile(rf"\b{_HOPE}\s(?:to|for|that|of|on|a|an|it|its|the|\d)\b[^.;:,]{{0,60}}$", re.IGNORECASE)
"""What stands before a number that is hoped for."""

_OPEN = re.compile(
    rf"\b(?:{_HOPE}|will|would|could|should|may|might|soon|by the end of|next|if|until|before|hope|yet|not|never|n['’]t)\b",
    re.IGNORECASE,
)
"""What keeps a statement from telling something as done."""

_HAPPENED = re.compile(
    r"\b(?:and|but|after|then|instead|already|actually|so far|has|have|sold|reached)\b", re.IGNORECASE
)
"""What may tell between a hope and a number that the hope came true."""

_CLOSED = re.compile(
    r"\b(?:complet|clos|finali[sz]|conclud|finish)ed\b[^.;]{0,40}\b(?:takeover|take-over|acquisition|purchase|merger|buyout|deal|sale)\b|"
    r"\b(?:takeover|take-over|acquisition|purchase|merger|buyout|deal|sale)\b[^.;]{0,40}\b(?:(?:was|is|has been) (?:complete|completed|closed|finalised|finalized|concluded|done)|went through|closed)\b",
    re.IGNORECASE,
)
_AGREED = re.compile(
    r"\b(?:agreed|agrees|plans?|planned|intends?|wants?|offered|offers?|is|hopes?|expects?|will|seeks?) (?:to )?(?:buy|acquire|take over|purchase|merge|sell)\b",
    re.IGNORECASE,
)
_BOUGHT = re.compile(
    r"\b(?:bought|acquired|took over|taken over|purchased|owns|completed|closed|finali[sz]ed|belongs to|subsidiary)\b",
    re.IGNORECASE,
)

_PENDING = re.compile(
    r"\b(?:is|are) still (?:under ?way|pending|in progress|going on|ongoing|running|outstanding|being (?:worked on|prepared|carried out))\b|"
    r"\b(?:has|have) (?:yet|still) to be (?:completed|finished|concluded|granted)\b|\b(?:is|are) not (?:yet )?(?:complete|completed|finished)\b|"
    r"\b(?:is|are)n['’]t (?:complete|completed|finished) yet\b",
    re.IGNORECASE,
)
_SETTLED = re.compile(
    r"\b(?:was|were|has been|have been|is|are)\s(?:now\s|successfully\s)?(?:completed|finished|concluded|granted|obtained|achieved|complete|passed)\b|"
    r"\b(?:obtained|completed|passed|received)\b",
    re.IGNORECASE,
)


def check_hoped(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check whether what a statement tells as done is only hoped for, or the other way about.

    Args:
        claim: The statement; one that denies or hopes itself is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    place = _finished_at(claim, evidence, places) if _PENDING.search(claim.text) else None
    if place is None and not claim.denials and not _OPEN.search(claim.text):
        place = _hoped_at(claim, evidence, places) if _DONE.search(claim.text) else None
        place = _agreed_at(claim, evidence) if place is None and _CLOSED.search(claim.text) else place
    if place is not None:
        yield Finding("contradicted", claim.text, place, evidence.passages[place].text, fit=1.0)


def _hoped_at(claim: Passage, evidence: Evidence, places: Sequence[int]) -> int | None:
    """Return the place of a sentence that hopes for a number, where every one that has it does."""
    for quantity in claim.quantities:
        if is_soft(quantity) or quantity.kind in ("time", "months", "money"):
            continue
        met = [
            (place, other)
            for place in places
            for other in evidence.passages[place].quantities
            if is_same(quantity, other)
        ]
        if met and all(
            _is_hoped(evidence.passages[place], other) and not _came_true(evidence, place) for place, other in met
        ):
            return met[0][0]
    return None


def _is_hoped(passage: Passage, quantity: Quantity) -> bool:
    """Whether a sentence has a number as something hoped for."""
    hope = _HOPED.search(passage.text[: quantity.span[0]])
    return hope is not None and not _HAPPENED.search(passage.text[hope.start() : quantity.span[0]])


def _came_true(evidence: Evidence, place: int) -> bool:
    """Whether the sentence behind a hope says that it came true."""
    return place + 1 < len(evidence.passages) and _TRUE.search(evidence.passages[place + 1].text) is not None


_TRUE = re.compile(
    r"\b(?:reach|met|meet|pass|beat|exceed|achiev|surpass|hit|made|did)\w*\b[^.;]{0,30}\b(?:goal|target|aim|mark|number|that|it|so)\b",
    re.IGNORECASE,
)


def _agreed_at(claim: Passage, evidence: Evidence) -> int | None:
    """Return the place of a sentence by which a deal was agreed on, where none says that it was closed."""
    for name in claim.names:
        if not name.sure or evidence.subject.is_ours(name.key):
            continue
        told = [
            place
            for place in sorted(evidence.named_at(name.key))
            if any(same_name(name.key, other.key) for other in evidence.passages[place].names)
        ]
        told += [place + 1 for place in told if place + 1 < len(evidence.passages)]
        agreed = [place for place in told if _AGREED.search(evidence.passages[place].text)]
        texts = [evidence.passages[place].text for place in told]
        if agreed and not any(_BOUGHT.search(text) or _CLOSED.search(text) for text in texts):
            return agreed[0]
    return None


def _finished_at(claim: Passage, evidence: Evidence, places: Sequence[int]) -> int | None:
    """Return the place of a sentence by which what a statement calls pending is finished."""
    pending = _PENDING.search(claim.text)
    things = [
        unit
        for unit in evidence.parts(claim)
        if unit.strong and pending and not pending.start() <= unit.span[0] < pending.end()
    ]
    told = [place for place in places if things and all(has_unit(evidence.said(place), unit) for unit in things)]
    done = [place for place in told if _SETTLED.search(evidence.passages[place].text)]
    if any(evidence.passages[place].later or evidence.passages[place].denials for place in told):
        return None
    if any(_PENDING.search(passage.text) for passage in evidence.passages):
        return None
    return next(iter(done), None)
