"""Signs in the oldest version of something else that a release gets along with: ``PostgreSQL 14 and newer``."""

import re
from itertools import product

from panel.evidence.conflicts.statements import Signs

_VERSION = re.compile(
    r"\b([A-Z][A-Za-z+#]*(?:\.js)?|[a-z]+OS|kernel|[a-z]*[Jj]ava|node|python)\s(?:is\s|(?:from\s)?version\s|release\s|at least\s|"
    r"is\snow\s|v)*(\d+(?:\.\d+)*)\b(?!\s?(?:%|percent|GB|MB|TB|GHz|MHz|million|billion|users?|people))"
)
_LEAST = re.compile(
    r"\b(?:need(?:s|ed)?|requires?|required|demands?|insists? on|minimum|at least|oldest|older|earlier than|below|or (?:later|newer|higher|above|up)|"
    r"and (?:later|newer|higher|above|up|upwards?)|upwards?|onwards?|from(?: version)?|enough|suffic\w+|starting with|"
    r"no older|lowest|supports?|supported|(?:works?|worked|runs?|ran|installs?|installed|builds?|built|compiles?|tested|starts?|started) (?:fine |well )?(?:with|on|under|against)|compatible)\b|\d\+",
    re.IGNORECASE,
)


def least_versions(a: str, b: str, own: frozenset[str]) -> Signs:
    """Return whether two sentences ask for different versions of one thing, or for the same."""
    ours, theirs = _asked(a, own), _asked(b, own)
    met = [(one, other) for (thing, one), (same, other) in product(ours, theirs) if thing == same]
    return {
        "other least version": float(bool(met) and all(one != other for one, other in met)),
        "same least version": float(any(one == other for one, other in met)),
    }


def _asked(text: str, own: frozenset[str]) -> set[tuple[str, str]]:
    if not _LEAST.search(text):
        return set()
    found = ((name.lower(), version) for name, version in _VERSION.findall(text))
    return {(name, version) for name, version in found if name not in own}
