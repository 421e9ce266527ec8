"""What can't be checked: taste, advice, forecasts, questions, maxims."""

import re

from panel.evidence.grounding.opinions.supposed import FIRST_PERSON, FORECAST, MODAL, is_question
from panel.evidence.grounding.opinions.taste_words import has_taste, is_exact, is_fact, is_turned
from panel.evidence.grounding.opinions.told import is_told
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.passages import Passage
from panel.evidence.stems import stem
from panel.evidence.words import words

_VERDICT = re.compile(
    r"\b(?:is|are|was|were|feels?|remains?|makes?)\s(?:an?\s|the\s|such\s)?(?:\w+\s){0,2}(?:joy|delight|pleasure|treat|triumph|"
    r"dream|nightmare|shame|pity|mess|joke|relief|bargain|steal|letdown|disappointment|masterpiece|marvel|bore|chore|"
    r"(?:worst|best|nicest|hardest|easiest)\s(?:part|thing|bit)|love letter|stunner|beauty|delightful|lovely|wonderful|awful|terrible|horrible|charming|annoying|boring|dull)\b",
    re.IGNORECASE,
)
"""A verdict that leaves nothing in a sentence that could be looked up."""

_IMPERATIVE = frozenset(
    words(
        "watch try wait skip ship buy avoid don't do give take expect ask consider use look think imagine "
        "remember forget start pick choose go get keep call bring put let note pay read see test treat run"
    )
)
_FACTUAL = frozenset(
    stem(word)
    for word in words(
        "accept allow answer available base be begin belong block bought build buy built bundle certify charge "
        "clear collect come compile compress connect contain convert cost cover crash cut delete deliver deploy "
        "detect develop disclose discontinue discover distribute download drop employ encrypt exist expire export "
        "fail fit forbid found fund generate handle have hire host import include increase index ingest install "
        "integrate introduce keep launch lack last launched lead leave license licensed limit list live load log "
        "lower manage map measure merge migrate offer open operate own pair patch permit phone post postpone "
        "power predict preview print process prohibit provide publish raise ran rank reach read receive record "
        "reduce refuse register release remain remove rename render replace report require respond restore retain "
        "return reveal rise roll run say scan score search sell send separate serve share ship shut sold solve "
        "speak split sponsor start state store stream summarise supply support switch sync synchronise take test "
        "track train transcribe translate trial unveil update upload use used verify visit weigh withdraw work "
        "write written involve compete conduct carry feature cite refer mention confirm deny admit claim announce "
        "plan attribute approve beat win bring meet tell draw hold cut hit put set lead pay "
        "happen occur last guarantee replace refuse block paint scrape spell comprise understand tell"
    )
)
_KIND_OF = re.compile(
    r"(?<!every )(?<!each )(?<!any )(?<!all )(?<!one )(?<!no )(?<!this )(?<!that )(?<!same )(?<!what )(?<!which )(?<!other )(?<!another )(?<!only )"
    r"(?<!new )(?<!the )\b(?:kind|sort) of\b",
    re.IGNORECASE,
)
_WORTH_OF = re.compile(
    r"^(?:\w+[\s-]){0,2}(?:dollars?|euros?|pounds?|minutes?|seconds?|weeks?|days?|months?|hours?|years?|percent)\s(?:is|"
    r"are)\s(?:less|more|a|an|the|too|not|what)\b",
    re.I,
)
_PREDICTED = re.compile(
    r"\bwill\b[^,;.]*\b(?:within|in|inside) (?:an?|two|three|five|ten|a few|\d+) (?:weeks?|months?|years?|decades?)\.?$|"
    r"\bwill (?:not |never |hardly )?last (?:long|forever)\b|"
    r"\bwill (?:not|never|hardly) (?:beat|catch up|replace|match|win|overtake|dethrone|kill|convince|please|satisfy|rival)\b",
    re.IGNORECASE,
)
"""What foretells how soon something happens."""

