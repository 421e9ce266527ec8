"""Who makes a release, where it is told in passing: who founded what, who works on it, whose name a clause has."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from panel.evidence.bodies import is_organised
from panel.evidence.makers import Key, Vote
from panel.evidence.names import Name, key_of
from panel.evidence.passages import Passage
from panel.evidence.peoples import PLACES
from panel.evidence.told import Told

_OUT = (
    r"(?:unveil|introduc|announc|launch|releas|publish|open-sourc|ship|open|sell|sold|ma[dk]e|buil[dt]|develop|design|run|operate|maintain|wrote|writes|"
    r"created?|offer|brought out|brings out|puts? )"
)
_WHICH = re.compile(
    rf"(?: (?:of|in|from) [A-Z][\w-]+(?:, [A-Z][\w-]+)?)?, (?:which|who) (?:(?:has|have|had) )?(?:also |now |first |just )?{_OUT}\w*\s(?:it|them|this)\b"
)
"""What stands behind a maker that the release is a pronoun after: ``Northmost of Oslo, which released it``."""

_OWN_WHICH = re.compile(r", (?:which|that) (?:the )?(?:[a-z-]+ ){0,3}$")
_MAKES = re.compile(rf"(?: (?:of|in|from) [A-Z][\w-]+)? (?:(?:has|have|had) )?(?:also |now |first |just )?{_OUT}")
"""What stands round a maker in a clause on the release: ``Heron, which Northmost opened to the public``."""

_FOUNDED = re.compile(
    r"\b(?:co-?)?founded (?:the )?(?:(?!in |at |by |with |near |after |as |on )[a-z-]+ ){0,3}$|\b(?:co-?)?founders? (?:and (?:[a-z-]+ ){1,3})?(?:of|at) (?:the )?$|"
    r"\b(?:chief executive|CEO|CTO|managing director|product lead|head of product|lead developer|chief scientist|head of research) (?:of|at) (?:the )?$"
)
"""What stands before the firm of somebody who speaks for the release."""

_BEGAN = re.compile(r"\b(?:started|began|set up) (?:the (?:[a-z-]+ ){1,3})?$")
_IN_A_YEAR = re.compile(r" (?:[^.;,]{1,30} )?in (?:19|20)\d\d\b")
"""What stands round a firm that somebody started."""

_ONCE = re.compile(
    r"\b(?:previously|earlier|former(?:ly)?|once|who had|had|ex|also|rival|competitor|first)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
"""What tells of another firm that somebody had."""

_BY = re.compile(
    r"\b(?:It|[Tt]his|[Aa]pp|[Gg]ame|[Tt]ool|[Pp]rogram|[Ss]oftware|[Ss]ervice|[Mm]odel|[Dd]evice|[Ll]ibrary)(?:['’]s| is| was) by (?:the )?$"
)
"""What stands before a maker: ``It's by Northmost``."""

_THOSE_AT = re.compile(
    r"\b(?:[a-z]+ers|[A-Z][a-z]+ers|[a-zA-Z]+ists|[Pp]eople|[Ss]tudents|[Tt]eam|[Gg]roup|[Ff]olks?) (?:at|from) (?:the )?$"
)
_HAVE_MADE = re.compile(
    r" (?:has |have )?(?:built|made|wrote|written|developed|trained|released|published|designed|created|launched|beg[au]n (?:to )?work(?:ing)? on|started work(?:ing)? on|spent [^,;.]{3,30} on) "
)
"""What stands round those whose people made it: ``Researchers at the University of Oslo have built Heron``."""

_WORKS_ON_IT = re.compile(
    r"(?:, (?:an?|the) [^,;.$]{3,60},)? (?:(?:has |alone |still |now )*)(?:works? on it|(?:wrote|built|designed|created|maintains|develops|made|makes) "
    r"(?:it|the (?:app|game|tool|program|software|library|editor|checker))(?! into\b| up\b| for (?:me|us)\b))(?! (?:clear|easy|hard|sure|possible|work)\b)"
)
"""What stands behind somebody who makes the release: ``Tarrant, a writer in Bristol, works on it``."""

_SAME_NAME = re.compile(
    r"\b(?:company|firm|studio|start-?up|maker|charity|co-?operative|foundation|association|lab)(?: (?:in|from) [A-Z]\w+)? of (?:the|that) same name\b"
)
_PRESENTING = ("F.tagline", "S1.1")
_PRESENTED = re.compile(r"(?:An?|The|Our) [^,.]{3,70} (?:from|by) (?:the )?$")
"""How a line begins that presents the release by its maker: ``The second camera from Northmost``."""

