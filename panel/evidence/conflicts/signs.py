"""Signs by which two sentences about one release are seen to clash, or to speak of two different things.

No single one decides; ``weighing`` adds them up.
"""

import re
from collections.abc import Collection, Iterator
from itertools import product

from panel.evidence.concepts import concept_of
from panel.evidence.conflicts.figure_signs import Signs, days, figures, telling
from panel.evidence.conflicts.qualifiers import kinds_apart, kinds_of_one, kinds_shared
from panel.evidence.conflicts.relations import one_relation
from panel.evidence.conflicts.stances import agreed, opposed
from panel.evidence.names import Name, same_name
from panel.evidence.passages import Passage
from panel.evidence.stems import stem
from panel.evidence.words import words

_DENIAL = re.compile(
    r"\b(?:no|not|never|none|nothing|nobody|neither|nor|without|cannot|lacks?|lacking|missing|absent|removed?|dropped|gone|refus\w+|"
    r"blocked|forbid\w*|prohibit\w*|ban\w*|exclud\w+|shuts? out|impossible|unavailable|unsupported|closed|proprietary|yet to|fails?|unable)\b|n['’]t\b",
    re.IGNORECASE,
)
_TIERS = frozenset(
    words(
        "studio creator builder gold silver bronze unlimited free basic starter personal solo plus pro premium team teams family business enterprise small large max mini ultra lite "
        "standard advanced student education individual organisation hobby growth scale base core"
    )
)
_VERSION = re.compile(
    r"\b(?:v|(?:versions?|release|generation|build|firmware)\s)(\d+(?:\.\w+)*)\b|\b[A-Z]\w*\s(\d+(?:\.\d+)+)\b(?!\s?[%a-zA-Z]B?\b)|"
    r"\b(\d+\.\d+(?:\.\d+)*)\s(?:server|release|line|series|branch|core|version|client)\b",
    re.IGNORECASE,
)
_ZEROS = re.compile(r"(?:\.0)+$")
_CODE = re.compile(r"\b(?=\w*\d)(?=\w*[a-zA-Z])[\w-]*\w\b")
"""``1080p``, ``H100``, ``4-bit``: what tells one mode or model from another, and is no number."""

_LATER = re.compile(
    r"\b(?:plan(?:s|ning)? (?:to|for)|planned|later|will|follow\w*|roadmap|promis\w+|expect\w*|coming|soon|intends?)\b", re.IGNORECASE
)
_NOT_YET = re.compile(r"\byet\b|\bat the moment\b|\bfor now\b|\bso far\b", re.IGNORECASE)
_CONDITION = re.compile(
    r"(?:With|Without|If|When|While|For|In|On|At|By|From|During|After|Before|Until|Since|Under|As|Among|Idle|Our|Some)\b"
)
_OTHERS = re.compile(
    r"\b(?:rivals?|competitors?|competition|predecessors?|(?:its|their|the) (?:first|old|previous) (?-i:[A-Z])\w+|other (?:models?|tools?|apps?|vendors?)|elsewhere)\b",
    re.IGNORECASE,
)
_TELLER = re.compile(r"\b(?:I|my|we|our|us|me)\b", re.IGNORECASE)
_ABSOLUTE = re.compile(
    r"\b(?:never|always|every|any|anyone|all|only(?! (?:\d|two|three|four|five|about|some))|nobody|nothing|none|whatsoever|at all|entirely|completely|must|cannot|no way|exactly)\b|can['’]t",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:up to|at most|no more than|more than|maximum|limit\w*|ceiling|cap(?:ped)?|above|beyond|longer than|most|reject\w*|cut off|"
    r"as many as|tops out|may have|can have|won['’]t|less than|least|minimum|just|needs?)\b",
    re.IGNORECASE,
)
"""Words that set a limit."""

_COMPARED = re.compile(r"\b(?:than|twice|half|times|as \w+ as|compared|versus)\b", re.IGNORECASE)
_ROOT = 5
"""Letters that two words of one family share."""


GROUNDS = ("ruled", "apart", "opposed", "one relation + other names", "figures clash", "dates clash", "licences clash", "turned", "one denies", "other names")
"""Signs of which a contradiction has at least one, where not both sentences say something of their own."""


