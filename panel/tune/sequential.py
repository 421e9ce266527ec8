"""Testing while the votes come in, and stopping as soon as they suffice, with the error rate kept."""

import math
from typing import Literal, NamedTuple

import numpy as np
from scipy import special  # type: ignore[import-untyped]

from panel.tune.estimate import Estimate

METHOD = "a confidence sequence, valid whenever one stops"


class Wager(NamedTuple):
    """What the pairs that differ have come to so far."""

    after: int = 0
    """Pairs, or groups of them, that speak for what is new."""
    before: int = 0
    """Pairs, or groups of them, that speak for what was before."""

    def told(self, difference: float) -> "Wager":
        """Return it with one more group: above 0 speaks for what is new, below 0 against it, 0 says nothing."""
        return Wager(self.after + (difference > 0), self.before + (difference < 0))

    @property
    def evidence_for(self) -> float:
        """Logarithm of the evidence that what is new wins more pairs than it loses; 0 is none."""
        return _log_evidence(self.after, self.before)

    @property
    def evidence_against(self) -> float:
        """Logarithm of the evidence that what is new loses more pairs than it wins; 0 is none."""
        return _log_evidence(self.before, self.after)

    @property
    def p(self) -> float:
        """A two-sided p-value that holds whenever one looks, however often."""
        return min(1.0, 2 * math.exp(-max(self.evidence_for, self.evidence_against)))

    def answer(self, alpha: float) -> Literal["better", "worse", "can't tell"]:
        """Return what can be said by now; whoever asks after every pair errs with probability ``alpha`` at most.

        Whatever is true, the evidence against it exceeds 2/α at any time with probability α/2 at most, on each side.

        Source: J. Ville, Étude critique de la notion de collectif (1939); A. Ramdas, P. Grünwald, V. Vovk and
        G. Shafer, Game-theoretic statistics and safe anytime-valid inference, Statistical Science 38 (2023).
        """
        line = math.log(2 / alpha)
        if self.evidence_for >= line:
            return "better"
        return "worse" if self.evidence_against >= line else "can't tell"

    def favour(self, level: float = 0.95) -> Estimate:
        """Return the share of differing pairs that what is new wins, with an interval that holds whenever one stops.

        Source: H. Robbins, Statistical methods related to the law of the iterated logarithm, Annals of Mathematical
        Statistics 41 (1970), on the mixture whose ratio stays below 1/(1 − level).
        """
        n = self.after + self.before
        if n == 0:
            return Estimate.undefined("no pair differs", level=level)
        shares = np.linspace(0, 1, 2001)
        with np.errstate(divide="ignore"):
            ratio = special.betaln(self.after + 1, self.before + 1) - (
                special.xlogy(self.after, shares) + special.xlog1py(self.before, -shares)
            )
        held = shares[ratio < -math.log(1 - level)]
        return Estimate(
            value=self.after / n, low=float(held.min()), high=float(held.max()), level=level, n=n, method=METHOD
        )


def _log_evidence(wins: int, losses: int) -> float:
    """Return the log of a wealth that started at 1 and bet on wins, spread evenly over all win rates above ½.

    While wins are no more likely than losses, that wealth is expected not to grow.
    """
    n = wins + losses
    upper = special.betaincc(wins + 1, losses + 1, 0.5)
    if upper <= 0:
        return -math.inf
    return float((n + 1) * math.log(2) + special.betaln(wins + 1, losses + 1) + math.log(upper))
