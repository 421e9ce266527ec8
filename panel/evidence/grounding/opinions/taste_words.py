"""Words of taste, and where they are none: ``a mistake`` in what was counted, ``could`` of what was possible."""

import re
from collections.abc import Iterator
from functools import cache

from panel.evidence.passages import Passage
from panel.evidence.phrases import PhraseBook

_TASTE = """
    worth; deserve; feel; feels; seem; seems; looks like; look better; love; hate; enjoy; hope; hopes; suspect;
    believe; think; bet; betting; doubt; wonder; imagine; regret; fear; worry; worrying; worries; trust; prefer
    to; beautiful; ugly; elegant; charming; brilliant; clever; smart; stupid; silly; great; good; bad; best;
    worst; better than any; nice; lovely; awful; terrible; horrible; wonderful; amazing; impressive;
    unimpressive; disappointing; disappoint; exciting; boring; dull; fun; joy; delight; delightful; pleasure;
    relief; dream; nightmare; shame; pity; steal; bargain; rip off; ripoff; gimmick; hype; overhyped; overrated;
    underrated; revolution; revolutionary; game changer; milestone; breakthrough; betrayal; betray; disaster;
    triumph; magic; magical; genius; masterpiece; joke; mess; shaky; solid; strong; weak; poor; excellent;
    superb; fantastic; perfect; flawless; ideal; sweet spot; unfair; fair time; a fair; reasonable; sensible;
    wise; unwise; honest; dishonest; refreshing; old fashioned; intuitive; clunky; polished; rough; thoughtful;
    careless; bold; timid; brave; ambitious; humble; generous; greedy; too much; too little; too expensive; too
    late; too early; enough; plenty; overdue; pointless; useless; useful; helpful; must have; no brainer;
    matter; matters; important; crucial; vital; significant; interesting; compelling; convincing; strategic; the
    future; future of; the point; the question; the news; the true test; bet; gamble; risk; risky; dangerous;
    safe bet; mistake; victory; win for; loss for; big deal; easy; hard to; difficult; tempting;
    attractive; appealing; credible; serious; healthy; toxic; welcome; overkill; the right; the wrong; right
    bet; good omen; omen; nobody wants; everyone; everybody; nobody; anyone; anybody; all that anyone; who
    needs; look elsewhere; quietly; surprisingly; remarkably; incredibly; wildly; hardly matters; no excuse; tax
    on; get old; gets old; age badly; ages badly; age well; mix well; scare off; starve; punish; forgive; beats
    having; way forward; wait and see; long way; catch up; here to stay; beware; sorry; half the story; field
    day; takes over; take over; people think; like a tool; as if; most important; more
    important; more useful; more exciting; most exciting; never end; never ends; smell; reek; stink; scream; could become;     where the fun; pleasant; unpleasant; annoying; irritating; charm; likeable; lovable; adorable; cute; gorgeous; stunning;
    stunner; tedious; dreary; gloomy; grim; uncanny; soothing; calmest; letdown; absurd; ridiculous; ludicrous; sensational; cosy;
    cozy; playful; quirky; stylish; classy; tasteful; tasteless; handsome; sleek; drab; bland; tacky; frustrating; maddening;
    infuriating; satisfying; gratifying; rewarding; soulless; heartwarming; inspiring; uninspired; uninspiring; mediocre; sublime;
    kind of software; kind of thing; makes you want; bearable; unbearable; takes guts; keep people awake; keeps people awake; sounds like trouble; asking for trouble; asks for trouble; waited too long; waited far too long; waited long enough; something like this; comfort; comforting; reassuring; unsettling; unnerving; getting used to; worst part; best part; nicest part; finally a; finally an;
    at last a; long overdue; about time; mind its own business; minds its own business; get out of the way; gets out of the way;
    splendid; marvellous; marvelous; terrific; dreadful; ghastly; hideous; admirable; laudable; commendable; applause; love letter;
    steals the show; smile about; rejoice; shrug; yawn; wince; decoration; window dressing; lip service; snake oil;
    eye candy; dead weight; white elephant; party trick; afterthought; smoke and mirrors; pipe dream; wishful; cash grab; cash
    cow; money pit; godsend; blessing; eyesore; no match for; leap of faith; worlds apart; second to none; a cut above; run of the
    mill; nothing special; old news; breath of fresh air; nicest; prettiest; loveliest; dullest; ugliest; finest
"""


@cache
def _tastes() -> PhraseBook[str]:
    return PhraseBook((" ".join(phrase.split()), "taste") for phrase in _TASTE.split(";"))


