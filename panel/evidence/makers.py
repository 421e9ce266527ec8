"""Who makes a release: what a sentence says of its maker."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from panel.evidence.bodies import is_organised
from panel.evidence.lowered import lowered
from panel.evidence.names import Name, key_of
from panel.evidence.passages import Passage
from panel.evidence.peoples import PLACES
from panel.evidence.strangers import ELSEWHERE, is_anothers, is_of_a_thing

Key = frozenset[str]


@dataclass(frozen=True, slots=True)
class Vote:
    """One place that says who makes the release."""

    name: str
    """The name as it stands there."""
    key: Key
    """What it is compared by."""
    cite: str
    """The sentence."""
    weight: float
    """How plainly it says so."""


PREPOSITION = re.compile(r"\b(?:on|in|at|of|by|under|from|with|for|to|than|behind|like)\s(?:the\s)?$", re.IGNORECASE)
FOLLOWED_BY_BODY = re.compile(
    r"['’]s?\s|\s(?:[a-z-]+\s){0,2}?(?:company|maker|firm|start-?up|vendor|laboratory|lab|studio|developer|giant)\b"
)
"""What follows a place or people rather than a maker: ``the Paris company Ardoise``, ``Bengaluru's Rasa``."""

_BODY = re.compile(
    r"\b(?:company|maker|firm|start-?up|vendor|lab|laborator|team|studio|foundation|developer|giant)", re.IGNORECASE
)
_MADE_BY = re.compile(
    r"(?:\b(?:by|from|von|par|de)\s(?:(?:the|a|an|its|der|Firma)\s)?(?:(?!in\b|of\b|at\b|on\b|people\b)[\w'’-]+\s){0,3}?|(?<!finished )(?<!second, )(?<!third, )(?<!just )(?<!far )(?<!close )(?<!right )(?<!place )\bbehind\s)$",
    re.IGNORECASE,
)
_WORK_OF = re.compile(
    r"\b(?:is|was) an? (?:[a-z-]+ ){0,3}(?:service|product|brand|offering|project|app|tool|game) (?:of|by) (?:the )?$|\b(?:work|brainchild|product|creation) of (?:the |(?:one|two|three|four|a|just one|a single)(?: [a-z-]+){1,3}, )?$|\b(?:created|developed|made|built|designed|maintained|written|operated|offered|run|looked after|published|released|sold) (?:in [A-Z][\w+#]* )?by (?:(?:volunteers|friends|students|people|hobbyists), )?(?:the )?$",
    re.IGNORECASE,
)
_DESIGNED = re.compile(r"\b[Dd]esigned by (?:the )?$")
"""What stands before somebody who works for the maker of a thing, as often as not."""

_MADE_AT = re.compile(
    r"\b(?:developed|built|made|designed|created|written|trained|invented|conceived) (?:in [A-Z]\w+ )?"
    r"(?:at|by (?:a |the )?(?:[a-z]+ )?(?:team|group|people|engineers|researchers|developers|scientists) (?:at|of|from))\s(?:the )?$"
)
_MAKER_IS = re.compile(
    r"(?:(?:^|[;,.]\s|\b(?:and|but|as|says|said)\s)(?:[Ii]ts|[Tt]he) |['’]s )(?:maker|manufacturer|developer|vendor|creator|author)(?: of [A-Z][^,;.]{2,30})?(?: is|,)\s(?:the )?$|"
    r"\b[Tt]he (?:makers|developers|designers|manufacturers) (?:at|from) (?:the )?$|"
    r"\b(?:company|firm|studio|team|people|lab|start-?up|group|man|woman|person|brains?|pair|duo) behind [A-Z][^,;.]{1,30}(?: is| are|,)\s(?:the )?$"
)
"""What stands before a maker: ``The maker of Heron, Oakline,``, ``Heron's maker is Oakline``."""

_PERSON = re.compile(r"[A-Z][\w’'-]+ (?:[A-Z]\. )?[A-Z][\w’'-]+")
"""What looks like somebody's name, who may work for the firm that another sentence names."""

_FIRST_OF = re.compile(r"['’]s?\s(?:first|second|third|fourth|new|newest|latest|next|own|debut|flagship)\b")
"""What stands behind a maker that is told right behind its release: ``Heron 2, Oakline's first model``."""

