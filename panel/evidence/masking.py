"""Two dossiers without the names that tell whose they are: what is left is what the releases can do."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from panel.domain.release import Dossier, Pricing, Release
from panel.evidence.households import faces, household
from panel.evidence.words import words

LETTERS = "XYZWVUTSRQPO"
"""What masked releases are told apart by."""

ADDRESS = "[address]"
"""What stands for every web and mail address, forum and account."""

PERSON = "[a person]"
"""What stands for people who would give the vendor away."""

_GENERIC = frozenset(
    words(
        "a ai air agent agents and app api apps assistant audio base beta book chat cli cloud co code company corp corporation "
        "data db desk device dev edition engine enterprise for free gmbh group home image inc kit lab laboratory labs large lite "
        "llc local ltd max mini model models music nano new next note notes of one open os pad phone platform plus pro "
        "research sdk search server small software studio suite system systems team tech technologies technology the tool "
        "tools ultra video vision voice watch web preview instruct base turbo flash"
    )
)
"""Words that name nobody, even as part of a name."""

_TLDS = (
    "ai|app|biz|cloud|cn|co|com|de|dev|edu|eu|fr|gg|gov|info|io|jp|me|ml|net|org|page|sh|so|studio|tech|tv|uk|us|xyz"
)
_ADDRESS = re.compile(
    rf"\b(?:https?|ftp)://\S+?(?=[)\]}}>,;.!?'\"”’]*(?:\s|$))|\bwww\.[^\s)\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w/])r/\w+|(?<![\w@])@\w{2,}"
    rf"|(?<![\w@./-])(?:[A-Za-z0-9-]+\.)+(?:{_TLDS})\b(?![.\w]*\.(?!\s|$))(?:/[^\s)\]]*)?"
)
_WORDS = re.compile(r"[\s_/-]+")
_STEM = re.compile(r"[A-Za-z]{2,}(?:['’][a-z]+)?")
_VERSION = r"(?:[\s-]?v?\d\w*(?:\.\w+)*(?:-\w+(?:\.\w+)*)*)"
_CAPITAL = r"(?:[A-Z][\w&]*(?:-[A-Z]\w*)*)"
_TITLE = r"(?:CEO|CTO|CFO|COO|[Cc]hief(?:\s\w+){0,2}\s[Oo]fficer|(?:[Cc]o-?)?[Ff]ounder|[Pp]resident|[Cc]hairman|[Dd]irector|[Hh]ead)"
_BEFORE = re.compile(rf"\b{_TITLE},?\s(?P<who>{_CAPITAL}\s{_CAPITAL})")
_AFTER = re.compile(rf"\b(?P<who>{_CAPITAL}\s{_CAPITAL}),(?:\s\d+,)?\s(?:the|its|a|an)?\s?(?:\w+\s)?{_TITLE}\b")
_HIRED = re.compile(rf"\bhired\s(?P<who>{_CAPITAL}\s{_CAPITAL})\b")
_ALIAS = re.compile(
    r"\b(?:code[- ]?name[ds]?|went by the (?:code )?name|known (?:internally |also )?as|formerly(?: called)?|previously called|"
    rf"renamed from|a\.?k\.?a\.?)\s(?:of\s)?[“\"'‘]?(?P<name>{_CAPITAL}(?:\s{_CAPITAL}){{0,2}})"
)


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
    vendors: dict[str, str] = {}
    for place, slug in enumerate(slugs):
        release = by_slug[slug].release
        vendors.setdefault(_plain(release.vendor or f"?{slug}"), f"Vendor {LETTERS[place]}")
    identities = [
        _identity(
            by_slug[slug], f"Product {LETTERS[place]}", vendors[_plain(by_slug[slug].release.vendor or f"?{slug}")]
        )
        for place, slug in enumerate(slugs)
    ]
    cover = _Cover(identities, _people([by_slug[slug] for slug in slugs]))
    hidden = {slug: _hidden(by_slug[slug], who, cover) for slug, who in zip(slugs, identities, strict=True)}
    masked = tuple(hidden[dossier.release.slug] for dossier in dossiers)
    labels = {slug: identity.product for slug, identity in zip(slugs, identities, strict=True)}
    return Masked(masked, labels, tuple(_leaks(masked, identities)))


@dataclass(frozen=True)
class _Identity:
    """All by which one release is known."""

    product: str
    vendor: str
    names: tuple[str, ...]
    """Names of the release itself, longest first."""
    words: tuple[str, ...]
    """Single words that mean the release: parts of its name, code names."""
    stems: tuple[str, ...]
    """Beginnings of names of the vendor's other products."""
    makers: tuple[str, ...]
    """Names of the vendor."""


