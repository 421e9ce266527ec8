"""What a statement sets against what: ``A made fewer errors than B``, ``higher in Welsh than in English``."""

import re
from typing import NamedTuple

from panel.evidence.lookup.evidence import Evidence
from panel.evidence.names import Name
from panel.evidence.owners import Key, Span, is_prepositional
from panel.evidence.passages import STOP, Passage
from panel.evidence.stems import stem

_GOOD = r"accurate(?:ly)?|reliabl[ey]|precise(?:ly)?|convincing(?:ly)?|natural(?:ly)?|intelligibl[ey]|legibl[ey]|dependabl[ey]"
"""Qualities of which a higher figure has more."""

_WORDS = {
    ("literal", 1): r"more|higher|larger|bigger|longer|greater|further|farther",
    ("literal", -1): r"fewer|less|lower|smaller|shorter",
    ("good", 1): rf"better|(?<=more )(?:{_GOOD})",
    ("good", -1): rf"worse|(?<=less )(?:{_GOOD})",
    ("fast", 1): r"faster|quicker|sooner|(?<=more )quickly",
    ("fast", -1): r"slower|(?<=more )slowly",
    ("price", 1): r"dearer|pricier|costlier|more expensive|(?:costs?|charges?|asks?|sells? for) more",
    ("price", -1): r"cheaper|less expensive|(?:costs?|charges?|asks?|sells? for) less",
    ("weight", 1): r"heavier",
    ("weight", -1): r"lighter",
    ("sound", 1): r"louder|noisier",
    ("sound", -1): r"quieter",
    ("light", 1): r"brighter",
    ("light", -1): r"dimmer",
}
_THAN = tuple(
    (*key, re.compile(rf"\b(?:{words})\b(?=(?:[^,;.]|\.(?=\d)){{0,60}}?\sthan\s)", re.I))
    for key, words in _WORDS.items()
)
_EVEN = re.compile(
    r"(?<!\btwice )(?<!\btimes )(?<!\bhalf )(?<!\bnot )(?<!n't )(?<!\bnearly )(?<!\balmost )(?<!\bquite )(?<!\babout )"
    r"\bas\s(?:long|fast|quick(?:ly)?|slow(?:ly)?|heavy|light|loud|quiet|bright|accurate(?:ly)?|good|well|often|high|much\s\w+|many\s\w+)\b"
    r"(?=[^,;.]{0,60}?\sas\s(?!far|long|if|soon|well|a\b|expected))",
    re.IGNORECASE,
)
"""What says that two have as much of something."""

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
_PRICED = re.compile(r"\b(?:costs?|price[ds]?|charg\w+|pays?|paid|cheaper|sells?|sold|expensive)\b", re.IGNORECASE)
"""What says that a price is compared."""
_TASTE = re.compile(r"\b(?:liked|preferred|favou?red|prefers?)\b", re.IGNORECASE)
"""What says that a taste is compared, which is read elsewhere."""

_MORE = re.compile(
    r"(?:more|less)\s(?!often\b|right\b|wrong\b|done\b|memory\b|power\b|energy\b|time\b|space\b|storage\b|spam\b|noise\b|fuel\b|water\b|weight\b|data\b|battery\b|heat\b|RAM\b|bandwidth\b|disk\b|electricity\b|gas\b|traffic\b|current\b|code\b|light\b)\w+(?<!s)\sthan\b",
    re.I,
)
"""``more`` before a quality: ``more successful than``."""

_AGAIN = re.compile(
    r"\b(?:and|but|yet|while|though|although|whereas)\b[^.]*\b(?:more|less|better|worse|fewer|faster|slower|lighter|heavier|lower|higher|longer|shorter|ahead|behind|in front|beat\w*|lost|same)\b",
    re.IGNORECASE,
)
"""A second comparison."""

_HINT = re.compile(r"\bthan\b|\bas\b|\bbeat|outp|outs|surp|\bl[eo][ads]|trail|lag|\bscor", re.IGNORECASE)
_TO_THAN = re.compile(r"(?:[^,;.]|\.(?=\d))*?\sthan\s", re.IGNORECASE)
_TO_AS = re.compile(r"[^,;.]*?\sas\s", re.IGNORECASE)
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
    what: frozenset[str] = frozenset()
    """Stems of what there is more or less of: ``fewer false alarms than``."""


def read_versus(claim: Passage, evidence: Evidence) -> Versus | None:
    """Return what a statement compares, if it says so plainly of two."""
    text = claim.text
    if not _HINT.search(text) or claim.denials or _AGAIN.search(text) or _TASTE.search(text):
        return None
    priced = _PRICED.search(text) is not None
    for scale, sign, pattern in (*_THAN, *_ACTS, ("literal", 0, _EVEN)):
        if (
            (match := pattern.search(text)) is None
            or (scale != "price" and priced)
            or (scale == "literal" and _MORE.match(text, match.start()))
        ):
            continue
        to = _TO_THAN.match(text, match.end()) if sign and " than " in text else None
        to = to if sign else _TO_AS.match(text, match.end())
        start = to.end() if to else match.end()
        right = _RIGHT.match(text, start)
        prep = (right["prep"] or "").strip() if right else ""
        numbered = prep and _NUMBERED.search(text[: right.end()]) if right else None
        if right is None or _HEDGED.search(
            _without_names(claim, match.start(), numbered.start() if numbered else right.end())
        ):
            return None
        sides = _sides(claim, prep, match.span(), right.span("what"), evidence)
        if sides is None or (sides[0].role and sides[0].role == sides[1].role):
            return None
        one, two = _parted(*sides)
        what = frozenset(
            stem(each) for each in re.findall(r"\w+", text[match.end() : start]) if each not in STOP and not prep
        )
        return Versus(one, two, scale, sign, match.span(), start, bool(prep) and one.role != "release", what)
    return None