_IS_OR_COMMA = re.compile(r", | (?:is|was) (?:the )?")
"""What stands between the two: ``Heron 2 is Oakline's first model``."""

_COMES_FROM = re.compile(
    r"^(?:It|The (?:app|game|tool|program|software|service|model|device|machine|library|product|project)) (?:comes|hails) from (?:the )?$"
)
"""What stands before a maker: ``The app comes from Steinbock Karten``."""

_LABEL = re.compile(
    r"(?:vendor|maker|maintainers?|developers?|publisher|company|manufacturer|author|organi[sz]ation|(?:made|developed|created|built|published) by|by)\s?[:|]",
    re.IGNORECASE,
)
_SELLS = re.compile(
    r"(?:,\s(?:an?|the)\s[^,.;]{3,40},|\s(?:of|from|in)\s[A-Z]\w+)?\s(?:has been |have been |now |also |first )?"
    r"(?:wrote|built|created|designed|developed|made|maintain(?:s|ed)|publish(?:es|ed)|operates|runs|sell(?:s|ing)|mak(?:es|ing)|build(?:s|ing)|develop(?:s|ing)|offer(?:s|ing)|is proud to \w+|behind)\b"
)
_BEHIND = re.compile(r",\s(?:the|a|an)\s[^,.]*\b(?:start-?up|company|maker|firm|studio|team) behind\b")
_THAT_MAKES = re.compile(r",\s(?:the|a|an)\s[^,.]*\b(?:behind|that makes)\b")
_CODE_NAME = re.compile(r"\bcode\s?name\b[^.]*$|\bnamed?\s$|\bcalled\s$", re.IGNORECASE)
AFTER_BODY = re.compile(
    r"\b(?:company|maker|manufacturer|developer|studio|lab|vendor|firm|start-?up|Firma|co-?operative|collective|association|society|charity|"
    r"non-?profit|agency)\s$"
)
_STANDS_BEHIND = re.compile(
    r"\bBehind (?:[\w.-]+ ){1,4}?(?:is|are|stands?)\s(?:the\s)?(?:[a-z-]+\s){0,2}$", re.IGNORECASE
)
_FOUNDED_BY = re.compile(
    r"\bfounded (?:in \d+ )?by (?:the )?(?:[a-z-]+\s){0,3}$|\bteam (?:around|led by) $|\band $", re.IGNORECASE
)
IS_BUSINESS = re.compile(
    r"\s(?:is|are)\s(?:an?\s)?(?:[\w-]+\s){0,3}?(?:business|company|start-?up|firm|studio|co-?operative|non-?profit|maker|manufacturer|foundation|team|people)\b"
)
"""What a maker says of itself: ``Norrsken is a family business``."""

FORMER = re.compile(r"\b(?:former|ex-?|previously at|formerly (?:at|of))\s?$", re.IGNORECASE)
"""What stands before a firm where somebody used to work."""

_SEEN_BY = re.compile(
    r"\b(?:authori[sz]ed|regulated|supervised|audited|tested|checked|approved|certified|reviewed|measured|funded|backed|financed|"
    r"governed|covered|bound|licensed|hosted|distributed|used|chosen|rated|supplied|assembled|insured|joined|surveyed|followed|drawn|composed|narrated|illustrated|translated|filmed)"
    r"(?: out| for [A-Z]\w+)? by\s(?:the\s)?(?:[\w-]+\s){0,3}$",
    re.IGNORECASE,
)
"""What stands before those who do something else than make it: ``authorised by the``."""

_ORGANISATION = re.compile(
    r"\s(?:Foundation|Project|Collective|Association|Consortium|Cooperative|Contributors|Authors|Developers|Maintainers|Labs?|Inc|Ltd|GmbH)$"
)
"""How a maker's name ends that begins with the release's: ``the Thrush Foundation``."""

_POSSESSIVE = re.compile(r"['’]s?\s")
_RIVAL = re.compile(r",\s(?:a|the|its)\s(?:rival|competitor)")


