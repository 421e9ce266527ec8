"""Who makes a release, as pages are signed: by-lines, labels of listings, titles, and how a kind of thing is introduced."""

import re
from collections.abc import Callable, Iterator, Sequence

from panel.domain.release import Source
from panel.evidence.bodies import FORM, WITH_FORM, is_organised
from panel.evidence.makers import Key, Vote
from panel.evidence.names import key_of
from panel.evidence.passages import Passage
from panel.evidence.publishers import is_paper, judges, said_by


def signed_votes(
    passages: Sequence[Passage], sources: Sequence[Source], is_own: Callable[[Key], bool], release: str
) -> Iterator[Vote]:
    """Yield who signs for the release: in a line of its own, behind a label, in a title.

    Args:
        passages: All sentences.
        sources: What they are taken from.
        is_own: Whether a name is the release's.
        release: The release's name.
    """
    titled = [source for source in sources if _is_titled_after(source, sources, passages, release)]
    presented = {source.publisher for source in sources if _presents(source)} - {
        None,
        *(each.publisher for each in titled),
    }
    if len({source.publisher for source in titled}) == 1 and not presented:
        yield from (Vote(each.publisher or "", key_of(each.publisher or ""), each.key, 1.2) for each in titled)
    for source in sources:
        yield from _of_title(source, release)
    for passage in passages:
        if passage.text.count(" ") < _SPACES and (alone := _signature(passage.text)):
            yield Vote(alone, key_of(alone), passage.cite, 1.5)
        if signed := _SIGNED.match(passage.text):
            yield Vote(signed["who"], key_of(signed["who"]), passage.cite, 1.5)
        if ":" in passage.text and (label := _LABELLED.search(passage.text)):
            yield Vote(label["who"], key_of(label["who"]), passage.cite, 2.0)
        for name in passage.names if passage.cite.endswith(_EARLY) else ():
            own = is_own(name.key) and not is_organised(name.text)
            if name.sure and not own and _KIND_BY.fullmatch(passage.text[: name.span[0]]):
                yield Vote(name.text, name.key, passage.cite, 1.5)


def _of_title(source: Source, release: str) -> Iterator[Vote]:
    """Yield the publisher of a page whose title is the release's name and his: ``Heron by Northmost``."""
    title, publisher = source.title or "", source.publisher or ""
    if publisher and title.casefold() == f"{release} by {publisher}".casefold():
        yield Vote(publisher, key_of(publisher), source.key, 2.0)
    elif publisher and _IN_STORE.fullmatch(title) and title.startswith(release) and not _STORE.search(publisher):
        yield Vote(publisher, key_of(publisher), source.key, 1.5)


def _is_titled_after(source: Source, sources: Sequence[Source], passages: Sequence[Passage], release: str) -> bool:
    """Whether a page that judges nothing has no other title than the release's name, as product pages do: ``Heron pricing``."""
    names, publisher = {release.casefold(), _VERSION.sub("", release).casefold()}, source.publisher or ""
    if (
        not publisher
        or f"{release} ".casefold().startswith(f"{publisher} ".casefold())
        or _PAGE.sub("", source.title or "").casefold() not in names
    ):
        return False
    if _STORE.search(publisher) or is_paper(publisher):
        return False
    if source.date and any(other.date and other.date < source.date for other in sources):
        return False  # whoever makes it wrote first
    known = any(publisher in f"{other.title} {other.text}" for other in sources if other is not source)
    return known or not judges(said_by(source, passages))


def _presents(source: Source) -> bool:
    """Whether a page's title says that something is there, as its maker's does: ``Heron is here``."""
    return bool(_IS_HERE.search(source.title or "")) and not is_paper(source.publisher or "")


_IS_HERE = re.compile(r"\bis (?:here|out|live|now)\b|^(?:introducing|announcing|meet)\b|\bannounces\b", re.IGNORECASE)

_PAGE = re.compile(
    r",?(?: [–—-])? (?:change ?log|pricing|prices|plans|faq|documentation|docs|release notes|model card|data ?sheet|specifications|specs)$",
    re.IGNORECASE,
)
"""What stands behind the release's name in the title of one of its maker's pages."""

_VERSION = re.compile(r" v?\d+(?:\.\d+)*$")

_STORE = re.compile(
    r"\b(?:store|play|listing|market\w*|steam|itch|f-droid|gitlab|codeberg|sourcehut|gitea|pypi|npm|hugging face|code forge|model hub)\b|shop\b",
    re.IGNORECASE,
)
_IN_STORE = re.compile(r".+ (?:on|in) (?:the )?(?:Mac )?(?:App Store|Google Play|Play Store|Microsoft Store|Steam)")
"""The title of a page in a shop of apps, which is published by who sells there."""


def _signature(text: str) -> str | None:
    """Return the firm that a line holds alone, perhaps with ``By`` before it and its town behind: ``By Steinmoos AG, Chur.``."""
    by = text.startswith("By ")
    alone = text.removeprefix("By ").removeprefix("From ").strip()
    if alone.endswith(".") and not _SHORT_FORM.search(alone.rpartition(" ")[2]):
        alone = alone[:-1]
    if by:
        alone = _FROM_TOWN.sub("", alone)
    return alone if WITH_FORM.fullmatch(alone) or (by and _NAME.fullmatch(alone) and is_organised(alone)) else None


_NAME = re.compile(r"[A-Z][\w&'’-]*(?: (?:&|and|of|[A-Z][\w&'’-]*)){1,4}")
_FROM_TOWN = re.compile(r", [A-Z][\w-]+(?: [A-Z][\w-]+)?$")
"""Where a firm is that signs a page."""

_SIGNED = re.compile(
    r"[\s–—-]{1,4}(?P<who>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2}), (?:(?:the|lead|its|sole) )?(?:maintainer|author|developer|creator)\W*$"
)
"""How a page of its maker ends: ``-- Ida Berg, maintainer``."""

_SHORT_FORM = re.compile(r"\b(?:Inc|Ltd|Co|Corp|Koop|[A-Za-z]\.[A-Za-z.]+)\.$")
"""A form that is short for a word and so has a full stop, which else ends a sentence."""

_SPACES = 10
"""More spaces than a firm's name has, with ``By`` before it and an edge round it."""

_LABELLED = re.compile(
    rf"(?<=[a-z\d] )(?:Developer|Vendor|Maker|Seller|Manufacturer|Made by|Developed by):\s(?P<who>[A-Z][\w&'’-]*(?: [A-Z&][\w&'’-]*){{0,4}}?(?: {FORM})?)"
    r"(?=\s(?:[A-Z][a-z]+ )?[A-Z][a-z]+:|\s?[|;]|\.?$)"
)
"""A label in the midst of a listing that has lost its lines: ``Heron Developer: Northmost GmbH Category: News``."""

_EARLY = (".1", ".2", ".3")
"""How the first sentences of a source are cited, which say what it is about."""

_KIND_BY = re.compile(
    r"(?:(?:An?|The|Our) )?(?!.*\b(?:rival|similar|another|other|competing|previous|earlier|like)\b)(?:[\w-]+ ){0,6}?"
    r"(?:apps?|application|model|tool|library|service|game|debugger|device|program|client|editor|server|database|engine|system|utility|extension|plug-?in|compiler|assistant|agent)"
    r"(?: for (?:[\w-]+ ){1,4}?)?,? (?:made |built |written |developed )?by (?:the )?",
    re.IGNORECASE,
)
"""What stands before a maker where a page begins by saying what it presents: ``An open-source ferry app by the``."""
