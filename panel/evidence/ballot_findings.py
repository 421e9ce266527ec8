"""What an editor should look at in the ballots: claims and quotes that the dossier doesn't bear out."""

import re
from collections.abc import Iterable, Iterator, Mapping

from panel.domain.ballot import Ballot, Claim
from panel.domain.persona import Persona
from panel.domain.release import Dossier
from panel.domain.verdict import Finding
from panel.evidence.grounding import ground_statement
from panel.evidence.sentences import cut

_PLAIN = r"\bI(?:['’]d| would|['’]m)? {0}(?:ping)? (?:it|this)\b|\b{0} it\b|\bmy vote is {0}\b"
_SAYS = {vote: re.compile(_PLAIN.format(vote), re.IGNORECASE) for vote in ("ship", "skip")}
_OPPOSITE = {"ship": "skip", "skip": "ship"}
_CONDITION = re.compile(
    r"\b(?:if|unless|until|once|when|not|never|can['’]?t|cannot|don['’]t|won['’]t)\b", re.IGNORECASE
)


def ground(
    ballots: Iterable[Ballot], dossier: Dossier, *, personas: Mapping[str, Persona] | None = None
) -> tuple[Finding, ...]:
    """Return what is wrong with ballots: citations, claims, quotes, consistency, gaps.

    Args:
        ballots: The valid votes.
        dossier: What they must be borne out by.
        personas: The personas by id, for the words that they never say.
    """
    return tuple(
        finding
        for ballot in ballots
        for part in (
            _gaps(ballot),
            _claims(ballot, dossier),
            _quote(ballot, dossier),
            _consistency(ballot),
            _forbidden_words(ballot, (personas or {}).get(ballot.persona)),
        )
        for finding in part
    )


def _gaps(ballot: Ballot) -> Iterator[Finding]:
    for gap in ballot.gaps:
        yield Finding(kind="incomplete-ballot", text=gap, persona=ballot.persona)


def _claims(ballot: Ballot, dossier: Dossier) -> Iterator[Finding]:
    for claim in ballot.claims:
        for cite in claim.cites:
            if cite not in dossier.by_cite:
                text = f"A claim cites {cite}, which isn't in the dossier."
                yield Finding(kind="unknown-citation", text=text, persona=ballot.persona, passage=claim.text)
        yield from _borne_out(claim, ballot, dossier)


def _borne_out(claim: Claim, ballot: Ballot, dossier: Dossier) -> Iterator[Finding]:
    known = tuple(cite for cite in claim.cites if cite in dossier.by_cite)
    judged = ground_statement(claim.text, dossier, known)
    if judged.grounded is False:
        yield Finding(
            kind=judged.kind, text=judged.reason, persona=ballot.persona, passage=claim.text, cites=judged.cites
        )
    elif judged.grounded and not claim.cites:
        text = "A claim that can be checked cites nothing."
        yield Finding(kind="uncited", text=text, persona=ballot.persona, passage=claim.text, cites=judged.cites)


def _quote(ballot: Ballot, dossier: Dossier) -> Iterator[Finding]:
    cites = tuple(dict.fromkeys(cite for claim in ballot.claims for cite in claim.cites if cite in dossier.by_cite))
    for sentence in cut(ballot.quote, "S0"):
        judged = ground_statement(sentence.text, dossier, cites)
        if judged.grounded is False:
            yield Finding(
                kind=judged.kind, text=judged.reason, persona=ballot.persona, passage=sentence.text, cites=judged.cites
            )


def _consistency(ballot: Ballot) -> Iterator[Finding]:
    """Find a quote that plainly says the other vote."""
    if ballot.vote not in _OPPOSITE:
        return
    other = _SAYS[_OPPOSITE[ballot.vote]]
    for sentence in cut(ballot.quote, "S0"):
        if other.search(sentence.text) and not _CONDITION.search(sentence.text):
            text = f"The vote is {ballot.vote}, and the quote says the opposite."
            yield Finding(kind="inconsistent", text=text, persona=ballot.persona, passage=sentence.text)


def _forbidden_words(ballot: Ballot, persona: Persona | None) -> Iterator[Finding]:
    for words in persona.never_says if persona else ():
        if re.search(rf"(?<!\w){re.escape(words)}(?!\w)", ballot.quote, re.IGNORECASE):
            text = f"{persona.name if persona else ballot.persona} never says {words!r}."
            yield Finding(kind="out-of-voice", text=text, persona=ballot.persona, passage=words)