def _identity(dossier: Dossier, product: str, vendor: str) -> _Identity:
    release = dossier.release
    maker = release.vendor or ""
    makers = [maker, *(word for word in _WORDS.split(maker) if _tells(word))]
    own = {_plain(word) for word in _WORDS.split(maker)}
    short = " ".join(word for word in release.name.split() if _plain(word) not in own)
    names = {release.name, short} - {""}
    if _tells(release.slug) and ("-" in release.slug or any(c.isdigit() for c in release.slug)):
        names.add(release.slug)
    text = "\n".join(dossier.by_cite.values())
    aliases = [found["name"] for found in _ALIAS.finditer(text)]
    parts = [word for word in _WORDS.split(short) if _tells(word)]
    families = [stem[0] for word in parts if re.search(r"\d", word) and (stem := _STEM.match(word)) and _tells(stem[0])]
    single = [word for word in parts if not re.search(r"\d", word)]
    for acronym in re.findall(rf"\b{re.escape(maker)}(?:\s{_CAPITAL})+\s\(([A-Z]{{2,8}})\)", text) if maker else ():
        makers.append(acronym)
    relatives = [*families, *(each for each in household(maker) if _plain(each) not in own)]
    return _Identity(
        product,
        vendor,
        tuple(sorted(names, key=len, reverse=True)),
        tuple(dict.fromkeys([*single, *aliases])),
        tuple(dict.fromkeys(relatives)),
        tuple(dict.fromkeys(each for each in makers if each)),
    )


def _tells(word: str) -> bool:
    """Whether a word can tell whose a release is: not a common part of names, and not a mere number."""
    return _plain(word) not in _GENERIC and bool(re.search(r"[^\W\d_]{2,}|[^\W\d_]\d", word))


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())


class _Cover:
    """Rewrites texts so that nothing in them names one of several releases."""

    def __init__(self, identities: Sequence[_Identity], people: Sequence[str]) -> None:
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
            if who.makers:
                rules.append((f"maker{place}", rf"(?:{maker})(?:\s(?!Product\b|Vendor\b){_CAPITAL}(?=\W|$))*"))
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
        if _plain(found.group()) in {_plain(stem) for stem in who.stems if _plain(stem) in map(_plain, _families(who))}:
            return who.vendor
        start = f"{who.vendor.removeprefix('Vendor ')}-product "
        known = sum(label.startswith(start) for label in self._siblings.values())
        return self._siblings.setdefault(_plain(found.group()), f"{start}{known + 1}")


def _families(who: _Identity) -> Iterator[str]:
    """Yield the stems that are part of the release's own name: alone they mean the maker or its team."""
    return (stem for stem in who.stems if any(_plain(name).startswith(_plain(stem)) for name in who.names))


def _phrase(name: str, maker: str) -> str:
    """Return a pattern for a name however its words are joined, with or without its maker before it."""
    joined = r"[\s_-]?".join(re.escape(part) for part in _WORDS.split(name) if part)
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


def _people(dossiers: Iterable[Dossier]) -> list[str]:
    """Return the people that are named with a title, full names first, then their surnames."""
    full: dict[str, None] = {}
    for dossier in dossiers:
        full |= dict.fromkeys(faces(dossier.release.vendor or ""))
        for text in dossier.by_cite.values():
            for rule in (_BEFORE, _AFTER, _HIRED):
                full |= dict.fromkeys(found["who"] for found in rule.finditer(text))
    surnames = dict.fromkeys(name.rpartition(" ")[2] for name in full)
    return [*sorted(full, key=len, reverse=True), *(name for name in surnames if len(name) > 2 and _tells(name))]


def _hidden(dossier: Dossier, who: _Identity, cover: _Cover) -> Dossier:
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


def _leaks(dossiers: Iterable[Dossier], identities: Iterable[_Identity]) -> Iterator[str]:
    """Yield names that are still there, however they are written."""
    text = "\n".join(line for dossier in dossiers for line in dossier.by_cite.values())
    telling = [name for who in identities for name in (*who.names, *who.makers[:1]) if _tells(name)]
    for name in dict.fromkeys(telling):
        parts = [part for part in _WORDS.split(name) if part]
        if re.search(rf"(?<!\w){r'[^A-Za-z0-9]?'.join(map(re.escape, parts))}(?!\w)", text):
            yield name
