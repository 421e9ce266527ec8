"""The ladder of ways to ask for structure: the provider's JSON schema, a forced tool call, the prompt alone."""

import re
from contextlib import AbstractAsyncContextManager
from typing import Literal

from panel.llm.scout import Scout

Rung = Literal["schema", "tool", "prompt"]

RUNGS: tuple[Rung, ...] = ("schema", "tool", "prompt")

_COMPLAINT = re.compile(
    r"response.?format|response.?schema|json.?schema|json.?mode|structured.?out|output.?(?:format|config|schema)"
    r"|guided|grammar|\btools?\b|tool.?choice|tool.?use|function.?call|\bstrict\b|\bformat\b",
    re.IGNORECASE,
)


def complains_about_structure(text: str) -> bool:
    """Whether a provider's error is about how structure was asked for, rather than about the request."""
    return _COMPLAINT.search(text) is not None


class Ladder:
    """Where one model stands on the ladder; the first answer settles it.

    Until then one call at a time goes ahead and the others wait for it, so that a provider without JSON schema costs a
    panel one rejected request, not one per ballot.

    Args:
        rungs: The rungs that this model may have, from the top; at least one.
    """

    def __init__(self, rungs: tuple[Rung, ...]) -> None:
        self._rungs = rungs
        self._at = 0
        self._scout = Scout(settled=len(rungs) == 1)

    @property
    def rung(self) -> Rung:
        """The rung to ask with."""
        return self._rungs[self._at]

    def step_down(self, rejected: Rung) -> bool:
        """Leave a rung that the provider rejected; False if there is none beneath it.

        Another call may have left it already: then nothing more is given up.
        """
        if rejected != self.rung:
            return self._rungs.index(rejected) < self._at
        if self._at + 1 == len(self._rungs):
            return False
        self._at += 1
        return True

    def settle(self) -> None:
        """Note that an answer came with the present rung."""
        self._scout.settle()

    def turn(self, longest_wait: float) -> AbstractAsyncContextManager[None]:
        """Wait for one's turn to ask, but no longer than so many seconds: at once, if the rung is settled."""
        return self._scout.turn(longest_wait)
