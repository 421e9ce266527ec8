"""By which words one release is known: its name in full and in parts, its maker, its family, what it was called before."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from panel.domain.release import Dossier, Release
from panel.evidence.facts import read_facts
from panel.evidence.households import household
from panel.evidence.words import words

WORDS = re.compile(r"[\s_/-]+")
"""What stands between the words of a name."""

CAPITAL = r"(?:[A-Z][\w&]*(?:-[A-Z]\w*)*)"
"""A capitalised word."""

NAMELESS = frozenset(
    words(
        "a ai air agent agents and app api apps assistant audio base beta book chat cli cloud co code company corp corporation "
        "data db desk device dev edition engine enterprise for free gmbh group home image inc kit lab laboratory labs large lite "
        "llc local ltd max mini model models music nano new next note notes of one open os pad phone platform plus pro "
        "research sdk search server small software studio suite system systems team tech technologies technology the tool "
        "tools ultra video vision voice watch web preview instruct base turbo flash"
    )
)
"""Words that name nobody, even as part of a name."""

_ALIAS = re.compile(
    r"\b(?:code[- ]?name[ds]?|went by the (?:code )?name|known (?:internally |also )?as|formerly(?: called)?|previously called|"
    rf"renamed from|a\.?k\.?a\.?)\s(?:of\s)?[“\"'‘]?(?P<name>{CAPITAL}(?:\s{CAPITAL}){{0,2}})"
)
_STEM = re.compile(r"[A-Za-z]{2,}(?:['’][a-z]+)?")
_LEAD = re.compile(r"[A-Z0-9][\w.+&-]*(?:\s[A-Z0-9][\w.+&-]*)*")
_LONGEST = 5
"""Words of a name; what is longer is a headline, and its beginning is the name."""


@dataclass(frozen=True)
class Identity:
    """All by which one release is known."""

    product: str
    """What it is called instead."""
    vendor: str
    """What its maker is called instead."""
    names: tuple[str, ...]
    """Names of the release itself, longest first."""
    words: tuple[str, ...]
    """Single words that mean the release: parts of its name, code names."""
    stems: tuple[str, ...]
    """Beginnings of names of the maker's other products."""
    makers: tuple[str, ...]
    """Names of the maker."""
    command: str | None
    """The word by which it is typed; None where that is a common word."""


def maker_of(dossier: Dossier) -> str:
    """Return who makes a release: as stated, else as its sources say; empty if nobody says."""
    return dossier.release.vendor or read_facts(dossier).vendor.value or ""


def identity(dossier: Dossier, maker: str, product: str, vendor: str) -> Identity:
    """Collect by what a release is known.

    Args:
        dossier: What is read of it.
        maker: Who makes it; may be empty.
        product: What it is called instead.
        vendor: What its maker is called instead.
    """
    release, text = dossier.release, "\n".join(dossier.by_cite.values())
    own = {plain(word) for word in WORDS.split(maker)}
    spoken = _spoken(release)
    short = " ".join(word for word in spoken.split() if plain(word) not in own)
    parts = [word for word in WORDS.split(short) if tells(word)]
    single = [word for word in parts if word[:1].isupper() and not re.search(r"\d", word)]
    telling = [word for word in single if (word == single[0] and short == spoken) or not _common(word, text)]
    typed = next((word for word in WORDS.split(spoken) if tells(word) and not re.search(r"\d", word)), "")
    families = [stem[0] for word in parts if re.search(r"\d", word) and (stem := _STEM.match(word)) and tells(stem[0])]
    return Identity(
        product,
        vendor,
        tuple(sorted(_names(release, spoken, short), key=len, reverse=True)),
        tuple(dict.fromkeys([*telling, *(found["name"] for found in _ALIAS.finditer(text))])),
        tuple(dict.fromkeys([*families, *(each for each in household(maker) if plain(each) not in own)])),
        tuple(dict.fromkeys(_makers(maker, text))),
        typed if len(typed) > 3 and not _a_common_noun(typed, text) else None,
    )


def tells(word: str) -> bool:
    """Whether a word can tell whose a release is: not a common part of names, and not a mere number."""
    return plain(word) not in NAMELESS and bool(re.search(r"[^\W\d_]{2,}|[^\W\d_]\d", word))


def plain(text: str) -> str:
    """Return a name's letters and digits in lower case: what names are compared by."""
    return re.sub(r"[\W_]+", "", text.lower())


def _spoken(release: Release) -> str:
    """Return a release's name as people say it, also where only a file's name or a headline is known."""
    name = release.name
    if name == name.lower() and WORDS.search(name.strip()):
        return " ".join(part.capitalize() for part in WORDS.split(name) if part)
    if ":" in name or len(name.split()) > _LONGEST:
        lead = _LEAD.match(name)
        return lead.group().strip(" -") if lead else name
    return name if name != name.lower() else name.capitalize()


def _names(release: Release, spoken: str, short: str) -> set[str]:
    names = {release.name, spoken, short}
    if "-" in release.slug or any(c.isdigit() for c in release.slug):
        names.add(release.slug)
    return {name for name in names if any(tells(word) for word in WORDS.split(name))}


def _makers(maker: str, text: str) -> Iterator[str]:
    if not maker:
        return
    yield maker
    yield from (word for word in WORDS.split(maker) if tells(word))
    yield from re.findall(rf"\b{re.escape(maker)}(?:\s{CAPITAL})+\s\(([A-Z]{{2,8}})\)", text)


def _common(word: str, text: str) -> bool:
    """Whether a word of a name stands in the text as a common word too."""
    return bool(re.search(rf"(?<![\w/@-]){re.escape(word.lower())}(?![\w-])", text))


def _a_common_noun(word: str, text: str) -> bool:
    """Whether a text has a word behind an article, in lower case: then it is no command."""
    return bool(re.search(rf"\b(?:an?|the|this|its|each|every|of|no|hand-made) {re.escape(word.lower())}\b", text))
