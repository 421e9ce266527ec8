"""Names beside a release that aren't its maker's: whose other things are told of, and what things come from."""

import re

from panel.evidence.names import Name
from panel.evidence.passages import Passage
from panel.evidence.peoples import PLACES

_APPOSED = re.compile(r",?\s(?:an?\s|the\s)?(?:[\w-]+\s){0,3}(?:by|from)\s(?:the\s)?")


def is_anothers(passage: Passage, name: Name, own: list[Name]) -> bool:
    """Whether a maker is told of another product: ``it undercuts Bramble, the model from Thornfield``."""
    before = [other for other in passage.names if other.sure and other.span[1] <= name.span[0]]
    text = passage.text
    told = text[own[0].span[0] if own else 0 : name.span[0]]
    if own and told.rstrip().endswith("from") and (_TAKES.search(told) or _BOUGHT.search(text[: own[0].span[0]])):
        return True
    return bool(
        before
        and before[-1] not in own
        and not (before[-1].span[0] == 0 and _DONE.fullmatch(before[-1].text))
        and not (
            own
            and own[0].span[1] < before[-1].span[0]
            and _DONE_BY.fullmatch(text[before[-1].span[1] : name.span[0]])
            and _FOR.search(text[: before[-1].span[0]])
        )
        and not (own and own[0].span[1] + 1 == before[-1].span[0])
        and not before[-1].key <= PLACES
        and not _IN.search(text[: before[-1].span[0]])
        and _APPOSED.fullmatch(text[before[-1].span[1] : name.span[0]])
    )


_DONE = re.compile(r"Made|Built|Written|Run|Sold|[A-Z][a-z]+ed")
"""A participle that opens a sentence like a name: ``Written and maintained by Ines Varga``."""

_DONE_BY = re.compile(
    r",?\s(?:and )?(?:developed|made|built|written|maintained|published|created|designed) by\s(?:the\s)?"
)
_FOR = re.compile(r"\bfor\s(?:[a-z-]+\s){0,2}$")
"""What stands round a name that only says what the release is for: ``Heron is a debugger for embedded Rust, developed by``."""

_IN = re.compile(r"\b(?:in|at|near)\s$")
"""What stands before a place: ``built in Bergen by Northmost``."""

_TAKES = re.compile(
    r"\s(?:makes?|turns?|reads?|imports?|converts?|moves?|pulls?|syncs?|gets?|takes?|learns?|loads?|fetches|collects?|exports?|builds?|"
    r"runs?|generates?|creates?|draws?|ranges?|differs?|migrates?|switch(?:es|ed)?|moved)\s"
)
"""What a release does with what comes from elsewhere: ``Bindery makes e-books from Markdown``."""


_BOUGHT = re.compile(
    r"\b(?:import(?:ed|ing)?|bought|order(?:ed|ing)|got|shipped|borrowed|had) (?:(?:an?|the|my|our|one|two) )?$"
)
"""What somebody does with a release that comes to him from a place or a shop."""

ELSEWHERE = re.compile(r"\s(?:with|by|to|for|and|in|on|at|over|into|from|than)\s")
"""What parts somebody's thing from the release: ``replaced Northmost's cache with Heron``."""


def is_of_a_thing(before: str, after: str) -> bool:
    """Whether a name behind ``from`` says which things: ``pages from the Wensum valley registers``."""
    return bool(_FROM.search(before) and _THINGS.match(after))


_FROM = re.compile(r"\bfrom the $")
_THINGS = re.compile(
    r"\s(?!(?:which|that|who|and|or|in|is|was|has|for|with|on|of|to|at|as|by|are|have|will|can|costs?|runs)\b)(?:[a-z]+\s){0,2}[a-z]+s\b"
)
