"""Under which terms a release may be used: the licences of its sources, weighed by what they are said of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from panel.evidence.facts.others import small_subject
from panel.evidence.grounding.belonging import ours_at, owners_at
from panel.evidence.grounding.evidence import Evidence
from panel.evidence.licences import read_licences
from panel.evidence.lowered import lowered
from panel.evidence.names import key_of
from panel.evidence.owners import Key, segment
from panel.evidence.passages import Passage
from panel.evidence.words import words

_GRANT = re.compile(
    r"\b(?:licen[cs]ed?|under (?:the|a|an)?|released under|comes under|available under|"
    r"terms)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:weights?|models?|licen[cs]e|licensed|release[d]?|source of|command line|engine|it is|"
    r"it's)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:extension|plug-?in|cli|command-line (?:tool|client)|decoder|compiler|client librar(?:y|ies)|librar(?:y|ies)|bindings|examples?|documentation|firmware|"
    r"operating system|sdks?|"
    r"(?:runner|build|host|our|the|its) agent|parser|drivers?|runners?|mobile apps?|"
    r"code is|the code|app's code|dataset|training (?:data|sets?|images|scans|texts?|code)|respectively)\b",
    re.IGNORECASE,
)
_ADDED = re.compile(
    r"\b(?:an?|the) (?:[\w-]+ ){0,2}(?:plug-?in|extension|exporter|operator|terraform provider|template|starter kit|action)\b",
    re.IGNORECASE,
)
"""What is added to a release, with terms that say nothing of it."""

_BESIDES = re.compile(
    r"\b(?:sdks?|parsers?|drivers?|connectors?|(?-i:[A-Z])\w+ (?-i:Runner|Agent|Connector|Bridge|Helper|Proxy)|bindings|client librar(?:y|ies)|examples?|(?:runner|build|host|our|the|its|collector) agents?|"
    r"(?:training|example|sample|evaluation) (?:code|scripts?|notebooks?))\b",
    re.IGNORECASE,
)
"""What is given away with a release that is sold: its terms don't say what the release's are."""

_THE_WHOLE = re.compile(r"\b(?:server|model|service|product|app|application|platform)\b", re.IGNORECASE)
_CHANGES = re.compile(
    r"\b(?:turns? into|becomes?|converts?|will be|changes? to|after \w+ years?|instead of|"
    r"used to|was|previously)\b",
    re.I,
)
_CLOSED = re.compile(
    r"\b(?:is|are|remains?|stays?|fully|entirely|completely|licen[cs]e:?) (?:a |an |fully |still |entirely |"
    r"completely )*"
    r"(?:closed|proprietary)\b(?! in | for | to | on | until )|\bclosed[- ]source\b|"
    r"\bproprietary (?:architecture|licen[cs]e|software|model)|"
    r"\b(?:isn['’]t|is not|aren['’]t|are not|never was) open[- ]source|\bsource (?:code )?(?:isn['’]t|is not|aren['’]t) (?:public|available)|\bweights? (?:are|is|"
    r"were) not (?:published|public|available|open)|"
    r"(?<!design )(?<!hardware )(?<!data )(?<!shop )(?<!store )(?<!office )\b(?:is not|are not|isn['’]t|aren['’]t) open(?=[.;,])|"
    r"\bweights (?:stay|remain) (?:with (?:us|(?-i:[A-Z]))|in-house|private|secret|closed)|\bweights will not be|"
    r"\b(?:do not|don['’]t|does not|doesn['’]t|won['’]t) (?:publish|release|distribute|share|give out) (?:the |its |our )?weights|"
    r"\bno weights are public|\bweights (?:aren['’]t|haven['’]t)|(?<!non-)(?<!non)(?<!non )\bcommercial licen[cs]e\b|"
    r"\bservice (?:isn['’]t|is not)\b",
    re.IGNORECASE,
)

_HINTS = ("closed", "proprietary", "source", "weight", "commercial licen", "service is", "not open", "t open")
"""What every sentence has that says so."""

_HARDLY = re.compile(r"\bopen[- ]source in (?:the|a|any) (?:usual|strict|narrow|full)\b", re.IGNORECASE)
"""What finds fault with a licence that has a name of its own."""

_NEEDED = re.compile(
    r"\b(?:needs?|requires?|must buy|separate|available|for (?:companies|businesses|those))\b", re.IGNORECASE
)
"""What is said of a commercial licence that is sold beside the usual one."""

_SHUT = re.compile(
    r"\b(?:list|beta|preview|round|registrations?|sign-?ups?|orders|shops?|stores?|offices?|factory|lid|door|issues?|tickets?|bugs?|holes?|"
    r"gap|programme|program|forum|applications|polls?|deal|case|sale|account|campaign)\s(?:(?:is|are|remains?|stays?)\s(?:now |still |already )?)closed\b(?![- ]source)",
    re.IGNORECASE,
)
"""What is closed without being proprietary: ``The waiting list is closed``."""

_NOT_FREE = ("Llama", "Gemma", "BUSL", "SSPL", "Elastic", "FSL", "PolyForm", "OpenRAIL", "CC-BY-NC")
"""How the names of licences begin that aren't open source in the strict sense."""

