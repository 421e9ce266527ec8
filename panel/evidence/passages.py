"""A sentence read for what can be checked: concepts, affirmed or denied, numbers, dates, names, licences."""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from typing import NamedTuple

from panel.evidence.clauses import clauses
from panel.evidence.concepts import Concept, concept_of, concept_phrases
from panel.evidence.date_reading import read_dates
from panel.evidence.dates import DateMention
from panel.evidence.lazily import lazily
from panel.evidence.licences import LicenceMention, read_licences
from panel.evidence.lowered import lowered
from panel.evidence.measures import Quantity
from panel.evidence.name_reading import read_names
from panel.evidence.names import Name
from panel.evidence.negation import Denied, denied
from panel.evidence.phrases import Match
from panel.evidence.quantities import read_quantities
from panel.evidence.stems import Row, row, stem
from panel.evidence.units import SCALES, unit_named
from panel.evidence.words import words

Span = tuple[int, int]

STOP = frozenset(
    stem(word)
    for word in words(
        "single different the a an and but or nor if in on at for to of it its we you he she they i there this that these those no "
        "not as by from with when while after before what who how why where which is are was were be been being "
        "do does did done will would can could may might shall should must all any some most many few much more "
        "less than then so such both each every other another our your their his her my yes nothing nobody none "
        "neither here now today unlike because although though however yet still since until unless under over "
        "about only even just also too very up down out off into onto per via within across among between through "
        "during against again once one ones who whose whom them him us me itself himself herself themselves "
        "already still ever never get got goes go put let like around along without let's well there's thing way "
        "lot kind sort bit back quite rather almost nearly roughly over whole twice ago etc eg ie s t re ve ll "
        "second third far long it's that's currently currently actually simply really own able according versus "
        "vs compared"
    )
)
WEAK = frozenset(
    words(
        "available have cost score make use call work quote load test company app device need rank base plan "
        "itself maximum minimum seat port feature function option capability ability product solution platform "
        "technology system service time day get tak giv com mak edition finish performance found main new model "
        "allow do show see set user people sell early lead earlier later number count amount figure fact user developer player individual person employ customer"
    )
) | {"announce", "model family", "money raised", "source cite", "fraction", "average", "company"}
"""Concepts that most sentences of a launch report contain, so that sharing one means little."""


_PLAIN_STEMS = frozenset(
    stem(word)
    for word in words("service feature function option capability product solution platform technology system tool")
)
"""Stems of words for any kind of release."""


class Item(NamedTuple):
    """One word or phrase that carries meaning."""

    concept: str
    """What it stands for."""
    sign: int
    """1 where the sentence affirms it, -1 where it denies it."""
    span: tuple[int, int]
    """Where it stands."""
    clause: int
    """Number of its clause."""
    weight: float
    """How much it tells, before it is known how rare it is: 0.3 to 1."""
    word: str
    """Its stem."""
    denying: bool = False
    """Whether the word itself denies: ``proprietary`` denies open source."""


_BOUNDARY = re.compile(
    r"[,;:()|—–](?!\d)|(?<!\w)-(?=\s)|"
    r"\b(?:a(?:nd|gainst|fter that)|but|wh(?:ile|ereas|ich)|v(?:ersus|s\.?)|compared|than|or)\b"
)
"""What ends a stretch of a sentence in small letters."""

MOST = 40
"""Numbers and names that are read of one sentence; what has more is a dump of data, not a sentence."""


