"""When a release came out: the dates of its sources that stand beside a word of release."""

import re
from collections.abc import Iterator

from panel.evidence.dates import DateMention
from panel.evidence.facts.announced import Day, announcements, besides, newest_version, previews
from panel.evidence.facts.datelines import datelines, on_the_day
from panel.evidence.facts.day_weights import NOT_OUT, day_weight, is_ahead
from panel.evidence.facts.tellers import is_makers
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.passages import Passage

_THEN = re.compile(r"(?:next|previous|following) (?:day|week|month)", re.IGNORECASE)
"""What is counted from a day in the text rather than from that of writing: ``published an account the next day``."""


def days_of_release(evidence: Evidence) -> Iterator[Day]:
    """Yield every date that a source gives for the release, with how plainly it says so; those of a preview if it has no other."""
    found = list(_days_of_release(evidence)) or list(previews(evidence))
    yield from found or newest_version(evidence) or _presented(evidence)


def _presented(evidence: Evidence) -> Iterator[Day]:
    """Yield the first day on which the maker itself wrote of a release of which it says nowhere that it is still to come."""
    own = [passage for passage in evidence.passages if is_makers(evidence, passage.cite)]
    sources = evidence.dossier.release.sources
    dated = sorted((source.date, source.key) for source in sources if source.date and is_makers(evidence, source.key))
    if not dated or any(
        passage.later or NOT_OUT.search(passage.text) or _TO_COME.search(passage.text) for passage in own
    ):
        return
    day, key = dated[0]
    cite = next((passage.cite for passage in own if passage.cite.startswith(f"{key}.")), key)
    yield Day(day.isoformat(), cite, 0.5)


_TO_COME = re.compile(
    r"\b(?:coming soon|prototypes?|pre-?orders?|waiting ?list|crowdfund\w*|kickstarter|plan(?:s|ned|ning)? to (?:sell|ship|launch|release)|"
    r"(?:not|n['’]t) (?:yet )?(?:available|ready|for sale|finished))\b",
    re.IGNORECASE,
)
"""What is said of a release that isn't out."""


def _days_of_release(evidence: Evidence) -> Iterator[Day]:
    yield from announcements(evidence)
    written = datelines(evidence)
    for place, passage in enumerate(evidence.passages):
        if not passage.dates or passage.cite.startswith("F."):
            continue
        day = written.get(passage.cite.partition(".")[0])
        for each in passage.dates:
            if each.relative and _THEN.fullmatch(each.text) and passage.text[: each.span[0]].endswith("the "):
                continue
            mention = on_the_day(each, day) if day else each
            if mention.start and mention.precision in ("day", "month"):
                if mention.iso and _heads_a_launch(evidence, place, passage, mention):
                    yield Day(mention.iso, passage.cite, 2.4)
                weight = day_weight(evidence, place, passage, mention)
                if weight > 0 and mention.iso:
                    yield Day(_looking_back(evidence, passage, mention), passage.cite, weight)


def _looking_back(evidence: Evidence, passage: Passage, mention: DateMention) -> str:
    """Return a day; one without a year that would lie ahead is last year's where a sentence looks back: ``came out on 3 November``."""
    iso = mention.iso or ""
    ahead = not _YEAR.search(mention.text) and not mention.relative and is_ahead(evidence, passage, mention)
    if ahead and _WAS_OUT.search(passage.text[: mention.span[0]][-60:]) and iso[:4].isdigit():
        return f"{int(iso[:4]) - 1}{iso[4:]}"
    return iso


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WAS_OUT = re.compile(
    r"\b(?:came out|(?:was|were|been) (?:released|launched|published|unveiled|introduced)|(?:has|have|had) been (?:out|on sale|available)|went (?:on sale|live|up)|"
    r"appeared|arrived|opened|shipped|launched|released|left beta|since)\b[^.;]*$",
    re.IGNORECASE,
)
"""What stands before a day that has passed."""

_LAUNCHED = re.compile(
    r"(?:[-•*]\s)?(?:(?:(?:public|general|official|full|world-?wide) )(?:launch|release|availability)|generally available|general availability|"
    r"launched|launch day|(?:out of|leaves|left) (?:public |private )?beta)(?=[.,;:!]|$)",
    re.IGNORECASE,
)
"""What a changelog notes on the day of a launch."""


def _heads_a_launch(evidence: Evidence, place: int, passage: Passage, mention: DateMention) -> bool:
    """Whether a date is a heading of a changelog of the release, and the launch is the first of what stands under it."""
    if len(besides(passage, mention)) > 1 or place + 1 >= len(evidence.passages):
        return False
    below = evidence.passages[place + 1]
    return evidence.headings.get(place + 1) == place and bool(_LAUNCHED.match(below.text))
