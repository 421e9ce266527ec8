"""The day on which a page without a date says that it was written, from which ``today`` is counted."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from panel.evidence.dates import DateMention
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.passages import Passage
from panel.evidence.publishers import said_by

_FIRST = 3
_SHORT = 70
_TODAY = re.compile(r"(?:as of )?(?:today|now)", re.IGNORECASE)
_NO_DATELINE = re.compile(
    r"\b(?:is|are|was|were|has|have|will|updated|changed|revised|reviewed|tested|gathered|(?<!press )(?<!news )(?<!media )released?|version|v?\d+\.\d+|"
    r"copyright|launch\w*|available|opened|founded|since|from|until|by)\b(?! [a-z]+_)|©",
    re.IGNORECASE,
)
"""What a line says that tells of a day rather than that it is written on it."""


@lru_cache(maxsize=8)
def datelines(evidence: Evidence) -> Mapping[str, dt.date]:
    """Return by its key the day at the head of each source that has no date: ``Press release, Umeå, 4 February 2025``."""
    found = {
        source.key: _day_of(list(islice(said_by(source, evidence.passages), _FIRST)))
        for source in evidence.dossier.release.sources
        if not source.date
    }
    return {key: day for key, day in found.items() if day}


def _day_of(first: list[Passage]) -> dt.date | None:
    """Return the day with which one of the first lines ends, if it says hardly anything else."""
    for passage in first:
        for mention in passage.dates:
            if mention.precision != "day" or mention.relative or len(passage.text) > _SHORT:
                continue
            told = passage.text[: mention.span[0]]
            if not passage.text[mention.span[1] :].strip(" .*_)") and not _NO_DATELINE.search(told):
                return mention.start
    return None


def on_the_day(mention: DateMention, day: dt.date) -> DateMention:
    """Return ``today`` as the day on which a page was written; other days that are counted from it as they are."""
    if mention.iso or not _TODAY.fullmatch(mention.text):
        return mention
    return replace(mention, start=day, end=day)
