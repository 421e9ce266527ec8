"""Disagreements: pairs of sentences that can't both be true."""

from panel.evidence.conflicts.given_pairs import judge_pair
from panel.evidence.conflicts.pairing import disagreements

__all__ = ["disagreements", "judge_pair"]
