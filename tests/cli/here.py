"""The command line run in this process: quick, for tests that call it often."""

import gc
from collections.abc import Callable
from pathlib import Path

import pytest

from panel.cli.root import main
from tests.cli.conftest import Ran


def runner(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Return a function that runs ``shipskip`` in a folder; keywords become environment variables."""

    def run(*argv: object, **environment: str) -> Ran:
        monkeypatch.chdir(root)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr("sys.argv", ["shipskip", *map(str, argv)])
        threshold = gc.get_threshold()
        with pytest.raises(SystemExit) as left:
            main()
        gc.set_threshold(*threshold)
        said = capsys.readouterr()
        return Ran(int(left.value.code or 0), said.out, said.err)

    return run
