"""Expressions that begin at a line's start, looked for only there."""

import re
from collections.abc import Iterator
from itertools import repeat

_BREAK = re.compile("\n")


def at_lines(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what ``finditer`` finds of an expression whose every match begins with a line and isn't empty."""
    starts = [0, *(found.end() for found in _BREAK.finditer(text))]
    end = 0
    for found in filter(None, map(pattern.match, repeat(text), starts)):
        if found.start() >= end:
            yield found
            end = found.end()
