"""A pair's head-to-head result arranged for showing: what the terminal and the pages have in common."""

from collections.abc import Iterator
from dataclasses import dataclass

from panel.domain.comparison import Comparison
from panel.domain.head_to_head import TIE, Answer, HeadToHead, PairCount, SeatPreference
from panel.domain.verdict import Verdict


@dataclass(frozen=True)
class Way:
    """One way of asking, with its count."""

    label: str
    """What the page calls it."""
    count: PairCount
    """How the seats chose."""


@dataclass(frozen=True)
class DuelSheet:
    """A pair with all that a page shows of it."""

    duel: HeadToHead
    """What came of it."""
    a: Verdict
    """The verdict on the one."""
    b: Verdict
    """The verdict on the other."""
    number: int = 1
    """Its place among the pairs of the page, counted from 1."""

    @property
    def title(self) -> str:
        """Both names."""
        return f"{self.a.release.name} against {self.b.release.name}"

    @property
    def asked(self) -> bool:
        """Whether a model was asked at all."""
        return self.duel.basis == "asked"

    @property
    def ways(self) -> tuple[Way, ...]:
        """The counts, with names and without."""
        if self.duel.masked is None:
            return (Way("Read off the verdicts", self.duel.named),)
        return Way("Names shown", self.duel.named), Way("Names hidden", self.duel.masked)

    @property
    def level(self) -> float:
        """Level of the intervals."""
        return self.a.tally.interval_level

    @property
    def cost(self) -> str:
        """How many answers there are, and what they cost; empty where nobody was asked."""
        answers = sum(len(seat.answers) for seat in self.duel.seats)
        if not answers:
            return ""
        cost = "cost unknown" if self.duel.cost_usd is None else f"US$ {self.duel.cost_usd:.4f}"
        return f"{answers} answers, {cost}"

    def name(self, side: str | None) -> str:
        """Return what a choice is called on the page."""
        names = {self.duel.a: self.a.release.name, self.duel.b: self.b.release.name, TIE: "neither"}
        return "no result" if side is None else names[side]

    def score(self, count: PairCount) -> str:
        """Return a count as people read it: ``Lathe 3, neither 1, Gimbal 0``."""
        missing = f", without a result {count.missing}" if count.missing else ""
        return f"{self.name(self.duel.a)} {count.a}, neither {count.tie}, {self.name(self.duel.b)} {count.b}{missing}"

    def share(self, count: PairCount) -> str:
        """Return the share of whoever has the larger one, with its interval; empty below quorum."""
        if count.percent is None or count.interval is None:
            return ""
        low, high = count.interval
        percent, side = count.percent, self.duel.a
        if percent < 50:
            percent, low, high, side = 100 - percent, 100 - high, 100 - low, self.duel.b
        whose = "each" if percent == 50 else f"for {self.name(side)}"
        return f"{percent} % {whose} ({self.level * 100:g} % interval {low}–{high} %)"

    def call(self, count: PairCount) -> str:
        """Return whether a count is called."""
        return "too close to call" if count.winner is None else f"{self.name(count.winner)} is ahead"

    def own_share(self, count: PairCount | None, slug: str) -> str:
        """Return one release's share; a dash where there is none."""
        if count is None or count.percent is None:
            return "—"
        return f"{count.percent if slug == self.duel.a else 100 - count.percent} %"

    def notes(self, seat: SeatPreference) -> tuple[str, ...]:
        """Return what the page says of a seat's answers beside them."""
        found = []
        if seat.basis == "verdicts" and self.asked:
            found.append("not asked: read off its votes")
        if seat.turned_by_order:
            found.append(
                f"changes with the order ({' and '.join(f'names {_WAYS[way]}' for way in seat.turned_by_order)})"
            )
        if seat.brand_pull is not None:
            found.append(f"brand pull towards {self.name(seat.brand_pull)}")
        if spoiled := sum(answer.choice is None for answer in seat.answers):
            found.append(f"{spoiled} of {len(seat.answers)} answers spoiled")
        return tuple(found)

    def cites(self, answer: Answer | SeatPreference) -> Iterator[tuple[str, str]]:
        """Yield what an answer cites: where it stands, in words, and its text."""
        for cite in answer.cites:
            slug, _, place = cite.partition(":")
            yield f"{self.name(slug)} {place}", self.duel.cited.get(cite, "")

    def told(self, answer: Answer) -> str:
        """Return how a question was put, in words."""
        hidden = "names hidden" if answer.masked else "names shown"
        return f"{self.name(answer.first)} first, {hidden}"


_WAYS = {"named": "shown", "masked": "hidden"}


def duel_sheets(comparison: Comparison) -> tuple[DuelSheet, ...]:
    """Arrange every pair of a comparison for its page."""
    verdicts = {verdict.slug: verdict for verdict in comparison.verdicts}
    return tuple(
        DuelSheet(duel, verdicts[duel.a], verdicts[duel.b], number)
        for number, duel in enumerate(comparison.head_to_head, start=1)
    )
