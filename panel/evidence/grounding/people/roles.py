"""Who did it: makers, founders and buyers of a statement beside those of the dossier."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.launches import LAUNCH
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import agree
from panel.evidence.names import Name, same_name
from panel.evidence.owners import Key
from panel.evidence.passages import Passage
from panel.evidence.peoples import PLACES, is_people

_VERBS = {
    "make": rf"{LAUNCH}\w*|makes?|made|develop(?:s|ed)?|buil(?:ds?|t)|creat(?:es|ed)|design(?:s|ed)|produc(?:es|"
    "ed)|operat(?:es|ed)|owns?|"
    r"manufactures?|manufactured",
    "found": r"(?:co-?)?founded|founder of|set up|established|started",
    "lead": r"led|leads",
    "buy": r"bought|buys|acquire[sd]?|took over|takes over|purchased|swallowed|picked up|snapped up",
}
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|belongs?|comes?|came)\b[^.;]{0,30}$", re.I)
_BY = re.compile(r"^[^.;:]{0,40}?\b(?:by|from|to)\s(?:(?:the|its)\s)?(?:[a-z-]+\s){0,2}$", re.I)
_OWNED = re.compile(
    r",?\s(?:an?\s|the\s)?(?:subsidiary|part|division|brand|unit|arm|daughter)\s(?:company\s)?of\s(?:the\s)?(?:[a-z-]+\s){0,4}$"
)
_WHICH = re.compile(
    r",\s(?:which|who)\s(?:has\s|had\s)?(?P<verb>[a-z]+(?:\sover)?)\s(?:it|them|the (?:company|firm|maker|start-?up))\b"
)
"""What a sentence says that another did to what it is about: ``owned by Veldnet, which bought it``."""

_FROM = re.compile(
    r"\b(?:comes? from|came from|is from|is by|belongs? to|is owned by)\s(?:the\s)?(?:[a-z-]+\s){0,3}$", re.I
)


@dataclass(frozen=True, slots=True)
class Deed:
    """Somebody made, founded or bought something; None stands for ``it`` and the like."""

    kind: str
    """``make``, ``found`` or ``buy``."""
    agent: Name
    """Who did it."""
    patient: Name | None
    """What it was done to."""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(rf"\b(?:{verbs})\b", re.IGNORECASE)) for kind, verbs in _VERBS.items())


def read_deeds(passage: Passage) -> Iterator[Deed]:
    """Yield who made, founded or bought what, according to a sentence."""
    text, names = passage.text, [name for name in passage.names if not is_people(name.text)]
    for kind, pattern in _patterns():
        for match in pattern.finditer(text):
            if kind == "make" and (_TURNS_INTO.match(text, match.end()) or _NO_PRODUCT.match(text, match.end())):
                continue
            before = [name for name in names if name.span[1] <= match.start()]
            after = [name for name in names if name.span[0] >= match.end()]
            behind_comma = bool(before) and text[before[-1].span[1] : match.start()] == ", "
            if behind_comma or _PASSIVE.search(text[: match.start()]):
                patient = before[-1] if behind_comma else next(iter(before), None)
                yield from (Deed(kind, agent, patient) for agent in _agents(text, match, after))
            elif before and not _between(text[before[-1].span[1] : match.start()]):
                yield Deed(kind, before[-1], after[0] if after and after[0].span[0] - match.end() < 40 else None)
    yield from _behind_which(text, names)
    for one, two in pairwise(names):
        if _OWNED.fullmatch(text[one.span[1] : two.span[0]]):
            yield Deed("buy", two, one)
    for name in names:
        if _FROM.search(text[: name.span[0]]):
            if name.key <= PLACES:
                continue
            earlier = [each for each in names if each.span[1] <= name.span[0]]
            owned = re.search(r"\b(?:belongs? to|owned by)\b[^.]*$", text[: name.span[0]])
            yield Deed("buy" if owned else "make", name, earlier[0] if earlier else None)


_TURNS_INTO = re.compile(
    r"\s[^,;.]{0,60}?\s(?:(?:much|far|a lot|no|any|(?:about|almost|nearly|over|more than)?\s?[\w.]+ (?:times|percent|%))\s(?:as )?)?"
    r"(?:faster|slower|quicker|cheaper|easier|simpler|harder|better|worse|smaller|larger|lighter|quieter|safer|shorter|longer|"
    r"fast|slow|quick|cheap|easy|possible|available|public|free)\b(?!\s\w)"
)
"""What follows a ``made`` that changes a thing: ``made the build three times as fast``."""


_NO_PRODUCT = re.compile(
    r"\s(?:[\w.%-]+\s){0,4}?(?:errors?|mistakes?|slips?|typos?|noise|sense|progress|profits?|loss(?:es)?|money|headlines|phone calls?|use)\b|"
    r"\s[\d.]+\s?(?:%|dB\b|points?\b)"
)
"""What follows a ``made`` that makes no product: ``made fewer errors``."""


def _agents(text: str, match: re.Match[str], after: Sequence[Name]) -> Iterator[Name]:
    """Yield who did what a passive verb says, if somebody is named."""
    named = (name for name in after if _BY.match(text[match.end() : name.span[0]]))
    yield from [name for name in [next(named, None)] if name]


def _behind_which(text: str, names: Sequence[Name]) -> Iterator[Deed]:
    """Yield what a name did to what the sentence is about: ``owned by Veldnet, which bought it``."""
    for name in names:
        if match := _WHICH.match(text[name.span[1] :]):
            patient = names[0] if names[0] is not name else None
            yield from (Deed(kind, name, patient) for kind, verbs in _patterns() if verbs.fullmatch(match["verb"]))


def _between(words: str) -> bool:
    """Whether what stands between a name and a verb keeps the two apart."""
    return bool(
        re.search(r"[,;:()]|\b(?:and|was|were|that|which|to|of|it|they|he|she|we|I|you)\b|^['’]s?\s", words)
    ) or (words.count(" ") > 4)


def check_deeds(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check who is said to have made, founded or bought what."""
    subject = evidence.subject
    for deed in read_deeds(claim):
        of_release = deed.patient is None or subject.is_release(deed.patient.key)
        if deed.kind == "make" and of_release and subject.vendor and _about_release(claim, deed):
            if subject.is_ours(deed.agent.key) or _also_made(deed.agent.key, evidence) or _works_there(deed, evidence):
                continue
            vote = next((each for each in subject.votes if same_name(each.key, subject.vendor)), None)
            place = evidence.at.get(vote.cite) if vote else None
            named = place is not None and any(same_name(n.key, deed.agent.key) for n in evidence.passages[place].names)
            if vote and place is not None and not named:
                part = claim.text[deed.agent.span[0] :]
                yield Finding("contradicted", part, place, evidence.passages[place].text, fit=1.0)
        elif deed.kind == "lead" and (found := _led_by_other(claim, deed, evidence, places)) is not None:
            yield Finding("contradicted", claim.text, found, evidence.passages[found].text, fit=1.0)
        elif deed.patient is not None and (found := _confirmed(deed, evidence, places)) is not None:
            yield Finding("supported", claim.text, found, fit=1.0)
        elif deed.patient is not None and (found := _reversed(claim, deed, evidence, places)) is not None:
            yield Finding("contradicted", claim.text, found, evidence.passages[found].text, fit=1.0)


