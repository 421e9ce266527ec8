"""Words that help to tell a sentence's subject from what is said of it."""

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


def anchor(phrase: str) -> frozenset[str]:
    """Return stems of which a sentence with this phrase has one: its longest word's and its alternatives'."""
    elements = [
        element.split("/")
        for element in phrase.split()
        if element != "*" and not element.startswith("<") and not element.endswith("?")
    ]
    longest = max(elements, key=lambda words: min(map(len, words)))
    return frozenset(row(word).stems[0] for word in longest)
