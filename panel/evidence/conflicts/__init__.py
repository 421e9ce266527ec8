"""Disagreements: pairs of sentences that can't both be true."""

from panel.evidence.conflicts.judging import judge_pair
from panel.evidence.conflicts.pairing import disagreements, frontmatter_disagreements

__all__ = ["disagreements", "frontmatter_disagreements", "judge_pair"]