_HINTS = (
    "found", ", wh", "same name", "s by ", "started ", "began ", "set up ", "executive ", "ceo ", "cto ", "director ", " lead ", " head ",
    "scientist ", "people at ", "ers at ", "ists at ", "ers from ", "team at ", "group at ", "developer at ", "developer of ", "makes it", "makes the ", "works on it", "work on it", "maintains it", "maintains the ", "wrote it", "wrote the ",
    "built it", "built the ", "designed it", "designed the ", "created it", "created the ", "develops it", "develops the ", "made it",
)  # fmt: skip
"""Letters of which each of these has some."""


def _hinted(passages: Sequence[Passage], told: Told) -> list[Passage]:
    """Return the sentences that have such letters, and those that present the release."""
    found = {number for number, passage in enumerate(passages[:40]) if passage.cite in _PRESENTING}
    return [passages[number] for number in sorted(found.union(told.having(_HINTS)))]


def told_makers(
    passages: Sequence[Passage], told: Told, is_own: Callable[[Key], bool], sure: frozenset[Key], release: str
) -> Iterator[Vote]:
    """Yield whom sentences name in passing as the release's maker.

    Args:
        passages: All sentences.
        told: What they tell.
        is_own: Whether a name is the release's.
        sure: Names that stand somewhere as names beyond doubt.
        release: The release's name.
    """
    for passage in _hinted(passages, told):
        if _SAME_NAME.search(passage.text):
            yield Vote(release, key_of(release), passage.cite, 2.0)
        for name in passage.names:
            if (name.sure or name.key in sure) and not name.key <= PLACES:
                weight = _weight(passage, name, is_own)
                if weight:
                    yield Vote(_in_full(passages, name.text), name.key, passage.cite, weight)


def _in_full(passages: Sequence[Passage], told: str) -> str:
    """Return somebody's surname with the first name that another sentence has: ``Imogen Tarrant`` for ``Tarrant``."""
    if " " in told:
        return told
    full = (name.text for passage in passages for name in passage.names if name.text.endswith(f" {told}"))
    return next((each for each in full if each.count(" ") == 1), told)


def _weight(passage: Passage, name: Name, is_own: Callable[[Key], bool]) -> float:
    """Return how plainly a sentence tells in passing that a name is the maker's, 0 for not at all."""
    text, (start, end) = passage.text, name.span
    own = is_own(name.key) and not is_organised(name.text)
    if own:
        return 0.0
    before = text[max(0, start - 80) : start]
    if _WHICH.match(text, end):
        return 3.0
    if _OWN_WHICH.search(before) and _MAKES.match(text, end) and _follows_ours(passage, name, is_own):
        return 3.0
    if _BY.search(before):
        return 2.0
    if (
        _HAVE_MADE.match(text, end)
        and _THOSE_AT.search(before)
        and any(is_own(each.key) for each in passage.names if each.span[0] > end)
    ):
        return 2.0
    if _FOUNDED.search(before) and not _ONCE.search(before):
        return 1.2
    if _BEGAN.search(before) and not _ONCE.search(before) and (is_organised(name.text) or _IN_A_YEAR.match(text, end)):
        return 1.0
    if passage.cite in _PRESENTING and _PRESENTED.fullmatch(text[:start]) and text[end:] in ("", "."):
        return 1.5
    return 1.0 if start == 0 and _WORKS_ON_IT.match(text, end) else 0.0


def _follows_ours(passage: Passage, name: Name, is_own: Callable[[Key], bool]) -> bool:
    """Whether the name before a name is the release's."""
    before = [each for each in passage.names if each.span[1] <= name.span[0]]
    return bool(before) and is_own(before[-1].key)


def likeliest_body(
    passages: Sequence[Passage], is_own: Callable[[Key], bool], papers: frozenset[Key]
) -> Iterator[Vote]:
    """Yield the firm or other body that is told of most, where nothing else says who makes the release."""
    counts: Counter[str] = Counter()
    cites: dict[str, str] = {}
    for passage in passages:
        for name in passage.names:
            if is_organised(name.text) and name.key not in papers and not is_own(name.key):
                counts[name.text] += 1
                cites.setdefault(name.text, passage.cite)
    if counts:
        best, number = counts.most_common(1)[0]
        if list(counts.values()).count(number) == 1:
            yield Vote(best, key_of(best), cites[best], 0.5)
            return
    for passage in passages:
        for name in passage.names:
            if is_own(name.key) and (
                _IS_FIRM.match(passage.text, name.span[1]) or _FIRM.search(passage.text[: name.span[0]])
            ):
                yield Vote(name.text, name.key, passage.cite, 0.5)


_IS_FIRM = re.compile(
    r",? (?:which |that )?(?:was )?founded (?:in|by)\b| (?:has |have )?(?:raised|employs?|hired)\b|['’]s (?:co-?founders?|founders?|chief executive|CEO|staff|investors|employees)\b"
)
_FIRM = re.compile(r"\b(?:company|start-?up|firm|studio|founders? of|invested in|financed)\s$")
"""What stands behind and before a release whose maker goes by its name: ``Solace, founded by two physicians``."""
