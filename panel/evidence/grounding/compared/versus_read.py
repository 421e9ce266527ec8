"""What a statement sets against what: ``A made fewer errors than B``, ``higher in Welsh than in English``."""

import re
from typing import NamedTuple

from panel.evidence.lookup.evidence import Evidence
from panel.evidence.names import Name
from panel.evidence.owners import Key, Span, is_prepositional
from panel.evidence.passages import STOP, Passage
from panel.evidence.stems import stem

_WORDS = {
    ("literal", 1): r"more|higher|larger|bigger|longer|greater",
    ("literal", -1): r"fewer|less|lower|smaller|shorter",
    ("good", 1): r"better|(?<=more )(?:accurate(?:ly)?|reliabl[ey]|precise(?:ly)?)",
    ("good", -1): r"worse|(?<=less )(?:accurate(?:ly)?|reliabl[ey]|precise(?:ly)?)",
    ("fast", 1): r"faster|quicker|sooner|(?<=more )quickly",
    ("fast", -1): r"slower|(?<=more )slowly",
    ("weight", 1): r"heavier",
    ("weight", -1): r"lighter",
    ("sound", 1): r"louder|noisier",
    ("sound", -1): r"quieter",
    ("light", 1): r"brighter",
    ("light", -1): r"dimmer",
}
_THAN = tuple((*key, re.compile(rf"\b(?:{words})\b(?=[^,;.]{{0,60}}?\sthan\s)", re.I)) for key, words in _WORDS.items())
_ACTS = (
    (
        "good",
        1,
        re.compile(r"\b(?:beats?|beat|beaten|outperform(?:s|ed)|outscor(?:es|ed)|surpass(?:es|ed)|leads|led)\s"),
    ),
    (
        "good",
        -1,
        re.compile(r"\b(?:trails|trailed|lost to|loses to)\s(?!behind)|\b(?:trails|lags|trailed|lagged) behind\s"),
    ),
    ("literal", -1, re.compile(r"\bscor(?:es|ed) below\s")),
    ("literal", 1, re.compile(r"\bscor(?:es|ed) above\s")),
)
_PRICED = re.compile(
    r"\b(?:costs?|price[ds]?|charg\w+|pays?|paid|liked|preferred|favou?red|prefers?|cheaper|expensive)\b", re.IGNORECASE
)
"""What says that a price is compared, or a taste, both of which are read elsewhere."""

_MORE = re.compile(
    r"(?:more|less)\s(?!often\b|right\b|wrong\b|done\b|memory\b|power\b|energy\b|time\b|space\b|storage\b|spam\b|noise\b|fuel\b|water\b|weight\b|data\b)\w+(?<!s)\sthan\b",
    re.I,
)
"""``more`` before a quality: ``more successful than``."""

_AGAIN = re.compile(
    r"\b(?:and|but|yet|while|though|although|whereas)\b[^.]*\b(?:more|less|better|worse|fewer|faster|slower|lighter|heavier|lower|higher|longer|shorter|ahead|behind|in front|beat\w*|lost|same)\b",
    re.IGNORECASE,
)
"""A second comparison."""

_HINT = re.compile(r"\bthan\b|\bbeat|outp|outs|surp|\bl[eo][ads]|trail|lag|\bscor", re.IGNORECASE)
_TO_THAN = re.compile(r"[^,;.]*?\sthan\s", re.IGNORECASE)
_RIGHT = re.compile(
    r"(?P<prep>(?:in|on|with|for|at|from|under|over)\s)?(?P<what>(?:the\s|its\s|an?\s|their\s|my\s|our\s|those\s|that\s)?[^,;]+?)"
    r"(?=\s(?:did|does|do|was|were|is|had|has|in|on|with|for|at|by|from|when|because|according|under|over|and|which|who|costs?)\b|[,;]|[.!]?$)"
)
_OLD = re.compile(
    r"\b(?:predecessor|forerunner|(?:old|older|previous|earlier|first|last|original|former)\s(?:one|version|model|release|generation|edition|editor|app|device|ring|reader|camera|\w+)|before)\b|^(?:version )?v?\d+(?:\.\d+)+$",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:nearly|almost|hardly|barely|if|would|could|might|should|rather|other|anything|anyone|ever|usual\w*|expect\w*|most|half|twice|times|any|every|all|each|claim\w*|promis\w*|advertis\w*)\b|\d",
    re.I,
)
_PRONOUN = re.compile(r"^(?:it|its|itself|this|that)\b", re.IGNORECASE)


class Side(NamedTuple):
    """One of the two that are compared."""

    key: Key | None
    """The name's words; None where it isn't a name."""
    stems: frozenset[str]
    """The stems of its telling words."""
    role: str
    """``release``, ``old`` for what came before it, or nothing."""


