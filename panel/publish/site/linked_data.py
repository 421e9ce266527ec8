"""JSON-LD: what machines are told of a page. Never a person, a customer's review, or a rating of simulated votes."""

import json
from collections.abc import Iterable
from typing import Any, Final

from markupsafe import Markup

from panel.domain.comparison import Comparison
from panel.domain.verdict import Subject, Verdict
from panel.publish.escaping import href
from panel.publish.inert import inert
from panel.publish.site.frame import Frame
from panel.publish.site.listing import Listing, PairListing
from panel.publish.site.views import Trail

_BY_RULES: Final = "https://schema.org/AlgorithmicMediaDigitalSource"
_BY_MODEL: Final = "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
_THINGS: Final = ("hardware", "device", "wearable", "gadget", "robot")
"""Words of categories and tags that make a release a thing rather than a programme."""


def of_release(frame: Frame, verdict: Verdict, listing: Listing, trail: Trail) -> Markup:
    """Return what a release's page says of itself; the count and its disclosure are words, not a rating."""
    page = {
        **_page(frame, f"{verdict.release.name}: panel verdict", listing.first.date().isoformat()),
        "@type": "Article",
        "dateModified": listing.updated.date().isoformat(),
        "abstract": f"{verdict.tally.headline}. {verdict.disclosure}",
        "digitalSourceType": _source(verdict.provenance.models),
        "about": _release(verdict.release),
    }
    return _script([page, _crumbs(frame, trail)])


def of_comparison(frame: Frame, comparison: Comparison, pair: PairListing, trail: Trail) -> Markup:
    """Return what a comparison's page says of itself."""
    models = [model for verdict in comparison.verdicts for model in verdict.provenance.models]
    page = {
        **_page(frame, comparison.title, pair.first.date().isoformat()),
        "@type": "Article",
        "dateModified": pair.updated.date().isoformat(),
        "abstract": f"{comparison.bottom_line} {comparison.disclosure}",
        "digitalSourceType": _source(models),
        "about": [_release(verdict.release) for verdict in comparison.verdicts],
    }
    return _script([page, _crumbs(frame, trail)])


def of_home(frame: Frame) -> Markup:
    """Return what the home page says of the site."""
    site = {
        **_site(frame),
        "description": f"{frame.tagline} Every reviewer is simulated; no person votes on its panel.",
    }
    search = frame.absolute("all/?q={search_term_string}")
    if search is not None:
        target = {"@type": "EntryPoint", "urlTemplate": search}
        site["potentialAction"] = {
            "@type": "SearchAction",
            "target": target,
            "query-input": "required name=search_term_string",
        }
    return _script([site])


def of_page(frame: Frame, name: str, trail: Trail) -> Markup:
    """Return what any other page says of itself."""
    page: dict[str, Any] = {"@type": "WebPage", "name": name, "inLanguage": frame.language, "isPartOf": _site(frame)}
    return _script([{**page, **_addressed(frame)}, _crumbs(frame, trail)])


def _page(frame: Frame, headline: str, first: str) -> dict[str, Any]:
    return {
        "headline": headline[:110],
        "inLanguage": frame.language,
        "datePublished": first,
        "author": {"@type": "Organization", "name": frame.title},
        "publisher": {"@type": "Organization", "name": frame.title},
        "isPartOf": _site(frame),
        **_addressed(frame),
        **({"image": frame.picture_url} if frame.picture_url else {}),
    }


def _addressed(frame: Frame) -> dict[str, Any]:
    return {"@id": frame.canonical, "url": frame.canonical} if frame.canonical else {}


def _site(frame: Frame) -> dict[str, Any]:
    address = frame.absolute("")
    return {"@type": "WebSite", "name": frame.title, **({"@id": f"{address}#site", "url": address} if address else {})}


def _release(release: Subject) -> dict[str, Any]:
    words = {*(release.category or "").lower().split(), *release.tags}
    thing = any(word.startswith(_THINGS) for word in words)
    told: dict[str, Any] = {"@type": "Product" if thing else "SoftwareApplication", "name": release.name}
    if release.tagline:
        told["description"] = release.tagline
    if release.category:
        told["category" if thing else "applicationCategory"] = release.category
    if release.vendor:
        told["manufacturer" if thing else "creator"] = {"@type": "Organization", "name": release.vendor}
    if release.date:
        told["releaseDate" if thing else "datePublished"] = release.date.isoformat()
    links = [address for link in release.links if (address := href(link.url))]
    return {**told, "sameAs": links} if links else told


def _source(models: Iterable[str]) -> str:
    return _BY_RULES if set(models) == {"builtin"} else _BY_MODEL


def _crumbs(frame: Frame, trail: Trail) -> dict[str, Any]:
    steps = []
    for number, (label, place) in enumerate(trail, start=1):
        address = frame.canonical if place is None else frame.absolute(place)
        step = {"@type": "ListItem", "position": number, "name": label}
        steps.append({**step, "item": address} if address else step)
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def _script(graph: list[dict[str, Any]]) -> Markup:
    """Return a graph as JSON that can't end the element it stands in."""
    text = json.dumps({"@context": "https://schema.org", "@graph": _inert(graph)}, ensure_ascii=False)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 - every sign that HTML knows is escaped


def _inert(value: Any) -> Any:  # noqa: ANN401 - anything that JSON can hold
    if isinstance(value, dict):
        return {key: _inert(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_inert(each) for each in value]
    return inert(value) if isinstance(value, str) else value
