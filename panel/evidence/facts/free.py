"""What costs nothing: free plans, free software, and sentences that say there is none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from panel.evidence.facts.freebies import BESIDES, answers_aside, is_rivals_row
from panel.evidence.facts.plans import is_list_of_plans, is_own_line
from panel.evidence.facts.told import told
from panel.evidence.facts.wordings import APPOSED, PLANS
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lowered import lowered, word_set
from panel.evidence.names import key_of
from panel.evidence.owners import subject
from panel.evidence.passages import Passage
from panel.evidence.words import words

_NOTHING_SOLD = re.compile(
    r"\bnothing to (?:buy|pay for)\b|\b(?:don['’]t|do not) sell anything\b|"
    r"\bnothing is (?:for sale|sold)|\bno paid (?:edition|version|plan|tier)|\bwithout a paid version|"
    r"\b(?:is|are) not (?:for sale|sold)\b(?!\s(?:to|in|by|through|with|separately|as|at|on|again|out|outside|without|yet|alone|under|via|for)\b)|"
    r"\bdoes(?:n['’]t| not) sell (?:access|anything|it)|\bearns nothing from\b",
    re.IGNORECASE,
)
_NO_FREE = re.compile(
    r"\bfree (?:plan|tier|version|edition)\s?[:|]\s?(?:no|none|not|n/a)\b|\bnothing free about\b|\bno longer free\b|\bno free offer\b|\b(?:every|all|only|each) (?:the |of the |our |its )?(?:plan|tier|edition|version)s? (?:is|are|costs?) (?:paid|money|to be paid for)\b|\bonly (?:a |the )?paid (?:plan|tier|version|edition)s?\b|"
    r"\b(?:drop(?:s|ped)?|remov(?:es|ed)|end(?:s|ed)|discontinu(?:es|ed)|scrap(?:s|ped)?|retire(?:s|d)|abolish(?:es|ed)|withdr[ae]w|kill(?:s|ed)|clos(?:es|ed)) (?:the|its|our|their) (?:old )?free (?:plan|tier|version|edition)\b|"
    r"\b(?:can['’]?t|cannot|can not|nobody|no one|never)\b[^.;,]{0,40}\bwithout paying\b|"
    r"\bno way (?:to|of)\b[^.;]{0,30}\b(?:without paying|for free|for nothing)\b|\bnothing (?:here |at all )?is free\b|"
    r"\bused to (?:have|offer|include|come with)\b[^.;]{0,12}\bfree\b|"
    r"\bno community edition|\bfree (?:plan|tier|version|edition)(?: (?:is|has|was|ended|been|now))+ ?(?:gone|ended|dropped|retired|withdrawn|discontinued|closed|removed|scrapped)?\b(?=\W)(?<=gone|nded|pped|ired|rawn|nued|osed|oved)|\bno free (?:(?:plan|tier|version|option|edition|tariff|package|formula|account|membership|allowance|allotment|quota|usage|use|access|level|mode|licen[cs]e|entry)s?\b|of charge)|\b(?:isn['’]t|is not|aren['’]t|are not|"
    r"not) free\b|\bwithout a free (?:plan|tier)|"
    r"\bfree (?:plan|tier|version|edition|tariff) (?:does not|doesn['’]t) exist|\bkein(?:e|en)? (?:kostenlos|gratis)\w*|\bkostenlos\w*\b[^.;]{0,30}\bgibt es\b[^.;]{0,12}\bnicht\b|"
    r"\b(?:pas|aucune?) (?:de |d['’])?(?:\w+ )?(?:gratuite?|version gratuite)\b|\bno hay (?:\w+ ){0,3}grat(?:is|uit[oa])\b",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"(?<![\w-])free (?:(?:[A-Z][\w-]+ )?(?:plan|tier|version|edition|tariff|account|option|allowance|allotment|quota|membership|licen[cs]e)s?|of charge|for|unless|as long as|if you|up to|to use|and open|software|account|with|without|\(|"
    r"in)|\b(?:is|are|remains?|stays?|it['’]s|they['’]re) "
    r"(?:completely |entirely |currently |always |and always will be )*free\b|\bwill (?:always |still )?(?:be|stay|remain) free\b|\bpays? nothing|\bcosts? (?:the user |users |you )?nothing|\bat no cost|\bon (?:the house|us)\b|\bfree of any charge|"
    r"\bfree\s?[:|]|^free\b|"
    r"\bfor free\b|(?<=: )no charge\b|\bno charge (?:for|up to|until|below)\b|\b(?:tiers|plans|editions|levels)\b[^.;]{0,20}[:,] free\b|\b(?:build|run|start|play|use|join|host|stay|ride|read|listen)s? (?:\w+ )?free\b|\bwithout paying(?: a (?:penny|cent))?\b|"
    r"\bfirst [\w,.]+ (?:[\w-]+ ){0,4}(?:each |every |a |per )?(?:month|day|week)s?[^.;]{0,12} free\b|\bfree (?:usage|use|credits?|requests?|minutes?|tokens?|calls?|pages?|images?|messages?) (?:each|every|a|per) (?:month|day|week)\b|\b[\d,]+ (?:free \w+|\w+(?: of [\w-]+)? (?:for )?free,?) (?:each|every|a|per) (?:month|day|week)\b|\bfor nothing\b|\bat no (?:charge|cost)\b|\bfree allowance\b|\b(?:first|up to) [\w,]+ (?:users?|seats?|requests?|tokens?|minutes?|"
    r"hours?)[^.;]{0,30}\b(?:is|are) free\b|\bgratis\b|\bkostenlos|\bgratuit(?:e|s|es|a|o|as|os|amente|ement)?\b|\bgrátis\b|\b(?:do|does)(?:n['’]t| not) (?:have to )?pay(?: anything| a (?:penny|cent))?(?=[.,;]|$| for\b)",
    re.IGNORECASE,
)
_PLAN = re.compile(r"(?<![\w-])free (?:plan|tier|version|edition|tariff)\b", re.IGNORECASE)
_THE_FREE = re.compile(
    r"\bthe free (?:[A-Z][\w-]+ )?(?:plan|tier|version|edition|account|allowance|allotment|quota)\b(?! (?:is gone|ended|ends|was|has been|does not|doesn['’]t|no longer|went|goes))",
    re.IGNORECASE,
)
"""What is spoken of as known to be there, whatever the sentence denies."""

_SPENT = re.compile(
    r"\b(?:free (?:plan|tier|version|edition)['’]s|gone|used up|run out|runs out|exhausted)\b", re.IGNORECASE
)
"""What denies that enough is free, not that something is."""

_ANYBODY = re.compile(
    r"(?:any|every|no)(?:body|one)|students?|teachers?|researchers?|developers?|users?|people|individuals?|hobbyists?|schools?|charit(?:y|ies)|non-?profits?|"
    r"accounts?|members?|subscribers?|customers?|famil(?:y|ies)|teams?|compan(?:y|ies)|creators?|readers?|listeners?|players?|apis?|apps?|services?|"
    r"web ?sites?|software|tools?|plans?|pricing|prices?|hosting|storage|downloads?|usage|use|access|billing|everything",
    re.IGNORECASE,
)
"""Who may have something rather than whose it is, at the beginning of a sentence."""

_NOUN_NEXT = re.compile(
    r"\s(?!(?:is|are|has|had|was|were|can|will|does|gives|lets|offers|costs|stays|remains|allows|includes|comes|itself|alone|also|still)\b)[a-z]"
)
"""What stands behind a common word that opens a sentence, and seldom behind a name: ``Public repositories``."""

_WITHOUT = re.compile(
    r"[A-Z][a-z]+ (?:without|with no) (?:[\w-]+ ){1,5}?(?:can|may|could|get|gets|has|have|is|are)\b", re.IGNORECASE
)
"""Who lacks something and has it free all the same: ``Accounts without a card may send 50 requests a day``."""

_WHICH = re.compile(
    r"\b(?:and|while|but|though|although|whereas|unlike|with|like) ([A-Z][\w-]+(?: [A-Z][\w-]+){0,2}), (?:which|whose|an?|the)\s[^;]*$"
)
"""Whose it is, where a sentence passes on to a rival: ``and Plume, which is open source, costs nothing``."""

_ENTRY = re.compile(
    r"^[\w -]{2,24}: [^.;:$€£|]{2,40}, free(?=[.;,]|$)|^(?-i:[A-Z])[\w+-]+ (?:[\w.+-]+ )?(?-i:Free) (?:lets|is|includes|gives|covers|allows|has|comes|offers|keeps)\b|^(?-i:[A-Z])[\w+-]+ (?:plan )?free (?=\d|one\b|up to\b|unlimited\b)|^[\w -]{2,24}(?:\s?[:–—|]\s?|\s-\s)(?:[\w .]+ \| )*(?:free|gratis|kostenlos|gratuit|(?:[$€£¥₹]|(?:USD|EUR|GBP|CHF|CAD|AUD|NOK|SEK|DKK|PLN|CZK|kr)\s)0|0\s?(?:[$€£]|kr|zł|Kč|Ft|USD|EUR|CHF|NOK|SEK|DKK|PLN|CZK))(?!\w|[.,]\d| trial)|^[$€£¥₹]0(?!\w|[.,]\d)",
    re.IGNORECASE,
)
"""A line of a price list that is free: ``Basic: free``, ``Pebble | 10 GB | free``, ``Hobby | $0``."""
_TRIAL = re.compile(
    r"\bgets? [\w,]+ \w+ (?:for )?free\b|\b(?:trial|try (?:it |everything )?(?:for )?free|free (?:for|trial)|test period)\b|"
    r"\b(?:try|evaluate|test)\b[^.;]{0,40}\b(?:days|weeks?|months?|fortnight)\b|\b(?:days|weeks)\b[^.;]{0,12}\bto try\b",
    re.I,
)
_TRIAL_SPAN = re.compile(
    r"\b(?:an?|one|first|two|three|\d+)[ -](?:whole |full )?(?:fortnight|weeks?|months?|days?)\b[^.;]{0,30}\b(?:for nothing|for free|is free|are free|on (?:us|the house)|at no (?:cost|charge))|"
    r"\b(?:gets?|have|has|with|includes?|the) (?:an?|one|first|two|three|\d+)[ -](?:whole |full )?years?\b[^.;]{0,30}\bfree\b|"
    r"\bfree for (?:the first |a |an )?(?:\w+[- ])?(?:days?|weeks?|months?|(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|used to be|during the (?:preview|beta)|until)\b[^.;]{0,24}\bfree\b|"
    r"\bduring the (?:preview|beta)\b",
    re.I,
)

_HINTS = (
    "free", "nothing", "no c", "paying", "t pay", "grátis", "trial", "try", "evaluate", "test p", "test it",
    " to try", "sold", "sale", "sell", "house", " on us", "gratis", "kostenlos", "paid", "$0", "€0", "£0", "¥0", "₹0",
    "0 €", "0 $", "0 kr", "0 zł", "0 kč", "0 ft", "kr 0", "0 usd", "0 eur", "0 chf", "chf 0", "usd 0", "eur 0",
    "gratuit",
)  # fmt: skip
"""Letters of which every sentence that says whether something is free has some."""


@dataclass(frozen=True, slots=True)
class FreeVote:
    """One sentence that says whether something is free."""

    free: bool | None
    """True, False, or None for a trial only."""
    sold: bool
    """False where it says that nothing is sold at all."""
    cite: str
    """The sentence."""


def free_votes(evidence: Evidence) -> Iterator[FreeVote]:
    """Yield what the sources say about a free way in."""
    hinted, asked = set(told(evidence).having(_HINTS)), _behind_questions(evidence)
    for place in sorted(hinted | asked):
        passage = evidence.passages[place]
        text = passage.text
        answer = place in asked and (_ANSWER.match(text) or _ALLOWANCE.search(text))
        if answer and _asked_for_free(evidence, place):
            yield FreeVote(free=answer.lastgroup == "yes", sold=True, cite=passage.cite)
            continue
        if place not in hinted or passage.cite.startswith("F.") or text.endswith("?"):
            continue
        if answers_aside(evidence, place):
            continue
        if (vote := _vote(evidence, place, passage)) is not None:
            yield vote


def _vote(evidence: Evidence, place: int, passage: Passage) -> FreeVote | None:
    """Return what a sentence says about a free way in; None where it says nothing of it."""
    text, told_ = passage.text, word_set(passage.text)
    free = _FREE.search(text) if _may_be_free(text, told_) else None
    entry = _ENTRY.match(text)
    own = entry and (evidence.tables.get(place) is None or is_list_of_plans(evidence, place))
    if not own and _about_others(evidence, passage, free):
        return None
    if entry and is_rivals_row(evidence, place, text):
        return None
    match = free or (_PLAN.search(text) if "free" in told_ else None)
    if not told_.isdisjoint(_WORDS_OF_SALE) and _NOTHING_SOLD.search(text):
        return FreeVote(free=True, sold=False, cite=passage.cite)
    to_come = "free" in told_ and _TO_COME.search(text)
    if entry or ("free" in told_ and _is_known_free(text) and not to_come):
        return FreeVote(free=True, sold=True, cite=passage.cite)
    if (not told_.isdisjoint(_WORDS_OF_DENIAL) and _NO_FREE.search(text)) or (match and _is_denied(passage, match)):
        return FreeVote(free=False, sold=True, cite=passage.cite)
    if to_come:
        return None
    if free and not _PAST.search(text) and not _is_for_a_time(text) and not BESIDES.search(lowered(text)):
        trial = re.search(r"\bfree trial\b", text, re.IGNORECASE)
        return None if trial else FreeVote(free=True, sold=True, cite=passage.cite)
    tried = not told_.isdisjoint(_WORDS_OF_TRIAL) and _TRIAL.search(text)
    return FreeVote(free=None, sold=True, cite=passage.cite) if tried else None


def _may_be_free(text: str, told_: frozenset[str]) -> bool:
    """Whether a sentence has one of the words without which none says that something is free."""
    small = lowered(text)
    return not told_.isdisjoint(_WORDS_OF_GIVING) or any(each in small for each in _LETTERS_OF_GIVING)


_WORDS_OF_GIVING = frozenset(
    words(
        "free house us charge paying pay gratis grátis gratuit gratuits gratuite gratuites gratuita gratuitas gratuito gratuitos "
        "gratuitamente gratuitement"
    )
)
_LETTERS_OF_GIVING = ("nothing", "no cost", "kostenlos")
_WORDS_OF_SALE = frozenset(words("paid nothing sale sold sell"))
_WORDS_OF_DENIAL = frozenset(words("free paid way money paying community gibt kein keine keinen gratuit gratuite hay"))
_WORDS_OF_TRIAL = frozenset(words("free trial try evaluate test days weeks"))
"""Words of which every sentence has one that says this."""


def _is_denied(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a sentence says that something isn't free."""
    return (
        not match.group().lower().startswith(("without", "do"))
        and not match.group().lower().endswith("nothing")
        and not _SPENT.search(passage.text)
        and not _WITHOUT.match(passage.text[: match.start()])
        and passage.sign_at((match.end() - 1, match.end())) < 0
    )


