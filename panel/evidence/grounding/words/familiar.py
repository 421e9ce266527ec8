"""Whether the sources know a name, under whatever form it goes."""

import re
from types import MappingProxyType

from panel.evidence.grounding.misplaced.releases import will_do
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.names import Name, key_of
from panel.evidence.peoples import CODES, aliases

_FAMILIES = MappingProxyType(
    {"creative commons": ("CC",), "gnu": ("GPL", "AGPL", "LGPL"), "mozilla": ("MPL",), "eclipse": ("EPL",)}
    | {"business source": ("BUSL",), "server side public": ("SSPL",), "european union public": ("EUPL",)}
)
"""How the licences of a family begin, by the family's name."""

_ACRONYM = re.compile(r"[A-Z]{2,4}")


def is_familiar(name: Name, evidence: Evidence) -> bool:
    """Whether a name occurs, under an alias, as a publisher's or as initials too: ``EU`` where a source has ``Europe``.

    Args:
        name: The name as a statement has it.
        evidence: The dossier.
    """
    if will_do(name.text, evidence):
        return True
    numbers = _versions_beside(name, evidence)
    if numbers and not any(
        number.startswith(one) or one.startswith(number) for number in numbers for one in _versions(name)
    ):
        return False
    if evidence.named_at(name.key) or _is_number_of_version(name, evidence):
        return True
    if any(name.key <= known or known <= name.key for known in evidence.publishers):
        return True
    if name.text in evidence.initials or any(evidence.named_at(key_of(other)) for other in aliases(name.text)):
        return True
    if (code := CODES.get(name.text.lower())) and _has_code(code, evidence):
        return True
    if family := _FAMILIES.get(name.text.lower()):
        return any(each.name.startswith(family) for passage in evidence.passages for each in passage.licences)
    if not _ACRONYM.fullmatch(name.text):
        return False
    words = r"[ -]".join(rf"{letter}[a-z]+" for letter in name.text.lower())
    spelled = re.compile(rf"\b{words}\b", re.IGNORECASE)
    return any(spelled.search(passage.text) for passage in evidence.passages)


def _has_code(code: str, evidence: Evidence) -> bool:
    """Whether a country stands in a list by its code."""
    listed = re.compile(rf"(?:^|[,/|(:]\s?|\sand\s){code}(?=\s?[,/|):]|\sand\b|$)")
    return any(listed.search(passage.text) for passage in evidence.passages)


_VERSION = re.compile(r"\d+(?:\.\d+)+")


def _versions(name: Name) -> set[str]:
    return {part for part in name.text.split() if _VERSION.fullmatch(part)}


def _versions_beside(name: Name, evidence: Evidence) -> set[str]:
    """Return the versions with which the sources have a name that has one: ``1.3`` of ``Matter 1.3`` for ``Matter 1.4``."""
    mine = _versions(name)
    plain = name.key.difference(*map(key_of, mine))
    if not mine or not plain or evidence.subject.is_ours(plain):
        return set()
    return {part for other in evidence.names_with(plain) for part in other.text.split() if part[0].isdigit()}


_RELEASE = re.compile(r"(?:(?:version|release|firmware|build)\sv?|v)(\d+(?:\.\d+)*)", re.IGNORECASE)


def _is_number_of_version(name: Name, evidence: Evidence) -> bool:
    """Whether a name is no more than a version, and a source has its number: ``Version 0.9``, ``the 0.9 branch``."""
    found = _RELEASE.fullmatch(name.text)
    if found is None:
        return False
    number = re.compile(rf"(?<![\d.]){re.escape(found[1])}(?![\d]|\.\d)")
    return any(number.search(passage.text) for passage in evidence.passages)
