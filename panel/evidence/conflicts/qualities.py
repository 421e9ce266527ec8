"""What the figures of two sentences measure: keeping or a trial, a battery's life or its charging, own weight or load.

Each is told by many words, so that two sentences may give one figure without a word in common.
"""

import re
from functools import cache, lru_cache

from panel.evidence.conflicts.qualifiers import one_pattern
from panel.evidence.conflicts.statements import Signs

_TIME = {
    "keeping": r"delet\w+|eras\w+|kept|keeps?|hold(?:s|ing)? on to|held|retain\w*|retention|stor(?:e|es|ed)|shred\w*|"
    r"discard\w*|purg\w+|wip(?:e|es|ed)|expires?|evict\w*|remembers?|history|saved|thrown away|throws? away|archiv\w+|"
    r"disappear\w*|vanish\w*|gone after|valid|fetched|recover\w*|restor\w*|resum\w+|picked up|old versions|earlier versions|search(?:ed|able)",
    "trial": r"trials?|try|tried out|test drive|without paying|free of charge for|money[- ]back|returns?|refund\w*",
    "battery": r"batter\w+|on (?:a|one|a single) charge|(?:a|one|per) charge|between charges|runtime|flight time|lasts?|"
    r"runs? for|standby",
    "charging": r"recharg\w+|charg(?:es|ing) (?:time|takes?|in)|to charge|full charge (?:takes|in)|fully charged|"
    r"from (?:empty|flat)|to full",
    "refreshing": r"refresh\w*|updat\w+|poll\w*|renew\w*|sync\w*|interval|every|once (?:a|an|every)|sampl\w+|scrap\w+",
    "warranty": r"warrant\w+|guarante\w+",
    "support": r"support(?:ed)? (?:for|until|with)|security (?:fixes|patches|updates)|patched|maintain\w*",
    "delay": r"latenc\w+|respon[ds]\w*|answers? (?:in|within|after)|start-?up|boots?|cold starts?|starts? (?:in|within)|"
    r"delay\w*|lag\w*|first token|wake\w*|loads? in|loading",
    "outage": r"outage|down(?:time)?|unreachable|unavailable|offline for|interruption|disruption",
    "waiting": r"deliver\w*|ships? (?:in|within)|lead time|waiting|wait|arriv\w+|back-?order\w*",
    "time-out": r"time[sd]?[- ]?outs?|timing out|cancel\w+ after|abort\w*|kill\w+ after|"
    r"(?:may|can) run|runs? for at most|terminat\w+|cut off|suspend\w*|kills?|killed|idle",
    "parts": r"spare parts?|spares|replacement parts",
    "length": r"clips?|generations?|recordings? (?:of|up to)|tracks?|songs?|videos?|audio|longest|tops out|up to",
    "notice": r"notice|minimum term|contract|commitment|cancel\w*",
    "horizon": r"ahead|forecast\w*|in advance|horizon",
    "duration": r"takes?|took|build\w*|finish\w*|done in|train(?:ed|ing)|process\w*|import\w*|migrat\w*",
}
_BYTES = {
    "size": r"download\w*|fetch\w*|file (?:is|of)|weigh\w*|binary|install\w*|package|image|size|checkpoint|takes up",
    "memory": r"memory|ram|vram|gpus?|cards?|needs?|at rest|peak\w*",
    "storage": r"stor(?:age|es?)|space|account|holds?|ssd|disk|drive|flash|quota|plan|tier",
    "limit": r"per (?:file|page|upload|request)|attach\w*|upload\w*|files? (?:can|may|of|up)|accepts?|(?:can|may) (?:grow|be up|reach|hold)|grows? to|tops? out",
}
_TOKENS = {
    "context": r"context|window|reads?|prompts?|feed|fed|holds?|handles?|takes?|accepts?|at once|at a time|"
    r"in one go|input\w*|remembers?|process\w*|length",
    "output": r"outputs?|generat\w+|answers?|writes?|replies|reply",
    "training": r"train(?:ed|ing)?|corpus|pre-?train\w*|saw|learn\w*",
    "speed": r"per second|a second|tok/s",
}
_LENGTH = {
    "range": r"range|away|reach\w*|distance|metres from|radius|dives?|diving|depths?|water-?proof|water[- ]resist\w*|deep",
    "screen": r"screen|display|diagonal|inch\w*|panel",
    "thickness": r"thick\w*|thin\w*|slim",
    "tall": r"tall|height|high",
    "wide": r"width|wide|across|diameter",
    "long": r"long|length|cable|cord|lead",
    "precision": r"accura\w+|precis\w+|within|off|error|nearest|resolution",
}
_WEIGHT = {
    "own weight": r"weigh\w*|weight|scales?|light\w*|heav(?:y|ier)|heft\w*",
    "load": r"carr(?:y|ies|ied|ying)|loads?|payload|lifts?|parcels?|holds?|capacity|bears?|supports? up|heaviest|"
    r"accepts?|up to|at most|maximum",
}
_MONEY = {
    "funding": r"rais(?:ed?|es|ing)|rounds?|series [a-e]|invest\w*|seed|fund(?:ing|ed)",
    "valuation": r"valu(?:ed|ation)|worth",
    "revenue": r"revenues?|turnover|sales of|profits?|earn\w*",
    "penalty": r"fine[ds]?|penalt\w+|damages",
    "deposit": r"deposit|set-?up|activation|installation",
    "delivery": r"shipping|postage|deliver\w*",
    "price": r"costs?|pric\w+|charg\w+|bill\w*|s[eo]lls?|sold|pays?|paid|asks?|fees?|subscri\w+|retails?|goes for|"
    r"for|is|are|at",
}
_PERCENT = {
    "uptime": r"up-?time|availability|SLAs?|reachable|service level",
    "measured uptime": r"measured|saw|recorded|logged|was (?:down|up|reachable)|down for|status page",
    "discount": r"discount\w*|off|cheaper|sav(?:es?|ings?)|reduc\w+|rebate",
    "commission": r"commission|cut|fees?|takes?|keeps?|royalt\w+|share of (?:each|every|the) sale",
    "recycled": r"recycled|recyclable",
    "accuracy": r"accura\w+|correct\w*|right|recognis\w+|recogniz\w+|precision|recall",
    "errors": r"errors?|wrong|mistakes?|false|fail\w*|WER",
    "growth": r"grew|grown|growth|ris(?:en|es?|ing)|rose|increas\w+",
    "battery": r"batter\w+|charged?",
    "owned": r"own(?:s|ed)?|stake|equity",
}
_QUALITIES = {
    "time": _TIME,
    "months": _TIME,
    "bytes": _BYTES,
    "token": _TOKENS,
    "length": _LENGTH,
    "weight": _WEIGHT,
    "money": _MONEY,
    "percent": _PERCENT,
}
"""By kind or unit of a figure: what it may measure, and the words that say so."""

_ONE_EACH = frozenset(("charge", "light", "volts", "pixels", "sound", "parameter"))
"""Kinds and units of which a thing has one figure, whatever words stand round it."""


@cache
def _patterns() -> dict[str, dict[str, re.Pattern[str]]]:
    return {kind: {name: one_pattern(told) for name, told in each.items()} for kind, each in _QUALITIES.items()}


@lru_cache(maxsize=512)
def qualities(stretch: str, kind: str, unit: str) -> frozenset[str]:
    """Return what a figure of some kind and unit measures by the words of the stretch in which it stands."""
    if kind in _ONE_EACH or unit in _ONE_EACH:
        return frozenset({unit or kind})
    told = _patterns().get(kind) or _patterns().get(unit) or {}
    found = frozenset(name for name, pattern in told.items() if pattern.search(stretch))
    return found - {"uptime"} if "measured uptime" in found else found


def one_quality(ours: frozenset[str], theirs: frozenset[str]) -> Signs:
    """Return the signs in what two figures measure."""
    return {
        "figures of one quality": float(bool(ours & theirs)),
        "figures of other qualities": float(bool(ours and theirs) and ours.isdisjoint(theirs)),
    }
