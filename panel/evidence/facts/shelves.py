"""On which shelf a release stands: AI models, developer tools, apps, hardware, services."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.facts.kinds import shelf_of_kind
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lowered import lowered
from panel.evidence.name_reading import read_names
from panel.evidence.names import same_name
from panel.evidence.passages import Passage

_SHELVES = {
    "AI Models": r"language models?|(?:dense|sparse|reasoning|multimodal|vision|speech|voice|image|video|"
    "diffusion|foundation|frontier|"
    r"open-weights?|open) models?|context of|input tokens|output tokens|tokens|sibling|(?:our|most capable|new|the|capable) model|reasoning|context window|swe-bench|billion parameters|"
    r"million parameters|parameters|weights|fine-tune of|text-to-speech|mixture[- ]of[- ]experts|"
    r"model card|context of [\d,]+|benchmarks?|llm\b|\d+b\b|checkpoint|(?:text|image)[- ]to[- ](?:video|image|music|speech)|"
    r"speech-to-speech|embeddings?|speech recognition|(?:embedding|transcription|translation|code|coding|weather|audio) models?|"
    r"trained on|inpainting|image generat(?:or|ion)|gguf|quanti[sz]ed|fine-tun\w+|(?<!shell )prompts?|generated (?:images?|video|clips?|together)|inference|"
    r"training (?:data|set|run)|hallucinat\w+|word error rate|leaderboards?|vram|hugging face|red[- ]team\w*|distill?ed",
    "Developer Tools": r"writes? code|code editor|extensions|vs code|source code|key-value store|command[- ]line|cli\b|sdk\b|developer tools?|developers?(?!:)|api\b|database|compiler|"
    "framework|librar(?:y|ies)|ide\b|"
    r"build server|coding agent|deploy\w*|containers?|pull requests?|repositor(?:y|ies)|open[- ]source project|"
    r"engine|terminal|github|"
    r"linters?|lints|(?:static )?analy[sz]ers?|shell|content delivery|cdn|debuggers?|test runners?|build (?:tool|system)s?|type checkers?|formatters?|package managers?|profilers?|parsers?|"
    r"version control|shell scripts?|makefiles?|dockerfiles?|rust|golang|typescript|javascript|kubernetes|webhooks?|smtp|self-host\w+|(?:search|database) servers?|transactional e-?mails?|rest api|feature[- ]flags?|db\b|"
    r"continuous[- ]integration|monorepos?|observability|tracing|"
    r"runners?|queries|postgresql|programming|npm|pip install|bindings|brew install|cargo|docker|yaml|git\b|commits?|regex|"
    r"binar(?:y|ies)|breaking changes?|open-?telemetry|grpc|(?:programming )?languages? server|ci\b|stack traces?|codebases?|debugging|profiling|linting|refactoring|(?:log|code) search|trace ports?|breakpoints?|debug probes?|sql\b|repository|pull[- ]requests?",
    "Hardware": r"watch|earbuds?|headphones?|headset|drone|smart ?ring|ring|board|lamp|leuchte|(?<!your )phone(?! number)|(?<!a )(?<!your )laptop|"
    "tablet|console|camera|speaker|"
    r"wearable|gadget|(?<!per )(?<!your )device|in (?:the )?shops|battery|akku|gram(?:m|s)?|millimet(?:re|er)s?|water resistant|titanium|nits|"
    r"bluetooth|router|keyboard|"
    r"monitor|glasses|printer|charger|sensor|gewicht|watt|desktop (?:computer|inference|machine)|mini[- ]pc|nvme|"
    r"e-?readers?|(?:home|fanless|media|file) servers?|server for (?:the|your) home|(?<!desktop )nas\b|drive bays?|npu\b|tops\b|(?:home|smart) hub|(?:silent|small|little) box|box for|home automation|(?:small|tiny|silent|home|desktop|single-board|mini) computers?|hdmi|fanless|power supply|gbe\b|\d-inch|mah|ip[x\d]\d|ppi|projector|thermostat|doorbell|vacuum|scooter|e-?bikes?|kettle|purifier|blender|toothbrush|"
    r"microphone|amplifier|turntable|synthesi[sz]er|telescope|docking station|power bank|solar panel|robot|smart[- ]home|single-board|"
    r"(?:smart|door) locks?|mouse|webcam|soundbar|wearables?|units ship|"
    r"wi-?fi \d|warranty|guarantee|in the box|weighs|firmware|noise at|size \||weight \||centimet(?:re|er)s?|\d ?(?:kg|cm|mm|g)\b|kilos?|"
    r"kilograms?|usb-c|usb\b|sold separately|pre-?orders?|charging|enclosure|alumini?um|stainless|spare parts|soldered|units|dealers?|retailers?",
    "Apps": r"(?<!your )apps?|games?|players?|app store|google play|browser|mail client|(?<!transactional )e-mail(?! hosting)|notes?|notebooks?|meetings?|music|photo editor|"
    "calendar|to-do|"
    r"plug-?ins?|mobile|iphone|android|subscription|freelancers|inbox|"
    r"crm|spreadsheets?|podcasts?|dictation|wallet|habit trackers?|time trackers?|shopping lists?|recipes?|planner|budgeting|diary|both stores|"
    r"play store|microsoft store|in-app purchases?|dark mode|widgets?|for windows \d+|for mac\b|macos \d+ or later|for (?:the )?(?:iphone|ipad|android|mac|ios|macos|windows)|adverts?|ipados|family sharing",
    "Services": r"(?:\w+ )?service for|(?:e-?mail|web|mail) hosting|(?:backup|mail|hosting|courier|delivery|streaming|cloud|travel|storage|rental|identity|payment|vpn)"
    r" services?|(?<!self-)hosting|storage class|(?:object|cold|archive|cloud|deep) (?:storage|archive)|durability|egress|host(?:ed|s) (?:in|at|under|by|your)|mailboxes|data cent(?:re|er)s|e-?sims?|travel data|managed|we run \w+ for you|"
    r"your own domain|co-?operative|"
    r"(?:you can |to )rent|instances?|uptime|gpu cloud|sign(?:ed)? up (?:for|to)|opens? (?:its|our) doors|leaves invitation-only|"
    r"content delivery|rents|rent (?:gpus?|servers?|machines?|an?)|vcpus?|virtual (?:private )?servers?|vps|bare-metal|couriers?|parcels?|concierge|tutor(?:s|ing)?|(?:sworn|certified|human|professional) translat(?:ions?|ors)|translat(?:ion|ing) (?:agency|bureau|service)|repairs|cleaners|payroll|"
    r"bookkeep\w+|answering service|pick-?ups?|collections?|backs? up|(?:e-?mail|object storage|phone|subscription|delivery) (?:service|box)\w*|"
    r"insurance|bank account|broadband|vpn\b|roaming|laborator(?:y|ies)|by (?:post|mail)|prepaid|postage|(?:business|working) days|appointments?|"
    r"technicians?|depots?|warehouses?|consignments?|forwarding|call-?outs?|postcodes?|service[- ]level|"
    r"we (?:collect|deliver|pick up|come|clean|repair|file|forward|scan|print|post)",
}
_IS = r"(?:\s\([^)]*\))?(?:,|\s(?:is|are)|['’]s|:|\s[–—-])\s(?:now\s)?(?:an?|the|our|their|one|[A-Z][\w-]+['’]s)\s(?P<what>[^.;:]{3,90})"
_NAMED_IS = re.compile(_IS)
_IT_IS = re.compile(rf"(?:It|This|They){_IS}")
_MADE_BY = re.compile(r"(?P<what>[^.;:,]{3,60}?)\s(?:from|by)\s(?:the\s)?")
_HEAD = re.compile(
    r"\s(?:for|that|which|who|with|from|in|on|of|to|by|where|whose|and|running|built|made|designed|based|you)\b|,"
)
"""What ends the part of a definition of which the last word says what the thing is."""

_SURE = 5.0
"""Weight of what a thing is said to be."""

_SAID = 3.0
"""Weight of what a tagline says that it is."""

_SPOKEN = 2.0
"""Weight of what a sentence calls the release in passing."""

_FRAGMENT = re.compile(r"An? (?P<what>[^.;:,]{3,60}?)(?= (?:about|for|that|which|with|to|from|in|on)\b|[.,])")
"""How a line begins that says what a thing is without naming it: ``A game about draining a marsh.``"""

_SPOKEN_OF = re.compile(
    r"(?:The|This|Its|Our) (?P<what>(?:[a-z-]+ ){0,2}?[a-z-]+)(?= (?:also |now |only |still )?(?:is|isn|was|has|had|can|cannot|will|won|does|doesn|needs|requires|"
    r"gets|got|goes|went|came|launches|launched|opened|opens|becomes|became|ran|runs|works|costs|comes|weighs|measures|lasts|starts|takes|uses|offers|supports|keeps|stores|ships|sells|reads|writes|counts|adds|"
    r"gives|handles|shows|sends|makes|lets|finds|checks|covers|collects|delivers|learns|opens|plays|syncs|imports|exports|stays)\b)"
)
"""How a sentence begins that speaks of the release by what it is: ``The service counts``."""

_COMMON = re.compile(
    r"(?:e-mail|subscription|music|notes?|notebook|meetings?|mobile|iphone|android|inbox|game|calendar|recipes?|player|browser|plug-?ins?|"
    r"watch|headset|drone|ring|board|lamp|phone|laptop|tablet|console|camera|speaker|monitor|glasses|printer|sensor|kettle|mouse|keyboard|"
    r"router|robot|gadget|device|scooter|vacuum|webcam|microphone)(?:s|es)?"
)
"""Things that are spoken of in texts on anything; they tell little where they aren't what the release is said to be."""

