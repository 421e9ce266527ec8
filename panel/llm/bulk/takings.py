"""What batches brought, counted as it is entered."""

from dataclasses import dataclass, field

from panel.domain.call import Call
from panel.llm.bulk.nouns import Outcome


@dataclass
class Takings:
    """What the batches that one run collected came to."""

    counts: dict[Outcome, int] = field(default_factory=dict)
    """Lines by what became of them."""
    cost_usd: float = 0.0
    """US dollars of the answers whose price is known."""
    unpriced: int = 0
    """Answers whose price isn't."""
    tokens: int = 0
    """Tokens read and written."""

    def of(self, *outcomes: Outcome) -> int:
        """Return how many lines ended in one of these ways."""
        return sum(self.counts.get(outcome, 0) for outcome in outcomes)

    def count(self, outcome: Outcome, number: int = 1) -> None:
        """Count lines."""
        self.counts[outcome] = self.counts.get(outcome, 0) + number

    def add(self, call: Call) -> None:
        """Count what an answer cost."""
        self.cost_usd += call.cost_usd or 0.0
        self.unpriced += call.cost_usd is None
        self.tokens += (call.usage.prompt_tokens or 0) + (call.usage.completion_tokens or 0)
