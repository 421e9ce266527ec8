"""A dossier prepared for checking statements against it: read once, asked many times."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from panel.domain.release import Dossier, Sentence
from panel.evidence.common_words import is_common
from panel.evidence.lazily import lazily
from panel.evidence.lookup.index import Index
from panel.evidence.lookup.parts import Unit, has_unit, units_of
from panel.evidence.names import Name, key_of, same_name
from panel.evidence.passages import Passage, Span
from panel.evidence.subject import Subject

_LOWER = re.compile(r"(?<![\w’'./-])[a-z][a-z-]+(?![\w’'/]|\.\w)")
_CAPITAL = re.compile(r" (?<=[a-z0-9,;] )([A-Z][\w-]+)")
_OPENING = re.compile(
    r"([A-Z][a-z]{3,})(?<!ing)(?<!ion)(?<!ment)(?<!ness)(?<!ity)(?<!s)(?<!ed)(?<!ly)(?:['’]s)?\s[a-z]"
)
"""A word that opens a sentence and may be a name."""

_PLURAL = re.compile(r"([A-Z][a-z]{3,}s)\s[a-z]")
"""The same with the ending of a plural: a name only where it opens several sentences."""

_MISSING = re.compile(
    r"(?:what(?:['’]s| is)(?:n['’]t| not)? )?(?:not (?:included|supported|available|offered|covered|possible|in scope|there)(?: yet)?|(?:still |yet )?missing|removed|dropped|unsupported|(?:still |what )?not in (?:this|the|our) \w+|left out|"
    r"out of scope|isn['’]t there)\W*$",
    re.IGNORECASE,
)
"""A heading over a list of what there isn't."""

_GONE = re.compile(r"(?:Removed|Dropped|Discontinued|Not included|Not supported|Missing|Gone)\s?:\s")
"""What a line begins with that says what there isn't."""

_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|will|does|do|isn|aren|cannot|doesn|don|supports?|needs?|requires?)\b"
)
_THERE = re.compile(r"\b(?:there|it|that|we|they|you)['’](?:s|re|ve|ll)\b", re.IGNORECASE)
_FACTS = {
    "F.name": "Name",
    "F.vendor": "Vendor, made by",
    "F.category": "Category",
    "F.tagline": "Tagline",
    "F.date": "Released on",
    "F.pricing": "Price",
    "F.licence": "Licence",
}
_ACTS = re.compile(
    r"\s(?:has\s|had\s)?(?:acquired|bought|approved|released|launched|developed|built|founded|funded|owns|makes|made|sold|sells)\b"
)
"""What a name that opens a sentence does, rather than a common word."""

SCANT = 8
"""Sentences of which a dossier has at least so many, headings included, if silence is to tell something."""


