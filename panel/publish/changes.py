"""Who changed their mind between two verdicts on a release, and which sentence did it."""

from collections.abc import Iterator
from typing import Literal

from panel.domain.ballot import Ballot
from panel.domain.noun import Noun
from panel.domain.verdict import CitedSource, Subject, Verdict
from panel.domain.wording import listed
from panel.evidence.staleness import matched

ABSENT = "absent"
"""Vote of a persona that wasn't seated."""

Novelty = Literal["new-source", "changed-source", "changed-fact"]

_SAYS = {"ship": "ship", "skip": "skip", "abstain": "an abstention", "spoiled": "a spoiled ballot", ABSENT: "no seat"}


class NewSentence(Noun):
    """A sentence that a ballot rests on and that the earlier panel couldn't have read."""

    cite: str
    """Its citation in the new verdict, such as ``S3.2`` or ``F.pricing``."""
    text: str
    """Its words."""
    source: str
    """Where it stands, as the page calls the source."""
    novelty: Novelty
    """``new-source``, ``changed-source`` (the document was there and said otherwise), or ``changed-fact``."""
    before: str | None = None
    """What the stated fact said before, for a changed fact."""


class Change(Noun):
    """A persona whose vote isn't what it was."""

    persona: str
    """Who."""
    title: str
    """What the page calls it."""
    was: str
    """Its earlier vote: ``ship``, ``skip``, ``abstain``, ``spoiled``, or ``absent`` where it wasn't seated."""
    now: str
    """Its vote now."""
    because: tuple[NewSentence, ...] = ()
    """The new sentences that its ballot cites, in the order of its claims; empty where it cites none."""
    text: str
    """The change in a sentence or two, for a page or a mail."""


def changes(old: Verdict, new: Verdict) -> tuple[Change, ...]:
    """Return who changed their mind between two verdicts on one release, in the order of the new panel.

    A change of mind is put down to those sentences that the new ballot cites and that the earlier panel can't have
    read: in an added source, in one whose text has changed, or a stated fact that says otherwise. Where it cites none,
    the text says what else changed (the persona, the model), or that the same evidence was read differently.
    """
    before, after = _votes(old), _votes(new)
    titles = {**old.titles, **new.titles}
    found = []
    for persona in dict.fromkeys((*after, *before)):
        was, now = before.get(persona, ABSENT), after.get(persona, ABSENT)
        if was != now:
            ballot = next((each for each in new.ballots if each.persona == persona), None)
            because = tuple(_new_sentences(ballot, old, new)) if ballot is not None and was != ABSENT else ()
            title = titles.get(persona) or persona.replace("_", " ").title()
            text = f"{title}: {_turn(was, now)}. {_why(persona, because, old, new, was, now)}"
            found.append(Change(persona=persona, title=title, was=was, now=now, because=because, text=text))
    return tuple(found)


def _votes(verdict: Verdict) -> dict[str, str]:
    votes: dict[str, str] = {ballot.persona: ballot.vote for ballot in verdict.ballots}
    votes |= {spoiled.persona: "spoiled" for spoiled in verdict.spoiled}
    order = {persona: place for place, persona in enumerate(verdict.titles)}
    return dict(sorted(votes.items(), key=lambda vote: order.get(vote[0], len(order))))


def _turn(was: str, now: str) -> str:
    if was == ABSENT:
        return f"newly seated, with {_SAYS[now]}"
    return f"no longer seated, after {_SAYS[was]}" if now == ABSENT else f"from {_SAYS[was]} to {_SAYS[now]}"


def _new_sentences(ballot: Ballot, old: Verdict, new: Verdict) -> Iterator[NewSentence]:
    pairs, added = matched(old.release.sources, new.release.sources)
    fresh: dict[str, Novelty] = {source.key: "new-source" for source in added}
    fresh |= {now.key: "changed-source" for then, now in pairs if now is not None and _differs(then, now)}
    known = {" ".join(text.split()) for source in old.release.sources for text in source.cited.values()}
    for cite in dict.fromkeys(cite for claim in ballot.claims for cite in claim.cites):
        if cite.startswith("F."):
            yield from _changed_fact(cite, old.release, new.release)
            continue
        source = next((each for each in new.release.sources if each.key == cite.partition(".")[0]), None)
        if source is None or source.key not in fresh:
            continue
        text = source.cited.get(cite)
        if text is not None and " ".join(text.split()) not in known:
            yield NewSentence(cite=cite, text=text, source=_named(source), novelty=fresh[source.key])


def _differs(then: CitedSource, now: CitedSource) -> bool:
    return then.hash != now.hash if then.hash and now.hash else then.cited.items() != now.cited.items()


def _changed_fact(cite: str, then: Subject, now: Subject) -> Iterator[NewSentence]:
    name = cite.removeprefix("F.")
    was, says = _fact(then, name), _fact(now, name)
    if says and was != says:
        yield NewSentence(cite=cite, text=says, source="stated facts", novelty="changed-fact", before=was)


def _fact(release: Subject, name: str) -> str | None:
    if name == "pricing":
        return None if release.pricing.shown == "unknown" else release.pricing.shown
    value = getattr(release, name, None)
    return None if value is None else str(value)


def _named(source: CitedSource) -> str:
    name = source.title or source.url or source.key
    return f"{name} ({source.publisher})" if source.publisher else name


def _why(persona: str, because: tuple[NewSentence, ...], old: Verdict, new: Verdict, was: str, now: str) -> str:
    if ABSENT in (was, now):
        return "The panel was seated otherwise."
    if now == "spoiled":
        return "Its new ballot couldn't be counted."
    if because:
        return f"What did it: {listed([_told(each) for each in because[:3]])}."
    other = [
        said
        for said, differs in (
            ("the persona was rewritten", _persona(old, persona) != _persona(new, persona)),
            ("another model was asked", old.provenance.models != new.provenance.models),
            ("the question was worded anew", old.provenance.prompt != new.provenance.prompt),
        )
        if differs
    ]
    if was == "spoiled":
        return "Its earlier ballot couldn't be counted."
    if other:
        return f"It cites no new sentence; {listed(other)}."
    same = old.provenance.dossier == new.provenance.dossier
    return f"No new sentence: {'the same' if same else 'earlier'} evidence read differently."


def _persona(verdict: Verdict, persona: str) -> str | None:
    return verdict.provenance.personas.get(persona)


def _told(new: NewSentence) -> str:
    if new.novelty == "changed-fact":
        return f"the stated {new.cite.removeprefix('F.')} was “{new.before or 'unknown'}” and is “{new.text}”"
    return f"“{new.text.rstrip('.')}” ({new.cite}, {new.source})"
