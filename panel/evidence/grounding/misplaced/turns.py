"""What went from one thing to another in a source, and the other way in a statement: ``from TOML to YAML``."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.passages import Passage
from panel.evidence.stems import stem

_MOVE = re.compile(
    r"\bfrom\s(?:(?:the|an?|its|their|plain)\s)?(?P<one>[A-Za-z][\w.+#/-]*)\s(?:over\s|back\s)?to\s(?:(?:the|an?|its|their|plain)\s)?(?P<two>[A-Za-z][\w.+#/-]*)"
)
_BOTH_WAYS = re.compile(
    r"\b(?:both (?:ways|directions)|either (?:way|direction)|vice versa|and back|translat\w+)\b", re.IGNORECASE
)
_BACK = re.compile(r"\b(?:not|never|no longer|instead of|rather than)\b|n['’]t\b", re.IGNORECASE)


def check_turns(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check from what to what something went.

    Args:
        claim: The statement.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    moves = set(_moves(claim.text))
    if not moves or _BOTH_WAYS.search(claim.text) or _BACK.search(claim.text):
        return
    if any(moves & set(_moves(passage.text)) for passage in evidence.passages):
        return
    for place in places:
        passage = evidence.passages[place]
        turned = {(two, one) for one, two in _moves(passage.text)}
        if moves & turned and not _BOTH_WAYS.search(passage.text) and not _BACK.search(passage.text):
            yield Finding("contradicted", claim.text, place, passage.text, fit=1.0)
            return


def _moves(text: str) -> Iterator[tuple[str, str]]:
    for found in _MOVE.finditer(text):
        one, two = stem(found["one"].lower().strip(".")), stem(found["two"].lower().strip("."))
        if one != two:
            yield one, two
