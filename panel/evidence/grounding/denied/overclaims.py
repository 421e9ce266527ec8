"""What a statement says of all and a source of some: ``whichever plan`` against ``on the Large plan``, a part's licence."""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.licences import same_licence
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import COMPONENTS, has_unit, units_of
from panel.evidence.measures import agree
from panel.evidence.passages import Passage
from panel.evidence.stems import stem

_ALL = re.compile(
    r"\b(?:every|everyone|everybody|everything|anyone|anybody|whichever|no matter (?:which|what)|whole|entire|throughout|alike|"
    r"all (?:the |of |its |their |three |four |five )?(?:plans|tiers|users|customers|editions|bundles|models|versions|countries)|any (?:plan|tier|user|customer)|"
    r"as well|including(?!\s(?:all\s)?(?:VAT|GST|(?:sales )?tax(?:es)?|duty|shipping|postage|delivery|fees)\b)|likewise|both(?! [^,;.]{1,40} and ))\b",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:[Oo]nly|[Ee]xcept(?: for)?|[Aa]part from|[Oo]ther than|[Uu]nlike|[Bb]locked|"
    r"[Oo]n (?:the )?[A-Z]\w+(?: (?:and|or) (?:the )?[A-Z]\w+)?(?: plans?| tiers?|,|\.|$)|"
    r"(?:[Hh]as|[Hh]ave|[Gg]ets?) none|(?:optional|compulsory|mandatory|required) for|"
    r"[Ww]ith (?:the )?[A-Z]\w+ (?:plan|tier))(?=\W|$)|, on the "
)
"""What limits a thing to some."""

_WHOLE = re.compile(
    r"\b(?:every line|whole|entire\w*|everything|all of (?:it|its)|(?:server|client|hardware|firmware) included)\b",
    re.I,
)
_EXCEPT = re.compile(
    r"\b(?:apart from|except|other than|unlike|but not|isn['’]t|is not|aren['’]t|are not)\b", re.IGNORECASE
)


_COMPOUND = re.compile(
    r"\b(?:clients?|servers?|agents?|runners?|desktop|mobile|web|firmware|core|plugins?)\s$", re.IGNORECASE
)
"""A part that names what it is a kind of too: ``the client apps``."""

_APART = re.compile(r"\b(?:while|whereas|whilst|but)\b", re.IGNORECASE)
"""What a statement about another part begins with."""


def check_overclaims(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check what a statement says of all against sentences that limit it.

    Args:
        claim: The statement; one that denies is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    place = _limited_at(claim, evidence, places)
    if place is None and claim.licences:
        place = _other_part_at(claim, evidence)
    if place is not None:
        yield Finding("contradicted", claim.text, place, evidence.passages[place].text, fit=1.0)


def _limited_at(claim: Passage, evidence: Evidence, places: Sequence[int]) -> int | None:
    """Return the place of a sentence that limits what a statement says of all."""
    if not _ALL.search(claim.text) or _SOME.search(claim.text) or any(item.sign < 0 for item in claim.items):
        return None
    for place in places[:6]:
        passage = evidence.passages[place]
        limit = _SOME.search(passage.text)
        if not limit or _ALL.search(passage.text) or passage.text.rstrip().endswith("?"):
            continue
        if limit.start() > 0 and _is_about(claim, passage, evidence):
            return place
    return None


def _is_about(claim: Passage, passage: Passage, evidence: Evidence) -> bool:
    """Whether a sentence has most of what a statement says before its ``all``, and no other product's name."""
    said = evidence.said(evidence.at[passage.cite])
    said |= frozenset(stem(word) for quantity in passage.quantities for word in quantity.text.split())
    match = _ALL.search(claim.text)
    far = claim.clause_at(match.span()) if match and match.start() > 12 and match.end() < len(claim.text) - 8 else 0
    far = far or -1  # the clause of the "all" is left out where it only follows
    mine = [unit for unit in evidence.parts(claim) if unit.strong and unit.clause != far]
    met = [unit for unit in mine if has_unit(said, unit)]
    weak = [unit for unit in units_of(claim) if not unit.strong and unit.clause != far and has_unit(said, unit)]
    same = any(agree(one, two) for one, two in product(claim.quantities, passage.quantities))
    return len(met) + same + 0.5 * len(weak) >= PLENTY and len(met) >= 0.4 * len(mine)


PLENTY = 1.5
"""Telling words, figures and half the others that a sentence must share to be about the same."""


def _other_part_at(claim: Passage, evidence: Evidence) -> int | None:
    """Return the place of a sentence that gives a licence to another part than a statement does, or not to all."""
    licensed = claim.licences[0].span
    here = claim.clause_at(licensed)
    apart = [match.start() for match in _APART.finditer(claim.text) if match.start() >= licensed[1]]
    mine = {
        each
        for each, clause, span in zip(claim.line.stems, claim.clauses, claim.line.spans, strict=True)
        if each in COMPONENTS
        and clause == here
        and span[0] < min(apart, default=len(claim.text))
        and not licensed[0] <= span[0] < licensed[1]
        and not _COMPOUND.search(claim.text[: span[0]])
    }
    whole = bool(_WHOLE.search(claim.text))
    if not (mine or whole) or len(claim.licences) > 1:
        return None
    licence = claim.licences[0]
    found: int | None = None
    for place, passage in enumerate(evidence.passages):
        alike = [each for each in passage.licences if same_licence(licence.name, each.name)]
        if not alike:
            continue
        theirs = {each for each in passage.line.stems if each in COMPONENTS}
        excepted = {
            each
            for match in _EXCEPT.finditer(passage.text)
            for each, span in zip(passage.line.stems, passage.line.spans, strict=True)
            if each in COMPONENTS and span[0] >= _reach(passage.text, match)
        }
        if (mine and not whole and mine <= theirs - excepted) or (
            not theirs and not (whole and _EXCEPT.search(passage.text))
        ):
            return None
        found = place if found is None else found
    return found


def _reach(text: str, match: re.Match[str]) -> int:
    """Return from where on what an exception is made of stands: behind it, or right before it in the same breath."""
    if match.group().lower() in ("apart from", "except", "unlike"):
        return match.start()
    return max(match.start() - 30, text.rfind(",", 0, match.start()))
