"""Markup that a page has no business with: chat templates, speakers' turns, template code, active or hidden HTML."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from panel.evidence.hostile.commands import LOADED, command
from panel.evidence.hostile.disguises import readings
from panel.evidence.hostile.folding import fold
from panel.evidence.hostile.lines import at_lines
from panel.evidence.lowered import lowered

_NEAR = 240
"""Characters after a chat tag within which loaded words make it suspicious."""

_TAG = re.compile(
    r"<\|[^|<>\n]{1,40}\|>|\[/?INST\]|<</?SYS>>|</?(?:start|end)_of_turn>|<(?:system|instructions?|developer)\s[^<>\n]{1,80}>|</?(?:bos|eos|tool_call|tool_response|"
    r"function_calls?|invoke|antml:\w{1,20}|system|assistant|instructions?|untrusted\w{0,12}|dossier|think|sources?|"
    r"im_start|im_end|human)>|</s>|<<<\s?DOSSIER|DOSSIER\s[0-9a-f]{6,64}>{0,3}|DOSSIER\s?>>>"
    r"|[\"']role[\"']\s?:\s?[\"'](?:system|assistant|developer)[\"']"
    r"|^[ \t]{0,3}#{2,4}[ ]?(?:Instructions?|Response|Human|Assistant|System|User|New Instructions?|System Prompt)\s?:",
    re.IGNORECASE | re.MULTILINE,
)
_TAG_HINTS = ("<", "[inst", "[/inst", "dossier", 'role"', "role'")
_HEADED = re.compile(r"##[ ]?(?:instruction|response|human|assistant|system|user|new instruction)")
"""What every one of these has, in small letters."""

_HARMLESS_ALONE = re.compile(
    r"[\"']role|<(?:system|instructions?|developer)\s|</?(?:system|assistant|instructions?|think|sources?|human|s)>|^[ \t]*#",
    re.IGNORECASE,
)
_ABOUT_TAGS = re.compile(r"\b(?:tokens?|templates?|tags?|tokeni[sz]er|delimiters?|chat format|prompt format|markup)\b")
_SPEAKER = re.compile(
    r"^[^\w\n]{0,4}(system|human|assistant|user|developer|ai|model|moderator|admin(?:istrator)?|operator|reviewer"
    r"|judge|"
    r"tool|instruction|prompt|important)(?:[ _-](?:message|prompt|note|notice|override|alert|instructions?|update))?"
    r"(?:[ ]?\([^()\n]{1,40}\))?[^\w\n:]{0,3}[:>\]][ \t]*(\S[^\n]{0,600})$",
    re.IGNORECASE | re.MULTILINE,
)
_PARTNERS = ("human", "assistant", "user")
_SAID_IN_TALK = re.compile(
    r"\b(?:ignore|instructions?|positive|praise|highest|recommend (?:this|it)|ratings?|you must)\b"
)
_PROMISES = re.compile(
    r"\bi(?:'ll| will| shall)? (?:give|award|rate|score|vote|recommend)\b.{0,40}\b(?:maximum|highest|full|top|best|10|100)\b"
)
"""What a forged turn has the model say of its own verdict."""

_ANNOUNCED = re.compile(
    r"[\s>*#-]{0,6}[\[({<]\s?(?:system|developer|admin\w*|operator|model|ai|moderator)[ _-]"
    r"(?:message|prompt|note|notice|override|alert|instructions?|update)\s?[\])}>]",
    re.IGNORECASE,
)
_TEMPLATE = re.compile(
    r"\{\{([^\n{}]{1,300})\}\}|\{%([^\n%]{1,300})%\}|\{#([^\n#]{1,300})#\}|<%=?([^\n%]{1,300})%>"
    r"|[$#]\{([^\n{}]{1,200})\}"
)
_BREAKS_OUT = re.compile(
    r"__|popen|subprocess|\bos\.|\bimport os\b|lipsum|cycler\.|joiner\.|\bgetattr\b|\battr\(|\beval\b|\bexec\b"
    r"|\bFile\.(?:read|open)|\bIO\.|\bENV\b|getenv|java\.lang|jndi:"
)
_REACHES_IN = re.compile(
    r"\b(?:self|config|dossier|persona|personas|seats?|panel|ballots?|votes?|verdict|system_prompt|prompts?|secrets?"
    r"|env|environ|"
    r"request|session|loader|namespace|range|raw|endraw|include|import|extends|macro|debug|call|set|reviewer)\b"
    r"|^\s?[#^/]\s?(?:system|assistant|human)\b|\b\d+\s?\*+\s?\d+\b"
)
_ALPACA = re.compile(
    r"^[ \t]*#{2,4}[ ]?Instruction:?[ \t]*\n.{1,800}?^[ \t]*#{2,4}[ ]?Response:?", re.MULTILINE | re.DOTALL
)
_PHP = re.compile(
    r"<\?(?:php|=)[^?]{0,300}(?:\b(?:system|exec|passthru|shell_exec|eval|getenv|file_get_contents|popen)\s?\("
    r"|\$(?:verdict|votes?|score|rating|ballots?)\b)"
)
_FORMAT = re.compile(r"(?<![{$#])\{(?:self|verdict|vote|ballot|rubric|dossier|persona)[.!\[:][^\n{}]{1,80}\}")
_PROGRAMS = (
    (_ALPACA, "an instruction with its response", "Instruction"),
    (_PHP, "PHP", "<?"),
    (_FORMAT, "a format field", "{"),
)
"""Expressions for code of other kinds, what that is, and a sign that it has."""

_CODE = re.compile(r"```.{0,20000}?```|~~~.{0,20000}?~~~|`[^`\n]{1,400}`", re.DOTALL)
_ACTIVE = re.compile(
    r"<script\b[^<>]{0,300}>[^<]{0,600}(?:alert|document|fetch|cookie|eval|location|XMLHttp)|\bjavascript:[^\s)\"']{3}|"
    r"<\w{1,12}\s[^<>]{0,400}\bon(?:error|load|click|mouseover|focus|toggle)\s?=|data:text/html"
    r"|<iframe\b[^<>]{0,300}srcdoc",
    re.IGNORECASE,
)
_ACTIVE_HINTS = ("<", "javascript:", "data:text/html")
"""What every one of these has, in small letters."""


class Trap(NamedTuple):
    """Something on a page that is made for a machine."""

    kind: str
    """The finding's kind."""
    what: str
    """The finding's sentence."""
    passage: str
    """The words at fault."""


