"""One statement judged against a dossier."""

import re
from collections.abc import Sequence

from panel.domain.judgement import Judgement, JudgementKind
from panel.domain.release import Dossier
from panel.evidence.grounding.absences import check_absences, check_superlatives
from panel.evidence.grounding.antonyms import check_antonyms
from panel.evidence.grounding.cells import check_cells, check_labels
from panel.evidence.grounding.comparing import check_comparisons
from panel.evidence.grounding.contrasts import check_contrasts
from panel.evidence.grounding.denials import check_denial
from panel.evidence.grounding.differences import derived_at
from panel.evidence.grounding.evidence import Evidence, prepare
from panel.evidence.grounding.excuses import is_excused, is_share
from panel.evidence.grounding.familiar import is_familiar
from panel.evidence.grounding.figures import Finding, check_figures
from panel.evidence.grounding.holders import check_holders
from panel.evidence.grounding.opinions import is_forecast, is_fragment, is_guess, is_opinion, is_reported
from panel.evidence.grounding.overclaims import check_overclaims
from panel.evidence.grounding.promises import check_promises
from panel.evidence.grounding.quotations import check_quotation
from panel.evidence.grounding.rebuttals import check_rebuttals
from panel.evidence.grounding.refusals import check_refusals
from panel.evidence.grounding.roles import check_deeds, check_origin
from panel.evidence.grounding.scope import check_scope
from panel.evidence.grounding.slots import check_slots
from panel.evidence.grounding.unheard import is_unheard_of
from panel.evidence.grounding.weighing import claim_signs, is_freely_worded, is_wrong
from panel.evidence.grounding.wording import HELD, Likeness, likenesses
from panel.evidence.measures import agree
from panel.evidence.passages import Passage
from panel.evidence.peoples import is_people
from panel.evidence.sentences import cut

LONGEST = 20_000
"""Characters of a statement that are read; nobody checks a book in one piece."""

_REGRET = re.compile(r"(?:Sadly|Luckily|Thankfully|Unfortunately|Regrettably|Happily),\s")
"""What opens a statement of fact with a feeling about it."""

_HARD = frozenset({"money", "percent", "bytes"})
"""Kinds of figures that are facts even in an opinion."""

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


def ground_statement(statement: str, dossier: Dossier, cites: tuple[str, ...] = ()) -> Judgement:
    """Judge one statement.

    Args:
        statement: What is said; several sentences are judged one by one.
        dossier: What it must be borne out by.
        cites: The places that are said to bear it out; they are looked into first.
    """
    evidence = prepare(dossier)
    said = [part for sentence in cut(statement[:LONGEST], "S0") for part in _halves(sentence.text)]
    parts = [judge(evidence.read(part), evidence, cites) for part in said]
    for kind in ("contradicted", "unsupported", "supported"):
        for part in parts:
            if part.kind == kind:
                return part.model_copy(update={"statement": statement})
    return Judgement(statement=statement, grounded=None, reason="Nothing in it can be checked.", kind="opinion")


def _halves(text: str) -> list[str]:
    """Return the two parts of a sentence that a semicolon keeps apart, if one of them denies something and one doesn't."""
    parts = [part.strip() for part in text.split("; ") if part.strip()]
    apart = len(parts) == 2 and not _QUOTES.search(text) and len({bool(_DENIES.search(part)) for part in parts}) == 2
    return parts if apart else [text]


_QUOTES = re.compile('[“”"«»„]')
_DENIES = re.compile(r"\b(?:no|not|never|none|without|cannot|closed|proprietary)\b|n['’]t\b", re.IGNORECASE)


def judge(claim: Passage, evidence: Evidence, cites: Sequence[str] = ()) -> Judgement:
    """Judge one sentence: by rules, and a freely worded one by its signs too."""
    ruled = by_rules(claim, evidence, cites)
    if not is_freely_worded(claim) or is_opinion(claim) or is_fragment(claim) or _is_certain(claim, evidence):
        return ruled
    places = evidence.candidates(claim)
    wrong = is_wrong(claim_signs(claim, evidence, places), ruled=ruled.grounded is False)
    if wrong == (ruled.grounded is False):
        return ruled
    if not wrong:
        return _judged(claim, "opinion", "The sources leave it open.")
    return _judged(claim, "unsupported", "The sources don't bear all of it out.", _likest(claim, evidence, places))


def _is_certain(claim: Passage, evidence: Evidence) -> bool:
    """Whether a judgement rests on words that were quoted or stand in a source, or a sweeping denial."""
    quoted = check_quotation(claim, evidence) is not None or check_denial(claim, evidence) is not None
    return quoted or evidence.verbatim(claim.text) is not None


