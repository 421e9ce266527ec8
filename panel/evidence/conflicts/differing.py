"""Signs in what only one of two sentences speaks of: a relative of the release, another place, somebody's own trial."""

import re
from functools import lru_cache
from itertools import takewhile

from panel.evidence.conflicts.baselines import without_baselines
from panel.evidence.conflicts.names import unnamed
from panel.evidence.conflicts.statements import Signs
from panel.evidence.conflicts.version_signs import TIERS
from panel.evidence.lowered import lowered, word_set
from panel.evidence.passages import Passage
from panel.evidence.words import words

_RELATIVE = (
    r"\b(?:(?<!behind a )(?<!ahead of any )(?<!any )rival\b|competitor|(?<=^the )rivals|(?<=^its )rivals|(?<=^most )rivals|competing|predecessors?|successors?|siblings?|stablemates?|follow-?up|(?:big|little) brother|"
    r"(?:first|second|third|older?|earlier|previous|prior|former|outgoing|original|next|newer|last|larger|bigger|"
    r"smaller|cheaper|dearer|pricier|upcoming|forthcoming|planned|future|another|other|later)[ -]"
    r"(?:\w+, (?:the|called)\s|(?:\w+[ -])?(?:models?|versions?|editions?|generation|one|release|product|device|app|devices|line|"
    r"attempt|try|prototype|incarnation|iteration{own})\b))|"
    r"^(?:The|Their|Its) (?:first|second|third|earlier|older|previous|other), (?-i:(?=[A-Z]))|"
    r"\b(?:the|its|their|our|an?) (?:rival|older|earlier|previous|prior|former|outgoing|original|larger|bigger|smaller|cheaper|"
    r"dearer|pricier|slower|simpler|upcoming|forthcoming|planned) (?-i:(?=[A-Z]))"
)
_ITS_NEXT = re.compile(
    r"\b(?:train|build|develop|improve|teach|feed)\w* (?:(?:its|their|the|our|a) )?(?:next|new|newer|future|own|other|later|upcoming) \w+",
    re.IGNORECASE,
)
"""What a release's data are used for, which makes no statement one about what comes of it."""
_NEXT = frozenset(words("next new newer future own other later upcoming"))
_TRIED = re.compile(r"\b(?:I|we|our|ours|my|mine|me|us|ourselves|myself)\b")
_HEARD = re.compile(
    r"\b(?:according to|says?|said|told|claims?|claimed|reports?|reported|stated?|writes|wrote|lists?|listed|"
    r"spokes\w+|announced|insists?|promises?|we (?:hear|understand|are told)|apparently|reportedly)\b",
    re.IGNORECASE,
)
_TRIERS = frozenset(words("i we our ours my mine me us ourselves myself"))
_HEARING = frozenset(
    words(
        "according say says said told claim claims claimed report reports reported state stated writes wrote list lists listed announced "
        "insist insists promise promises hear understand apparently reportedly"
    )
)
_BARE = frozenset(words("without no excluding including excl minus less"))
_CONDITIONS = frozenset(words("with while when if"))
_RELATING = frozenset(
    words(
        "first second third olde older earlier previous prior former outgoing original next newer last larger bigger smaller cheaper "
        "dearer pricier upcoming forthcoming planned future another other later slower simpler"
    )
)
_RELATED = ("rival", "competi", "predecessor", "successor", "sibling", "stablemate", "follow", "brother")
"""Words, and letters of words, without which a sentence tells of none of these."""
_PLACED = re.compile(
    r"\b(?:[Ii]n|[Ff]rom|[Aa]t|to|[Nn]ear|[Oo]utside)\s(?:the\s)?([A-Z][\w-]+)(?:[ ,](?:and\s)?([A-Z][\w-]+))?"
)
_MONTHS = frozenset(
    words("January February March April May June July August September October November December Q1 Q2 Q3 Q4")
)
_WITH = re.compile(
    r"\b(?:with(?! (?:no|none|only)\b)|including|plus|and|incl\.|in (?=its|the|their)|inside|put(?:ting)?|wearing) ((?:[\w-]+ ?){1,4})",
    re.IGNORECASE,
)
_WITHOUT = re.compile(
    r"\b(?:without|with no|excluding|not including|excl\.|minus|less) ((?:[\w-]+ ?){1,4})",
    re.IGNORECASE,
)


