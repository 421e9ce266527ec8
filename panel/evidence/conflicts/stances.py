"""On which side of a matter a sentence stands: free or paid, on the device or on a server, open or closed.

Each side is told by many words, few of which deny anything, so that two sentences can clash without a word in common.
"""

import re
from functools import cache, lru_cache

from panel.evidence.conflicts.qualifiers import one_pattern
from panel.evidence.lowered import lowered
from panel.evidence.openings import Openings, finds

_MATTERS: dict[str, tuple[str, str]] = {
    "where it runs": (
        r"on-device|on (?:the|your|my|a) (?:device|phone|laptop|machine|computer)|locally|local|offline|"
        r"air-?gapped|airplane mode|"
        r"(?:never|not|n['’]t) leaves?|stays? (?:on|with|at home)",
        r"upload\w*|servers? in|servers? for|cloud|over the internet|internet|online|network requests?|"
        r"(?:sent|sends|goes|go) to|transmit\w*|phones home|data cent(?:re|er)s?",
    ),
    "whether it costs": (
        r"free of charge|free(?! (?:of|from) (?!charge))|gratis|for nothing|costs? nothing|at no (?:extra )?(?:cost|charge)|"
        r"complimentary|on the house|waived",
        r"costs?|priced?|pays?|paid|paying|billed|charged?|fees?|subscri\w+|membership|paywall|[€$£]\s?\d\S*|"
        r"\d+ (?:euros?|dollars?|pounds?|cents?|francs?)",
    ),
    "how it is paid": (
        r"one-off|one-time|outright|lifetime|perpetual|pay once|bought once|buy once|no subscription",
        r"subscription|by the month|a (?:month|year)|(?:per|each|every) (?:month|year)|monthly|yearly|annual\w*|recurring|rent\w*",
    ),
    "its source": (
        r"open[- ]source\w*|open[- ]weights?|MIT|Apache(?:-[\d.]+)?|AGPL\w*(?:-[\d.]+)?|GPL\w*(?:-[\d.]+)?|MPL(?:-[\d.]+)?|BSD|source (?:code )?is (?:open|public|published)|on GitHub",
        r"closed|closed[- ]source|proprietary|secret|business source|BSL|unpublished|non-commercial|undisclosed",
    ),
    "whether it is out": (
        r"generally available|general availability|is out|are out|out (?:now|today)|anyone can|anybody can|open to (?:everyone|all|anyone|the public)|"
        r"went live|is live|on sale|"
        r"in (?:the )?shops|already (?:\w+ )?(?:available|live|out|works?)|is available|are available|"
        r"has shipped|released|live on",
        r"(?:closed|private|limited) (?:preview|beta|alpha)|waiting ?list|ha(?:s|ve) to wait|must wait|will follow|comes later|not (?:yet|out)|waitlist|by invitation|invite-only|(?:needs?|needed|requires?|required) an? (?:invit\w+|invite)|invit\w+ (?:codes?|only|needed|required)|"
        r"yet to|unavailable|unreleased|"
        r"discontinued|withdrawn|vapou?rware|only through|can be had only|postponed|delayed",
    ),
    "commercial use": (
        r"(?:used? |use |sold |exploited )commercial(?:ly)?(?: use)?|commercial(?:ly)?(?: use)?|(?:sell|sold|resell)|Apache|MIT|"
        r"any purpose|into (?:its|their|your) products?|"
        r"business(?:es)? may|compan(?:y|ies) may",
        r"non-?commercial\w*|research(?:-| use | purposes )only|(?:rules?|ruled|ruling) out commercial use|"
        r"(?:must|may|can|could) ?n[o'’]t be sold|shuts? out|personal use only|private use",
    ),
    "default": (
        r"(?:on|enabled|active|switched on|turned on) by default|opt-out|by default (?:\w+ ){0,3}(?:sends?|"
        r"collects?|shares?|records?)",
        r"(?:off|disabled|inactive|switched off|turned off) by default|opt-in|unless you (?:agree|ask|allow|"
        r"switch|turn)",
    ),
    "whether it is still there": (
        r"still|continues?|remains?|retained|lives on|keeps? working|goes on|carr(?:y|ies) on|as ever|kept",
        r"removed?|discontinued|dropped|gone|withdrawn|retired|abandoned|cancelled|axed|shut down|ended|"
        r"scrapped|killed|no longer|"
        r"phased out|pulled",
    ),
    "for whom": (
        r"every(?:one|body)?|all (?:\w+ )?(?:plans?|users?|customers?|tiers?|subscribers?|editions?)|"
        r"any(?:one|body)?|each (?:plan|user|customer)|"
        r"worldwide|unlimited|whatever|however many|across the board|no matter",
        r"only|reserved|limited to|restricted|exclusive\w*|selected|select|except|shuts? out|solely|confined|"
        r"capped|is for \w+ (?:plan|customers)",
    ),
    "outside money": (
        r"bootstrapped|self-funded|self-financed|(?:never|not|n['’]t) (?:taken|raised|had|accepted)[\w ]*|"
        r"no (?:outside |venture )?(?:investors?|money|capital|funding)|"
        r"independent|debt-free|its own (?:money|revenue)",
        r"raised|investors?|invested|backed by|series [a-e]|funding|venture|acquired|owned by|subsidiary|"
        r"belongs to|bought by",
    ),
    "whether it comes off": (
        r"(?:swap|replac|exchang|chang)\w* (?:it|them|one|any|a \w+) (?:means|needs|takes|requires) \w+|fixed|sealed|soldered|glued|welded|(?:can(?:not|['’]t)|not) be (?:swapped|replaced|removed|"
        r"exchanged|detached|changed)|permanent\w*",
        r"hot-?swap\w*|without (?:\w+ )?solder\w*|socketed|clips? off|comes? off|exchange\w*|swap\w*|replaceable|removable|detach\w*|interchangeable|"
        r"user-serviceable|screws? out|modular",
    ),
    "keeping": (
        r"delet\w+|discard\w*|erased?|wiped?|thrown away|throws? away|forgets?|forgotten|purged?|not? (?:kept|"
        r"stored|saved|retained)",
        r"kept|stored?|stores|retain\w*|saved|keeps?|archived?|logged|remembers?|on file",
    ),
    "by hand": (
        r"automatic\w*|by itself|on its own|without (?:asking|approval|anybody|anyone|human)|unattended|"
        r"unsupervised|autonomous\w*|hands-off",
        r"approv\w+|asks? (?:you )?(?:first|before)|manual\w*|by hand|sign-off|confirm(?:s|ed|ation)? (?:each|"
        r"every)|human review|yourself",
    ),
    "what still fits": (
        r"unchanged|compatible|drop-in|as before|without (?:changes?|modification)|untouched|as they are|"
        r"still (?:run|work|load)s?",
        r"port(?:ed|ing)?|rewrit\w+|rewrote|breaks?|breaking|broken|incompatible|migrat\w+|adapt(?:ed)?|"
        r"recompil\w+|must be updated",
    ),
    "interruption": (
        r"no downtime|zero[- ]downtime|without (?:downtime|interruption|an outage|a restart)|rolling|"
        r"while it runs|no (?:outage|restart|interruption)",
        r"outage|downtime|stop(?:ped)? the|shut(?:ting)? down|offline|maintenance window|restart\w*|interrupt\w*",
    ),
    "water": (
        r"water-?proof|water-?resistant|IP[X6]\d|IPX\d|submers\w+|rain-?proof|in the (?:pool|shower|rain)",
        r"no protection|away from (?:water|the pool|rain)|(?:damag|ruin|kill)\w* (?:by|in) (?:water|rain)|"
        r"unprotected|must stay dry",
    ),
    "whether it can be turned off": (
        r"(?:can(?:not|['’]t)|no way|impossible|not possible) [\w ]{0,12}(?:switch|turn|disable|"
        r"opt)\w*(?: off| out)?|always on|permanently|mandatory|compulsory|forced",
        r"toggle|(?:switch|turn)(?:es|s|ed)? (?:\w+ ){0,3}off|disabled?|opt out|optional\w*|voluntary",
    ),
    "who wins": (
        r"faster|quicker|outperforms?|beats?|ahead of|wins?|won|better|surpass\w*|leads|first place|tops|best|"
        r"cheaper|lighter",
        r"slower|behind|trails?|loses?|lost|worse|lags?|last place|inferior|short of|beaten|dearer|heavier",
    ),
    "rise or fall": (
        r"rose|rises?|grew|grows?|increas\w+|climb\w*|gain\w*|doubl\w+|rais\w+|went up|up by|more expensive|dearer",
        r"fell|falls?|shrank|shrinks?|decreas\w+|declin\w*|lost|halv\w+|cuts?|lower\w*|went down|down by|"
        r"dropp\w*|cheaper|reduc\w+",
    ),
    "watching": (
        r"(?:no|zero|without|collects? no|sends? no) (?:telemetry|tracking|statistics|analytics|usage data|"
        r"personal data)|tracks? nothing|collects? nothing|tracker-free",
        r"telemetry|usage (?:statistics|data|counts?|figures|reports?|numbers|information|metrics|patterns)|statistics|metrics|analytics|track\w*|collects?|crash reports|profil\w+|"
        r"reports? (?:back|home)|phon(?:es|ed|ing) home|(?:sends?|sent) (?:\w+ ){0,3}home",
    ),
    "advertising": (
        r"ad-free|free of (?:ads|adverts|advertis\w+)",
        r"ads|adverts?|advertis\w+|banners?|sponsored \w+|commercials",
    ),
    "material": (
        r"metal\w*|steel|alumin\w+|titanium|brass|magnesium|cast iron",
        r"plastics?|polycarbonate|nylon|ABS",
    ),
    "origin of the data": (
        r"licensed (?:\w+ )?(?:pictures|images|photos|data|text|books|music|recordings|works)|with (?:permission|consent)|"
        r"public[- ]domain|consent\w*|opted in",
        r"scrap(?:ed|es|ing)|crawl(?:ed|s|ing)|without (?:permission|consent|asking)|pirated",
    ),
    "noise": (
        r"fan-?less|silent\w*|noiseless|inaudible|without a fan|no moving parts",
        r"fans?|whirrs?|whirring|hums?|noisy|loud|audible",
    ),
    "light": (
        r"back-?lit|back-?light\w*|front[- ]?li(?:t|ght)\w*|illuminated|light of any kind|light of its own",
        r"unlit|reading lamp|needs? (?:a|another) (?:lamp|light)",
    ),
    "help by phone": (
        r"phone (?:support|line|number)|by (?:tele)?phone|over the phone|telephone|hotline|(?:ring|call|phone) (?:us|our|them|the)",
        r"(?:email|chat|forum|tickets?) only|e-mail only|only (?:by|via|through|over) (?:e-?mail|chat|tickets?|the forum)",
    ),
    "leaving": (
        r"cancel\w* (?:at )?any ?time|at any time|month by month|no (?:contract|commitment|minimum term|notice)",
        r"minimum term|notice period|(?:months?|weeks?|days?)['’]? notice|commit\w* (?:to|for)|tied (?:in|to)|contract (?:of|for|runs)",
    ),
    "what powers it": (
        r"recharge\w*|rechargeable|charg(?:es|ed|ing) (?:over|via|by|through|from)|charging port",
        r"disposable|(?:button|coin) cells?|AAA?(?: batter(?:y|ies)| cells?)|mains only",
    ),
    "at what hours": (
        r"24 hours|24/7|24h|around the clock|round the clock|day and night|at any hour|at all hours|at any time|never clos\w+",
        r"clos(?:es?|ed) (?:between|at|on|from|over)|(?:opening|office|business|working) hours|weekdays only|at night|"
        r"monday to friday|from (?:\d+|nine|eight|ten)(?: ?[ap]m|:\d\d)? (?:to|until)",
    ),
    "whether it can be extended": (
        r"expand\w*|extend\w*|extensible|card slot|memory cards?|micro-?sd\w*|upgrad(?:e?able|ed)",
        r"soldered|built-in only|fixed (?:storage|memory)|sealed",
    ),
    "since when": (
        r"from day one|since (?:the|its) (?:first|beginning|start|outset|launch)|from the (?:start|beginning|"
        r"outset|first)|at launch|from launch|day-one",
        r"only (?:learnt|learned|added|came|arrived|now)|not at launch|missing at launch|launched without|"
        r"in this release|came later|added (?:later|in|with)|"
        r"too late|for the first time",
    ),
    "need": (
        r"without (?:a|an|any)?|no need|(?:needs?|requires?|takes?) no|(?:no|not) (?:\w+ ){1,2}(?:needed|"
        r"required|necessary)|unnecessary|optional|"
        r"(?:do|does|is|are)n['’]t (?:need|require)\w*",
        r"needs?|required?|requires|must|have to|has to|obligatory|mandatory|necessary|demands?|insists?|"
        r"depends? on|impossible without",
    ),
    "going on": (
        r"keeps? (?:on )?\w+ing|continues? (?:to|\w+ing)|goes on \w+ing|carr(?:y|ies) on",
        r"stop(?:s|ped) \w+ing|ceas(?:es|ed) (?:to|\w+ing)|quits?|gives? up|gave up",
    ),
    "maturity": (
        r"stable|production(?:-| )?(?:ready|grade|use)?|mature|out of beta|finished|final|generally available|"
        r"in production",
        r"beta|alpha|experimental|preview|early access|unfinished|prototype|not ready|unstable|work in progress",
    ),
    "safety": (
        r"encrypted|secure|no (?:vulnerabilit\w+|breach|leak\w*|incident)|never been (?:breached|hacked)|clean bill",
        r"unencrypted|plain ?text|in the clear|breach\w*|leak\w*|vulnerab\w+|hacked|stolen|insecure|exposed",
    ),
    "permission": (
        r"may|allow(?:s|ed)?|permit(?:s|ted)?|welcome|free to|legal|you can|right to",
        r"must ?n[o'’]t|may not|forbid\w*|forbade|prohibit\w*|bans?|banned|illegal|not allowed|barred|"
        r"rules? out|ruled out|off limits|blocked",
    ),
    "ability": (
        r"supports?|works?|handles?|can|able to|offers?|includes?|comes with|ships with|has an?|has its own|"
        r"built-in|accepts?|takes|understands?|recognis\w+",
        r"lacks?|lacking|can(?:not|['’]t)|unable|does(?:n['’]t| not)|do(?:n['’]t| not)|no way|missing|absent|"
        r"there(?:['’]s| is| are) no|gibberish|fails?|refuses?|"
        r"rejects?|not (?:supported|offered|available|possible|included)|impossible|without any|unsupported|"
        r"isn['’]t|won['’]t|returns? an error",
    ),
    "wire": (r"wireless\w*|cordless|bluetooth|over the air", r"wired|cable\w*|cord|plugged"),
    "certificate": (
        r"certified|passed|completed?|in place|awarded|obtained|compliant|holds?|carr(?:y|ies)|has its papers",
        r"uncertified|failed|pending|under ?way|in progress|ongoing|unfinished|not (?:a |yet )?certified|hasn['’]t|lacks|in preparation|being audited|not (?:yet )?(?:been )?(?:issued|certified)|still waiting|applied for",
    ),
    "word of the maker": (r"confirmed|confirms|admit\w*|acknowledg\w*", r"denied|denies|disput\w*|reject\w*|refut\w*"),
}
"""By matter: words for the one side and for the other."""

