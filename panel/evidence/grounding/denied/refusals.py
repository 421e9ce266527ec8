"""What a source refuses: ``Azure is not planned``, ``Android apps can't be installed``, held against a statement that has it."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.concepts import concept_of
from panel.evidence.grounding.denied.circumstances import is_circumstance
from panel.evidence.grounding.denied.lasting import is_kept
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import Unit, has_unit, said_by, units_of
from panel.evidence.lowered import word_set
from panel.evidence.names import same_name
from panel.evidence.owners import subject
from panel.evidence.passages import Passage
from panel.evidence.stems import stem
from panel.evidence.words import words

_DENIES = re.compile(
    r"\b(?:no|not|never|none|nothing|nobody|neither|nor|cannot|lacks?|lacking|missing|proprietary|go without|goes without|hardly|unless|except|instead|rather|only|"
    r"ha(?:s|ve|d) to|must|needs? to|(?:can|may) only|without|left out|left behind|exclud\w+|omit\w*|miss(?:es|ed)? out|elsewhere|out of (?:luck|reach|bounds|scope|the question)|off[- ](?:limits|the table)|no-go|beyond|unable|unavailable|"
    r"impossible|fail\w*|rul(?:e|es|ed) out|discontinued|retired|withdrawn|barred|banned|forgo\w*|withh[eo]ld\w*|unreleased|unpublished|undisclosed|to (?:itself|themselves)|"
    r"(?:stay|remain|keep|kept)\w*\s(?:\w+\s)?(?:with|closed|private|secret|in[- ]house|under wraps|back)|"
    r"(?:before|plus|excluding|excl\.|exclusive of|net of|ex) (?:VAT|GST|(?:sales )?tax(?:es)?|duty|shipping|postage|delivery)|"
    r"(?:warn\w*|advis\w+|caution\w*|recommend\w*)\s(?:\w+\s){0,2}against|discourag\w+|stops?|stopped|gone|dropped|removed|refus\w+|forbid\w*|closed)\b|n['’]t\b",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"\b(?:more|less|fewer|better|worse|than|\w{3,}er than|as (?!well)\w+ as|between|needs?|requires?|wait(?:ed)?)\b",
    re.IGNORECASE,
)
_CUES = frozenset(
    words(
        "no not never none nor neither cannot without isn aren wasn weren doesn don didn can won hasn haven missing absent"
    )
)
_CUE = re.compile(rf"(?:{'|'.join(sorted(_CUES))})\b", re.IGNORECASE)
"""What denies outright, unlike ``switched off`` or ``short of``."""

_OTHERS = re.compile(r"\b(?:rivals?|competitors?|predecessors?|alternatives?|elsewhere)\b", re.IGNORECASE)
_SILENT = re.compile(
    r"(?:n['’]t|\bnot|\bnever|\bno)\s(?:\w+\s)?(?:say|said|disclos\w+|reveal\w*|publish\w*|specif\w+|mention\w*|comment\w*|word|details?)\b|^Unlike\b",
    re.IGNORECASE,
)
"""A denial that somebody spoke of a thing, not of the thing."""

_LISTS = re.compile(r",|\b(?:and|or|nor)\b", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:unless|except|if|when|until|before|after|more than|less than|fewer than|only|other than|apart from|from scratch)\b",
    re.IGNORECASE,
)
"""Words that leave a door open in a refusal."""

_UNLESS = re.compile(r"\b(?:unless|except|apart from|other than|until)\b", re.IGNORECASE)
_WITHOUT = re.compile(r"\swithout (?:(?:any|an?|further|extra) )?[\w-]+(?: [\w-]+)?\W*$", re.IGNORECASE)
"""What ends a statement that affirms, by what isn't needed for it: ``works without any patches``."""

_FOR_WHOM = re.compile(
    r"\s(?:that|who|which)\s(?:cannot|can['’]t|don['’]t|do not|won['’]t|will not|mustn['’]t|must not)\s[^,;]*$", re.I
)
"""What ends a statement that affirms, by what those whom it is for can't do."""

_NO_PLAN = re.compile(
    r"\b(?:plan\w*|working on|going to|intend\w*|intention\w*|ever|in sight|roadmap)\b", re.IGNORECASE
)
_MAYBE = re.compile(
    r"\b(?:plan\w*|will|would|should|could|may|might|looked (?:at|into)|consider\w*|on the way|promis\w+|expect\w*|hop\w+|wish\w*|want\w*|asked)\b",
    re.IGNORECASE,
)
"""Words of what isn't there so far."""

_ELLIPTIC = re.compile(r"(?:is|are|was|were|do|does|did|ca|has|have)(?:n['’]t|\snot)\s?[:.;,]", re.IGNORECASE)
"""A denial of what was said before: ``Lettering isn't.``"""

