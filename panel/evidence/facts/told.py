"""What a dossier tells, so that rare wordings are looked for in all of its sentences at once."""

from functools import lru_cache

from panel.evidence.lookup.evidence import Evidence
from panel.evidence.told import Told


@lru_cache(maxsize=8)
def told(evidence: Evidence) -> Told:
    """Return what a dossier tells; the last eight are kept, as its evidence is."""
    return Told(passage.text for passage in evidence.passages)
