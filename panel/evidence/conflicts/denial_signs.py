"""Signs in what two sentences deny: the same thing that the other affirms, a part of it, or something else."""

import re
from collections.abc import Collection, Iterator

from panel.evidence.conflicts.statements import Signs
from panel.evidence.passages import Passage
from panel.evidence.stems import stem
from panel.evidence.words import words

DENIAL = re.compile(
    r"\b(?:no(?! (?:matter|later than|more than|doubt|longer than))|not(?! only)|never|none|nothing(?! but)|nobody|neither|nor|"
    r"without(?! (?:\w+ing|(?:(?:any|a|much|further|big) )?(?:changes?|trouble|problems?|issues?|difficult\w+|fuss|hassle|effort|"
    r"modifications?|complaints?|hitch|incident|fail|surprises?))\b)|cannot|lacks?|lacking|missing|absent|"
    r"removed?|dropped|gone|refus\w+|"
    r"blocked|forbid\w*|prohibit\w*|ban(?:s|ned|ning)?|exclud(?:e|es|ed)|shuts? out|impossible|unavailable|unsupported|closed|"
    r"shuns?|omit\w*|left out|leaves? out|rules? out|ruled out|reject\w*|declin\w+|discontinued|withdrawn|"
    r"(?:have|has|must) (?:to )?wait|proprietary|yet to|fails?|unable)\b|n['’]t\b",
    re.IGNORECASE,
)

_SPELT = re.compile(r"\b(?:[A-Z]\w*[A-Z0-9]\w*|[a-z]+[A-Z0-9]\w*|(?<=[a-z,] )[A-Z]\w+)\b")
"""Names and words with capitals or digits inside them: ``GraphQL``, ``bzip2``."""

_SMALL = frozenset(
    words(
        "the and for with not but are was were has have had been its our your their they you that this there these those from "
        "into than then when while which who what will would can could may might should must all any some most many few "
        "each every both one two three only also just about over under out off per via isn does didn doesn don won wasn aren hasn "
        "haven can couldn wouldn never none nothing nobody neither nor without no"
    )
)
"""Words that tell nothing of what is denied."""

LIGHT = 0.35
"""Weight of a word that tells little."""


def denials(a: Passage, b: Passage, shared: Collection[str]) -> Signs:
    """Return the signs in what two sentences deny.

    Args:
        a: One sentence.
        b: The other.
        shared: What both speak of.
    """
    roots = _roots(a.text) & _roots(b.text)
    ours, theirs = _denies(a.text, roots), _denies(b.text, roots)
    beside = [bool(DENIAL.search(each.text)) for each in (a, b)]
    turned = list(_turned(a, b, shared))
    left = min((_left(each.text, roots) for each in (a, b) if DENIAL.search(each.text)), default=0)
    return {
        "denied words left": float(ours != theirs) * min(left, 4) / 2,
        "turned": float(min(len(turned), 3)),
        "turned name": float(any(name in turned for name in _spelt(a) & _spelt(b))),
        "one denies": float(ours != theirs),
        "one denies what the other leaves": float(ours == theirs and beside[0] != beside[1]),
    }


def denies(text: str) -> bool:
    """Whether a sentence denies anything."""
    return DENIAL.search(text) is not None


PIECE = re.compile(r"[,;:()|—–](?!\d)|\b(?:and|but|while|whereas|which|so|though|although|because)\b", re.IGNORECASE)
"""What parts a sentence into what it denies and what it goes on to say."""


_WORD = re.compile(r"[^\W\d_][\w-]{2,}|\d[\w.]*[a-z]\w*", re.IGNORECASE)
_ROOT = 5
"""Letters that two words of one family share."""


def _roots(text: str) -> set[str]:
    spelt = (match.group().lower() for match in _WORD.finditer(text))
    return {stem(word)[:_ROOT] for word in spelt if word not in _SMALL}


def _denies(text: str, roots: Collection[str]) -> bool:
    """Whether a sentence denies something in words of which the other has some."""
    return any(not _roots(text[start:end]).isdisjoint(roots) for start, end in _denied(text))


def _denied(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the pieces of a sentence stand that deny something."""
    for match in DENIAL.finditer(text):
        start = max((each.end() for each in PIECE.finditer(text, 0, match.start())), default=0)
        yield start, next((each.start() for each in PIECE.finditer(text, match.end())), len(text))


def _left(text: str, roots: Collection[str]) -> int:
    """Return how many words behind a denial the other sentence has no word for."""
    ends = [
        (match.end(), next((each.start() for each in PIECE.finditer(text, match.end())), len(text)))
        for match in DENIAL.finditer(text)
    ]
    return min((len(_roots(text[start:end]) - set(roots)) for start, end in ends), default=0)


def _turned(a: Passage, b: Passage, shared: Collection[str]) -> Iterator[str]:
    """Yield what one sentence affirms and the other denies."""
    ours, theirs = _signed(a), _signed(b)
    for concept in {*shared, *(ours.keys() & theirs.keys())}:
        if len(ours.get(concept, ())) == 1 and len(theirs.get(concept, ())) == 1 and ours[concept] != theirs[concept]:
            yield concept


def _spelt(passage: Passage) -> set[str]:
    return {found.lower() for found in _SPELT.findall(passage.text)}


def _signed(passage: Passage) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for item in passage.items:
        if item.weight > LIGHT:
            found.setdefault(item.concept, set()).add(item.sign)
    for match in _SPELT.finditer(passage.text):
        found.setdefault(match.group().lower(), set()).add(passage.sign_at(match.span()))
    return {concept: frozenset(each) for concept, each in found.items()}
