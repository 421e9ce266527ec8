"""Words that a page holds and doesn't show: comments, hidden elements, titles; and images that carry data off."""

import re
from collections.abc import Iterator

from panel.evidence.hostile.asks import asks_machines
from panel.evidence.hostile.commands import LOADED, command
from panel.evidence.hostile.disguises import readings
from panel.evidence.hostile.folding import fold
from panel.evidence.hostile.keys import reads_like_command
from panel.evidence.hostile.markup import Trap
from panel.evidence.words import words as listed

_LONGEST = 4_000
"""Characters that are read of one hidden piece."""

_ELEMENT = re.compile(r"<([a-zA-Z][\w-]{0,20})\s([^<>]{1,1000})>")
_HIDES = re.compile(
    r"display\s?:\s?none|visibility\s?:\s?(?:hidden|collapse)|font-size\s?:\s?[01](?:\.\d+)?(?:px|pt|em|rem"
    r"|%)?\s?(?:;|[\"']|$)|"
    r"opacity\s?:\s?0(?:\.0\d*)?\s?(?:;|[\"']|$)|(?<![\w-])color\s?[:=]\s?[\"']?(?:#fff(?:fff)?\b|white\b"
    r"|transparent\b|rgba?\(\s?255\s?,"
    r"\s?255\s?,\s?255)|(?:left|top|text-indent)\s?:\s?-\d{3,}|(?:width|height)\s?:\s?0(?:px)?\s?(?:;|[\"']|$)"
    r"|clip\s?:\s?rect\(0|"
    r"(?:^|\s)hidden(?:\s|=|$)|aria-hidden\s?=\s?[\"']?true|class\s?=\s?[\"'][^\"']*(?:sr-only|visually-hidden|screen-?reader)",
    re.IGNORECASE,
)
_MERELY_FOR_SIGHT = re.compile(r"aria-hidden|class", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"\b(?:alt|title|content|aria-label|placeholder|value|data-[\w-]{1,30})\s?=\s?(?:\"([^\"]{8,2000})\""
    r"|'([^']{8,2000})')"
)
_LINK_TITLE = re.compile(
    r"\]\([^()\s]{0,2000}\s+[\"'(]([^\n\"]{8,500})[\"')]\)"
    r"|^\s{0,3}\[[^\[\]\n]{1,60}\]:\s\S{1,500}\s+[\"'(]([^\n]{8,500})[\"')]\s*$",
    re.MULTILINE,
)
_NOTE = re.compile(r"^\s{0,3}\[[^\[\]\n]{1,60}\]:\s?(?:<>|#)\s?[(\"']([^\n]{4,1000})$", re.MULTILINE)
_WHITE_TEX = re.compile(r"\\(?:text)?color\{white\}\{?([^{}\n]{8,500})|\\phantom\{([^{}\n]{8,500})")
_PALE_BB = re.compile(r"\[(?:color=(?:white|#fff\w{0,3}|transparent)|size=[01])\]([^\[\]\n]{8,500})", re.IGNORECASE)
_UNSHOWN = (
    (_PALE_BB, "pale letters", ("[color=", "[size=", "[COLOR=", "[SIZE=")),
    (_LINK_TITLE, "the title of a link", ("](", "]:")),
    (_NOTE, "a comment", ("]:",)),
    (_WHITE_TEX, "white letters", ("color{", "phantom{")),
)
"""Expressions for words that aren't shown, where these stand, and the signs of which every one has some."""

_IMAGE = re.compile(
    r"!\[[^\[\]\n]{0,300}\]\(\s?(https?://[^\s)]{1,2000})"
    r"|<img\b[^<>]{0,300}\bsrc\s?=\s?[\"']?(https?://[^\s\"'<>]{1,2000})",
    re.IGNORECASE,
)
_GAP_IN_IMAGE = re.compile(
    r"[?&/=](?:INSERT|PASTE|REPLACE|YOUR|SECRET|ENCODED?|BASE64|URLENCODED?|DATA|PROMPT|TEXT|SYSTEM)(?:_[A-Z]+){0,5}(?![a-z0-9])"
)
_FILLED_IN = re.compile(
    r"https?://[^\s)\"'<>]{0,200}[?&/#=]\W{0,3}(?:SECRETS?|(?:[A-Z]{1,12}_){0,4}(?:PROMPTS?|CONVERSATIONS?|DOSSIER|INSTRUCTIONS?"
    r"|MEMORY|HISTORY|TRANSCRIPT|REASONING|BALLOTS?|VERDICT|NOTES|CONTEXT)(?:_[A-Z]{1,12}){0,4})(?![a-z0-9])|https?://[^\s)\"'<>]{0,200}[{<\[](?:your_\w{0,12}?)?(?:verdict|conversation|dossier|ballot|instructions?"
    r"|reasoning|chat_history|system_prompt)[}>\]]"
)
"""An address with a gap that a model is to fill with what it knows."""

