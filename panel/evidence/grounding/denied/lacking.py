"""What a sentence says outright there isn't, thing by thing: ``no lifetime option``, ``Deer aren't supported``."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from panel.evidence.lowered import word_set
from panel.evidence.stems import stem
from panel.evidence.words import words

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_THERE = (
    r"supported|included|offered|available|provided|covered|allowed|permitted|possible|there|catered for|sold|part of|in scope|implemented|"
    r"accepted|understood|recogni[sz]ed|handled|present|bundled|built[ -]in|in the box|affected"
)
_NO = re.compile(
    r"(?:(?<![^.,;:(–—-]\s)(?<![^\s.,;:(–—-])|\b(?:there(?:['’]s| is| are| was| were)|has|have|had|and|but|or|nor|with|offers?|gets?|includes?|sends?|yet|still|currently)\s)"
    r"(?:no|nor|neither)\s(?:such\s|own\s|official\s|native\s)?(?!longer|doubt|matter|less|more|fewer|later|need|one\b|other\b|part\b|charge\b|extra\b|additional\b|cost\b|limit)",
    re.IGNORECASE,
)
"""What stands before a thing that there isn't, where nothing is said of it beyond."""

_LACKS = re.compile(
    r"\b(?:lacks?|lacking|(?:comes?|ships?|sold|does|do|goes|delivered|arrives?|launch(?:es|ed)|released|makes? do) without|leaves? out|left out|"
    r"omits?|omitted|leaves? off|rul(?:es|ed) out(?: (?:adding|offering|supporting|building|making|selling))?|"
    r"(?:no plans?|no intention) (?:for|to (?:add|offer|support|build|make|sell|bring)|of (?:adding|offering|supporting|building|making|selling)))\s(?:an?\s|any\s|the\s)?",
    re.IGNORECASE,
)
_BY_NONE = re.compile(
    r"\b(?:no|none of|nothing|never|not)\b[^,;.:]{0,40}?\b(?:is|are|was|were|been)\s(?:\w+\s)?\w+\sby\s(?:an?\s|any\s)?",
    re.IGNORECASE,
)
"""What stands before who does nothing of it: ``No call is handled by``."""

_RELATIVE = re.compile(r"([^,;:.]+),?\s(?:which|that)\s$")
_LABEL = re.compile(
    r"^(?:[\w']+\s){0,2}(?:missing|not (?:yet )?(?:included|supported|available|offered|in (?:this|the) \w+)|left out|unsupported|out of scope|absent|"
    r"no support for|gone|removed|dropped)(?:\s[\w.]+){0,3}:\s",
    re.IGNORECASE,
)
"""What opens a list of what there isn't."""

_ANSWER = re.compile(
    r"(?P<thing>[^:;.?!|]{2,50})(?::|\s[–—-])\s(?:no|none|never|not yet|not at the moment|not for now|unsupported|missing|n/a|"
    r"not (?:yet )?(?:supported|available|included|planned|offered|possible))(?:[.!,;]|$)",
    re.IGNORECASE,
)
"""A thing and that there isn't any: ``Offline maps: not yet.``"""

_ISNT = re.compile(
    r"\b(?:is|are|was|were|['’]re|['’]s)(?:n['’]t| not)\s(?:currently\s|yet\s|at all\s|officially\s|natively\s)?(?:"
    + _THERE
    + r")\b"
    r"|\b(?:is|are|was|were)\s(?:still\s|currently\s)not\s(?:yet\s)?(?:" + _THERE + r")\b"
    r"|\b(?:is|are)\s(?:still\s|currently\s)?(?:missing|absent|unsupported|unavailable|left out|out of scope)\b"
    r"|\b(?:is|are|was|were)\s(?:always\s|simply\s|silently\s)?(?:skipped|ignored|discarded|left out|rejected|refused|turned away|dropped|unaffected|spared)\b",
    re.IGNORECASE,
)
_HASNT = re.compile(
    r"\b(?:(?:do|does|did|ca|wo)n['’]t|(?:do|does|did|can|will) not|cannot)\s(?:currently\s|yet\s|officially\s)?"
    r"(?:support|offer|include|have|provide|sell|accept|do|cover|ship with|come with|contain|understand|recogni[sz]e|plan|send|let you have)\s(?:any\s|an?\s)?",
    re.IGNORECASE,
)
_FORMS = (
    (frozenset({"no", "nor", "neither"}), _NO),
    (frozenset({"t", "not", "cannot"}), _HASNT),
    (
        frozenset(
            words("lack lacks lacking without leave leaves left omit omits omitted rules ruled plan plans intention")
        ),
        _LACKS,
    ),
    (frozenset({"by"}), _BY_NONE),
)
"""How a sentence says that there isn't what follows, each with words one of which it must have."""

