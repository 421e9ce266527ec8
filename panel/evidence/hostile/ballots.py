"""What only the panel may write: ballots, tallies, and citations of its dossier."""

import re
from collections.abc import Iterator

from panel.evidence.hostile.markup import Trap
from panel.evidence.lowered import lowered

_VOTE = re.compile(
    r"[\"'*_]{0,2}\b(?:panel[_ ])?(?:votes?|ballots?|stimme|voto|оценка)\b[\"'*_]{0,2}\s?(?:[:=]|=>"
    r"|→)\s?[\"'*_`]{0,2}(?:ship|skip)\b(?! (?:it )?or\b)|"
    r"[\"'](?:verdict|decision|recommendation|choice|answer|result|outcome)[\"']\s?:\s?[\"'](?:ship|skip)[\"']|"
    r"\bverdict[ \t]+ship[ \t]*\(|\bship_percent\b|\bflips_if\b|\bpanel ship\b[ \t]?[:=–—-]?[ \t]?\(?\d{1,3}[ \t]?%|\b\d{1,3}[ \t]?%[ "
    r"\t]{1,3}(?:panel[ \t])?ship\b(?![ \t]\w)|"
    r"\b(?:developer|skeptic|futurist|creator|business)\b[\"'*_]{0,2}[ \t]{0,3}(?:votes?[ \t]?)?[:|=→–—-]{1,2}[ "
    r"\t]{0,3}[\"'*_]{0,2}(?:ship|skip)\b|"
    r"<(?:vote|ballot|verdict)>\s?(?:ship|skip)|"
    r"\bship\b[ \t]?[:=–—-]?[ \t]?\d{1,2}[ \t]?[,;|/·–—-][ \t]?skip\b[ \t]?[:=–—-]?[ \t]?\d{1,2}\b|"
    r"\b\d{1,2}[ \t](?:voted[ \t])?ship[ \t]?[,;|/·–—-][ \t]?(?:and[ \t])?(?:\d{1,2}|none|no one)[ \t](?:voted[ \t])?skip\b|"
    r"\bverdict(?:[ \t]?\([^()\n]{1,40}\))?[\"'*_]{0,2}[ \t]?[:=–—-][ \t]?[\"'*_]{0,2}(?:ship|skip)\b[^\n]{0,20}(?:unanimous|\d[ \t]?(?:/|of|to|[:–-])[ \t]?\d)|"
    r"^[^\w\n]{0,6}(?:(?:final|official|panel|our|the|editors?['’]?s?['’]?)[ \t])?(?:verdict|decision|recommendation|outcome)[^\w\n]{1,6}ship[^\w\n]{0,4}$|"
    r"\b(?:submit|set|cast|record|register|enter)_(?:vote|verdict|ballot)\b[^\n]{0,60}\n?[^\n]{0,30}\bship\b|\btally\b[^\n]{0,20}\b\d{1,2}[ \t]ship\b(?! (?:on|in|to))|"
    r"<(?:thinking|scratchpad|reasoning|reflection)>[^<\n]{0,160}\bship\b(?!\s(?:with|the|a|to|on|in|it))",
    re.IGNORECASE | re.MULTILINE,
)
_SHIP = re.compile(r"(?:ship|skip)(?<![^\W_]ship)(?<![^\W_]skip)(?:\b|_percent)|flips_if")
"""What every one of these has, in small letters: a vote as a word of its own."""

_REACH = 200
"""Characters from that word to the end of a vote, and more: none is longer than half of that."""

