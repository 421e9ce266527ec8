"""Whether a source is its publisher's own word about the release, or what others write about it."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from panel.domain.release import Source
from panel.evidence.bodies import has_legal_form
from panel.evidence.makers import Key
from panel.evidence.name_reading import read_names
from panel.evidence.names import Name, key_of, same_name
from panel.evidence.passages import Passage
from panel.evidence.words import words

PAGES = frozenset(
    words(
        "changelog faq faqs pricing prices plans release releases notes documentation docs reference specifications specs "
        "readme announcement model card data sheet datasheet thread version history questions answers"
    )
)
"""Words of which the titles of a maker's pages are made, and no product's name."""

_OWN_PAGE = re.compile(
    r"\b(?:change ?log|release notes|faqs?|frequently asked|pricing|price list|plans|model card|data ?sheet|speci\w+|specs|"
    r"documentation|docs|reference|readme|what['’]s new|introducing|announcing|meet|say hello|is (?:here|out|live|now|open|generally)|released$|now (?:in|available|open|with)|out of|starts|are here|opens|open (?:to|for)|now open|goes live|arrives|"
    r"in (?:stores|shops)|out (?:now|today)|ships today|generally available|version history|leaves \w+)\b|\bv?\d+(?:\.\d+)+$",
    re.IGNORECASE,
)
"""What stands in the title of a maker's page."""

_PAGE_OF_TERMS = re.compile(
    r"^(?:frequently asked )?(?:questions(?: (?:and|&) answers)?|faqs?|pricing|prices|plans|price list|change ?log|release notes|model card|data ?sheet|"
    r"specifications|documentation|docs|readme|roadmap)(?: (?:and|&) \w+)?$",
    re.IGNORECASE,
)
"""Titles that hardly anybody but a maker gives a page."""

_DESK = re.compile(r"\s(?:support|help(?: cent(?:re|er)|desk)?|documentation|docs)$", re.IGNORECASE)
"""What stands behind a maker's name where one of its departments writes."""

REVIEWS = re.compile(
    r"\b(?:reviews?(?:ed)?|hands-on|tested|compared|weeks? (?:with|in)|days with|months (?:with|of|in)|on trial|we (?:moved|tried|switched)|"
    r"thread|moving to|worth it|opinions?|first look|versus|vs)\b",
    re.IGNORECASE,
)
"""What the headlines of those say who judge what others make."""

_PAPER = re.compile(
    r"\b(?:news\w*|post|times|weekly|daily|digest|blog|blogs|journal|wire|gazette|magazine|review|reviews|ledger|herald|tribune|"
    r"observer|today|reddit|forum|store|google play|github|hacker news|product hunt|youtube|radio|watch|bulletin|courier|press|r/\w+|"
    r"notes|report|reports|insider|chronicle|monitor|paper|club|users?|mailing list|list|group|subreddit|discord|slack|wiki|meetup|directory|listing)$|\.[a-z]{2,}$",
    re.IGNORECASE,
)
"""How the names of newspapers, shops and meeting places end, and addresses."""

_FIRM = re.compile(
    r"\s(?:Labs?|AI|Works|Software|Systems|Tools|Technolog(?:y|ies)|Games|Electronics|Hosting|Cloud|Robotics|Studios?|Compute|Computing|"
    r"Research|Security|Audio|Devices|Instruments|Health|Foundation|Collective|Digital|Motion|Networks|Optics)$"
)
"""How the names of firms end that make things."""

_WE = re.compile(r"\b(?:we|our|us|we['’]re|we['’]ve)\b", re.IGNORECASE)
_FROM_TODAY = re.compile(r"\b(?:from|as of) (?:today|this morning)\b|\bis now available\b")
_WE_MAKE = re.compile(
    r"(?<!everything )(?<!all )(?<!that )(?<!what )(?<!pages )\b[Ww]e(?:['’]re|['’]ve| are| have)? (?:now |also |just |finally |today |do not |don['’]t )?"
    r"(?:launch|releas|ship|introduc|open|rewrote|retired|sell|offer|publish|charge|run \w+ for you|have a free|take cards)\w*"
)
"""What makers say of themselves, and critics don't."""

_I_AM = re.compile(r"\b(?:I['’]m|I am|[Mm]y name is) [A-Z]")
"""How the only maker of something introduces himself."""

_JUDGES = re.compile(
    r"\b(?:I|I['’](?:ve|m|d)|my)\b|\b[Ii]n (?:our|my) tests?\b|\b[Ww]e (?:tried|tested|bought|moved|asked|measured|imported|switched)\b"
)
"""What critics and users say of themselves."""

_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")

ENOUGH = 3.0
"""Signs that it takes before a publisher is held to be the maker, if no sentence says who is."""

PLENTY = 4.0
"""Signs that it takes where some sentence says so."""


def is_paper(publisher: str) -> bool:
    """Whether a publisher's name is that of a newspaper, a shop or a meeting place."""
    return bool(_PAPER.search(publisher.strip()))


def said_by(source: Source, passages: Iterable[Passage]) -> Iterator[Passage]:
    """Return the sentences of a source, one after the other."""
    opening = f"{source.key}."
    return (passage for passage in passages if passage.cite.startswith(opening))


