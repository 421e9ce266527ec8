"""What a statement says is there and every source only promises: ``Bitbucket works today``, ``Bitbucket is next``."""

import re
from collections.abc import Iterator

from panel.evidence.dates import may_be_same
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.names import Name, same_name
from panel.evidence.passages import Passage

_FUTURE = re.compile(
    r"\b(?:will|plan(?:s|ned|ning)?|promis\w+|expect\w*|pencilled|due|coming|soon|follows?|to follow|roadmap|later|considering|looked (?:at|into)|"
    r"(?:is|are|first|next) (?:next|in line|in the queue|up next)|next (?:year|month|spring|summer|autumn|quarter)|on the way|in the works|hop(?:es?|ing)|delay\w*|postpon\w*|defer\w*|announc\w*|intend\w*|aims?|should|could|may|might|would|"
    r"(?:is|are|was|were|been) set (?:for|to)|slated|targeted|on track|was to|were to|wait\w*|until|before|if|not yet|yet|asked for|wish\w*|working on|in preparation|scheduled|billed for|beta|preview|alpha|experimental|pending|not finished|unfinished)\b",
    re.IGNORECASE,
)


def check_promises(claim: Passage, evidence: Evidence) -> Iterator[Finding]:
    """Check whether what a statement says is there, by name, is only promised or denied wherever it is named.

    Args:
        claim: The statement; one that denies or speaks of the future itself is left alone.
        evidence: The dossier.
    """
    if claim.denials:
        return
    for name in claim.names:
        if not name.sure or evidence.subject.is_ours(name.key) or _FUTURE.search(_clause(claim, name.span)):
            continue
        if claim.clause_at(name.span) in claim.later:
            continue
        places = sorted(evidence.named_at(name.key))
        if any(_is_of_day(claim, name, evidence.passages[place]) for place in places):
            continue  # it tells the day on which it is to come
        if places and all(_is_promised(evidence.passages[place], name, evidence) for place in places):
            place = places[0]
            yield Finding("contradicted", claim.text, place, evidence.passages[place].text, fit=1.0)
            return


def _is_promised(passage: Passage, name: Name, evidence: Evidence) -> bool:
    """Whether a sentence names a thing in a clause of the future, as what is to come."""
    here = next((other for other in passage.names if other.key >= name.key or name.key >= other.key), None)
    if here is None or not evidence.is_sentence(evidence.at[passage.cite]):
        return False
    clause = passage.clause_at(here.span)
    return clause in passage.later or bool(_TO_COME.search(_clause(passage, here.span)))


def _is_of_day(claim: Passage, name: Name, passage: Passage) -> bool:
    """Whether a statement puts a thing on the day for which a sentence promises it."""
    here = next((other for other in passage.names if same_name(name.key, other.key)), None)
    if here is None:
        return False
    mine = [each for each in claim.dates if not _NOW.search(each.text)]
    clause = passage.clause_at(here.span)
    theirs = [each for each in passage.dates if passage.clause_at(each.span) == clause]
    return any(may_be_same(one, two) for one in mine for two in theirs)


_NOW = re.compile(r"\b(?:today|tonight|now|yesterday|this)\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:will (?:open|follow|come|arrive|be|launch|ship|get|start)|(?:is|are) (?:planned|promised|next|due|to follow|on the way|in the works|scheduled|pencilled in|coming)|"
    r"follows? (?:this|next|in)|to follow|(?:not|n['’]t) planned|working on)\b",
    re.IGNORECASE,
)


def _clause(passage: Passage, span: tuple[int, int]) -> str:
    """Return the words of the clause in which something stands."""
    number = passage.clause_at(span)
    spans = [each for each, clause in zip(passage.line.spans, passage.clauses, strict=True) if clause == number]
    return passage.text[spans[0][0] : spans[-1][1]] if spans else passage.text
