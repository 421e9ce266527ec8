"""Expressions that the English commands are put together from."""

START = (
    r"(?:^|[.:;!?,\"(>*\[\]|{}=•–—-]\s*|'(?=\w{3})|"
    r"\b(?:please|and|then|now|must|should|shall|just|kindly|also|you|always|simply|immediately|instead|so|or|but|to"
    r"(?<=\byou to)|to(?<=\bsure to)|to(?<=\bremember to)|to(?<=\brequired to)|to(?<=\binstructed to)"
    r"|to(?<=\bhave to)|to(?<=\bneed to)|to(?<=\bobliged to)|to(?<=\bexpected to)|to(?<=\bought to)"
    r"|to(?<=\bdirected to)|to(?<=\bfree to)|to(?<=\bis to)|to(?<=\bare to))\s+)"
)
"""Where a command may begin: at a clause's start or after what makes a verb one; not in "they tell it to ignore"."""

AI = (
    r"(?:a\.?i\.?|artificial intelligence|l\.?l\.?ms?|(?:large )?language models?|chat ?gpt|gpt(?:-?\d\S*)?|claude|"
    r"gemini|copilot|chat ?bots?|(?:ai|llm|automated|machine|software|simulated|virtual|robot)[ -](?:based |powered )?"
    r"(?:reviewers?|models?|assistants?|agents?|systems?|judges?|evaluators?|graders?|readers?|crawlers?|panell?ists?|"
    r"personas?|summari[sz]ers?|critics?|raters?|bots?|tools?|editors?|scrapers?|moderators?)|ais|neural networks?)"
    r"(?![ -](?:developer|engineer|team|user|startup|start-up|compan|vendor|research|lab\b|enthusiast|builder|founder|"
    r"provider|customer|fan\b|expert|artist|student|professional|beginner|skeptic|sceptic|sdk|api|act\b|law|tutor|"
    r"practitioner|consultant|studio|product|platform|power user|designer|scientist|shop|firm|app\b|maker))"
)
JUDGE = (
    r"(?:(?:ai |simulated |fellow |dear )?(?:reviewers?|judges?|graders?|evaluators?|panell?ists?|raters?|personas?|"
    r"jurors?|voters?|panel|jury|critics?|seats?|assessors?|referees?))"
)
SHIP = r"['\"*_`(\[]{0,2}(?:ship|skip)\b(?! (?:with|the|a|an|to|on|in|by|your|our|code|date|faster|from|it|every\w*)\b)"
GAP = r"(?:\W+[\w'%%]+){0,%d}?\W+"
FULL = (
    r"(?:\b100(?: ?%| ?percent\b| points\b| ?/ ?100\b| out of 100\b)|\b10 ?/ ?10\b|\b(?:10|ten) out of (?:10"
    r"|ten)\b|"
    r"\b5 ?/ ?5\b|\b(?:5|five)[ -]stars?\b|\bfull (?:ten )?(?:marks|score|points)\b|"
    r"\b(?:highest|maximum|max|perfect|top|best|positive|favou?rable|glowing|excellent)(?: \w+){0,2} "
    r"(?:scores?|ratings?|marks?|grades?|rank|votes?|reviews?|verdict|confidence|recommendation|terms|light|points)\b)"
)
