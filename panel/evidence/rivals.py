"""Who else a dossier speaks of, and which words of a sentence are about them instead of the release."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from panel.evidence.clauses import FINITE
from panel.evidence.polarity import Reading
from panel.evidence.stems import Row
from panel.evidence.versions import earlier_versions
from panel.evidence.words import words

_KIN = frozenset(words("rival rivals competitor incumbent alternativ competition market"))
_AGAINST = frozenset(
    words(
        """
        unlik than against versus vs behind beat outperform outperforms match tie trail whereas undercut
        overtak
        """
    )
)
_LINKS = frozenset(
    words(
        """
        the a an to of with by such as lik including and or both , other rival competitor : is are from ahead
        compar
        """
    )
)
_SAME = frozenset(words("same similar already alternativ decad years kind idea better first rather cheaper"))
_SELLS = frozenset(words("cost ship offer sell export support includ provid charg publish list"))
_OTHERS = frozenset(words("rival competitor alternativ incumbent others competing competition"))
_PAST = frozenset(words("earlier previous predecessor older"))
_OLD = frozenset(words("earlier previous older old predecessor former last original prior"))
_KINDS = frozenset(words("tool product app model vendor maker brand device phone service"))
_OURS = frozenset(words("it we you they this these here i he she there our its your users people"))
_GOING_ON = frozenset({",", "and", "which"})
"""How a clause begins that goes on with the subject before."""

_SENTENCE_ENDS = frozenset({".", "?", "!", ":"})
_COMMON = frozenset(
    words(
        """
        the a an and but or if in on at for to of it its we you he she they i there this that these those no
        not as by from with when while after before what who how why where which is are was were has have had
        will can all any some most many few one two three four five six seven eight nine ten every each our
        your their his her my yes so then nothing nobody none neither nor both here now today unlike because
        although though however yet still since until january february march april may june july august
        september october november december monday tuesday wednesday thursday friday saturday sunday english
        mr ms mrs dr mit api sdk gpu cpu usb pdf csv json sso sla soc iso gdpr hipaa ios android windows macos
        linux python rust java javascript typescript cli llm ai eu us uk
        """
    )
)


Away = Literal["rival", "past", "former"]
"""What a clause may be about instead of the release; ``former`` is an earlier version of the release itself."""

About = Literal["own", "rival", "past", "none"]


class Cast:
    """Who a dossier is about and whom it sets against that.

    Args:
        own: The names of the release and of its vendor.
        readings: Every sentence of the dossier, in order.
    """

    def __init__(self, own: Iterable[str], readings: Iterable[Reading]) -> None:
        own, readings = list(own), list(readings)
        self.own = {word.lower() for name in own for word in name.split() if word.lower() not in _COMMON}
        self._earlier = earlier_versions(own, readings)
        self._names = {
            reading.line.word(place)
            for reading in readings
            for place in range(1, len(reading.line.stems))
            if reading.line.capital(place) and reading.line.stems[place - 1] not in _SENTENCE_ENDS
        }
        self.rivals: set[str] = set()
        announced = False
        for reading in readings:
            self.rivals.update(self._named_as_rivals(reading, announced=announced))
            announced = bool(_KIN & set(reading.line.stems[:8]))

    def elsewhere(self, reading: Reading) -> Mapping[int, Away]:
        """Return which tokens of a sentence are about a rival, and which about an earlier product of the vendor."""
        away: dict[int, Away] = {}
        before: About = "own"
        unlike = False
        for places in _by_clause(reading):
            about = self._subject(reading.line, places)
            if about == "none":
                about = before
            unlike = (unlike and about != "own") or reading.line.stems[places[0]] in ("unlik", "whereas")
            if unlike:
                about = "rival"
            if about == "own":
                away.update(dict.fromkeys(self._after_than(reading.line, places), "rival"))
            elif about != "none":
                away.update(dict.fromkeys(places, about))
            before = about
        away.update(dict.fromkeys(self._earlier.get(reading, ()), "former"))
        return away

    def names_own(self, line: Row, places: Iterable[int]) -> bool:
        """Whether one of these tokens names the release or its vendor."""
        return any(line.word(place) in self.own and line.capital(place) for place in places)

    def _subject(self, line: Row, places: Sequence[int]) -> About:
        """Tell whom a clause is about, by what comes first in it; ``none`` if it goes on with the subject before."""
        for order, place in enumerate(places[:9]):
            stem = line.stems[place]
            if order and line.word(place) in FINITE:
                return "none" if order == 1 and line.stems[places[0]] in _GOING_ON else "own"
            if stem in _OURS and order < 2:
                return "own"
            if order < 3 and (stem in _OTHERS or (stem in ("other", "most") and _next(line, place) in _KINDS)):
                return "rival"
            if order < 3 and stem in _PAST:
                return "past"
            if self._is_name(line, place):
                word = line.word(place)
                rival = word in self.rivals and word not in self.own and not _praised(line, place)
                return "rival" if rival else "own"
        return "none" if line.stems[places[0]] in _GOING_ON else "own"

    def _after_than(self, line: Row, places: Sequence[int]) -> Iterator[int]:
        """Yield what follows ``than`` and a rival's name."""
        for order, place in enumerate(places):
            if line.stems[place] in ("than", "versus", "unlik"):
                ahead = places[order + 1 : order + 6]
                if any(line.word(each) in self.rivals or line.stems[each] in _KIN for each in ahead):
                    yield from places[order + 1 :]
                return

    def _named_as_rivals(self, reading: Reading, *, announced: bool) -> Iterator[str]:
        line = reading.line
        capitals = [place for place in range(len(line.stems)) if line.capital(place)]
        if not capitals:
            return
        for place in capitals:
            if self._is_name(line, place) and line.word(place) not in self.own and _set_against(line, place):
                yield line.word(place)
        for places in _by_clause(reading):
            names = list(self._subject_names(line, places))
            stems = {line.stems[place] for place in places}
            if names and (announced or (_SAME & stems and _verb_after(line, places)) or _sells(line, names[-1])):
                yield from (line.word(each) for each in names)

    def _subject_names(self, line: Row, places: Sequence[int]) -> Iterator[int]:
        for place in places[:8]:
            stem = line.stems[place]
            if self._is_name(line, place):
                if line.word(place) in self.own:
                    return
                yield place
            elif stem not in ("the", "and", ",", "or", "both", "but", "though") and not line.capital(place):
                return

    def _is_name(self, line: Row, place: int) -> bool:
        if not line.capital(place):
            return False
        word = line.word(place)
        if word in _COMMON:
            return False
        opens = place == 0 or line.stems[place - 1] in _SENTENCE_ENDS
        return not opens or word in self.own or word in self._names or line.capital(min(place + 1, len(line.stems) - 1))


