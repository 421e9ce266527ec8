"""How plainly a sentence says that a release came out on a day, judged by the words beside it."""

import re

from panel.evidence.dates import DateMention
from panel.evidence.facts.announced import short_version
from panel.evidence.facts.entries import entry_weight
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lowered import lowered
from panel.evidence.owners import is_prepositional, segment, subject
from panel.evidence.passages import Passage
from panel.evidence.peoples import PLACES

_OUT = re.compile(
    r"\b(?:releas(?:e|es|ed|ing)|launch(?:es|ed|ing)?|c[ao]m(?:e|es|ing) out|out (?:now|since|today)|available|availability|on sale|sold|"
    r"ships?|shipped|shipping|publish(?:es|ed|ing)?|open-sourc(?:es|ed|ing)|g[ai]v(?:e|es|ing) away|rolled out|arriv(?:e|es|ed|ing)|opened|"
    r"(?:start|began|begin|begun)(?:s|ed)? (?:to )?(?:sell|ship|deliver)(?:ing)?|selling|deliver(?:s|ed|y|ies)?|"
    r"(?:takes?|took|taking|accepts?|accepted|serves?|served|welcomes?|welcomed|signs? up|signed up) (?:(?:its|their|our|his|her) )?(?:very )?first \w+|"
    r"first (?:customers?|buyers?|orders?|units?|parcels?|deliver(?:y|ies)|copies) (?:were|was|went|left|reached|arrived|came|got)|"
    r"reach(?:es|ed) (?:the )?(?:shops|stores|customers|buyers|shelves)|in (?:the )?(?:shops|stores)|in stock|in our shop|as of today|in the app store|"
    r"(?:any|every)(?:one|body) can (?:now )?(?:sign up|join|register|use|buy|order|download|have|get|try|install|play|rent|book)|on the internet|on google play|can now|"
    r"invitation codes|online|open to (?:all|every\w+|anybody|anyone|the public)|opens? (?:[^.;,]{1,60} )?to (?:the public|all|every\w+|anybody|anyone)|is public|(?:made|makes) [^.;]{1,80} available|sells? [^.;]{1,60} (?:from|since)|go(?:es|ne)? live|went live|open for business|"
    r"leaves? (?:our|the) (?:warehouse|factory)|reach(?:es|ed) (?:version |v)?\d[\d.]*|(?:starting|beginning) today|we (?:also |now )+\w+|"
    r"(?:sales?|service|shop|store)(?: in (?-i:[A-Z])[\w ]+?)? (?:starts?|started|begins?|began|opens?|opened)|uploaded|made public|on the market|hits? (?:the )?(?:shelves|market|stores|shops)|dropped|"
    r"entered service|saw the light of day|sal(?:ió|en?|ieron)|lanzó|lanzado|(?:è|sono) uscit[oaie]|lanciat[oa]|verschenen|uitgebracht|te koop|släpptes|lanserades|lansert|lanceret|udgivet|utgitt|lançad[oa]|went up|(?<=\d )dates from|(?:brings?|brought|bringing) (?:[\w-]+ ){1,4}to (?:the )?(?:\w+ )?(?:shops|stores|shelves|market)|order(?:ed|able)|purchasable|downloadable|"
    r"today,?(?: [^,;]{4,24},)? we(?: are|['’]re)?(?! (?:announc|show|unveil|present|introduc|reveal|preview))|(?:can|may) (?:now )?(?:order|buy|download|install|get)|can be (?:downloaded|bought|ordered|used|installed)|is (?:here|out)|br(?:ings?|ought) out|puts? out|generally available|"
    r"(?:leaves?|left|out of) (?:the |its )?(?:public |private |open |closed )?(?:beta|preview)|"
    r"(?:ist|sind) (?:da|offen)|seit dem|ab sofort|gestartet|startet|ouvert|lancée?s?|disponibile|beschikbaar|verkrijgbaar|tillgänglig|tilgjengelig|tilgængelig|erschienen|erscheint|erhältlich|verfügbar|veröffentlicht|sorti|disponible|to buy|be bought)\b|(?:['’]s|is) out (?:in|on|for|from|today|now)\b",
    re.IGNORECASE,
)
_LEAVES = re.compile(
    r"\b(?:leaves?|left|exits?|exited|out of|comes? out of|came out of|end of) (?:the |its )?(?:public |private |open |closed )?"
    r"(?:beta|previews?|early access|invit\w+-only(?: mode)?|waiting list)\b",
    re.IGNORECASE,
)
"""What a release does when it comes out."""

