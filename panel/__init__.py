"""shipskip: a panel of simulated reviewer personas votes ship or skip on new releases, and shows its evidence.

    import panel

    verdict = panel.review("releases/muse-spark")
    print(verdict.tally.headline)

Importing this package costs nothing: its functions are loaded when they are first named.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from panel.version import __version__

if TYPE_CHECKING:
    from panel.api import compare, price, prompt_for, review, review_all
    from panel.domain.comparison import Comparison
    from panel.domain.verdict import Verdict
    from panel.errors import CallError, DeclarationError, PanelError

__all__ = [
    "CallError",
    "Comparison",
    "DeclarationError",
    "PanelError",
    "Verdict",
    "__version__",
    "compare",
    "price",
    "prompt_for",
    "review",
    "review_all",
]

_HOME = {
    "price": "panel.api",
    "prompt_for": "panel.api",
    "review": "panel.api",
    "review_all": "panel.api",
    "compare": "panel.api",
    "Verdict": "panel.domain.verdict",
    "Comparison": "panel.domain.comparison",
    "PanelError": "panel.errors",
    "DeclarationError": "panel.errors",
    "CallError": "panel.errors",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    """Load a public name when it is first asked for."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
