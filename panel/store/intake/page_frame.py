"""What stands around a page's main text (navigation, notices, related links), found and taken off."""

import re
from typing import Any

from panel.evidence.visible import one_line
from panel.store.intake.frame_words import ARTICLE, BOXES, HEADINGS

_TAGS = frozenset({"nav", "footer", "aside", "button", "dialog", "menu", "select", "iframe"})
_ROLES = frozenset(
    {
        "navigation",
        "banner",
        "contentinfo",
        "complementary",
        "dialog",
        "alertdialog",
        "search",
        "menu",
        "menubar",
        "tablist",
    }
)
_LOADING = 2
"""Words that may stand where a script is to put comments."""

_KEPT = frozenset({"html", "body", "main", "article", "h1"})


def take_frame(tree: Any) -> None:  # noqa: ANN401 - lxml has no types
    """Take off a tree what stands around the main text; nothing that holds more than half of the page's words."""
    body = tree.find("body")
    if body is None:
        return
    most = count_words(body) / 2
    for element in list(body.iter("*")):
        if element.getparent() is not None and _is_frame(element) and count_words(element) <= most:
            element.drop_tree()
    for heading in list(body.iter("h2", "h3", "h4", "h5", "h6", "strong", "p", "div", "span")):
        if heading.getparent() is not None and _is_related(heading):
            _take_section(heading, most)
    _part_runs(body)


def is_article(tree: Any) -> bool:  # noqa: ANN401
    """Whether a page says that it is one article, rather than a page of products, plans or comparisons."""
    for meta in tree.iter("meta"):
        if meta.get("property", "").lower() == "og:type":
            return bool(meta.get("content", "").lower() == "article")
    scripts = (script.text or "" for script in tree.iter("script") if script.get("type") == "application/ld+json")
    return any(ARTICLE.search(script[:100_000]) for script in scripts)


def count_words(element: Any) -> int:  # noqa: ANN401
    """Return how many words an element shows; a sign of a script without spaces counts as a third of one."""
    text = "".join(
        part
        for node in element.iter("*")
        if node.tag not in ("script", "style")
        for part in (node.text or "", " ", (node.tail or "") if node is not element else "")
    )
    return words_in(text)


def words_in(text: str) -> int:
    """Return how many words a text has; three signs of a script without spaces count as one."""
    unspaced = len(re.findall(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]", text))
    return len(re.findall(r"[^\W\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]+", text)) + unspaced // 3


def _is_frame(element: Any) -> bool:  # noqa: ANN401
    if element.tag in _KEPT or not isinstance(element.tag, str):
        return False
    if element.tag in _TAGS or element.get("role", "").lower() in _ROLES:
        return True
    if element.tag == "header":
        return not element.xpath("ancestor::article | ancestor::main | .//h1")
    if element.tag == "form":
        return not element.xpath(".//h1 | .//article")
    names = f"{element.get('class', '')} {element.get('id', '')}".lower().split()
    return any(BOXES.fullmatch(name) for name in names) and not element.xpath(".//h1")


def _is_related(element: Any) -> bool:  # noqa: ANN401
    """Whether an element is, or stands for, a heading above what isn't part of the document."""
    if not element.tag.startswith("h") and len(element):
        return False
    text = one_line(element.text_content()[:200]).strip(" :…»>→")
    return 0 < len(text) <= 80 and bool(HEADINGS.fullmatch(text))


def _take_section(heading: Any, most: float) -> None:  # noqa: ANN401
    """Take off a heading and what belongs to it: up to the next heading of its level, or all of its own box."""
    following = [heading]
    for sibling in heading.itersiblings():
        if sibling.tag in (heading.tag, "h1", "h2"):
            break
        if isinstance(sibling.tag, str):
            following.append(sibling)
    if not _leads_away(following[1:]):
        return
    box = heading.getparent()
    others = [each for each in box if isinstance(each.tag, str) and each not in following and count_words(each)]
    taken = following if others or box.tag in _KEPT else [box]
    if sum(map(count_words, taken)) <= most:
        for each in taken:
            each.drop_tree()


def _leads_away(elements: list[Any]) -> bool:
    """Whether what follows a heading is links, a form, or next to nothing; a plan may be called Recommended too."""
    links = "descendant-or-self::a[@href] | descendant-or-self::form | descendant::input"
    return any(each.xpath(links) for each in elements) or sum(map(count_words, elements)) <= _LOADING


def _part_runs(body: Any) -> None:  # noqa: ANN401
    """Put a space between two runs of text that only a style sheet keeps apart, such as ``25%`` and ``Panel ship``."""
    inline = ("span", "strong", "b", "em", "small")
    for element in body.iter(*inline):
        after = element.getnext()
        if element.tail or after is None or after.tag not in inline or element.xpath("ancestor::pre | ancestor::code"):
            continue
        if element.text_content()[-1:].strip() and after.text_content()[:1].isalnum():
            element.tail = " "
