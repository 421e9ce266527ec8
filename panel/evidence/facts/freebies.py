"""What costs nothing and is no way in: what comes with a release, what answers an aside, and a rival's row."""

import re

from panel.evidence.facts.plans import names_release, rows
from panel.evidence.lookup.evidence import Evidence

BESIDES = re.compile(
    r"^(?:downloads?|api calls|delivery|shipping|returns?|support|set-?up|egress|ingress|traffic|updates?): free\b|\b(?:(?:updates?|upgrades?|ingress|egress|traffic|transfers?|shipping|delivery|returns?|support|viewers?|guests?|repairs?|migrations?|"
    r"onboarding|set-?up|imports?|exports?|cancellation|documentation|training|samples?|installation|delivery|demos?)(?: [\w-]+){0,4} "
    r"(?:is|are|stays?|comes?|remains?|costs?) (?:always |also |all |completely )?(?:free|nothing)|free (?:download after|app for|shipping|returns|updates?|memory|space|tablet)|ad-free|hands-free|"
    r"royalty-free|old free (?:plan|tier|version)|free delivery|(?:traffic|guides?|delivery|shipping|support|imports?|migrations?|set-?up|swaps?|repairs?|returns) (?:is|are|at) (?:free|no c\w+)|(?:runner|viewer|companion app)\b[^.]{0,30}\bfree|updates? (?:is|are|stay|come) free|free time|free of "
    r"(?:ads|errors)|api for researchers|open free of charge)\b|"
    r"\b(?:first|opening) (?:chapter|lesson|level|episode|act)s? (?:is|are) free\b|\b(?:collect|fetch|pick up|borrow|print)\b[^.;]{0,30}\bfree of charge|\bupgrades? (?:for free|for nothing|free of charge|at no (?:cost|charge))|\b(?:sync(?:ing)?|sandbox(?:es)?|labels?|returns?|restores?|refunds?|exchanges?|(?:slots?|ports?|bays?|pins?|hands?|lanes?)) (?:is|are|stays?|remains?) free\b|"
    r"\bor (?:it|that|they|the [a-z]+)(?:['’]s| is|['’]re| are) free\b|\bif (?:we|it|they|the [a-z]+)(?:['’]re| are| is|['’]s)? (?:late|delayed|not)[^.;]*\bfree\b|"
    r"\b(?:is|are|comes?) included (?:free|for free|at no)\b|"
    r"\b(?:go on|goes on|continue|keep|keep on|still) (?:to )?[a-z]+(?:ing)?\b[^.;]* (?:for free|at no (?:cost|charge))"
)
"""What of a release may be free though it is sold; looked for in small letters."""


def is_rivals_row(evidence: Evidence, place: int, text: str) -> bool:
    """Whether a row stands in a table in which another one is the release's: ``KontoBuch | 66 | free``."""
    head = evidence.tables.get(place)
    if head is None or names_release(evidence, text.partition(" | ")[0]):
        return False
    return any(names_release(evidence, row.text.partition(" | ")[0]) for row in rows(evidence, head))


def answers_aside(evidence: Evidence, place: int) -> bool:
    """Whether a sentence answers a question on something that comes with a release: ``Is there a sandbox?``."""
    heading = evidence.headings.get(place)
    asked = evidence.passages[heading].text if heading is not None else ""
    return asked.endswith("?") and bool(_ASIDE.search(asked))


_ASIDE = re.compile(
    r"\b(?:sandbox|test (?:environment|server|mode|keys?)|staging|shipping|deliver\w*|returns?|migrat\w+|import\w*|print\w*|labels?|repairs?|support|"
    r"training|workshops?|updates?|upgrad\w+|cancel\w*|refunds?)\b",
    re.IGNORECASE,
)
