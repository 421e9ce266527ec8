"""Signs that two sentences tell of two versions: a version and its patch, or the release and what came before or after."""

import re
from functools import lru_cache

from panel.evidence.conflicts.baselines import without_baselines
from panel.evidence.conflicts.older_ones import of_an_older_one
from panel.evidence.conflicts.statements import Signs

_NUMBER = r"v?(\d+(?:\.\d+)+)"
_CAME = (
    r"(?:was|is|came|comes|arrived|went|shipped|ships|landed|followed|appeared|had|has|have|brings|brought|adds|added|"
    r"raises|raised|introduced|introduces|fixes|fixed|received|dropped|drops|still|no longer|of|on)"
)
_BARE = re.compile(
    rf"^\W*{_NUMBER}(?=\W{{1,4}}{_CAME}\b|\s?[-–—:(,])|"
    rf"\b(?:[Vv]ersions?|[Rr]eleases?|[Bb]uild|[Ff]irmware|[Uu]pdate|[Pp]atch) v?(\d+(?:\.\d+)*)\b(?![.,]?\d)|"
    rf"\b(?:since|than) {_NUMBER}\b|"
    rf"\b[Tt]he {_NUMBER} (?:firmware|update|release|patch|version|build|line|series)\b|"
    rf"\b(?:of|in|with|from) {_NUMBER}(?=\s{_CAME}\b|[,;:.]?$|[,;:] )|(?<![\w.,/-])v?(\d+\.\d+\.\d+)(?![\w%]|\.\d)"
)
"""A version without the release's name: ``0.9.2 was released``, ``the rule set of 1.0 has``, ``the 1.0.3 firmware``."""

_OLDER = re.compile(
    r"\b(?:before|until|up to|prior to|older than|earlier than|below) (?:version )?v?(\d+(?:\.\d+)+)\b", re.IGNORECASE
)
"""All versions that came before one."""
_DIGIT = re.compile(r"\d")
_ZEROS = re.compile(r"(?:\.0)+$")
_RAISES = re.compile(
    r"\b(?:rais(?:es|ed)|lift(?:s|ed)|extend(?:s|ed)|doubl(?:es|ed)|tripl(?:es|ed)|increas(?:es|ed)|grow[ns]?|grew|widen(?:s|ed)|"
    r"improv(?:es|ed)|push(?:es|ed)|took|takes|brings?|brought|cut|cuts|lower(?:s|ed)|reduc(?:es|ed)|add(?:s|ed)|gain(?:s|ed)|"
    r"had|came with|shipped with|was|were|launched with|offered)\b",
    re.IGNORECASE,
)
"""What a version does to what there was before it, or what an old one did."""


def updates(a: str, b: str, own: frozenset[str]) -> Signs:
    """Return the signs in the versions that two sentences tell of.

    Args:
        a: One sentence.
        b: The other.
        own: Lower-case words of the release's and its vendor's names.
    """
    ours, theirs = _told(a, own), _told(b, own)
    if not ours and not theirs:
        return {"update of one": 1.0} if of_an_older_one(a, b, own) else {}
    before = (theirs and _before(a, ours, own) & theirs) or (ours and _before(b, theirs, own) & ours)
    told = [text for text, each in ((a, ours), (b, theirs)) if each]
    released = {_ZEROS.sub("", word) for word in own if _DIGIT.match(word)}
    return {
        "another update": float(bool(before or (ours and theirs)) and ours.isdisjoint(theirs)),
        "one update": float(bool(ours & theirs)),
        "update of one": float(
            len(told) == 1
            and released.isdisjoint(ours | theirs)
            and (_RAISES.search(told[0]) is not None or of_an_older_one(a, b, own))
        ),
    }


def _before(text: str, told: frozenset[str], own: frozenset[str]) -> frozenset[str]:
    """Return the versions with which a sentence compares: ``up from 22 in version 2``."""
    return _told(_FROM.sub(" ", text), own) - told if _FROM.search(text) else frozenset()


_FROM = re.compile(r"\b(?:(?:up|down) from|than|compared (?:to|with)|versus|against)\b", re.IGNORECASE)


@lru_cache(maxsize=1_024)
def _told(text: str, own: frozenset[str]) -> frozenset[str]:
    """Return the versions of the release that a sentence tells of, 5.0 as 5."""
    if not _DIGIT.search(text):
        return frozenset()
    older = {f"before {_ZEROS.sub('', each)}" for each in _OLDER.findall(text)}
    text = _OLDER.sub(" ", without_baselines(text))
    named = "|".join(re.escape(word) for word in sorted(own) if word.isalpha())
    found = {each for match in _BARE.finditer(text) for each in match.groups() if each}
    if named:
        beside = rf"\b(?:{named}) v?(\d+(?:\.\d+)*)\b(?!\.?\d|,\d|\s?(?:%|percent|million|billion|[kmgt]b\b))"
        found |= set(re.findall(beside, text, re.IGNORECASE))
    return frozenset(older | {_ZEROS.sub("", each) for each in found})
