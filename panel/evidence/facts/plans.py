"""The maker's own plans and services: names that look like a rival's and aren't."""

import re
from collections.abc import Iterator

from panel.evidence.facts.named import named_so
from panel.evidence.facts.tellers import is_makers
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.names import key_of
from panel.evidence.passages import Passage
from panel.evidence.words import words


def is_ours_too(evidence: Evidence, place: int, passage: Passage, key: frozenset[str]) -> bool:
    """Whether a name before a price is that of a plan or service of the maker, or no name at all."""
    return (
        _is_service_of_vendor(evidence, key)
        or _only_opens(evidence, passage, key)
        or _is_own_plan(evidence, place, passage, key)
    )


def _only_opens(evidence: Evidence, passage: Passage, key: frozenset[str]) -> bool:
    """Whether a word is capitalised only as it opens sentences: ``Usage is``, ``Commercial licences cost``, and no firm's."""
    first = passage.names[0] if passage.names else None
    if first is None or first.key != key or first.span[0] > 3 or " " in first.text or not first.text[1:].islower():
        return False
    if CHARGES.match(passage.text, first.span[1]):
        return False
    if not is_makers(evidence, passage.cite) and not _NOUN_BEHIND.match(passage.text, first.span[1]):
        return False
    return all(name.span[0] <= 3 for _, name in named_so(evidence, key))


_NOUN_BEHIND = re.compile(
    r"\s(?!is\b|was\b|has\b|does\b|costs\b|starts\b|itself\b)[a-z]+s?\s(?:cost|pay|are|is|start|get|has|have|can|costs|starts)\b"
)


_SERVICES = frozenset(
    words("api cloud platform console studio store shop app playground hosting server endpoint inference web site")
)


def _is_service_of_vendor(evidence: Evidence, key: frozenset[str]) -> bool:
    """Whether a name is the vendor's with that of what it runs: ``the Tessellate API`` of Tessellate Labs."""
    rest = key - evidence.subject.vendor
    return bool(rest and rest != key and rest <= _SERVICES)


def _is_own_plan(evidence: Evidence, place: int, passage: Passage, key: frozenset[str]) -> bool:
    """Whether a name is a plan's: called one somewhere, at the head of a column or row of the maker's, or of a line like others."""
    if any(_PLAN_NEXT.match(each.text, name.span[1]) for each, name in named_so(evidence, key)):
        return True
    if evidence.tables.get(place) is not None:
        return is_makers(evidence, passage.cite) and is_list_of_plans(evidence, place)
    return is_own_line(evidence, place, passage, key)


def is_list_of_plans(evidence: Evidence, place: int) -> bool:
    """Whether a row stands in a table that doesn't hold the release against others."""
    head = evidence.tables[place]
    cells = [each.text.partition(" | ")[0] for each in rows(evidence, head)]
    return not any(names_release(evidence, each) for each in (*cells, *evidence.passages[head].text.split(" | ")))


def is_own_line(evidence: Evidence, place: int, passage: Passage, key: frozenset[str]) -> bool:
    """Whether a name opens one of several lines of the maker that each tell of a plan."""
    first = passage.names[0] if passage.names else None
    return bool(
        first
        and first.key == key
        and first.span[0] < 4
        and not key & evidence.subject.name
        and is_makers(evidence, passage.cite)
        and any(_is_line_of_list(evidence, passage, at) for at in (place - 1, place + 1))
    )


_PLAN_NEXT = re.compile(r"\s(?:plan|tier|subscription)\b")


def _is_line_of_list(evidence: Evidence, passage: Passage, place: int) -> bool:
    """Whether a neighbour of a sentence tells of another plan: ``Gate is free for``, ``Woolshed is NZ$29 a month``."""
    if not 0 <= place < len(evidence.passages):
        return False
    other = evidence.passages[place]
    alike = other.cite.partition(".")[0] == passage.cite.partition(".")[0]
    return bool(alike and _LINE.match(other.text))


_LINE = re.compile(
    r"[A-Z][\w+-]*(?: [A-Z][\w+-]*)?(?:,| is| costs|:| [–—-])\s[^.;]{0,40}?(?:[$€£¥₹]\s?\d|\d\s?(?:[€£]|kr\b|zł)|[Ff]ree\b)"
)


def rows(evidence: Evidence, head: int) -> Iterator[Passage]:
    """Yield the rows of a table."""
    place = head + 1
    while evidence.tables.get(place) == head:
        yield evidence.passages[place]
        place += 1


def names_release(evidence: Evidence, cell: str) -> bool:
    """Whether a cell holds the release's name."""
    key, name = key_of(cell), evidence.subject.name
    return bool(name) and len(cell) < 50 and name <= key


CHARGES = re.compile(r"\s(?:charges|asks|wants|sells|bills)\b")
"""What firms do, and plans don't."""
