"""What a web page says that nobody sees: hidden elements, comments, alternative texts, descriptions for machines."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from panel.evidence.visible import one_line

FEWEST = 3
"""Words of the shortest passage that is kept; what is shorter is a label."""

LONGEST_STYLE = 200_000
"""Characters of style sheets that are looked through for what they hide."""

_HIDING = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|opacity:0*\.?0*(?![\d.])|font-size:0*\.?0*(?:px|em|rem|pt|%)?(?![\d.])"
    r"|(?:^|;)(?:max-)?(?:height|width):0(?:px)?(?![\d.])|clip:rect\(0|clip-path:inset\((?:50|100)%|transform:scale\(0\)"
    r"|text-indent:-\d{3}|(?:^|;)(?:left|top|right|bottom|margin-left|margin-top):-\d{3}|(?:^|;)color:transparent"
)
_COLOUR = re.compile(r"(?:^|;)(color|background|background-color):([^;]+)")
_NESTED_RULES = re.compile(r"@[\w-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]{0,5000})\}")
_SIMPLE = re.compile(r"(?:\w+)?([.#])([\w-]+)")
_TOLD = ("alt", "title", "aria-label", "aria-description", "placeholder", "summary", "content", "data-prompt", "value")
"""Attributes that hold words."""


def hidden_text(page: str) -> str:
    """Return what an HTML page says without showing it, one passage a line."""
    tree = parse(page)
    return "" if tree is None else "\n".join(dict.fromkeys(take_hidden(tree)))


def parted(page: str) -> tuple[str, str]:
    """Return an HTML page without what it hides, and what it hides, one passage a line."""
    tree = parse(page)
    if tree is None:
        return page, ""
    passages = dict.fromkeys(take_hidden(tree))
    import lxml.html  # loaded where HTML is read, and not before

    return lxml.html.tostring(tree, encoding="unicode"), "\n".join(passages)


def parse(page: str) -> Any:  # noqa: ANN401 - lxml has no types
    """Return the tree of an HTML page; None if there is none in it."""
    import lxml.html  # loaded where HTML is read, and not before

    text = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", page).replace("\0", "")
    try:
        return lxml.html.document_fromstring(text) if text.strip() else None
    except (lxml.etree.LxmlError, ValueError):
        return None


def take_hidden(tree: Any) -> list[str]:  # noqa: ANN401
    """Take everything hidden out of a tree and return its passages.

    What holds more than half of the page's words isn't hidden: scripts show such pages when they have loaded.
    """
    rules = set(_hiding_rules(tree))
    most = len(_words(tree.find("body"))) / 2
    passages = list(_told(tree))
    for element in list(tree.iter()):
        if not isinstance(element.tag, str):
            passages += _comment(element)
            _drop(element)
        elif _is_hidden(element, rules) and len(words := _words(element)) <= most and element.getparent() is not None:
            passages.append(" ".join(words))
            _drop(element)
    return [line for passage in passages if len((line := one_line(passage)).split()) >= FEWEST or _unspaced(line)]


def _is_hidden(element: Any, rules: set[str]) -> bool:  # noqa: ANN401
    if element.tag in ("template", "noscript") or "hidden" in element.attrib:
        return bool(element.get("hidden") != "until-found")
    if _hides(element.get("style", "")):
        return True
    names = (f".{name}" for name in element.get("class", "").split()) if rules else ()
    return bool(rules) and (f"#{element.get('id')}" in rules or any(name in rules for name in names))


def _hides(style: str) -> bool:
    """Whether declarations of a style make an element invisible."""
    if ":" not in style:
        return False
    plain = re.sub(r"\s+|!important", "", style.lower())
    colours = dict(_COLOUR.findall(plain))
    behind = colours.get("background-color", colours.get("background"))
    return bool(_HIDING.search(plain)) or ("color" in colours and colours["color"] == behind)


def _hiding_rules(tree: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield the classes and ids that a page's own style sheets hide, as ``.name`` and ``#name``."""
    for sheet in tree.iter("style"):
        css = _NESTED_RULES.sub("", re.sub(r"/\*.*?\*/", "", (sheet.text or "")[:LONGEST_STYLE], flags=re.DOTALL))
        for selectors, declarations in _RULE.findall(css):
            if _hides(declarations):
                yield from (
                    "".join(found.groups())
                    for each in selectors.split(",")
                    if (found := _SIMPLE.fullmatch(each.strip()))
                )


def _told(tree: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield the words in attributes."""
    for element in tree.iter("*"):
        if element.tag in ("script", "style", "svg", "option", "button"):
            continue
        for name in _TOLD:
            if value := element.get(name):
                yield value


def _comment(node: Any) -> Iterable[str]:  # noqa: ANN401
    """Return a comment's words, markup taken off; nothing for what old browsers read as conditions."""
    text = node.text or ""
    if re.match(r"\s*(?:\[if\b|<!\[endif)", text):
        return ()
    return (re.sub(r"<[^<>]*>", " ", text),)


def _words(element: Any) -> list[str]:  # noqa: ANN401
    if element is None:
        return []
    return " ".join(
        part for node in element.iter("*") if node.tag not in ("script", "style") for part in _own(node, element)
    ).split()


def _own(node: Any, top: Any) -> Iterator[str]:  # noqa: ANN401
    if node.text:
        yield node.text
    if node is not top and node.tail:
        yield node.tail


def _drop(element: Any) -> None:  # noqa: ANN401
    """Remove an element, leaving the text that follows it."""
    if element.getparent() is not None:
        element.drop_tree()


def _unspaced(line: str) -> bool:
    """Whether a line without spaces may be a sentence all the same, as in Chinese."""
    return sum(not c.isascii() and c.isalpha() for c in line) >= 6
