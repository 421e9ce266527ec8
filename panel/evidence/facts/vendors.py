"""Who makes a release, under the fullest name that its sources have."""

import re
from collections import defaultdict

from panel.domain.facts import Fact
from panel.evidence.bodies import FORM
from panel.evidence.facts.votes import best_of
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.names import key_of, same_name


def vendor_of(evidence: Evidence) -> Fact[str]:
    """Return who makes the release."""
    subject = evidence.subject
    votes = [(vote.name, vote.cite, vote.weight) for vote in subject.votes if vote.cite != "F.vendor"]
    fact = best_of(
        votes, lambda a, b: same_name(key_of(a), key_of(b)), evidence.dossier.release.vendor, "F.vendor", 2.5
    )
    if evidence.dossier.release.vendor or not subject.vendor:
        return fact
    weights: dict[str, float] = defaultdict(float)
    for vote in subject.votes:
        if same_name(vote.key, subject.vendor):
            weights[vote.name] += vote.weight
    if not weights:
        return fact
    best = max(weights, key=lambda name: weights[name])
    best = next(
        (name for name in weights if name.endswith(f" {best}")), _without_half_a_form(evidence, best)
    )  # Swell Instruments, where swell is a word
    name = _as_published(evidence, _counted(evidence, _full_name(evidence, _DEPARTMENT.sub("", best))))
    return fact.model_copy(update={"value": _dotted(evidence, _as_the_release(evidence.dossier.release.name, name))})


def _without_half_a_form(evidence: Evidence, name: str) -> str:
    """Return a maker's name without the part of its form that was taken for a name: ``Aldo Works K`` of ``Aldo Works K.K.``."""
    firm = _HALF.sub("", name)
    if firm == name:
        return name
    whole = re.compile(rf"\b{re.escape(firm)},? {FORM}")
    return firm if any(whole.search(passage.text) for passage in evidence.passages) else name


_HALF = re.compile(r",? (?:Co|[A-Z])\.?$")


def _counted(evidence: Evidence, name: str) -> str:
    """Return a maker's name with the number that begins it, which is left out of names: ``Two Herons Pty Ltd``."""
    numbered = re.compile(rf"(?:{_NUMBERS}) {re.escape(name)}\b")
    found = (
        match.group()
        for passage in evidence.passages
        if name in passage.text
        for match in numbered.finditer(passage.text)
    )
    return next(found, name)


_NUMBERS = "One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve|First|Second|Third"


def _dotted(evidence: Evidence, name: str) -> str:
    """Return a maker's name with the full stop that shortens its form, where a sentence goes on behind it: ``Longspur Inc.``."""
    bare = name.removesuffix(".")
    if _ENDED.search(name) or any(source.publisher == bare for source in evidence.dossier.release.sources):
        name = bare
    goes_on = re.compile(rf"{re.escape(name)}\.(?=[,;:)]|['’]s|\s[a-z])") if _SHORTENED.search(name) else None
    published = any(source.publisher == f"{name}." for source in evidence.dossier.release.sources)
    published = published or (
        name.endswith(" Inc") and any(f"{name}." in passage.text for passage in evidence.passages)
    )
    return (
        f"{name}."
        if published or (goes_on and any(goes_on.search(passage.text) for passage in evidence.passages))
        else name
    )


_ENDED = re.compile(r"\b(?:GmbH|AG|AB|AS|ASA|ApS|Oyj?|Limited|LLC|plc|PLC|BV|NV|SL|SAS|KG|UG|PBC|CIC|KK|Lda)\.$")
"""A firm's form with the full stop of a sentence behind it."""

_SHORTENED = re.compile(r"\b(?:Inc|Ltd|Co|Corp|S\.r\.l|S\.p\.A|B\.V|N\.V|e\.V|s\.r\.o|a\.s|d\.o\.o|Koop)$")


def _as_published(evidence: Evidence, name: str) -> str:
    """Return a maker's name as the publisher of a source has it: ``Two Spoons`` for ``Spoons``, ``Hizlab Koop.`` with its dot."""
    for source in evidence.dossier.release.sources:
        publisher = _DEPARTMENT.sub("", source.publisher or "")
        if (form := _WITH_FORM.fullmatch(publisher)) and name in (form["firm"], f"{form['firm']} {form['form'][0]}"):
            return publisher
        if name in (publisher.removesuffix("."), *publisher.split(", ")[1:]) and not publisher.endswith(")"):
            return publisher
        if publisher.startswith(f"{name} ") and _PARTICLE.match(publisher, len(name)):
            return publisher
        if publisher.removesuffix(".") == name or _COUNTED.fullmatch(publisher.removesuffix(f" {name}")):
            return publisher
    return name


