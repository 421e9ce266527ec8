"""Small matters of English that several floors share."""

from collections.abc import Sequence


def listed(names: Sequence[str], last: str = "and") -> str:
    """Return names as prose lists them: ``a``, ``a and b``, ``a, b and c``."""
    return "".join(names) if len(names) < 2 else f"{', '.join(names[:-1])} {last} {names[-1]}"
