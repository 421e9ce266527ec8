"""Who and what stands behind a release: its head, maker, owner, seat, language, base."""

import re
from collections.abc import Iterator
from functools import cache, partial
from typing import NamedTuple

from panel.evidence.conflicts.frames import same_time
from panel.evidence.conflicts.grammar import stems_of
from panel.evidence.conflicts.names import Name, is_own, names_someone
from panel.evidence.conflicts.spoken import Spoken
from panel.evidence.conflicts.statements import Clash, Statement
from panel.evidence.words import words

_X = r"(?P<x>(?-i:(?:[A-Z][\w’'.+#-]*|[a-z]+[A-Z]\w+)(?:[ -](?:of |de |van |von )?(?-i:[A-Z\d][\w’'.+-]*))*))"
_JOB = r"(?:the\s|its\s)?(?:company's\s|firm's\s|startup's\s)?"
_ROLES: tuple[tuple[str, str], ...] = (
    ("head", rf"\b(?:led|headed|directed|run|managed) by (?:\w+ )?{_X}"),
    ("head", rf"{_X} (?:leads|heads|runs|directs|is in charge of)\b"),
    ("head", rf"\b(?:the |its )?(?:head|boss|director) (?:of [\w ]{{2,30}}? )?is {_X}"),
    ("head", rf"{_X} is (?:the |its )?(?:new )?(?:head|boss|director) of\b"),
    (
        "CEO",
        rf"(?-i:\bCEO\b|\bchief executive(?: officer)?\b|Chief Executive(?: Officer)?)(?: of [\w ]{{2,20}}?)?(?: is|,"
        rf"| was named)? {_X}",
    ),
    ("CEO", rf"{_X},? (?:\d\d, )?(?:is |as |serves as |becomes )?{_JOB}(?:new )?(?-i:CEO\b|[Cc]hief [Ee]xecutive)"),
    ("founder", rf"\bfounded (?:in \d{{4}} )?by {_X}"),
    ("founder", rf"{_X} (?:founded|established) (?:the|it)\b"),
    ("founder", rf"\bfounder (?:is )?{_X}"),
    ("founder", rf"{_X},? (?:is )?(?:the|its)? ?(?:sole )?founder\b"),
    ("headquarters", rf"\b(?:based|headquartered|head office(?: is)?|headquarters(?: are| is)?|located) in {_X}"),
    ("headquarters", rf"\b{_X}-based\b"),
    ("maker", rf"\b(?:developed|made|built|created|produced|manufactured|designed|written) by {_X}"),
    (
        "maker",
        rf"{_X} (?:developed|makes|built|created|manufactures) (?:it|the (?:tool|app|model|device|product|program))\b",
    ),
    ("owner", rf"\b(?:owned by|acquired by|bought by|subsidiary of|a division of|belongs to) {_X}"),
    ("owner", rf"{_X} (?:owns|is the parent company|acquired|bought) (?:it|the company|of)?"),
    (
        "programming language",
        rf"\b(?:written|implemented|coded|programmed|built|rewritten|developed) (?:entirely |mostly |purely )?in {_X}",
    ),
    (
        "base",
        rf"\b(?:based on|built on(?: top of)?|fine-tuned from|a fine-tune of|derived from|built upon|runs on top of"
        rf"|forked from|a fork of|powered by) (?:the )?{_X}",
    ),
    ("code name", rf"\b(?:code-?named?|under the (?:code ?)?name(?: of)?) {_X}"),
    (
        "place of the data",
        rf"\b(?:stored|kept|hosted|held|processed|located)(?: only| exclusively)?(?: (?:on|in) (?:\w+ )?(?:servers"
        rf"|data cent(?:er|re)s))? in (?:the )?{_X}",
    ),
    (
        "place of the data",
        rf"\b(?:stores|keeps|hosts|processes|holds) (?:all |the |its |their |customer |user )*data(?: only| "
        rf"exclusively)? (?:on \w+ servers )?in (?:the )?{_X}",
    ),
    ("place of training", rf"\b(?:trained|training (?:took place|was done|happened)) in (?:the )?{_X}"),
    ("place of manufacture", rf"\b(?:made|manufactured|assembled|produced|built) in {_X}"),
    ("distributor", rf"\b(?:sold|distributed) (?:exclusively |only )?(?:by|through) {_X}"),
    ("successor of", rf"\b(?:succeeds|replaces|successor (?:of|to)) {_X}"),
)
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
    r"\b(server|client|front-?end|back-?end|app|extension|editor|core|engine|website|cli|sdk)\b", re.IGNORECASE
)


_WORDS_OF: dict[str, str] = {
    "head": "led leads headed heads head directed directs run runs managed charge boss director",
    "CEO": "ceo chief",
    "founder": "founded founder established",
    "headquarters": "based headquartered office headquarters located",
    "maker": "developed develops made makes built builds created produced manufactured manufactures designed written",
    "owner": "owned owns acquired bought subsidiary division belongs parent",
    "place of training": "trained training",
    "programming language": "developed written implemented coded programmed built rewritten",
    "base": "based built tuned derived fork forked powered runs",
    "code name": "codenamed codename code name",
    "place of the data": "stored stores kept keeps hosted hosts held holds processed processes located",
    "place of manufacture": "made manufactured assembled produced built",
    "distributor": "sold distributed",
    "successor of": "succeeds replaces successor",
}
"""By role: words of which a sentence that gives it has one."""


@cache
def _compiled() -> tuple[frozenset[str], tuple[tuple[str, frozenset[str], re.Pattern[str]], ...]]:
    """Return the stems of all these words, and each role with its own stems and expression."""
    table = tuple((role, stems_of(_WORDS_OF[role]), re.compile(pattern, re.IGNORECASE)) for role, pattern in _ROLES)
    return frozenset().union(*(stems for _, stems, _ in table)), table


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
    if not _CAPITAL.search(spoken.text, 1):
        return
    every, compiled = _compiled()
    if spoken.stems.isdisjoint(every):
        return
    for role, stems, pattern in compiled:
        if spoken.stems.isdisjoint(stems):
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
