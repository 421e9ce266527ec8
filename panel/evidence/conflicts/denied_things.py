"""Signs that one sentence says that a thing isn't there, in few words, and the other speaks of it as of something that is."""

import re
from collections.abc import Iterator

from panel.evidence.conflicts.statements import Signs
from panel.evidence.lowered import word_set
from panel.evidence.stems import stem
from panel.evidence.words import words

_THERE = (
    r"(?:supported|covered|available|offered|included|possible|provided|there|built in|on board|part of it|understood|recognised|recognized|"
    r"accepted|planned|public|published|downloadable|forecast|read|allowed|delivered|served|shown|sold|shipped|implemented|working|in (?:it|the box))"
)
_NOT = r"(?:is|are|was|were)(?:n['’]t| not)(?: (?:yet|currently|officially|\w+ly))?"
_GONE = (
    r"(?:unsupported|unavailable|missing|absent|not (?:supported|available|offered|covered|included)|none|no|not yet)"
)
_START = r"(?:^|(?<=[.;!?] )|(?<=, but )|(?<=, and )|(?<=\bthat ))\W*"
_LACKS = re.compile(
    rf"{_START}(?P<a>[^,;:.]{{2,50}}?) {_NOT} {_THERE}\b|"
    rf"{_START}(?P<b>[^,;:.]{{2,40}}?): {_GONE}\b|"
    rf"{_START}(?P<c>[^,;:.]{{2,40}}?) (?:is|are) (?:unsupported|unavailable|missing|absent|left out)\b|"
    r"\b(?:[Tt]here(?: is|['’]s| are| was| were)|[Hh]as|[Hh]ave|[Cc]omes with|[Oo]ffers?|[Ss]upports?|[Ss]hows?) (?:no|neither|not a single)"
    r" (?P<d>[^,;:.]{2,40}?)(?= (?:on|in|at|for|to|of|inside|yet|whatsoever|anywhere|or|and|nor)\b|[,;:.!]|$)|"
    rf"{_START}[Nn]o (?P<e>[^,;:.]{{2,40}}?)(?= (?:on|in|at|for|yet|is|are|or|and|nor|has|have|comes?|ships?)\b|[,;:.!]|$)|"
    r"\b(?:does|do|did|can|could|will)(?:n['’]t|not| not) (?:yet |currently )?(?:support|accept|offer|cover|have|include|speak|understand|"
    r"read|open|forecast|identify|recogni[sz]e|handle|take|collect|run|work|deliver|show|ship|sell|provide|use|contain|connect|talk|sync|come)(?: (?:on|with|to|in|for))? "
    r"(?P<f>[^,;:.]{2,40}?)(?= (?:on|in|at|for|yet|by|with|from|to|or|and|because)\b|[,;:.!]|$)",
)
"""What a sentence says that there isn't."""

_LISTED = re.compile(
    rf"{_START}(?:What(?:['’]s| is) )?(?:[Nn]ot (?:yet )?(?:there|available|supported|included|covered|possible)(?: yet)?|[Mm]issing|[Ll]eft out): ([^;:.]+)"
)
"""A list of what there isn't: ``Not there yet: Windows, and Terraform``."""
_ITEM = re.compile(r",? and |, ")

_CUES = frozenset(
    words(
        "no not none isn aren wasn weren doesn don didn can cannot won missing absent unsupported unavailable left neither"
    )
)
_DENIED = re.compile(
    r"\b(?:no|not|never|none|nothing|without|cannot|lacks?|lacking|missing|absent|un(?:supported|available)|neither|nor|hardly|dropped|removed|"
    r"only|except|but)\b|n['’]t\b",
    re.IGNORECASE,
)
_WITHOUT = re.compile(r"\bwithout (?:(?:any|an?|the|further|extra|special) ){0,2}\w+", re.IGNORECASE)
"""What a thing is done without, which doesn't deny the thing."""
_TO_COME = re.compile(
    r"\b(?:will|plan(?:s|ned)?|later|soon|expected|expects?|should follow|follows?|coming|roadmap|upcoming|next (?:year|month|spring|release)|"
    r"due|promis\w+|intends?|hopes?|beta|preview|waiting|ask(?:s|ed)? for|wants?|would|could|request\w*|third[- ]party|unofficial|community|"
    r"rivals?|competitors?|other \w+s|predecessor|separately|switched off|turned off)\b",
    re.IGNORECASE,
)
"""What isn't there for all that."""
_WORD = re.compile(r"[^\W_][\w+#.-]*[^\W_]|[^\W_]")
_PIECE = re.compile(r"[;:()|—–]|\b(?:but|while|whereas|although|though)\b|(?<=\w), (?:so|and)\b")
_NAME = re.compile(r"(?<=[a-z] )[A-Z]\w+")
_VARIANT = re.compile(r"\b([\w-]+)(?:['’]s)? (?:version|model|edition|plan|tier|variant|one)\b")
"""Which of several it is that lacks a thing."""
_SMALL = frozenset(
    words(
        "the a an its any our your their this that these it they we you support version option kind sort way of yet other own such all "
        "for in on to with official native real separate extra full"
    )
)
_ROOT = 5
_MOST = 4
"""Words that a thing has at most of which nothing else is said."""


def denied_things(a: str, b: str, own: frozenset[str]) -> Signs:
    """Return whether one of two sentences says that a thing isn't there of which the other speaks.

    Args:
        a: One sentence.
        b: The other.
        own: Lower-case words of the release's and its vendor's names.
    """
    return {"denied thing told": 1.0} if _told(a, b, own) or _told(b, a, own) else {}


def _told(denies: str, tells: str, own: frozenset[str]) -> bool:
    """Whether a sentence speaks of what the other says there isn't."""
    if _CUES.isdisjoint(word_set(denies)) or _TO_COME.search(tells):
        return False
    pieces = [
        _roots(each) | _on_phones(each) for each in _PIECE.split(_WITHOUT.sub(" ", tells)) if not _DENIED.search(each)
    ]
    return any(thing <= piece for thing in _things(denies, own) for piece in pieces)


_PHONES = re.compile(r"\b(?:iphones?|android|ios|play store|app store)\b", re.IGNORECASE)


def _on_phones(piece: str) -> set[str]:
    """Return the words for an app on phones of any kind, where a piece speaks of one kind."""
    return {"mobil", "phone"} if _PHONES.search(piece) else set()


def _things(text: str, own: frozenset[str]) -> Iterator[set[str]]:
    """Yield the words of each thing that a sentence says isn't there, and the names where it isn't."""
    known = {each[:_ROOT] for each in own}
    for match in _LISTED.finditer(text):
        yield from (thing for each in _ITEM.split(match[1]) if 0 < len(thing := _roots(each) - known) <= _MOST)
    for match in _LACKS.finditer(text):
        place = next(number for number, each in enumerate(match.groups(), 1) if each)
        thing = _roots(match[place]) - known
        variant = _VARIANT.search(text, 0, match.start(place))
        if 0 < len(thing) <= _MOST:
            yield (
                thing | _roots(" ".join(_where(text, match.end()))) | (_roots(variant[1]) if variant else set())
            ) - known


def _where(text: str, start: int) -> list[str]:
    """Return the names behind a denial in the piece of the sentence in which it stands: ``not supported on Windows``."""
    cut = _PIECE.search(text, start)
    return _NAME.findall(text, start, cut.start() if cut else len(text))


def _roots(text: str) -> set[str]:
    spelt = (word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text))
    return {stem(word)[:_ROOT] for word in spelt if word not in _SMALL}
