"""One where a statement has several, the lowest where it has the second lowest, another member of the same list."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import units_of
from panel.evidence.names import Name, same_name
from panel.evidence.owners import subject
from panel.evidence.passages import Passage
from panel.evidence.peoples import is_people
from panel.evidence.stems import stem

_SEVERAL = re.compile(
    r"\b(?:several|multiple|many|various|numerous|any number of|two|three|four|five|six|seven|eight|nine|ten|a (?:few|couple of))\s(?:[a-z-]+\s)?"
    r"(?P<noun>[a-z]{3,}s)\b",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"\b(?:one|a single|a lone)\s(?P<word>(?!of\b|in\b|or\b|and\b|at\b|to\b|for\b)[a-z-]+)(?:\s(?P<next>[a-z]{3,}))?\b(?! of\b)",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"\b(?:(?P<order>second|third|fourth|fifth|sixth|joint)[- ])?(?P<word>lowest|highest|fastest|slowest|quickest|largest|smallest|biggest|cheapest|dearest|"
    r"most expensive|longest|shortest|lightest|heaviest|brightest|loudest|quietest|oldest|youngest|busiest|most popular|least expensive|most accurate|"
    r"most (?:common|frequent|used|downloaded))\b",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\bonly\b|\bexclusively\b|\bsolely\b|\bnothing but\b", re.IGNORECASE)
_JOINS = re.compile(r",\s|,?\s(?:and|or|as well as|plus|&)\s")


def check_counted(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check several things, ranks and lists of names of a statement against sentences that say the rest of it.

    Args:
        claim: The statement; one that denies is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    if claim.denials or not (_SEVERAL.search(claim.text) or _MOST.search(claim.text) or _runs(claim)):
        return
    for place in places:
        passage = evidence.passages[place]
        if passage.later or not evidence.is_sentence(place):
            continue
        if (
            _is_single(claim, place, evidence)
            or _is_ranked(claim, place, evidence)
            or _is_listed(claim, place, evidence)
        ):
            yield Finding("contradicted", claim.text, place, passage.text, fit=1.0)
            return


def _is_single(claim: Passage, place: int, evidence: Evidence) -> bool:
    """Whether a sentence has one of what a statement has several of."""
    several = _SEVERAL.search(claim.text)
    noun = stem(several["noun"].lower()) if several else ""
    single = (each for match in _ONE.finditer(evidence.passages[place].text) for each in match.group("word", "next"))
    if not several or not any(each and stem(each.lower()) == noun for each in single):
        return False
    if any(noun in map(stem, _PLURALS.findall(passage.text.lower())) for passage in evidence.passages):
        return False
    return _says_rest(claim, place, several.span(), evidence)


def _says_rest(
    claim: Passage, place: int, beside: tuple[int, int], evidence: Evidence, *, plainly: bool = True
) -> bool:
    """Whether a sentence has half of what a statement tells beside a stretch; where it is but a verb, this of the release.

    Args:
        claim: The statement.
        place: The sentence.
        beside: The stretch.
        evidence: The dossier.
        plainly: Whether the verb must be the same.
    """
    rest = [unit for unit in units_of(claim) if not beside[0] <= unit.span[0] < beside[1]]
    rest = [unit for unit in rest if unit.concept or not evidence.publishes(unit.key, place)]
    if any(unit.strong and not evidence.subject.is_ours(unit.key) for unit in rest):
        return evidence.has_half(claim, place, beside)
    about = subject(evidence.passages[place])
    ours = about is None or not about.sure or evidence.subject.is_ours(about.key)
    return ours and (
        not plainly or any(unit.concept and unit.concept in evidence.passages[place].concepts for unit in rest)
    )


_PLURALS = re.compile(
    r"\b(?:several|multiple|many|various|numerous|two|three|four|five|six|seven|eight|nine|ten|\d+) ([a-z]{3,}s)\b"
)


def _is_ranked(claim: Passage, place: int, evidence: Evidence) -> bool:
    """Whether a sentence gives a rank another order: ``the second lowest``, ``the lowest``."""
    mine, theirs = _MOST.search(claim.text), _MOST.search(evidence.passages[place].text)
    if not mine or not theirs or mine["word"].lower() != theirs["word"].lower() or mine["order"] == theirs["order"]:
        return False
    same = re.compile(
        rf"\b{mine['order'] + '[- ]' if mine['order'] else '(?<!second )(?<!third )(?<!fourth )the '}{mine['word']}",
        re.IGNORECASE,
    )
    if any(same.search(passage.text) for passage in evidence.passages):
        return False
    return _says_rest(claim, place, mine.span(), evidence)


def _is_listed(claim: Passage, place: int, evidence: Evidence) -> bool:
    """Whether a sentence has a statement's list of names, with another in the place of one or with only the others."""
    passage = evidence.passages[place]
    for mine in _runs(claim):
        for theirs in _runs(passage) or [[name] for name in passage.names]:
            if _is_longer(claim, mine, theirs, place, evidence):
                return True
            extra = [name for name in mine if not _among(name, theirs)]
            missing = [name for name in theirs if not _among(name, mine)]
            shared = len(mine) - len(extra)
            swapped = len(extra) == len(missing) == 1 and shared >= 2
            narrowed = bool(extra) and shared >= 1 and not missing and _ONLY.search(passage.text)
            if not (swapped or narrowed) or any(_among(name, passage.names) for name in extra):
                continue
            span = (mine[0].span[0], mine[-1].span[1])
            if evidence.has_half(claim, place, span) and not any(
                _is_said(claim, name, span, evidence) for name in extra
            ):
                return True
    return False