_AUDIENCE = re.compile(
    r"\b(?:seldom|rarely|never|hardly ever|not often)\s(?:\w+\s){0,4}(?:so|this|quite so|such an?)\s\w+(?:ly)?[.!]?$|"
    r"\bis (?:exactly |just |precisely )?what \w+ (?:\w+ )?(?:need|want|lack|deserve|miss)\w*|"
    r"\blooks? (?!like|after|for|at|up|into|for)\w+[.!]?$|\bmore about \w+ than\b|\b(?:is|are) (?:only )?for (?:people|those|anyone|everyone)\b",
    re.I,
)
_MAXIM = re.compile(
    r"^(?!The |It |Its |They |This |That |These |There )(?:An? )?[\w' -]{2,60}? (?:is|are) (?:exactly )?(?:what|the only|"
    r"its own|their own|the least|the real|the|an?|not an?|"
    r"never|always|always just) ",
    re.IGNORECASE,
)
_GENERIC = re.compile(r"^(?:An?|Any|Every|Each|Most|Many|Some|Few|No|All)\b")
_SPECIFIC = re.compile(r"^(?:It|They|Its|Their|He|She|His|Her|The|This|These|Those|That|There)\b", re.I)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|can|could|will|would|may|might|must|shall|should|isn|aren|"
    r"wasn|weren|don|doesn|"
    r"came|went|got|gave|took|made|sold|won|lost|ran|led|began|held|left|kept|paid|built|said|told|met|saw|grew|fell|rose|"
    r"get|need|want|let|make|know|"
    r"didn|hasn|haven|hadn|cannot|won|ain)\b|\b(?:[Tt]here|[Ii]t)['’]s\b|\b[a-z]{2,}(?:ed|es|s)\b"
)


def is_opinion(claim: Passage) -> bool:
    """Whether a sentence judges, advises, guesses or asks rather than states."""
    text = claim.text
    if is_question(text):
        return True
    if is_told(claim):
        return False
    if FIRST_PERSON.search(text):
        return True
    if any(not is_fact(claim, found) for found in MODAL.finditer(text)):
        return True
    if _KIND_OF.search(text) or _PREDICTED.search(text):
        return True
    if has_taste(claim):
        return True
    if _WORTH_OF.match(text) or _AUDIENCE.search(text):
        return True
    first = claim.line.stems[0] if claim.line.stems else ""
    if first in ("imagin", "whether") or (first == "whoever" and not is_exact(claim)):
        return True
    if first in ("if", "unless") and _YOU.search(text):
        return True
    return _is_imperative(claim) or _is_maxim(claim)


_YOU = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)


def _is_maxim(claim: Passage) -> bool:
    """Whether a sentence about things in general says what they are: ``Repair is the only feature that counts``."""
    if claim.quantities or claim.dates or claim.licences or any(name.sure for name in claim.names):
        return False
    return bool(_MAXIM.match(claim.text))


def _is_imperative(claim: Passage) -> bool:
    if _ADVISED.match(claim.text):
        return True
    first = re.match(r"[“\"']?([A-Za-z’']+)\s+(\S+)", claim.text)
    if not first or first[1].lower() not in _IMPERATIVE or any(name.sure and name.span[0] == 0 for name in claim.names):
        return False
    if _NO_ORDER.match(claim.text):
        return False
    return first[2].lower() not in ("is", "are", "was", "were", "has", "can", "costs", "runs", "of", "modes", "cases")


_ADVISED = re.compile(
    r"(?:Hold (?:off|out|on|your)|Stay (?:away|put|clear|with)|Stick (?:with|to)|Steer clear|Stand back|Hang on|Sit tight|Grab (?:it|one|this|them|yours)|"
    r"Pass (?:on|unless|until|for now)|Sign (?:me|it|up)|Count me|Order (?:it|one|two|yours)|Install it|Upgrade (?:if|now|only|when)|Switch (?:now|if|only|when)|"
    r"Walk away|Vote (?:ship|skip|yes|no|for|against)|Trust (?:it|them|me|nobody)|Ignore (?:it|the|them)|Save your|Sleep on|Bin it|Fork it|Drop it|Send it|Stop (?:using|buying|paying|worrying)|"
    r"Move on|Enjoy|Beware|Don['’]t)\b"
)
"""What one is told to do, in more words than one."""

_NO_ORDER = re.compile(
    r"Go\s(?!for|to|with|and|on|see|straight|back|where|if|there|easy|ahead|the|in|into|by|out|all|beyond|without|slow|now|home|elsewhere|get|buy|your|small|big|a\b)|"
    r"(?:Call|Test|Note|Watch|Read|Ship|Pick|Run)\s(?:data|audio|recordings?|logs?|results?|faces?|histor(?:y|ies)|sync\w*|times?|accounts?|replicas?|dates?)\b|"
    r"(?:Use|Run|Pass|Set|Call|Put|Give)\s(?:the\s)?(?:--?[a-z]|[A-Z]+_[A-Z])|"
    r"Pay\s[^,;]*\band\s(?:you|it|an?|the|your)\b"
)
"""What opens like an order and is none: ``Go developers``, ``Use --strict to make it fail``, ``Pay for a year and it's $15``."""


def is_forecast(claim: Passage) -> bool:
    """Whether a sentence says what will be, without naming a day."""
    if any(not mention.relative for mention in claim.dates):
        return False
    return any(not _GRANTS.search(claim.text[: found.start()]) for found in FORECAST.finditer(claim.text))


