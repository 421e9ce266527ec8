"""The stated facts of a release: what its front matter says, put into the form of the nouns."""

import datetime as dt
from typing import Any
from urllib.parse import urlsplit

from panel.domain.noun import Noun
from panel.domain.release import Link, Pricing
from panel.errors import DeclarationError
from panel.evidence.visible import one_line, visible
from panel.store.declared import Declared
from panel.store.nearest import did_you_mean
from panel.store.page_keys import is_page_key, page_keys_hidden
from panel.store.settle import settle
from panel.store.written_dates import days_meant


class SourceFacts(Noun):
    """What front matter may say about a source."""

    title: str | None = None
    """Its headline."""
    url: str | None = None
    """Where it was published."""
    publisher: str | None = None
    """Who published it."""
    author: str | None = None
    """Who wrote it."""
    date: dt.date | None = None
    """When it was published."""
    language: str | None = None
    """BCP 47 tag."""
    taken_from: str | None = None
    """Name of the file that intake made it from."""
    original: str | None = None
    """Where intake keeps that file, or the page, as it came."""
    revised: tuple[dt.date, ...] = ()
    """Days on which intake found it changed."""
    hidden: str | None = None
    """What its page says without showing it."""


class ReleaseFacts(SourceFacts):
    """What front matter may say about a release, and about the one text that stands below it."""

    name: str | None = None
    """What its vendor calls it."""
    vendor: str | None = None
    """Who makes it."""
    category: str | None = None
    """The shelf it stands on."""
    tagline: str | None = None
    """One line about it."""
    date: dt.date | None = None
    """When it was released."""
    pricing: Pricing = Pricing()
    """The way in."""
    licence: str | None = None
    """Under which terms it may be used."""
    links: tuple[Link, ...] = ()
    """Where to find it."""
    tags: tuple[str, ...] = ()
    """Lower-case words that decide which personas it suits."""


_PUBLISHED = frozenset({"title", "url", "publisher", "author"})


def is_of_a_page(front: Declared) -> bool:
    """Whether front matter says where a page was published, and nothing that is said of a release."""
    own = ReleaseFacts.model_fields.keys() - SourceFacts.model_fields.keys() | {"license"}
    return bool(_PUBLISHED & front.data.keys()) and own.isdisjoint(front.data)


_WRITTEN_BY_INTAKE = ("taken_from", "original", "revised", "hidden")


def source_facts(front: Declared) -> SourceFacts:
    """Read the front matter of a source; what nobody knows or can't be read is kept out of sight.

    Raises:
        DeclarationError: One sentence about the first mistake in what intake writes.
    """
    read = [key for key in SourceFacts.model_fields if key in _WRITTEN_BY_INTAKE or not _problem(front, key)]
    return settle(SourceFacts, _in_form(page_keys_hidden(front, read, unknown=True)))


def source_notices(front: Declared) -> tuple[str, ...]:
    """Return a sentence about every key of a source's front matter that nobody knows, or whose value can't be read."""
    notices = []
    for key in front.data:
        if key in SourceFacts.model_fields:
            if key not in _WRITTEN_BY_INTAKE and (problem := _problem(front, key)):
                notices.append(f"{front.file.name}, line {front.line(key)}: {problem}; it isn't read")
        elif key in ReleaseFacts.model_fields:
            notices.append(
                f"{front.file.name}, line {front.line(key)}: {key!r} is said of a release, not of a source; "
                "it isn't read here, move it to release.md"
            )
        elif not is_page_key(key):
            hint = did_you_mean(key, SourceFacts.model_fields) or "; it isn't shown to the panel"
            notices.append(f"{front.file.name}, line {front.line(key)}: unknown key {one_line(visible(key))!r}{hint}")
    return tuple(notices)


def _problem(front: Declared, key: str) -> str:
    """Return why a value of a source's front matter can't be read, nothing if it can be."""
    if front.data.get(key) is None:
        return ""
    try:
        settle(SourceFacts, _in_form(front.having({key: front.data[key]})))
    except DeclarationError as error:
        return error.problem
    return ""


def release_facts(front: Declared) -> ReleaseFacts:
    """Read the front matter of a release.

    Raises:
        DeclarationError: One sentence about the first mistake.
    """
    own = [key for key in ReleaseFacts.model_fields if key not in SourceFacts.model_fields]
    front = page_keys_hidden(front, (*ReleaseFacts.model_fields, "license"))
    front.refuse_unknown([*own, *SourceFacts.model_fields, "license"], "a release")
    if "license" in front.data and "licence" in front.data:
        raise front.error("'license' and 'licence' mean the same; keep one", "license")
    return settle(ReleaseFacts, _in_form(front))


