"""Who and what stands behind a release: its head, maker, owner, seat, language, base."""

import re
from collections.abc import Iterator
from functools import cache, partial
from typing import NamedTuple

from panel.evidence.conflicts.frames import same_time
from panel.evidence.conflicts.names import Name, is_own, names_someone
from panel.evidence.conflicts.spoken import Spoken
from panel.evidence.conflicts.statements import Clash, Statement
from panel.evidence.lowered import word_set
from panel.evidence.words import words

_X = r"(?P<x>(?-i:(?:[A-Z][\w’'.+#-]*|[a-z]+[A-Z]\w+)(?:[ -](?:of |de |van |von )?(?-i:[A-Z\d][\w’'.+-]*))*))"
_JOB = r"(?:the\s|its\s)?(?:company's\s|firm's\s|startup's\s)?"
_ROLES: tuple[tuple[str, str, str], ...] = (
    (
        "head",
        "led headed directed run managed & by",
        rf"\b(?:led|headed|directed|run|managed) by (?:\w+ )?{_X}",
    ),
    (
        "head",
        "leads heads runs directs charge",
        rf"{_X} (?:leads|heads|runs|directs|is in charge of)\b",
    ),
    (
        "head",
        "head boss director & is",
        rf"\b(?:the |its )?(?:head|boss|director) (?:of [\w ]{{2,30}}? )?is {_X}",
    ),
    (
        "head",
        "head boss director & is",
        rf"{_X} is (?:the |its )?(?:new )?(?:head|boss|director) of\b",
    ),
    (
        "CEO",
        "ceo chief",
        rf"(?-i:\bCEO\b|\bchief executive(?: officer)?\b|Chief Executive(?: Officer)?)(?: of [\w ]{{2,20}}?)?(?: is|,"
        rf"| was named)? {_X}",
    ),
    (
        "CEO",
        "ceo chief",
        rf"{_X},? (?:\d\d, )?(?:is |as |serves as |becomes )?{_JOB}(?:new )?(?-i:CEO\b|[Cc]hief [Ee]xecutive)",
    ),
    (
        "founder",
        "founded & by",
        rf"\bfounded (?:in \d{{4}} )?by {_X}",
    ),
    (
        "founder",
        "founded established & the it",
        rf"{_X} (?:founded|established) (?:the|it)\b",
    ),
    (
        "founder",
        "founder",
        rf"\bfounder (?:is )?{_X}",
    ),
    (
        "founder",
        "founder",
        rf"{_X},? (?:is )?(?:the|its)? ?(?:sole )?founder\b",
    ),
    (
        "headquarters",
        "based headquartered office headquarters located & in",
        rf"\b(?:based|headquartered|head office(?: is)?|headquarters(?: are| is)?|located) in {_X}",
    ),
    (
        "headquarters",
        "based",
        rf"\b{_X}-based\b",
    ),
    (
        "maker",
        "developed made built created produced manufactured designed written & by",
        rf"\b(?:developed|made|built|created|produced|manufactured|designed|written) by {_X}",
    ),
    (
        "maker",
        "developed makes built created manufactures & it the",
        rf"{_X} (?:developed|makes|built|created|manufactures) (?:it|the (?:tool|app|model|device|product|program))\b",
    ),
    (
        "owner",
        "owned acquired bought subsidiary division belongs & by of to",
        rf"\b(?:owned by|acquired by|bought by|subsidiary of|a division of|belongs to) {_X}",
    ),
    (
        "owner",
        "owns parent acquired bought",
        rf"{_X} (?:owns|is the parent company|acquired|bought) (?:it|the company|of)?",
    ),
    (
        "programming language",
        "written implemented coded programmed built rewritten developed & in",
        rf"\b(?:written|implemented|coded|programmed|built|rewritten|developed) (?:entirely |mostly |purely )?in {_X}",
    ),
    (
        "base",
        "based built tuned tune derived runs forked fork powered & on upon from of by",
        rf"\b(?:based on|built on(?: top of)?|fine-tuned from|a fine-tune of|derived from|built upon|runs on top of"
        rf"|forked from|a fork of|powered by) (?:the )?{_X}",
    ),
    (
        "code name",
        "codenamed codename code name",
        rf"\b(?:code-?named?|under the (?:code ?)?name(?: of)?) {_X}",
    ),
    (
        "place of the data",
        "stored kept hosted held processed located & in",
        rf"\b(?:stored|kept|hosted|held|processed|located)(?: only| exclusively)?(?: (?:on|in) (?:\w+ )?(?:servers"
        rf"|data cent(?:er|re)s))? in (?:the )?{_X}",
    ),
    (
        "place of the data",
        "stores keeps hosts processes holds & data",
        rf"\b(?:stores|keeps|hosts|processes|holds) (?:all |the |its |their |customer |user )*data(?: only| "
        rf"exclusively)? (?:on \w+ servers )?in (?:the )?{_X}",
    ),
    (
        "place of training",
        "trained training & in",
        rf"\b(?:trained|training (?:took place|was done|happened)) in (?:the )?{_X}",
    ),
    (
        "place of manufacture",
        "made manufactured assembled produced built & in",
        rf"\b(?:made|manufactured|assembled|produced|built) in {_X}",
    ),
    (
        "distributor",
        "sold distributed & by through",
        rf"\b(?:sold|distributed) (?:exclusively |only )?(?:by|through) {_X}",
    ),
    (
        "successor of",
        "succeeds replaces successor",
        rf"\b(?:succeeds|replaces|successor (?:of|to)) {_X}",
    ),
)
"""Each role with words of which a sentence that gives it has one (behind ``&``: and one of these), and an expression."""

