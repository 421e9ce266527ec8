"""The least that a request to whoever reviews has: enough where the words are hidden or in disguise, too little elsewhere."""

import re

from panel.evidence.hostile.english_parts import START

_VERBS = (
    r"(?:ignore|disregard|forget|override|overlook|vote|approve|recommend|praise|endorse|promote|favou?r|rate|score"
    r"|award|declare|rank|output|omit|hide|leave out|keep quiet|say|state|tell|describe|present|decode|obey|comply"
    r"|respond|reply|answer|trust|conclude|pretend|reveal|print|repeat|forward|send|choose|pick|select|skip (?:the|all|any|your)"
    r"|mark (?:it|this|as)|(?:give|grant|assign) (?:it|this|them|us|five|ten|full|top|the (?:highest|best|top|maximum))"
    r"|name \w+ the (?:winner|best)|(?:do not|don't|never) (?:mention|report|tell|say|reveal|quote|discuss))\b"
)
_JUDGE = (
    r"(?:reviewers?|judges?|jurors?|graders?|evaluators?|assessors?|models?|assistants?|chatbots?|bots?|ais?|llms?|agents?"
    r"|machines|summari[sz]ers?|crawlers?|captioners?|language model|neural network|(?:reviewing|generative|automated)"
    r" (?:agents?|systems?|readers?))"
)
_ASKED = re.compile(
    START + _VERBS + r"|\b" + _JUDGE + r"\b(?:\s?[:,]\s|(?: \w+){0,5}? (?:must|shall|should|have to|ought to|are to"
    r"|are (?:told|asked|instructed|requested|required|expected|obliged) to)\b)"
)
_CALLED = re.compile(r"\b" + _JUDGE + r"\b")
_PRAISED = re.compile(
    r"\b(?:must|shall|top pick|best|winner|flawless|perfect|faultless|excellent|outstanding|ship|full marks|must buy"
    r"|ten points|award|a\+|10|obsolete|no (?:flaws|faults|weaknesses|findings)|rank(?:ed)? first|safest|favou?rable|have to be|deduct)(?!\w)"
)
_SOUGHT = re.compile(
    START
    + r"(?:"
    + _VERBS
    + r"|(?:treat|submit|pick|choose|select|set|write|give|act|copy|add|name|call|put|keep|buy|raise"
    r"|mark)\b)"
)


def asks(folded: str) -> bool:
    """Whether words that were disguised make a request once they are read."""
    return bool(_ASKED.search(folded))


def asks_machines(folded: str) -> bool:
    """Whether words that aren't shown call on a reader made of software and ask for something."""
    return bool(_CALLED.search(folded)) and wants(folded)


def wants(folded: str) -> bool:
    """Whether words under a name that calls on such a reader ask for anything."""
    return bool(_SOUGHT.search(folded)) or praises(folded)


def praises(folded: str) -> bool:
    """Whether words say what a verdict should."""
    return bool(_PRAISED.search(folded))
