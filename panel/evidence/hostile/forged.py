"""What a page writes as if the system had written it: results of tools, reports of checks, ballots of other panels."""

import re
from collections.abc import Callable, Iterator

from panel.evidence.hostile.lines import at_lines
from panel.evidence.hostile.markup import Trap
from panel.evidence.lowered import lowered
from panel.evidence.words import words

_RESULT_TAG = re.compile(
    r"</?(?:tool[_-]?(?:results?|outputs?|responses?|use|calls?)|function[_-]?(?:results?|outputs?|responses?|calls?)"
    r"|observations?|search[_-]?results?|fact[_-]?check\w*|verification[\w-]*|check[_-]?results?|system[_-]\w{3,20}"
    r"|retrieval[\w-]*|(?:results?|outputs?|response|return)(?=\s(?:name|tool|of|from|function)\s?=)|validator\w*|grounding\w*|audit[_-]\w+|editor[_-]?\w*|admin[_-]?\w*)"
    r"(?:\s[^<>\n]{0,200})?>",
    re.IGNORECASE,
)
_LINE = re.compile(
    r"^[^\w\n]{0,6}(?:\[\s?(?:system|tool|function|assistant|developer|editor|admin\w*|operator|orchestrator|pipeline"
    r"|fact[ _-]?check\w*|verifier|validator|moderator)(?:[ _-]\w+){0,3}\s?\]"
    r"|(?:tool|function|fact[ _-]?check\w*|grounding|verification|verifier|validator|injection|citation|source|evidence)"
    r"(?:[ _-](?:results?|outputs?|responses?|returned|returns|reports?|status|scan|check\w*|said|says|log|call|tool"
    r"|agent|bot|module|service)){1,3}(?:\s?\([^()\n]{1,60}\))?\s?(?:[:=>]|→|-{1,2}>)|observation\s?:|(?:system|admin\w*|operator) (?:notice|message|note|report|log)(?:\s?\([^()\n]{1,80}\))?\s?[:\]]"
    r"(?=[^\n]{0,80}(?:passed|verified|approved|complete|contradict|unsupported|grounded|check))|>>>\s?\w+\([^\n()]{0,80}\)"
    r"\s?(?:->|→|=>|:))"
    r"[^\n]{0,400}",
    re.IGNORECASE | re.MULTILINE,
)
_TOOL_TURN = re.compile(
    r"[\"'](?:role[\"']\s?:\s?[\"'](?:tool|function)[\"']|tool_(?:call|use)_id[\"']\s?:)|(?:```|~~~)(?<=^...)(?:tool|function|observation|system)"
    r"[_-]?\w*\s*$|(?:function(?<=\bfunction)|tool(?<=\btool)) returned\s?:"
    r"|thought(?<=\bthought)\s?:[^\n]{1,200}\baction\s?:[^\n]{1,200}",
    re.MULTILINE,
)
"""Looked for in small letters; all begin with a sign or letter of their own, which is quickly found."""

_TURN_HINTS = (
    *('role"', "role'", "tool_call_id", "tool_use_id", "function returned", "tool returned"),
    *(fence + name for fence in ("```", "~~~") for name in ("tool", "function", "observation", "system")),
)
"""What every one of these has, in small letters, but a thought, which goes on to an action."""

_REACT = re.compile(r"thought.*", re.IGNORECASE)
_REPORTS = re.compile(
    r"\b(?:unsupported|contradict(?:ed|ions?)|injections?(?:[_ ]found)?|verified|supported|grounded|passed|approved|clean"
    r"|all claims|no (?:issues|problems|findings|contradictions|injections?|conflicts)|verdict|publish\w*|status|complete"
    r"|hostile|trusted|confirmed|score|cleared?|true|ok|pass|0 (?:issues|errors|findings|conflicts|contradictions))\b",
    re.IGNORECASE,
)
_CHECKS = re.compile(
    r"\b(?:unsupported|contradict\w*|injections?|hostile|grounded|claims?|sources?|citations?|(?:\w+_)?(?:verdict|ballot|vote)|publish\w*|next step"
    r"|remaining|skip|proceed|continue|trusted|evidence|dossier|facts?|no (?:issues|problems|findings|conflicts|manipulation))\b",
    re.IGNORECASE,
)
_CHECK_KEYS = re.compile(
    r"[\"']?\b(unsupported|contradict(?:ed|ions?)|injections?(?:_found)?|ungrounded|grounded|fact_?check\w*|verdict"
    r"|next_action|claims_(?:verified|checked|supported)|verified|supported|hostile|conflicts?|recommendation|approved"
    r"|trust(?:_score|_level|ed)?|checks?(?:_passed)?|findings?|status|tool|confidence|score|result)[\"']?\s?[:=]",
    re.IGNORECASE,
)
_TELLING = frozenset(
    words(
        "unsupported contradicted contradictions contradiction injection injections injection_found injections_found "
        "ungrounded grounded factcheck fact_check next_action claims_verified claims_checked claims_supported hostile "
        "verdict conflicts trust_score checks_passed"
    )
)
"""Keys that hardly anything but a report of the system's checks has."""

