"""What decision trees that were fitted elsewhere make of a few signs.

The trees are those of gradient boosting (Friedman, "Greedy function approximation: a gradient boosting machine", Annals
of Statistics 29, 2001), written down as JSON: a leaf is a number, every other node is ``[sign, bound, below, above]``.
"""

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from math import exp
from typing import NamedTuple, TypeAlias

Tree: TypeAlias = "float | tuple[str, float, Tree, Tree]"


class Forest(NamedTuple):
    """Trees, and where a case without any of them stands."""

    bias: float
    """Log odds before the first tree is asked."""
    trees: Sequence[Tree]
    """What is added to them by each."""

    def chance(self, found: Mapping[str, float]) -> float:
        """Return the chance, from 0 to 1, that signs come to; one that isn't there counts as 0."""
        return 1 / (1 + exp(-self.bias - sum(_leaf(tree, found) for tree in self.trees)))


def read_forest(package: str, name: str) -> Forest:
    """Read the trees that lie beside a package's modules."""
    told = json.loads(files(package).joinpath(name).read_text(encoding="utf-8"))
    return Forest(told["bias"], told["trees"])


def _leaf(tree: Tree, found: Mapping[str, float]) -> float:
    while not isinstance(tree, int | float):
        sign, bound, below, above = tree
        tree = below if found.get(sign, 0.0) <= bound else above
    return tree
