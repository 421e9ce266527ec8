"""What the rules alone make of a statement."""

from panel.evidence.grounding.judging import by_rules
from panel.evidence.lookup.evidence import prepare


def ruled(statement, dossier):
    """Whether the rules find a statement borne out: a weighing of its other signs may take an alarm of theirs back."""
    evidence = prepare(dossier)
    return by_rules(evidence.read(statement), evidence).grounded
