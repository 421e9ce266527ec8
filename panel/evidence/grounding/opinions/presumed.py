"""What an advice or a taste takes for granted, said as a statement: ``Skip until they add SSO`` says that there is no SSO."""

import re
from collections.abc import Iterator

from panel.evidence.grounding.opinions.taste_words import is_exact
from panel.evidence.lookup.evidence import Evidence

_WHO = r"(?:it|they|he|she|somebody|someone|the (?:maker|vendor|company|team|developer|author|project)s?)"
_GET = (
    r"(?:gets?|adds?|brings?|ships?(?: with)?|supports?|publish(?:es)?|offers?|releases?|launch(?:es)?|has|have|provides?|"
    r"includes?|comes? with|gains?|learns?|shows?|builds?|delivers?|introduces?|accepts?|writes?|opens?)"
)
_THERE = (
    r"(?:arrives?|lands?|appears?|exists?|shows? up|comes? (?:out|along)|materiali[sz]es?|turns? up|"
    r"(?:is|are) (?:here|out|there|available|added|released|published|supported|ready))"
)
_WAITED_FOR = re.compile(
    rf"\b(?:until|till)\s(?:{_WHO}\s(?:\w+ly\s)?{_GET}\s(?P<got>[^,;:.!?—]+)|(?P<come>[^,;:.!?—]+?)\s(?:\w+ly\s)?{_THERE}\b)",
    re.IGNORECASE,
)
"""What one is told to wait for, and what therefore isn't there."""

_WAITED_OUT = re.compile(
    r"\b(?:until|till)\s(?P<thing>[^,;:.!?—]+?)\s(?:(?:comes?|moves?|drops?|trickles?)\s(?:down |out |over |away |up )?(?:from|out of|off)|leaves)\s"
    r"(?P<place>[^,;:.!?—]+)",
    re.IGNORECASE,
)
"""What one is told to wait for because of where it is: ``until SSO leaves the top plan``."""

_LEANS_ON = re.compile(
    r"(?:With|Given|Thanks to)\s(?P<thing>[^,;:.!?—]+?)(?:,\s|\s)"
    r"(?=(?:it['’]s|it is|this is|that['’]s|this one|I|I['’]\w+|we|you|you['’]\w+|my|our|even|who|what|how|why|there['’]s no)\b)"
)
_LACKS = re.compile(
    r"Without\s(?P<thing>[^,;:.!?—]+?)(?:,\s|\s)"
    r"(?=(?:(?:I|we)\s(?:can(?:no|['’])t|won['’]t|have to|must|need|vote|pass|skip)|it['’]s|it is|this is|that['’]s|skip|no\b|pass\b|I['’]m|my|our))"
)
"""What an advice leans on, or finds missing."""

_HAVING = re.compile(
    r"(?P<thing>(?:An?|The|Its|Their|Version)\s[^,;:!?—]{3,100}?),?\s(?:makes?\s(?:it|this|that|for|me|you)|is\s(?:an?|the|what|why|how|my|enough|plenty|exactly|just|more|less|too|quite|hardly|not)|"
    r"(?:alone|(?:finally\s)?(?:feels?|sounds?|looks?|seems?)|tells?|says?|sells?|sold|wins?|won|convinces?|convinced|earns?|tips?|suits?|settles?|bothers?|scares?|puts?)\s)"
)
"""What the subject of a verdict has: ``A 99.9% SLA makes this an easy ship``."""

_RATED = re.compile(
    r"(?P<thing>(?:\d[\d.,]*|[A-Z][a-z]+(?:-[a-z]+)?)\s(?:[\w-]+\s){0,3}?(?:dollars?|euros?|pounds?|cents?|percent|off|a|per|each)\b[^,;:.!?—]{2,80}?)\s"
    r"(?:is|are|feels?|sounds?|looks?|seems?|makes?)\s"
)
_RATE = re.compile(
    r"\b(?:per|each|an?)\s(?:\w+\s)?(?:month|year|week|day|seat|user|minute|hour|page|person|head|member|practitioner|device|token|site)s?\b",
    re.I,
)
"""A rate, of which a verdict may be the predicate: ``Three dollars off per seat is a fair deal``."""

_ENDS = (
    r"(?=\s(?:is|are|was|were|means?|makes?|kills?|rules?|hurts?|puts?|feels?|bothers?|stings?|worries|keeps?|leaves?|tells?|"
    r"looks?|sounds?|seems?|costs? (?:it|them)|for (?:me|my|us)|in my)\b|\s?[,;:.!?—]|$)"
)
_MISSED = re.compile(
    r"(?:(?:Leaving out|Omitting|Dropping|Lacking|Forgoing|(?:Shipping|Launching|Going|Doing) without)\s|(?:.*\b)?(?:[Tt]he|[Ii]ts|[Tt]his|[Ff]or|[Ff]or a)\s(?:lack|absence|want) of\s|"
    rf"The missing\s)(?P<thing>(?:(?!more|less|longer|doubt|one|need|way|wonder|thanks|matter|point|idea|deal|surprise|from)[\w’'-]+)(?:\s[\w.’'-]+){{0,5}}?){_ENDS}"
)
"""What a verdict says is missing: ``Leaving out a front light is a pity``."""

