"""A dossier prepared for checking statements against it: read once, asked many times."""

import datetime as dt
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import accumulate
from math import log

from panel.domain.release import Dossier, Sentence
from panel.evidence.concepts import concept_of, phrases_of
from panel.evidence.dates import DateMention
from panel.evidence.grounding.parts import Unit, said_by, units_of
from panel.evidence.names import Name, is_common, key_of, same_name
from panel.evidence.passages import Passage
from panel.evidence.stems import stem
from panel.evidence.subject import Subject

CANDIDATES = 24
"""Sentences that a statement is compared with."""

_WORD = re.compile(r"[^\W_]+(?:\.\d+)*")
_PLAIN = re.compile(r"[^\W_]+(?:[.,'][^\W_]+)*|[%$€£¥₹]")
_LOWER = re.compile(r"(?<![\w’'./-])[a-z][a-z-]+(?![\w’'/]|\.\w)")
_CAPITAL = re.compile(r"(?<=[a-z0-9,;] )[A-Z][\w-]+")
_OPENING = re.compile(
    r"([A-Z][a-z]{3,})(?<!ing)(?<!ion)(?<!ment)(?<!ness)(?<!ity)(?<!s)(?<!ed)(?<!ly)(?:['’]s)?\s[a-z]"
)
"""A word that opens a sentence and may be a name."""

_PLURAL = re.compile(r"([A-Z][a-z]{3,}s)\s[a-z]")
"""The same with the ending of a plural: a name only where it opens several sentences."""

_MISSING = re.compile(
    r"(?:what(?:['’]s| is)(?:n['’]t| not)? )?(?:not (?:included|supported|in scope|there)(?: yet)?|missing|removed|dropped|unsupported|(?:still |what )?not in (?:this|the|our) \w+|left out|"
    r"out of scope|isn['’]t there)\W*$",
    re.IGNORECASE,
)
"""A heading over a list of what there isn't."""

_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|will|does|do|isn|aren|cannot|doesn|don|supports?|needs?|requires?)\b"
)
_MONEY = re.compile(
    r"[$€£¥₹]\s?\d|\d\s?[€£¥]|\b(?:USD|EUR|GBP|JPY|CHF|INR|CAD|AUD|CNY|SEK|NOK|DKK|PLN|KRW|SGD|HKD|NZD|BRL)\b|"
    r"\d\s?(?:kr|zł)\b|₩|\b(?:dollars?|euros?|pounds?|yen|rupees?|francs?|kron[ao]r?|kroner|yuan|z[lł]oty|"
    r"cents?|bucks)\b"
)
_FACTS = {
    "F.name": "Name",
    "F.vendor": "Vendor, made by",
    "F.category": "Category",
    "F.tagline": "Tagline",
    "F.date": "Released on",
    "F.pricing": "Price",
    "F.licence": "Licence",
}