_HARDLY = 0.4
"""What one of these counts beside another word."""


def _definitions(evidence: Evidence, passage: Passage) -> Iterator[str]:
    """Yield what a sentence says that the release is: ``budgeting app`` of ``Pomelo, a budgeting app for couples``."""
    for name in passage.names:
        if evidence.subject.is_release(name.key) and (found := _NAMED_IS.match(passage.text, name.span[1])):
            yield _head(found["what"])
    for name in passage.names:
        if evidence.subject.vendor and same_name(name.key, evidence.subject.vendor):
            if found := _MADE_BY.fullmatch(passage.text[: name.span[0]]):
                yield _head(found["what"])
    if found := _IT_IS.match(passage.text):
        yield _head(found["what"])


def _head(said: str) -> str:
    """Return the part of a definition whose last word says what the thing is; none of ``A notebook of paper``."""
    found = _HEAD.search(said)
    return said if not found else "" if found.group().strip() == "of" else said[: found.start()]


def _titles(evidence: Evidence, title: str) -> Iterator[str]:
    """Yield what a title says behind the release's name: ``Tussock grazing planner``."""
    for name in read_names(title):
        if evidence.subject.is_release(name.key):
            yield _head(title[name.span[1] :].lstrip(",:–—-"))


def _shelf_of(what: str, patterns: Sequence[tuple[str, re.Pattern[str]]]) -> str | None:
    """Return the shelf of what a definition ends in, else of its last word that belongs to one."""
    if shelf := shelf_of_kind(what):
        return shelf
    ends = [(match.end(), shelf) for shelf, pattern in patterns for match in pattern.finditer(lowered(what))]
    return max(ends)[1] if ends else None


