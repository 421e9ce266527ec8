"""Two dossiers without the names that tell whose they are: what is left is what the releases can do."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from panel.domain.release import Dossier, Pricing, Release
from panel.evidence.households import faces
from panel.evidence.identities import CAPITAL, WORDS, Identity, identity, maker_of, plain, tells

LETTERS = "XYZWVUTSRQPO"
"""What masked releases are told apart by."""

ADDRESS = "[address]"
"""What stands for every web and mail address, forum and account."""

PERSON = "[a person]"
"""What stands for people who would give the vendor away."""

_TLDS = (
    "ai|app|biz|cloud|cn|co|com|de|dev|edu|eu|fr|gg|gov|info|io|jp|me|ml|net|org|page|sh|so|studio|tech|tv|uk|us|xyz"
)
_ADDRESS = re.compile(
    rf"\b(?:https?|ftp)://\S+?(?=[)\]}}>,;.!?'\"”’]*(?:\s|$))|\bwww\.[^\s)\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w/])r/\w+|(?<![\w@])@\w{2,}"
    rf"|(?<![\w@./-])(?:[A-Za-z0-9-]+\.)+(?:{_TLDS})\b(?![.\w]*\.(?!\s|$))(?:/[^\s)\]]*)?"
)
_VERSION = r"(?:[\s-]?v?\d\w*(?:\.\w+)*(?:-\w+(?:\.\w+)*)*)"
_TITLE = r"(?:CEO|CTO|CFO|COO|[Cc]hief(?:\s\w+){0,2}\s[Oo]fficer|(?:[Cc]o-?)?[Ff]ounder|[Pp]resident|[Cc]hairman|[Dd]irector|[Hh]ead)"
_BEFORE = re.compile(rf"\b{_TITLE},?\s(?P<who>{CAPITAL}\s{CAPITAL})")
_AFTER = re.compile(rf"\b(?P<who>{CAPITAL}\s{CAPITAL}),(?:\s\d+,)?\s(?:the|its|a|an)?\s?(?:\w+\s)?{_TITLE}\b")
_HIRED = re.compile(rf"\bhired\s(?P<who>{CAPITAL}\s{CAPITAL})\b")


@dataclass(frozen=True)
class Masked:
    """Dossiers with their names hidden, consistently in all of them."""

    dossiers: tuple[Dossier, ...]
    """The same dossiers, sentence by sentence and citation by citation, without names."""
    labels: Mapping[str, str]
    """What each release is called in all of them, by slug."""
    leaks: tuple[str, ...]
    """Names that can still be read in them; empty as far as the rules can tell."""


def mask(dossiers: Sequence[Dossier]) -> Masked:
    """Hide what tells whose these releases are: names, vendors, families of products, code names, people, addresses.

    Labels depend on the slugs alone, not on the order given, so that a release has the same one wherever it stands.
    Facts stay: who knows a release by its figures still knows it. Addresses go altogether. Competitors that aren't
    compared here keep their names.

    Args:
        dossiers: Two or more, of different releases; at most as many as there are letters.

    Raises:
        ValueError: There are too many of them.
    """
    slugs = sorted(dossier.release.slug for dossier in dossiers)
    if len(slugs) > len(LETTERS):
        raise ValueError(f"{len(slugs)} releases can't be masked together, {len(LETTERS)} at most")
    by_slug = {dossier.release.slug: dossier for dossier in dossiers}
    makers = {slug: maker_of(dossier) for slug, dossier in by_slug.items()}
    vendors: dict[str, str] = {}
    for place, slug in enumerate(slugs):
        vendors.setdefault(plain(makers[slug] or f"?{slug}"), f"Vendor {LETTERS[place]}")
    identities = [
        identity(by_slug[slug], makers[slug], f"Product {LETTERS[place]}", vendors[plain(makers[slug] or f"?{slug}")])
        for place, slug in enumerate(slugs)
    ]
    cover = _Cover(identities, _people([by_slug[slug] for slug in slugs]))
    hidden = {slug: _hidden(by_slug[slug], who, cover) for slug, who in zip(slugs, identities, strict=True)}
    masked = tuple(hidden[dossier.release.slug] for dossier in dossiers)
    labels = {slug: identity.product for slug, identity in zip(slugs, identities, strict=True)}
    return Masked(masked, labels, tuple(_leaks(masked, identities)))


class _Cover:
    """Rewrites texts so that nothing in them names one of several releases."""

    def __init__(self, identities: Sequence[Identity], people: Sequence[str]) -> None:
        self._identities = identities
        self._siblings: dict[str, str] = {}
        rules: list[tuple[str, str]] = []
        for place, who in enumerate(identities):
            rules += [
                (f"name{place}", _phrase(name, maker)) for name in who.names for maker in (who.makers[:1] or ("",))
            ]
        for place, who in enumerate(identities):
            maker = "|".join(_word(each) for each in who.makers)
            kin = "|".join(_word(each) for each in (*who.stems, *who.words))
            if who.stems:
                stem = "|".join(_word(each) for each in who.stems)
                rules.append(
                    (f"kin{place}", rf"(?:(?:{maker or '(?!)'})\s)?(?:{stem})(?:{_VERSION}|[\s-](?:{kin})(?!\w))*")
                )
            if who.words:
                rules.append((f"word{place}", "|".join(_word(each) for each in who.words)))
            if who.command:
                rules.append((f"word{place}", _command(who.command)))
            if who.makers:
                rules.append((f"maker{place}", rf"(?:{maker})(?:\s(?!Product\b|Vendor\b){CAPITAL}(?=\W|$))*"))
        if people:
            rules.append(("person", "|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in people)))
        self._pattern = re.compile("|".join(f"(?P<{group}_{at}>{rule})" for at, (group, rule) in enumerate(rules)))

    def over(self, text: str) -> str:
        """Return a text without names and addresses."""
        return self._pattern.sub(self._label, _ADDRESS.sub(ADDRESS, text))

    def _label(self, found: re.Match[str]) -> str:
        kind = (found.lastgroup or "").partition("_")[0]
        if kind == "person":
            return PERSON
        who = self._identities[int(re.sub(r"\D", "", kind))]
        if kind.startswith(("name", "word")):
            return who.product
        if kind.startswith("maker"):
            return who.vendor
        if plain(found.group()) in {plain(stem) for stem in who.stems if plain(stem) in map(plain, _families(who))}:
            return who.vendor
        start = f"{who.vendor.removeprefix('Vendor ')}-product "
        known = sum(label.startswith(start) for label in self._siblings.values())
        return self._siblings.setdefault(plain(found.group()), f"{start}{known + 1}")


def _families(who: Identity) -> Iterator[str]:
    """Yield the stems that are part of the release's own name: alone they mean the maker or its team."""
    return (stem for stem in who.stems if any(plain(name).startswith(plain(stem)) for name in who.names))


