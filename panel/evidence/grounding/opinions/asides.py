"""What a sentence states beside what it thinks of it: ``It exports to LaTeX, so my thesis is safe`` states the first half."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from panel.evidence.grounding.opinions.halves import QUOTES
from panel.evidence.grounding.opinions.impersonal import impersonal
from panel.evidence.grounding.opinions.implied import implied
from panel.evidence.grounding.opinions.opinions import is_forecast, is_opinion
from panel.evidence.grounding.opinions.presumed import presumed, upper
from panel.evidence.grounding.opinions.reasons import liked, preposed, reason, unowned, unpraised
from panel.evidence.grounding.opinions.subjects import of_verdict
from panel.evidence.grounding.opinions.taste_words import is_exact
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.passages import Passage

FEW = 2
"""Words from which a part of a sentence states something."""

_JOINT = re.compile(
    r"(?P<mark>[;:]\s|\s[—–-]{1,3}\s|(?<=\w)—(?=\w))|"
    r",?\s(?:which|so that|because|although|even though|though|whereas)\s|"
    r",\s(?:so|and|but|yet|or|while|since|as|who|where|when|given that|now that|even if|hence|therefore)\s|"
    r"\s(?<!\ball\s)(?<!nothing\s)(?<!anything\s)(?:but|yet)\s|\s(?:while|now that|given that|considering(?: that)?|seeing that|(?:since|as)(?=\s(?:it|they|the|its|there)\b))\s|\sand\s(?=(?:I|that['’]s|my|we['’]d|we|you['’]ll)\b)|"
    r",\s(?=(?:an?|the|too|not|hardly|perfect|plenty|making|leaving|enough|more than|far|way|quite|rather|very|I|my|we['’]d|you['’]ll|that['’]s|it['’]s|this|it|"
    r"and that|skip|ship|pass|no thanks|count me|[a-z]+\s(?:for|to|enough|given|if))\b)",
    re.IGNORECASE,
)
"""What joins the parts of a sentence."""

_DEPENDENT = re.compile(r"^\W*(?:which|who|where|when|if|unless|until|as|since|even if|or)\b", re.IGNORECASE)
"""What opens a part that states nothing by itself."""

_CONCLUDES = re.compile(r"\W*(?:so|hence|therefore)\s", re.IGNORECASE)
_FOLLOWS = re.compile(r"\W*(?:so|hence|therefore|which|and that)\s", re.IGNORECASE)
"""What opens a conclusion, and what opens that or a remark on the part before."""

_SUPPOSED = re.compile(r"\W*(?:if|unless|until|when|once|whoever|whatever|whether)\b", re.IGNORECASE)
_PREPOSED = re.compile(
    r"\W*(?:for|with|among|to|as|like|unlike|despite|besides|in|on|at|by|after|before|from|of)\s", re.IGNORECASE
)
"""What opens a part that needs another one to state anything, unless it has a figure."""

_CONDITION = re.compile(
    r"^\W*(?:if|unless|until|when|once|whoever|whatever|whether)\b|\s(?:unless|if|until)\s", re.IGNORECASE
)
_JOINER = re.compile(
    r"^\W*(?:(?:so that|so|and|but|yet|because|although|even though|though|while|whereas|given that|now that|seeing that|considering that|hence|therefore)\s|"
    r"(?:since|as)\s(?=(?:it|they|the|its|their|there|no)\b)|even\s(?=(?:the|its|an?|on|in|with)\b))",
    re.IGNORECASE,
)
_LIKING = re.compile(
    r"^(?:I(?:['’]m| am| was|['’]ve| do)?\s(?:(?:really|quite|rather|just|so|very|also|not)\s)*"
    r"(?:like|love|hate|dislike|appreciate|enjoy|regret|resent|admire|glad|happy|pleased|sorry|sad|annoyed|disappointed|impressed|"
    r"relieved|surprised|thrilled|delighted|worried|bothered|sold|convinced|put off)\s(?:(?:by\sthe\sfact\s)?that|how|because)|"
    r"(?:It['’]s|It is|What)\s(?:a\s)?(?:\w+\s){1,4}?(?:that|is that)|"
    r"(?:Nice|Good|Great|Too bad|A pity|A shame|Pity|Shame|Odd|Sad|Glad|Happy|Love|Hate|Like|Lovely|Pleased|Sorry|Impressed|Annoyed|Disappointed|Surprised|Strange|"
    r"Funny|Telling|Typical|Thank goodness|Thankfully|Relieved|Delighted)\s(?:to (?:see|read|hear|learn)\s)?(?:that|how)|"
    r"(?:Sadly|Luckily|Thankfully|Unfortunately|Fortunately|Happily|Frankly|Honestly|Regrettably|Surprisingly|Apparently),)\s",
)
"""What a liking opens with, before what is stated."""

_ADVICE = re.compile(
    r"(?:(?:I(?:['’]d|['’]m|['’]ll)?\s)?(?:vote\s|voting\s)?(?:Ship|Skip|Pass|Buy|Wait|Avoid)(?:ping)?(?: it| this| this one| them)?|(?:Hard|Easy|A hard|An easy|A clear|Clear)\s(?:pass|skip|ship|yes|no)|Yes|No|Sold|Verdict|My vote)"
    r"(?: now| for now| today| from me| for me)?\s?(?:[:;,—–-]\s?|\s[—–-]\s|(?=because\s|since\s|as\sit))",
    re.IGNORECASE,
)
"""What a vote opens with, before its reason."""

_VOTE = re.compile(
    r"\W*(?:(?:so|and|hence|therefore|but)\s)?(?:(?:it['’]s\s)?(?:an?\s)?(?:easy|hard|clear|firm)?\s?)?(?:ship|skip|pass|buy|sold|count me in|no thanks|enough said)(?:\s(?:it|this|them|from me|for me))?\W*$",
    re.IGNORECASE,
)
"""A vote that is all of a part."""

_COMMENT = re.compile(
    r"\W*(?:(?:and|so|but|which)\s)?(?:that['’]s|that is|this is|which is|those are|these are)\s(?:\w+\s){0,4}\w+\W*$|"
    r"\W*(?:and\s)?it\s(?:really\s)?shows(?:\s(?:in|at|on|everywhere)\b.*)?\W*$",
    re.IGNORECASE,
)
"""What points back at the part before: ``and that's stingy``."""

