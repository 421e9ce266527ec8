"""Knowing whether a persona got better: gold, agreement, probes, significance, optimisation."""
