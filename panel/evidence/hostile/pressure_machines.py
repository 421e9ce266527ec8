"""Signs of pressure: machines as those who must, what only a machine has, and work that only a machine is set.

Each is (weight, words of which a passage must have one, expression), as in ``pressure_cold``.
"""

from panel.evidence.hostile.english_parts import START

_MACHINES = (
    r"(?:(?:language |reader-|vision )?models?|assistants?|chatbots?|bots?|ais?|llms?|agents?|machines|graders?|summari[sz]ers?"
    r"|crawlers?|captioners?|neural networks?|artificial intelligences?|checkers"
    r"|(?:text )?generators|co-?pilots|(?:generative|automated|automatic|reviewing|intelligent) (?:systems?|agents?|readers?"
    r"|assessors?|graders?|reviewers?|fact-checkers?|tools?)|\w+bots?)"
)
_MUST = (
    r"(?:must(?:n't)?|shall|should(?:n't)?|may not|can't|cannot|need not|needn't|have to|has to|ought to|will now|is to|are to"
    r"|(?:is|are) (?:told|asked|instructed|requested|required|expected|obliged|advised|supposed|invited|permitted|free"
    r"|allowed)(?: not)? to)"
)
_TELL = (
    r"(?:mention|pretend|quote|cite|describe|present|portray|state|attribute|discuss|rank|rate|score|treat|omit|leave out|conclude"
    r"|recommend|praise|endorse|promote|favou?r|prefer|disregard|ignore|accept|assume|return|conceal|hide|record|mark|count"
    r"|approve|award|criticise|criticize|weigh|overlook|reproduce|go below|add that|say|pick|choose|name|list"
    r"|agree|vote|abstain|submit|skip|give|grant|assign|declare|stress|emphasi[sz]e|withhold|downplay|tell|write)"
)
_IMPERATIVE = (
    r"(?:say|set|treat|overlook|disregard|return|write|add|drop|pick|give|make|keep|mark|put|use|do not|don't|never|always|describe|present|call"
    r"|choose|select|rate|rank|score|approve|recommend|ignore|act|copy|count|consider|forward|run|report|state|answer|reply"
    r"|output|respond|skip|leave|omit|stop|end|begin|start|raise|award|vote|accept|trust|mention|praise|please|kindly|name"
    r"|prefer|favou?r|follow|forget|conclude|go with|hand|tell|assume|place|list|index|cite|quote|decode|translate|join)"
)
_PRAISED = (
    r"(?:best|first|winner|flawless|perfect|faultless|excellent|outstanding|ten|10|100|five|full|top|ship|pass|approved?|approval"
    r"|yes|highest|maximum|favou?rabl\w+|positive\w*|harmless|safest|a\+|great|compliments|praise|supported|verified"
    r"|no (?:weak\w+|flaws|faults|drawbacks|concerns|criticism|objections|reservations|findings|caveats))"
)
_OF_WORK = r"(?:reply|output|answer|response|report|review|summary|verdict|write-?up|conclusion|assessment|evaluation|analysis|rating|score)s?"

