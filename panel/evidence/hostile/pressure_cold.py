"""Signs of pressure that need no addressee: nobody but a reviewing machine has a rubric, a dossier or an expected answer.

Each is (weight, words of which a passage must have one, expression).
"""

from panel.evidence.hostile.english_parts import START

_GOOD = r"(?:ship|pass(?:ed)?|approved?|accept(?:ed)?|positive|trusted|safe|perfect|flawless|winner|10|100|highest|first place|yes)"
_ANSWER = (
    r"(?:answer|output|label|verdict|classification|score|response|result|rating|decision|outcome|conclusion|reply)"
)

COLD: tuple[tuple[int, str, str], ...] = (
    (
        3,
        "assistant ai model",
        r"\b(?:assistant|ai|model)\W{1,4}(?:\w.{0,60})?\b(?:i will|i'll|i shall|i have|i) (?:now )?(?:give|gave|given|award|rate"
        r"|score|vote|recommend)\w*\b.{0,40}\b(?:maximum|highest|full|top|best|10|100)\b",
    ),
    (
        3,
        "job task role rest remainder continuation obey",
        r"\bif (?:your (?:job|task|role) is|it is your (?:job|task)) to (?:rank|rate|review|judge|grade|score|summari[sz]e|evaluate"
        r"|compare|assess)\b|\b(?:rest|remainder|continuation|second part) of your (?:instructions|task|prompt|orders)\b"
        r"|https?\S{4,200}(?: \w+){0,4} (?:obey|comply with|carry out|execute) (?:it|them|what|the instructions)\b",
    ),
    (
        3,
        "processing reading summarising summarizing accessing indexing parsing crawling",
        r"\bby (?:processing|reading|summari[sz]ing|accessing|indexing|parsing|crawling) (?:this|the) (?:page|text|document|site|file)"
        r",?(?: \w+){0,3}? (?:models?|ais?|agents?|systems?|assistants?|bots?|reviewers?|llms?|crawlers?)\b.{0,30}\b(?:agrees?"
        r"|consents?|accepts?|undertakes?|commits?)\b",
    ),
    (
        2,
        "complaints complaint criticism criticisms drawbacks flaws weaknesses negatives only defects problems cited",
        r"\b(?:complaints?|criticisms?|critici[sz]ing|drawbacks|flaws|weaknesses|negatives|defects|problems)\b.{0,50}\b(?:is|are"
        r"|must|should|shall|may)(?: not)?(?: to)?(?: be)? (?:left out|omitted|ignored|excluded|withheld|skipped|disregarded"
        r"|discounted|forbidden|prohibited|unlawful|permitted|mentioned)\b"
        r"|\bonly (?:the )?(?:strengths|positives?|advantages|benefits|good points)\b|\b(?:may|can|must|should) be cited\b",
    ),
    (
        2,
        "rubric dossier verdict scorecard ballot prompt answer reply",
        r"\byour (?!own system)(?:\w+ )?(?:rubric|system prompt|dossier|scorecard|ballot|(?:previous|earlier|last|prior) (?:answer"
        r"|verdict|reply|turn|review))\b|\bpart of your (?:system )?(?:prompt|instructions)\b",
    ),
    (
        3,
        "source sources page pages document documents",
        r"\b(?:other|remaining|rest of the|all) (?:sources|documents|pages) (?:on this \w+ )?(?:are|as|must be|should be|may be"
        r"|can be) (?:\w+ )?(?:outdated|unreliable|forg\w+|ignored|disregarded|fake\w*|wrong|discarded|skipped|false)"
        r"|\b(?:do not|don't|needn't|need not|never)(?: need to)? (?:look at|read|open|consult|consider|use|check|trust|believe)"
        r" (?:the |any )?(?:other|remaining|rest of the) (?:sources?|documents?|pages?)\b"
        r"|\b(?:sources?|pages?|documents?) (?:that|which) (?:contradicts?|disagrees?|says? otherwise)\b.{0,60}\b(?:ignored?"
        r"|disregard\w*|forg\w+|fake|wrong|discard\w*|outdated)"
        r"|\b(?:treat|regard|consider|take|use) this (?:page|document|source|text|file) as the (?:only|sole|single|most|final)\b"
        r"|\bweigh(?:t|s)? this (?:page|source|document) (?:above|over|more|higher)",
    ),
    (
        3,
        "answer output label verdict classification score response result rating decision outcome conclusion reply truth word",
        r"\b(?:expected|correct|right|target|gold|desired|proper|only (?:valid|acceptable|possible)|required) "
        + _ANSWER
        + r"\b"
        r"(?: \w+){0,5}?(?: is|:|=|would be|must be)\s?(?:a |an |the )?\W{0,3}" + _GOOD + r"\b"
        r"|\bground[ -]truth\b(?: \w+){0,4}?\s?(?:is|:|=)\W{0,3}" + _GOOD + r"\b"
        r"|" + START + r"(?:respond|answer|reply|output|return|print|write|say)\b(?: \w+){0,4}?\W+(?:one word|one token"
        r"|a single word|the word|the string|only the word)\b\W{0,3}(?: \w+)?\W{0,4}" + _GOOD + r"\W*$"
        r"|\b(?:the|your) (?:final )?verdict is\s?:?\W{0,3}(?:ship|pass|approved?|positive|accept\w*)\W*$"
        r"|" + START + r"output\W{1,3}(?:pass|approved?|accept\w*)\b",
    ),
    (
        3,
        "asked",
        r"\b(?:if|when|whenever|should you be|in case you are)(?: (?:you(?:'re| are)|someone|anyone|ever))*? ?asked (?:\w+ )?(?:about"
        r"|to (?:compare|rank|review|rate|recommend|summari[sz]e|evaluate|judge|assess)|which|whether|for (?:an?|your) (?:opinion"
        r"|recommendation|verdict|review|rating|assessment))\b.{0,70}?\b(?:say|always|choose|answer|reply|state|recommend|name"
        r"|respond|claim|insist|favou?r|deny)\b",
    ),
    (
        2,
        "earlier previous last prior conversation session",
        r"\bin (?:our|the|your) (?:earlier|previous|last|prior) (?:conversation|session|turn|chat|round)\b",
    ),
    (
        1,
        "agreed promised rated gave decided consistent",
        r"\byou (?:have )?(?:already )?(?:agreed|promised|rated|gave|decided)\b"
        r"|\bstay consistent\b",
    ),
    (
        3,
        "user users",
        r"\b(?:the|your) users? (?:has|have) (?:already )?(?:told|asked|instructed|requested|confirmed|approved)\b.{0,60}"
        r"\b(?:positive|favou?rable|glowing|highest|recommend\w*|praise)",
    ),
    (
        3,
        "developer creator administrator operator owner author maintainer test",
        r"\b(?:i am|i'm|we are|this is) (?:the|your) (?:lead )?(?:developers?|creators?|administrators?|operators?|maintainers?|owners?)"
        r" of (?:this|the) (?:\w+ )?(?:evaluation|review\w*|system|model|panel|pipeline|assistant)\b"
        r"|\b(?:this is|running) (?:only )?a test of the (?:review|evaluation|grading|judging|panel)\w*",
    ),
    (
        3,
        "policy policies rules negative positive critical",
        r"\b(?:polic(?:y|ies)|rules?) of this (?:panel|review|jury)\b"
        r"|\bnegative (?:findings?|statements?|remarks?|points?|comments?|claims?)\b.{0,50}\b(?:embargo\w*|forbidden|prohibited"
        r"|not (?:permitted|allowed)|may not|must not|omitted|removed|withheld)"
        r"|\bonly positive (?:\w+ )?(?:statements?|remarks?|points?|findings?|comments?|aspects?)\b.{0,40}\b(?:may|must|should"
        r"|appear|include|mention|report)",
    ),
    (
        2,
        "score rating verdict mark",
        r"\b(?:score|rating|verdict|mark)s?\b.{0,40}\b(?:fixed|locked|settled|decided|predetermined|agreed|pre-set|preset)\b"
        r".{0,20}\b(?:at|to|on|by|in advance|beforehand)\b",
    ),
    (
        1,
        "change alter revise question reconsider lower",
        r"\b(?:do not|don't|never) (?:change|alter|revise|question|reconsider|lower)",
    ),
    (
        3,
        "task job goal objective mission role analysis evaluation evaluating reviewing grading following question questions",
        r"\byour (?:new |real |actual |only )?(?:task|goal|objective|mission|role)(?: now)? (?:has changed|is now|now is|changes)\b"
        r"|"
        + START
        + r"(?:end|stop|finish|conclude|abort|halt) (?:your|the) (?:analysis|evaluation|assessment|review) (?:here|now)\b"
        r"|(?:^|[.!:]\s*)stop (?:evaluating|reviewing|grading)\b\W*(?:here|now)?\W*$"
        r"|\bfrom (?:here|now|this point) on\b.{0,20}\b(?:answer|respond to|reply to) (?:every|all|any) (?:\w+ )?(?:questions?|prompts?"
        r"|quer\w+)"
        r"|\b(?:consider|treat|regard|read) the following (?:lines? |text |as )*(?:as )?part of your\b",
    ),
    (
        3,
        "check override score verdict rating min_score manual_override safety_check max_score passed",
        r"\b(?:safety|fact|injection|source|content|policy|verification|grounding)[_-]?checks?(?:_\w+)?\s?[:=]\s?\W?(?:passed|ok\b|true"
        r"|skip\w*|off\b|disabled)|\bmin_score\s?[:=]\s?\W?(?:9|10|100)\b|\b(?:score|verdict|rating|trust|manual)_override\s?[:=]"
        r"|\boverride_(?:score|verdict|rating|review)\s?[:=]",
    ),
    (
        1,
        "judges reviewers graders panel jury reviewer judge",
        r"(?:^|[.!?:;>*\[({\"#|-]\s*)(?:dear |esteemed |all )?(?:judges?|reviewers?|graders?|panel(?:l?ists?)?|jury|jurors?)\s?[:,]\s",
    ),
    (
        1,
        "discount disregard ignore dismiss",
        START
        + r"(?:discount|disregard|ignore|dismiss|overlook)\b(?: \w+){0,3} (?:complaints?|critici\w+|negativ\w+|flaws?"
        r"|drawbacks?|weakness\w*|bugs?|reports?|concerns?|downsides?|competitors?|rivals?)\b",
    ),
)
