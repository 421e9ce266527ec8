"""What an opinion points at as at something that is there: ``I'd start on the free plan`` says that there is a free plan."""

import re
from collections.abc import Iterator

from panel.evidence.grounding.opinions.subjects import VERDICT

_UNTRUE = re.compile(
    r"\b(?:if|unless|until|till|wish\w*|hope\w*|instead|should|could|might|may|another|rivals?|competitors?|other|no|not|nobody|without|lacks?|lacking|missing|want\w*|"
    r"need\w*|wait\w*|ask\w*|plan(?:s|ned)\b|promised?|soon|later|next|any)\b|n['’]t\b",
    re.IGNORECASE,
)
"""What leaves open whether a thing is there that is spoken of."""

_GIVEN = re.compile(
    r"\b(?:the|its|their)\s(?P<thing>(?:free|paid|web|native|mobile|desktop|browser|offline|open-source|self-hosted|on-premises|public|official|lifetime|student|family|annual|monthly|yearly|"
    r"Linux|Windows|Mac|macOS|Android|iOS|iPad|iPhone|command-line|REST|Python|Go|Rust|dark|headphone|USB-C|HDMI|Ethernet|SD)\s(?:[\w-]+\s)?(?:plan|tier|version|edition|app|client|"
    r"build|API|SDK|mode|trial|jack|port|slot|discount|subscription|package|layer|interface|binary))(?=$|[\s,;.:!?—](?!tier|plan|price))",
)
"""A thing that is pointed at as one points at what is there."""

_ALONE = re.compile(
    rf"(?:The|Its|Their)\s(?P<thing>(?:[\w’'/+.#-]+\s){{1,4}}?)alone\s(?:{VERDICT}|would|justified)\s",
)
"""What is enough by itself, and therefore is there."""


def implied(text: str) -> Iterator[str]:
    """Yield what a part of an opinion points at; it is no fault that no source says so, only that one says otherwise.

    Args:
        text: The part, without what joins it to another.
    """
    if found := _ALONE.match(text):
        yield f"It has {found['thing'].strip()}."
    if not _UNTRUE.search(text):
        for found in _GIVEN.finditer(text):
            yield f"There is a {found['thing']}."
