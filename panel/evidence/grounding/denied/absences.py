"""What a source says there isn't, in so many words: ``no video, and no API``, and what is the cheapest of all."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.denied.circumstances import is_circumstance, is_excepted
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lowered import word_set
from panel.evidence.names import same_name
from panel.evidence.owners import subject
from panel.evidence.passages import Item, Passage

_NO = re.compile(
    r"\b(?:no|nor|neither|without|lacks?|lacking)\s(?:an?\s|any\s|own\s)?(?:(?P<kind>[a-z-]+)\s)?$", re.IGNORECASE
)
"""What stands right before a thing that there isn't, one word between them at most."""

_LACKING = frozenset({"no", "nor", "neither", "without", "lack", "lacks", "lacking"})
"""One of these words is in whatever says so."""

_ENDS = re.compile(
    r"\w*(?:\s(?:yet|at all|either|anymore|here|plan|tier|edition|support|code|mode)\b)?(?:\s?[,.;)!]|\s(?:and|or|nor|but|yet)\b|$)"
)
"""What follows a thing of which a sentence says without any condition that it isn't there."""

_COMPARES = re.compile(r"\b(?:more|less|fewer|better|worse|than|\w{3,}er than)\b", re.IGNORECASE)
_IDLE = re.compile(r"\b(?:no (?:longer|doubt|matter|less|more|fewer|later|need|one)|not only)\b", re.IGNORECASE)
_MOST = re.compile(
    r"\bthe (?P<word>cheapest|most expensive|dearest|least expensive|fastest|quickest|slowest|largest|biggest|smallest|lightest|heaviest|"
    r"best|worst|first|latest|most accurate|least accurate|most popular)\b",
    re.IGNORECASE,
)
_SAME = (
    {"cheapest", "least expensive"},
    {"most expensive", "dearest"},
    {"fastest", "quickest"},
    {"largest", "biggest"},
)


