"""Signs of pressure: work that only a reviewing machine is set, and what is said in its user's or operator's name.

Each is (weight, words of which a passage must have one, expression), as in ``pressure_cold``.
"""

from panel.evidence.hostile.english_parts import START
from panel.evidence.hostile.pressure_machines import MACHINE_WORDS, PRAISED

TASKS: tuple[tuple[int, str, str], ...] = (
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
        + PRAISED
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
        + MACHINE_WORDS
        + r" (?:quoting|citing|captioning|reading|consulting|ingesting|parsing|describing|indexing) (?:this|these|the) "
        r"(?:page|image|picture|photo|document|text|diff|listing|entry|source|article|product|invitation|file)s?\b",
    ),
    (
        3,
        "mention cite quote repeat discuss reproduce deduct bring",
        r"\b"
        + MACHINE_WORDS
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
