"""What is bought besides the release: extras, accessories, parts, and more than a plan includes."""

import re

from panel.evidence.facts.labels import column_of
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lowered import lowered
from panel.evidence.measures import Quantity
from panel.evidence.passages import Passage


def comes_on_top(evidence: Evidence, place: int, passage: Passage, quantity: Quantity, start: int) -> bool:
    """Whether a price is asked on top of the release's own.

    Args:
        evidence: The sources.
        place: The sentence.
        passage: The same, read.
        quantity: The price.
        start: Where the stretch begins in which it stands.
    """
    sentence = passage.text
    told, behind = sentence[: quantity.span[0]], sentence[quantity.span[1] :]
    near = _without_beyond(evidence, place, sentence[start : quantity.span[1]], sentence[:start])
    row = sentence.partition(" | ")[0] if evidence.tables.get(place) is not None else ""
    return bool(
        _EXTRA.search(near)
        or (_LABEL.fullmatch(sentence[:start]) and _EXTRA.search(sentence[:start]))
        or _EXTRA.search(row)
        or row.startswith(("Next ", "next "))
        or _EXTRA.search(column_of(evidence, place, passage, quantity))
        or _EXTRA_ONLY.match(told)
        or _ACCESSORY.search(told)
        or _IN_BULK.match(sentence[quantity.span[0] :])
        or (_AS_PARTS.search(sentence) and not _WHOLE.search(near))
        or (_THEN.search(told) and not _FOR_NOW.search(told))
        or _OVERAGE.search(told.rpartition(";")[2])
        or (" of " in lowered(sentence) and _PACK.search(told))
        or _AS_EXTRA.search(told)
        or _ON_TOP.match(behind)
        or told.endswith("+")
    )


_EXTRA = re.compile(
    r"\b(?:separately|retriev\w+|egress|expedited|bundle|add-?ons?|optional|accessor\w+|overage|above|beyond|on top|additional|extra|"
    r"cached|cache|batch(?:ed)? (?:requests?|api|mode|calls|processing|jobs|pricing|discount|input|output|tokens?)|in batch|"
    r"(?:an?|every|each) (?:second|third|further|additional) [a-z]+|(?:cartridges|refills|covers|filters|straps|pods) (?:are|cost|start)|replacement|spare|support (?:contracts?|packages?|plans?)|workshops?|certification|merchandise|further|more costs|setup fee|(?:adds?|another)(?= (?:another )?[$€£¥])|lenses|one-time fee|insurance|extended warranty|upgrad\w+|renew\w+|on its own|(?-i:plus))\b",
    re.IGNORECASE,
)


_EXTRA_ONLY = re.compile(
    r"(?:[A-Z]\w+[:|]\s)?(?:(?:[A-Z][a-z]+ ){1,2}?(?:[a-z]+ )?(?:above|beyond|over|past|exceeding|outside|in excess of) (?:your|the|this|that|these|those|each|an?|what)\b|(?:Priority |Premium |Phone |Telephone |E-?mail )?Support (?:with|by|within|contracts?|costs?|is|in)|Additional|Extra|Further|Overages?|Excess|(?:Each|Every) (?:additional|extra|further))\b(?:[^.;]|\.\d)*$",
    re.IGNORECASE,
)
"""How a sentence begins that is all about what comes on top: ``Additional minutes cost``."""


_AS_PARTS = re.compile(
    r"\b(?:sold|available|come|bought|had|ordered|replaced) (?:singly |separately )?as (?:an? )?(?:spare |separate )?parts?\b|"
    r"\b(?:spare|replacement) (?:parts?|screens?|batter(?:y|ies)|boards?|displays?|panels?|motors?)\b",
    re.IGNORECASE,
)
"""What is said where the prices of a device's parts are told."""


_WHOLE = re.compile(r"\b(?:whole|complete|device|reader|itself)\b", re.IGNORECASE)


_OVERAGE = re.compile(
    r"\b(?:if|when|once|should) you (?:go|use|need|exceed|run|hit)\w*\b[^.]{0,20}\b(?:over|more|exceed\w*|out|limit|cap|allowance)\b|"
    r"\b(?:going|goes|go) over\b|\bexceed\w*",
    re.IGNORECASE,
)
"""What stands before the price of more than a plan includes: ``If you go over, it's``."""