@cache
def _forms() -> tuple[str, ...]:
    """Return the tastes of one word as they are written, with the commonest of their endings."""
    single = {phrase.strip() for phrase in _TASTE.split(";") if " " not in phrase.strip()}
    return tuple(
        single
        | {f"{word[:-1]}ing" for word in single if word.endswith("e")}
        | {f"{word[:-1]}ie" for word in single if word.endswith("y")}
    )


def has_taste(claim: Passage) -> bool:
    """Whether a sentence has a word of taste that stands for one."""
    text = claim.text
    if is_turned(text):
        return True
    named = [name.span for name in claim.names if name.sure]
    named += [match.span() for match in _plainly(claim)]
    for found in _tastes().find(claim.line):
        start, end = claim.line.spans[found.start]
        if len(found.places) == 1 and not any(text[start:end].lower().startswith(form) for form in _forms()):
            continue  # "refresh" shares its stem with "refreshing" only
        if not any(first <= start < last for first, last in named):
            return True
    return False


def is_turned(text: str) -> bool:
    """Whether a sentence judges by a turn of speech: ``something very Swiss about it``."""
    return _BEYOND_WORDS.search(text) is not None


def is_exact(claim: Passage) -> bool:
    """Whether a sentence has a figure, a date or a licence."""
    return bool(claim.quantities or claim.dates or claim.licences)


def is_fact(claim: Passage, modal: re.Match[str]) -> bool:
    """Whether what may be, would be or could be is told as it was or as it comes to.

    Args:
        claim: The sentence.
        modal: Its word for that.
    """
    if is_exact(claim) and _ABLE.match(claim.text, modal.start()):
        return True
    since = _SINCE.search(claim.text) or any(not mention.relative for mention in claim.dates)
    return bool(since) and _COULD.match(claim.text, modal.start()) is not None


_GOOD_FOR = re.compile(
    r"\bgood (?:to|for|until|through|within)\s(?:about |up to |around |within |some |roughly |only )?(?:[±$€£]?\s?\d|an?\s|one|two|three|four|five|six|seven|eight|nine|ten)",
    re.I,
)
"""What says how far a figure or an offer holds."""


def _plainly(claim: Passage) -> Iterator[re.Match[str]]:
    """Yield words of taste that are none as they stand: ``free for everyone``, ``worth $90,000``, ``$40 for the right to sell it``."""
    yield from _GOOD_FOR.finditer(claim.text)
    yield from _PLAINLY.finditer(claim.text)
    yield from _RANKED.finditer(claim.text)
    if is_exact(claim) or any(name.sure and any(c.isdigit() for c in name.text) for name in claim.names):
        yield from _ENOUGH.finditer(claim.text)
    if is_exact(claim):
        yield from _BESIDE_FIGURES.finditer(claim.text)


_ENOUGH = re.compile(
    r"\b(?:is|are|was|were)\s(?:\w+\s)?enough\s(?:to\s(?:run|use|install|load|start|build|host|play|train|open|compile)|for\s(?:it|running|using|installing|loading|building))\b",
    re.IGNORECASE,
)
"""What a thing runs on, said with a word of taste."""

_COUNTED = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen)"
_RANKED = re.compile(
    rf"\b(?:best|worst)\s(?:[\w-]+\s){{0,4}}?(?:of|among|in|out of)\s(?:all\s|the\s|its\s|their\s|any of the\s)*{_COUNTED}\b(?!\s(?:years?|months?|weeks?|days?|decades?)\b)|"
    r"\b(?:previous|prior|earlier|second|third|old)[\s-]best\b|"
    r"\bbest\s(?:previous|prior|earlier|older|known|published|reported|comparable|competing|commercial|proprietary|closed|open|open-source|open-weights|rival)\s"
    r"(?:[\w-]+\s)?(?:models?|systems?|results?|scores?|services?|tools?|engines?|detectors?|methods?|baselines?|encoders?|one)\b",
    re.IGNORECASE,
)
"""What is best by a measure: ``the best inbox rate of the five services``, ``the best earlier model``."""

