"""Whether a sentence tells of an older version or an earlier day, where the other tells of the present."""

import re
from functools import lru_cache

from panel.evidence.conflicts.baselines import without_baselines
from panel.evidence.lowered import word_set
from panel.evidence.words import words

_STOOD = (
    r"(?:had|did|held|could|came (?:with|under)|shipped(?: with)?|spoke|knew|covered|supported|allowed|offered|included|contained|"
    r"comprised|counted|numbered|listed|cost|accepted|required|(?:was|were) (?:limited to|under|(?:published|released|licensed) under|still|(?=\d))|"
    r"stopped at|topped out at|stood at|used to)"
)
"""What something was like as long as it was there."""
_TURNED_OUT = (
    r"(?:scored|managed|reached|took|ran|lasted|answered|weighed|needed|used|read|handled|measured|ingested|processed|made|"
    r"got|came (?:to|in|out) at|required|achieved|served)"
)
"""What came out of something at a trial, which may as well be told of the present one."""
_VERSION = r"v?\d{1,3}(?:\.\d+)*[BM]?"
_NO_NAME = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Over|About|Around|From|Only|Just|The|In|On|At|By|All|Our|Some|Day|Week|"
    r"Page|Table|Figure|Step|Part|Section)"
)
_CALLED = (
    rf"(?:[Vv]ersion |[Rr]elease |\b(?!{_NO_NAME})[A-Z]\w+ )(?P<named>{_VERSION})|(?<![\w.,$€£/-])(?P<bare>v?\d+(?:\.\d+)+)|"
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur) (?:previous|preceding|last|old|older|earlier|former|original) "
    r"(?:version|release|model|generation|edition|app|one)|\b(?:[Tt]he|[Ii]ts|[Tt]heir) predecessor"
)
_OLD = re.compile(
    rf"(?:{_CALLED})(?:, [^,]{{2,40}},)? (?:(?:only|still|just|already|even|\w+ly) )?(?:(?P<stood>{_STOOD})|{_TURNED_OUT})(?!\w)"
)
"""An older version, and what it was like: ``Version 0.9 had``, ``its predecessor could``."""
_VERBS = frozenset(
    words(
        "had did held could came shipped spoke knew covered supported allowed offered included contained comprised counted numbered "
        "listed cost accepted required was were stopped topped stood used scored managed reached took ran lasted answered weighed "
        "needed read handled measured ingested processed made got achieved served"
    )
)
"""Words of which every such sentence has one."""

_WENT = re.compile(
    r"\b(?:was|were|had|did|could|came|took|got|went|ran|saw|spent|gave|wrote|lost|won|began|grew|rose|fell|"
    r"(?<!is )(?<!are )(?<!be )(?<!been )(?:held|made|found|put|built|told|sent|kept|left)(?!-| (?:in|of|by|from|for)\b)|"
    r"(?<!is )(?<!are )(?<!be )(?<!been )(?<!its )(?<!the )(?<!an )(?<=[a-z] )[a-z]{3,}ed(?! \w+s\b))\b"
)
"""A verb of what is past."""
_TRIED = re.compile(r"\b(?:I|we|us|our|my|me|tests?|tested)\b", re.IGNORECASE)
_NUMBERED = re.compile(
    rf"(?:[Vv]ersion |[Rr]elease |\bv|\b(?!{_NO_NAME})[A-Z]\w+ )({_VERSION})(?![\w%,]|\.\d| (?:million|billion|percent|[a-z]+s\b))|"
    r"\b(?:since|in|with|of|from) v?(\d+\.\d+(?:\.\d+)?)(?=[,;:.]? |[.,;:]?$)"
)
_ZEROS = re.compile(r"(?:\.0)+$")
_DIGIT = re.compile(r"\d")

_THEN = re.compile(
    r"\b(?:at the (?:end|start|close|beginning|turn|time) of|in|by|back in|as of|in (?:early|late|mid-?)) "
    r"(?:(?:early|late|mid)[ -])?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) )?(?:19|20)\d\d\b|"
    r"\b(?:last (?:year|spring|summer|autumn|fall|winter|month)|(?:a|one|two|three|four|five|six|several|some) (?:years?|months?) (?:ago|earlier|before)|"
    r"back then|at (?:the time|first)|in the beginning|in its first (?:year|month))\b",
    re.IGNORECASE,
)
"""Words of an earlier day."""
_HELD = re.compile(
    r"\b(?:had|held|counted|numbered|listed|stood at|there were|offered|covered|comprised|contained|spoke|supported|knew|"
    r"employed|used to \w+|cost)\b",
    re.IGNORECASE,
)
_WHEN = frozenset(
    words(
        "had held counted numbered listed stood were offered covered comprised contained spoke supported knew employed used cost"
    )
)
_BEGAN = re.compile(
    r"\b(?:founded|set up|started|established|released|launched|came out|come out|born|opened)\b[^,;.]{0,20}$",
    re.IGNORECASE,
)
"""What happened on a day, which is then none on which something else was so."""
_BREAK = re.compile(r"[;–—]|[,.] (?=(?:and|but|now|today|while|whereas)\b)|\. |\b(?:but|now|whereas)\b")


def of_an_older_one(a: str, b: str, own: frozenset[str]) -> bool:
    """Whether one of two sentences tells what an older version was like, and the other what the release is like."""
    return old_stretch(a, b, own) is not None or old_stretch(b, a, own) is not None


@lru_cache(maxsize=1_024)
def old_stretch(text: str, other: str, own: frozenset[str]) -> tuple[int, int] | None:
    """Return where a sentence tells what an older version or an earlier day was like, of which the other says nothing.

    Args:
        text: The sentence.
        other: The other, which must tell of the present or of another version.
        own: Lower-case words of the release's and its vendor's names.
    """
    spelt = word_set(text)
    if not _VERBS.isdisjoint(spelt):
        for found in _OLD.finditer(text):
            if _is_older(found, text, other, own):
                return found.start(), _end(text, found.end())
    if (
        not _WHEN.isdisjoint(spelt)
        and (then := _THEN.search(text))
        and not (_THEN.search(other) or _WENT.search(other))
    ):
        start = max((each.end() for each in _BREAK.finditer(text, 0, then.start())), default=0)
        end = _end(text, then.end())
        if _HELD.search(text, start, end) and not _BEGAN.search(text, start, then.start()):
            return start, end
    return None


def _is_older(found: re.Match[str], text: str, other: str, own: frozenset[str]) -> bool:
    version = (found["named"] or found["bare"] or "").lstrip("v")
    plain = _ZEROS.sub("", version).lower()
    if plain and (plain in {_ZEROS.sub("", word) for word in own if _DIGIT.match(word)}):
        return False
    told = _versions(without_baselines(other), own)
    if plain in told:
        return False
    if told:
        return bool(plain)
    return bool(found["stood"]) and not _WENT.search(other) and not _TRIED.search(text)


def _versions(text: str, own: frozenset[str]) -> frozenset[str]:
    """Return the versions that a sentence names, 5.0 as 5."""
    found = [each[1] or each[2] for each in _NUMBERED.finditer(text)]
    named = "|".join(re.escape(word) for word in sorted(own) if word.isalpha())
    if named:
        found += re.findall(rf"\b(?i:{named}) ({_VERSION})(?![\w%,]|\.\d| (?:million|billion|percent)\b)", text)
    return frozenset(_ZEROS.sub("", each.lstrip("v")).lower() for each in found)


def _end(text: str, start: int) -> int:
    """Return where the clause around a place ends."""
    found = _BREAK.search(text, start)
    return found.start() if found else len(text)
