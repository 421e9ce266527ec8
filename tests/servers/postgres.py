"""A PostgreSQL server of the tests' own: Debian's programs, an unprivileged process, a socket in a temporary folder."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.needs import needs, postgres

NOBODY = 65_534
"""User as whom it runs where the tests run as root, whom PostgreSQL refuses."""


@contextmanager
def running_postgres() -> Iterator[str]:
    """Run an empty server until the block ends; give the URL of its database.

    Skips the calling test where PostgreSQL or its driver isn't installed.
    """
    needs("postgres")
    programs = postgres()
    assert programs is not None
    home = Path(tempfile.mkdtemp(prefix="pg"))
    as_nobody = {"user": NOBODY} if os.geteuid() == 0 else {}
    if as_nobody:
        os.chown(home, NOBODY, -1)

    def run(program: str, *arguments: str) -> None:
        command = [str(programs / program), "-D", str(home / "data"), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/", timeout=60, **as_nobody)

    run("initdb", "-U", "panel", "--auth=trust", "-E", "UTF8")
    try:
        run("pg_ctl", "-w", "-l", str(home / "log"), "-o", f"-k {home} -c listen_addresses=''", "start")
        yield f"postgresql://panel@/postgres?host={home}"
    finally:
        run("pg_ctl", "-m", "immediate", "stop")
        shutil.rmtree(home)
