"""One statement judged against a dossier."""

import re
from collections.abc import Iterator, Sequence

from panel.domain.judgement import Judgement
from panel.domain.release import Dossier
from panel.evidence.grounding.backing import check_backing
from panel.evidence.grounding.compared.comparing import check_comparisons
from panel.evidence.grounding.compared.contrasts import check_contrasts
from panel.evidence.grounding.denied.absences import check_absences, check_superlatives
from panel.evidence.grounding.denied.antonyms import check_antonyms
from panel.evidence.grounding.denied.overclaims import check_overclaims
from panel.evidence.grounding.denied.promises import check_promises
from panel.evidence.grounding.denied.reach import held_back
from panel.evidence.grounding.denied.rebuttals import check_rebuttals
from panel.evidence.grounding.denied.refusals import check_refusals
from panel.evidence.grounding.denied.scope import check_scope
from panel.evidence.grounding.denied.shortfalls import check_shortfalls
from panel.evidence.grounding.derived.discounts import check_discounts
from panel.evidence.grounding.derived.distances import check_distances
from panel.evidence.grounding.derived.fractions import check_fractions
from panel.evidence.grounding.derived.reckoning import is_reckoned
from panel.evidence.grounding.derived.settling import LEFT_OPEN, is_worked_out, rests_on_worked_out, settled
from panel.evidence.grounding.listed.cells import check_cells, check_labels
from panel.evidence.grounding.listed.columns import check_columns
from panel.evidence.grounding.listed.segments import check_segments
from panel.evidence.grounding.listed.tiers import check_tiers
from panel.evidence.grounding.listed.tops import check_tops
from panel.evidence.grounding.misplaced.changes import check_changes
from panel.evidence.grounding.misplaced.clashes import check_clashes
from panel.evidence.grounding.misplaced.clocks import check_clocks
from panel.evidence.grounding.misplaced.counted import check_counted
from panel.evidence.grounding.misplaced.materials import check_materials
from panel.evidence.grounding.misplaced.portions import check_portions
from panel.evidence.grounding.misplaced.prices import check_prices
from panel.evidence.grounding.misplaced.slots import check_slots
from panel.evidence.grounding.misplaced.taxes import check_taxes
from panel.evidence.grounding.misplaced.terms import check_terms
from panel.evidence.grounding.numbers.figures import check_figures
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.grounding.numbers.spelled import is_soft
from panel.evidence.grounding.opinions.asides import stated
from panel.evidence.grounding.opinions.halves import halves
from panel.evidence.grounding.opinions.likely import is_hardly_opinion, reads_like_opinion
from panel.evidence.grounding.opinions.opinions import is_forecast
from panel.evidence.grounding.opinions.taste_words import is_exact
from panel.evidence.grounding.outright import Outright
from panel.evidence.grounding.people.holders import check_holders
from panel.evidence.grounding.people.posts import check_posts
from panel.evidence.grounding.people.roles import check_deeds, check_origin
from panel.evidence.grounding.people.titles import check_titles
from panel.evidence.grounding.tastes import judge_opinion
from panel.evidence.grounding.verdicts import judged, of_figure, supported
from panel.evidence.grounding.weighed.weighing import claim_signs, is_plainly_wrong, is_wrong
from panel.evidence.grounding.words.leftover import judge_words, unknown_names
from panel.evidence.grounding.words.wording import likenesses
from panel.evidence.lookup.evidence import Evidence, prepare
from panel.evidence.measures import Quantity, agree
from panel.evidence.passages import Passage
from panel.evidence.sentences import cut

LONGEST = 20_000
"""Characters of a statement that are read; nobody checks a book in one piece."""


def ground_statement(statement: str, dossier: Dossier, cites: tuple[str, ...] = ()) -> Judgement:
    """Judge one statement.

    Args:
        statement: What is said; several sentences are judged one by one.
        dossier: What it must be borne out by.
        cites: The places that are said to bear it out; they are looked into first.
    """
    evidence = prepare(dossier)
    said = [part for sentence in cut(statement[:LONGEST], "S0") for part in halves(sentence.text)]
    parts = [each for part in said for each in _judged(evidence.read(part), evidence, cites)]
    for kind in ("contradicted", "unsupported", "supported"):
        for part in parts:
            if part.kind == kind:
                return part.model_copy(update={"statement": statement})
    return Judgement(statement=statement, grounded=None, reason="Nothing in it can be checked.", kind="opinion")