_SHOWN = re.compile(
    r"\b(?:unveil|introduc|debut|present|appear|tagg|reveal|vorgestellt|présent|dévoil|lanz|put the|went live|"
    r"live)\w*",
    re.I,
)
_ANNOUNCED = re.compile(r"\b(?:announc|angekündigt|annonc)\w*", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:beta|previews?|pre-?release|paper|preprint|predecessor|forerunner|previous|earlier|older|founded|"
    r"raised|was to|were to|meant to|should have|had been due|audit(?:ed|s)?|award(?:s|ed)?|won|patch(?:es|ed)?|fix(?:es|ed)?|outage|breach|discontinued|withdrawn|retired|measured|tested|bought|acquired|updated|i['’]d|took delivery|we (?:received|ordered)|"
    r"until|expires?|updates? (?:for|until)|other countries|europe gets|hired|trial|planned|originally|due|slated|postponed|"
    r"follows? (?:in|on)|to follow|will follow|"
    r"stud(?:y|ies)|conference|survey|(?:launch |release )?part(?:y|ies)|(?:lab|open|press|demo|media) days?|meet-?ups?|since the|last version|patent|lawsuit|interview|review)\b"
)
"""Looked for in small letters."""

_THIS_VERSION = re.compile(r"(?:Version|Release|v)\s?([\d.]*\d)")
NOT_OUT = re.compile(
    r"(?:n['’]t|\bnot|\bnever)\s(?:yet\s|be\s|been\s)?(?:out|available|released|shipp\w+|on sale|published)\b",
    re.IGNORECASE,
)
"""What says that a release isn't out."""

_OF_PREVIEW = re.compile(
    r"(?:The|Its|Our|A) (?:[a-z]+ )?(?:preview|beta|trial|pilot|waiting list)\b(?! (?:is|has) (?:over|ended))"
)
"""How a sentence begins on what was there before."""

_OF_ANOTHER = re.compile(
    r"\b(?:than|as|from|over|replac\w+|succe\w+|beats|unlike)\s[^,;]{2,40}, (?:which|that)\b[^,;]*$"
)
"""What tells the day of something else: ``faster than 1.4, which came out in``."""

_EVER_SINCE = re.compile(r"Since [^,;]{3,20},? (?:we|they|it|more|over)\b")
"""How a sentence begins on what went on for a while: ``Since November we've delivered``."""


def _is_of_another(text: str, mention: DateMention) -> bool:
    """Whether a date is that of something else, or the beginning of what went on for a while."""
    return bool(_EVER_SINCE.match(text[: mention.span[1] + 12]) or _OF_ANOTHER.search(text[: mention.span[0]]))


_EDITION = re.compile(
    r"(?:The|An?|Its)\s(?:iOS|Android|iPad|iPhone|Mac|macOS|Windows|Linux|web|desktop|mobile)\s(?:app|version|client|build|edition)\b"
)
"""A part of a release that has a day of its own."""

_OF_A_PART = 0.3
"""Weight of the day of a part, which counts where no other is told."""

