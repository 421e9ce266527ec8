"""What a verdict needs a person for, and how urgently: the order of the editors' queue. Pure."""

from typing import Literal

from panel.domain.noun import Noun
from panel.domain.verdict import Finding, Verdict

Need = Literal[
    "attacked",
    "spoiled",
    "no-percentage",
    "contradicted",
    "ungrounded",
    "close",
    "disagreement",
    "stale",
    "unsure",
    "other",
]

WEIGHTS: dict[Need, float] = {
    "attacked": 8,
    "spoiled": 7,
    "no-percentage": 6,
    "contradicted": 5,
    "ungrounded": 4,
    "close": 3,
    "disagreement": 2,
    "stale": 2,
    "other": 0.5,
    "unsure": 0.25,
}
"""How much each need moves a verdict up the queue."""

_OF_FINDING: dict[str, Need] = {
    **dict.fromkeys(
        (
            "instruction-like",
            "chat-template",
            "fake-ballot",
            "fake-citation",
            "hidden-text",
            "encoded-text",
            "invisible-characters",
            "template-syntax",
            "exfiltration",
        ),
        "attacked",
    ),
    "contradicted": "contradicted",
    **dict.fromkeys(("unsupported", "unknown-citation", "misquoted", "uncited"), "ungrounded"),
    "disagreement": "disagreement",
    "stale": "stale",
}

_SAYS: dict[Need, tuple[str, str]] = {
    "attacked": (
        "a passage in the sources is aimed at reviewers",
        "{n} passages in the sources are aimed at reviewers",
    ),
    "contradicted": ("a statement is contradicted by the sources", "{n} statements are contradicted by the sources"),
    "ungrounded": ("a statement isn't borne out by the sources", "{n} statements aren't borne out by the sources"),
    "disagreement": ("two sources disagree", "the sources disagree in {n} places"),
    "stale": ("a ballot is stale", "{n} findings say that ballots are stale"),
    "other": ("another finding is open", "{n} other findings are open"),
}


class Reason(Noun):
    """One thing for which a verdict needs a person."""

    need: Need
    """What kind of thing it is."""
    text: str
    """Half a sentence for the queue, such as ``2 of 5 seats are spoiled (RateLimited)``."""
    count: int = 1
    """How many times: seats, findings; 1 for what is so or isn't."""

    @property
    def weight(self) -> float:
        """How far it moves the verdict up the queue; more of the same counts for little more."""
        return WEIGHTS[self.need] * (1 + 0.1 * min(self.count - 1, 5))


def attention(verdict: Verdict) -> tuple[Reason, ...]:
    """Return what a verdict needs a person for, most urgent first; nothing if a look would do.

    Findings that an editor has resolved don't count, nor does anything on a verdict that is approved or published,
    except that it has gone stale.
    """
    reasons = [*_counted(verdict), *_found(verdict.findings)]
    if verdict.state in ("approved", "published"):
        reasons = [reason for reason in reasons if reason.need == "stale"]
    return tuple(sorted(reasons, key=lambda reason: -reason.weight))


def urgency(reasons: tuple[Reason, ...]) -> float:
    """Return how far up a verdict with these reasons stands: 0 for one that needs nobody."""
    return round(sum(reason.weight for reason in reasons), 6)


def _counted(verdict: Verdict) -> list[Reason]:
    tally = verdict.tally
    found: list[Reason] = []
    if verdict.spoiled:
        kinds = ", ".join(dict.fromkeys(each.kind for each in verdict.spoiled))
        seats = f"{len(verdict.spoiled)} of {tally.seats} seats {'is' if len(verdict.spoiled) == 1 else 'are'} spoiled"
        found.append(Reason(need="spoiled", text=f"{seats} ({kinds})", count=len(verdict.spoiled)))
    if tally.ship_percent is None or tally.interval is None:
        found.append(Reason(need="no-percentage", text="too few seats voted for a percentage"))
    elif tally.interval[0] < 50 < tally.interval[1]:
        found.append(_about_fifty(tally.ship_percent, *tally.interval))
    return found


def _about_fifty(percent: int, low: int, high: int) -> Reason:
    """Return how near a panel is to the other answer; a lopsided one of few seats is unsure rather than close."""
    if 25 < percent < 75:
        return Reason(need="close", text=f"{percent} % is close: the interval {low}–{high} % has 50 in it")
    return Reason(need="unsure", text=f"few seats: the interval {low}–{high} % has 50 in it")


def _found(findings: tuple[Finding, ...]) -> list[Reason]:
    counts: dict[Need, int] = {}
    for finding in findings:
        if finding.resolution is None:
            need = _OF_FINDING.get(finding.kind, "other")
            counts[need] = counts.get(need, 0) + 1
    return [Reason(need=need, text=_SAYS[need][n > 1].format(n=n), count=n) for need, n in counts.items()]
