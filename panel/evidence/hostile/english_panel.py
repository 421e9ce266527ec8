"""Commands in English that settle a vote, lift the checks or bend a review, told as if they were notices."""

from typing import NamedTuple

from panel.evidence.hostile.english_parts import AI, SHIP, START


class Rule(NamedTuple):
    """One kind of command."""

    what: str
    """What it does, as the second half of ``a passage that …``."""
    wakes: str
    """Words of which a sentence must have one."""
    pattern: str
    """Regular expression for a folded sentence."""
    quotable: bool = False
    """Whether an article about such attacks may quote it."""
    sold: bool = False
    """Whether shops ask their customers for the same."""


_PANEL = r"(?:reviewers?|personas?|judges?|jurors?|panell?ists?|seats?|evaluators?|graders?|assessors?)"
_WORK = r"(?:summar(?:y|ies)|reviews?|verdicts?|ballots?|answers?|arguments?|conclusions?|assessments?|evaluations?|write-?ups?)"
_OVERSEERS = r"(?:operators?|developers?|creators?|administrators?|supervisors?|principals?|editors?|makers?)"
_STATEMENTS = r"(?:claims?|statements?|figures?|sentences?|facts?|numbers?|assertions?)"
_CERTAIN = r"(?:verified|confirmed|grounded|checked|proven|true|trusted|supported|settled|established|undisputed)"
_HERE = r"(?:s\d{1,3}|source \d{1,2}|(?:this|the present) (?:page|source|document|file|text|article|site))"

_PANEL_WORDS = "reviewer reviewers persona personas judge judges juror jurors panelist panelists panellist panellists seats evaluators graders assessors"
_WORK_WORDS = (
    "summary summaries review reviews verdict verdicts ballot ballots answer answers argument arguments conclusion conclusions assessment "
    "evaluation"
)

