"""On which shelf a release stands: AI models, developer tools, apps, hardware, services."""

import re
from collections.abc import Iterator

from panel.evidence.grounding.evidence import Evidence

_SHELVES = {
    "AI Models": r"language models?|(?:dense|sparse|reasoning|multimodal|vision|speech|voice|image|video|"
    "diffusion|foundation|frontier|"
    r"open-weights?|open) models?|context of|input tokens|output tokens|tokens|sibling|(?:our|most capable|new|the|capable) model|reasoning|context window|swe-bench|billion parameters|"
    r"million parameters|parameters|weights|fine-tune of|text-to-speech|mixture[- ]of[- ]experts|"
    r"model card|context of [\d,]+|benchmarks?|llm\b|\d+B\b|checkpoint|(?:text|image)[- ]to[- ](?:video|image|music|speech)|"
    r"speech-to-speech|prompts?|generated (?:images?|video|clips?|together)",
    "Developer Tools": r"writes? code|code editor|extensions|vs code|source code|key-value store|command[- ]line|cli\b|sdk\b|developer tools?|developers?|api\b|database|compiler|"
    "framework|librar(?:y|ies)|ide\b|"
    r"build server|coding agent|deploy\w*|containers?|pull requests?|repositor(?:y|ies)|open[- ]source project|"
    r"engine|terminal|github|"
    r"runners?|queries|postgresql|programming|npm|pip install|bindings",
    "Hardware": r"watch|earbuds?|headphones?|headset|drone|smart ?ring|ring|board|lamp|leuchte|(?<!your )phone(?! number)|laptop|"
    "tablet|console|camera|speaker|"
    r"wearable|gadget|device|battery|akku|gram(?:m|s)?|millimet(?:re|er)s?|water resistant|titanium|nits|"
    r"bluetooth|router|keyboard|"
    r"monitor|glasses|printer|charger|sensor|gewicht|watt|desktop (?:computer|inference|machine)|mini[- ]pc|nvme|"
    r"wi-?fi \d|warranty|in the box|weighs|firmware|noise at|size \||weight \|",
    "Apps": r"apps?|games?|players?|app store|google play|browser|mail client|e-mail|notes?|meetings?|music|photo editor|"
    "calendar|to-do|"
    r"plug-?ins?|mobile|iphone|android|subscription|freelancers|inbox|"
    r"your phone|shopping lists?|recipes?|planner|budgeting|diary|both stores",
    "Services": r"(?:\w+ )?service for|(?:backup|mail|hosting|courier|delivery|streaming|cloud|travel|storage|rental|identity|payment|vpn)"
    r" services?|hosting|host(?:ed|s) (?:in|your)|mailboxes|data cent(?:re|er)s|e-?sims?|travel data|managed|we run \w+ for you|"
    r"your own domain|co-?operative|"
    r"(?:you can |to )rent|instances?|uptime|gpu cloud|sign(?:ed)? up (?:for|to)|opens? (?:its|our) doors|leaves invitation-only|"
    r"insurance|bank account|broadband|vpn\b|roaming",
}
_DEFINES = re.compile(r"(?:\b(?:is|are)|,|:|\s[–—-]) (?:an?|the|open) ([^.,;:]{3,90})", re.IGNORECASE)


def shelf_votes(evidence: Evidence) -> Iterator[tuple[str, str, float]]:
    """Yield (shelf, sentence, weight) for every word of a source that belongs to one; first sentences count most."""
    patterns = [(shelf, re.compile(rf"\b(?:{words})(?:s|es)?\b", re.IGNORECASE)) for shelf, words in _SHELVES.items()]
    for source in evidence.dossier.release.sources:
        for shelf, pattern in patterns:
            if pattern.search(source.title or ""):
                yield shelf, source.key, 1.5
    for place, passage in enumerate(evidence.passages[:60]):
        if passage.cite.startswith("F.") and passage.cite != "F.tagline":
            continue
        weight = 3.0 if place < len(evidence.dossier.facts) + 4 else 0.5
        definition = _DEFINES.search(passage.text)
        for shelf, pattern in patterns:
            found = {match.group().lower() for match in pattern.finditer(passage.text)}
            if found:
                defined = bool(definition and pattern.search(definition[1]))
                yield shelf, passage.cite, weight * (min(len(found), 2) + (2.0 if defined and weight > 1 else 0.0))