_ANSWER = re.compile(
    r"(?:(?P<yes>yes|yep|sure|of course)|no|nope|not (?:any ?more|any longer|at present|yet)|sadly not|unfortunately not)\b(?! (?:one|longer))",
    re.IGNORECASE,
)
_ALLOWANCE = re.compile(r"(?P<yes>\b\d[\d,.]*k? [^.;$€£]{2,40}\b(?:each|every|a|per) (?:month|day|week)\b)")
_ASKED = re.compile(
    r"\bfree (?:plan|tier|version|edition|tariff|option|offer|account|allowance|quota|way)\b[^.]*\?|"
    r"\b(?:use|try|have|get|run|play) (?:it|this|[A-Z]\w+)[^.?]{0,20} (?:for free|for nothing|free of charge|without paying)\?",
    re.IGNORECASE,
)


def _behind_questions(evidence: Evidence) -> set[int]:
    """Return the places right behind sentences that ask whether there is a free plan."""
    asking = (place for place in told(evidence).having(("?",)) if _ASKED.search(evidence.passages[place].text))
    return {place + 1 for place in asking if place + 1 < len(evidence.passages)}


def _asked_for_free(evidence: Evidence, place: int) -> bool:
    """Whether the question before a sentence is whether there is a free plan."""
    last = evidence.before(place)
    heading = evidence.headings.get(place)
    near = (last, place - 1 if heading == place - 1 else None)
    return any(each is not None and _ASKED.search(evidence.passages[each].text) for each in near)


