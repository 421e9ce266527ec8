"""Under which terms a release may be used: the licences of its sources, weighed by what they are said of."""

import re
from collections.abc import Iterator
from dataclasses import replace

from panel.evidence.facts.closed import NO, PART, REST_CLOSED, Terms, clause_at, closed, denied, may_be_closed
from panel.evidence.facts.tellers import is_hearsay, pages_of_the_name
from panel.evidence.facts.told import told
from panel.evidence.facts.which_version import PARTS, is_a_version, is_of_older
from panel.evidence.facts.whose_terms import DRAWN, is_anothers, is_code_beside_weights, is_content, is_told_of_the_last
from panel.evidence.facts.wordings import small_subject
from panel.evidence.lookup.belonging import ours_at, owners_at
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.names import key_of
from panel.evidence.owners import Key, segment
from panel.evidence.passages import Passage

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
_ADDED = re.compile(
    r"\b(?:an?|the) (?:[\w-]+ ){0,2}(?:plug-?in|extension|exporter|operator|terraform provider|template|starter kit|action)\b",
    re.IGNORECASE,
)
"""What is added to a release, with terms that say nothing of it."""

_BESIDES = re.compile(
    r"\b(?:sdks?|(?:python|java(?:script)?|typescript|node(?:\.js)?|go|rust|ruby|php|swift|kotlin|dart|elixir|c\+\+|\.net|official) (?:clients?|librar(?:y|ies)|packages?|modules?)|readers? for (?:it|them|the (?:file )?formats?)|reference (?:implementations?|readers?|decoders?)|parsers?|drivers?|connectors?|(?-i:[A-Z])\w+ (?-i:Runner|Agent|Connector|Bridge|Helper|Proxy)|bindings|client librar(?:y|ies)|collectors?|exporters?|integrations?|command[- ]line tools|helpers?|utilities|(?:mobile|web|desktop|companion) (?:apps?|clients?)|wrappers?|widgets?|themes?|benchmark (?:code|suite|harness)|examples?|(?:runner|build|host|our|the|its|collector) agents?|"
    r"(?:training|example|sample|evaluation) (?:code|scripts?|notebooks?))\b",
    re.IGNORECASE,
)
"""What is given away with a release that is sold: its terms don't say what the release's are."""


_ALL_OF_IT = re.compile(r"\b(?:weights|checkpoints|everything)\b", re.IGNORECASE)
"""What a release is, whatever else is listed with it: ``weights, training script and test sets``."""


def _is_beside(evidence: Evidence, clause: str) -> bool:
    """Whether a clause speaks of something given away with the release, and the release isn't one of these itself."""
    release = evidence.dossier.release
    itself = f"{release.name} {release.tagline or ''}".lower()
    if _ALL_OF_IT.search(clause):
        return False
    told = _BUT_FOR.sub("", clause)
    return any(match.group().lower().removesuffix("s") not in itself for match in _BESIDES.finditer(told))


_BUT_FOR = re.compile(r"\b(?:apart from|except(?: for)?|other than|save for|but not|excluding)\b[^,;.]*", re.IGNORECASE)
"""What a licence isn't said of: ``apart from the radio driver``."""


_CHANGES = re.compile(
    r"\b(?:turns? into|becomes?|converts?|will be|changes? to|after \w+ years?|instead of|"
    r"used to|was|previously)\b",
    re.I,
)
_LEFT = re.compile(
    r"\b(?:chang\w+|mov\w+|switch\w*|went|goes|going|relicen[cs]\w+|shift\w*|away)\s(?:[a-z\d.]+\s){0,3}?from (?:the |an? )?$|"
    r"\b(?:drop(?:s|ped|ping)?|abandon(?:s|ed|ing)?|leaves?|leaving|left|no longer|replac(?:es|ed|ing)|rather than|instead of)\s(?:[a-z]+\s){0,2}?$|"
    r"\b(?:versions?|releases?)\s(?:up to|before|until|prior to|older than)\s(?:[^.;]|\.\d){1,40}$|\b(?:older|earlier|previous) (?:versions|releases)\b[^.;]{0,30}$|"
    r"\blast (?:(?:release|version)\s(?:under (?:the )?)?)?$",
    re.IGNORECASE,
)
"""What stands before a licence that held until now: ``Licence changed from GPL-3.0 to``."""

_BECAME = re.compile(r"\bfrom\s[^.;]{3,60}\sto (?:the |an? )?$", re.IGNORECASE)
"""What stands before the one that holds now, so that the change is no plan."""

_NOT_FREE = ("Llama", "Gemma", "BUSL", "SSPL", "Elastic", "FSL", "PolyForm", "OpenRAIL", "CC-BY-NC")
"""How the names of licences begin that aren't open source in the strict sense."""


def terms_of_use(evidence: Evidence) -> Iterator[Terms]:
    """Yield every licence that a source names for the release, without what finds fault with it."""
    found = list(_terms(evidence))
    named = any(terms.weight >= _PLAIN and _is_community(terms.name) for terms in found if not terms.part)
    read_me = pages_of_the_name(evidence)
    for terms in found:
        if not (named and terms.strict):
            own = evidence.is_makers(terms.cite) or terms.cite.partition(".")[0] in read_me
            more = _OWN_WORD if own else -_HEARSAY if is_hearsay(evidence, terms.cite) else 0.0
            yield replace(terms, weight=terms.weight + more) if terms.weight > 0 else terms


