"""What is left of a statement when every figure is found: its words, and whether they are affirmed or denied."""

import re
from collections.abc import Sequence
from dataclasses import replace

from panel.domain.judgement import Judgement
from panel.evidence.grounding.denied.refusals import LEFT_ALONE
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.grounding.opinions.opinions import is_forecast, is_reported
from panel.evidence.grounding.verdicts import judged, short, supported
from panel.evidence.grounding.words.familiar import is_familiar
from panel.evidence.grounding.words.unheard import is_unheard_of
from panel.evidence.grounding.words.wording import HELD, Likeness, likenesses
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.names import Name, same_name
from panel.evidence.passages import Passage
from panel.evidence.peoples import is_people

_COMPARATIVE = re.compile(
    r"\b(?:less|more|better|worse|faster|slower|quicker|earlier|(?<!no )longer|shorter|cheaper|larger|bigger|smaller|higher|"
    r"lower|lighter|heavier)\b(?! than)",
    re.IGNORECASE,
)


HELD_WITHOUT_KEY = 0.62
"""The same where the word that tells most is missing."""


PLAINLY = 0.45
"""How much of an affirmation a sentence must have to contradict it."""


SURELY = 0.6
"""How much of a denial a sentence must affirm to refute it."""


HELD_WITH_FIGURES = 0.3
"""Share of a statement's words that must be found where its numbers, dates or names are found."""


def unknown_names(claim: Passage, evidence: Evidence) -> list[str]:
    """Return the names in a statement that no source has."""
    ours = evidence.subject.is_ours
    names = (name for name in claim.names if name.sure and not ours(name.key) and not is_people(name.text))
    read = [
        *(each.span for each in claim.dates),
        *(each.span for each in claim.quantities),
        *(each.span for each in claim.licences),
    ]  # the "Q1" of "Q1 2026", the "US" of "US cents"
    names = (name for name in names if not any(start <= name.span[0] < end for start, end in read))
    return [name.text for name in names if not is_familiar(name, evidence)]


def judge_words(claim: Passage, evidence: Evidence, places: Sequence[int], figures: Sequence[Finding]) -> Judgement:
    """Judge what is left when every figure is found: the words and whether they are affirmed or denied."""
    if (unknown := unknown_names(claim, evidence)) and not _denies(claim):
        return judged(claim, "unsupported", f"No source mentions {unknown[0]!r}.")
    spans = {finding.place: finding.span for finding in figures if finding.place is not None and finding.span}
    found = list(likenesses(claim, evidence, places[:14], spans))
    found = found if _IN_OTHER_WORDS.search(claim.text) else [_as_answered(each, evidence) for each in found]
    deciding = {finding.place for finding in figures if finding.place is not None}
    enough = HELD_WITH_FIGURES if deciding else HELD
    agreeing = [each for each in found if each.agrees and each.cover >= enough]
    if not deciding:
        agreeing = [each for each in agreeing if each.telling or each.cover >= HELD_WITHOUT_KEY]
    against = [
        each for each in found if each.opposed or each.later or each.narrower or (each.swapped and each.cover >= HELD)
    ]
    if deciding:
        agreeing = [each for each in agreeing if each.place in deciding] or agreeing
        against = [each for each in against if each.place in deciding]
    best = max(agreeing, key=lambda each: each.strength, default=None)
    worst = max(against, key=lambda each: each.strength, default=None)
    denying = _denies(claim)  # a denial found beats an affirmation of something like it
    if best and (worst is None or worst.strength <= best.strength + (0.2 if denying else 0.05)):
        return supported(claim, evidence, figures, best.place)
    if not deciding and _COMPARATIVE.search(claim.text):
        return judged(claim, "opinion", "What it compares with what isn't said.")
    if not deciding and _THAN.search(claim.text):
        return judged(claim, "opinion", "What it compares can't be worked out.")
    if _NEVER.search(claim.text):
        return judged(claim, "opinion", "It is a forecast.")
    if (
        worst
        and not _says_both(claim, evidence.passages[worst.place])
        and (_refutes(claim, worst, evidence) if denying else worst.strength >= PLAINLY)
    ):
        passage = evidence.passages[worst.place]
        return judged(claim, "contradicted", f"{passage.cite} says otherwise: {short(passage)}", [passage.cite])
    if deciding:
        return supported(claim, evidence, figures)
    if is_forecast(claim):
        return judged(claim, "opinion", "It is a forecast.")
    if not denying and is_reported(claim, evidence) and is_unheard_of(claim, evidence, found):
        return judged(claim, "unsupported", "No source says this.", _nearest(found, evidence))
    return judged(claim, "opinion", "The sources leave it open.")


