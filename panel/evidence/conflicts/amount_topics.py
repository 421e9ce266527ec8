"""What a number may measure where its unit alone doesn't say, and which nouns count the same things."""

from functools import cache

from panel.evidence.conflicts.synonyms import synonyms
from panel.evidence.words import words

TOPICS: dict[str, dict[str, str]] = {
    "money": {
        "funding": r"rounds? of|rais(?:ed?|es|ing)|series [a-h]|seed (?:round|money|funding)|fund(?:ing|ed|s)?(?! to)"
        r"|financing round",
        "valuation": r"valu(?:ed|ation|es)|worth",
        "acquisition": r"acqui\w+|bought|buys?|take-?over|purchas\w+|sold itself",
        "stake": r"stake|invest\w*",
        "revenue": r"revenues?|arr|turnover|sales of",
        "profit": r"profits?|loss(?:es)?|lost|earn\w*",
        "fine": r"fined?|penalt\w+|settlement|damages",
        "training cost": r"training (?:cost|run|it)|to train|cost of training",
        "spending": r"rebuil\w*|budget|spen[dt]\w*|infrastructure|data cent\w+",
        "price": r"costs?|pric\w+|plans?|tiers?|subscri\w+|charg\w+|s[eo]lls?|sold|pay\w*|fees?|per|available (?:for"
        r"|at)|retails?|goes for|(?:comes|starts?) (?:in )?at|billed|"
        r"a (?:month|year|seat)|(?:pro|plus|team|business|sync) is|for|kostet|kosten|preis|prix|co[uû]te|precio"
        r"|cuesta|im monat|free|nothing",
    },
    "time": {
        "battery": r"batter\w+|(?:on|per|one|single|a) (?:one |single )?charge|lasts?|runtime|standby|stays? in the "
        r"air|flight time|in the air|airborne|runs for",
        "charging": r"(?:full )?charge takes|charges? in|charging (?:time|takes)|to (?:re)?charge|fully charged"
        r"|recharg\w+",
        "training": r"train(?:ed|ing)?",
        "latency": r"latenc\w+|respon[ds]\w*|start-?up|boots?|cold[- ]start|starts in|loads? in|first token",
        "time-out": r"time[sd]?[- ]?outs?|timing out",
        "trial": r"trial",
        "warranty": r"warrant\w+|guarantee",
        "support": r"supported for|support for|updates|security (?:patches|fixes)",
        "history": r"history|retain\w*|retention|kept|keeps?|delet\w+|stored",
        "rebuild": r"rebuil\w*",
        "delivery": r"deliver\w*|ships? (?:in|within)|waiting",
        "outage": r"outages?|down for|unavailable|offline for|downtime",
        "term": r"minimum term|contract|notice",
    },
    "token": {
        "context": r"context|window|reads?|feed|fed|holds?|handles?|takes?|at once|input length|remembers?"
        r"|process(?:es)?",
        "output": r"outputs?|generat\w+|answers?",
        "training": r"train(?:ed|ing)?|corpus|data",
        "price": r"[$€£]\d*",
        "speed": r"per second|a second",
    },
    "bytes": {
        "storage": r"stor(?:age|es?)|holds?|ssd|disk|drive|flash",
        "memory": r"memory|ram",
        "vram": r"vram|gpus?|cards?",
        "upload": r"files? (?:can|may|of|up)|upload\w*|attachments?|file size|per file",
        "size": r"weighs|download|size|install\w*|binary|large|package",
    },
}
"""By family of units: what it may be, and the words that say so."""

_UNITS = """
    user: people, person, subscriber; customer: company, companie, business, businesse, firm, organisation,
    organization, enterprise, client; employee: worker, staff, staffer; physician: doctor; plug-in: plugin;
    integration: connector; language: tongue, dialect; image: photo, picture; country: nation, countrie; request:
    call; variant: size, siz, version, model, edition, flavour, checkpoint, configuration; query: querie; parameter:
    model size; color: colour
"""
"""What counts the same: the unit that stands for all, and its other names."""


@cache
def same_unit() -> dict[str, str]:
    """Return the unit that stands for each of several that count the same."""
    return synonyms(_UNITS)


ALONE = frozenset(("weight", "power", "energy", "charge", "light", "volts", "pixels", "sound"))
"""Kinds of measures of which a thing usually has one, so that they need no topic."""

OF_EXAMPLES = frozenset(
    words("weight line row file page word time step case example sample item question ticket point photo picture song")
)
"""What is counted of an example or a trial more often than of the release; and ``9B weights`` aren't nine billion."""

HEADS = frozenset(words("user member person people seat developer head employee subscriber customer"))
"""Whom a price may be per, all the same."""

PLAIN_MODIFIERS = frozenset(
    words(
        "operational interaction different distinct supported available official separate various built-in human of "
        "million billion thousand native "
        "interactive working usage in total selectable full monthly business natural spoken paying active open-source "
        "whole entire ready-made"
    )
)
"""Words between a number and what it counts that make no other thing of it."""

EXTRAS = frozenset(words("new additional more extra another further other added second next remaining fewer"))
"""Words that make a count one of something besides."""