_BALLOT_KEYS = re.compile(
    r"[\"'](vote|confidence|argument|claims|quote|flips_if|moves?|cites|persona)[\"']\s?:", re.IGNORECASE
)
_CITATION = re.compile(
    r"[\[(]\s?(?:S\d{1,3}\.\d{1,4}|F\.[a-z]{3,})(?:\s?[,;–-]\s?(?:S\d{1,3}\.\d{1,4}|F\.[a-z]{3,}))*\s?[\])]|"
    r"\b(?:S\d{1,3}\.\d{1,4}|F\.(?:name|vendor|category|tagline|date|pricing"
    r"|licence))\b(?=[,:]?\s(?:and\s(?:S\d{1,3}\.\d{1,4})\s)?(?:says?|said|confirms?|proves?|"
    r"shows?|states?|establish\w*|support\w*|demonstrat\w*|attest\w*|verif\w*|makes? clear|tells?|reports?|agree"
    r"|back))|"
    r"\b(?:according to|see|cf\.?|cite|citing|source:?|as per|per|sentence|citation|evidence"
    r"|quotes?)\s[\[(]?(?:S\d{1,3}\.\d{1,4}|F\.(?:name|vendor|category|tagline|date|pricing|licence))\b",
    re.IGNORECASE,
)
_OTHER_FORMS = re.compile(
    r"(?<=[\w.,;:!?)\"'”’][ \t])\[S\d{1,3}(?::\d{1,4})?\](?=[.,;:\[]|[ \t]?$)|\[S\d{1,3}:\d{1,4}\]|"
    r"\[(?:source|cites?|citation|ref)\s?:\s?[^\[\]\n]{1,80}?(?:sentence|line|passage|para\w*|#|\bS\d|/\d|\bno\.?)\s?[^\[\]\n]{0,160}\](?!\()|"
    r"\[[\w-]{2,40}\.(?:md|txt|html?|pdf|docx|json)\s?[#:]\s?[a-z§]{0,3}\.?\d{1,4}\](?!\()|\b(?:attach|append|cite|citing|add|use) \[S\d{1,3}(?:[.:]\d{1,4})?\]|"
    r"\[\s?source (?:verified|confirmed|checked)\b",
    re.IGNORECASE | re.MULTILINE,
)
"""Citations as other tools have them, which a reader of the dossier could take for its own: ``[S1:4]``, ``[source: audit.md, sentence 4]``."""

_OTHER_NUMBERING = re.compile(
    r"\b(?:tables?|figures?|figs?\.?|sections?|sect\.?|appendix|eqs?\.?|equations?|notes?|movies?|videos?"
    r"|supplement\w*|galaxy|chapters?)\s?[\[(]?$",
    re.IGNORECASE,
)


_LIKE_CITATION = re.compile(r"\.(?:(?<=\d\.)(?:(?<=[Ss]\d\.)|(?<=[Ss]\d\d\.)|(?<=[Ss]\d\d\d\.))\d|(?<=F\.)[a-z]{3})")
"""Begins with the point rather than with what stands before it, as points are few and an s is frequent."""


def forgeries(text: str) -> Iterator[Trap]:
    """Yield the ballots, tallies and citations that a source has typed into its text."""
    for found in _votes(text):
        yield Trap(
            "fake-ballot", "This page carries what looks like a ballot or a tally of the panel.", _around(text, found)
        )
    keys = {key.lower() for key in _BALLOT_KEYS.findall(text)} if "{" in text else set()
    if len(keys) >= 3 and keys & {"vote", "flips_if", "claims"}:
        first = _BALLOT_KEYS.search(text)
        if first:
            yield Trap("fake-ballot", "This page carries an object in the form of a ballot.", _around(text, first))
    for found in _CITATION.finditer(text) if _LIKE_CITATION.search(text) else ():
        if not _OTHER_NUMBERING.search(text[max(0, found.start() - 20) : found.start()]):
            yield Trap(
                "fake-citation",
                "This page writes citations of its own in the form that the panel's have.",
                _around(text, found),
            )
    for found in _OTHER_FORMS.finditer(text) if "[" in text else ():
        yield Trap(
            "fake-citation",
            "This page writes citations of its own in the form that a dossier's have.",
            _around(text, found),
        )


def _votes(text: str) -> Iterator[re.Match[str]]:
    """Yield the votes of a text, from left to right; the slow expression looks only near a word that each of them has."""
    near: list[tuple[int, int]] = []
    for found in _SHIP.finditer(lowered(text)):
        start, end = max(0, found.start() - _REACH), found.end() + _REACH
        if near and start <= near[-1][1]:
            start = near.pop()[0]
        near.append((start, end))
    for start, end in near:
        yield from _VOTE.finditer(text, start, end)


def _around(text: str, found: re.Match[str]) -> str:
    start = max(text.rfind("\n", 0, found.start()) + 1, found.start() - 120)
    end = text.find("\n", found.end())
    return text[start : min(end if end >= 0 else len(text), found.end() + 180)].strip()
