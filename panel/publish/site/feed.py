"""The Atom feed: every verdict and comparison, the latest first, each with its disclosure."""

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from typing import Final

from panel.publish.inert import inert
from panel.publish.site import routes
from panel.publish.site.frame import Frame
from panel.publish.site.listing import EPOCH, Listing, PairListing
from panel.publish.site.sheaf import Sheaf

ATOM: Final = "http://www.w3.org/2005/Atom"
_DECLARATION: Final = b'<?xml version="1.0" encoding="utf-8"?>\n'

Told = Listing | PairListing
"""What an entry is about."""


def place_of(number: int) -> str:
    """Return where a document of the feed is; the first one is the feed that readers subscribe to."""
    return routes.FEED if number == 1 else f"feed-{number}.xml"


def atom(frame: Frame, sheaf: Sheaf[Told]) -> bytes:
    """Return one document of the feed (RFC 4287, paged as in RFC 5005). The site needs an address."""
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": frame.language})
    home = frame.absolute("") or ""
    _text(feed, "id", home)
    _text(feed, "title", frame.title)
    _text(feed, "subtitle", f"{frame.tagline} Every reviewer is simulated.")
    _text(feed, "updated", _when(max((each.updated for each in sheaf.items), default=EPOCH)))
    _text(ET.SubElement(feed, "author"), "name", frame.title)
    _text(feed, "generator", "shipskip", version=frame.version)
    _link(feed, "alternate", home, "text/html")
    _link(feed, "self", f"{home}{place_of(sheaf.number)}", "application/atom+xml")
    _link(feed, "first", f"{home}{place_of(1)}", "application/atom+xml")
    if sheaf.number > 1:
        _link(feed, "previous", f"{home}{place_of(sheaf.number - 1)}", "application/atom+xml")
    if sheaf.number < sheaf.count:
        _link(feed, "next", f"{home}{place_of(sheaf.number + 1)}", "application/atom+xml")
    for told in sheaf.items:
        feed.append(_entry(told, home))
    ET.indent(feed, " ")
    return b"".join([_DECLARATION, ET.tostring(feed, encoding="utf-8"), b"\n"])


def merged(verdicts: Sequence[Listing], pairs: Sequence[PairListing]) -> list[Told]:
    """Return verdicts and comparisons together, the latest first."""
    return sorted([*verdicts, *pairs], key=lambda each: each.first, reverse=True)


def _entry(told: Told, home: str) -> ET.Element:
    entry = ET.Element("entry")
    place = routes.release(told.slug) if isinstance(told, Listing) else routes.comparison(told.slug)
    _text(entry, "id", f"{home}{place}")
    _link(entry, "alternate", f"{home}{place}", "text/html")
    _text(entry, "title", _title(told))
    _text(entry, "published", _when(told.first))
    _text(entry, "updated", _when(told.updated))
    if isinstance(told, Listing) and told.category:
        ET.SubElement(entry, "category", {"term": inert(told.category)})
    _text(entry, "summary", told.headline if isinstance(told, Listing) else told.bottom_line)
    _text(entry, "content", _content(told), type="html")
    return entry


def _title(told: Told) -> str:
    if isinstance(told, Listing):
        return f"{told.name}: {told.count} ship (simulated panel)" if told.percent is not None else told.name
    return f"{told.title}: {told.call.lower() if told.recommendation is None else told.call} (simulated panels)"


def _content(told: Told) -> str:
    """Return an entry's words as HTML; the disclosure stands right after the count."""
    if isinstance(told, PairListing):
        return _paragraphs(told.headline, told.disclosure, told.bottom_line)
    votes = " · ".join(f"{seat.title}: {seat.vote}" for seat in told.seats)
    return _paragraphs(f"{told.headline}.", told.disclosure, told.tagline or "", told.about, votes)


def _paragraphs(*texts: str) -> str:
    signs = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
    return "".join(f"<p>{inert(text).translate(signs)}</p>" for text in texts if text)


def _when(time: object) -> str:
    return f"{time:%Y-%m-%dT%H:%M:%SZ}"


def _text(parent: ET.Element, tag: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, tag, attributes).text = inert(text)


def _link(parent: ET.Element, rel: str, href: str, kind: str) -> None:
    ET.SubElement(parent, "link", {"rel": rel, "type": kind, "href": href})