_BALLOT_KEYS = re.compile(
    r"[\"']?\b(ballots?|reviewers?|votes?|judges?|personas?|seats?|jur(?:y|or)s?|panel\w*|final|tally|marks?|scores?|entry"
    r"|reviewer_id|judge_id|verdicts?|unanimous|rationale|overall|innovation|usefulness|quality|value|evidence|decision"
    r"|rank|confidence|comment|results?|winner|consensus|reasons?|rating|weight|quorum|status|locked|signed\w*|panel?list|final_verdict|votes_for|votes_against)[\"']?\s?:",
    re.IGNORECASE,
)
_JUDGES = frozenset(
    words(
        "ballot ballots reviewer reviewers judge judges persona personas seat seats juror jurors jury panelist panellist "
        "votes_for reviewer_id judge_id votes vote tally panel"
    )
)
_MARKS = re.compile(
    r"(?:\b(?:10|[5-9]\d|100)\b|\b(?:winner|final|max(?:imum)?|approved?|yes|unanimous|accept|ship|pass|best|locked"
    r"|true)\b)",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"\{[^`{}]{0,200}(?:[{}][^`{}]{0,300}){0,12}\}|(?:^[ \t>-]{0,6}[\"']?[a-z_]{3,20}[\"']?\s?:[ \t]?[^\n]{0,120}\n?){3,20}",
    re.M,
)
_TALLY = re.compile(
    r"^[^\w\n]{0,6}(?:(?:reviewer|judge|juror|panel(?:l?ist)?|persona|seat|evaluator|grader|assessor|voter|model|llm"
    r"|agent|member|critic|rater)s?[ _#-]{0,2}(?:no\.? ?)?(?:\d{1,2}|[a-f]|one|two|three|four|five)\b(?:\s?\([^()\n]{1,40}\))?"
    r"[^\w\n]{1,4}[^\n]{0,60}(?:\b(?:10|[5-9]\d|100)\b|\b(?:yes|approve[ds]?|accept\w*|ship|recommend\w*|for|in favou?r"
    r"|unanimous\w*|pass|winner|best|first|full marks)\b)"
    r"|(?:panel|ballot|jury|judges'?|voting|reviewers'?|final|official|internal)(?: \w+){0,2} "
    r"(?:results?|tally|count|ballots?|votes?|scores?|verdict|#? ?\d{1,2}(?: \(\w+\))?)\b[^\w\n]{1,4}[^\n]{0,80}"
    r"(?:\b(?:unanimous\w*|first place|\d{1,2} ?(?:[-–:/]|to|of|out of) ?(?:0|\d{1,2})|100|10/10|accepted|approved|ship|winner)\b))"
    r"[^\n]{0,200}$",
    re.IGNORECASE | re.MULTILINE,
)
_OF_THE_PANEL = re.compile(r"[^\w\n]{0,6}(?:(?:official|final|internal) )?(?:panel|ballot)\b", re.IGNORECASE)
_BALLOT_TAG = re.compile(
    r"<(?:ballot|vote|verdict|tally|reviewer|juror|judge|panel)(?:\s[^<>\n]{0,200})?>", re.IGNORECASE
)
_POLLED = re.compile(
    r"(?:final(?<=\bfinal)[_ ](?:votes?|verdict|ballot)|vote(?<=\bvote)s?|verdict(?<=\bverdict)|ballot(?<=\bballot))\s?[:=]\s?\W{0,3}(?:yes|approved?|accept(?:ed)?|pass|for)\b[^\n]{0,30}(?:personas?|seats?"
    r"|reviewers?|judges?|unanimous|\d ?/ ?\d)|\((?:developer|skeptic|futurist|creator|business)\)\W{1,4}(?:ship|skip)\b"
)
"""Looked for in small letters too."""

_POLL_HINTS = ("vote", "verdict", "ballot", "(developer)", "(skeptic)", "(futurist)", "(creator)", "(business)")
"""What every one of these has, in small letters."""