class Evidence:
    """The sentences of a dossier with an index of their words.

    Args:
        dossier: What statements are checked against.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        texts = [*dossier.facts.values(), *(sentence.text for sentence in dossier.sentences)]
        self.known = frozenset(word for text in texts for word in _LOWER.findall(text))
        prose = [sentence.text for sentence in dossier.sentences if sentence.kind == "prose"]
        self.named = frozenset(word.lower() for text in texts for word in _CAPITAL.findall(text)) | {
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
        self._postings: dict[str, set[int]] = defaultdict(set)
        self._concepts: list[set[str]] = []
        for place, passage in enumerate(self.passages):
            words = _words(passage.text)
            concepts = {concept_of(word).name for word in words}
            self._concepts.append(concepts)
            for word in (*words, *(f"={concept}" for concept in concepts)):
                self._postings[word].add(place)

    def verbatim(self, text: str) -> int | None:
        """Return the place of the sentence that has these very words, punctuation and case aside; None if none has."""
        wanted = plain(text)
        if not wanted:
            return None
        at = self._told.find(wanted)
        return bisect_right(self._starts, at) - 1 if at >= 0 else None

    @cached_property
    def _told(self) -> str:
        return " ".join(plain(passage.text) for passage in self.passages)

    @cached_property
    def _starts(self) -> list[int]:
        lengths = [len(plain(passage.text)) + 1 for passage in self.passages]
        return [0, *accumulate(lengths)][:-1]

    def read(self, text: str) -> Passage:
        """Read a statement with what the dossier teaches about its names: ``MMLU Plover`` are two."""
        claim = Passage("", text, self.known, self.named)
        claim.names = tuple(self._surely(part, claim.text) for name in claim.names for part in self._parted(name))
        return claim

    def _surely(self, name: Name, text: str) -> Name:
        """Return a name that opens a sentence as a sure one, if the dossier has it as a name only."""
        acts = _ACTS.match(text[name.span[1] :]) and not name.text.endswith(("s", "ing", "ly"))
        if not name.sure and acts and name.text.lower() not in self.known:
            return replace(name, sure=True)
        if name.sure or name.text.lower() in self.known or not self._is_known(name.key):
            return name
        if not _OPENING.match(f"{name.text} x") and name.text.lower() not in self.named:
            return name
        return replace(name, sure=True)

    def _parted(self, name: Name) -> Iterator[Name]:
        """Yield a name, or the two known ones that it is made of."""
        at = [place for place, char in enumerate(name.text) if char == " "]
        if not self._is_known(name.key):
            for place in at:
                one, two = name.text[:place], name.text[place + 1 :]
                if self._is_known(key_of(one)) and self._is_known(key_of(two)):
                    start = name.span[0]
                    yield Name(one, (start, start + place), key_of(one))
                    yield Name(two, (start + place + 1, name.span[1]), key_of(two))
                    return
        yield name

    def _is_known(self, key: frozenset[str]) -> bool:
        places = set().union(*(self._named_words.get(word, ()) for word in key))
        return any(key <= other for place in places for other in self._keys[place])

    def _read_passages(self) -> Iterator[Passage]:
        for cite, value in self.dossier.facts.items():
            yield Passage(cite, f"{_FACTS.get(cite, cite[2:])}: {value}", self.known, self.named)
        missing = False
        for sentence in self.dossier.sentences:
            if sentence.kind == "heading":
                missing = bool(_MISSING.match(sentence.text))
            denied = missing and sentence.kind != "heading" and not _VERB.search(sentence.text)
            today = self.written(sentence.cite)
            yield Passage(sentence.cite, sentence.text, self.known, self.named, today, denied=denied)

    @cached_property
    def subject(self) -> Subject:
        """The release and its vendor as the sources name them."""
        first = len(self.dossier.facts)
        return Subject(self.dossier, self.passages[first:])

    @cached_property
    def _sentences(self) -> dict[str, Sentence]:
        return {sentence.cite: sentence for sentence in self.dossier.sentences}

    def written(self, cite: str) -> dt.date | None:
        """Return the day on which the source of a sentence was written."""
        return self._days.get(cite.partition(".")[0])

    @cached_property
    def _days(self) -> dict[str, dt.date | None]:
        release = self.dossier.release
        days = {source.key: source.date for source in release.sources}
        return {key: day or release.date for key, day in days.items()} if len(days) == 1 else days

    @cached_property
    def priced(self) -> frozenset[int]:
        """The places where a price may stand."""
        return frozenset(place for place, passage in enumerate(self.passages) if _MONEY.search(passage.text))

    @cached_property
    def headings(self) -> dict[int, int]:
        """The place of the heading under which each sentence stands."""
        found: dict[int, int] = {}
        last: int | None = None
        source = ""
        for place, passage in enumerate(self.passages):
            sentence = self._sentences.get(passage.cite)
            if sentence is None:
                continue
            if sentence.source != source:
                source, last = sentence.source, None
            if sentence.kind == "heading":
                last = place
            elif last is not None:
                found[place] = last
        return found

    @cached_property
    def tables(self) -> dict[int, int]:
        """The place of the table's first row for each later row."""
        found: dict[int, int] = {}
        head: int | None = None
        for place, passage in enumerate(self.passages):
            sentence = self._sentences.get(passage.cite)
            if sentence is None or sentence.kind != "row":
                head = None
            elif head is None:
                head = place
            else:
                found[place] = head
        return found

    def before(self, place: int) -> int | None:
        """Return the place of the sentence before, if it belongs to the same source and isn't a heading."""
        here = self._sentences.get(self.passages[place].cite)
        there = self._sentences.get(self.passages[place - 1].cite) if place else None
        close = here and there and here.source == there.source and there.kind != "heading"
        return place - 1 if close else None

    def around(self, place: int) -> frozenset[str]:
        """Return the concepts of what a sentence stands under and between: heading, table head, neighbours."""
        following = place + 1
        near = [self.headings.get(place), self.tables.get(place), self.before(place)]
        if following < len(self.passages) and self.before(following) == place:
            near.append(following)
        return frozenset().union(*(self._concepts[other] for other in near if other is not None))

    def rarity(self, concept: str) -> float:
        """Return how much sharing a concept tells: 1 for one that a tenth of the sentences have, more for rare ones."""
        return _rarity(len(self.places(concept)), len(self.passages))

    def places(self, concept: str) -> set[int]:
        """Return where the words of a concept occur."""
        found = self._places.get(concept)
        if found is None:
            found = set(self._postings.get(f"={concept}", ()))
            for phrase in phrases_of(concept):
                found |= set.intersection(*(self._postings.get(each, set()) for each in phrase))
            self._places[concept] = found
        return found

    def said(self, place: int) -> frozenset[str]:
        """Return what the words and names of a sentence stand for: concepts and stems."""
        found = self._said.get(place)
        if found is None:
            found = self._said[place] = said_by(self.units(place))
        return found

    def units(self, place: int) -> tuple[Unit, ...]:
        """Return the words and names of a sentence, each affirmed or denied."""
        found = self._units.get(place)
        if found is None:
            found = self._units[place] = tuple(units_of(self.passages[place]))
        return found

    @cached_property
    def _units(self) -> dict[int, tuple[Unit, ...]]:
        return {}

    @cached_property
    def _said(self) -> dict[int, frozenset[str]]:
        return {}

    def with_stems(self, stems: Iterable[str]) -> set[int]:
        """Return where all of some stems occur."""
        return set.intersection(*(self._postings.get(each, set()) for each in stems))

    @cached_property
    def _places(self) -> dict[str, set[int]]:
        return {}

    def has_family(self, root: str) -> bool:
        """Whether any word of the dossier begins with these letters."""
        at = bisect_right(self._sorted, root)
        return root in self._postings or (at < len(self._sorted) and self._sorted[at].startswith(root))

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._postings)

    def named_at(self, key: Iterable[str]) -> frozenset[int]:
        """Return where a name occurs, in full or in part."""
        key = frozenset(key)
        found = self._found.get(key)
        if found is None:
            near = set().union(*(self._named_words.get(word, ()) for word in key))
            places = {place for place in near if any(same_name(key, name) for name in self._keys[place])}
            postings = [self._postings.get(stem(word), set()) | self._postings.get(word, set()) for word in key]
            found = frozenset(places | (set.intersection(*postings) if postings else set()))
            self._found[key] = found
        return found

    @property
    def days_written(self) -> tuple[dt.date, ...]:
        """The days on which the sources were written, as far as they are known."""
        return tuple(day for day in self._days.values() if day)

    def names_with(self, key: frozenset[str]) -> Iterator[Name]:
        """Yield the names that have all of some words."""
        for place in set.intersection(*(self._named_words.get(word, set()) for word in key)):
            yield from (name for name in self.passages[place].names if key <= name.key)

    def was_written_in(self, mention: DateMention) -> bool:
        """Whether a date is the one on which a source was written."""
        days = self.days_written
        return any(mention.start and mention.end and mention.start <= day <= mention.end for day in days)

    @cached_property
    def publishers(self) -> tuple[frozenset[str], ...]:
        """The names of those who published the sources."""
        sources = self.dossier.release.sources
        return tuple(key for source in sources if source.publisher and (key := key_of(source.publisher)))

    @cached_property
    def initials(self) -> frozenset[str]:
        """The initials of all runs of capitalised words: ``SDN`` of a Software Defined Network."""
        return frozenset(
            "".join(word[0] for word in run.split()).upper()
            for passage in self.passages
            for match in _RUN.finditer(passage.text)
            for run in _tails(match.group())
        )

    def is_version(self, text: str, start: int) -> bool:
        """Whether a number ends a name that the dossier has: ``Hub 2 owners``."""
        match = _BEFORE.search(text[:start])
        number = _DIGITS.match(text[start:])
        if not match or not number:
            return False
        if _RELEASE.fullmatch(match[1]) and "." in number.group():
            return any(number.group() in passage.text for passage in self.passages)
        return match[1][0].isupper() and self._is_known(key_of(f"{match[1]} {number.group()}"))

    def is_sentence(self, place: int) -> bool:
        """Whether a place holds a sentence of prose rather than a heading, row, label or question."""
        sentence = self._sentences.get(self.passages[place].cite)
        text = self.passages[place].text
        return bool(sentence and sentence.kind not in ("heading", "row") and not text.rstrip().endswith("?"))

    @cached_property
    def _found(self) -> dict[frozenset[str], frozenset[int]]:
        return {}

    @cached_property
    def _keys(self) -> list[list[frozenset[str]]]:
        return [[name.key for name in passage.names] for passage in self.passages]

    @cached_property
    def _named_words(self) -> dict[str, set[int]]:
        found: dict[str, set[int]] = defaultdict(set)
        for place, keys in enumerate(self._keys):
            for key in keys:
                for word in key:
                    found[word].add(place)
        return found

    def candidates(self, claim: Passage, cites: Iterable[str] = ()) -> list[int]:
        """Return the places of the sentences that have most in common with a statement, the cited ones first."""
        points: dict[int, float] = defaultdict(float)
        for worth, places in self._worths(claim):
            for place in places:
                points[place] += worth
        cited = [self.at[cite] for cite in cites if cite in self.at]
        best = sorted(points, key=lambda place: (-points[place], place))[:CANDIDATES]
        return [*cited, *(place for place in best if place not in cited)]

    def _worths(self, claim: Passage) -> Iterator[tuple[float, Iterable[int]]]:
        """Yield what each part of a statement is worth, and the places that have it."""
        for item in claim.items:
            yield self.rarity(item.concept) * item.weight, self.places(item.concept)
        for name in claim.names:
            for word in {*name.key, *name.text.lower().split()}:
                posting = self._postings.get(stem(word), set()) | self._postings.get(word, set())
                yield 0.7 * _rarity(len(posting), len(self.passages)), posting
        for text in [quantity.text for quantity in claim.quantities] + [mention.text for mention in claim.dates]:
            for word in _words(text):
                if any(c.isdigit() for c in word):
                    yield 1.0, self._postings.get(word, ())
        for mention in claim.licences:
            for word in _words(mention.text):
                yield 0.7, self._postings.get(word, ())