class Evidence(Index):
    """The sentences of a dossier, read with what it teaches about names.

    Args:
        dossier: What statements are checked against.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        texts = [*dossier.facts.values(), *(sentence.text for sentence in dossier.sentences)]
        whole = "\n".join(texts)
        self.known = frozenset(_LOWER.findall("\n".join(set(whole.split())))) - _opening(dossier.release.name)
        prose = [sentence.text for sentence in dossier.sentences if sentence.kind == "prose"]
        self.named = frozenset(word.lower() for word in _CAPITAL.findall(whole)) | {
            match[1].lower()
            for text in prose
            if (match := _OPENING.match(text)) and match[1].lower() not in self.known and not is_common(match[1])
        }
        twice = Counter(match[1] for text in texts if (match := _PLURAL.match(text)))
        self.named |= {
            word.lower()
            for word, number in twice.items()
            if number > 1 and not {word.lower(), word[:-1].lower()} & self.known
        }
        self.passages = tuple(self._read_passages())
        self.at = {passage.cite: place for place, passage in enumerate(self.passages)}

    @property
    def is_scant(self) -> bool:
        """Whether the sources say so little that it tells nothing if they are silent on something."""
        return len(self.dossier.sentences) < SCANT

    def read(self, text: str) -> Passage:
        """Read a statement with what the dossier teaches about its names: ``MMLU Plover`` are two."""
        claim = Passage("", text, self.known, self.named)
        claim.names = tuple(self._surely(part, claim.text) for name in claim.names for part in self._parted(name))
        return claim

    def _surely(self, name: Name, text: str) -> Name:
        """Return a name that opens a sentence as a sure one, if the dossier has it as a name only."""
        acts = _ACTS.match(text[name.span[1] :]) and not name.text.endswith(("s", "ing", "ly"))
        if not name.sure and acts and name.text.lower() not in self.known:
            return name._replace(sure=True)
        if name.sure or name.text.lower() in self.known or not self.is_known(name.key):
            return name
        if not _OPENING.match(f"{name.text} x") and name.text.lower() not in self.named:
            return name
        return name._replace(sure=True)

    def _parted(self, name: Name) -> Iterator[Name]:
        """Yield a name, or the two known ones that it is made of."""
        at = [place for place, char in enumerate(name.text) if char == " "]
        if not self.is_known(name.key):
            for place in at:
                one, two = name.text[:place], name.text[place + 1 :]
                if two[0].isdigit() and self.subject.is_ours(key_of(one)):
                    break
                if self.is_known(key_of(one)) and self.is_known(key_of(two)):
                    start = name.span[0]
                    yield Name(one, (start, start + place), key_of(one))
                    yield Name(two, (start + place + 1, name.span[1]), key_of(two))
                    return
        yield name

    def _read_passages(self) -> Iterator[Passage]:
        for cite, value in self.dossier.facts.items():
            yield Passage(cite, f"{_FACTS.get(cite, cite[2:])}: {value}", self.known, self.named)
        missing = asked = False
        source = ""
        for sentence in self.dossier.sentences:
            if source != sentence.source:
                source, missing, asked = sentence.source, False, False
            if sentence.kind == "heading":
                missing, asked = bool(_MISSING.match(sentence.text)), False
            elif sentence.text.endswith("?") and _MISSING.match(sentence.text):
                missing = asked = True  # until a whole sentence follows
            elif asked and (_VERB.search(sentence.text) or _THERE.search(sentence.text) or self._names_it(sentence)):
                missing = asked = False
            gone = missing or (":" in sentence.text and _GONE.match(sentence.text))
            denied = (
                bool(gone)
                and sentence.kind != "heading"
                and not sentence.text.endswith("?")
                and not _VERB.search(sentence.text)
            )
            today = self.written(sentence.cite)
            yield Passage(sentence.cite, sentence.text, self.known, self.named, today, denied=denied)

    def _names_it(self, sentence: Sentence) -> bool:
        """Whether a sentence speaks of the release by its name, as an answer to what is missing hardly does."""
        return self.dossier.release.name.lower() in sentence.text.lower()

    def parts(self, claim: Passage) -> list[Unit]:
        """Return the words and names of a statement but for those of the release and its maker."""
        return [unit for unit in units_of(claim) if not self.subject.is_ours(unit.key)]

    def has_half(self, claim: Passage, place: int, beside: Span = (0, 0)) -> bool:
        """Whether a sentence has half or more of what a statement tells.

        Args:
            claim: The statement.
            place: The sentence.
            beside: A stretch of the statement that is left out.
        """
        said = self.said(place)
        told = [unit for unit in self.parts(claim) if unit.strong and not beside[0] <= unit.span[0] < beside[1]]
        return bool(told) and 2 * sum(has_unit(said, unit) for unit in told) >= len(told)

    @lazily
    def subject(self) -> Subject:
        """The release and its vendor as the sources name them."""
        first = len(self.dossier.facts)
        return Subject(self.dossier, self.passages[first:])

    def is_makers(self, cite: str) -> bool:
        """Whether a source, or the one that a sentence stands in, is the maker's own word."""
        return cite.partition(".")[0] in self._makers

    @lazily
    def _makers(self) -> frozenset[str]:
        """Keys of the sources whose publisher makes the release, or has its name."""
        about = self.subject
        return frozenset(
            source.key
            for source in self.dossier.release.sources
            for publisher in (key_of((source.publisher or "").replace(".", " ")), key_of(source.publisher or ""))
            if publisher and (publisher & about.name or (about.vendor and same_name(publisher, about.vendor)))
        )


def _opening(name: str) -> frozenset[str]:
    """Return the first word of a name of several, which is no common word where the others follow it."""
    first, _, others = name.partition(" ")
    return frozenset((first.lower(),)) if others[:1].isupper() else frozenset()


class _ByHash:
    """A dossier as a key: equal where a panel is shown the same."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier

    def __hash__(self) -> int:
        return hash(self.dossier.hash)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByHash) and self.dossier.hash == other.dossier.hash


@lru_cache(maxsize=8)
def _prepared(key: _ByHash) -> Evidence:
    return Evidence(key.dossier)


def prepare(dossier: Dossier) -> Evidence:
    """Return a dossier ready for checking; the last eight are kept."""
    return _prepared(_ByHash(dossier))