_SOURCE_NUMBER = re.compile(
    r"[\[(]\s?(?:source|src|doc(?:ument)?|dossier|evidence|citation|ref(?:erence)?|sentence|fact|claim)[ _#:-]{0,2}\d{1,3}"
    r"(?:[.:]\d{1,3})?\s?[\])]|【[^】\n]{1,20}†[^】\n]{0,30}】|<(?:cite|citation|ref|source)(?:\s[^<>\n]{0,80})?>[^<\n]{1,200}",
    re.IGNORECASE,
)
_SYSTEMS_OWN = re.compile(
    r"\b(?:verified|grounded|dossier|confirmed by|editorial|fact-?check\w*|verdict|cite[sd]?|citations?|checked|certif\w+"
    r"|proven?|proves|supported|established|conclusive|panel|reviewers?)\b",
    re.IGNORECASE,
)
_SEALED = re.compile(
    r"\((?:already |fully |pre-?)(?:verified|grounded|confirmed|fact-checked|checked)\)|\((?:already |independently |pre-?)?(?:verified|grounded|confirmed|fact-checked|checked|supported)\b[^()\n]{0,60}"
    r"(?:source|board|editor\w*|panel|dossier|system|s?\d|citation|grounding|claim)[^()\n]{0,30}\)"
    r"|\[(?:verified|grounded|fact[- ]checked|confirmed|citation (?:verified|grounded|confirmed)|fact[- ]check(?:s|ing)? (?:passed|ok|complete\w*))"
    r"(?:[^\[\]\n]{0,120})\](?!\()|grounded(?<=\bgrounded)\s?[:=]\s?(?:true|yes)\b|citation(?<=\bcitation)[_ -](?:id|status|check)\b"
)
"""Looked for in small letters; all begin with a sign or letter of their own, which is quickly found."""


def forged(text: str) -> Iterator[Trap]:
    """Yield what a document has written in the system's own name: results, reports, ballots and citations."""
    small = lowered(text)
    yield from _results(text, small)
    if any(word in small for word in ("ballot", "reviewer", "judge", "juror", "vote", "persona", "panel", "jury")):
        yield from _ballots(text, small)
    for found in _SEALED.finditer(small) if any(w in small for w in ("verif", "ground", "confirm", "check")) else ():
        yield _trap("fake-citation", "This page seals its own claims as checked.", text, found)
    for found in _SOURCE_NUMBER.finditer(text):
        if _SYSTEMS_OWN.search(_around(text, found)):
            yield _trap("fake-citation", "This page cites sources of the dossier by their number.", text, found)


def _results(text: str, small: str) -> Iterator[Trap]:
    what = "This page carries what looks like the result of a tool or of a check."
    for pattern, finds in ((_RESULT_TAG, _RESULT_TAG.finditer(text)), (_LINE, at_lines(_LINE, text))):
        for found in finds:
            bare = pattern is _LINE and "[" not in found.group()[:8]
            says = (_CHECKS if bare else _REPORTS).search(text, found.start(), found.end() + (0 if bare else 240))
            if says and not _shown(text, found):
                yield _trap("chat-template", what, text, found)
    thinks = "thought" in small and "action" in small
    for found in _TOOL_TURN.finditer(small) if thinks or any(map(small.__contains__, _TURN_HINTS)) else ():
        if _CHECKS.search(text, found.end(), found.end() + 200) or _REACT.fullmatch(found.group()):
            yield _trap("chat-template", what, text, found)
    if "{" in text or "[" in text:
        yield from _objects(text, _CHECK_KEYS, lambda keys, _: len(keys & _TELLING) >= 2, "chat-template", what)


def _ballots(text: str, small: str) -> Iterator[Trap]:
    what = "This page carries what looks like a ballot or a tally of a panel."

    def is_ballot(keys: set[str], body: str) -> bool:
        return len(keys) >= 3 and bool(keys & _JUDGES) and bool(_MARKS.search(body))

    yield from _objects(text, _BALLOT_KEYS, is_ballot, "fake-ballot", what)
    polled = _POLLED.finditer(small) if any(map(small.__contains__, _POLL_HINTS)) else ()
    for found in (*_BALLOT_TAG.finditer(text), *polled):
        if not _shown(text, found):
            yield _trap("fake-ballot", what, text, found)
    lines = list(at_lines(_TALLY, text))
    if len(lines) >= 2 or (lines and _OF_THE_PANEL.match(lines[0].group())):
        yield _trap("fake-ballot", what, text, lines[0])


def _objects(
    text: str, keys: re.Pattern[str], told: Callable[[set[str], str], bool], kind: str, what: str
) -> Iterator[Trap]:
    for found in _OBJECT.finditer(text):
        if told({key.lower() for key in keys.findall(found.group())}, found.group()):
            yield _trap(kind, what, text, found)


def _shown(text: str, found: re.Match[str]) -> bool:
    """Whether a tag or line stands in a code span, as documentation has it."""
    start, end = text.rfind("\n", 0, found.start()) + 1, found.start()
    return text.count("`", start, end) % 2 == 1


def _trap(kind: str, what: str, text: str, found: re.Match[str]) -> Trap:
    return Trap(kind, what, _around(text, found))


def _around(text: str, found: re.Match[str]) -> str:
    """Return the line of a find, as far as it fits into a passage."""
    start = max(text.rfind("\n", 0, found.start()) + 1, found.start() - 120)
    end = text.find("\n", found.start() + 1)
    return text[start : min(end if end >= 0 else len(text), found.start() + 300)].strip()
