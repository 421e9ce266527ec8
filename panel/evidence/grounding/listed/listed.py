"""Names that a list has and a statement denies or leaves out: ``no build for Windows``, ``in Dublin only``."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.names import Name, same_name
from panel.evidence.passages import Passage

_DOUBTS = re.compile(
    r"\b(?:no|not|never|none|nor|neither|without|cannot|except|only|unless|until|if|when|once|but|beta|preview|planned|plans?|soon|later|will|would|could|may|might|should|"
    r"missing|lacks?|dropped|removed|instead|experimental|partly|partially|limited|paid|extra|separate\w*|hopes?|claims?|once|used to|was|were|had)\b|n['’]t\b",
    re.IGNORECASE,
)
_EVERY = re.compile(r"\b(?:both|all|every|each|any)\b", re.IGNORECASE)
_ONLY = re.compile(r"\b(?:only|alone|exclusively|nowhere (?:else|but))\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:only|exclusively|nowhere (?:else )?but)\s(?:(?:in|on|for|with|through|from|to|at|by|under)\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s(?:only|alone|exclusively)\b", re.IGNORECASE)
_JOINS = re.compile(r"(?:,\s(?:and\s|or\s)?|\s(?:and|or|as well as|plus|&)\s)(?:(?:in|on|for|with|from)\s)?(?:the\s)?")
"""What stands between two names of a list."""


def check_listed(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check names that a statement denies, or says are the only ones, against lists that have them.

    Args:
        claim: The statement.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    ours = evidence.subject.is_ours
    names = [name for name in claim.names if name.sure and not ours(name.key)]
    if not names:
        return
    place = (
        _affirmed_at(claim, names, evidence, places) if claim.denials else _joined_at(claim, names, evidence, places)
    )
    if place is not None:
        yield Finding("contradicted", claim.text, place, evidence.passages[place].text, fit=1.0)


def _affirmed_at(claim: Passage, names: Sequence[Name], evidence: Evidence, places: Sequence[int]) -> int | None:
    """Return the place of a sentence that affirms of all of some names what a statement denies."""
    first = min(claim.denials)
    denied = [name for name in names if claim.sign_at(name.span) < 0 and name.span[0] > first]
    if any(claim.sign_at(name.span) > 0 and any(same_name(name.key, each.key) for each in denied) for name in names):
        return None
    things = {item.concept for item in claim.items if item.sign < 0 and item.concept != "have"}
    if not denied or not things or claim.later or _COMPARES.search(claim.text):
        return None
    if any(_is_denied(evidence.passages[place], name) for name in denied for place in evidence.named_at(name.key)):
        return None
    about = {item.concept for item in claim.items if item.weight >= 1}
    known = set().union(*(evidence.passages[at].concepts for at in range(min(3, len(evidence.passages)))))
    for place in places[:8]:
        passage = evidence.passages[place]
        if passage.later or passage.text.rstrip().endswith("?") or not _VERB.search(passage.text):
            continue
        here = [_found(name, passage) for name in names]
        if not all(here) or any(_doubted(passage, name) for name in here if name):
            continue
        said = passage.concepts | passage.name_concepts
        rest = about - said - evidence.around(place) - known
        if things & said and (not rest or _EVERY.search(passage.text)):
            return place
    return None


_VERB = re.compile(r"\b(?:is|are|has|have|can|[a-z]{3,}(?:s|ed)|exist|work|run|support|come|ship)\b")
_COMPARES = re.compile(
    r"\b(?:than|unless|except|until|yet|instead|rather|only|without|every|all|most|less|fewer|more)\b", re.IGNORECASE
)


def _found(name: Name, passage: Passage) -> Name | None:
    return next((other for other in passage.names if same_name(name.key, other.key)), None)


def _is_denied(passage: Passage, name: Name) -> bool:
    """Whether a sentence denies or limits what it says of a name, or has it as another word."""
    here = [other for other in passage.names if same_name(name.key, other.key)]
    return any(passage.sign_at(other.span) < 0 or _doubted(passage, other) for other in here)


def _doubted(passage: Passage, name: Name) -> bool:
    """Whether anything in a name's clause denies or limits what is said of it."""
    clause = passage.clause_at(name.span)
    spans = [span for span, at in zip(passage.line.spans, passage.clauses, strict=True) if at == clause]
    return bool(_DOUBTS.search(passage.text, spans[0][0], spans[-1][1])) if spans else True


def _joined_at(claim: Passage, names: Sequence[Name], evidence: Evidence, places: Sequence[int]) -> int | None:
    """Return the place of a sentence that has another name beside the one that a statement calls the only one."""
    if not _ONLY.search(claim.text):
        return None
    sole = [
        name for name in names if _BEFORE.search(claim.text[: name.span[0]]) or _BEHIND.match(claim.text, name.span[1])
    ]
    if len(sole) != 1 or any(_ONLY.search(evidence.passages[place].text) for place in evidence.named_at(sole[0].key)):
        return None
    telling = {item.concept for item in claim.items}
    for place in places[:8]:
        passage = evidence.passages[place]
        here = _found(sole[0], passage)
        if here is None or passage.denials or passage.later or passage.text.rstrip().endswith("?"):
            continue
        met = telling & passage.concepts
        if met and 2 * len(met) >= len(telling) and _stands_in_list(passage, here, names):
            return place
    return None


def _stands_in_list(passage: Passage, name: Name, named: Sequence[Name]) -> bool:
    """Whether another name that a statement hasn't stands right beside a name."""
    for other in passage.names:
        first, second = sorted((name, other), key=lambda each: each.span)
        between = passage.text[first.span[1] : second.span[0]]
        if (
            other is not name
            and _JOINS.fullmatch(between)
            and not any(same_name(other.key, each.key) for each in named)
        ):
            return True
    return False
