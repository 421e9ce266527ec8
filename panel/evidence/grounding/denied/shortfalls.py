"""A statement about a thing of which a sentence says that there isn't any: ``A lifetime licence is on sale``."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from panel.evidence.concepts import concept_of
from panel.evidence.grounding.denied.answers import denied_by_answer
from panel.evidence.grounding.denied.lacking import Lack, lacks, named_in, words_in
from panel.evidence.grounding.denied.refusals import is_plain
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lowered import word_set
from panel.evidence.names import same_name
from panel.evidence.owners import subject
from panel.evidence.passages import WEAK, Passage
from panel.evidence.stems import stem
from panel.evidence.words import words

_HAS = re.compile(
    r"\b(?:has(?! to)|have(?! to)|gets?|offers?|supports?|includes?|adds?|gains?|comes? with|ships? with|provides?|sells?|accepts?|features?|"
    r"brings?|carr(?:y|ies)|contains?|handles?|understands?|recogni[sz]es?|there (?:is|are)|there['’]s|works? with|runs? on|"
    r"can|may|allows?|lets?|does|do|labels?|reads?|exports?|by)\s",
    re.IGNORECASE,
)
_IS = re.compile(
    r"\b(?:is|are|was|were|can|may|will be|comes?|goes|ships?|works?|runs?|went|came|costs?|starts?|begins?|exists?|sells?|arrives?|has|have)\s(?!by\b)",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\b(?:of|in|on|at|for|with|from|to|by|under|about|without|since|after|before|until|than|that|which|who|so|because|whose)\b|[,;:]",
    re.IGNORECASE,
)
_LOST = re.compile(
    r"\b(?:ignor\w+|skip\w*|reject\w*|unsupported|strip\w*|los[et]\w*|warn\w*|err\w*|break\w*|broke\w*|crash\w*|separate\w*|extra|optional\w*|elsewhere|"
    r"avoid\w*|off|absent|limited|hard|difficult|planned|future|later)\b",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"\b(?:no|none|nothing|nobody|never|not|nor|neither|lack\w*|without|missing|absent|un\w+|out|off|omit\w*|gone|removed|dropped|skipped|ignored|discarded|rejected|refused|spared|turned away)\b|n['’]t\b",
    re.IGNORECASE,
)
_MAY_WORDS = frozenset(
    words(
        "no none nothing nobody never not nor neither without missing absent out off gone removed dropped skipped ignored discarded rejected "
        "refused spared turned t"
    )
)
_MAY_BEGIN = ("lack", "un", "omit")
"""Words, and beginnings of words, one of which is in whatever may say that there isn't something."""

_EASILY = re.compile(
    r"\swithout (?:any )?(?:an? )?(?:trouble|troubles|problems?|difficult(?:y|ies)|fail|hitch|effort|further ado|exception|delay|errors?|mistakes?|fuss)\b",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r"[,;]\s(?:so|because|since|although|though|but|and|which|while|as|where|for)\b")


