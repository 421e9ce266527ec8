"""When two figures can be one: of one measure, counting the same, and not by how much two things differ."""

import re

from panel.evidence.concepts import concept_of
from panel.evidence.dates import DateMention
from panel.evidence.licences import LicenceMention
from panel.evidence.measures import Quantity, same_measure
from panel.evidence.passages import Passage
from panel.evidence.stems import stem
from panel.evidence.words import words

Figure = Quantity | DateMention | LicenceMention


def comparable(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities can be the same one; ``74.9`` may be ``74.9 percent``, ``34 people`` 34 employees."""
    if {a.kind, b.kind} <= {"count", "number"}:
        return True
    return same_measure(a, b) or {a.kind, b.kind} == {"percent", "number"}


_MARGIN = re.compile(
    r"\s(?:more|less|fewer|above|below|under(?=\s(?:[A-Z]\w+['’]|what|that of|its|the (?:maker|vendor|company|claimed|advertised|rated)))|short of|shy of|apart|ahead|behind|higher|lower|better|worse|longer|shorter|faster|slower|later|earlier|cheaper|dearer|smaller|larger|bigger|lighter|heavier)\b(?!\s[$€£¥]?\d)"
)


def is_margin(passage: Passage, figure: Figure) -> bool:
    """Whether a number says by how much two things differ: ``six points above``, ``two hours longer``."""
    return bool(_MARGIN.match(passage.text[figure.span[1] :]))


PERSONS = frozenset(
    words(
        "people employ user developer customer hearing student worker civil contributor person memb player "
        "listener seller buyer reader designer voic speaker use play respondent passeng rider guest"
    )
) | {
    "civil servant",
    "seat",
    "speaker",
    "speak",
    "make",
}


def counts_alike(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers count the same: one noun, two words for people, or a noun that qualifies the other."""
    one, two = (concept_of(stem(each.unit)).name for each in (a, b))
    if one == two or not b.unit or {one, two} <= PERSONS:
        return True
    mine, theirs = ({concept_of(stem(word)).name for word in each.noun} for each in (a, b))
    return bool(mine & theirs)
