"""Numbers that belong to a name or tell a version: ``Llama 4``, ``version 3``, ``Qwen3.6-35B``."""

import re

from panel.evidence.words import words

_CALENDAR = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?$")
_NAME_BEFORE = re.compile(r"(?<![.!?:]\s)(?<!^)\b([A-Z][A-Za-z]*(?:[A-Z][a-z]*)?|v|ver\.?|version|release|build)\s$")
_VERSION_WORDS = frozenset(words("v ver version release build"))
_FAMILY = re.compile(
    r"\b(?:GPT|Llama|Gemini|Gemma|Claude|Grok|Qwen|Phi|Mistral|DeepSeek|Opus|Sonnet|Haiku|Windows|Office|iOS|"
    r"iPadOS|macOS|"
    r"Android|Python|Node|Pixel|iPhone|Galaxy|Series|Version|version|Chapter|Gen|Type|Fig\.|Figure|Table|Page|"
    r"Wi-?Fi|USB|"
    r"Bluetooth|PCIe|HTML|CSS|HTTP|Apache|CUDA|Ubuntu|Debian|Fedora|Java|PHP|Go|Rust|Ruby|Swift|Vue|React|Level|"
    r"Tier|Phase|"
    r"Day|Step|Stage|Section|Part|Article|Model|Mark|Mk)\s$"
)


_GLUED = re.compile(r"[A-Za-z][\w.+]*[-/]$")


def is_glued(text: str, start: int) -> bool:
    """Whether a number is joined to letters before it, as the 35 in ``Qwen3.6-35B``."""
    return text[start - 1 : start] in ("-", "/") and bool(_GLUED.search(text[max(0, start - 24) : start]))


def _is_plain(near: str) -> bool:
    """Whether the last word is a common one, in small letters."""
    last = near.rstrip().rpartition(" ")[2]
    return last.islower() and last.isalpha() and last not in _VERSION_WORDS


_VERSIONED = re.compile(r"\b(?:version|release|firmware|build)\s$", re.IGNORECASE)


def is_version(text: str, start: int) -> bool:
    """Whether a number says which version is meant, whatever follows: ``version 2.0 ships``."""
    return text[start - 1 : start].isspace() and bool(_VERSIONED.search(text[max(0, start - 12) : start]))


def is_named(text: str, start: int) -> bool:
    """Whether a bare number belongs to the name before it, as in ``Llama 4``, ``version 3``."""
    near = text[max(0, start - 24) : start]
    if not near[-1:].isspace() or _is_plain(near) or is_score(text[start : start + 6]):
        return False
    if _FAMILY.search(near):
        return True
    match = _NAME_BEFORE.search(near)
    return bool(match) and not _CALENDAR.match(match[1] if match else "")


_SCORE = re.compile(r"(?:2[89]|[3-9]\d)\.[1-9](?![\w%]|\.\d)")


def is_score(text: str) -> bool:
    """Whether a text begins with a number that is higher than versions go, with a tenth that is no 0: ``MMLU-Pro 58.3``.

    Args:
        text: The number, and what follows it.
    """
    return bool(_SCORE.match(text))


def version_numbers(version: str) -> tuple[int, ...]:
    """Return the numbers of a version, to be compared one by one: 3.10 is newer than 3.9.

    Args:
        version: Numbers with points between them: ``3.10``.
    """
    return tuple(map(int, version.split(".")))