_ASKS = re.compile(r"(?:Can|Could|May|Do|Does|Did|Is|Are|Was|Were|Will|Has|Have|Must)\b[^?]*\?$")
_NO = re.compile(
    r"(?:Sadly,? |Unfortunately,? |I['’]m afraid )?(?:no(?:pe)?(?=[.,;:!]|\s[—–-]|$)|not (?:yet|today|now|currently|at (?:the moment|present|all)|for now|so far)\b)",
    re.I,
)
"""A question for yes or no, and an answer that is no."""


def _as_answered(likeness: Likeness, evidence: Evidence) -> Likeness:
    """Return how a statement compares with a question that the next sentence answers by ``no``: turned round."""
    answer = likeness.place + 1
    if not _ASKS.match(evidence.passages[likeness.place].text) or answer >= len(evidence.passages):
        return likeness
    denied = evidence.before(answer) == likeness.place and _NO.match(evidence.passages[answer].text)
    return replace(likeness, opposed=not likeness.opposed) if denied else likeness


_IN_OTHER_WORDS = re.compile(
    r"\b(?:rul(?:e|es|ed) out|missing|lack\w*|left out|left behind|refus\w+|without|gone|forgo\w*|exclud\w+|vanish\w*|no longer|barred|"
    r"ha(?:s|ve|d) to|must|out of (?:luck|order|scope|bounds|the question|reach|stock)|off[- ](?:limits|the table)|no-go|to (?:itself|themselves)|under wraps|(?:your|their|his|her|its|one['’]s) own|separate(?:ly)?|elsewhere)\b",
    re.IGNORECASE,
)
_ON_THE_OTHER_HAND = re.compile(r"\bbut (?:not|no|none|isn|doesn|aren|don|can)", re.IGNORECASE)


def _says_both(claim: Passage, passage: Passage) -> bool:
    """Whether a statement affirms one thing and denies another, or denies in other words what a sentence denies too."""
    if _ON_THE_OTHER_HAND.search(claim.text) or LEFT_ALONE.search(passage.text):
        return True
    return bool(_IN_OTHER_WORDS.search(claim.text)) and bool(_DENIAL.search(passage.text))


_THAN = re.compile(r"\b(?:\w{2,}er|(?:more|less) \w+) than\b", re.IGNORECASE)


_NEVER = re.compile(
    r"\b(?:will|won['’]t)\s(?:\w+\s)?(?:never|always|ever|soon)\b|\bwill (?:change|transform|kill|win|lose|fail)\b",
    re.IGNORECASE,
)
"""A forecast that no source could settle."""


_DENIAL = re.compile(
    r"\b(?:no|not|never|none|nothing|nobody|neither|nor|without|cannot|except|only|un\w+|(?:in|im|ir|il)[a-z]{2,}(?:ible|able)|non-\w+|missing|lacks?|left out|left behind|gone|dropped|removed|rul(?:e|es|ed|ing) out|"
    r"too (?:much|many|little|few|big|large|small|heavy|long|short|slow|old|weak|wide|tall|thick))\b|n['’]t\b",
    re.I,
)


_OPEN = re.compile(
    r"\b(?:leave|leaves|left|drop\w*|remov\w+|omit\w*|skip\w*|stop\w*|exclud\w+|instead|rather|promis\w+|plan\w*|expect\w*|will|soon|later|"
    r"beta|preview|follow\w*|nearly|reserved|limited|free|nothing|optional\w*|most|some|almost|hardly|roadmap|due|separate(?:ly)?|extra|elsewhere)\b",
    re.IGNORECASE,
)
"""Words that leave open whether something is there."""


_CONTRAST = re.compile(r"\b(?:rather than|instead of|not only|not just|as opposed to)\b", re.IGNORECASE)
"""Words that deny one thing and affirm another in one breath."""


