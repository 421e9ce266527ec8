"""Words that exclude each other where the rest of a statement is what a sentence says: ``confidential``, ``public``."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import has_unit, said_by, units_of
from panel.evidence.names import same_name
from panel.evidence.owners import subject
from panel.evidence.passages import Passage, Span

_PAIRS = tuple(
    (re.compile(rf"\b(?:{one})\b", re.IGNORECASE), re.compile(rf"\b(?:{other})\b", re.IGNORECASE))
    for one, other in (
        (r"public|published|open to (?:all|everyone|anyone)", r"confidential|secret|under seal|kept private"),
        (
            r"welcom\w+|prais\w+|applaud\w*|commend\w*|endors\w+",
            r"criticis\w+|criticiz\w+|condemn\w*|attack\w*|object\w*|slam\w*|complain\w*",
        ),
        (
            r"flawless\w*|perfect\w*|spotless\w*|faultless\w*|without (?:a )?(?:fault|errors?|mistakes?)",
            r"garbled|faulty|broken|mangled|full of (?:errors|mistakes)|rubbish",
        ),
        (r"by hand|manual\w*|opt-?in|(?:switched|turned) on by", r"automatic\w*|by itself|on by default|opt-?out"),
        (
            r"(?:switched |turned )?on by default|enabled by default|opt-?out|on from the start",
            r"(?:switched |turned )?off (?:by default|until|unless)|disabled (?:by default|until|unless)|opt-?in",
        ),
        (
            r"unanimous\w*|without (?:dissent|opposition|a dissenting voice)|with one voice",
            r"votes? to (?:one|two|three|four|five|\d+)|(?:narrow|bare|slim) majority|dissent\w*|split (?:vote|decision)|voted against",
        ),
        (r"unencrypted|in the clear|plain ?text|clear ?text", r"encrypt\w*"),
        (r"at the same time|simultaneous\w*|at once|in parallel", r"one (?:of them )?at a time|only (?:with )?one"),
        (r"bought|buys?|acquir\w+|purchas\w+", r"borrow\w*|lent|leas\w+|rent\w*"),
        (r"glued|soldered|sealed", r"screwed|replaceable|removable|swappable|socketed"),
        (r"rejected|refused|turned down|blocked", r"approved|accepted|cleared"),
        (r"gained|gains|won over", r"lost|loses"),
        (r"nuclear\w*", r"hydro\w*|solar\w*|wind|geothermal"),
        (r"hydro\w*|solar\w*|geothermal", r"nuclear\w*|coal|gas"),
        (r"profitable|in profit|in the black", r"unprofitable|loss-making|losing money|in the red"),
        (r"volunteers?|unpaid|donations?", r"investors?|venture capital|shareholders?"),
        (r"permanent\w*|for good|forever|for ever", r"temporar\w+|limited time|trial"),
        (r"stable|finished|production-ready", r"experimental|unfinished|in beta|alpha"),
        (r"wired|cable", r"wireless\w*"),
        (r"sentenced|lost the case|convicted", r"acquitted|won the case|cleared"),
        (r"merged|joined", r"split|separated|spun off"),
        (r"moderated|curated", r"unmoderated|uncurated"),
        (r"overestimat\w+|overstat\w+|exaggerat\w+", r"underestimat\w+|understat\w+"),
        (r"increas\w+|rose|grew|grown|risen|climbed", r"decreas\w+|fell|shrank|shrunk|fallen|dropped|declined"),
    )
)
"""Words that can't both be said of one thing."""

ENOUGH = 0.5
"""Share of a statement's other telling words that a sentence must have."""


def check_antonyms(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check a statement's words against sentences that have the opposite word and most of the rest.

    Args:
        claim: The statement.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    pairs = [
        (mine, theirs)
        for one, two in _PAIRS
        for mine, theirs in ((one, two), (two, one))
        if mine.search(claim.text) and not theirs.search(claim.text)
    ]
    pairs = [(mine, theirs) for mine, theirs in pairs if not _is_denied(claim, mine)]
    if not pairs:
        return
    for place in places[:8]:
        passage = evidence.passages[place]
        if passage.later or not evidence.is_sentence(place):
            continue
        for mine, theirs in pairs:
            inside = [_with_verb(passage.text, match.span()) for match in theirs.finditer(passage.text)]
            if any(not any(start <= at < end for start, end in inside) for at in passage.denials):
                continue
            if theirs.search(passage.text) and not mine.search(passage.text):
                if _is_same(claim, passage, mine, theirs, evidence):
                    yield Finding("contradicted", claim.text, place, passage.text, fit=1.0)
                    return


def _with_verb(text: str, span: Span) -> Span:
    """Return where a word stands, with the ``is`` before it."""
    verb = _IS.search(text, 0, span[0])
    return (verb.start(), span[1]) if verb else span


_IS = re.compile(r"\b(?:is|are|was|were|stays?|remains?)\s$")


def _is_denied(claim: Passage, word: re.Pattern[str]) -> bool:
    """Whether a statement denies anything in a clause that has a word, or before it."""
    match = word.search(claim.text)
    here = claim.clause_at(match.span()) if match else 0
    return any(claim.clause_at((at, at + 1)) == here or (match and at < match.start()) for at in claim.denials)


def _is_same(
    claim: Passage, passage: Passage, mine: re.Pattern[str], theirs: re.Pattern[str], evidence: Evidence
) -> bool:
    """Whether a sentence has most of the words that a statement has beside the one of the pair, and its names."""
    at = [match.span() for match in mine.finditer(claim.text)]
    near = {claim.clause_at(span) for span in at}
    units = list(units_of(passage))
    spans = [match.span() for match in theirs.finditer(passage.text)]
    clauses = {passage.clause_at(span) for span in spans}
    here = [unit for unit in units if unit.clause in clauses]
    alone = not any(unit.strong and not any(a <= unit.span[0] < b for a, b in spans) for unit in here)
    said = said_by(units if alone else here)
    rest = [
        unit
        for unit in units_of(claim)
        if unit.strong
        and unit.clause in near
        and not any(start <= unit.span[0] < end for start, end in at)
        and not evidence.subject.is_ours(unit.key)
    ]
    met = [unit for unit in rest if has_unit(said, unit)]
    foreign = [name for name in claim.names if name.sure and not evidence.subject.is_ours(name.key)]
    if not all(any(same_name(name.key, other.key) for other in passage.names) for name in foreign):
        return False
    about = subject(passage)
    of_another = about is not None and about.sure and not evidence.subject.is_ours(about.key)
    if of_another and not any(same_name(about.key, name.key) for name in claim.names if about):
        return False
    return bool(met) and len(met) >= ENOUGH * len(rest)
