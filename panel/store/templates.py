"""How templates are loaded, and how single blocks of them are rendered."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from jinja2 import BaseLoader, Environment, Template, nodes
from jinja2.runtime import Context


class ReadOnce(BaseLoader):
    """Remembers every source, so that what is hashed is what is rendered, even if someone edits meanwhile."""

    def __init__(self, loader: BaseLoader) -> None:
        self._loader = loader
        self._sources: dict[str, tuple[str, str | None, Callable[[], bool] | None]] = {}

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Return a template's source, its file, and nothing to tell whether it changed."""
        if template not in self._sources:
            source, file, _ = self._loader.get_source(environment, template)
            self._sources[template] = source, file, None
        return self._sources[template]


def run_without_blocks(template: Template, context: Context, named: Iterable[str]) -> None:
    """Run a template's top level, so that its parents' blocks, macros and settings are known, but no block yet.

    Args:
        template: The template.
        context: What it is told; holds its blocks afterwards.
        named: Blocks that only its parents may have.
    """

    def silent(_: Context) -> Iterator[str]:
        yield from ()

    for name in {*named, *context.blocks}:
        context.blocks[name] = [silent, *context.blocks.get(name, [])]
    for _ in template.root_render_func(context):
        pass
    for name, blocks in context.blocks.items():
        context.blocks[name] = [block for block in blocks if block is not silent]


class Reference(NamedTuple):
    """A place where a template extends, includes or imports another one."""

    name: str | None
    """Which one; None if an expression decides."""
    line: int
    """Where."""
    dispensable: bool
    """Whether the template does without, if there is none of that name."""


def references(template: nodes.Template) -> Iterator[Reference]:
    """Yield every other template that this one names."""
    for node in template.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        named = getattr(node, "template")  # noqa: B009 - the four have no common base that declares it
        choices = named.items if isinstance(named, nodes.List | nodes.Tuple) else [named]
        dispensable = len(choices) > 1 or bool(getattr(node, "ignore_missing", False))
        for each in choices:
            name = each.value if isinstance(each, nodes.Const) and isinstance(each.value, str) else None
            yield Reference(name, node.lineno, dispensable)
