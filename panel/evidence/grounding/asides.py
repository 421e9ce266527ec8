"""What a sentence states beside what it thinks of it: ``It exports to LaTeX, so my thesis is safe`` states the first half."""

import re
from collections.abc import Iterator
from itertools import groupby

from panel.evidence.grounding.evidence import Evidence
from panel.evidence.grounding.opinions import is_forecast, is_opinion
from panel.evidence.passages import Passage

FEW = 3
"""Words from which a part of a sentence states something."""

_JOINT = re.compile(
    r"(?P<mark>[;:]\s|\s[—–-]{1,3}\s|(?<=\w)—(?=\w))|"
    r",?\s(?:which|so that|because|although|even though|though|whereas)\s|"
    r",\s(?:so|and|but|yet|or|while|since|as|who|where|when|if|unless|until|given that|even if)\s|"
    r"\s(?:but|yet)\s|"
    r",\s(?=(?:an?|the|too|not|hardly|perfect|plenty|making|leaving|enough|more than|far|way|quite|rather|very)\s)",
    re.IGNORECASE,
)
"""What joins the parts of a sentence."""

_QUOTES = re.compile('[“”"«»„]')
_DEPENDENT = re.compile(r"^\W*(?:which|who|where|when|if|unless|until|as|since|given that|even if|or)\b", re.IGNORECASE)
"""What opens a part that states nothing by itself."""

_CONDITION = re.compile(
    r"^\W*(?:if|unless|until|when|once|whoever|whatever|whether)\b|\s(?:unless|if|until)\s", re.IGNORECASE
)
_JOINER = re.compile(
    r"^\W*(?:so that|so|and|but|yet|because|although|even though|though|while|whereas)\s", re.IGNORECASE
)
_LIKING = re.compile(
    r"^(?:I(?:['’]m| am| was|['’]ve| do)?\s(?:(?:really|quite|rather|just|so|very|also|not)\s)*"
    r"(?:like|love|hate|dislike|appreciate|enjoy|regret|resent|admire|glad|happy|pleased|sorry|sad|annoyed|disappointed|impressed|"
    r"relieved|surprised|thrilled|delighted|worried|bothered|sold|convinced|put off)\s(?:(?:by\sthe\sfact\s)?that|how|because)|"
    r"(?:It['’]s|It is|What)\s(?:a\s)?(?:\w+\s){1,4}?(?:that|is that)|"
    r"(?:Nice|Good|Great|Too bad|A pity|A shame|Pity|Shame|Odd|Sad|Glad|Happy)\s(?:to see\s)?that|"
    r"(?:Sadly|Luckily|Thankfully|Unfortunately|Fortunately|Happily|Frankly|Honestly|Regrettably|Surprisingly|Apparently),)\s",
)
"""What a liking opens with, before what is stated."""

_SUBJECT = re.compile(
    r"(?:\W?\d|[A-Z]|(?:it|they|he|she|we|there|the|an?|its|their|his|her|our|no|all|both|each|every|some|most|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|half)\b)"
)
"""How a part begins that has a subject of its own."""

_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|can|cannot|must|isn|aren|wasn|weren|don|doesn|didn|hasn|haven|hadn|"
    r"came|went|got|gave|took|made|sold|won|lost|ran|led|began|held|left|kept|paid|built|said|told|met|saw|grew|fell|rose|"
    r"cost|cut|put|set|hit|read|run|come|need|want|get|give|take|keep|support|cover|allow|work|offer|include)\b|"
    r"\b[a-z]{2,}(?:ed|es|s)\b"
)


def stated(claim: Passage, evidence: Evidence) -> Iterator[str]:
    """Yield what a sentence states, each run of its parts that are no opinion; nothing if it has one part only.

    Args:
        claim: The sentence.
        evidence: The dossier, for what it teaches about names.
    """
    text = claim.text
    if _QUOTES.search(text) or _CONDITION.search(text) or text.rstrip().endswith("?"):
        return
    if liking := _LIKING.match(text):
        text = text[liking.end() :]
    parts = list(_parts(text))
    runs = [
        "".join(part for _, part in run)
        for plain, run in groupby(((_is_plain(part, evidence), part) for part in parts), key=lambda each: each[0])
        if plain
    ]
    for run in runs:
        said = _JOINER.sub("", run).strip(" ,;:—–-.") + "."
        own = text.startswith(run) or _stands_alone(evidence.read(said))
        if own and said.strip(".") != claim.text.strip(" .!") and not _DEPENDENT.match(run) and _states(said):
            yield said[0].upper() + said[1:]


def _stands_alone(part: Passage) -> bool:
    """Whether a part that others precede says by itself what it is about: ``it costs €99``, hardly ``this one doesn't ask``."""
    if not _SUBJECT.match(part.text) or part.dates:
        return False
    return bool(part.quantities or part.licences) or sum(item.weight >= 1 for item in part.items) >= TELLING


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
    read = evidence.read(_JOINER.sub("", part).strip(" ,;:—–-"))
    return not is_opinion(read) and not is_forecast(read)


def _states(said: str) -> bool:
    return len(said.split()) >= FEW and bool(_VERB.search(said))