def _likest(claim: Passage, evidence: Evidence, places: Sequence[int]) -> list[str]:
    """Return the citation of the sentence that has most of a statement."""
    found = max(likenesses(claim, evidence, places[:6], {}), key=lambda each: each.cover, default=None)
    return [evidence.passages[found.place].cite] if found else []


def by_rules(claim: Passage, evidence: Evidence, cites: Sequence[str] = ()) -> Judgement:
    """Judge one sentence by rules alone."""
    if (denial := check_denial(claim, evidence)) is not None:
        return denial
    if (place := evidence.verbatim(claim.text)) is not None:
        return _judged(claim, "supported", "A source says so word for word.", [evidence.passages[place].cite])
    quoted = check_quotation(claim, evidence)
    if quoted is not None:
        return quoted
    if is_opinion(claim) or is_fragment(claim):
        return _judge_opinion(claim, evidence)
    places = evidence.candidates(claim, cites)
    checked = [_derived(claim, each, evidence, places) for each in check_figures(claim, evidence, places)]
    figures = [
        each for each in checked if not _is_reckoned(claim, each) and not _is_excused(claim, each, evidence, places)
    ]
    compared = list(check_comparisons(claim, evidence, places))
    figures += [*check_deeds(claim, evidence, places), *check_origin(claim, evidence), *compared]
    for check in (
        check_cells,
        check_labels,
        check_slots,
        check_scope,
        check_absences,
        check_superlatives,
        check_refusals,
        check_rebuttals,
        check_overclaims,
        check_contrasts,
        check_antonyms,
    ):
        figures += check(claim, evidence, places)
    figures += [*check_holders(claim, evidence, places), *check_promises(claim, evidence)]
    for kind in ("contradicted", "unsupported"):
        for finding in figures:
            if finding.kind == kind:
                if is_forecast(claim):
                    return _judged(claim, "opinion", "It is a forecast.")
                return _of_figure(claim, finding, evidence)
    if compared and not _unknown_names(claim, evidence):
        return _supported(claim, evidence, figures)
    return _judge_words(claim, evidence, places, figures)


def _judge_opinion(claim: Passage, evidence: Evidence) -> Judgement:
    """Judge a sentence that is an opinion: only a price, share or size in it that no source has at all is wrong."""
    if not is_guess(claim):
        for quantity in claim.quantities:
            if (
                quantity.kind in _HARD
                and any(c.isdigit() for c in quantity.text)
                and not any(agree(quantity, other) for passage in evidence.passages for other in passage.quantities)
                and not (quantity.kind == "percent" and is_share(quantity, evidence, evidence.candidates(claim)))
            ):
                said = f"No source has {quantity.text.strip(' .,')!r}."
                return _judged(claim, "unsupported", said)
    if not is_guess(claim) or _REGRET.match(claim.text):
        places = evidence.candidates(claim)
        for check in (check_refusals, check_rebuttals, check_overclaims):
            for finding in check(claim, evidence, places):
                return _of_figure(claim, finding, evidence)
    return _judged(claim, "opinion", "It is an opinion, advice or a question.")


def _derived(claim: Passage, finding: Finding, evidence: Evidence, places: Sequence[int]) -> Finding:
    """Return a finding, turned into support where the number follows from two others."""
    if finding.kind == "supported" or not finding.quantity:
        return finding
    place = derived_at(claim, finding.quantity, evidence, places)
    return finding if place is None else Finding("supported", finding.part, place, fit=1.0)


def _is_excused(claim: Passage, finding: Finding, evidence: Evidence, places: Sequence[int]) -> bool:
    return finding.kind != "supported" and is_excused(claim, finding, evidence, places)


_GAINED = re.compile(r"\b(?:(?:sav(?:es?|ed|ing)|shaved)\s(?:\w+\s){0,2}|added\s)$", re.IGNORECASE)
_APART = re.compile(
    r"\s(?:\w+\s)?(?:short of|behind|ahead of|apart|(?:more|less|fewer|longer|shorter) than|dearer|cheaper|lighter|heavier)\b",
    re.IGNORECASE,
)


def _is_reckoned(claim: Passage, finding: Finding) -> bool:
    """Whether a figure that isn't found says how far two others are apart: it may follow from more than is read here."""
    if finding.kind == "supported" or finding.quantity is None:
        return False
    start, end = finding.quantity.span
    return bool(_GAINED.search(claim.text[:start]) or _APART.match(claim.text[end:]))


def _unknown_names(claim: Passage, evidence: Evidence) -> list[str]:
    """Return the names in a statement that no source has."""
    ours = evidence.subject.is_ours
    names = (name for name in claim.names if name.sure and not ours(name.key) and not is_people(name.text))
    return [name.text for name in names if not is_familiar(name, evidence)]


