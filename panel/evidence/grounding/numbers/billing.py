"""How a price is billed."""

import re

from panel.evidence.measures import Quantity
from panel.evidence.owners import segment
from panel.evidence.passages import Passage


def billing(passage: Passage, figure: object) -> str:
    """Return ``annual`` or ``monthly`` where a price says how it is billed."""
    if not isinstance(figure, Quantity) or figure.kind != "money":
        return ""
    start, end = segment(passage, figure.span)
    words_ = passage.text[start : max(end, figure.span[1] + 40)].lower()
    if re.search(r"annual(?:ly)?\b|by the year|yearly|for a year", words_) and "year" not in figure.per:
        return "annual"
    return (
        "monthly"
        if re.search(r"billed monthly|monthly billing|paid monthly|month to month|monthly plan", words_)
        else ""
    )
