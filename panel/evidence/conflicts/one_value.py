"""Signs in what a thing has one value of: two sentences that give two values of it can't both be true."""

import re
from functools import cache, lru_cache

from panel.evidence.conflicts.statements import Signs
from panel.evidence.lowered import lowered
from panel.evidence.openings import Openings, finds

_LANGUAGES = (
    r"(?:(?<=in )|(?<=all )|(?<=pure )|(?<=using ))(?:rust|zig|go|python|c\+\+|c#|java|kotlin|swift|typescript|javascript|ruby|php|elixir|erlang|haskell|ocaml|scala|"
    r"dart|lua|perl|nim|julia|odin|plain c)"
)
_VALUES: dict[str, tuple[str, str]] = {
    "protection": (r"", r"ip(?:x\d|\d[\dx])k?"),
    "written in": (r"(?:re)?written|wrote|coded|programmed|implemented|source", _LANGUAGES),
    "configuration": (
        r"configured|configuration|rules? files?|pipelines?",
        r"toml|yaml|json|ini|xml|hcl|lua|dhall|kdl|starlark",
    ),
    "material": (
        r"body|case|casing|frame|housing|shell|chassis|hull|made (?:of|from)",
        r"titanium|stainless steel|steel|alumini?um|magnesium|brass|plastic|polycarbonate|abs|nylon|wood|oak|walnut|bamboo|"
        r"ceramic|carbon fibre|carbon fiber|copper|concrete)(?! (?:ring|model|version|one|edition|variant)\b",
    ),
    "employment": (
        r"all|only|every|staff|workers?|guides?|teachers?|tutors?|drivers?|couriers?|riders?|cleaners?|technicians?",
        r"employees|employed|on (?:the|our|its) payroll|permanent staff|contractors?|freelancers?|self-employed|freelance",
    ),
    "replication": (r"", r"synchronous|asynchronous"),
    "aperture": (r"", r"f/\d+(?:\.\d+)?(?![\d.]*\d)"),
    "wi-fi": (r"", r"wi-?fi \d\w?"),
    "resolution": (r"records? in|films? in|shoots? in|highest|maximum|at most|no more than", r"\d{3,4}p|[248]k"),
    "model it is based on": (
        r"based|built|continu\w+|fine-tun\w+|derived|starts?|started|on top of|grew out of",
        r"llama|mistral|mixtral|qwen|gemma|phi|falcon|deepseek|olmo|granite|bloom|pythia|bert|roberta|whisper|stable diffusion|flux",
    ),
    "storage it is built on": (r"based on|built on|on top of|grew out of", r"postgres(?:ql)?|sqlite|rocksdb"),
    "frame it is built on": (
        r"based on|built (?:on|with)|on top of|grew out of",
        r"chromium|firefox|electron|tauri|qt|react native|flutter|unity|unreal",
    ),
    "system it is built on": (
        r"based on|built on|on top of|grew out of",
        r"debian|ubuntu|fedora|arch|android|zephyr|freertos",
    ),
    "panel": (r"", r"oled|amoled|lcd|eink|e-ink|epaper|e-paper|mini-?led|tft"),
    "drive": (
        r"",
        r"belt-driven|chain-driven|rear-wheel drive|front-wheel drive|four-wheel drive|hub motor|mid-?drive motor",
    ),
    "cooling": (r"", r"fan-cooled|passively cooled|liquid-cooled|water-cooled"),
    "governance": (r"", r"for-profit|non-?profit|charity|co-?operative"),
    "signs in by": (r"sign\w*|log\w*|accounts?", r"passwords?|passkeys?|magic links?"),
}
"""By matter: words beside which it is one, or none, and its values."""

_SAME = (
    ("stainless steel", "steel"),
    ("aluminum", "aluminium"),
    ("fiber", "fibre"),
    ("postgresql", "postgres"),
    ("epaper", "eink"),
    ("amoled", "oled"),
    ("charity", "nonprofit"),
    ("wifi6e", "wifi6"),
)
"""Spellings of one value."""