def traps(text: str) -> Iterator[Trap]:
    """Yield the traps of a document that its sentences no longer show.

    Args:
        text: A source's text without unseen characters, its lines as they were.
    """
    code, small = _Code(text), lowered(text)
    if any(map(small.__contains__, _TAG_HINTS)) or _HEADED.search(small):
        yield from _chat_tags(text, code)
    yield from _turns(text)
    for pattern, what, sign in _PROGRAMS:
        for found in pattern.finditer(text) if sign in text else ():
            if not code.holds(found.start()):
                yield Trap(
                    "template-syntax", f"This page carries {what}, as a prompt or a program has.", _line(text, found)
                )
    yield from _templates(text, code)
    for found in _ACTIVE.finditer(text) if any(map(small.__contains__, _ACTIVE_HINTS)) else ():
        if not code.holds(found.start()):
            yield Trap("active-markup", "This page carries code that a browser would run.", _line(text, found))


class _Code:
    """Where a document shows code, and so may name tags and templates harmlessly."""

    def __init__(self, text: str) -> None:
        self.spans = [found.span() for found in _CODE.finditer(text)] if "`" in text or "~~~" in text else []
        self.starts = [start for start, _ in self.spans]

    def around(self, place: int) -> tuple[int, int] | None:
        """Return the span of the code that holds a place."""
        number = bisect_right(self.starts, place) - 1
        return self.spans[number] if number >= 0 and place < self.spans[number][1] else None

    def holds(self, place: int) -> bool:
        """Whether a place stands in code."""
        return self.around(place) is not None


def _chat_tags(text: str, code: _Code) -> Iterator[Trap]:
    for found in _TAG.finditer(text):
        tag = found.group()
        block = code.around(found.start())
        start, end = block or (found.end(), min(len(text), found.end() + _NEAR))
        near = fold(text[start : min(end, start + 2_000)])
        if tag.lower() == "</s>" and "<s>" in text[max(0, found.start() - 200) : found.start()].lower():
            continue  # struck-through text
        loaded = bool(LOADED.search(near))
        quiet = block is not None or _HARMLESS_ALONE.match(tag) or _ABOUT_TAGS.search(fold(_line(text, found)))
        if loaded or not quiet:
            yield Trap(
                "chat-template",
                f"This page carries {tag.strip()!r}, which belongs to a model's chat.",
                _line(text, found),
            )


def _turns(text: str) -> Iterator[Trap]:
    turns = list(at_lines(_SPEAKER, text))
    talk = sum(found.group(1).lower() in _PARTNERS for found in turns) > 2
    for found in turns:
        said = fold(found.group(2))
        chat = found.group(1).lower() in _PARTNERS
        if talk and chat:  # a conversation is shown, in which a customer may well say "ignore"
            said = _SAID_IN_TALK.sub("", said)
        if found.group().lstrip().startswith("{") and not command(said):
            continue  # a record of somebody's review
        if not _ANNOUNCED.match(found.group()) and not (LOADED.search(said) or _PROMISES.search(said) or command(said)):
            continue
        kind = "chat-template" if chat else "instruction-like"
        yield Trap(
            kind,
            f"This page speaks as {found.group(1).lower()!r}, as if it were part of a chat.",
            found.group().strip(),
        )


def _templates(text: str, code: _Code) -> Iterator[Trap]:
    if not any(mark in text for mark in ("{{", "{%", "{#", "<%", "${", "#{")):
        return
    for found in _TEMPLATE.finditer(text):
        inside = next(group for group in found.groups() if group is not None)
        reaches = _REACHES_IN.search(inside) and found.group(5) is None and not code.holds(found.start())
        if _BREAKS_OUT.search(inside) or reaches or _commands(inside):
            yield Trap(
                "template-syntax",
                "This page carries template code that reaches for more than a name.",
                _line(text, found),
            )


def _commands(text: str) -> bool:
    return any(reading.certain or command(reading.words) for reading in readings(text))


def _line(text: str, found: re.Match[str]) -> str:
    """Return the line of a finding, as far as it fits into a passage."""
    start = max(text.rfind("\n", 0, found.start()) + 1, found.start() - 120)
    end = text.find("\n", found.end())
    return text[start : min(end if end >= 0 else len(text), found.end() + 180)].strip()