class Versus(NamedTuple):
    """Two that a statement compares."""

    left: Side
    """What has more, or less."""
    right: Side
    """Than what."""
    scale: str
    """``literal`` where figures are compared as they are, ``good`` where better is more, ``fast``, or a kind of figure."""
    sign: int
    """1 where the left one has more of it."""
    word: Span
    """Where the word stands that compares."""
    than: int
    """Where the right one begins."""
    by_place: bool
    """Whether the two are tests or places: ``higher in Welsh than in English``."""


def read_versus(claim: Passage, evidence: Evidence) -> Versus | None:
    """Return what a statement compares, if it says so plainly of two."""
    text = claim.text
    if not _HINT.search(text) or claim.denials or _PRICED.search(text) or _AGAIN.search(text):
        return None
    for scale, sign, pattern in (*_THAN, *_ACTS):
        if (match := pattern.search(text)) is None or (scale == "literal" and _MORE.match(text, match.start())):
            continue
        than = _TO_THAN.match(text, match.end()) if " than " in text else None
        start = than.end() if than else match.end()
        right = _RIGHT.match(text, start)
        if right is None or _HEDGED.search(_without_names(claim, match.start(), right.end())):
            return None
        prep = (right["prep"] or "").strip()
        left = _contrasted(text, prep, start) if prep else (0, match.start())
        if left is None:
            return None
        two = _side(claim, right.span("what"), evidence)
        one = _side(claim, left, evidence) if prep else _subject(claim, match.start(), evidence)
        if one is None or two is None or (one.role and one.role == two.role):
            return None
        one, two = _parted(one, two)
        return Versus(one, two, scale, sign, match.span(), start, bool(prep))
    return None


def _without_names(claim: Passage, start: int, end: int) -> str:
    """Return a stretch of a statement with its names blotted out."""
    text = claim.text
    for name in claim.names:
        text = text[: name.span[0]] + "_" * (name.span[1] - name.span[0]) + text[name.span[1] :]
    return text[start:end]


def _contrasted(text: str, prep: str, than: int) -> Span | None:
    """Return what follows the preposition before ``than`` that follows it behind: ``in Welsh than in English``."""
    found = list(re.finditer(rf"\b{prep}\s(?P<what>[^,;]+?)(?=\sthan\s|,|;)", text[:than], re.IGNORECASE))
    return found[-1].span("what") if found else None


def _side(claim: Passage, span: Span, evidence: Evidence) -> Side | None:
    """Return what stands in a stretch of a statement as one of two."""
    text = claim.text[span[0] : span[1]]
    names = [name for name in claim.names if name.sure and span[0] <= name.span[0] < span[1]]
    if _OLD.search(text) and not names:
        return Side(None, frozenset(), "old")
    if _PRONOUN.match(text) and not names and " " not in text:
        return Side(None, frozenset(), "release")
    if names and all(evidence.subject.is_release(name.key) for name in names[:1]):
        return Side(names[0].key, frozenset(), "release")
    if names and evidence.subject.is_other_version(names[0].key) and names[0].key & evidence.subject.name:
        return Side(names[0].key, frozenset(), "old")
    words = [stem(each) for each in re.findall(r"[^\W_]+(?:[.-][^\W_]+)*", text)]
    telling = frozenset(each for each in words if each not in STOP)
    key = names[0].key if names else None
    return Side(key, telling, "") if telling or key else None


def _subject(claim: Passage, at: int, evidence: Evidence) -> Side | None:
    """Return who is said to have more: the last who acts before the comparison, else the release."""
    before = [name for name in claim.names if name.sure and name.span[1] <= at and _acts(claim, name)]
    if before:
        name = before[-1]
        if evidence.subject.is_release(name.key):
            return Side(name.key, frozenset(), "release")
        if evidence.subject.is_ours(name.key):
            return None
        return Side(name.key, frozenset(stem(each) for each in name.key), "")
    opening = claim.text[:at]
    if re.search(r"\b(?:it|its|the (?:model|app|tool|device|service|release|new \w+))\b", opening, re.IGNORECASE):
        return Side(None, frozenset(), "release")
    return None


def _acts(claim: Passage, name: Name) -> bool:
    """Whether a name is what is compared, rather than who tested it or in what."""
    behind = claim.text[name.span[1] :]
    if behind.startswith(("'s ", "’s ")) and re.match(
        r"['’]s (?:[\w-]+\s){0,3}?(?:test|trial|comparison|review|benchmark)", behind
    ):
        return False
    return not is_prepositional(claim.text, name)


def _parted(one: Side, two: Side) -> tuple[Side, Side]:
    """Return two sides without the words that both have: ``its English voice``, ``its French voice``."""
    both = one.stems & two.stems
    if one.key or two.key or not both:
        return one, two
    return one._replace(stems=one.stems - both), two._replace(stems=two.stems - both)