def is_rival(passage: Passage, name: Name) -> bool:
    """Whether a name is introduced as a rival's."""
    return passage.text.startswith(",", name.span[1]) and bool(_RIVAL.match(passage.text, name.span[1]))


def maker_votes(
    passage: Passage, is_own: Callable[[Key], bool], sure: Collection[Key], release: str = ""
) -> Iterator[Vote]:
    """Yield who a sentence says the release is by or from, or whose it is.

    Args:
        passage: The sentence.
        is_own: Whether a name is the release's.
        sure: Names that stand elsewhere as names beyond doubt.
        release: The release's name, for one that is written in small letters.
    """
    if not passage.names:
        return
    own = [name for name in passage.names if is_own(name.key)] or list(_in_small(passage.text, release))
    small = lowered(passage.text)
    labelled = (":" in small or "|" in small) and _LABEL.match(passage.text) is not None
    signed = "©" in small or "opyright" in small or "(c)" in small
    for name in passage.names:
        if signed and _COPYRIGHT.search(passage.text[: name.span[0]]) and not _OF_DATA.match(passage.text):
            yield Vote(name.text, name.key, passage.cite, 2.0)
        if passage.text.startswith(",", name.span[1]) and _BEHIND.match(passage.text, name.span[1]):
            yield Vote(name.text, name.key, passage.cite, 3.0)
        if not (name.sure or name.key in sure or labelled) or name.key <= PLACES or is_rival(passage, name):
            continue
        if (name in own and not _ORGANISATION.search(name.text)) or _NOBODY.fullmatch(name.text):
            continue
        if not (own or labelled or _LEADS.search(small[max(0, name.span[0] - _BEFORE) : name.span[0]])):
            continue
        weight = _weight(passage, name, own)
        if weight:
            yield Vote(name.text, name.key, passage.cite, weight)


_NOBODY = re.compile(
    r"(?:(?:USB|HDMI|Wi-?Fi|Bluetooth|Ethernet|Thunderbolt|PCIe?|NFC|LTE|5G|Zigbee|Matter|LoRa(?:WAN)?|GPS|SATA|Thread)(?:[ -](?:C|A|[\d.]+|LE|Low Energy))?|"
    r"Windows|Linux|macOS|Mac|Android|iOS|iPadOS|iPhone|iPad|ChromeOS|Raspberry Pi|FDA|FCC|CE|GDPR|TÜV|GitHub|GitLab|Codeberg|PyPI|F-Droid|App Store|Google Play)"
    r"(?: \d[\d.]*)?"
)
"""What something runs on, connects by or is approved by, told with the same words as a maker: ``from a Windows laptop``."""

_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|\b[Cc]opyright)(?:\s(?:©|\([cC]\)))?(?:\s(?:by|(?:19|20)\d\d(?:\s?[–-]\s?(?:\d\d){1,2})?,?)){0,2}\s$"
)
"""What stands before whose work it is: ``© 2022–2025``."""

_OF_DATA = re.compile(
    r"(?:(?:Some|Parts of|All)\s)?(?:the\s)?(?:[a-z-]+\s)?(?:map|base ?map|terrain|weather|satellite|street|imagery|data|photos?|pictures|images|icons?|fonts?|sounds|music)\b[^.;]{0,40}(?:©|\([cC]\)|[Cc]opyright)",
    re.IGNORECASE,
)
"""What a sentence begins with on the rights in what the release shows: ``Map data © OpenStreetMap contributors``."""

_PEOPLE = re.compile(
    r",\s(?:an?|the|two|three|four|five|six|\d+)\s(?:[\w-]+\s){0,2}?(?:brothers|sisters|siblings|people|friends|students|developers|founders|"
    r"couple|pair|duo|trio|team|company|studio|firm|start-?up|co-?operative|maker|manufacturer)\b[^,.;]*,\s"
    r"(?:sells?|makes?|wants?|asks?|charges?|offers?|builds?|has|have|launched|released|sold)\b"
)
"""What introduces a maker: ``Northmost, two brothers from Svendborg, want``."""


