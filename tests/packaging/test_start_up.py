"""Start-up stays light: what a command does not need is not imported. How fast it is, benchmarks/ measures."""

import subprocess
import sys

import pytest

HEAVY = {"litellm", "sqlalchemy", "jinja2", "pydantic", "rich", "aiohttp", "httpx", "asyncio", "yaml"}


def imported(code):
    """The heavy packages that a piece of code has imported when it ends."""
    probe = f"import sys\n{code}\nprint(*sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", probe], check=True, capture_output=True, text=True)
    return set(done.stdout.splitlines()[-1].split()) if done.stdout.strip() else set()


def test_importing_panel_costs_nothing():
    """``import panel`` brings in none of the heavy packages."""
    assert imported("import panel") == set()


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_and_version_load_no_verb(argument):
    """The list of verbs is printed without importing any of them."""
    code = f"from panel.cli.root import shipskip\nshipskip.main([{argument!r}], standalone_mode=False)"
    assert imported(code) <= set()


def test_a_builtin_review_asks_nothing_of_litellm_or_the_ledger():
    """What the builtin reviewer doesn't need stays out: litellm and the database."""
    code = "import panel\npanel.review('releases/muse-spark')"
    assert not imported(code) & {"litellm", "sqlalchemy", "aiohttp", "httpx"}