def check_shortfalls(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check what a statement is about, or says is there, against what sentences say there isn't.

    Args:
        claim: The statement; one that denies or compares is left alone.
        evidence: The dossier.
        places: The sentences that have most in common with it.
    """
    text = _first(_EASILY.sub("", claim.text))
    things = [_Thing(*parts) for parts in _things(text)]
    if not things:
        return
    every = set(_stems(claim.text))
    for place, lack in _lacking(evidence):
        passage = evidence.passages[place]
        if any(thing.has(lack) for thing in things) and set(lack.scope) <= every:
            if _is_of_same(claim, passage, lack, evidence) and not _is_there(lack, evidence, place):
                yield Finding("contradicted", claim.text, place, passage.text, fit=1.0)
                return


def check_presumed(claim: Passage, evidence: Evidence) -> Iterator[Finding]:
    """Check what an opinion takes for there: ``The free plan is enough for my side projects``.

    Args:
        claim: The opinion; one that asks, supposes or denies is left alone.
        evidence: The dossier.
    """
    presumed = _PRESUMED.match(claim.text)
    if presumed is None or claim.denials or _SUPPOSES.search(claim.text):
        return
    head, *_ = _APART.split(_OWN.sub("", presumed["thing"]))
    thing, every = _Thing(head, presumed["thing"]), set(_stems(_OWN.sub("", claim.text)))
    for place, lack in _lacking(evidence):
        passage = evidence.passages[place]
        if thing.has(lack) and set(lack.scope) <= every and _is_of_same(claim, passage, lack, evidence):
            if not _is_there(lack, evidence, place):
                yield Finding("contradicted", head, place, passage.text, fit=1.0)
                return


_PRESUMED = re.compile(
    r"(?:(?:Thanks to|With|Given)\s)?(?:(?:I|We)\s(?:really\s|just\s)?(?:like|love|enjoy|use|hate|appreciate|adore)\s)?(?:[Tt]he|[Ii]ts|[Tt]heir)\s"
    r"(?P<thing>[^,;:.!?]{3,80}?)(?=,|\.?$|\s(?:is|are|was|were|has|have|had|does|do|did|lets?|makes?|made|got|gets?|gives?|gave|means?|saves?|saved|"
    r"helps?|helped|keeps?|kept|feels?|felt|sounds?|looks?|seems?|alone|works?|worked|runs?|ran|costs?|comes?|suits?|fits?|wins?|won|sold|"
    r"convinced|persuaded|charmed|annoys?|bothers?|delights?|needs?|takes?|took|can|could)\s)"
)
"""What a sentence begins with that must be there for it to mean anything."""

_OWN = re.compile(r"['’]s\b")

_SUPPOSES = re.compile(
    r"[?]|\b(?:would|should|could|might|may|will|if|unless|wish\w*|hope\w*|want\w*|miss\w*|lack\w*|absen\w+|instead|rather|rivals?|competitors?|former\w*|old|planned|"
    r"promised|next|future|coming|upcoming)\b|n['’]t\b|['’]d\b|['’]ll\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8)
def _lacking(evidence: Evidence) -> tuple[tuple[int, Lack], ...]:
    """Return what the sentences of a dossier say there isn't, each with its place; those of tables are read elsewhere."""
    return tuple(
        (place, lack)
        for place, passage in enumerate(evidence.passages)
        if place not in evidence.tables
        for lack in (*denied_by_answer(evidence, place), *_lacks(passage))
    )


def _first(text: str) -> str:
    """Return the first clause of a statement, where another one follows."""
    first = _FOLLOWS.split(text, maxsplit=1)[0]
    return first if len(first.split()) >= FEW else text


def _may_lack(text: str) -> bool:
    """Whether a sentence has a word that may say that there isn't something."""
    said = word_set(text)
    return not said.isdisjoint(_MAY_WORDS) or any(each.startswith(_MAY_BEGIN) for each in said)


def _lacks(passage: Passage) -> Iterator[Lack]:
    """Yield what a sentence says there isn't; all that it names where it stands in a list of that."""
    if not passage.is_denied and not (_may_lack(passage.text) and _MAY.search(passage.text)):
        return
    yield from lacks(passage.text)
    if passage.is_denied and len(passage.text.split()) <= LISTED:
        yield from named_in(passage.text)


def _things(text: str) -> Iterator[tuple[str, str]]:
    """Yield the subject of a statement and the object of what it has, each with what a preposition adds to it.

    Nothing that is denied, that is compared or that is said to be lost; of an object only what stands before counts.
    """
    text = _REPORTED.sub("", text)
    if not _is_plain(text):
        text = _AND.split(text, maxsplit=1)[0]
    if not _is_plain(text):
        return
    if is_ := _IS.search(text):
        subject_, *_ = _APART.split(text[: is_.start()])
        yield subject_, text[: is_.start()]
    elif opens := _OPENS.match(text):
        yield opens["head"], opens["head"]
    for match in _MEANS.finditer(text):
        yield match["what"], match["what"]
    for match in _HAS.finditer(text):
        rest = " ".join(_APART.split(text[match.end() :])[0].split()[:6])
        yield rest, rest


_OPENS = re.compile(
    r"(?:An?|The|Its|Their|Our)\s(?P<head>(?:[\w'’-]+\s){0,3}?[\w'’-]+)\s"
    r"(?:lets?|opens?|unlocks?|enables?|gives?|covers?|binds?|connects?|shows?|keeps?|sends?|makes?|saves?|stores?|turns?|takes?|plays?|tells?|warns?)\s"
)
"""A thing that does something, so that there must be one: ``A web app shows the readings``."""

_MEANS = re.compile(
    r"\b(?:in|through|via|over|using|from|on|with)\s(?:an?|the|its|their|our|your)\s(?:own\s)?(?P<what>(?:[\w'’-]+\s){0,2}?[\w'’-]+)(?=[,.;]|$|\s(?:and|in|on|at|for|to|with|without|from|by)\b)"
)
"""By what or where something is done, so that there must be one: ``in its own cloud``, ``through the API``."""

_REPORTED = re.compile(
    r"^[^,;]{2,60}?\s(?:says?|said|claims?|claimed|adds?|added|announced|writes?|wrote|promises|promised)\sthat\s"
)
_AND = re.compile(r"\sand\s")


def _is_plain(text: str) -> bool:
    """Whether nothing is denied, compared or lost in a statement."""
    return is_plain(text) and not _LOST.search(text) and not _NOT.search(text)


_NOT = re.compile(r"\b(?:not|no|never|none|without)\b|n['’]t\b", re.IGNORECASE)


class _Thing:
    """Something that a statement says is there.

    Args:
        head: Its name.
        text: The same with what a preposition adds.
    """

    def __init__(self, head: str, text: str) -> None:
        self._head = frozenset(_stems(head))
        self._stems = frozenset(_stems(text))

    def has(self, lack: Lack) -> bool:
        """Whether it is what there isn't, or one of its kind."""
        return _has(self._head, lack.stems[-1]) and all(_has(self._stems, each) for each in lack.stems[:-1])


def _has(said: frozenset[str], word: str) -> bool:
    """Whether a word, one that means the same, one of its family or one of its kind is among some."""
    if word in said or said & _KINDS.get(word, frozenset()):
        return True
    concept = concept_of(word)
    if concept.name not in WEAK and any(concept == concept_of(each) for each in said):
        return True
    root = word[:ROOT]
    return any(_is_family(word, each) for each in said if each.startswith(root))


def _is_family(one: str, two: str) -> bool:
    """Whether two words begin alike for most of their length."""
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))
    return alike >= ROOT and alike >= MOST * max(len(one), len(two))


