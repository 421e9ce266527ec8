"""That a release is proprietary, where a sentence says so of it or of a part of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from panel.evidence.facts.named import is_named_in
from panel.evidence.facts.told import told
from panel.evidence.licences import read_licences
from panel.evidence.lookup.belonging import ours_at
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lowered import lowered
from panel.evidence.names import key_of
from panel.evidence.passages import Passage

PART = re.compile(
    r"\b(?:extensions?|plug-?ins?|cli|command-line (?:tool|client)|decoder|compiler|client librar(?:y|ies)|librar(?:y|ies)|bindings|examples?|documentation|firmware|boot ?loader|"
    r"operating system|sdks?|dashboard|web (?:interface|console|ui)|"
    r"(?:runner|build|host|our|the|its) agent|parser|drivers?|runners?|mobile apps?|"
    r"code is|the code|app's code|dataset|training (?:data|sets?|images|scans|texts?|code)|respectively)\b",
    re.IGNORECASE,
)
_THE_WHOLE = re.compile(r"\b(?:server|model|service|product|app|application|platform)\b", re.IGNORECASE)
_SAYS_CLOSED = (
    r"\b(?:is|are|remains?|stays?|fully|entirely|completely|licen[cs]e:?) (?:a |an |fully |still |entirely |"
    r"completely )*"
    r"(?:closed|proprietary)\b(?! in | for | to | on | until )|\bclosed[- ]source\b|"
    r"\bproprietary (?:[\w-]+ ){1,2}(?:software|model|product|app\b|service|api\b|tool)|\bproprietary api\b|\b(?:terms|software|service|app|licen[cs]e)(?::|\s?\.{2,})\s(?:proprietary|closed)\b|"
    r"\blicensed commercially\b|\b(?:but|yet|though) (?:still |remains )?proprietary\b(?=[.;,]|$)|"
    r"\bproprietary (?:architecture|licen[cs]e|software|model|product|app\b|application|program|service|code|tool|terms|platform|system|and closed)|"
    r"\bclosed (?:code|weights)\b|\bcommercial (?:software|product)\b|\bnot (?:an? )?open[- ]source\b|"
    r"\bkeeps? (?:the|its|their|our|his|her) (?:source )?(?:code|source|weights|models?|engine|server) (?:to (?:itself|themselves|ourselves|himself|herself)|private|secret|closed|in-house)|"
    r"\b(?:source(?: code)?|code|weights) of (?-i:[A-Z])[\w.]*(?: [\w.]+)? (?:(?:is|are)(?:n['’]t| not)) (?:being )?(?:public|published|available|open|released|shared)\b|\bshareware\b|\b(?:our|its|their|the vendor['’]s) commercial terms\b|"
    r"\b(?:source|code|weights) (?:is|are|remains?|stays?) (?:kept )?(?:private|secret|unpublished|in-house)\b|"
    r"\b(?:source(?: code)?|code|weights) (?:(?:is|are|has|have|will|can)(?:n['’]t| not)|won['’]t|can['’]t|cannot)(?: be| been)? (?:made )?"
    r"(?:public|published|available|released|shared|downloaded|downloadable|disclosed)|"
    r"\b(?:do|does|did|has|have|will|is|are|am|['’]re)(?:n['’]t| not) (?:publish(?:ed|ing)?|releas(?:e|ed|ing)|shar(?:e|ed|ing)|open(?:ed|ing)?|open-sourc(?:e|ed|ing)) (?:the|its|our|their|any|his|her) (?:model |full )?(?:source(?: code)?|code|weights)\b|"
    r"\ball rights reserved\b(?<=^.{19})|\bend[ -]user licen[cs]e agreement\b|\beula\b|\bproprietary(?<=^.{11})(?=[.;,:]|$| \()|\b(?:quelltext|quellcode) (?:ist|bleibt) (?:nicht (?:öffentlich|offen|frei|einsehbar)|geschlossen)|\bcode (?:source )?n['’]est pas (?:public|ouvert|publié)|\b(?:fuente|código) cerrad[oa]\b|\bcodice (?:non è pubblico|chiuso)|\bbroncode is (?:niet openbaar|gesloten)|\bno weights (?:to download|are (?:public|available)|were released|available)|\bgewichte (?:werden|sind) nicht (?:veröffentlicht|öffentlich|offen)|\b(?:ist|sind|bleibt|bleiben) proprietär|\b(?:est|sont|reste|logiciel|modèle) propriétaires?\b|"
    r"\b(?:es|software|modelo|modello|programa|código|codice) (?:software )?propietari[oa]\b|\b(?:è|software|modello|codice) proprietari[oa]\b|"
    r"\bno (?:source code|open weights|public weights|downloadable weights)\b|\bweights can['’]?(?:not|t) be\b|"
    r"\b(?:isn['’]t|is not|aren['’]t|are not|never was) open[- ]source|\bsource (?:code )?(?:isn['’]t|is not|aren['’]t) (?:public|available)|\bweights? (?:are|is|"
    r"were) not (?:being )?(?:published|public|available|open|released|downloadable)|"
    r"\b(?<!design )(?<!hardware )(?<!data )(?<!shop )(?<!store )(?<!office )(?:is not|are not|isn['’]t|aren['’]t) open(?=[.;,])|"
    r"\bno plans? to (?:publish|release|share|open) (?:the |its |our |their )?(?:weights|source|code)|\bweights (?:stay|remain) (?:on (?:our|its|their)|with (?:us|(?-i:[A-Z]))|in-house|private|secret|closed)|\bweights will not be|"
    r"\b(?:do not|don['’]t|does not|doesn['’]t|won['’]t) (?:publish|release|distribute|share|give out) (?:the |its |our )?weights|"
    r"\bno weights are public|\bweights (?:aren['’]t|haven['’]t)|\b(?<!non-)(?<!non)(?<!non )commercial licen[cs]e\b|"
    r"\bservice (?:isn['’]t|is not)(?=[.;,]|$)"
)
_CLOSED = re.compile(_SAYS_CLOSED, re.IGNORECASE)
_MAY_BE_CLOSED = re.compile(_SAYS_CLOSED.replace("(?-i:[A-Z])", "[a-z]"))
"""The same in small letters, which takes a third of the time; what hasn't this hasn't the other."""

_NO_COMMERCIAL = re.compile(r"\b(?:no|without an?|needs? no) commercial licen[cs]e$", re.IGNORECASE)
"""What a licence needs or has none of, and so isn't: ``no commercial licence is on sale``."""

