"""What a release costs: the prices of its sources that are its own, and how doubtful each is."""

import re
from collections.abc import Iterator
from types import MappingProxyType

from panel.domain.facts import EntryPrice
from panel.evidence.facts.amounts import as_written, priced_by_column
from panel.evidence.facts.cheapest import Offer
from panel.evidence.facts.dollars import in_its_dollars
from panel.evidence.facts.others import is_rivals
from panel.evidence.facts.periods import NAMED_PERIOD, PERIODS, column_of, completed
from panel.evidence.facts.tellers import is_of_something_else
from panel.evidence.grounding.evidence import Evidence
from panel.evidence.measures import Quantity
from panel.evidence.owners import segment
from panel.evidence.passages import Passage
from panel.evidence.units import ROUGH_WORTH
from panel.evidence.words import words

_NOT_A_PRICE = re.compile(
    r"\b(?:rais(?:ed|es|ing)|funding|round|investment|invest\w*|valu(?:ed|ation)|revenue|profit|turnover|"
    r"salar\w+|fined?|received|gave|sponsor\w*|crowdfund\w*|pledged|lawsuit|training|"
    r"train(?:ed)?|budget|fund(?:ed)?|grant|donor|donat\w+|consult\w+|analysts?|rumou?r\w*|speculat\w+|coffees?|tip jar|chip in|patreon|ko-fi|liberapay|worth|earn\w*|instal+ments?|stake|rebuild|acqui\w+|bought|for it|"
    r"in credits?|of (?:free |starting |trial )?credits?|(?:welcome|sign-up|starting|trial|free) credits?|credits? (?:of|worth)|"
    r"refund|rebates?|coupons?|vouchers?|cash-?back|gift cards?|top-?ups?|minimum balance|"
    r"estimat\w+|rent\w*|shipping|deposit|prize|market (?:value|cap\w*)|savings?|saves?|cost the company|spent|spend|"
    r"sells? for parts|bill of materials|"
    r"card that costs|(?<!per )(?<!/)gpus?(?!-)|graphics|would(?:['’]ve| have)? (?:cost|been|come)|(?:median|mean|average) (?:costs?|price)|compensation|bounty|penalty|spending|spends|turned over|turnover|had spoken of|royalty|foundation|electric\w*|"
    r"quotes? for|gap|difference|membership share|own(?:s)? one share|borrow\w*)\b",
    re.IGNORECASE,
)


_BILL = re.compile(
    r"\b(?:bills?\s?(?::|of|for|came|was)|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|a dozen) of us\b|"
    r"(?:we(?:['’]re| are)|i['’]m|i am|came) (?:now )?(?:at|to)|all in\b|(?:with|for) (?:\d+|nine|ten|eleven|twelve|twenty|thirty|forty|fifty) (?:people|developers|seats|users|machines)\b|"
    r"we(?:['’]ve| have)? (?:paid|ended up paying)|(?:one|a|some|another) (?:[\w-]+ )?(?:bank|customer|company|firm|client|agency|city|school|hospital|user|team|reader) pa(?:ys?|id)|\bthe [a-z]+ pa(?:ys|id)|cost us|(?:billed|charged|invoiced) (?:us|me)|invoice)",
    re.IGNORECASE,
)
"""What a customer says of a sum that he paid altogether, for however much he used."""


_PAYS = re.compile(
    r"\b(?:I|[Ww]e)(?:['’]re| are| now| still)? (?:pay(?:ing)?|paid) $|\bcost me (?:about |around |some )?$"
)
"""What a customer says of what he pays, who may have more than one of it."""


_PAST = re.compile(
    r"\b(?:down from|was|were|used to (?:be|cost)|previously|formerly|instead of|rather than|originally|"
    r"old price|predecessor|forerunner|"
    r"before the|first announced|until (?:last|now|recently)|last year|earlier)\b",
    re.IGNORECASE,
)


