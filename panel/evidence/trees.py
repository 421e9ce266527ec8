"""What decision trees that were fitted elsewhere make of a few signs.

The trees are those of gradient boosting (Friedman, "Greedy function approximation: a gradient boosting machine", Annals
of Statistics 29, 2001), written down as JSON: a leaf is a number, every other node is ``[sign, bound, below, above]``.
"""

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from math import exp
from typing import Any, NamedTuple, TypeAlias

Tree: TypeAlias = "float | list[Any]"


class Forest(NamedTuple):
    """Trees, and where a case without any of them stands."""

    bias: float
    """Log odds before the first tree is asked."""
    trees: Sequence[Tree]
    """What is added to them by each."""

    def chance(self, found: Mapping[str, float]) -> float:
        """Return the chance, from 0 to 1, that signs come to; one that isn't there counts as 0."""
        return 1 / (1 + exp(-self.bias - sum(self._leaves(found))))

    def _leaves(self, found: Mapping[str, float]) -> list[float]:
        """Return what each tree adds."""
        leaves: list[float] = []
        value = found.get
        for tree in self.trees:
            while isinstance(tree, list):
                sign, bound, below, above = tree
                tree = below if value(sign, 0.0) <= bound else above  # noqa: PLW2901 - down the tree
            leaves.append(tree)
        return leaves


def read_forest(package: str, name: str) -> Forest:
    """Read the trees that lie beside a package's modules."""
    told = json.loads(files(package).joinpath(name).read_text(encoding="utf-8"))
    return Forest(told["bias"], told["trees"])
