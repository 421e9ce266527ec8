"""Signs that what one sentence denies isn't what the other speaks of: another format, a way round it, no promise of it."""

import re
from collections.abc import Iterator

from panel.evidence.conflicts.denial_signs import DENIAL, PIECE, denies
from panel.evidence.conflicts.statements import Signs
from panel.evidence.lowered import word_set
from panel.evidence.stems import stem
from panel.evidence.words import words


def elsewhere(a: str, b: str, own: frozenset[str]) -> Signs:
    """Return whether one of two sentences denies something and the other speaks of something else.

    Args:
        a: One sentence.
        b: The other.
        own: Lower-case words of the release's and its vendor's names.
    """
    ours, theirs = denies(a), denies(b)
    if ours == theirs:
        around = ours and (_in_a_browser(a, b) or _in_a_browser(b, a))
        return {"denied elsewhere": 1.0} if around else {}
    lack, tells = (a, b) if ours else (b, a)
    other = _way_round(lack, tells) or _no_promise(lack, tells) or _in_a_browser(lack, tells) or _of(lack, tells, own)
    return {"denied elsewhere": 1.0} if other else {}


_THING = r"(?:the |an? |our |its |my )?([\w+.-]{1,40}(?: [\w+.-]{1,40}){0,2})"
_WAY = re.compile(
    rf"\b(?:work|run|possible|usable|reachable|go|get by|manage)\w* (?:\w+ly |well |fine |only )?(?:under|through|via|inside|within|over|in(?= an?\b)) {_THING}|"
    rf"\b(?:use|take|try) {_THING} instead\b|\binstead,? (?:use|take|try) {_THING}|"
    r"\bin (?:an? |the )?(?:\w+ )?(?:private|closed|limited|invite-only|invitation-only) (beta|preview|pilot|alpha|test)\b",
    re.IGNORECASE,
)
"""What a sentence names as the way in which the thing that it denies can be had."""
_THROUGH = re.compile(
    r"\b(?:under|through|via|inside|within|using|into|by way of|in(?= an?\b)) (?:(?:the|an?|my|our|its) )?(?:[\w-]+ ){0,2}?([\w+.-]+)"
    r"(?: ([\w+.-]+))?(?: ([\w+.-]+))?",
    re.IGNORECASE,
)
_SMALL = frozenset(words("the and for with instead but that this our its use but people version one it we"))


def _way_round(lack: str, tells: str) -> bool:
    """Whether a sentence names a way round what it denies, and the other went that way: ``under WSL``."""
    named = {
        word
        for match in _WAY.finditer(lack)
        if not DENIAL.search(lack, _piece(lack, match.start()), match.start())
        for found in match.groups()
        if found
        for word in _nouns(found)
    }
    return bool(named) and any(
        not named.isdisjoint(_nouns(" ".join(filter(None, match.groups())))) for match in _THROUGH.finditer(tells)
    )


def _piece(text: str, place: int) -> int:
    return max((each.end() for each in PIECE.finditer(text, 0, place)), default=0)


def _nouns(text: str) -> set[str]:
    return {word.lower().strip(".") for word in text.split() if len(word) > 2} - _SMALL


_PROMISE = re.compile(r"\b(?:promis|guarant|warrant(?!y)|commit|assur)\w*|\bSLAs?\b", re.IGNORECASE)
_BROKE = re.compile(
    r"\b(?:lost|lose|losing|fail\w*|went down|down for|outages?|crash\w*|taken away|interrupt\w*|evict\w*|reclaim\w*|late|missed|"
    r"dropped|stopped|broke|preempt\w*)\b",
    re.IGNORECASE,
)


def _no_promise(lack: str, tells: str) -> bool:
    """Whether a sentence only says what isn't promised, and the other what went wrong."""
    if not _BROKE.search(tells) or _PROMISE.search(tells):
        return False
    found = _PROMISE.search(lack)
    return found is not None and any(abs(match.start() - found.start()) < _NEAR for match in DENIAL.finditer(lack))


_NEAR = 80
"""Letters between a promise and its denial at most."""
_REACH = 12
"""Letters in front of a browser in which it is denied: ``without WSL``."""

