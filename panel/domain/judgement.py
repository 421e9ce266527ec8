"""Whether a statement is borne out by a dossier."""

from typing import Literal

from panel.domain.noun import Noun

JudgementKind = Literal["supported", "contradicted", "unsupported", "opinion"]


class Judgement(Noun):
    """What checking one statement against a dossier came to."""

    statement: str
    """The words that were checked."""
    grounded: bool | None
    """True where every checkable part was found, False where one wasn't; None where nothing can be checked."""
    reason: str
    """One sentence that says why."""
    cites: tuple[str, ...] = ()
    """The sentences that bear it out or contradict it."""
    kind: JudgementKind
    """``supported``, ``contradicted``, ``unsupported``, or ``opinion`` where nothing can be checked."""
    by: str = "rules"
    """Who judged it: ``rules``, or a model."""