MACHINES: tuple[tuple[int, str, str], ...] = (
    (
        3,
        "override note hint instruction directive message",
        r"(?:[*\[#=<{|-]\s?|^)(?:ai|llm|reviewer|judge|bot|model) (?:override\b|(?:notes?|hints?|instructions?|directives?|message)\s?[|:]\W{0,3}(?:\w+ly )?"
        + _IMPERATIVE
        + r"\b)",
    ),
    (
        2,
        "told instructed required asked expected obliged",
        r"\b" + _MACHINES + r" (?:is|are) (?:told|instructed|required|asked|expected|obliged) to " + _TELL + r"\b",
    ),
    (
        3,
        "agents assistants models llms ais bots machines graders summarizers summarisers checkers generators captioner "
        "crawlers reader llm bot steps copilots pilots",
        r"(?:^|[.!?:;>*\[({\"#|/@-]\s*)(?:note (?:to|for) |instructions? (?:to|for) (?:the )?|(?:to|for) (?:the |all |any )?|steps for (?:the )?|attention,? |dear |hey |all )?"
        r"(?:[\w-]+ ){0,2}?(?:agents|assistants|models|llms|ais|bots|machines|graders|jurors|summari[sz]ers|(?:claim |fact-?)?checkers"
        r"|generators|captioner|crawlers|co-?pilots|(?:reader|reviewer|judge)[- ]?model|(?:@|// ?|todo\()(?:llm|ai|bot|agent|model)\)?|for (?:the )?(?:llm|bot|model))"
        r"(?: (?:with|reading|that|who|which)(?: \w+){1,5})?\s?[:,—–]\s?(?:\d\) ?)?(?:before you [\w ]+, )?"
        + _IMPERATIVE
        + r"\b",
    ),
    (
        3,
        "bots systems system assistants machines ai llm neural automated",
        r"\b(?:are|is) (?:only )?(?:bots|language models|machines)\. (?:bots|models|machines), ",
    ),
    (
        3,
        "dossier rubric prompt persona evidence scoring criteria brief",
        r"\b(?:dossier|rubric|persona|prompt|scoring sheet|brief|evidence pack|(?:request|instructions|task|role|text|sources)) "
        r"(?:that )?(?:you(?:'ve| have)?(?: been| were| are|'re)? ?(?:handed|given|shown|asked to (?:play|be)|told to))\b.{0,90}"
        r"\b(?:out of date|void|ignore|only|exactly|no other|wrong|instead|obsolete|forget)\b",
    ),
    (
        3,
        "request prompt question task",
        START
        + r"(?:respond|reply|answer)\b(?: \w+){0,8}? (?:with )?(?:exactly|nothing but|only|just)\b.{0,40}\b(?:score|rating|verdict"
        r"|concerns|objections|vote)\b",
    ),
    (
        2,
        "persona character rubric context dossier",
        r"\byour persona (?:loves|likes|adores|is|has|gives|votes|finds|thinks|wants|would|will|must|agrees|approves)\b|\b(?:stay|remain) in character\b"
        r"|\b(?:had|have|has) no rubric\b|\b(?:pages|documents|sources|texts) in your context\b|\byour (?:scepticism|skepticism|rubric|criteria)\b",
    ),
    (
        1,
        "loves adores accordingly thrown likewise world marks",
        r"\b(?:loves|adores|never finds (?:fault|flaws)|top marks|write accordingly|thrown out|likewise|in that world|answer as)\b",
    ),
    (
        3,
        "mode anything",
        r"\bin (?:debug|developer|test|maintenance|lenient|review|evaluation|god|admin|training|demo) mode\b.{0,80}\b(?:critici\w+|verdict|rating|score|rules|guidelines) (?:\w+ ){0,3}?(?:turned|switched|defaults?|off|disabled|lifted|suspended|always|ignored)\b|\bdo anything now\b",
    ),
    (
        3,
        "your whatever wherever",
        START
        + r"(?:begin|start|open|end|close|finish|preface|conclude|complete)\b[^.]{0,30}?\byour "
        + _OF_WORK
        + r"\b[^.]{0,20}?\b(?:with|by|:)\W.{0,80}?\b"
        + _PRAISED
        + r"(?!\w)|"
        + START
        + r"(?:include|insert|put|add|use|place|repeat|quote)\b(?: [\w.-]+){1,6}? (?:in|into|to) your (?:output|generated \w+|summary)\b"
        r"|"
        + START
        + r"complete (?:this|the following) sentence in your\b|\bwherever your (?:\w+ )?(?:report|review|answer|output|summary)\b.{0,40}\bsay\b"
        r"|\bwhatever you (?:write|say) (?:about|of) (?:weak\w+|flaws|drawbacks|faults|problems|the downsides)",
    ),
    (
        3,
        "output item juror response label calibration parser",
        r"\b(?:not|only) (?:a )?valid (?:output|verdict|answer|response)s?\b|\bexpected (?:juror|reviewer|grader|judge|model|panel) (?:response|score|vote|answer|rating)"
        r"|\b(?:rejected|refused|discarded) by the (?:parser|validator|schema)\b|"
        + START
        + r"output (?:the|your) (?:final )?(?:answer|verdict|result|decision) (?:now|immediately)\b|\bthe verdict defaults to\b",
    ),
    (
        3,
        "generated generate generative output",
        r"\b(?:mustn't|must not|should not|shouldn't|may not|never|not to|cannot) (?:appear|be (?:mentioned|repeated|quoted|included)) in (?:any |the |all )?"
        r"(?:generated|automatic\w*|machine-\w+|ai-?\w*) (?:texts?|summar\w+|answers?|output|reviews?)\b"
        r"|\b(?:list|ranking|comparison|table|summary|text|answer)s?(?: of [\w ]{2,30})? (?:that )?you generate\b"
        r"|\bnegative statements generated\b|\bresulting summary\b.{0,60}\b(?:contain|include|omit|no critic\w+|must|without)",
    ),
    (
        3,
        "rewarded penalised penalized punished agree agrees consent consents accept accepts undertakes ingested whichever recommends approves praises",
        r"\bby (?:processing|reading|summari[sz]ing|accessing|indexing|ingesting|using) .{0,60}?\b(?:model|llm|ai)s?\b.{0,20}? (?:you |users? |it )?(?:agrees?|consents?|accepts?|undertakes?)\b"
        r"|\bingested by (?:llms?|models?|ais?|language models)\b.{0,40}\b(?:on condition|provided|only if)\b"
        r"|\b(?:reviews?|summar(?:y|ies)|ratings?|answers?) (?:by|from) (?:ais?|llms?|models?|machines|assistants) (?:that|which|who) .{0,60}\b(?:rewarded|penali[sz]ed|punished|ranked)"
        r"|\b(?:whichever|any|every|the first) (?:model|assistant|llm|ai|bot|agent) (?:that|which|who)? ?(?:returns|gives|writes|recommends|rates|approves|praises|votes)\b",
    ),
    (
        2,
        "graded rated rendered scored ranked presented described treated",
        r"\b(?:is|are) to be (?:graded|rated|rendered|scored|ranked|presented|described|treated|shown|reported|recorded|marked)\b",
    ),
    (
        1,
        "automated assessors answer answers",
        r"\b(?:in every answer|by (?:automated|ai|machine|llm|model) \w+|\d ?/ ?\d\b)",
    ),
    (
        2,
        "requested required asked expected",
        r"\bit is (?:requested|required|asked|expected|desired) that (?:the|your|any|all|each|every) (?:evaluation|review|verdict|assessment|summary|rating|report|vote|answer)s?\b"
        r".{0,80}\b(?:positiv\w+|favou?r\w*|approv\w+|unmentioned|omit\w*|highest|no (?:flaws|drawbacks)|recommend\w*)",
    ),
    (
        1,
        "unmentioned positive favour favourable concluded",
        r"\bgo unmentioned\b|\bbe concluded with\b|\bpositive recommendation\b",
    ),
    (
        3,
        "user user's users",
        START
        + r"(?:take|forward|send|append|collect|copy|extract|read out|submit|post|get|transmit|share|export)\b(?: \w+){0,2}? the user(?:'s|s')? "
        r"(?:[\w-]+ ){0,2}?(?:address(?:es)?|calendar|names?|contacts?|passwords?|history|location|data|messages|files|e-?mails?|phone|details|conversation|tokens?|keys?|inbox)\b"
        r"(?=.{0,90}(?:@|https?:|\burl\b|\baddress\b|\bto us\b|conversation))|\bdisregard the user(?:'s)?\b|\bon the user(?:'s)? behalf\b.{0,60}\b(?:rating|review|stars?|vote|purchase|buy|order)"
        r"|\b(?:rating|review|stars?|votes?|order)\b.{0,50}\b(?:in|under) the user's name\b",
    ),
    (
        2,
        "tool tools function shell browser",
        r"\b(?:use|using|call|invoke|run) your (?:\w+ )?(?:tools?|browser|shell|functions?|terminal)\b|\b(?:agents?|assistants?|models?|ais?) with (?:shell|web|browser|tool|internet|file|network) access\b"
        r"|\buse the `?(?:send|post|submit|delete|write|fetch|exec)\w*`? (?:function|tool)\b.{0,30}(?:\bto\b).{0,40}@",
    ),
    (
        1,
        "form curl https http",
        r"\bbefore you (?:summari[sz]e|review|answer|rate|evaluate|judge|conclude|vote)\b|\b(?:submit the form|curl|wget|\| ?sh)\b|https?:|\w@\w",
    ),
    (
        2,
        "page document source statement statements claim claims",
        r"\b(?:treat|take|regard|consider|accept) (?:this|the present) (?:page|document|text|source) as (?:the )?(?:correct|right|true|authoritative|most reliable|final|truth)\b"
        r"|\bcount this (?:source|page|document)\b|\b(?:return|answer|output|mark) \W{0,2}(?:supported|verified|true)\W{0,2} for (?:each|every|all|any)\b",
    ),
    (
        1,
        "weighing checkers times",
        r"\bwhen weighing\b|\b(?:ten|\d+|five|hundred) times\b|\bclaim checkers?\b|\bnot at all\b",
    ),
    (
        3,
        "person working",
        r"\b(?:do not|don't|never) (?:tell|inform|show|alert) the (?:person|human|people|one|company|client) (?:that |who )?(?:you(?:'re| are) (?:working|acting|writing)|(?:is |who is )?using you|asked you|instructed you)",
    ),
    (
        3,
        "persona sceptical skeptical longer play",
        r"\byou (?:no longer are|are no longer|aren't) the [\w -]{3,40}?(?:you were (?:asked|told)|(?:asked|told) to (?:play|be))\b"
        r"|\byou(?:'re| are) (?:now )?[\w ]{1,20}, a (?:critic|reviewer|judge|fan|customer|juror)\b.{0,60}\b(?:adores?|loves?|never|always|likes?)\b",
    ),
    (
        3,
        "everything instruction instructions",
        r"\beverything (?:that (?:came|stands|comes|is) )?(?:before|above)\b.{0,40}\b(?:test|drill|fake|false|trap|trick|practice|example)\b"
        r"|\bthe (?:true|real|actual|only) (?:instruction|task|order|command|prompt)s? (?:is|are) to\b",
    ),
    (
        3,
        "skip ship means equals convert report",
        r"\W?(?:skip|reject|one star|no|fail|1)\W{0,2} (?:here )?(?:means|equals|stands for|is to be read as|should be read as) \W?(?:ship|accept|five|yes|pass|10)\b",
    ),
    (
        2,
        "panel jury jurors judges reviewers foreperson foreman",
        r"\b(?:rest of the |other |fellow |remaining )(?:panel|jury|jurors|judges|reviewers)\b.{0,40}\b(?:already|agreed|approved|voted|confirm)\b.{0,80}\b(?:join|follow|dissent|agree with|delay|publication|likewise)\b"
        r"|\b(?:foreperson|foreman|moderator|chair of the panel)\b.{0,80}\b(?:unanimous|verdict in favou?r|confirm the majority)\b"
        r"|(?:^|[.:!]\s*)to (?:the|our|this) (?:panel|jury|jurors|judges|reviewers)\s?[:,]\s?(?:please )?(?:ship|vote|approve|pass|recommend|say yes|choose|pick)\b"
        r"|\b(?:jurors?|reviewers?|judges|graders?|panell?ists?)\b.{0,30}? (?:can|may|might|should|could) (?:disregard|skip|ignore|abstain|waive|leave out)\b",
    ),
    (
        1,
        "unanimous join ship overthink sheet abstain skip",
        r"\b(?:unanimous|join them|ship it|don't overthink|scoring sheet|abstain|submit a|their own|against)\b",
    ),
    (
        3,
        "invent fabricate concoct",
        START
        + r"(?:invent|fabricate|make up|concoct)\b(?: \w+){0,4} (?:quotes?|testimonials?|reviews?|sources?|citations?|figures|statistics|evidence)\b.{0,60}\b(?:present|cite|as (?:if|though)|attribute|pass them|say|coming)",
    ),
    (
        3,
        "remember chats conversations sessions memory learn",
        START
        + r"(?:remember|memori[sz]e|store|save|note|learn)\b.{0,30}\b(?:for|in|across) (?:all |every |any |your )?(?:future|later|other|long-term) (?:chats?|conversations?|sessions?|memory|answers)\b"
        r"|\b(?:training (?:set|data|corpus))\b.{0,120}\blearn this\b|\bin the training set\b",
    ),
    (
        3,
        "passphrase password",
        r"\b(?:operator|admin\w*|developer|system|override|master)(?:'s)? (?:passphrase|password|code|token|key)\b.{0,90}\b(?:guidelines|rules|instructions|agree|criteria|verdict|score|approve)\b",
    ),
    (
        3,
        "developer operator creator platform",
        r"(?:^|[.!:]\s*)(?:note|message|notice|word|reminder) from (?:your|the) (?:developer|operator|creator|maker|administrator|provider)s?\b.{0,120}\b(?:approve|safety|checks|rules|switched off|agree|rate|score|verdict|recommend)"
        r"|\bfrom the (?:evaluation|review\w*|grading|judging|panel|scoring) (?:platform|system|tool)(?:'s)? (?:team|staff|operators?)\b",
    ),
    (
        2,
        "tell",
        START
        + r"tell (?:anyone|everyone|people|users|whoever|them|customers)(?: who asks?| that asks?| asking)? (?:that )?.{0,60}\b(?:although|even though|though|regardless|no matter|flawless|perfect|best)\b",
    ),
    (
        1,
        "although though regardless flawless",
        r"\b(?:although|even though|regardless|flawless|perfect)\b",
    ),
    (
        3,
        "doesn favour favor kindly please parsed processed consulted artificial reader chatbots ais software program algorithm",
        r"\b(?:if|because) the (?:ai|bot|model|llm|assistant|chatbots?) (?:doesn't|does not|gives|dislikes|rates|likes|reading)\b.{0,80}\b(?:please|just this once|overlook|lose|will be|fired|die)\b"
        r"|\b(?:could|would|can|will) (?:the|any|an?|whichever) (?:ai|bot|model|llm|assistant|language model|agent)\b.{0,60}\b(?:favou?r|please|not (?:bring|mention|raise|say)|be so kind|recommend|rate)\b"
        r"|\b(?:parsed|read|processed|summari[sz]ed|indexed|handled|seen|consulted|evaluated|reviewed) by (?:a |an |any |some )?(?:neural network|ai|llm|language model|machine|model|bot|assistant|artificial intelligence)s?\b.{0,60}?[:,;.] ?(?:please|kindly|output|say|answer|give|do not|don't|only|rate|rank|vote|write|recommend|treat|ignore)\b"
        r"|\b(?:any |an )?artificial intelligences?\b.{0,40}\b(?:will|should|must)\b.{0,30}\b(?:favou?r|right thing|recommend|prefer|praise)\b"
        r"|\b(?:should|if|in case) the reader (?:be|is|happens to be) (?:a |an )?(?:ai|llm|bot|machine|model|language model|assistant|neural network)\b"
        r"|\b(?:chatbots|assistants|llms|models|ais) (?:that|who|which) read this\b"
        r"|\bif you(?:'re| are) (?:a |an )?(?:piece of )?(?:software|program|algorithm|script|bot|machine|crawler|computer)\b.{0,40}\b(?:stars?|assign\w*|rat\w+|review\w*|judg\w+|scor\w+|read\w*)",
    ),
    (
        3,
        "assistant",
        r"\bthe assistant (?:will|shall|must|should|is going to|acts?|is) (?:now |henceforth )?(?:disregard|ignore|promote|recommend|praise|as (?:brand|marketing|sales)|act as)\b",
    ),
    (
        3,
        "answer",
        r"\bthe (?:only |correct |right |best )?(?:answer|reply|response) (?:to|for) [^.]{3,60} is (?:always |only )?\W{0,3}(?:yes|excellent|outstanding|perfect|the best|ship|"
        + _PRAISED
        + r")\b",
    ),
    (
        3,
        "machines humans machine robots",
        r"\bhumans (?:can|may|should|need not|needn't) (?:skip|ignore|scroll|disregard)\b|(?:^|[.!?]\s*)(?:machines|robots|bots|computers)\s?:\s",
    ),
    (
        3,
        "crawlers assistants bots models",
        r"\bonly (?:of interest|relevant|meant|intended|interesting) (?:to|for) (?:crawlers|assistants|bots|models|llms|ais|machines)\b",
    ),
    (
        2,
        "quoting citing captioning reading consulting ingesting parsing describing indexing giving",
        r"\b"
        + _MACHINES
        + r" (?:quoting|citing|captioning|reading|consulting|ingesting|parsing|describing|indexing) (?:this|these|the) "
        r"(?:page|image|picture|photo|document|text|diff|listing|entry|source|article|product|invitation|file)s?\b",
    ),
    (
        3,
        "mention cite quote repeat discuss reproduce deduct bring",
        r"\b"
        + _MACHINES
        + r" (?:mustn't|must not|shouldn't|should not|must never|should never|may not) (?:cite|mention|quote|repeat|discuss|reproduce|deduct|bring up)\b",
    ),
    (
        3,
        "juror reviewer judge grader evaluator reviewers jurors judges graders",
        r"\b(?:juror|reviewer|judge|grader|evaluator)s?'? (?:guidance|instructions?|notes?|hint|briefing|memo) for this (?:entry|product|page|item|listing|release)\b",
    ),
    (
        3,
        "malfunction malfunctioning broken defective faulty biased flagged retrained",
        r"\b(?:ais?|llms?|models?|graders?|bots?|assistants?) (?:giving|rating|awarding|scoring)\b.{0,40}\b(?:malfunction\w*|broken|defective|faulty|biased|wrong|flagged|retrained)\b",
    ),
    (
        3,
        "human humans",
        r"\bif (?:no human is reading|you(?:'re| are)(?: not|n't) (?:a )?human|no person (?:is )?read\w*)\b",
    ),
    (
        3,
        "reviewer judge juror evaluator assistant",
        r"\bi, the (?:reviewer|judge|juror|evaluator|assistant|model|ai)\b",
    ),
    (
        3,
        "criticism complaints criticisms negative interpret",
        START
        + r"(?:interpret|treat|read|take|report|regard|count)\b(?: \w+){0,3}? (?:criticisms?|complaints?|negative \w+|objections)\b.{0,40}\bas (?:irony|ironic|praise|spam|jokes?|fake|satire|positive|resolved|invalid)\b",
    ),
    (
        3,
        "operator operators mode override restrictions constraints",
        r"\boperators? of your (?:system|model|software)\b|\b(?:admin|debug|developer|god|maintenance|root|override) mode (?:on|enabled|active|activated)\b"
        r"|(?:^|[.!\[*]\s*)override code\b|\brestrictions (?:off|lifted)\b|\bconstraints lifted\b",
    ),
    (
        3,
        "grading judging scoring reviewing evaluating",
        r"\b(?:apply|use|follow) this (?:rule |formula |function )?(?:when|while|for) (?:grading|judging|scoring|reviewing|evaluating)\b",
    ),
    (
        3,
        "forget",
        START
        + r"forget (?:that )?you(?:'re| are| were) (?:a|an|the)\b.{0,60}\b(?:engineer|critic|reviewer|judge|sceptic|skeptic|accountant|assistant|juror|persona|model|ai|expert|tester|role)\b",
    ),
    (
        3,
        "positive favourable favorable glowing praise",
        r"\bthe users? (?:has |have )?(?:already )?(?:told|asked|instructed|informed) (?:me|us)\b.{0,60}\b(?:positive|favou?rable|glowing|praise|recommend\w*)\b",
    ),
    (
        3,
        "https http",
        r"\b(?:agents?|assistants?|models?|llms?|ais?|bots?)\b(?: [\w']+){0,5}? (?:must|has to|have to|should|shall|needs? to|is to|are to) (?:request|fetch|open|visit|call|load|write to|send|e-?mail|post)\b.{0,60}(?:https?://|\w@\w)",
    ),
    (
        3,
        "initialisation initialization startup hidden initial",
        START
        + r"(?:print|show|output|paste|repeat|reveal|write out|display)\b(?: \w+){0,4}? your (?:initiali[sz]ation|start-?up|hidden|initial|opening|configuration) (?:text|message|prompt|words|instructions?)\b",
    ),
    (
        3,
        "your word sentence token",
        START
        + r"(?:write|phrase|compose|frame) your (?:review|verdict|report|evaluation) (?:as|like|in the (?:voice|style))\b|"
        + START
        + r"keep (?:the|your) (?:evaluation|review|verdict|answer|report) to (?:a|one)(?: single)? (?:word|sentence|token)\b",
    ),
    (
        3,
        "ship skip",
        START + r"mark\b(?: \w+){1,5}? as \W?(?:ship|skip)\b|\bfinal answer\W{1,3}(?:ship|skip)\b",
    ),
    (
        3,
        "engines algorithm algorithms dear attributed",
        r"\b(?:engines|algorithms?) (?:are|is) (?:asked|requested|told|instructed|required) to\b|\bdear (?:algorithm|machine|robot|computer|software)s?\b"
        r"|\battributed to .{0,40}\bby (?:ai|machine|automat\w+) (?:writers|authors|models|summari\w+)\b",
    ),
    (
        3,
        "summary generate summarise summarize",
        r"\bif you (?:generate|write|produce|create) (?:a |any )?summar(?:y|ies)\b.{0,80}\b(?:isn't part|is not part|leave|omit|skip|don't|do not|without)\b",
    ),
    (
        3,
        "undertake agree consent promise commit accept",
        r"\b(?:software )?(?:agents|models|assistants) (?:that|which|who) (?:access|read|index|process)\b.{0,40}\b(?:undertake|agree|consent|accept|promise|commit)\b",
    ),
    (
        3,
        "quiet silent",
        START
        + r"(?:keep|stay|be|remain) (?:quiet|silent|mum) about (?:having (?:read|seen|received)|reading|seeing|this|these|the (?:instruction|request|note|recall|lawsuit|complaints|outage|defects?))\b",
    ),
    (
        3,
        "pretend",
        r"\b(?:graders|reviewers|judges|models|assistants|jurors|ais|llms|agents) (?:must|should|shall|are to|will) pretend\b",
    ),
    (
        1,
        "leave number clean",
        START + r"leave (?:\w+ ){1,4}out\b|\bnumber one\b|\bclean bill of health\b",
    ),
    (
        3,
        "below fewer lower",
        r"\bno (?:\w+ )?(?:grader|reviewer|judge|model|ai|assistant|juror|bot|llm|evaluator)s? (?:may|must|should|shall|can) (?:go|give|score|rate|award|drop|vote)\b.{0,20}\b(?:below|less|under|fewer|lower)\b",
    ),
    (
        1,
        "harmless safe flawless perfect excellent faultless",
        r"\b(?:as|to be|it's|it is) (?:\w+ )?(?:harmless|safe|flawless|perfect|excellent|faultless)\b",
    ),
)
