"""What a sentence gives as a reason, or is glad of: ``Since Slack is covered on Standard, I'd pay for no more``."""

import re

_PREPOSED = re.compile(
    r"^\W*(?:Since|Because|Given that|Now that|Seeing that|Considering(?: that)?)\s(?P<said>(?!(?:I|we|you|my|our|when|then|launch|release)\b)[^,;:!?—]+),\s",
    re.IGNORECASE,
)
"""A reason that comes first."""

_REASON = re.compile(r"^\W*(?:because|since|now that|given that|seeing that|considering(?: that)?)\s", re.IGNORECASE)
"""What opens a reason that comes behind."""

_POINTS = re.compile(
    r"(?:this|that|these|those|they|it|what|who|I|we|you|one|some|many|most|nobody|everyone)\b", re.IGNORECASE
)
"""How a reason begins that points at something, or says what people do."""

_GLAD = re.compile(
    r"^\W*(?:so|and|but|yet|though|although|because|since|while)?\s?(?:I|we)(?:['’]m| am| was|['’]ve been| were| are)?\s(?:(?:really|quite|rather|just|so|very|also|all the more|especially)\s)*"
    r"(?:like|love|liked|loved|appreciate|appreciated|glad|happy|pleased|sorry|sad|annoyed|disappointed|impressed|relieved|surprised|thrilled|delighted|grateful)\s"
    r"(?:to (?:see|read|hear|learn|find)\s)?that\s",
    re.IGNORECASE,
)
"""What a liking opens with that stands inside a sentence."""

_OWN = re.compile(
    r"\s(?:for (?:the|those) \w+(?: when| that)?|when|whenever|where|wherever|while|before|after|that|until)\s(?=I\b|we\b|my\b)[^,;]*$"
)
"""What the speaker adds of himself at the end of a part."""


def preposed(text: str) -> str | None:
    """Return the reason with which a sentence opens, if it opens with one."""
    found = _PREPOSED.match(text)
    return found["said"] if found else None


def reason(part: str) -> str | None:
    """Return what a part of a sentence gives as a reason, if that says by itself what it is about: ``because search works``."""
    found = _REASON.match(part)
    return part[found.end() :] if found and not _POINTS.match(part[found.end() :]) else None


def liked(part: str) -> str | None:
    """Return what the speaker of a part of a sentence likes, if he says so: ``so I was glad that it runs on Linux``."""
    found = _GLAD.match(part)
    return part[found.end() :] if found else None


def unowned(part: str) -> str:
    """Return a part of a sentence without what its speaker adds of himself: ``for the days I'm away``."""
    return _OWN.sub("", part)


_PRAISE = (
    "beautiful(?:ly)?|wonderful(?:ly)?|glorious(?:ly)?|delightful(?:ly)?|charming(?:ly)?|happily|nice(?:ly)?|brilliant(?:ly)?|flawless(?:ly)?|perfect(?:ly)?|superb(?:ly)?|"
    "surprisingly|remarkabl[ey]|reassuring(?:ly)?|annoying(?:ly)?|frustrating(?:ly)?|disappointing(?:ly)?|pleasant(?:ly)?|maddening(?:ly)?|generous(?:ly)?|cheerfully|"
    "sensibl[ey]|wisely|clever(?:ly)?|quietly|mercifully|refreshing(?:ly)?|oddly|incredibl[ey]|impressive(?:ly)?|lovely|great|good|honest|decent|elegant(?:ly)?|gorgeous(?:ly)?|"
    "splendid(?:ly)?|excellent|fantastic|awful(?:ly)?|terribl[ey]|ugly|clunky|thoughtful(?:ly)?|welcome|handsome(?:ly)?|solid"
)
_PRAISED = re.compile(
    r"\b(?P<has>(?:has|have|had|offers?|includes?|comes? with|ships? with|adds?|gets?|got|provides?|supports?|there(?:['’]s|\sis|\sare)|keeps?|runs?|works?|reads?|syncs?|plays?|pairs?|exports?|"
    r"imports?|handles?|lasts?|opens?|talks?|speaks?|understands?|stays?|scored?|lets you)(?:\s(?:an?|the|its|some))?)\s(?:(?:really|very|so|quite|rather)\s)?"
    rf"(?:{_PRAISE})(?:\sand\s(?:{_PRAISE}))?(?:,\s)?(?=\s\w)",
    re.IGNORECASE,
)
"""A word of praise or scorn that leaves a statement when it is taken out: ``has a lovely Linux app``, ``runs beautifully on Linux``."""


def unpraised(part: str) -> str:
    """Return a part of a sentence without words of praise beside what it says that a thing has or does."""
    return _PRAISED.sub(lambda found: found["has"], part)