def _phrase(name: str, maker: str) -> str:
    """Return a pattern for a name however its words are joined, with or without its maker before it."""
    joined = r"[\s_-]?".join(re.escape(part) for part in WORDS.split(name) if part)
    before = rf"(?:{re.escape(maker)}[\s_/-])?" if maker and not name.startswith(maker) else ""
    single = name.isalpha() and name[:1].isupper()
    flags = "" if single else "i"
    body = f"(?{flags}:{joined})" if flags else joined
    return rf"(?<![A-Za-z0-9]){before}{body}(?![A-Za-z0-9])(?!\.\d)"


def _word(word: str) -> str:
    """Return a pattern for a word that stands by itself, opens or closes a longer one in camel case, or is in a path."""
    bare = re.escape(word)
    lower = re.escape(word.lower())
    upper = re.escape(word.upper())
    inside = rf"(?<![A-Za-z])(?:{bare}|{upper})(?![a-z])|(?<=[a-z]){bare}(?![a-z])"
    path = rf"(?<=[/@_]){lower}(?![a-z])|(?<![\w-]){lower}(?=[/_\d:]|-\w*\d)"
    return f"(?:{inside}|{path})"


def _command(word: str) -> str:
    """Return a pattern for a name as it is typed: in lower case, by itself or behind a hyphen."""
    return rf"(?<![A-Za-z0-9]){re.escape(word.lower())}(?![A-Za-z0-9])"


def _people(dossiers: Iterable[Dossier]) -> list[str]:
    """Return the people that are named with a title, full names first, then their surnames."""
    full: dict[str, None] = {}
    for dossier in dossiers:
        full |= dict.fromkeys(faces(dossier.release.vendor or ""))
        for text in dossier.by_cite.values():
            for rule in (_BEFORE, _AFTER, _HIRED):
                full |= dict.fromkeys(found["who"] for found in rule.finditer(text))
    surnames = dict.fromkeys(name.rpartition(" ")[2] for name in full)
    return [*sorted(full, key=len, reverse=True), *(name for name in surnames if len(name) > 2 and tells(name))]


def _hidden(dossier: Dossier, who: Identity, cover: _Cover) -> Dossier:
    release = dossier.release

    def over(text: str | None) -> str | None:
        return cover.over(text) if text else text

    sources = tuple(
        source.model_copy(
            update={
                "title": over(source.title),
                "publisher": over(source.publisher),
                "text": "",
                "url": None,
                "author": None,
                "hidden": None,
            }
        )
        for source in release.sources
    )
    hidden = Release(
        slug=release.slug,
        name=who.product,
        vendor=who.vendor if release.vendor else None,
        category=release.category,
        tagline=over(release.tagline),
        date=release.date,
        pricing=Pricing(**{**release.pricing.model_dump(), "entry": over(release.pricing.entry)}),
        licence=over(release.licence),
        sources=sources,
    )
    sentences = tuple(each.model_copy(update={"text": cover.over(each.text)}) for each in dossier.sentences)
    return Dossier(release=hidden, sentences=sentences)


def _leaks(dossiers: Iterable[Dossier], identities: Iterable[Identity]) -> Iterator[str]:
    """Yield names that are still there, however they are written."""
    text = "\n".join(line for dossier in dossiers for line in dossier.by_cite.values())
    telling = [name for who in identities for name in (*who.names, *who.makers[:1]) if tells(name)]
    for name in dict.fromkeys(telling):
        parts = [part for part in WORDS.split(name) if part]
        if re.search(rf"(?<!\w){r'[^A-Za-z0-9]?'.join(map(re.escape, parts))}(?!\w)", text):
            yield name