_NONE = re.compile(
    r"No\s(?P<thing>[\w’'-]+(?:\s[\w.’'-]+){0,5}?),?\s(?:is an?\s(?:deal[- ]?breaker|pity|shame|no|problem|pain|nuisance|minus|gap|omission|dealbreaker|mistake|let-?down)|"
    r"(?:kills|rules|hurts|bothers|stings|worries|puts)\s|means\s(?:no|I|we|it)\b)"
)

_MADE_TO = re.compile(
    rf"(?:Having|Needing|Being (?:forced|made|obliged|required)) to\s(?P<deed>[^,;:.!?—]{{3,80}}?){_ENDS}"
)
_KEPT_IN = re.compile(
    r"(?:Locking|Hiding|Putting|Gating|Keeping|Reserving|Tucking|Burying|Paywalling|Parking)\s(?P<thing>[^,;:.!?—]{2,40}?)\s"
    rf"(?:behind|into|in|on|for|inside|under|within)\s(?P<place>[^,;:.!?—]{{2,60}}?){_ENDS}"
)
"""What a verdict is about that opens with a deed."""

_MINDED = re.compile(
    r"I(?:['’]m| am| was| remain| feel)\s(?:(?:really|quite|rather|very|so|still|also|a bit|a little|not)\s)*"
    r"(?:wary|tired|sick|sold|keen|fond|proud|afraid|scared|suspicious|sceptical|skeptical|nervous|uneasy|worried|glad|happy|pleased|unhappy|"
    r"impressed|annoyed|bothered|put off|disappointed|relieved|delighted|won over|convinced)\s"
    r"(?:of|on|by|with|about|at|over)\s(?P<thing>(?:the|its|their|this|that)\s[^,;:.!?—]+?)(?=\s(?:on|in|for|when|because|and|but)\s|[,;:.!?—]|$)"
)
"""What a feeling is about."""

_ARTICLE = re.compile(
    r"^(?:(?:a|an|the|any|some|its|their|his|her|real|proper|decent|actual|full|official|finally)\s)+", re.IGNORECASE
)
_UNTRUE = re.compile(
    r"\b(?:would|could|should|might|may|wish\w*|hope\w*|want\w*|rivals?|competitors?|other|another|instead)\b|['’]d\b",
    re.I,
)
_TAKEN = re.compile(r"^(?:that|this|it|them|these|those|what|which|more|less|better|cheaper)\b", re.IGNORECASE)


def presumed(text: str, evidence: Evidence) -> Iterator[str]:
    """Yield what a part of an opinion takes for granted.

    Args:
        text: The part, without what joins it to another.
        evidence: The dossier, for what it teaches about names.
    """
    if match := _WAITED_FOR.search(text):
        if (thing := _named(match["got"] or match["come"])) is not None:
            yield f"There is no {thing}."
    yield from _about(text)
    if match := _WAITED_OUT.search(text):
        yield f"{upper(match['thing'])} is on {match['place']}."
    if (match := _LACKS.match(text)) and (thing := _named(match["thing"])) is not None:
        yield f"There is no {thing}."
    if (match := _LEANS_ON.match(text)) and not _UNTRUE.search(match["thing"]) and match["thing"][:3].lower() != "no ":
        yield f"It has {match['thing']}."
    if match := _MINDED.match(text):
        licensed = evidence.read(match["thing"]).licences
        yield f"It is under {match['thing']}." if licensed else f"It has {match['thing']}."
    if (match := _HAVING.match(text)) and not _UNTRUE.search(text):
        if is_exact(evidence.read(match["thing"])):
            yield f"{upper(match['thing'])}."
    if (match := _RATED.match(text)) and _RATE.search(match["thing"]) and not _UNTRUE.search(text):
        yield f"{match['thing']}."


def _about(text: str) -> Iterator[str]:
    """Yield what the subject of a verdict says that is there or isn't."""
    if (match := _MISSED.match(text) or _NONE.match(text)) and (thing := _named(match["thing"])) is not None:
        yield f"There is no {thing}."
    if match := _MADE_TO.match(text):
        yield f"You have to {match['deed']}."
    if match := _KEPT_IN.match(text):
        yield f"{upper(match['thing'])} is in {match['place']}."


def _named(thing: str) -> str | None:
    """Return what is waited for without its article; nothing if it is only pointed at."""
    bare = _ARTICLE.sub("", thing.strip(" ."))
    return None if not bare or _TAKEN.match(bare) or len(bare.split()) > LONG else bare


LONG = 6
"""Most words of a thing that is waited for."""


def upper(text: str) -> str:
    """Return a part of a sentence as a sentence begins."""
    return f"{text[:1].upper()}{text[1:]}"