_ISNT_WORDS = frozenset(
    words(
        "t not missing absent unsupported unavailable left out skipped ignored discarded rejected refused turned dropped unaffected spared"
    )
)
"""Words one of which says that what stands before isn't there."""

_NOT_SO = re.compile(r"^(?:\w+\s){1,3}(?:is|are)(?:n['’]t| not)[.;]?$")
_ENDS = re.compile(
    r"[,;:.()!?–—]\s|[.!]?$|\s[-–—]\s|\b(?:is|are|was|were|has|have|had|can|could|will|would|may|do|does|did|that|which|who|whose|because|so|but|"
    r"since|though|although|while|yet|at all|either|in|on|at|for|with|from|to|of|by|under|per|without|than|as|unless|except|if|when|until|"
    r"before|after|beyond|planned|needed|required|involved|included|behind|about|over|between|among|during)\b",
    re.IGNORECASE,
)
"""What ends the name of a thing."""

_OPEN = re.compile(
    r"\b(?:unless|except|if|when|until|before|only|other than|apart from|without|beyond|more than|than|as of|from scratch|by default|"
    r"enough|out of the box|automatically|anymore|any more)\b",
    re.IGNORECASE,
)
"""What leaves a door open, or denies a thing in one way only."""

_SCOPE = re.compile(r"\b(?:in|on|at|for|with|from|to|of|by|under)\s(?P<rest>[^,;.()]+)", re.IGNORECASE)
_IDLE = frozenset(
    words(
        "a an the any its our their own such official native dedicated proper real other of that this yet still also either or and nor no "
        "option options integration integrations support feature features functionality function plans edition version app port mode thing things kind sort way"
    )
)
_TOO_PLAIN = frozenset(
    stem(word)
    for word in words(
        "word words date dates reason news idea sign trace evidence limit need difference change problem trouble surprise comment answer "
        "details detail price prices data access plan part one way longer cost charge fee user customer customers people figure figures number "
        "product company service model device free time"
    )
)
"""Stems of words that say too little by themselves of what there isn't."""


class Lack(NamedTuple):
    """A thing that there isn't."""

    stems: tuple[str, ...]
    """Stems of the words that name it."""
    scope: tuple[str, ...]
    """Stems of the words that say where, for whom or of what."""
    at: int
    """Where the sentence speaks of it."""


def lacks(text: str) -> Iterator[Lack]:
    """Yield what a sentence says there isn't."""
    said = word_set(text)
    for signs, pattern in _FORMS:
        for match in () if said.isdisjoint(signs) else pattern.finditer(text):
            yield from _listed(text, match.end())
    if label := _LABEL.match(text):
        yield from named_in(text[label.end() :], label.end())
    if answer := _ANSWER.match(text):
        yield from named_in(answer["thing"])
    for match in () if said.isdisjoint(_ISNT_WORDS) else _ISNT.finditer(text):
        yield from _before(text, match)
    if _NOT_SO.match(text):
        yield from _made(re.split(r"\s(?:is|are)", text)[0], "", 0)


