"""Where the sources have a name in just these words, which is found without an index of all of their words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from panel.evidence.lookup.evidence import Evidence
from panel.evidence.names import Name
from panel.evidence.owners import Key
from panel.evidence.passages import Passage


def named_so(evidence: Evidence, key: Key) -> Sequence[tuple[Passage, Name]]:
    """Return every place of a name, with its sentence."""
    return _by_key(evidence).get(key, ()) if key else ()


def is_named_in(evidence: Evidence, key: Key, least: int) -> bool:
    """Whether at least so many sentences have a name, in full or in part."""
    if len({passage.cite for passage, _ in named_so(evidence, key)}) >= least:
        return True
    return len(evidence.named_at(key)) >= least


@lru_cache(maxsize=8)
def _by_key(evidence: Evidence) -> Mapping[Key, Sequence[tuple[Passage, Name]]]:
    """Return the places of all names; those of the last eight dossiers are kept, as their evidence is."""
    found: dict[Key, list[tuple[Passage, Name]]] = defaultdict(list)
    for passage in evidence.passages:
        for name in passage.names:
            found[name.key].append((passage, name))
    return dict(found)