_PARTICLE = re.compile(r" (?:van|von|de|del|der|den|du|da|di|la|le|el|al|bin|ten|ter|zu|af|av)\b")
"""How the surname of somebody begins of whom only the first name was read: ``Marit van Loon``."""

_WITH_FORM = re.compile(rf"(?P<firm>.+?),? (?P<form>{FORM})")
"""A firm's name and its legal form."""

_COUNTED = re.compile(rf"The|{_NUMBERS}|Next|Last|Every|Our|My")
"""What a firm's name may begin with that is left out of names in a sentence."""


def _as_the_release(release: str, name: str) -> str:
    """Return a project's name as its release writes it: ``gantry`` of a ``Gantry 2.0`` is ``Gantry``."""
    same = release[: len(name)]
    return same if name.islower() and same.lower() == name else name


_DEPARTMENT = re.compile(
    r"\s?\([^()]*\)$|(?:['’]s)?(?:,|:|\s[–—-])?\s(?:(?:developer|engineering|company|official|research|product|press|tech) )?"
    r"(?:help cent(?:re|er)|help ?desk|help pages?|press (?:room|office|releases?)|web ?site|product pages?|pricing pages?|app listing|"
    r"read ?me|repository|repo|release notes|store|shop|on github|github|mailing list|wiki|model card|data ?sheet|support cent(?:re|er)|knowledge base|community|forums?|engineering notes|documentation|docs|blog|news|newsroom|team|press|changelog|support|engineering|status)$",
    re.IGNORECASE,
)
"""What a publisher's name has behind the maker's."""

_BODY = re.compile(
    r"(?:Research|Labs?|AI|Technolog(?:y|ies)|Instruments|Optics|Audio|Software|Systems|Security|Foundation|Games|Studios?|Robotics|Health|"
    r"Motion|Networks?|Group|Institute|Ventures|Works|Electronics|Interactive|Media|Data|Devices|Energy|Mobility|Materials|Industries|Foundry|Collective|Cooperative|Infrastructure)"
)
"""Words that end a company's full name."""


_SCHOLARLY = re.compile(
    r"\b(?:Institute|Centre|Center|Foundation|Society|Association|Academy|School|Department|Group|Laboratory|Council|Agency)$"
)
_OF_WHAT = r" (?:for|of)(?: the| and|,)?(?: [A-Z][\w-]+)+(?: (?:and|of)(?: [A-Z][\w-]+)+)?"
"""What such a body's name goes on with: ``Institute for Clinical Informatics``."""


def _full_name(evidence: Evidence, name: str) -> str:
    """Return a maker's name with the word that ends it, if the sources have it so: ``Ashgrove Research``."""
    opening = f"{name} "
    for passage in evidence.passages if _SCHOLARLY.search(name) else ():
        if body := re.search(rf"\b{re.escape(name)}{_OF_WHAT}", passage.text):
            return body.group()
    fuller = [
        other.text
        for passage in evidence.passages
        for other in passage.names
        if other.text.startswith(opening)
        and _BODY.fullmatch(other.text[len(opening) :])
        and not evidence.subject.is_release(other.key)
    ]
    fuller += [
        whole
        for passage in evidence.passages
        if opening in passage.text and (whole := _with_its_form(passage.text, opening))
    ]
    if fuller:
        return max(fuller, key=fuller.count)
    if name not in ("Co", "Sons", "Partners", "Daughters"):
        return name
    partner = re.compile(rf"\b(?:[A-Z][\w-]+ (?:&|and) )(?={re.escape(name)}\b)")
    found = (match for passage in evidence.passages if (match := partner.search(passage.text)))
    return next((f"{match.group()}{name}" for match in found), name)


_FORM = re.compile(FORM)


def _with_its_form(text: str, opening: str) -> str | None:
    """Return a maker's name with the legal form that a sentence has behind it: ``Northmost ApS``."""
    named = re.compile(rf"\b{re.escape(opening)}")
    start = 0
    while found := named.search(text, start):
        if form := _FORM.match(text, found.end()):
            return text[found.start() : form.end()]
        start = found.start() + 1
    return None