_NO_APP = re.compile(
    r"\b(?:no|n['’]t (?:\w+ )?an?|not (?:\w+ )?an?|without an?|lacks? an?) (?:\w+ ){0,2}?"
    r"(?:windows|mac|macos|linux|ios|ipad|iphone|android|desktop|mobile|native|phone|tablet)(?:\s\w+)? (?:apps?|clients?|program|application|build|port|version|release|installer|binar(?:y|ies))\b|"
    r"\b(?:windows|mac|macos|linux|ios|android|chromeos) (?:is|are)(?: not|n['’]t) (?:yet |officially |currently )?(?:supported|covered|offered)\b",
    re.IGNORECASE,
)
_BROWSER = re.compile(
    r"\b(?:web (?:version|app|client|site|interface|page|console)|browser|wine|wsl\d*|emulat\w+|virtual machine|progressive web app|pwa)\b",
    re.IGNORECASE,
)
_APP = frozenset(
    words("app apps client program application native natively version build port installer download downloaded")
)


def _in_a_browser(lack: str, tells: str) -> bool:
    """Whether a sentence says that a system has no app, and the other uses the web version there."""
    found = _BROWSER.search(tells)
    if not found or not _NO_APP.search(lack) or DENIAL.search(tells, max(0, found.start() - _REACH), found.start()):
        return False
    return _APP.isdisjoint(word_set(tells.replace(found[0], " ")))  # ``the Windows version on the web page`` is there


_NAMED = r"(?:[A-Z][\w+#.]*\w|[a-z]+[A-Z]\w*|web|desktop|mobile|browser)"
_TO = re.compile(
    rf"\b([A-Za-z]?[a-z]{{3,}}) (?:to|as|into|from|for|on|with) (?:an? |the )?({_NAMED}(?:(?:, | and | or |, and |, or ){_NAMED})*)"
)
_BEFORE = re.compile(rf"\b({_NAMED}(?:(?:, | and | or |, and |, or ){_NAMED})*) ([a-z]{{3,}})\b")
_SPLIT = re.compile(r"\W+(?:(?:and|or)\W+)?")
_KNOWN = frozenset(
    words(
        "pdf markdown word excel csv html epub latex json xml docx windows macos mac linux android ios ipados slack github web desktop mobile browser"
    )
)
_LITTLE = frozenset(
    words(
        "and but with has have had was were are the that this which who does did can could will would may must not never only "
        "works work runs run available there says said since until before after about support supported users customers version"
    )
)
_MONTHS = frozenset(words("january february march april may june july august september october november december"))


def _of(lack: str, tells: str, own: frozenset[str]) -> bool:
    """Whether both say the same of two formats, systems or partners: export to Markdown, export to PDF."""
    ours, theirs = dict(_told(lack, own)), dict(_told(tells, own))
    mine, other = _spelt(lack), _spelt(tells)
    return any(
        ours[head].isdisjoint(other) and theirs[head].isdisjoint(mine) and _WIDE.isdisjoint(ours[head] | theirs[head])
        for head in ours.keys() & theirs.keys()
    )


_WIDE = frozenset(words("mobile desktop browser web office europe asia africa america eu"))
"""Names of what may have the other among its own: Word is of Office, Germany in Europe."""


def _spelt(text: str) -> set[str]:
    """Return the words of a sentence, and the systems and formats that they are of."""
    spelt = word_set(text)
    return {*spelt, *(_FAMILY[each] for each in spelt & _FAMILY.keys())}


_FAMILY = {
    **dict.fromkeys(words("ubuntu fedora debian arch mint suse opensuse rhel kde gnome"), "linux"),
    **dict.fromkeys(words("iphone iphones ipad ipads ipados"), "ios"),
    **dict.fromkeys(words("macbook macos macs imac"), "mac"),
    **dict.fromkeys(words("pixel galaxy"), "android"),
    **dict.fromkeys(words("docx doc"), "word"),
    **dict.fromkeys(words("xlsx xls"), "excel"),
    **dict.fromkeys(words("md"), "markdown"),
}
"""By word: the system or format that it is one of."""


def _told(text: str, own: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield what stands with names, and these."""
    found = [(match[1], match[2], match.start(2)) for match in _TO.finditer(text)]
    found += [(match[2], match[1], match.start(1)) for match in _BEFORE.finditer(text)]
    for head, named, place in found:
        names = frozenset(each.lower() for each in _SPLIT.split(named) if each)
        if place == 0 and names.isdisjoint(_KNOWN) and not named[:2].isupper():
            continue
        names |= {_FAMILY[each] for each in names if each in _FAMILY}
        if head.lower() not in _LITTLE and names and names.isdisjoint(own | _MONTHS):
            yield stem(head.lower()), names