_GRANTS = re.compile(
    r"\b(?:can(?!['’]t)|may|must|(?:has|have|need|needs) to|(?:is|are) (?:\w+ )?(?:\w+ed|possible|sent|paid|given|made|done|shown))\b[^,;]*$(?<!\bwill )",
    re.IGNORECASE,
)
"""What stands before a term that somebody is given or keeps: ``can be sent back within 30 days``."""


_TOOL_FOR = re.compile(
    r"An?\s(?:(?!(?:is|are|was|were|has|had|will|can)\b)[\w-]+\s){1,4}?for (?:the \w+ and (?:the )?\w+|(?:those|people|anyone|everyone) \w+[^,;]*)\.?$"
)
"""A thing and whom it's for, and no more: ``A tool for the polite and the tired``."""


_PLURAL = re.compile(
    r"^(?:(?:The|All|Both|Most|Some|Its|Their)\s)?(?:[\w-]+\s)?[A-Za-z]{2,}[^\Ws]s\s(?!(?:and|or|of|for|in|on|at|to|by|with|from|than|like|as|but|only|not|too|galore|aplenty)\b)"
    r"[a-z]{2,}(?<!y)(?<!ing)\s(?:in|into|at|to|on|from|by|through|over|up|down|out|straight|the|an?|their)\b"
)
"""What several things do: ``Members ride at half price``."""


def is_fragment(claim: Passage) -> bool:
    """Whether a sentence has no verb, nothing exact in it and denies nothing."""
    if claim.quantities or claim.dates or claim.licences:
        return False
    if _TOOL_FOR.match(claim.text):
        return True
    verb = _FINITE.search(claim.text) or _PLURAL.match(claim.text)
    return (
        not verb
        and not any(stemmed in _FACTUAL for stemmed in claim.line.stems)
        and not any(item.sign < 0 for item in claim.items)
    )


def is_verdict(claim: Passage) -> bool:
    """Whether a sentence says of a thing what it is to its user, and nothing exact: ``is a joy for anyone``."""
    return (bool(_VERDICT.search(claim.text)) or is_turned(claim.text)) and not is_exact(claim)


def is_reported(claim: Passage, evidence: Evidence) -> bool:
    """Whether a sentence that no source bears out reports something that one could bear out."""
    if _AS_SAID.search(claim.text):
        return False  # what somebody claims beside what was measured is beyond rules
    if _POINTING.match(claim.text) or _TREND.search(claim.text):
        return False
    if not _is_specific(claim):
        return bool(_STATE.search(claim.text)) and not _COMPARES.search(claim.text)
    if any(name.sure for name in claim.names) or not claim.text.startswith("The "):
        return True
    first = next((item for item in claim.items), None)  # "The lock-in here …": what no source speaks of is a thought
    return first is None or bool(evidence.places(first.concept)) or any(item.sign < 0 for item in claim.items)


_POINTING = re.compile(
    r"(?:This|These|That|Those)\s(?:is|are|was|were|isn['’]t|aren['’]t)\b(?! (?:\w+ )?(?:available|supported|included))"
)
_TREND = re.compile(
    r"\b(?:era|age|world|market|industry|everything|history|the future|the past)\b[^.]{0,40}\b(?:is|are) \w+ing\b", re.I
)
_STATE = re.compile(
    r"\b(?:is|are|was|were|been|be|isn['’]t|aren['’]t|wasn['’]t|weren['’]t)\s(?:not\s|no longer\s|only\s|also\s|now\s|still\s|fully\s|already\s)?"
    r"(?:\w+ed|\w+en|available|open|free|possible|missing|absent|public|private|made|built|kept|sold|sent|shown|known|optional|"
    r"mandatory|required|readable|compatible|proprietary|unlimited|paid|stored|left|lost|held|told|based|due|out)\b|"
    r"\b(?:there (?:is|are)|cannot|can['’]t|lacks?|supports?|requires?|needs? (?:a|an|no)|"
    r"includes?|costs?|runs? on|works? (?:with|on|without|offline))\b|\b\w{3,}ed\b (?:by|in|on|from|to|with|for|at|after)\b",
    re.IGNORECASE,
)
_AS_SAID = re.compile(r"\bthan [\w ]{2,40}?\b(?:claim|state|say|said|advertis|promis|announc)\w*", re.IGNORECASE)
_COMPARES = re.compile(r"\b(?:better|worse|more|less) \w* ?than\b|\bthan an?\b", re.IGNORECASE)


def _is_specific(claim: Passage) -> bool:
    """Whether a sentence speaks of something definite: a name, ``it``, ``the app``."""
    if _GENERIC.match(claim.text) and not claim.text.startswith("No "):
        return False
    return bool(_SPECIFIC.match(claim.text)) or any(name.sure for name in claim.names)