def _sides(claim: Passage, prep: str, word: Span, right: Span, evidence: Evidence) -> tuple[Side, Side] | None:
    """Return the two that are compared, the one before ``than`` first."""
    text = claim.text
    numbers = _NUMBERED.search(text[: right[1]]) if prep else None
    if numbers:
        return Side(None, frozenset({numbers["one"]}), ""), Side(None, frozenset({numbers["two"]}), "")
    two = _side(claim, right, evidence)
    if two is None:
        return None
    if not prep:
        one = _fellow(claim, word, right, evidence) or _subject(claim, word[0], evidence)
    elif left := _contrasted(text, prep, right[0]):
        one = _side(claim, left, evidence)
    elif two.key and two.role != "release" and not _subject_is_named(claim, word[0], evidence):
        one = Side(None, frozenset(), "release")
    else:
        return None
    return (one, two) if one else None


_NUMBERED = re.compile(
    r"\b(?:in|on|with|under|by)\s(?:version\s)?v?(?P<one>\d+(?:\.\d+)+)\s(?:than|as)\s(?:in|on|with|under|by)\s(?:version\s)?v?(?P<two>\d+(?:\.\d+)+)$"
)
"""Two versions that are named by their numbers: ``longer with 2.0 than with 1.8``."""

_OWN = re.compile(r"(?:\bits|\btheir|['’]s)\s(?P<what>[^\W\d]\w+)\b", re.IGNORECASE)
_SORT = re.compile(r"the\s(?P<what>[\w-]+)\s(?P<head>ones?|version|model|edition|variant|\w+)$", re.IGNORECASE)
_ONES = re.compile(r"(?P<what>\w+)\sones$", re.IGNORECASE)


def _fellow(claim: Passage, word: Span, right: Span, evidence: Evidence) -> Side | None:
    """Return what is put as its fellow is: ``its English`` with ``its Japanese``, ``the wireless pair`` with ``the wired one``."""
    text = claim.text
    what = text[slice(*right)]
    if _OWN.fullmatch(what):
        found = list(_OWN.finditer(text[: word[0]]))
        return _side(claim, found[-1].span("what"), evidence) if found else None
    if _ONES.match(what):
        found_ = re.compile(r"\s(?P<what>[\w-]+)\s\w+").match(text, word[1])
        return _side(claim, found_.span("what"), evidence) if found_ else None
    if (sort := _SORT.match(what)) and not any(right[0] <= name.span[0] < right[1] for name in claim.names):
        head = r"\w+" if sort["head"].lower() in _ANY_HEAD else re.escape(sort["head"])
        opening = re.match(rf"(?:.*\s)?the\s(?P<what>[\w-]+)\s{head}\s", text[: word[0]], re.IGNORECASE)
        return _side(claim, opening.span("what"), evidence) if opening else None
    return None


_ANY_HEAD = frozenset(("one", "ones", "version", "model", "edition", "variant"))


def _subject_is_named(claim: Passage, at: int, evidence: Evidence) -> bool:
    """Whether somebody besides the release acts before a comparison."""
    return any(
        name.sure and name.span[1] <= at and _acts(claim, name) and not evidence.subject.is_ours(name.key)
        for name in claim.names
    )


def _without_names(claim: Passage, start: int, end: int) -> str:
    """Return a stretch of a statement with its names blotted out."""
    text = claim.text
    for name in claim.names:
        text = text[: name.span[0]] + "_" * (name.span[1] - name.span[0]) + text[name.span[1] :]
    return text[start:end]


def _contrasted(text: str, prep: str, than: int) -> Span | None:
    """Return what follows the preposition before ``than`` that follows it behind: ``in Welsh than in English``."""
    found = list(re.finditer(rf"\b{prep}\s(?P<what>[^,;]+?)(?=\s(?:than|as)\s|,|;)", text[:than], re.IGNORECASE))
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
    opening = claim.text[:at]
    if _SINCE.search(opening[before[-1].span[1] :] if before else ""):
        return Side(None, frozenset(), "release")
    if before:
        name = before[-1]
        if evidence.subject.is_release(name.key):
            return Side(name.key, frozenset(), "release")
        if evidence.subject.is_ours(name.key):
            return None
        return Side(name.key, frozenset(stem(each) for each in name.key), "")
    if re.search(r"\b(?:it|its|the (?:model|app|tool|device|service|release|new \w+))\b", opening, re.IGNORECASE):
        return Side(None, frozenset(), "release")
    if first := _FIRST.match(opening):
        return _side(claim, first.span("what"), evidence)
    return None


_SINCE = re.compile(r"\b(?:found|saw|says?|said|measured|reports?|reported|thinks?|that)\b.*\bit\b")
_FIRST = re.compile(
    r"(?P<what>(?!The|This|That|It|They|We|You|No|All|Each|Both|There|In|On|At|For|Its|Users?|Readers?|People)[\w-]+)\s(?:is|was|has|had|got|gets|\w+ed|\w+s|found|ran|took|made|won|wrote|read|sent|lost|did|built|kept|let)\s"
)
"""What a statement begins with that acts, whether or not it is known for a name."""


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