_EXTRA = re.compile(
    r"\b(?:separately|retriev\w+|egress|expedited|bundle|add-?ons?|optional|accessor\w+|overage|above|beyond|on top|additional|extra|"
    r"cached|cache|batch(?:ed)? (?:requests?|api|mode|calls|processing|jobs|pricing|discount|input|output|tokens?)|in batch|"
    r"(?:an?|every|each) (?:second|third|further|additional) [a-z]+|(?:cartridges|refills|covers|filters|straps|pods) (?:are|cost|start)|replacement|spare|support (?:contracts?|packages?|plans?)|workshops?|certification|merchandise|further|more costs|setup fee|(?:adds?|another)(?= (?:another )?[$€£¥])|lenses|one-time fee|insurance|extended warranty|upgrad\w+|renew\w+|on its own|(?-i:plus))\b",
    re.IGNORECASE,
)


_EXTRA_ONLY = re.compile(
    r"(?:[A-Z]\w+[:|]\s)?(?:Additional|Extra|Further|Overages?|Excess|(?:Each|Every) (?:additional|extra|further))\b(?:[^.;]|\.\d)*$",
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


_THEN = re.compile(r"\d[^.;]*(?<!free)(?<!nothing), then (?:at |for )?$")
"""What stands before the price of more, after what a plan includes: ``with 10 GB, then $0.12 per GB``."""


_ACCESSORY = re.compile(
    r"(?:^|[:;,]\s)(?:and\s|while\s)?(?:an?|the|each|extra|spare|its|matching)\s(?:[\w-]+\s){0,4}?"
    r"(?:cases?|covers?|sleeves?|pouch(?:es)?|mounts?|chargers?|cables?|batter(?:y|ies)|straps?|stands?|docks?|pens?|stylus|soundtracks?|artbook|expansion|"
    r"refills?|cartridges?|filters?|bags?|nibs?|lens|lenses|adapters?|remotes?|keycaps|second set|tripods?|pods?|tips)\b[^.;$€£]{0,40}$",
    re.IGNORECASE,
)
"""Whose price it is, where it is something that is bought besides: ``A charging case on its own is``."""


_REDUCED = re.compile(
    r"\b(?:until the end|until \w+ \d|for the first|first (?:\w+ )?months?|introductory|promotion\w*|"
    r"launch offer|discount\w*|(?<!per )(?<!a )students?|"
    r"education\w*|(?:schools|charities|libraries|universities|teachers|pupils|pensioners|seniors|children|under-\d+s) (?:pay|get)|non-?profits?|early birds?|black friday|limited time|pre-?orders?|owners of)\b",
    re.IGNORECASE,
)


_ENTERPRISE = re.compile(r".*\bEnterprise\b[^$€£¥₹;]*$")
"""What the dearest plan is called, which is the way in only where no other is told."""


_LATER = re.compile(
    r"\b(?:(?:will|is going to|is set to|is to|are to|due to) (?:then |soon |later )?(?:cost|rise|go up|increase|climb|be raised|become)|"
    r"(?:rises?|goes up|going up|increases?|climbs?) to)\b",
    re.IGNORECASE,
)
"""What tells of a price that isn't asked yet, where there is one that is."""


_VOLUME = re.compile(
    r"\b(?:from|over|above|at least|minimum(?: of)?|more than)\s[\d,.]+\s?(?:k|m|"
    r"million)?\s(?:requests|tokens|seats|users|calls)|\b(?:from|over|above|at least|more than|beyond)\s\d{1,3}(?:,\d{3})+\s[a-z]+|\bupwards\b|"
    r"\b(?:yearly|annual|multi-year|three-year|long-term|framework|volume|enterprise) (?:contracts?|agreements?)\b|\bcommitted[- ]use|\bcommitments?\b|\bor more\)",
    re.I,
)


_ANNUAL = re.compile(
    r"\b(?:billed|paid|with|on)?\s?(?:annual(?:ly)?|yearly)\b(?:\s(?:billing|plan|payment|"
    r"subscription))?|\bby the year\b|"
    r"\b(?:pa(?:y|id|ying)|billed|charged|commit\w*|sign\w* up)\b[^.;$€£]{0,24}\b(?:(?:for|by|per) (?:the|a|one|an entire|a whole|a full) year|once a year|"
    r"(?:a|one|the) year (?:up front|upfront|ahead|in advance|at a time|at once)|yearly|annually|12 months)\b|"
    r"\b(?:annual|yearly|12-month) (?:billing|plan|payment|subscri\w+|commitment|contract|term|customers)\b",
    re.I,
)


_YEARLY = re.compile(r"[^,;.]{0,30}\b(?:annual|annually|yearly|year)\b", re.IGNORECASE)
"""What stands behind the price of a month for those who pay for a year, which is no reduction."""


_MONTHLY = re.compile(r"\bbilled monthly|monthly billing|month to month|paid monthly\b", re.IGNORECASE)


_SELLS = re.compile(
    r"\b(?:costs?|price[ds]?|pric(?:e|ing)|charges?|sells?|sold|sale|starts? at|starting|from|for|pay|plan|tier|"
    r"subscription|asks?|fee|is|are|at|"
    r"kostet|preis|coûte|bill(?:s|ed)|licence|license|available|purchase|unlocks?|now|only|yours|comes? (?:to|at)|runs? you|edition)\b|[:|]|\s[–—-]\s",
    re.IGNORECASE,
)


_GIVEN = re.compile(r"\b(?:donations?|donors?|grants? (?:of|from)|crowdfunding)\b", re.IGNORECASE)
"""What is said where money is given or spent rather than asked."""


_SPENT = re.compile(
    r",?\s(?:in all|in total|altogether|all told|all in)\b|[^.;$€£]{0,25}\bto (?:run|train|operate|build|make|produce|host|serve|develop)\b",
    re.IGNORECASE,
)
"""What stands behind a sum that somebody spent, on all he used or to run it himself."""


_POUNDS = re.compile(r"\bpounds?\b", re.IGNORECASE)
_WEIGHS = re.compile(
    r"\b(?:weigh\w*|scales?|heav(?:y|ier|iest)|light(?:er|est)?|thick|thin|inch(?:es)?|ounces?|mass|load|lift\w*|carr(?:y|ies)|payload)\b",
    re.IGNORECASE,
)
"""What is said where pounds are a weight."""


_MARGIN = re.compile(
    r"\s(?:(?:dearer|cheaper|more|less|higher|lower|off|discount|saving|extra|credit)\b|(?:below|above|under|over) (?:the|its) )",
    re.IGNORECASE,
)
"""What makes a sum a difference of two prices."""


_LABEL = re.compile(r"(?!Plus:)[^.:;]{3,40}:\s?")


_OF_PLAN = re.compile(r"\s(?:plan|tier|subscription|membership)\b", re.IGNORECASE)
"""What is paid for again and again, though it isn't said how often: ``the $25 plan``."""


_BY = re.compile(
    r"\b(?:by|gap of|difference of) (?:at least |about |around |roughly |up to |another )?$", re.IGNORECASE
)
"""What stands before a difference."""


_ON_TOP = re.compile(
    r"[^.;|]{0,30}\b(?:on top|extra|refunded|each time|if you extend|in addition|beyond|above that|thereafter)\b|"
    r"(?:[^.;|]|\.\d){0,30}\bafter (?:the first )?(?:\d[\d,]*\s|(?:year|month)\b)|"
    r"(?:[^.;|]|\.\d){0,40}\b(?:once|when|after) (?:your|the|you['’]ve|those|these|they)\b[^.;|]{0,40}\b(?:used|gone|spent|runs? out|exhausted|included|allowance|quota)\b",
    re.IGNORECASE,
)
"""What stands behind the price of something that comes on top."""


DATA = ("gigabyte", "gb", "terabyte", "tb")
"""Amounts of data that are often paid for besides."""


_IN_BULK = re.compile(
    r"[$€£]?\s?[\d.,]+\s?[^.;|$€£\d]{0,20}\b(?:(?:for|from|in lots of|in packs of) (?:\d+|five|ten|twenty|fifty|a hundred)(?: pieces| units)?(?: or more| and up|\+| pieces| units)|in bulk|in quantit)",
    re.IGNORECASE,
)
"""A price of many: ``$21 each for ten or more``."""


ROUGH_LEAST = 1.0
"""Sum below which hardly anything is bought once, so that it is per something that wasn't read."""


MOST = 300
"""Sentences with prices that are read; a dossier with more is no dossier."""


DEAREST = 100_000
"""Dollars beyond which a sum is no price of anything that is reviewed."""


def offers(evidence: Evidence) -> Iterator[Offer]:
    """Yield every price in the sources at which the release itself is sold."""
    for place, passage, quantity in (*_sums(evidence), *priced_by_column(evidence)):
        if 0 < quantity.value * ROUGH_WORTH.get(quantity.unit, 1.0) < DEAREST:
            offer = _offer(evidence, place, passage, quantity)
            if offer is not None:
                yield offer


def _sums(evidence: Evidence) -> Iterator[tuple[int, Passage, Quantity]]:
    """Yield the sums of money of the sources."""
    for place in sorted(evidence.priced)[:MOST]:
        passage = evidence.passages[place]
        if not passage.cite.startswith("F.") and len(passage.quantities) <= 16:
            yield from ((place, passage, quantity) for quantity in passage.quantities if quantity.kind == "money")


def _offer(evidence: Evidence, place: int, passage: Passage, quantity: Quantity) -> Offer | None:
    start, end = segment(passage, quantity.span)
    before = passage.text[max(start, quantity.span[0] - 40) : quantity.span[0]]
    before = before if len(before) > 14 else passage.text[max(0, quantity.span[0] - 14) : quantity.span[0]]
    if _MARGIN.match(passage.text[quantity.span[1] :]) or _BY.search(passage.text[: quantity.span[0]]):
        return None
    near = passage.text[start:end]
    sentence = passage.text
    if _GIVEN.search(sentence) or _SPENT.match(sentence[quantity.span[1] :]):
        return None
    if _POUNDS.search(quantity.text) and _WEIGHS.search(sentence):
        return None
    if (
        _NOT_A_PRICE.search(sentence[max(0, start - 12) : start] + near)
        or _BILL.search(sentence[max(0, quantity.span[0] - 60) : quantity.span[0]])
        or _PAST.search(before)
        or is_rivals(evidence, place, passage, quantity)
    ):
        return None
    if not _SELLS.search(sentence) and quantity.span[0] > 2 and not quantity.per and not NAMED_PERIOD.search(before):
        return None
    behind = _NEXT_PRICE.split(sentence[quantity.span[1] : quantity.span[1] + 60], maxsplit=1)[0]
    near = sentence[start : quantity.span[1]]
    quantity = in_its_dollars(evidence, passage, completed(evidence, place, passage, as_written(passage, quantity)))
    row = sentence.partition(" | ")[0] if evidence.tables.get(place) is not None else ""
    near = _without_beyond(evidence, place, near)
    extra = (
        _EXTRA.search(near)
        or (_LABEL.fullmatch(sentence[:start]) and _EXTRA.search(sentence[:start]))
        or _EXTRA.search(row)
        or _EXTRA.search(column_of(evidence, place, passage, quantity))
        or _EXTRA_ONLY.match(sentence[: quantity.span[0]])
        or _ACCESSORY.search(sentence[: quantity.span[0]])
        or _IN_BULK.match(sentence[quantity.span[0] :])
        or (_AS_PARTS.search(sentence) and not _WHOLE.search(near))
        or _THEN.search(sentence[: quantity.span[0]])
        or _OVERAGE.search(sentence[: quantity.span[0]].rpartition(";")[2])
        or _ON_TOP.match(sentence[quantity.span[1] :])
    )
    doubt = 2 * bool(extra) + 2 * bool(
        _REDUCED.search(sentence) and _reduced(passage, quantity) and not _YEARLY.match(behind)
    )
    doubt += bool(quantity.per and quantity.per[0] in DATA and "team" not in near)
    doubt += bool(not quantity.per and _OF_PLAN.match(sentence[quantity.span[1] :]))
    doubt += bool(not quantity.per and quantity.value < ROUGH_LEAST)
    doubt += bool(_LATER.search(sentence[start : quantity.span[0]]))
    doubt += bool(_ENTERPRISE.match(sentence[: quantity.span[0]]))
    if set(quantity.per) <= set(PERIODS):
        doubt += is_of_something_else(evidence, sentence, quantity.span[0])
    doubt += bool(_PAYS.search(before))
    doubt += bool(_VOLUME.search(sentence)) + bool(quantity.approx and quantity.hedge in ("about", "nearly"))
    billed = match.group() if (match := _BILLED.search(sentence)) else column_of(evidence, place, passage, quantity)
    return Offer(_priced(quantity, f"{near} {behind} {billed}"), passage.cite, doubt)


def _without_beyond(evidence: Evidence, place: int, near: str) -> str:
    """Return what stands before a price without ``Beyond that``, where what comes before is free: it is the way in."""
    last = evidence.before(place)
    return _BEYOND_THAT.sub("", near) if last is not None and "free" in evidence.passages[last].text else near


_BEYOND_THAT = re.compile(r"\s*(?:Beyond|Above|After|Past|Over) (?:that|this|it|those)\b", re.IGNORECASE)


_NEXT_PRICE = re.compile(r"[$€£¥₹;]|\bor\b|\d|\(?\bthe (?:annual|yearly|monthly)\b", re.IGNORECASE)
"""Where what is said of a price ends, as another one is told."""


_BILLED = re.compile(
    r",\s(?:both |all )?(?:billed|paid|charged)\s(?:yearly|annually|by the year|monthly)[.;]?$", re.IGNORECASE
)


def _reduced(passage: Passage, quantity: Quantity) -> bool:
    """Whether a reduction is said of this price rather than of one after it."""
    sentence = passage.text
    start, end = segment(passage, quantity.span)
    clause = sentence[: quantity.span[0]].rpartition(";")[2].rpartition(". ")[2]
    return bool(_REDUCED.search(sentence[start:end]) or _REDUCED.search(clause))


def _priced(quantity: Quantity, near: str) -> EntryPrice:
    period = next((each for each in quantity.per if each in PERIODS), None)
    unit = next((_unit(each) for each in quantity.per if each not in PERIODS and not each.endswith("ly")), None)
    billing = "annual" if period != "year" and _ANNUAL.search(near) else "monthly" if _MONTHLY.search(near) else None
    return EntryPrice(
        currency=quantity.unit,
        amount=round(quantity.value, 8),
        period=period or (None if unit and unit.startswith("1") else "once" if not unit else None),
        unit=unit,
        billing=billing,
    )


_UNITS = MappingProxyType(
    dict.fromkeys(
        words(
            "person member head people nutzer benutzer utilisateur utilisatrice usuario utente gebruiker användare bruger bruker"
        ),
        "user",
    )
    | {"picture": "image", "bild": "image", "seite": "page", "stunde": "hour", "platz": "seat", "gerät": "device"}
)
"""Other words for what prices are per."""


def _unit(per: str) -> str:
    """Return the unit of a price as records have it: ``1m token`` → ``1M tokens``."""
    scale, _, what = per.partition(" ")
    if scale in ("1k", "1m") and what in ("input", "output", "in", "out", "prompt", "completion", "generated"):
        return f"{scale.upper()} tokens"
    if scale in ("1k", "1m") and what:
        return f"{scale.upper()} {what}s"
    if per in DATA:
        return per[0].upper() + "B"
    if (joined := per.partition("-")) and joined[0] in ("gpu", "cpu", "vcpu"):
        return {"gpu": "GPU", "cpu": "CPU", "vcpu": "vCPU"}[joined[0]] + "".join(joined[1:])
    return _UNITS.get(per, per)
