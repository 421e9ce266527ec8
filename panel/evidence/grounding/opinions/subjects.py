"""What a verdict is about, said as a statement: ``A Linux app earns my vote`` takes for granted that there is one."""

import re
from collections.abc import Iterator

from panel.evidence.lookup.evidence import Evidence

VERDICT = (
    r"(?:adds?|alarms?|amuses?|annoys?|appeals?|baffles?|beats?|bothers?|breaks?|brings?|buys?|changes?|charms?|clinches?|comes?|"
    r"confirms?|convinces?|counts?|covers?|deserves?|disappoints?|does|do|earns?|eases?|excites?|explains?|feels?|fits?|fixes|fix|"
    r"frightens?|gets?|gives?|goes|go|grates?|has|have|helps?|hits?|hurts?|impresses|impress|inspires?|intrigues?|irritates?|is|are|"
    r"justifies|justify|keeps?|kills?|leaves?|lets?|looks?|loses?|makes?|matters?|means?|moves?|opens?|pays?|persuades?|pleases?|proves?|puts?|"
    r"puzzles?|raises?|reassures?|removes?|rules?|saves?|says?|scares?|seals?|seems?|sells?|settles?|shows?|shuts?|solves?|sounds?|"
    r"speaks?|spoils?|stings?|stops?|strikes|suggests?|suits?|surprises?|swings?|takes?|tells?|tempts?|ticks?|tips?|touches|touch|troubles?|"
    r"turns?|undercuts?|unlocks?|upsets?|warms?|wins?|worries|worry|was|were|convinced|impressed|surprised|pleased|settled|sold|won|"
    r"tipped|made|bothered|scared|worried|annoyed|put|kept|left|told|gave|felt|seemed|sounded|looked|sealed)"
)
"""What a thing is or does to who judges it."""

_CLAUSE = re.compile(
    rf"That\s(?P<said>(?:you|it|they|the|its|their|there|no|nobody|everything|nothing|an?)\s[^,;:!?—]+?)\s(?=(?:alone\s|already\s)?{VERDICT}\s(?:it|this|me|my|that|us|for|an?|the|why|what|enough|how|to)\b)"
)
_ABLE = re.compile(
    rf"(?:Being|Getting to be)\s(?:able|allowed|free|permitted)\sto\s(?P<deed>[^,;:!?—]+?)\s(?={VERDICT}\s)"
)
"""What opens a verdict with all of a statement."""

_THING = re.compile(
    rf"(?P<thing>(?:An?\s|The\s|Its\s|Their\s)?(?:[\w.’'/+#-]+\s){{0,5}}?[\w.’'/+#-]+?),?\s(?=(?:(?:on|in|at|from|for|with)\s[^,;:!?—]{{2,30}}?\s)?(?:alone\s|also\s|really\s)?"
    rf"(?:(?:is|are|was|were)\s(?:an?|the|what|why|where|exactly|just|pure|enough)\b|(?!(?:is|are|was|were|has|have|had|do|does|goes|go|comes?|gets?|left|kept|leaves?|stops?|loses?|breaks?)\b){VERDICT}\s))"
)
_INNER = re.compile(
    r"\b(?:that|which|who|what|where|when|if|as|because|I|we|you|it|they|not|no|than|and|or|but|isn|is|are|was|were|this|these|those|"
    r"like|to|of|in|on|for|with|from|by|at|about|every|any|each|most|many|few|more|less|nobody|everyone|\w+n['’]t)\b",
    re.IGNORECASE,
)
_PRAISE = re.compile(
    r"\b(?:proper|real|good|nice|full|decent|honest|actual|working|native|official|finally|own)\s", re.IGNORECASE
)


def of_verdict(text: str, evidence: Evidence) -> Iterator[str]:
    """Yield what the subject of a verdict says by itself.

    Args:
        text: The verdict, without what joins it to another part.
        evidence: The dossier, for what it teaches about names.
    """
    if found := _CLAUSE.match(text):
        yield f"{found['said'][:1].upper()}{found['said'][1:]}."
    elif found := _ABLE.match(text):
        yield f"You can {_MYSELF.sub('yourself', found['deed'])}."
    elif (
        (found := _THING.match(text))
        and not _DENIES.search(text)
        and not _INNER.search(found["thing"])
        and not _DEED.match(found["thing"])
    ):
        foreign = [
            name
            for name in evidence.read(text).names
            if name.sure and name.span[1] <= found.end() and not evidence.subject.is_ours(name.key)
        ]
        if any(evidence.is_known(name.key) for name in foreign) and not _PEOPLE.search(found["thing"]):
            yield f"There is {_without_article(found['thing'])}."


_DENIES = re.compile(
    r"\b(?:no|not|none|never|nobody|nothing|neither|without|cannot|lacks?|lacking|missing|gone|absent|absence|pity|shame|left (?:out|behind)|out of luck|wait|yet|elsewhere|"
    r"dropped|removed|promised|planned)\b|n['’]t\b",
    re.IGNORECASE,
)
"""What says that a thing isn't there."""

_PEOPLE = re.compile(r"\b(?:\w+ers|users?|owners?|people|folks?|fans?|shops?|teams?|community|crowd)$", re.IGNORECASE)
"""Those who use a thing."""

_DEED = re.compile(r"\w+ing\b")


_MYSELF = re.compile(r"\b(?:myself|ourselves)\b")


def _without_article(thing: str) -> str:
    article, _, rest = thing.partition(" ")
    if article in ("A", "An"):
        return f"{article.lower()} {_PRAISE.sub('', rest)}"
    return rest if article in ("The", "Its", "Their") else thing