def signs(a: Passage, b: Passage, own: Collection[str]) -> Signs:
    """Return the signs of two sentences.

    Args:
        a: One sentence.
        b: The other.
        own: Lower-case words of the release's and its vendor's names.
    """
    shared = _shared(a, b, own)
    found: Signs = {
        "shared": min(len(shared), 6) / 2,
        "apart": min(_apart(a, b, shared, own), 6) / 2,
        "one opens with a condition": float(bool(_CONDITION.match(a.text)) != bool(_CONDITION.match(b.text))),
        "one is of later": float(bool(_LATER.search(a.text)) != bool(_LATER.search(b.text))),
        "one is not yet so": float(bool(_NOT_YET.search(a.text)) != bool(_NOT_YET.search(b.text))),
        "other subjects": float(_other_subjects(a, b, own)),
        "tiers": float(_differ(_tiers(a.text), _tiers(b.text))),
        **_versions(_unlicensed(a), _unlicensed(b), own),
        "codes": float(_differ(_codes(a), _codes(b))),
        **_kinds(a.text, b.text),
        **_sides(a.text, b.text, shared),
        "one tells of itself": float(bool(_TELLER.search(a.text)) != bool(_TELLER.search(b.text))),
        "one speaks absolutely": float(bool(_ABSOLUTE.search(a.text)) != bool(_ABSOLUTE.search(b.text))),
        "both speak absolutely": float(bool(_ABSOLUTE.search(a.text) and _ABSOLUTE.search(b.text))),
        "both set a limit": float(bool(_LIMIT.search(a.text) and _LIMIT.search(b.text))),
        "one compares": float(bool(_COMPARED.search(a.text)) != bool(_COMPARED.search(b.text))),
        "strangers": float(bool(_OTHERS.search(a.text)) != bool(_OTHERS.search(b.text))),
        **_names(a, b, own),
        **figures(a, b, shared),
        **days(a, b, shared),
        **_licences(a, b),
        **_denials(a, b, shared, own),
    }
    return found


def _apart(a: Passage, b: Passage, shared: Collection[str], own: Collection[str]) -> int:
    """Return how many words of its own each has at least."""
    return min(len(_concepts(a, own).difference(shared)), len(_concepts(b, own).difference(shared)))


def _other_subjects(a: Passage, b: Passage, own: Collection[str]) -> bool:
    """Whether the sentences begin with two different names, or one with another's: ``Wren 1``, ``Wren 2``."""
    first = [next((name for name in each.names if name.span[0] <= 12), None) for each in (a, b)]
    one, other = first
    if one and other:
        ours = [name.key <= set(own) or any(word in own for word in name.key) for name in (one, other)]
        numbers = [{word for word in name.key if any(c.isdigit() for c in word)} for name in (one, other)]
        return _differ(*numbers) if all(ours) else not same_name(one.key, other.key) and one.sure and other.sure
    return False


def _concepts(passage: Passage, own: Collection[str]) -> frozenset[str]:
    return frozenset(item.concept for item in passage.items if item.weight > 0.35 and item.word not in own) | {
        concept_of(stem(word)).name for each in passage.quantities for word in each.noun if word not in own
    }


def _shared(a: Passage, b: Passage, own: Collection[str]) -> frozenset[str]:
    """Return what both speak of: concepts, or words of one family."""
    ours, theirs = _concepts(a, own), _concepts(b, own)
    roots = {concept[:_ROOT] for concept in theirs if len(concept) > _ROOT}
    return (ours & theirs) | {each for each in ours if len(each) > _ROOT and each[:_ROOT] in roots}


def _differ(ours: set[str], theirs: set[str]) -> bool:
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _tiers(text: str) -> set[str]:
    return {word for word in words(text.lower()) if word in _TIERS}


def _unlicensed(passage: Passage) -> str:
    """Return a sentence without its licences, whose versions are no release's."""
    text = passage.text
    for mention in reversed(passage.licences):
        text = f"{text[: mention.span[0]]}…{text[mention.span[1] :]}"
    return text


def _versions(a: str, b: str, own: Collection[str]) -> Signs:
    ours, theirs = _versions_in(a, own), _versions_in(b, own)
    mine = {word for word in own if word[:1].isdigit()}
    odd = [bool(each) and bool(mine) and not _one_version(each, mine) for each in (ours, theirs)]
    return {
        "versions": float(bool(ours and theirs) and not _one_version(ours, theirs)),
        "another version": float(odd[0] != odd[1]),
    }


def _versions_in(text: str, own: Collection[str]) -> set[str]:
    named = "|".join(re.escape(word) for word in own if word.isalpha())
    found = {each for match in _VERSION.finditer(text) for each in match.groups() if each}
    if named:
        found |= set(re.findall(rf"\b(?:{named})[ -](\d+(?:\.\w+)*)\b(?! (?:million|billion))", text, re.IGNORECASE))
    return found


def _one_version(ours: Collection[str], theirs: Collection[str]) -> bool:
    """Whether two sentences name one version: 5 and 5.0 are the same."""
    return any(_same_version(one, other) for one, other in product(ours, theirs))


