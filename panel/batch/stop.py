"""How a run is asked to end."""


class Stop:
    """Asks a run to end: what is under way is finished and kept, nothing new is begun."""

    def __init__(self) -> None:
        self.reason: str | None = None
        self.why: str | None = None

    def now(self, reason: str, why: str) -> None:
        """End, for the first reason that is given."""
        if self.reason is None:
            self.reason, self.why = reason, why