_LED_BY = re.compile(r"\bled by\s(?:the\s)?(?:[a-z-]+\s){0,3}$", re.IGNORECASE)


_RAISED = re.compile(r"\b(?:raised|seed|funding|series|invest\w*|round)\b[^.;]*\b(?:from|by)\s", re.IGNORECASE)


def _led_by_other(claim: Passage, deed: Deed, evidence: Evidence, places: Sequence[int]) -> int | None:
    """Return a sentence that says ``led by`` of somebody else than the statement, if none says it of the same."""
    leaders = [
        (place, name)
        for place in places
        for name in evidence.passages[place].names
        if _LED_BY.search(evidence.passages[place].text[: name.span[0]])
    ]
    if any(same_name(name.key, deed.agent.key) for _, name in leaders):
        return None
    raised = [
        place
        for place in places
        if (match := _RAISED.search(evidence.passages[place].text))
        and any(name.span[0] >= match.end() for name in evidence.passages[place].names)
        and any(agree(one, two) for one in claim.quantities for two in evidence.passages[place].quantities)
        and not _named(deed.agent, evidence, place)
    ]
    return leaders[0][0] if leaders else raised[0] if raised else None


def _about_release(claim: Passage, deed: Deed) -> bool:
    if deed.patient is not None:
        return True
    return bool(
        re.search(r"\b(?:it|this|the (?:model|app|tool|device|watch|board|ring|browser|service))\b", claim.text, re.I)
    )


def _also_made(key: Key, evidence: Evidence) -> bool:
    return any(same_name(vote.key, key) and vote.weight >= 1.5 for vote in evidence.subject.votes)


