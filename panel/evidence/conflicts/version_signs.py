"""Signs that two sentences speak of different tiers, versions or modes."""

import re
from collections.abc import Collection
from functools import lru_cache
from itertools import product

from panel.evidence.conflicts.baselines import without_baselines
from panel.evidence.conflicts.names import unnamed
from panel.evidence.conflicts.statements import Signs
from panel.evidence.lowered import lowered, word_set
from panel.evidence.passages import Passage
from panel.evidence.words import words

TIERS = frozenset(
    words(
        "studio creator builder gold silver bronze unlimited free basic starter personal solo plus pro premium team teams family business enterprise small large max mini ultra lite "
        "standard advanced student education individual organisation hobby growth scale base core"
    )
)
_SURROUNDINGS = (
    r"Python|Rust|Go|Java|Node|Node\.js|Ruby|PHP|Perl|Swift|Kotlin|Scala|Deno|Bun|GCC|Clang|LLVM|CMake|CUDA|ROCm|OpenGL|Vulkan|"
    r"Linux|Ubuntu|Debian|Fedora|RHEL|Windows|macOS|OS X|iOS|iPadOS|Android|watchOS|PostgreSQL|Postgres|MySQL|MariaDB|SQLite|"
    r"Redis|MongoDB|Kubernetes|Docker|Helm|Chrome|Firefox|Safari|Django|Rails|React|Vue|Angular|PyTorch|TensorFlow|"
    r"NumPy|Bluetooth|USB|HDMI|DisplayPort|PCIe|Thunderbolt|Matter|Zigbee|HTTP|TLS|OAuth"
)
"""What software runs on and speaks, whose versions are no release's."""
_VERSION = re.compile(
    r"\b(?:v|(?:versions?|release|generation|build|firmware)\s)(\d+(?:\.\w+)*)\b(?! (?:[a-z]+s|people)\b)|"
    rf"\b(?!(?:{_SURROUNDINGS})\b)(?-i:[A-Z])\w*\s(\d+(?:\.\d+)+)\b(?!\s?(?:%|million|billion|percent|[KMG]B))|"
    r"\b(\d+\.\d+(?:\.\d+)*)\s(?:server|release|line|series|branch|core|version|client)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_ZEROS = re.compile(r"(?:\.0)+$")
_VARIANT = re.compile(
    r"\b([\d.,]+\s?[A-Za-z]*|[A-Za-z]+)[ -](?:models?|versions?|editions?|variants?|plans?|tiers?|bundles?|licen[cs]es?|"
    r"accounts?|cards?|clusters?|requests?|units?|builds?|mode|kits?|boards?|configurations?|trims?|sizes?)\b",
    re.IGNORECASE,
)
"""``the 8 GB model``, ``a family plan``: one of several that a release comes as."""
_NO_VARIANT = frozenset(
    words("the a an this that our their its my your each every any all one no both other same which new of for in and")
)


_CODE = re.compile(r"\b(?=\w*\d)(?=\w*[a-zA-Z])[\w-]*\w\b")
"""``1080p``, ``H100``, ``4-bit``: what tells one mode or model from another, and is no number."""


def editions(a: Passage, b: Passage, own: frozenset[str]) -> Signs:
    """Return the signs in the tiers, versions and modes that two sentences name."""
    ours, theirs = (tiers_in(each.text, own) for each in (a, b))
    one, other = (without_baselines(_unlicensed(each)) for each in (a, b))
    mine, others = _variants_in(one, own), _variants_in(other, own)
    return {
        "tiers": float(differ(ours, theirs)),
        "same tier": float(
            bool(ours & theirs)
            or _planned(a.text, b.text)
            or _planned(b.text, a.text)
            or any(_is_size(each) for each in mine & others)
        ),
        "codes": float(_of_other_codes(_codes(a, own), _codes(b, own)) or differ(_labels(a.text), _labels(b.text))),
        "named tier of one": float(_tier_behind(a.text, b.text, own) or _tier_behind(b.text, a.text, own)),
        **({} if ours & theirs else _variants(mine, one, others, other)),
        **_versions(one, other, own),
        "another version": float(_of_another(one, own) != _of_another(other, own)),
    }


def _tier_behind(text: str, other: str, own: frozenset[str]) -> bool:
    """Whether a sentence sets a tier behind the release's whole name, which the other gives without: ``Heron 3 Mini``."""
    if TIERS.isdisjoint(word_set(text)):
        return False
    small, others = lowered(text), lowered(other)
    for whole in own:
        if (" " in whole or whole.isalpha()) and whole in small and whole in others:
            behind = re.findall(rf"\b{re.escape(whole)} ([a-z]+)\b(?! (?:plan|tier|account|subscri|user))", small)
            if not TIERS.isdisjoint(behind) and TIERS.isdisjoint(_WORD.findall(others.replace(whole, " "))):
                return True
    return False


def differ(ours: set[str], theirs: set[str]) -> bool:
    """Whether both have something and nothing in common."""
    return bool(ours and theirs) and ours.isdisjoint(theirs)


_WORD = re.compile(r"\w+")
_TIER = re.compile(
    r"\b(?:[A-Z]\w+(?=\W)|[a-z]+(?=[ -](?:plans?|tiers?|accounts?|editions?|versions?|models?|subscri\w+|licen[cs]es?|users?|"
    r"customers?|package|bundle|recordings|workspaces?|projects?|seats?|members?|builds|minutes|subscribers?|teams)\b))"
)
_PLAN = re.compile(
    r"^\W*([A-Z][a-z]+)\W{0,2}: (?=.{0,12}[$€£]|free)|\b(?:[Tt]he|[Oo]ur|[Oo]n|[Ii]n|[Tt]o|[Ww]ith) ([A-Z][a-z]+) (?:plan|tier|account)\b|"
    r"\b(?:[Ww]e['’]re|I['’]m|we are|I am|made|subscribed?|upgraded|moved|switched) (?:on|to|with) (?:the )?([A-Z][a-z]+)\b|"
    r"\b(?:pays?|paid|paying) for ([A-Z][a-z]+)\b|\b(?:part of|included in|reserved for|comes with|left out of) ([A-Z][a-z]+)(?=[.,;]|$)|"
    r"^(?:On|With|In) ([A-Z][a-z]+) (?=you\b|we\b|there\b)|^([A-Z][a-z]+) (?:customers|subscribers|accounts) "
)
"""A tier under its own name: ``Crew: $55 a month``, ``we're on Watch``."""


def tiers_in(text: str, own: frozenset[str]) -> set[str]:
    """Return the tiers that a sentence names."""
    text = unnamed(text, own)
    spelt = word_set(text)
    tiers = set() if TIERS.isdisjoint(spelt) else {found.lower() for found in _TIER.findall(text)} & TIERS
    unpaid = not _UNPAID.isdisjoint(spelt) and _FREE.search(text)
    return tiers | {found.lower() for found in _plans(text)} | ({"free"} if unpaid else set())


_ON = ("On ", "With ", "In ")
_PLANNING = frozenset(
    words(
        "plan tier account re m we am made subscribe subscribed upgraded moved switched pay pays paid paying part included reserved "
        "comes left customers subscribers accounts"
    )
)
"""Words beside which a tier stands under its own name."""


def _plans(text: str) -> set[str]:
    """Return the tiers that a sentence gives their own names."""
    if _PLANNING.isdisjoint(word_set(text)) and ": " not in text and not text.startswith(_ON):
        return set()
    return {found for match in _PLAN.finditer(text) for found in match.groups() if found}


_FREE = re.compile(
    r"\b(?:(?:is|are) free|(?:without|not) paying|paying nothing|unpaid|free users?)\b(?! (?:of|from|to)\b)",
    re.IGNORECASE,
)
"""The tier that costs nothing, in other words."""
_UNPAID = frozenset(("free", "paying", "unpaid"))


def _planned(text: str, other: str) -> bool:
    """Whether a sentence names a plan whose name the other has as well."""
    named = _plans(text)
    return bool(named) and not named.isdisjoint(_WORD.findall(other))


def _unlicensed(passage: Passage) -> str:
    """Return a sentence without its licences, whose versions are no release's."""
    text = passage.text
    for mention in reversed(passage.licences):
        text = f"{text[: mention.span[0]]}…{text[mention.span[1] :]}"
    return text


def _variants(ours: set[str], a: str, theirs: set[str], b: str) -> Signs:
    """Return whether one of two sentences names a variant that the other has no word of."""
    told = [each - set(words(other.lower())) for each, other in ((ours, b), (theirs, a))]
    return {"variant of one": float(any(told) and not (ours and theirs))}


def _is_size(variant: str) -> bool:
    """Whether a variant is told by a number: the 8 GB one."""
    return variant[0].isdigit() and not variant[-1].isdigit()


def _variants_in(text: str, own: frozenset[str]) -> set[str]:
    return {found.lower() for found in _VARIANT.findall(text)}.difference(own, _NO_VARIANT)


def _versions(a: str, b: str, own: frozenset[str]) -> Signs:
    ours, theirs = _versions_in(a, own), _versions_in(b, own)
    return {
        "versions": float(bool(ours and theirs) and not _one_version(ours, theirs)),
        "version of one": float(bool(ours) != bool(theirs)),
    }


def _of_another(text: str, own: frozenset[str]) -> bool:
    """Whether a sentence names versions, none of which is the release's own."""
    released = {word for word in own if word[0].isdigit() and not word.isalpha()}
    named = _versions_in(text, own)
    return bool(released and named) and not _one_version(released, named)


@lru_cache(maxsize=1_024)
def _versions_in(text: str, own: frozenset[str]) -> frozenset[str]:
    if not _DIGIT.search(text):
        return frozenset()
    named = "|".join(re.escape(word) for word in sorted(own) if word.isalpha())
    found = {each for match in _VERSION.finditer(text) for each in match.groups() if each}
    if named:
        found |= set(re.findall(rf"\b(?:{named})[ -](\d+(?:\.\w+)*)\b(?! (?:million|billion))", text, re.IGNORECASE))
    return frozenset(found)


def _one_version(ours: Collection[str], theirs: Collection[str]) -> bool:
    """Whether two sentences name one version: 5 and 5.0 are the same."""
    return any(_same_version(one, other) for one, other in product(ours, theirs))


def _same_version(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(f"{short}.") or _ZEROS.sub("", one) == _ZEROS.sub("", other)


_LABEL = re.compile(
    r"\b(?:type|class|mode|level|grade|size|model|series|option|category|profile|zone|phase|stage|step)\s(?-i:([A-Z]|\d+)\b)",
    re.I,
)


_LABELS = frozenset(
    words("type class mode level grade size model series option category profile zone phase stage step")
)
_LETTERS = re.compile(r"[a-z]")
_DIGITS = re.compile(r"\d+")


def _labels(text: str) -> set[str]:
    """Return the letters or numbers that tell one of a kind from others: the K of ``type K``."""
    return set() if _LABELS.isdisjoint(word_set(text)) else set(_LABEL.findall(text))


def _of_other_codes(ours: set[str], theirs: set[str]) -> bool:
    """Whether two sentences have codes of one make and none in common: ``1080p`` and ``720p``, not ``H100`` and ``4-bit``."""
    makes = {_make(each) for each in ours} & {_make(each) for each in theirs}
    return bool(makes) and ours.isdisjoint(theirs)


def _make(code: str) -> str:
    """Return how a code is made: where it has letters, and how many, and where digits."""
    return _DIGITS.sub("0", _LETTERS.sub("a", code))


def _codes(passage: Passage, own: frozenset[str]) -> set[str]:
    """Return what has digits in it and isn't a number, date, plain number of something or the release itself."""
    if not _DIGIT.search(passage.text):
        return set()
    taken = [each.span for each in passage.dates] + [
        each.span for each in passage.quantities if "-bit" not in each.text
    ]
    return {
        match.group().lower()
        for match in _CODE.finditer(passage.text)
        if match.group().lower() not in own and not any(start <= match.start() < end for start, end in taken)
    }
