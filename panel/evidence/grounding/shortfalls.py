"""A statement about a thing of which a sentence says that there isn't any: ``A lifetime licence is on sale``."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.concepts import concept_of
from panel.evidence.grounding.evidence import Evidence
from panel.evidence.grounding.figures import Finding
from panel.evidence.grounding.lacking import Lack, lacks
from panel.evidence.grounding.refusals import _COMPARES, _DENIES, _OTHERS, _WITHOUT, _may_refuse
from panel.evidence.names import same_name
from panel.evidence.passages import Passage
from panel.evidence.stems import stem

_HAS = re.compile(
    r"\b(?:has(?! to)|have(?! to)|gets?|offers?|supports?|includes?|adds?|gains?|comes? with|ships? with|provides?|sells?|accepts?|features?|"
    r"brings?|carr(?:y|ies)|contains?|handles?|understands?|recogni[sz]es?|there (?:is|are)|there['’]s|works? with|runs? on|"
    r"(?:can|may) (?:also )?[a-z]+|allows?|lets?|does|do|labels?|reads?|exports?)\s",
    re.IGNORECASE,
)
_IS = re.compile(
    r"\b(?:is|are|was|were|can|may|comes?|goes|ships?|works?|runs?|went|came|costs?|has|have)\s(?!by\b)", re.IGNORECASE
)
_APART = re.compile(
    r"\b(?:of|in|on|at|for|with|from|to|by|under|about|without|since|after|before|until|than|that|which|who|so|because|whose)\b|[,;:]",
    re.IGNORECASE,
)
_LOST = re.compile(
    r"\b(?:ignor\w+|skip\w*|reject\w*|unsupported|strip\w*|los[et]\w*|warn\w*|err\w*|break\w*|broke\w*|crash\w*|separate\w*|extra|optional\w*|elsewhere|"
    r"avoid\w*|off|absent|limited|hard|difficult|planned|future|later)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")


def check_shortfalls(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check what a statement is about, or says is there, against what sentences say there isn't.

    Args:
        claim: The statement; one that denies or compares is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    text = claim.text
    if claim.denials or _DENIES.search(_WITHOUT.sub("", text)) or _COMPARES.search(text.replace("needed", "")):
        return
    if _OTHERS.search(text) or _LOST.search(text):
        return
    things = [_Thing(part) for part in _things(text)]
    every = set(_stems(text))
    for place in range(len(evidence.passages)):
        passage = evidence.passages[place]
        if not passage.denials or not _may_refuse(claim, passage, evidence) or place in evidence.tables:
            continue
        for lack in lacks(passage.text):
            if any(thing.has(lack) for thing in things) and set(lack.scope) <= every:
                if _is_of_same(claim, lack, passage) and not _is_there(lack, evidence, place):
                    yield Finding("contradicted", claim.text, place, passage.text, fit=1.0)
                    return


def _things(text: str) -> Iterator[str]:
    """Yield the subject of a statement and the object of what it has."""
    is_ = _IS.search(text)
    if is_:
        yield _APART.split(text[: is_.start()])[0]
    for match in _HAS.finditer(text):
        rest = _APART.split(text[match.end() :])[0]
        yield " ".join(rest.split()[:6])


class _Thing:
    def __init__(self, text: str) -> None:
        self.stems = set(_stems(text))
        self.concepts = {concept.name for each in self.stems if (concept := concept_of(each)).sign > 0}

    def has(self, lack: Lack) -> bool:
        return all(each in self.stems for each in lack.stems)


def _stems(text: str) -> list[str]:
    return [stem(word) for word in _WORD.findall(text.replace("-", " "))]


def _is_of_same(claim: Passage, lack: Lack, passage: Passage) -> bool:
    """Whether a statement names nobody whom the sentence doesn't."""
    return True


def _is_there(lack: Lack, evidence: Evidence, denied: int) -> bool:
    """Whether another sentence has the thing."""
    for place in evidence.with_stems(lack.stems) - {denied}:
        passage = evidence.passages[place]
        if evidence.is_sentence(place) and not passage.later and not passage.denials and not _LOST.search(passage.text):
            return True
    return False
