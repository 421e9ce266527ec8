"""Who tells a fact, and of what: the maker's own pages, a forum's word, and the noun that a sentence gives a price to."""

import re
from functools import lru_cache

from panel.evidence.facts.told import told
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lowered import lowered
from panel.evidence.names import key_of, same_name
from panel.evidence.words import singular, words


@lru_cache(maxsize=8)
def makers_sources(evidence: Evidence) -> frozenset[str]:
    """Return the sources that the maker published, or that go under the release's own name, whose prices are its own."""
    name, vendor = evidence.subject.name, evidence.subject.vendor
    return frozenset(
        source.key
        for source in evidence.dossier.release.sources
        if source.publisher
        and vendor
        and (key_of(source.publisher) == name or same_name(key_of(source.publisher), vendor))
    )


def is_makers(evidence: Evidence, cite: str) -> bool:
    """Whether a sentence stands on a page of the maker."""
    return cite.partition(".")[0] in makers_sources(evidence)


def pages_of_the_name(evidence: Evidence) -> frozenset[str]:
    """Return the sources without a publisher that are titled as the release is, as its README is."""
    release = evidence.dossier.release
    return frozenset(
        source.key
        for source in release.sources
        if not source.publisher and (source.title or "").casefold() in (release.name.casefold(), release.slug)
    )


def is_hearsay(evidence: Evidence, cite: str) -> bool:
    """Whether a sentence is somebody's word in a forum, or passes on what somebody said."""
    return bool(_SAYS.search(evidence.passages[evidence.at[cite]].text))


_SAYS = re.compile(
    r"^\W?[a-z][\w.-]{1,20}(?:\]|:)\s|\b(?:says?|said|according to|reckons?) (?:the |a |one )?(?:[a-z]+['’]s? )?(?:packager|notes|reader|user|commenter|poster|somebody|someone|forum)"
)
"""How somebody speaks in a forum, or is passed on: ``jules_t: it's GPL``."""


_COSTS = (
    r"(?:is|are|costs?|comes? (?:to|at)|sells? (?:for|at)|goes for|go for|starts? at|starts? from|runs? to|is priced at|"
    r"are priced at|from|can be (?:had|added|bought|ordered) for|(?:is|are) (?:available|sold|in the shop|on sale)(?: separately| extra)?(?: for| at| from)?)"
)
_NOUN_COSTS = re.compile(
    rf"(?:^|[,;:.]\s|[“\"]|\b(?:and|but|while|whereas|or)\s)(?:(?:an?|the|each|every|one|another|its|our|their|that|this|any|all|both)\s)?"
    rf"(?P<noun>(?-i:[a-z][a-z-]*(?:\s[a-z-]+){{0,3}}?|(?<=^)[A-Z][a-z]+s))(?:\s(?:for|of|from|with|in|on|to|without)\s[^,;:.$€£¥]{{2,40}})?,?\s{_COSTS}\s"
    r"(?:now |just |only |about |around |roughly |from |an extra |a further |another |priced at |at |for )*$",
    re.IGNORECASE,
)
"""What stands before a price that is given to a thing by its common noun: ``a new inner screen is``."""

_SELLABLE = frozenset(
    words(
        "it this that they these those which who one price pricing rate fee cost charge plan tier subscription membership licence license "
        "permit version edition model configuration variant size option package pack bundle set kit pair single device unit gadget product "
        "app application program programme software game service tool platform system seat user account person member household family "
        "access admission entry purchase payment everything all usage use mailbox inbox workspace organisation organization team developer "
        "company business school student teacher customer subscriber reader machine computer server instance node host project site "
        "domain input output token request call query message minute hour day week month year page image second gigabyte terabyte storage "
        "transcription generation inference api hosting cloud base basic standard pro plus premium starter entry cheapest smallest "
        "largest biggest lowest simplest cheaper dearer paid full regular usual list retail ticket pass box bottle copy download lifetime commercial "
        "body alone itself release first second third latter former other rest same anything"
    )
)
"""Nouns that stand for the release itself, a way of buying it or what it is paid by."""


def is_of_something_else(evidence: Evidence, text: str, start: int) -> bool:
    """Whether a price is given to a thing that isn't what the release is said to be, nor a way of buying it."""
    found = _NOUN_COSTS.search(text[:start])
    if found is None:
        return False
    last = singular(re.split(r"[\s-]", found["noun"].lower())[-1])
    return last not in _SELLABLE and not _is_its_kind(evidence, last)


def _is_its_kind(evidence: Evidence, noun: str) -> bool:
    """Whether titles, tagline and definitions say with a noun in the singular what the release is."""
    release = evidence.dossier.release
    if not noun:
        return False
    near = [evidence.passages[place] for place in told(evidence).having((noun[:-1] or noun,))]
    texts = [release.name, *(source.title or "" for source in release.sources)]
    texts += [passage.text for passage in near if passage.cite in ("F.tagline", "F.category")]
    texts += [found[1] for passage in near if (found := _DEFINES.search(passage.text))]
    return any(singular(word) == noun for text in texts for word in _LETTERS.findall(lowered(text)))


_LETTERS = re.compile(r"[a-z]+")


_DEFINES = re.compile(r"\b[A-Z][\w-]*(?: \d+)?(?:,| is| are|['’]s) (?:now )?(?:an?|the|our|their) ([^.,;:$€£¥]{3,70})")