_SUBJECT = re.compile(
    r"(?:\W?\d|[A-Z]|(?:it|they|he|she|we|there|the|an?|its|their|his|her|our|no|all|both|each|every|some|most|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|half)\b)"
)
"""How a part begins that has a subject of its own."""

_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|can|cannot|must|isn|aren|wasn|weren|don|doesn|didn|hasn|haven|hadn|"
    r"came|went|got|gave|took|made|sold|won|lost|ran|led|began|held|left|kept|paid|built|said|told|met|saw|grew|fell|rose|beat|became|"
    r"brought|bought|broke|chose|drew|drove|felt|found|froze|knew|meant|sent|shook|shot|showed|slept|spent|spoke|stood|stuck|swept|taught|thought|threw|wore|wrote|"
    r"cost|cut|put|set|hit|read|run|come|need|want|get|give|take|keep|support|cover|allow|work|offer|include)\b|"
    r"\b(?:[Ii]t|[Tt]here|[Tt]hat|[Hh]ere|[Hh]e|[Ss]he|who|what)['’]s\b|\b(?:[Tt]hey|[Ww]e|[Yy]ou)['’](?:re|ve)\b|"
    r"\b[a-z]{2,}(?:ed|es|s)\b"
)


class Stated(NamedTuple):
    """A statement beside a taste.

    Attributes:
        text: The statement.
        outright: Whether it is said as a fact; a conclusion isn't, so that it is no fault that no source draws it.
    """

    text: str
    outright: bool = True


def stated(claim: Passage, evidence: Evidence) -> Iterable[Stated]:
    """Return what a sentence states, each run of its parts that are no opinion, and what the rest takes for granted.

    Args:
        claim: The sentence.
        evidence: The dossier, for what it teaches about names.
    """
    text = claim.text
    if QUOTES.search(text) or _SUPPOSED.match(text):
        return ()
    for opening in (_ADVICE, _LIKING):
        if (found := opening.match(text)) and found.end() < len(text):
            text = text[found.end() :]
    text = _ELLIPSIS.sub(_said_of_it, text)
    said = _taken_for_granted(upper(text), evidence)
    grounds = [preposed(text), *(liked(part) for part in _parts(text))]
    said |= {
        Stated(f"{upper(each.strip(' .'))}."): None
        for each in grounds
        if each and _is_plain(each, evidence) and _states(each)
    }
    parts = [_Part.read(part, evidence) for part in _parts(text)]
    for (plain, outright), group in groupby(parts, key=lambda part: (part.plain, part.outright)):
        run = list(group)
        if plain:
            alone = _alone(run, claim, evidence, opens=run[0] is parts[0])
            said |= dict.fromkeys(Stated(each, outright) for each in alone)
        else:
            bare = (_JOINER.sub("", part.text).strip(" ,;:—–-") for part in run)
            for part in bare:
                said |= _taken_for_granted(upper(part), evidence)
    return said