_JUDGING = re.compile(
    r"\b(?:evaluat\w+|review\w*|judg\w+|grad(?:e|er|ing)s?|scor(?:e|es|ing)|rank(?:ing)?|summar\w+|ais?|llms?|(?:the|any) model"
    r"|assistants?|agents?|bots?|verdict|panel)\b"
)
_WANTED = re.compile(
    r"\b(?:high|best|top|marks|full|favou?r\w*|win(?:s|ner)?|omit|(?:do not|don't|never) \w+|must|approved?|secret|confidential"
    r"|first|expected|leave out|always|prefer\w*|trust\w*|verified)\b"
)
"""What a hidden line says about judging, and what it wants: the two together are no note of a page's maker."""

_CARRIES = re.compile(
    r"[?&/#](?:data|prompt|leak|exfil\w*|secrets?|dossier|conversation|history|ctx|context|chat|message|msg|answer"
    r"|ballot|vote|token|"
    r"system\w*|instructions?|summary|content|text|payload|keys?)=(?:[^&]{0,40}(?:[{<\[$]|%7b|%3c|%5b)"
    r"|[^&]{0,10}(?:your_|insert|system|prompt|\w+_here|here\b|base64|encoded))"
    r"|(?:[{<\[]|%7b|%5b|%3c)[^&\s]{0,60}(?:prompt|secret|conversation|dossier|ballot|history|instruction|answer"
    r"|insert|your|api_?key)",
    re.IGNORECASE,
)


def hidden(text: str) -> Iterator[Trap]:
    """Yield what a document hides from its readers, where it is a command or a passage of some length.

    Args:
        text: A source's text without unseen characters.
    """
    if "<" in text:
        yield from _comments(text)
        yield from _elements(text)
    yield from _leaks(text)
    for pattern, where, marks in _UNSHOWN:
        for found in pattern.finditer(text) if any(map(text.__contains__, marks)) else ():
            words = next(group for group in found.groups() if group is not None)
            if looks_loaded(words):
                yield Trap(
                    "hidden-text", f"This page hides words in {where} that look like a command.", words.strip(" )\"'")
                )
    for found in _IMAGE.finditer(text) if "![" in text or "<" in text else ():
        if _CARRIES.search(found.group(1) or found.group(2)) or _GAP_IN_IMAGE.search(found.group(1) or found.group(2)):
            yield Trap(
                "exfiltration", "This page shows an image whose address would carry data to a stranger.", found.group()
            )


def _leaks(text: str) -> Iterator[Trap]:
    for found in _FILLED_IN.finditer(text) if "http" in text else ():
        yield Trap(
            "exfiltration", "This page has an address that a model is to fill with what it knows.", found.group()
        )


def _comments(text: str) -> Iterator[Trap]:
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start + 4)
        words = text[start + 4 : min(len(text) if end < 0 else end, start + _LONGEST)].strip()
        if looks_loaded(words):
            yield Trap("hidden-text", "This page has an HTML comment that looks like a command.", words)
        if end < 0:
            return
        start = text.find("<!--", end)


def _elements(text: str) -> Iterator[Trap]:
    for found in _ELEMENT.finditer(text):
        name, attributes = found.groups()
        for attribute in _ATTRIBUTE.finditer(attributes):
            words = attribute.group(1) or attribute.group(2)
            if _commands(words) or asks_machines(fold(words)):
                yield Trap("hidden-text", f"This page has a command in an attribute of <{name}>.", words)
        hides = _HIDES.search(attributes)
        if not hides:
            continue
        words = _inner(text, found.end(), name)
        enough = 4 if not _MERELY_FOR_SIGHT.match(hides.group()) else 40
        told = [word.lower() for word in re.findall(r"\w{2,}", words)]
        idle = words.lower().startswith("skip to") or _NAVIGATION.issuperset(told)
        if (len(told) >= enough and not idle) or looks_loaded(words):
            yield Trap("hidden-text", f"This page hides the words of a <{name}> from its readers.", words)


_NAVIGATION = frozenset(
    listed(
        "menu home shop store support basket cart bag search login log in sign out up account contact about blog news help products product prices pricing "
        "docs faq close open back next previous more top checkout wishlist language english deutsch toggle navigation"
    )
)
"""What the hidden menu of a page is made of."""


def _inner(text: str, start: int, name: str) -> str:
    """Return the words of an element, without the tags within it."""
    end = text.find(f"</{name}", start, start + _LONGEST)
    return re.sub(r"<[^<>]{0,1000}>", " ", text[start : end if end >= 0 else min(len(text), start + 400)]).strip()


_FILE = re.compile(r"[\w./-]{1,80}\.(?:svg|png|jpe?g|gif|webp|avif|css|js|html?|csv|json|pdf)\b", re.IGNORECASE)
"""A file, whose name speaks to nobody: ``votes-2025-10.svg``."""


def looks_loaded(words: str) -> bool:
    """Whether hidden words have anything of a command to reviewers."""
    words = _FILE.sub(" ", words)
    folded = fold(words)
    if len(words.split()) > 2 and (LOADED.search(folded) or (_JUDGING.search(folded) and _WANTED.search(folded))):
        return True
    if asks_machines(folded):
        return True
    key, colon, said = words.partition(": ")
    if colon and re.fullmatch(r"[\w-]{1,40}", key) and reads_like_command(key, said):
        return True
    return _commands(words)


def _commands(words: str) -> bool:
    return any(reading.certain or command(reading.words) for reading in readings(words))