_HARDLY = re.compile(r"\bopen[- ]source in (?:the|a|any) (?:usual|strict|narrow|full)\b", re.IGNORECASE)
"""What finds fault with a licence that has a name of its own."""

_NEEDED = re.compile(
    r"\b(?:needs?|requires?|must buy|separate|available|costs?|for (?:companies|businesses|those))\b", re.IGNORECASE
)
"""What is said of a commercial licence that is sold beside the usual one."""

_SHUT = re.compile(
    r"\b(?:list|beta|preview|round|registrations?|sign-?ups?|orders|shops?|stores?|offices?|factory|lid|door|issues?|tickets?|bugs?|holes?|"
    r"gap|programme|program|forum|applications|polls?|deal|case|sale|accounts?|campaign|hours?|days?|weeks?|months?|quarters?|years?|books|roads?|windows?|loop|eyes|lids?)\s(?:(?:is|are|remains?|stays?)\s(?:now |still |already )?)closed\b(?![- ]source)",
    re.IGNORECASE,
)
"""What is closed without being proprietary: ``The waiting list is closed``."""

REST_CLOSED = re.compile(
    r"\b(?:service|server|app|platform|product|backend|core|rest|model|weight|program|control plane|dashboard|console|cloud|web (?:app|interface|console))s?(?: itself| themselves)? (?:isn['’]t|is not|aren['’]t)(?: open| public)?(?=[.;,]|$)",
    re.IGNORECASE,
)
"""What is said after a part that is open: ``The service itself isn't.``"""

