"""What tells two things of one kind apart: input and output, the phone's app and the web's, announced and shipped."""

import re
from functools import cache, lru_cache

from panel.evidence.lowered import lowered
from panel.evidence.openings import Openings, finds

_KINDS: dict[str, tuple[str, ...]] = {
    "load": (
        r"idle|standby|at rest|quiet\w*|moderate",
        r"load|at most|maximum|peak|full|busy|continuous\w*|loud|heavy|strict",
    ),
    "direction": (
        r"input|prompts?|read(?:s|ing)?|upload\w*|ingest\w*",
        r"output|writ\w+|download\w*|generat\w+|answers?|replies|reply|draws?|render\w*",
        r"cached|cache hits?",
    ),
    "billing": (
        r"month(?:ly)?|monthly",
        r"annual\w*|years?|yearly|by the year|up front",
        r"hourly|an hour|per hour|on-demand|on demand|pay as you go",
        r"spot|spare|reserved|commit\w*|batch\w*|overnight",
    ),
    "commitment": (
        r"(?:billed|pay(?:ing|s)?|paid|invoiced|charged|rolling) monthly|by the month|month(?:ly)? (?:to|by) month|monthly (?:plan|billing|contract)",
        r"annual\w*|yearly|by the year|for the (?:whole )?year|up front|(?:commit\w*|sign\w*|contract) (?:\w+ ){0,2}(?:year|twelve months|12 months)",
    ),
    "measure": (
        r"median|average|mean|typical\w*|usual\w*|p50",
        r"worst|slowest|p9\d|9\dth percentile|99th|longest",
        r"fastest|best|peak|shortest",
    ),
    "stage": (
        r"announc\w+|unveil\w+|present\w+|reveal\w+|shown",
        r"orders?|pre-?orders?|pre-?order\w*",
        r"ship\w*|deliver\w*|reach(?:ed|es) customers|first customers?",
        r"(?:on|for) sale|in (?:the )?shops?|sell(?:ing|s)?|sold",
        r"beta|alpha|preview|trial|early access|pilot|(?:closed|private|field) tests?|test phase",
        r"found(?:ed|ers?)|set up|started? (?:in|by)|incorporated",
        r"cut-?off|training data|knowledge",
        r"support\w* (?:ends?|until|for)|end of life|retire\w*",
        r"general availability|generally available|went live|came out|released?|launch\w*|open(?:s|ed) (?:to|on|its)",
    ),
    "where": (r"indoors?|inside", r"outdoors?|outside"),
    "amount of parts": (r"active|activated|fire|used for", r"total|in all|altogether"),
    "part": (
        r"clients?|bindings?|sdks?|librar(?:y|ies)|plug-?ins?|extensions?",
        r"servers?|core|broker|engine|back-?end",
        r"weights?|checkpoints?",
        r"scripts?|source code|training code",
        r"datas?ets?|documentation|docs|paper",
        r"web app|website|browser",
        r"phone app|mobile app|apps? for phones?",
    ),
    "who pays": (
        r"students?|schools?|universit\w+|non-?profits?|academ\w+|teachers?|research\w*",
        r"compan\w+|business\w*|enterprises?|firms?|commercial\w*",
        r"individuals?|hobby\w*|private persons?|consumers?|households?",
        r"famil\w+|couples?",
    ),
    "seats": (
        r"single|solo|alone|one person|individual",
        r"famil\w+|teams?|groups?|household|five people|per (?:seat|user)",
    ),
    "sum": (
        r"raised|funding|round|invest\w*",
        r"valu(?:ed|ation)|worth",
        r"revenue|turnover|sales|profit",
        r"price|costs?",
    ),
    "offer": (
        r"intro\w*|discount\w*|offer|promotion\w*|first (?:year|month|three)|early[- ]bird|launch price",
        r"list|regular\w*|normal\w*|afterwards|renew\w*|full price",
    ),
    "bundle": (
        r"alone|body|on its own|without (?:a|the|its|any) \w+|bare",
        r"bundle\w*|kit|with (?:a|the|its) (?:case|lens|charger|stand|dock|strap|cover)|package|set",
    ),
    "place": (
        r"us|usa|america\w*|united states|north america|dollars?",
        r"eu|europe\w*|euros?|germany|german|france|french|spain|italy",
        r"uk|britain|british|pounds?",
        r"japan\w*|china|chinese|india\w*|korea\w*|asia\w*",
        r"canad\w*|australia\w*|brazil\w*",
    ),
    "platform": (
        r"ios|iphones?|ipads?|apple",
        r"android|galaxy|pixel",
        r"windows",
        r"mac|macos|macbook\w*",
        r"linux|ubuntu",
        r"browser|web|chrome|firefox|safari",
    ),
    "host": (
        r"hosted|api|cloud|managed|service",
        r"workstation|laptop|my own|self-host\w*|at home|local\w*|our own|my card|own card|own machine|"
        r"own hardware|desktop",
    ),
    "precision": (
        r"16-bit|half[- ]precision|bf16|fp16|full[- ]precision|unquanti[sz]ed",
        r"4-bit|8-bit|fp8|int[48]|quanti[sz]ed",
    ),
    "size": (
        r"small\w*|mini|nano|tiny|lite",
        r"standard|medium|regular|base",
        r"large\w*|big\w*|full-size|max|ultra|extra large",
    ),
    "openness": (r"public", r"private", r"internal"),
    "counted people": (
        r"employ\w*|staff|people work|works? (?:for|at) (?:the|it|us)|headcount|workforce|engineers|payroll|hir(?:e|es|ed|ing)",
        r"customers?|clients|subscribers?|users?|households|download(?:s|ed)?|installs?|waiting list|waitlist|backers?",
        r"testers?|replies|respondents|participants|survey\w*",
    ),
    "trying": (
        r"we set up|we tried|i have|our team|we (?:use|run|have)|my|i installed",
        r"supports?|connects? to|exist|available|catalogue",
    ),
    "whose measure": (
        r"preview customers|testers|users report|customers saw|vendor's|claims?|(?:he|she|they|it) says|"
        r"in still air|under lab",
        r"our own|my own|my|we (?:measured|saw|got|ran|landed)|in our (?:own )?tests?|i (?:get|got|measured)",
    ),
    "proof": (r"soc 2|type i\b", r"type ii", r"iso 27001|iso", r"hipaa|gdpr|fips|pci"),
    "colour": (r"white|silver|red|blue|green", r"black|grey|gr[ae]phite"),
    "time": (
        r"at first|(?:the|at the) start|debut|initial\w*|originally|used to|formerly|at the start|back then|"
        r"previously|in the beta|during the beta|at release|until \w+",
        r"now|today|by now|since then|current\w*|these days|meanwhile|has grown|raises?|as of",
        r"plan(?:s|ned)?|will|expect\w*|later|soon|promis\w*|roadmap|on the way|intends?|due",
    ),
    "weather": (r"still air|calm|mild|warm|summer", r"breeze|wind\w*|storm\w*|cold|frost|winter"),
    "cards": (
        r"(?:one|a|single|1) (?:gpu|card|node|h\d00|a\d00|server)",
        r"(?:two|three|four|eight|nine|\d+) (?:gpus|cards|nodes|h\d00s|a\d00s|servers)",
    ),
    "direction of travel": (r"upload\w*|sending", r"download\w*|receiving"),
    "way in or out": (r"import\w*|read\w*", r"export\w*|writ\w+|edit\w*"),
    "memory": (r"ram|memory|vram", r"storage|disk|ssd|drive|flash"),
    "life": (r"runtime|battery|lasts?|runs for", r"charg(?:es?|ing) (?:time|takes?|in)|recharg\w*|to charge"),
    "case": (r"case|cradle|dock|base station|hub", r"buds?|earbuds?|watch|headset|phone|sensor|unit"),
    "week": (r"weekdays?|working days|monday to friday", r"weekends?|saturdays?|sundays?|holidays?"),
    "day": (r"daytime|by day|daylight", r"nights?|by night|dark|overnight"),
    "role": (
        r"admin\w*|owners?|managers?|editors?|hosts?|parents?|teachers?",
        r"viewers?|guests?|members?|readers?|kids|children|pupils|visitors?",
    ),
    "age": (r"adults?|grown-ups", r"children|kids|teens?|minors|under-\d+s?|seniors?"),
    "phase": (r"train\w*|pretrain\w*", r"inference|run(?:s|ning)? (?:it|the model)|serv(?:es?|ing)|evaluat\w*|test\w*"),
    "medium": (
        r"text|written|prose",
        r"images?|pictures?|photos?",
        r"audio|voice|speech|sound|music",
        r"video|clips?|film",
    ),
    "file": (r"pdf", r"word|docx", r"csv|excel|spreadsheet\w*", r"html|markdown", r"epub"),
    "channel": (r"email|e-mail", r"phone|telephone|hotline|calls", r"chat|messag\w+", r"forum|community"),
    "radio": (r"bluetooth", r"wi-?fi|wlan", r"usb\S*|cable", r"lte|5g|4g|cellular", r"zigbee|thread|matter"),
    "kept": (
        r"deleted (?:files?|items?|messages?)|trash|recycle bin",
        r"older versions|file versions|history",
        r"backups?|snapshots?",
        r"logs?|telemetry",
        r"recordings?|transcripts?",
        r"versions of",
    ),
    "guarded": (r"in transit|transport|tls", r"at rest|on disk", r"end-to-end"),
    "temperature": (r"heating|hot|warm\w*|summer", r"cooling|cold|chilled|winter"),
    "drive": (r"city|urban|town", r"motorway|highway|country roads?"),
    "start": (
        r"cold start|first (?:run|start|load|time)|from scratch",
        r"warm|after that|subsequent\w*|incremental|cached",
    ),
    "tax": (
        r"(?:without|before|excl\w*\.?|ex|net of|plus) (?:\d+ ?% )?(?:tax\w*|vat|gst)|net",
        r"(?:with|after|incl\w*\.?|inclusive of) (?:\d+ ?% )?(?:tax\w*|vat|gst)|gross|tax included",
    ),
    "fee": (
        r"set-?up|one-time|deposit|activation|installation",
        r"monthly|subscription|recurring|usage|per (?:month|call|use)",
    ),
    "beyond": (r"included|comes with|allowance", r"overage|extra|additional|beyond|further|on top"),
    "device": (r"hardware|device|box|reader|headset", r"subscription|service|membership|software|app"),
    "speed": (r"throughput|per second|a second|bandwidth", r"latenc\w+|delay|response time|first token"),
    "generation": (
        r"first(?:-| )gen\w*|original|predecessor|previous|old\w*|last year's",
        r"second(?:-| )gen\w*|new\w*|latest|current|this year's",
    ),
    "rated": (
        r"rated|claimed?s?|promises?|advertised|nominal|up to",
        r"measured|in practice|in our tests?|real-world|actual\w*",
    ),
    "pixels": (r"front|selfie", r"main|rear|back", r"telephoto|zoom", r"wide-angle|ultrawide"),
    "sides": (
        r"width|wide",
        r"height|tall|high",
        r"depth|deep|thick",
        r"weigh\w*|weight|heavy",
        r"screen|display|diagonal",
    ),
    "capacity": (r"usable|net", r"nominal|gross|total|rated"),
    "face": (r"inner|inside|main", r"outer|outside|cover|second"),
    "work": (
        r"transcri\w+|dictat\w+",
        r"summar\w+",
        r"translat\w+",
        r"search\w*|retriev\w*",
        r"speak\w*|read(?:s|ing)? aloud|text[- ]to[- ]speech",
        r"recogni[sz]\w+|identif\w+|detect\w+",
        r"streaming|live|real[- ]time",
        r"interface|menus?|localis\w+|localiz\w+",
    ),
    "severity": (
        r"(?:low|minor)[- ](?:severity|risk|priority|findings?|issues?)|of low",
        r"(?:medium|moderate)[- ](?:severity|risk|priority|findings?|issues?)|of medium",
        r"(?:high|severe|serious)[- ](?:severity|risk|priority|findings?|issues?)|of high|critical",
    ),
    "state of work": (
        r"fix(?:es|ed)?|clos(?:es|ed)|resolv(?:es|ed)|merged",
        r"open (?:\w+ )?(?:bugs?|issues?|findings?|tickets?|requests?|faults?)|(?:remains?|left|still) open|outstanding|"
        r"unresolved|known (?:bugs|issues|faults)",
    ),
    "tuning": (
        r"instruct\w*|chat(?: model| version)|fine-tuned (?:model|version)",
        r"base (?:model|version|weights|checkpoint)|pretrained (?:model|version|weights|checkpoint)",
    ),
    "free of charge": (
        r"free (?:\w+ )?(?:plan|tier|version|edition|account)s?",
        r"free trials?|trials?|try (?:\w+ ){1,3}(?:free|out)|free for (?:\w+ )?(?:days|weeks|months|a month|a week)",
    ),
    "money in": (r"series a", r"series b", r"series c", r"seed", r"ipo|went public", r"so far|to date|all told"),
    "span": (
        r"(?:in|for|to|with|by) this (?:release|version|update|cycle)|this (?:release|version|update)",
        r"since (?:19|20)\d\d|so far|to date|of all time|over the years|history",
    ),
    "tests": (r"without (?:the |its )?tests", r"with (?:the |its )?tests"),
    "ends": (r"announced the end|end of sale", r"end of support|end of life|security fixes"),
    "code": (r"github stars|stars", r"forks?", r"contributors?", r"commits?", r"downloads?", r"issues?"),
    "market": (r"consumers?|households?|home", r"offices?|enterprise\w*|work"),
    "hosting": (r"shared|community", r"dedicated|private|reserved"),
    "licence of": (
        r"fonts?|icons?|logo",
        r"engine|core|source",
        r"models?|weights",
        r"data\w*",
        r"docs?|documentation",
    ),
    "care": (r"warrant\w+|guarantee", r"returns?|money back|refund\w*", r"support\w*|updates?", r"trial"),
    "ranks": (r"first", r"second", r"third", r"fourth", r"last"),
}
"""By kind: words for each of its members. Two sentences of which each names another speak of two things."""

