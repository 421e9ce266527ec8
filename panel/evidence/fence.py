"""The dossier as a model reads it: fenced, so that no text in it can end it or pass for the panel's own words."""

import re

from panel.domain.release import Dossier
from panel.evidence.visible import one_line, visible

NEUTRAL = "⟨marker⟩"
"""What stands where a source spelt the fence."""

_SPELT = re.compile(r"<{3,}\s*DOSSIER|DOSSIER\s+[0-9a-f]{6,64}|DOSSIER\s*>{3,}", re.IGNORECASE)


def fenced(dossier: Dossier, prefix: str = "") -> str:
    """Return the dossier between two markers, one line for each fact and sentence.

    Args:
        dossier: What is to be read.
        prefix: Stands before every citation, such as ``A.`` where two dossiers are read together.

    The markers derive from the dossier's hash: the same dossier always gives the same text, which a provider may
    cache, and whatever looks like a marker inside is replaced, so that nothing in a source can close the fence.
    """
    mark = dossier.hash[:12]
    lines = [f"[{prefix}{cite}] {_inert(fact)}" for cite, fact in dossier.facts.items()]
    for key, *about in dossier.headers:
        lines += ["", f"[{prefix}{key}] Source: {' · '.join(_inert(each) for each in about if each) or 'untitled'}"]
        lines += [
            f"[{prefix}{sentence.cite}] {_MARKS[sentence.kind]}{_inert(sentence.text)}" for sentence in dossier.of(key)
        ]
    return "\n".join([f"<<<DOSSIER {mark}", *lines, f"DOSSIER {mark}>>>"])


_MARKS: dict[str, str] = {"prose": "", "heading": "# ", "item": "- ", "row": "| "}


def _inert(text: str) -> str:
    """Return a text on one line, with nothing hidden in it and no marker."""
    line = one_line(visible(text))
    if line.isascii() and "dossier" not in line.lower():  # most lines; other scripts have letters that pass for these
        return line
    return _SPELT.sub(NEUTRAL, line)