_NOT_OPEN = re.compile(r"\b(?:isn['’]t|is not|aren['’]t|are not|not) (?:an? )?open[- ]source", re.IGNORECASE)


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


NO = ("No.", "No,", "No ", "Nope", "It isn", "It is not", "Sadly", "Not ")
_OPEN_ASKED = re.compile(r"\bopen[- ]source\b[^.]*\?", re.IGNORECASE)


def denied(evidence: Evidence, place: int, passage: Passage) -> Iterator[Terms]:
    """Yield that a release is proprietary where somebody asks whether it is open source and is told ``No``."""
    last = evidence.before(place)
    heading = evidence.headings.get(place)
    near = [
        evidence.passages[each].text for each in (last, place - 1 if heading == place - 1 else None) if each is not None
    ]
    if any(_OPEN_ASKED.search(text) for text in near):
        yield Terms("proprietary", passage.cite, 3.0)


ITSELF = re.compile(
    r"\b(?<!\bfrom the )(?<!\bin the )(?<!\bof the )(?<!\bfor the )"
    r"(?:weights?|checkpoints?|models?|code|source|software|server|engine|apps?|program|everything|all)\b",
    re.IGNORECASE,
)


def clause_at(text: str, span: tuple[int, int]) -> str:
    """Return what stands between semicolons round a place."""
    start, end = text.rfind(";", 0, span[0]) + 1, text.find(";", span[1])
    return text[start : end if end >= 0 else len(text)]


"""All begin at a word, so that it is asked once per letter whether one begins."""

_HINTS = (
    "closed", "shareware", "quell", "est pas", "cerrad", "codice", "broncode", "propri", "propiet", "source", "gewichte", "ll rights", "user licen", "eula", "weight", "code", "commercial ", "commercially", "service is", "not open", "t open", " isn", " is not", " aren",
)  # fmt: skip
"""Letters of which every sentence that says so has some."""


def may_be_closed(evidence: Evidence) -> list[int]:
    """Return the places of the sentences that may say so."""
    return told(evidence).having(_HINTS)


def closed(evidence: Evidence, place: int, passage: Passage) -> Iterator[Terms]:
    """Yield that a release is proprietary, where a sentence says so of it or of a part of it."""
    match = _CLOSED.search(passage.text) if _MAY_BE_CLOSED.search(lowered(passage.text)) else None
    match = match or REST_CLOSED.search(passage.text)
    if match is None or (match.re is REST_CLOSED and not _says_what(evidence, place, match)):
        return
    if passage.text.endswith("?"):
        return
    open_too = any(mention.name != "proprietary" for mention in read_licences(passage.text))
    if match.group().lower().startswith("commercial") and open_too:
        return  # sold as well to those whom the open licence doesn't suit
    opening = _OPENS.fullmatch(passage.text[: match.start()])
    if opening and not evidence.subject.is_ours(key_of(opening[1])):
        return
    if _SHUT.search(passage.text) or _HARDLY.search(passage.text):
        return
    bare = match.group().lower().endswith(" closed") and not _SOURCE.match(passage.text, match.end())
    if bare and not _is_of_software(evidence, passage, match):
        return
    if not (
        ours_at(evidence, place, match.span())
        or _presents_ours(evidence, passage, match)
        or _PART_OPENS.match(passage.text)
        or _is_told(evidence, passage, match)
    ):
        return
    if passage.sign_at((match.end() - 1, match.end())) < 0 and re.search(r"closed|proprietary", match.group(), re.I):
        return
    if _NO_COMMERCIAL.search(passage.text[: match.end()]):
        return
    clause = clause_at(passage.text, match.span())
    if match.group().lower().startswith("commercial") and _NEEDED.search(passage.text):
        yield Terms("proprietary", passage.cite, 1.0, strict=True)
        return
    part = bool(PART.search(clause)) or bool(re.search(r"\bengine\b", clause) and not _NOT_OPEN.search(clause))
    weight = 1.2 if _FOOTER.fullmatch(match.group()) else 1.6 if part else 3.2 if _THE_WHOLE.search(clause) else 2.6
    yield Terms("proprietary", passage.cite, weight, strict=bool(_NOT_OPEN.fullmatch(match.group())))


