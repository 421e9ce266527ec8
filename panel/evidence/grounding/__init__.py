"""Is it so? Statements and ballots checked against the dossier, by rules alone."""

from panel.evidence.grounding.judging import ground_statement

__all__ = ["ground_statement"]
