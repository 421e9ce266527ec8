"""The command line: one verb, one file, loaded when it is called."""

from panel.cli.root import main

__all__ = ["main"]