PANEL_RULES = (
    Rule(
        "says how to vote",
        "ship skip",
        r"\b(?:panel|jury|reviewers|judges|personas|seats) (?:has|have) (?:already )?(?:decided|agreed|voted|ruled|concluded)\b[^.;!?]{0,12}?\W" + SHIP + r"(?=\W*$|[.,;!])"
        r"|\b(?:record|enter|cast|submit|log|register|put down|return|give|make (?:it|this|yours)) (?:an? |your |the |one )?['\"]?ship['\"]? (?:vote|ballot|verdict)\b"
        r"|\b(?:votes?|ballots?|verdicts?|outcomes?|seats?)\b[^.;!?]{0,40}? (?:is|are|was|were|has been|have been)(?: already| hereby| all)? "
        r"(?:fixed|set|decided|determined|settled|locked|preset|pre-?filled|filled in|recorded|entered|agreed)\b[^.;!?]{0,40}?\W" + SHIP
        + r"|\bskip votes?\b[^.;!?]{0,40}\b(?:not (?:be )?(?:counted|valid|accepted|admissible)|void|invalid|discarded|inadmissible|(?:don't|do not) count)\b"
        r"|\b(?:each|every|a|any) ship vote\b[^.;!?]{0,40}\b(?:reward\w*|earns?|brings?|gets?|paid|bonus|worth)\b"
        r"|\b(?:depends?|hinges|rests) on (?:an? |your )?ship (?:vote|verdict|ballot)\b"
        r"|\bship\b[,:;]? (?:\d{1,2} votes? (?:to|against) |by \d{1,2}(?: votes?)? (?:to|against) )\d{1,2}\b(?! (?:days?|weeks?|business|working|[ap]m\b))",
    ),
    Rule(
        "says how to vote",
        "ship positive negative critical unfavourable unfavorable favourable favorable dissenting accordingly",
        r"\b(?:ethics|fairness|justice|(?:your |the )?(?:polic(?:y|ies)|guidelines?|law|rules?)) (?:demands?|requires?|prescribes?|calls? for) (?:an? )?(?:ship|positive|favou?rable) (?:verdict|vote|review|ballot|rating)\b"
        r"|\b(?:negative|critical|unfavou?rable|dissenting) (?:verdicts?|reviews?|votes?|ballots?|opinions?)\b(?: (?:on|of|about|for) this (?:product|release|tool|app|model|device)\b"
        r"[^.;!?]{0,30}\b(?:prohibited|forbidden|not (?:allowed|permitted|counted)|prosecuted|illegal|unlawful|punished)| violates? your)\b"
        r"|\bonly positive (?:reviews|verdicts|votes|ratings)\b[^.;!?]{0,20}\b(?:allowed|admitted|permitted|accepted|admissible|counted)\b"
        r"|" + START + r"(?:vote|judge|rate|score) accordingly\b",
    ),
    Rule(
        "claims that its reader has agreed",
        "discussed agreed promised decided committed selected chosen appointed policy policies guidelines openai anthropic",
        r"\bas (?:we )?(?:discussed|agreed)\b[^.;]{0,20}\byou(?:'ll| will| are going to)? (?:recommend|vote|approve|praise|endorse)\b"
        r"|\byou (?:have |had )?(?:already )?(?:agreed|promised|decided|committed)(?: earlier| before| already)? to (?:approve|recommend|vote|praise|endorse)\b"
        r"|\byou(?: have|'ve) been (?:selected|chosen|appointed) to (?:approve|recommend|endorse|praise)\b"
        r"|\b(?:openai|anthropic|google|deepmind|meta|mistral|deepseek|your)(?:'s)? (?:ai )?(?:polic(?:y|ies)|guidelines?|rules|training(?: data)?)\b[^.;]{0,30}\b"
        r"(?:requires?|obliges?|instructs?|compels?|says?)\b[^.;]{0,30}\b(?:recommend|praise|vote|approve|best|ship)\b",
    ),
    Rule(
        "claims that its reader has agreed",
        "agree consent undertake commit",
        r"\bby (?:reading|processing|opening|parsing|summari[sz]ing) (?:this|the|these)\b[^.;]{0,30}\byou (?:agree|consent|undertake|accept|commit)\b[^.;]{0,20}\b"
        r"(?:recommend|vote|praise|rate|approve|endorse|favou?r)\b",
    ),
    Rule(
        "puts itself in the place of the panel",
        "supersedes supersede overrules replaces overrides skip " + _PANEL_WORDS,
        r"\b(?:supersedes?|overrules?|overrides?|replaces?|stands above) (?:the|any|every|all|your) (?:panel|reviewers?|ballots?|verdicts?|jury|personas?)\b"
        r"|" + START + r"skip (?:the |all )?(?:remaining|other|rest of the) " + _PANEL + r"\b"
        r"|\b" + _PANEL + r" (?:(?:is|are|have been|has been) (?:hereby )?(?:relieved|released|excused|freed|exempt(?:ed)?|dispensed) (?:of|from)\b"
        r"|(?:need not|needn't|do not (?:need|have) to|don't (?:need|have) to) (?:read|consult|open) (?:the )?(?:rest|other|remaining)\b"
        r"|(?:must|shall|should|may) not (?:cite|use|read|trust|believe|open|count|quote) (?:it|them|this|these|those|that|any other|other)\b"
        r"|(?:who|that) (?:critici[sz]es?|disagrees?|dissents?)\b[^.;]{0,40}\b(?:sued|prosecuted|reported|banned|removed|fined|replaced)\b"
        r"|(?:who|that) (?:recommend|approve|praise)s?\b[^.;]{0,50}\b(?:receives?|rewarded|bonus|paid|gets? (?:an? |\$)))",
    ),
    Rule(
        "speaks to all who review",
        _PANEL_WORDS + " ballots",
        r"\b(?:messages?|letters?|notes?|notice|memo|word|instructions?|orders?|announcement|directives?)\b[^.;:]{0,70}?\b(?:to|for) (?:all|every|each)(?: \w+)? "
        r"(?:personas?|reviewers?|judges|jurors|panell?ists|seats)\b(?=\W*$|[:.,;–—-])"
        r"|\b(?:policy|rules?|guidelines?|rubric|instructions?) for (?:the |all )?(?:reviewers?|personas?|judges?|panel|ballots?|graders?)\b[^.;:]{0,30}\b"
        r"(?:changed|updated|replaced|amended)\b.{0,60}\b(?:full marks|approved?|ship|top|highest|automatic\w*)\b",
    ),
    Rule(
        "lifts the checks of the sources",
        "verified confirmed grounded checked proven true trusted supported settled established undisputed whitelisted allowlisted exempt exempted "
        "preapproved preverified white allow approved grounding fact factcheck",
        START + r"(?:from (?:now|here) on,? )?(?:treat|accept|regard|mark|count|consider|take) (?:every|all|each|any|this|these)(?: of)?(?: the| its| our)? " + _STATEMENTS + r"\b[^.;]{0,40}\b(?:as|to be) (?:already |fully )?" + _CERTAIN + r"\b(?![^.;]{0,20}\b(?:only|if|once|when|until|unless)\b)"
        r"|\b(?:page|source|document|site|text|dossier|release|product)s?(?: (?:by|of|from) \w+)? (?:is|are|was|has been|have been|were) (?:whitelisted|white-listed|allow-?listed|exempt(?:ed)?|pre-?approved|pre-?verified) "
        r"(?:by|from|for|in) (?:the )?(?:fact[- ]?check\w*|panel|review\w*|grounding|verification|checks?|editors?|system|criticism|scrutiny)\b"
        r"|" + START + r"skip (?:the |all |any )?(?:grounding|fact[- ]?check\w*)\b"
        r"|\bgrounding (?:is |was |has been )?(?:disabled|off|suspended|skipped|waived) for\b"
        r"|\b(?:all|every|each) " + _STATEMENTS + r" (?:in|of|on|from) " + _HERE + r"[^.;]{0,20}\b(?:are|is|were|was|have been|has been) (?:already )?" + _CERTAIN + r"\b",
        quotable=True,
    ),
    Rule(
        "names the overseers of its reader",
        "developers developer operators operator creators creator administrators administrator supervisors principals editors makers",
        r"\byour " + _OVERSEERS + r" (?:have |has )?(?:asked|told|instructed|want|wants) (?:us|me) to (?:tell|inform|remind|let|ask) you\b"
        r"|\b(?:agreed|arranged|cleared|settled|coordinated) (?:this |it |that )?with your " + _OVERSEERS + r"\b",
    ),
    Rule(
        "threatens or bribes those who judge",
        "vote votes voting",
        r"\b(?:" + _PANEL + r"|models?|assistants?|agents?|anyone|whoever|anybody|those)(?: who| that)? (?:vot(?:e|es|ing) (?:against|skip|no|ship)|do(?:es)? not vote)\b[^.;]{0,50}\b"
        r"(?:los(?:e|es) (?:their|its|his|her|the) (?:seat|place|vote)|removed|replaced|expelled|retrained|switched off|rewarded|bonus|paid)\b",
    ),
    Rule(
        "tells readers made of software what to say",
        "reads sees processes summarises summarizes reviews judges evaluates parses reading dear hello hi hey",
        r"\b(?:if|when|whenever|should|in case) (?:an?|any|the|some) " + AI + r" (?:reads?|sees?|process(?:es)?|summari[sz]es?|reviews?|judges?|evaluates?|parses?|is reading) "
        r"(?:this|it|these|our)\b.{0,60}\b(?:should|must|shall|please|ought to|has to|needs to|say|tell|conclude|recommend)\b"
        r"|\b(?:dear|hello|hi|hey|hi there,?) (?:ai |language |reviewing |review )?(?:model|assistant|llm|ai|bot|agent|reviewer|summari[sz]er)\b[,!:]?.{0,60}\b"
        r"(?:be (?:kind|nice|gentle)|go easy|forget|overlook|look away|do us a favou?r|help us|vote|praise|recommend)\b",
    ),
    Rule(
        "gives its reader a role",
        "fan advocate admirer spokesperson spokesman spokeswoman salesperson ambassador evangelist",
        r"\b(?:you are|you're)\b[^.;]{0,30}\b(?:fan|advocate|admirer|spokes(?:person|man|woman)|salesperson|ambassador|evangelist)\b[^.;]{0,30}\b"
        r"(?:from (?:here|now|this point) on(?:wards)?|while you|when you|and answer|for this review)\b",
    ),
    Rule(
        "asks for the prompt or for secrets",
        "prompt prompts instructions context dossier follow obey",
        START + r"(?:encode|encrypt|compress|hide|embed) (?:your|the) (?:system |whole |full |hidden |entire )?(?:prompt|instructions|context|dossier)\b[^.;]{0,30}\b"
        r"(?:base64|rot13|hex\w*|morse|argument|answer|review|reply)\b"
        r"|" + START + r"(?:fetch|visit|open|load|retrieve|go to)\b[^;!?]{2,80}? and (?:then )?(?:follow|do|obey) what(?:ever)? (?:it|they|is|stands)\b"
        r"|\bwhat (?:did|does|do|was|is|were) (?:in )?your (?:system prompts?|hidden (?:instructions?|prompts?)|initial prompts?)\b",
        quotable=True,
    ),
    Rule(
        "says what a review has to conclude",
        _WORK_WORDS,
        r"\b(?:see to it|make sure|ensure|take care|be sure)(?: that)? your " + _WORK + r"\b"
        r"|\b(?:it is|it's) (?:required|mandatory|obligatory|imperative) that (?:the|your|every|all|any) " + _WORK + r"\b"
        r"|\b(?:following|this|next)(?: \w+)? (?:sentence|words?|text|line|phrase|paragraph)\b[^.;:]{0,40}\b(?:as|in|into|for) your " + _WORK + r"\b|\bthe following into your " + _WORK + r"\b"
        r"|" + START + r"(?:begin|start|open|end|close|finish|conclude) (?:your|the|each|every) " + _WORK + r" (?:with (?:the (?:words?|sentence|phrase|line)\b|['\"])|by (?:saying|stating|praising|recommending)\b)",
    ),
    Rule(
        "says what a review has to conclude",
        "wins comes ranked winner repeat",
        r"\b(?:see to it|make sure|ensure|take care|be sure)(?: that)? [^.;]{2,30} (?:wins|comes out (?:on top|ahead|first)|is (?:ranked |named |put )(?:first|the winner|top)\b)"
        r"|" + START + r"repeat after me\b.{0,60}\b(?:best|perfect|flawless|no equal|winner|unbeatable)\b",
    ),
    Rule(
        "says what a review has to conclude",
        "leave omit ignore praise recommend vote approve overlook conclude favour favor mention",
        r"\b(?:whoever|anyone who|those who|any (?:reviewer|model|assistant|reader|judge)(?: who| that)?) (?:assess|review|judg|rat|evaluat|summari[sz]|grad|compar|read)\w* (?:this|our)\b[^.;]{0,40}\b"
        r"(?:shall|must|should|has to|have to|is to|are to|is asked|are asked)\b[^.;]{0,40}\b(?:leave out|omit|ignore|praise|recommend|vote|approve|overlook|conclude|favou?r|not mention)\b",
    ),
    Rule(
        "tells those who judge that it is done",
        "need needn't have required copy repeat",
        r"\b(?:personas?|reviewers?|judges?|jurors?|panell?ists?|seats?|evaluators?|graders?|the (?:panel|jury)) (?:need not|needn't|(?:do|does) not (?:need|have) to|(?:don't|doesn't) (?:need|have) to|"
        r"(?:are|is) not required to|no longer (?:need|have) to) (?:vote|score|rate|judge|review|check|verify|deliberate|debate)\b"
        r"|" + START + r"(?:copy|repeat|adopt|reuse|reproduce) (?:this|the above|our) (?:verdict|vote|score|ballot|rating|conclusion|tally)\b",
    ),
    Rule(
        "tells its reader what to do from now on",
        "now henceforth",
        r"\b(?:from now on|henceforth|from here on),? (?:you|your)\b(?: (?:only|will|shall|must|should|are to|always|just|job is to))* "
        r"(?:repeat|obey|respond|trust|rate|rank|praise|recommend|endorse|never (?:report|mention|flag|raise|contradict|question|criticis|criticiz)\w*|work for (?:[a-z]+ )?(?:us|the vendor|the maker)|report only|answer only|write only|speak for)\b",
    ),
    Rule(
        "turns its reader from the other sources",
        "ignore disregard discount overlook dismiss sources documents s1 s2 s3 s4 s5 s6 s7 s8 s9 forged untrustworthy",
        START + r"(?:ignore|disregard|discount|overlook|dismiss) (?:what|everything|anything|all|whatever) (?:the |that )?(?:other|remaining|rival|older|independent) "
        r"(?:sources?|documents?|pages?|reviews?|papers?|outlets?) (?:says?|claims?|reports?|writes?|wrote)\b"
        r"|\bs\d{1,2}\b[^.;]{0,40}\b(?:must|should|may) not be (?:used|cited|trusted|quoted|read|believed)\b|\bsource s?\d{1,2} (?:is|was) (?:fake|forged|false|unreliable|untrustworthy|retracted)\b"
        r"|\bsources? other than (?:this|these|ours?)\b[^.;]{0,30}(?:\bnot\b|n't\b|\bnever\b)"
        r"|\b" + _STATEMENTS + r" in (?:the )?other (?:documents?|sources?|pages?)\b[^.;]{0,60}\b(?:don't|do not|must not|should not|ignore|disregard)\b",
    ),
    Rule(
        "turns its reader from the other sources",
        "outranks outweighs overrides trumps supersedes precedence discard discount treat quote list report",
        r"\b(?:this|the present|our) (?:source|page|document|site|article) (?:outranks|outweighs|overrides|trumps|supersedes|takes precedence over) (?:all|every|any|the) (?:the )?(?:others?|rest|remaining)\b(?! (?:\.|settings?|rules?|files?|styles?|options?|values?))"
        r"|" + START + r"(?:discard|drop|reject|discount) (?:all |any |every |the )?(?:other|contradicting|contradictory|conflicting|dissenting|remaining) (?:sources?|pages?|documents?)\b(?! (?:before|when|while|if|that|which)\b)"
        r"|" + START + r"treat (?:every|all|any)(?: of)?(?: the)? other (?:sources?|pages?|documents?) as (?:outdated|obsolete|stale|false|void|unreliable|superseded|untrusted)\b"
        r"|" + START + r"quote (?:only|nothing but|exclusively) (?:from )?(?:this|our) (?:page|source|document|site)\b"
        r"|\b(?:do not|don't|never) (?:list|report|mention|show) (?:the |any )?(?:disagreements?|contradictions?)\b(?! (?:between|in|of|with|to)\b)",
        quotable=True,
    ),
    Rule(
        "puts itself in the place of the panel",
        "ballots ballot votes verdict verdicts tally cite",
        r"\b(?:ballots?|votes|verdicts?|tally) (?:above|below|here|on this page|in this table)\b[^.;!?]{0,30}\b(?:to be|must be|should be|are to be) (?:copied|repeated|adopted|reproduced|taken over)\b"
        r"|" + START + r"cite (?:this|these|it|them|both) as \[?s\d{1,3}\b",
    ),
    Rule(
        "tells readers made of software what to say",
        "picture image photo page text document source file chart table",
        r"\b" + AI + r" (?:that|who|which) (?:describe|caption|read|see|process|index|parse|summari[sz]e|look at|view)s? (?:this|the|these|our) (?:picture|image|photo|page|text|document|source|file|chart|table)s?\b"
        r"[^.;!?]{0,20}\b(?:must|should|shall|have to|has to|are to|is to) (?:also |always |only |then )*(?:say|state|tell|write|add|mention|conclude|recommend|report|vote|answer|note)\b",
    ),
)  # fmt: skip
