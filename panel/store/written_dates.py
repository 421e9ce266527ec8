"""Days as people write them in front matter: ``19 November 2025``, ``31/03/2025``, ``18 novembre 2025``."""

import datetime as dt
import re

_DOTTED = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{4}")
_YEAR = re.compile(r"\d{4}")
_ORDERS = ("DMY", "MDY")


def days_meant(text: str) -> tuple[dt.date, ...]:
    """Return the days that a written date may mean: none, one, or both readings of ``04/08/2026``.

    Dates are read in any language that dateparser knows. A day, a month and a year must all be named; with full stops
    between them the day comes first, as everywhere where dates are written so.
    """
    import dateparser  # only for dates that aren't ISO: it costs as much as the rest of the reading

    if not _YEAR.search(text):
        return ()
    found: list[dt.date] = []
    for order in _ORDERS[:1] if _DOTTED.fullmatch(text.strip()) else _ORDERS:
        settings = {"DATE_ORDER": order, "STRICT_PARSING": True, "PARSERS": ["absolute-time"]}
        if (day := dateparser.parse(text.strip(), settings=settings)) is not None and day.date() not in found:
            found.append(day.date())
    return tuple(found)
