"""A licence as its sentence spells it: with later versions, or one of two at choice."""

import re
from collections.abc import Iterator

from panel.domain.facts import Fact
from panel.evidence.licences import LicenceMention
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.passages import Passage


def as_spelt(evidence: Evidence, fact: Fact[str]) -> Fact[str]:
    """Return a licence with what the sentences say that it is read from: ``GPL-3.0-or-later``, ``MIT OR Apache-2.0``."""
    name = fact.value
    for cite in fact.cites if name else ():
        passage = evidence.passages[evidence.at[cite]] if cite in evidence.at else None
        if passage is None or passage.cite.startswith("F."):
            continue
        if pair := next((each for each in _at_choice(passage) if name in each), None):
            return fact.model_copy(update={"value": " OR ".join(pair)})
        if any(each.name == name and _is_or_later(passage, each) for each in passage.licences):
            return fact.model_copy(update={"value": f"{name}-or-later"})
    return fact


def _is_or_later(passage: Passage, mention: LicenceMention) -> bool:
    """Whether a licence of the GPL's family is told to hold in later versions too."""
    written = passage.text[mention.span[0] : mention.span[1] + _BEHIND]
    return "GPL-" in mention.name and bool(_LATER.search(written))


_BEHIND = 40
"""Letters behind a licence that are looked at."""

_LATER = re.compile(
    r"-or-later\b|\d\+|,? (?:version |v)?(?:\d(?:\.\d)? )?(?:or|and) (?:any |\(at your option\) any )?(?:later|newer|higher|above)\b",
    re.IGNORECASE,
)


def _at_choice(passage: Passage) -> Iterator[tuple[str, str]]:
    """Yield every two licences between which one may choose."""
    for one, other in zip(passage.licences, passage.licences[1:], strict=False):
        between = passage.text[one.span[1] : other.span[0]]
        if "proprietary" not in (one.name, other.name) and _CHOICE.fullmatch(between):
            yield one.name, other.name


_CHOICE = re.compile(r"(?: [Ll]icen[cs]e)?(?:\s?/\s?|,? or (?:the |under (?:the )?)?| OR )")
"""What stands between two licences at choice."""