_REST_CLOSED = re.compile(
    r"\b(?:service|server|app|platform|product|backend|core|rest|model|weight|program)s?(?: itself| themselves)? (?:isn['’]t|is not|aren['’]t)(?: open| public)?(?=[.;,]|$)",
    re.IGNORECASE,
)
"""What is said after a part that is open: ``The service itself isn't.``"""

_NOT_OPEN = re.compile(r"\b(?:isn['’]t|is not|aren['’]t|are not) open[- ]source", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Terms:
    """A licence that a source names for the release."""

    name: str
    """Its normal name."""
    cite: str
    """The sentence."""
    weight: float
    """How plainly it is said of the release as a whole."""
    part: bool = False
    """Whether it is said of something that is given away with it, such as an SDK."""
    strict: bool = False
    """Whether it only says that the release isn't open source, as is said of community licences too."""


def terms_of_use(evidence: Evidence) -> Iterator[Terms]:
    """Yield every licence that a source names for the release, without what finds fault with it."""
    found = list(_terms(evidence))
    named = any(terms.weight >= _PLAIN and _is_community(terms.name) for terms in found if not terms.part)
    yield from (terms for terms in found if not (named and terms.strict))


_PLAIN = 3.0
"""Weight of a licence that is plainly the release's."""


def _is_community(name: str) -> bool:
    """Whether a licence shows the source but isn't open source: ``Fernhill Community Licence``."""
    return name.startswith(_NOT_FREE) or bool(_OWN_LICENCE.search(name))


_OWN_LICENCE = re.compile(r"\bLicen[cs]e$")


def _terms(evidence: Evidence) -> Iterator[Terms]:
    for place, passage in enumerate(evidence.passages):
        if passage.cite.startswith("F."):
            continue
        for mention in read_licences(passage.text):
            if mention.name == "Proprietary" or passage.sign_at(mention.span) < 0:
                continue
            small = small_subject(passage.text)
            if small and not evidence.subject.is_ours(key_of(small)):
                continue
            if _is_content(passage.text, mention.span) or _is_anothers(passage.text, mention.span):
                continue
            if ours_at(evidence, place, mention.span) or _of_a_part(evidence, place, mention.span):
                part = bool(_BESIDES.search(_clause(passage.text, mention.span)))
                yield Terms(mention.name, passage.cite, _weight(passage, mention.span), part)
        if labelled := _IDENTIFIER.search(passage.text):
            yield Terms(_IDENTIFIERS[labelled[1]], passage.cite, 4.0)
        yield from _closed(evidence, place, passage)
        if passage.text.startswith(_NO):
            yield from _denied(evidence, place, passage)


_IDENTIFIERS = {
    name.lower(): name
    for name in (
        "Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MPL-2.0", "GPL-2.0", "GPL-3.0", "LGPL-3.0", "AGPL-3.0",
        "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC0-1.0",
    )
}  # fmt: skip
_IDENTIFIER = re.compile(
    rf"[Ll]icen[cs]e\s?[:|]\s?[`\"]?({'|'.join(re.escape(each) for each in _IDENTIFIERS)})(?![\w.-]\w)"
)
"""A licence as model cards have it, in small letters: ``license: apache-2.0``."""

_NO = ("No.", "No,", "No ", "Nope", "It isn", "It is not", "Sadly", "Not ")
_OPEN_ASKED = re.compile(r"\bopen[- ]source\b[^.]*\?", re.IGNORECASE)


def _denied(evidence: Evidence, place: int, passage: Passage) -> Iterator[Terms]:
    """Yield that a release is proprietary where somebody asks whether it is open source and is told ``No``."""
    last = evidence.before(place)
    heading = evidence.headings.get(place)
    near = [
        evidence.passages[each].text for each in (last, place - 1 if heading == place - 1 else None) if each is not None
    ]
    if any(_OPEN_ASKED.search(text) for text in near):
        yield Terms("Proprietary", passage.cite, 3.0)


_PARTS = frozenset(
    words(
        "licence license licensing terms code weights checkpoints source sources core server client model software everything"
    )
)
"""What a sentence may begin with that is the release's own, though it is written like a name."""


def _of_a_part(evidence: Evidence, place: int, span: tuple[int, int]) -> bool:
    """Whether what owns a licence is a noun: ``Code and weights carry the Apache licence``."""
    return all(key <= _PARTS or _is_its_system(evidence, key) for key in owners_at(evidence, place, span))


def _is_its_system(evidence: Evidence, key: Key) -> bool:
    """Whether a name is that of the system which a device runs, named after it or its maker: ``KestrelOS``."""
    stems = {word for word in (*evidence.subject.name, *evidence.subject.vendor) if len(word) > 2 and word.isalpha()}
    words_ = [word for word in key if word.isalpha()]
    return any(found[1] in stems for word in words_ if (found := _SYSTEM.fullmatch(word)))


_SYSTEM = re.compile(r"(\w+?)(?:os|ui|ware)")


_CONTENT = re.compile(
    r"\b(?:recordings?|photo(?:graph)?s?|pictures|articles?|lyrics|data|data ?sets?|corpus|maps?|documentation|docs|manuals?|guides?|"
    r"icons?|fonts?|typefaces?|artwork|sounds?|music|videos?|samples?|contents?|contributions?|translations?|recipes|word lists?|logos?)\b",
    re.IGNORECASE,
)
"""What may have terms of its own that say nothing of the release."""

_CONTAINS = re.compile(
    r"\b(?:bundl(?:es?|ing)|embeds?|wraps?|vendors|uses|using|includes?|ships? with|comes? with|relies on|depends on)\s(?P<what>[^.;:]*)$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:an?|the|its|our|their|either)?\s?", re.IGNORECASE)
_LICENCE_NEXT = re.compile(r"\s?(?:[\w.]+\s)?(?:licen[cs]es?\b|terms\b|[.,;)]|$)", re.IGNORECASE)
_PLANNED = re.compile(
    r"\b(?:plans?|intends?|hopes?|wants?|considers?|considering|promises?|promised|thinking (?:about|of))\b[^.;]{0,60}$|"
    r"\b(?:may|might|could) (?:one day |later |yet |eventually )?(?:be (?:released|published|opened)|publish|release|open)[^.;]{0,60}$",
    re.IGNORECASE,
)
"""What is said of terms that don't hold yet."""


def _is_anothers(text: str, span: tuple[int, int]) -> bool:
    """Whether a licence is that of something that the release contains, or one that is only planned."""
    if _PLANNED.search(text[: span[0]]):
        return True
    found = _CONTAINS.search(text[: span[0]])
    return bool(found and not (_ARTICLE.fullmatch(found["what"]) and _LICENCE_NEXT.match(text, span[1])))


_ITSELF = re.compile(
    r"(?<!\bfrom the )(?<!\bin the )(?<!\bof the )(?<!\bfor the )"
    r"\b(?:weights?|checkpoints?|models?|code|source|software|server|engine|apps?|program|everything|all)\b",
    re.IGNORECASE,
)


_MARKS = (";", ": ", ", and ", " while ", " but ")
"""What parts what is said of one thing from what is said of another."""


def _is_content(text: str, span: tuple[int, int]) -> bool:
    """Whether a licence is that of recordings, data and the like: ``Recordings go to Sovon under a CC BY licence``."""
    start = max(text.rfind(mark, 0, span[0]) for mark in _MARKS) + 1
    start = max([start, *(each.span[1] for each in read_licences(text) if each.span[1] <= span[0])])
    told = text[start : span[0]]
    found = _CONTENT.search(told)
    return bool(found and not _ITSELF.search(told[: found.start()]) and not _ITSELF.search(told[found.end() :]))


def _weight(passage: Passage, span: tuple[int, int]) -> float:
    clause = _clause(passage.text, span)
    near = clause if len(clause) < 120 else passage.text[slice(*segment(passage, span))]
    weight = 2.0
    weight += 1.0 if _GRANT.search(near) else 0.0
    weight += 1.0 if _WHOLE.search(near) else 0.0
    weight -= 3.0 if _ADDED.search(near) else 0.0
    weight -= 2.5 if _REST_CLOSED.search(passage.text, span[1]) else 0.0
    weight -= 1.5 if _PART.search(near) else 0.0
    weight -= 2.5 if _CHANGES.search(passage.text[max(0, span[0] - 30) : span[0]]) else 0.0
    return weight


def _clause(text: str, span: tuple[int, int]) -> str:
    """Return what stands between semicolons round a place."""
    start, end = text.rfind(";", 0, span[0]) + 1, text.find(";", span[1])
    return text[start : end if end >= 0 else len(text)]


def _closed(evidence: Evidence, place: int, passage: Passage) -> Iterator[Terms]:
    """Yield that a release is proprietary, where a sentence says so of it or of a part of it."""
    small = lowered(passage.text)
    match = _CLOSED.search(passage.text) if any(hint in small for hint in _HINTS) else None
    if match is None and any(hint in small for hint in (" isn", " is not", " aren")):
        match = _REST_CLOSED.search(passage.text)
    if match is None:
        return
    open_too = any(mention.name != "Proprietary" for mention in read_licences(passage.text))
    if match.group().lower().startswith("commercial") and open_too:
        return  # sold as well to those whom the open licence doesn't suit
    if not (ours_at(evidence, place, match.span()) or _is_told(evidence, passage, match)) or _SHUT.search(passage.text):
        return
    if passage.sign_at((match.end() - 1, match.end())) < 0 and re.search(r"closed|proprietary", match.group(), re.I):
        return
    if _HARDLY.search(passage.text):
        return
    clause = _clause(passage.text, match.span())
    if match.group().lower().startswith("commercial") and _NEEDED.search(passage.text):
        yield Terms("Proprietary", passage.cite, 1.0, strict=True)
        return
    part = bool(_PART.search(clause)) or bool(re.search(r"\bengine\b", clause) and not _NOT_OPEN.search(clause))
    weight = 1.6 if part else 3.2 if _THE_WHOLE.search(clause) else 2.6
    yield Terms("Proprietary", passage.cite, weight, strict=bool(_NOT_OPEN.fullmatch(match.group())))


_TELLS = re.compile(r"[^;:]{0,40}\b(?:says?|said|admits?|confirms?|confirmed|explains?|explained)\b(?: that)?\s(?P<what>[^;:]*)$")


def _is_told(evidence: Evidence, passage: Passage, match: re.Match[str]) -> bool:
    """Whether the name before it is that of somebody who says so: ``Its founder, Ida Berg, says that``."""
    before = [name for name in passage.names if name.span[1] <= match.start()]
    told = _TELLS.fullmatch(passage.text[before[-1].span[1] : match.start()]) if before else None
    return bool(told and len(evidence.named_at(before[-1].key)) < 3 and _ITSELF.search(told['what'] + match.group()))
