"""Sums of money that nobody asks for a release: raised, saved, spent, once asked, or a difference of two prices."""

import re

from panel.evidence.lowered import lowered, word_set
from panel.evidence.measures import Quantity
from panel.evidence.owners import segment
from panel.evidence.passages import Passage
from panel.evidence.words import words


def is_unasked(passage: Passage, quantity: Quantity) -> bool:
    """Whether a sum is something else than a price that is asked today."""
    text, (at, stop) = passage.text, quantity.span
    behind, told_ = text[stop:], word_set(text)
    if _MARGIN.match(behind) or _BY.search(text[max(0, at - _LEAD) : at]) or _SPENT.match(behind):
        return True
    if _INTENDED.match(behind) or (not told_.isdisjoint(_WORDS_OF_GIVING) and _GIVEN.search(text)):
        return True
    if _POUNDS.search(quantity.text) and _WEIGHS.search(text):
        return True
    start, end = segment(passage, quantity.span)
    if not told_.isdisjoint(_WORDS_OF_RANGE) and (ranged := _RANGED.search(text[:at])):
        start = min(start, max(0, ranged.start() - 20))
    start, small = max(0, start - 12), lowered(text)
    told = _NOT_A_PRICE.search(small[start:end])
    return bool(
        (told and not (text[start:end][slice(*told.span())] == "for it" and _ASKED.search(text[:at])))
        or _BILL.search(small[max(0, at - 60) : at])
        or _PAST.search(lowered(right_before(passage, quantity)))
    )


def right_before(passage: Passage, quantity: Quantity) -> str:
    """Return the words right before a sum: those of its stretch, or a few more where that has hardly any."""
    start, at = segment(passage, quantity.span)[0], quantity.span[0]
    near = passage.text[max(start, at - 40) : at]
    return near if len(near) > 14 else passage.text[max(0, at - 14) : at]


_WORDS_OF_GIVING = frozenset(
    words(
        "donation donations donor donors grant grants campaign kickstarter crowdfunder crowdfunding fundraising goal funding backers"
    )
)
_WORDS_OF_RANGE = frozenset(words("between from"))
"""Words of which every sentence has one that says this."""

_LEAD = 40
"""More letters than stand before a difference to tell that it is one."""

_ASKED = re.compile(r"\b(?:pays?|asks?|wants?|charges?)(?: you)? (?:about |just |only )?$")
"""What stands before a price that is asked ``for it``."""


_RANGED = re.compile(r"\b(?:between|from)\s[^\s]{1,14}\s(?:and|to)\s$")
"""What stands before the higher of two sums: ``lent between £500 and``."""


_NOT_A_PRICE = re.compile(
    r"\b(?:rais(?:ed|es|ing)|funding|round|investment|invest\w*|valu(?:ed|ation)|revenue|profit|turnover|"
    r"salar\w+|wages?|fined?|received|gave|sponsor\w*|crowdfund\w*|pledged|lawsuit|training|"
    r"train(?:ed)?|budget|fund(?:ed)?|grant|donor|donat\w+|consult\w+|analysts?|rumou?r\w*|speculat\w+|(?<!than a )(?<!as a )(?<!of a )coffees?|tip jar|chip in|patreon|ko-fi|liberapay|worth|earn\w*|instal+ments?|stake|rebuild|acqui\w+|bought|for it|"
    r"in credits?|of (?:free |starting |trial )?credits?|(?:welcome|sign-up|starting|trial|free) credits?|credits? (?:of|worth)|"
    r"refund|rebates?|coupons?|vouchers?|cash-?back|gift cards?|top-?ups?|minimum balance|"
    r"estimat\w+|rent(?!s (?:you )?(?:the|an?) )\w*|shipping|deposit|prize|market (?:value|cap\w*)|savings?|saves?|cost the company|spent|spend|"
    r"sells? for parts|second-hand|(?:credit |debit )?cards? from|bill of materials|"
    r"card that costs|(?<!per )(?<!/)gpus?(?!-)|graphics|would(?:['’]ve| have)? (?:cost|been|come)|(?:median|mean|average) (?:costs?|price)|compensation|bounty|penalty|spending|spends|turned over|turnover|had spoken of|royalty|foundation|electric\w*|"
    r"quotes? for|gap|difference|membership share|own(?:s)? one share|borrow\w*|lent|lends?|loans?|tariffs|customs dut(?:y|ies))\b"
)
"""Looked for in small letters, as the two that follow."""


_BILL = re.compile(
    r"\b(?:bills?\s?(?::|of|for|came|was|(?:has |have )?(?:fell|fallen|dropped|went|gone|rose|grew|shrank))|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|a dozen) of us\b|"
    r"(?:we(?:['’]re| are)|i['’]m|i am|came) (?:now )?(?:at|to)|all in\b|(?:with|for) (?:\d+|nine|ten|eleven|twelve|twenty|thirty|forty|fifty) (?:people|developers|seats|users|machines)\b|"
    r"\b(?:suite|benchmarks?|evaluation|experiment|migration|tests?|trip|stay) (?:has |had )?cost\b|we(?:['’]ve| have)? (?:paid|ended up paying)|(?:one|a|some|another) (?:[\w-]+ )?(?:bank|customer|company|firm|client|agency|city|school|hospital|user|team|reader) pa(?:ys?|id)|\bthe [a-z]+ pa(?:ys|id)|cost us|(?:billed|charged|invoiced) (?:us|me)|invoice)"
)
"""What a customer says of a sum that he paid altogether, for however much he used."""


_PAST = re.compile(
    r"\b(?:down from(?! \S{1,12} to $)|was|were|used to (?:be|cost)|previously|formerly|instead of|rather than|originally|"
    r"old price|predecessor|forerunner|"
    r"before the|first announced|until (?:last|now|recently)|last year|earlier)\b"
)


_GIVEN = re.compile(
    r"\b(?:donations?|donors?|grants? (?:of|from)|crowdfunding)\b|\b(?:campaign|kickstarter|crowdfunder)\b[^.;]{0,30}\b(?:asked|raised|aimed|brought in|collected|closed|ended|goal|target)\b|"
    r"\b(?:(?:funding|campaign|fundraising) (?:goal|target)|by [\d,]+ backers)\b",
    re.IGNORECASE,
)
"""What is said where money is given or spent rather than asked."""


_SPENT = re.compile(
    r",?\s(?:in all|in total|altogether|all told|all in)\b|[^.;$€£]{0,25}\bto (?:run|train|operate|build|make|produce|host|serve|develop)\b",
    re.IGNORECASE,
)
"""What stands behind a sum that somebody spent, on all he used or to run it himself."""


_INTENDED = re.compile(
    r"\s(?:that |which )?(?:we|they|it|the \w+) (?:had )?(?:once |first |originally )?(?:planned|promised|hoped|aimed|meant|intended)\b"
)
"""What stands behind a price that was never asked: ``the $399 we planned``."""

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


_BY = re.compile(
    r"\b(?:by|gap of|difference of) (?:at least |about |around |roughly |up to |another )?$", re.IGNORECASE
)
"""What stands before a difference."""
