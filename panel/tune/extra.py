"""What tuning needs beyond the plain installation."""

from importlib.util import find_spec

from panel.errors import DeclarationError

_NEEDED = {
    "numpy": "numpy",
    "scipy": "scipy",
    "sklearn": "scikit-learn",
    "crowdkit": "crowd-kit",
    "matplotlib": "matplotlib",
    "gepa": "gepa",
}
"""Module → the package that it comes with."""


def check_extra() -> None:
    """Find out whether the packages for tuning are there, without importing them.

    Raises:
        DeclarationError: One of them isn't; names the command that installs it.
    """
    missing = [package for module, package in _NEEDED.items() if find_spec(module) is None]
    if missing:
        raise DeclarationError(
            f"tuning needs {missing[0]}, which isn't installed; install it with: pip install 'shipskip[tune]'"
        )
