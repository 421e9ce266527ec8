"""How many times, or by how much percent, something changed, where one sentence has both numbers: twice as fast, from 11 to 6 minutes."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity, same_measure
from panel.evidence.passages import Passage

_BETWEEN = re.compile(
    r",?\s(?:(?:it was|now|down|up|that is)\s)?(?:to|instead of|rather than|against|(?:down|up) from|where(?: [\w ]{2,30})? (?:took|needed|was|managed|had|got)|compared (?:with|to)|from|versus)\s"
    r"(?:(?:only|just|about|some|the|around)\s)*"
)
"""What stands between two numbers one of which took the other's place."""

_ASPECTS = {
    "speed": r"(?:fast|quick|slow)\w*",
    "size": r"(?:larg|big|small)\w*",
    "price": r"(?:cheap|dear|expensive|pric)\w*",
    "length": r"(?:long|short)\w*",
    "height": r"(?:high|low)\w*",
    "weight": r"(?:light|heav)\w*",
}
_BEHIND = re.compile(
    r"\s(?:as |the |more |less |\w+ly )?(?:"
    + "|".join(rf"(?P<{name}>{word})" for name, word in _ASPECTS.items())
    + r")\b",
    re.IGNORECASE,
)
_LESS = re.compile(r"\s(?:\w+ly\s)?(?:slower|less|fewer|lower|smaller|shorter|cheaper|lighter)\b", re.IGNORECASE)
_CHANGES = re.compile(r"\b(?:doubl|tripl|quadrupl|halv)", re.IGNORECASE)

NEAR = 0.17
"""How far a multiple may be from what two numbers come to."""


def check_ratios(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check the multiples of a statement against sentences that have both numbers, or a percentage.

    Args:
        claim: The statement; one that denies, or has other figures besides, is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    multiples = [each for each in claim.quantities if each.kind == "multiple"]
    if claim.denials or len(multiples) != 1 or not _is_of_change(claim, multiples[0]):
        return
    mine = multiples[0]
    aspect = _aspect(claim, mine)
    found = [(place, list(_ratios(evidence.passages[place], aspect))) for place in places[:8]]
    if any(_is_same(mine, ratio) for _, ratios in found for ratio in ratios):
        return
    for place, ratios in found:
        if ratios and evidence.has_half(claim, place, mine.span) and not evidence.passages[place].later:
            yield Finding("contradicted", mine.text, place, evidence.passages[place].text, fit=1.0)
            return


def _is_of_change(claim: Passage, multiple: Quantity) -> bool:
    """Whether a multiple says how two numbers compare."""
    return bool(_aspect(claim, multiple) or _CHANGES.match(multiple.text))


def _aspect(passage: Passage, figure: Quantity) -> str:
    """Return what a multiple or percentage says of a thing: its speed, its price."""
    match = _BEHIND.match(passage.text[figure.span[1] :])
    return (match.lastgroup or "") if match else ""


def _ratios(passage: Passage, aspect: str) -> Iterator[float]:
    """Yield how many times one number of a sentence is another that took its place, and what a percentage comes to."""
    for one, two in pairwise(passage.quantities):
        joined = _BETWEEN.fullmatch(passage.text[one.span[1] : two.span[0]])
        timed = aspect != "speed" or one.kind == "time" or bool(one.per)
        if (
            joined
            and timed
            and same_measure(one, two)
            and one.kind not in ("percent", "money")
            and one.value
            and two.value
        ):
            yield max(one.value, two.value) / min(one.value, two.value)
    for each in passage.quantities:
        if not aspect or _aspect(passage, each) != aspect:
            continue
        if each.kind == "percent" and each.value < WHOLE:
            yield 1 / (1 - each.value / WHOLE) if _LESS.match(passage.text[each.span[1] :]) else 1 + each.value / WHOLE
        elif each.kind == "multiple" and each.value:
            yield max(each.value, 1 / each.value)


WHOLE = 100


def _is_same(multiple: Quantity, ratio: float) -> bool:
    """Whether a multiple is near a ratio, either way round."""
    value = max(multiple.value, 1 / multiple.value) if multiple.value else 0.0
    least = ratio * (1 - NEAR) <= value <= ratio * (1 + NEAR)
    return least or (multiple.hedge in ("over", "atleast") and value <= ratio <= 1.5 * value)