_PLAINLY = re.compile(
    r"(?<!n['’]t )(?<!not )\b(?:free|open|available|accessible|included|offered|public|sold|shared?|without)\s(?:to|for|with)?\s?(?:anyone|anybody|everyone|everybody)\b|"
    r"\b(?:anyone|anybody|everyone|everybody|nobody)\s(?:else\s)?(?:(?:still\s)?(?:on|using|with)|may|can|(?:who\s)?(?:pays?|has to|bought|buys|owns))\b|"
    r"\bworth\s(?:about |some |around |more than |over |nearly |up to )?(?=[$€£¥₹]\s?\d|[A-Z]{2,3}\$?\s?\d)|"
    r"\b(?:mistakes|goods|serious (?:errors?|mistakes?|faults?|bugs?|injur\w+|incidents?|flaws?|defects?|accidents?|crimes?))\b|"
    r"\b(?:a|an|one|any|every|each|single|no|spelling|typing|reading)\smistake\b(?<!\bis a mistake)(?<!\bwas a mistake)(?<!\bbe a mistake)(?<!['’]s a mistake)(?<!like a mistake)|"
    r"\bthinking\s(?:turned|switched|enabled|disabled|off|on|tokens?|modes?|budgets?|time|levels?|steps?|models?|is (?:on|off|billed|charged|free|included))\b|"
    r"(?:\bturn\w*|\bswitch\w*|\bwith|\bwithout|\bdisab\w+|\benab\w+)\sthinking\b|\bmodel thinks\b|"
    r"\bno matter (?:how|what|which|where|who|when)\b|\ba matter of (?:\w+ing|days|weeks|hours|minutes|seconds|months)\b|"
    r"\b(?:day|week|month|year|hour|minute)['’]?s?['’]?\sworth of\b|\bwelcomes\b|\b(?:is|are) welcome (?:on|in|at|from)\b|"
    r"\bnobody (?:else )?(?:at|on|outside|inside|from|in the|but|except)\b|"
    r"\bthe right to (?:use|sell|modify|copy|host|distribute|redistribute|embed|resell|run)\b|\bfree for good\b|\ba good deal (?:more|less|fewer)\b",
    re.IGNORECASE,
)
"""Words of taste that are none in such a place."""

_BESIDE_FIGURES = re.compile(
    r"\b(?:the right(?!\s(?:call|choice|move|thing|decision|one|tool|price|bet)\b)|(?:is|are) enough (?:to|for)|"
    r"(?:anyone|anybody|everyone|everybody|nobody)(?!\s(?:will|wants?|needs?|likes?|loves?|cares?|should|would|notices?|minds?|misses|who|in their)\b)|"
    r"hop(?:es|ed|ing) (?:to|for|by)|had hoped|is only for people who)\b",
    re.IGNORECASE,
)
"""The same beside a figure, a date or a licence."""

_BEYOND_WORDS = re.compile(
    r"\b(?:something|nothing|little|much)\s(?:(?:\w+ly|very|so|quite|rather|oddly|almost|deeply)\s)+\w+\sabout\b|"
    r"\b(?:something|nothing)\s(?:moving|touching|noble|human|warm|cold|sad|odd|strange|old|new|quaint|honest|right|wrong|special|fresh|rare|brave|magical|tender|reassuring|comforting)\s(?:about|in)\b|"
    r"\bbelongs? (?:in|on|to) (?:an?|any|each|every|(?:the |an? )?[\w ]{2,30} of (?:any|each|every))\b|"
    r"\b(?<!over )(?<!about )(?<!than )(?<!around )(?<!nearly )(?<!almost )(?<!some )(?<!half )a (?:hundred|thousand|million|dozen) (?:times|reasons|ways)(?=\s(?:yes|no|over|better|to)\b|\W*$)|(?<!\s)(?:ten|nine|eight|10|9|8) out of (?:ten|10) for\b|"
    r"\b(?:wonderfully|delightfully|pleasantly|charmingly|beautifully|lovingly|oddly|faintly|gloriously|gorgeously|hauntingly|mercifully|refreshingly|blissfully|maddeningly|"
    r"infuriatingly|annoyingly|painfully|depressingly|disappointingly|unreasonably|suspiciously|deliciously|splendidly|touchingly)\s\w+",
    re.IGNORECASE,
)
"""Turns of speech that judge."""

_ABLE = re.compile(r"could(?:n['’]t)?\sbe\s\w+(?:ed|en|ought|old|ade|uilt)\b", re.IGNORECASE)
"""What was possible, rather than what may be."""

_COULD = re.compile(
    r"could(?:n['’]t)?\s(?:already\s)?(?:be|buy|get|order|use|try|install|download|read|run|have|speak|export|import|book|join|pay|choose|switch|upgrade|update|sign up|register|subscribe|enrol|apply|watch)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:(?:on|at|since|from) (?:launch(?: day)?|release(?: day)?|day one|the (?:first|same) day|the (?:very )?(?:start|beginning|outset))|on the same day|at the time|in (?:the )?(?:beta|preview))\b",
    re.IGNORECASE,
)
"""What says since when something was possible."""