_OPEN = re.compile(
    r"\b(?:such as|including|includes?|among|e\.g\.|for example|like|more|others?|etc|some|additional\w*|further|new|adds?|added|also|now|too|besides|beta|"
    r"early|later|first|initially|mostly|mainly|best)\b",
    re.IGNORECASE,
)
"""What says that a list isn't whole."""


def _is_longer(claim: Passage, mine: Sequence[Name], theirs: Sequence[Name], place: int, evidence: Evidence) -> bool:
    """Whether a statement has one more than a sentence's whole list of languages, systems and the like."""
    passage = evidence.passages[place]
    extra = [name for name in mine if not _among(name, theirs)]
    if len(extra) != 1 or len(mine) < 3 or len(mine) - 1 != len(theirs) or _OPEN.search(passage.text):
        return False
    if not all(_among(name, mine) for name in theirs) or _among(extra[0], passage.names):
        return False
    elsewhere = evidence.named_at(extra[0].key) - {place}
    if any(not evidence.passages[each].denials for each in elsewhere):
        return False
    span = (mine[0].span[0], mine[-1].span[1])
    if not re.search(r"\b(?:and|or)\b|&", claim.text[mine[-2].span[1] : mine[-1].span[0]]):
        return False
    if all(is_people(name.text) for name in mine) and not claim.quantities:
        return True
    return _says_rest(claim, place, span, evidence, plainly=False)


def _runs(passage: Passage) -> list[list[Name]]:
    """Return the lists of names in a sentence."""
    found: list[list[Name]] = []
    for name in passage.names:
        if found and _JOINS.fullmatch(passage.text[found[-1][-1].span[1] : name.span[0]]):
            found[-1].append(name)
        else:
            found.append([name])
    return [run for run in found if len(run) > 1]


def _among(name: Name, names: Sequence[Name]) -> bool:
    return any(same_name(name.key, other.key) for other in names)


def _is_said(claim: Passage, name: Name, span: tuple[int, int], evidence: Evidence) -> bool:
    """Whether another sentence says the rest of a statement of a name of its list."""
    return any(evidence.has_half(claim, place, span) for place in evidence.named_at(name.key))
