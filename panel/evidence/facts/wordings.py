"""The words by which a sentence shows that its price is a rival's, an older version's or another product's."""

import re

from panel.evidence.names import key_of
from panel.evidence.subject import Subject
from panel.evidence.words import words


def tells_of_another(subject: Subject, text: str, span: tuple[int, int]) -> bool:
    """Whether a sentence says, by its words round a price, that another's is told."""
    start = max(text.rfind(mark, 0, span[0]) for mark in (";", ". ", ": "))
    clause, before = text[start + 1 : span[1]], text[: span[0]]
    if (
        _RIVAL.search(clause)
        or _IS_CHEAPER.match(text[span[1] :])
        or _FORERUNNER.search(clause)
        or _AGAINST.search(before)
    ):
        return True
    if _tells_of_other_version(subject, clause):
        return True
    keys = [key_of(match[1] or match[2]) for match in (_WHOSE.search(clause),) if match]
    openings = (_OWNED.search(before), _HELD_AGAINST.search(before), _AT.match(before) or APPOSED.match(text))
    keys += [key_of(match[1]) for match in openings if match]
    if any(not subject.is_ours(key) and not key & PLANS for key in keys):
        return True
    if (told := _SAYS.match(text)) and not subject.is_ours(key_of(told[1])) and not key_of(told[1]) <= PLANS:
        return True
    small = [small_subject(text), *(match[1] for match in (_IN_SMALL.search(clause),) if match)]
    return any(name and not subject.is_ours(key_of(name)) for name in small)


_RIVAL = re.compile(
    r"\b(?:rivals?|competit\w+|competing|comparable|market leader|alternatives?|konkurrenz|concurrent|elsewhere|"
    r"others|for comparison|(?-i:[A-Z])\w+-like|(?:tools|products|services|apps|models|programs) (?:like|such as))\b|\b(?:cheaper|dearer|more expensive)\s\(|\b(?:first|original|old(?:er)?|previous|earlier|last) (?:(?-i:[A-Z])\w+|model|version|generation|one)\b|"
    r"\b(?:their|its|his|her|the (?:company|firm|maker)['’]s) (?:last|previous|earlier|older|first|former|original) \w+",
    re.I,
)


_AGAINST = re.compile(
    r"\b(?:against|compared (?:with|to)|versus|vs\.?)\s(?:[^;,]{0,30}\sand\s)?(?:the\s|about\s|around\s)?$",
    re.IGNORECASE,
)
"""What stands right before a price that another is held against."""


_HELD_AGAINST = re.compile(
    r"\b(?:[Aa]gainst|[Cc]ompared (?:with|to)|[Vv]ersus|[Uu]nlike|[Nn]ext to|[Bb]eside|than)\s(?:the\s|an?\s)?([A-Z][\w-]*(?:\s[A-Z\d][\w-]*){0,3}),?\s(?:at|for)\s$"
)
"""Whose price it is that the release's is held against: ``Compared with the Crawlix 6 at $399``."""


_VERSION = re.compile(r"\b[Vv](?:ersion )?(\d+(?:\.\d+)*)\b")


def _tells_of_other_version(subject: Subject, clause: str) -> bool:
    """Whether a clause names another version than the release's: ``Version 4 cost`` of a Pocketledger 5."""
    ours = {word.partition(".")[0] for word in subject.name if word[0].isdigit()}
    if not ours:
        return False
    told = {match[1].partition(".")[0] for match in _VERSION.finditer(clause)}
    return bool(told and not ours & told)


_SMALL_SUBJECT = re.compile(
    r"([a-z][a-z\d_-]{3,})\s(?:is|was|costs?|charges?|asks?|wants?|starts at|comes under|uses)\b"
)
_NO_NAMES = frozenset(
    words(
        "this that there they what which everything nothing licence license licensing code model weights price pricing price shipping "
        "source software service server client core cloud hosting storage input output usage support here mine plus"
    )
)


def small_subject(text: str) -> str | None:
    """Return the name in small letters that opens a sentence, as a tool's does: ``pgcarry is GPL``."""
    found = _SMALL_SUBJECT.match(text)
    return found[1] if found and found[1] not in _NO_NAMES else None


_SAYS = re.compile(
    r"(?:\*\*)?[a-z][\w.-]*(?: \([^)]*\))?:(?:\*\*)?\s([A-Z][\w-]{3,})\s(?:is|costs|asks|wants|charges|sells|offers|has)\s(?:\w+ ){0,3}[$€£]"
)
"""What somebody in a forum says of a rival: ``ling: Procreate is £12.99``."""


_IN_SMALL = re.compile(
    r"(?:^|[,;]\s|\band |\bbut |\bwhile )\s?([a-z][a-z\d-]{3,})['’]s\s(?:own |hosted |paid )?\w+ (?:costs?|is|starts|charges)\b"
)
"""Whose price it is, where a rival is written in small letters: ``markstyle's cloud costs``."""


_OWNED = re.compile(
    r"\b(?!It['’]|That['’]|There['’]|Here['’]|What['’]|Today['’])([A-Z][\w-]+)['’]s\s(?:own\s|new\s|price of\s)?$"
)
"""Whose price it is, right before it: ``next to Inkwell's $49.99``."""


_IS_CHEAPER = re.compile(r",?\s(?:is|are|was|remains)\s(?:\w+\s)?(?:cheaper|dearer|more expensive)\b")


_AT = re.compile(
    r"(?:And |But |While |Only )?([A-Z][\w-]+)(?:['’]s [A-Z]\w+)?,? (?:at|which (?:costs?|charges|asks))\s?$"
)
"""What opens a sentence on a rival: ``Atlas, at $9 a seat``."""


APPOSED = re.compile(
    r"([A-Z][\w-]+), (?!(?:the|an?|our|its) (?:[a-z]+ ){0,3}(?:plan|tier|package|subscription|membership)\b)(?:the|an?|its|which|whose|from)\s[^,;.]{3,40},\s(?:charges|costs|asks|wants|has|is|starts|offers)\b"
)
"""What opens a sentence on somebody who is introduced: ``Mainsail, the incumbent, charges``."""


_WHOSE = re.compile(r"\b([A-Z][\w-]+), whose\s[^,;]*$|\b([A-Z][\w-]+), which (?:charges|asks|wants)\s[^,;]*$")
"""Whose price it is, where a sentence passes on to a rival: ``and at Turnstile, whose cache costs``."""


_FORERUNNER = re.compile(
    r"\b(?:follow-?up|successor|heir) (?:to|of)\b[^;]*, (?:which|that)\b[^;]*$|"
    r"\b(?:replaces|succeeds|supersedes|takes over from|follows)\s[^,;]*, (?:which|that)\b[^;]*$",
    re.IGNORECASE,
)
"""What a sentence tells of the one before: ``the follow-up to the Node 1, which had a fan, cost``."""


PLANS = frozenset(
    words(
        "free pro plus team teams solo starter basic scale enterprise business personal premium standard individual "
        "max ultra lite hobby cloud company sync hosting membership subscription supporter supporters creator family student growth developer professional"
    )
)
"""Names of plans."""
