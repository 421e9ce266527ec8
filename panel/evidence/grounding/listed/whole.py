"""What a statement counts among the members of a list that is whole, and how many they are: ``8 languages: Catalan, Danish …``."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import agree
from panel.evidence.numerals import read_numerals
from panel.evidence.passages import Passage
from panel.evidence.stems import stem

_LIST = re.compile(
    r"(?:(?:The|Its|All|Supported|Available)\s)?(?:(?P<count>\d{1,2}|[A-Za-z]+teen|[A-Za-z]{3,6})\s)?"
    r"(?P<noun>[A-Za-z]{4,}s)(?:\s(?:supported|covered|available))?(?::|\s[–—|(]|\s\()\s?(?P<members>[^.;:()|]+)[.)]?$"
)
"""A line that is nothing but a list: with what it lists, and how many, at its head."""

_OPEN = re.compile(
    r"\b(?:more|others?|etc|such as|including|plus|like|soon|planned|later|beta|except|not|and up|or)\b|\d|…|\.\.\."
)
"""What says that a list isn't whole, or has something else in it."""

_AMONG = re.compile(
    r"^(?P<who>[A-Z][a-z]{3,})\s(?:is|are)\s(?:also\s)?(?:among|one of|part of|included (?:in|among))\s(?:the|its|their|all)\s(?:[a-z]+\s|\d+\s)?(?P<noun>[a-z]{3,}s)\b|"
    r"\b(?P<nouns>[a-z]{4,}s),?\s(?:among them|including|one of them)\s(?:is\s)?(?P<one>[A-Z][a-z]{3,})\b|"
    r"\b(?P<things>[a-z]{4,}s),\s(?P<them>[A-Z][a-z]{3,})\s(?:is\s)?among them\b"
)
"""Of whom a statement says that it is a member."""

FEWEST = 3
"""Members that make a list."""


def check_whole(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check a member and a number of members against a list that is whole.

    Args:
        claim: The statement; one that denies or looks ahead is left alone.
        evidence: The dossier.
        places: The sentences to look into; lists are looked for everywhere.
    """
    among = _AMONG.search(claim.text)
    if among is None or claim.denials or claim.later:
        return
    counts = [each for each in claim.quantities if each.kind == "count" and each.unit and each.exact]
    for place, noun, members in whole_lists(evidence):
        if stem(among["noun"] or among["nouns"] or among["things"]) == noun:
            who = (among["who"] or among["one"] or among["them"]).lower()
            if not any(who in passage.text.lower() for passage in evidence.passages):
                yield Finding("contradicted", claim.text, place, evidence.passages[place].text, fit=1.0)
                return
        for count in counts:
            told = any(agree(count, each) for passage in evidence.passages for each in passage.quantities)
            if stem(count.unit) == noun and not told and count.value != len(members):
                yield Finding("contradicted", count.text, place, evidence.passages[place].text, fit=1.0)
                return


@lru_cache(maxsize=8)
def whole_lists(evidence: Evidence) -> tuple[tuple[int, str, tuple[str, ...]], ...]:
    """Return where lists stand that are whole, the stem of what they list, and their members."""
    found = []
    for place, passage in enumerate(evidence.passages):
        match = _LIST.match(passage.text) if "," in passage.text else None
        if match is None or _OPEN.search(match["members"]):
            continue
        members = tuple(
            each.strip() for each in re.split(r",\s(?:and\s)?|\sand\s|\s&\s", match["members"]) if each.strip()
        )
        counted = [numeral.value for numeral in read_numerals(match["count"] or "")]
        if len(members) >= FEWEST and all(each[0].isupper() for each in members):
            if not match["count"] or counted == [len(members)]:
                found.append((place, stem(match["noun"].lower()), members))
    return tuple(found)
