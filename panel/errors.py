"""The whole exception tree.

* PanelError                  everything that shipskip raises on purpose
  * DeclarationError          the author must fix it; raised before the first paid call
    x Conflict                somebody else has saved the record in between; nothing was written
    x NoRoom                  the disk is full, or can't be written to at all; nothing was half written
  * CallError                 the world failed; ends as a SpoiledBallot with its reason
    x RateLimited             the provider asked for a pause and the deadline came first
    x Unreachable             no answer: refused, reset, timed out, or the server's own fault (5xx)
    x Refused                 an answer that says no: key, model name, request, content policy
    x Unreadable              an answer came, but no ballot can be read from it
    x OverBudget              asking would exceed what may be spent
    x UnderWay                a provider's batch holds the call: asking would pay for it twice

``except DeclarationError`` is for doors, which print its one sentence and leave with exit code 2.
``except CallError`` is for polling, which turns it into a spoiled ballot.
"""

from pathlib import Path


class PanelError(Exception):
    """Base of everything that shipskip raises on purpose; its text is one sentence for a person."""


class DeclarationError(PanelError):
    """Something written by the author of a workspace can't be used; a retry won't help.

    Args:
        problem: One sentence that quotes the offending value and says what to do.
        file: The file at fault, if there is one.
        line: Its line, counted from 1, if known.
    """

    def __init__(self, problem: str, *, file: Path | str | None = None, line: int | None = None) -> None:
        self.problem, self.file, self.line = problem, file, line
        place = "" if file is None else f"{file}: " if line is None else f"{file}, line {line}: "
        super().__init__(f"{place}{problem}")


class Conflict(DeclarationError):
    """A record was saved by somebody else since it was read; what they saved stands, nothing was written over it."""


class NoRoom(DeclarationError):
    """The disk is full or broken: no other file could be written either, so whoever writes many stops."""


class CallError(PanelError):
    """A call to a model failed.

    Args:
        problem: One sentence about what failed.
        reply: The raw reply, if there was one; it was paid for and is kept.
    """

    may_retry = False
    """Whether asking again could mend it."""

    def __init__(self, problem: str, *, reply: str | None = None) -> None:
        self.problem, self.reply = problem, reply
        super().__init__(problem)

    @property
    def kind(self) -> str:
        """The name of the error as records show it, such as ``RateLimited``."""
        return type(self).__name__


class RateLimited(CallError):
    """The provider asked for a pause.

    Args:
        problem: One sentence about what failed.
        retry_after: Seconds that the provider asked to wait, if it said so.
    """

    may_retry = True

    def __init__(self, problem: str, *, retry_after: float | None = None) -> None:
        self.retry_after = retry_after
        super().__init__(problem)


class Unreachable(CallError):
    """No usable answer came: connection refused or reset, time-out, or a server's own fault (5xx)."""

    may_retry = True


class Refused(CallError):
    """The provider answered no: wrong key, unknown model, bad request, content policy, dossier too long."""


class Unreadable(CallError):
    """A reply came, but no ballot can be read from it, or only by guessing."""


class OverBudget(CallError):
    """Asking would exceed what may be spent."""


class UnderWay(CallError):
    """The call is under way in a provider's batch, which is paid for; whoever collects the batch gets the answer."""
