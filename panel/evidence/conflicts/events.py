"""When something happened: dates of the same event."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache, partial
from typing import NamedTuple

from panel.evidence.conflicts.frames import Frame, alike, frame_of
from panel.evidence.conflicts.names import is_own
from panel.evidence.conflicts.spoken import Spoken
from panel.evidence.conflicts.statements import Clash, Statement, same_subject
from panel.evidence.dates import DateMention, may_be_same
from panel.evidence.lowered import lowered
from panel.evidence.words import words

_EVENTS: dict[str, str] = {
    "general availability": r"\bgeneral(?:ly)? availab\w+|\bGA\b",
    "beta": r"\b(?:public |private |open |closed )?beta\b(?! 2)",
    "preview": r"\bpreview\b",
    "announcement": r"\bannounc\w+|\bteased\b",
    "founding": r"\bfound(?:ed|ing|s)\b(?! (?:that|by chance|to be))|\bestablished\b|\bset up\b|\bstarted (?:the|as "
    r"a) company\b|\b(?:firm|company|business|studio|start-?up|co-?operative|foundation),? (?:was )?started (?:in|by)\b",
    "shutdown": r"\bshut(?:s|ting)?[ -]?down\b|\bsunset\w*|\bretire[ds]?\b|\bend[ -]of[ -]life\b|\bdiscontinu\w+"
    r"|\bswitch(?:es|ed|ing)? off\b|\bturn(?:s|ed|ing)? off\b|\bgo(?:es|ing)? dark\b|\bwent dark\b|\bceases?\b|\bstops? working\b|\bpulls? the plug\b|\bclos(?:es|ed|ing) down\b",
    "acquisition": r"\bacquir\w+|\bbought\b|\bacquisition\b|\btook over\b|\btakeover\b",
    "hiring": r"\bhired?\b|\bjoined\b|\bappointed\b|\bhiring\b",
    "stepping down": r"\bleft\b|\bstepped down\b|\bresigned\b|\bdeparted\b",
    "open-sourcing": r"\bopen-sourced\b|\bopen sourced\b",
    "end of support": r"\bsupport(?:ed)?\b[^.;]{0,30}?\b(?:until|till|through|ended?|ends|runs? (?:until|to)|stops?"
    r"|expires?)\b|\bend of support\b|\bupdates?\b[^,.;]{0,30}?\b(?:until|till|through) (?=(?:\w+ ){0,3}\d{4}\b)",
    "start of pre-orders": r"\bpre-?order\w*|\b(?:orders|ordering|order books?)\b[^,.;]{0,20}\b(?:opens?|opened|starts?|started|begins?|began)\b",
    "start of sales": r"\b(?:goes|went|go|is|are|was) on sale\b|\bsales? (?:starts?|started|begins?|began)\b|\bstart "
    r"of sales\b|\bin (?:the )?(?:stores|shops)\b|\bcan be bought\b|\b(?:be|is|are) sold (?:from|since|as of)\b"
    r"|\bfor sale (?:from|since|as of)\b|\bin our shop\b|\bavailable (?:from|as of)\b|\bwill be available\b",
    "shipping": r"\bship(?:s|ped|ping)?\b(?! with)|\bdeliver(?:y|ies|ed)\b",
    "launch": r"\blaunch\w*|\breleas(?:e|ed|es|ing)\b|\bunveil\w*|\bintroduc\w+|\bdebut\w*|\bcame out\b|\bcomes out\b"
    r"|\barriv\w+|\bwent live\b|\bgoes live\b|"
    r"\bpublished\b|\brolled out\b|\bpremiered\b|\bbecame available\b|\bavailable since\b|\bappeared\b|\bis out\b"
    r"|\bout since\b|\btagged\b|\bwent out\b|\bis here\b|\bopened (?:\w+ )?to (?:the (?:general )?public|everyone|all)\b"
    r"|\blanded on\b|\b(?:opened|opens) (?:its|their|the) doors\b|\bfirst opened\b|\bhit the (?:shelves|market|shops)\b|\bsaw the light\b",
    "training cut-off": r"\bcut-?off\b|\bknowledge (?:ends|stops|goes up)\b|\btraining data (?:ends?|stops?|goes up"
    r"|runs?|reaches)\b|\b(?:training data|knowledge)\b[^.;]{0,40}?\b(?:goes?|runs?|reach(?:es)?|extends?) (?:no|not) (?:further|later|beyond)\b|\btrained on data (?:up to|until)\b",
    "price change": r"\bprice (?:change|increase|rise|cut)\b",
    "deadline": r"\bdeadline\b|\bends on\b|\bvalid until\b|\bexpires?\b",
    "birth": r"\bborn\b",
}
"""Events, the more telling first: a date belongs to the nearest one, and of equals to the first."""

_LETTERS: dict[str, str] = {
    "general availability": "availab ga",
    "beta": "beta",
    "preview": "preview",
    "announcement": "announc teased",
    "founding": "found established set started",
    "shutdown": "shut sunset retire life discontinu switch turn dark cease working plug clos",
    "acquisition": "acqui bought took takeover",
    "hiring": "hire joined appointed hiring",
    "stepping down": "left stepped resigned departed",
    "open-sourcing": "sourced",
    "end of support": "support update",
    "start of pre-orders": "order",
    "start of sales": "sale stores shop bought sold available",
    "shipping": "ship deliver",
    "launch": "launch releas unveil introduc debut out arriv live publish premiered available appeared tagged landed went here open hit saw",
    "training cut-off": "cut knowledge train",
    "price change": "price",
    "deadline": "deadline ends valid expire",
    "birth": "born",
}
"""By event: letters of which a sentence that tells of it has some, so that most of the expressions need not look."""

_THINGS = re.compile(
    r"\b(?:first|second|third|new|latest|next|previous)\s(?:\w+\s)?(?:product|version|model|app|update|editor|office"
    r"|feature)\b|\b(?:api|sdk|article|post|report|paper|review|"
    r"plug-?in|extension|docs|documentation|weights|code|patch|hotfix|app|update|old \w+|legacy \w+|event|conference"
    r"|keynote|study|lawsuit|contract)\b",
    re.IGNORECASE,
)
_OURSELVES = frozenset(
    (
        "first stable version",
        "first version",
        "stable version",
        "new model",
        "first model",
        "latest model",
        "app",
        "new version",
        "latest version",
        "first product",
        "new app",
    )
)


class Happening(NamedTuple):
    """An event and when it was."""

    event: str
    """Its name."""
    date: DateMention
    """When."""
    things: frozenset[str]
    """What of the release it happened to."""


@cache
def _patterns() -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    """Return every event with its letters and its expression."""
    return tuple((name, words(_LETTERS[name]), re.compile(pattern, re.IGNORECASE)) for name, pattern in _EVENTS.items())


@lru_cache(maxsize=1_024)
def events_named(text: str) -> frozenset[str]:
    """Return the names of the events that a text speaks of."""
    small = lowered(text)
    return frozenset(
        name for name, letters, pattern in _patterns() if any(map(small.__contains__, letters)) and pattern.search(text)
    )


def events(spoken: Spoken) -> Iterator[Statement]:
    """Yield the dated events of a sentence."""
    if not spoken.dates:
        return
    small = lowered(spoken.text)
    found = [
        (name, *each.span())
        for name, letters, pattern in _patterns()
        if any(map(small.__contains__, letters))
        for each in pattern.finditer(spoken.text)
    ]
    for date in spoken.dates:
        if date.relative or (date.start is None and date.month is None):
            continue
        start, end = spoken.clause(date.span[0])
        near = [each for each in found if start <= each[1] < end] or (found if len(spoken.dates) == 1 else [])
        if not near:
            continue
        name, place, _ = min(near, key=lambda each: _gap(each, date))
        told = spoken.unnamed if len(spoken.dates) == 1 else spoken.unnamed[start:end]
        things = frozenset(each.lower() for each in _THINGS.findall(told)) - _OURSELVES
        yield Statement(
            "event",
            frozenset({f"event {name}"}),
            Happening(name, date, things),
            spoken,
            partial(_frame, spoken, told, place),
            partial(_whose, spoken, place),
        )


def _frame(spoken: Spoken, words: str, place: int) -> Frame:
    return frame_of(words, words, spoken.versions(place))


def _gap(event: tuple[str, int, int], date: DateMention) -> int:
    return max(date.span[0] - event[2], event[1] - date.span[1], 0)


def _whose(spoken: Spoken, place: int) -> frozenset[str]:
    """Return whose event it is: the release's where its name stands in the clause, else that of the names there."""
    start, end = spoken.clause(place)
    names = [name for name in spoken.names if start <= name.start < end]
    if not names:
        return spoken.others(place) if spoken.before else frozenset()
    if any(is_own(name, spoken.own) for name in names):
        others = [
            name
            for name in names
            if not is_own(name, spoken.own) and place < name.start <= place + 30 and any(c.isdigit() for c in name.text)
        ]
        return (
            frozenset(word for name in others for word in name.words)
            if not any(is_own(name, spoken.own) for name in names if name.start > place)
            else frozenset()
        )
    numbered = [name for name in names if any(c.isdigit() for c in name.text)]
    return frozenset(word for name in numbered for word in name.words)


def events_clash(a: Statement, b: Statement) -> Clash | None:
    """Return why two dates can't both be an event's; None if they can."""
    one, other = a.value, b.value
    if not isinstance(one, Happening) or not isinstance(other, Happening) or one.event != other.event:
        return None
    if one.things != other.things or not same_subject(a, b) or may_be_same(one.date, other.date):
        return None
    if not alike(a.frame, b.frame, ignoring=("kind", "extra", "condition", "time", "year")) or (
        _planned(a) != _planned(b) and _planned(a) is None
    ):
        return None
    return Clash(
        f"date of the {one.event}", f"One says {one.date.text.strip()!r}, the other {other.date.text.strip()!r}."
    )


def _planned(statement: Statement) -> bool | None:
    return "later" in statement.frame.times