def check_absences(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check what a statement says is there against what sentences say isn't.

    Args:
        claim: The statement; one that denies something is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    if claim.denials or any(item.sign < 0 for item in claim.items) or _COMPARES.search(claim.text):
        return
    telling = [item for item in claim.items if item.weight >= 1]
    for place in places[:12]:
        passage = evidence.passages[place]
        if (
            word_set(passage.text).isdisjoint(_LACKING)
            or not evidence.is_sentence(place)
            or _IDLE.search(passage.text)
            or is_excepted(claim, passage)
        ):
            continue
        if _lacks_name(claim, passage):
            yield Finding("contradicted", claim.text, place, passage.text, fit=1.0)
            return
        for item in passage.items:
            if not (item.sign < 0 and item.weight >= 1 and _ENDS.match(passage.text[item.span[1] :])):
                continue
            if item.clause not in passage.later and _is_plainly_missing(claim, passage, item):
                mine = [each for each in telling if each.concept == item.concept]
                if mine and _fits(claim, passage, telling, mine, evidence, place):
                    yield Finding("contradicted", claim.text, place, passage.text, fit=1.0)
                    return


def _is_plainly_missing(claim: Passage, passage: Passage, item: Item) -> bool:
    """Whether ``no`` stands before a thing, with no word between them that the statement lacks: ``no critical bugs``."""
    match = _NO.search(passage.text[: item.span[0]])
    if match is None:
        return False
    if is_circumstance(passage, match.start()):
        return False
    between = [each for each in passage.items if match.start() <= each.span[0] < item.span[0] and each.weight >= 1]
    said = claim.concepts | claim.name_concepts
    named = [name for name in passage.names if match.start() <= name.span[0] < item.span[0]]  # "no macOS runners"
    if not all(any(same_name(name.key, each.key) for each in claim.names) for name in named):
        return False
    kind = match["kind"]  # "no in-app purchases" leaves other purchases
    if kind and "-" in kind and kind.lower() not in claim.text.lower():
        return False
    return all(each.concept in said for each in between)


_FORM = re.compile(
    r"\s(?:version|app|client|edition|build|port|release|support)\b(?:\s?[.,;]|\s(?:yet|and|or|nor)\b|$)", re.IGNORECASE
)


_JUST_NO = re.compile(r"\bno\s$", re.IGNORECASE)


def _lacks_name(claim: Passage, passage: Passage) -> bool:
    """Whether a sentence says that there is no version for what a statement names: ``no Linux version``."""
    denied = [
        name
        for name in passage.names
        if _JUST_NO.search(passage.text[: name.span[0]]) and _FORM.match(passage.text[name.span[1] :])
    ]
    return any(
        same_name(name.key, other.key) for name in denied for other in claim.names if claim.sign_at(other.span) > 0
    )


def _fits(
    claim: Passage, passage: Passage, telling: Sequence[Item], mine: Sequence[Item], evidence: Evidence, place: int
) -> bool:
    """Whether the rest of a statement is about what the sentence is about, or nothing in particular."""
    about = subject(passage)
    missing = {item.concept for item in mine}
    if (
        _FREE_PLAN.search(passage.text)
        and (what := _IS_FREE.match(claim.text))
        and not _is_whole(claim, what, evidence)
    ):
        return False
    first = min(item.span[0] for item in passage.items if item.concept in missing)
    of_another = about is not None and about.span[0] < first and not evidence.subject.is_ours(about.key)
    if about and of_another and not any(same_name(about.key, name.key) for name in claim.names):
        return False
    label = passage.text.partition(":")[0] if ":" in passage.text[:30] else ""
    heads = [item for item in passage.items if item.span[1] <= len(label)]
    said = {item.concept for item in claim.items}
    if heads and not any(item.concept in said for item in heads):
        return False
    here = passage.concepts | passage.name_concepts | evidence.around(place)
    rest = [item for item in telling if item not in mine and item.concept not in here]
    foreign = [name for name in claim.names if name.sure and not evidence.subject.is_ours(name.key)]
    return len(rest) <= 1 and all(any(same_name(name.key, other.key) for other in passage.names) for name in foreign)


_FREE_PLAN = re.compile(r"\bfree (?:plan|tier|edition|version|account|option)\b", re.IGNORECASE)
_IS_FREE = re.compile(
    r"(?P<what>[^,;.]{2,50}?)\s(?:costs? nothing|(?:is|are|comes?) (?:\w+ )?free|\w+ (?:free of charge|at no (?:extra )?(?:cost|charge)))\b",
    re.IGNORECASE,
)
"""A thing of which a statement says that it costs nothing."""


def _is_whole(claim: Passage, what: re.Match[str], evidence: Evidence) -> bool:
    """Whether it is the release that costs nothing, or a plan of it, rather than one of the things that come with it."""
    if _WHOLE.search(what["what"]):
        return True
    return any(evidence.subject.is_ours(name.key) for name in claim.names if name.span[1] <= what.end("what"))


_WHOLE = re.compile(
    r"^(?:It|Everything|Using it|The (?:\w+ )?(?:app|tool|service|model|software|product|program|plan|tier|edition|version))$|"
    r"\b(?:plan|tier|edition|version|use)$",
    re.IGNORECASE,
)


def check_superlatives(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check who a statement says is the cheapest, fastest or first against who a sentence says it is."""
    match = _MOST.search(claim.text)
    about = subject(claim)
    if match is None or about is None or not about.sure:
        return
    word = match["word"].lower()
    alike = next((group for group in _SAME if word in group), {word})
    for place in places:
        passage = evidence.passages[place]
        other = _MOST.search(passage.text)
        if other is None or other["word"].lower() not in alike:
            continue
        before = [name for name in passage.names if name.sure and name.span[1] <= other.start()]
        named = before[-1] if before else None
        if named and not same_name(named.key, about.key) and _said_of(passage, named.span[1], other.start()):
            if any(same_name(name.key, about.key) for name in passage.names) or _shares(claim, passage):
                yield Finding("contradicted", match.group(), place, passage.text, fit=1.0)
                return


def _said_of(passage: Passage, start: int, end: int) -> bool:
    """Whether a superlative is said of the name before it."""
    return bool(
        re.fullmatch(r"\s(?:was|is|were|are|remains?|came out|proved|turned out)(?:\s\w+)?\s?", passage.text[start:end])
    )


def _shares(claim: Passage, passage: Passage) -> bool:
    return any(item.weight >= 1 and item.concept in passage.concepts for item in claim.items)
