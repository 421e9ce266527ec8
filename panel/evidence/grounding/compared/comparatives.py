"""Words that set one thing above, below or beside another, by what they compare."""

import re
from functools import cache

_WORDS = {
    (
        "price",
        1,
    ): "pays? more for|above what|more expensive|pricier|dearer|costlier|costs? more|charges? more|asks? more",
    (
        "price",
        -1,
    ): "pays? less for|below what|cheaper|less expensive|costs? less|undercuts?|undercutting|more affordable|charges? less|lower[- ]priced",
    ("weight", 1): "heavier|weighs? more",
    ("weight", -1): "lighter|weighs? less",
    (
        "speed",
        1,
    ): "half the time|(?:a third|a quarter|a fraction) of the time|faster|quicker|outruns?|outpaces?|sooner|more quickly|snappier|speedier",
    ("speed", -1): "slower|more slowly|(?:took|takes?|taking) longer",
    ("size", 1): "larger|bigger|greater|longer",
    ("size", -1): "smaller|shorter",
    (
        "quality",
        1,
    ): "outperforms?|outperformed|beats?|beat|beaten|outscores?|outscored|surpass(?:es|ed)?|exceeds?|tops|"
    "topped|better|"
    "more accurate|more accurately|more precise|ahead of|higher|leads? over|wins? against|wins? over|"
    "defeats?|superior to|more reliable|above|"
    "in front|stays? ahead|took the lead|takes the lead|"
    "favou?red over|preferred over|preferred|preferring|trounces?|edges? out|stronger",
    (
        "quality",
        -1,
    ): "trails?|trailed|trailing|behind|worse|less accurate|less precise|lower|loses? to|lost to|inferior to|"
    "lags?|below|weaker|"
    "falls? short of|less reliable|after",
    ("bright", 1): "brighter",
    ("bright", -1): "dimmer|darker",
    ("loud", 1): "louder|noisier",
    ("loud", -1): "quieter",
    ("thick", 1): "thicker",
    ("thick", -1): "thinner|slimmer",
    ("wide", 1): "wider|broader",
    ("wide", -1): "narrower",
    ("amount", 1): "more|over",
    ("amount", -1): "fewer|less",
    (
        "even",
        1,
    ): "match(?:es|ed)?|tie[sd]?|on par with|equals?|equal to|on a level with|level with|on a par with|"
    "as (?:good|fast|accurate|cheap|large) as|"
    "comparable (?:to|with)|the same as|close to",
}
"""By what is compared, and whether the left one has more of it or less: the words that say so."""


@cache
def comparatives() -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    """Return what is compared, 1 for more, -1 for less and 0 for as much, and the expression that finds its words."""
    return tuple(
        (aspect, 0 if aspect == "even" else sign, re.compile(rf"\b(?:{phrases})\b", re.IGNORECASE))
        for (aspect, sign), phrases in _WORDS.items()
    )
