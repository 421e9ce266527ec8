"""Whether the sources know a name, under whatever form it goes."""

import re

from panel.evidence.grounding.evidence import Evidence
from panel.evidence.names import Name, key_of
from panel.evidence.peoples import aliases

_ACRONYM = re.compile(r"[A-Z]{2,4}")


def is_familiar(name: Name, evidence: Evidence) -> bool:
    """Whether a name occurs, under an alias, as a publisher's or as initials too: ``EU`` where a source has ``Europe``.

    Args:
        name: The name as a statement has it.
        evidence: The dossier.
    """
    if evidence.named_at(name.key):
        return True
    if any(name.key <= known or known <= name.key for known in evidence.publishers):
        return True
    if name.text in evidence.initials or any(evidence.named_at(key_of(other)) for other in aliases(name.text)):
        return True
    if not _ACRONYM.fullmatch(name.text):
        return False
    words = r"[ -]".join(rf"{letter}[a-z]+" for letter in name.text.lower())
    spelled = re.compile(rf"\b{words}\b", re.IGNORECASE)
    return any(spelled.search(passage.text) for passage in evidence.passages)
