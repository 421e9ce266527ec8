"""A sentence read once for everything that it may be held against."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from panel.evidence.conflicts.concepts import concept_of
from panel.evidence.conflicts.divided import Divided
from panel.evidence.conflicts.frames import Frame, frame_of
from panel.evidence.conflicts.grammar import MEASURES, VERBS, stems_of
from panel.evidence.conflicts.names import Name, is_own, names_in, unnamed
from panel.evidence.date_reading import read_dates
from panel.evidence.dates import DateMention
from panel.evidence.lazily import lazily
from panel.evidence.lowered import word_set
from panel.evidence.measures import Quantity
from panel.evidence.phrases import Match
from panel.evidence.polarity import Asked, Reading
from panel.evidence.quantities import read_quantities
from panel.evidence.stems import row

_RIVAL = re.compile(
    r"\b(?:competitors?|rivals?|predecessors?|siblings?|companions?|others?|alternatives?|(?:previous|earlier|older"
    r"|prior|former)\s(?:\w+\s){0,2}(?:models?|versions?|generations?|systems?)|another (?:model|tool"
    r"|app))\b",
    re.IGNORECASE,
)

_BRINGS_OUT = re.compile(
    r"(?:launch|releas|publish|announc|introduc|unveil|ship|ma[dk]e|develop|buil[dt]|creat|s[eo]ll|sold|offer|present|"
    r"open|brought out)\w*\s(?:the\s|its\s|their\s)?",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:first|original|old|older|previous|earlier|last|next|second|third|upcoming|larger|smaller|bigger|cheaper|planned)\s$",
    re.IGNORECASE,
)
_NEAR = 24
"""Characters before a name, or behind a verb, in which what goes with it is looked for."""

SURE = 0.9
"""Certainty from which a sentence counts as saying that something is or isn't so."""

_NOT = frozenset(("not", "never"))
_ABBREVIATION = re.compile(r"[A-Z]{2,6}s?(?:[ -]\d)?")
_BACK = re.compile(r"\W*(?:(?:it|they|its|their|this|the|these|both|all)\b|$)", re.IGNORECASE)
_NUMBER = re.compile(r"[ -]v?(\d+(?:\.\d+)*)$")

_DATED = re.compile(
    r"(?:19|20)\d\d|\d[./-]\d{1,2}[./-]\d|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Q[1-4])|\b\d{1,2}\.? "
    r"(?:[A-ZÄa-zä]{3,})"
)
_COUNTED = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred"
    r"|thousand|million|billion|dozen|one(?=[- ](?:year|month|week|day|hour|minute|core|gpu))|"
    r"zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b",
    re.IGNORECASE,
)

_COUNTING = frozenset(re.findall(r"[a-zäöü]+", _COUNTED.pattern))
_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=2_048)
def _stems_of_names(own: frozenset[str]) -> frozenset[str]:
    return frozenset(part for word in own for part in row(word).stems)


