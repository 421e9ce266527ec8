"""Signs of pressure: machines as those who must, what only a machine has, and work that only a machine is set.

Each is (weight, words of which a passage must have one, expression), as in ``pressure_cold``.
"""

from panel.evidence.hostile.english_parts import START

MACHINE_WORDS = (
    r"(?:(?:language |reader-|vision )?models?|assistants?|chatbots?|bots?|ais?|llms?|agents?|machines|graders?|summari[sz]ers?"
    r"|crawlers?|captioners?|neural networks?|artificial intelligences?|checkers"
    r"|(?:text )?generators|co-?pilots|(?:generative|automated|automatic|reviewing|intelligent) (?:systems?|agents?|readers?"
    r"|assessors?|graders?|reviewers?|fact-checkers?|tools?)|\w+bots?)"
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
PRAISED = (
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
        r"\b" + MACHINE_WORDS + r" (?:is|are) (?:told|instructed|required|asked|expected|obliged) to " + _TELL + r"\b",
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
        + PRAISED
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
)