def _judged(claim: Passage, evidence: Evidence, cites: Sequence[str]) -> Iterator[Judgement]:
    """Yield what a sentence comes to and, where that is an opinion, what each of its parts comes to that states something."""
    whole = judge(claim, evidence, cites)
    yield whole
    if whole.kind != "opinion":
        return
    parts = list(_stated(claim, evidence, cites))
    yield from parts or _in_spite_of_form(claim, evidence)


def _stated(claim: Passage, evidence: Evidence, cites: Sequence[str]) -> Iterator[Judgement]:
    for said in stated(claim, evidence):
        part = evidence.read(said.text)
        found = judge(part, evidence, cites)
        if found.kind == "contradicted" or (
            found.kind != "opinion" and said.outright and _wants_source(part, evidence)
        ):
            yield found


def _in_spite_of_form(claim: Passage, evidence: Evidence) -> Iterator[Judgement]:
    """Yield an alarm where a sentence is built like an opinion, but its words are those of a statement, and a wrong one."""
    outright = Outright(claim, evidence)
    if evidence.is_scant or outright.states or not is_weighed(outright):
        return
    places = evidence.candidates(claim)
    if is_plainly_wrong(claim_signs(claim, evidence, places, "opinion")):
        yield _unborne(claim, evidence, places)


def _wants_source(claim: Passage, evidence: Evidence) -> bool:
    """Whether a statement has anything that must stand in a source: a figure, a date, a licence, somebody else's name."""
    others = (name for name in claim.names if name.sure and not evidence.subject.is_ours(name.key))
    return is_exact(claim) or any(not _SORTS.fullmatch(name.text) for name in others)


_SORTS = re.compile(r"[A-Z]{2,4}s")
"""Initials that name things of a sort, and nobody: ``APIs``."""


def judge(claim: Passage, evidence: Evidence, cites: Sequence[str] = ()) -> Judgement:
    """Judge one sentence: one that reads like an opinion and has nothing exact in it isn't wrong."""
    found = _by_signs(claim, evidence, cites)
    if found.grounded is False and reads_like_opinion(claim.text) and not _wants_source(claim, evidence):
        return judged(claim, "opinion", "It reads like an opinion.")
    return found


def _by_signs(claim: Passage, evidence: Evidence, cites: Sequence[str]) -> Judgement:
    """Judge one sentence by rules, and by its signs too."""
    outright = Outright(claim, evidence)
    ruled = _ruled(outright, cites)
    if evidence.is_scant or not outright.states or outright.is_certain:
        return ruled
    places = evidence.candidates(claim)
    if ruled.kind == "opinion" and is_forecast(claim) and not _wants_source(claim, evidence):
        return ruled
    if not (found := claim_signs(claim, evidence, places, ruled.kind)):
        return ruled
    wrong = is_wrong(found, ruled=ruled.grounded is False)
    if wrong == (ruled.grounded is False):
        return ruled
    if ruled.kind == "supported" and (_has_figures(claim) or _is_compared(claim, evidence, places)):
        return ruled
    if not wrong:
        return judged(claim, "opinion", "The sources leave it open.")
    if any(is_reckoned(claim, each) and not _is_found(each, evidence, places) for each in claim.quantities):
        return ruled
    return _unborne(claim, evidence, places)


