"""Who holds which post: ``its chief executive, Ada Moe`` where a source has her as head of research, or him as its chief."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.names import Name, same_name
from panel.evidence.passages import Passage

_POSTS = {
    "chief executive": r"chief executive(?: officer)?|CEO|managing director",
    "technology": r"chief (?:technology|technical) officer|CTO|technical director|technology chief",
    "finance": r"chief financial officer|CFO|finance (?:director|chief)",
    "operations": r"chief operating officer|COO",
    "security": r"chief (?:information )?security officer|CISO",
    "scientist": r"chief scientist",
    "founder": r"(?:co-?)?founder",
    "chair": r"chair(?:man|woman|person)?(?: of the board)?",
    "president": r"president",
    "maintainer": r"(?:lead |main )?maintainer",
    "spokesperson": r"spokes(?:man|woman|person)|press officer",
    "head": r"(?:head|director|vice[- ]president|VP) of (?P<field>[a-z]+)|(?P<lead>product|engineering|research|design|marketing|sales) (?:manager|lead|director|chief)",
}
_POST = "|".join(f"(?P<{key.replace(' ', '_')}>{each})" for key, each in _POSTS.items())
_HINT = re.compile(
    r"[Cc]hief|[Ff]ounder|[Hh]ead of|[Dd]irector|C[ETFO]O|CISO|[Pp]resident|[Cc]hair|[Mm]aintainer|VP|[Ss]pokes|[Pp]ress officer|[Mm]anager|[Ll]ead\b"
)
_OF = r"(?:\s(?:of|at|for)\s(?:the\s)?[A-Z][\w&.]*(?:\s[A-Z][\w&.]*){0,3})?"
_PLAIN = re.sub(r"\?P<\w+>", "?:", _POST)
_CHAIN = rf"(?:{_PLAIN})(?:(?:,|\sand|,\sand|\s&)\s(?:(?:the|its|a)\s)?(?:{_PLAIN}))*"
_LED_TO = re.compile(rf"(?P<chain>{_CHAIN}){_OF},?\s$")
"""What stands right before a person: ``chief executive``, ``the founder of Halden Labs,``."""

_FOLLOWS = re.compile(
    rf"(?:,\s|\s\(|,?\s(?:who\s)?(?:is|was)\s)(?:(?:the|its|their|a|our)\s)?(?:[A-Z][\w&.]*(?:\s[A-Z][\w&.]*){{0,2}}['’]s?\s)?(?P<chain>{_CHAIN})\b"
)
"""What follows a person: ``, head of research at Halden Labs``."""

_EACH = re.compile(_POST)


class Post(NamedTuple):
    """A person and what he or she is."""

    who: Name
    """The person."""
    what: str
    """The post."""


def posts(passage: Passage) -> Iterator[Post]:
    """Yield who holds which post according to a sentence."""
    text = passage.text
    if not _HINT.search(text):
        return
    for name in passage.names:
        if any(c.isdigit() for c in name.text):
            continue
        before, behind = text[max(0, name.span[0] - 80) : name.span[0]], text[name.span[1] :]
        for match in (_LED_TO.search(before[:1].lower() + before[1:]), _FOLLOWS.match(behind)):
            if match is not None:
                yield from (Post(name, _named(each)) for each in _EACH.finditer(match["chain"]))


def _named(match: re.Match[str]) -> str:
    """Return the post that was found; a head with what she is head of."""
    what = next(key for key in _POSTS if match[key.replace(" ", "_")])
    return f"{what} {match['field'] or match['lead']}" if what == "head" else what


def check_posts(claim: Passage, evidence: Evidence) -> Iterator[Finding]:
    """Check which post a statement gives to whom.

    Args:
        claim: The statement.
        evidence: The dossier.
    """
    mine = [post for post in posts(claim) if len(post.who.key) > 1]
    told = [(place, each) for place, passage in enumerate(evidence.passages) for each in posts(passage)] if mine else []
    for post in mine:
        own = [(place, each.what) for place, each in told if same_name(each.who.key, post.who.key)]
        if any(what == post.what for _, what in own):
            continue
        held = [(place, each) for place, each in told if each.what == post.what]
        if own:
            yield Finding("contradicted", claim.text, own[0][0], evidence.passages[own[0][0]].text, fit=1.0)
        elif held and not evidence.is_known(post.who.key):
            yield Finding("contradicted", claim.text, held[0][0], evidence.passages[held[0][0]].text, fit=1.0)