_STAFF = re.compile(
    r"\b(?:(?:co-?)?founde\w+|one[- ](?:person|man|woman)|solo|sole|alone|single-handed\w*|(?:him|her)self|run by|runs|developer|engineer|author|designer|"
    r"chief|CEO|CTO|head of|lead|maintainer|owner|director|head)\b",
    re.IGNORECASE,
)
"""What says that somebody works for a firm, or is all of it."""


def _works_there(deed: Deed, evidence: Evidence) -> bool:
    """Whether a sentence has who is said to have made it as one of the maker's people."""
    return any(
        _STAFF.search(evidence.passages[place].text)
        and _named(deed.agent, evidence, place)
        and any(evidence.subject.is_ours(name.key) for name in evidence.passages[place].names)
        for place in evidence.named_at(deed.agent.key)
    )


def _confirmed(deed: Deed, evidence: Evidence, places: Sequence[int]) -> int | None:
    """Return a sentence in which the same one did it to the same."""
    for place in places:
        for other in read_deeds(evidence.passages[place]):
            same = other.kind == deed.kind and other.patient is not None and deed.patient is not None
            if same and same_name(other.agent.key, deed.agent.key) and same_name(other.patient.key, deed.patient.key):  # type: ignore[union-attr]
                return place
    return None


def _named(name: Name, evidence: Evidence, place: int) -> bool:
    return any(same_name(name.key, other.key) for other in evidence.passages[place].names)


def _reversed(claim: Passage, deed: Deed, evidence: Evidence, places: Sequence[int]) -> int | None:
    """Return a sentence in which the two have changed places, or somebody else did it to the same."""
    patient = deed.patient
    for place in places:
        for other in read_deeds(evidence.passages[place]):
            if other.kind != deed.kind or patient is None:
                continue
            if other.patient is None:
                if same_name(other.agent.key, patient.key) and evidence.subject.is_ours(deed.agent.key):
                    return place
                continue
            sum_told = any(agree(one, two) for one in claim.quantities for two in evidence.passages[place].quantities)
            other_deal = (
                sum_told and same_name(other.agent.key, deed.agent.key) and not _named(patient, evidence, place)
            )
            swapped = same_name(other.agent.key, patient.key) and same_name(other.patient.key, deed.agent.key)
            replaced = same_name(other.patient.key, patient.key) and not same_name(other.agent.key, deed.agent.key)
            if (
                swapped
                or other_deal
                or (replaced and not any(same_name(n.key, deed.agent.key) for n in evidence.passages[place].names))
            ):
                return place
    return None


_ORIGIN = re.compile(
    r"\b(?:is|are|was)\s(?:an?\s)?(?:\w+\s)?(?:based|headquartered|located)\s(?:in|at)\s(?:the\s)?$|\b(?:is|are|"
    r"comes?)\sfrom\s(?:the\s)?$|"
    r"\b(?:company|maker|firm|start-?up|laboratory|lab|studio|manufacturer|vendor)\s(?:of\s[\w ]{3,20}\s)?(?:from|in|of)\s(?:the\s)?$",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:-based)?\s(?:(?!(?:is|are|was|has|an?|the)\s)[a-z-]+\s){0,2}?(?:company|maker|firm|start-?up|laboratory|lab|studio|"
    r"manufacturer|brand|vendor)\b"
)


def check_origin(claim: Passage, evidence: Evidence) -> Iterator[Finding]:
    """Check where a statement says that the maker comes from."""
    if not any(evidence.subject.is_ours(name.key) for name in claim.names):
        return
    for name in _origins(claim):
        if evidence.subject.is_ours(name.key):
            continue
        stated = [
            (place, other)
            for place, passage in enumerate(evidence.passages)
            for other in _origins(passage)
            if any(evidence.subject.is_ours(each.key) for each in passage.names)
        ]
        agreeing = next((place for place, other in stated if same_name(name.key, other.key)), None)
        if agreeing is not None:
            yield Finding("supported", name.text, agreeing, fit=1.0)
        elif stated:
            place, other = stated[0]
            yield Finding("contradicted", name.text, place, other.text, fit=1.0)


def _origins(passage: Passage) -> Iterator[Name]:
    """Yield the places from which a sentence says that a company is."""
    for name in passage.names:
        before, behind = passage.text[: name.span[0]], passage.text[name.span[1] :]
        maker = any(other.span[1] + 4 == name.span[0] for other in passage.names) and before.endswith(" of ")
        if (
            _ORIGIN.search(before)
            or (maker and name.span[0] < 60)
            or (_BODY.match(behind) and not re.search(r"\b(?:by|and)\s$", before))
        ):
            yield name