ROOT = 5
"""Letters that two words of one family share."""

MOST = 0.6
"""Share of the longer one of two words of one family that they share."""

FEW = 4
"""Words from which the first clause of a statement is read by itself."""

OPENS = 4
"""Characters that may stand before the name with which a statement opens."""

LISTED = 8
"""Most words of an entry in a list of what there isn't."""

_KINDS: dict[str, frozenset[str]] = {
    stem(kind): frozenset(stem(word) for word in words(members))
    for kind, members in {
        "ios": "iphone iphones ipad ipads ipados",
        "apple": "iphone ipad mac macs macos ios ipados",
        "mac": "macos macbook macbooks",
        "macos": "mac macs macbook macbooks",
        "linux": "ubuntu debian fedora arch",
        "wireless": "bluetooth wifi wi-fi",
        "radio": "bluetooth wifi",
        "audio": "sound speech music voice",
        "video": "videos clips film films",
        "image": "picture pictures photo photos photograph photographs images",
        "mobile": "phone phones android iphone ios",
        "ad": "advertisement advertisements advert adverts advertising ads",
        "advert": "ads advertisement advertising",
        "sso": "single",
        "ecg": "electrocardiogram electrocardiograms ekg",
        "ekg": "electrocardiogram electrocardiograms ecg",
        "electrocardiogram": "ecg ekg",
        "cloud": "server servers",
    }.items()
}
"""Words for the kinds of a thing: where there's none of it, there's none of them."""


def _stems(text: str) -> list[str]:
    return [stem(word) for word in words_in(text)]


def _is_of_same(claim: Passage, passage: Passage, lack: Lack, evidence: Evidence) -> bool:
    """Whether a sentence and a statement are about the same, be it the release or somebody whom both name."""
    ours = evidence.subject.is_ours
    about, mine = subject(passage), subject(claim)
    opens = mine is not None and mine.sure and mine.span[0] <= OPENS and not ours(mine.key)
    if mine and opens and not set(_stems(mine.text)) & {*_stems(passage.text), *lack.stems}:
        if not _has(frozenset(_stems(mine.text)), lack.stems[-1]):
            return False
    if about is None or about.span[0] >= lack.at or not about.sure or ":" in passage.text[:30] or ours(about.key):
        return True
    return any(same_name(about.key, name.key) for name in claim.names) or set(_stems(about.text)) <= {
        *lack.stems,
        *lack.scope,
    }


def _is_there(lack: Lack, evidence: Evidence, denied: int) -> bool:
    """Whether another sentence has the thing."""
    for place in evidence.with_stems(lack.stems) - {denied}:
        passage = evidence.passages[place]
        if evidence.is_sentence(place) and not passage.later and not passage.denials and not _LOST.search(passage.text):
            return True
    return False