_AHEAD = re.compile(r"\b(?:will|goes on sale|from|starting|is to|are to|planned|expected|scheduled)\b", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:release[d]?(?: date| on)?|(?:in (?:stores|shops)|on sale|ships|shipping|out|ga|general availability|availability)(?: from| since)?|launch(?:ed)?(?: date)?|date|available(?: since|"
    r" from)?)\s*[:|]",
    re.IGNORECASE,
)


def _is_of_others(evidence: Evidence, passage: Passage, mention: DateMention) -> bool:
    """Whether a sentence opens with somebody or something else than the release and its maker."""
    about = subject(passage)
    if about is None or evidence.subject.is_ours(about.key) or _names_ours(evidence, passage):
        return False
    if about.key <= PLACES or is_prepositional(passage.text, about) or about.span[0] >= max(mention.span[1], _SOON):
        return False
    if about.span[0] == 0 and _BIDS.match(passage.text):
        return False
    if version := _THIS_VERSION.fullmatch(about.text):
        first = short_version(version[1]) == "1" and not any(word[0].isdigit() for word in evidence.subject.name)
        return not first and {version[1], short_version(version[1]), version[1].partition(".")[0]}.isdisjoint(
            evidence.subject.name | evidence.subject.versions
        )
    return True


def day_weight(evidence: Evidence, place: int, passage: Passage, mention: DateMention) -> float:
    """Return how plainly a sentence says that a release came out on a day; 0 where it tells the day of something else."""
    start, end = segment(passage, mention.span)
    near = re.split(r"\b(?:after|following)\b", passage.text[start:end])[0]
    if _is_of_others(evidence, passage, mention):
        return 0.0
    if _ELSEWHERE.search(_LEAVES.sub("", lowered(_without_own(evidence, passage, near)))):
        return 0.0
    if _OF_PREVIEW.match(passage.text) or _is_of_another(passage.text, mention):
        return 0.0
    if NOT_OUT.search(near):
        return 0.0
    if _EDITION.match(passage.text) and not _names_ours(evidence, passage):
        return _OF_A_PART if _OUT.search(near) else 0.0
    weight = (
        _verb_weight(near, passage.text, mention)
        or _answer_weight(evidence, place, passage, mention)
        or entry_weight(evidence, passage, mention)
        or _bare_weight(evidence, passage, mention)
    )
    if not weight:
        return 0.0
    if mention.precision == "month":
        weight -= 1.0
    if _names_ours(evidence, passage) or re.match(r"(?:It|They|The weights|Weights)\b", passage.text):
        weight += 0.5
    if evidence.is_makers(passage.cite):
        weight += 0.8
    if is_ahead(evidence, passage, mention) and _AHEAD.search(passage.text):
        weight -= 0.4
    return weight + max(0.0, 0.4 - 0.02 * int(passage.cite.partition(".")[2] or 0))


def _bare_weight(evidence: Evidence, passage: Passage, mention: DateMention) -> float:
    """Return what a day is worth that is told of the release with a word that nobody could list: ``Aldine dropped on``."""
    about = subject(passage)
    ours = about is not None and about.span[1] < mention.span[0] and evidence.subject.is_release(about.key)
    bare = ours and mention.precision == "day" and not mention.relative
    return 1.1 if bare and _ON.search(passage.text[: mention.span[0]]) else 0.0


_ON = re.compile(r"\b(?:on|since|from|as of)\s(?:[A-Z][a-z]+day,?\s)?$")
"""What leads to a day."""


def _without_own(evidence: Evidence, passage: Passage, text: str) -> str:
    """Return words without the release's name, which may be made of words that mean something: ``Relay Review``."""
    for name in passage.names:
        if evidence.subject.is_ours(name.key):
            text = text.replace(name.text, "")
    return text


_SOON = 12
"""Letters of a sentence within which a name is what it is about, also behind a day."""

_BIDS = re.compile(
    r"[A-Z]\w+ (?:from|now|today|here|it|to (?:all|every\w+|anybody|anyone))\b|(?:Sold|Released|Published|Launched|Out|Shipped|Shipping|Available|Live|Online|Opened) (?:on|in|since|for|at)\b"
)
"""A sentence that opens with what one may do rather than with a name: ``Order from today``."""


_WHEN = re.compile(r"\b(?:when|since when|what day|release date)\b.*\?", re.IGNORECASE)
"""A question for a day."""


def _answer_weight(evidence: Evidence, place: int, passage: Passage, mention: DateMention) -> float:
    """Return what a date is worth that answers a question, as in ``When was it released? On 3 March``."""
    last = evidence.before(place)
    if last is None and evidence.headings.get(place) == place - 1:
        last = place - 1
    asked = evidence.passages[last].text if last is not None else ""
    answers = mention.span[0] < 12 and _WHEN.search(asked)
    return 3.0 if answers and _OUT.search(asked.replace("come out", "comes out")) else 0.0


_MAIL = re.compile(r"\bSubject:\s?(?:Re|Fwd?|AW)\b", re.IGNORECASE)
"""What stands at the head of an answer by mail, whose date isn't the release's."""

_ORDERED = re.compile(
    r"\borders? open(?:s|ed)?\b|\bpre-?orders?\b|\breserv(?:e|ed|ations?)\b|\bregistrations?\b|\bwaiting list\b",
    re.IGNORECASE,
)
"""What comes before something is out."""


def _verb_weight(near: str, text: str, mention: DateMention) -> float:
    if _LABEL.match(text):
        return 0.0 if _MAIL.search(text) else 3.5
    if _ORDERED.search(near):
        return 1.2
    for pattern, worth in ((_OUT, 3.0), (_LEAVES, 3.0), (_SHOWN, 2.2), (_ANNOUNCED, 1.2)):
        if pattern.search(near):
            return worth
    for pattern, worth in ((_OUT, 2.6), (_SHOWN, 2.0), (_ANNOUNCED, 1.0)):
        if pattern.search(text) and abs(_distance(pattern, text, mention)) < 90:
            return worth
    return 0.0


def _distance(pattern: re.Pattern[str], text: str, mention: DateMention) -> int:
    return min((abs(match.start() - mention.span[0]) for match in pattern.finditer(text)), default=len(text))


def _names_ours(evidence: Evidence, passage: Passage) -> bool:
    return any(evidence.subject.is_ours(name.key) for name in passage.names)


def is_ahead(evidence: Evidence, passage: Passage, mention: DateMention) -> bool:
    """Whether a date lay ahead when its source was written, so that it is a plan."""
    written = evidence.written(passage.cite)
    return bool(written and mention.start and mention.start > written)
