"""Did you mean …? The nearest known word to a misspelt one."""

import difflib
from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``; did you mean 'tags'?`` if a known word is near, else an empty string."""
    near = nearest(word, known)
    return f"; did you mean {near!r}?" if near else ""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is nearest to this one, if any is near; upper and lower case are the same to it."""
    by_lower = {each.lower(): each for each in sorted(known, reverse=True) if each != word}
    found = difflib.get_close_matches(word.lower(), sorted(by_lower), n=1, cutoff=0.6)
    return by_lower[found[0]] if found else None


def listed(words: Iterable[str]) -> str:
    """Return the words as a person lists them: ``a, b and c``."""
    *most, last = list(words) or ["none"]
    return f"{', '.join(most)} and {last}" if most else last
