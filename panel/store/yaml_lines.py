"""Safe YAML that knows the line of every key, and refuses what can only be a mistake or an attack."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import yaml

from panel.errors import DeclarationError
from panel.store.declared import Declared, Where

MOST_ALIASES = 20
"""Aliases in one document; a document with more is a bomb or unreadable."""

DEEPEST = 20
"""Levels of nesting."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(text: str, file: Path, *, first_line: int = 1) -> Declared:
    """Read one YAML mapping; an empty document is an empty mapping.

    Args:
        text: The YAML.
        file: Where it stands, for errors.
        first_line: Line of the file at which it starts.

    Raises:
        DeclarationError: If it isn't valid, isn't a mapping, or has a key twice.
    """
    before = first_line - 1
    try:
        _refuse_bombs(text, file, before)
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
            return _Document(loader, file, before).declared(node)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        _complain(error, file, before)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1 + before if isinstance(error.position, int) else None
        code = error.character if isinstance(error.character, int) else ord(str(error.character)[:1] or "?")
        raise DeclarationError(f"YAML can't hold the character U+{code:04X}; remove it", file=file, line=line) from None
    except yaml.YAMLError as error:
        raise DeclarationError(f"this isn't valid YAML: {error}", file=file, line=first_line) from None


def _refuse_bombs(text: str, file: Path, before: int) -> None:
    """Look at the document's events, which nothing expands, before anything is built from it."""
    depth = aliases = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.AliasEvent):
            aliases += 1
        line = event.start_mark.line + 1 + before if event.start_mark else None
        if depth > DEEPEST:
            raise DeclarationError(f"this is nested more than {DEEPEST} levels deep", file=file, line=line)
        if aliases > MOST_ALIASES:
            raise DeclarationError(f"more than {MOST_ALIASES} aliases (*name); write it out", file=file, line=line)


def _complain(error: yaml.MarkedYAMLError, file: Path, before: int) -> NoReturn:
    mark = error.problem_mark or error.context_mark
    problem = error.problem or "it can't be parsed"
    hint = next((hint for part, hint in _HINTS if part in problem), "")
    line = None if mark is None else mark.line + 1 + before
    raise DeclarationError(f"this isn't valid YAML: {problem}{hint}", file=file, line=line) from None


_HINTS = (
    ("mapping values are not allowed", "; put a value that has a colon in quotes"),
    ("cannot start any token", "; indent with spaces, and put a value that starts with @, ` or % in quotes"),
    ("expected <block end>", "; check the indentation, and the quotes around the value before"),
    ("could not find expected ':'", "; every line needs a key, a colon and a space"),
    ("tab character", "; indent with spaces"),
    ("another document", "; keep one document, without a second ---"),
    ("undefined alias", "; put a value that starts with * in quotes"),
    ("while scanning a quoted scalar", "; close the quotes"),
    ("unexpected end of stream", "; close the quotes or brackets"),
)


class _Document:
    """Builds plain data out of YAML nodes and notes where each came from."""

    def __init__(self, loader: Any, file: Path, before: int) -> None:  # noqa: ANN401 - one of two unrelated loaders
        self._loader, self._file, self._before = loader, file, before
        self._lines: dict[Where, int] = {}
        self._open: set[int] = set()

    def declared(self, node: yaml.Node | None) -> Declared:
        """Return the whole document."""
        if node is None or (isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null"):
            return Declared({}, self._file)
        if not isinstance(node, yaml.MappingNode):
            found = "a list" if isinstance(node, yaml.SequenceNode) else "text"
            self._refuse(node, f"lines of the form 'key: value' are expected here, not {found}")
        self._lines[()] = self._line(node)
        return Declared(self._value(node, ()), self._file, self._lines)

    def _value(self, node: yaml.Node, where: Where) -> Any:  # noqa: ANN401 - anything that YAML can hold
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if id(node) in self._open:
            self._refuse(node, "this alias stands within what it stands for")
        self._open.add(id(node))
        try:
            if isinstance(node, yaml.MappingNode):
                return dict(self._pairs(node, where))
            return tuple(self._item(child, (*where, n)) for n, child in enumerate(node.value))
        finally:
            self._open.discard(id(node))

    def _item(self, node: yaml.Node, where: Where) -> Any:  # noqa: ANN401 - anything that YAML can hold
        self._lines[where] = self._line(node)
        return self._value(node, where)

    def _pairs(self, node: yaml.MappingNode, where: Where) -> Iterator[tuple[str, Any]]:
        seen: dict[str, int] = {}
        for key_node, child in node.value:
            key, line = self._key(key_node), self._line(key_node)
            if key in seen:
                self._refuse(key_node, f"{key!r} stands here a second time (first in line {seen[key]}); keep one")
            seen[key] = line
            self._lines[(*where, key)] = line
            yield key, self._value(child, (*where, key))

    def _key(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode):
            self._refuse(node, "a key must be a word, not a list or a mapping")
        if node.tag == "tag:yaml.org,2002:merge":
            self._refuse(node, "merging with '<<' isn't understood here; write the keys out")
        return str(node.value)

    def _scalar(self, node: yaml.ScalarNode) -> Any:  # noqa: ANN401 - text, number, date, boolean or None
        if node.tag == "tag:yaml.org,2002:str":
            return node.value
        if not node.tag.startswith("tag:yaml.org,2002:") or node.tag.endswith(":binary"):
            self._refuse(node, f"the YAML tag {node.tag!r} isn't understood here; write plain text")
        try:
            return self._loader.construct_object(node)
        except yaml.constructor.ConstructorError:
            self._refuse(node, f"the YAML tag {node.tag!r} isn't understood here; write plain text")
        except ValueError:  # 2026-02-30 looks like a date
            self._refuse(node, f"{node.value} is no date or number that exists; correct it, or put it in quotes")

    def _line(self, node: yaml.Node) -> int:
        return int(node.start_mark.line) + 1 + self._before

    def _refuse(self, node: yaml.Node, problem: str) -> NoReturn:
        raise DeclarationError(problem, file=self._file, line=self._line(node))
