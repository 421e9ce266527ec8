"""Words that help to tell a sentence's subject from what is said of it."""

from collections.abc import Iterable, Mapping
from functools import cache

from panel.evidence.stems import row
from panel.evidence.words import words

VERBS = frozenset(
    words("""
        accept achiev acquir allow announc appear ar are arriv bas base be beat becom been began begin bought bring
        built buy came can charg climb clos com come comes connect consist contain cost costs could cover creat cut
        debut design develop did disclos do does drop employ end exceed export featur fell film fit fix flies fly
        fold forbid found gain gave get giv go goes grew grow had handl has have head hit hold host includ introduc
        is keep kept lack land last launch launches lead let licens made mak make match may mean measur might miss
        must need offer open outperform own pair permit plac post pric priced provid publish rais rank reach read
        reced record releas remain report requir rose run said say scor sell serv shall ship should show sit sold
        stand start stay stor store support tak trail train translat unveil use was weigh went were will work would
        writ written
    """)
)
"""Stems that may be a clause's verb; what stands before the first of them is its subject."""

MEASURES = """
    battery batter life price pricing cost storage memory context window limit rate weight size display screen score
    scor rank training train charge charging latency start parameter parameters licence warranty number count knowledge
    cut-off cutoff data term terms benchmark benchmarks access user users customer customers developer developers people
    person team company plan tier subscription subscriber employee employees staff watch headset laptop phone camera
    speaker robot console tablet car earbuds headphones router drone printer browser extension plugin library framework
    package binary agent chatbot bot lab laboratory division studio project repository network input output token tokens
    request requests month year day week result results test tests index new free pro business enterprise starter basic
    premium paid launch release beta availability preview general founded founder acquisition api time out time-out cold
    recording recordings message messages option
"""
"""What a subject may be without being a part of the release: measures, persons, a common noun for the whole."""


@cache
def stems_of(words: str) -> frozenset[str]:
    """Return the stems of words that are written as one line; a sentence without any of them can be passed over."""
    return frozenset(row(words).stems)


Needed = Mapping[str, tuple[tuple[frozenset[str], ...], ...]]
"""What phrases need, by the stem of their longest word: of each of these sets of stems one, besides that word."""


def needed(phrases: Iterable[str]) -> Needed:
    """Return what each of these phrases needs, so that most sentences needn't be read for any of them."""
    found: dict[str, list[tuple[frozenset[str], ...]]] = {}
    for phrase in phrases:
        elements = [
            element.split("/")
            for element in phrase.split()
            if element != "*" and not element.startswith("<") and not element.endswith("?")
        ]
        longest = max(elements, key=lambda words: min(map(len, words)))
        others = tuple(_first_stems(each) for each in elements if each is not longest)
        for stem in _first_stems(longest):
            found.setdefault(stem, []).append(others)
    return {stem: tuple(each) for stem, each in found.items()}


def _first_stems(alternatives: Iterable[str]) -> frozenset[str]:
    return frozenset(row(word).stems[0] for word in alternatives)


def may_have(needed: Needed, stems: frozenset[str]) -> bool:
    """Whether a sentence with these stems has all that one of these phrases needs."""
    for stem in needed.keys() & stems:
        for others in needed[stem]:
            for alternatives in others:
                if alternatives.isdisjoint(stems):
                    break
            else:
                return True
    return False