def _in_small(text: str, release: str) -> Iterator[Name]:
    """Yield where a release stands whose name begins with a small letter, or is a word that has been taken for a common one."""
    word = release.split(maxsplit=1)[0] if release else ""
    if word.isascii() and word.lower() not in lowered(text):
        return
    case = re.IGNORECASE if word.islower() else re.NOFLAG
    if word and (found := re.search(rf"\b{re.escape(word)}\b", text, case)):
        yield Name(found.group(), found.span(), key_of(word))


def _is_labelled(text: str, name: Name) -> bool:
    """Whether a name stands behind a label; ``Developer | $20 | GitHub`` is the line of a plan."""
    label = _LABEL.match(text)
    return bool(label and label.end() <= name.span[0] and not _PARTED.search(text[label.end() : name.span[0]]))


_PARTED = re.compile(r"[$€£¥\d|]|\b(?:for|of) (?:the )?$")
"""What shows that a name isn't the one behind the label: a price, or that it ends one: ``Institute for Machine Learning``."""


_BEFORE = 40
"""Characters before a name that are looked at."""

_US_AT = re.compile(r"\b(?:from|by) (?:all of us|everyone|everybody|us all|us|the (?:whole )?team)(?: here)? at $")
"""How a maker signs: ``from all of us at Tinsmith``."""

_LEADS = re.compile(
    r"behind|\b(?:(?:by|of|comes from|hails from|team from|team of)(?: the)?|(?:us|team|everyone|everybody)(?: here)? at)\s$|"
    r"(?:company|maker|manufacturer|developer|studio|lab|vendor|firm|start-?up|firma|creator|author)(?: of [a-z][^,;.]{2,30})?(?: is|,)?\s(?:the )?$"
)
"""What stands before every maker's name in a sentence that neither names the release nor begins with a label; in small letters."""


def _told_plainly(passage: Passage, name: Name, own: list[Name], before: str, after: str) -> float:
    """Return how plainly a name is told to be the maker's by its trade or its place beside the release, 0 for not at all."""
    if _STANDS_BEHIND.search(before) or _US_AT.search(before):
        return 3.0
    if _MAKER_IS.search(before) and (own or not _POSSESSIVE.search(before)):
        return 1.2 if _PERSON.fullmatch(name.text) and not is_organised(name.text) else 2.0
    if _FIRST_OF.match(after) and any(_IS_OR_COMMA.fullmatch(passage.text, each.span[1], name.span[0]) for each in own):
        return 1.5
    return 2.0 if own and _MADE_AT.search(before) else 0.0


def _weight(passage: Passage, name: Name, own: list[Name]) -> float:
    """Return how plainly a sentence says that a name is the maker's, 0 for not at all."""
    before = passage.text[max(0, name.span[0] - _BEFORE) : name.span[0]]
    after = passage.text[name.span[1] : name.span[1] + 60]
    first = own[0].span[0] if own else -1
    if _CODE_NAME.search(before):
        return 0.0
    if (
        _POSSESSIVE.match(after)
        and 0 < first - name.span[1] < 30
        and not ELSEWHERE.search(passage.text, name.span[1], first)
    ):
        return 1.5
    if told := _told_plainly(passage, name, own, before, after):
        return told
    if FOLLOWED_BY_BODY.match(after) or any(way.search(before) for way in (_FOUNDED_BY, FORMER, _SEEN_BY)):
        return 0.0
    if first > name.span[1] and _SELLS.match(passage.text[name.span[1] : first]):
        return 0.0 if PREPOSITION.search(passage.text[: name.span[0]]) else 1.5
    if own and _PEOPLE.match(passage.text, name.span[1]):
        return 2.0
    if _is_labelled(passage.text, name):
        return 1.2 if passage.text.startswith("Publisher") else 2.0
    if is_anothers(passage, name, own):
        return 0.0
    if _WORK_OF.search(before) or (" " in name.text and _COMES_FROM.search(passage.text[: name.span[0]])):
        return 1.0 if _DESIGNED.search(before) and _PERSON.fullmatch(name.text) and not is_organised(name.text) else 2.0
    if own and _MADE_BY.search(before) and not is_of_a_thing(before, after) and first < name.span[0] < first + 110:
        return 2.0 if _BODY.search(before) else 1.5
    if own and _THAT_MAKES.match(after):
        return 3.0
    return 0.75 if AFTER_BODY.search(before) and name.span[0] < 60 else 0.0