class Passage:
    """One sentence with everything that can be checked about it, each part read when it is first asked for.

    Args:
        cite: Its citation; empty for a statement.
        text: Its words.
        known: Lower-case words of the dossier, which tell names from words that open a sentence.
        named: Lower-case words of the names in the dossier.
        today: The day on which it was written.
        denied: Whether it stands in a list of what there isn't.
    """

    def __init__(
        self,
        cite: str,
        text: str,
        known: Collection[str] = (),
        named: Collection[str] = (),
        today: dt.date | None = None,
        *,
        denied: bool = False,
    ) -> None:
        self.cite = cite
        self.text = text
        self._known = known
        self._named = named
        self._today = today
        self._turn = -1 if denied else 1

    @lazily
    def line(self) -> Row:
        """The sentence as stems."""
        return row(self.text)

    @lazily
    def clauses(self) -> tuple[int, ...]:
        """The number of every token's clause."""
        return clauses(self.line)

    @lazily
    def dates(self) -> tuple[DateMention, ...]:
        """Its dates."""
        return read_dates(self.text, self._today)

    @lazily
    def quantities(self) -> tuple[Quantity, ...]:
        """Its numbers; none that belong to a name or a licence."""
        found = read_quantities(self.text, self.dates)
        taken = [licence.span for licence in self.licences] + [name.span for name in self.names if name.sure]
        if not found or not taken:
            return found[:MOST]
        starts = [each.span[0] + _core(each.text) for each in found]
        return tuple(
            each for each, at in zip(found, starts, strict=True) if not any(start <= at < end for start, end in taken)
        )[:MOST]

    @lazily
    def licences(self) -> tuple[LicenceMention, ...]:
        """The licences that it names; ``proprietary`` is a word like others here."""
        found = read_licences(self.text)
        return tuple(mention for mention in found if mention.name != "proprietary") if found else ()

    @lazily
    def names(self) -> tuple[Name, ...]:
        """The proper names in it; none that are licences."""
        found = read_names(self.text, self._known, self._named)
        licences = [mention.span for mention in self.licences]
        if not licences:
            return found[:MOST]
        return tuple(name for name in found if not any(start <= name.span[0] < end for start, end in licences))[:MOST]

    @lazily
    def _phrases(self) -> list[Match[Concept]]:
        return concept_phrases().find(self.line)

    @lazily
    def _denied(self) -> Denied:
        stems = self.line.stems
        phrases = [match.places for match in self._phrases]
        set_phrases = [places for places in phrases if _DENYING & {stems[place] for place in places}]
        return denied(self.line, self.clauses, [place for places in set_phrases for place in places])

    @property
    def is_denied(self) -> bool:
        """Whether it stands in a list of what there isn't."""
        return self._turn < 0

    @property
    def later(self) -> frozenset[int]:
        """The clauses that speak of the future."""
        return self._denied.later

    @lazily
    def denials(self) -> tuple[int, ...]:
        """Where the words stand that deny something."""
        return tuple(self.line.spans[place][0] for place in sorted(self._denied.cues))

    def clause_at(self, span: Span) -> int:
        """Return the number of the clause in which something stands."""
        place = self._place(span)
        return self.clauses[place] if place < len(self.clauses) else 0

    def sign_at(self, span: tuple[int, int]) -> int:
        """Return 1 where the sentence affirms what stands at a span, -1 where it denies it."""
        place = self._place(span)
        turned = self._denied.turned
        return self._turn * (-1 if place < len(turned) and turned[place] % 2 else 1)

    def _place(self, span: Span) -> int:
        """Return the first token that ends behind where something begins; as many as there are if none does."""
        return bisect_right(self._ends, span[0])

    @lazily
    def _ends(self) -> list[int]:
        """Where every token ends."""
        return [end for _, end in self.line.spans]

    @lazily
    def boundaries(self) -> tuple[list[int], list[int]]:
        """Where stretches of it end and begin: behind and before every comma, ``and``, ``but`` and the like."""
        joined = [each.span for each in self.quantities if " and " in each.text]  # "a minute and a half"
        found = [
            match
            for match in _BOUNDARY.finditer(lowered(self.text))
            if not any(start < match.start() < end for start, end in joined)
        ]
        return [match.end() for match in found], [match.start() for match in found]

    @lazily
    def items(self) -> tuple[Item, ...]:
        """Its meaningful words and phrases outside names, numbers and dates, in order."""
        taken = [name.span for name in self.names if name.sure]
        taken += [mention.span for mention in self.dates] + [mention.span for mention in self.licences]
        measured = [quantity.span for quantity in self.quantities]
        phrases: dict[int, tuple[Concept, int]] = {}
        covered: set[int] = set()
        for match in self._phrases:
            if not covered & set(match.places):
                phrases[match.start] = (match.label, match.places[-1])
                covered |= set(match.places)
        found = []
        for place, stemmed in enumerate(self.line.stems):
            span = self.line.spans[place]
            if place in phrases:
                concept, last = phrases[place]
                found.append(self._item(concept, place, (span[0], self.line.spans[last][1]), stemmed))
            elif place not in covered and self._tells(place, stemmed, taken, measured):
                found.append(self._item(concept_of(stemmed), place, span, stemmed))
        return tuple(found)

    def _tells(self, place: int, stemmed: str, taken: Sequence[Span], measured: Sequence[Span]) -> bool:
        """Whether a token is a word of its own: no number, unit, name or small word."""
        start, end = self.line.spans[place]
        if self.line.kinds[place] != "w" or stemmed in STOP or len(stemmed) < 2:
            return False
        if place in self._denied.cues and stemmed != "need":
            return False
        if taken and any(first <= start < last for first, last in taken):
            return False
        if not measured or not any(first <= start < last for first, last in measured):
            return True
        word = self.text[start:end].lower()
        return not (any(c.isdigit() for c in word) or word in SCALES or word in _PARTS or unit_named(word))

    def _item(self, concept: Concept, place: int, span: tuple[int, int], stemmed: str) -> Item:
        sign = concept.sign * (-1 if self._denied.turned[place] % 2 else 1) * self._turn
        weight = (
            0.35
            if concept.name in WEAK or stemmed in _PLAIN_STEMS
            else 0.3
            if _ADVERB.search(self.text[slice(*span)])
            else 1.0
        )
        if place and self.line.stems[place - 1] in _BEFORE_VERBS:
            weight = min(weight, 0.5)
        return Item(concept.name, sign, span, self.clauses[place], weight, stemmed, concept.sign < 0)

    @lazily
    def name_concepts(self) -> frozenset[str]:
        """The concepts of the words that its names are made of: ``index`` of an Intelligence Index."""
        return frozenset(concept_of(stem(word)).name for name in self.names for word in name.key if word.isalpha())

    @lazily
    def concepts(self) -> frozenset[str]:
        """The concepts in it, affirmed or denied."""
        return frozenset(item.concept for item in self.items)


_PARTS = frozenset(words("thirds quarters fifths tenths"))
"""Words of several parts, which count nothing by themselves."""

_CORE = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|[a-z]+teen|twenty|[a-z]+ty)\b", re.IGNORECASE)


def _core(text: str) -> int:
    """Return where the number itself begins in a quantity's words."""
    if text[:1].isdecimal():
        return 0
    match = _CORE.search(text)
    return match.start() if match else 0


_BEFORE_VERBS = frozenset(words("can could will would may might must not never to"))
"""What stands before verbs, which are said in more ways than nouns."""

_DENYING = frozenset({"not", "no", "without", "nothing", "never"})
_ADVERB = re.compile(r"[a-z]{3}ly$")
