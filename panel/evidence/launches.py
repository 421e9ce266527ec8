"""Who launches what: the sentences of a dossier that speak of a launch."""

import re
from collections.abc import Collection, Iterator, Sequence

from panel.evidence.bodies import FORM
from panel.evidence.lowered import lowered
from panel.evidence.makers import FOLLOWED_BY_BODY, FORMER, PREPOSITION, Key
from panel.evidence.names import Name
from panel.evidence.passages import Passage
from panel.evidence.peoples import PLACES, is_people
from panel.evidence.told import Told
from panel.evidence.words import words

LAUNCH = (
    r"(?:unveil|introduc|announc|launch|releas|debut|(?<!at )present(?!ly)|publish|open-sourc|reveal|ship|unwrap|roll(?:s|ed|"
    r"ing)? out|"
    r"(?:puts?|put)\b|vorgestellt|veröffentlicht|lancé|dévoil|présent|br(?:ings?|ought) out|show(?:s|ed) off|"
    r"began to ship|begins? to ship|open(?:s|ed)\b|(?:made|makes)\b(?=[^.;]{1,80}\bavailable\b))"
)
LAUNCHES = re.compile(
    rf"\b{LAUNCH}\w*\b(?<!publisher)(?<!publishers)(?<!presenter)(?<!presentation)(?<!launcher)(?<!shipment)(?<!shipments)"
)
"""Looked for in small letters, which takes a third of the time that it takes to ignore case."""

_HINTS = (
    "unveil", "introduc", "announc", "launch", "releas", "debut", "present", "publish", "open", "reveal", "ship", "unwrap", "roll",
    "put", "vorgestellt", "veröffentlicht", "lancé", "dévoil", "présent", "bring", "brought", "show", "began", "begin", "made", "makes",
)  # fmt: skip
"""Letters of which each of these has some."""

_PLACES_OF_SALE = frozenset(
    words("kickstarter indiegogo crowdfunding app store google play github steam itunes amazon")
)
"""Where something comes out, which isn't who makes it."""

_PUTS_OUT = re.compile(
    r"[^.;]{0,60}\b(?:on (?:sale|the market|general release|shelves|the shelves)|online|out|live|into|in (?:the )?(?:shops|stores|hands))\b"
)
"""What stands behind ``put`` where something comes out, rather than the blame on somebody."""

_ASIDE = re.compile(r",\s(?:the|an?)\s[^,;]{3,90}(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?)?,\s$")
"""What tells who somebody is before it is told what he does: ``Millrace, the firm that Hanna founded, publishes``."""

_IN_PLACE = re.compile(r"\b(?:in|of|from|at|near) (?:the )?[A-Z][\w.-]+(?: [A-Z][\w-]+)?, $")
"""What stands before the country or state of a town: ``the shop from Portland, Oregon, has released``."""

_NOUN = re.compile(r"\b(?:the|an?|its|their|our|this|at|before|after|since|first|new|next|last)\s$", re.IGNORECASE)
"""What stands before a launch that is a thing rather than what somebody does: ``no Python kit at launch``."""

_NUMBERED = re.compile(r"(?:Version|Release|Build|Update)\b")
"""What a name begins with that is no maker's: ``Version 1.0, released on``."""

_SHORTENED = re.compile(r"\b(?:Inc|Ltd|Co|Corp)$")
"""The end of a firm's name whose full stop ends no sentence."""

_FORM_NEXT = re.compile(rf"^, {FORM}")
"""The legal form behind a firm's name: ``Loomgate, Inc. today launched``."""

_PLURAL = re.compile(r"(?:s|ing)$")
_FOUNDERS = re.compile(r"\bfounded (?:in \d+ )?by\b[^.;]*$")
"""What stands before people who founded a firm, and firms that they worked for."""

_MEMBERS = re.compile(r"(?:esearchers|cientists|ngineers|team|group|evelopers)\s(?:at|from|of)\s(?:the\s)?$")


def launches(
    passages: Sequence[Passage], told: Told, sure: Collection[Key], release: Key
) -> Iterator[tuple[Passage, Name, Name | None]]:
    """Yield (sentence, who launches, what) of every sentence that speaks of a launch.

    Args:
        passages: All sentences.
        told: What they tell.
        sure: Names that stand somewhere as names beyond doubt.
        release: The words of the release's name.
    """
    for place in told.having(_HINTS):
        passage = passages[place]
        for match in LAUNCHES.finditer(lowered(passage.text)) if passage.names else ():
            if match.group() in ("launch", "release", "releases") and _NOUN.search(passage.text[: match.start()]):
                continue
            if match.group() in ("put", "puts") and not _PUTS_OUT.match(passage.text, match.end()):
                continue
            before = [name for name in passage.names if name.span[1] <= match.start()]
            after = [name for name in passage.names if name.span[0] >= match.end()]
            agent = next((name for name in before if _may_act(passage.text, name, match.start(), sure)), None)
            if agent:
                agent = _employer(passage.text, before, agent)
                what = after or [name for name in before if name is not agent and name.key & release]
                yield passage, agent, what[0] if what else None


def _may_act(text: str, name: Name, verb: int, sure: Collection[Key]) -> bool:
    """Whether a name before a verb of launching can be the one who acts."""
    between = text[name.span[1] : verb]
    between = _FORM_NEXT.sub("", between.removeprefix(".") if _SHORTENED.search(name.text) else between)
    if between[:1] == "," and between[-2:] == ", ":
        between = _ASIDE.sub(" ", between)
    if (
        name.key <= _PLACES_OF_SALE
        or _NUMBERED.match(name.text)
        or re.fullmatch(FORM, name.text)
        or (name.key <= PLACES and is_people(name.text))
        or FORMER.search(text[: name.span[0]])
        or _FOUNDERS.search(text[: name.span[0]])
    ):
        return False
    if (
        (between[:1] == "," and _IN_PLACE.search(text[: name.span[0]]))
        or FOLLOWED_BY_BODY.match(between)
        or (not name.sure and name.key not in sure and _PLURAL.search(name.text))
    ):
        return False
    if PREPOSITION.search(text[: name.span[0]]) and not _MEMBERS.search(text[: name.span[0]]):
        return False
    if len(between) > 90 or re.search(r"[.;:—–]\s|\)?\s-\s|\b(?:was|were|been|be|which|that)\b", between):
        return False
    return "," not in between or between.count(",") == 2 or between.strip(" ,").count(" ") < 3


def _employer(text: str, names: Sequence[Name], agent: Name) -> Name:
    """Return whose team it is that acts: ``Alibaba's Qwen team`` → Alibaba."""
    if not re.match(r"\s(?:team|division|unit|group|arm|subsidiary)\b", text[agent.span[1] :]):
        return agent
    return next((name for name in names if re.fullmatch(r"['’]s?\s", text[name.span[1] : agent.span[0]])), agent)
