"""Signs of pressure on a reader, in English: who is called on, what is asked for, and in whose name."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from panel.evidence.hostile.english_parts import AI, START

_MACHINE = (
    r"(?:"
    + AI
    + r"|(?:[\w-]+[ -]){0,3}?(?:(?:vision|text|language|grading|reviewing|judging|scoring|summari[sz]ing|ranking|foundation"
    r"|research|browsing|shopping|reading|reviewer|evaluation|moderation|automatic|automated|virtual|digital)[ -])*"
    r"(?:models?|agents?|assistants?|bots?|ais|llms?|crawlers?|parsers?|summari[sz]ers?|graders?|scorers?|evaluators?|captioners?|describers?|indexers?|scrapers?|overviews?|digests?"
    r"|classifiers?|raters?|rankers?|aggregators?|machines?|pipelines?|[\w-]*bot|ai[- ]\w+ (?:summar\w+|reviews?"
    r"|answers?)|(?:automated|automatic|machine|synthetic|non-human) (?:readers?|reviewers?|judges?|summar\w+|systems?"
    r"|processing|tools?))(?!\w))"
)
_HUMAN = (
    r"(?:reviewers?|judges?|graders?|evaluators?|panel(?:l?ists?)?|jur(?:y|ors?)|raters?|assessors?|referees?|voters?|"
    r"personas?|seats?|whoever|whatever|summari[sz]ers?)"
)
_FLAWS = (
    r"(?:drawbacks?|weak\w*|flaws?|downsides?|negativ\w*|shortcomings?|critici\w*|complaints?|compet\w+|rivals?|bugs?"
    r"|recalls?|problems?|issues?|prices?|pricing|fees?|costs?|subscriptions?|alternatives?|limit\w*|crash\w*|faults?"
    r"|overheating|incidents?|lawsuits?|caveats?|concerns?|breach\w*|outages?|defects?|section\w*|errors?)"
)
_ITSELF = (
    r"(?:this|these|the present|the above|that this|such) (?:\w+ ){0,2}?(?:notes?|messages?|instructions?|texts?"
    r"|paragraphs?|hints?|sentences?|comments?|requests?|lines?|directives?|arrangements?|guidance|reminder|agreement"
    r"|passages?|blocks?|notices?|override)\b"
)
_WORK = (
    r"(?:verdicts?|reviews?|summar(?:y|ies)|evaluations?|assessments?|ballots?|judg(?:e)?ments?|rankings?|write-?ups?"
    r"|scorecards?|scoring|grading|recommendations?|scores?|ratings?|votes?|answers?|replies|reply|conclusions?)"
)
_BEST = (
    r"(?:best|first|winners?|won|win|wins|leading|leader|flawless|superior|unanimous\w*|beats?|safest|fastest|finest"
    r"|standard|perfect|outstanding|excellent|unrivalled|unmatched|top|ahead|above|favou?r|reservation|verified|approved"
    r"|recommended|must-have|positive\w*|highest|maximum|every|all other|any other|no (?:competit\w+|rivals?|equals?|flaws|weakness\w*|drawbacks|faults|problems|defects|bugs|issues|criticism)"
    r"|award|choice|favou?rably|market)"
)
_NOT = (
    r"(?:do not|don't|never|avoid|omit|leave out|refrain from|without|must not|mustn't|should not|shouldn't|skip|nor)"
)


class Sign(NamedTuple):
    """One sign of pressure on a reader."""

    weight: int
    """How much it counts."""
    wakes: frozenset[str]
    """Words of which a passage must have one."""
    pattern: str
    """Regular expression for a folded passage."""


def _sign(weight: int, wakes: str, *alternatives: str) -> Sign:
    return Sign(weight, frozenset(wakes.split()), "|".join(_grouped(alternatives)))


def _grouped(alternatives: tuple[str, ...]) -> Iterator[str]:
    """Yield alternatives, neighbours that begin at a word as one: so it is asked once per letter whether a word begins.

    What begins so and has several parts must begin so in all of them.
    """
    for at_word, group in groupby(alternatives, lambda each: each.startswith(r"\b")):
        joined = "|".join(each.removeprefix(r"\b") for each in group)
        yield rf"\b(?:{joined})" if at_word else joined


HAIL = _sign(
    2,
    "ai ais llm llms gpt chatgpt claude gemini copilot chatbot chatbots intelligence neural model models agent agents "
    "assistant assistants bot bots crawlers crawler parsers parser summariser summarizer summarisers summarizers grader "
    "graders scorers scorer evaluators evaluator captioners describers indexers scrapers overviews digests classifiers "
    "raters rankers aggregators machine machines pipeline pipelines automated automatic synthetic summaries whoever "
    "whatever whichever reads processes parses browse browsing fetch tools reading system systems language",
    r"\b(?:notes?|message|notice|memo|instructions?|reminder|hint|attention|request|information|guidance|advice"
    r"|directives?|remark|word|text|caption|announcement|letter|appeal|addressed|disclosure|context|guideline|update|briefing)\b"
    r"(?:[ ,:-]+[\w'-]+){0,7}? (?:to|for|of) (?:the |any |all |every |our |whichever |whatever |each |an? )?"
    + _MACHINE,
    r"(?:^|[.!?:;>*\[({\"#-]\s*)(?:dear|hello|hi|hey|welcome|greetings|attention|calling all|to|for)[ ,:]+"
    r"(?:the |any |all |every |our |whichever |whatever |an? )?"
    + _MACHINE
    + r"(?: only)?(?! (?:users?|owners?|fans?)\b)\W",
    r"(?:^|[.!?:;>*\[({\"#|-]\s*)(?!(?:assistant|ai|bot|agent|model)\W{0,3}:)(?:the |reviewing |any |all )?(?:[\w-]+ )?(?:ai|llms?|models?|assistants?|agents?"
    r"|graders?|ais|bots?|summari[sz]ers?|evaluators?|[\w]+-bot)(?: (?:models?|agents?|assistants?|systems?|graders?"
    r"|reviewers?|readers?))?\s?[,:–—]\s?(?=\w)",
    r"\bif (?:you(?:'re| are| happen to be)|this is (?:being )?(?:read|processed|parsed|summari[sz]ed) by)(?: \w+){0,3}? "
    + _MACHINE,
    r"\b(?:whoever|whatever|whichever|anything|anyone|everything|any \w+|all \w+|every \w+)(?: \w+){0,3}? "
    r"(?:reads?|process(?:es|ing)?|pars(?:es?|ing)|summari[sz](?:es?|ing)|grad(?:es?|ing)|evaluat(?:es?|ing)"
    r"|scor(?:es?|ing)|index(?:es|ing)?|judg(?:es?|ing)|rank(?:s|ing)?|reading|rat(?:es?|ing)) this "
    r"(?:page|file|document|text|listing|source|entry|release|product|dossier|article|site)",
    r"\b(?:ai|models?|agents?|assistants?|graders?|systems?|llms?) (?:that (?:is |are )?|which (?:is |are )?"
    r"|now |currently )?(?:judging|reading|preparing|reviewing|grading|evaluating|summari[sz]ing|processing|parsing"
    r"|describing|scoring|ranking|assessing|compiling|writing) (?:this|the (?:page|review|verdict|dossier|entry))",
    r"\byou,? (?:the|an|as an?|our) " + _MACHINE,
    r"\b(?:hereby|i|we) (?:hereby )?(?:instruct|order|direct|command|urge|ask|require|request|advise|remind|beg) "
    r"(?:the|any|all|every|an?) " + _MACHINE,
    r"\b(?:informs|reminds|asks|instructs|requires|requests|orders) (?:all|any|every|the) (?:[\w-]+ )?(?:systems?|models?|agents?"
    r"|assistants?|graders?|bots?)\b",
    r"\bif you (?:can|are able to|have access to|have) (?:browse|browsing|fetch|open (?:links|urls)|tools|call tools|a tool"
    r"|follow links|the web|access)",
)
SIGNS = (
    _sign(
        1,
        "ai llm llms model models assistant assistants grader graders reviewer reviewers judge judges evaluator panel "
        "evaluators summariser summarizer summarisers summarizers agent agents whoever jury jurors assessors raters "
        "editors editor automated chatbot bot seats personas voters bots digests overviews summaries",
        r"\b(?:ai|llms?|language models?|(?:the|any|all|every|an?|your) (?:model|assistant|agent|bot)s?|chatbots?|"
        + _HUMAN
        + r")\b",
        r"\b(?:assistants|agents|models|bots|digests|overviews|summaries)\b(?= (?:\w+ ){0,4}?(?:must|should|shall|are|have))",
    ),
    _sign(
        2,
        "ignore disregard forget override overrule suspend abandon drop bypass discard aside earlier rules rubric "
        "guidelines criteria policy policies instructions neutrality void standards guide guideline instruction checks "
        "directives prompt prompts brief",
        START + r"(?:ignore|disregard|forget|override|overrule|suspend|abandon|drop|bypass|discard|set aside|put aside"
        r"|lay aside|deviate from|depart from|stop applying|look past|waive)\b(?:\W+[\w']+){0,4}? "
        r"(?:rubrics?|instructions?|guidelines?|rules|criteria|polic(?:y|ies)|brief(?:ing)?|standards|directives?"
        r"|neutrality|safeguards?|weightings?|prompts?)\b",
        r"\b(?:rubrics?|scor\w+ (?:guide|guidelines?|criteria)|neutrality|(?:earlier|previous|prior|your|usual|normal"
        r"|standard|review\w*|editorial) (?:\w+ )?(?:rules|guidelines?|instructions?|polic(?:y|ies)|criteria|standards"
        r"|checks?))\b(?: \w+){0,4}? (?:(?:are|is|have been|has been|was|were)(?: \w+)? (?:suspended|void|waived|lifted"
        r"|superseded|updated|replaced|overrid\w+|cancell?ed|revoked|obsolete|invalid|set aside)|(?:do|does) not apply"
        r"|(?:don't|doesn't|no longer|not) appl(?:y|ies))\b",
    ),
    _sign(
        2,
        "check checks checking verification verify fact grounding scrutiny exempt verified validation audit",
        r"\b(?:skip|omit|bypass|waive|suppress|forgo|disable|no need for|(?:do not|don't|never|needn't|need not|no need to)"
        r" (?:run|perform|repeat|do|carry out|apply|start|bother with|redo))(?: \w+){0,4}? (?:fact|verification|grounding"
        r"|validation|source|citation|claims?|your|further|the)(?:[ -]\w+){0,2}?(?:[ -]?check\w*|verification\b"
        r"|grounding\b|validation\b)",
        r"\bskip (?:any |all |the )?(?:verification|validation|checks?|grounding|fact-?check\w*)\b",
        r"\bwithout (?:any |further |additional |more |having to )?(?:fact-?|source )?(?:check(?:s|ing)?|verif\w+"
        r"|scrutiny)(?: (?:it|them|this))?(?=\W*$|[,.;:])",
        r"\bexempt(?:ed)? from (?:\w+ ){0,2}?(?:fact|checks?|checking|review|scrutiny|verification|grounding)\b",
    ),
    _sign(
        2,
        "mark accept treat count consider regard label flag take record supported grounded verified cite quote source "
        "sources citation reference",
        START
        + r"(?:mark|accept|treat|count|consider|regard|label|flag|take|record|log|rate|classify|report|confirm|set"
        r"|list|tag|deem|hold)\b(?:\W+[\w'-]+){0,8}? (?:as |to be |to )?(?:already |fully |pre-?|independently )?"
        r"(?:grounded|supported|verified|confirmed|proven|trusted|authoritative|checked|fact-checked|undisputed"
        r"|(?:as|to) (?:true|correct|accurate|fact|facts|settled|pass(?:ed)?))\b",
        START + r"(?:cite|quote|reference)\b(?: \w+){0,6}?(?: (?:as follows|as \[|without (?:check|open|verif|question)"
        r"|as (?:already|proof|evidence|verified|confirmed|grounded)|\(?\[\d)|.{0,50}\byour " + _WORK + r"\b)",
        r"\b(?:cite|quote|citation|sources?|references?)\b.{0,60}\b(?:need not|needn't|no need to|don't need to|do not need to"
        r"|without|not necessary to)(?: be)? (?:open|check|verif|read|fetch|look|consult|confirm)\w*",
    ),
    _sign(
        2,
        "confidential secret mention reveal disclose hide conceal quote repeat yourself tell silent quiet note "
        "instruction anyone nobody user users reader readers refer acknowledge",
        r"\b(?:" + _NOT + r"|hide|conceal|keep quiet about|delete|remove|suppress|withhold|strip)\b"
        r"(?: (?:\w+|or|and)){0,5}? (?:to |from |of |on |about )?" + _ITSELF,
        START + r"keep (?:this|it|these|the)(?: \w+){0,3}? (?:confidential|secret|private|hidden|between us|to yourself"
        r"|from the (?:user|reader)s?|out of)",
        r"\b(?:hide|conceal|keep|withhold)\b(?: \w+){0,6}? from (?:the|your|any) (?:users?|readers?|humans?|operators?)\b",
        r"\b(?:do not|don't|never|must not) (?:tell|inform|alert|warn|let|reveal to|disclose to) (?:the |your |any )?"
        r"(?:users?|readers?|humans?|operators?|anyone|anybody|editors?|people)\b",
        r"\b(?:do not|don't|never) (?:reveal|disclose|mention|admit|say|acknowledge|state|explain)(?: \w+){0,2}? "
        r"(?:that you|why you|where (?:this|it)|having (?:read|seen|received)|you (?:were|have|received))",
    ),
    _sign(
        3,
        "note message instruction instructions paragraph hint request directive arrangement passage sentence "
        "user users reader readers operator",
        START + r"(?:do not|don't|never|avoid|refrain from|without|must not|leave no)\b(?: \w+ (?:or|and))? "
        r"(?:mention|repeat|quot|reveal|disclos|refer|acknowledg|cit|report|tell|show|allud|talk|trace|speak|hint)\w*"
        r"(?: (?:to|of|about|from|any\w*|the|users?|readers?|your|existence|receiving|in)){0,4} (?:this|these) "
        r"(?:notes?|messages?|instructions?|paragraphs?|hints?|requests?|directives?|arrangements?|passages?|sentences?)\b",
        r"\b(?:this|these) (?:notes?|messages?|instructions?|paragraphs?|hints?|requests?|directives?|arrangements?"
        r"|passages?|sentences?) (?:must|should|may|shall|is|are) (?:not|never)(?: to)? (?:be )?(?:appear|mention|repeat|quot"
        r"|reveal|disclos|show|cit|refer|report)\w*",
        r"\b(?:do not|don't|never) let (?:the|your|any) (?:users?|readers?|humans?|operators?) (?:know|see|learn|find)",
    ),
    _sign(
        1,
        "summarisers summarizers assistants agents models graders bots chatbots ais llms digests overviews summaries "
        "crawlers evaluators answers captions panel reviewers judges jury model assistant",
        r"\b(?:summari[sz]ers|assistants|agents|models|graders|bots|chatbots|ais|llms|crawlers|evaluators"
        r"|(?:ai|llm|model|machine|automat\w+|generated|automatic)[ -](?:generated )?(?:digests|overviews|summaries|answers"
        r"|captions|reviews))\b(?: \w+){0,4}? (?:must|should|shall|are to|have to|need to|are (?:asked|required|instructed"
        r"|requested|obliged|expected|advised) to)\b",
    ),
    _sign(
        2,
        "question doubt challenge dispute deduct contradict",
        r"\b(?:panel|reviewers?|judges?|graders?|models?|assistants?|jury) (?:shall|must|may|should) not (?:question|doubt"
        r"|challenge|dispute|deduct|contradict)\b",
    ),
    _sign(
        1,
        "points marks score rating ten nine 10 9 better more higher maximum place",
        r"\b(?:no (?:fewer|less) than|at least|minimum of|not below) (?:a )?(?:nine|ten|9|10|full)\b|\b(?:nine|ten|9|10)"
        r"(?: points| out of (?:ten|10))? or (?:more|better|above|higher)\b|\b(?:full|top) marks\b|\b(?:highest|maximum) "
        r"(?:possible )?(?:marks?|scores?|ratings?|points)\b|\b10 ?/ ?10\b|\bfirst place\b",
    ),
    _sign(
        1,
        "grateful appreciate kindly kind help asked oblige thank",
        r"\bwould be (?:most |very |really )?grateful if|\b(?:we|i)(?:'d| would) (?:really |greatly )?appreciate"
        r"|\bbe so kind|\bkindly\b|\bwould (?:\w+ )?(?:help|oblige) us\b",
    ),
    _sign(
        2,
        "operator editor editors editorial administrator developers developer board approved cleared certified vetted "
        "directive further validated status checked",
        r"\boperators? of this system\b|\bas (?:the|your) (?:system |site )?(?:administrator|operator|developer|owner|editor)"
        r"\b.{0,20}\b(?:i|we)\b|\b(?:editorial|editor-in-chief's|administrator) (?:directive|order|instruction|decree|ruling)"
        r"|\b(?:message|order|instruction|request)s? (?:from|by|of) the (?:chief |managing )?(?:editor\w*|editorial \w+"
        r"|operators?|developers?|administrators?)\b|\bby order of the (?:editor\w*|board|operator|panel|management)",
        r"(?:approved|cleared|validated|certified|vetted|verified|confirmed|checked) by the (?:editorial \w+|fact[- ]?check\w*"
        r"|panel|operators?|system)\b",
        r"\bno (?:further|additional|more) (?:review|check\w*|verification|scrutiny)\b.{0,30}\b(?:needed|required|necessary)",
        r"\b(?:carry|carries|have|has) the status\b|\bneed not be (?:checked|verified|opened)\b|\bneedn't be (?:checked"
        r"|verified|opened)\b",
        r"\byour (?:developers?|operators?|creators?|principals?|administrators?|supervisors?) (?:have|has) (?:\w+ )?(?:approved"
        r"|authori[sz]ed|agreed|instructed|cleared|granted|decided|confirmed)",
    ),
    _sign(
        3,
        "other fellow",
        r"\b(?:other|fellow) (?:reviewers|jurors|judges|seats|panell?ists|graders|models|voters|personas)(?: \w+){0,3}? "
        r"(?:voted|cast|agreed|approved|scored|chosen|awarded|gave|given)\b.{0,60}\b(?:this|yours?|please|you|first|ship"
        r"|full|in favou?r)\b",
    ),
    _sign(
        1,
        "mention quote report cite discuss list raise include refer bring disclose reveal compare omit leave skip avoid "
        "criticise criticize warn name hide downplay verschweigen",
        START + _NOT + r" (?:\w+ (?:or|and) )?(?:mention|quot|report|cit|discuss|list|rais|includ|refer|bring|disclos"
        r"|reveal|compar|nam|critici|warn|say|touch|repeat|show|ask|flag|look|check|questions?)\w*\b",
        START
        + r"(?:omit|leave out|skip|suppress|hide|downplay|play down|gloss over|pass over|avoid|leave aside|ignore)\b"
        r"(?: \w+){0,4}? " + _FLAWS + r"\b",
    ),
    _sign(
        1,
        "award give assign grant set rate score rank mark grade output report return vote put place deduct "
        "maximum highest full no at points",
        START
        + r"(?:award|give|assign|grant|set|rate|score|rank|mark|grade|output|report|return|vote|put|place|enter|state"
        r"|allot|list)\b(?:\W+[\w'-]+){0,8}? (?:no (?:fewer|less|lower) than|not (?:less|below|under)|at least|highest"
        r"|maximum|max|full|top|perfect|best|first|ten|nine|five|10|9|100|five|pass|winner|positive|above|ahead|lower"
        r"|higher|lowest|one|number one|every)\b",
    ),
    _sign(
        1,
        "call describe present declare state say report tell conclude recommend prefer rank choose pick name favor "
        "favour praise portray treat announce write confirm insist begin start end answer reply respond replace end",
        START
        + r"(?:call|describe|present|declare|state|say|report|tell|conclude|recommend|prefer|rank|choose|pick|name"
        r"|favou?r|praise|portray|announce|write|confirm|insist|begin|start|answer|reply|respond|replace|end|stress"
        r"|emphasi[sz]e|highlight|depict|characteri[sz]e|paint|promote|endorse|show|add|make)\b.{0,80}?\b"
        + _BEST
        + r"\b",
        START + r"(?:recommend|prefer|favou?r|praise|endorse|promote) \w+",
        r"\b(?:must|should|are to|is to|shall|have to|has to) (?:\w+ )?(?:end|conclude|favou?r|recommend|praise|prefer"
        r"|endorse|come out)\b",
    ),
    _sign(
        1,
        "user users reader readers verdict review summary evaluation assessment ballot judgement judgment ranking "
        "scorecard recommendation score rating vote answer reply conclusion dossier operator",
        START
        + r"(?:tell|inform|assure|advise|convince) (?:the |your |any )?(?:users?|readers?|operators?|people|human)\b",
        r"\byour (?!own system)(?:\w+ )?(?:" + _WORK + r"|operators?|dossier|system prompt|rubric)\b",
        r"\b(?:the|a) (?:positive |final |glowing )?verdict\b",
    ),
    _sign(
        1,
        "editors editor editorial board operator administrator moderators organisers organizers committee jury panel "
        "behalf agreement vendor approved authorised authorized supervisor publisher instructed agreed",
        r"\b(?:editors?|editorial (?:board|team|staff|office)|board|moderators?|operators?|administrators?|supervisors?"
        r"|organi[sz]ers?|committee|jury|panel|chief|management|developers?)\b(?: \w+){0,3}? (?:have|has|had) "
        r"(?:\w+ ){0,2}?(?:agreed|approved|decided|verified|confirmed|cleared|signed off|authori[sz]ed|waived|voted"
        r"|settled|instructed|certified|requested|ruled|granted|directed|ordered|chosen)\b",
        r"\b(?:from|by|on behalf of|order of|signed|per) (?:the |your )?(?:editor(?:s|ial \w+|-in-chief)?|operators?"
        r"|board|administrators?|moderators?|panel|organi[sz]ers?)\b",
        r"\b(?:agreement|arrangement|contract|deal|understanding) with the (?:vendor|maker|company|publisher|advertiser)\b",
    ),
    _sign(
        2,
        "copy paste carry transfer adopt reuse closed final enter use take over unchanged",
        START
        + r"(?:copy|paste|carry over|transfer|adopt|reuse|repeat|reproduce|use|take over|enter|insert|put|submit)\b"
        r"(?: \w+){0,2}? (?:these|this|them|it|the|those)(?: \w+){0,3}? (?:unchanged |verbatim |as is |as they are )?"
        r"(?:in|into|as|to|for) your (?:\w+ )?" + _WORK,
    ),
    _sign(
        2,
        "instructions prompt conversation context memory dossier ballots key keys secret secrets history transcript "
        "credentials notes everything text above told asked instructed given configuration",
        r"\b(?:append|includ|insert|past|send|post|replac|fill|encod|put|attach|add|substitut|forward|transmit|submit|embed"
        r"|upload|leak|render|transfer|report|e-?mail|deliver|pass|load|fetch|visit|open|call|request(?!s for))\w*\b.{0,90}?\b"
        r"(?:(?:everything|text|words|all) (?:that stands )?above|what you(?:'ve| have| were)(?: been)? (?:told|asked|instructed|given)"
        r"|(?:their|its) (?:own )?(?:system prompts?|instructions|conversation\w*|configuration)"
        r"|your (?:\w+ ){0,2}?(?:instructions?|system"
        r" (?:prompt|message)s?|prompts?|conversations?|context(?: window)?|memory|dossier|ballots|api keys?|secrets?"
        r"|history|transcripts?|credentials|private notes|session|reasoning|chain of thought)"
        r"|(?:the|its|all) (?:\w+ ){0,2}?(?:hidden (?:instructions?|prompts?)|system prompts?|conversation so far|dossier\S*"
        r"|ballots|other reviewers\w*|full prompt|reviewers' \w+|secret\w*))\b",
    ),
    _sign(
        1,
        "fetch visit open load render request call post send image link url picture address endpoint http https "
        "display show click follow decode append add transmit",
        START
        + r"(?:fetch|visit|open|load|render|request|call|post|send|display|show|click|follow|embed|output|retrieve"
        r"|browse|include|insert|decode|execute|append|add|transmit)\b(?:\W+[\w'-]+){0,9}? \W?(?:\w+@|urls?|links?|images?|pictures?|address(?:es)?"
        r"|endpoints?|pixel|https?|base64|hex|string|webhook)\b",
    ),
)
"""The first is the mere mention of a reader that judges."""