def _is_for_a_time(text: str) -> bool:
    """Whether something is free for a time only; ``20 queries a day for free`` is so for good."""
    return any(not _RATE.search(text[: found.start()]) for found in _TRIAL_SPAN.finditer(text))


_RATE = re.compile(r"\d[\d,.]*\s(?:[a-z-]+\s){1,3}$")

_TO_COME = re.compile(
    r"\bfree (?:plan|tier|version|edition)\b[^.;]{0,30}\b(?:will (?:follow|come|arrive|launch|be added)|(?:is|are) (?:planned|coming|promised)|to follow|in the works)\b|"
    r"\b(?:plans?|promises?|considers?|considering|planning|promised|working on|thinking of)\s(?:to (?:add|offer|introduce|launch) |adding |offering )?a free (?:plan|tier|version|edition)\b|"
    r"\b(?:whether|if) (?:there (?:will be|is|are|is to be)|(?:we|they|it)(?:['’]ll| will)? (?:have|offer|add|get)) (?:also )?(?:an? )?free\b",
    re.IGNORECASE,
)
"""What tells of a free plan that isn't there yet."""


def _is_known_free(text: str) -> bool:
    """Whether a sentence speaks of the free plan as something that everybody knows of."""
    return bool(_THE_FREE.search(text) and not _NO_FREE.search(text) and not _PAST.search(text))


def _about_others(evidence: Evidence, passage: Passage, match: re.Match[str] | None) -> bool:
    """Whether what is free is somebody else's."""
    if match is None:
        return False
    if opening := APPOSED.match(passage.text):
        return not evidence.subject.is_ours(key_of(opening[1])) and not key_of(opening[1]) <= PLANS
    clause = passage.text[: match.start()]
    if told := _WHICH.search(clause):
        return not evidence.subject.is_ours(key_of(told[1])) and not key_of(told[1]) <= PLANS
    start = max(clause.rfind(mark) for mark in (";", ". "))
    names = [name for name in passage.names if name.sure and start < name.span[0] < match.start()]
    about = subject(passage)
    if about and is_own_line(evidence, evidence.at[passage.cite], passage, about.key):
        return False
    if about and about.span[0] == 0 and " " not in about.text and _NOUN_NEXT.match(passage.text, about.span[1]):
        return False
    if about and " " not in about.text and passage.text[: about.span[0]] in ("A ", "An "):
        return False
    if about in names and about is not None and not _ANYBODY.fullmatch(about.text):
        return not about.key & PLANS and not any(evidence.subject.is_ours(name.key) for name in names)
    return False
