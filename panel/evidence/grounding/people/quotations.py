"""Words that a statement puts between quotation marks: they must stand in the dossier, and be said by whom it says."""

import re
from collections.abc import Iterable, Iterator

from panel.domain.judgement import Judgement
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.names import Name, key_of, same_name
from panel.evidence.owners import subject
from panel.evidence.passages import Passage

_SAYS = (
    r"(?:sa(?:ys|id|ying)|told|tells|wr(?:ote|ites)|add(?:s|ed)|ask(?:s|ed)|argu(?:es|ed)|explain(?:s|ed)|joked|quipped|warn(?:s|ed)|"
    r"complain(?:s|ed)|repl(?:ies|ied)|claim(?:s|ed)|recall(?:s|ed)|promise[sd]|state[sd]|comment(?:s|ed)|remark(?:s|ed)|announce[sd]|"
    r"respond(?:s|ed)|conclude[sd]|predict(?:s|ed)|declare[sd]|boast(?:s|ed)|concede[sd]|confess(?:es|ed)|grumble[sd]|puts it|answer(?:s|ed)|"
    r"call(?:s|ed)|reassure[sd]|maintain(?:s|ed)|suggest(?:s|ed)|observe[sd]|jokes|quips|laments?|lamented|sums? (?:it )?up|"
    r"admit(?:s|ted)|insist(?:s|ed)|caution(?:s|ed)|not(?:es|ed)|put it)"
)
_QUOTED = re.compile(r"“([^“”]{2,2000})”|(?<!\w)\"([^\"]{2,2000})\"(?!\w)|«([^«»]{2,2000})»|„([^„“]{2,2000})“")
FEW = 3
"""Words from which a quotation is more than a name or irony."""


def check_quotation(claim: Passage, evidence: Evidence) -> Judgement | None:
    """Judge a statement by what it quotes; None where it quotes nothing of any length."""
    for match in _QUOTED.finditer(claim.text):
        words = next(group for group in match.groups() if group)
        if len(words.split()) < FEW:
            if _is_misquoted(words, evidence):
                reason = f"The words {words!r} stand in no source."
                return Judgement(statement=claim.text, grounded=False, reason=reason, kind="unsupported")
            continue
        place = evidence.verbatim(words)
        if place is None:
            reason = f"The words {words!r} stand in no source."
            return Judgement(statement=claim.text, grounded=False, reason=reason, kind="unsupported")
        cite = evidence.passages[place].cite
        if not _said_by(claim, match.span(), evidence, place):
            reason = f"{cite} has these words, but not from whom the statement says."
            return Judgement(statement=claim.text, grounded=False, reason=reason, cites=(cite,), kind="contradicted")
        reason = f"{cite} has these words."
        return Judgement(statement=claim.text, grounded=True, reason=reason, cites=(cite,), kind="supported")
    return None


def _is_misquoted(words: str, evidence: Evidence) -> bool:
    """Whether a source quotes two words of which the statement has one changed: ``uncomfortably lifelike``."""
    said = words.lower().strip(" .,;!?").split()
    if len(said) != 2 or evidence.verbatim(words) is not None:
        return False
    quoted = (
        next(group for group in match.groups() if group).lower().strip(" .,;!?").split()
        for passage in evidence.passages
        for match in _QUOTED.finditer(passage.text)
    )
    return any(len(each) == 2 and len(set(said) & set(each)) == 1 for each in quoted)


def _said_by(claim: Passage, span: tuple[int, int], evidence: Evidence, place: int) -> bool:
    """Whether the names round a quotation stand round it in the dossier too."""
    names = [name for name in claim.names if name.sure and not span[0] <= name.span[0] < span[1]]
    speakers = list(_speakers(claim))
    told = list(_speakers(evidence.passages[place]))
    here = evidence.passages[place].names
    if speakers and told and not any(same_name(one.key, two.key) for one in speakers for two in here):
        return False
    near = [evidence.passages[at] for at in range(max(0, place - 2), min(len(evidence.passages), place + 3))]
    return all(
        evidence.subject.is_ours(name.key)
        or (_TOLD.search(claim.text[: name.span[0]]) and any(name.key <= known for known in evidence.publishers))
        or any(same_name(name.key, other.key) for one in near for other in one.names)
        or (_BELONGS.search(claim.text[: name.span[0]]) and _is_of_source(name, evidence, place))
        or _is_meant(name, evidence, place)
        for name in names
    )


_BELONGS = re.compile(r"\b[a-z]+\s(?:at|of|from|in|with|for)\s(?:the\s)?$")
"""What stands before where a speaker works or lives: ``a registrar at``."""

_PRONOUN = re.compile(rf"\b(?:[Hh]e|[Ss]he|[Tt]hey)\s(?:also\s|has\s|had\s)?{_SAYS}\b|\b{_SAYS}\s(?:he|she|they)\b")
BACK = 8
"""Sentences before a quotation in which ``he said`` may have been named."""


def _same_source(place: int, places: Iterable[int], evidence: Evidence) -> bool:
    """Whether one of some sentences stands in the same source as another."""
    source = evidence.passages[place].cite.partition(".")[0]
    return any(evidence.passages[each].cite.partition(".")[0] == source for each in places)


def _is_of_source(name: Name, evidence: Evidence, place: int) -> bool:
    """Whether the source of a quotation names somebody too, or is published by him."""
    source = evidence.passages[place].cite.partition(".")[0]
    publishers = (key_of(each.publisher or "") for each in evidence.dossier.release.sources if each.key == source)
    return any(name.key <= key for key in publishers) or _same_source(place, evidence.named_at(name.key), evidence)


def _is_meant(name: Name, evidence: Evidence, place: int) -> bool:
    """Whether ``he said`` means somebody: the last one of whom the source says what he said or did."""
    if not _PRONOUN.search(evidence.passages[place].text):
        return False
    for at in range(place - 1, max(-1, place - 1 - BACK), -1):
        passage = evidence.passages[at]
        if not _same_source(place, (at,), evidence):
            return False
        about = subject(passage)
        named = [*_speakers(passage), *([about] if about and not evidence.subject.is_ours(about.key) else [])]
        if named:
            return any(same_name(name.key, other.key) for other in named)
    return False


_TOLD = re.compile(r"\b(?:told|tells|telling|spoke to|speaking to|interview with)\s(?:the\s)?$")
"""What stands before whoever prints a quotation."""

_SAYS_WHO = re.compile(rf"\b(?!tol|tell){_SAYS}\s(?:[a-z-]+\s){{0,4}}$")
_WHO_SAYS = re.compile(rf"(?:,[^,]{{0,60}},)?\s(?:has\s|had\s)?{_SAYS}\b")


def _speakers(passage: Passage) -> Iterator[Name]:
    """Yield whom a sentence has say something, outside of what it quotes."""
    quoted = [match.span() for match in _QUOTED.finditer(passage.text)]
    for name in passage.names:
        inside = any(start <= name.span[0] < end for start, end in quoted)
        before, behind = passage.text[: name.span[0]], passage.text[name.span[1] :]
        if name.sure and not inside and (_SAYS_WHO.search(before) or _WHO_SAYS.match(behind)):
            yield name