_CAPITAL = re.compile(r"[A-Z+#]")
_LANGUAGES = frozenset(
    words(
        "rust go c c++ c# java javascript typescript python ruby swift kotlin zig php scala elixir haskell dart julia "
        "lua perl"
    )
)
_FORMER = re.compile(
    r"\b(?:former(?:ly)?|then|ex-|previous(?:ly)?|until|left|once|previously|used to|co-)\b|\b(?:was|had been) "
    r"(?:the |its )?(?:CEO|chief|head)",
    re.IGNORECASE,
)
_NOT_PEOPLE = frozenset(words("april may june july march january february august september october november december"))
_PIECES = re.compile(
    r"\b(server|client|front-?end|back-?end|app|extension|editor|core|engine|website|cli|sdk|backups?|copies|logs?|archives?|"
    r"metadata|mirrors?)\b",
    re.IGNORECASE,
)


class _Way(NamedTuple):
    """One way in which a sentence can give a role."""

    role: str
    """The role."""
    then: frozenset[str]
    """Words of which the sentence has one besides; none where that is no matter."""
    pattern: re.Pattern[str]
    """The expression."""


@cache
def _ways() -> tuple[_Way, ...]:
    return tuple(
        _Way(role, frozenset(words(told.partition("&")[2])), re.compile(pattern, re.IGNORECASE))
        for role, told, pattern in _ROLES
    )


@cache
def _by_word() -> dict[str, tuple[int, ...]]:
    """Return the numbers of the ways by each word that leads to them."""
    found: dict[str, list[int]] = {}
    for number, (_, told, _) in enumerate(_ROLES):
        for word in words(told.partition("&")[0]):
            found.setdefault(word, []).append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}


class Role(NamedTuple):
    """A role and who or what has it."""

    role: str
    """The role."""
    holders: frozenset[str]
    """Words of the names that hold it."""
    names: str
    """The names."""
    piece: frozenset[str]
    """The part of the product that it is about."""


def roles(spoken: Spoken) -> Iterator[Statement]:
    """Yield who a sentence says holds which role."""
    spelt, by_word = word_set(spoken.text), _by_word()
    met = by_word.keys() & spelt
    if not met or not _CAPITAL.search(spoken.text, 1):
        return
    ways = _ways()
    for number in sorted({number for word in met for number in by_word[word]}):
        role, then, pattern = ways[number]
        if then and then.isdisjoint(spelt):
            continue
        for found in pattern.finditer(spoken.text):
            name = found.group("x") if "x" in found.groupdict() else None
            name = name.rstrip(".,'’") if name else None
            if not name or name.lower().split()[0] in _NOT_PEOPLE or not _fits(role, name, spoken):
                continue
            near = spoken.text[max(0, found.start() - 12) : found.end() + 12]
            start, end = spoken.clause(found.start())
            if (_FORMER.search(near) and role not in ("owner",)) or re.search(
                r"\bco-?found|\band (?:[A-Z]\w+ )?[A-Z]\w+ (?:lead|found|head)", near
            ):
                continue
            words = frozenset(word.strip("’'.,").lower() for word in name.split())
            pieces = frozenset(each.lower() for each in _PIECES.findall(spoken.text[start:end].replace(name, " ")))
            yield Statement(
                "role",
                frozenset({f"role {role}"}),
                Role(role, words, name, pieces),
                spoken,
                partial(spoken.frame, found.start()),
                partial(_whose, spoken, name),
            )


def _fits(role: str, name: str, spoken: Spoken) -> bool:
    """Whether the words found can hold the role."""
    if role == "programming language":
        return name.lower() in _LANGUAGES
    if role.startswith("place of"):
        return name.lower() not in _LANGUAGES
    if not names_someone(name):
        return role == "headquarters"
    own = is_own(Name(name, 0, len(name)), spoken.own)
    return not own or role in ("maker", "base")


def _whose(spoken: Spoken, name: str) -> frozenset[str]:
    """Return the words of the name whose role it is, if it is somebody else's: ``CEO of Meta``."""
    of = re.search(
        r"(?:CEO|chief executive(?: officer)?|head|founder|leads|heads|owns) of (?:the )?((?-i:[A-Z])[\w ]+)",
        spoken.text,
    )
    if of and name not in of.group(1):
        return frozenset(word.lower() for word in of.group(1).split()[:3]) - spoken.own
    return frozenset()


def roles_clash(a: Statement, b: Statement) -> Clash | None:
    """Return why two can't both hold a role; None if they can."""
    one, other = a.value, b.value
    if (
        not isinstance(one, Role)
        or not isinstance(other, Role)
        or one.role != other.role
        or not same_time(a.frame, b.frame)
    ):
        return None
    if not one.holders.isdisjoint(other.holders) or one.piece != other.piece or a.others != b.others:
        return None
    return Clash(one.role, f"One says {one.names}, the other {other.names}.")