def _same_version(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(f"{short}.") or _ZEROS.sub("", one) == _ZEROS.sub("", other)


def _codes(passage: Passage) -> set[str]:
    """Return what has digits in it and isn't a number, date or plain number of something."""
    taken = [each.span for each in passage.dates] + [
        each.span for each in passage.quantities if "-bit" not in each.text
    ]
    return {
        match.group().lower()
        for match in _CODE.finditer(passage.text)
        if not any(start <= match.start() < end for start, end in taken)
    }


def _kinds(a: str, b: str) -> Signs:
    apart, same, one = kinds_apart(a, b), kinds_shared(a, b), kinds_of_one(a, b)
    return {
        "kinds apart": float(min(len(apart), 2)),
        "any kind apart": float(bool(apart)),
        "same kinds": float(min(len(same), 2)),
        "kinds of one": float(min(len(one), 4)) / 2,
        "seats of one": float(bool({"seats", "cards", "bundle", "billing", "amount of parts"} & set(one))),
    }


def _sides(a: str, b: str, shared: Collection[str]) -> Signs:
    matters, alike = opposed(a, b), agreed(a, b)
    return {
        "opposed": float(min(len(matters), 2)),
        "opposed on what is shared": float(bool(matters and shared)),
        "on one side": float(min(len(alike), 2)),
        "one relation": float(one_relation(a, b)),
    }


def _names(a: Passage, b: Passage, own: Collection[str]) -> Signs:
    ours, theirs = _foreign(a, own), _foreign(b, own)
    both = any(same_name(one.key, other.key) for one, other in product(ours, theirs))
    return {
        "same name": float(both),
        "other names": float(bool(ours and theirs) and not both),
        "one name": float(bool(ours) != bool(theirs)),
    }


def _foreign(passage: Passage, own: Collection[str]) -> list[Name]:
    return [name for name in passage.names if name.sure and name.key.isdisjoint(own)]


def _licences(a: Passage, b: Passage) -> Signs:
    ours, theirs = ({mention.name for mention in each.licences} for each in (a, b))
    return {"licences clash": float(_differ(ours, theirs)), "licences agree": float(bool(ours & theirs))}


def _denials(a: Passage, b: Passage, shared: Collection[str], own: Collection[str]) -> Signs:
    turned = list(_turned(a, b, shared))
    ours, theirs = (bool(_DENIAL.search(each.text)) for each in (a, b))
    one = ours != theirs
    return {
        "turned": float(min(len(turned), 3)),
        "one denies": float(one),
        "one denies what is shared": one * min(len(shared), 4) / 2,
        "one denies, one promises": float(
            (ours and not theirs and bool(_LATER.search(b.text)))
            or (theirs and not ours and bool(_LATER.search(a.text)))
        ),
        "one denies, figures": float(one and (telling(a) or telling(b))),
        "both deny": float(ours and theirs),
        **_denied(a, b, ours, theirs),
        "little else": float(one and bool(shared) and len((_concepts(a, own) | _concepts(b, own)) - set(shared)) <= 3),
    }


def _denied(a: Passage, b: Passage, ours: bool, theirs: bool) -> Signs:
    """Return how much of what one sentence denies the other speaks of."""
    if ours == theirs:
        return {}
    denier, other = (a, b) if ours else (b, a)
    denied = {item.concept for item in denier.items if item.sign < 0 and item.weight > 0.35}
    told = {item.concept for item in other.items}
    return {
        "denied in part": float(bool(denied & told) and bool(denied - told)),
        "denied in full": float(bool(denied) and denied <= told),
        "denied, untold": float(min(len(denied - told), 2)),
    }


def _turned(a: Passage, b: Passage, shared: Collection[str]) -> Iterator[str]:
    """Yield what one sentence affirms and the other denies."""
    ours, theirs = _signed(a), _signed(b)
    for concept in shared:
        if len(ours.get(concept, ())) == 1 and len(theirs.get(concept, ())) == 1 and ours[concept] != theirs[concept]:
            yield concept


def _signed(passage: Passage) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for item in passage.items:
        found.setdefault(item.concept, set()).add(item.sign)
    return {concept: frozenset(each) for concept, each in found.items()}


def about(a: Passage, b: Passage, own: Collection[str]) -> str:
    """Return what two sentences are about: the words that both have, at most three."""
    return ", ".join(sorted(_shared(a, b, own), key=lambda each: (-len(each), each))[:3]) or _kind(a, b)


def _kind(a: Passage, b: Passage) -> str:
    kinds = {each.kind for each in a.quantities} & {each.kind for each in b.quantities}
    return "date" if a.dates and b.dates else next(iter(sorted(kinds)), "what is said")