_OWN_WORD = 1.0
"""What the maker's own word counts more than another's."""

_HEARSAY = 1.5
"""What the word of somebody in a forum counts less."""


_PLAIN = 3.0
"""Weight of a licence that is plainly the release's."""


def _is_community(name: str) -> bool:
    """Whether a licence shows the source but isn't open source: ``Fernhill Community Licence``."""
    return name.startswith(_NOT_FREE) or bool(_OWN_LICENCE.search(name))


_OWN_LICENCE = re.compile(r"\bLicen[cs]e(?: \d(?:\.\d)?)?$")


def _terms(evidence: Evidence) -> Iterator[Terms]:
    shut, labelled = set(may_be_closed(evidence)), set(told(evidence).having(("license", "licence")))
    for place, passage in enumerate(evidence.passages):
        if passage.cite.startswith("F."):
            continue
        for mention in passage.licences:
            small = small_subject(passage.text)
            if small and not evidence.subject.is_ours(key_of(small)):
                continue
            if mention.name.startswith("CC-") and DRAWN.search(passage.text[: mention.span[0]]):
                continue
            if is_content(passage.text, mention.span) or is_anothers(passage.text, mention.span):
                continue
            older = is_of_older(evidence, passage.text[: mention.span[0]])
            if older or passage.sign_at(mention.span) < 0 or is_told_of_the_last(evidence, place, passage):
                continue
            if (
                ours_at(evidence, place, mention.span)
                or _IS_ITSELF.search(passage.text[: mention.span[0]])
                or _of_a_part(evidence, place, mention.span)
            ):
                part = _is_beside(evidence, clause_at(passage.text, mention.span)) or _rest_is_closed(
                    passage, mention.span
                )
                yield Terms(mention.name, passage.cite, _weight(passage, mention.span), part)
        if place in labelled and (label := _IDENTIFIER.search(passage.text)):
            yield Terms(_IDENTIFIERS[label[1]], passage.cite, 4.0)
        if place in shut:
            yield from closed(evidence, place, passage)
        if passage.text.startswith(NO):
            yield from denied(evidence, place, passage)


def _rest_is_closed(passage: Passage, span: tuple[int, int]) -> bool:
    """Whether another clause says that all of it is closed: ``The service is proprietary; the agent is under MIT``."""
    found = _ALL_CLOSED.search(passage.text)
    return bool(found and ";" in passage.text[min(found.end(), span[1]) : max(found.start(), span[0])])


_ALL_CLOSED = re.compile(
    r"\b(?:service|product|platform)(?: itself)? (?:is|stays|remains) (?:fully |entirely )?(?:proprietary|closed)\b",
    re.IGNORECASE,
)

_IS_ITSELF = re.compile(r"\b(?:is|are|and) itself\b[^;.]{0,30}$")
"""What stands before the release's own licence, after that of something in it: ``bundles SQLite and is itself under``."""

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


def _of_a_part(evidence: Evidence, place: int, span: tuple[int, int]) -> bool:
    """Whether what owns a licence is a noun: ``Code and weights carry the Apache licence``."""
    passage = evidence.passages[place]
    return all(
        key <= PARTS
        or is_a_version(evidence, place, key)
        or _is_its_system(evidence, key)
        or _is_introduced(passage, key)
        for key in owners_at(evidence, place, span)
    )


def _is_its_system(evidence: Evidence, key: Key) -> bool:
    """Whether a name is that of the system which a device runs, named after it or its maker: ``KestrelOS``."""
    stems = {word for word in (*evidence.subject.name, *evidence.subject.vendor) if len(word) > 2 and word.isalpha()}
    words_ = [word for word in key if word.isalpha()]
    return any(found[1] in stems for word in words_ if (found := _SYSTEM.fullmatch(word)))


def _is_introduced(passage: Passage, key: Key) -> bool:
    """Whether a name is that of a part, which is said right before it: ``The system software, NestOS, is``."""
    return any(name.key == key and _PART_NAMED.search(passage.text[: name.span[0]]) for name in passage.names)


_PART_NAMED = re.compile(
    r"\b(?:its|the|our|their)\s(?:[a-z-]+\s)?(?:software|firmware|operating system|system|engine|kernel|core|runtime|server|client|compiler|interpreter|"
    r"library|bootloader),?\s(?:called |named )?$",
    re.IGNORECASE,
)

_SYSTEM = re.compile(r"(\w+?)(?:os|ui|ware)")


def _weight(passage: Passage, span: tuple[int, int]) -> float:
    clause = clause_at(passage.text, span)
    near = clause if len(clause) < 120 else passage.text[slice(*segment(passage, span))]
    weight = 2.0
    weight += 1.0 if _GRANT.search(near) else 0.0
    weight += 1.0 if _WHOLE.search(near) else 0.0
    weight -= 3.0 if _ADDED.search(near) else 0.0
    weight -= 2.5 if REST_CLOSED.search(passage.text, span[1]) else 0.0
    beside = is_code_beside_weights(passage.text, span)
    told = passage.text[: span[0]]
    weight -= 1.5 if beside or (beside is None and (PART.search(near) or DRAWN.search(told))) else 0.0
    weight -= 4.0 if _CHANGES.search(told[-30:]) and not _BECAME.search(told[-100:]) else 0.0
    weight -= 3.0 if _LEFT.search(told[-60:]) else 0.0
    return weight
