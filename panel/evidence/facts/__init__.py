"""The facts of a release, read from its sources and checked against its front matter."""

from panel.evidence.facts.reading import read_facts

__all__ = ["read_facts"]
