"""Terms that aren't the release's: those of what it contains, of recordings and data, of another thing, or of a plan."""

import re

from panel.evidence.facts.closed import ITSELF
from panel.evidence.facts.which_version import PARTS, is_only_a_number
from panel.evidence.licences import read_licences
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lowered import lowered
from panel.evidence.owners import subject
from panel.evidence.passages import Passage

_CONTENT = re.compile(
    r"\b(?:recordings?|photo(?:graph)?s?|pictures|articles?|lyrics|templates?|presets?|outputs?|(?:file )?formats?|protocols?|schemas?|specifications?|specs?|standards?|data|data ?sets?|corpus|maps?|documentation|docs|manuals?|guides?|"
    r"icons?|fonts?|typefaces?|artwork|sounds?|music|videos?|samples?|contents?|contributions?|translations?|recipes|word lists?|logos?|benchmarks?|questions|test sets?)\b",
    re.IGNORECASE,
)
"""What may have terms of its own that say nothing of the release."""

DRAWN = re.compile(r"\b(?:drawings?|blueprints?|schematics?|(?:STL|CAD|print) files?|case files?)\b", re.IGNORECASE)
"""What of a device is given away under the terms for works of art, which says nothing of the device."""

_PUBLIC_DOMAIN = re.compile(r"public[ -]domain", re.IGNORECASE)
_OF_TEXTS = re.compile(
    r"\b(?:trained|training|fine-tuned|learn(?:ed|t)|collected|gathered)\b|\blicensed\b[^.;]{0,60}\bpublic[ -]domain|\bpublic[ -]domain (?:texts?|works?|books?|images|pictures|photo\w*|recordings?|audio|data|sources|maps?|music)\b",
    re.IGNORECASE,
)
"""What is said where nobody owns the texts that a model learned from: ``licensed and public-domain text``."""

_CONTAINS = re.compile(
    r"\b(?:bundl(?:es?|ing)|embeds?|wraps?|vendors|uses|using|includes?|ships? with|comes? with|relies on|depends on)\s(?P<what>[^.;:]*)$",
    re.IGNORECASE,
)
_A_VERSION_OF = re.compile(
    r"(?:An?|The) (?:[\w-]+ ){0,3}(?:version|build|copy|derivative|fork) of (?:the )?[A-Z][\w.-]+(?: [\d.]+)?, (?:under|with) (?:its|the|an?) "
)
"""How an answer begins that says what is inside: ``A distilled version of Whisper, under its``."""

_ARTICLE = re.compile(r"(?:an?|the|its|our|their|either)?\s?", re.IGNORECASE)
_LICENCE_NEXT = re.compile(r"\s?(?:[\w.]+\s)?(?:licen[cs]es?\b|terms\b|[.,;)]|$)", re.IGNORECASE)
_PLANNED = re.compile(
    r"\b(?:plans?|intends?|hopes?|wants?|considers?|considering|promises?|promised|thinking (?:about|of))\b[^.;]{0,60}$|"
    r"(?:\bwill|['’]ll) (?:one day |later |eventually )?(?:be (?:released|published|opened|open-?sourced)|publish|release|open(?:-?source)?)\b[^.;]{0,60}$|"
    r"\b(?:may|might|could) (?:one day |later |yet |eventually )?(?:be (?:released|published|opened)|publish|release|open)[^.;]{0,60}$",
    re.IGNORECASE,
)
"""What is said of terms that don't hold yet."""


def is_anothers(text: str, span: tuple[int, int]) -> bool:
    """Whether a licence is that of something that the release contains, or one that is only planned."""
    if _PLANNED.search(text[: span[0]]) or _A_VERSION_OF.match(text[: span[0]]):
        return True
    found = _CONTAINS.search(text[: span[0]])
    return bool(found and not (_ARTICLE.fullmatch(found["what"]) and _LICENCE_NEXT.match(text, span[1])))


def is_told_of_the_last(evidence: Evidence, place: int, passage: Passage) -> bool:
    """Whether a sentence goes on with ``It`` about what isn't ours: ``GeoAsk has 9,600 questions. It's under CC BY``."""
    last = evidence.before(place) if _IT.match(passage.text) else None
    if last is None:
        return False
    about = subject(evidence.passages[last])
    ours = evidence.subject.is_ours
    return bool(
        about
        and about.sure
        and about.span[0] == 0
        and not about.key <= PARTS
        and not is_only_a_number(about.key)
        and not any(ours(name.key) for name in evidence.passages[last].names)
    )


_IT = re.compile(r"(?:It|They|This|That|These)(?:['’]s|['’]re|\s)")

_MARKS = (";", ": ", ", and ", " while ", " but ")
"""What parts what is said of one thing from what is said of another."""


_LABELLED = re.compile(r"[\w ,&-]{2,24}:\s")
"""A short label that says of what the terms behind it are: ``Icons: CC BY 4.0``."""


def is_content(text: str, span: tuple[int, int]) -> bool:
    """Whether a licence is that of recordings, data and the like: ``Recordings go to Sovon under a CC BY licence``."""
    if _PUBLIC_DOMAIN.fullmatch(text[slice(*span)]) and _OF_TEXTS.search(text):
        return True
    start = max(text.rfind(mark, 0, span[0]) for mark in _MARKS) + 1
    start = max([start, *(each.span[1] for each in read_licences(text) if each.span[1] <= span[0])])
    label = _LABELLED.match(text)
    told = text[0 if label and label.end() == start + 1 else start : span[0]]
    found = _CONTENT.search(told)
    return bool(found and not ITSELF.search(told[: found.start()]) and not ITSELF.search(told[found.end() :]))


_CODE_OR_WEIGHTS = re.compile(r"\b(?:(code|scripts)|weights|checkpoints)\b")


def is_code_beside_weights(text: str, span: tuple[int, int]) -> bool | None:
    """Whether a licence is that of a model's code rather than of its weights; None where a sentence doesn't tell both."""
    found = list(_CODE_OR_WEIGHTS.finditer(lowered(text)))
    before = [match for match in found if match.end() <= span[0]]
    if not before or len({bool(match[1]) for match in found}) < 2 or len(read_licences(text)) < 2:
        return None
    return bool(before[-1][1])
