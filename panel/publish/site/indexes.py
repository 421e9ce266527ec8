"""What machines look a site up in: the search index, the site map, and the rules for robots."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from panel.publish.inert import inert
from panel.publish.site import routes
from panel.publish.site.frame import Frame
from panel.publish.site.listing import Listing

MOST: Final = 50_000
"""Addresses that one site map may hold."""
_SITEMAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_DECLARATION: Final = b'<?xml version="1.0" encoding="utf-8"?>\n'

Address = tuple[str, str | None]
"""A page's full address, and the day on which it last changed, if known."""


def search_index(verdicts: Sequence[Listing]) -> bytes:
    """Return the index that the search box reads: one short row per verdict, in order of names.

    A row is name, address, vendor, category, tagline, tags, percentage, votes.
    """
    rows = [
        [
            inert(each.name),
            routes.release(each.slug),
            inert(each.vendor or ""),
            inert(each.category or ""),
            inert(each.tagline or ""),
            inert(" ".join(each.tags)),
            each.percent,
            [seat.vote for seat in each.seats],
        ]
        for each in verdicts
    ]
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    return f'{{"version":1,"rows":[\n{lines}\n]}}\n'.encode()


def sitemaps(addresses: Sequence[Address], base: str, most: int = MOST) -> Iterator[tuple[str, bytes]]:
    """Yield the site map's files: one, or an index of several where there are too many addresses.

    Args:
        addresses: What is to be found.
        base: The site's full address.
        most: Addresses that one file may hold.
    """
    if len(addresses) <= most:
        yield routes.SITEMAP, _xml("urlset", "url", addresses)
        return
    parts = [addresses[start : start + most] for start in range(0, len(addresses), most)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield routes.SITEMAP, _xml("sitemapindex", "sitemap", [(f"{base}{name}", None) for name in names])
    for name, part in zip(names, parts, strict=True):
        yield name, _xml("urlset", "url", part)


def robots(frame: Frame) -> bytes:
    """Return the rules for robots: everything is open on a site for readers, nothing on one with drafts."""
    if frame.drafts:
        return b"User-agent: *\nDisallow: /\n"
    sitemap = frame.absolute(routes.SITEMAP)
    return ("User-agent: *\nAllow: /\n" + (f"Sitemap: {sitemap}\n" if sitemap else "")).encode()


def _xml(root: str, each: str, addresses: Iterable[Address]) -> bytes:
    top = ET.Element(root, {"xmlns": _SITEMAP})
    for address, changed in addresses:
        element = ET.SubElement(top, each)
        ET.SubElement(element, "loc").text = address
        if changed:
            ET.SubElement(element, "lastmod").text = changed
    ET.indent(top, "")
    return b"".join([_DECLARATION, ET.tostring(top, encoding="utf-8"), b"\n"])
