"""The sentence that stands beside every percentage: who really voted."""

from collections.abc import Iterable

from panel.domain.wording import listed


def disclose(models: Iterable[str]) -> str:
    """Return the sentence that says who really voted."""
    names = list(dict.fromkeys(models))
    asked = [name for name in names if name != "builtin"]
    start = "Simulated panel: the reviewers are written personas, and no person voted."
    if not asked:
        return f"{start} No language model was asked; the builtin reviewer read the sources by rules."
    spoke = f"{start} {listed(asked)} wrote their ballots."
    return f"{spoke} The builtin reviewer read the rest by rules." if len(asked) < len(names) else spoke
