"""Disagreements: pairs of sentences that can't both be true."""

from panel.evidence.conflicts.judging import judge_pair

__all__ = ["judge_pair"]