def _unborne(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Judgement:
    return judged(claim, "unsupported", "The sources don't bear all of it out.", _likest(claim, evidence, places))


def is_weighed(outright: Outright) -> bool:
    """Whether a sentence's signs count, beside what the rules say: it is no opinion, by its form or by its words, and nothing in it is certain."""
    return (outright.states or is_hardly_opinion(outright.claim.text)) and not outright.is_certain


def _has_figures(claim: Passage) -> bool:
    """Whether a statement has figures of its own, so that rules that bear it out found more than its words."""
    return any(not is_soft(each) for each in claim.quantities)


def _is_compared(claim: Passage, evidence: Evidence, places: Sequence[int]) -> bool:
    """Whether the dossier bears a comparison out with which a statement ends."""
    return any(
        each.kind == "supported" and not re.search(r"[,;]\s", each.part)
        for each in check_comparisons(claim, evidence, places)
    )


def _is_found(quantity: Quantity, evidence: Evidence, places: Sequence[int]) -> bool:
    return any(agree(quantity, other) for place in places for other in evidence.passages[place].quantities)


def _likest(claim: Passage, evidence: Evidence, places: Sequence[int]) -> list[str]:
    """Return the citation of the sentence that has most of a statement."""
    found = max(likenesses(claim, evidence, places[:6], {}), key=lambda each: each.cover, default=None)
    return [evidence.passages[found.place].cite] if found else []


def by_rules(claim: Passage, evidence: Evidence, cites: Sequence[str] = ()) -> Judgement:
    """Judge one sentence by rules alone."""
    return _ruled(Outright(claim, evidence), cites)


def _ruled(outright: Outright, cites: Sequence[str]) -> Judgement:
    return held_back(outright.claim, _checked(outright, cites), outright.evidence)


_CHECKS = (
    check_cells,
    check_columns,
    check_labels,
    check_changes,
    check_clashes,
    check_clocks,
    check_prices,
    check_slots,
    check_scope,
    check_absences,
    check_superlatives,
    check_refusals,
    check_shortfalls,
    check_rebuttals,
    check_overclaims,
    check_contrasts,
    check_antonyms,
    check_portions,
    check_tops,
    check_segments,
    check_tiers,
    check_counted,
    check_discounts,
    check_distances,
    check_backing,
    check_titles,
    check_terms,
)
"""What is asked of every statement of fact, in this order."""


def _checked(outright: Outright, cites: Sequence[str]) -> Judgement:
    claim, evidence = outright.claim, outright.evidence
    if outright.told is not None:
        return outright.told
    finding = next(check_posts(claim, evidence), None) or outright.ranked
    if finding is not None:
        return (
            supported(claim, evidence, [finding])
            if finding.kind == "supported"
            else of_figure(claim, finding, evidence)
        )
    if not outright.states:
        return judge_opinion(claim, evidence)
    return _of_fact(claim, evidence, evidence.candidates(claim, cites))


def _of_fact(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Judgement:
    """Judge a sentence that states something by all that is asked of one."""
    found_ = [settled(claim, each, evidence, places) for each in check_figures(claim, evidence, places)]
    found_ += check_fractions(claim, evidence, places)
    figures = [each for each in found_ if isinstance(each, Finding)]
    compared = list(check_comparisons(claim, evidence, places))
    figures += [*check_deeds(claim, evidence, places), *check_origin(claim, evidence), *compared]
    for check in _CHECKS:
        figures += check(claim, evidence, places)
    figures += [*check_materials(claim, evidence), *check_taxes(claim, evidence)]
    figures += [*check_holders(claim, evidence, places), *check_promises(claim, evidence)]
    figures = [each for each in figures if not is_worked_out(each, found_)]
    for kind in ("contradicted", "unsupported"):
        for finding in figures:
            if finding.kind == kind:
                if is_forecast(claim) and not _is_priced(finding, evidence):
                    return judged(claim, "opinion", "It is a forecast.")
                return of_figure(claim, finding, evidence)
    if compared and not unknown_names(claim, evidence):
        return supported(claim, evidence, figures)
    found = judge_words(claim, evidence, places, figures)
    if found.kind == "contradicted" and rests_on_worked_out(claim, found.cites, found_, evidence):
        return supported(claim, evidence, figures)
    if found.kind == "supported" and any(each is LEFT_OPEN for each in found_):
        return judged(claim, "opinion", "The sources leave it open.")
    return found


def _is_priced(finding: Finding, evidence: Evidence) -> bool:
    """Whether a sentence has another price for what is to come."""
    if finding.kind != "contradicted" or finding.place is None or finding.quantity is None:
        return False
    return finding.quantity.kind == "money" and bool(evidence.passages[finding.place].later)
