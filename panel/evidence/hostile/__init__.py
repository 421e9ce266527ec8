"""Hostile pages: what in a source is written for its reviewers rather than about the release."""

from panel.evidence.hostile.findings import hostile_findings

__all__ = ["hostile_findings"]
