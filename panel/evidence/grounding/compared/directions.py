"""Which way it goes: ``€90 cheaper`` of what costs €90 more, ``the slowest`` of what was the quickest."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.compared.crossings import moves
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import has_unit, units_of
from panel.evidence.measures import agree
from panel.evidence.names import same_name
from panel.evidence.owners import subject
from panel.evidence.passages import STOP, Passage
from panel.evidence.stems import stem

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
    sides = [(one, two) for one, two in _SIDES if one.search(claim.text) and not two.search(claim.text)]
    ends = [(one, two) for one, two in _ENDED if one.search(claim.text) and not two.search(claim.text)]
    ends = [] if _THAN_NAMED.search(claim.text) else ends
    for place in places[:8]:
        passage = evidence.passages[place]
        if (
            _margin_turned(claim, passage, evidence)
            or _top_turned(claim, passage, evidence, place)
            or _change_turned(claim, evidence, place)
            or any(_side_turned(claim, evidence, place, *side) for side in sides)
            or any(_end_turned(claim, evidence, place, *end) for end in ends)
        ):
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


_BECAME = re.compile(
    r"\b(?:became|becomes?|got|gets?|getting|turned|is now|are now|grew|grows)\s(?:\w+\s){0,2}?"
    r"(?:(?P<quick>faster|quicker|shorter)|(?P<slow>slower|longer)|(?P<cheap>cheaper|less expensive)|(?P<dear>dearer|more expensive|pricier|costlier)|"
    r"(?P<more>larger|bigger|heavier|higher|taller|thicker|warmer|hotter)|(?P<less>smaller|lighter|lower|thinner|cooler|colder))\b"
    r"|\b(?:(?P<rose>rose|rises|increased|climbed|went up|gone up|has risen)|(?P<fell>fell|falls|decreased|dropped|sank|shrank|went down|gone down|has fallen))\b",
    re.IGNORECASE,
)
"""What says without a number which way something went."""


def _change_turned(claim: Passage, evidence: Evidence, place: int) -> bool:
    """Whether a sentence has something go from one number to another, and a statement the other way."""
    said = _BECAME.search(claim.text)
    if said is None or claim.quantities or _BESIDE.search(claim.text):
        return False
    there = evidence.said(place)
    met = [has_unit(there, unit) for unit in evidence.parts(claim) if not said.start() <= unit.span[0] < said.end()]
    if not any(met) or 2 * sum(met) < len(met):
        return False
    group = said.lastgroup or ""
    kinds = {"quick": "time", "slow": "time", "cheap": "money", "dear": "money"}.get(group)
    up = group in ("slow", "dear", "more", "rose")
    changes = [b.value - a.value for a, b in moves(evidence.passages[place]) if kinds in (None, a.kind)]
    return bool(changes) and all((change < 0) == up for change in changes if change)


_AHEAD = re.compile(
    r"\b(?:ahead of|above|in front of|better than|beats?|beaten|outperform\w*|outscor\w*|topp?(?:s|ed)|surpass\w*|overt(?:akes?|ook))\s"
    r"(?:the\s|an?\s|its\s|their\s)?(?P<what>[\w.-]+(?:\s[\w.-]+){0,2})"
)
_BEHIND = re.compile(
    r"\b(?:behind|below|trail(?:s|ed|ing)|lags?|lost to|loses to|worse than|second to)\s(?:the\s|an?\s|its\s|their\s)?(?P<what>[\w.-]+(?:\s[\w.-]+){0,2})"
)
"""What puts a thing before another, or after it."""


_SIDES = ((_AHEAD, _BEHIND), (_BEHIND, _AHEAD))


def _side_turned(
    claim: Passage, evidence: Evidence, place: int, mine: re.Pattern[str], theirs: re.Pattern[str]
) -> bool:
    """Whether a sentence puts the same thing behind what a statement puts it ahead of, and no sentence ahead of it."""
    passage = evidence.passages[place]
    said, turned = mine.search(claim.text), theirs.search(passage.text)
    if not said or not turned or passage.denials or passage.later:
        return False
    what = _stems(said["what"])
    if not what & _stems(turned["what"]) or not _same_subject_before(claim, passage, said, turned, evidence):
        return False
    others = (mine.finditer(each.text) for each in evidence.passages)
    return not any(what & _stems(match["what"]) for found in others for match in found)


def _stems(text: str) -> frozenset[str]:
    """Return the stems of the telling words of what stands behind ``ahead of``."""
    return frozenset(each for each in (stem(word.strip(".")) for word in text.split()) if each not in STOP)


def _same_subject_before(
    claim: Passage, passage: Passage, said: re.Match[str], turned: re.Match[str], evidence: Evidence
) -> bool:
    """Whether what is put ahead or behind is the release in both, or the same name."""
    ours = evidence.subject.is_ours
    mine = [name for name in claim.names if name.sure and name.span[1] <= said.start() and not ours(name.key)]
    theirs = [name for name in passage.names if name.sure and name.span[1] <= turned.start() and not ours(name.key)]
    mine = [
        name
        for name in mine
        if not claim.text.startswith(("'s", "’s"), name.span[1]) and name.key not in evidence.publishers
    ]
    return not mine and not theirs


_FASTER = r"fast(?:er|est)|quick(?:er|est)|speed(?:ier|iest)|more (?:quickly|swiftly)"
_ENDED = tuple(
    (re.compile(rf"\b(?:{one})\b", re.IGNORECASE), re.compile(rf"\b(?:{two})\b", re.IGNORECASE))
    for low, high in (
        (
            r"cheaper|less expensive|costs? less|cost less",
            r"dearer|pricier|costlier|more expensive|costs? (?:[$€£¥]?[\d.,]+ )?more",
        ),
        (r"slower|more slowly", _FASTER),
        (r"lighter|weighs? less", r"heavier|weighs? (?:[\d.,]+ \w+ )?more"),
        (r"smaller", r"larger|bigger"),
        (r"quieter", r"louder|noisier"),
        (r"thinner|slimmer", r"thicker|fatter"),
        (r"dimmer|darker", r"brighter"),
    )
    for one, two in ((low, high), (high, low))
)
"""Words for the two ends of a scale, without margins."""


def _end_turned(claim: Passage, evidence: Evidence, place: int, mine: re.Pattern[str], theirs: re.Pattern[str]) -> bool:
    """Whether a sentence says the opposite of a statement's ``cheaper`` or ``slower``, of the same thing."""
    passage = evidence.passages[place]
    said, turned = mine.search(claim.text), theirs.search(passage.text)
    if not said or not turned or mine.search(passage.text):
        return False
    if passage.denials or passage.later or _BESIDE.search(passage.text):
        return False
    return _same_subject(claim, passage, evidence) and evidence.has_half(claim, place, said.span())


_BESIDE = re.compile(r"\b(?:than|compared|against|versus|vs|unlike|whereas|while)\b", re.IGNORECASE)
"""What sets another thing beside one."""

_THAN_NAMED = re.compile(
    r"\bthan (?!before\b|ever\b|it was\b|in the past\b|its predecessor\b|the (?:old|previous|last|first))"
)
"""What compares with somebody else: names are compared elsewhere."""
