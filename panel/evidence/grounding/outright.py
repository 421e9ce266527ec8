"""What settles a sentence before its words and figures are weighed, each part of it asked for once."""

from itertools import chain

from panel.domain.judgement import Judgement
from panel.evidence.grounding.compared.standings import check_standings
from panel.evidence.grounding.compared.versus import check_versus
from panel.evidence.grounding.denied.denials import check_denial
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.grounding.opinions.opinions import is_fragment, is_opinion
from panel.evidence.grounding.people.quotations import check_quotation
from panel.evidence.grounding.people.titles import check_titles
from panel.evidence.grounding.sheet_lines import stands_at
from panel.evidence.grounding.verdicts import judged
from panel.evidence.lazily import lazily
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.passages import Passage


class Outright:
    """A sentence and what may settle it outright.

    Args:
        claim: The sentence.
        evidence: The dossier.
    """

    def __init__(self, claim: Passage, evidence: Evidence) -> None:
        self.claim = claim
        self.evidence = evidence

    @lazily
    def told(self) -> Judgement | None:
        """What a sweeping denial, the very words of a source, a line of one or a quotation makes of it."""
        claim, evidence = self.claim, self.evidence
        if (denial := check_denial(claim, evidence)) is not None:
            return denial
        if (place := evidence.verbatim(claim.text)) is not None:
            return judged(claim, "supported", "A source says so word for word.", [evidence.passages[place].cite])
        if (place := stands_at(claim, evidence)) is not None:
            return judged(claim, "supported", "A line of a source says so.", [evidence.passages[place].cite])
        return check_quotation(claim, evidence)

    @lazily
    def ranked(self) -> Finding | None:
        """What is found of a rank in it, or of which of two has more."""
        return next(chain(check_standings(self.claim, self.evidence), check_versus(self.claim, self.evidence)), None)

    @lazily
    def states(self) -> bool:
        """Whether it states something, and is neither an opinion nor a fragment."""
        return not (is_opinion(self.claim) or is_fragment(self.claim))

    @property
    def is_certain(self) -> bool:
        """Whether a judgement of it rests on words that were quoted or stand in a source, a sweeping denial, who somebody is, a rank, or which of two has more."""
        if self.told is not None or self.ranked is not None:
            return True
        return any(True for _ in check_titles(self.claim, self.evidence, ()))
