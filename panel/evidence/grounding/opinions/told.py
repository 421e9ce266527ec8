"""What somebody said, thought or found: that he did is a fact."""

import re

from panel.evidence.passages import Passage

_TELLS = re.compile(
    r"(?:['’]s \w+)?(?:,[^,]{3,60},)?\s(?:also\s|once\s|even\s)?(?:says?|said|told|tells|thinks|thought|believes|believed|wants|wanted|hopes|hoped|wishes|wished|expects|expected|promises|promised|"
    r"finds|found|reckons|reckoned|claims|claimed|argues|argued|reports|reported|calls|called|writes|wrote|explains|explained|warns|warned|admits|admitted|measured|"
    r"counted|tried|tested|noticed|noted|concedes|conceded|complains|complained|recommends|recommended|suggests|suggested|prefers|preferred|likes|liked)\b"
)
_TELLER = re.compile(
    r"(?:(?:The|Its|Their|An?|Co-?|[Cc]hief|[Mm]anaging|[Ee]xecutive|[a-z][\w-]+|Founder|Founders|Director|Designer|Engineer|Developer|Reviewer|Critic|Author)\s){0,4}$"
)


def is_told(claim: Passage) -> bool:
    """Whether a sentence says what somebody with a name said, thought or found: that he did is a fact, whatever it is."""
    first = next((name for name in claim.names if name.sure), None)
    if first is None or _TELLER.match(claim.text[: first.span[0]]) is None:
        return False
    return _TELLS.match(claim.text, first.span[1]) is not None