def shelf_votes(evidence: Evidence) -> Iterator[tuple[str, str, float]]:
    """Yield (shelf, sentence, weight) for every word of a source that belongs to one; first sentences count most."""
    patterns = [(shelf, re.compile(rf"\b(?:{words})(?:s|es)?\b")) for shelf, words in _SHELVES.items()]
    for source in evidence.dossier.release.sources:
        title = source.title or ""
        if source.key == "S1" or any(evidence.subject.is_release(name.key) for name in read_names(title)):
            yield from ((shelf, source.key, 1.5) for shelf, pattern in patterns if pattern.search(lowered(title)))
        if evidence.is_makers(source.key):
            kinds = (shelf_of_kind(what) for what in _titles(evidence, title))
            yield from ((shelf, source.key, _SURE) for shelf in kinds if shelf)
    for passage in evidence.passages[:60]:
        if passage.cite == "F.tagline":
            said = passage.text.partition(": ")[2]
            if last := _shelf_of(_head(said), patterns):
                yield last, passage.cite, _SAID
        elif passage.cite.startswith("F."):
            continue
        yield from _told(evidence, passage, patterns)


def _told(
    evidence: Evidence, passage: Passage, patterns: Sequence[tuple[str, re.Pattern[str]]]
) -> Iterator[tuple[str, str, float]]:
    """Yield what one sentence tells."""
    developers = _FOR_DEVELOPERS.search(lowered(passage.text))
    for what in _definitions(evidence, passage):
        if last := _shelf_of(what, patterns):
            yield "Developer Tools" if developers and last == "Apps" else last, passage.cite, _SURE
    if (found := _SPOKEN_OF.match(passage.text)) and (shelf := shelf_of_kind(found["what"])):
        yield shelf, passage.cite, _SPOKEN
    weight = _place_weight(evidence, passage.cite)
    if weight > 1 and (found := _FRAGMENT.match(passage.text)) and (shelf := shelf_of_kind(found["what"])):
        yield "Developer Tools" if developers and shelf == "Apps" else shelf, passage.cite, _SAID
    small = lowered(passage.text)
    for shelf, pattern in patterns:
        if words_ := {match.group() for match in pattern.finditer(small)}:
            strength = sum(_HARDLY if _COMMON.fullmatch(word) else 1.0 for word in words_)
            yield shelf, passage.cite, weight * min(strength, 2.0)


_FOR_DEVELOPERS = re.compile(
    r"(?:for|of) (?:the )?(?:[\w-]+ ){0,2}?(?:developers?|programmers?|sql|postgres\w*|mysql|sqlite|kubernetes|git|apis?|databases?|source code|python|rust|"
    r"golang|typescript|javascript|firmware|microcontrollers?|embedded systems|unit tests|pull requests)\b"
)
"""For whom something is that would else stand on the shelf of apps: ``a notebook for SQL``."""

_FIRST = 4


def _place_weight(evidence: Evidence, cite: str) -> float:
    """Return what a word is worth in a sentence: most where the maker, or the release's own text, begins."""
    source, _, number = cite.partition(".")
    if source == "F":
        return 2.0
    if int(number) > _FIRST:
        return 0.5
    return 3.0 if evidence.is_makers(source) else 2.0 if source == "S1" else 1.0