_SETS_APART = re.compile(
    r",\s(?:and\s|but\s)?not\s(?:(?:to|for|by|with|of|from|on|at|in)\s)?(?:me|us|you|him|her|them|it|here|there|mine|ours|yours|theirs|anybody|anyone)\W*$",
    re.IGNORECASE,
)
"""The end of a sentence that sets somebody apart from whom it tells of: ``to the library, not to me``."""

_FOR_ONE = re.compile(r"not\s(?:\w+\s)?\w+\sfor\san?\s", re.IGNORECASE)
"""What denies how much something is of a thing of its kind: ``not small for a keyboard``."""

_PURPOSE = re.compile(
    r"\bbut\s(?:an?|one|there|only|has|have|it|for|on|in)\b|(?<=\w{4})(?<!plan|able|need|ants|ends)\sto\s(?=[a-z])"
)
"""What a thing would be for, and what there is instead: ``no subscription to use the reader``, ``but one for Windows``."""

_ANY_VERB = frozenset(words("have available use work make test allow do need plan call score quote base"))
"""Concepts of verbs that say of anything that it is there."""

LEFT_ALONE = re.compile(
    r"\b(?:remov|drop|strip|delet|eras|hid(?:e|es|den)|los[et]|cut|tak(?:e|es|ing) (?:away|off)|lift|end|cover)\w*\b[^.;]*,\s(?:but\s)?(?:never|not)\s(?:the|its|your|any|those)\b",
    re.IGNORECASE,
)
"""What takes one thing away and leaves another: ``removes the mark, never the credentials``."""

_ANSWER = re.compile(r"(?:No|Not|None|Nope|Never|Neither)\b")


