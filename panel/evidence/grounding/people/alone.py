"""Who did it alone: ``runs the firm alone`` of a one-person firm, and of what two others had a hand in."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import agree
from panel.evidence.names import Name, same_name
from panel.evidence.passages import Passage

_ALONE = re.compile(
    r"\b(?:alone|(?:all )?by (?:him|her|it)self|single-handed(?:ly)?|on (?:his|her|its|their) own|without (?:any )?help)\b",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"\s(?:alone\s)?(?:has\s|have\s|had\s)?(?:runs?|ran|makes?|made|built|builds?|develop(?:s|ed)|wr(?:ites?|ote|itten)|design(?:s|ed)|maintain(?:s|ed)?|"
    r"own(?:s|ed)|fund(?:s|ed)|pa(?:ys|id)|financ(?:es|ed)|put(?:s)?(?: up)?|invest(?:s|ed)|found(?:ed)|creat(?:es|ed)|does|did)\b"
)
"""What somebody does alone."""

_ONE = re.compile(
    r"\b(?:one|single)[- ](?:person|man|woman)\b|\bsole (?:developer|author|owner|maintainer|founder|proprietor)\b|\bsolo\b|\bby (?:him|her)self\b|\balone\b|"
    r"\bsingle-handed(?:ly)?\b",
    re.IGNORECASE,
)
"""What says that there is nobody else."""

_WITH = re.compile(
    r",?\s(?:and|with|together with|along with|plus|as well as)\s(?:(?:some|about|over|nearly|its|his|her|the|other|another|an?)\s)*"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens|several|others|volunteers|friends|[a-z]+ (?:volunteers|others|friends|people|investors|partners)|angels|[A-Z]\w+)\b"
)
"""What follows somebody who wasn't alone."""

_MANY = re.compile(
    r"\b(?:made|built|developed|written|designed|maintained|run|created) by\s(?:(?:a|the|its|some|about|over|nearly|around) )*(?:team of |group of |staff of )?"
    r"(?:[2-9]|\d{2,}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|dozens|[a-z]+ty|hundreds) (?:of )?(?:\w+ )?"
    r"(?:people|developers|engineers|volunteers|contributors|programmers|authors|students|researchers|employees|friends)\b",
    re.IGNORECASE,
)
"""What tells how many did it."""

_LED = re.compile(r"\bled by\s(?:the\s)?$", re.IGNORECASE)
_HAND = re.compile(
    r"\b(?:made|built|developed|written|designed|maintained|run|owned|funded|financed|founded|created|raised|by|from)\b",
    re.IGNORECASE,
)
"""What had several hands in it."""


def alone_at(claim: Passage, evidence: Evidence) -> int | None:
    """Return the sentence by which somebody is alone, where a statement says no more than that he does it alone.

    Args:
        claim: The statement.
        evidence: The dossier.
    """
    who = _who(claim)
    if who is None or claim.quantities or claim.dates or not re.search(r"(?:alone|ed|self|ly|own)\.?$", claim.text):
        return None
    foreign = [name for name in claim.names if name is not who and name.sure and not evidence.subject.is_ours(name.key)]
    told = [
        place
        for place in sorted(evidence.named_at(who.key))
        if _ONE.search(evidence.passages[place].text)
        and not evidence.passages[place].denials
        and _does_so(claim, evidence.passages[place])
    ]
    if any(
        not any(same_name(name.key, each.key) for place in told for each in evidence.passages[place].names)
        for name in foreign
    ):
        return None
    return next(iter(told), None)


def _does_so(claim: Passage, passage: Passage) -> bool:
    """Whether a sentence has somebody alone in the very thing that a statement says that he does."""
    mine = {kind for kind, deeds in _DEEDS.items() if deeds.search(claim.text)}
    theirs = {kind for kind, deeds in _DEEDS.items() if deeds.search(passage.text)}
    return mine <= theirs or _WHOLE.search(passage.text) is not None


_WHOLE = re.compile(r"\b(?:one|single)[- ](?:person|man|woman)\b", re.IGNORECASE)
"""What says that a firm is one person, who then does all that it does."""

_DEEDS = {
    "makes": re.compile(
        r"\b(?:ma[dk]es?|built|builds?|develop\w*|wr[io]t\w*|design\w*|author|creat\w*|coded?)\b", re.IGNORECASE
    ),
    "founds": re.compile(r"\bfound(?:ed|er|ing)\b", re.IGNORECASE),
    "runs": re.compile(
        r"\b(?:runs?|ran|running|owns?|owned|owner|maintain\w*|proprietor|operat\w*|one|single|sole|solo)\b",
        re.IGNORECASE,
    ),
    "pays": re.compile(r"\b(?:fund\w*|pa(?:ys|id)|financ\w*|invest\w*)\b", re.IGNORECASE),
}
"""By kind: what somebody does alone, and what one is called who does it."""


def check_alone(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check whether somebody who did it alone by a statement had others beside him.

    Args:
        claim: The statement; one that denies is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    who = _who(claim)
    if who is None or claim.denials:
        return
    near = [evidence.passages[place] for place in {*places, *evidence.named_at(who.key)}]
    if any((_ALONE.search(each.text) or _ONE.search(each.text)) and _does_so(claim, each) for each in near):
        return
    for place in places:
        passage = evidence.passages[place]
        if not _HAND.search(passage.text):
            continue
        if _MANY.search(passage.text) and not passage.denials and _is_of_the_same(claim, passage, who, evidence):
            yield Finding("contradicted", claim.text, place, passage.text, fit=1.0)
            return
        for name in passage.names:
            if same_name(who.key, name.key) and _had_others(claim, passage, name):
                yield Finding("contradicted", claim.text, place, passage.text, fit=1.0)
                return


def _is_of_the_same(claim: Passage, passage: Passage, who: Name, evidence: Evidence) -> bool:
    """Whether a sentence tells of the release, and of what somebody is said to have done alone."""
    ours = evidence.subject.is_ours
    others = [name for text in (claim, passage) for name in text.names if name.sure and not ours(name.key)]
    return all(same_name(name.key, who.key) for name in others) and _does_so(claim, passage)


def _who(claim: Passage) -> Name | None:
    """Return who is said to do something alone."""
    if not _ALONE.search(claim.text):
        return None
    first = next((name for name in claim.names if name.sure), None)
    return first if first is not None and _DOES.match(claim.text, first.span[1]) else None


def _had_others(claim: Passage, passage: Passage, name: Name) -> bool:
    """Whether a sentence has others beside somebody, in what a statement says that he did."""
    told = any(agree(one, two) for one in claim.quantities for two in passage.quantities)
    if claim.quantities and not told:
        return False
    beside = _WITH.match(passage.text, name.span[1]) and _HAND.search(passage.text[: name.span[0]])
    return bool(beside) or (told and _LED.search(passage.text[: name.span[0]]) is not None)