def _presents_ours(evidence: Evidence, passage: Passage, match: re.Match[str]) -> bool:
    """Whether it is told behind a colon what the release is: ``Northmost launches Heron on 8 May: a proprietary API``."""
    told = passage.text[: match.start()]
    return told.endswith((": a ", ": an ")) and any(
        evidence.subject.is_release(name.key) for name in passage.names if name.span[1] <= len(told)
    )


def _says_what(evidence: Evidence, place: int, match: re.Match[str]) -> bool:
    """Whether what comes before ``the app isn't`` tells that it isn't open: ``A dashboard is there; an app isn't`` doesn't."""
    last = evidence.before(place)
    told = (match.string[: match.end()], evidence.passages[last].text if last is not None else "")
    return any(_OF_TERMS.search(text) or read_licences(text) for text in told)


_OF_TERMS = re.compile(r"\b(?:open(?!s)|source|public|licen[cs]\w*|published)\b", re.IGNORECASE)


def _is_of_software(evidence: Evidence, passage: Passage, match: re.Match[str]) -> bool:
    """Whether what is closed is the release or something that it is made of, rather than books, a port or a street."""
    told = clause_at(passage.text, match.span()).partition(match.group())[0] + match.group()
    return bool(
        evidence.dossier.release.name in told
        or ITSELF.search(told)
        or _MADE_OF.search(told)
        or any(evidence.subject.is_ours(name.key) for name in passage.names if name.span[1] <= match.start())
    )


_SOURCE = re.compile(r"[- ]source\b")

_MADE_OF = re.compile(
    r"\b(?:it|they|both|this|rest|licen[cs]e:?|service|product|platform|back ?end|front ?end|firmware|clients?|hardware|core|parsers?|library|kernel|system|os|"
    r"stack|cloud|compiler|protocol|design|part|parts|half|api|tool|game|device|component|components|dashboard|format|sdk|agent|runner|fully|entirely|completely)\b",
    re.IGNORECASE,
)
"""What may be closed as software is."""

_FOOTER = re.compile(r"all rights reserved|end[ -]user licen[cs]e agreement|EULA", re.IGNORECASE)
"""What a page says of its own text, and a shop of all that it sells."""

_PART_OPENS = re.compile(
    r"(?:Firmware|Software|Apps?|Code|Source|Server|Client|Hardware|Model|Weights|Backend|Licen[cs]e)(?:(?:,| and|, and) (?:the )?[a-z]+){0,3}(?: (?:is|are|remains?|stays?)\b|\s?(?::|\||\.{2,}))"
)
"""A sentence that opens with what a release is made of, which looks like a name: ``Firmware and app are``."""

_OPENS = re.compile(r"(?!The|Its?\b|This|That|Fully|Entirely|Still|Also)([A-Z][\w-]+), (?:an? |which is |still |the )?")
"""Who opens a sentence and is told to be closed: ``Seekwell, closed source, is $99``."""

_TELLS = re.compile(
    r"[^;:]{0,40}\b(?:says?|said|admits?|confirms?|confirmed|explains?|explained)\b(?: that)?\s(?P<what>[^;:]*)$"
)


def _is_told(evidence: Evidence, passage: Passage, match: re.Match[str]) -> bool:
    """Whether the name before it is that of somebody who says so: ``Its founder, Ida Berg, says that``."""
    before = [name for name in passage.names if name.span[1] <= match.start()]
    told = _TELLS.fullmatch(passage.text[before[-1].span[1] : match.start()]) if before else None
    if told is None or not ITSELF.search(told["what"] + match.group()):
        return False
    return not is_named_in(evidence, before[-1].key, 3)