def check_refusals(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check what a statement says is there against what sentences deny.

    Args:
        claim: The statement; one that denies or compares is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    if (
        _DENIES.search(_FOR_WHOM.sub("", _WITHOUT.sub("", claim.text)))
        or _COMPARES.search(claim.text)
        or _OTHERS.search(claim.text)
    ):
        return
    said = _affirmed(claim)
    for place in places:
        passage = evidence.passages[place]
        if claim.later and not _NO_PLAN.search(passage.text):
            continue
        for core, at in _refused_at(claim, evidence, place):
            met = [unit for unit in core if _is_said(unit, said)]
            if (
                _is_met(evidence.passages[at], core, met)
                and _is_told(claim, evidence, place, met)
                and not _is_affirmed(claim, met, evidence, place)
            ):
                yield Finding("contradicted", claim.text, place, passage.text, fit=1.0)
                return


def _is_said(unit: Unit, said: frozenset[str]) -> bool:
    """Whether a statement affirms a word or name; the ``e`` of ``e-mail`` is no model's letter."""
    letter = bool(unit.concept) and all(len(each) == 1 for each in unit.stems)
    return unit.concept in said if letter else has_unit(said, unit)


def _refused_at(claim: Passage, evidence: Evidence, place: int) -> Iterator[tuple[list[Unit], int]]:
    """Yield what a sentence denies, and where it is named: in the question before where it answers no."""
    passage, following = evidence.passages[place], place + 1
    asks = passage.text.rstrip().endswith("?")
    if not (asks or _may_deny(passage.text)) or LEFT_ALONE.search(passage.text) or is_kept(claim, passage):
        return
    if asks:
        if following < len(evidence.passages) and _ANSWER.match(evidence.passages[following].text):
            yield list(units_of(passage)), place
        return
    if _may_refuse(claim, passage, evidence):
        for core in refused(passage):
            yield core, place


def _may_deny(text: str) -> bool:
    """Whether a sentence has a word that denies outright; one behind a low line is no word of its own."""
    return "_" in text or not word_set(text).isdisjoint(_CUES)


def _affirmed(claim: Passage) -> frozenset[str]:
    """Return what a statement affirms: its concepts, and the stems of its words and names."""
    units = [unit for unit in units_of(claim) if unit.sign > 0]
    return said_by(units)


def _may_refuse(claim: Passage, passage: Passage, evidence: Evidence) -> bool:
    """Whether a sentence denies something outright, and not of somebody else than the statement."""
    if not any(_CUE.match(passage.text[at:]) for at in passage.denials) or _SILENT.search(passage.text):
        return False
    about = subject(passage)
    labelled = ":" in passage.text[:30]
    if about is None or labelled or not about.sure or evidence.subject.is_ours(about.key):
        return True
    return any(same_name(about.key, name.key) for name in claim.names) or passage.sign_at(about.span) < 0


def refused(passage: Passage) -> Iterator[list[Unit]]:
    """Yield what each clause of a sentence denies; what stands before the denial where that names nothing itself."""
    units = list(units_of(passage))
    cues = {passage.clause_at((at, at + 1)): at for at in passage.denials if _CUE.match(passage.text[at:])}
    for clause, at in sorted(cues.items()):
        if (
            _UNLESS.search(passage.text, at)
            or _OPEN.search(_text_of(passage, clause))
            or _ELLIPTIC.match(passage.text[at:])
            or _FOR_ONE.match(passage.text, at)
            or is_circumstance(passage, at)
            or _SETS_APART.search(passage.text, max(at - 2, 0))
        ):
            continue
        end = _PURPOSE.search(passage.text, at)
        reach = end.start() if end else len(passage.text)
        core = [unit for unit in units if unit.clause == clause and unit.sign < 0 and unit.span[0] < reach]
        if not core and not any(unit.clause == clause and unit.span[0] > at for unit in units):
            core = [unit for unit in units if unit.clause in (clause, clause - 1) and unit.span[1] <= at]
        yield core


def _text_of(passage: Passage, clause: int) -> str:
    """Return the words of a clause."""
    spans = [span for span, number in zip(passage.line.spans, passage.clauses, strict=True) if number == clause]
    return passage.text[spans[0][0] : spans[-1][1]]


def _is_met(passage: Passage, core: Sequence[Unit], met: Sequence[Unit]) -> bool:
    """Whether a statement has all that a clause denies, or a member of the list that it denies."""
    strong = [unit for unit in met if unit.strong]
    if not strong:
        return len(met) == len(core) and len({unit.concept for unit in core}) >= 2 and len(core) >= 3
    for unit in core:
        if not unit.strong or unit in met:
            continue
        apart = all(
            _LISTS.search(passage.text[min(unit.span[1], each.span[1]) : max(unit.span[0], each.span[0])])
            for each in strong
        )
        if not apart:
            return False
    return True


def _is_told(claim: Passage, evidence: Evidence, place: int, met: Sequence[Unit]) -> bool:
    """Whether a sentence and what stands round it speak of what the statement speaks of, its names included."""
    passage = evidence.passages[place]
    here = passage.concepts | passage.name_concepts | evidence.around(place)
    telling = {item.concept for item in claim.items if item.weight >= 1}
    core = frozenset(unit.concept or " ".join(sorted(unit.stems)) for unit in met)
    if len((telling & here) | core) < 2 and not telling <= here and not _opens(claim, met):
        return False
    stems = frozenset().union(*(unit.stems for unit in met))
    clauses = {unit.clause for unit in units_of(claim) if unit.stems & stems or unit.concept in core}
    foreign = [
        name
        for name in claim.names
        if name.sure and not evidence.subject.is_ours(name.key) and claim.clause_at(name.span) in clauses
    ]
    return all(
        any(same_name(name.key, other.key) for other in passage.names)
        or {stem(word) for word in name.key} & stems
        or {concept_of(stem(word)).name for word in name.key} & here
        for name in foreign
    )


def _opens(claim: Passage, met: Sequence[Unit]) -> bool:
    """Whether a statement about the release begins with what a sentence denies: ``It keeps an eye on radon``."""
    first = [item.word for item in claim.items if item.weight >= 1 and item.clause == 0][:3]
    return bool(_OURS.match(claim.text)) and any(unit.strong and unit.stems & set(first) for unit in met)


_OURS = re.compile(r"(?:It|They|You|There|Users|Customers|Owners)\b")


def _is_affirmed(claim: Passage, met: Sequence[Unit], evidence: Evidence, denied: int) -> bool:
    """Whether another sentence affirms what one denies, of the same if that is somebody else than the release."""
    core = [unit for unit in met if unit.strong or unit.concept not in _ANY_VERB] or met
    known = [evidence.places(unit.concept) if unit.concept else evidence.with_stems(unit.stems) for unit in core]
    ours = evidence.subject.is_ours
    here = [name for name in claim.names[:1] if name.sure and not ours(name.key) and name.span[0] < 12]
    if here and denied in evidence.named_at(here[0].key):
        known.append(set(evidence.named_at(here[0].key)))
    for place in set.intersection(*known) - {denied}:
        passage = evidence.passages[place]
        plain = evidence.is_sentence(place) and not passage.later and not passage.denials
        if plain and not _MAYBE.search(passage.text):
            return True
    return False


def is_plain(text: str) -> bool:
    """Whether a statement neither denies nor compares nor speaks of others."""
    return not any(each.search(text) for each in (_DENIES, _COMPARES, _OTHERS))
