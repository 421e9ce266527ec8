"""Sweeping denials: ``no benchmarks were disclosed`` is refuted by a single benchmark that was."""

import re
from collections.abc import Iterator

from panel.domain.judgement import Judgement
from panel.evidence.lookup.belonging import ours_at
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.passages import Passage

_NO_BENCHMARKS = re.compile(
    r"\b(?:no|without(?: any)?|not any|zero)\s(?:public |published |official |independent |single )?(?:benchmarks?|evals?|scores?|test results?|"
    r"performance (?:data|numbers|figures))\b|\bbenchmarks?(?: \w+)? (?:were|was|are|have been|has been)(?:n['’]t| not| never) "
    r"(?:disclosed|published|released|shared|given)|\b(?:did|does|has|have)(?:n['’]t| not) (?:disclosed?|publish(?:ed)?|shared?|released?) (?:any )?"
    r"(?:benchmarks?|scores?)",
    re.IGNORECASE,
)
_NO_PARAMETERS = re.compile(
    r"\b(?:parameter count|number of parameters|model size|parameters?)\b[^.]{0,30}\b(?:un(?:known|disclosed|published)|(?:not|never|n['’]t) (?:been )?"
    r"(?:disclosed|published|known|revealed))|\b(?:not|n['’]t|never) (?:disclosed?|publish(?:ed)?|reveal(?:ed)?|sa(?:y|id))[^.]{0,24}\bparameters?\b",
    re.IGNORECASE,
)
_BENCHMARK = re.compile(
    r"\b(?:scor\w+|benchmark\w*|index|bench|eval\w*|exam|ranks?|ranking|mmlu|gpqa|swe-bench|humaneval|aime)\b",
    re.IGNORECASE,
)


def check_denial(claim: Passage, evidence: Evidence) -> Judgement | None:
    """Judge a sweeping denial; None where a statement is none, or nothing refutes it."""
    if _NO_BENCHMARKS.search(claim.text):
        refuting = next(_benchmarks(evidence), None)
    elif _NO_PARAMETERS.search(claim.text):
        refuting = next(_parameters(evidence), None)
    else:
        return None
    if refuting is None:
        return None
    passage = evidence.passages[refuting]
    reason = f"{passage.cite} refutes it: {passage.text[:160]}"
    return Judgement(statement=claim.text, grounded=False, reason=reason, cites=(passage.cite,), kind="contradicted")


def _benchmarks(evidence: Evidence) -> Iterator[int]:
    """Yield the places where a benchmark result of the release stands."""
    for place, passage in enumerate(evidence.passages):
        if not _BENCHMARK.search(passage.text):
            continue
        for quantity in passage.quantities:
            if quantity.kind in ("number", "percent") and ours_at(evidence, place, quantity.span):
                yield place


def _parameters(evidence: Evidence) -> Iterator[int]:
    """Yield the places where the number of the release's parameters stands."""
    for place, passage in enumerate(evidence.passages):
        for quantity in passage.quantities:
            if quantity.unit == "parameter" and ours_at(evidence, place, quantity.span):
                yield place