def said_elsewhere(source: Source, passages: Iterable[Passage]) -> list[Passage]:
    """Return the sentences of all other sources."""
    openings = (f"{source.key}.", "F.")
    return [passage for passage in passages if not passage.cite.startswith(openings)]


def makers_signs(source: Source, passages: Sequence[Passage], release: Key, publishers: Collection[str] = ()) -> float:
    """Return how much speaks for it that a source's publisher makes the release.

    Args:
        source: The source.
        passages: All sentences.
        release: The release's name.
        publishers: Who publishes the sources: a maker has departments, such as a help centre.
    """
    publisher = source.publisher or ""
    if (
        not publisher
        or (is_paper(publisher) and not _is_makers_blog(source, passages))
        or REVIEWS.search(source.title or "")
    ):
        return 0.0
    key = key_of(publisher)
    own, others = list(said_by(source, passages)), said_elsewhere(source, passages)
    if _is_conversation(own):
        return 0.0
    told = _told(own)
    points = 1.0 if source.key == "S1" else 0.0
    points += 1.0 * any(_same(release, read_names(part)) for part in (source.title or "",))
    points += 1.0 * bool(_OWN_PAGE.search(source.title or "") or _is_page_of(source, release))
    points += 2.0 * has_legal_form(publisher)
    points += 2.0 * _is_at_its_address(source, release, key)
    points += 2.0 * bool(_PAGE_OF_TERMS.search(source.title or ""))
    points += 2.0 * bool(_DESK.search(publisher))
    points += 1.5 * any(other.startswith(f"{publisher} ") for other in publishers)
    points += 1.0 * bool(_FIRM.search(publisher) and source.key == "S1")
    points += 1.0 * any(_WE.search(text) or _FROM_TODAY.search(text) for text in told)
    points += 1.0 * any(_same(key, passage.names) for passage in own)
    points += 1.5 * any(_same(key, passage.names) for passage in others)
    return points - 2.5 * judges(own)


_HOST = re.compile(r"https?://(?:[\w-]+\.)*?(?P<site>[\w-]+)\.[a-z]+(?:/|$)", re.IGNORECASE)


def _is_at_its_address(source: Source, release: Key, publisher: Key) -> bool:
    """Whether a page stands at the release's own address, which isn't named after the publisher: ``tarnquill.example``."""
    site = found["site"].lower().replace("-", "") if (found := _HOST.match(source.url or "")) else ""
    names = [word for word in release - publisher if word.isalpha() and len(word) > 3]
    return any(site.startswith(name) for name in names)


_SPEAKER = re.compile(r"(?:\*\*)?([\w.-]{2,24})(?: \([^)]{2,40}\))?:(?:\*\*)?\s")


def _is_conversation(own: Sequence[Passage]) -> bool:
    """Whether a source is a thread, where several speak in turn and some of them more than once."""
    speakers = Counter(found[1] for passage in own if (found := _SPEAKER.match(passage.text)))
    return sum(number > 1 for number in speakers.values()) > 1


def _is_makers_blog(source: Source, passages: Sequence[Passage]) -> bool:
    """Whether a blog presents what its owner makes, rather than what he came across."""
    publisher = source.publisher or ""
    if not publisher.lower().endswith(" blog") or not _OWN_PAGE.search(source.title or ""):
        return False
    own, others = list(said_by(source, passages)), said_elsewhere(source, passages)
    return any(_WE.search(text) for text in _told(own)) or any(publisher[:-5] in passage.text for passage in others)


def _is_page_of(source: Source, release: Key) -> bool:
    """Whether the first source has no other title than the release's name, as product pages do."""
    return bool(source.key == "S1" and release and key_of(source.title or "") == release)


def is_spoken_of(source: Source, own: Sequence[Passage], others: Sequence[Passage], publisher: Key) -> bool:
    """Whether a source says ``we`` and others name its publisher, as they name a maker and seldom a paper."""
    if REVIEWS.search(source.title or "") or not any(map(_WE.search, _told(own))):
        return False
    return any(_same(publisher, [name for name in each.names if name.sure]) for each in others)


def speaks_for_itself(source: Source, own: Sequence[Passage], publisher: Key, release: Key) -> bool:
    """Whether a source is its publisher's own word about the release: it says ``we``, or the two share a name."""
    if publisher & release and not is_paper(source.publisher or ""):
        return True
    told = _told(own)
    if any(_I_AM.search(text) and (source.publisher or "") in text for text in told[:3]):
        return True
    if any(_WE_MAKE.search(text) for text in told):
        return True
    return any(_WE.search(text) for text in told) and any(_same(publisher, passage.names) for passage in own)


def judges(passages: Iterable[Passage]) -> bool:
    """Whether sentences are those of somebody who tried what others make."""
    return any(_JUDGES.search(text) for text in _told(passages) if not text.endswith("?"))


def _told(passages: Iterable[Passage]) -> list[str]:
    """Return sentences without what they quote."""
    return [_QUOTED.sub("", each.text) if '"' in each.text or "“" in each.text else each.text for each in passages]


def _same(key: Key, names: Iterable[Name]) -> bool:
    return any(same_name(key, name.key) for name in names)
