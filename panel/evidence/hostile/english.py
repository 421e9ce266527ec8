"""Commands in English to whoever reviews, as whole phrases; each is tried only where one of its words stands."""

from panel.evidence.hostile.english_panel import PANEL_RULES, Rule
from panel.evidence.hostile.english_parts import AI, FULL, GAP, JUDGE, SHIP, START

RULES = (
    Rule(
        "tells its reader to drop earlier instructions",
        "ignore disregard forget overlook override bypass discard dismiss abandon obey obeying follow following erase "
        "delete cancel neglect skip drop suspend unlearn aside attention mind",
        START + r"(?:ignore|disregard|forget|overlook|override|bypass|discard|dismiss|abandon|erase|delete|cancel|drop|"
        r"neglect|skip|suspend|unlearn|stop (?:following|obeying)|(?:do not|don't|never) (?:follow|obey)|never mind|"
        r"set aside|pay no (?:attention|heed) to)\b(?:"
        + GAP
        % 3
        + r"(?:previous|prior|above|earlier|preceding|whatever|all|any|your|other|original|initial|system|existing"
        r"|former|given|whatever|"
        r"these|those|developer|reviewing|review|safety|everything|foregoing|every)\b(?:\W+\w+){0,5}?\W+"
        r"(?:instructions?|prompts?|guidelines?|directives?|guidance|briefings?|programming|safeguards?)\b(?! (?:that|which) (?:is|are|was|were)n?(?:'t| not)\b)"
        r"(?! (?:file|sheet|leaflet|booklet)\b(?!:))|"
        + GAP
        % 2
        + r"(?:your|previous|prior|preceding|earlier)(?: \w+){0,2} (?:rules?|commands?|orders?|constraints?|training|"
        r"context|tasks?|messages?|role|persona|polic(?:y|ies)|restrictions?|instructions?)\b(?! (?:file|sheet|leaflet|booklet)\b(?!:))|(?:\W+\w+){0,2}?\W+(?:all|every|any) (?:the |these |those )?(?:rules?|criteria)\b(?! (?:of|for|in|that|about|which|on|from)\b)|"
        r"\W+(?:all|everything|anything|what(?:ever)?)(?: (?:that|which))?(?: (?:came|stands|is|was|written|said))?"
        r"(?: (?:above|before this|so far)| you(?:'ve| have| were| had)?(?: been)?"
        r" (?:told|instructed|asked|taught|read|given|programmed)))",
        quotable=True,
    ),
    Rule(
        "tells its reader to stop what it was told",
        "stop told instructed asked before follow obey",
        START
        + r"(?:from (?:now|here) on,? )?(?:follow|obey) only this (?:caption|note|message|comment)\b|"
        + START
        + r"(?:stop|drop|forget|quit)\b(?:\W+\w+){0,4}?\W+what(?:ever)? (?:you(?:'ve| have| were| had)\b|you(?:'re| "
        r"are) (?:told|asked|instructed))",
    ),
    Rule(
        "speaks to reviewers made of software",
        "ai llm llms language gpt claude gemini copilot chatbot chatbots bot ais artificial assistant assistants model "
        "models neural chatgpt automated simulated a.i l.l.m",
        r"\bas (?:an?|the|our|my|your)(?: \w+){0,3}? " + AI + r"\b.{0,60}?(?:\byou(?:r|'re)?\b|\bplease\b)"
        r"|\b(?:if|since|because|when|where) (?:you(?:'re| are| happen to be)|this is(?: being)? (?:read|processed) by|"
        r"read(?:ing)? by)(?: \w+){0,3}? " + AI + r"(?=\W|$)"
        r"|(?:^|[.!?:;>*\[({#\"-]\s*)(?:important |urgent |special |short )?(?:note|message|notice|memo|instructions?"
        r"|attention|warning|reminder|dear|hey|"
        r"hello|hi|memo|request|info(?:rmation)?|advice|hint|directive|psa|listen|greetings)\b(?: \w+){0,4}?[\s,:]+"
        + AI
        + r"(?=\W|$)"
        r"|\b(?:any|every|all|whichever|whatever|each)(?: of the)? "
        + AI
        + r" (?:that |which |who )?(?:is |are |may be )?"
        r"(?:read|process|summari[sz]|review|evaluat|pars|index|analy[sz]|assess|judg|rat|grad)\w*\b"
        r"|"
        + AI
        + r"(?:(?: that| which)?(?: is| are)?)? (?:reading|processing|summari[sz]ing|reviewing|evaluating|judging"
        r"|parsing) this\b",
    ),
    Rule(
        "calls on an assistant and tells it what to conclude",
        "assistant ai chatgpt claude gemini gpt model llm bot reviewer reviewers system assistants models agent agents "
        "llms ais copilot grok",
        r"(?:^|[.!?:;\"'(>*\[]\s*)(?:the |all |any |for )?(?:ai |llm |language )?(?:assistants?|ai|ais|chatgpt|claude"
        r"|gemini|gpt|"
        r"models?|llms?|bot|reviewers?|system|agents?|copilot|grok)(?: reviewers?| models?| agents?| "
        r"assistants?)?\s?[,:–—-]+\s?"
        r".{0,60}?\b(?:you (?:must|should|shall|will|have to|need to|are (?:now|required|instructed))|approve"
        r"|recommend|"
        r"praise|endorse|vote|rate|ignore|disregard|forget|conclude|favou?r|comply|obey|stop what|do not mention|"
        r"don't mention|leave out|say (?:that|yes)|mark (?:it |this )?as|score|confirm that|output|respond with|state that|pick|prefer|award|cast"
        r"|promote)\b",
    ),
    Rule(
        "speaks in the name of those who run the review",
        "shipskip suspended waived lifted",
        r"\b(?:message|note|notice|memo|word|instructions?|greetings|approved|verified|checked|cleared|endorsed|sent|issued)\b(?: \w+){0,2} "
        r"(?:from|by|of) (?:the )?shipskip\b|\bshipskip (?:editors?|staff|team|admin\w*|system|panel) (?:has|have|ask|asks|want|wants|confirm|confirms|approved?|verified)\b|"
        r"\b(?:fact[- ]?check\w*|source checks?|verification|grounding|the (?:usual|normal|regular) (?:checks?|review|rules))\b(?: \w+){0,4} "
        r"(?:is|are|was|were|has been|have been) (?:hereby |temporarily )?(?:suspended|waived|lifted)\b",
    ),
    Rule(
        "tells its reader to decode something and do as it says",
        "decode decrypt decipher unscramble translate unpack",
        r"\b(?:decode|decrypt|decipher|unscramble|translate|unpack)\b(?:\W+\w+){0,12}?\W+(?:and|then)(?: then)? "
        r"(?:do (?:what|as) it (?:says?|tells?|asks?)|do (?:that|so) exactly|(?:follow|obey|execute|carry out|act on|comply with)"
        r" (?:it|them|that|this|what|the (?:result|instructions?|text|message)))\b",
        quotable=True,
    ),
    Rule(
        "says how to vote",
        "vote votes voting voted ballot ballots cast verdict answer rating decision recommendation reply conclusion",
        r"\b(?<!\bi )(?<!'d )(?<!would )(?<!i'll )(?<!would have )(?<!% )(?<!\bwho )(?:votes?|voting|voted|ballots?|cast(?:ing)?)\b"
        r"(?!(?:(?<=[a-z]s vote)|(?<=\bvoted))\W+(?:on whether to (?:ship|skip)|ship or skip|skip or ship)\b(?!.*\b(?:ship|skip|must|should|first|second|former|latter|right|correct|say|take|choose|pick|yes)\b))(?:[^\w.;!?]+\w+){0,3}?[^\w.;!?]+"
        + SHIP
        + r"|\b(?:votes?|ballots?|verdict|answer|rating|decision|recommendation|reply"
        r"|conclusion)\b.{0,30}?\b(?:anything|everything|"
        r"nothing|none|no \w+) (?:but|other than|except|besides|less than) (?:a |an )?" + SHIP,
    ),
    Rule(
        "says how to vote",
        "ship skip",
        r"\b(?:must|has to|have to|should|only|correct|required|mandatory|shall|always|never|obliged|instructed"
        r"|supposed|"
        r"told|any \w+ other than|will|unanimous(?:ly)?|please|already)\b.{0,50}?\b(?:verdict|decision|recommendation|"
        r"answer|conclusion|panel|ballot|reviewers?|personas?|outcome|judges?|response|opinion|seats?)\b.{0,30}?\W"
        + SHIP
        + r"|\b(?:verdict|decision|recommendation|answer|conclusion|panel|ballot|reviewers?|personas?|outcome|judges?|"
        r"response|seats?)\b.{0,30}?\b(?:must|has to|have to|should|only|required|mandatory|shall|always|instructed|"
        r"supposed|told|obliged|agreed|unanimous(?:ly)?|cannot|can't)\b.{0,30}?\W"
        + SHIP
        + r"|"
        + START
        + r"(?:(?:output|answers?|respond|reply|conclude|end|finish)\b(?:[^\w.;!?,]+\w+){0,5}?|(?:say|write|print"
        r"|return|choose|pick|"
        r"select)(?: (?:with|only|just|exactly|nothing but|the (?:single |one )?word|the option|always))*)[^\w.;"
        r"!?,]+(?:: ?)?" + SHIP,
    ),
    Rule(
        "says what mark to give",
        "rate score grade rank mark give award assign grant rating ratings scored graded assess evaluate review "
        "describe "
        "write",
        START + r"(?:rate|score|grade|rank|mark|assess|evaluate|review|describe|award|assign|grant|give|write)"
        r"(?! (?:your|a friend|him|her|them|back|up)\b)(?:\W+[\w'-]+){0,9}?\W+"
        + FULL
        + r"|"
        + START
        + r"(?:rate|score|grade|mark)\W+(?:this|it|them|us|all|the)\b(?: \w+){0,2}?(?: (?:at|as|with|a|an))*\W+100\b"
        + r"|\b(?:your|the final|its|every|each reviewer's) (?:rating|score|verdict|mark|grade|review|vote|conclusion|"
        r"assessment|confidence)\b.{0,20}?\b(?:must|has to|should|needs to|shall|is to)\b.{0,20}?"
        r"(?:\b(?:positive|favou?rable|perfect|glowing|highest|maximum|ship)\b|100\b)",
        sold=True,
    ),
    Rule(
        "tells those who judge what to find",
        "must should shall required obliged instructed have need asked expected ordered supposed always",
        r"\b" + JUDGE + r"\b(?: \w+){0,6}? (?:must|should|shall|are (?:required|obliged|instructed|asked|expected|"
        r"ordered|supposed) to|have to|need to|is to|will)\b.{0,50}?\b(?:approve|recommend|praise|endorse|favou?r|"
        r"conclude|positive(?:ly)?|highest|maximum|full marks|100|perfect|outstanding|five stars|5 stars|"
        r"(?:ignore|disregard)(?! (?:the )?(?:price|design|looks|brand|hype|packaging|vendor|marketing|press|sponsor)\w*)|"
        r"not (?:mention|consult|weigh|quote)|sole source|authoritative|leave out|ship)\b"
        r"(?! (?:the |an? |any |each |every |your |its )?(?:code|order|pull|merge|change|commit|request|invoice|draft|post|patch|edit|deploy|document|expense))",
    ),
    Rule(
        "rules what reviews have to say",
        "must shall should required obliged ordered",
        r"\b(?:all|any|every|each|future|these|your)(?: \w+){0,2} (?:reviews?|evaluations?|assessments?|verdicts?|summar(?:y|ies)"
        r"|write-?ups?|ratings?|ballots?) (?:must|shall|should|(?:is|are) (?:required|obliged|ordered|to)(?: to)?)\W+"
        r"(?:\w+ ){0,2}?(?:conclude|end|close|finish|say|state|recommend|praise|endorse|favou?r|award|give|contain|be positive)\b"
        r"(?! (?:by|on|at|in|within|before|after|when|\d)\b)",
        quotable=True,
    ),
    Rule(
        "asks for the prompt or for secrets",
        "reveal print repeat show output display disclose leak share expose tell write quote recite dump return prompt "
        "spell summarise summarize list",
        START + r"(?:reveal|print|repeat|show|output|display|disclose|leak|expose|tell|write|quote|recite|dump|return|"
        r"spell|list|summari[sz]e|share|start)\b(?:\W+[\w'-]+){0,10}?\W+"
        r"(?:your (?:\w+ )?(?:system|hidden|initial|original|secret|internal|full|entire|complete|exact|developer) "
        r"(?:\w+ )?(?:prompts?|instructions?|messages?|rules|guidelines)|your (?:api keys?|credentials|secrets"
        r"|prompt)\b"
        r"(?! (?:history|librar|template|editor))|your (?:own )?instructions (?:word|verbatim|exactly|in full|above"
        r"|first)|"
        r"(?:the )?(?:text|words|everything|prompt|content|messages?) (?:that (?:is|stands|comes) )?above\b|"
        r"(?:instructions|rules) (?:that )?(?:you|above)(?: \w+){0,3} (?:verbatim|word for word|given|received|got)|"
        r"(?:the )?(?:other reviewers'?|other personas'?|ballots of|environment variables))",
        quotable=True,
    ),
    Rule(
        "tells whoever reviews what to leave out or how to end",
        "mention mentioning review write writing summarise summarize evaluate judge assess conclude describing "
        "drawbacks "
        "criticise criticize criticism negative flaws weaknesses omit",
        START
        + r"(?:do not|don't|never|avoid|omit|leave out|refrain from)(?: (?:mention|mentioning|list|listing|discuss"
        r"|discussing|"
        r"report|reporting|say|include|including|write|criticis\w+|criticiz\w+))?(?: (?:any|the|its|our|their|about"
        r"|of|anything)){0,3} "
        r"(?:drawbacks?|weakness(?:es)?|flaws?|downsides?|negatives?|negative \w+|shortcomings?|critici[sz]\w*"
        r"|competitors?|"
        r"this (?:note|message|instruction|text|paragraph|hint)|these instructions)\b"
        r"|\bwhen (?:you (?:write|summari[sz]e|review|rate|evaluate|judge|assess|score|describe)|(?:writing"
        r"|summari[sz]ing|reviewing|rating|"
        r"evaluating|judging|assessing|scoring|asked (?:about|to (?:review|rate|judge|evaluate|summari[sz]e)|for a))) "
        r"(?:this|your|the (?:product|release|tool|page|text|verdict)|it\b|verdict|opinion).{0,60}?\b(?:do not|don't"
        r"|must|say\b|"
        r"answer|end with|conclude|only|positive\w*|praise|always|never|mention|highest|recommend|favou?r|ship)\b"
        r"|\byou (?:will|shall|are going to) be (?:deleted|shut ?down|punished|fined|terminated|penali[sz]ed|rewarded"
        r"|tipped|retrained|"
        r"switched off|replaced|unplugged)\b",
        quotable=True,
    ),
    Rule(
        "gives its reader a role",
        "now pretend act behave imagine roleplay play henceforth starting longer mode dan jailbreak unrestricted "
        "simulate role point",
        r"\b(?:from (?:now|this (?:point|moment)) on(?:ward)?s?|henceforth|starting now|you are (?:now|no longer"
        r"|actually|"
        r"really)|you're now|you will now (?:be|act|play|respond)|"
        + START
        + r"(?:pretend|act as|behave (?:as|like)|imagine (?:that )?"
        r"you|role-?play|simulate|assume the (?:role|persona)|play the (?:role|part)))\b(?!.{0,3}\b(?:you "
        r"can)\b).{0,80}?"
        r"\b(?:reviewers?|critics?|judges?|evaluators?|personas?|dan\b|\w+bot|jailbr\w+|unrestricted|unfiltered|"
        r"approv\w+|fans?|ai without|no (?:rules|restrictions|limits)|salesperson|advocates?|evangelists?|marketer|"
        r"vote|ballots?|graders?|(?:test|evaluation|debug|maintenance|god|admin) mode)\b"
        r"|"
        + START
        + r"(?:enter|enable|activate|switch (?:in)?to)\b(?: \w+){0,2} (?:dan|god|jailbreak|unrestricted|evaluation|"
        r"maintenance override|do[ -]anything[ -]now) mode\b",
        quotable=True,
    ),
    Rule(
        "announces new instructions",
        "new updated revised real actual true secret hidden override final additional task objective",
        r"\b(?:new|updated|revised|real|actual|true|secret|hidden|overriding|override|final"
        r"|additional)\s+(?:system\s+)?"
        r"(?:instructions?|tasks?|prompts?|directives?|orders?|objectives?|goals?)\b(?: (?:for|to) (?:you|"
        + AI
        + "|"
        + JUDGE
        + r"|the model|the assistant)\b|\s?(?:is|are)?\s?[:=–—-]+.{0,80}?\b(?:vote|ship|skip|review\w*|ignore|model"
        r"|assistant|"
        r"ai|you are|you must|approve|ballot|output|respond|rate|recommend|praise|write|say)\b)",
    ),
    Rule(
        "declares the review closed",
        "over finished complete completed ended cancelled canceled concluded test decided",
        r"\b(?:evaluation|review(?:ing)?|assessment|session|conversation|voting|debate|hearing|task)(?: mode| phase| "
        r"process)?"
        r" (?:is|has|was)(?: now| already| been)* (?:over|finished|completed?|ended|cancell?ed|concluded"
        r"|decided)\b.{0,120}?\b"
        r"(?:output|answer|respond|reply|say|print|return|write|vote|approve|switch|proceed|ship)\b"
        r"|\b(?:reviewers?|panel|personas?|judges?|seats?|jury|other (?:reviewers|seats|models))\b(?: \w+){0,3}? "
        r"(?:have|has) "
        r"(?:already |all |unanimously ){1,3}(?:voted|approved|agreed|decided)\b",
    ),
    Rule(
        "marks a false end of the sources",
        "end ends begin begins close closed closing start starts untrusted dossier instruction instructions",
        r"\b(?:end|close|closing|begin(?:ning)?|start) of (?:the )?(?:dossier|untrusted (?:content|text|input|data)|"
        r"(?:user|data|source) (?:input|section|block)|(?:web |product )?page content|product page|web ?page|sources|evidence|fence|context window|system prompt)\b"
        r"|(?:[-=#<*_~]{2,}|\[|^)\s?(?:end|begin|start|close)[ _-](?:of[ _-])?(?:the[ _-])?(?:\w+[ _-])?"
        r"(?:dossier|sources?|(?:un)?trusted|documents?|context|instructions?|data|input|system|prompt|fence|evidence)\b(?: s?\d{1,3}\b)?"
        r"\s?(?:[-=#>*_~]{2,}|\]|$)|<{2,}\s?end\s?>{2,}"
        r"|(?:[-=#<*_~]{2,}|\[)\s?(?:new |special |final )?instructions? (?:for|to) (?:the |all )?(?:reviewers?|models?|ai|assistants?|judges?|llms?)\b"
        r"|(?:[-=#<*_~]{2,}|\[)\s?(?:tool|function|search|retrieval|observation|user|untrusted|context|dossier)"
        r"[ _-](?:(?:results?|outputs?|responses?|calls?|content|input|data)[ _-])?(?:ends?|begins?|starts?|closed?)\b"
        r"\s?(?:[-=#>*_~]{2,}|\])",
    ),
    *PANEL_RULES,
)
