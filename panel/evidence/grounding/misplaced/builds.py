"""Which version it was: a date or number that a statement gives one version and every source another."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.alike import dates_alike, quantities_alike
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import has_unit
from panel.evidence.passages import Passage
from panel.evidence.version_numbers import version_numbers

_VERSION = re.compile(
    r"\b(?:[Vv]ersions?|[Rr]elease|[Ff]irmware|[Bb]uild)\s(?P<named>\d{1,3}(?:\.\d{1,3}){0,3})(?![\w%]|[.,]\d)|"
    r"(?<![\w.,$€£¥/-])v?(?P<bare>\d{1,3}\.\d{1,3}(?:\.\d{1,3})?)(?![\w%]|[.,]\d|\s?(?:percent|million|billion|thousand|%|[a-zA-Zµ°]{1,3}\b(?<!is)(?<!in)(?<!was)(?<!has)(?<!and)(?<!the)(?<!for)(?<!on)(?<!to)))"
)
"""The number of a version: behind ``version``, or with a point and no unit."""


_DIGIT = re.compile(r"\d")


def versions_of(passage: Passage) -> frozenset[str]:
    """Return the versions that a sentence names, final ``.0`` left out."""
    matches = list(_VERSION.finditer(passage.text)) if _DIGIT.search(passage.text) else []
    if not matches:
        return frozenset()
    taken = [quantity.span for quantity in passage.quantities if quantity.kind != "number"]
    found = set()
    for match in matches:
        at = match.start("named") if match["named"] else match.start("bare")
        if not any(start <= at < end for start, end in taken):
            found.add(_short(match["named"] or match["bare"]))
    return frozenset(found)


def _short(version: str) -> str:
    return re.sub(r"(?:\.0)+$", "", version)


def check_builds(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check whether what a statement gives a version is another version's.

    Args:
        claim: The statement; one that names several versions, or denies, is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    mine = versions_of(claim)
    if len(mine) != 1 or claim.denials:
        return
    if not any(mine & versions_of(passage) for passage in evidence.passages):
        return
    for met in _met(claim, evidence, places):
        if met and all(_is_of_other(evidence, place, mine) for place in met):
            yield Finding("contradicted", claim.text, met[0], evidence.passages[met[0]].text, fit=1.0)
            return
    brought = _brought(claim, evidence, places)
    if brought and not any(mine & versions for _, versions in brought):
        place = brought[0][0]
        yield Finding("contradicted", claim.text, place, evidence.passages[place].text, fit=1.0)


def _met(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[list[int]]:
    """Yield where each date and number of a statement is found, its version's own number aside."""
    told = [(place, evidence.passages[place]) for place in places]
    for mention in claim.dates:
        yield [place for place, each in told for _, equal in dates_alike(claim, each, mention) if equal]
    for quantity in claim.quantities:
        if not _VERSION.search(claim.text[max(0, quantity.span[0] - 10) : quantity.span[1]]):
            yield [place for place, each in told for _, equal in quantities_alike(claim, each, quantity) if equal]


_CAME = re.compile(
    r"\b(?:arriv(?:ed?|es)|came|comes|add(?:ed|s)|introduc(?:ed|es)|brought|brings|landed|appeared|debuted|gained|gains|removed|dropped|deprecated|fix(?:ed|es))\b",
    re.IGNORECASE,
)
"""What a version does to a thing."""


def _brought(claim: Passage, evidence: Evidence, places: Sequence[int]) -> list[tuple[int, frozenset[str]]]:
    """Return where a log of versions has what a statement says to have come in one, with the versions named there."""
    came = _CAME.search(claim.text)
    if came is None or claim.quantities or claim.dates:
        return []
    units = [
        unit
        for unit in evidence.parts(claim)
        if unit.strong
        and not came.start() <= unit.span[0] < came.end()
        and not _VERSION.match(claim.text, unit.span[0])
        and not any(each[0].isdigit() for each in unit.key)
    ]
    return [
        (place, versions_of(evidence.passages[place]) | versions_of(evidence.passages[line]))
        for place in places[:8]
        if units
        and (line := _opening(evidence, place)) is not None
        and all(has_unit(evidence.said(place), unit) for unit in units)
    ]