_OFF_LINE = (
    r"(?:off-?line|(?:without|no)(?: \w+)? (?:an? |any |the )?(?:\w+ )?(?:internet|network|connection|signal|reception|coverage)"
    r"(?: (?:connection|access))?|in (?:flight|airplane|aeroplane) mode)"
)
_NO_NET = re.compile(rf"\b{_OFF_LINE}\b")
_NEEDS_NET = re.compile(
    r"\b(?:needs?|requires?|depends? on|insists? on|demands?) (?:an? |the )?(?:\w+ )?(?:internet|network|data|online|connection|wi-?fi)(?: connection| access)?\b"
)
_FAILS = re.compile(
    r"\b(?:does not|do not|will not|cannot|no longer|error|empty|useless|fails?|failed|stops? (?:working|dead)|nothing|refuses?|refused|blank|dead|impossible|nor|"
    r"bricks?|paperweight|unusable|hangs?|spins?)\b|n['’]t\b"
)
_NETS = ("line", "internet", "network", "connection", "signal", "reception", "coverage", "mode", "wifi", "wi-fi")


_TAX = r"(?:the |any |all |local )?(?:\w+ )?(?:vat|gst|taxe?s?)\b"
_UNTAXED = re.compile(
    rf"\b(?:exclud\w+|exclusive of|excl\.|before|net of|plus|not? includ\w+|n['’]t include) {_TAX}|"
    r"\b(?:vat|gst|taxe?s?) (?:(?:is|are|comes?|gets?) )?(?:not included|excluded|extra|(?:added )?on top|added|(?:is|are)n['’]t included)"
)
_TAXED = re.compile(
    rf"(?<!not )\b(?:includ\w+|inclusive of|incl\.|with) {_TAX}|\b(?:vat|gst|taxe?s?) (?:(?:is|are) )?(?:already )?included"
)


def _tax(small: str) -> str:
    """Return whether prices are given with tax, by a sentence without figures: of those with, two prices may be one."""
    if not any(map(small.__contains__, ("vat", "gst", "tax"))) or any(map(str.isdigit, small)):
        return ""
    if _UNTAXED.search(small):
        return "without"
    return "with" if _TAXED.search(small) else ""


def one_value(a: str, b: str) -> Signs:
    """Return whether two sentences give two values of what a thing has one of, and whether they give the same."""
    ours, theirs = _values(a), _values(b)
    met = [(ours[matter], theirs[matter]) for matter in ours.keys() & theirs.keys()]
    return {
        "another value": float(any(one.isdisjoint(other) for one, other in met)),
        "one value": float(any(one == other for one, other in met)),
    }


@cache
def _openings() -> Openings[str]:
    return Openings({matter: values for matter, (_, values) in _VALUES.items()})


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str] | None, re.Pattern[str]]]:
    return {
        matter: (re.compile(rf"\b(?:{beside})\b") if beside else None, re.compile(rf"(?<![\w-])(?:{values})(?![\w-])"))
        for matter, (beside, values) in _VALUES.items()
    }


@lru_cache(maxsize=1_024)
def _values(text: str) -> dict[str, frozenset[str]]:
    """Return the values that a sentence gives of each matter."""
    small, patterns = lowered(text), _patterns()
    found = {}
    for matter, places in _openings().places(small):
        beside, values = patterns[matter]
        told = frozenset(_alike(each.group()) for each in finds(values, small, places))
        if told and (beside is None or beside.search(small)):
            found[matter] = told
    if works := _off_line(small):
        found["off line"] = frozenset({works})
    if taxed := _tax(small):
        found["tax"] = frozenset({taxed})
    return found


def _alike(value: str) -> str:
    if value.startswith(("employ", "on ", "permanent")):
        return "employed"
    if value.startswith(("contract", "freelanc", "self")):
        return "self-employed"
    value = re.sub(r"^(p\w+|magic link)s$", r"\1", value)
    value = re.sub(r"[-\s]", "", value)
    for one, other in _SAME:
        value = value.replace(one.replace(" ", ""), other)
    return value


def _off_line(small: str) -> str:
    """Return whether something works without the internet by a sentence; nothing if it doesn't say."""
    if not any(map(small.__contains__, _NETS)):
        return ""
    said = _NO_NET.search(small)
    rest = _NO_NET.sub(" ", small)
    if said:
        return "fails" if _FAILS.search(rest) else "works"
    return "fails" if _NEEDS_NET.search(small) and not _FAILS.search(small) else ""