_TRIAL, _RELEASE = 4, 8
"""Members of ``stage``: a beta, and a release."""
_DATES = frozenset({"stage"})
"""Kinds that tell only dates apart: who releases a version and who ships 240 rules may speak of one thing."""
_BUT_DATES = frozenset({"time", "licence of"})
"""Kinds that tell no dates apart: these are times themselves."""


def one_pattern(words: str) -> re.Pattern[str]:
    """Return an expression for whole words, whatever their case."""
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return one expression for each kind, a group for each of its members."""
    return {
        kind: re.compile(rf"(?<![\w-])(?:{'|'.join(f'({member})' for member in members)})(?![\w-])")
        for kind, members in _KINDS.items()
    }


@cache
def _openings() -> Openings[str]:
    return Openings({kind: "|".join(members) for kind, members in _KINDS.items()})


@lru_cache(maxsize=1_024)
def _named(text: str) -> dict[str, frozenset[int]]:
    """Return which members of each kind a sentence names."""
    told, patterns = lowered(text), _patterns()
    named = ((kind, finds(patterns[kind], told, places)) for kind, places in _openings().places(told))
    return {
        kind: found
        for kind, each in named
        if each and (found := _stage(kind, frozenset((member.lastindex or 0) - 1 for member in each)))
    }


def _stage(kind: str, found: frozenset[int]) -> frozenset[int]:
    """Return the members found; a beta that was released is a beta, and no release."""
    return found - {_RELEASE} if kind == "stage" and _TRIAL in found else found


def kinds_apart(a: str, b: str, *, dates: bool) -> list[str]:
    """Return the kinds of which two sentences name different members.

    Args:
        a: One sentence.
        b: The other.
        dates: Whether they clash in dates; some kinds tell dates apart and nothing else, or all but dates.
    """
    ours, theirs = _named(a), _named(b)
    mute = _BUT_DATES if dates else _DATES
    return [
        kind
        for kind, members in ours.items()
        if kind in theirs and kind not in mute and members.isdisjoint(theirs[kind])
    ]


def kinds_shared(a: str, b: str) -> list[str]:
    """Return the kinds of which two sentences name the same members."""
    ours, theirs = _named(a), _named(b)
    return [kind for kind, members in ours.items() if members == theirs.get(kind)]


def kinds_of_one(a: str, b: str) -> list[str]:
    """Return the kinds of which only one of two sentences names a member."""
    return sorted(_named(a).keys() ^ _named(b).keys())
