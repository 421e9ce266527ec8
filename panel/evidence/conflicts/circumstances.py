"""Signs in what stands round the words that two sentences share: other modifiers, other places, other conditions."""

import re

from panel.evidence.calendar_words import SMALL
from panel.evidence.concepts import concept_of
from panel.evidence.conflicts.statements import Signs
from panel.evidence.passages import STOP, Passage
from panel.evidence.stems import stem

_WORD = re.compile(r"[A-Za-z][\w'’+-]*|[.,;:()]")
_PREPOSITIONS = frozenset(
    [
        "in",
        "on",
        "at",
        "for",
        "with",
        "without",
        "by",
        "from",
        "per",
        "over",
        "via",
        "through",
        "under",
        "during",
        "after",
        "before",
        "since",
        "among",
    ]
)
_REACH = 4
"""Words behind a preposition among which its noun is looked for."""


def circumstances(a: Passage, b: Passage, own: frozenset[str]) -> Signs:
    """Return the signs round the words that two sentences share."""
    meant, means = _meanings(a.text, own), _meanings(b.text, own)
    ours, theirs = _modifiers(meant), _modifiers(means)
    heads = ours.keys() & theirs.keys()
    mine, other = _objects(meant), _objects(means)
    places = mine.keys() & other.keys()
    return {
        "modified otherwise": float(
            any(ours[head] and theirs[head] and ours[head].isdisjoint(theirs[head]) for head in heads)
        ),
        "opened otherwise": float(opened_otherwise(a.text, b.text, own) or compounded_otherwise(a.text, b.text)),
        "modified alike": float(any(ours[head] & theirs[head] for head in heads)),
        "other circumstances": float(min(sum(_apart(mine[each], other[each]) for each in places), 2)),
        "same circumstances": float(any(mine[each] & other[each] for each in places)),
        "circumstances of one": float(min(len(mine.keys() ^ other.keys()), 3)) / 2,
    }


_OPENS = re.compile(
    r"^\W*(?:(?:the|our|its|all|an?|your|each|every|their)\s)?([a-z]+(?:-[a-z]+)?)\s([a-z]+)"
    r"(?=(?:\s(?:for|of|in|on|from|to)(?:\s[\w-]+){1,3}?)?\s(?:is|are|was|were|has|have|can|may|must|will|"
    r"get|gets|stay|stays|go|goes|come|comes|[a-z]+s|[a-z]+ed|run|last|cost|take|hold|keep|expire|weigh|live|doesn|don|isn|aren)\b)",
    re.IGNORECASE,
)
"""Two words that open a sentence before its verb: ``Run logs are``."""


def opened_otherwise(a: str, b: str, own: frozenset[str]) -> bool:
    """Whether two sentences are about two of one kind that a word tells apart: run logs, audit logs."""
    first = [_OPENS.match(each) for each in (a, b)]
    if not (first[0] and first[1]):
        return False
    (mine, head), (other, same) = ((_marked(each[1], own), _meaning(each[2], own)) for each in first if each)
    return bool(head and head == same and mine and other) and mine != other


_COMPOUND = re.compile(r"\b([A-Za-z]+|\d+)-([a-z]{3,}) ([a-z]+)\b")


def compounded_otherwise(a: str, b: str) -> bool:
    """Whether two sentences tell two of a kind apart by halves of compounds: single-region and multi-region queues."""
    if "-" not in a or "-" not in b:
        return False
    ours, theirs = _compounds(a), _compounds(b)
    met = ours.keys() & theirs.keys()
    return bool(met) and all(ours[each].isdisjoint(theirs[each]) for each in met)


def _compounds(text: str) -> dict[tuple[str, str], set[str]]:
    """Return by the second half of a compound, and what it is said of, its first half."""
    found: dict[tuple[str, str], set[str]] = {}
    for first, second, head in _COMPOUND.findall(text):
        if not first.isdigit() and first.lower() not in SMALL and second not in _TOLD_OF_ONE:
            found.setdefault((second, stem(head)), set()).add(first.lower())
    return found


_TOLD_OF_ONE = frozenset(
    ("based", "made", "licensed", "source", "powered", "rated", "owned", "backed", "built", "born", "funded")
)
"""Second halves of compounds of which a thing has only one: ``US-based``, ``Python-based``."""
_ORDINALS = frozenset(("first", "second", "third", "fourth", "last"))


def _marked(word: str, own: frozenset[str]) -> str:
    """Return what tells one of a kind from another: a word's meaning, an ordinal or the first half of a compound."""
    small = word.lower()
    return small if small in _ORDINALS or _ONE_OF.match(small) else _meaning(word, own)


_ONE_OF = re.compile(
    r"(?:single|multi|half|full|dual|triple|quad|one|two|three|four|non|pre|post|front|rear|side|top|left|right|high|low)-(?!size|resolution|capacity|quality)"
)
"""Halves of compounds that tell one of a kind from another."""


def _apart(ours: set[str], theirs: set[str]) -> bool:
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _meaning(word: str, own: frozenset[str]) -> str:
    """Return what a word stands for; nothing for small words and the release's own name."""
    small = word.lower()
    plain = stem(small)
    if plain in STOP or small.removesuffix("'s") in own or not plain.isalpha():
        return ""
    return concept_of(plain).name


def _meanings(text: str, own: frozenset[str]) -> list[tuple[str, str]]:
    """Return the words and marks of a text in small letters, each with what it stands for."""
    return [(word.lower(), _meaning(word, own)) for word in _WORD.findall(text)]


def _modifiers(meant: list[tuple[str, str]]) -> dict[str, set[str]]:
    """Return by meaningful word the meaningful words right before it."""
    found: dict[str, set[str]] = {}
    before = ""
    for _, meaning in meant:
        if meaning:
            modifiers = found.setdefault(meaning, set())
            if before:
                modifiers.add(before)
        before = meaning
    return found


def _objects(meant: list[tuple[str, str]]) -> dict[str, set[str]]:
    """Return by preposition the meaningful words that follow it."""
    found: dict[str, set[str]] = {}
    for place, (word, _) in enumerate(meant):
        if word not in _PREPOSITIONS:
            continue
        for behind, meaning in meant[place + 1 : place + 1 + _REACH]:
            if behind in _PREPOSITIONS or not behind[0].isalpha():
                break
            if meaning:
                found.setdefault(word, set()).add(meaning)
    return found