def _in_form(front: Declared) -> Declared:
    """Put every value into the one form that the nouns know; empty values count as absent."""
    data = {"licence" if key == "license" else key: value for key, value in front.data.items() if value is not None}
    lines = {("licence", *where[1:]) if where[:1] == ("license",) else where: n for where, n in front.lines.items()}
    front = Declared(data, front.file, lines)
    shapes = {"date": _date, "pricing": _pricing, "links": _links, "tags": _tags, "url": _url, "hidden": _hidden}
    shapes["author"] = _names
    formed = {key: shapes[key](front, key, value) if key in shapes else _tidy(value) for key, value in data.items()}
    return front.having(formed)


def _tidy(value: Any) -> Any:  # noqa: ANN401 - settle() says what else it should have been
    return one_line(visible(value)) or None if isinstance(value, str) else value


def _date(front: Declared, key: str, value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.datetime.fromisoformat(value.strip()).date()
    except (AttributeError, ValueError):
        days = days_meant(value) if isinstance(value, str) else ()
    if len(days) > 1:
        either = " or ".join(day.isoformat() for day in days)
        raise front.error(f"{key!r} {value!r} may mean {either}; write the one that is meant", key)
    if not days:
        raise front.error(f"{key!r} must be a date such as 2026-04-02, not {value!r}", key)
    return days[0]


def _names(_: Declared, __: str, value: Any) -> Any:  # noqa: ANN401
    named = isinstance(value, tuple) and value and all(isinstance(each, str) for each in value)
    return _tidy(", ".join(value) if named else value)


def _hidden(_: Declared, __: str, value: Any) -> Any:  # noqa: ANN401
    return "\n".join(filter(None, map(_tidy, value.splitlines()))) or None if isinstance(value, str) else value


def _pricing(front: Declared, key: str, value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, dict):
        sums = {"amount"}
        return {k: float(v) if k in sums and type(v) is int else _tidy(v) for k, v in value.items() if v is not None}
    if not isinstance(value, str):
        raise front.error(f"{key!r} must say what is paid for, such as 'Free' or '$20/month', not {value!r}", key)
    entry = _tidy(value)
    return {"entry": entry, "free_tier": True} if entry and entry.lower() == "free" else {"entry": entry}


def _tags(front: Declared, key: str, value: Any) -> Any:  # noqa: ANN401
    words = tuple(value.split(",")) if isinstance(value, str) else value
    if not isinstance(words, tuple):
        raise front.error(f"{key!r} must be words, such as: developer-tools, open-weights", key)
    for number, word in enumerate(words):
        if not isinstance(word, str):
            raise front.error(
                f"item {number + 1} of {key!r} must be a word, not {word!r}; put it in quotes", key, number
            )
    tidied = (one_line(visible(word)).lower() for word in words)
    return tuple(dict.fromkeys(word for word in tidied if word))


def _links(front: Declared, key: str, value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str):
        value = (value,)
    if isinstance(value, dict):
        value = tuple({"label": label, "url": url} for label, url in value.items())
    if not isinstance(value, tuple):
        raise front.error(f"{key!r} must be addresses, such as: {{docs: https://example.org/docs}}", key)
    return tuple(_link(front, (key, number), each) for number, each in enumerate(value))


def _link(front: Declared, where: tuple[str, int], value: Any) -> dict[str, str]:  # noqa: ANN401
    given = value if isinstance(value, dict) else {"url": value}
    extra = next((key for key in given if key not in ("label", "url")), None)
    if extra is not None:
        raise front.error(f"a link has a label and a url, not {extra!r}", *where, extra)
    address = _url(front, "links", given.get("url"), *where)
    label = _tidy(given.get("label")) or (urlsplit(address).hostname or address)
    if not isinstance(label, str):
        raise front.error(f"the label of a link must be text, not {label!r}; put it in quotes", *where)
    return {"label": label, "url": address}


def _url(front: Declared, key: str, value: Any, *where: str | int) -> str:  # noqa: ANN401
    """Return an address, if it is one that a page may link to."""
    address = value.strip() if isinstance(value, str) else ""
    try:
        parts = urlsplit(address)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and visible(address) == address
    except ValueError:
        sound = False
    if not sound or any(c.isspace() for c in address):
        raise front.error(f"{key!r} must be an http or https address, not {value!r}", *(where or (key,)))
    return address