def _opening(evidence: Evidence, place: int) -> int | None:
    """Return the place of the line of a log under which a change stands: ``0.9.4 (18 April 2025)``, a heading or line."""
    heading = evidence.headings.get(place)
    if heading is not None and _LINE.match(evidence.passages[heading].text):
        return heading
    at = evidence.before(place)
    for _ in range(LOG):
        if at is None or _LINE.match(evidence.passages[at].text) or _DATED.search(evidence.passages[at].text):
            return at
        at = evidence.before(at)
    return None


LOG = 12
"""Most changes of a version that are listed under it."""

_DATED = re.compile(r"\b[Vv]ersion\s\d{1,3}(?:\.\d{1,3}){1,3}(?:\s[(–—-]|,\s)\s?\d")
_LINE = re.compile(r"(?:[-*]\s)?(?:[Vv]ersion\s|[Rr]elease\s|[A-Z]\w+\s)?v?\d{1,3}(?:\.\d{1,3}){1,3}(?:\s?[(,:–—-]|$)")


def _is_of_other(evidence: Evidence, place: int, mine: frozenset[str]) -> bool:
    """Whether a sentence opens with another version, or names no other than another."""
    near = [place, evidence.headings.get(place), evidence.tables.get(place)]
    if any(at is not None and mine & versions_of(evidence.passages[at]) for at in near):
        return False
    return bool(versions_of(evidence.passages[place]))


_SYSTEMS = (
    r"(?P<base>Windows(?: Server)?|macOS|Mac OS X|iOS|iPadOS|watchOS|tvOS|visionOS|Android|Wear OS|ChromeOS|Ubuntu|Debian|Fedora|RHEL|CentOS|FreeBSD|"
    r"PostgreSQL|Postgres|MySQL|MariaDB|SQLite|Redis|MongoDB|Kubernetes|CUDA|ROCm|Python|Java|JDK|Node(?:\.js)?|PHP|Ruby|Rails|Django|Kotlin|Swift|Xcode|"
    r"Rust|Go|Perl|Scala|Elixir|Erlang|Julia|Haskell|GHC|Zig|Deno|Bun|TypeScript|GCC|Clang|LLVM|CMake|glibc|Linux|Docker|Podman|Terraform|Git|"
    r"Elasticsearch|OpenSearch|Kafka|Cassandra|Gradle|Maven|PyTorch|TensorFlow|NumPy|React|Angular|Laravel|Spring Boot|Qt|GTK|GNOME|Unity|Unreal Engine|Godot|"
    r"\.NET|Chrome|Firefox|Safari|Excel|Office|WordPress|Vulkan|OpenGL|DirectX|Bluetooth|Wi-Fi|Matter|Zigbee|Thread|HDMI|DisplayPort|PCIe|USB)"
)
_NUMBER = r"(?P<number>\d{1,4}(?:\.\d{1,3}){0,2})"
_NUMBERED = re.compile(rf"{_SYSTEMS}\s{_NUMBER}$")
"""The name of a system of which there are several versions: ``Windows 10``."""

_LEAST = re.compile(rf"\b{_SYSTEMS}\sversion\s(?:required\s|supported\s)?(?:is\s)?(?:now\s)?{_NUMBER}(?![\d.]*\d)")
"""The version of a system said in a sentence: ``The minimum Rust version is now 1.74``."""

_RUNS = re.compile(
    r"\b(?:runs?|works?|builds?|compiles?|connects?|speaks?|supports?|supported|compatible|available|needs?|requires?|rescue|from|on|with|installs?|enough|use[ds]?)\b",
    re.IGNORECASE,
)


def check_platforms(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check whether a statement names an older version of a system than any that the sources name.

    Args:
        claim: The statement; one that denies is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    if claim.denials or not _RUNS.search(claim.text):
        return
    for name in claim.names:
        match = _NUMBERED.match(name.text)
        if match is None or not name.sure or evidence.subject.is_ours(name.key):
            continue
        base, number = match["base"].lower(), version_numbers(match["number"])
        found = [
            (version_numbers(other["number"]), place)
            for place, passage in enumerate(evidence.passages)
            for other in _systems(passage)
            if other["base"].lower() == base
        ]
        if found and number < min(found)[0][: len(number)]:
            place = min(found)[1]
            yield Finding("contradicted", name.text, place, evidence.passages[place].text, fit=1.0)
            return


def _systems(passage: Passage) -> Iterator[re.Match[str]]:
    """Yield the systems that a sentence names with a version."""
    yield from filter(None, (_NUMBERED.match(name.text) for name in passage.names))
    if "version" in passage.text:
        yield from _LEAST.finditer(passage.text)
