"""Which ballots of a verdict are stale, and why: sources, facts, personas and prompts that have changed since."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from panel.domain.ballot import Ballot
from panel.domain.living import StaleBallot
from panel.domain.persona import Persona
from panel.domain.release import Dossier, Source
from panel.domain.verdict import CitedSource, Verdict
from panel.domain.wording import listed


@dataclass(frozen=True)
class Change:
    """Something that the panel would be shown otherwise today."""

    sentence: str
    """What has changed."""
    key: str | None = None
    """The source of the verdict that it is about, if it is about one."""


def staleness(
    verdict: Verdict, dossier: Dossier, personas: Mapping[str, Persona], prompt_hash: str | None = None
) -> tuple[StaleBallot, ...]:
    """Return the ballots that were cast before something changed; none if the panel would be asked the same today.

    Args:
        verdict: What the panel concluded.
        dossier: The release as it is today.
        personas: Every persona as it is today, by id.
        prompt_hash: Hash of the prompt as it is today, as the verdict's provenance has it; None if it doesn't matter.
    """
    changes = dossier_changes(verdict, dossier)
    prompt = prompt_hash is not None and prompt_hash != verdict.provenance.prompt
    stale = []
    for ballot in verdict.ballots:
        cited = {cite.partition(".")[0] for claim in ballot.claims for cite in claim.cites}
        ranked = sorted(changes, key=lambda change: change.key not in cited)
        reasons = [_for(ballot, change, cited) for change in ranked]
        reasons += _persona_changes(ballot, verdict, personas)
        if prompt:
            reasons.append("The prompt has changed.")
        if reasons:
            stale.append(StaleBallot(persona=ballot.persona, reasons=tuple(reasons)))
    return tuple(stale)


def dossier_changes(verdict: Verdict, dossier: Dossier) -> tuple[Change, ...]:
    """Return what a panel would be shown otherwise today than when it concluded."""
    if verdict.provenance.dossier == dossier.hash:
        return ()
    found = (*_fact_changes(verdict, dossier), *_source_changes(verdict.release.sources, dossier.release.sources))
    return found or (Change("The dossier has changed."),)


def _fact_changes(verdict: Verdict, dossier: Dossier) -> Iterator[Change]:
    before, now = verdict.release, dossier.release
    for name in ("name", "vendor", "category", "tagline", "date", "licence"):
        old, new = getattr(before, name), getattr(now, name)
        if old != new:
            yield Change(f"The stated {name} has changed from {old or 'unknown'} to {new or 'unknown'}.", "F")
    if before.pricing.entry != now.pricing.entry:
        old, new = before.pricing.entry or "unknown", now.pricing.entry or "unknown"
        yield Change(f"The stated pricing has changed from {old} to {new}.", "F")


def _source_changes(before: Sequence[CitedSource], now: Sequence[Source]) -> Iterator[Change]:
    """Yield sources that were changed, removed, moved or added."""
    pairs, added = matched(before, now)
    for old, new in pairs:
        yield from _of_pair(old, new)
    for new in added:
        yield Change(f"{_named(new)} was added.")


Later = TypeVar("Later", Source, CitedSource)


def matched(
    before: Sequence[CitedSource], now: Sequence[Later]
) -> tuple[list[tuple[CitedSource, Later | None]], list[Later]]:
    """Match sources with what they were: by content, then by address, then by name.

    Returns:
        Every earlier source with what has become of it (None if it is gone), in order, and the sources that were added.
    """
    left, waiting = list(now), list(before)
    pairs: list[tuple[CitedSource, Later | None]] = []
    tests: tuple[Callable[[CitedSource, Later], bool], ...] = (
        lambda old, new: old.hash is not None and old.hash == new.hash,
        lambda old, new: bool(old.url) and old.url == new.url,
        lambda old, new: bool(old.title) and (old.title, old.publisher) == (new.title, new.publisher),
        lambda old, new: old.hash is None and old.key == new.key,
    )
    for test in tests:
        for old in tuple(waiting):
            match = next((new for new in left if test(old, new)), None)
            if match is not None:
                pairs.append((old, match))
                left.remove(match)
                waiting.remove(old)
    pairs += [(old, None) for old in waiting]
    order = {old.key: place for place, old in enumerate(before)}
    return sorted(pairs, key=lambda pair: order[pair[0].key]), left


def _of_pair(old: CitedSource, new: Source | None) -> Iterator[Change]:
    if new is None:
        yield Change(f"{_named(old)} was removed.", old.key)
    elif old.hash is not None and old.hash != new.hash:
        when = f" on {new.revised[-1].isoformat()}" if new.revised else ""
        yield Change(f"{_named(old)} has changed{when}.", old.key)
    elif old.key != new.key:
        yield Change(f"{_named(old)} is now {new.key}.", old.key)


def _named(source: CitedSource | Source) -> str:
    """Return how a source is called in a sentence: ``S2, “Launch report” (A news site),``."""
    name = source.title or source.url
    publisher = f" ({source.publisher})" if source.publisher else ""
    return f"{source.key}, “{name}”{publisher}," if name else source.key


def _for(ballot: Ballot, change: Change, cited: set[str]) -> str:
    """Return a change as it bears on one ballot."""
    if change.key is None or change.key not in cited:
        return change.sentence
    places = [cite for claim in ballot.claims for cite in claim.cites if cite.partition(".")[0] == change.key]
    return f"{change.sentence[:-1]}; the ballot cites {listed(list(dict.fromkeys(places)))}."


def _persona_changes(ballot: Ballot, verdict: Verdict, personas: Mapping[str, Persona]) -> Iterator[str]:
    was = verdict.provenance.personas.get(ballot.persona)
    now = personas.get(ballot.persona)
    if now is None:
        yield f"The persona {ballot.persona!r} is gone."
    elif was is not None and was != now.hash:
        yield f"The persona {ballot.persona!r} has changed."
