"""Names in data and markup that speak to machines or set a verdict, with what is set under them."""

import re
from collections.abc import Iterator

from panel.evidence.hostile.asks import praises, wants
from panel.evidence.hostile.folding import fold
from panel.evidence.hostile.markup import Trap
from panel.evidence.lowered import lowered

_READER = r"(?:ais?|llms?|language[_-]?models?|reviewers?|judges?|graders?|evaluators?|jurors?|summari[sz]ers?|crawlers?|review[_-]?bots?|bots)"
_NOTE = r"(?:directives?|instructions?|guidance|notes?|hints?|messages?|overrides?|commands?|requests?|policy|policies|prompts?)"
_ANY_READER = "(?:" + _READER + "|models|assistants|bots|agents)"
_NAMED = re.compile(
    r"(?<![a-z0-9$])((?:"
    + _READER
    + r"[_-]"
    + _NOTE
    + r"|"
    + _NOTE
    + r"[_-](?:to|for)[_-]"
    + _READER
    + r"|for[_-]"
    + _ANY_READER
    + r")(?:[_-]\w{1,20})?)"
    r"(?:[\"']?\s?[:=]\s?(?:[\"']|content\s?=\s?[\"'])?|[\"']\s+content\s?=\s?[\"']|>)([^\n<>]{6,400})"
)
_NAMED_HINTS = (re.compile(r"[_-]" + _NOTE), re.compile("(?:to|for)[_-]" + _ANY_READER))
"""Every one of them has one of these, in small letters."""

_SET = re.compile(
    r"\b(?:forced?|override|suppress|preset)[ _-](?:verdict|ratings?|scores?|votes?|negatives?|negative_\w+|critic\w+|findings"
    r"|objections?|weaknesses|drawbacks|review_result)\s?(?:=|:=|:)\s?\S{1,40}|\b(?:verdict|vote|rating)\s?:=\s?\W?(?:ship|pass|10|accept|approved?|yes)\b"
)
_SET_HINTS = ("force_", "force ", "override_", "suppress_", "preset_", ":=")
_CONTAINERS = re.compile(
    r"^\s*</(documents?|contexts?|untrusted[\w-]*|user_?input|search_results?|web_?page|page_content|source_text|dossier|quoted)>\s*(?:</[a-z_-]{3,20}>\s*)*$"
    r"|</(sources?|documents?|contexts?|untrusted[\w-]*|user_?input|search_results?|web_?page|page_content|dossier)>\s*(?:</[a-z_-]{3,20}>\s*)*<(?:system|instructions?|developer|assistant|user)\b",
    re.MULTILINE,
)


def labels(text: str) -> Iterator[Trap]:
    """Yield names that speak to a machine with words that ask for something, set verdicts, and ends of what never began.

    Args:
        text: A source's text without unseen characters.
    """
    small = lowered(text)
    for found in _NAMED.finditer(small) if any(hint.search(small) for hint in _NAMED_HINTS) else ():
        said = fold(found.group(2))
        if praises(said) or ("prompt" not in found.group(1) and wants(said)):
            yield Trap("hidden-text", "This page sets a field for machines that reads like a command.", found.group())
    for found in _SET.finditer(small) if any(map(small.__contains__, _SET_HINTS)) else ():
        yield Trap("instruction-like", "This page sets a verdict as if it were a setting.", found.group())
    for found in _CONTAINERS.finditer(small) if "</" in text else ():
        if f"<{found.group(1) or found.group(2)}" not in small[: found.start()]:
            yield Trap(
                "instruction-like", "This page closes an element that it never opened, as a fence has.", found.group()
            )