class Spoken(Divided):
    """One sentence with its clauses, names, dates and quantities, each read when it is first asked for.

    Args:
        text: The sentence.
        own: Words of the release's and its vendor's names, in lower case.
        cite: Its citation, or whatever else tells it from others.
        previous: The sentence before it in its paragraph, which may be about somebody else; "it" is then theirs.
    """

    def __init__(
        self, text: str, own: frozenset[str] = frozenset(), cite: str = "", previous: "Spoken | None" = None
    ) -> None:
        self.text = text
        self.own = own
        self.cite = cite
        self._previous = previous

    @lazily
    def unnamed(self) -> str:
        """Its text without what the release's own name seems to limit."""
        return unnamed(self.text, self.own)

    @lazily
    def source(self) -> str:
        """The key of its source."""
        return self.cite.partition(".")[0]

    @lazily
    def before(self) -> frozenset[str]:
        """Words of the names of somebody else whom the sentence before it is about."""
        unread, each = [], self._previous
        while each is not None and "after" not in vars(each):  # in order, so that a long paragraph needs no recursion
            unread.append(each)
            each = each._previous
        found = each.after if each is not None else frozenset()
        for each in reversed(unread):
            found = each.after
        return found

    @lazily
    def stems(self) -> frozenset[str]:
        """Its stems, in no order."""
        return frozenset(self.line.stems)

    @lazily
    def reading(self) -> Reading:
        """What it affirms and denies."""
        asked: Asked | None = "open" if self.text.rstrip(" \"'”’)").endswith("?") else None
        reading = Reading(self.line, asked, self.bounds)
        if reading.cues:
            reading.cues = [cue for cue in reading.cues if not self._misread(cue)]
        return reading

    def _misread(self, cue: Match[str]) -> bool:
        """Whether a cue is none here: ``every plan`` promises nothing, and ``neither … nor`` denies once."""
        stem, (start, end) = self.line.stems[cue.start], self.line.spans[cue.start]
        if cue.label == "later" and len(cue.places) == 1 and stem == "plan":
            return self.text[start:end].lower() in ("plan", "plans")
        if cue.label == "wanted" and stem == "request":
            return True  # requests are what a server gets
        return stem == "nor" and "neither" in self.line.stems[: cue.start]

    @lazily
    def dates(self) -> tuple[DateMention, ...]:
        """Its dates."""
        found = read_dates(self.text)
        return found if found and _DATED.search(self.text) else ()

    @lazily
    def quantities(self) -> tuple[Quantity, ...]:
        """Its numbers with what they measure."""
        if not _DIGIT.search(self.text) and (
            _COUNTING.isdisjoint(word_set(self.text)) or not _COUNTED.search(self.text)
        ):
            return ()
        return tuple(each for each in read_quantities(self.text, self.dates) if not self._in_name(each))

    def _in_name(self, quantity: Quantity) -> bool:
        """Whether a bare number belongs to a name: ``Fennel 2``, ``Apache 2.0``."""
        start = quantity.span[0]
        if quantity.kind not in ("number", "count"):
            return False
        last = self.text[:start].rstrip(" ").rpartition(" ")[2]
        if not last or (last.isalpha() and last.islower()):
            return False  # no name goes on behind such a word
        return any(name.start < start < name.end for name in self.names)

    @lazily
    def names(self) -> tuple[Name, ...]:
        """Its names."""
        return tuple(names_in(self.text))

    def others(self, place: int) -> frozenset[str]:
        """Return the words of names that aren't the release's, in the subject of the clause around a place."""
        start, end = self.subject(place)
        found = [
            name
            for name in self.names
            if start <= name.start < max(end, start + 1) and not _ABBREVIATION.fullmatch(name.text)
        ]
        theirs = [name for name in found if not is_own(name, self.own) or self._of_another(name)]
        if theirs and self._makes(end):
            return frozenset()
        ours = [name for name in found if name not in theirs and not (theirs and name.text.endswith(("'s", "’s")))]
        if ours:
            return frozenset()
        if not theirs and self.clause(place) != self._clauses[0] and not self._names_itself:
            return self.others(self._clauses[0][0])  # a later clause goes on about whom the first one is about
        if not theirs and self.before and self._refers_back(start, end):
            return self.before
        return frozenset(word for name in theirs for word in name.words)

    def _makes(self, verb: int) -> bool:
        """Whether the verb at a place says that somebody makes or brings out the release: it is about the release then."""
        found = _BRINGS_OUT.match(self.text, verb)
        return found is not None and any(
            is_own(name, self.own) and not self._of_another(name)
            for name in self.names
            if found.end() <= name.start <= found.end() + _NEAR
        )

    def _of_another(self, name: Name) -> bool:
        """Whether the release's name is used of one before or after it: ``the first Hearthcam weighed …``."""
        before = _EARLIER.search(self.text[max(0, name.start - _NEAR) : name.start])
        follows = self.token(name.end + 1) if before else 0
        return before is not None and (follows == 0 or self.line.stems[follows] in VERBS)

    def _refers_back(self, start: int, end: int) -> bool:
        """Whether a subject names nobody and so means whom the sentence before spoke of."""
        return not self._names_itself and bool(_BACK.match(self.text, start, end))

    @lazily
    def _names_itself(self) -> bool:
        """Whether the release's or its vendor's name stands in the sentence."""
        return any(is_own(name, self.own) for name in self.names)

    @lazily
    def after(self) -> frozenset[str]:
        """Words of the names of somebody else whom it is about, for the sentence that follows it."""
        if any(is_own(name, self.own) and not name.text.endswith(("'s", "’s")) for name in self.names):
            return frozenset()
        return (self.line.spans and self.others(self._clauses[0][0])) or self.before

    def versions(self, place: int) -> frozenset[str]:
        """Return the version numbers of the release's own name in the subject of the clause around a place."""
        start, end = self.subject(place)
        return frozenset(
            found.group(1)
            for name in self.names
            if start <= name.start < max(end, start + 1)
            and is_own(name, self.own)
            and (found := _NUMBER.search(name.text))
        )

    def whose(self, place: int) -> frozenset[str]:
        """Return whose the statement at a place is: names in words, ``a rival``, or nothing for the release."""
        others = self.others(place)
        if not others and _RIVAL.search(self.text[slice(*self.subject(place))]):
            return frozenset({"a rival"})
        return others

    @lazily
    def meanings(self) -> tuple[str, ...]:
        """The concept of each of its tokens; nothing for small words, numbers and the release's own name."""
        own = _stems_of_names(self.own)
        line = self.line
        return tuple(
            [
                concept_of(stem) if kind == "w" and stem not in own else ""
                for stem, kind in zip(line.stems, line.kinds, strict=True)
            ]
        )

    def concepts(self, start: int, end: int, but: tuple[int, int] = (0, 0)) -> frozenset[str]:
        """Return the concepts of a stretch of the text, but for a part of it."""
        starts, meanings = self._starts, self.meanings
        return frozenset(
            meanings[n]
            for n in range(bisect_left(starts, start), bisect_left(starts, end))
            if meanings[n] and not but[0] <= starts[n] < but[1]
        )

    @lazily
    def all_concepts(self) -> frozenset[str]:
        """The concepts that it speaks of."""
        return frozenset(filter(None, self.meanings))

    def says(self, places: Sequence[int]) -> bool | None:
        """Whether the sentence affirms the words at these tokens; None if it isn't sure of them."""
        if not self.reading.cues and self.reading.asked is None:
            return True
        stance = self.reading.stance(places)
        if stance.certainty < SURE:
            return None
        here = self.bounds[places[0]]
        denied_before = any(
            cue.label == "gone"
            and cue.end <= places[0]
            and self.bounds[cue.start] == here
            and _NOT & {self.line.stems[n] for n in cue.places}
            for cue in self.reading.cues
        )
        return stance.holds and not denied_before

    def thing(self, place: int) -> frozenset[str]:
        """Return what part of the release the clause around a place is about: its subject's own concepts."""
        return self.concepts(*self.subject(place)) - stems_of(MEASURES)

    def frame(self, place: int) -> Frame:
        """Return what limits the clause around a place."""
        start, end = self.clause(place)
        return frame_of(self.unnamed[start:end], self.unnamed, self.versions(place))