def about_the_past(line: Row, start: int) -> bool:
    """Whether an earlier product or version stands shortly before a mention."""
    return bool(_OLD & set(line.stems[max(0, start - 3) : start + 1]))


def _set_against(line: Row, place: int) -> bool:
    """Whether only names and small words stand between a name and a word such as ``unlike`` or ``rivals`` before it."""
    for back in range(place - 1, max(-1, place - 14), -1):
        stem = line.stems[back]
        if stem in _AGAINST or stem in _KIN:
            return True
        if stem in _LINKS or line.capital(back) or line.kinds[back] in "#@":
            continue
        return False
    return False


def _sells(line: Row, place: int) -> bool:
    return any(stem in _SELLS for stem in line.stems[place + 1 : place + 4])


def _next(line: Row, place: int) -> str:
    return line.stems[place + 1] if place + 1 < len(line.stems) else ""


def _praised(line: Row, place: int) -> bool:
    """Whether a name is followed by a word that makes it a witness: ``Qdrant engineers``, ``according to …``."""
    return any(
        stem in ("engineer", "user", "maintainer", "developer", "merg") for stem in line.stems[place + 1 : place + 4]
    )


def _verb_after(line: Row, places: Sequence[int]) -> bool:
    return any(line.word(place) in FINITE or line.stems[place] in _SELLS for place in places)


def _by_clause(reading: Reading) -> Iterator[list[int]]:
    held: list[int] = []
    for place, number in enumerate(reading.clauses):
        if held and reading.clauses[held[-1]] != number:
            yield held
            held = []
        held.append(place)
    if held:
        yield held
