"""What a question asks for that the next sentence answers by ``no``: ``Is there an API? No.``."""

import re
from collections.abc import Iterator

from panel.evidence.grounding.denied.lacking import Lack, named_in
from panel.evidence.lookup.evidence import Evidence

_ASKS = re.compile(
    r"(?:(?:Is|Are|Was|Will)\sthere\s(?:be\s)?|(?:Do|Does|Did|Can|Could|Will|Has|Have|Is|Are)\s(?:[\w'’-]+\s){1,3}?"
    r"(?:have|get|sell|offer|support|include|ship with|come with|provide|need|require|accept|work with|run on|bound by|tied to|charge)\s)"
    r"(?:an?\s|any\s|the\s)?(?P<thing>[^?,;]{2,50})\?$"
)
"""A question whether there is a thing."""

_NO = re.compile(
    r"(?:No|Nope|None|Not (?:yet|at all|at the moment|for now|so far))\b(?!\s(?:doubt|problem|worries|matter))"
)


def denied_by_answer(evidence: Evidence, place: int) -> Iterator[Lack]:
    """Yield the things of a question that the next sentence denies.

    Args:
        evidence: The dossier.
        place: The question.
    """
    text = evidence.passages[place].text
    if not text.endswith("?") or place + 1 >= len(evidence.passages):
        return
    asked = _ASKS.match(text)
    if asked and evidence.before(place + 1) == place and _NO.match(evidence.passages[place + 1].text):
        yield from named_in(asked["thing"])