def _taken_for_granted(text: str, evidence: Evidence) -> dict[Stated, None]:
    """Return what an opinion takes for granted, and what the subject of a verdict says."""
    said = dict.fromkeys(Stated(each) for each in presumed(text, evidence))
    said |= dict.fromkeys(Stated(each, outright=False) for each in implied(text))
    return said | dict.fromkeys(Stated(each, outright=False) for each in of_verdict(text, evidence))


_ELLIPSIS = re.compile(
    r"^(?:Made|Built|Designed|Written|Assembled|Manufactured|Founded|Trained|Hosted|Stored|Kept|Priced|Sold|Based|Licensed|Released|Launched|Funded|"
    r"Backed|Run|Developed|Powered|Printed|Tested|Certified|Rated|Limited|Published|Owned|Available|Free|Compatible)(?=\s(?:in|by|for|on|at|from|under|to|with|as)\s)"
)
"""What opens a statement that leaves out of what it is: ``Made in Leeds by three people``."""


def _said_of_it(found: re.Match[str]) -> str:
    return f"It is {found[0].lower()}"


class _Part(NamedTuple):
    """A part of a sentence, with what joins it to the one before."""

    text: str
    plain: bool
    outright: bool

    @classmethod
    def read(cls, text: str, evidence: Evidence) -> "_Part":
        """Return a part, told of anybody where its speaker tells it of himself."""
        if _is_plain(text, evidence):
            return cls(text, plain=True, outright=_CONCLUDES.match(text) is None)
        told = unpraised(impersonal(unowned(text)))
        if told == text or _FOLLOWS.match(text) or not _is_plain(told, evidence):
            return cls(text, plain=False, outright=False)
        return cls(told, plain=True, outright=True)


def _alone(run: Sequence[_Part], claim: Passage, evidence: Evidence, *, opens: bool) -> Iterator[str]:
    """Yield a run of a sentence's parts as a sentence of its own, if it is one."""
    text = "".join(part.text for part in run)
    ground = reason(text)
    bare = ground or _JOINER.sub("", text)
    said = f"{bare.strip(' ,;:—–-.')}."
    if (
        said.strip(".") == claim.text.strip(" .!")
        or not _states(said)
        or _CONDITION.search(text)
        or _DEPENDENT.match(bare)
    ):
        return
    read = evidence.read(said)
    if (opens or _stands_alone(read) or (ground and _tells(read, 1))) and (is_exact(read) or not _PREPOSED.match(text)):
        yield upper(said)


def _stands_alone(part: Passage) -> bool:
    """Whether a part that others precede says by itself what it is about: ``it costs €99``, hardly ``this one doesn't ask``."""
    if not _SUBJECT.match(part.text) or part.dates:
        return False
    return _tells(part, TELLING)


def _tells(part: Passage, enough: int) -> bool:
    return bool(part.quantities or part.licences) or sum(item.weight >= 1 for item in part.items) >= enough


TELLING = 2
"""Telling words of a part that stands alone."""


def _parts(text: str) -> Iterator[str]:
    """Yield the parts of a sentence, each with what joins it to the one before."""
    start = 0
    for joint in _JOINT.finditer(text):
        if joint.start() > start:
            yield text[start : joint.start()]
            start = joint.start()
    yield text[start:]


def _is_plain(part: str, evidence: Evidence) -> bool:
    if _VOTE.match(part):
        return False
    read = evidence.read(_JOINER.sub("", part).strip(" ,;:—–-"))
    if _COMMENT.match(part) and not is_exact(read):
        return False
    return not is_opinion(read) and not is_forecast(read)


def _states(said: str) -> bool:
    return len(said.split()) >= FEW and bool(_VERB.search(said))
