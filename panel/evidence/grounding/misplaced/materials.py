"""Of what a part is made: ``a plastic case`` of what has an aluminium one."""

import re
from collections.abc import Iterator

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.passages import Passage
from panel.evidence.stems import stem

_FAMILIES = {
    "metal": "alumini?um|(?:stainless )?steel|titanium|brass|copper|magnesium|zinc|cast iron|alloy|metal",
    "wood": "oak|walnut|cherry|beech|birch|maple|pine|teak|bamboo|mahogany|cedar|spruce|plywood|cork|wood(?:en)?|timber",
    "plastic": "ABS|polycarbonate|polypropylene|acrylic|nylon|PVC|vinyl|bioplastic|plastic",
    "glass": "glass|crystal",
    "ceramic": "ceramic|porcelain|stoneware|earthenware|clay",
    "stone": "marble|granite|stone|concrete",
    "rubber": "rubber|silicone|latex",
    "cloth": "cotton|wool|linen|silk|polyester|canvas|denim|fabric|cloth",
    "leather": "leather|suede",
    "paper": "paper|cardboard",
    "fibre": "carbon fib(?:re|er)|fibreglass|fiberglass",
}
"""Materials by their family, whose last words name the family itself."""

_WHOLE = frozenset(
    {"metal", "alloy", "wood", "wooden", "timber", "plastic", "glass", "ceramic", "stone", "rubber", "fabric", "cloth"}
)
_PARTS = (
    "case|casing|body|housing|shell|frame|chassis|enclosure|handle|grip|strap|band|base|lid|cover|back|bezel|stand|feet|foot|legs?|top|plate|"
    "keycaps|keys|buttons?|knobs?|dial|wheels?|rim|hinges?|blades?|basket|bowl|spout|cup|mug|box|panel|fa[cç]ade|lens|screen|display|arm|arms|pole|shaft|"
    "tube|bottle|jug|sleeve|pouch|bag|cable|headband|ear cups?|cushions?|pads?|tip|ring|bracelet|clasp|buckle|board|desk|seat|wings?|fork"
)
_ANY = "|".join(f"(?P<{family}>{named})" for family, named in _FAMILIES.items())
_MADE = re.compile(
    rf"\b(?P<part>{_PARTS})\s(?:(?:is|are|was|were|comes?)\s)?(?:(?:made|built|cast|milled|machined|cut|carved|moulded|molded|turned|formed|forged)\s)?(?:out\s)?"
    rf"(?:(?:of|from|in)\s)?(?:an?\s)?(?:(?:solid|recycled|anodi[sz]ed|brushed|local|reclaimed|pressed|hardened|tempered|die-cast|single)\s){{0,2}}(?:{_ANY})\b",
    re.IGNORECASE,
)
_KIND = re.compile(rf"\b(?:{_ANY})\s(?P<part>{_PARTS})\b(?!\s(?:protector|cover|cleaner|guard|film))", re.IGNORECASE)
_HINT = re.compile(rf"\b(?:{'|'.join(_FAMILIES.values())})\b", re.IGNORECASE)


def _made(passage: Passage) -> Iterator[tuple[str, str, str]]:
    """Yield every part of which a sentence says what it is made of, with the family and the material."""
    if not _HINT.search(passage.text):
        return
    for pattern in (_MADE, _KIND):
        for match in pattern.finditer(passage.text):
            family = next(each for each in _FAMILIES if match[each])
            yield _part(match["part"]), family, match[family].lower()


def _part(word: str) -> str:
    """Return a part under one name for all that goes round a thing."""
    return "case" if word.lower() in _CASES else stem(word.lower())


_CASES = frozenset({"case", "casing", "body", "housing", "shell", "chassis", "enclosure"})


def check_materials(claim: Passage, evidence: Evidence) -> Iterator[Finding]:
    """Check what a statement says that a part is made of.

    Args:
        claim: The statement; one that denies, or has several materials, is left alone.
        evidence: The dossier.
    """
    mine = list(_made(claim))
    if len(mine) != 1 or claim.denials:
        return
    part, family, material = mine[0]
    told = [
        (place, their, named)
        for place, passage in enumerate(evidence.passages)
        if not passage.denials
        for thing, their, named in _made(passage)
        if thing == part
    ]
    if told and not any(_may_be(family, material, their, named) for _, their, named in told):
        place = told[0][0]
        yield Finding("contradicted", claim.text, place, evidence.passages[place].text, fit=1.0)


def _may_be(family: str, material: str, their: str, named: str) -> bool:
    """Whether two materials may be one: the same, or one that only names the family of the other."""
    return family == their and (material in named or named in material or material in _WHOLE or named in _WHOLE)
