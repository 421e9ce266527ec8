"""llama.cpp in a process of its own, as this process sees it."""

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from panel.errors import Refused, Unreachable

_ENGINE = Path(__file__).with_name("engine.py")


class Llama:
    """A running llama.cpp with one model in it; its methods wait for answers, so call them from a thread.

    Loading begins at once and in the background; the first question waits for it.

    Args:
        file: The model.
        context: Tokens that prompt and answer may have together.
        threads: Threads that compute; None leaves it to llama.cpp.
        name: What errors call the model.
    """

    def __init__(self, file: Path, *, context: int, threads: int | None, name: str) -> None:
        self.context = context
        self.name = name
        self._ready = False
        self._process = subprocess.Popen(  # noqa: S603 - our own file, by our own Python
            [sys.executable, "-P", str(_ENGINE)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if os.environ.get("SHIPSKIP_LLAMA_LOG") == "1" else subprocess.DEVNULL,
            start_new_session=os.name == "posix",  # Ctrl-C is for us; we end it
            encoding="utf-8",
        )
        self._send({"path": str(file.absolute()), "context": context, "threads": threads})

    @property
    def pid(self) -> int:
        """Number of its process."""
        return self._process.pid

    @property
    def running(self) -> bool:
        """Whether its process lives."""
        return self._process.poll() is None

    def measure(self, prompt: dict[str, Any]) -> dict[str, Any]:
        """Return llama.cpp's first word on a prompt: its length, or an error.

        Raises:
            Refused: The model can't be loaded.
            Unreachable: The process ended.
        """
        return self._exchange({"measure": prompt})

    def ask(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return llama.cpp's answer to a chat-completions request.

        Raises:
            Refused: The model can't be loaded.
            Unreachable: The process ended.
        """
        return self._exchange({"ask": request})

    def stop(self) -> None:
        """End the process; with it goes all that it held."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            with contextlib.suppress(OSError):
                pipe.close()

    def _exchange(self, message: dict[str, Any]) -> dict[str, Any]:
        if not self._ready:
            failed = self._receive().get("failed")
            if failed is not None:
                raise Refused(
                    f"llama.cpp can't load {self.name}: the file is damaged, or of a kind that this version "
                    f"doesn't know, or there is too little memory ({failed})"
                )
            self._ready = True
        self._send(message)
        return self._receive()

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(message) + "\n")
            self._process.stdin.flush()
        except (OSError, ValueError):
            raise self._gone() from None

    def _receive(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        try:
            line = self._process.stdout.readline()
        except (OSError, ValueError):
            raise self._gone() from None
        if not line.endswith("\n"):
            raise self._gone()
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _gone(self) -> Unreachable:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=5)
        status = self._process.returncode
        return Unreachable(
            f"the llama.cpp that ran {self.name} ended with status {status}, perhaps for want of memory; "
            "set SHIPSKIP_LLAMA_LOG=1 to see what it says"
        )
