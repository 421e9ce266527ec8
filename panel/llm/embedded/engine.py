"""The process in which llama.cpp runs; it is started as a file, and imports nothing of shipskip.

It is a process of its own because a damaged model or a lack of memory can end it at once, and a panel must survive
that. It reads one JSON object per line on its standard input: first its settings, then requests; for each it writes
one line. At the end of the input it ends at once, so that it never outlives the process that started it.
"""

import json
import os
import queue
import secrets
import shutil
import sys
import tempfile
import threading
from typing import Any, TextIO

QUIET, TALKATIVE = -1, 3


def main() -> None:
    """Load the model that the first line names, then answer every further line."""
    answers = _keep_output(loud=os.environ.get("SHIPSKIP_LLAMA_LOG") == "1")
    lines: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(lines,), daemon=True).start()
    settings = json.loads(lines.get())
    try:
        server = _open(settings)
    except Exception as error:  # noqa: BLE001 - whatever it is, the panel is told in a sentence
        _say(answers, {"failed": str(error) or type(error).__name__})
        return
    _say(answers, {"ready": True})
    while True:
        asked = json.loads(lines.get())
        _say(answers, _measure(server, asked["measure"]) if "measure" in asked else _answer(server, asked["ask"]))


def _keep_output(*, loud: bool) -> TextIO:
    """Return where answers go, and send whatever llama.cpp prints elsewhere: to nowhere, or to standard error."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(2 if loud else nowhere, 1)
    if not loud:
        os.dup2(nowhere, 2)
    return answers


def _listen(lines: "queue.SimpleQueue[str]") -> None:
    for line in sys.stdin:
        lines.put(line)
    os._exit(0)


def _say(answers: TextIO, what: dict[str, Any]) -> None:
    answers.write(json.dumps(what) + "\n")
    answers.flush()


def _open(settings: dict[str, Any]) -> Any:  # noqa: ANN401 - xllamacpp has no types
    """Load the model with one slot, in which every request finds what the one before it has read.

    xllamacpp always starts llama.cpp's HTTP server too. Nobody needs it: where the system has Unix sockets it is bound
    to one whose name is taken away at once, elsewhere to loopback under a key that nobody knows.
    """
    import xllamacpp  # type: ignore[import-untyped, import-not-found, unused-ignore]

    asked = xllamacpp.CommonParams()
    asked.model.path = settings["path"]
    asked.n_ctx = settings["context"]
    asked.n_parallel = 1
    asked.cache_ram_mib = 0  # one slot keeps the prefix; no further copies of it in memory
    asked.swa_full = True  # else models with a sliding window forget the prefix
    asked.warmup = False
    asked.offline = True
    asked.ui = False
    asked.endpoint_slots = False
    asked.api_keys = [secrets.token_urlsafe(32)]
    asked.verbosity = TALKATIVE if os.environ.get("SHIPSKIP_LLAMA_LOG") == "1" else QUIET
    if settings["threads"]:
        asked.cpuparams.n_threads = asked.cpuparams_batch.n_threads = settings["threads"]
    if os.name != "posix":
        return xllamacpp.Server(asked)
    folder = tempfile.mkdtemp(prefix="shipskip-")
    try:
        asked.hostnames = [os.path.join(folder, "llama.sock")]  # noqa: PTH118 - llama.cpp takes a string
        return xllamacpp.Server(asked)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _measure(server: Any, request: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401
    """Return what is known before a prompt is read: its tokens, and how many of them the one before it had."""
    seen: list[dict[str, Any]] = []

    def stop(chunk: dict[str, Any]) -> bool:
        seen.append(chunk)
        return True

    server.handle_chat_completions({**request, "stream": True, "return_progress": True}, stop)
    return seen[0] if seen else {"error": {"message": "llama.cpp said nothing"}}


def _answer(server: Any, request: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401
    answer: dict[str, Any] = server.handle_chat_completions(request)
    return answer


if __name__ == "__main__":
    main()
