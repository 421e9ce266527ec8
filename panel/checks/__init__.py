"""Releases, statements and pairs checked against their sources, as ``shipskip check`` asks for it."""
