"""Signs in the oldest version of something else that a release gets along with: ``PostgreSQL 14 and newer``."""

import re
from itertools import product

from panel.evidence.conflicts.statements import Signs

_VERSION = re.compile(
    r"\b(?!(?:With|At|In|On|For|Over|About|From|After|By|The|Its|Under|All|Each|Within|Version|Only|Just|Around|Up|Than|Needs|Of)\b)"
    r"([A-Z][A-Za-z+#]*(?:\.js)?|[a-z][A-Za-z]*OS|kernel|[a-z]*[Jj]ava|node|python)\s(?:version\s(?:for\s\w+(?:\s[\d.]+)?\s)?is\s|is\s|(?:from\s)?version\s|release\s|at least\s|version:\s|support(?:ed)?\sstart(?:s|ing)\s(?:at|with|from)\s|"
    r"is\snow\s|v)*(\d+(?:\.\d+)*)\b(?!\.\d)(?!\s?(?:%|percent|GB|MB|TB|GHz|MHz|million|billion|users?|people|milliseconds?|ms|seconds?|minutes?|hours?|days?|weeks?|months?|years?|k?g|grams?|[ckm]?m|watts?|k?Wh?)\b)"
)
_LEAST = re.compile(
    r"\b(?:need(?:s|ed)?|requires?|required|demands?|insists? on|minimum|at least|oldest|older|earlier than|below|or (?:later|newer|higher|above|up)|"
    r"and (?:later|newer|higher|above|up|upwards?)|upwards?|onwards?|from(?: version)?|enough|suffic\w+|start(?:s|ing) (?:with|at)|"
    r"no older|lowest|supports?|supported|(?:works?|worked|runs?|ran|installs?|installed|builds?|built|compiles?|tested|starts?|started) (?:fine |well )?(?:with|on|under|against)|compatible)\b|\d\+",
    re.IGNORECASE,
)


def least_versions(a: str, b: str, own: frozenset[str]) -> Signs:
    """Return whether two sentences ask for different versions of one thing, or for the same."""
    if not _may_name(a) or not _may_name(b):
        return {"other least version": 0.0, "same least version": 0.0}
    ours, theirs = _asked(a, own), _asked(b, own)
    if _newer(a, b, ours, own) or _newer(b, a, theirs, own):
        return {"newer than asked": 1.0}
    met = [(one, other) for (thing, one), (same, other) in product(ours, theirs) if thing == same]
    return {
        "other least version": float(bool(met) and all(one != other for one, other in met)),
        "same least version": float(any(one == other for one, other in met)),
    }


_ASKS = re.compile(
    r"\b(?:need(?:s|ed)?|requires?|required|demands?|minimum|at least|oldest|or (?:later|newer|higher|above|up)|"
    r"and (?:later|newer|higher|above|up|upwards?)|upwards?|no older|lowest|start(?:s|ing) (?:with|at))\b|\d\+",
    re.IGNORECASE,
)
"""Words that ask for a version, or for a newer one."""
_ENDED = re.compile(
    r"\b(?:dropp?(?:ed|s)|no longer|removed|ended|discontinued|not|unsupported|refus\w+|fail\w*)\b|n['’]t\b",
    re.IGNORECASE,
)


_NUMBER = re.compile(r"[\sv]\d")
"""How the number of a version begins behind a name."""


def _may_name(text: str) -> bool:
    """Whether a sentence names a version of anything."""
    return _NUMBER.search(text) is not None and _VERSION.search(text) is not None


def _newer(asks: str, tells: str, asked: set[tuple[str, str]], own: frozenset[str]) -> bool:
    """Whether one sentence asks for a version, or says which isn't supported any more, and the other is glad of a newer one."""
    old = bool(_ENDED.search(asks))
    if not (old or _ASKS.search(asks)) or _ASKS.search(tells) or _ENDED.search(tells):
        return False
    least = {(name.lower(), _parts(version)) for name, version in _VERSION.findall(asks)} if old else _numbered(asked)
    told = _numbered({(name.lower(), version) for name, version in _VERSION.findall(tells) if name.lower() not in own})
    met = [(one, other) for (thing, one), (same, other) in product(least, told) if thing == same]
    return bool(met) and all(other > one or (other == one and not old) for one, other in met)


def _numbered(asked: set[tuple[str, str]]) -> set[tuple[str, tuple[int, ...]]]:
    return {(name, _parts(version)) for name, version in asked}


def _parts(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def named_versions(text: str) -> list[tuple[int, int]]:
    """Return where the versions of something else stand that a sentence asks for."""
    found = [found.span(2) for found in _VERSION.finditer(text)] if _NUMBER.search(text) else []
    return found if found and _LEAST.search(text) else []


_SAME = {"postgresql": "postgres", "node.js": "node", "k8s": "kubernetes"}
"""Names of one thing."""


def _asked(text: str, own: frozenset[str]) -> set[tuple[str, str]]:
    if not _LEAST.search(text):
        return set()
    found = ((_SAME.get(name.lower(), name.lower()), version) for name, version in _VERSION.findall(text))
    return {(name, version) for name, version in found if name not in own}
