"""Signs in what one sentence leaves to a few: ``on the iPhone only``, against another that names more."""

import re

from panel.evidence.conflicts.statements import Signs
from panel.evidence.lowered import lowered, word_set
from panel.evidence.passages import Passage
from panel.evidence.words import words

_ONLY = re.compile(
    r"\b(?:only|alone|solely|exclusive\w*|nothing but|no other|nowhere (?:else|but)|nobody (?:else|but)|restricted to|"
    r"limited to|reserved for|just)\b|\b(?:two|three|four|five|six): (?=\w)",
    re.IGNORECASE,
)
_CUES = frozenset(
    words("only alone solely nothing no nowhere nobody restricted limited reserved just two three four five six")
)
_NO_LIMIT = re.compile(
    r"\b(?:not only|only (?:just|if|when|after|once|then|from)|the only|(?<=, )alone(?=,)|just (?:under|over|as)|only \d)\b",
    re.I,
)
_NAMED = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][\w+#]*\b|\b[a-z]+[A-Z]\w*\b|\b\w*[A-Z]\w*[A-Z]\w*\b")


def exclusive(a: Passage, b: Passage, own: frozenset[str]) -> Signs:
    """Return the signs in what one of two sentences leaves to a few.

    Args:
        a: One sentence.
        b: The other.
        own: Lower-case words of the release's and its vendor's names.
    """
    ours, theirs = (_limits(each.text) for each in (a, b))
    if ours == theirs:
        return {}
    narrow, wide = (a, b) if ours else (b, a)
    few, many = _named(narrow.text, own), _named(wide.text, own)
    return {
        "one says only": 1.0,
        "only as the other says": float(_as_the_other(narrow.text, wide.text, own)),
        "more than only": float(bool(few & many) and bool(many - few or len(few & many) > 1)),
        "other than only": float(bool(few and many) and few.isdisjoint(many)),
    }


def _limits(text: str) -> bool:
    """Whether a sentence leaves anything to a few."""
    if _CUES.isdisjoint(word_set(text)) and "exclusive" not in lowered(text):
        return False
    return _ONLY.search(_NO_LIMIT.sub("", text)) is not None


_OF = re.compile(
    r"\b([A-Z]\w+)(?: \d[\w.]*)?(?: \w+)? (?:only|alone)\b|\b(?:only|just|solely|nothing but) (?:in |on |for |with )?([A-Z]\w+)"
)
"""The name to which a thing is left: ``in DOCX only``, ``only Lean``."""
_DENIED = re.compile(
    r"\b(?:no(?! (?:extra|additional|charge|cost|further))|not|never|without|lost|missing|fails?|failed|neither|lacks?|cannot|broken|garbled|ignored)\b|n['’]t\b",
    re.IGNORECASE,
)


def _as_the_other(narrow: str, wide: str, own: frozenset[str]) -> bool:
    """Whether one sentence names only what the other leaves a thing to, or says that it isn't there for something else."""
    few = {found.lower() for match in _OF.findall(narrow) for found in match if found} - own
    many = {found.lower().rstrip("s") for found in _NAMED.findall(wide)} - own
    if not few or not many:
        return False
    return many.isdisjoint(few) if _DENIED.search(wide) else many <= few


def _named(text: str, own: frozenset[str]) -> set[str]:
    """Return the names and spelt words of a sentence, in small letters."""
    return {found.lower() for found in _NAMED.findall(text)}.difference(own)