def differing(a: Passage, b: Passage, own: frozenset[str]) -> Signs:
    """Return the signs in what only one of two sentences speaks of.

    Args:
        a: One sentence.
        b: The other.
        own: Lower-case words of the release's and its vendor's names.
    """
    ours, theirs = _places(a.text, own), _places(b.text, own)
    return {
        "relative of one": float(_of_others(a.text, b.text, own)),
        "one has tried": float(_has_tried(a.text) != _has_tried(b.text)),
        "one has heard": float(_has_heard(a.text) != _has_heard(b.text)),
        "other places": float(bool(ours and theirs) and ours.isdisjoint(theirs)),
        "with or without": float(
            _left_out(a, b) or _left_out(b, a) or _switched(a.text, b.text) or _weighed_otherwise(a, b)
        ),
        "part of one": float(bool(_part_of(a, b)) or bool(_part_of(b, a))),
        "length": min(len(a.line.stems) + len(b.line.stems), 60) / 30,
    }


def _has_tried(text: str) -> bool:
    """Whether somebody speaks of themselves."""
    return not _TRIERS.isdisjoint(word_set(text)) and _TRIED.search(text) is not None


def _has_heard(text: str) -> bool:
    """Whether a sentence tells what others say."""
    may = not _HEARING.isdisjoint(word_set(text)) or "spokes" in lowered(text)
    return may and _HEARD.search(text) is not None


def _left_out(bare: Passage, laden: Passage) -> bool:
    """Whether a sentence speaks of a thing without what the other has with it."""
    if _BARE.isdisjoint(word_set(bare.text)):
        return False
    return not _found(_WITHOUT, bare).isdisjoint(_found(_WITH, laden))


def _switched(a: str, b: str) -> bool:
    """Whether a thing is on in one sentence's condition and off in the other's."""
    ours = _states(a)
    theirs = _states(b) if ours else {}
    return any(theirs.get(thing, state) != state for thing, state in ours.items())


def _weighed_otherwise(a: Passage, b: Passage) -> bool:
    """Whether two sentences give a weight, one of them with something on or in it that the other is without."""
    if not all(any(each.kind == "weight" for each in passage.quantities) for passage in (a, b)):
        return False
    ours, theirs = (_LADEN.search(each.text) is not None for each in (a, b))
    return ours != theirs


_SWITCHED = re.compile(
    r"\b(?:with|while|when|if) (?:(?:the|its|your|a|an|both|all) )*([a-z][\w-]+(?: [a-z][\w-]+){0,2}?) "
    r"(?:(?:is|are|was|were) )?(?:(?:switched|turned|left|kept|set) )?"
    r"(?:(on|enabled|running|open|plugged in|connected)|(off|disabled|paused|closed|unplugged|disconnected))\b",
    re.IGNORECASE,
)
"""The state in which something is tried: ``with the light off``."""


@lru_cache(maxsize=1_024)
def _states(text: str) -> dict[str, bool]:
    """Return whether things are on in a sentence's condition, by the last word for each."""
    if _CONDITIONS.isdisjoint(word_set(text)):
        return {}
    return {found[1].split()[-1].lower(): bool(found[2]) for found in _SWITCHED.finditer(text)}


_LADEN = re.compile(
    r"\b(?:with(?! no\b)|including|incl\.|plus) (?:(?:the|its|a|an|all|both|two|our|my|full) )?(?:\w+ ){0,2}?"
    r"(?:batter(?:y|ies)|cells?|straps?|bands?|case|cover|folio|film|sleeve|stand|mount|lens(?:es)?|pack|bag|cable|charger|"
    r"keyboard|pen|stylus|clip|feet|wheels|tank|water|packaging|box|everything|accessories)\b|"
    r"\bpacked\b|\bin (?:its|the) (?:\w+ ){0,2}?(?:case|box|sleeve|bag)\b|"
    r"(?<!not )\b(?:included|attached|fitted)\b(?<!not included)|"
    r"\b(?:batter(?:y|ies)|strap|band|case|cover|folio|sleeve|stand|lens|pen|stylus|keyboard) on\b",
    re.IGNORECASE,
)
"""What is weighed together with something."""