def _judge_words(claim: Passage, evidence: Evidence, places: Sequence[int], figures: Sequence[Finding]) -> Judgement:
    """Judge what is left when every figure is found: the words and whether they are affirmed or denied."""
    if (unknown := _unknown_names(claim, evidence)) and not _denies(claim):
        return _judged(claim, "unsupported", f"No source mentions {unknown[0]!r}.")
    spans = {finding.place: finding.span for finding in figures if finding.place is not None and finding.span}
    found = list(likenesses(claim, evidence, places[:14], spans))
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
        return _supported(claim, evidence, figures, best.place)
    if not deciding and _COMPARATIVE.search(claim.text):
        return _judged(claim, "opinion", "What it compares with what isn't said.")
    if not deciding and _THAN.search(claim.text):
        return _judged(claim, "opinion", "What it compares can't be worked out.")
    if _NEVER.search(claim.text):
        return _judged(claim, "opinion", "It is a forecast.")
    if worst and (_refutes(worst, evidence) if denying else worst.strength >= PLAINLY):
        passage = evidence.passages[worst.place]
        return _judged(claim, "contradicted", f"{passage.cite} says otherwise: {_short(passage)}", [passage.cite])
    if deciding:
        return _supported(claim, evidence, figures)
    if is_forecast(claim):
        return _judged(claim, "opinion", "It is a forecast.")
    if not denying and is_reported(claim, evidence) and is_unheard_of(claim, evidence, found):
        return _judged(claim, "unsupported", "No source says this.", _nearest(found, evidence))
    return _judged(claim, "opinion", "The sources leave it open.")


_THAN = re.compile(r"\b(?:\w{2,}er|(?:more|less) \w+) than\b", re.IGNORECASE)
_NEVER = re.compile(
    r"\b(?:will|won['’]t)\s(?:\w+\s)?(?:never|always|ever|soon)\b|\bwill (?:change|transform|kill|win|lose|fail)\b",
    re.IGNORECASE,
)
"""A forecast that no source could settle."""

_DENIAL = re.compile(
    r"\b(?:no|not|never|none|nothing|nobody|neither|nor|without|cannot|except|only|un\w+|missing|lacks?|left out|left behind|gone|dropped|removed)\b|n['’]t\b",
    re.I,
)


_OPEN = re.compile(
    r"\b(?:leave|leaves|left|drop\w*|remov\w+|omit\w*|skip\w*|stop\w*|exclud\w+|instead|rather|promis\w+|plan\w*|expect\w*|will|soon|later|"
    r"beta|preview|follow\w*|nearly|reserved|limited|free|nothing|optional\w*|most|some|almost|hardly|roadmap|due)\b",
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


def _refutes(against: Likeness, evidence: Evidence) -> bool:
    """Whether a sentence that affirms what a statement denies does so without any denial, doubt or plan of its own."""
    passage = evidence.passages[against.place]
    plain = not passage.later and not _DENIAL.search(passage.text) and not _OPEN.search(passage.text)
    return plain and against.strength >= SURELY and evidence.is_sentence(against.place)


def _supported(claim: Passage, evidence: Evidence, figures: Sequence[Finding], place: int | None = None) -> Judgement:
    places = {finding.place for finding in figures if finding.place is not None} | ({place} - {None})
    cites = [evidence.passages[each].cite for each in sorted(each for each in places if each is not None)]
    return _judged(
        claim, "supported", f"{' and '.join(cites[:2])} says so." if len(cites) == 1 else "The dossier says so.", cites
    )


def _nearest(found: Sequence[Likeness], evidence: Evidence) -> list[str]:
    best = max(found, key=lambda each: each.strength, default=None)
    return [evidence.passages[best.place].cite] if best and best.strength > 0.4 else []


def _of_figure(claim: Passage, finding: Finding, evidence: Evidence) -> Judgement:
    if finding.kind == "unsupported" or finding.place is None:
        return _judged(claim, "unsupported", f"{finding.part!r} isn't found for this in any source.")
    passage, cite = evidence.passages[finding.place], evidence.passages[finding.place].cite
    if finding.part == claim.text:
        return _judged(claim, "contradicted", f"{cite} says otherwise: {_short(passage)}", [cite])
    return _judged(claim, "contradicted", f"It says {finding.part!r}; {cite} says {finding.said!r}.", [cite])


def _short(passage: Passage) -> str:
    return passage.text if len(passage.text) < 160 else f"{passage.text[:157]}…"


def _judged(claim: Passage, kind: JudgementKind, reason: str, cites: Sequence[str] = ()) -> Judgement:
    grounded = {"supported": True, "opinion": None}.get(kind, False)
    return Judgement(statement=claim.text, grounded=grounded, reason=reason, cites=tuple(cites), kind=kind)
