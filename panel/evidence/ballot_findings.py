"""What an editor should look at in the ballots: claims and quotes that the dossier doesn't bear out."""

import re
from collections.abc import Iterable, Iterator, Mapping

from panel.domain.ballot import Ballot, Claim
from panel.domain.judgement import Judgement
from panel.domain.persona import Persona
from panel.domain.release import Dossier
from panel.domain.verdict import Finding
from panel.evidence.consistency import discords
from panel.evidence.grounding import ground_statement
from panel.evidence.sentences import cut

_QUOTED = re.compile(r"“([^“”]{2,2000})”|(?<!\w)\"([^\"]{2,2000})\"(?!\w)")
_ALIKE = str.maketrans({"’": '"', "‘": '"', "'": '"', "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
_HARD = re.compile(r"\d")
"""What makes a sentence of a quote checkable even where nothing contradicts it: figures."""


def ground(
    ballots: Iterable[Ballot], dossier: Dossier, *, personas: Mapping[str, Persona] | None = None
) -> tuple[Finding, ...]:
    """Return what is wrong with ballots: citations, claims, quotes, consistency, gaps.

    Args:
        ballots: The valid votes.
        dossier: What they must be borne out by.
        personas: The personas by id, for the words that they never say.
    """
    told = _told(dossier)
    found = (
        finding
        for ballot in ballots
        for part in (
            _gaps(ballot),
            _claims(ballot, dossier, told),
            _quote(ballot, dossier, told),
            _discords(ballot, (personas or {}).get(ballot.persona)),
        )
        for finding in part
    )
    return tuple({(each.kind, each.persona, each.passage, each.text): each for each in found}.values())


def _gaps(ballot: Ballot) -> Iterator[Finding]:
    for gap in ballot.gaps:
        yield Finding(kind="incomplete-ballot", text=gap, persona=ballot.persona)


def _claims(ballot: Ballot, dossier: Dossier, told: str) -> Iterator[Finding]:
    for claim in ballot.claims:
        for cite in claim.cites:
            if cite not in dossier.by_cite:
                text = f"A claim cites {cite}, which isn't in the dossier."
                yield Finding(kind="unknown-citation", text=text, persona=ballot.persona, passage=claim.text)
        yield from _borne_out(claim, ballot, dossier, told)


def _borne_out(claim: Claim, ballot: Ballot, dossier: Dossier, told: str) -> Iterator[Finding]:
    known = tuple(cite for cite in claim.cites if cite in dossier.by_cite)
    rest, misquoted = _without_quotations(claim.text, told)
    yield from _misquotations(misquoted, ballot)
    if claim.cites and rest != claim.text.strip() and not misquoted and not _HARD.search(rest):
        return  # it says in the source's own words what it has to say
    judged = ground_statement(rest or claim.text, dossier, known)
    if judged.grounded is False:
        yield _finding(judged, ballot, claim.text)
    elif judged.grounded and not claim.cites:
        text = "A claim that can be checked cites nothing."
        yield Finding(kind="uncited", text=text, persona=ballot.persona, passage=claim.text, cites=judged.cites)


def _quote(ballot: Ballot, dossier: Dossier, told: str) -> Iterator[Finding]:
    """Check a quote: its quotations to the letter, its figures and names, and what a source contradicts.

    A reviewer's own judgement, which no source could bear out, is no finding.
    """
    cites = tuple(dict.fromkeys(cite for claim in ballot.claims for cite in claim.cites if cite in dossier.by_cite))
    rest, misquoted = _without_quotations(ballot.quote, told)
    yield from _misquotations(misquoted, ballot)
    for sentence in cut(rest, "S0"):
        judged = ground_statement(sentence.text, dossier, cites)
        if judged.kind == "contradicted" or (judged.kind == "unsupported" and _HARD.search(sentence.text)):
            yield _finding(judged, ballot, sentence.text)


def _without_quotations(text: str, told: str) -> tuple[str, list[str]]:
    """Return a text without what it quotes to the letter from the dossier, and the quotations that it has wrong.

    Quotations of one or two words are names or irony, not quotations of a source.
    """
    wrong: list[str] = []

    def check(found: re.Match[str]) -> str:
        words = found.group(1) or found.group(2)
        if _plain(words) in told:
            return " "
        if len(words.split()) > 2:
            wrong.append(words)
        return words

    rest = _QUOTED.sub(check, text)
    rest = re.sub(r"\(\s*\)", " ", rest)
    return (rest.strip() if re.search(r"\w", rest) else ""), wrong


def _told(dossier: Dossier) -> str:
    stated = [f"{cite.removeprefix('F.')}: {text}" for cite, text in dossier.facts.items()]
    return " ¶ ".join(_plain(text) for text in (*stated, *dossier.by_cite.values()))


def _plain(text: str) -> str:
    text = text.lower().translate(_ALIKE).strip(' .,;:!?…"')
    return " ".join(text.split())


def _misquotations(wrong: Iterable[str], ballot: Ballot) -> Iterator[Finding]:
    for words in wrong:
        text = "Quoted words that no source has in this form."
        yield Finding(kind="misquoted", text=text, persona=ballot.persona, passage=words)


def _finding(judged: Judgement, ballot: Ballot, passage: str) -> Finding:
    return Finding(kind=judged.kind, text=judged.reason, persona=ballot.persona, passage=passage, cites=judged.cites)


def _discords(ballot: Ballot, persona: Persona | None) -> Iterator[Finding]:
    for each in discords(ballot.vote, ballot.quote, persona):
        yield Finding(kind=each.kind, text=each.text, persona=ballot.persona, passage=each.passage)