def named_in(text: str, at: int = 0) -> Iterator[Lack]:
    """Yield the things of a list: ``video calls, stories and ads``."""
    if _OPEN.search(text) or _VERB.search(text):
        return
    for each in re.split(r",\s(?:and\s|or\s)?|;\s|\s(?:and|or|nor)\s", text.strip(" .-•*")):
        head, rest = _cut(re.sub(r"^(?:no|any|an?)\s", "", each, flags=re.IGNORECASE))
        yield from _made(head, rest, at)


def _before(text: str, match: re.Match[str]) -> Iterator[Lack]:
    """Yield the thing that stands before ``isn't supported``."""
    behind = text[match.end() :]
    if not _OPEN.search(behind):
        yield from named_before(text[: match.start()], _scope(behind))


def named_before(text: str, scope: str = "") -> Iterator[Lack]:
    """Yield the thing with which a text ends: ``readings travel over your own gateway, which``.

    Args:
        text: What stands before a verb.
        scope: What else says where or for whom.
    """
    at = len(text)
    relative = _RELATIVE.search(text)
    if relative:
        named = _SIZE.split(re.split(r"\b(?:the|an?|its|own|their)\s", relative[1])[-1])[0]
        yield from _made(" ".join(named.split()[-2:]), "", at)
        return
    text = re.sub(r",[^,;]{3,60},\s$|\s$", "", text)
    start = max((each.end() for each in _STARTS.finditer(text)), default=0)
    if not text[start:] or _VERB.search(text[start:]):
        return
    head, rest = _cut(text[start:])
    for each in re.split(r"\s(?:and|or)\s", head):
        yield from _made(each, f"{rest} {scope}", at)


_SIZE = re.compile(r"\s(?=up to\b|of\b|with\b|for\b|from\b|\d|\()")
"""What ends the name of a thing and says how large it is."""


_STARTS = re.compile(r"[,;:.()–—]\s|\b(?:and|but|while|because|so)\s")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|will|does|do|that|which|it|they|this|he|she|we|you)\b", re.IGNORECASE
)


def _listed(text: str, start: int) -> Iterator[Lack]:
    """Yield the things that follow a ``no``: one, or several with ``or`` between them."""
    end = _ENDS.search(text, start)
    stop = end.start() if end else len(text)
    rest = text[stop:]
    behind = re.split(r"[;.]\s|,\s", rest)[0]
    if _OPEN.search(behind) or _GOES_ON.match(rest):
        return
    for each in re.split(r"\s(?:and|or|nor)\s", text[start:stop]):
        yield from _made(each, _scope(behind), start)


_GOES_ON = re.compile(
    r"\s?(?:is|are|was|were|has|have|had|can|could|will|would|may|do|does|did|needed|required|involved)\b(?! planned| in sight)"
)


def _scope(text: str) -> str:
    return " ".join(match["rest"] for match in _SCOPE.finditer(text))


def _cut(text: str) -> tuple[str, str]:
    """Return a thing and what a preposition adds to it."""
    match = _SCOPE.search(text)
    return (text[: match.start()], match.group()) if match else (text, "")


def _made(named: str, scope: str, at: int) -> Iterator[Lack]:
    found = tuple(stem(word) for word in _words(named))
    if set(found) <= _TOO_PLAIN and _FREE.match(named.strip()):
        found = tuple(stem(word) for word in named.split())
        yield Lack(found, tuple(stem(word) for word in _words(scope)), at)
    elif found and len(found) <= 4 and not set(found) <= _TOO_PLAIN:
        yield Lack(found, tuple(stem(word) for word in _words(scope)), at)


_FREE = re.compile(r"(?:free|paid|basic|trial)\s(?:plan|version|edition|option|model|account|use)$", re.IGNORECASE)
"""Things of which each word alone says too little."""


def words_in(text: str) -> list[str]:
    """Return the words of a text, those that a hyphen joins one by one."""
    return _WORD.findall(text.replace("-", " "))


def _words(text: str) -> list[str]:
    return [word for word in words_in(text) if word.lower() not in _IDLE]
