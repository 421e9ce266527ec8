"""Where the personas and prompts that come with shipskip are."""

from pathlib import Path
from typing import Literal

from panel.errors import DeclarationError

Kind = Literal["personas", "prompts"]


def shipped_folder(kind: Kind) -> Path:
    """Return the folder of shipped personas or prompts: inside the package in a wheel, else beside it in a clone.

    Raises:
        DeclarationError: If the installation lacks it.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "shipped" / kind, package.parent / kind):
        if folder.is_dir():
            return folder
    raise DeclarationError(f"shipskip's own {kind} are missing; install it again", file=package / "shipped" / kind)
