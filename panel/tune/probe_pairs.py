"""Whether a choice between two releases depends on which of them is shown first."""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence

from panel.domain.call import Request
from panel.domain.head_to_head import TIE
from panel.domain.release import Release
from panel.domain.seating import Panel
from panel.evidence.dossier import read_dossier
from panel.hearing.counting_pairs import Asked
from panel.hearing.face_off import Pairing, Question, all_seats, put, questions_on, unasked_of
from panel.tune.asking import Asking
from panel.tune.probe import Probe
from panel.tune.probe_effects import Findings, Pair
from panel.tune.probe_result import LeftOut


class Table:
    """Releases two by two, each in one pair, so that every pair is evidence of its own.

    Args:
        releases: The releases, in the order in which they are paired.
        panels: Slug → who is asked about it; whoever sits for one of two is asked about both.
        groups: What a release belongs to; two of one group aren't set against each other.
    """

    def __init__(
        self, releases: Sequence[Release], panels: Mapping[str, Panel], groups: Callable[[str], str] = str
    ) -> None:
        self._panels = panels
        self.pairings: list[Pairing] = []
        """The pairs."""
        self.alone: list[str] = []
        """Releases without another one."""
        waiting = list(releases)
        while waiting:
            one = waiting.pop(0)
            other = next((each for each in waiting if groups(each.slug) != groups(one.slug)), None)
            if other is None:
                self.alone.append(one.slug)
            else:
                waiting.remove(other)
                self.pairings.append(Pairing(read_dossier(one), read_dossier(other)))

    def questions(self, desk: Asking) -> Iterator[Question]:
        """Yield both orders of every pair, with names, for every seat for which a model speaks."""
        for pairing in self.pairings:
            panels = [self._panels[each.release.slug] for each in (pairing.a, pairing.b)]
            for question in questions_on(pairing, all_seats(panels), desk.bench):
                if not question.masked:
                    yield question

    async def missing(self, desk: Asking) -> dict[str, list[Request]]:
        """Return by model what would have to be asked."""
        return await unasked_of(self.questions(desk), desk.bench)

    async def asked(self, probe: Probe, desk: Asking) -> tuple[Findings, float | None]:
        """Ask in both orders, and return what was chosen, and what all answers cost.

        Raises:
            DeclarationError: A template or a model's name can't be used.
        """
        questions = list(self.questions(desk))

        async def one(question: Question) -> Asked:
            async with desk.places:
                return await put(question, desk.bench)

        answers = await asyncio.gather(*(one(question) for question in questions))
        by_pair: dict[tuple[str, str, str], list[Asked]] = {}
        for question, said in zip(questions, answers, strict=True):
            name = f"{question.pairing.a.release.slug}+{question.pairing.b.release.slug}"
            by_pair.setdefault((name, said.persona, said.model), []).append(said)
        pairs, gone = [], []
        for (name, persona, _), both in by_pair.items():
            first = [_first(each) for each in both]
            known = [each for each in first if each is not None]
            if len(known) < len(first) or len(known) < 2:
                gone.append(name)
            else:
                share = sum(known) / len(known)
                pairs.append(Pair(name, name, persona, 1 - share, share))
        read = {pair.release for pair in pairs}
        left_out = [LeftOut(release=slug, why="there is no other one to set it against") for slug in self.alone]
        if not questions:
            left_out = [LeftOut(release=slug, why=_UNSPOKEN) for slug in self._panels]
        left_out += [
            LeftOut(release=name, why="an answer was unreadable") for name in dict.fromkeys(gone) if name not in read
        ]
        spoiled = sum(each.answer.choice is None for each in answers)
        costs = [each.answer.cost_usd for each in answers]
        paid = [cost for cost in costs if cost is not None]
        cost = sum(paid) if len(paid) == len(costs) else None
        return Findings(probe, tuple(pairs), tuple(left_out), spoiled), cost


_UNSPOKEN = "no model speaks for its seats, and the builtin reviewer can't be asked head to head; name one with --model"


def _first(said: Asked) -> float | None:
    """Return 1 if what was shown first was chosen, 0 if the other was, ½ for a tie; None if nothing could be read."""
    if said.answer.choice is None:
        return None
    return 0.5 if said.answer.choice == TIE else float(said.answer.choice == said.answer.first)
