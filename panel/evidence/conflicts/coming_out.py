"""Signs that the dates of two sentences both tell when a release came out, in whatever words."""

import re

from panel.evidence.conflicts.statements import Signs
from panel.evidence.words import words

_OUT = re.compile(
    r"\b(?:availab\w+|on sale|sales (?:in [\w, ]+ )?(?:starts?|started|begins?|began)|in (?:the )?(?:stores|shops)|launch\w*|releas(?:e|es|ed|ing)|publish(?:es|ed)|appeared|appears|"
    r"c(?:a|o)mes? out|came out|is out|are out|out (?:since|on|now|today)|put \w+(?: \d+)? out|out of beta|opened|opens|opening|ship(?:s|ped|ping|ments?)?|went live|goes live|live since|"
    r"reach(?:es|ed) (?:the )?(?:shops?|stores?|shelves|market|public|customers)|arrived|arrives|general availability|"
    r"reach(?:es|ed) (?:version )?\d[\d.]*|made (?:public|available)|debut\w*|hit the (?:shelves|market|shops)|tagged|sold (?:since|from)|started (?:selling|shipping)|rolled out|"
    r"(?:first|initial|stable) (?:public )?(?:release|version)|unveil\w*|since (?=\d))\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?<!out of )(?<!after a )(?<!left )\b(?:(?<!after a long )(?<!after a short )beta|alpha|preview|pilot|closed test|trial|early access|pre-?orders?|orders?|announc\w+|teased|founded|set up|firmware|patch|"
    r"update|hotfix|plug-?in|extension|android|windows|linux|iphone|ios|ipad|mac|web|due|planned|expected|should|will follow|"
    r"support|fixes|ends?|ended|until(?! (?:\d|[A-Z]))|switched off|shut|acquired|bought|funding|raised|round|price|discount|offer|"
    r"training|knowledge|cut-?off|test(?:ed|s|ing)?|review\w*|accessed|retrieved|moved|installed|second|third|batch|"
    r"Canada|Europe|Japan|America|Britain|UK|US|EU|Germany|France|paper|report|candidates?|article|interview|part(?:y|ies)|webinar|video|blog|our (?:lab|office|desk|door)|incident|outage|audit\w*|certif\w*)\b",
    re.IGNORECASE,
)
"""What has a day of its own."""
_PLACES = frozenset(words("canada europe japan america britain uk us eu germany france"))
"""Where a release may come out on another day than elsewhere."""
_AFTER = re.compile(
    r"\b(?:after|following) (?:an?|the|its|\w+ \w+ (?:of|in|as))? ?(?:an? )?(?:[a-z-]+ ){0,2}(?:test(?:s|ing)?|beta|preview|pilot|trial)\b",
    re.IGNORECASE,
)
"""What had come before."""


_ONE_EVENT = {"dates of other events": 0.0, "date of no event": 0.0}
"""What no longer holds of dates that both tell of coming out, in whatever words."""


def coming_out(a: str, b: str, dated: Signs, told: Signs) -> Signs:
    """Return whether two dates that clash both tell when a release came out.

    Args:
        a: One sentence.
        b: The other.
        dated: The signs in their dates.
        told: The signs in the versions that they tell of.
    """
    if not dated["dates clash"]:
        return {}
    told_of = [{found.lower() for found in _OTHER.findall(_AFTER.sub(" ", text))} for text in (a, b)]
    both = all(map(_OUT.search, (a, b))) and told_of[0] == told_of[1] <= _PLACES
    if not both or told.get("another update"):
        return {}
    opened = any(map(_AFTER.match, (a, b)))
    return {"both came out": 1.0, **_ONE_EVENT} | ({"one opens with a condition": 0.0} if opened else {})
