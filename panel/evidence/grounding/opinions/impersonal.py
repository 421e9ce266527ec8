"""What a reviewer tells of himself, told of anybody: ``ten databases cost me €240`` says what ten databases cost."""

import re

_ME = re.compile(
    r"\b(?P<verb>costs?|charge[sd]?|gives?|gave|lets?|sav(?:es?|ed)|takes?|took|sends?|sent|asks?|asked|makes?|made|allow(?:s|ed)?|"
    r"forc(?:es?|ed)|shows?|showed|tells?|told|gets?|got|offer(?:s|ed)?|leaves?|left|sets?|warn(?:s|ed)?|need(?:s|ed)?|want(?:s|ed)?|bills?|billed)\sme\b"
)
_MY = re.compile(
    r"(?<!\bin )(?<!\bto )(?<!\bby )\b(?P<my>[Mm])y\s(?!(?:kind|sort|type|vote|verdict|favou?rite|guess|bet|view|opinion|take|hope|hopes|fear|worry|"
    r"problem|issue|gripe|complaint|answer|advice|mind|money|taste|liking|point|pick|choice|heart|concern|thanks|reading|sense|only|one|first|biggest|main)\b)"
)
_I = re.compile(
    r"(?:(?P<when>\b(?:when|once|as soon as|before|after|until|whenever|where|if|what|whatever|anything|everything|every time|folder|file|files|data|page|pages|"
    r"notes|wherever|as long as)\s)I\s(?!(?:would|could|should|might|think|love|hate|hope|wish|doubt|believe|trust|fear)\b)|"
    r"\bI\s(?=(?:can|may|must|cannot|have to|need to|get|got|pay|paid|don['’]t (?:have|need) to)\s))(?!can live|can see|can['’]t)"
)


def impersonal(text: str) -> str:
    """Return a sentence with ``you`` for its speaker where he tells what anybody meets; his tastes stay his.

    Args:
        text: The sentence.
    """
    text = _ME.sub(lambda found: f"{found['verb']} you", text)
    text = _MY.sub(lambda found: "Your " if found["my"] == "M" else "your ", text)
    return _I.sub(lambda found: f"{found['when']}you " if found["when"] else _you(found), text)


def _you(found: re.Match[str]) -> str:
    return "You " if found.start() == 0 else "you "