_GONE = re.compile(r"\b(?:left (?:out|behind)|sold out|gone)\b", re.IGNORECASE)
"""Denials without a word that denies."""


def _denies(claim: Passage) -> bool:
    """Whether a statement says what isn't: it is refuted by a plain affirmation only, not by silence."""
    if _CONTRAST.search(claim.text) or _GONE.search(claim.text):
        return True
    turned = any(item.sign < 0 for item in claim.items) or any(claim.sign_at(name.span) < 0 for name in claim.names)
    return turned and bool(_DENIAL.search(claim.text))


def _refutes(claim: Passage, against: Likeness, evidence: Evidence) -> bool:
    """Whether a sentence that affirms what a statement denies does so without any denial, doubt or plan of its own."""
    passage = evidence.passages[against.place]
    if claim.quantities and _NO_LESS.search(claim.text):
        return False
    if not (_HELPS.search(claim.text) or _has_denied(claim, passage, evidence)):
        return False
    plain = not passage.later and not _DENIAL.search(passage.text) and not _OPEN.search(passage.text)
    return plain and against.strength >= SURELY and evidence.is_sentence(against.place)


_NO_LESS = re.compile(
    r"\b(?:no|none|nothing|nobody|never|not|cannot)\b[^,;.]{0,60}?\b(?:less|more|fewer|under|over|below|above|exceed\w*|\w{3,}er)\b(?: than)?\s[^a-z]{0,3}\d|"
    r"\b(?:no|none|nothing|nobody|never|not|cannot)\b[^,;.]{0,60}?\b(?:less|more|fewer|\w{3,}er) than\b",
    re.IGNORECASE,
)
"""What denies a bound, not a thing: ``no order costs less than €20``."""

_HELPS = re.compile(r"\bwithout\b", re.IGNORECASE)
"""What denies a thing that nobody misses, so that a statement affirms: ``without trouble``."""


def _has_denied(claim: Passage, passage: Passage, evidence: Evidence) -> bool:
    """Whether a sentence speaks of what a statement denies: of its names, and of one of its things at least."""
    if claim.text.startswith("No ") and claim.items and claim.items[0].concept not in passage.concepts:
        return False
    if _lacks_deed(claim, passage):
        return False
    ours = evidence.subject.is_ours
    names = [name for name in claim.names if name.sure and claim.sign_at(name.span) < 0 and not ours(name.key)]
    met = [any(same_name(name.key, other.key) for other in passage.names) for name in names]
    denied = [item for item in claim.items if item.sign < 0]
    things = [item.concept for item in denied if item.weight >= 1] or [item.concept for item in denied]
    here = passage.concepts | passage.name_concepts
    has_thing = not things or any(thing in here for thing in things)
    if any(met) and any(item.weight >= HALF for item in denied) and _is_subject(claim, names):
        return has_thing  # "Agnes Fell did not keep it" isn't refuted by what else is told of her
    return any(met) or (not names and has_thing)


_NOT_DONE = re.compile(r"(?:n['’]t|\b(?:not|never|cannot))\s(?:(?:yet|be|been|being|ever|\w+ly)\s)*", re.IGNORECASE)
"""What stands before the deed that a statement denies."""


def _lacks_deed(claim: Passage, passage: Passage) -> bool:
    """Whether a sentence says nothing of the deed that a statement denies: ``hasn't been audited``."""
    match = _NOT_DONE.search(claim.text)
    deed = next((each for each in claim.items if match and each.span[0] == match.end() and each.weight >= 1), None)
    return deed is not None and deed.concept not in passage.concepts | passage.name_concepts


HALF = 0.5
"""Weight from which a word tells enough to be what a statement denies of somebody."""


def _is_subject(claim: Passage, names: Sequence[Name]) -> bool:
    """Whether names stand before what denies, so that something is denied of them."""
    return bool(claim.denials) and all(name.span[1] <= claim.denials[0] for name in names)


def _nearest(found: Sequence[Likeness], evidence: Evidence) -> list[str]:
    best = max(found, key=lambda each: each.strength, default=None)
    return [evidence.passages[best.place].cite] if best and best.strength > 0.4 else []
