"""Signs in what two sentences deny: the same thing that the other affirms, a part of it, or something else."""

import re
from collections.abc import Collection

from panel.evidence.conflicts.statements import Signs
from panel.evidence.lowered import lowered, word_set
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

_DENYING = frozenset(
    words(
        "no not never none nothing nobody neither nor without cannot lack lacks lacking missing absent remove removed dropped gone blocked "
        "ban bans banned banning exclude excludes excluded out impossible unavailable unsupported closed shun shuns discontinued "
        "withdrawn wait proprietary yet fail fails unable t"
    )
)
_DENYING_PARTS = ("refus", "forbid", "prohibit", "omit", "reject", "declin")
"""Words, and letters of words, of which every sentence that denies anything has some."""


def _may_deny(text: str) -> bool:
    """Whether a sentence has a word without which it denies nothing."""
    if not _DENYING.isdisjoint(word_set(text)):
        return True
    small = lowered(text)
    return any(part in small for part in _DENYING_PARTS)


Span = tuple[int, int]
"""Where something begins and ends."""


def _denying(text: str) -> list[Span]:
    """Return where the words stand that deny something."""
    return [found.span() for found in DENIAL.finditer(text)] if _may_deny(text) else []


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


def denials(a: Passage, b: Passage) -> Signs:
    """Return the signs in what two sentences deny."""
    told = [(each.text, found) for each in (a, b) if (found := _denying(each.text))]
    roots = _roots(a.text) & _roots(b.text) if told else set()
    denying = sum(_denies(text, found, roots) for text, found in told)
    names = _spelt(a), _spelt(b)
    turned = _turned(a, b, *names)
    left = min(_left(text, found, roots) for text, found in told) if denying == 1 else 0
    return {
        "denied words left": min(left, 4) / 2,
        "turned": float(min(len(turned), 3)),
        "turned name": float(any(name in turned and name in names[1] for name in names[0])),
        "one denies": float(denying == 1),
        "one denies what the other leaves": float(denying != 1 and len(told) == 1),
    }


def denies(text: str) -> bool:
    """Whether a sentence denies anything."""
    return _may_deny(text) and DENIAL.search(text) is not None


PIECE = re.compile(r"[,;:()|—–](?!\d)|\b(?:and|but|while|whereas|which|so|though|although|because)\b", re.IGNORECASE)
"""What parts a sentence into what it denies and what it goes on to say."""


_WORD = re.compile(r"[^\W\d_][\w-]{2,}|\d[\w.]*[a-z]\w*", re.IGNORECASE)
_ROOT = 5
"""Letters that two words of one family share."""


def _roots(text: str) -> set[str]:
    spelt = (match.group().lower() for match in _WORD.finditer(text))
    return {stem(word)[:_ROOT] for word in spelt if word not in _SMALL}


def _denies(text: str, denying: list[Span], roots: Collection[str]) -> bool:
    """Whether a sentence denies something in words of which the other has some."""
    if not roots:
        return False
    pieces = ((max((each.end() for each in PIECE.finditer(text, 0, start)), default=0), end) for start, end in denying)
    return any(not _roots(text[start : _ends(text, end)]).isdisjoint(roots) for start, end in pieces)


def _ends(text: str, start: int) -> int:
    """Return where the piece of a sentence ends in which a place is."""
    found = PIECE.search(text, start)
    return found.start() if found else len(text)


def _left(text: str, denying: list[Span], roots: set[str]) -> int:
    """Return how many words behind a denial the other sentence has no word for."""
    return min(len(_roots(text[end : _ends(text, end)]) - roots) for _, end in denying)


def _turned(a: Passage, b: Passage, ours: dict[str, list[Span]], theirs: dict[str, list[Span]]) -> list[str]:
    """Return what one sentence affirms and the other denies.

    Args:
        a: One sentence.
        b: The other.
        ours: Where the names and spelt words of the one stand.
        theirs: Where those of the other stand.
    """
    mine = {item.concept for item in a.items if item.weight > LIGHT}
    others = {item.concept for item in b.items if item.weight > LIGHT}
    both = mine.union(ours) & others.union(theirs)
    if not both:
        return []
    told, tells = _signed(a, ours, both), _signed(b, theirs, both)
    return [each for each in both if len(told[each]) == len(tells[each]) == 1 and told[each] != tells[each]]


def _spelt(passage: Passage) -> dict[str, list[Span]]:
    """Return where each name and spelt word of a sentence stands."""
    found: dict[str, list[Span]] = {}
    for match in _SPELT.finditer(passage.text):
        found.setdefault(match.group().lower(), []).append(match.span())
    return found


def _signed(passage: Passage, spelt: dict[str, list[Span]], wanted: Collection[str]) -> dict[str, set[int]]:
    """Return with which signs a sentence says what is wanted."""
    found: dict[str, set[int]] = {each: set() for each in wanted}
    for item in passage.items:
        if item.weight > LIGHT and item.concept in found:
            found[item.concept].add(item.sign)
    for name in spelt.keys() & found.keys():
        found[name].update(map(passage.sign_at, spelt[name]))
    return found
