"""The static site of published verdicts."""