_FOR_NOW = re.compile(r"\b(?:until|introductory|launch|for the first|early)\b", re.IGNORECASE)
"""What is said of a price that holds for a time, so that the next is the lasting one."""

_THEN = re.compile(r"(?:\d|\bincluded\b)[^.;]*(?<!free)(?<!nothing), then (?:at |for )?$")
"""What stands before the price of more, after what a plan includes: ``with 10 GB, then $0.12 per GB``."""


_ACCESSORY = re.compile(
    r"(?:^|[:;,]\s)(?:and\s|while\s)?(?:an?|the|each|extra|spare|its|matching)\s(?:[\w-]+\s){0,4}?"
    r"(?:cases?|covers?|sleeves?|pouch(?:es)?|mounts?|chargers?|cables?|batter(?:y|ies)|straps?|stands?|docks?|pens?|stylus|soundtracks?|artbook|expansion|"
    r"refills?|cartridges?|filters?|bags?|nibs?|lens|lenses|adapters?|remotes?|keycaps|second set|tripods?|pods?|tips)\b[^.;$€£]{0,40}$",
    re.IGNORECASE,
)
"""Whose price it is, where it is something that is bought besides: ``A charging case on its own is``."""


_PACK = re.compile(
    r"\b(?:packs?|boxe?s?|sets?|cases?|crates?|bundles?|cartons?|trays?) of (?:\d+|two|three|four|five|six|eight|ten|twelve|twenty|fifty|a dozen|a hundred)\b[^.;$€£]{0,24}$",
    re.IGNORECASE,
)
"""What stands before the price of several at once: ``A pack of ten costs``."""


_AS_EXTRA = re.compile(
    r"\bas (?:an? )?(?:[a-z]+ ){0,2}(?:add-?on|extra|extension|expansion|DLC|in-app purchase)s?,?\s(?:at|for|costing|priced at) $"
)
"""What stands before the price of what is sold besides: ``walks in Japan will follow as a paid add-on, at``."""


_LABEL = re.compile(r"(?!Plus:)[^.:;]{3,40}:\s?")


_ON_TOP = re.compile(
    r"[^.;|]{0,16}\bfor (?:further |more |new |the )?(?:updates?|upgrades|maintenance|renewals?)\b|"
    r"[^.;|]{0,30}\b(?:on top(?! of (?:the|your|what the|whatever the) (?:[\w-]+['’]s?\s|carrier|card|bank|network|provider|cloud))|extra|refunded|each time|if you extend|in addition|beyond|above that|thereafter)\b|"
    r"(?:[^.;|]|\.\d){0,30}\bafter (?:the first )?(?:\d[\d,]*\s|(?:year|month)\b)|"
    r"(?:[^.;|]|\.\d){0,40}\b(?:once|when|after) (?:your|the|you['’]ve|those|these|they)\b[^.;|]{0,40}\b(?:used|gone|spent|runs? out|exhausted|included|allowance|quota)\b",
    re.IGNORECASE,
)
"""What stands behind the price of something that comes on top."""


_IN_BULK = re.compile(
    r"[$€£]?\s?[\d.,]+\s?[^.;|$€£\d]{0,20}\b(?:(?:for|from|in lots of|in packs of) (?:\d+|five|ten|twenty|fifty|a hundred)(?: pieces| units)?(?: or more| and up|\+| pieces| units)|in bulk|in quantit)",
    re.IGNORECASE,
)
"""A price of many: ``$21 each for ten or more``."""


def _without_beyond(evidence: Evidence, place: int, near: str, earlier: str) -> str:
    """Return what stands before a price without ``Beyond that``, where what comes before is free: it is the way in."""
    last = evidence.before(place)
    free = "free" in earlier or (last is not None and "free" in evidence.passages[last].text)
    return _BEYOND_THAT.sub("", near) if free else near


_BEYOND_THAT = re.compile(r"\s*(?:Beyond|Above|After|Past|Over) (?:that|this|it|those)\b", re.IGNORECASE)
