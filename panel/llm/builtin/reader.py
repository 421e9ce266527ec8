"""Reads dossiers for the builtin reviewer: each once, whoever asks."""

from collections import OrderedDict, defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from panel.domain.persona import Persona
from panel.domain.release import Dossier
from panel.errors import DeclarationError
from panel.evidence.mentions import Kind, Line, Mention, Traits, find_mentions, read_lines, tempered
from panel.evidence.phrases import PhraseBook
from panel.evidence.vocabulary import families, nearest_family, phrases_of
from panel.llm.builtin.weighing import Balance, families_of, weigh

KEPT = 4
"""Dossiers of which the reading is kept, so that five seats read a dossier once."""

Mentions = Mapping[str, list[Mention]]


class Reader:
    """Finds what reviewers look for; keeps the last few dossiers that it read."""

    def __init__(self) -> None:
        self._read: OrderedDict[str, tuple[list[Line], Mentions]] = OrderedDict()

    def balance(self, persona: Persona, dossier: Dossier) -> Balance:
        """Weigh a dossier by a persona's signals.

        Raises:
            DeclarationError: A signal names a family that the vocabulary doesn't have, or a phrase that can't be read.
        """
        check_signals(persona)
        lines, mentions = self._reading(dossier)
        own = _own_phrases(persona)
        if own is not None:
            mentions = {**mentions, **_by_name(find_mentions(dossier, lines, own, {}))}
        topics = [name for name, family in families().items() if family.topic]
        return weigh(persona, mentions, topics)

    def _reading(self, dossier: Dossier) -> tuple[list[Line], Mentions]:
        key = dossier.hash
        if key not in self._read:
            lines = read_lines(dossier)
            found = find_mentions(dossier, lines, self._book, self._traits)
            tests = [name for name, family in families().items() if family.test]
            outcomes = [name for name, family in families().items() if family.outcome]
            self._read[key] = lines, _by_name(tempered(found, tests, outcomes))
            if len(self._read) > KEPT:
                self._read.popitem(last=False)
        return self._read[key]

    @cached_property
    def _book(self) -> PhraseBook[Kind]:
        return PhraseBook(
            (phrase, (name, good)) for name, family in families().items() for phrase, good in phrases_of(family)
        )

    @cached_property
    def _traits(self) -> dict[str, Traits]:
        return {
            name: Traits(family.timeless, family.elsewhere, family.past, family.ahead)
            for name, family in families().items()
        }


def check_signals(persona: Persona) -> None:
    """Find out whether every signal of a persona can be looked for.

    Raises:
        DeclarationError: One can't; the sentence says which and what to do.
    """
    for signal in persona.signals:
        for name in families_of(signal):
            if name not in families():
                hint = nearest_family(name)
                raise DeclarationError(
                    f"the signal {signal.name!r} of {persona.id!r} names the family {'@' + name!r}, which doesn't exist"
                    + (f"; did you mean {'@' + hint!r}?" if hint else "; write the phrases out")
                )
    try:
        _own_phrases(persona)
    except ValueError as error:
        raise DeclarationError(f"a signal of {persona.id!r} can't be read: {error}") from None


def _own_phrases(persona: Persona) -> PhraseBook[Kind] | None:
    entries = list(_written_out(persona))
    return PhraseBook(entries) if entries else None


def _written_out(persona: Persona) -> Iterator[tuple[str, Kind]]:
    for signal in persona.signals:
        for phrase in signal.phrases:
            if not phrase.startswith("@"):
                yield phrase.removeprefix("!").strip(), (signal.name, not phrase.startswith("!"))


def _by_name(mentions: list[Mention]) -> dict[str, list[Mention]]:
    grouped: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        grouped[mention.name].append(mention)
    return dict(grouped)