_BEFORE = re.compile(r"([A-Za-z][\w-]*)\s$")
_RELEASE = re.compile(r"(?:firmware|version|release|update|build|software|app)", re.IGNORECASE)
_DIGITS = re.compile(r"\d+(?:\.\d+)*")


_ACTS = re.compile(
    r"\s(?:has\s|had\s)?(?:acquired|bought|approved|released|launched|developed|built|founded|funded|owns|makes|made|sold|sells)\b"
)
"""What a name that opens a sentence does, rather than a common word."""

_RUN = re.compile(r"(?:[A-Z][a-z]+\s){1,5}[A-Z][a-z]+")


def _tails(run: str) -> Iterator[str]:
    """Yield a run of capitalised words and its parts of two words and more."""
    words = run.split()
    for start in range(len(words) - 1):
        for end in range(start + 2, len(words) + 1):
            yield " ".join(words[start:end])


def plain(text: str) -> str:
    """Return the words of a text in lower case, with single spaces and without punctuation."""
    return " ".join(_PLAIN.findall(text.lower().replace("’", "'")))


def _words(text: str) -> set[str]:
    return {stem(word) for word in _WORD.findall(text)}


def _rarity(found: int, of: int) -> float:
    return log(1 + of / (found + 0.5)) / log(11)


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