_PART_OF = re.compile(
    r"^(?:Also, )?(?:The|Its|An?|Our|This|Their) (?:[\w'’-]+ ){0,2}?(plug-?in|extension|sdk|card|case|dashboard|library|add-?on|client|report|paper|manual|"
    r"companion|server|viewer|importer|exporter|cli|api|website|editor|module|charger|remote|cradle|base|cover|"
    r"bridge|adapter|stylus|pen|demo|docs|documentation|dataset|script|bot|widget|template|mobile app)\b",
    re.IGNORECASE,
)
"""Something that comes with a release, of which a sentence speaks."""


def _part_of(passage: Passage, other: Passage) -> bool:
    """Whether a sentence begins with a part of the release that the other has no word of."""
    found = _PART_OF.match(passage.text)
    return found is not None and found[1].lower() not in other.text.lower()


def _found(pattern: re.Pattern[str], passage: Passage) -> set[str]:
    """Return the nouns that follow such a word, as far as small words don't end what it governs."""
    return {
        word.rstrip("s")
        for found in pattern.findall(passage.text)
        for word in _governed(found.lower())
        if len(word) > 2
    } - _SMALL


_ENDS = frozenset(
    words("and or but in on at for to from by with without of is are was were it they we you i has have had when while")
)
_SMALL = frozenset(words("the its any all our both two own an my your their thi that les"))


def _governed(found: str) -> list[str]:
    return list(takewhile(lambda word: word not in _ENDS, found.split()))


def _of_others(a: str, b: str, own: frozenset[str]) -> bool:
    """Whether one of two sentences speaks of a relative of the release and the other doesn't, or begins with another."""
    ours, theirs = _relatives(a, b, own), _relatives(b, a, own)
    begun = [_BEGUN.match(each) for each in (a, b)]
    others = ours.isdisjoint(theirs) and all(begun)
    return bool(ours) != bool(theirs) or (bool(ours and theirs) and others)


_BEGUN = re.compile(
    r"(?:The|Its|An?|Their|Our) (?:first|second|third|rival|old\w*|earlier|previous|small\w*|larg\w*|big\w*|cheap\w*|predec\w+|succ\w+)\b"
)
"""What begins with a relative of the release."""


_WORD = re.compile(r"\w+")


_ONE_OF_SEVERAL = rf"(?:(?<=\b[Tt]he )|(?=[A-Z]\w+ (?i:{'|'.join(sorted(TIERS))})\b))"
"""What a name has before or in it that is one of several, where the other sentence has no name: ``the Veldt Voice``."""


def _relatives(text: str, other: str, own: frozenset[str]) -> set[str]:
    """Return the versions and products beside the release of which a sentence speaks: ``Veldt Pro``, ``predecessor``."""
    if not _NEXT.isdisjoint(word_set(text)):
        text = _ITS_NEXT.sub(" ", text)
    text = without_baselines(text)
    named = "".join(f"|{re.escape(word)}" for word in sorted(own) if word.isalpha())
    found: set[str] = set()
    if _may_relate(text):
        found = {each.group().lower() for each in re.finditer(_RELATIVE.replace("{own}", named), text, re.IGNORECASE)}
    whole = min((each for each in own if " " in each), key=lambda each: (len(each), each), default="").split()
    if own.isdisjoint(word_set(text)) and not (whole and whole[0] in lowered(text)):
        return found
    spelt = _WORD.findall(other.lower())
    begun = "" if not own.isdisjoint(spelt) else _ONE_OF_SEVERAL
    if whole and not whole[1].isdigit():
        beside = rf"{begun}\b(?i:{re.escape(whole[0])}) ([A-Z][a-z]*)\b(?! (?:plan|tier|account|subscri|user))"
        known = {*own, *whole, *spelt}
        found |= {word for word in re.findall(beside, text) if word.lower() not in known}
    also = re.findall(rf"{begun}\b(?i:{named[1:]}) ([A-Z][a-z]+)\b", unnamed(text, own)) if named else ()
    known = {*TIERS, *own, *spelt}
    return found | {word for word in also if word.lower() not in known}


def _may_relate(text: str) -> bool:
    """Whether a sentence has a word without which it speaks of no relative of the release."""
    if not _RELATING.isdisjoint(word_set(text)):
        return True
    small = lowered(text)
    return any(part in small for part in _RELATED)


def _places(text: str, own: frozenset[str]) -> set[str]:
    found = {name for match in _PLACED.finditer(text) for name in match.groups() if name}
    return {name for name in found if name.lower() not in own} - _MONTHS
