"""The day on which a page says that it was published; never one guessed from its text."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from panel.evidence.date_reading import read_dates

_NAMES = frozenset(
    {
        *("article:published_time", "og:article:published_time", "article.published", "datepublished", "date"),
        *("pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "parsely-pub-date"),
        *("dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued", "dcterms.created", "sailthru.date"),
        *("cxenseparse:recs:publishtime", "citation_publication_date", "citation_date"),
    }
)
_LINKED = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')

_EARLIEST = dt.date(1990, 1, 1)


def published_on(tree: Any, today: dt.date) -> dt.date | None:  # noqa: ANN401 - lxml has no types
    """Return the day of publication, if the page states one that isn't after today."""
    for stated in _stated(tree):
        day = _day(stated)
        if day and _EARLIEST <= day <= today:
            return day
    return None


def _stated(tree: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield what the page states, the plainest statements first."""
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            yield from _LINKED.findall((script.text or "")[:200_000])
    for meta in tree.iter("meta"):
        names = (meta.get(attribute, "").lower() for attribute in ("property", "name", "itemprop"))
        if any(name in _NAMES for name in names):
            yield meta.get("content", "")
    for element in tree.xpath("//*[@itemprop='datePublished'] | //time[@pubdate]"):
        yield element.get("datetime") or element.get("content") or element.text_content()
    for element in tree.xpath("(//article | //main | //h1/..)//time[@datetime]")[:1]:
        yield element.get("datetime")


def _day(text: str) -> dt.date | None:
    """Return the day that a statement such as ``2026-04-08T09:30:00+02:00`` or ``April 8, 2026`` names."""
    try:
        return dt.date.fromisoformat(text.strip()[:10])
    except ValueError:
        named = [mention for mention in read_dates(text[:60]) if mention.precision == "day" and not mention.swapped]
        return named[0].start if named else None
