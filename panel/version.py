"""The version, in one place: packaging, records and ``--version`` read it here."""

__version__ = "0.1.0"