_DENIES = re.compile(
    r"(?:\b(?:no|not|never|nothing|nobody|none|without|neither|nor|cannot|hardly|lacks?)\b|"
    r"n['’]t\b)(?:\W+\w+){0,3}\W+$",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"(?<!\\)[A-Z]")
_REACH = 40
"""Characters before a word in which a denial turns it."""


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    return {matter: (one_pattern(one), one_pattern(other)) for matter, (one, other) in _MATTERS.items()}


@cache
def _matters() -> dict[str, re.Pattern[str]]:
    """Return one expression for the words of both sides of each matter, in lower case."""
    return {
        matter: re.compile(one_pattern(_CAPITAL.sub(lambda found: found[0].lower(), f"{one}|{other}")).pattern)
        for matter, (one, other) in _MATTERS.items()
    }


@cache
def _openings() -> Openings[str]:
    return Openings({matter: f"{one}|{other}" for matter, (one, other) in _MATTERS.items()})


@lru_cache(maxsize=1_024)
def _sides(text: str) -> dict[str, int]:
    """Return the matters on which a sentence takes a side: 1 for the first, -1 for the second."""
    found = {}
    spelt, patterns = lowered(text), _patterns()
    for matter, places in _openings().places(spelt):
        if not _begins(_matters()[matter], spelt, places):
            continue
        one, other = patterns[matter]
        told = [(match, side) for pattern, side in ((one, 1), (other, -1)) for match in finds(pattern, text, places)]
        sides = {_turned(text, match, side) for match, side in told if not _within(match, told)}
        if len(sides) == 1:
            found[matter] = sides.pop()
    return found


def _begins(pattern: re.Pattern[str], text: str, places: list[int] | None) -> bool:
    """Whether an expression finds anything in a text at some of these places; None for anywhere."""
    if places is None:
        return pattern.search(text) is not None
    return any(pattern.match(text, place) for place in places)


def _within(match: re.Match[str], told: list[tuple[re.Match[str], int]]) -> bool:
    """Whether what was found is part of something longer: ``commercial use`` of ``rules out commercial use``."""
    (start, end) = match.span()
    return any(
        first <= start and end <= last and last - first > end - start
        for first, last in (each.span() for each, _ in told)
    )


def _turned(text: str, match: re.Match[str], side: int) -> int:
    """Return the side that words tell, or the other where they are denied."""
    return -side if _DENIES.search(text[max(0, match.start() - _REACH) : match.start()]) else side


def opposed(a: str, b: str) -> list[str]:
    """Return the matters on which two sentences take opposite sides."""
    ours, theirs = _sides(a), _sides(b)
    return [matter for matter, side in ours.items() if theirs.get(matter) == -side]
